"""Positions that wait for their lines to be said, in piles that stand at the same beat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.folding import Folded
from game.engine.course import distinct
from game.engine.traits import Ints, Places

Key = tuple[int, int]
"""The beat and the customer."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Positions with the places of their parents in the ledger and the roots they descend from."""

    positions: Folded
    offered: Ints  # (4, position) lines on offer in 16 bits, -1 for none
    parents: Places  # (position,)
    roots: Ints  # (position,)

    @property
    def size(self) -> int:
        """How many positions."""
        return len(self.parents)

    def only(self, rows: Places) -> Bundle:
        """The positions of an index array."""
        return Bundle(self.positions.only(rows), self.offered[:, rows], self.parents[rows], self.roots[rows])

    def parted(self, count: int) -> tuple[Bundle, Bundle]:
        """All but the last `count` positions, and those."""
        left, right = self.positions.parted(count)
        return (
            Bundle(left, self.offered[:, :-count], self.parents[:-count], self.roots[:-count]),
            Bundle(right, self.offered[:, -count:], self.parents[-count:], self.roots[-count:]),
        )

    @staticmethod
    def abreast(bundles: list[Bundle]) -> tuple[Ints, Places, Ints]:
        """What is on offer, parents and roots of several bundles in a row."""
        return (
            np.concatenate([bundle.offered for bundle in bundles], axis=1),
            np.concatenate([bundle.parents for bundle in bundles]),
            np.concatenate([bundle.roots for bundle in bundles]),
        )


class Frontier:
    """Piles by beat and customer, whatever turn it is.

    Full piles are said first, of these the one at the latest beat, whose positions end soonest; while there
    is none the earliest go on, so that later piles fill and blocks are long. When more than `room` positions
    wait the fullest pile goes first, and far beyond that the latest one (depth-first): so memory stays
    bounded whatever the size of the tree.
    """

    def __init__(self, block: int, room: int) -> None:
        """Begin empty.

        Args:
            block: positions to hand out at a time at most.
            room: positions that may wait before the fullest pile goes first, twice as many before the latest.
        """
        self._block, self._room = block, room
        self._waiting: dict[Key, list[Bundle]] = {}
        self._sizes: dict[Key, int] = {}
        self.size = 0

    def add(self, bundle: Bundle, beat: Ints, customer: Ints, going: Places) -> None:
        """Let positions wait.

        Args:
            bundle: positions.
            beat: (position,) where they stand.
            customer: (position,).
            going: rows of those that are not over; only they wait.
        """
        most = int(customer.max()) + 1
        code = (beat.astype(np.int64) * most + customer)[going]
        for each in distinct(code):
            rows = going[code == each]
            key = divmod(each, most)
            mine = bundle if len(rows) == bundle.size else bundle.only(rows)
            self._waiting.setdefault(key, []).append(mine)
            self._sizes[key] = self._sizes.get(key, 0) + len(rows)
        self.size += len(going)

    def next(self) -> list[list[Bundle]]:
        """Some piles to be said next; none when nobody waits."""
        piles: list[list[Bundle]] = []
        taken = 0
        while self._sizes and taken < self._block // 4:
            piles.append(self._taken(self._first()))
            taken += sum(bundle.size for bundle in piles[-1])
        return piles

    def _first(self) -> Key:
        """The pile that goes first."""
        if self.size > 2 * self._room:
            return max(self._sizes)
        full = [key for key, size in self._sizes.items() if size >= self._block]
        if full:
            return max(full)
        if self.size > self._room:
            return max(self._sizes, key=lambda key: (self._sizes[key], key))
        return min(self._sizes)

    def _taken(self, key: Key) -> list[Bundle]:
        """Up to a block of the positions of one key, the last ones that came; less where many wait."""
        waiting, count = self._waiting[key], 0
        block = min(self._block, max(self._block // 4, self._block * self._room // self.size))
        chosen: list[Bundle] = []
        while waiting and count < block:
            last, room = waiting.pop(), block - count
            if last.size > room:
                left, last = last.parted(room)
                waiting.append(left)
            chosen.append(last)
            count += last.size
        if waiting:
            self._sizes[key] -= count
        else:
            del self._waiting[key], self._sizes[key]
        self.size -= count
        return chosen
