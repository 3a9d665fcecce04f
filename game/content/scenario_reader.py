"""Reads one scenario file: a scenario with its words and places, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from game.content.aliases import translate
from game.content.assembly import assembled, people_of
from game.content.diagnostics import Diagnostic, Findings
from game.content.document import Document, validated
from game.content.field_rules import tell_rules
from game.content.fingerprint import fingerprint
from game.content.guards import tell_guards
from game.content.languages import tell_languages
from game.content.names import Names
from game.content.overrides import bent, tell_overrides
from game.content.places import Places
from game.content.reach import tell_reach
from game.content.references import References, tell_guide, tell_unused
from game.content.rubric import scoring, tell_rubric
from game.content.smells import tell_smells
from game.content.source import Source, read_source
from game.content.strangers import tell_strangers
from game.content.traps import tell_traps
from game.content.whose_values import tell_whose
from game.content.wording import Wording
from game.content.wordings import worded
from game.content.yaml_tree import MapNode, read_tree
from game.engine.psychology import Psychology
from game.engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file. Scenario and wording are there when no error is among the diagnostics."""

    scenario: Scenario | None
    wording: Wording | None
    places: Places
    diagnostics: tuple[Diagnostic, ...]


def read_scenario(path: Path, psychology: Psychology | None, guide: Iterable[str] = ()) -> Reading:
    """Reads a scenario file.

    Args:
        path: The file.
        psychology: The customer model; without it names of tactics and moods stay unchecked and no
            scenario is made.
        guide: The ids of the field guide; an empty one leaves `teaches` and `headline` unchecked.

    Returns:
        The reading; it never raises, whatever the file holds.
    """
    source, about_file = read_source(path)
    if source is None:
        return Reading(None, None, Places(), about_file)
    return read_source_text(source, psychology, guide, about_file)


def read_source_text(
    source: Source,
    psychology: Psychology | None,
    guide: Iterable[str] = (),
    about_file: Iterable[Diagnostic] = (),
) -> Reading:
    """Reads the text of a scenario, as `read_scenario` does with a file."""
    findings = Findings(source.file, source)
    findings.extend(about_file)
    root = read_tree(source, findings)
    if root is not None:
        translate(root, findings.spelling)
        tell_traps(root, source, findings)
    if root is None or not isinstance(root, MapNode):
        if root is not None and not findings.errors:
            findings.add("SC201", root.line, root.column)
        return Reading(None, None, Places(), findings.told())
    document = validated(root, findings)
    if document is None:
        return Reading(None, None, Places(), findings.told())
    return _checked(document, psychology, guide)


def _checked(document: Document, psychology: Psychology | None, guide: Iterable[str]) -> Reading:
    findings, model = document.findings, document.model
    names = Names(document)
    names.tell_clashes()
    tell_languages(document)
    tell_rules(document)
    tell_guards(document)
    References(document, names, psychology).tell()
    tell_guide(document, guide)
    tell_unused(document)
    tell_reach(document)
    tell_rubric(document)
    tell_overrides(document, psychology)
    tell_smells(document)
    tell_whose(document)
    tell_strangers(document, psychology)
    people = people_of(document)
    findings.check_silences()
    places = names.places()
    if findings.errors or psychology is None:
        return Reading(None, None, places, findings.told())
    score = scoring(model.rubric)
    scenario = assembled(model, people, score.rubric, bent(psychology, model.overrides))
    scenario = replace(scenario, fingerprint=fingerprint(scenario))
    return Reading(scenario, worded(model, score.wording), places, findings.told())
