"""How hard each hidden customer of a scenario is, by a simulated class; and which two are equally hard.

Before and after a course people have to play something else that is as hard. Two customers count as equally
hard when the 95 % interval of the difference of their mean scores lies wholly within `EQUAL` points on either
side of nought: two one-sided tests (Schuirmann 1987), here at 2.5 % each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from game.analysis.batch import play
from game.analysis.intervals import Estimate, Moments, difference, share
from game.analysis.sellers import HUMANS
from game.engine.rules import Rules

PLAYS = 900
"""Conversations of the simulated class with each customer."""

EQUAL = 30.0
"""Points of difference that do not matter: less than one inaccuracy (`judgement`)."""

TRIED = 3
"""Pairs that are measured anew before it is said that no two customers are equally hard."""

FRESH = 101
"""Seed of the luck of plays that measure a pair after it was chosen."""


@dataclass(frozen=True, slots=True)
class Hardness:
    """One hidden customer as a simulated class met her.

    Attributes:
        customer: 0..K-1.
        score: count, sum and squares of the scores.
        passed: share that reached the pass mark.
    """

    customer: int
    score: Moments
    passed: Estimate


@dataclass(frozen=True, slots=True)
class Pair:
    """Two customers, one for before and one for after.

    Attributes:
        apart: how many points easier the second is, with its 95 % interval.
    """

    before: Hardness
    after: Hardness
    apart: Estimate

    @property
    def bound(self) -> float:
        """The most that they may differ, points."""
        return max(abs(self.apart.low), abs(self.apart.high))

    @property
    def equal(self) -> bool:
        """Whether they are shown to be equally hard."""
        return self.bound <= EQUAL


def hardness(
    rules: Rules, customers: Sequence[int] | None = None, plays: int = PLAYS, seed: int = 1
) -> tuple[Hardness, ...]:
    """Let a simulated class talk to hidden customers; every seller as often.

    Args:
        rules: of the scenario.
        customers: which (0..K-1); all of them when None.
        plays: with each of them.
        seed: of the luck.
    """
    known = range(rules.scenario.customers) if customers is None else customers
    passing = rules.scenario.rubric.passing
    each = max(2, plays // len(HUMANS))
    met = np.repeat(np.array(known, dtype=np.int32), each)
    scores = np.stack(
        [play(rules, seller, met, seed + number).score for number, seller in enumerate(HUMANS)]
    ).astype(np.int64)
    found = []
    for customer in known:
        mine = scores[:, met == customer].ravel()
        moments = Moments(mine.size, int(mine.sum()), int((mine * mine).sum()))
        found.append(Hardness(customer, moments, share(int((mine >= passing).sum()), mine.size)))
    return tuple(found)


def pair(before: Hardness, after: Hardness) -> Pair:
    """Two customers held against each other.

    Raises:
        ValueError: they were met too seldom to say anything.
    """
    apart = difference(after.score, before.score)
    if apart is None:
        raise ValueError("too few conversations with one of the customers")
    return Pair(before, after, apart)


def measured(rules: Rules, customers: Sequence[int] | None = None, plays: int = PLAYS) -> Pair:
    """Two customers of a scenario for before and after, with how equal they are.

    The difference is told by plays of their own: a difference that was picked because it is small would look
    smaller than it is.

    Args:
        rules: of the scenario.
        customers: the two (0..K-1); those that come out closest when None.
        plays: with each customer, each time.

    Raises:
        ValueError: there are not two different ones.
    """
    if customers is not None:
        first, second = customers
        if first == second:
            raise ValueError("before and after need two different customers")
        return _anew(rules, first, second, plays)
    found = hardness(rules, None, plays)
    pairs = sorted(
        (pair(one, other) for one, other in combinations(found, 2)),
        key=lambda each: (each.bound, each.before.customer, each.after.customer),
    )
    if not pairs:
        raise ValueError("a scenario with one hidden customer has no second variant")
    tried = (_anew(rules, each.before.customer, each.after.customer, plays) for each in pairs[:TRIED])
    best: Pair | None = None
    for each in tried:
        if each.equal:
            return each
        best = each if best is None else min(best, each, key=lambda one: one.bound)
    assert best is not None
    return best


def _anew(rules: Rules, first: int, second: int, plays: int) -> Pair:
    one, other = hardness(rules, (first, second), plays, FRESH)
    return pair(one, other)
