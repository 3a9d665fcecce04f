"""Lines that another line in the same place beats nearly always, and sellers who leave them alone.

Which lines these are is estimated as `rapport prove` does it: in every position of sampled conversations a
listener plays on after each line on offer, and what comes of it is compared.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Seller
from game.analysis.proofs_choices import silly
from game.analysis.proofs_places import everywhere, played_on, talks
from game.engine.rules import Rules
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints


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
    choices = played_on(rules, everywhere(talks(rules, plays, seed)))
    return np.append(silly(choices, len(rules.lines.lines)), False)
