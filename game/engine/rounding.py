"""Arithmetic of the customer model: whole numbers only, one way of rounding.

Every division of the engine is `share` (to the nearest whole number, halves towards plus infinity, for
negative numbers as well: -2.5 becomes -2) or `faded` (truncation towards rest, so that a decay always
moves by at least 1). Mirror laws therefore hold within 1 basis point per rounding. Never two products
without a division between them: everything fits int32.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from game.engine.traits import WHOLE, Ints

MILLE = 1_000
"""A whole multiplier."""


def share(product: Ints, whole: int) -> Ints:
    """`product / whole` to the nearest whole number, halves up; |product| < 2**31 - whole / 2."""
    quotient: Ints = (product + whole // 2) // whole
    return quotient


def scaled(amount: Ints, per_mille: Ints | int) -> Ints:
    """An amount times a multiplier per mille; |amount| * |per_mille| < 2**31."""
    return share(amount * per_mille, MILLE)


def faded(amount: Ints, keep: int) -> Ints:
    """What is left of an amount after a decay that keeps `keep` per mille (0..999), towards 0.

    Truncates, so anything that is not at rest moves by at least 1.
    """
    left: Ints = np.sign(amount) * (np.abs(amount) * keep // MILLE)
    return left


def grown(level: Ints, impulse: Ints) -> Ints:
    """The change that an impulse makes to a level 0..10 000: the less room there is, the less it does."""
    room = np.where(impulse > 0, WHOLE - level, level)
    return share(impulse * room, WHOLE)


def along(curve: tuple[tuple[int, int], ...], x: Ints) -> Ints:
    """A piecewise-linear curve through rising points, flat beyond its ends; slopes * spans < 2**31."""
    value: Ints = np.full_like(x, curve[0][1])
    for (x0, y0), (x1, y1) in pairwise(curve):
        part = bounded(x, x0, x1) - x0
        value = value + share(part * (y1 - y0), x1 - x0)
    return value


def bounded(amount: Ints, low: Ints | int, high: Ints | int) -> Ints:
    """The amount kept between two ends (quicker than np.clip on short arrays)."""
    kept: Ints = np.minimum(np.maximum(amount, low), high)
    return kept


def positive(amount: Ints) -> Ints:
    """The part above 0."""
    return np.maximum(amount, 0)


def negative(amount: Ints) -> Ints:
    """The part below 0, as a positive number."""
    return np.maximum(-amount, 0)
