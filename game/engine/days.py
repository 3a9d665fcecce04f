"""Days between scenes: feelings fade, patience returns, what was believed stays (`aftersale-cadence`)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.engine.rounding import faded, share
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.traits import Ints, Trait

_FADING = (
    Trait.JOY,
    Trait.DISTRESS,
    Trait.HOPE,
    Trait.FEAR,
    Trait.GRATITUDE,
    Trait.ANGER,
    Trait.RELIEF,
    Trait.DISAPPOINTMENT,
    Trait.VALENCE,
    Trait.AROUSAL,
    Trait.DOMINANCE,
    Trait.PRESSURE,
    Trait.REACTANCE,
)
_RETURNING = (Trait.PATIENCE, Trait.ATTENTION)
MOST_DAYS = 30
"""More days than this change nothing more."""


class Days:
    """Lets days pass where a new beat says so."""

    def __init__(self, scenario: Scenario, minds: Ints) -> None:
        """Keep the days of every beat and the minds (trait, person, K) that everybody began with."""
        self._days = np.array([min(beat.days, MOST_DAYS) for beat in scenario.beats] + [0], np.int32)
        self._minds = minds
        self._keep = scenario.psychology.number["days.keep"]
        self._return = scenario.psychology.number["days.return"]

    def passed(self, state: State, was: Ints) -> tuple[State, Ints | None]:
        """Plays after the days that lie before their new beat, and their minds before those days.

        Args:
            state: plays at their new beat.
            was: (play,) the beat before.
        """
        days = np.where(state.beat != was, self._days[np.minimum(state.beat, len(self._days) - 1)], 0)
        if not days.any():
            return state, None
        mind = state.mind.copy()
        first = self._minds[:, :, state.customer]
        for day in range(int(days.max())):
            now = days > day
            for trait in _FADING:
                mind[trait] = np.where(now, faded(mind[trait], self._keep), mind[trait])
            for trait in _RETURNING:
                back = mind[trait] + share((first[trait] - mind[trait]) * self._return, 1_000)
                mind[trait] = np.where(now & (first[trait] > mind[trait]), back, mind[trait])
        return replace(state, mind=mind), state.mind
