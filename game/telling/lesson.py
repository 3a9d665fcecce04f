"""From an explanation to what there is to learn: the items behind what went wrong and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.engine.reaction import CauseName, Reaction
from game.engine.scenario import Scenario
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


def learnt_from(reaction: Reaction, scenario: Scenario) -> tuple[str, ...]:
    """The items of the field guide behind a turn, the most telling one first, each once.

    A turn that did harm begins with the item of the cause that hurt most; then come the items that the moves
    of the line practise, in the order of the line.
    """
    practises = scenario.psychology.tactics.practises
    uses = Occasion(scenario, reaction).line.does
    practised = [item for use in uses for item in practises.get(use.tactic, ())]
    return tuple(dict.fromkeys([*_hurting(reaction), *practised]))


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
