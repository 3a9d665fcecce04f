"""Checks files and prints what is wrong with them: for people, for programs, for annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.authoring.check_cache import Beside, CheckCache
from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House
from game.command_line.streams import tell
from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic
from game.language.words import Words
from game.records.home import cache_home

ENDINGS = frozenset({".yaml", ".yml"})
WORKBOOK = ".xlsx"
ROOM = "lint"
"""The folder for what was said before, inside of what can be worked out again."""


def linted(house: House, paths: Sequence[Path], form: str, afresh: bool = False) -> int:
    """Check files and folders and print every fault.

    Args:
        house: the words.
        paths: files, ids of scenarios, or folders, of which all YAML files and workbooks are checked.
        form: `text`, `json` or `github`.
        afresh: read every file again, and neither look at nor keep what was said of it before.

    Returns:
        the exit code: 1 where there is an error.

    Raises:
        Complaint: a folder holds nothing to check.
    """
    files = list(_files(house.words, paths))
    cache = None if afresh else CheckCache(cache_home() / ROOM)
    found = [
        diagnostic
        for file in files
        for diagnostic in (_checked(file)[0] if cache is None else cache.diagnostics_of(file, _checked))
    ]
    match form:
        case "json":
            tell(json.dumps([each.record(house.words.locale) for each in found], indent=1))
        case "github":
            for each in found:
                tell(annotation(each, house.words))
        case _:
            for each in found:
                tell(each.rendered(house.words.locale))
            tell(summary(house.words, len(files), found))
    errors = any(each.severity is Severity.ERROR for each in found)
    return ExitCode.CONTENT_FAULTS if errors else ExitCode.FINE


def _checked(path: Path) -> tuple[tuple[Diagnostic, ...], Beside | None]:
    """Reads a file; what that needs is imported only where something has to be read."""
    from game.authoring.checks import checked

    return checked(path)


def annotation(diagnostic: Diagnostic, words: Words) -> str:
    """One fault as a workflow command, which code platforms show beside the line."""
    record = diagnostic.record(words.locale)
    places = f"file={_property(str(record['file']))},line={record['line']},col={record['column']}"
    message = str(record["message"]).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{record['severity']} {places},title={record['code']}::{message}"


def _property(text: str) -> str:
    for letter, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(letter, code)
    return text


def _files(words: Words, paths: Iterable[Path]) -> Iterable[Path]:
    """Every file to check; a folder gives its YAML files and workbooks of scenarios, hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path if path.exists() or path.suffix else named(path)
            continue
        inside = sorted(
            file
            for file in path.rglob("*")
            if not _hidden(file.relative_to(path)) and (file.suffix in ENDINGS or _holds_a_scenario(file))
        )
        if not inside:
            raise Complaint(words("there is no YAML file in {folder}", folder=path), "nothing-to-check")
        yield from inside


def _holds_a_scenario(file: Path) -> bool:
    """Whether a file is the workbook of a scenario; what that needs is imported only where there is one."""
    if file.suffix.lower() != WORKBOOK:
        return False
    from game.authoring.workbook_files import holds_a_scenario

    return holds_a_scenario(file)


def named(path: Path) -> Path:
    """The file of a scenario that was named by its id; the name itself where there is none."""
    from game.content.library import Library

    found = Library().find(path.as_posix())
    return found if isinstance(found, Path) else path


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def summary(words: Words, files: int, found: Sequence[Diagnostic]) -> str:
    """How much was checked and how much is wrong."""
    errors = sum(each.severity is Severity.ERROR for each in found)
    return words("; ").join(
        (
            words.count("{n} file checked", "{n} files checked", files),
            words.count("{n} error", "{n} errors", errors),
            words.count("{n} thing to look at", "{n} things to look at", len(found) - errors),
        )
    )
