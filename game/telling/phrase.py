"""A reason in words, and the direction of the changes of which it may be said."""

from __future__ import annotations

from dataclasses import dataclass

from game.language.text import LocalisedText
from game.telling.trait_names import text


@dataclass(frozen=True, slots=True)
class Phrase:
    """A reason for a change.

    A phrase of direction 1 is only ever said of a change that did good, one of direction -1 of a change that
    did harm; a phrase of direction 0 says neither and fits both.

    Attributes:
        direction: 1, -1 or 0.
        cue: everyday words.
        coach: the same with the moves named.
    """

    direction: int
    cue: LocalisedText
    coach: LocalisedText


def phrase(direction: int, cue: tuple[str, str], coach: tuple[str, str]) -> Phrase:
    """A phrase from pairs of English and Chinese."""
    return Phrase(direction, text(*cue), text(*coach))
