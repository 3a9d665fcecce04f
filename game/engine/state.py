"""Everything about plays in progress, as arrays with the play as the last axis."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from game.engine.traits import Ints

OPEN = -1
"""No final yet, no ending yet, no beat to return to."""

HOUR = 3_600
"""Seconds."""

NEVER = 2**30
"""A second of the story that never comes."""


@dataclass(frozen=True, slots=True)
class State:
    """n plays; every array is an integer array of one dtype and ends in the play axis.

    Turns count from 1; a turn of 0 means "not yet".
    """

    mind: Ints  # (trait, person, n)
    profile: Ints  # (attribute, person, n)
    exposure: Ints  # (tactic + 1, n) how often each tactic was used
    last_used: Ints  # (tactic + 1, n) turn of its last use
    given: Ints  # (kind + 1, n) how often each kind of emotional value was given; the last row is none
    said: Ints  # (line, n) turn in which it was said
    told: Ints  # (secret, n) turn
    agreed: Ints  # (ask, n) turn
    objection: Ints  # (5, n) bits of ObjectionStep
    promise: Ints  # (promise, n) 0 not made, 1 made, 2 kept, 3 broken
    due: Ints  # (promise, n) second of the story by which it must be kept, `NEVER` where it has no such time
    missed: Ints  # (promise, n) 1 once it could have been kept and was not
    detected: Ints  # (fact, n) 0, or 1 + the hour of `away` in which the customer saw through it
    moment: Ints  # (3, n) turn of the first offer, ask, objection
    latch: Ints  # (latch, n) what criteria remember
    stage: Ints  # (n,)
    child: Ints  # (n,)
    close: Ints  # (n,) a Close, or OPEN
    beat: Ints  # (n,) index of the present beat
    back: Ints  # (n,) beat to return to after an objection, or OPEN
    ending: Ints  # (n,) index of the ending, or OPEN
    turn: Ints  # (n,) lines said
    heard: Ints  # (person, n) lines each person has heard
    clock: Ints  # (n,) story seconds of talking since the start
    away: Ints  # (n,) story seconds between scenes since the start
    composure: Ints  # (n,) the seller's own, basis points
    customer: Ints  # (n,) which of the K

    @property
    def plays(self) -> int:
        """How many plays there are."""
        return int(self.turn.shape[-1])

    def only(self, plays: Any) -> State:
        """The plays of a mask, an index array or a slice, in that order."""
        return replace(self, **{f.name: getattr(self, f.name)[..., plays] for f in fields(self)})

    def cast(self, dtype: Any) -> State:
        """The same state in another integer type (the law that int64 and int32 agree uses it)."""
        return replace(self, **{f.name: getattr(self, f.name).astype(dtype) for f in fields(self)})

    def sealed(self) -> State:
        """The same arrays, made read-only."""
        for f in fields(self):
            getattr(self, f.name).setflags(write=False)
        return self


def together(states: list[State]) -> State:
    """Several states as one, in order."""
    names = [f.name for f in fields(State)]
    return State(**{name: np.concatenate([getattr(s, name) for s in states], axis=-1) for name in names})
