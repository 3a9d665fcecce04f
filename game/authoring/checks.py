"""What is to be said about one file, whatever kind of ours it is: scenario, golden paths, customer model."""

from __future__ import annotations

from pathlib import Path

from game.authoring.check_cache import Beside, digest_of
from game.authoring.redress import dressed_before, old_trade
from game.authoring.workbook_cells import SUFFIX as WORKBOOK
from game.authoring.workbook_reading import workbook_at
from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic
from game.content.field_guide import FieldGuide
from game.content.golden_paths import ENDING, read_golden_paths, scenario_of
from game.content.guide_entries import Priority
from game.content.guide_reader import read_index, read_lessons
from game.content.library import Library
from game.content.loading import load_scenario, psychology
from game.content.model_map import read_against_shipped
from game.content.phrase_bank import read_phrases
from game.content.psychology_file import read_psychology
from game.content.scenario_reader import read_scenario
from game.content.source import read_source

NOWHERE = frozenset({"SC001", "SC427"})
"""Codes of a scenario that is not there."""

HEADS = (
    "rapport-psychology:",
    "rapport-phrases:",
    "rapport-guide:",
    "rapport-lessons:",
    "rapport-model-map:",
    "rapport-paths:",
)
"""First words of the files that are no scenarios."""


def diagnostics_of(path: Path) -> tuple[Diagnostic, ...]:
    """What is to be said about one file, by what it holds: a scenario, or one of the other kinds."""
    return checked(path)[0]


def checked(path: Path) -> tuple[tuple[Diagnostic, ...], Beside | None]:
    """The same, with the other file that was read for it: the scenario that golden paths are about."""
    guide = FieldGuide.load()
    if path.suffix.lower() == WORKBOOK:
        return workbook_at(path, psychology().psychology, guide.ids()).diagnostics, None
    match _head(path) or ("rapport-paths:" if path.name.endswith(ENDING) else None):
        case "rapport-psychology:":
            return read_psychology(path).diagnostics, None
        case "rapport-phrases:":
            model = psychology().psychology
            names = (tuple(model.moods), model.signs) if model else ()
            return read_phrases(path, *names).diagnostics, None
        case "rapport-guide:":
            return read_index(path).diagnostics, None
        case "rapport-lessons:":
            known, core, sources = guide.ids(), guide.ids(Priority.CORE), guide.index.sources
            return read_lessons(path, known, core, sources).diagnostics, None
        case "rapport-model-map:":
            return read_against_shipped(path).diagnostics, None
        case "rapport-paths:":
            named = scenario_of(path)
            beside = Beside(Path(named), digest_of(Path(named)))
            about = load_scenario(named)
            missing = tuple(each for each in about.errors if each.code in NOWHERE)
            return (*missing, *read_golden_paths(path, about.scenario).diagnostics), beside
    model_reading = psychology()
    beneath = tuple(each for each in model_reading.diagnostics if each.severity is Severity.ERROR)
    found = read_scenario(path, model_reading.psychology, guide.ids()).diagnostics
    old, other = _old_trade(path)
    told = sorted((*found, *old), key=lambda each: (each.place, each.code)) if old else found
    return (*beneath, *told), other


def _old_trade(path: Path) -> tuple[tuple[Diagnostic, ...], Beside | None]:
    """What a re-dressed scenario still says of the old trade, and the file of the other one."""
    new, _ = read_source(path)
    name = dressed_before(new) if new is not None else ""
    if new is None or not name:
        return (), None
    beside = path.with_name(f"{name}.yaml")
    found = beside if beside.is_file() else Library().find(name)
    if isinstance(found, Diagnostic):
        return (), None
    old, _ = read_source(found)
    here = Beside(found, digest_of(found))
    return (old_trade(new, old, name) if old is not None else ()), here


def _head(path: Path) -> str:
    """The first key of a file that is no scenario, empty for any other."""
    if not path.is_file():  # a pipe would never end
        return ""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            start = file.read(4_000)
    except OSError:
        return ""
    return next((head for head in HEADS if any(line.startswith(head) for line in start.splitlines())), "")
