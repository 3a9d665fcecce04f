"""The five resistances (`obj-five-resistances`, `obj-four-steps`).

A voiced resistance falls only when its true root is answered in order: acknowledge, probe, solve, confirm.
Treating a pretext wins nothing; what was solved and never confirmed comes creeping back.
"""

from __future__ import annotations

import numpy as np

from game.engine.exchange import Changes, Exchange
from game.engine.psychology import Channel, Role
from game.engine.reaction import CauseName
from game.engine.rounding import positive, scaled, share
from game.engine.traits import STRENGTHS, Resistance, Trait


def resistances(exchange: Exchange, so_far: Changes, root: np.ndarray) -> Changes:
    """Changes of the five strengths.

    Args:
        exchange: the turn.
        so_far: changes of evidence and worth.
        root: (5, play) 1 where a resistance is the root of the objection spoken to (it falls with it).
    """
    number, levels, happened = exchange.number, exchange.levels, exchange.happened
    was = exchange.before[STRENGTHS]
    creep = exchange.unconfirmed * number["resistance.creep"]
    change = levels.on(CauseName.TIME)[:, :, None] * creep
    if happened.objections:
        spoken = (np.arange(len(Resistance))[:, None] == exchange.said.resistance).astype(was.dtype)
        meant = np.maximum(spoken, root)
        step = (
            happened.out_of_order * spoken * number["resistance.out-of-order"]
            - happened.acknowledged * spoken * scaled(was, number["resistance.acknowledged"])
            - happened.solved * meant * scaled(was, number["resistance.solved"])
            - happened.confirmed * meant * scaled(was, number["resistance.confirmed"])
        )
        change = change + levels.on(CauseName.OBJECTION)[:, :, None] * step
    changes = {r.trait: change[:, r] for r in Resistance}
    pushed = positive(exchange.impulses.on(Channel.PUSH))
    changes[Trait.TIMING_RESISTANCE] = (
        changes[Trait.TIMING_RESISTANCE]
        + levels.on(CauseName.ASK, happened.asked) * number["resistance.asked"]
        + scaled(pushed, number["resistance.pushed"])
    )
    changes[Trait.NEED_RESISTANCE] = changes[Trait.NEED_RESISTANCE] - scaled(
        so_far[Trait.NEED], number["resistance.need-coupling"]
    )
    proven = so_far[Trait.ABILITY_FOR] + so_far[Trait.BENEVOLENCE_FOR] + so_far[Trait.INTEGRITY_FOR]
    changes[Trait.TRUST_RESISTANCE] = (
        changes[Trait.TRUST_RESISTANCE]
        + levels.on(CauseName.CLAIM, exchange.attended(happened.detected * number["resistance.detected"]))
        - scaled(proven, number["resistance.trust-coupling"])
    )
    # Price before value: the less need she sees, the more a cost stirs her against the price.
    unseen = positive(number["resistance.price-need"] - exchange.was(Trait.NEED))
    early = share(unseen * number["resistance.price-coupling"], number["resistance.price-need"])
    offered = (exchange.said.roles & Role.OFFER > 0) * early
    if happened.priced:  # a lower price than before is no new price
        lower = (exchange.said.quotes > 0) & (exchange.said.quotes < exchange.was(Trait.PRICE))
        offered = offered * ~lower
    changes[Trait.PRICE_RESISTANCE] = changes[Trait.PRICE_RESISTANCE] + levels.on(CauseName.STAGE) * scaled(
        positive(exchange.impulses.on(Channel.COST)), offered
    )
    return changes
