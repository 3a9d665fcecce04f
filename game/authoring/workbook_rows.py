"""A scenario as rows of cells: what stands in its file, before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.authoring.respelt_values import respelt
from game.authoring.workbook_layout import (
    FIELD,
    GRADES,
    HEADINGS,
    HIDDEN,
    KIND,
    REMARK,
    SCENARIO,
    VALUE,
    Column,
    Kind,
    Path,
    scenario_fields,
    sheets,
    spot,
)
from game.content.aliases import FIELDS, WORDS, chinese, translate
from game.content.diagnostics import Findings
from game.content.document import normal
from game.content.source import Source
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode, plain, read_tree
from game.language.locale import Locale

SEPARATOR = ", "
NO_FIELDS, NO_ENTRIES = "{}", "[]"
"""What a cell says where a field is there and empty."""

_LANGUAGES = frozenset(locale.value for locale in Locale)
_RESISTANCES = "objections"
_REMARK = re.compile(r"[\s\]\},:]*#\s?(.*)$")


@dataclass(slots=True)
class Row:
    """One row: what names it, and its cells by the English name of their column."""

    key: Path
    cells: dict[str, str] = field(default_factory=dict)


Rows = Mapping[str, Mapping[Path, Row]]
"""The rows of every sheet by what names them, in the order of the file."""


def rows_of(source: Source, locale: Locale) -> Rows:
    """The rows of a scenario that can be read, with closed words in a language."""
    root = read_tree(source, Findings(source.file))
    assert isinstance(root, MapNode)
    translate(root)
    found: dict[str, dict[Path, Row]] = {key: {} for key in sheets()}
    for path, value in _leaves(normal(_notes_said(plain(root)))):
        _put(found, path, value, locale)
    for (sheet, key), remark in _remarks(source, root, found).items():
        found[sheet][key].cells[REMARK] = remark
    return found


def _notes_said(data: dict[str, Any]) -> dict[str, Any]:
    """A note that is a single text, in the languages of the scenario."""
    declared = [code for code in data.get("languages", ()) if code in _LANGUAGES] or sorted(_LANGUAGES)
    for beat in data["beats"].values():
        for line in beat.get("lines", {}).values():
            if isinstance(line.get("note"), str):
                line["note"] = dict.fromkeys(declared, line["note"])
    return data


def heading(column: Column, locale: Locale) -> str:
    """What stands above a column."""
    if locale is Locale.EN:
        return column.name
    *above, last = column.path
    return " ".join((*(chinese(part, FIELDS) for part in above), chinese(last, column.section, FIELDS)))


def label(word: str, locale: Locale) -> str:
    """A heading that is no field."""
    return HEADINGS[word] if locale is Locale.ZH else word


def field_name(path: Path, locale: Locale) -> str:
    """A place on the first sheet: `aims 1`, `briefing 2 from`."""
    section = "message" if path[:1] == ("briefing",) else SCENARIO
    words = (str(part + 1) if isinstance(part, int) else part for part in path)
    return " ".join(word if locale is Locale.EN else chinese(word, section, FIELDS) for word in words)


def closed_ids(sheet: str) -> bool:
    """Whether the last name of a row is one of the language's words rather than an id."""
    return sheet in {_RESISTANCES, GRADES, HIDDEN}


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every text, every list of texts and everything empty, in order."""
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for number, item in enumerate(value):
            yield from _leaves(item, (*path, number))
    elif value != "":
        yield path, value


def _put(found: dict[str, dict[Path, Row]], path: Path, value: Any, locale: Locale) -> None:
    """Puts one value into its cell."""
    here = spot(path)
    if here.sheet == SCENARIO:
        _put_field(found[SCENARIO], path, value, locale)
        return
    row = found[here.sheet].setdefault(here.row, Row(here.row))
    if here.sheet in {"lines", "replies"}:
        _name_above(found, path)
    name = " ".join(map(str, here.rest)) or ("span" if here.sheet == HIDDEN else "")
    column = sheets()[here.sheet].columns.get(name)
    empty = not value
    if not name or (empty and column is None):
        return
    assert column is not None, path
    row.cells[name] = _nothing(value) if empty else _said(column, value, locale)


def _name_above(found: dict[str, dict[Path, Row]], path: Path) -> None:
    """The beat of a line, and the line of a reply, have rows even where they hold nothing else."""
    beat = path[1]
    found["beats"].setdefault((beat,), Row((beat,)))
    if path[2] == "lines" and len(path) > 4:
        found["lines"].setdefault((beat, path[3]), Row((beat, path[3])))


def _put_field(rows: dict[Path, Row], path: Path, value: Any, locale: Locale) -> None:
    last = path[-1]
    if last in _LANGUAGES and len(path) > 1:
        rows.setdefault(path[:-1], Row(path[:-1])).cells[str(last)] = value
        return
    top_level_table = len(path) == 1 and not value and path[0] not in scenario_fields()
    if top_level_table:  # an empty table is no table
        return
    name = " ".join(part for part in path if isinstance(part, str))
    column = scenario_fields().get(name)
    assert column is not None, path
    said = _nothing(value) if not value else _said(column, value, locale)
    rows.setdefault(path, Row(path)).cells[VALUE] = said


def _nothing(value: Any) -> str:
    return NO_FIELDS if isinstance(value, dict) else NO_ENTRIES


def _said(column: Column, value: Any, locale: Locale) -> str:
    """What a cell says."""
    if isinstance(value, dict):
        return NO_FIELDS
    texts = value if isinstance(value, list) else [value]
    if locale is Locale.ZH and column.form is not None and column.kind is not Kind.PROSE:
        texts = [respelt(text, column.form, column.path[-1]) for text in texts]
    return SEPARATOR.join(texts)


def name_cells(sheet: str, key: Path, locale: Locale) -> list[str]:
    """What stands in the first columns of a row, which name it."""
    ids = sheets()[sheet].ids
    if ids == (FIELD,):
        return [field_name(key, locale)]
    words = [str(part) for part in key[: len(ids)]]
    if locale is Locale.ZH:
        words = [
            chinese(word, FIELDS) if name == KIND else word for name, word in zip(ids, words, strict=True)
        ]
        if closed_ids(sheet):
            words[-1] = chinese(words[-1], WORDS, FIELDS)
    return words


def _remarks(source: Source, root: Node, found: Rows) -> dict[tuple[str, Path], str]:
    """Remarks of a file by the row that they stand in or above."""
    if "#" not in source.text:
        return {}
    entries = sorted(_entries(root), key=lambda entry: (entry[0].line, entry[0].column))
    ends: dict[int, int] = {}
    inside: set[int] = set()
    rows: list[tuple[int, tuple[str, Path]]] = []
    for node, path in entries:
        ends[node.end_line] = max(ends.get(node.end_line, 0), node.end_column - 1)
        inside.update(range(node.line + 1, node.end_line + (node.end_column > 1)))
        here = spot(path)
        key = _row_key(here.sheet, here.row)
        if key in found[here.sheet]:
            rows.append((node.line, (here.sheet, key)))
    remarks: dict[tuple[str, Path], list[str]] = {}
    for number, line in enumerate(source.lines, start=1):
        if "#" not in line or (number in inside and number not in ends):
            continue
        remark = _REMARK.match(line[ends.get(number, 0) :])
        if remark is not None and rows:
            above = [row for at, row in rows if at <= number]
            below = [row for at, row in rows if at >= number]
            row = above[-1] if (number in ends and above) or not below else below[0]
            remarks.setdefault(row, []).append(remark[1].strip())
    return {row: "\n".join(lines) for row, lines in remarks.items()}


def _row_key(sheet: str, key: Path) -> Path:
    """The row on the first sheet that a text in a language stands in."""
    return key[:-1] if sheet == SCENARIO and len(key) > 1 and key[-1] in _LANGUAGES else key


def _entries(node: Node, path: Path = ()) -> Iterator[tuple[TextNode, Path]]:
    """Every scalar of a tree, and the path of the value that it is or names."""
    if isinstance(node, TextNode):
        yield node, path
    elif isinstance(node, MapNode):
        for key, value in node.values.items():
            yield node.keys[key], (*path, key)
            yield from _entries(value, (*path, key))
    elif isinstance(node, ListNode):
        texts = all(isinstance(item, TextNode) for item in node.items)
        for number, item in enumerate(node.items):
            yield from _entries(item, path if texts else (*path, number))
