"""How large is the tree below a position? Guessed by random walks, so as not to begin what will not end.

Donald Knuth, "Estimating the efficiency of backtrack programs", Mathematics of Computation 29 (1975): along
a random walk the products of the numbers of lines on offer, summed, are an unbiased estimate of the number
of positions. Many walks from every position are taken at once, by hashed luck: the same position, the same
guess.
"""

from __future__ import annotations

import numpy as np

from game.analysis.points import Whole
from game.analysis.positions import LARGEST, chances
from game.engine.rules import Rules
from game.engine.state import OPEN, State

WALKS = 48
"""Random walks from each position."""

_CHANNEL = 1


def sizes(rules: Rules, state: State, walks: int = WALKS) -> Whole:
    """An estimate of the number of positions of the trees below positions, themselves included, (n,)."""
    plays = np.repeat(np.arange(state.plays), walks)
    walk = np.tile(np.arange(walks), state.plays)
    ways = np.ones(len(plays), np.int64)
    counted = np.full(len(plays), 1, np.int64)
    going = np.flatnonzero(state.close[plays] == OPEN)
    now, turn = state.only(plays[going]), 0
    while len(going):
        offered = rules.course.choices(now)
        count = (offered != OPEN).sum(axis=0)
        ways[going] = np.minimum(ways[going] * count, LARGEST)
        counted[going] = np.minimum(counted[going] + ways[going], LARGEST)
        pick = (chances(walk[going], turn, _CHANNEL) % count.astype(np.uint64)).astype(np.int64)
        now = rules.advance(now, np.take_along_axis(offered, pick[None], axis=0)[0]).state
        open_ = now.close == OPEN
        going, now = going[open_], now.only(np.flatnonzero(open_))
        turn += 1
    total: Whole = counted.reshape(state.plays, walks).sum(axis=1) // walks
    return total
