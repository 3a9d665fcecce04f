"""Finds free places for the labels of a chart: clear of one another, and of the curves where it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from game.telling.charts import Place, Room

_STEPS = 60
"""Places looked at along each curve."""

MOST_HIDDEN = 9
"""A label that would hide more of these places is left out."""

ROWS = (1.0, -1.0, 1.9, -1.9, 2.8, -2.8)
"""How far from its point a label may stand, in heights of a line."""

Box = tuple[float, float, float, float]
"""Left, low, width, height as shares of the chart's room."""


class Clearing:
    """The free room of one chart; every label placed takes some of it."""

    def __init__(
        self,
        room: Room,
        size: float,
        curves: Sequence[Sequence[float]],
        drawn: float = 1.0,
        spots: Sequence[Place] = (),
    ) -> None:
        """An empty chart whose lowest row is kept for the names of the bands.

        Args:
            room: how large the chart will be.
            size: of the labels, pixels of the guide.
            curves: heights of each curve at evenly spaced turns.
            drawn: the share of the width over which the curves run.
            spots: further places that labels should not hide.
        """
        self._room, self._size = room, size
        self._spots = np.array([*spots, *_along(curves, drawn)], float).reshape(-1, 2)
        self._tall = room.tall(size * room.text * 1.35)
        self._taken: list[Box] = [(0, 0, 1, room.tall(size * room.text * 1.5))]

    def place(
        self,
        words: str,
        x: float,
        y: float,
        rows_off: Sequence[float] = ROWS,
        most_hidden: int = MOST_HIDDEN,
        own: Sequence[Place] = (),
    ) -> Place | None:
        """The middle of a label that belongs to a point of a curve; None where no place is free.

        Of the free places around the point the one that hides least of the curves is taken, the nearest
        first.

        Args:
            words: the label.
            x: of the point, a share of the width.
            y: of the point, a share of the height.
            rows_off: how many heights of a line above (or, below 0, beneath) the point may be looked at.
            most_hidden: places of curves that the label may hide at most.
            own: places that the label may hide as it likes: those of the curve on which it stands. Such a
                label may reach half its height over the edge.
        """
        return self.first(words, [(x, y)], rows_off, most_hidden, own)

    def first(
        self,
        words: str,
        points: Sequence[Place],
        rows_off: Sequence[float] = ROWS,
        most_hidden: int = MOST_HIDDEN,
        own: Sequence[Place] = (),
    ) -> Place | None:
        """The same for the first of several points where a place is free."""
        wide, tall = self._room.breadth(words, self._size) + 0.016, self._tall
        under = np.array(own, float).reshape(-1, 2)
        for x, y in points:
            best: tuple[int, Box] | None = None
            for rows in rows_off:
                for start in (x - wide / 2, x - wide - 0.01, x + 0.01):
                    box = (min(max(start, 0.0), max(1 - wide, 0.0)), y + rows * tall - tall / 2, wide, tall)
                    top = 1 + tall / 2 if own else 1.0
                    if box[1] < 0 or box[1] + tall > top or any(_meet(box, other) for other in self._taken):
                        continue
                    hidden = _hidden(box, self._spots) - _hidden(box, under)
                    if hidden <= most_hidden and (best is None or hidden < best[0]):
                        best = (hidden, box)
            if best is not None:
                self._taken.append(best[1])
                left, low = best[1][:2]
                return left + wide / 2, low + tall / 2
        return None


def _along(curves: Sequence[Sequence[float]], drawn: float) -> Iterator[Place]:
    """Places along curves of evenly spaced heights."""
    for heights in curves:
        turns = len(heights) - 1
        for step in range(_STEPS + 1):
            at = step / _STEPS * turns
            place = min(int(at), turns - 1)
            yield drawn * at / turns, heights[place] + (heights[place + 1] - heights[place]) * (at - place)


def _hidden(box: Box, spots: NDArray[np.float64]) -> int:
    """How many of some places lie beneath a box."""
    if not spots.size:
        return 0
    x, y = spots[:, 0], spots[:, 1]
    beneath = (x >= box[0]) & (x <= box[0] + box[2]) & (y >= box[1]) & (y <= box[1] + box[3])
    return int(np.count_nonzero(beneath))


def _meet(one: Box, other: Box) -> bool:
    """Whether two boxes share a place."""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
