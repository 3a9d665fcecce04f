"""What a position looks like to somebody who has to guess its value: a column of small whole numbers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.engine.beliefs import readiness
from game.engine.reaction import Child
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import Marks
from game.engine.state import State
from game.engine.terms import Guard, ObjectionStep, Said
from game.engine.traits import Attribute, Stage, Trait

Columns = NDArray[np.float64]
"""Whole numbers held as floats, so that sums of their products are quick and, below 2**53, exact."""

STEP = 50
"""Basis points in one unit of a trait."""

SECONDS = 20
"""Story seconds in one unit of the clock."""

BENT = (
    Trait.TRUST,
    Trait.VALENCE,
    Trait.NEED,
    Trait.VALUE,
    Trait.PRESSURE,
    Trait.REACTANCE,
    Trait.PATIENCE,
    Trait.DISCLOSURE,
    Trait.SATISFACTION,
    Trait.FOLLOW_THROUGH,
)
"""Traits whose worth bends: conditions ask whether they reach a level."""

LEVELS = (2_500, 5_000, 7_500)
"""Where they may bend, basis points."""

OTHERS = (Trait.TRUST, Trait.VALUE, Trait.NEED, Trait.PATIENCE, Trait.REACTANCE)
"""What is looked at in people other than the customer."""


class Features:
    """Reads the features of one scenario's positions."""

    def __init__(self, rules: Rules) -> None:
        """Collect what the scenario's conditions ask about."""
        self._rules, self._marks = rules, Marks(rules)
        self._asked = np.array(
            sorted({rules.lines.index[line] for line in _lines_asked_about(rules.scenario)}), np.int64
        )
        self.count = len(self.of(rules.fresh(np.zeros(1, np.int32))))

    def of(self, state: State) -> Columns:
        """The features of positions, (feature, position)."""
        customer = state.mind[:, 0]
        psychology, people = self._rules.scenario.psychology, range(state.mind.shape[1])
        ready = np.stack(
            [
                readiness(state.mind[:, who], psychology) - state.profile[Attribute.THRESHOLD, who]
                for who in people
            ]
        )
        bent = customer[list(BENT)]
        rows = [
            np.ones_like(state.turn)[None],
            customer // STEP,
            *(np.maximum(bent - level, 0) // STEP for level in LEVELS),
            state.mind[list(OTHERS), 1:].reshape(-1, state.plays) // STEP,
            ready // STEP,
            np.maximum(ready, 0) // STEP,
            *(points[None] > 0 for points in self._marks.criteria(state).values()),
            *(points[None] for points in self._marks.grades(state).values()),
            self._marks.honesty(state)[None],
            state.told > 0,
            state.agreed > 0,
            state.detected > 0,
            *(state.promise == kept for kept in (1, 2, 3)),
            *((state.objection & step) > 0 for step in ObjectionStep),
            state.moment > 0,
            state.latch,
            *((state.stage >= stage)[None] for stage in Stage if stage),
            *((state.child == child)[None] for child in Child if child),
            state.turn[None],
            state.clock[None] // SECONDS,
            state.composure[None] // STEP,
            *((state.customer == one)[None] for one in range(self._rules.scenario.customers)),
            state.said[self._asked] > 0,
        ]
        columns = np.empty((sum(len(row) for row in rows), state.plays))
        at = 0
        for row in rows:
            columns[at : at + len(row)] = row
            at += len(row)
        return columns


def _lines_asked_about(scenario: Scenario) -> Iterator[str]:
    """Lines whose having been said is a condition of something."""
    for guard in _guards(scenario):
        for term in guard:
            if isinstance(term.test, Said):
                yield term.test.line


def _guards(scenario: Scenario) -> Iterator[Guard]:
    """All conditions of a scenario."""
    for beat in scenario.beats:
        yield beat.when
        yield from (line.when for line in beat.lines)
        yield from (reply.when for reply in beat.replies)
        for replies in beat.answers.values():
            yield from (reply.when for reply in replies)
    yield from (criterion.when for criterion in scenario.rubric.criteria)
    yield from (ending.when for ending in scenario.endings)
