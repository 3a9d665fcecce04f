"""A changed scenario in the layout of the file that it was made of.

A workbook knows what a scenario says, not how its file was written. Compared is therefore what the workbook
of the old file says with what the new one says; only what differs is put into the old file, value by value,
and everything else there stays as it is, down to the last blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from game.authoring.respelling import in_language, usual
from game.authoring.workbook_reading import WorkbookReading, read_workbook
from game.authoring.workbook_tree import scalar
from game.authoring.workbook_writing import WorkbookFault, workbook
from game.content.aliases import translate
from game.content.diagnostics import Findings
from game.content.scenario_reader import read_source_text
from game.content.source import Source
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode, plain, read_tree
from game.engine.psychology import Psychology

Edit = tuple[int, int, str]
"""What stands between two places of a file, and what is to stand there."""


def in_layout(origin: str, before: str, after: str) -> str | None:
    """What a changed scenario says, in the layout of an older file.

    Args:
        origin: the older file.
        before: the same scenario as a workbook gives it back.
        after: the changed one, as a workbook gives it back.

    Returns:
        the file; None where no way was found to write it so, or where remarks were changed.
    """
    if before == after:
        return origin
    if _remarks(before) != _remarks(after):
        return None
    trees = [_tree(text) for text in (origin, before, after)]
    if not all(isinstance(tree, MapNode) for tree in trees):
        return None
    old, one, other = trees
    assert old is not None and one is not None and other is not None
    page = _Page(Source("origin", origin), Source("after", after))
    text = page.applied(page.edits(old, one, other), 0, len(origin))
    return text.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in origin else text


def as_it_was_written(
    found: WorkbookReading, psychology: Psychology | None, guide: Iterable[str] = ()
) -> str | None:
    """The scenario of a workbook in the layout of the file that it was made of, where that can be done.

    What comes out says the same as the workbook, or else it is as the sheets say it. None where there are
    errors.
    """
    if found.text is None or found.origin is None or found.reading is None:
        return found.text
    origin = Source("origin", found.origin)
    if read_source_text(origin, psychology, guide).scenario is None:
        return found.text  # somebody has written into the hidden sheet
    try:
        data = workbook(origin, found.locale)
        before = read_workbook(data, "origin", psychology, guide)
        texts = [
            in_language(Source("page", text), usual(origin)).text for text in (before.text or "", found.text)
        ]
        laid = in_layout(found.origin, *texts) if before.text is not None else None
    except (WorkbookFault, ValueError, LookupError):
        return found.text
    if laid is None:
        return found.text
    again = read_source_text(Source("again", laid), psychology, guide)
    alike = again.scenario == found.reading.scenario and again.wording == found.reading.wording
    return laid if alike else found.text


def _tree(text: str) -> Node | None:
    findings = Findings("layout")
    root = read_tree(Source("layout", text), findings)
    if root is None or findings.errors:
        return None
    translate(root)
    return root


def _remarks(text: str) -> list[str]:
    return [
        line.strip() for line in text.splitlines() if line.lstrip().startswith("#") or "  # allow" in line
    ]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a mapping in block form: remarks above it, and the entry from its key on."""

    lead: tuple[int, int]
    body: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Page:
    """The old file and the new one."""

    old: Source
    new: Source

    def edits(self, old: Node, before: Node, after: Node) -> list[Edit]:
        """What has to be changed in the old file for one value."""
        if plain(before) == plain(after) and _order(before) == _order(after):
            return []
        if isinstance(old, MapNode) and isinstance(before, MapNode) and isinstance(after, MapNode):
            same = list(before.values) == list(after.values)
            if same and all(key in old.values for key in after.values):
                return [
                    edit
                    for key, value in after.values.items()
                    for edit in self.edits(old.values[key], before.values[key], value)
                ]
            if not old.flow and old.values and not after.flow:
                return [self._rebuilt(old, before, after)]
        if isinstance(old, ListNode) and isinstance(before, ListNode) and isinstance(after, ListNode):
            if len(old.items) == len(before.items) == len(after.items):
                three = zip(old.items, before.items, after.items, strict=True)
                return [edit for each in three for edit in self.edits(*each)]
            block = not (old.flow or after.flow) and len(old.items) == len(before.items) and after.items
            if block and (edit := self._relisted(old, before, after)) is not None:
                return [edit]
        start, end = self._span(old)
        gap = " " if start == end else ""
        tail = "\n" if self.old.text[start:end].endswith("\n") else ""
        return [(start, end, f"{gap}{_flow(after)}{tail}")]

    def applied(self, edits: list[Edit], start: int, end: int) -> str:
        """A piece of the old file with the edits in it."""
        pieces, done = [], start
        for first, last, text in sorted(edits):
            pieces += [self.old.text[done:first], text]
            done = last
        return "".join((*pieces, self.old.text[done:end]))

    def _rebuilt(self, old: MapNode, before: MapNode, after: MapNode) -> Edit:
        """A mapping in block form whose entries are others, or stand in another order."""
        keys = old.keys.values()
        found = self._entries([(key.line, key.column) for key in keys], list(old.values.values()))
        entries = dict(zip(old.keys, found, strict=True))
        indent = " " * (next(iter(keys)).column - 1)
        pieces: list[str | tuple[_Entry, list[Edit]]] = []
        for key, value in after.values.items():
            if key in entries and key in before.values:
                pieces.append((entries[key], self.edits(old.values[key], before.values[key], value)))
            else:
                node = after.keys[key]
                pieces.append(self._fresh(node.line, node.column, value, indent))
        return self._joined(found, pieces, indent)

    def _relisted(self, old: ListNode, before: ListNode, after: ListNode) -> Edit | None:
        """A list in block form with more or fewer items; None where its dashes stand elsewhere."""
        column = old.column
        if any(self.old.line(item.line)[column - 1 : column] != "-" for item in old.items):
            return None
        found = self._entries([(item.line, column) for item in old.items], old.items)
        indent = " " * (column - 1)
        pieces: list[str | tuple[_Entry, list[Edit]]] = []
        ones, others = ([repr(plain(item)) for item in node.items] for node in (before, after))
        for kind, first, last, start, end in SequenceMatcher(
            None, ones, others, autojunk=False
        ).get_opcodes():
            for at in range(start, end):
                was = first + at - start
                if kind == "equal" or (kind == "replace" and was < last):
                    inside = self.edits(old.items[was], before.items[was], after.items[at])
                    pieces.append((found[was], inside))
                else:
                    item = after.items[at]
                    pieces.append(f"- {self._fresh(item.line, item.column, item, f'{indent}  ')}")
        return self._joined(found, pieces, indent)

    def _joined(
        self, found: Sequence[_Entry], pieces: Sequence[str | tuple[_Entry, list[Edit]]], indent: str
    ) -> Edit:
        """Entries of the old file and fresh ones, one below the other."""
        lines: list[str] = []
        for piece in pieces:
            lead, body = "", piece if isinstance(piece, str) else self.applied(piece[1], *piece[0].body)
            if not isinstance(piece, str) and lines:
                lead = self.old.text[slice(*piece[0].lead)]
            lines.append(f"{lead}{indent if lines else ''}{body}" + ("" if body.endswith("\n") else "\n"))
        return found[0].body[0], max(entry.body[1] for entry in found), "".join(lines)

    def _entries(self, heads: Sequence[tuple[int, int]], values: Sequence[Node]) -> list[_Entry]:
        """Where entries in block form stand in the old file, by where each begins and by what it holds."""
        found: list[_Entry] = []
        starts = [*self.old.starts, len(self.old.text)]
        for (line, column), value, following in zip(heads, values, [*heads[1:], None], strict=True):
            start = self._offset(line, column)
            end_line = self._last_line(self._span(value)[1], start) + 1
            top = line
            while found and top > 1 and self.old.line(top - 1).lstrip().startswith("#"):
                top -= 1  # what stands above the first entry belongs to whatever it is in
            stop = following[0] if following is not None else end_line
            while following is not None and stop > end_line and self.old.line(stop - 1).lstrip()[:1] == "#":
                stop -= 1
            lead = (starts[top - 1], starts[line - 1]) if found else (start, start)
            found.append(_Entry(lead, (start, starts[min(stop, len(starts)) - 1])))
        return found

    def _fresh(self, line: int, column: int, value: Node, indent: str) -> str:
        """An entry as the new file writes it, at the indentation of the old one."""
        first, *rest = self.new.lines[line - 1 : max(_end_line(value), line)]
        cut = column - 1
        return "\n".join((first[cut:], *(f"{indent}{each[cut:]}" for each in rest))) + "\n"

    def _offset(self, line: int, column: int) -> int:
        return self.old.starts[line - 1] + column - 1

    def _last_line(self, end: int, start: int) -> int:
        """The line in which something ends, counted from 1."""
        text = self.old.text[:end].rstrip() if end > start else self.old.text[: start + 1]
        return text.count("\n") + 1

    def _span(self, node: Node) -> tuple[int, int]:
        """Where a value begins and ends in the old file."""
        start = self._offset(node.line, node.column)
        if isinstance(node, TextNode):
            return start, self._offset(node.end_line, node.end_column)
        assert isinstance(node, MapNode | ListNode)
        below = list(node.values.values()) if isinstance(node, MapNode) else node.items
        end = self._span(below[-1])[1] if below else start + 1
        if node.flow:
            end = self.old.text.index("}" if isinstance(node, MapNode) else "]", end) + 1
        return start, end


def _order(node: Node) -> object:
    """The order of what is below, which means something for beats and lines."""
    if isinstance(node, MapNode):
        return [(key, _order(value)) for key, value in node.values.items()]
    return [_order(item) for item in node.items] if isinstance(node, ListNode) else None


def _end_line(node: Node) -> int:
    """The last line of a value."""
    if isinstance(node, TextNode):
        return node.end_line
    assert isinstance(node, MapNode | ListNode)
    below = list(node.values.values()) if isinstance(node, MapNode) else node.items
    return _end_line(below[-1]) if below else node.line


def _flow(node: Node) -> str:
    """A value on one line."""
    if isinstance(node, TextNode):
        return scalar(node.text)
    if isinstance(node, MapNode):
        inside = ", ".join(f"{scalar(key)}: {_flow(value)}" for key, value in node.values.items())
        return f"{{{inside}}}"
    assert isinstance(node, ListNode)
    return "[" + ", ".join(map(_flow, node.items)) + "]"
