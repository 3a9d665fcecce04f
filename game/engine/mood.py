"""Mood: slow, in three dimensions, fed by the fast emotions (no dead zone: weak events add up)."""

from __future__ import annotations

import numpy as np

from game.engine.emotions import FELT
from game.engine.exchange import Changes, Exchange
from game.engine.psychology import Channel
from game.engine.reaction import CauseName
from game.engine.rounding import bounded, faded, positive, scaled, share
from game.engine.traits import Ints, Trait

_PULLS = tuple(f"mood.{trait.word}" for trait in FELT)
_AROUSING = tuple(FELT.index(trait) for trait in (Trait.ANGER, Trait.FEAR, Trait.JOY))


def mood(exchange: Exchange, so_far: Changes) -> Changes:
    """Changes of valence, arousal and dominance, of emotional gains and costs, of peak and mean."""
    number, levels = exchange.number, exchange.levels
    felt = exchange.before[FELT[0] : FELT[-1] + 1] + np.stack([so_far[trait] for trait in FELT], axis=1)
    weights = np.array([[number[name]] for name in _PULLS], felt.dtype)
    pull = scaled(felt, weights).sum(axis=1, dtype=felt.dtype)
    now = exchange.present
    valence = levels.on(CauseName.TIME, _rest(exchange, Trait.VALENCE)) + share(
        pull * now, number["mood.inertia"]
    )
    stirred = scaled(felt[:, _AROUSING].sum(axis=1, dtype=felt.dtype), number["mood.arousal"])
    calm = exchange.impulses.on(Channel.CALM)  # arguing and ruling stir as listening calms
    arousal = (
        levels.on(CauseName.TIME, _rest(exchange, Trait.AROUSAL))
        + (share(stirred, number["mood.inertia"]) - calm) * now
    )
    pushed = exchange.impulses.on(Channel.PUSH)
    dominance = levels.on(CauseName.TIME, _rest(exchange, Trait.DOMINANCE)) - scaled(
        pushed, number["mood.dominance"]
    )
    after = bounded(exchange.was(Trait.VALENCE) + valence, -10_000, 10_000)
    mean, peak = exchange.was(Trait.MEAN), exchange.was(Trait.PEAK)
    lines = np.maximum(exchange.heard, 1)
    towards = np.where(now > 0, (after - mean + lines // 2) // lines, 0)
    higher = np.abs(after) > np.abs(peak)
    gains, costs = positive(pull), positive(-pull)
    gained = share(gains * now, number["mood.gain"])
    if exchange.comforts is not None:
        gained = gained + exchange.comforts * now
    return {
        Trait.VALENCE: valence,
        Trait.AROUSAL: arousal,
        Trait.DOMINANCE: dominance,
        Trait.EMOTIONAL_GAIN: gained,
        Trait.EMOTIONAL_COST: share(costs * now, number["mood.gain"]),
        Trait.MEAN: towards,
        Trait.PEAK: np.where(higher & (now > 0), after - peak, 0),
    }


def _rest(exchange: Exchange, trait: Trait) -> Ints:
    """How far a dimension of mood drifts back to rest in a turn."""
    was = exchange.was(trait)
    return np.where(exchange.present > 0, faded(was, exchange.number["mood.keep"]) - was, 0)
