"""The best seller that is known: plays found by search, and a learned guess where they have been left.

It knows the hidden customer and her mind. What it reaches is what can be had in a scenario, a lower bound of
the ceiling; the exact one, where it can be had at all, is the solver's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.analysis.beam import best_plays
from game.analysis.best_plays import BestPlays, Lines, beginnings
from game.analysis.foresight import positions
from game.analysis.outlook import Outlook
from game.analysis.positions import history
from game.analysis.rollouts import promises
from game.analysis.schooling import learned
from game.engine.rules import Rules
from game.engine.state import OPEN, State
from game.engine.traits import Ints, Places

ROUNDS = (1_024, 2_048)
"""Plays from which a guess is learned: enough to guide a search, and a matter of seconds."""

WIDTH = 200
"""Plays that the search keeps for every customer."""


@dataclass(frozen=True, slots=True)
class BestSeller:
    """Follows the best play found from the beginning; off its way, the line that promises most."""

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:  # noqa: ARG002
        """A line per play."""
        first, same = positions(state)
        return _mastered(rules).lines(state.only(first), offered[:, first])[same]


@dataclass(slots=True)
class Mastery:
    """What is known of one scenario.

    Args:
        outlook: guesses what positions are worth.
    """

    outlook: Outlook
    _plays: BestPlays = field(default_factory=BestPlays)

    def lines(self, state: State, offered: Ints) -> Ints:
        """The line to say in every position, (position,).

        Args:
            state: different positions.
            offered: (4, position) lines on offer.
        """
        self._search(state)
        lines = np.full(state.plays, OPEN, np.int32)
        for row, (beginning, said) in enumerate(self._ways(state)):
            found = self._plays.after(beginning, said)
            if found is not None:
                lines[row] = found.lines[len(said)]
        lost = np.flatnonzero(lines == OPEN)
        if len(lost):
            worth, _ = promises(self.outlook, state.only(lost), offered[:, lost], 1)
            lines[lost] = np.take_along_axis(offered[:, lost], worth.argmax(axis=0)[None], axis=0)[0]
        return lines

    def _search(self, state: State) -> None:
        """Find a play for every beginning that has not been met before."""
        fresh: Places = np.flatnonzero(state.turn == 0)
        ways = self._ways(state.only(fresh)) if len(fresh) else []
        unknown = [row for row, way in zip(fresh, ways, strict=True) if self._plays.after(*way) is None]
        if not unknown:
            return
        begun = state.only(np.array(unknown))
        best = best_plays(self.outlook, begun, WIDTH)
        for beginning, score, said in zip(beginnings(begun), best.score, best.said, strict=True):
            self._plays.note(beginning, history(said), int(score))

    @staticmethod
    def _ways(state: State) -> list[tuple[bytes, Lines]]:
        """How every position began, and the lines that led to it."""
        return [(begun, history(said)) for begun, said in zip(beginnings(state), state.said.T, strict=True)]


@lru_cache(maxsize=8)
def _mastered(rules: Rules) -> Mastery:
    """What is known of a scenario; learned when it is first asked for, the same in every process."""
    return Mastery(learned(rules, ROUNDS))
