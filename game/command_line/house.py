"""What every command of one run shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.language.words import Words
from game.records.saves import Saves


@dataclass(slots=True)
class Witness:
    """Remembers the conversation that is going on, so that a bug can be shown with what reproduces it.

    Attributes:
        scenario: id of the scenario, empty while nobody talks.
        transcript: the transcript so far in its JSON form.
    """

    scenario: str = ""
    transcript: Mapping[str, Any] | None = None

    def saw(self, scenario: str, transcript: Mapping[str, Any]) -> None:
        """Take note of the conversation as far as it has come."""
        self.scenario, self.transcript = scenario, transcript


@dataclass(frozen=True, slots=True)
class House:
    """The words of the chosen language, the saves of this person, and the witness.

    `asked` says whether somebody asked for the language on the command line.
    """

    words: Words
    saves: Saves
    asked: bool = False
    witness: Witness = field(default_factory=Witness)
