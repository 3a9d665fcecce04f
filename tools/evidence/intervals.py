"""How sure a figure is: 95 % intervals of shares, means, correlations and areas under a curve."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Interval = tuple[float, float]

Z = 1.96
"""Standard errors to either side."""

DRAWS = 500
"""Resamplings of a bootstrap."""


def of_share(share: float, count: int) -> Interval:
    """Wilson's interval of a share of so many."""
    if not count:
        return (0.0, 1.0)
    middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
    reach = Z * math.sqrt(share * (1 - share) / count + Z * Z / (4 * count**2)) / (1 + Z * Z / count)
    return (max(middle - reach, 0.0), min(middle + reach, 1.0))


def reach_of_mean(values: NDArray[np.float64]) -> float:
    """How far the mean of a sample may be off to either side; 0 for a single value."""
    return Z * float(values.std(ddof=1)) / math.sqrt(len(values)) if len(values) > 1 else 0.0


def of_correlation(r: float, count: int) -> Interval:
    """Fisher's interval of a correlation over so many pairs."""
    if count < 4 or abs(r) >= 1:
        return (-1.0, 1.0)
    reach = Z / math.sqrt(count - 3)
    return (math.tanh(math.atanh(r) - reach), math.tanh(math.atanh(r) + reach))


def of_separation(area: float, yes: int, no: int) -> Interval:
    """Hanley and McNeil's interval of an area under the curve."""
    if not yes or not no:
        return (0.0, 1.0)
    one, two = area / (2 - area), 2 * area**2 / (1 + area)
    spread = area * (1 - area) + (yes - 1) * (one - area**2) + (no - 1) * (two - area**2)
    reach = Z * math.sqrt(max(spread, 0.0) / (yes * no))
    return (max(area - reach, 0.0), min(area + reach, 1.0))


def of_median(values: Sequence[float], seed: int = 0) -> Interval:
    """Bootstrap interval of a median."""
    sample = np.asarray(values)
    if len(sample) < 2:
        return (float(sample.min(initial=0.0)), float(sample.max(initial=0.0)))
    drawn = np.random.default_rng(seed).choice(sample, (DRAWS, len(sample)))
    low, high = np.quantile(np.median(drawn, axis=1), (0.025, 0.975))
    return (float(low), float(high))


def told(interval: Interval, form: str = ".2f") -> str:
    """An interval as people write it."""
    return f"{interval[0]:{form}} to {interval[1]:{form}}"
