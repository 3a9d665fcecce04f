"""The likely part of a tree: what a trembling hand will probably come to, looked at line by line.

Turn by turn the positions are kept that the hand reaches most probably, so many from each root; what they
lead to is valued by the outlook, and backed up by the rule of steady values. Where a line proves better than
the outlook had thought, the hand takes it; so the tree corrects the outlook where it matters. The positions
at which it was cut are its leaves: samples of what came of them are drawn by how probably they are reached.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.branching import branches
from game.analysis.outlook import Outlook
from game.analysis.points import ANY_SHARE, BEST_SHARE, POINT, Whole, backed_up
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints

Shares = NDArray[np.float64]
"""How probably positions are reached, 0..1; only sums and products of single numbers, alike everywhere."""

NOBODY = -1
LOWEST = np.iinfo(np.int64).min // 4

NEAR = 20 * POINT
"""Lines that promise so little less than the best one may prove as good and are looked at nearly as much."""


@dataclass(slots=True)
class Level:
    """All positions of the tree so many lines after its roots.

    `children` are places in the next level of what the lines on offer lead to, (4, expanded), -1 for none;
    `expanded` are the places of the positions that they belong to.
    """

    root: Whole
    parent: Whole  # place in the level before
    line: Ints  # that was said there
    value: Whole  # thousandths of a point
    over: NDArray[np.bool_]
    expanded: Whole
    children: Whole


@dataclass(frozen=True, slots=True)
class Leaves:
    """Leaves drawn from a tree, the same number for each root, root by root."""

    state: State
    promise: Whole  # what the outlook promised there
    mass: Shares  # (root,) how probably any leaf is reached rather than an end


class LikelyTree:
    """The likely part of the trees below some positions."""

    def __init__(self, outlook: Outlook, state: State, width: int) -> None:
        """Grow it.

        Args:
            outlook: values what was not looked at.
            state: positions that are not over.
            width: positions that are looked at from each root and turn.
        """
        self._outlook, self._roots, self._width = outlook, state, width
        self.positions = 0
        count = state.plays
        none = np.full(count, NOBODY, np.int64)
        self.levels = [
            Level(
                np.arange(count),
                none,
                none.astype(np.int32),
                outlook.of(state),
                np.zeros(count, bool),
                np.empty(0, np.int64),
                np.empty((4, 0), np.int64),
            )
        ]
        share, open_ = np.ones(count), np.arange(count)
        while len(open_):
            state, share, open_ = self._grown(state, share, open_)
        self._back_up()

    def values(self) -> Whole:
        """Of the roots, thousandths of a point, by the outlook at the leaves."""
        return self.levels[0].value

    def _grown(self, state: State, share: Shares, open_: Whole) -> tuple[State, Shares, Whole]:
        """One more level; what of it may be expanded next, how likely it is, and its places."""
        level = self.levels[-1]
        offered = self._outlook.rules.course.choices(state)
        worth = np.full(offered.shape, LOWEST, np.int64)
        kept, slots, rows, values = [], [], [], []
        for branch in branches(self._outlook.rules, state, offered):
            value = self._outlook.of(branch.state)
            worth[branch.slots, branch.rows] = value
            kept.append(branch.state)
            slots.append(branch.slots)
            rows.append(branch.rows)
            values.append(value)
        slot, row = np.concatenate(slots), np.concatenate(rows)
        # In an order that does not depend on how the lines were said together.
        order = np.lexsort((slot, row))
        slot, row, value = slot[order], row[order], np.concatenate(values)[order]
        self.positions += len(row)
        place = np.full(offered.shape, NOBODY, np.int64)
        place[slot, row] = np.arange(len(row))
        level.expanded, level.children = open_, place
        after = together(kept)
        over = after.close[order] != OPEN
        self.levels.append(
            Level(
                level.root[open_][row],
                open_[row],
                offered[slot, row],
                value,
                over,
                np.empty(0, np.int64),
                np.empty((4, 0), np.int64),
            )
        )
        likely = share[row] * _explored(worth)[slot, row]
        going = np.flatnonzero(~over)
        best = going[_foremost(self.levels[-1].root[going], likely[going], self._width)]
        return after.only(order[best]), likely[best], best

    def _back_up(self) -> None:
        """From the last level to the roots."""
        for level, below in zip(reversed(self.levels[:-1]), reversed(self.levels[1:]), strict=True):
            here = level.children != NOBODY
            worth = np.where(here, below.value[level.children], LOWEST)
            total = np.where(here, worth, 0).sum(axis=0)
            level.value[level.expanded] = backed_up(worth.max(axis=0), total, here.sum(axis=0))

    def leaves(self, count: int) -> Leaves:
        """So many leaves of each root, repeated and spread evenly by how probably they are reached."""
        root, share, depth, place = self._leaves()
        roots = self._roots.plays
        order = np.argsort(root, kind="stable")
        root, share, depth, place = root[order], share[order], depth[order], place[order]
        mass = np.zeros(roots)
        drawn = np.zeros((roots, count), np.int64)
        ends = np.searchsorted(root, np.arange(roots + 1))
        for one in range(roots):
            mine = slice(ends[one], ends[one + 1])
            steps = np.cumsum(share[mine])
            if len(steps):
                mass[one] = steps[-1]
                at = np.searchsorted(steps, (np.arange(count) + 0.5) / count * mass[one])
                drawn[one] = ends[one] + np.minimum(at, len(steps) - 1)
        some = np.repeat(mass > 0, count)
        chosen = drawn.reshape(-1)[some]
        root, depth, place = root[chosen], depth[chosen], place[chosen]
        promise = np.zeros(len(root), np.int64)
        for at, level in enumerate(self.levels):
            promise[depth == at] = level.value[place[depth == at]]
        return Leaves(self._replayed(root, depth, place), promise, mass)

    def _leaves(self) -> tuple[Whole, Shares, Whole, Whole]:
        """Every leaf: its root, how probably it is reached, its level and its place there."""
        roots, shares, depths, places = [], [], [], []
        going = np.ones(self._roots.plays)
        for depth, level in enumerate(self.levels):
            leaf = ~level.over
            leaf[level.expanded] = False
            at = np.flatnonzero(leaf)
            roots.append(level.root[at])
            shares.append(going[at])
            depths.append(np.full(len(at), depth))
            places.append(at)
            if depth + 1 < len(self.levels):
                below = self.levels[depth + 1]
                here = level.children != NOBODY
                worth = np.where(here, below.value[level.children], LOWEST)
                down = np.zeros(len(below.value))
                down[level.children[here]] = (going[level.expanded] * _followed(worth))[here]
                going = down
        return (
            np.concatenate(roots),
            np.concatenate(shares),
            np.concatenate(depths),
            np.concatenate(places),
        )

    def _replayed(self, root: Whole, depth: Whole, place: Whole) -> State:
        """The states of positions of the tree, by saying the lines that lead to them."""
        lines = np.full((len(self.levels), len(root)), OPEN, np.int32)
        for at in range(len(self.levels) - 1, 0, -1):
            here = depth >= at
            level = self.levels[at]
            lines[at, here] = level.line[place[here]]
            place = np.where(here, level.parent[np.where(here, place, 0)], place)
        rows, done, parts = np.arange(len(root)), [], []
        state = self._roots.only(root)
        for at in range(1, len(self.levels) + 1):
            arrived = depth[rows] < at
            if arrived.any():
                done.append(rows[arrived])
                parts.append(state.only(np.flatnonzero(arrived)))
                left = np.flatnonzero(~arrived)
                rows, state = rows[left], state.only(left)
            if not len(rows):
                break
            state = self._outlook.rules.advance(state, lines[at, rows]).state
        return together(parts).only(np.argsort(np.concatenate(done), kind="stable")) if parts else state


def _explored(worth: Whole) -> Shares:
    """How much of a position's share is looked at behind each line, (4, position)."""
    here = worth != LOWEST
    behind = np.where(here, worth.max(axis=0) - worth, 0) / NEAR
    liking = np.where(here, 1 / (1 + behind * behind), 0.0)
    liking = liking / (liking[0] + liking[1] + liking[2] + liking[3])
    looked: Shares = (BEST_SHARE * liking + ANY_SHARE * here / here.sum(axis=0)) / (BEST_SHARE + ANY_SHARE)
    return looked


def _followed(worth: Whole) -> Shares:
    """How probably the trembling hand says each line, (4, position)."""
    here = worth != LOWEST
    best = np.arange(len(worth))[:, None] == worth.argmax(axis=0)
    said: Shares = (BEST_SHARE * best + ANY_SHARE * here / here.sum(axis=0)) / (BEST_SHARE + ANY_SHARE)
    return said


def _foremost(roots: Whole, share: Shares, width: int) -> Whole:
    """The `width` most probable positions of every root."""
    order = np.lexsort((-share, roots))
    rank = np.arange(len(order)) - np.searchsorted(roots[order], roots[order], side="left")
    chosen: Whole = order[rank < width]
    return chosen
