"""Judgements of lines by what they lost, and accuracy: the one table that everything reads.

Loss is counted in points of the score: the expected steady value of the best line on offer less that of the
line said (design.md, "Value and judgement"). An alternative that costs no more than a line judged well is
never called a mistake, because both are looked up in the same table.

Where values are sampled, a loss is known only up to a margin (half of its 95 % interval), and a line is
judged by as much of the loss as is proved: loss less margin. All lines on offer in one turn are judged with
one margin, the widest among them (`margin_of`); with a margin of each line's own, a line that loses more
could be judged better than one that loses less, only because less is known of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, unique
from math import hypot


@unique
class Judgement(Enum):
    """What a line was worth among those on offer."""

    BEST = "best"
    GOOD = "good"
    INACCURACY = "inaccuracy"
    MISTAKE = "mistake"
    BLUNDER = "blunder"

    @property
    def fault(self) -> bool:
        """Whether a better line is worth looking for."""
        return self in (Judgement.INACCURACY, Judgement.MISTAKE, Judgement.BLUNDER)


MOST_LOST: tuple[tuple[float, Judgement], ...] = (
    (5, Judgement.BEST),
    (15, Judgement.GOOD),
    (50, Judgement.INACCURACY),
    (120, Judgement.MISTAKE),
)
"""Points that a line of each judgement loses at most; more is a blunder."""


def judged(loss: float, margin: float = 0.0) -> Judgement:
    """The judgement of a line.

    Args:
        loss: points that it lost (0 or more).
        margin: of the losses of its turn, 0 where they are exact.
    """
    proved = loss - margin
    return next((judgement for most, judgement in MOST_LOST if proved <= most), Judgement.BLUNDER)


def margin_of(values: Sequence[tuple[float, float]]) -> float:
    """The margin of the losses of one turn: the widest difference from the best line.

    Args:
        values: of every line on offer its expected value and the margin of that.
    """
    best = max(values)
    others = [margin for value, margin in values if (value, margin) != best]
    return max((hypot(best[1], margin) for margin in others), default=0.0)


def accuracy(stakes: Sequence[tuple[float, float]]) -> float:
    """Share of what was at stake that was kept, 0..1; 1 where nothing was at stake.

    Args:
        stakes: of every turn the points at stake (best line on offer less the worst) and the points lost.
    """
    at_stake = sum(stake for stake, _ in stakes)
    return 1.0 if at_stake <= 0 else 1.0 - sum(loss for _, loss in stakes) / at_stake
