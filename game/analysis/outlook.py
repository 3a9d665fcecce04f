"""A guess at what a position is worth: straight lines through what was played, one for each beat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from game.analysis.features import Columns, Features
from game.analysis.points import POINT, Whole
from game.engine.rules import Rules
from game.engine.scoring import FULL, Marks
from game.engine.state import OPEN, State

FINE = 64
"""Weights are whole numbers of 1/64 of a thousandth of a point."""

MOST_WEIGHT = 2**31
"""No weight is greater, so that sums stay below 2**53."""

ANYWHERE = -1
"""The weights of a beat of which nothing was learned."""

Weights = Mapping[int, tuple[int, ...]]
"""By the index of a beat the weight of every feature."""


@dataclass(slots=True)
class Outlook:
    """Guesses values; the guess is a sum of whole numbers, so the same on every machine and in any batch.

    Args:
        rules: of the scenario.
        weights: what was learned (`schooling`); nothing yet when empty.
    """

    rules: Rules
    weights: Weights = field(default_factory=dict)
    features: Features = field(init=False)
    _marks: Marks = field(init=False)
    _table: Columns = field(init=False)

    def __post_init__(self) -> None:
        """Lay the weights out as a table, (feature, beat)."""
        self.features, self._marks = Features(self.rules), Marks(self.rules)
        nothing = (0,) * self.features.count
        anywhere = self.weights.get(ANYWHERE, nothing)
        beats = range(len(self.rules.scenario.beats))
        self._table = np.array([self.weights.get(beat, anywhere) for beat in beats], np.float64).T

    def of(self, state: State) -> Whole:
        """Guesses for positions, thousandths of a point, (position,); of finished ones the score."""
        over = state.close != OPEN
        if over.all():
            return self._marks.total(state).astype(np.int64) * POINT
        if not over.any():
            return self.among(state, self.features.of(state))
        worth = np.empty(state.plays, np.int64)
        ended, going = np.flatnonzero(over), np.flatnonzero(~over)
        worth[ended] = self._marks.total(state.only(ended)).astype(np.int64) * POINT
        part = state.only(going)
        worth[going] = self.among(part, self.features.of(part))
        return worth

    def among(self, state: State, columns: Columns) -> Whole:
        """Guesses for positions that are not over and whose features are known."""
        guesses = np.einsum("fp,fp->p", self._table[:, state.beat], columns)
        worth: Whole = np.clip(guesses.astype(np.int64) // FINE, 0, FULL * POINT)
        return worth
