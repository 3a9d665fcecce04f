"""Patience, attention and disclosure: whether she stays, listens and opens up."""

from __future__ import annotations

from game.engine.exchange import Changes, Exchange
from game.engine.psychology import Channel, Role
from game.engine.reaction import CauseName
from game.engine.rounding import MILLE, bounded, grown, positive, scaled
from game.engine.traits import Trait


def engagement(exchange: Exchange, so_far: Changes) -> Changes:
    """Changes of patience, attention and disclosure."""
    number, levels, happened = exchange.number, exchange.levels, exchange.happened
    now = exchange.present
    haste = exchange.haste
    length = positive(exchange.said.seconds - number["time.free"]) * number["patience.length"]
    unsuited = positive(MILLE - exchange.manner)
    heard = (exchange.said.roles & Role.HEARD > 0) * now
    weary = scaled(positive(so_far[Trait.PRESSURE]), number["patience.pressure"])
    moody = scaled(positive(-exchange.was(Trait.VALENCE)), number["patience.mood"])
    bored = positive(-exchange.impulses.on(Channel.ATTENTION))
    listened = (
        -levels.on(CauseName.TIME, (number["patience.turn"] + scaled(length, 500 + haste) + moody) * now)
        - levels.on(CauseName.REPETITION, exchange.weary * now) * number["weary.patience"]
        - scaled(levels.on(CauseName.DELIVERY, unsuited * now), number["patience.delivery"])
        + levels.on(CauseName.BASE, heard) * number["patience.heard"]
        - levels.on(CauseName.GATE, scaled(heard * number["patience.heard"], MILLE - exchange.carried))
    )
    patience = (
        exchange.attended(listened)  # who only overhears a line gives it so much of her time
        + levels.on(CauseName.DISCOVERY, happened.told) * number["patience.told"]
        - levels.on(CauseName.DISCOVERY, happened.asked_early) * number["patience.pried"]
        - levels.on(CauseName.OBJECTION, happened.out_of_order) * number["patience.unheard"]
        + levels.on(CauseName.PROMISE, happened.kept) * number["patience.kept"]
        - scaled(bored, scaled(haste + 500, number["patience.bored"]))
        - weary
        + scaled(positive(so_far[Trait.NEED] + so_far[Trait.BENEFIT]), number["patience.worth"])
    )
    attention_rest = number["attention.rest"] - exchange.was(Trait.ATTENTION)
    attention = levels.on(CauseName.TIME, scaled(attention_rest, number["attention.drift"]) * now) + grown(
        exchange.was(Trait.ATTENTION), exchange.impulses.on(Channel.ATTENTION)
    )
    opening = exchange.impulses.on(Channel.DISCLOSURE)
    trusting = scaled(exchange.was(Trait.TRUST) + 5_000, number["disclosure.trust"])
    disclosure = grown(
        exchange.was(Trait.DISCLOSURE), scaled(bounded(opening, -9_000, 9_000), trusting)
    ) + levels.on(CauseName.DISCOVERY, happened.told) * grown(
        exchange.was(Trait.DISCLOSURE), exchange.heard * 0 + number["disclosure.told"]
    )
    return {Trait.PATIENCE: patience, Trait.ATTENTION: attention, Trait.DISCLOSURE: disclosure}
