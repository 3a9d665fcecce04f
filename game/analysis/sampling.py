"""Values of positions whose trees are too large: the mean of rollouts, with a 95 % interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.batch import play
from game.analysis.points import POINT, Whole
from game.analysis.sellers import GreedySeller
from game.engine.rules import Rules
from game.engine.state import State
from game.engine.traits import Ints

ROLLOUTS = 8


@dataclass(frozen=True, slots=True)
class Sample:
    """Sampled values of n positions."""

    steady: Whole  # (n,) thousandths of a point
    margin: Whole  # (n,) half of a 95 % interval, thousandths of a point
    ceiling: Whole  # (n,) best score found
    said: tuple[Ints, ...]  # of each position the turns (line,) of a play that reaches it
    positions: int  # looked at


class Sampler:
    """Samples positions of one scenario."""

    def __init__(self, rules: Rules) -> None:
        """Prepare."""
        self._rules = rules

    def sampled(self, state: State) -> Sample:
        """Values of positions that are not over."""
        rows = np.repeat(np.arange(state.plays), ROLLOUTS)
        start = state.only(rows)
        plays = play(self._rules, GreedySeller(noise=300), start.customer, start=start)
        score = plays.score.reshape(state.plays, ROLLOUTS).astype(np.int64)
        best = score.argmax(axis=1) + np.arange(state.plays) * ROLLOUTS
        spread = score.std(axis=1, ddof=1) / np.sqrt(ROLLOUTS)
        return Sample(
            score.sum(axis=1) * POINT // ROLLOUTS,
            np.ceil(1.96 * POINT * spread).astype(np.int64),
            score.max(axis=1),
            tuple(plays.state.said[:, at] for at in best),
            int((plays.moves >= 0).sum()),
        )
