"""Painted places, kept: a place is painted once for a size and a light, whoever shows it."""

from __future__ import annotations

from collections import OrderedDict

import pygame

from game.desk.art.backdrop import Backdrop
from game.desk.art.place import TALK, time_of_day
from game.desk.layout import GUIDE_HEIGHT, GUIDE_WIDTH

KEPT = 4
"""Places kept; each is a picture as large as the window."""

SMALL_KEPT = 24
"""Small pictures kept."""


class Backdrops:
    """Finds or paints the scenery of a screen."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Backdrop] = OrderedDict()
        self._small: OrderedDict[tuple[str, str, tuple[int, int]], pygame.Surface] = OrderedDict()

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

    def has(self, place: str, seconds: int) -> bool:
        """Whether a place has been painted."""
        return (place, time_of_day(seconds)) in self._kept

    def small(self, place: str, seconds: int, size: tuple[int, int]) -> pygame.Surface:
        """The place as a small picture: its scenery without the quiet wall."""
        key = (place, time_of_day(seconds), size)
        if key not in self._small:
            height = round(size[0] * GUIDE_HEIGHT / (GUIDE_WIDTH - TALK))
            whole = pygame.Surface((round(height * GUIDE_WIDTH / GUIDE_HEIGHT), height))
            Backdrop(place, whole.get_size(), key[1], seconds).draw(whole)
            top = min(max(0, height - size[1]), round(height * 0.22))
            self._small[key] = whole.subsurface((0, top, size[0], size[1])).copy()
            while len(self._small) > SMALL_KEPT:
                self._small.popitem(last=False)
        return self._small[key]
