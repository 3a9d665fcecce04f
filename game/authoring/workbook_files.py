"""Workbooks of scenarios among the other files of a folder."""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path

from game.authoring.workbook_cells import SUFFIX
from game.authoring.workbook_layout import sheets

LOCK = "~$"
"""Begins the little file that a spreadsheet lays beside one that is open."""

_LARGEST = 1_000_000
_NAME = re.compile(r"<sheet\b[^>]*?\bname=\"([^\"]*)\"")
_OURS = 3
"""Sheets by which a workbook is known, even if others were renamed or deleted."""


def holds_a_scenario(file: Path) -> bool:
    """Whether a file is the workbook of a scenario: not a table of words, not a class list.

    One that is named so and cannot be opened counts, so that somebody is told of it.
    """
    if file.suffix.lower() != SUFFIX or file.name.startswith(LOCK) or not file.is_file():
        return False
    try:
        with zipfile.ZipFile(file) as folder, folder.open("xl/workbook.xml") as part:
            text = part.read(_LARGEST).decode("utf-8", "replace")
    except (OSError, zipfile.BadZipFile, KeyError, RuntimeError, ValueError):
        return True
    titles = {title for sheet in sheets().values() for title in sheet.title.words.values()}
    return len(titles & {html.unescape(name).strip() for name in _NAME.findall(text)}) >= _OURS
