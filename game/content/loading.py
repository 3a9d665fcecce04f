"""The doorway of content: one call from a name to everything a conversation needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic
from game.content.library import Library
from game.content.phrase_bank import PhraseBank, PhraseReading, read_phrases
from game.content.places import Places
from game.content.psychology_file import psychology
from game.content.psychology_notes import PsychologyNotes
from game.content.scenario_reader import Reading, read_scenario
from game.content.wording import Wording
from game.engine.psychology import Psychology
from game.engine.scenario import Scenario

__all__ = ["Loaded", "load_scenario", "phrases", "psychology"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario with everything beside it.

    `scenario` and `wording` are None when an error is among the diagnostics.
    """

    scenario: Scenario | None
    wording: Wording | None
    places: Places
    diagnostics: tuple[Diagnostic, ...]
    bank: PhraseBank
    notes: PsychologyNotes

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is proved wrong; smells are left out."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)


def load_scenario(
    name: str | Path,
    psychology_path: Path | None = None,
    library: Library | None = None,
    guide: Iterable[str] = (),
) -> Loaded:
    """Loads a scenario for play.

    Args:
        name: The id of a scenario in the library, or the path of a file.
        psychology_path: The psychology file; the shipped one when None.
        library: Where to look for ids; the shipped scenarios when None.
        guide: The ids of the field guide, as `read_scenario` takes them.
    """
    model = psychology(psychology_path)
    spoken = _phrases(psychology_path)
    bank = spoken.bank or PhraseBank()
    found = (library or Library()).find(name)
    if isinstance(found, Diagnostic):
        reading = Reading(None, None, Places(), (found,))
    else:
        reading = read_scenario(found, model.psychology, guide)
    diagnostics = (*model.diagnostics, *spoken.diagnostics, *reading.diagnostics)
    return Loaded(reading.scenario, reading.wording, reading.places, diagnostics, bank, model.notes)


def phrases(model: Psychology | None = None) -> PhraseReading:
    """The shipped phrase bank, checked against the moods and signs of a customer model."""
    moods = tuple(model.moods) if model else ()
    return read_phrases(moods=moods, signs=model.signs if model else ())


@lru_cache(maxsize=4)
def _phrases(psychology_path: Path | None) -> PhraseReading:
    return phrases(psychology(psychology_path).psychology)
