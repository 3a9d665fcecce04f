"""Cells that no spreadsheet takes for a formula (T16), and what people find in the columns of an export.

Numbers stay numbers. A text that begins with a sign a spreadsheet would calculate with gets an apostrophe in
CSV; in a workbook it is written as a text, which needs none.
"""

from __future__ import annotations

import csv
import io
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

Cell = str | int | float | None

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""What a formula may begin with, by itself or after it was normalised (full-width signs)."""


def cleaned(text: str) -> str:
    """The text without control characters, which no workbook may hold; line breaks and tabs are blanks."""
    return "".join(
        " " if sign in "\t\r\n" else sign
        for sign in text
        if sign in "\t\r\n" or unicodedata.category(sign) != "Cc"
    )


def safe(cell: Cell) -> Cell:
    """A cell for CSV: a text that could be taken for a formula begins with an apostrophe."""
    if not isinstance(cell, str):
        return cell
    first = unicodedata.normalize("NFKC", cell.lstrip()[:1])
    return f"'{cleaned(cell)}" if first.startswith(RISKY) or cell.startswith(RISKY) else cleaned(cell)


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """A CSV file as UTF-8 with a byte order mark, by which spreadsheets know it; every text is quoted."""
    yield "\ufeff".encode()
    for row in itertools.chain([head], rows):
        page = io.StringIO()
        csv.writer(page, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n").writerow(
            ["" if cell is None else safe(cell) for cell in row]
        )
        yield page.getvalue().encode()


def moment(at: int | None) -> str:
    """Milliseconds as RFC 3339, UTC."""
    if at is None:
        return ""
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
