"""Positions that wait for their lines to be said, in bundles that have the same lines on offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from game.analysis.points import Whole
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints

Key = tuple[int, ...]
"""Turn, customer and the lines on offer, -1 for none."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Positions with the places of their parents in the ledger and the roots they descend from."""

    state: State
    parents: Whole  # (position,)
    roots: Whole  # (position,)

    @property
    def size(self) -> int:
        """How many positions."""
        return self.state.plays

    def only(self, rows: Whole) -> Bundle:
        """The positions of an index array."""
        return Bundle(self.state.only(rows), self.parents[rows], self.roots[rows])


def joined(bundles: list[Bundle]) -> Bundle:
    """Several bundles as one."""
    if len(bundles) == 1:
        return bundles[0]
    return Bundle(
        together([bundle.state for bundle in bundles]),
        np.concatenate([bundle.parents for bundle in bundles]),
        np.concatenate([bundle.roots for bundle in bundles]),
    )


def weight(state: State) -> int:
    """Bytes that one position takes."""
    held = sum(int(getattr(state, f.name).nbytes) for f in fields(State))
    return held // max(state.plays, 1)


class Frontier:
    """Bundles by turn, customer and lines on offer.

    Memory stays bounded whatever the size of the tree: while more than `room` positions wait, the latest are
    taken first (depth-first), which end soonest; below that the fullest bundles, and then the earliest ones,
    so that blocks are long.
    """

    def __init__(self, block: int, room: int) -> None:
        """Begin empty.

        Args:
            block: positions to hand out at a time at most; a bundle of half as many counts as full.
            room: positions that may wait before the latest go first.
        """
        self._block, self._room = block, room
        self._waiting: dict[Key, list[Bundle]] = {}
        self._sizes: dict[Key, int] = {}
        self.size = 0

    def add(self, bundle: Bundle, offered: Ints, going: Whole) -> None:
        """Let positions wait.

        Args:
            bundle: positions.
            offered: (4, position) lines on offer.
            going: rows of those that are not over; only they wait.
        """
        columns = np.concatenate([bundle.state.turn[None], bundle.state.customer[None], offered])[:, going]
        code = np.zeros(len(going), np.int64)
        for row in columns:
            code = code * (int(row.max()) + 2) + row + 1
        order = np.argsort(code, kind="stable")
        cuts = np.flatnonzero(np.diff(code[order])) + 1
        for first, last in zip([0, *cuts], [*cuts, len(order)], strict=True):
            key = tuple(int(value) for value in columns[:, order[first]])
            self._waiting.setdefault(key, []).append(bundle.only(going[order[first:last]]))
            self._sizes[key] = self._sizes.get(key, 0) + int(last - first)
        self.size += len(going)

    def next(self) -> Iterator[tuple[tuple[int, ...], Bundle]]:
        """Some bundles of one turn to be said next, each with its lines on offer; none when nobody waits."""
        if not self.size:
            return
        full = [key for key, size in self._sizes.items() if 2 * size >= self._block]
        if full and self.size <= self._room:
            yield self._taken(max(full))
            return
        turns = {key[0] for key in self._sizes}
        turn = max(turns) if self.size > self._room else min(turns)
        taken = 0
        for key in [key for key in self._sizes if key[0] == turn]:
            lines, bundle = self._taken(key)
            taken += bundle.size
            yield lines, bundle
            if taken >= self._block:
                return

    def _taken(self, key: Key) -> tuple[tuple[int, ...], Bundle]:
        """Up to a block of the positions of one key, the last ones that came."""
        bundles, count = self._waiting[key], 0
        chosen: list[Bundle] = []
        while bundles and (not chosen or count + bundles[-1].size <= self._block):
            chosen.append(bundles.pop())
            count += chosen[-1].size
        if bundles:
            self._sizes[key] -= count
        else:
            del self._waiting[key], self._sizes[key]
        self.size -= count
        return tuple(line for line in key[2:] if line != OPEN), joined(chosen)
