"""The scorecard: 1000 points from the transcript alone, with the turns that earned or lost them.

Criteria are conditions on mind, order and honesty, counted towards the five stages; at least 350 points are
graded in proportion (trust, satisfaction, follow-through …); honesty has points of its own. The score uses
the probability of following through where the story draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.engine.rounding import along, bounded, scaled, share
from game.engine.rules import Rules
from game.engine.scenario import Grade
from game.engine.state import State
from game.engine.traits import WHOLE, Ints, Stage, Trait
from game.engine.transcript import Say

if TYPE_CHECKING:
    from game.engine.conversation import Conversation

FULL = 1_000
PASSIVE_FROM = 7
"""Whoever gives less than this is a detractor (`metric-nps`)."""


@dataclass(frozen=True, slots=True)
class Points:
    """Points earned of those possible, and the turns that decided about them."""

    earned: int
    possible: int
    turns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything a conversation is worth.

    `nps` 0..10 (`metric-nps`) with the word of the component that says why, `csat` 1..5 (`metric-csat`),
    `effort` 0..10 000 (`metric-ces`, less is better), `follow_through` and `satisfaction` basis points.
    """

    total: int
    passed: bool
    stages: Mapping[Stage, Points]
    criteria: Mapping[str, Points]
    grades: Mapping[str, Points]
    honesty: Points
    nps: int
    nps_reason: str
    csat: int
    effort: int
    follow_through: int
    satisfaction: int


class Marks:
    """Points of plays as arrays; the scorecard of one conversation reads the same numbers."""

    def __init__(self, rules: Rules) -> None:
        """Read the rubric of a scenario."""
        self._rules, self._rubric = rules, rules.scenario.rubric

    def criteria(self, state: State) -> dict[str, Ints]:
        """Points of every criterion as things stand, each (play,)."""
        latches, dtype = self._rules.latches, state.turn.dtype
        return {c.id: latches.holds(c.when, state).astype(dtype) * c.points for c in self._rubric.criteria}

    def grades(self, state: State) -> dict[str, Ints]:
        """Points of every grade as things stand, each (play,)."""
        return {grade.id: self._graded(grade, state) for grade in self._rubric.grades}

    def honesty(self, state: State) -> Ints:
        """Points for a clean ledger (`tac-natural-blend`): debt and broken promises cost it, (play,)."""
        number = self._rules.scenario.psychology.number
        broken = (state.promise == 3).sum(axis=0, dtype=state.turn.dtype)
        stain = (
            scaled(state.mind[Trait.TRUTH_DEBT, 0], number["honesty.debt"])
            + broken * number["honesty.broken"]
        )
        return share(np.maximum(WHOLE - stain, 0) * self._rubric.honesty, WHOLE)

    def total(self, state: State) -> Ints:
        """The score, 0..1000, (play,)."""
        parts = [*self.criteria(state).values(), *self.grades(state).values(), self.honesty(state)]
        total: Ints = np.sum(np.stack(parts), axis=0, dtype=state.turn.dtype)
        return total

    def _graded(self, grade: Grade, state: State) -> Ints:
        """In proportion between low and high; a promise of hers counts only when she has given one."""
        value = state.mind[grade.trait, 0]
        if grade.trait is Trait.FOLLOW_THROUGH and self._rules.scenario.asks:
            value = value * (state.agreed > 0).any(axis=0)
        width = max(grade.high - grade.low, 1)
        return share(bounded(value - grade.low, 0, width) * grade.points, width).astype(state.turn.dtype)


def promoter(state: State, rules: Rules) -> tuple[int, str]:
    """Her 0..10 and the word of what decided it, for a state of one play."""
    found, reasons = promoters(state, rules)
    return int(found[0]), reasons[0]


