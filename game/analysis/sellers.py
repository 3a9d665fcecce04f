"""Ways of playing: from pressing any key to looking one line ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.psychology import Channel
from game.engine.rules import Rules
from game.engine.scenario import Close
from game.engine.scoring import Marks
from game.engine.state import State
from game.engine.traits import Bools, Ints


@dataclass(frozen=True, slots=True)
class RandomSeller:
    """Any line on offer, each as likely."""

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:  # noqa: ARG002
        """A line per play."""
        count = (offered >= 0).sum(axis=0)
        pick = (chance % count.astype(np.uint64)).astype(np.int64)
        lines: Ints = np.take_along_axis(offered, pick[None], axis=0)[0]
        return lines


@dataclass(frozen=True, slots=True)
class LeaningSeller:
    """Prefers lines by what they are made of: a weight per channel of the tactic table, per mille.

    `noise` per mille of the lines are said at random instead.
    """

    weights: Mapping[Channel, int]
    noise: int = 100

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        liking = self.liking(rules)
        score = np.where(offered >= 0, liking[np.maximum(offered, 0)], np.iinfo(np.int32).min)
        best: Ints = np.take_along_axis(offered, score.argmax(axis=0)[None], axis=0)[0]
        slip = (chance >> np.uint64(32)) % np.uint64(1_000) < np.uint64(self.noise)
        return np.where(slip, RandomSeller().choose(rules, state, offered, chance), best)

    def liking(self, rules: Rules) -> Ints:
        """How much this seller likes each line of the scenario."""
        table = rules.scenario.psychology.tactics
        weights = np.array([self.weights.get(channel, 0) for channel in Channel], np.int64)
        worth = (table.effects * weights[:, None]).sum(axis=0)
        return np.array(
            [sum(int(worth[table.index(use.tactic)]) for use in line.does) for line in rules.lines.lines],
            np.int64,
        ).astype(np.int32)


@dataclass(frozen=True, slots=True)
class GreedySeller:
    """Looks one line ahead and takes what scores most at once; sees the customer's mind, so no trainee."""

    noise: int = 0

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        marks = Marks(rules)
        best = np.full(state.plays, -1, np.int32)
        lines = offered[0].copy()
        for row in offered:
            here = np.flatnonzero(row >= 0)
            if not len(here):
                continue
            after = rules.advance(state.only(here), row[here]).state
            total = marks.total(after) - 1_000 * (after.close == Close.LEFT)
            better = total > best[here]
            best[here[better]], lines[here[better]] = total[better], row[here[better]]
        slip = (chance >> np.uint64(32)) % np.uint64(1_000) < np.uint64(self.noise)
        return np.where(slip, RandomSeller().choose(rules, state, offered, chance), lines)


@dataclass(frozen=True, slots=True)
class HumanSeller:
    """Somebody with a leaning, some sense of what a line will do, and many other things on the mind.

    Every line on offer has an appeal: `leaning` parts of how much it is like this person to say so, `insight`
    parts of what it would score at once, and one part of chance (a Gumbel draw, so that the choice is a soft
    one). Leaning and insight are measured against the other lines on offer.
    """

    weights: Mapping[Channel, int]
    leaning: float
    insight: float

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        here = offered >= 0
        liking = LeaningSeller(self.weights).liking(rules)[np.maximum(offered, 0)]
        appeal = self.leaning * _standing(liking, here) + self.insight * _standing(
            _foreseen(rules, state, offered), here
        )
        for row in range(len(offered)):
            mixed = chance * np.uint64(0x9E3779B97F4A7C15) + np.uint64(row * 0xD1B54A32D192ED03 % 2**64)
            unit = ((mixed ^ (mixed >> np.uint64(29))) >> np.uint64(11)).astype(np.float64) / 2**53
            appeal[row] -= np.log(-np.log(np.clip(unit, 1e-12, 1 - 1e-12)))
        best = np.where(here, appeal, -np.inf).argmax(axis=0)
        lines: Ints = np.take_along_axis(offered, best[None], axis=0)[0]
        return lines


def _standing(values: Ints, here: Bools) -> NDArray[np.float64]:
    """How far each line on offer stands above the mean of them, in standard deviations, (4, play)."""
    count = here.sum(axis=0)
    mean = np.where(here, values, 0).sum(axis=0) / count
    spread = np.sqrt((np.where(here, values - mean, 0) ** 2).sum(axis=0) / count)
    standing: NDArray[np.float64] = np.where(here, values - mean, 0) / np.maximum(spread, 1)
    return standing


def _foreseen(rules: Rules, state: State, offered: Ints) -> Ints:
    """What each line on offer would score at once, (4, play)."""
    marks, total = Marks(rules), np.zeros(offered.shape, np.int32)
    for row, lines in enumerate(offered):
        here = np.flatnonzero(lines >= 0)
        if len(here):
            after = rules.advance(state.only(here), lines[here]).state
            total[row, here] = marks.total(after) - 1_000 * (after.close == Close.LEFT)
    return total


PUSHER = LeaningSeller({Channel.PUSH: 1_000, Channel.BENEFIT: 500})
PLEASER = LeaningSeller({Channel.WARMTH: 1_000, Channel.FACE: 300})
LISTENER = LeaningSeller(
    {Channel.DISCLOSURE: 600, Channel.NEED: 600, Channel.BENEVOLENCE: 600, Channel.PUSH: -900}
)
"""Three leanings that trainers know."""

HUMANS = tuple(
    HumanSeller(leaning.weights, strength, insight)
    for leaning in (PUSHER, PLEASER, LISTENER)
    for strength, insight in ((0.8, 0.2), (0.6, 0.6), (0.4, 1.2))
)
"""A class as it may sit in a room: three leanings, each with little, some and good insight."""
