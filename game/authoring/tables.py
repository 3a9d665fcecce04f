"""Rows of words as CSV and as XLSX, there and back without a loss."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.authoring.words import Row
from game.authoring.workbook_cells import as_text
from game.language.locale import Locale

CSV, XLSX = ".csv", ".xlsx"
HEAD = ("id", *(locale.value for locale in Locale), "check", "state")
RISKY = ("=", "+", "-", "@", "\t", "\r")
"""First letters that a spreadsheet takes for a formula; in the table an apostrophe stands before them."""

LARGEST = 20_000_000
"""Bytes that a table may unpack to."""

MOST_ROWS = 20_000


class TableFault(ValueError):
    """A table cannot be read; `reason` is a word: `unknown-form`, `too-large`, `no-head`, `broken`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def write(path: Path, rows: Iterable[Row]) -> bytes:
    """The bytes of a table in the form that its name asks for.

    Raises:
        TableFault: the name ends neither in .csv nor in .xlsx.
    """
    lines = [HEAD, *(_cells(row) for row in rows)]
    if path.suffix.lower() == CSV:
        page = io.StringIO(newline="")
        csv.writer(page).writerows([_safe(cell) for cell in line] for line in lines)
        return ("\ufeff" + page.getvalue()).encode("utf-8")
    if path.suffix.lower() == XLSX:
        return _workbook(lines)
    raise TableFault("unknown-form")


def read(path: Path, data: bytes) -> tuple[Row, ...]:
    """The rows of a table that came back.

    Raises:
        TableFault: it is none, or too large.
    """
    suffix = path.suffix.lower()
    if suffix not in (CSV, XLSX):
        raise TableFault("unknown-form")
    if len(data) > LARGEST:
        raise TableFault("too-large")
    lines = _csv_lines(data) if suffix == CSV else _xlsx_lines(data)
    head = [cell.strip().lower() for cell in lines[0]] if lines else []
    if "id" not in head:
        raise TableFault("no-head")
    places = {name: head.index(name) for name in HEAD if name in head}
    if len(lines) > MOST_ROWS:
        raise TableFault("too-large")

    def cell(line: Sequence[str], name: str) -> str:
        at = places.get(name)
        return _plain(line[at]).strip() if at is not None and at < len(line) else ""

    return tuple(
        Row(
            cell(line, "id"),
            {locale: text for locale in Locale if (text := cell(line, locale.value))},
            cell(line, "check"),
        )
        for line in lines[1:]
        if cell(line, "id")
    )


def _cells(row: Row) -> tuple[str, ...]:
    texts = (row.texts.get(locale, "") for locale in Locale)
    return (row.id, *texts, row.check, row.state.value if row.state else "")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*RISKY, "'")) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*RISKY, "'")) else cell


def _workbook(lines: Sequence[Sequence[str]]) -> bytes:
    import xlsxwriter

    page = io.BytesIO()
    book = xlsxwriter.Workbook(
        page, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet("words")
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    grey = book.add_format({"font_color": "#8C8371", "valign": "top"})
    for at, line in enumerate(lines):
        for column, cell in enumerate(line):
            style = bold if at == 0 else wrap if HEAD[column] in ("en", "zh") else grey
            sheet.write_string(at, column, cell, style)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, len(Locale), 60)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(lines) - 1, 1), len(HEAD) - 1)
    book.close()
    return page.getvalue()


def _csv_lines(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")  # what a Chinese spreadsheet writes unless it is asked otherwise
        except UnicodeDecodeError as fault:
            raise TableFault("broken") from fault
    try:
        dialect = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
        return [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=dialect) if line]
    except csv.Error as fault:
        raise TableFault("broken") from fault


def _xlsx_lines(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as folder:
            if sum(entry.file_size for entry in folder.infolist()) > LARGEST:
                raise TableFault("too-large")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        lines = []
        for number, line in enumerate(sheet.iter_rows(values_only=True)):
            if number > MOST_ROWS:
                raise TableFault("too-large")
            lines.append(["" if cell is None else as_text(cell) or str(cell) for cell in line])
        return [line for line in lines if any(line)]
    except TableFault:
        raise
    except Exception as fault:  # openpyxl raises many kinds for a file that is no workbook
        raise TableFault("broken") from fault
