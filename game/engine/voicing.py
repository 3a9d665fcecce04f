"""When a resistance is voiced: the strongest above its level that a line has provoked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from game.engine.lines import LineTable, owners
from game.engine.psychology import Role
from game.engine.reaction import Child
from game.engine.rounding import scaled
from game.engine.scenario import Scenario
from game.engine.state import OPEN, State
from game.engine.terms import ObjectionStep
from game.engine.traits import STRENGTHS, Attribute, Ints, Resistance

_ROWS = np.arange(STRENGTHS.start, STRENGTHS.stop)


class Voicing:
    """Knows which resistances of a scenario can be voiced."""

    def __init__(self, scenario: Scenario, lines: LineTable, beats: tuple[int, ...]) -> None:
        """Index them; `beats` are the resistances that have a beat to be voiced in."""
        self._number, self._lines = scenario.psychology.number, lines
        authored = {objection.resistance for objection in scenario.objections}
        self._excuse = np.zeros((len(Resistance), 1), bool)
        for objection in scenario.objections:
            self._excuse[objection.resistance] = objection.pretext
        self._owner = owners(scenario)[:, 0]
        self._one = not self._owner.any()
        self._voiceable = np.array([[r in authored and r in beats] for r in Resistance])

    def voiced(self, state: State, line: Ints, person: int | Ints) -> Ints:
        """Which resistance is voiced now, (play,), -1 for none: the strongest above its level that the line
        has provoked whose it is, by being said to her or overheard. Low agency keeps an objection back longer
        (`type-disc-s`).
        """
        provoking = ((self._lines.said(line).roles & (Role.OFFER | Role.ASK)) > 0) & (
            state.child != Child.OBJECTING
        )
        if not provoking.any():
            return np.full_like(state.turn, OPEN)
        number = self._number
        whose: Any = 0 if self._one else self._owner
        reached = provoking & (
            (person == self._owner[:, None]) | (self._lines.bystanders[self._owner][:, line.reshape(-1)] > 0)
        )
        strength = state.mind[_ROWS, whose]
        level = (
            number["resistance.voice"]
            - scaled(state.profile[Attribute.AGENCY, whose], number["resistance.agency"])
            - scaled(state.profile[Attribute.COMMUNION, whose], number["resistance.communion"])
        )
        quiet = (state.objection & ObjectionStep.VOICED) == 0
        returned = ((state.objection & ObjectionStep.SOLVED) > 0) & (
            (state.objection & ObjectionStep.CONFIRMED) == 0
        )
        may = self._voiceable & (strength >= level) & (quiet | returned) & reached
        if (
            self._excuse.any()
        ):  # not granted, and nothing said: she has an excuse at hand (`case-think-it-over`)
            refused = (self._lines.said(line).ask >= 0) & ~may.any(axis=0)
            may = may | (self._voiceable & self._excuse & quiet & reached & refused)
        strength = np.where(may, strength, -1)
        return np.where(strength.max(axis=0) >= 0, strength.argmax(axis=0), -1).astype(state.turn.dtype)

    def marked(self, state: State, voiced: Ints) -> State:
        """Mark what is voiced; a returned objection starts its four steps again."""
        if not (voiced != OPEN).any():
            return state
        rows = np.arange(len(Resistance))[:, None]
        hit = rows == voiced
        objection = np.where(hit, int(ObjectionStep.VOICED), state.objection).astype(state.turn.dtype)
        moment = state.moment.copy()
        moment[2] = np.where((voiced != OPEN) & (moment[2] == 0), state.turn, moment[2])
        return replace(state, objection=objection, moment=moment)
