"""Class lists as trainers have them: a CSV in any of the usual dialects, or the first sheet of a workbook."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile

MOST = 5_000
LONGEST = 120
HEADS = {
    "key": (
        "key",
        "id",
        "number",
        "no",
        "employee",
        "code",
        "email",
        "工号",
        "编号",
        "学号",
        "员工号",
        "邮箱",
    ),
    "name": ("name", "full name", "姓名", "名字", "学员"),
    "team": ("team", "group", "department", "小组", "团队", "组", "部门", "组别"),
}
"""What a column may be called."""


class BadRoster(ValueError):
    """The file is no class list; the message says why, with the row."""


def roster_from(data: bytes) -> dict[str, dict[str, str]]:
    """Name and team by key.

    Args:
        data: of the file; a row of heads is used where there is one, else the columns are key, name, team.

    Raises:
        BadRoster: it cannot be read, has no rows, or the same key twice.
    """
    rows = [row for row in (_sheet(data) if data[:2] == b"PK" else _text(data)) if any(row)]
    if not rows:
        raise BadRoster("no rows")
    columns = _columns(rows[0])
    if columns is not None:
        rows = rows[1:]
    else:
        columns = {"key": 0, "name": 1, "team": 2}
    if len(rows) > MOST:
        raise BadRoster(f"more than {MOST} rows")
    found: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows, start=1):
        entry = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
        key = entry.pop("key")
        if not key:
            raise BadRoster(f"row {number}: no key")
        if key in found:
            raise BadRoster(f"row {number}: {key} twice")
        found[key] = {name: value for name, value in entry.items() if value or name == "name"}
    return found


def _columns(head: list[str]) -> dict[str, int] | None:
    """Which column is which; None where the first row is no head."""
    names = [cell.casefold() for cell in head]
    found = {
        field: next(at for at, name in enumerate(names) if name in known)
        for field, known in HEADS.items()
        if any(name in known for name in names)
    }
    return found if "key" in found else None


def _text(data: bytes) -> list[list[str]]:
    text = _decoded(data)
    try:
        dialect = csv.Sniffer().sniff(text[:4_000], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    try:
        return [[_cell(cell) for cell in row] for row in csv.reader(io.StringIO(text), dialect)]
    except csv.Error as error:
        raise BadRoster(str(error)) from None


def _decoded(data: bytes) -> str:
    """UTF-8, or what spreadsheets write where they do not ask."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    for name in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _sheet(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > 50_000_000:
                raise BadRoster("the workbook is too large")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST + 2, max_col=20, values_only=True)
        return [[_cell(cell) for cell in row] for row in rows]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, IndexError, ValueError) as error:
        raise BadRoster(str(error)[:120] or "no workbook") from None


def _cell(value: object) -> str:
    """A cell as text without anything invisible; a whole number is written as one."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = unicodedata.normalize("NFC", "" if value is None else str(value))
    return "".join(sign for sign in text if sign.isprintable()).strip()[:LONGEST]
