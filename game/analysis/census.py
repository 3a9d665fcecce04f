"""Every conversation of a small scenario counted: positions by turn, ends by outcome, the points they earn.

The same as the move counts by which chess programs are checked ("perft"): whoever changes a rule so that
anything at all comes out differently sees it here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.analysis.batch import play
from game.analysis.points import Whole
from game.analysis.probing import sizes
from game.analysis.sellers import RandomSeller
from game.analysis.tree import Tree
from game.engine.rules import Rules
from game.engine.scenario import Close, Scenario
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints

MOST_LATE = 500
"""About so many positions are below a late position, at most."""


@dataclass(frozen=True, slots=True)
class Census:
    """What is below some positions.

    Attributes:
        positions: by turn, from the first on.
        ends: by close, ending and turn: how many conversations end so, and their points together.
        steady: of the positions it began with, thousandths of a point.
        ceilings: of the positions it began with, points.
    """

    positions: tuple[int, ...]
    ends: dict[tuple[str, str, int], tuple[int, int]]
    steady: tuple[int, ...]
    ceilings: tuple[int, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain data; ends as `close/ending` with `[turn, conversations, points]` of each turn."""
        ends: dict[str, list[list[int]]] = {}
        for (close, ending, turn), (count, points) in sorted(self.ends.items()):
            ends.setdefault(f"{close}/{ending}", []).append([turn, count, points])
        return {
            "positions": list(self.positions),
            "ends": ends,
            "steady": list(self.steady),
            "ceilings": list(self.ceilings),
        }


def census(rules: Rules, state: State) -> Census:
    """Count everything below positions; takes as long as there is to count."""
    counting = _Counting(rules)
    solution = Tree(rules, counting.watch).solved(state)
    return Census(
        tuple(counting.positions.tolist()),
        counting.ends,
        tuple(solution.steady.tolist()),
        tuple(solution.ceiling.tolist()),
    )


def cut(scenario: Scenario, turns: int) -> Scenario:
    """The same scenario over after so many lines said to somebody."""
    return replace(scenario, turns=min(turns, scenario.turns))


def everybody(rules: Rules) -> State:
    """All hidden customers before the first line."""
    return rules.fresh(np.arange(rules.scenario.customers, dtype=np.int32))


def late(rules: Rules, most: int = MOST_LATE) -> State:
    """For every third customer a position of a random conversation, as early as its tree is still small."""
    customers = np.arange(0, rules.scenario.customers, 3, dtype=np.int32)
    moves = play(rules, RandomSeller(), customers, seed=1).moves
    whole = zip(customers, moves.T, strict=True)
    return together([_latest(rules, int(customer), said, most) for customer, said in whole])


def _latest(rules: Rules, customer: int, moves: Ints, most: int) -> State:
    """The first position of a conversation with at most about so many positions below it."""
    states = [rules.fresh(np.array([customer], np.int32))]
    for line in moves[moves != OPEN]:
        states.append(rules.advance(states[-1], int(line)).state)
    small = np.flatnonzero(sizes(rules, together(states)) <= most)
    return states[int(small[0])]


class _Counting:
    """Counts positions as they are reached."""

    def __init__(self, rules: Rules) -> None:
        self._endings: Sequence[str] = [ending.id for ending in rules.scenario.endings]
        self.positions: Whole = np.zeros(0, np.int64)
        self.ends: dict[tuple[str, str, int], tuple[int, int]] = {}

    def watch(self, state: State, score: Ints) -> None:
        """Count these."""
        more = np.bincount(state.turn, minlength=len(self.positions))
        more[: len(self.positions)] += self.positions
        self.positions = more
        over = np.flatnonzero(state.close != OPEN)
        if not len(over):
            return
        kinds = np.stack([state.close[over], state.ending[over], state.turn[over]])
        ends, which = np.unique(kinds, axis=1, return_inverse=True)
        counts = np.bincount(which.reshape(-1))
        points = np.zeros(ends.shape[1], np.int64)
        np.add.at(points, which.reshape(-1), score[over])
        for (close, ending, turn), count, earned in zip(ends.T, counts, points, strict=True):
            key = Close(int(close)).name.lower().replace("_", "-"), self._endings[int(ending)], int(turn)
            before = self.ends.get(key, (0, 0))
            self.ends[key] = before[0] + int(count), before[1] + int(earned)
