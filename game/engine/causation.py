"""The axis along which a change is taken apart into named causes.

One reaction is computed several times at once: first with nothing but the passing of a turn, then with one
input more at each level. The causes are the differences between neighbouring levels, so they sum to the
change whatever the modules do in between. With causes off the axis has the last level alone, and the same
code runs.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from game.engine.doses import Doses
from game.engine.reaction import CauseName
from game.engine.traits import Ints

LEVELS = tuple(name for name in CauseName if name not in (CauseName.LIMIT, CauseName.DAYS))
_FIRST_DOSE = LEVELS.index(CauseName.BASE)
_LAST_DOSE = 6


@cache
def levels(causes: bool, dtype: Any) -> Levels:
    """The axis with or without causes, for one integer type; made once."""
    return Levels(causes, dtype)


class Levels:
    """Which inputs are switched on at which level."""

    def __init__(self, causes: bool, dtype: Any) -> None:
        """With causes, one level per name; without, only the last one."""
        self.names = LEVELS if causes else LEVELS[-1:]
        self.dtype = dtype
        self._switch: dict[CauseName, Ints] = {
            name: np.array([[1 if at <= LEVELS.index(level) else 0] for level in self.names], dtype)
            for at, name in enumerate(LEVELS)
        }

    def on(self, name: CauseName, amount: Ints | int = 1) -> Ints:
        """An amount (play,) that counts from a level on: (level, play)."""
        plain = isinstance(amount, np.ndarray) and amount.dtype == self.dtype
        counted: Ints = self._switch[name] * (amount if plain else np.asarray(amount, self.dtype))
        return counted

    def doses(self, doses: Doses) -> tuple[Ints, Ints, Ints]:
        """Favourable, adverse and blocked doses at every level: three of (level, slot, play)."""
        if len(self.names) == 1:
            return doses.favourable[-1:], doses.adverse[-1:], doses.blocked[-1:]
        places = [min(max(LEVELS.index(name) - _FIRST_DOSE, -1), _LAST_DOSE) for name in self.names]
        nothing = np.zeros_like(doses.favourable[:1])
        return (
            np.concatenate([doses.favourable, nothing])[places],
            np.concatenate([doses.adverse, nothing])[places],
            np.concatenate([doses.blocked, nothing])[places],
        )
