"""Ways of playing: from pressing any key to looking one line ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.psychology import Channel
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State
from game.engine.traits import Ints


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
        liking = self._liking(rules)
        score = np.where(offered >= 0, liking[np.maximum(offered, 0)], np.iinfo(np.int32).min)
        best: Ints = np.take_along_axis(offered, score.argmax(axis=0)[None], axis=0)[0]
        slip = (chance >> np.uint64(32)) % np.uint64(1_000) < np.uint64(self.noise)
        return np.where(slip, RandomSeller().choose(rules, state, offered, chance), best)

    def _liking(self, rules: Rules) -> Ints:
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
            total = marks.total(after) - 1_000 * (after.close == OPEN + 2)
            better = total > best[here]
            best[here[better]], lines[here[better]] = total[better], row[here[better]]
        slip = (chance >> np.uint64(32)) % np.uint64(1_000) < np.uint64(self.noise)
        return np.where(slip, RandomSeller().choose(rules, state, offered, chance), lines)


PUSHER = LeaningSeller({Channel.PUSH: 1_000, Channel.BENEFIT: 500})
PLEASER = LeaningSeller({Channel.WARMTH: 1_000, Channel.FACE: 300})
LISTENER = LeaningSeller(
    {Channel.DISCLOSURE: 600, Channel.NEED: 600, Channel.BENEVOLENCE: 600, Channel.PUSH: -900}
)
"""Three leanings that trainers know."""
