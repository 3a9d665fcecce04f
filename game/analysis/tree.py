"""The whole tree below some positions, every line on offer said in every position: exact values and counts.

Depth-first over blocks: positions that stand at the same beat are played together, one line at a time for
all that have it on offer; finished plays leave and hand their score upwards. Merging equal positions would
gain nothing (59,049 of 59,049 were distinct).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.analysis.folding import Folding, picked
from game.analysis.frontier import Bundle, Frontier
from game.analysis.ledger import Ledger
from game.analysis.points import POINT, Whole
from game.engine.course import distinct
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import BRIEF, OPEN, State
from game.engine.traits import Ints, Places

BLOCK = 12_288
"""Positions that are said together at most; two or three times their states are held while that is done."""

ROOM = 80_000
"""Positions that may wait before fullness counts for more than order, see `Frontier`."""

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
        self._ledger, self._folding = Ledger(state.plays), Folding(rules, state)
        self._frontier = Frontier(BLOCK, ROOM)
        self._best = np.full(state.plays, OPEN, np.int64)
        self._plays: list[Ints] = [state.said[:, row] for row in range(state.plays)]
        self._positions = 0
        roots = np.arange(state.plays, dtype=np.int32)
        for first in range(0, state.plays, BLOCK):
            some = slice(first, first + BLOCK)
            self._reached(state.only(some), roots[some], roots[some])

    def solution(self) -> Solution:
        """Play until nobody waits."""
        while piles := self._frontier.next():
            small: list[Bundle] = []
            for pile in piles:
                if sum(bundle.size for bundle in pile) >= WORTHWHILE:
                    self._said(pile)
                else:
                    small += pile
            if small:
                self._said(small)
        return Solution(self._ledger.steady(), self._ledger.ceilings(), tuple(self._plays), self._positions)

    def _said(self, bundles: list[Bundle]) -> None:
        """Every line on offer in every position: one line at a time where many have it, the rest at once."""
        offered, parents, roots = Bundle.abreast(bundles)
        blocks = [bundle.positions for bundle in bundles]
        state = self._folding.unfolded(blocks)
        places = self._ledger.opened(parents, (offered != OPEN).sum(axis=0, dtype=np.int32))
        few: list[Places] = []
        for line in distinct(offered[offered != OPEN]):
            rows = np.flatnonzero((offered == line).any(axis=0))
            if len(rows) < WORTHWHILE:
                few.append(np.stack([rows, np.full(len(rows), line)]))
            elif len(rows) == state.plays:
                self._reached(self._rules.advance(state, line).state, places, roots)
            else:
                some = self._folding.unfolded(picked(blocks, rows))
                self._reached(self._rules.advance(some, line).state, places[rows], roots[rows])
        if few:
            rows, lines = np.concatenate(few, axis=1)
            after = self._rules.advance(state.only(rows), lines.astype(np.int32)).state
            self._reached(after, places[rows], roots[rows])

    def _reached(self, state: State, parents: Places, roots: Ints) -> None:
        """Positions after a line: those that are over hand up their score, the others wait."""
        self._positions += state.plays
        over = state.close != OPEN
        ended = np.flatnonzero(over)
        if len(ended) or self._watch:
            score = self._marks.total(state)
            if self._watch:
                self._watch(state, score)
            marks = score[ended].astype(np.int64)
            self._ledger.settle(parents[ended], marks * POINT, marks)
            self._noted(state, ended, roots[ended], marks)
        going = np.flatnonzero(~over)
        if not len(going):
            return
        offered: Ints = self._rules.course.choices(state).astype(BRIEF)
        beat, customer = state.beat, state.customer
        if 2 * len(ended) > state.plays:
            bundle = Bundle(
                self._folding.folded(state, going), offered[:, going], parents[going], roots[going]
            )
            beat, customer, going = beat[going], customer[going], np.arange(len(going))
        else:
            bundle = Bundle(self._folding.folded(state), offered, parents, roots)
        self._frontier.add(bundle, beat, customer, going)

    def _noted(self, state: State, ended: Whole, roots: Ints, marks: Whole) -> None:
        """Keep the best play of every root."""
        better = np.flatnonzero(marks > self._best[roots])
        for root in np.unique(roots[better]):
            mine = better[roots[better] == root]
            at = mine[np.argmax(marks[mine])]
            self._best[root] = marks[at]
            self._plays[root] = state.said[:, ended[at]].copy()
