"""Which sentence fits a cause: the case of it, read from what happened in the turn.

Every case ends in a phrase whose direction is the one asked for, or 0: where the events of the turn do not
explain a change in that direction, the plain phrase of the cause stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.psychology import Kind, Role, Route
from game.engine.reaction import Cause, CauseName, EventKind
from game.engine.traits import Resistance, Trait
from game.telling.occasion import Occasion
from game.telling.phrasing import PHRASES
from game.telling.trait_names import favour

_MULTIPLIERS = {
    CauseName.REPETITION: "repetition",
    CauseName.FIT: "fit",
    CauseName.STAGE: "stage",
    CauseName.GATE: "gate",
    CauseName.ELABORATION: "elaboration",
}
_RESISTANCES = frozenset(resistance.trait for resistance in Resistance)


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase by its key, the move it names, and what of the delivery it names."""

    key: str
    tactic: str | None = None
    manner: tuple[tuple[str, int], ...] = ()


def case_of(occasion: Occasion, cause: Cause) -> Case:
    """The case of one cause of the turn."""
    if cause.name is CauseName.OBJECTION and occasion.worry is None:
        return Case("objection.unnamed")
    name, direction = cause.name, favour(cause.trait, cause.amount)
    if name is CauseName.LIMIT:
        return Case("limit.high" if cause.amount < 0 else "limit.low")
    if direction == 0:
        return Case(name.value)
    if name in _MULTIPLIERS:
        return _of_multiplier(occasion, cause, direction)
    if name is CauseName.DELIVERY:
        manner = occasion.manner(direction)
        return (
            Case("delivery.good" if direction > 0 else "delivery.bad", manner=manner)
            if manner
            else Case("delivery")
        )
    if name is CauseName.BASE and cause.trait is Trait.EMOTIONAL_GAIN and direction > 0:
        return _comfort(occasion)
    if name in (CauseName.BASE, CauseName.REACTANCE, CauseName.PRICE, CauseName.DAYS):
        return _known(name, "good" if direction > 0 else "bad")
    if name is CauseName.TIME:
        return _known(name, _time(occasion, cause, direction))
    return _known(name, _event(occasion, cause, direction))


def _comfort(occasion: Occasion) -> Case:
    """Which of the five kinds of emotional value the line gave, by the first move that gives one."""
    table = occasion.scenario.psychology.tactics
    for use in occasion.line.does:
        kind = int(table.gives[table.index(use.tactic)])
        if kind >= 0:
            return Case(f"base.{Kind(kind).word}", use.tactic)
    return Case("base.good")


def _known(name: CauseName, case: str) -> Case:
    """The case, or the plain phrase where there is none of that name."""
    key = f"{name.value}.{case}"
    return Case(key if key in PHRASES else name.value)


def _of_multiplier(occasion: Occasion, cause: Cause, direction: int) -> Case:
    """Repetition, fit, stage, gate and elaboration name the move on which they told most."""
    name = cause.name
    reading = occasion.extreme(_MULTIPLIERS[name], direction)
    if reading is None:
        return Case(name.value)
    tactic, case = reading.tactic, "good" if direction > 0 else "bad"
    if name is CauseName.STAGE and direction < 0:
        case = {1: "early", -1: "late"}.get(occasion.timeliness(tactic), "")
    elif name is CauseName.GATE and direction < 0:
        case = "pressure" if cause.trait is Trait.PRESSURE else "bad"
    elif name is CauseName.ELABORATION:
        route = {Route.CENTRAL: "argument", Route.PERIPHERAL: "feeling"}.get(occasion.route(tactic), "")
        case = f"{route}-{case}"
    known = _known(name, case)
    return Case(known.key, tactic)


def _event(occasion: Occasion, cause: Cause, direction: int) -> str:
    """The case of a cause that lies in what happened."""
    choose = {
        CauseName.CLAIM: _claim,
        CauseName.PROMISE: _promise,
        CauseName.ADDRESS: _address,
        CauseName.DISCOVERY: _discovery,
        CauseName.OBJECTION: _objection,
        CauseName.ASK: _ask,
    }[cause.name]
    return choose(occasion, direction)


def _time(occasion: Occasion, cause: Cause, direction: int) -> str:
    """Of the resistances, time makes only those grow that were solved and never confirmed; a mood moves
    on its own where earlier feelings still work in it, and otherwise comes to rest.
    """
    if cause.trait is Trait.VALENCE and occasion.lasting(cause):
        return "lasting-good" if direction > 0 else "lasting-bad"
    if direction > 0:
        return "good"
    return "returned" if cause.trait in _RESISTANCES else "bad"


def _claim(occasion: Occasion, direction: int) -> str:
    if direction > 0:
        return "good" if occasion.sound else "shaky"
    if occasion.happened(EventKind.DETECTED):
        return "detected"
    return "" if occasion.sound else "bad"


def _promise(occasion: Occasion, direction: int) -> str:
    if direction < 0:
        return "broken" if occasion.happened(EventKind.BROKEN) else ""
    if occasion.happened(EventKind.KEPT):
        return "kept"
    return "made" if occasion.happened(EventKind.PROMISED) else ""


def _address(occasion: Occasion, direction: int) -> str:
    if direction > 0:
        return "good"
    return "near" if occasion.nearness > 0 else "far" if occasion.nearness < 0 else ""


def _discovery(occasion: Occasion, direction: int) -> str:
    told = occasion.happened(EventKind.TOLD)
    if direction > 0:
        return "told" if told else ""
    return "" if told else "early"


def _objection(occasion: Occasion, direction: int) -> str:
    if direction > 0:
        return occasion.steps[-1][0].word if occasion.steps else ""
    hasty = any(occasion.has_role(role) for role in (Role.SOLVE, Role.PROBE, Role.CONFIRM))
    return "ahead" if hasty and not occasion.steps else ""


def _ask(occasion: Occasion, direction: int) -> str:
    if direction > 0:
        return "agreed" if occasion.happened(EventKind.AGREED) else ""
    return "refused" if occasion.happened(EventKind.REFUSED) else "bad"
