"""How others did with the same customer: plays at random, and a simulated class."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np

from game.analysis.batch import Seller, play
from game.analysis.sellers import HUMANS, RandomSeller
from game.engine.rules import Rules

RANDOM_PLAYS = 2_000
CLASS_PLAYS = 900


@dataclass(frozen=True, slots=True)
class Crowd:
    """Scores of others who met the same hidden customer, each list rising.

    Attributes:
        random: of conversations in which any line on offer was as likely.
        trained: of a simulated class (`sellers.HUMANS`), every seller the same number of times.
    """

    random: tuple[int, ...]
    trained: tuple[int, ...]

    @classmethod
    def met(
        cls, rules: Rules, customer: int, random_plays: int = RANDOM_PLAYS, class_plays: int = CLASS_PLAYS
    ) -> Crowd:
        """Let others talk to one of the hidden customers; the same luck every time."""
        each = max(1, class_plays // len(HUMANS))
        return cls(
            _scores(rules, RandomSeller(), customer, random_plays, 1),
            tuple(
                sorted(
                    score
                    for number, human in enumerate(HUMANS)
                    for score in _scores(rules, human, customer, each, 2 + number)
                )
            ),
        )

    def percentiles(self, score: int) -> tuple[float | None, float | None]:
        """How a score stands among both, 0..100; None where nobody is in it."""
        return percentile(self.random, score), percentile(self.trained, score)


def percentile(scores: tuple[int, ...], score: int) -> float | None:
    """Per cent of rising scores that are below one, those that are equal counting half; None without any."""
    if not scores:
        return None
    return 50.0 * (bisect_left(scores, score) + bisect_right(scores, score)) / len(scores)


def _scores(rules: Rules, seller: Seller, customer: int, count: int, seed: int) -> tuple[int, ...]:
    """Rising scores of one seller's plays with one customer."""
    met = np.full(count, customer, np.int32)
    return tuple(sorted(play(rules, seller, met, seed).score.tolist()))
