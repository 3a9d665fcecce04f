"""A scenario as a workbook for people who live in spreadsheets."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from game.authoring.workbook_layout import (
    BEAT,
    BEATS,
    HIDDEN,
    KIND,
    KINDS,
    LINE,
    LINES,
    PEOPLE,
    PERSON,
    REMARK,
    SCENARIO,
    SPAN,
    VALUE,
    Column,
    Kind,
    Sheet,
    sheets,
)
from game.authoring.workbook_origin import write_origin
from game.authoring.workbook_rows import Row, Rows, closed_ids, heading, label, name_cells, rows_of
from game.content.aliases import FIELDS, TACTICS, WORDS, chinese
from game.content.conditions import RESISTANCES, TRAITS
from game.content.loading import psychology
from game.content.people import ATTRIBUTES
from game.content.schema_notes import field_notes
from game.content.source import Source
from game.language.locale import Locale

LISTS = "lists"
"""The hidden sheet of words to choose from."""

LONGEST = 32_767
"""Characters that a cell of a spreadsheet holds."""

SPARE = 300
"""Rows below the last one that have drop-downs too."""

_BORN = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""The same scenario is always the same bytes."""

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})\Z")
_WIDTHS = {Kind.PROSE: 52, Kind.SEVERAL: 30, Kind.ONE: 15, Kind.PART: 10}
_NAMES = {
    "with": PEOPLE,
    "person": PEOPLE,
    "scene": "scenes",
    "claims": "facts",
    "promises": "promises",
    "keeps": "promises",
    "asks-about": "secrets",
    "solves": "secrets",
    "asks": "asks",
    BEAT: BEATS,
    LINE: LINES,
    PERSON: PEOPLE,
}
"""Fields that name a row of another sheet."""


class WorkbookFault(ValueError):
    """A text is longer than a cell can be; `row` and `column` say where."""

    def __init__(self, row: str, column: str) -> None:
        super().__init__(row, column)
        self.row = row
        self.column = column


def workbook(source: Source, locale: Locale) -> bytes:
    """The bytes of the workbook of a scenario without errors.

    Raises:
        WorkbookFault: a text does not fit into a cell.
    """
    import xlsxwriter

    page = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(page, options)
    book.set_properties({"created": _BORN})
    _Writer(book, locale).write(rows_of(source, locale))
    write_origin(book, source.text)
    book.close()
    return page.getvalue()


