"""What the matter is worth to her: need, benefit, cost, risks (`var-perceived-value`, `var-perceived-risk`).

All grow within bounds: the nearer to the end of the scale, the less an impulse moves. The transaction part
compares price and reference: above it losses weigh 1.955 (Brown et al. 2024, 607 estimates), at or below it
there is no loss aversion to money (Novemsky & Kahneman 2005).
"""

from __future__ import annotations

import numpy as np

from game.engine.exchange import Changes, Exchange, merged
from game.engine.psychology import Channel, Psychology
from game.engine.reaction import CauseName
from game.engine.rounding import MILLE, bounded, grown, negative, positive, scaled, share
from game.engine.traits import WHOLE, Attribute, Ints, Trait

_GROWING = (
    (Channel.NEED, Trait.NEED),
    (Channel.BENEFIT, Trait.BENEFIT),
    (Channel.COST, Trait.COST),
    (Channel.RISK, Trait.RISK),
    (Channel.PERSONAL, Trait.PERSONAL_RISK),
)


def worth(exchange: Exchange) -> Changes:
    """Changes of need, benefit, cost, risks, price and reference."""
    number, levels, happened = exchange.number, exchange.levels, exchange.happened
    changes = {
        trait: grown(exchange.was(trait), exchange.impulses.on(channel)) for channel, trait in _GROWING
    }
    if happened.secrets:
        opened = grown(exchange.was(Trait.NEED), exchange.heard * 0 + number["secret.need"])
        changes[Trait.NEED] = changes[Trait.NEED] + levels.on(CauseName.DISCOVERY, happened.told * opened)
    risk = exchange.was(Trait.RISK)
    if happened.objections:
        eased = grown(risk, exchange.heard * 0 - number["resistance.solved-risk"])
        changes[Trait.RISK] = changes[Trait.RISK] + levels.on(CauseName.OBJECTION, happened.solved * eased)
    if happened.claims:
        warned = grown(risk, exchange.heard * 0 + number["detection.risk"])
        changes[Trait.RISK] = changes[Trait.RISK] + levels.on(
            CauseName.CLAIM, exchange.attended(happened.detected * warned)
        )
    if happened.priced:
        changes = merged(changes, _figures(exchange))
    return changes


def _figures(exchange: Exchange) -> Changes:
    """What a figure does: a quote sets the price, an anchor pulls the reference (`tac-anchoring`).

    A concession after a quote tells a value-oriented customer that less is worth less (`orient-price-value`);
    a price above the reference strengthens the price resistance, more so while the need is small and the
    more the customer minds fairness (`seg-high-value`). Only what is dearer than any price named before
    does: a concession never raises the resistance, though it may still leave the price above.
    """
    number, said = exchange.number, exchange.said
    price, reference = exchange.was(Trait.PRICE), exchange.was(Trait.REFERENCE)
    quoted = (said.quotes > 0) * np.ones_like(price)
    dropped = quoted * (price > 0) * positive(price - said.quotes)
    cheapened = share(dropped * exchange.attribute(Attribute.VALUE_ORIENTATION), WHOLE)
    above = quoted * positive(said.quotes - np.maximum(reference, price))
    above = scaled(above, exchange.minding("fairness.price"))
    eager = WHOLE - exchange.was(Trait.NEED)
    dear = share(scaled(above, number["price.resistance"]) * (WHOLE + eager), 2 * WHOLE)
    eased = scaled(dropped, number["price.concession"])
    pull = (said.anchors > 0) * scaled(said.anchors - reference, number["price.anchor"])
    on = exchange.levels.on
    return {
        Trait.PRICE: on(CauseName.PRICE, quoted * (said.quotes - price)),
        Trait.REFERENCE: on(CauseName.PRICE, pull * np.ones_like(price)),
        Trait.BENEFIT: on(CauseName.PRICE, -scaled(cheapened, number["price.cheapened"])),
        Trait.PRICE_RESISTANCE: on(CauseName.PRICE, dear - eased),
    }


def value_of(mind: Ints, profile: Ints, psychology: Psychology) -> Ints:
    """Perceived value, -10 000..10 000: benefit - cost + transaction value - losses feared.

    Args:
        mind: (trait, ..., play) after the line.
        profile: (attribute, play).
        psychology: the coefficients.
    """
    number = psychology.number
    gap = mind[Trait.PRICE] - mind[Trait.REFERENCE]
    above, below = positive(gap), negative(gap)
    transaction = scaled(2 * below, number["value.gain"]) - scaled(2 * above, number["value.loss"])
    priced = (mind[Trait.PRICE] > 0).astype(mind.dtype)
    fear = scaled(mind[Trait.RISK], number["value.risk"]) + scaled(
        mind[Trait.PERSONAL_RISK], number["value.personal-risk"]
    )
    feared = share(fear * scaled(profile[Attribute.STAKES] + WHOLE, 500), WHOLE)
    # A good mood and a feeling of control bear more risk (`var-emotion`).
    ease = scaled(mind[Trait.VALENCE], number["value.mood"]) + scaled(
        mind[Trait.DOMINANCE], number["value.control"]
    )
    feared = scaled(feared, bounded(MILLE - ease // 10, 0, 2 * MILLE))
    wanted = share(mind[Trait.BENEFIT] * scaled(mind[Trait.NEED] + WHOLE, 500), WHOLE)
    value: Ints = wanted + priced * transaction - scaled(mind[Trait.COST], number["value.cost"]) - feared
    return value
