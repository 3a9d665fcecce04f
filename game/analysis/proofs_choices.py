"""Whether there is something to choose: lines that another one always beats, lines that beat all others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.analysis.points import POINT, Whole
from game.engine.rules import Rules
from game.engine.state import OPEN
from game.engine.traits import Bools, Ints, Places

MARGIN = 5
"""Points by which another line has to be better before it counts as another (the judgement table calls a
loss of so much still the best).
"""

NEARLY = 0.9
"""Share of the places both were on offer in which the other line has to be better by `MARGIN` points."""

OFTEN = 8
"""Places in which both have to have been on offer."""

ENOUGH = 30
"""The same where the values are only sampled and a claim is to be told."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Positions with a choice, and what each line on offer is worth there.

    Attributes:
        customer: (position,) whom it is with.
        offered: (4, position) lines on offer, -1 for none.
        value: (4, position) thousandths of a point, -1 where there is no line.
        exact: whether the values are exact.
        way: the lines, by index, that lead to a position.
    """

    customer: Ints
    offered: Places
    value: Whole
    exact: bool
    way: Callable[[int], tuple[int, ...]]

    @property
    def count(self) -> int:
        """How many positions."""
        return len(self.customer)


@dataclass(frozen=True, slots=True)
class Dominated:
    """A line that another one beats nearly always.

    Attributes:
        line: index of the line.
        by: index of the other.
        places: positions in which both were on offer.
        share: of them in which the other was better by more than the margin.
        lost: points by which it was on average.
        at: a position in which the other is better, as clearly as anywhere.
    """

    line: int
    by: int
    places: int
    share: float
    lost: float
    at: int


def pairs(choices: Choices, count: int) -> tuple[Whole, Whole]:
    """How often each line was on offer beside another, and how often the other was better, (line, line)."""
    better, both = np.zeros((2, count, count), np.int64)
    for one, other in _slots():
        here = np.flatnonzero((choices.offered[one] != OPEN) & (choices.offered[other] != OPEN))
        pair = choices.offered[one, here], choices.offered[other, here]
        np.add.at(both, pair, 1)
        np.add.at(better, pair, choices.value[other, here] >= choices.value[one, here] + MARGIN * POINT)
    return better, both


def silly(choices: Choices, count: int) -> Bools:
    """Which lines another one dominates, (line,)."""
    better, both = pairs(choices, count)
    beaten: Bools = np.any((better >= NEARLY * both) & (both >= OFTEN), axis=1)
    return beaten


def dominated(choices: Choices, count: int, nearly: float = NEARLY) -> list[Dominated]:
    """The lines that are dominated, each by the line that beats it most, in file order."""
    better, both = pairs(choices, count)
    often = OFTEN if choices.exact else ENOUGH
    share = np.where(both >= often, better / np.maximum(both, 1), 0)
    found = []
    for line in np.flatnonzero((share >= nearly).any(axis=1)).tolist():
        by = int(np.lexsort((both[line], share[line]))[-1])
        at, lost = _between(choices, line, by)
        found.append(Dominated(line, by, int(both[line, by]), float(share[line, by]), lost, at))
    return found


def _between(choices: Choices, line: int, by: int) -> tuple[int, float]:
    """The position in which one line loses most against another, and its mean loss in points."""
    lost = np.zeros(choices.count, np.int64)
    together = np.zeros(choices.count, bool)
    for one, other in _slots():
        here = (choices.offered[one] == line) & (choices.offered[other] == by)
        lost[here] = choices.value[other, here] - choices.value[one, here]
        together |= here
    return int(np.where(together, lost, np.iinfo(np.int64).min).argmax()), float(
        lost[together].mean() / POINT
    )


@dataclass(frozen=True, slots=True)
class Favourite:
    """A line that is the best of its beat for every hidden customer.

    Attributes:
        line: its index.
        places: positions in which it was on offer beside others.
        least: share of them in which it was the best, with the customer where that is least.
        ahead: mean points by which it was better than the next.
        at: a position in which it is, as clearly as anywhere.
    """

    line: int
    places: int
    least: float
    ahead: float
    at: int


def favourites(rules: Rules, choices: Choices, nearly: float = NEARLY) -> list[Favourite]:
    """Lines that are best for everybody, wherever they are on offer beside two others or more."""
    real = (choices.offered != OPEN).sum(axis=0) >= 3
    often, each = (OFTEN, 1) if choices.exact else (ENOUGH, OFTEN // 4)  # places in all, with a customer
    ranked = np.sort(choices.value, axis=0)
    ahead = np.where(choices.value == ranked[-1], choices.value - ranked[-2], choices.value - ranked[-1])
    found = []
    for line in range(len(rules.lines.lines)):
        slot, at = np.nonzero((choices.offered == line) & real)
        if not len(at):
            continue
        lead = ahead[slot, at]
        best = lead >= MARGIN * POINT
        shares = []
        for customer in range(rules.scenario.customers):
            mine = choices.customer[at] == customer
            shares.append(float(best[mine].mean()) if mine.sum() >= each else -1.0)
        known = [share for share in shares if share >= 0]
        if len(at) >= often and known and min(known) >= nearly:
            top = int(at[lead.argmax()])
            found.append(Favourite(line, len(at), min(known), float(lead.mean()) / POINT, top))
    return found


def best_lines(rules: Rules, choices: Choices) -> dict[int, tuple[int, tuple[int, ...]]]:
    """For every beat with a choice its best line and all its lines that were on offer.

    The best is the one that was worth most on average above the mean of what was on offer beside it.
    """
    here = choices.offered != OPEN
    many = here.sum(axis=0) > 1
    mean = np.where(here, choices.value, 0).sum(axis=0) / np.maximum(here.sum(axis=0), 1)
    count = len(rules.lines.lines)
    total, times = np.zeros(count), np.zeros(count, np.int64)
    for row in range(len(choices.offered)):
        at = np.flatnonzero(here[row] & many)
        np.add.at(total, choices.offered[row, at], choices.value[row, at] - mean[at])
        np.add.at(times, choices.offered[row, at], 1)
    worth = np.where(times >= OFTEN, total / np.maximum(times, 1), -np.inf)
    found = {}
    for beat in range(len(rules.scenario.beats)):
        lines = [int(line) for line in np.flatnonzero(rules.lines.beat_of == beat) if times[line] >= OFTEN]
        if len(lines) > 1:
            found[beat] = max(lines, key=lambda line: float(worth[line])), tuple(lines)
    return found


def _slots() -> Iterator[tuple[int, int]]:
    """All ordered pairs of slots on offer."""
    return ((one, other) for one in range(4) for other in range(4) if one != other)
