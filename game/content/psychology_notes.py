"""What stands behind every coefficient: its mark, its source, its range, and what it practises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, unique

from game.language.locale import Locale
from game.language.text import LocalisedText

NO_WORDS = LocalisedText()
"""Nothing to say."""


@unique
class Mark(Enum):
    """What a coefficient may claim; practice and design are never presented as science."""

    EVIDENCE = "evidence"
    PRACTICE = "practice"
    DESIGN = "design"

    @property
    def words(self) -> LocalisedText:
        """What people call it."""
        chinese = {Mark.EVIDENCE: "研究证据", Mark.PRACTICE: "从业经验", Mark.DESIGN: "设计选择"}[self]
        return LocalisedText({Locale.EN: self.value, Locale.ZH: chinese})


@dataclass(frozen=True, slots=True)
class EntryNote:
    """The note beside one entry of the psychology file.

    `low` and `high` are the allowed range of a number, in its own units; None for anything else.
    """

    id: str
    mark: Mark = Mark.DESIGN
    source: str = ""
    practises: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    words: LocalisedText = NO_WORDS


@dataclass(frozen=True, slots=True)
class PsychologyNotes:
    """The notes beside the coefficients, by the ids of `game.engine.psychology.Psychology`."""

    numbers: Mapping[str, EntryNote] = field(default_factory=dict)
    curves: Mapping[str, EntryNote] = field(default_factory=dict)
    tactics: Mapping[str, EntryNote] = field(default_factory=dict)
    moods: Mapping[str, EntryNote] = field(default_factory=dict)
    kinds: Mapping[str, EntryNote] = field(default_factory=dict)
    signs: Mapping[str, EntryNote] = field(default_factory=dict)

    def practising(self, item: str) -> tuple[str, ...]:
        """The tactics that practise an item of the field guide, in the order of the file."""
        return tuple(name for name, note in self.tactics.items() if item in note.practises)
