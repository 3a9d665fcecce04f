"""Positions in the middle of conversations, and which line is best there."""

from __future__ import annotations

import numpy as np

from game.analysis.batch import play
from game.analysis.sellers import HUMANS, LISTENER, LeaningSeller, RandomSeller
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints

LISTENING = LeaningSeller(LISTENER.weights, noise=0)
"""Who plays on after the line that is looked at: always the same, with no luck of his own."""


def positions(rules: Rules, count: int, seed: int) -> State:
    """Positions of conversations as people lead them: one out of each of so many, at any turn.

    Args:
        rules: of the scenario.
        count: how many.
        seed: of the sellers' luck and of the turns.
    """
    chance = np.random.default_rng(seed)
    seller = HUMANS[seed % len(HUMANS)]
    plays = play(rules, seller, np.arange(count, dtype=np.int32) % rules.scenario.customers, seed)
    length = (plays.moves != OPEN).sum(axis=0)
    stop = chance.integers(0, np.maximum(length, 1))
    state = rules.fresh(np.arange(count, dtype=np.int32) % rules.scenario.customers)
    parts = []
    for at in range(count):
        one = state.only(slice(at, at + 1))
        for line in plays.moves[: stop[at], at]:
            one = rules.advance(one, int(line)).state
        parts.append(one)
    return together(parts)


def best_lines(rules: Rules, state: State) -> Ints:
    """The line on offer that leads furthest when a listener plays on, (position,)."""
    offered = rules.course.choices(state)
    rows, at = np.nonzero(offered >= 0)
    score = np.full(offered.shape, -1, np.int32)
    after = rules.advance(state.only(at), offered[rows, at]).state
    score[rows, at] = ended(rules, after)
    best: Ints = np.take_along_axis(offered, score.argmax(axis=0)[None], axis=0)[0]
    return best


def ended(rules: Rules, state: State) -> Ints:
    """The scores that a listener comes to from here, (play,)."""
    marks, total = Marks(rules), np.zeros(state.plays, np.int32)
    going = np.arange(state.plays)
    still = state
    while len(going):
        over = still.close != OPEN
        total[going[over]] = marks.total(still.only(over))
        going, still = going[~over], still.only(~over)
        if not len(going):
            break
        offered = rules.course.choices(still)
        still = rules.advance(
            still, LISTENING.choose(rules, still, offered, np.zeros(len(going), np.uint64))
        ).state
    return total


SOME_SELLERS = (RandomSeller(), LISTENER, LeaningSeller(LISTENER.weights, noise=500))
"""Sellers for comparing worlds: saying anything, listening, and something between."""
