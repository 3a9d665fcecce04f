"""The file that a workbook was made of, line by line on a hidden sheet, so that its layout is not lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.authoring.workbook_cells import MOST_ROWS, Page

ORIGIN = "origin"
"""The hidden sheet."""

_LONGEST = 32_767
_EDGE = "|"
"""Stands around every line, so that no spreadsheet takes one for a number, and no blank is lost."""

_ENDS = {"lf": "\n", "crlf": "\r\n"}


def write_origin(book: Any, text: str) -> None:
    """Put a file on its sheet; one that a sheet cannot hold is left out."""
    end = "crlf" if "\r\n" in text else "lf"
    lines = text.split(_ENDS[end])
    if len(lines) >= MOST_ROWS or any(
        len(line) + 2 > _LONGEST or "\r" in line or "\n" in line for line in lines
    ):
        return
    page = book.add_worksheet(ORIGIN)
    page.hide()
    for at, line in enumerate((end, *lines)):
        page.write_string(at, 0, f"{_EDGE}{line}{_EDGE}")


def origin_in(pages: Sequence[Page]) -> str | None:
    """The file that a workbook was made of; None where it is not there, or somebody has written into it."""
    page = next((page for page in pages if page.title == ORIGIN), None)
    if page is None or [row[0].row for row in page.rows] != list(range(1, len(page.rows) + 1)):
        return None
    texts = [row[0].text for row in page.rows]
    if any(len(row) > 1 for row in page.rows) or any(
        len(text) < 2 or text[0] != _EDGE or text[-1] != _EDGE for text in texts
    ):
        return None
    end, *lines = (text[1:-1] for text in texts)
    return _ENDS[end].join(lines) if end in _ENDS else None
