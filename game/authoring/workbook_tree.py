"""A scenario on its way from cells to a file: every line of the file knows the cell that it comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.authoring.workbook_cells import Cell
from game.authoring.workbook_layout import Column, Kind
from game.content.people_schema import file_name
from game.content.places import Place
from game.content.schema import Scenario
from game.content.source import Source

ALLOW = re.compile(r"allow\s+(SC\d{3}(?:\s*,\s*SC\d{3})*)\s*[:：]\s*\S")
_PLAIN = re.compile(r"[A-Za-z0-9\u4e00-\u9fff](?:[\w .<>=%/-]*[\w%])?\Z")
_BETWEEN = re.compile(r"\s*[,，、;；\n]\s*")
EMPTY = ("{}", "[]")
"""What a cell says where a field is there and empty."""

_WORDS_OF_YAML = frozenset({"null", "~"})
_ORDER = {file_name(name): number for number, name in enumerate(Scenario.model_fields)}


@dataclass(slots=True)
class Leaf:
    """What one cell says: a text, or several with commas between them (`texts`)."""

    cell: Cell
    texts: Sequence[str] | None = None
    remarks: list[str] = field(default_factory=list)
    name: Cell | None = None  # where its field is written, if that is not a heading

    @property
    def shown(self) -> str:
        """As it stands in the file."""
        if self.texts is None:
            return scalar(self.cell.text)
        return "[" + ", ".join(scalar(text) for text in self.texts) + "]"


class Nothing(Leaf):
    """A part that is there and empty."""

    @property
    def shown(self) -> str:
        """Braces without anything in them."""
        return "{}"


def leaf(cell: Cell, column: Column) -> Leaf:
    """What a cell says, as its column takes it."""
    if column.kind is Kind.SEVERAL:
        texts = [] if cell.text in EMPTY else [text for text in _BETWEEN.split(cell.text) if text]
        return Leaf(cell, texts)
    if column.kind is Kind.PART and cell.text in EMPTY:
        return Leaf(cell, ()) if cell.text == "[]" else Nothing(cell)
    return Leaf(cell)


@dataclass(slots=True)
class Branch:
    """Fields with what is below them, or the entries of a list by number."""

    cell: Cell
    below: dict[str | int, Leaf | Branch] = field(default_factory=dict)
    names: dict[str | int, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def branch(self, key: str | int, name: str, cell: Cell) -> Branch:
        """The branch under a key; it is made where there is none. A leaf in its place gives way."""
        found = self.below.get(key)
        if not isinstance(found, Branch):
            found = self.below[key] = Branch(cell)
            self.names[key] = name
        return found


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, its cell, and the remarks of its row that silence something."""

    text: str
    cell: Cell
    allowed: tuple[str, ...] = ()
    name: Cell | None = None


@dataclass(frozen=True)
class SheetSource(Source):
    """The text of a scenario that was made of a workbook; faults in it are shown in the cells."""

    made: tuple[Line, ...] = ()

    def elsewhere(self, line: int, column: int = 1) -> Place:
        """The cell of a line; for its field, before the colon, the cell that the field is written in."""
        made = self.made[line - 1 if 1 <= line <= len(self.made) else 0]
        of_field = made.name is not None and column <= made.text.find(":")
        return (made.name if of_field and made.name is not None else made.cell).place(self.file)

    def excerpt(self, line: int) -> str:
        """What stands in the cell, and what its row says about being silent."""
        silence = self.line(line).rpartition("  # allow ")
        return self.cell(line).text + (f"  # allow {silence[2]}" if silence[1] else "")

    def cell(self, line: int) -> Cell:
        """Where a line comes from; the first one stands in for lines that there are not."""
        return self.made[line - 1 if 1 <= line <= len(self.made) else 0].cell


def scalar(text: str) -> str:
    """A text as YAML reads it back exactly, on one line; plain where that is safe."""
    if _PLAIN.match(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return (
        json.dumps(text, ensure_ascii=False)
        .replace("\x7f", "\\x7f")
        .replace("\x85", "\\x85")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def source_of(root: Branch, file: str) -> SheetSource:
    """The file of a whole tree, in the order of the language."""
    root.below = dict(sorted(root.below.items(), key=lambda entry: _ORDER.get(str(entry[0]), len(_ORDER))))
    lines = tuple(_lines(root, 0, ()))
    return SheetSource(file, "".join(f"{line.text}\n" for line in lines), lines)


def silenced(source: SheetSource, told: Sequence[tuple[str, Place]]) -> SheetSource:
    """The same with each remark that silences something where it is told, or else where its row begins."""
    texts = [line.text for line in source.made]
    done: set[str] = set()
    for code, place in told:
        for number, line in enumerate(source.made):
            if line.cell.address != place.cell or line.cell.text.startswith("#"):
                continue
            for remark in line.allowed:
                if code in remark and remark not in texts[number]:
                    texts[number] += f"  # {remark}"
                    done.add(remark)
    for number, line in enumerate(source.made):
        for remark in line.allowed:
            if remark not in done:
                texts[number] += f"  # {remark}"
                done.add(remark)
    return SheetSource(source.file, "".join(f"{text}\n" for text in texts), source.made)


def _lines(branch: Branch, depth: int, allowed: tuple[str, ...]) -> Iterator[Line]:
    """The lines of a branch."""
    indent = "  " * depth
    for key, child in branch.below.items():
        silences = (*allowed, *(remark for remark in child.remarks if ALLOW.match(remark)))
        cell = child.cell
        for remark in child.remarks:
            if not ALLOW.match(remark):
                yield Line(f"{indent}# {remark}".rstrip(), cell)
        name = scalar(branch.names[key])
        if isinstance(child, Leaf):
            yield Line(f"{indent}{name}: {child.shown}", cell, silences, child.name)
        elif not child.below:
            yield Line(f"{indent}{name}: {{}}", cell, silences)
        elif all(isinstance(number, int) for number in child.below):
            yield Line(f"{indent}{name}:", cell, allowed)
            yield from _items(child, depth + 1, silences)
        else:
            yield Line(f"{indent}{name}:", cell, silences)
            yield from _lines(child, depth + 1, silences)


def _items(branch: Branch, depth: int, allowed: tuple[str, ...]) -> Iterator[Line]:
    """The lines of a list."""
    indent = "  " * depth
    for _, item in sorted(branch.below.items(), key=lambda entry: int(entry[0])):
        silences = (*allowed, *(remark for remark in item.remarks if ALLOW.match(remark)))
        for remark in item.remarks:
            if not ALLOW.match(remark):
                yield Line(f"{indent}# {remark}".rstrip(), item.cell)
        inside = list(_lines(item, depth + 1, silences)) if isinstance(item, Branch) else []
        if not inside:
            shown = item.shown if isinstance(item, Leaf) else "{}"
            yield Line(f"{indent}- {shown}", item.cell, silences)
            continue
        first = next(number for number, line in enumerate(inside) if not line.text.lstrip().startswith("#"))
        yield from inside[:first]
        head = inside[first]
        yield Line(f"{indent}- {head.text.lstrip()}", head.cell, head.allowed, head.name)
        yield from inside[first + 1 :]
