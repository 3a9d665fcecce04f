"""The rules of the stage flow as data (`flow-five-stage`); two interpreters read them.

Four triggers are tried in this order in every turn and the first that succeeds ends it: leave, resist,
settle, move. So at most one stage changes per turn, and a child's rule cannot hide its parent's "she leaves".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, unique

import numpy as np

from game.engine.reaction import Child
from game.engine.readings import compared
from game.engine.scenario import Close
from game.engine.terms import Sign
from game.engine.traits import Bools, Ints, Stage, Trait


@unique
class Signal(IntEnum):
    """Facts of a turn that rules may read beside the mind; rows after the traits, 0 or 1."""

    ASKED = len(Trait)
    AGREED = len(Trait) + 1
    VOICING = len(Trait) + 2
    SETTLED = len(Trait) + 3
    BROKEN = len(Trait) + 4
    TIME_UP = len(Trait) + 5
    ENDED = len(Trait) + 6
    YES = len(Trait) + 7  # some ask has been granted at some time
    RESISTANCE = len(Trait) + 8  # strength of the strongest resistance, basis points


READINGS = len(Trait) + len(Signal)


@unique
class Trigger(Enum):
    """In the order in which they are tried."""

    LEAVE = "leave"
    RESIST = "resist"
    SETTLE = "settle"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Reading:
    """One comparison of a trait or signal with a number."""

    of: Trait | Signal
    sign: Sign
    level: int


@dataclass(frozen=True, slots=True)
class StageRule:
    """From a stage (None: any) and child (None: any) to another, when all readings hold."""

    trigger: Trigger
    when: tuple[Reading, ...]
    stage: Stage | None = None
    child: Child | None = None
    to_stage: Stage | None = None  # None: the same stage
    to_child: Child | None = None  # None: the same child where there is one
    close: Close | None = None


def _at_least(of: Trait | Signal, level: int = 1) -> Reading:
    return Reading(of, Sign.AT_LEAST, level)


def _below(of: Trait | Signal, level: int = 1) -> Reading:
    return Reading(of, Sign.LESS, level)


def rules(number: Mapping[str, int]) -> tuple[StageRule, ...]:
    """The rules with the thresholds of a psychology file, in the order in which they are tried."""
    slack = number["stage.slack"]
    interest = (_at_least(Trait.NEED, number["stage.interest-need"]),)
    interest_lost = (_below(Trait.NEED, number["stage.interest-need"] - slack),)
    desire_lost = (_below(Trait.VALUE, number["stage.desire-value"] - slack),)
    action_lost = (_below(Trait.VALUE, number["stage.action-value"] - slack), _below(Signal.YES))
    loyalty = (_at_least(Signal.YES), _at_least(Trait.FOLLOW_THROUGH, number["stage.loyalty-follow"]))
    desire = (
        _at_least(Trait.VALUE, number["stage.desire-value"]),
        _at_least(Trait.RUNG, number["stage.desire-rung"]),
    )
    action = (
        _at_least(Trait.VALUE, number["stage.action-value"]),
        _at_least(Trait.RUNG, number["stage.action-rung"]),
        _below(Signal.RESISTANCE, number["stage.action-resistance"]),
    )
    leave, resist, settle, move = Trigger
    objecting, hesitating, talking = Child.OBJECTING, Child.HESITATING, Child.TALKING
    broken = (_at_least(Signal.BROKEN),)
    advances = (
        (Stage.LOYALTY, Stage.ACTION, broken),
        (Stage.ACTION, Stage.DESIRE, broken),
        (Stage.DESIRE, Stage.INTEREST, broken),
        (Stage.INTEREST, Stage.COGNITION, broken),
        (Stage.COGNITION, Stage.INTEREST, interest),
        (Stage.INTEREST, Stage.COGNITION, interest_lost),
        (Stage.INTEREST, Stage.DESIRE, desire),
        (Stage.DESIRE, Stage.INTEREST, desire_lost),
        (Stage.DESIRE, Stage.ACTION, (_at_least(Signal.YES),)),
        (Stage.DESIRE, Stage.ACTION, action),
        (Stage.ACTION, Stage.LOYALTY, loyalty),
        (Stage.ACTION, Stage.DESIRE, action_lost),
    )
    return (
        StageRule(leave, (_below(Trait.PATIENCE),), close=Close.LEFT),
        StageRule(leave, (_at_least(Trait.REACTANCE, number["stage.leave-reactance"]),), close=Close.LEFT),
        StageRule(leave, (_at_least(Signal.ENDED), _at_least(Signal.YES)), close=Close.AGREED),
        StageRule(leave, (_at_least(Signal.ENDED),), close=Close.LEFT),
        StageRule(leave, (_at_least(Signal.TIME_UP), _at_least(Signal.YES)), close=Close.AGREED),
        StageRule(leave, (_at_least(Signal.TIME_UP),), close=Close.OUT_OF_TIME),
        StageRule(resist, (_at_least(Signal.VOICING),), child=talking, to_child=objecting),
        StageRule(resist, (_at_least(Signal.VOICING),), child=hesitating, to_child=objecting),
        StageRule(
            resist, (_at_least(Signal.ASKED), _below(Signal.AGREED)), child=talking, to_child=hesitating
        ),
        StageRule(settle, (_at_least(Signal.SETTLED),), child=objecting, to_child=talking),
        StageRule(settle, (_at_least(Signal.AGREED),), child=hesitating, to_child=talking),
        StageRule(settle, (_below(Signal.ASKED),), child=hesitating, to_child=talking),
        *(
            StageRule(move, when, stage=stage, child=talking, to_stage=to_stage, to_child=talking)
            for stage, to_stage, when in advances
        ),
    )


def holds(when: tuple[Reading, ...], readings: Sequence[Ints]) -> Bools:
    """Whether all comparisons hold over the rows of traits and signals, shape of the rows compared."""
    result: Bools = np.ones(1, bool)
    for reading in when:
        result = result & compared(readings[reading.of], reading.sign, reading.level)
    return result
