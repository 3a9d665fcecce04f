"""The best play that a search finds: from every position the most promising plays are kept, turn by turn.

Guesses of different beats are hard to compare: so the best plays of every beat come first, then the second
best of every beat, and so on. Best is what promises most by the outlook, and what would score most if the
conversation were over now: the outlook is wary, because a hand trembles, and overlooks a bold way to the top.

What it finds is a real play; so its score is a lower bound of the ceiling, and replays to exactly that
number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.branching import branches
from game.analysis.outlook import Outlook
from game.analysis.points import POINT, Whole
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints

WIDTH = 96
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
    roots, looked, marks = np.arange(state.plays), 0, Marks(outlook.rules)
    score = np.full(state.plays, OPEN, np.int64)
    said = [state.said[:, row] for row in range(state.plays)]
    while state.plays:
        offered = outlook.rules.course.choices(state)
        kept: list[State] = []
        whose: list[Whole] = []
        worth: list[Whole] = []
        origin: list[Whole] = []
        now: list[Whole] = []
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
            now.append(marks.total(kept[-1]).astype(np.int64))
            origin.append(branch.rows[going] * len(offered) + branch.slots[going])
        state, roots = together(kept), np.concatenate(whose)
        first = np.concatenate(origin)
        group = roots * len(outlook.rules.scenario.beats) + state.beat
        ranks = [_ranked(group, np.concatenate(each), first) for each in (worth, now)]
        best = _foremost(roots, np.minimum(*ranks), first, width)
        state, roots = state.only(best), roots[best]
    return Best(score, tuple(said), looked)


def _ranked(groups: Whole, worth: Whole, first: Whole) -> Whole:
    """How many of the same group are worth more; of equals those count that come first."""
    order = np.lexsort((first, -worth, groups))
    ranks = np.empty(len(order), np.int64)
    ranks[order] = _places(groups[order])
    return ranks


def _foremost(roots: Whole, rank: Whole, first: Whole, width: int) -> Whole:
    """The rows of the `width` plays of every root that rank highest."""
    order = np.lexsort((first, rank, roots))
    chosen: Whole = order[_places(roots[order]) < width]
    return chosen


def _places(groups: Whole) -> Whole:
    """How many of the same group came before, for groups that stand together in rising order."""
    places: Whole = np.arange(len(groups)) - np.searchsorted(groups, groups, side="left")
    return places
