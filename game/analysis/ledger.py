"""The open positions of a tree being solved: values come in from below, in any order, and are backed up."""

from __future__ import annotations

import numpy as np

from game.analysis.points import Whole, backed_up
from game.engine.traits import Places

NOWHERE = -1
"""The parent of a root."""

_LOWEST = np.iinfo(np.int32).min


class Ledger:
    """Positions whose lines have been said but whose values are not all known yet.

    A position takes a place when its lines are said and gives it back when the last of them has its value;
    so the ledger is as long as the tree is open at one time, not as long as the tree.
    """

    def __init__(self, roots: int) -> None:
        """Open one place 0..roots-1 for each root, which takes the value of the root and keeps it."""
        size = max(1_024, roots)
        self._parent = np.full(size, NOWHERE, np.int32)
        self._count = np.ones(size, np.int32)  # lines on offer
        self._left = np.ones(size, np.int32)  # lines without a value
        self._best = np.full(size, _LOWEST, np.int32)
        self._total = np.zeros(size, np.int32)  # thousandths of at most four lines: no more than 4 million
        self._ceiling = np.full(size, NOWHERE, np.int32)
        self._free = np.arange(size - 1, roots - 1, -1, dtype=np.int32)  # the last is taken first
        self._roots = roots

    def steady(self) -> Whole:
        """The steady values of the roots, in thousandths, (root,)."""
        return self._best[: self._roots].astype(np.int64)

    def ceilings(self) -> Whole:
        """The best scores attainable from the roots, (root,)."""
        return self._ceiling[: self._roots].astype(np.int64)

    def opened(self, parents: Places, counts: Places) -> Places:
        """Places for positions with so many lines on offer, each below its parent, (position,)."""
        while len(self._free) < len(parents):
            self._grow()
        places = self._free[len(self._free) - len(parents) :]
        self._free = self._free[: len(self._free) - len(parents)]
        self._parent[places], self._count[places], self._left[places] = parents, counts, counts
        self._best[places], self._total[places], self._ceiling[places] = _LOWEST, 0, NOWHERE
        return places

    def settle(self, places: Places, steady: Whole, ceiling: Whole) -> None:
        """Take the values of lines said at `places` (a place may come several times), and back up."""
        while len(places):
            np.maximum.at(self._best, places, steady.astype(np.int32))
            np.add.at(self._total, places, steady.astype(np.int32))
            np.maximum.at(self._ceiling, places, ceiling.astype(np.int32))
            np.subtract.at(self._left, places, np.int32(1))
            whole = self._once(places[self._left[places] == 0])
            whole = whole[self._parent[whole] != NOWHERE]
            places = self._parent[whole]
            best, total, count = (
                row[whole].astype(np.int64) for row in (self._best, self._total, self._count)
            )
            steady, ceiling = backed_up(best, total, count), self._ceiling[whole]
            self._free = np.concatenate([self._free, whole])

    def _once(self, places: Places) -> Places:
        """Places with nothing left to wait for, each once: every one keeps the last of its own numbers."""
        numbers = np.arange(len(places), dtype=np.int32)
        self._left[places] = numbers
        once: Places = places[self._left[places] == numbers]
        self._left[once] = 0
        return once

    def _grow(self) -> None:
        """Half as many places again."""
        size = len(self._parent)
        more = size // 2
        for name in ("_parent", "_count", "_left", "_best", "_total", "_ceiling"):
            row = getattr(self, name)
            setattr(self, name, np.concatenate([row, row[:more]]))
        self._free = np.concatenate([np.arange(size + more - 1, size - 1, -1, dtype=np.int32), self._free])
