"""The best play that a search finds: from every position the most promising plays are kept, turn by turn.

What it finds is a real play; so its score is a lower bound of the ceiling, and replays to exactly that
number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.branching import branches
from game.analysis.outlook import Outlook
from game.analysis.points import POINT, Whole
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints

WIDTH = 48
"""Plays that are kept from each position."""

AT_A_TIME = 48
"""Positions that are searched together, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best plays found from n positions."""

    score: Whole  # (n,)
    said: tuple[Ints, ...]  # of each the turns (line,)
    positions: int  # looked at


def best_plays(outlook: Outlook, state: State, width: int = WIDTH) -> Best:
    """Search from positions that are not over."""
    parts = [
        _searched(outlook, state.only(slice(at, at + AT_A_TIME)), width)
        for at in range(0, state.plays, AT_A_TIME)
    ]
    return Best(
        np.concatenate([part.score for part in parts]) if parts else np.empty(0, np.int64),
        tuple(said for part in parts for said in part.said),
        sum(part.positions for part in parts),
    )


def _searched(outlook: Outlook, state: State, width: int) -> Best:
    """All positions at once, each with a beam of its own."""
    roots, looked = np.arange(state.plays), 0
    score = np.full(state.plays, OPEN, np.int64)
    said = [state.said[:, row] for row in range(state.plays)]
    while state.plays:
        offered = outlook.rules.course.choices(state)
        kept: list[State] = []
        whose: list[Whole] = []
        worth: list[Whole] = []
        origin: list[Whole] = []
        for branch in branches(outlook.rules, state, offered):
            looked += branch.state.plays
            value, root = outlook.of(branch.state), roots[branch.rows]
            over = branch.state.close != OPEN
            for at in np.flatnonzero(over & (value > score[root] * POINT)):
                if value[at] > score[root[at]] * POINT:
                    score[root[at]] = value[at] // POINT
                    said[root[at]] = branch.state.said[:, at].copy()
            going = np.flatnonzero(~over)
            kept.append(branch.state.only(going))
            whose.append(root[going])
            worth.append(value[going])
            origin.append(branch.rows[going] * len(offered) + branch.slots[going])
        state, roots = together(kept), np.concatenate(whose)
        best = _foremost(roots, np.concatenate(worth), np.concatenate(origin), width)
        state, roots = state.only(best), roots[best]
    return Best(score, tuple(said), looked)


def _foremost(roots: Whole, worth: Whole, origin: Whole, width: int) -> Whole:
    """The rows of the `width` most promising plays of every root; of equals those that come first."""
    order = np.lexsort((origin, -worth, roots))
    rank = np.arange(len(order)) - np.searchsorted(roots[order], roots[order], side="left")
    return order[rank < width]
