"""A workbook as cells of text, whatever a spreadsheet has made of them; what cannot be text is told."""

from __future__ import annotations

import datetime
import io
import math
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.content.diagnostics import Findings
from game.content.places import Place

SUFFIX = ".xlsx"
LARGEST = 30_000_000
"""Bytes that a workbook may unpack to."""

MOST_PARTS = 400
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SHEETS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text without blanks around it, and where it stands, counting from 1."""

    text: str
    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """`Lines!C14`."""
        return f"{self.sheet}!{letters(self.column)}{self.row}"

    def place(self, file: str) -> Place:
        """Where a fault in it is told."""
        return Place(file, self.row, self.column, self.address)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its rows that are not empty, each a list of cells that are not."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


def letters(column: int) -> str:
    """A column as spreadsheets call it: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def read_cells(data: bytes, findings: Findings) -> tuple[Page, ...]:
    """The sheets of a workbook; what is wrong with it as a file is noted (SC015 to SC018)."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as folder:
            entries = folder.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
                findings.add("SC016", limit=f"{LARGEST // 1_000_000} MB")
                return ()
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        if len(book.worksheets) > MOST_SHEETS:
            findings.add("SC016", limit=str(MOST_SHEETS))
            return ()
        return tuple(Page(sheet.title, tuple(_rows(sheet, findings))) for sheet in book.worksheets)
    except _TooLarge as fault:
        findings.add("SC016", limit=str(fault))
    except Exception:  # openpyxl raises many kinds for a file that is no workbook
        findings.add("SC015")
    return ()


class _TooLarge(ValueError):
    """A sheet has more rows or columns than a scenario can need."""


def _rows(sheet: Any, findings: Findings) -> Iterator[tuple[Cell, ...]]:
    sheet.reset_dimensions()
    for number, line in enumerate(sheet.iter_rows(), start=1):
        if number > MOST_ROWS:
            raise _TooLarge(str(MOST_ROWS))
        if len(line) > MOST_COLUMNS and any(cell.value is not None for cell in line[MOST_COLUMNS:]):
            raise _TooLarge(str(MOST_COLUMNS))
        cells = [
            _cell(value, sheet.title, number, at, findings)
            for at, value in enumerate(line[:MOST_COLUMNS], start=1)
        ]
        found = tuple(cell for cell in cells if cell is not None)
        if found:
            yield found


def _cell(read: Any, sheet: str, row: int, column: int, findings: Findings) -> Cell | None:
    """One cell as text; None where there is nothing in it."""
    value = read.value
    if value is None:
        return None
    if read.data_type in {"f", "e"}:
        findings.add_at(
            "SC017", Cell("", sheet, row, column).place(findings.file), str(value), text=str(value)[:60]
        )
        return None
    text = as_text(value, str(getattr(read, "number_format", "") or ""))
    if text is None:
        findings.add_at(
            "SC018", Cell("", sheet, row, column).place(findings.file), str(value), text=str(value)[:60]
        )
        return None
    text = text.strip()
    return Cell(text, sheet, row, column) if text else None


def as_text(value: object, form: str = "") -> str | None:
    """What somebody typed, after a spreadsheet has made a number, a time or a flag of it; None for a date."""
    match value:
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case bool():
            return "true" if value else "false"
        case datetime.time():
            return f"{value.hour}:{value.minute:02}"
        case datetime.timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02}"
        case int() | float():
            if "%" in form:
                return f"{_number(round(float(value) * 100, 6))}%"
            return _number(float(value)) if isinstance(value, float) else str(value)
    return None


def _number(value: float) -> str:
    """A number without the noise of binary fractions: 24.0 is 24, 1.1500000000000001 is 1.15."""
    if not math.isfinite(value):
        return str(value)  # too large for a number; whoever reads it says so, at its cell
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.12g}"


def headed(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], Sequence[tuple[Cell, ...]]]:
    """The first row that is not empty, and those below it."""
    return (rows[0], rows[1:]) if rows else ((), ())
