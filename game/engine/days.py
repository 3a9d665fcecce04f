"""Time between scenes: feelings fade, patience returns, what was believed stays (`aftersale-cadence`).

The clock of the story goes on. Who parted angry and hears nothing grows angrier with every six hours of the
first day (`complaint-24h`), as her temper is; a time that was promised holds her, as far as she is reasonable
(`quad-temper-reason`). A whole day of silence is held against the seller's goodwill.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.engine.beliefs import believe, conclude
from game.engine.rounding import faded, grown, scaled, share
from game.engine.scenario import Scenario
from game.engine.state import HOUR, NEVER, OPEN, State
from game.engine.traits import EVIDENCE_CAP, WHOLE, Attribute, Ints, Trait

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

SILENCE = 6
"""Hours of silence that count once (`complaint-24h`)."""

DAY = 24


class Days:
    """Lets days pass where a new beat says so."""

    def __init__(self, scenario: Scenario, minds: Ints) -> None:
        """Keep the days of every beat and the minds (trait, person, K) that everybody began with."""
        self._days = np.array([min(beat.days, MOST_DAYS) for beat in scenario.beats] + [0], np.int32)
        self._hours = np.array([24 * beat.days + beat.hours for beat in scenario.beats] + [0], np.int32)
        self._psychology = scenario.psychology
        self._minds = minds
        self._keep = scenario.psychology.number["days.keep"]
        self._return = scenario.psychology.number["days.return"]

    def passed(self, state: State, was: Ints) -> tuple[State, Ints | None]:
        """Plays after the days that lie before their new beat, and their minds before those days.

        Args:
            state: plays at their new beat; for those that are over no days pass.
            was: (play,) the beat before.
        """
        place = np.minimum(state.beat, len(self._days) - 1)
        moved = (state.beat != was) & (state.close == OPEN)
        hours = np.where(moved, self._hours[place], 0).astype(state.turn.dtype)
        if not hours.any():
            return state, None
        days = np.where(moved, self._days[place], 0)
        mind = state.mind.copy()
        first = self._minds[:, :, state.customer]
        for day in range(int(days.max())):
            now = days > day
            for trait in _FADING:
                mind[trait] = np.where(now, faded(mind[trait], self._keep), mind[trait])
            for trait in _RETURNING:
                back = mind[trait] + share((first[trait] - mind[trait]) * self._return, 1_000)
                mind[trait] = np.where(now & (first[trait] > mind[trait]), back, mind[trait])
        self._complain(state, mind, hours)
        return replace(state, mind=mind, away=np.minimum(state.away + hours * HOUR, NEVER // 2)), state.mind

    def _complain(self, state: State, mind: Ints, hours: Ints) -> None:
        """What silence does to those who parted angry; in place.

        Args:
            state: the plays as they parted.
            mind: (trait, person, play) after the hours.
            hours: (play,) of silence.
        """
        number = self._psychology.number
        angry = (state.mind[Trait.ANGER] >= number["complaint.level"]) & (hours >= SILENCE)
        if not angry.any():
            return
        dated = (state.promise == 1).any(axis=0)
        borne = np.where(dated, WHOLE - state.profile[Attribute.REASON], WHOLE)
        temper = scaled(state.profile[Attribute.TEMPER] + WHOLE // 2, 100)
        silent = np.minimum(hours, DAY) // SILENCE * number["complaint.silence"]
        more = share(scaled(silent * angry, temper) * borne, WHOLE)
        mind[Trait.ANGER] += grown(mind[Trait.ANGER], more)
        whole_day = angry & (hours >= DAY) & ~dated
        loss = scaled(number["complaint.day"] * whole_day, number["evidence.loss-benevolence"])
        mind[Trait.BENEVOLENCE_AGAINST] = np.minimum(mind[Trait.BENEVOLENCE_AGAINST] + loss, EVIDENCE_CAP)
        those = np.flatnonzero(angry.any(axis=0))  # the others believe what they believed
        part, profile = mind[..., those], state.profiles[..., those]
        believe(part, profile, self._psychology)
        conclude(part, profile, self._psychology)
        mind[..., those] = part
