"""Every line on offer said in every position: as many lines at a time as is quick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.analysis.points import Whole
from game.engine.rules import Rules
from game.engine.state import OPEN, State
from game.engine.traits import Ints

TOGETHER = 4_000
"""Positions that are played at a time."""

WORTHWHILE = 1_500
"""Positions that are worth a call of their own with one line for all; fewer are said together."""


@dataclass(frozen=True, slots=True)
class Branch:
    """What some lines led to."""

    state: State  # after the lines
    rows: Whole  # (branch,) the positions they were said in
    slots: Whole  # (branch,) which of the lines on offer it was, 0..3


def branches(rules: Rules, state: State, offered: Ints) -> Iterator[Branch]:
    """All that can follow positions, in parts.

    Args:
        rules: of the scenario.
        state: positions that are not over.
        offered: (4, position) lines on offer.
    """
    slots, rows = np.nonzero(offered != OPEN)
    lines = offered[slots, rows]
    order = np.argsort(lines, kind="stable")
    slots, rows, lines = slots[order], rows[order], lines[order]
    cuts = [0, *(np.flatnonzero(np.diff(lines)) + 1), len(lines)]
    few: list[Whole] = []
    for first, last in pairwise(cuts):
        if last - first < WORTHWHILE:
            few.append(np.arange(first, last))
            continue
        for at in range(first, last, TOGETHER):
            part = slice(at, min(at + TOGETHER, last))
            after = rules.advance(state.only(rows[part]), int(lines[first])).state
            yield Branch(after, rows[part], slots[part])
    rest = np.concatenate(few) if few else np.empty(0, np.int64)
    for at in range(0, len(rest), TOGETHER):
        one = rest[at : at + TOGETHER]
        yield Branch(rules.advance(state.only(rows[one]), lines[one]).state, rows[one], slots[one])
