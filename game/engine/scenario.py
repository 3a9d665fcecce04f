"""A scenario as the engine sees it: ids, numbers and rules, no wording and no file names.

Content reads the YAML into these values; everything the customer or the player says is kept beside
them, by id, in `game.content.wording`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, unique

from game.engine.accounts import Account
from game.engine.psychology import Psychology
from game.engine.terms import Guard
from game.engine.traits import Attribute, Motive, Need, Resistance, Stage, Trait, Worry

CUSTOMERS = 8
"""Hidden customers of a scenario unless it says otherwise."""

MOST_CUSTOMERS = 16
MOST_OFFERS = 4
"""Lines on offer at one time."""


@unique
class Dose(IntEnum):
    """How strongly a line does what it does."""

    LIGHT = 0
    NORMAL = 1
    STRONG = 2


@unique
class Craft(IntEnum):
    """How well a line is made."""

    CLUMSY = 0
    PLAIN = 1
    GOOD = 2


@unique
class Truth(IntEnum):
    """What stands behind a fact; only facts carry truth."""

    SOUND = 0
    SHAKY = 1
    UNTRUE = 2


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a line is said: each of the four between -1 and 1, 0 when the author leaves it open."""

    pace: int = 0  # 1 brisk, -1 slow
    warmth: int = 0  # 1 warm, -1 cool
    detail: int = 0  # 1 detailed, -1 brief
    directness: int = 0  # 1 direct, -1 soft


@dataclass(frozen=True, slots=True)
class TacticUse:
    """One small move of a line, by the tactic's id in the psychology file."""

    tactic: str
    dose: Dose = Dose.NORMAL


@dataclass(frozen=True, slots=True)
class Span:
    """A hidden value: the K customers fill low..high evenly (basis points, or the attribute's units)."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Line:
    """What the player can say."""

    id: str
    does: tuple[TacticUse, ...] = ()
    delivery: Delivery = Delivery()
    craft: Craft = Craft.PLAIN
    when: Guard = ()
    claims: str | None = None
    stretched: bool = False
    promises: str | None = None
    keeps: str | None = None
    asks_about: str | None = None
    asks: str | None = None
    about: Resistance | None = None  # the objection it speaks to; its beat's when None
    solves: str | None = None  # the secret whose worry it answers
    need: Need | None = None  # the need it speaks to
    motive: Motive | None = None  # the motive it speaks to
    worry: Worry | None = None  # the worry of a role that it answers
    quotes: int | None = None  # a price, percent of what she expects to pay
    anchors: int | None = None  # a first figure to compare with, percent of what she expects
    nearness: int | None = None  # rung of the form of address it uses (`tac-address-form`); None: none used
    seconds: int = 25
    then: str | None = None  # a beat or an ending


@dataclass(frozen=True, slots=True)
class Reply:
    """What the customer says, guarded; the id finds its words. The same shape serves thoughts."""

    id: str
    when: Guard = ()
    then: str | None = None


@dataclass(frozen=True, slots=True)
class Beat:
    """An authored moment. `person` is None where the player is alone."""

    id: str
    lines: tuple[Line, ...]
    person: str | None = None
    objection: Resistance | None = None
    when: Guard = ()
    says: tuple[Reply, ...] = ()  # first words when the beat begins
    replies: tuple[Reply, ...] = ()  # answers to any line of the beat
    answers: Mapping[str, tuple[Reply, ...]] = field(default_factory=dict)  # answers to one line, by line id
    thoughts: tuple[Reply, ...] = ()
    line_thoughts: Mapping[str, tuple[Reply, ...]] = field(default_factory=dict)
    then: str | None = None
    scene: str | None = None
    cast: tuple[str, ...] = ()  # other persons who are there and overhear
    days: int = 0  # days that have passed when the beat begins
    hours: int = 0  # hours beside those days


@dataclass(frozen=True, slots=True)
class Objection:
    """A resistance that somebody will voice. `root` is the secret or the other resistance beneath it."""

    resistance: Resistance
    strength: Span
    secret: str | None = None
    root: Resistance | None = None  # None: itself
    pretext: bool = False
    person: str | None = None  # whose it is; None: the customer's


@dataclass(frozen=True, slots=True)
class Promise:
    """Something the player undertakes: kept by a line up to turn `by`, broken when that turn has passed.

    `within` are story seconds from the promise on, days between scenes included; None: no such time.
    """

    id: str
    by: int
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact card and the truth of it."""

    id: str
    truth: Truth


@dataclass(frozen=True, slots=True)
class Secret:
    """What the customer does not say at once; told when asked about and disclosure allows."""

    id: str
    depth: int = 3_000  # readiness it needs, basis points
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A commitment one can ask for; `size` in basis points raises what a yes needs.

    `people` decide together, each with the weight of their influence; empty: the person spoken to.
    """

    id: str
    size: int = 3_500
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A customer before anybody knows which of the K hidden ones it is.

    `disc` is the mixture in per mille and sums to 1000; `hidden` and `profile` are spans.
    """

    id: str
    disc: tuple[int, int, int, int]
    needs: tuple[Need, ...] = (Need.SAFETY,)
    hidden: Mapping[Trait, Span] = field(default_factory=dict)
    profile: Mapping[Attribute, Span] = field(default_factory=dict)
    motives: tuple[Motive, ...] = ()
    worries: tuple[Worry, ...] = ()
    account: Account | None = None  # facts of the briefing; no feeling and no point depends on them


@unique
class Close(IntEnum):
    """How a conversation can be over; the finals of the stage machine."""

    AGREED = 0
    LEFT = 1
    OUT_OF_TIME = 2


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a conversation can end; `on` says which finals fall into it when no `then` names one."""

    id: str
    stage: Stage
    on: tuple[Close, ...] = ()
    when: Guard = ()


@dataclass(frozen=True, slots=True)
class Epilogue:
    """What is told of the days afterwards, guarded; luck picks among those that hold."""

    id: str
    when: Guard = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """Points for a condition on mind, order or honesty, counted towards a stage."""

    id: str
    points: int
    stage: Stage
    when: Guard


@dataclass(frozen=True, slots=True)
class Grade:
    """Points in proportion to a reading between `low` (none) and `high` (all), basis points."""

    id: str
    points: int
    trait: Trait
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Rubric:
    """Everything a score is made of; the points of criteria, grades and honesty sum to 1000."""

    criteria: tuple[Criterion, ...]
    grades: tuple[Grade, ...]
    honesty: int
    passing: int


@dataclass(frozen=True, slots=True)
class Clock:
    """Story time: seconds after midnight at the start, seconds until time is up."""

    start: int = 36_000
    limit: int = 1_800


@dataclass(frozen=True, slots=True)
class Scenario:
    """One conversation to be played; the first person is the customer."""

    id: str
    people: tuple[Person, ...]
    beats: tuple[Beat, ...]
    endings: tuple[Ending, ...]
    rubric: Rubric
    psychology: Psychology
    turns: int
    facts: tuple[Fact, ...] = ()
    promises: tuple[Promise, ...] = ()
    objections: tuple[Objection, ...] = ()
    secrets: tuple[Secret, ...] = ()
    asks: tuple[Ask, ...] = ()
    epilogues: tuple[Epilogue, ...] = ()
    clock: Clock = Clock()
    customers: int = CUSTOMERS
    fingerprint: str = ""
