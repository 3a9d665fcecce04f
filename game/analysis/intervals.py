"""Shares, means and differences with the interval in which the truth lies, 95 times in 100."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
"""How often something was seen."""

FEWEST = 10
"""Members that both sides of a comparison need: with fewer, the spread itself is a guess."""

Z = 1.959964
"""Standard deviations of the normal distribution on either side that hold 95 % of it."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number read off a sample, with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def share(hits: int, tries: int) -> Estimate:
    """A share 0..1 with Wilson's score interval (Wilson 1927), which stays honest near 0 and 1.

    Args:
        hits: how often it was so, 0..tries.
        tries: how often it could have been so; with none the interval is everything.
    """
    if not tries:
        return Estimate(0.0, 0.0, 1.0)
    value, square = hits / tries, Z * Z
    middle = (value + square / (2 * tries)) / (1 + square / tries)
    half = Z * sqrt(value * (1 - value) / tries + square / (4 * tries * tries)) / (1 + square / tries)
    return Estimate(value, min(value, max(0.0, middle - half)), max(value, min(1.0, middle + half)))


@dataclass(frozen=True, slots=True)
class Moments:
    """Count, sum and sum of squares of whole numbers: enough for a mean and how sure it is."""

    count: int
    total: int
    squares: int

    @property
    def mean(self) -> float:
        """The mean; 0 of nothing."""
        return self.total / self.count if self.count else 0.0

    @property
    def variance(self) -> float:
        """The variance of what the sample was taken from (n - 1 below); 0 of fewer than two."""
        if self.count < 2:
            return 0.0
        return max(0.0, (self.squares - self.total * self.total / self.count) / (self.count - 1))

    def estimate(self) -> Estimate:
        """The mean with its interval by the normal distribution."""
        half = Z * sqrt(self.variance / self.count) if self.count else 0.0
        return Estimate(self.mean, self.mean - half, self.mean + half)


def difference(one: Moments, other: Moments) -> Estimate | None:
    """How much higher the mean of one is, with an interval (Welch 1947, by the normal distribution).

    Returns:
        None where one of them has fewer than `FEWEST` members: then nothing can be said.
    """
    if min(one.count, other.count) < FEWEST:
        return None
    value = one.mean - other.mean
    half = Z * sqrt(one.variance / one.count + other.variance / other.count)
    return Estimate(value, value - half, value + half)


def quantile(histogram: Counts, part: float) -> int:
    """The least value below or at which this part (0..1) of a histogram lies; 0 of an empty one.

    Args:
        histogram: (value,) how often each value 0, 1, 2 … was seen.
        part: 0.5 for the median.
    """
    reached = np.cumsum(histogram)
    whole = int(reached[-1]) if len(reached) else 0
    if not whole:
        return 0
    wanted = max(1, int(np.ceil(part * whole - 1e-9)))
    return int(np.searchsorted(reached, wanted))
