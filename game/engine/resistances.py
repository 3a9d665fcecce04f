"""The five resistances (`obj-five-resistances`, `obj-four-steps`).

A voiced resistance falls only when its true root is answered in order: acknowledge, probe, solve, confirm.
Treating a pretext wins nothing; what was solved and never confirmed comes creeping back.
"""

from __future__ import annotations

import numpy as np

from game.engine.exchange import Changes, Exchange
from game.engine.psychology import Channel, Role
from game.engine.reaction import CauseName
from game.engine.rounding import positive, scaled
from game.engine.traits import Resistance, Trait


def resistances(exchange: Exchange, so_far: Changes, root: np.ndarray) -> Changes:
    """Changes of the five strengths.

    Args:
        exchange: the turn.
        so_far: changes of evidence and worth.
        root: (5, play) 1 where a resistance is the root of the objection spoken to (it falls with it).
    """
    number, levels, happened = exchange.number, exchange.levels, exchange.happened
    said, changes = exchange.said, {}
    solved = levels.on(CauseName.OBJECTION, happened.solved)
    confirmed = levels.on(CauseName.OBJECTION, happened.confirmed)
    acknowledged = levels.on(CauseName.OBJECTION, happened.acknowledged)
    early = levels.on(CauseName.OBJECTION, happened.out_of_order)
    asked = levels.on(CauseName.ASK, happened.asked)
    pushed = exchange.impulses.on(Channel.PUSH)
    for resistance in Resistance:
        trait = resistance.trait
        was = exchange.was(trait)
        spoken = (said.resistance == resistance).astype(was.dtype) * np.ones_like(was)
        meant = np.maximum(spoken, root[resistance])
        change = (
            -solved * meant * scaled(was, number["resistance.solved"])
            - confirmed * meant * scaled(was, number["resistance.confirmed"])
            - acknowledged * spoken * scaled(was, number["resistance.acknowledged"])
            + early * spoken * number["resistance.out-of-order"]
            + levels.on(CauseName.TIME, exchange.unconfirmed[resistance]) * number["resistance.creep"]
        )
        if resistance is Resistance.TIMING:
            change = (
                change
                + asked * number["resistance.asked"]
                + scaled(positive(pushed), number["resistance.pushed"])
            )
        if resistance is Resistance.NEED:
            change = change - scaled(so_far[Trait.NEED], number["resistance.need-coupling"])
        if resistance is Resistance.TRUST:
            change = change - scaled(
                so_far[Trait.ABILITY_FOR] + so_far[Trait.BENEVOLENCE_FOR] + so_far[Trait.INTEGRITY_FOR],
                number["resistance.trust-coupling"],
            )
            change = change + levels.on(CauseName.CLAIM, happened.detected) * number["resistance.detected"]
        if resistance is Resistance.PRICE:
            early_price = (said.roles & Role.OFFER > 0) & (
                exchange.was(Trait.NEED) < number["resistance.price-need"]
            )
            change = change + levels.on(CauseName.STAGE, early_price * np.ones_like(was)) * scaled(
                positive(exchange.impulses.on(Channel.COST)), number["resistance.price-coupling"]
            )
        changes[trait] = change
    return changes
