"""What the mere presence of tactics in a conversation tells of its outcome (law 17)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Plays
from game.engine.rules import Rules
from game.engine.traits import WHOLE, Bools, Trait
from tools.evidence.correlations import Numbers, correlation, predicted, within
from tools.evidence.intervals import Interval, of_correlation, of_separation

LEAST = 0.05
"""Something is looked at when at least this share of the plays used it, and as many did not."""

FEWEST = 150
"""It could have been used in at least so many plays: with fewer, chance alone often reaches .20."""


@dataclass(frozen=True, slots=True)
class Tells:
    """What having used something tells of following through.

    Attributes:
        r: correlation with whether she followed through (a draw of her probability, as in a study).
        interval: of r.
        with_probability: correlation with the probability itself, which no study can see.
        alike: the same among conversations of the same seller with the same hidden customer.
        plays: in which it could have been used.
        used: share of them in which it was.
    """

    r: float
    interval: Interval
    with_probability: float
    alike: float
    plays: int
    used: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of every play: whether she followed through, how likely it was, and which seller met which customer."""

    happened: Numbers
    probability: Numbers
    group: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Presence:
    """What was found in the conversations of one scenario; `tactics` and `lines` by id.

    `made_of` names the lines of each tactic. Lines that ask for a commitment are left out: without an ask
    nobody follows through, and that is no finding. `beside` are the other lines of beats in which one may
    ask: who says one of them has perhaps not asked there. `area` is that under the curve of a regression
    on the presence of all tactics, `area_elsewhere` the same where the lines beside an ask do not count.
    """

    tactics: Mapping[str, Tells]
    lines: Mapping[str, Tells]
    made_of: Mapping[str, tuple[str, ...]]
    beside: tuple[str, ...]
    area: float
    area_elsewhere: float
    area_interval: Interval
    plays: int
    score: float
    follow_through: float


def followed(rules: Rules, plays: Plays) -> Numbers:
    """Probability that what she said yes to happens, 0 without a yes, (play,)."""
    yes = (plays.state.agreed > 0).any(axis=0) if rules.scenario.asks else np.ones(len(plays.score), bool)
    chance: Numbers = plays.state.mind[Trait.FOLLOW_THROUGH, 0] * yes / WHOLE
    return chance


def presence(rules: Rules, plays: Plays, sellers: int, seed: int) -> Presence:
    """Look at what tells of the outcome.

    Args:
        rules: of the scenario.
        plays: of so many sellers in turn.
        sellers: how many.
        seed: of the draws of following through.
    """
    chance = np.random.default_rng(seed)
    probability = followed(rules, plays)
    happened = chance.random(len(probability)) < probability
    seller = np.arange(len(probability)) % sellers
    group = (seller * rules.scenario.customers + plays.state.customer).astype(np.int64)
    tactics = rules.scenario.psychology.tactics
    said, offered = _lines(rules, plays)
    made_of = np.zeros((len(tactics.ids), len(rules.lines.lines)), bool)
    for at, line in enumerate(rules.lines.lines):
        if line.asks is None:
            made_of[[tactics.index(use.tactic) for use in line.does], at] = True
    outcome = Outcome(happened.astype(float), probability, group)
    told = {}
    for at, tactic in enumerate(tactics.ids):
        tells = _tells(said[made_of[at]].any(axis=0), offered[made_of[at]].any(axis=0), outcome)
        if tells is not None:
            told[tactic] = tells
    features = np.array([said[made_of[tactics.index(tactic)]].any(axis=0) for tactic in told], float)
    area = predicted(features.T, happened, chance) if told else 0.5
    beside = _beside(rules)
    elsewhere = made_of & ~np.array([line.id in beside for line in rules.lines.lines])
    features = np.array([said[elsewhere[tactics.index(tactic)]].any(axis=0) for tactic in told], float)
    area_elsewhere = predicted(features.T, happened, chance) if told else 0.5
    lines = {
        line.id: tells
        for at, line in enumerate(rules.lines.lines)
        if (tells := _tells(said[at], offered[at], outcome)) is not None
    }
    return Presence(
        told,
        lines,
        {
            tactic: tuple(rules.lines.lines[at].id for at in np.flatnonzero(made_of[tactics.index(tactic)]))
            for tactic in told
        },
        beside,
        area,
        area_elsewhere,
        of_separation(area, int(happened.sum()), int((~happened).sum())),
        len(probability),
        float(plays.score.mean()),
        float(probability.mean()),
    )


def _beside(rules: Rules) -> tuple[str, ...]:
    """The lines that stand beside an ask and do not ask."""
    return tuple(
        line.id
        for beat in rules.scenario.beats
        if any(line.asks is not None for line in beat.lines)
        for line in beat.lines
        if line.asks is None
    )


def _lines(rules: Rules, plays: Plays) -> tuple[Bools, Bools]:
    """Which lines were said, and which were on offer at some time, (line, play)."""
    said, offered = np.zeros((2, len(rules.lines.lines) + 1, len(plays.score)), bool)
    every = np.arange(len(plays.score))
    for turn, lines in enumerate(plays.moves):
        said[lines, every] = True
        offered[plays.offers[turn], every] = True
    return said[:-1], offered[:-1]


def _tells(used: Bools, could: Bools, outcome: Outcome) -> Tells | None:
    """What the use of something tells; None where too few could, did or did not use it."""
    count = int(could.sum())
    share = float(used[could].mean()) if count else 0.0
    if count < FEWEST or not LEAST <= share <= 1 - LEAST:
        return None
    present, happened, group = used[could].astype(float), outcome.happened[could], outcome.group[could]
    r = correlation(present, happened)
    return Tells(
        r,
        of_correlation(r, count),
        correlation(present, outcome.probability[could]),
        correlation(within(present, group), within(happened, group)),
        count,
        share,
    )
