"""Steady values: what a good human still reaches, as whole thousandths of a point.

`steady(h) = (7 * max + 3 * mean over the lines on offer of steady(h·l)) / 10`, at an end the score
(design.md, "Value and judgement"): the value of a hand that trembles, seven times in ten the best line,
otherwise any line on offer. Values are whole thousandths, rounded at every position to the nearest, halves
up; so the order in which a tree is looked at cannot change a digit, and a value of n lines ahead is right
within n / 2000 of a point. They become floats only where they leave the solver.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
"""Whole numbers that are no part of the engine's state: values in thousandths, counts, places."""

POINT = 1_000
"""A point of the score, in thousandths."""

BEST_SHARE, ANY_SHARE = 7, 3
"""Tenths of the value that come from the best line, and from all lines on offer alike."""


def backed_up(best: Whole, total: Whole, count: Whole) -> Whole:
    """The steady value of positions, in thousandths.

    Args:
        best: the greatest steady value among the lines on offer.
        total: their sum.
        count: how many lines are on offer, at least 1.
    """
    tenths = (BEST_SHARE + ANY_SHARE) * count
    value: Whole = (BEST_SHARE * count * best + ANY_SHARE * total + tenths // 2) // tenths
    return value
