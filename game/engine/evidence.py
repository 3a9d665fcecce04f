"""Trustworthiness: evidence for and against ability, benevolence and integrity.

Losses weigh .9 (ability), 2.5 (benevolence) and 3.0 (integrity): negative information is diagnostic of
character, not of skill (Reeder & Brewer 1979; Skowronski & Carlston 1987; Kim et al. 2004). The weight of
first impressions follows from the counters being small (`cog-three-laws`), not from a rule of its own.
"""

from __future__ import annotations

import numpy as np

from game.engine.exchange import Changes, Exchange
from game.engine.psychology import Channel
from game.engine.reaction import CauseName
from game.engine.rounding import negative, positive, scaled
from game.engine.traits import Ints, Trait

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
    promise = levels.on(CauseName.PROMISE)
    loss = number["evidence.loss-integrity"]
    changes[Trait.INTEGRITY_FOR] = (
        changes[Trait.INTEGRITY_FOR]
        + promise * happened.kept * number["promise.kept"]
        + levels.on(CauseName.CLAIM, happened.claimed * (happened.doubtful == 0)) * number["claim.sound"]
    )
    changes[Trait.INTEGRITY_AGAINST] = (
        changes[Trait.INTEGRITY_AGAINST]
        + promise * happened.broken * scaled(_whole(exchange, number["promise.broken"]), loss)
        + levels.on(CauseName.CLAIM, happened.detected)
        * scaled(_whole(exchange, number["detection.evidence"]), loss)
    )
    near = positive(happened.nearness)
    changes[Trait.BENEVOLENCE_AGAINST] = changes[Trait.BENEVOLENCE_AGAINST] + levels.on(
        CauseName.ADDRESS, near
    ) * scaled(_whole(exchange, number["address.too-near"]), number["evidence.loss-benevolence"])
    changes[Trait.TRUTH_DEBT] = levels.on(CauseName.CLAIM, scaled(happened.doubtful, number["claim.debt"]))
    changes[Trait.SCAR] = levels.on(
        CauseName.CLAIM, happened.detected * scaled(happened.doubtful, number["detection.scar"])
    )
    return changes


def _whole(exchange: Exchange, amount: int) -> Ints:
    """A coefficient as an array over the plays."""
    return np.full_like(exchange.heard, amount)
