"""What the lines on offer would score: looking ahead, each position once however many plays share it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.luck import drawn
from game.engine.rules import Rules
from game.engine.scenario import Close
from game.engine.scoring import Marks
from game.engine.state import OPEN, State
from game.engine.traits import Ints, Places

WALKED = 1_000
"""Points that a customer who leaves costs in foresight, besides those that can no longer be earned."""


def foreseen(rules: Rules, state: State, offered: Ints, depth: int = 1) -> Ints:
    """What each line on offer would score, (4, play); 0 where nothing is on offer.

    Args:
        rules: of the scenario.
        state: the plays.
        offered: (4, play) indices of lines, -1 for none.
        depth: lines to look ahead; after the first, the best one by the same measure is supposed.
    """
    first, same = positions(state)
    state, offered = state.only(first), offered[:, first]
    total = np.zeros(offered.shape, np.int32)
    for row, lines in enumerate(offered):
        here = np.flatnonzero(lines >= 0)
        if len(here):
            after = rules.advance(state.only(here), lines[here]).state
            total[row, here] = _worth(rules, after, depth - 1)
    return total[:, same]


def _worth(rules: Rules, state: State, depth: int) -> Ints:
    """What positions are worth, (play,): as they stand, or after the best of the next lines."""
    worth: Ints = Marks(rules).total(state) - WALKED * (state.close == Close.LEFT)
    going = np.flatnonzero(state.close == OPEN)
    if depth and len(going):
        state = state.only(going)
        offered = rules.course.choices(state)
        total = foreseen(rules, state, offered, depth)
        worth[going] = np.where(offered == OPEN, np.iinfo(np.int32).min, total).max(axis=0)
    return worth


def positions(state: State) -> tuple[Places, Places]:
    """The different positions among plays: the first play of each, and for every play its position.

    Plays are the same position when minds, profiles and what was said when are the same. They are compared
    by a 64-bit hash of these, which errs once in about 10^11 blocks.
    """
    rows = [
        array.reshape(-1, state.plays) for array in (state.mind, state.profile, state.said, state.customer)
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
