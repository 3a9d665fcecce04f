"""Three seals beside the score: relationship (what is graded), honesty (all of it), craft (the stages)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from game.engine.scoring import Points

EARNED = 750
"""Points of a thousand possible from which the seals of relationship and craft are given."""


class Worth(Protocol):
    """The points of a conversation, wherever they were counted."""

    @property
    def criteria(self) -> Mapping[str, Points]:
        """By id."""

    @property
    def grades(self) -> Mapping[str, Points]:
        """By id."""

    @property
    def honesty(self) -> Points:
        """For a clean ledger."""


def seals(worth: Worth) -> frozenset[str]:
    """Which of `relationship`, `honesty` and `craft` were earned."""
    found = {
        "relationship": _most_of(worth.grades),
        "honesty": worth.honesty.earned == worth.honesty.possible > 0,
        "craft": _most_of(worth.criteria),
    }
    return frozenset(seal for seal, earned in found.items() if earned)


def _most_of(points: Mapping[str, Points]) -> bool:
    possible = sum(each.possible for each in points.values())
    return possible > 0 and sum(each.earned for each in points.values()) * 1000 >= possible * EARNED
