"""Playing on from positions with a hand that trembles: seven times in ten the line that promises most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.analysis.branching import branches
from game.analysis.outlook import Outlook
from game.analysis.points import ANY_SHARE, BEST_SHARE, POINT, Whole, backed_up
from game.analysis.positions import chances
from game.engine.scoring import Marks
from game.engine.state import OPEN, State
from game.engine.traits import Ints

LOWEST = np.iinfo(np.int64).min // 4
"""Less than any value: where nothing is on offer."""

Watch = Callable[[Whole, State, Whole, Whole], None]
"""Is shown a turn: the rows of the plays that go on, their state, its steady value by what the lines promise,
and the promise of the line that is said."""


@dataclass(frozen=True, slots=True)
class Rollouts:
    """Plays that were brought to their end.

    `luck` is what the trembling of the hand added to each, judged by the outlook: at every turn the promise
    of the line that was said less the steady value of what was on offer. Its mean is nothing; so
    `score - luck` has the mean of the score and far less spread.
    """

    score: Whole  # (play,) thousandths of a point
    luck: Whole  # (play,) thousandths of a point
    said: Ints  # (line, play)
    positions: int  # looked at


def promises(outlook: Outlook, state: State, offered: Ints, depth: int) -> tuple[Whole, int]:
    """What the lines on offer promise, (4, position) in thousandths, and how many positions that took.

    Args:
        outlook: guesses the worth of what they lead to.
        state: positions that are not over.
        offered: (4, position) lines on offer.
        depth: lines to look ahead, 1 or more.
    """
    worth = np.full(offered.shape, LOWEST, np.int64)
    looked = 0
    for branch in branches(outlook.rules, state, offered):
        after = branch.state
        looked += after.plays
        going = np.flatnonzero(after.close == OPEN)
        if depth == 1 or not len(going):
            worth[branch.slots, branch.rows] = outlook.of(after)
            continue
        value = np.empty(after.plays, np.int64)
        ended = np.flatnonzero(after.close != OPEN)
        value[ended] = outlook.of(after.only(ended))
        open_ = after.only(going)
        further = outlook.rules.course.choices(open_)
        below, more = promises(outlook, open_, further, depth - 1)
        value[going] = steady(below)
        looked += more
        worth[branch.slots, branch.rows] = value
    return worth, looked


def steady(worth: Whole) -> Whole:
    """The steady value of positions whose lines promise so much, (4, position) to (position,)."""
    here = worth != LOWEST
    return backed_up(worth.max(axis=0), np.where(here, worth, 0).sum(axis=0), here.sum(axis=0))


def played(
    outlook: Outlook,
    start: State,
    numbers: Whole,
    channel: int,
    depth: int = 1,
    wandering: Whole | int = 0,
    watch: Watch | None = None,
) -> Rollouts:
    """Play on to the end.

    Args:
        outlook: says which line promises most.
        start: (play,) positions that are not over.
        numbers: (play,) numbers of the plays: their luck.
        channel: of the luck.
        depth: lines to look ahead.
        wandering: (play,) for how many turns any line is said, before the hand gets steadier.
        watch: is shown every turn.
    """
    plays, rules, marks = start.plays, outlook.rules, Marks(outlook.rules)
    score, luck = np.zeros((2, plays), np.int64)
    said = start.said.copy()
    wandering = np.broadcast_to(wandering, (plays,))
    going, state, turn, looked = np.arange(plays), start, 0, 0
    while len(going):
        offered = rules.course.choices(state)
        worth, count = promises(outlook, state, offered, depth)
        looked += count + len(going)
        pick = _picked(worth, chances(numbers[going], turn, channel), turn < wandering[going])
        row = np.arange(len(going))
        backed, promise = steady(worth), worth[pick, row]
        luck[going] += promise - backed
        if watch:
            watch(going, state, backed, promise)
        state = rules.advance(state, offered[pick, row]).state
        over = state.close != OPEN
        ended = np.flatnonzero(over)
        if len(ended):
            last = state.only(ended)
            score[going[ended]] = marks.total(last).astype(np.int64) * POINT
            said[:, going[ended]] = last.said
            left = np.flatnonzero(~over)
            going, state = going[left], state.only(left)
        turn += 1
    return Rollouts(score, luck, said, looked)


def _picked(worth: Whole, chance: np.typing.NDArray[np.uint64], anyhow: np.typing.NDArray[np.bool_]) -> Whole:
    """Which of the lines on offer is said, (play,)."""
    count = (worth != LOWEST).sum(axis=0)
    tenth = (chance >> np.uint64(32)) % np.uint64(BEST_SHARE + ANY_SHARE)
    slips = anyhow | (tenth < np.uint64(ANY_SHARE))
    any_: Whole = (chance % count.astype(np.uint64)).astype(np.int64)
    return np.where(slips, any_, worth.argmax(axis=0))
