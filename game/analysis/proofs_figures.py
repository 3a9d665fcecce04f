"""Figures of a scenario: who passes, what each choice tells of the score, where to set the pass mark."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, sqrt, tanh

import numpy as np

from game.analysis.batch import Plays
from game.analysis.intervals import Counts, Estimate, Z, share
from game.engine.rules import Rules
from game.engine.scoring import FULL

FEWEST = 30
"""Plays in which a line was on offer before anything is said of it; a sixth of them on either side."""

NEAR = 0.05
"""A pass rate this near to the target is near enough, whatever the interval."""


@dataclass(frozen=True, slots=True)
class SellerFigure:
    """How one kind of seller does.

    Attributes:
        seller: name of the roster.
        plays: how many conversations.
        passed: how many of them passed.
        mean: of their scores.
        endings: how often each ending was reached, by id.
    """

    seller: str
    plays: int
    passed: int
    mean: float
    endings: dict[str, int]


@dataclass(frozen=True, slots=True)
class Discrimination:
    """What saying a line tells of the score, among those who had it on offer.

    Attributes:
        line: its id.
        offered: plays in which it was on offer at some time.
        said: plays in which it was said.
        r: point-biserial correlation of having said it with the score; None of too few.
        low: lower end of its 95 % interval (Fisher 1915).
        high: upper end.
    """

    line: str
    offered: int
    said: int
    r: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A pass mark that gives a pass rate.

    Attributes:
        mark: points.
        low: points at which the upper end of the interval of the rate would be met.
        high: points at which its lower end would be.
        rate: share that passes at the written mark, with its interval.
        near: whether the written mark does as well as can be told.
    """

    mark: int
    low: int
    high: int
    rate: Estimate
    near: bool


def seller_figure(rules: Rules, seller: str, plays: Plays) -> SellerFigure:
    """Sum up the conversations of one seller."""
    counts = np.bincount(plays.state.ending, minlength=len(rules.scenario.endings)).tolist()
    named = zip(rules.scenario.endings, counts, strict=True)
    return SellerFigure(
        seller,
        len(plays.score),
        int((plays.score >= rules.scenario.rubric.passing).sum()),
        float(plays.score.mean()),
        {ending.id: count for ending, count in named},
    )


def discriminations(rules: Rules, plays: Plays) -> list[Discrimination]:
    """Every line, in file order."""
    said = plays.state.said > 0
    score = plays.score.astype(np.float64)
    found = []
    for at, line in enumerate(rules.lines.lines):
        could = (plays.offers == at).any(axis=(0, 1))
        chose = said[at] & could
        offered, chosen = int(could.sum()), int(chose.sum())
        r = None
        if offered >= FEWEST and min(chosen, offered - chosen) >= FEWEST // 6:
            spread = float(score[could].std())
            r = 0.0 if not spread else float(np.corrcoef(chose[could], score[could])[0, 1])
        low, high = (0.0, 0.0) if r is None else reach(r, offered)
        found.append(Discrimination(line.id, offered, chosen, r, low, high))
    return found


def reach(r: float, count: int) -> tuple[float, float]:
    """The 95 % interval of a correlation (Fisher 1915)."""
    middle = atanh(max(-0.999999, min(0.999999, r)))
    half = Z / sqrt(max(count - 3, 1))
    return tanh(middle - half), tanh(middle + half)


def pass_mark(scores: Counts, target: float, written: int) -> Mark:
    """The mark at which the share of plays that reach it comes nearest to a target.

    Args:
        scores: (0..1000,) how many plays scored each.
        target: 0..1.
        written: the pass mark as it stands.
    """
    plays = int(scores.sum())
    reached = scores[::-1].cumsum()[::-1]  # plays that score so much or more
    rate = share(int(reached[written]) if written <= FULL else 0, plays)

    def mark(wanted: float) -> int:
        far = np.abs(reached[1:] / max(plays, 1) - wanted)  # a mark of 0 points marks nothing
        return int(far.argmin()) + 1

    asked = share(round(target * plays), plays)
    best = mark(target)
    near = rate.low <= target <= rate.high or abs(rate.value - target) <= NEAR
    near |= abs(rate.value - target) <= abs(int(reached[best]) / max(plays, 1) - target)
    return Mark(best, mark(asked.high), mark(asked.low), rate, near)
