"""Felt pressure and reactance (`var-felt-pressure`; Brehm 1966; Dillard & Shen 2005).

Pressure comes from pushing, from what trust did not carry (presumption), from stacking and from wearing
repetition; choice, permission and time relieve it. Reactance integrates pressure and decays slowly.
"""

from __future__ import annotations

import numpy as np

from game.engine.exchange import Changes, Exchange
from game.engine.psychology import Channel, Role
from game.engine.reaction import CauseName
from game.engine.rounding import bounded, faded, grown, negative, positive, scaled
from game.engine.traits import WHOLE, Attribute, Trait


def pressures(exchange: Exchange) -> Changes:
    """Changes of pressure and reactance."""
    number, levels, happened = exchange.number, exchange.levels, exchange.happened
    pushed = exchange.impulses.on(Channel.PUSH)
    # To hear her out once more may bore her; it never presses.
    insistent = exchange.said.roles & (Role.HEARD | Role.AUTONOMY) == 0
    push = (
        positive(pushed)
        + scaled(exchange.impulses.blocked, number["pressure.presumption"])
        + scaled(exchange.impulses.stacked, number["pressure.stacking"])
        + levels.on(CauseName.REPETITION, exchange.weary * insistent) * number["weary.pressure"]
        + levels.on(CauseName.ADDRESS, positive(happened.nearness)) * number["address.pressure"]
        + levels.on(CauseName.DISCOVERY, happened.asked_early) * number["secret.early-pressure"]
        + levels.on(CauseName.OBJECTION, happened.out_of_order) * number["resistance.early-pressure"]
    )
    touchy = number["pressure.touchy"] + scaled(
        exchange.attribute(Attribute.TRAIT_REACTANCE) + scaled(exchange.attribute(Attribute.STAKES), 500), 50
    )
    was = exchange.was(Trait.PRESSURE)
    left = np.where(exchange.present > 0, faded(was, number["pressure.keep"]), was)
    change = (
        levels.on(CauseName.TIME, left - was)
        + grown(left, scaled(push, touchy))
        + grown(left, -negative(pushed))
    )
    now = bounded(was + change, 0, WHOLE)
    held = exchange.was(Trait.REACTANCE)
    kept = np.where(exchange.present > 0, faded(held, number["reactance.keep"]), held)
    over = positive(now - number["reactance.tolerance"])
    eased = scaled(negative(pushed), number["reactance.eased"])
    reactance = (
        levels.on(CauseName.TIME, kept - held)
        + grown(kept, scaled(over, number["reactance.gain"])) * exchange.present
        + grown(kept, -eased)
    )
    return {Trait.PRESSURE: change, Trait.REACTANCE: reactance}
