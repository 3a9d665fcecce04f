"""What follows from the rest of a mind: beliefs, trust, rung, value, satisfaction, follow-through.

Nobody sets these rows. Belief = (for + k * propensity) / (for + against + k), a Beta mean with the
propensity to trust as prior; trust = the weighted sum, capped by the scar of a detected lie.
"""

from __future__ import annotations

import numpy as np

from game.engine.psychology import Psychology
from game.engine.rounding import along, bounded, negative, positive, scaled, share
from game.engine.traits import RUNGS, STRENGTHS, WHOLE, Attribute, Bools, Ints, Trait
from game.engine.worth import value_of

_FOR = slice(Trait.ABILITY_FOR, Trait.INTEGRITY_AGAINST + 1, 2)
_AGAINST = slice(Trait.ABILITY_AGAINST, Trait.INTEGRITY_AGAINST + 1, 2)
_BELIEFS = slice(Trait.ABILITY, Trait.INTEGRITY + 1)
"""Rows of ability, benevolence and integrity stand in this order in all three blocks."""

_WEIGHTS = ("trust.weight-ability", "trust.weight-benevolence", "trust.weight-integrity")
_STEPS = (
    (Trait.ABILITY, "rung.2-ability"),
    (Trait.BENEVOLENCE, "rung.3-benevolence"),
    (Trait.DISCLOSURE, "rung.3-disclosure"),
    (Trait.INTEGRITY, "rung.4-integrity"),
    (Trait.MEAN, "rung.5-mood"),
    (Trait.TRUST, "rung.5-trust"),
)

_CARRIES = (
    (Trait.VALUE, "follow.value"),
    (Trait.TRUST, "follow.trust"),
    (Trait.NEED, "follow.need"),
)
_COSTS = (
    (Trait.PRESSURE, "follow.pressure"),
    (Trait.YES_UNDER_PRESSURE, "follow.pressed"),
    (Trait.REACTANCE, "follow.reactance"),
    (Trait.TRUTH_DEBT, "follow.debt"),
)
_EARNEST = [trait for trait, _ in _CARRIES + _COSTS]


def believe(mind: Ints, profile: Ints, psychology: Psychology) -> None:
    """Write beliefs and trust into a mind (trait, ..., play) whose counters are final; in place."""
    number = psychology.number
    prior = number["trust.prior"]
    leaning = scaled(profile[Attribute.PROPENSITY], prior // 10)
    gains = mind[_FOR]
    weight = gains + mind[_AGAINST] + prior
    beliefs = ((gains + leaning) * WHOLE + weight // 2) // weight
    mind[_BELIEFS] = beliefs
    total = sum((beliefs[at] * number[name] for at, name in enumerate(_WEIGHTS)), start=0 * beliefs[0])
    mind[Trait.TRUST] = np.minimum(share(total, 1_000), WHOLE - mind[Trait.SCAR])


def climb(mind: Ints, held: Ints, kept_any: Ints, psychology: Psychology) -> None:
    """Write the rung of the trust ladder (`var-trust`): up at a threshold, down a little below it; in place.

    At most one rung a turn, and none can be skipped: charm does not buy rung 4, a kept promise does.
    """
    number = psychology.number
    column = (-1, *(1,) * (mind.ndim - 1))
    levels = np.array([number[name] for _, name in _STEPS], mind.dtype).reshape(column)
    rows, below = mind[[trait for trait, _ in _STEPS]], np.arange(1, RUNGS).reshape(column)
    above, near = (_reached(rows >= least, kept_any) for least in (levels, levels - number["rung.slack"]))
    up = np.logical_and.accumulate(above & (held >= below), axis=0)
    stay = np.logical_and.accumulate(near, axis=0) & (held > below)
    rung = 1 + (up | stay).sum(axis=0, dtype=mind.dtype)
    mind[Trait.RUNG] = bounded(rung, 1, np.minimum(held + 1, RUNGS))


def _reached(met: Bools, kept_any: Ints) -> Bools:
    """What rungs 2 to 5 ask for, (rung, ..., play), from the comparisons in the order of `_STEPS`."""
    reached = met[[0, 1, 3, 4]]
    reached[1] &= met[2]
    reached[2] &= kept_any > 0
    reached[3] &= met[5]
    return reached


def conclude(mind: Ints, profile: Ints, psychology: Psychology) -> None:
    """Write value, emotional value, satisfaction and follow-through; in place."""
    number = psychology.number
    mind[Trait.VALUE] = bounded(value_of(mind, profile, psychology), -WHOLE, WHOLE)
    mind[Trait.EMOTIONAL_VALUE] = bounded(
        mind[Trait.EMOTIONAL_GAIN] - mind[Trait.EMOTIONAL_COST], -WHOLE, WHOLE
    )
    felt = (
        scaled(mind[Trait.PEAK], number["satisfaction.peak"])
        + scaled(mind[Trait.VALENCE], number["satisfaction.end"])
        + scaled(mind[Trait.MEAN], number["satisfaction.mean"])
    )
    mind[Trait.SATISFACTION] = bounded(
        WHOLE // 2 + share(felt, 2) - scaled(mind[Trait.PRESSURE], 200), 0, WHOLE
    )
    mind[Trait.FOLLOW_THROUGH] = bounded(
        along(psychology.curves["follow-through"], bounded(_earnest(mind, psychology), -WHOLE, WHOLE)),
        0,
        WHOLE,
    )


def _earnest(mind: Ints, psychology: Psychology) -> Ints:
    """What a promise of hers would rest on: worth, need and trust, less pressure, debt and resistance."""
    number = psychology.number
    weights = np.array([number[name] for _, name in _CARRIES + _COSTS], mind.dtype)
    parts = scaled(mind[_EARNEST], weights.reshape(-1, *(1,) * (mind.ndim - 1)))
    carried, cost = parts[: len(_CARRIES)], parts[len(_CARRIES) :]
    earnest: Ints = carried.sum(axis=0, dtype=mind.dtype) - cost.sum(axis=0, dtype=mind.dtype)
    return earnest - scaled(strongest(mind), number["follow.resistance"])


def strongest(mind: Ints) -> Ints:
    """The greatest of the five resistances."""
    greatest: Ints = mind[STRENGTHS].max(axis=0)
    return greatest


def readiness(mind: Ints, psychology: Psychology) -> Ints:
    """How far value, need and trust carry a yes; pressure buys a little, reactance and resistance cost."""
    number = psychology.number
    return (
        scaled(mind[Trait.VALUE], number["ask.value"])
        + scaled(mind[Trait.NEED], number["ask.need"])
        + scaled(mind[Trait.TRUST], number["ask.trust"])
        + scaled(mind[Trait.PRESSURE], number["ask.pressure"])
        + scaled(positive(mind[Trait.VALENCE]), number["ask.mood"])
        - scaled(negative(mind[Trait.VALENCE]), number["ask.mood"])
        - scaled(mind[Trait.REACTANCE], number["ask.reactance"])
        - scaled(strongest(mind), number["ask.resistance"])
    )
