"""Values of positions whose trees are too large: the mean of many plays on from there, with an interval.

A steady value is what a trembling hand reaches that otherwise says the best line. The best line is not known
in a tree that large; the plays take the one that promises most by the outlook, looking two lines ahead.
Therefore the mean is a little low rather than high; how much, is measured where both can be computed
(`python tools/bench.py solver`). The interval is that of the mean. All plays from all positions share their
luck, play by play and turn by turn, so that differences between positions are surer than the values.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.beam import best_plays
from game.analysis.outlook import Outlook
from game.analysis.points import POINT, Whole
from game.analysis.rollouts import played
from game.engine.state import State
from game.engine.traits import Ints

PLAYS = 128
"""Plays on from each position."""

DEPTH = 2
"""Lines that they look ahead."""

AT_A_TIME = 4_096
"""Plays that are brought to their end together."""

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


def sampled(outlook: Outlook, state: State, plays: int = PLAYS, depth: int = DEPTH) -> Sample:
    """Values of positions that are not over."""
    found = best_plays(outlook, state)
    means, margins, looked = [], [], found.positions
    score, said = found.score.copy(), list(found.said)
    step = max(AT_A_TIME // plays, 1)
    for first in range(0, state.plays, step):
        rows = np.arange(first, min(first + step, state.plays))
        start = state.only(np.repeat(rows, plays))
        numbers = np.tile(np.arange(plays), len(rows))
        rollouts = played(outlook, start, numbers, _CHANNEL, depth)
        looked += rollouts.positions
        marks = (rollouts.score // POINT).reshape(-1, plays)
        for row, best in enumerate(marks.argmax(axis=1)):
            if marks[row, best] > score[first + row]:
                score[first + row] = marks[row, best]
                said[first + row] = rollouts.said[:, row * plays + best]
        worth = (rollouts.score - rollouts.luck).reshape(-1, plays)
        mean, margin = _interval(worth)
        means.append(mean)
        margins.append(margin)
    return Sample(np.concatenate(means), np.concatenate(margins), score, tuple(said), looked)


def _interval(worth: Whole) -> tuple[Whole, Whole]:
    """Means and margins of samples (position, play), by whole numbers until the square root."""
    plays = worth.shape[1]
    mean = (worth.sum(axis=1) + plays // 2) // plays
    squares = ((worth - mean[:, None]) ** 2).sum(axis=1)
    error = np.sqrt(squares / (plays * max(plays - 1, 1)))
    return mean, np.ceil(error * _NORMAL / 100).astype(np.int64)
