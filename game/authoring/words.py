"""The words of a scenario as rows for translators and for those who record voices, and back into its file.

A row is found again by its place in the file, spelt with ids (`beats/reception/lines/ask-leave`); its check
is a hash of all its texts when they were written out, so that a change in the file meanwhile is seen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, unique

from game.content.aliases import translate
from game.content.diagnostics import Findings
from game.content.source import Source
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode, read_tree
from game.language.locale import Locale

LANGUAGES = {locale.value: locale for locale in Locale}


@unique
class State(Enum):
    """How a row stands against an earlier table."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is said or shown, in every language of the file.

    Attributes:
        id: its place, spelt with ids; entries of lists count from 1.
        texts: by language; one that is missing is left out.
        check: of all its texts together.
        state: against the table it is compared with; None without one.
    """

    id: str
    texts: Mapping[Locale, str]
    check: str
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A text to be put into a file, at its node or, where the language is missing, behind another one."""

    id: str
    locale: Locale
    text: str
    node: TextNode | None
    beside: TextNode


@dataclass(frozen=True, slots=True)
class Merge:
    """What came of a table that came back.

    Attributes:
        text: the file with the new words.
        changed: rows that were put in, with their languages.
        conflicts: ids that were changed both in the file and in the table; the file's words stay.
        unknown: ids of the table that the file does not have.
    """

    text: str
    changed: tuple[tuple[str, Locale], ...]
    conflicts: tuple[str, ...]
    unknown: tuple[str, ...]


def rows(source: Source, earlier: Mapping[str, str] | None = None) -> tuple[Row, ...]:
    """Every text of a scenario file, in its order.

    Args:
        source: the file.
        earlier: checks of an earlier table by id, for telling what is new and what has changed.
    """
    found = []
    for name, node in _texts(_root(source)):
        texts = _said(node)
        check = checked(texts)
        state = None
        if earlier is not None:
            state = State.NEW if name not in earlier else State.SAME
            state = State.CHANGED if name in earlier and earlier[name] != check else state
        found.append(Row(name, texts, check, state))
    return tuple(found)


def said_in(source: Source) -> dict[str, MapNode]:
    """Every mapping of a file that says something, by the id of its row."""
    return dict(_texts(_root(source)))


def checked(texts: Mapping[Locale, str]) -> str:
    """Eight hexadecimal digits that change when any of the texts does."""
    data = json.dumps(
        {locale.value: texts[locale] for locale in Locale if locale in texts}, ensure_ascii=True
    )
    return hashlib.sha256(data.encode("ascii")).hexdigest()[:8]


def merged(source: Source, table: Sequence[Row]) -> Merge:
    """Put the words of a table into a file; everything else in it stays as it is, remarks included."""
    here = dict(_texts(_root(source)))
    edits: list[Edit] = []
    changed: list[tuple[str, Locale]] = []
    conflicts: list[str] = []
    unknown: list[str] = []
    for row in table:
        node = here.get(row.id)
        if node is None:
            unknown.append(row.id)
            continue
        wanted = {
            locale: text for locale, text in row.texts.items() if text and _said(node).get(locale) != text
        }
        if not wanted:
            continue
        if row.check and checked(_said(node)) != row.check:
            conflicts.append(row.id)
            continue
        beside = next(value for key, value in _values(node) if key in LANGUAGES)
        for locale, text in wanted.items():
            place = node.values.get(locale.value)
            edits.append(Edit(row.id, locale, text, place if isinstance(place, TextNode) else None, beside))
            changed.append((row.id, locale))
    return Merge(_edited(source, edits), tuple(changed), tuple(conflicts), tuple(unknown))


def quoted(text: str) -> str:
    """A text as YAML reads it back exactly, on one line."""
    return json.dumps(text, ensure_ascii=False)


def _root(source: Source) -> Node | None:
    root = read_tree(source, Findings(source.file))
    if isinstance(root, MapNode):
        translate(root)
    return root


def _texts(node: Node | None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, MapNode]]:
    """Every mapping that says something in a language, with its place."""
    if isinstance(node, MapNode):
        if any(isinstance(value, TextNode) for key, value in node.values.items() if key in LANGUAGES):
            yield "/".join(path), node
        for key, value in node.values.items():
            if key not in LANGUAGES:
                yield from _texts(value, (*path, key))
    elif isinstance(node, ListNode):
        for number, item in enumerate(node.items, start=1):
            yield from _texts(item, (*path, str(number)))


def _values(node: MapNode) -> Iterator[tuple[str, TextNode]]:
    for key, value in node.values.items():
        if isinstance(value, TextNode):
            yield key, value


def _said(node: MapNode) -> dict[Locale, str]:
    return {LANGUAGES[key]: value.text.strip() for key, value in _values(node) if key in LANGUAGES}


def _edited(source: Source, edits: Sequence[Edit]) -> str:
    """The text of the file with every edit made, the last one first so that places stay right."""
    starts = [0]
    for line in source.text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    text = source.text

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column - 1

    # what is put behind a text comes before a change of that text, whose end it would move
    for edit in sorted(edits, key=lambda e: (*_place(e.node or e.beside), e.node is None), reverse=True):
        said = quoted(edit.text)
        if edit.node is not None:
            start = offset(edit.node.line, edit.node.column)
            end = offset(edit.node.end_line, edit.node.end_column)
            tail = "\n" if text[start:end].endswith("\n") else ""
            text = text[:start] + said + tail + text[end:]
        else:
            text = _inserted(text, edit, offset(edit.beside.end_line, edit.beside.end_column), starts)
    return text


def _inserted(text: str, edit: Edit, end: int, starts: Sequence[int]) -> str:
    """The text with a language behind the one there is: in braces after a comma, else on its own line."""
    line = starts[edit.beside.line - 1]
    before = text[line : line + edit.beside.column - 1]
    if "{" in before:
        return f"{text[:end]}, {edit.locale.value}: {quoted(edit.text)}{text[end:]}"
    indent = " " * (len(before) - len(before.lstrip(" -")))
    if text[end - 1 : end] == "\n":
        return f"{text[:end]}{indent}{edit.locale.value}: {quoted(edit.text)}\n{text[end:]}"
    return f"{text[:end]}\n{indent}{edit.locale.value}: {quoted(edit.text)}{text[end:]}"


def _place(node: TextNode) -> tuple[int, int]:
    return node.line, node.column
