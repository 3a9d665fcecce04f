"""Checks files and prints what is wrong with them: for people, for programs, for annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House
from game.command_line.streams import tell
from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic
from game.content.field_guide import FieldGuide
from game.content.golden_paths import read_golden_paths, scenario_of
from game.content.guide_entries import Priority
from game.content.guide_reader import read_index, read_lessons
from game.content.loading import load_scenario, psychology
from game.content.model_map import read_against_shipped
from game.content.phrase_bank import read_phrases
from game.content.psychology_file import read_psychology
from game.content.scenario_reader import read_scenario
from game.language.words import Words

ENDINGS = frozenset({".yaml", ".yml"})
HEADS = (
    "rapport-psychology:",
    "rapport-phrases:",
    "rapport-guide:",
    "rapport-lessons:",
    "rapport-model-map:",
    "rapport-paths:",
)
"""First words of the files that are no scenarios."""


def linted(house: House, paths: Sequence[Path], form: str) -> int:
    """Check files and folders and print every fault.

    Args:
        house: the words.
        paths: files, or folders whose YAML files are all checked.
        form: `text`, `json` or `github`.

    Returns:
        the exit code: 1 where there is an error.

    Raises:
        Complaint: a folder holds nothing to check.
    """
    files = list(_files(house.words, paths))
    found = [diagnostic for file in files for diagnostic in diagnostics_of(file)]
    match form:
        case "json":
            tell(json.dumps([each.record(house.words.locale) for each in found], indent=1))
        case "github":
            for each in found:
                tell(annotation(each, house.words))
        case _:
            for each in found:
                tell(each.rendered(house.words.locale))
            tell(_summary(house.words, len(files), found))
    errors = any(each.severity is Severity.ERROR for each in found)
    return ExitCode.CONTENT_FAULTS if errors else ExitCode.FINE


def diagnostics_of(path: Path) -> tuple[Diagnostic, ...]:
    """What is to be said about one file, by what it holds: a scenario, or one of the other kinds."""
    guide = FieldGuide.load()
    match _head(path):
        case "rapport-psychology:":
            return read_psychology(path).diagnostics
        case "rapport-phrases:":
            model = psychology().psychology
            return read_phrases(path, *((tuple(model.moods), model.signs) if model else ())).diagnostics
        case "rapport-guide:":
            return read_index(path).diagnostics
        case "rapport-lessons:":
            return read_lessons(path, guide.ids(), guide.ids(Priority.CORE), guide.index.sources).diagnostics
        case "rapport-model-map:":
            return read_against_shipped(path).diagnostics
        case "rapport-paths:":
            about = load_scenario(scenario_of(path)).scenario
            return read_golden_paths(path, about).diagnostics
    model_reading = psychology()
    beneath = tuple(each for each in model_reading.diagnostics if each.severity is Severity.ERROR)
    return (*beneath, *read_scenario(path, model_reading.psychology, guide.ids()).diagnostics)


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
    """Every file to check; a folder gives its YAML files, hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(
            file for file in path.rglob("*") if file.suffix in ENDINGS and not _hidden(file.relative_to(path))
        )
        if not inside:
            raise Complaint(words("there is no YAML file in {folder}", folder=path), "nothing-to-check")
        yield from inside


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _head(path: Path) -> str:
    """The first key of a file that is no scenario, empty for any other."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            start = file.read(4_000)
    except OSError:
        return ""
    return next((head for head in HEADS if any(line.startswith(head) for line in start.splitlines())), "")


def _summary(words: Words, files: int, found: Sequence[Diagnostic]) -> str:
    """How much was checked and how much is wrong."""
    errors = sum(each.severity is Severity.ERROR for each in found)
    return "; ".join(
        (
            words.count("{n} file checked", "{n} files checked", files),
            words.count("{n} error", "{n} errors", errors),
            words.count("{n} thing to look at", "{n} things to look at", len(found) - errors),
        )
    )