class _Writer:
    def __init__(self, book: Any, locale: Locale) -> None:
        self.book = book
        self.locale = locale
        top = {"valign": "top"}
        self.head = book.add_format({"bold": True, "bg_color": "#EFE7D6", "bottom": 1, **top})
        self.name = book.add_format({"num_format": "@", "font_color": "#6B5B3E", **top})
        self.text = book.add_format({"num_format": "@", "text_wrap": True, **top})
        self.prose = book.add_format({"text_wrap": True, **top})
        self.number = book.add_format({"align": "right", **top})
        self.lists: list[tuple[str, ...]] = []
        self.counts: dict[str, int] = {}
        self.aims: list[str] = []

    def write(self, rows: Rows) -> None:
        """Every sheet, and at the end the hidden one with the words to choose from."""
        self.counts = {key: len(rows[key]) for key in rows}
        self.aims = [str(key[0]) for sheet in (BEATS, "endings") for key in rows[sheet]]
        pages = {
            key: self.book.add_worksheet(sheet.title.said(self.locale)) for key, sheet in sheets().items()
        }
        words = self.book.add_worksheet(LISTS)
        words.hide()
        for key, sheet in sheets().items():
            self._sheet(pages[key], sheet, list(rows[key].values()))
        for number, choices in enumerate(self.lists):
            for at, word in enumerate(choices):
                words.write_string(at, number, word)

    def _sheet(self, page: Any, sheet: Sheet, rows: Sequence[Row]) -> None:
        used = {name for row in rows for name in row.cells}
        columns = [column for column in sheet.columns.values() if self._wanted(column, used)]
        heads = [label(name, self.locale) for name in sheet.ids]
        heads += [self._heading(column) for column in columns]
        heads.append(label(REMARK, self.locale))
        for at, head in enumerate(heads):
            page.write_string(0, at, head, self.head)
        for at, column in enumerate(columns, start=len(sheet.ids)):
            if note := explanation(column, self.locale):
                page.write_comment(0, at, note, {"x_scale": 2, "font_size": 9})
        for number, row in enumerate(rows, start=1):
            for at, cell in enumerate(name_cells(sheet.key, row.key, self.locale)):
                self._cell(page, number, at, cell, self.name, heads[at])
            for at, column in enumerate(columns, start=len(sheet.ids)):
                if column.name in row.cells:
                    self._value(page, number, at, column, row.cells[column.name], heads[at])
            self._cell(page, number, len(heads) - 1, row.cells.get(REMARK, ""), self.prose, heads[-1])
        self._dress(page, sheet, columns, len(rows))

    def _heading(self, column: Column) -> str:
        return (
            label(column.name, self.locale) if column.name in (VALUE, SPAN) else heading(column, self.locale)
        )

    def _wanted(self, column: Column, used: Iterable[str]) -> bool:
        """Whether a column is shown: markers of empty parts and other languages only where they are used."""
        return column.name in used or column.kind is not Kind.PART

    def _value(self, page: Any, row: int, at: int, column: Column, cell: str, head: str) -> None:
        json = dict(column.form.json) if column.form is not None else {}
        if column.kind is Kind.ONE and json.get("type") == "integer" and _WHOLE.match(cell):
            page.write_number(row, at, int(cell), self.number)
        else:
            self._cell(page, row, at, cell, self.prose if column.kind is Kind.PROSE else self.text, head)

    def _cell(self, page: Any, row: int, at: int, cell: str, style: Any, head: str) -> None:
        if len(cell) > LONGEST:
            raise WorkbookFault(f"{page.get_name()} {row + 1}", head)
        if cell:
            page.write_string(row, at, cell, style)

    def _dress(self, page: Any, sheet: Sheet, columns: Sequence[Column], rows: int) -> None:
        """Widths, frozen panes, filters, and drop-downs."""
        ids = len(sheet.ids)
        last = max(rows, 1)
        page.set_column(
            0, max(ids - 1, 0), 24 if sheet.key == SCENARIO else 20, self.name if ids else self.text
        )
        for at, column in enumerate(columns, start=ids):
            json = dict(column.form.json) if column.form is not None else {}
            style = (
                self.prose
                if column.kind is Kind.PROSE
                else self.number
                if json.get("type") == "integer"
                else self.text
            )
            page.set_column(at, at, _WIDTHS[column.kind], style)
            strict = column.kind is Kind.ONE and column.path[-1] != "then"
            self._choices(page, at, self._words(column), last, strict)
            if column.path[-1] in _NAMES and column.kind is Kind.ONE:
                self._names(page, at, column.path[-1], last)
        page.set_column(ids + len(columns), ids + len(columns), 30, self.prose)
        for at, name in enumerate(sheet.ids):
            if name in _NAMES:
                self._names(page, at, name, last)
            elif name == KIND:
                kinds = [chinese(kind, FIELDS) if self.locale is Locale.ZH else kind for kind in KINDS]
                self._choices(page, at, kinds, last, strict=True)
        if closed_ids(sheet.key):
            words = (
                list(RESISTANCES)
                if sheet.key == "objections"
                else [*TRAITS, *(ATTRIBUTES if sheet.key == HIDDEN else ())]
            )
            said = [chinese(word, WORDS, FIELDS) if self.locale is Locale.ZH else word for word in words]
            self._choices(page, ids - 1, said, last, strict=False)
        page.freeze_panes(1, ids)
        page.autofilter(0, 0, last, ids + len(columns))

    def _words(self, column: Column) -> list[str]:
        """The words that a column takes, where they are a closed list."""
        json: Mapping[str, Any] = column.form.json if column.form is not None else {}
        native = self.locale is Locale.ZH
        if "enum" in json:
            return [chinese(w, column.path[-1], WORDS, FIELDS) if native else w for w in json["enum"]]
        if json.get("type") == "boolean":
            return [chinese(word, WORDS) if native else word for word in ("true", "false")]
        if column.path[-1] == "then":
            return self.aims
        if column.path[-1] == "does":
            model = psychology().psychology
            ids = model.tactics.ids if model is not None else ()
            return [chinese(word, TACTICS) if native else word for word in ids]
        return []

    def _choices(self, page: Any, at: int, words: Sequence[str], last: int, strict: bool) -> None:
        """A drop-down; one that is not strict only proposes."""
        if not words:
            return
        if tuple(words) not in self.lists:
            self.lists.append(tuple(words))
        letter = _letter(self.lists.index(tuple(words)))
        source = f"={LISTS}!${letter}$1:${letter}${len(words)}"
        rule = {"validate": "list", "source": source, "ignore_blank": True, "show_error": strict}
        page.data_validation(1, at, last + SPARE, at, rule)

    def _names(self, page: Any, at: int, field: str, last: int) -> None:
        """A drop-down of the rows of another sheet."""
        other = sheets()[_NAMES[field]]
        letter = _letter(other.ids.index("id"))
        title = other.title.said(self.locale)
        end = self.counts[other.key] + SPARE
        source = f"='{title}'!${letter}$2:${letter}${end}"
        rule = {"validate": "list", "source": source, "ignore_blank": True, "show_error": False}
        page.data_validation(1, at, last + SPARE, at, rule)


def explanation(column: Column, locale: Locale) -> str:
    """What a field is, to be shown over its heading; empty where nothing is to be said."""
    notes = {part.lower(): fields for part, fields in field_notes().items()}
    name = column.path[-1]
    return notes.get(column.section, {}).get(name, {}).get(locale.value, "")


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
