"""What a class gained between two attempts of the same people: the mean difference, with its interval.

The interval is that of Student's t for paired observations (Student 1908): people differ far more from each
other than from themselves, and only the latter counts here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, pi, sqrt, tan
from statistics import NormalDist, fmean, stdev

from game.analysis.intervals import Estimate

FEWEST = 2
"""Pairs of which a spread can be told at all."""

TAILS = 0.05
"""Share of both tails together: a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Two attempts of the same people, held against each other.

    Attributes:
        pairs: people with both.
        before, after: mean scores; 0 of nobody.
        gain: mean of the differences with its 95 % interval; None with fewer than two people.
        better: how many had more afterwards.
    """

    pairs: int
    before: float
    after: float
    gain: Estimate | None
    better: int

    @property
    def shown(self) -> bool:
        """Whether there is a gain beyond chance: nought is below the whole interval."""
        return self.gain is not None and self.gain.low > 0

    @property
    def lost(self) -> bool:
        """Whether there is a loss beyond chance."""
        return self.gain is not None and self.gain.high < 0


def gained(pairs: Sequence[tuple[int, int]]) -> Gain:
    """The gain of a class.

    Args:
        pairs: of everybody the score before and after.
    """
    if not pairs:
        return Gain(0, 0.0, 0.0, None, 0)
    differences = [after - before for before, after in pairs]
    estimate = None
    if len(pairs) >= FEWEST:
        mean = fmean(differences)
        half = t_quantile(len(pairs) - 1) * stdev(differences) / sqrt(len(pairs))
        estimate = Estimate(mean, mean - half, mean + half)
    return Gain(
        len(pairs),
        fmean(before for before, _ in pairs),
        fmean(after for _, after in pairs),
        estimate,
        sum(each > 0 for each in differences),
    )


def t_quantile(freedom: int, tails: float = TAILS) -> float:
    """The value that Student's t exceeds with a probability, on either side (Hill 1970, Algorithm 396).

    Args:
        freedom: degrees of freedom, 1 or more.
        tails: probability of both tails, between 0 and 1.

    >>> [round(t_quantile(n), 3) for n in (1, 2, 5, 29, 1000)]
    [12.706, 4.303, 2.571, 2.045, 1.962]
    """
    if freedom < 1 or not 0 < tails < 1:
        raise ValueError("degrees of freedom begin at 1, probabilities lie between 0 and 1")
    if freedom == 1:
        return 1 / tan(tails * pi / 2)
    if freedom == 2:
        return sqrt(2 / (tails * (2 - tails)) - 2)
    n = float(freedom)
    a = 1 / (n - 0.5)
    b = 48 / (a * a)
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * sqrt(a * pi / 2) * n
    y = (d * tails) ** (2 / n)
    if y > 0.05 + a:
        x = NormalDist().inv_cdf(tails / 2)
        y = x * x
        if n < 5:
            c += 0.3 * (n - 4.5) * (x + 0.6)
        c += (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b
        y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
        y = a * y * y
        y = exp(y) - 1 if y > 0.002 else 0.5 * y * y + y
    else:
        y = ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) * (
            n + 1
        ) / (n + 2) + 1 / y
    return sqrt(n * y)
