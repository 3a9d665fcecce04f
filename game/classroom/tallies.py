"""What a round came to, counted as attempts go by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.records.class_results import Result

PROMOTER, DETRACTOR = 9, 6
"""From where and down to where a customer counts as one (`metric-nps`)."""


@dataclass(slots=True)
class RoundTally:
    """Whole numbers of one round; scores as a histogram, so that a median needs no list of everybody.

    Attributes:
        package: hash of the scenario as it was played; criteria and endings are named in it.
    """

    title: str
    mode: str
    package: str = ""
    sent: int = 0
    scores: Counter[int] = field(default_factory=Counter)
    stages: Counter[int] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    recommends: Counter[int] = field(default_factory=Counter)
    passes: int = 0
    insight: int = 0
    pass_mark: int = 600
    _criteria: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def add(self, result: Result) -> None:
        """One more attempt; those without a mark only count as sent."""
        self.sent += 1
        mark = result.mark
        if mark is None or result.attempt.state != "scored":
            return
        self.scores[mark.score] += 1
        self.stages[mark.stage] += 1
        self.endings[str(mark.details.get("ending"))] += 1
        self.recommends[mark.nps] += 1
        self.passes += mark.passed
        self.pass_mark = int(mark.details.get("pass_mark", self.pass_mark))
        self.insight += mark.insight
        for name, (earned, possible) in mark.details.get("points", {}).items():
            self._criteria[name][0] += earned
            self._criteria[name][1] += possible

    @property
    def count(self) -> int:
        """Attempts that were marked."""
        return self.scores.total()

    @property
    def mean(self) -> float | None:
        """Of the scores."""
        return sum(score * n for score, n in self.scores.items()) / self.count if self.count else None

    @property
    def median(self) -> float | None:
        """Of the scores; the mean of the two in the middle where they are two."""
        if not self.count:
            return None
        return (self._at((self.count - 1) // 2) + self._at(self.count // 2)) / 2

    @property
    def passed(self) -> float | None:
        """Percent of the marked attempts that reached the pass mark."""
        return 100 * self.passes / self.count if self.count else None

    @property
    def nps(self) -> int | None:
        """Percent of promoters less percent of detractors, -100..100 (`metric-nps`)."""
        if not self.count:
            return None
        for_us = sum(n for given, n in self.recommends.items() if given >= PROMOTER)
        against = sum(n for given, n in self.recommends.items() if given <= DETRACTOR)
        return round(100 * (for_us - against) / self.count)

    def criteria(self) -> Iterator[tuple[str, float, float]]:
        """Every criterion: its name, percent earned of what was possible, points that it gives once."""
        for name, (earned, possible) in self._criteria.items():
            yield name, 100 * earned / possible if possible else 0.0, possible / self.count

    def reached(self, stage: int) -> int:
        """How many came at least to a stage."""
        return sum(n for at, n in self.stages.items() if at >= stage)

    def _at(self, place: int) -> int:
        """The score at a place of the sorted list, from 0."""
        for score in sorted(self.scores):
            place -= self.scores[score]
            if place < 0:
                return score
        raise IndexError(place)
