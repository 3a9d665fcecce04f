"""From an explanation to what there is to learn: the items behind what went wrong and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.analysis.review import Why
from game.engine.reaction import CauseName, Reaction
from game.engine.scenario import Scenario
from game.engine.traits import Stage, Trait
from game.telling.occasion import Occasion
from game.telling.reaction import TOLD_TRAITS, causes_of
from game.telling.trait_names import STILL, favour
from game.telling.turning_point import harm

CAUSE_ITEMS: Mapping[CauseName, str] = MappingProxyType(
    {
        CauseName.OBJECTION: "obj-four-steps",
        CauseName.ADDRESS: "tac-address-form",
        CauseName.CLAIM: "tac-natural-blend",
        CauseName.PROMISE: "var-trust",
        CauseName.DISCOVERY: "var-deep-need",
        CauseName.STAGE: "flow-five-stage",
        CauseName.GATE: "var-trust",
        CauseName.REACTANCE: "var-felt-pressure",
        CauseName.FIT: "type-disc",
        CauseName.DELIVERY: "type-disc",
    }
)
"""What the field guide says about causes that lie not in a move itself but in when and how it was made."""

MUCH = 0.3
"""Share of a loss from which on the cause behind it chooses the lesson."""

PRESSURE, FIRST_WORDS = "var-felt-pressure", "tac-first-impression"
"""Items that many moves practise; they come last where the turn is no occasion for them."""


def learnt_from(reaction: Reaction, scenario: Scenario) -> tuple[str, ...]:
    """The items of the field guide behind a turn, the most telling one first, each once.

    A turn that did harm begins with the item of the cause that hurt most; then come the items that the moves
    of the line practise, in the order of the line.
    """
    practises = scenario.psychology.tactics.practises
    uses = Occasion(scenario, reaction).line.does
    practised = [item for use in uses for item in practises.get(use.tactic, ())]
    return tuple(dict.fromkeys([*_hurting(reaction), *practised]))


def learnt_instead(why: Why, said: Reaction, scenario: Scenario) -> tuple[str, ...]:
    """The items that speak to a fault, the nearest first, each once.

    Where one cause made much of the loss it comes first: what the field guide says about such a cause, or
    what the moves of the line practise when they cost with anybody. Then come the items of the better line;
    pressure only where it was felt, and first words only as long as they are the first.
    """
    found = [*_heaviest(why, said, scenario), *why.guide]
    pushed = sum(each.amount for each in why.differences if each.trait is Trait.PRESSURE) < -STILL
    late = said.change.stage_before is not Stage.COGNITION
    last = {PRESSURE} if not pushed else set()
    last |= {FIRST_WORDS} if late else set()
    return tuple(dict.fromkeys([*(item for item in found if item not in last), *found]))


def _heaviest(why: Why, said: Reaction, scenario: Scenario) -> tuple[str, ...]:
    """The items of the cause that made most of a loss, where that is much of it."""
    loss = sum(part.points for part in why.parts)
    named = [part for part in why.parts if part.name is not None]
    worst = max(named, key=lambda part: part.points, default=None)
    if worst is None or worst.name is None or worst.points < MUCH * loss:
        return ()
    if worst.name in CAUSE_ITEMS:
        return (CAUSE_ITEMS[worst.name],)
    cost = sum(
        favour(cause.trait, cause.amount) * abs(cause.amount)
        for cause in said.causes
        if cause.name is worst.name and cause.trait in TOLD_TRAITS
    )
    practises = scenario.psychology.tactics.practises
    uses = Occasion(scenario, said).line.does if worst.name is CauseName.BASE and cost < 0 else ()
    return tuple(item for use in uses for item in practises.get(use.tactic, ()))


def _hurting(reaction: Reaction) -> tuple[str, ...]:
    """The item of the cause that hurt most; nothing where there was no harm or the move itself did it."""
    if harm(reaction) <= 0:
        return ()
    hurts = [
        cause
        for trait in TOLD_TRAITS
        for cause in causes_of(reaction, trait)
        if favour(trait, cause.amount) < 0 and abs(cause.amount) >= STILL
    ]
    worst = max(hurts, key=lambda cause: abs(cause.amount), default=None)
    return (CAUSE_ITEMS[worst.name],) if worst is not None and worst.name in CAUSE_ITEMS else ()
