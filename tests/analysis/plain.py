"""A solver as one would write it first: every way on played to its end, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State


@dataclass(frozen=True, slots=True)
class PlainValues:
    """Values of n positions."""

    steady: NDArray[np.float64]
    ceiling: NDArray[np.int32]
    exact: NDArray[np.bool_]
    margin: NDArray[np.float64]


@dataclass(slots=True)
class PlainSolver:
    """Exact values by recursion; keeps count of the positions it was asked for.

    `margin` above 0 pretends that everything was sampled.
    """

    rules: Rules
    margin: float = 0.0
    asked: int = field(default=0)
    _known: dict[bytes, tuple[float, int, tuple[int, ...]]] = field(default_factory=dict)

    def values(self, state: State) -> PlainValues:
        """Values of positions."""
        self.asked += state.plays
        found = [self._value(state.only(np.array([play]))) for play in range(state.plays)]
        return PlainValues(
            np.array([steady for steady, _, _ in found], np.float64),
            np.array([ceiling for _, ceiling, _ in found], np.int32),
            np.full(len(found), self.margin == 0),
            np.full(len(found), self.margin),
        )

    def best_line(self, state: State) -> tuple[tuple[int, ...], int]:
        """The first of the best ways on, and what it scores."""
        _, ceiling, way = self._value(state)
        return way, ceiling

    def ceilings(self, state: State) -> NDArray[np.int32]:
        """The best scores attainable."""
        return self.values(state).ceiling

    def imagined(self, state: State) -> NDArray[np.float64]:
        """Values of positions that no lines lead to."""
        return PlainSolver(self.rules).values(state).steady

    def _value(self, state: State) -> tuple[float, int, tuple[int, ...]]:
        if state.close[0] != OPEN:
            score = int(Marks(self.rules).total(state)[0])
            return float(score), score, ()
        key = bytes(state.customer) + bytes(state.said[:, 0])
        if key not in self._known:
            children = []
            for line in self.rules.course.offers(state):
                steady, ceiling, way = self._value(self.rules.advance(state, line).state)
                children.append((steady, ceiling, (line, *way)))
            steadies = [steady for steady, _, _ in children]
            best = max(children, key=lambda child: child[1])
            steady = (7 * max(steadies) + 3 * sum(steadies) / len(steadies)) / 10
            self._known[key] = (steady, best[1], best[2])
        return self._known[key]
