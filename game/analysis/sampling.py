"""Values of positions whose trees are too large: the likely part of the tree, and samples of the rest.

A steady value is what a trembling hand reaches that otherwise says the best line. What such a hand will
probably come to is looked at line by line (`likely`); where that was cut, leaves are drawn by how probably
they are reached, and played on to their ends with the same hand. What came of them beyond what the outlook
had promised corrects the value, and its spread makes the 95 % interval. The hand says the line that promises
most, and now and then misses a better one; what it misses grows with that spread, is added on average, and
widens the interval by how it differs (`python tools/bench.py solver` holds samples against exact values).
All samples share their luck, play by play and turn by turn: a value depends on the position alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.beam import best_plays
from game.analysis.likely import LikelyTree, Shares
from game.analysis.outlook import Outlook
from game.analysis.points import POINT, Whole
from game.analysis.rollouts import played
from game.engine.scoring import FULL
from game.engine.state import State
from game.engine.traits import Ints

WIDTH = 256
"""Positions of the likely tree that are looked at from each position and turn."""

PLAYS = 48
"""Plays on from the leaves of each position's tree."""

DEPTH = 1
"""Lines that they look ahead."""

AT_A_TIME = 16
"""Positions that are sampled together, so that memory stays bounded."""

MISSED, DIFFERING = 200, 160
"""Thousandths of the spread of the plays that they miss, on average and as a standard deviation."""

_CHANNEL = 2
_NORMAL = 196
"""Hundredths of a standard error on each side of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Sampled values of n positions."""

    steady: Whole  # (n,) thousandths of a point
    margin: Whole  # (n,) half of a 95 % interval, thousandths of a point
    ceiling: Whole  # (n,) best score found
    said: tuple[Ints, ...]  # of each position the turns (line,) of a play that reaches it
    positions: int  # looked at


def sampled(
    outlook: Outlook, state: State, width: int = WIDTH, plays: int = PLAYS, depth: int = DEPTH
) -> Sample:
    """Values of positions that are not over."""
    found = best_plays(outlook, state)
    looked, score, said = found.positions, found.score.copy(), list(found.said)
    values, margins = [], []
    for first in range(0, state.plays, AT_A_TIME):
        part = state.only(slice(first, first + AT_A_TIME))
        tree = LikelyTree(outlook, part, width)
        leaves = tree.leaves(plays)
        rollouts = played(outlook, leaves.state, np.arange(leaves.state.plays) % plays, _CHANNEL, depth)
        looked += tree.positions + rollouts.positions
        cut = np.flatnonzero(leaves.mass > 0)
        for row, marks in zip(cut, rollouts.score.reshape(-1, plays) // POINT, strict=True):
            best = int(marks.argmax())
            if marks[best] > score[first + row]:
                score[first + row] = marks[best]
                at = int(np.searchsorted(cut, row)) * plays + best
                said[first + row] = rollouts.said[:, at]
        more = (rollouts.score - rollouts.luck - leaves.promise).reshape(-1, plays)
        value, margin = tree.values().copy(), np.zeros(part.plays, np.int64)
        value[cut], margin[cut] = _corrected(value[cut], more, leaves.mass[cut])
        values.append(value)
        margins.append(margin)
    return Sample(np.concatenate(values), np.concatenate(margins), score, tuple(said), looked)


def _corrected(value: Whole, more: Whole, mass: Shares) -> tuple[Whole, Whole]:
    """Values and margins of positions, after samples of what came of the leaves of their trees.

    Args:
        value: (position,) by the promises at the leaves.
        more: (position, play) what came of leaves beyond their promises.
        mass: (position,) how probably a leaf is reached.
    """
    plays = more.shape[1]
    mean = more.sum(axis=1) / plays
    squares = ((more - mean[:, None]) ** 2).sum(axis=1) / max(plays - 1, 1)
    spread = np.sqrt(squares)
    error = np.sqrt(squares / plays + (spread * DIFFERING / 1_000) ** 2)
    corrected = value + np.rint(mass * (mean + spread * MISSED / 1_000)).astype(np.int64)
    margin = np.ceil(mass * error * _NORMAL / 100).astype(np.int64)
    return np.clip(corrected, 0, FULL * POINT), margin
