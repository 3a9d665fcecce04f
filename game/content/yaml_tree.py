"""YAML read strictly into a tree of our own, with a place for every key and every value.

The tree is built in one pass from the parser's events, which come lazily and without recursion, so that no
file can exhaust the process: too deep a nesting stops the reading. Everything is text: `no`, `on` and
`12:30` stay what they are. Anchors, aliases, tags and duplicate keys are faults.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from game.content.diagnostics import Findings, shown
from game.content.source import Source
from game.content.yaml_faults import explain, forerunners, quoted

DEEPEST = 40
"""Levels of nesting that are read."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node:
    """A value; line and column count from 1."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


class TextNode(Node):
    """A single text. `plain` is without quotes; the end is exclusive, counted from 1."""

    __slots__ = ("end_column", "end_line", "plain", "text")

    def __init__(
        self, text: str, line: int, column: int, plain: bool, end_line: int, end_column: int
    ) -> None:
        self.text = text
        self.line = line
        self.column = column
        self.plain = plain
        self.end_line = end_line
        self.end_column = end_column


class ListNode(Node):
    """Several values in order; `flow` is the form with brackets."""

    __slots__ = ("flow", "items")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.items: list[Node] = []


class MapNode(Node):
    """Values by key, in the order of the file; `flow` is the form with braces."""

    __slots__ = ("flow", "keys", "values")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.keys: dict[str, TextNode] = {}
        self.values: dict[str, Node] = {}


Path = tuple[str | int, ...]
"""The way from the root to a value: keys of mappings, indices of lists."""


def step(node: Node | None, part: str | int) -> Node | None:
    """The value one step down; None when there is none."""
    if isinstance(node, MapNode):
        return node.values.get(part) if isinstance(part, str) else None
    if isinstance(node, ListNode) and isinstance(part, int):
        return node.items[part] if 0 <= part < len(node.items) else None
    return None


def at(root: Node, path: Path) -> Node | None:
    """The value at the end of a path; None when there is none."""
    node: Node | None = root
    for part in path:
        node = step(node, part)
    return node


def key_at(root: Node, path: Path) -> Node:
    """Where to point when an entry itself is meant: its key, or the deepest value there is on the way."""
    node = root
    for index, part in enumerate(path):
        below = step(node, part)
        last = index == len(path) - 1
        if isinstance(node, MapNode) and part in node.keys and (last or below is None):
            return node.keys[str(part)]
        if below is None:
            return node
        node = below
    return node


def plain(node: Node) -> Any:
    """The value as plain dictionaries, lists and texts."""
    if type(node) is TextNode:
        return node.text
    if type(node) is MapNode:
        return {key: plain(value) for key, value in node.values.items()}
    return [plain(item) for item in node.items] if isinstance(node, ListNode) else ""


@dataclass(slots=True)
class _Growth:
    """The tree while it is being read."""

    findings: Findings
    source: Source
    root: Node | None = None
    open: list[MapNode | ListNode] = field(default_factory=list)
    keys: list[TextNode | None] = field(default_factory=list)

    @property
    def bracket(self) -> tuple[int, int] | None:
        """Where the innermost open bracket stands, when one is open."""
        inner = self.open[-1] if self.open else None
        return (inner.line, inner.column) if inner is not None and inner.flow else None

    def attach(self, node: Node) -> bool:
        """Puts a value where it belongs; False when reading cannot go on."""
        if not self.open:
            self.root = node
            return True
        container = self.open[-1]
        if type(container) is ListNode:
            container.items.append(node)
            return True
        assert isinstance(container, MapNode)
        key = self.keys[-1]
        if key is not None:
            self.keys[-1] = None
            container.values.setdefault(key.text, node)
            return True
        if type(node) is not TextNode or not node.text:
            self.findings.add("SC114", node.line, node.column)
            return False
        first = container.keys.setdefault(node.text, node)
        if first is not node:
            self.findings.add("SC110", node.line, node.column, key=shown(node.text), line=first.line)
        self.keys[-1] = node
        return True


def read_tree(source: Source, findings: Findings) -> Node | None:
    """The tree of a source; None, with the reason among the findings, when it cannot be read."""
    findings.show(source)
    if forerunners(source, findings):
        return None
    growth = _Growth(findings, source)
    loader = LOADER(source.text)
    try:
        whole = _read(loader, growth)
    except (yaml.YAMLError, UnicodeEncodeError) as fault:
        explain(fault, source, findings, growth.bracket)
        return None
    finally:
        loader.dispose()
    if whole and growth.root is None:
        findings.add("SC004")
    return growth.root if whole else None


def _read(loader: Any, growth: _Growth) -> bool:
    """Lets the tree grow from the parser's events; False when it stopped before the end."""
    next_event, attach, scalar_event = loader.get_event, growth.attach, yaml.ScalarEvent
    while True:
        event = next_event()
        kind = type(event)
        if kind is scalar_event:
            start, end = event.start_mark, event.end_mark
            if event.anchor is not None or event.tag is not None:
                _refuse(event, growth)
            node = TextNode(
                event.value, start.line + 1, start.column + 1, not event.style, end.line + 1, end.column + 1
            )
            if not attach(node):
                return False
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            growth.open.pop()
            growth.keys.pop()
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if not _open(event, growth):
                return False
        elif kind is yaml.AliasEvent:
            mark = event.start_mark
            _refuse(event, growth)
            if not attach(
                TextNode("-", mark.line + 1, mark.column + 1, True, mark.line + 1, mark.column + 2)
            ):
                return False
        elif kind is yaml.DocumentStartEvent and growth.root is not None:
            growth.findings.add("SC115", event.start_mark.line + 1, event.start_mark.column + 1)
            return False
        elif kind is yaml.StreamEndEvent:
            return True


def _open(event: Any, growth: _Growth) -> bool:
    start = event.start_mark
    line, column = start.line + 1, start.column + 1
    if event.anchor is not None or event.tag is not None:
        _refuse(event, growth)
    container: MapNode | ListNode
    if type(event) is yaml.MappingStartEvent:
        container = MapNode(line, column, bool(event.flow_style))
    else:
        container = ListNode(line, column, bool(event.flow_style))
    if len(growth.open) >= DEEPEST:
        growth.findings.add("SC113", line, column, limit=DEEPEST)
        return False
    if not growth.attach(container):
        return False
    growth.open.append(container)
    growth.keys.append(None)
    return True


def _refuse(event: Any, growth: _Growth) -> None:
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    code = "SC111" if event.anchor is not None else "SC112"
    growth.findings.add(code, line, column, quoted=quoted(growth.source.line(line)))
