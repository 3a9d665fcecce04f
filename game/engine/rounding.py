"""Arithmetic of the customer model: whole numbers only, one way of rounding.

Every division of the engine is `share` (to the nearest whole number, halves towards plus infinity, for
negative numbers as well: -2.5 becomes -2) or `faded` (truncation towards rest, so that a decay always
moves by at least 1). Mirror laws therefore hold within 1 basis point per rounding. Never two products
without a division between them: everything fits int32.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from game.engine.traits import WHOLE, Bools, Ints

MILLE = 1_000
"""A whole multiplier."""


def share(product: Ints, whole: int) -> Ints:
    """`product / whole` to the nearest whole number, halves up; |product| < 2**31 - whole / 2."""
    quotient: Ints = (product + whole // 2) // whole
    return quotient


def scaled(amount: Ints, per_mille: Ints | int) -> Ints:
    """An amount times a multiplier per mille; |amount| * |per_mille| < 2**31."""
    quotient: Ints = (amount * per_mille + MILLE // 2) // MILLE
    return quotient


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


Curve = tuple[tuple[int, int], ...]
"""Points (x, y) with rising x."""


@cache
def _pieces(curve: Curve) -> tuple[Ints, ...]:
    """Starts, start values, rises and widths of the pieces of a curve; flat ones at both ends."""
    xs = np.array([x for x, _ in curve], np.int32)
    ys = np.array([y for _, y in curve], np.int32)
    rises = np.concatenate([[0], np.diff(ys), [0]]).astype(np.int32)
    widths = np.concatenate([[1], np.diff(xs), [1]]).astype(np.int32)
    return xs, np.concatenate([xs[:1], xs]), np.concatenate([ys[:1], ys]), rises, widths


def along(curve: Curve, x: Ints) -> Ints:
    """A piecewise-linear curve, flat beyond its ends; rises * widths < 2**31."""
    xs, starts, values, rises, widths = _pieces(curve)
    at = np.searchsorted(xs, x, side="right")
    width = widths[at]
    part: Ints = np.where(rises[at] == 0, 0, x - starts[at])
    height: Ints = values[at] + (part * rises[at] + width // 2) // width
    return height.astype(x.dtype)


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


def anything(mask: Bools | Ints) -> bool:
    """Whether anything is so: of one line (a scalar, quickly) or of a line per play."""
    return bool(mask) if mask.ndim == 0 else bool(mask.any())
