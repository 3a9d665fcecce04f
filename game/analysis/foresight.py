"""What the lines on offer would score: one line ahead, each position once however many plays share it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.luck import drawn
from game.engine.rules import Rules
from game.engine.scenario import Close
from game.engine.scoring import Marks
from game.engine.state import State
from game.engine.traits import Ints, Places

AT_ONCE = 8_192
"""Lines that are tried together; more would take more memory and no less time."""

WALKED = 1_000
"""Points that a customer who leaves costs in foresight, besides those that can no longer be earned."""


def foreseen(rules: Rules, state: State, offered: Ints) -> Ints:
    """What each line on offer would score at once, (4, play); 0 where nothing is on offer.

    Args:
        rules: of the scenario.
        state: the plays.
        offered: (4, play) indices of lines, -1 for none.
    """
    first, same = positions(state)
    state, offered = state.only(first), offered[:, first]
    marks, total = Marks(rules), np.zeros(offered.shape, np.int32)
    slots, plays = np.nonzero(offered >= 0)
    for at in range(0, len(slots), AT_ONCE):
        slot, play = slots[at : at + AT_ONCE], plays[at : at + AT_ONCE]
        after = rules.advance(state.only(play), offered[slot, play]).state
        total[slot, play] = marks.total(after) - WALKED * (after.close == Close.LEFT)
    return total[:, same]


def positions(state: State) -> tuple[Places, Places]:
    """The different positions among plays: the first play of each, and for every play its position.

    Plays are the same position when minds, profiles and what was said when are the same. They are compared
    by a 64-bit hash of these, which errs once in about 10^11 blocks.
    """
    rows = [
        array.reshape(-1, state.plays) for array in (state.mind, state.profiles, state.said, state.customer)
    ]
    count = sum(len(array) for array in rows)
    weights = _weights(count)
    key = np.zeros(state.plays, np.uint64)
    with np.errstate(over="ignore"):
        at = 0
        for array in rows:
            for row in array:
                key += row.astype(np.int64).view(np.uint64) * weights[at]
                at += 1
    _, first, same = np.unique(key, return_index=True, return_inverse=True)
    return first, same


def _weights(count: int) -> NDArray[np.uint64]:
    """So many odd numbers that look like chance and are always the same."""
    return np.array([drawn(0, "position", at) | 1 for at in range(count)], np.uint64)
