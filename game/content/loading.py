"""The doorway of content: one call from a name to everything a conversation needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic
from game.content.library import Library
from game.content.phrase_bank import PhraseBank, PhraseReading, read_phrases
from game.content.places import Places
from game.content.psychology_file import PsychologyReading, read_psychology, shipped_psychology
from game.content.psychology_notes import PsychologyNotes
from game.content.scenario_reader import Reading, read_scenario
from game.content.wording import Wording
from game.engine.psychology import Psychology
from game.engine.scenario import Scenario


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
    name: str | Path, psychology_path: Path | None = None, library: Library | None = None
) -> Loaded:
    """Loads a scenario for play.

    Args:
        name: The id of a scenario in the library, or the path of a file.
        psychology_path: The psychology file; the shipped one when None.
        library: Where to look for ids; the shipped scenarios when None.
    """
    model = psychology(psychology_path)
    spoken = _phrases(psychology_path)
    bank = spoken.bank or PhraseBank()
    found = (library or Library()).find(name)
    if isinstance(found, Diagnostic):
        reading = Reading(None, None, Places(), (found,))
    else:
        reading = read_scenario(found, model.psychology)
    diagnostics = (*model.diagnostics, *spoken.diagnostics, *reading.diagnostics)
    return Loaded(reading.scenario, reading.wording, reading.places, diagnostics, bank, model.notes)


def psychology(path: Path | None = None) -> PsychologyReading:
    """The customer model; read once for each state of its file."""
    path = path or shipped_psychology()
    return _psychology(path, _stamp(path))


def phrases(model: Psychology | None = None) -> PhraseReading:
    """The shipped phrase bank, checked against the moods and signs of a customer model."""
    moods = tuple(model.moods) if model else ()
    return read_phrases(moods=moods, signs=model.signs if model else ())


def _stamp(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return (0, 0)
    return (state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _psychology(path: Path, _stamp: tuple[int, int]) -> PsychologyReading:
    return read_psychology(path)


@lru_cache(maxsize=4)
def _phrases(psychology_path: Path | None) -> PhraseReading:
    return phrases(psychology(psychology_path).psychology)
