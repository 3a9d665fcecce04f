"""Trustworthiness: evidence for and against ability, benevolence and integrity.

Losses weigh .9 (ability), 2.5 (benevolence) and 3.0 (integrity): negative information is diagnostic of
character, not of skill (Reeder & Brewer 1979; Skowronski & Carlston 1987; Kim et al. 2004). The weight of
first impressions follows from the counters being small (`cog-three-laws`), not from a rule of its own.
Who has been caught in a lie gets no more credit for honesty in the same talk (Schweitzer et al. 2006), and an
apology mends evidence, not character. After a night it is acts that count again: a promise kept
mends a part of the scar, words mend none of it (`trust-rebuild-three`).
"""

from __future__ import annotations

import numpy as np

from game.engine.exchange import Changes, Exchange
from game.engine.psychology import Channel
from game.engine.reaction import CauseName
from game.engine.rounding import MILLE, negative, positive, scaled, share
from game.engine.traits import WHOLE, Attribute, Ints, Trait

_KINDS = (
    (Channel.ABILITY, Trait.ABILITY_FOR, Trait.ABILITY_AGAINST, "evidence.loss-ability"),
    (Channel.BENEVOLENCE, Trait.BENEVOLENCE_FOR, Trait.BENEVOLENCE_AGAINST, "evidence.loss-benevolence"),
    (Channel.INTEGRITY, Trait.INTEGRITY_FOR, Trait.INTEGRITY_AGAINST, "evidence.loss-integrity"),
)


def evidence(exchange: Exchange) -> Changes:
    """Changes of the six counters, the scar and the truth debt."""
    number, levels, happened = exchange.number, exchange.levels, exchange.happened
    changes: Changes = {}
    for channel, gains, losses, weight in _KINDS:
        impulse = exchange.impulses.on(channel)
        changes[gains] = positive(impulse)
        changes[losses] = scaled(negative(impulse), number[weight])
    changes[Trait.INTEGRITY_FOR] = changes[Trait.INTEGRITY_FOR] * exchange.credited
    loss = number["evidence.loss-integrity"]
    if happened.promises:
        kept, broken = number["promise.kept"], number["promise.broken"] * loss // MILLE
        changes[Trait.INTEGRITY_FOR] = changes[Trait.INTEGRITY_FOR] + levels.on(
            CauseName.PROMISE, happened.kept * kept * np.maximum(exchange.credited, exchange.later)
        )
        changes[Trait.INTEGRITY_AGAINST] = changes[Trait.INTEGRITY_AGAINST] + levels.on(
            CauseName.PROMISE, scaled(happened.broken * broken, exchange.minding("fairness.broken"))
        )
    if happened.claims:
        sound = happened.news * (happened.doubtful == 0) * number["claim.sound"]
        caught = happened.detected * (number["detection.evidence"] * loss // MILLE)
        changes[Trait.INTEGRITY_FOR] = changes[Trait.INTEGRITY_FOR] + levels.on(
            CauseName.CLAIM, exchange.attended(sound * exchange.credited)
        )
        changes[Trait.INTEGRITY_AGAINST] = changes[Trait.INTEGRITY_AGAINST] + levels.on(
            CauseName.CLAIM, exchange.attended(caught)
        )
        scar = happened.detected * scaled(happened.doubtful, number["detection.scar"])
        changes[Trait.SCAR] = levels.on(CauseName.CLAIM, exchange.attended(scar))
        changes[Trait.TRUTH_DEBT] = levels.on(
            CauseName.CLAIM, exchange.attended(scaled(happened.doubtful, number["claim.debt"]))
        )
    if happened.promises:
        mended = scaled(exchange.was(Trait.SCAR), number["trust.mended"]) * exchange.later
        scar = levels.on(CauseName.PROMISE, happened.kept * mended)
        changes[Trait.SCAR] = changes[Trait.SCAR] - scar if happened.claims else -scar
    if happened.apologised.any():
        sorry = levels.on(CauseName.BASE, happened.apologised)
        for _, _, losses, weight in _KINDS:
            mended = scaled(exchange.was(losses), number[weight.replace("evidence.loss", "apology.mends")])
            changes[losses] = changes[losses] - sorry * mended
    if happened.priced:
        unfair = scaled(_unexplained(exchange), number["price.unfair"] * loss // MILLE)
        changes[Trait.INTEGRITY_AGAINST] = changes[Trait.INTEGRITY_AGAINST] + levels.on(
            CauseName.PRICE, unfair
        )
    if happened.nears:
        near = positive(happened.nearness) * (
            number["address.too-near"] * number["evidence.loss-benevolence"] // MILLE
        )
        changes[Trait.BENEVOLENCE_AGAINST] = changes[Trait.BENEVOLENCE_AGAINST] + levels.on(
            CauseName.ADDRESS, near
        )
    return changes


def _unexplained(exchange: Exchange) -> Ints:
    """How far a price fell for no reason she was given, as much as she minds: the first one was not fair."""
    said, price = exchange.said, exchange.was(Trait.PRICE)
    fallen = np.where((said.quotes > 0) & (said.claim < 0) & (price > 0), positive(price - said.quotes), 0)
    minded: Ints = share(fallen * exchange.attribute(Attribute.FAIRNESS), WHOLE)
    return minded