def promoters(state: State, rules: Rules) -> tuple[Ints, list[str]]:
    """0..10 (`metric-nps`) and the word of what decided it, for every play."""
    psychology, mind = rules.scenario.psychology, state.mind[:, 0]
    number = psychology.number
    parts = {
        "trust": scaled(mind[Trait.TRUST], number["nps.trust"]),
        "emotional-value": scaled(mind[Trait.EMOTIONAL_VALUE], number["nps.emotional-value"]),
        "worth": scaled(mind[Trait.VALUE], number["nps.value"]),
        "pressure": -scaled(mind[Trait.PRESSURE] + mind[Trait.REACTANCE], number["nps.pressure"]),
        "honesty": -scaled(mind[Trait.SCAR] + mind[Trait.TRUTH_DEBT] // 2, number["nps.honesty"]),
    }
    reading = sum(parts.values(), start=np.zeros_like(mind[0]))
    score = along(psychology.curves["nps"], bounded(reading, -WHOLE, WHOLE))
    stacked = np.stack(list(parts.values()))
    deciding = np.where(score <= PASSIVE_FROM - 1, stacked.argmin(axis=0), stacked.argmax(axis=0))
    names = tuple(parts)
    return bounded(score, 0, 10), [names[at] for at in deciding]


def score(conversation: Conversation) -> Scorecard:
    """The scorecard of a conversation, finished or not, from its transcript."""
    rules, state = conversation.rules, conversation.state
    marks, rubric, number = Marks(rules), rules.scenario.rubric, rules.scenario.psychology.number
    deciding = _deciding(conversation, marks)
    criteria = {
        c.id: Points(int(marks.criteria(state)[c.id][0]), c.points, deciding.get(c.id, ()))
        for c in rubric.criteria
    }
    graded = marks.grades(state)
    grades = {
        g.id: Points(int(graded[g.id][0]), g.points, _greatest(conversation, g.trait)) for g in rubric.grades
    }
    stages = {
        stage: Points(
            sum(criteria[c.id].earned for c in rubric.criteria if c.stage is stage),
            sum(c.points for c in rubric.criteria if c.stage is stage),
            tuple(sorted({t for c in rubric.criteria if c.stage is stage for t in criteria[c.id].turns})),
        )
        for stage in Stage
    }
    honesty = Points(int(marks.honesty(state)[0]), rubric.honesty, _greatest(conversation, Trait.TRUTH_DEBT))
    total = int(marks.total(state)[0])
    mind = state.mind[:, 0, 0]
    nps, reason = promoter(state, rules)
    satisfaction = int(mind[Trait.SATISFACTION])
    follow = int(mind[Trait.FOLLOW_THROUGH]) if (state.agreed > 0).any() or not rules.scenario.asks else 0
    strain = sum(
        1 for r in conversation.reactions for e in r.events if e.kind.value in ("refused", "returned")
    )
    effort = min(WHOLE, number["effort.turn"] * int(state.heard[0, 0]) + number["effort.strain"] * strain)
    return Scorecard(
        total=total,
        passed=total >= rubric.passing,
        stages=stages,
        criteria=criteria,
        grades=grades,
        honesty=honesty,
        nps=nps,
        nps_reason=reason,
        csat=1 + min(4, satisfaction // 2_000),
        effort=effort,
        follow_through=follow,
        satisfaction=satisfaction,
    )


def _deciding(conversation: Conversation, marks: Marks) -> dict[str, tuple[int, ...]]:
    """For every criterion the turns at which it was gained or lost, by living the conversation again."""
    rules = conversation.rules
    state = rules.fresh(conversation.state.customer)
    was = {name: int(points[0]) for name, points in marks.criteria(state).items()}
    turns: dict[str, list[int]] = {}
    for turn, move in enumerate((m for m in conversation.moves if isinstance(m, Say)), start=1):
        state = rules.advance(state, rules.lines.index[move.line]).state
        now = {name: int(points[0]) for name, points in marks.criteria(state).items()}
        for name, points in now.items():
            if points != was[name]:
                turns.setdefault(name, []).append(turn)
        was = now
    return {name: tuple(at) for name, at in turns.items()}


def _greatest(conversation: Conversation, trait: Trait) -> tuple[int, ...]:
    """The at most three turns that moved a trait most."""
    moved = [(abs(int(r.after[trait]) - int(r.before[trait])), r.turn) for r in conversation.reactions]
    return tuple(sorted(turn for change, turn in sorted(moved, reverse=True)[:3] if change))
