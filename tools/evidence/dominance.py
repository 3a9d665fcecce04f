"""Lines that another line in the same place beats nearly always, and sellers who leave them alone.

Which lines these are is estimated from sampled conversations: in every position a listener plays on after
each line on offer, and what comes of it is compared. It is no proof; `rapport prove` gives one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Seller
from game.engine.rules import Rules
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints
from tools.evidence.positions import MARGIN, everywhere, talks, values

NEARLY = 0.9
"""Share of the places both were on offer in which the other line has to be better by `MARGIN` points."""

OFTEN = 8
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
    at = everywhere(talks(rules, plays, seed))
    score = values(rules, at)
    for one in range(len(score)):
        for other in range(len(score)):
            here = np.flatnonzero((score[one] != OPEN) & (score[other] != OPEN))
            pairs = at.offered[one, here], at.offered[other, here]
            np.add.at(both, pairs, int(one != other))
            np.add.at(better, pairs, score[other, here] >= score[one, here] + MARGIN)
    beaten = (better >= NEARLY * both) & (both >= OFTEN)
    return np.append(beaten.any(axis=1), False)
