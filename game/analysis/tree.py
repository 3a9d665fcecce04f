"""The whole tree below some positions, every line on offer said in every position: exact values and counts.

Depth-first over blocks: positions that have the same lines on offer are played together, one line for the
whole block; finished plays leave it and hand their score upwards. Merging equal positions would gain nothing
(59,049 of 59,049 were distinct).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.analysis.frontier import Bundle, Frontier, joined, weight
from game.analysis.ledger import Ledger
from game.analysis.points import POINT, Whole
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State
from game.engine.traits import Ints

BLOCK_BYTES = 8_000_000
"""Memory of the states of one block; four or five of them are held while it is played."""

WAITING_BLOCKS = 4
"""Blocks that may wait before the latest positions go first."""

WORTHWHILE = 1_000
"""Positions that are worth a call of their own with one line for all; fewer are said together."""

Watch = Callable[[State, Ints], None]
"""Is shown positions as they are reached, each once, with their marks as things stand."""


@dataclass(frozen=True, slots=True)
class Solution:
    """Exact values of n positions."""

    steady: Whole  # (n,) thousandths of a point
    ceiling: Whole  # (n,) best score attainable
    said: tuple[Ints, ...]  # of each position the turns (line,) of a play that reaches its ceiling
    positions: int  # looked at, the n included


class Tree:
    """Solves positions of one scenario."""

    def __init__(self, rules: Rules, watch: Watch | None = None) -> None:
        """Prepare.

        Args:
            rules: of the scenario.
            watch: is shown every position.
        """
        self._rules, self._marks, self._watch = rules, Marks(rules), watch

    def solved(self, state: State) -> Solution:
        """Exact values of positions of any customers; the time it takes is that of the whole tree."""
        return _Walk(self._rules, self._marks, self._watch, state).solution()


class _Walk:
    """One solution in the making."""

    def __init__(self, rules: Rules, marks: Marks, watch: Watch | None, state: State) -> None:
        self._rules, self._marks, self._watch = rules, marks, watch
        self._ledger = Ledger(state.plays)
        block = max(256, BLOCK_BYTES // weight(state))
        self._frontier = Frontier(block, WAITING_BLOCKS * block)
        self._best = np.full(state.plays, OPEN, np.int64)
        self._said: list[Ints] = [state.said[:, row] for row in range(state.plays)]
        self._positions = 0
        roots = np.arange(state.plays)
        self._reached(Bundle(state, roots, roots))

    def solution(self) -> Solution:
        """Play until nobody waits."""
        while bundles := list(self._frontier.next()):
            few: list[tuple[tuple[int, ...], Bundle]] = []
            for lines, bundle in bundles:
                if bundle.size >= WORTHWHILE:
                    self._said_by_all(lines, bundle)
                else:
                    few.append((lines, bundle))
            if few:
                self._said_by_each(few)
        return Solution(self._ledger.steady(), self._ledger.ceilings(), tuple(self._said), self._positions)

    def _said_by_all(self, lines: Sequence[int], bundle: Bundle) -> None:
        """Every line in every position, one line at a time."""
        count = np.full(bundle.size, len(lines), np.int64)
        places = self._ledger.opened(bundle.parents, count)
        for line in lines:
            after = self._rules.advance(bundle.state, line).state
            self._reached(Bundle(after, places, bundle.roots))

    def _said_by_each(self, few: list[tuple[tuple[int, ...], Bundle]]) -> None:
        """Every line in every position, all at once."""
        bundle = joined([bundle for _, bundle in few])
        sizes = [part.size for _, part in few]
        count = np.repeat([len(lines) for lines, _ in few], sizes)
        places = self._ledger.opened(bundle.parents, count.astype(np.int64))
        said = np.concatenate([np.tile(lines, part.size) for lines, part in few]).astype(np.int32)
        row = np.repeat(np.arange(bundle.size), count)
        after = self._rules.advance(bundle.state.only(row), said).state
        self._reached(Bundle(after, places[row], bundle.roots[row]))

    def _reached(self, bundle: Bundle) -> None:
        """Positions after a line: those that are over hand up their score, the others wait."""
        state = bundle.state
        self._positions += bundle.size
        over = state.close != OPEN
        ended = np.flatnonzero(over)
        if len(ended) or self._watch:
            score = self._marks.total(state)
            if self._watch:
                self._watch(state, score)
            marks = score[ended].astype(np.int64)
            self._ledger.settle(bundle.parents[ended], marks * POINT, marks)
            self._noted(state, ended, bundle.roots[ended], marks)
        if len(ended) == bundle.size:
            return
        self._frontier.add(bundle, self._rules.course.choices(state), np.flatnonzero(~over))

    def _noted(self, state: State, ended: Whole, roots: Whole, marks: Whole) -> None:
        """Keep the best play of every root."""
        better = np.flatnonzero(marks > self._best[roots])
        for root in np.unique(roots[better]):
            mine = better[roots[better] == root]
            at = mine[np.argmax(marks[mine])]
            self._best[root] = marks[at]
            self._said[root] = state.said[:, ended[at]].copy()
