"""Arithmetic of the customer model: whole numbers only, one way of rounding.

Every division of the engine is `share` (to the nearest whole number, halves towards plus infinity, for
negative numbers as well: -2.5 becomes -2) or `faded` (truncation towards rest, so that a decay always
moves by at least 1). Mirror laws therefore hold within 1 basis point per rounding. Never two products
without a division between them: everything fits int32.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from game.engine.traits import WHOLE, Bools, Ints

MILLE = 1_000
"""A whole multiplier."""

# With a plain number on one side numpy takes twice as long to add or divide what one conversation needs.
_MILLE, _HALF, _NOUGHT = np.int32(MILLE), np.int32(MILLE // 2), np.int32(0)


def share(product: Ints, whole: int) -> Ints:
    """`product / whole` to the nearest whole number, halves up; |product| < 2**31 - whole / 2."""
    half, divisor = _halved(whole)
    quotient: Ints = (product + half) // divisor
    return quotient


@cache
def _halved(whole: int) -> tuple[np.int32, np.int32]:
    """Half of a divisor and the divisor, for numpy."""
    return np.int32(whole // 2), np.int32(whole)


def scaled(amount: Ints, per_mille: Ints | int) -> Ints:
    """An amount times a multiplier per mille; |amount| * |per_mille| < 2**31."""
    quotient: Ints = (amount * per_mille + _HALF) // _MILLE
    return quotient


def faded(amount: Ints, keep: int) -> Ints:
    """What is left of an amount after a decay that keeps `keep` per mille (0..999), towards 0.

    Truncates, so anything that is not at rest moves by at least 1.
    """
    left: Ints = np.sign(amount) * (np.abs(amount) * np.int32(keep) // _MILLE)
    return left


def grown(level: Ints, impulse: Ints) -> Ints:
    """The change that an impulse makes to a level 0..10 000: the less room there is, the less it does."""
    if impulse.shape[-1] == 1 and not impulse.any():
        return impulse
    room = np.where(impulse > 0, WHOLE - level, level)
    return share(impulse * room, WHOLE)


Curve = tuple[tuple[int, int], ...]
"""Points (x, y) with rising x."""


@cache
def _heights(curve: Curve, dtype: Any) -> Ints:
    """The curve at every whole x from its first point to its last."""
    xs, ys = (np.array(values, np.int64) for values in zip(*curve, strict=True))
    x = np.arange(xs[0], xs[-1] + 1)
    at = np.searchsorted(xs, x, side="right") - 1
    rises, widths = np.append(np.diff(ys), 0)[at], np.append(np.diff(xs), 1)[at]
    heights: Ints = (ys[at] + ((x - xs[at]) * rises + widths // 2) // widths).astype(dtype)
    return heights


def along(curve: Curve, x: Ints) -> Ints:
    """A piecewise-linear curve, flat beyond its ends (a look-up: every whole x is worked out once)."""
    first, last = curve[0][0], curve[-1][0]
    height: Ints = _heights(curve, x.dtype)[bounded(x, first, last) - first]
    return height


SHORT = 512
"""Below this many values the overhead of a call counts for more than the work on them."""


def bounded(amount: Ints, low: Ints | int, high: Ints | int) -> Ints:
    """The amount kept between two ends."""
    short = amount.size < SHORT
    kept: Ints = np.minimum(np.maximum(amount, low), high) if short else amount.clip(low, high)
    return kept


def positive(amount: Ints) -> Ints:
    """The part above 0."""
    return np.maximum(amount, _NOUGHT)


def negative(amount: Ints) -> Ints:
    """The part below 0, as a positive number."""
    return np.maximum(-amount, _NOUGHT)


def anything(mask: Bools | Ints) -> bool:
    """Whether anything is so: of one line (a scalar, quickly) or of a line per play."""
    return bool(mask) if mask.ndim == 0 else bool(mask.any())
