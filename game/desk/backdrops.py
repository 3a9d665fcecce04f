"""Painted places, kept: a place is painted once for a size and a light, whoever shows it."""

from __future__ import annotations

from collections import OrderedDict

from game.desk.art.backdrop import Backdrop
from game.desk.art.place import time_of_day

KEPT = 4
"""Places kept; each is a picture as large as the window."""


class Backdrops:
    """Finds or paints the scenery of a screen."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Backdrop] = OrderedDict()

    def show(self, place: str, seconds: int, size: tuple[int, int]) -> Backdrop:
        """The place at a story time, fitting a window.

        Args:
            place: a word of `looks.PLACES`.
            seconds: after midnight; the clock on the wall says it, and the light follows.
            size: of the window, in pixels.
        """
        key = (place, time_of_day(seconds))
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            self._kept[key] = Backdrop(place, size, key[1], seconds)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        backdrop = self._kept[key]
        backdrop.resize(size)
        backdrop.tell(seconds)
        return backdrop
