"""Conditions over a conversation, as data: what `when` says in a scenario.

There are eight forms, and `not` in front of any of them. A term is only data; `readings` evaluates it
over one play or over many, so that a scenario means the same in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, unique

from game.engine.traits import Resistance, Stage, Trait

CUSTOMER = "customer"
"""The id of the first person; a condition that names nobody asks about this one."""


@unique
class Sign(Enum):
    """How a value is compared."""

    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


@unique
class ObjectionStep(IntEnum):
    """What has happened to an objection; each value is a bit of its state (`obj-four-steps`)."""

    VOICED = 1
    ACKNOWLEDGED = 2
    PROBED = 4
    SOLVED = 8
    CONFIRMED = 16

    @property
    def word(self) -> str:
        """Its name in scenarios."""
        return self.name.lower()


@unique
class Moment(Enum):
    """A first time in a conversation that a criterion may speak of."""

    OFFER = "offer"  # the first line that offers, prices or demonstrates
    ASK = "ask"  # the first line that asks for a commitment
    OBJECTION = "objection"  # the first objection voiced


@dataclass(frozen=True, slots=True)
class Comparison:
    """`trust >= 35`: a trait of a person against a level, in the trait's own units (basis points)."""

    trait: Trait
    sign: Sign
    level: int
    person: str | None = None  # None: the customer


@unique
class Aspect(Enum):
    """What can be asked about the days and weeks afterwards; the values are the words of scenarios."""

    LOYALTY = "loyalty"  # rungs, 0..5
    ATTACHMENT = "attachment"
    REGRET = "regret"
    HABIT = "habit"
    SWITCHING = "switching"
    AGAIN = "again"
    LEAVING = "leaving"
    REFERRAL = "referral"
    POLITE_LEAVER = "polite-leaver"  # 0 or 1

    @property
    def field(self) -> str:
        """Its name in `game.engine.aftermath.Aftermath`."""
        return self.value.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Later:
    """`loyalty >= 3`, `leaving > 50`, `polite-leaver`: what became of the relationship with a person.

    Only an epilogue may ask; everything but the rungs of loyalty is in basis points.
    """

    aspect: Aspect
    sign: Sign
    level: int
    person: str | None = None


@dataclass(frozen=True, slots=True)
class InMood:
    """`mood irritated`: the mind lies in a named region of the psychology file."""

    mood: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class AtStage:
    """`stage interest`: the decision has come at least this far."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class Said:
    """`said give-figures`: the line was said (`said a before b` compares their turns)."""

    line: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """`told blamed`: the customer has told this secret."""

    secret: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """`agreed needs-talk`: the customer said yes to this ask."""

    ask: str


@dataclass(frozen=True, slots=True)
class Handled:
    """`acknowledged timing`: this step has been taken with this objection."""

    resistance: Resistance
    step: ObjectionStep


@dataclass(frozen=True, slots=True)
class Word:
    """`kept ten-minutes` or `broken ten-minutes`: what became of a promise."""

    promise: str
    kept: bool


Test = Comparison | Later | InMood | AtStage | Said | Told | Agreed | Handled | Word


@dataclass(frozen=True, slots=True)
class Term:
    """A test, perhaps negated, perhaps bound to a time.

    `by` and `before` are allowed in criteria only. `by: 3` with `<` or `<=` (or negated) means "at every
    turn up to the third", with anything else "at some turn up to the third". `before: OFFER` means "at the
    moment before the first offer"; where that moment never comes, the end of the conversation counts.
    """

    test: Test
    negated: bool = False
    by: int | None = None
    before: Moment | None = None


Guard = tuple[Term, ...]
"""All must hold; empty means always."""
