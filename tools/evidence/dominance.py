"""Lines that another line in the same place beats nearly always, and sellers who leave them alone.

Which lines these are is estimated from sampled conversations: after every line on offer a listener plays on,
and what comes of it is compared. It is no proof; `rapport prove` gives one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Seller
from game.analysis.sellers import HUMANS
from game.engine.rules import Rules
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints
from tools.evidence.positions import ended

NEARLY = 0.9
"""Share of the places both were on offer in which the other line has to be better."""

MARGIN = 5
"""Points by which it has to be better: less is no loss (the judgement table calls it best as well)."""

OFTEN = 6
"""Places in which both have to have been on offer."""


@dataclass(frozen=True, slots=True)
class Sensible:
    """Somebody who plays as somebody else does and leaves dominated lines alone where there is another.

    Attributes:
        inner: who chooses.
        silly: (line + 1,) which lines are dominated; the last entry stands for no line.
    """

    inner: Seller
    silly: Bools

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        sound = (offered != OPEN) & ~self.silly[offered]
        left = np.where(sound | ~sound.any(axis=0), offered, OPEN)
        order = np.argsort(left == OPEN, axis=0, kind="stable")  # sellers expect the lines first
        return self.inner.choose(rules, state, np.take_along_axis(left, order, axis=0), chance)


def dominated(rules: Rules, plays: int, seed: int) -> Bools:
    """Which lines another one dominates, (line + 1,), as far as so many conversations can tell."""
    count = len(rules.lines.lines)
    better, both = np.zeros((2, count, count), np.int32)
    chance = np.random.default_rng(seed)
    people = [human for at, human in enumerate(HUMANS) if at % 3]  # those with some insight
    for human in people:
        met = np.arange(max(plays // len(people), 1), dtype=np.int32) % rules.scenario.customers
        state = rules.fresh(met)
        while state.plays:
            offered = rules.course.choices(state)
            score = _foreseen(rules, state, offered)
            for one in range(len(offered)):
                for other in range(len(offered)):
                    here = np.flatnonzero((offered[one] != OPEN) & (offered[other] != OPEN))
                    pairs = offered[one, here], offered[other, here]
                    np.add.at(both, pairs, int(one != other))
                    np.add.at(better, pairs, score[other, here] >= score[one, here] + MARGIN)
            luck = chance.integers(0, 2**63, state.plays).astype(np.uint64)
            state = rules.advance(state, human.choose(rules, state, offered, luck)).state
            state = state.only(state.close == OPEN)
    beaten = (better >= NEARLY * both) & (both >= OFTEN)
    return np.append(beaten.any(axis=1), False)


def _foreseen(rules: Rules, state: State, offered: Ints) -> Ints:
    """What a listener comes to after each line on offer, (4, play)."""
    rows, at = np.nonzero(offered != OPEN)
    score = np.full(offered.shape, OPEN, np.int32)
    score[rows, at] = ended(rules, rules.advance(state.only(at), offered[rows, at]).state)
    return score
