"""What the verbs of authors read and write: sound scenarios, and files with a complaint where they cannot."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from game.command_line.complaints import Complaint
from game.command_line.house import House
from game.command_line.streams import complain
from game.command_line.troubles import system_reason

if TYPE_CHECKING:
    from game.content.loading import Loaded


def sound(house: House, name: str) -> Loaded:
    """A scenario without errors, by id or file.

    Raises:
        Complaint: it has errors; they have been told.
    """
    from game.content.loading import load_scenario

    loaded = load_scenario(name)
    if loaded.scenario is None or loaded.wording is None:
        for each in loaded.errors:
            complain(each.rendered(house.words.locale))
        raise Complaint(house.words("this scenario has errors; mend them first."), "broken")
    return loaded


WRITTEN_ANEW = frozenset((".html", ".htm"))
"""Endings of pages that only Rapport writes; what stands under any other name may be somebody's work."""


def put(house: House, file: Path, content: str | bytes) -> None:
    """Write a file; where somebody's work may stand under that name, it stays beside it.

    Raises:
        Complaint: it cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        set_aside(file, data)
        file.write_bytes(data)
    except OSError as error:
        raise unwritable(house, file, error) from error


def set_aside(file: Path, data: bytes) -> Path | None:
    """Keep what somebody may have written under a name that is about to be used; None where nothing was.

    Raises:
        OSError: it cannot be kept.
    """
    from game.content.package import SUFFIX, is_package

    if file.suffix.lower() in WRITTEN_ANEW or not file.is_file():
        return None
    before = file.read_bytes()
    if before == data or (is_package(before) and is_package(data) and file.suffix.lower() == SUFFIX):
        return None
    kept = beside(file)
    shutil.copy2(file, kept)
    return kept


def beside(path: Path) -> Path:
    """A free name for a file as it was."""
    number = 1
    while (kept := path.with_name(f"{path.name}.before-{number}")).exists():
        number += 1
    return kept


def replace(house: House, file: Path, content: str | bytes) -> Path | None:
    """Write a file in one step; what stood there before stays beside it, unless it is the same.

    Returns:
        the file as it was, None where there was none or nothing has changed.

    Raises:
        Complaint: it cannot be written; what was there is untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    part = file.with_name(f".{file.name}.part")
    try:
        if file.is_file() and file.read_bytes() == data:
            return None
        part.write_bytes(data)
        kept = beside(file) if file.exists() else None
        if kept is not None:
            shutil.copy2(file, kept)
        part.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):  # where nothing can be written nothing can be taken away
            part.unlink()
        raise unwritable(house, file, error) from error
    return kept


def unwritable(house: House, file: Path, error: OSError) -> Complaint:
    """The complaint about a file that cannot be written."""
    reason = system_reason(house.words, error)
    sentence = house.words("{file} cannot be written: {reason}", file=file, reason=reason)
    return Complaint(sentence, "unwritable")
