"""What one line did: the change of the mind with its causes, the reply, what could be seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, unique
from typing import NamedTuple

from game.engine.scenario import Close
from game.engine.traits import Ints, Stage, Trait


@unique
class CauseName(Enum):
    """The named steps of a change, in the order in which they telescope."""

    TIME = "time"  # the turn itself: decay, length, waiting
    CLAIM = "claim"  # a fact claimed, true or not
    PRICE = "price"  # a figure named: a price, an anchor, a concession
    PROMISE = "promise"  # a promise made, kept or broken
    ADDRESS = "address"  # the form of address against the rung
    DISCOVERY = "discovery"  # a secret asked about and told, or not yet
    OBJECTION = "objection"  # a step with an objection, in order or out of it
    ASK = "ask"  # a commitment asked for
    BASE = "base"  # what the tactics do by themselves
    REPETITION = "repetition"
    FIT = "fit"
    STAGE = "stage"
    GATE = "gate"  # trust does not carry it yet: the blocked part becomes pressure
    DELIVERY = "delivery"
    ELABORATION = "elaboration"
    REACTANCE = "reactance"  # the damping by somebody who feels pushed
    LIMIT = "limit"  # the end of the scale
    DAYS = "days"  # days between scenes


class Cause(NamedTuple):
    """One named part of one trait's change (basis points); a tuple, because a turn makes hundreds."""

    name: CauseName
    trait: Trait
    amount: int
    person: str


@dataclass(frozen=True, slots=True)
class DoseReading:
    """One tactic of a line with its six multipliers, per mille."""

    tactic: str
    dose: int
    repetition: int
    fit: int
    stage: int
    gate: int
    delivery: int
    elaboration: int


@unique
class Child(IntEnum):
    """Where within a stage the conversation stands."""

    TALKING = 0
    HESITATING = 1
    OBJECTING = 2


@unique
class EventKind(Enum):
    """Things that happen in a turn, for replies, explanations and the transcript's reader."""

    TOLD = "told"
    VOICED = "voiced"
    STEP = "step"  # an objection step taken: name is `acknowledged timing`
    RETURNED = "returned"  # an unconfirmed objection came back
    AGREED = "agreed"
    REFUSED = "refused"
    PROMISED = "promised"
    KEPT = "kept"
    BROKEN = "broken"
    DETECTED = "detected"  # a false claim was seen through
    NEARER = "nearer"  # a rung up
    FARTHER = "farther"  # a rung down


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; `name` is the id it happened to."""

    kind: EventKind
    name: str


@dataclass(frozen=True, slots=True)
class Cues:
    """All that can be seen: a face, a flash over it, and coarse signs in strengths 1..3 (0 is left out)."""

    face: str  # a mood's name from the psychology file
    micro: str | None
    signs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class StageChange:
    """From one stage and child to another, within one turn."""

    stage_before: Stage
    child_before: Child
    stage: Stage
    child: Child
    close: Close | None = None


@dataclass(frozen=True, slots=True)
class Bystander:
    """What somebody who overheard the line made of it (minds are int32, shape (trait,))."""

    person: str
    before: Ints
    after: Ints
    causes: tuple[Cause, ...]
    cues: Cues


@dataclass(frozen=True, slots=True)
class Reaction:
    """Everything one line did to the person it was said to (minds are int32, shape (trait,))."""

    turn: int  # 1 for the first line
    line: str
    beat: str
    person: str | None
    before: Ints
    after: Ints
    causes: tuple[Cause, ...]
    doses: tuple[DoseReading, ...]
    change: StageChange
    reply: str | None  # None where nobody is there to answer
    thought: str | None
    cues: Cues
    events: tuple[Event, ...]
    clock: int  # story seconds after midnight when the reply is over
    others: tuple[Bystander, ...] = ()  # what those who overheard it made of it
    passed: tuple[Cause, ...] = ()  # changes of days that pass after this turn
