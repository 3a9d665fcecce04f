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

BRIEF: Any = np.int16
"""Type of `State.said`: a hundred rows of turns, which are small, so they are copied in half the time."""

USE = 1_000
"""One use in `State.used`; turns stay below it."""


@dataclass(frozen=True, slots=True)
class State:
    """n plays; every array ends in the play axis and is of one integer type (`said` of `BRIEF`).

    Turns count from 1; a turn of 0 means "not yet". Where all plays meet the same customer `profile` may
    have a single play, which stands for all: `only` of one play keeps it so.
    """

    mind: Ints  # (trait, person, n)
    profile: Ints  # (attribute, person, n or 1)
    used: Ints  # (tactic of the scenario + 1, n) USE times how often, plus the turn of the last time
    given: Ints  # (kind + 1, n) how often each kind of emotional value was given; the last row is none
    said: Ints  # (line, n) turn in which it was said
    spoken: Ints  # (n,) lines said to somebody
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
        if not isinstance(plays, slice):
            plays = np.asarray(plays)
            plays = np.flatnonzero(plays) if plays.dtype == bool else plays
        rows = {f.name: getattr(self, f.name) for f in fields(self)}
        if self.profile.shape[-1] == 1:
            del rows["profile"]
            return replace(self, **{name: _picked(row, plays) for name, row in rows.items()})
        return State(**{name: _picked(row, plays) for name, row in rows.items()})

    @property
    def profiles(self) -> Ints:
        """The profile of every play, (attribute, person, n)."""
        return np.broadcast_to(self.profile, (*self.profile.shape[:-1], self.plays))

    def cast(self, dtype: Any) -> State:
        """The same state in another integer type (the law that int64 and int32 agree uses it)."""
        return replace(self, **{f.name: getattr(self, f.name).astype(dtype) for f in fields(self)})

    def sealed(self) -> State:
        """The same arrays, made read-only."""
        for f in fields(self):
            getattr(self, f.name).setflags(write=False)
        return self


def _picked(rows: Ints, plays: Any) -> Ints:
    """Some plays of an array."""
    picked: Ints = rows[..., plays] if isinstance(plays, slice) else rows.take(plays, axis=-1)
    return picked


def together(states: list[State]) -> State:
    """Several states as one, in order."""
    rows = {f.name: [getattr(s, f.name) for s in states] for f in fields(State)}
    first, *others = rows["profile"]
    shared = first.shape[-1] == 1 and all(np.array_equal(first, other) for other in others)
    rows["profile"] = [first] if shared else [s.profiles for s in states]
    return State(**{name: np.concatenate(parts, axis=-1) for name, parts in rows.items()})
