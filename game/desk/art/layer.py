"""The three layers of a portrait as kept pictures, and where each one lies."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import pygame

from game.desk.art.build import MIDDLE
from game.desk.art.figure import BOXES, HEIGHT, PIVOT_Y
from game.desk.art.raster import raster

Key = tuple[object, ...]
LEAN_SCALE = 0.045
"""How much larger a person is who leans all the way forward."""


def lean_scale(lean: float) -> float:
    """Size of somebody who leans so far (-1..1)."""
    return 1 + LEAN_SCALE * lean


def pivot(lean: float) -> tuple[float, float]:
    """Where the foot of the neck is at this lean, in box units."""
    scale = lean_scale(lean)
    return MIDDLE, HEIGHT + (PIVOT_Y - HEIGHT) * scale + 10 * max(0.0, lean)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A layer's picture and the lean it was drawn for."""

    key: Key
    lean: float
    surface: pygame.Surface


class Layer:
    """One layer: its pictures by key, the last used ones kept.

    Args:
        name: head, body or arms.
        keep: how many pictures are kept.
    """

    def __init__(self, name: str, keep: int) -> None:
        self.name = name
        self.shown: Drawn | None = None
        self.waiting = 0  # frames since it last showed what it should
        self._keep = keep
        self._kept: OrderedDict[Key, Drawn] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Forget every picture."""
        self._kept.clear()
        self.shown = None

    def want(self, key: Key) -> bool:
        """Show the picture of this key if it is kept; otherwise say that it must be drawn."""
        if self.shown is not None and self.shown.key == key:
            self.waiting = 0
            return True
        kept = self._kept.get(key)
        if kept is None:
            self.waiting += 1
            return False
        self._kept.move_to_end(key)
        self.shown, self.waiting = kept, 0
        return True

    def draw(self, key: Key, lean: float, unit: float, svg: str) -> None:
        """Raster the picture of this key and show it; `unit` is pixels per box unit."""
        _, _, width, height = BOXES[self.name]
        scale = unit * lean_scale(lean)
        drawn = Drawn(key, lean, raster(svg, (round(width * scale), round(height * scale))))
        self._kept[key] = drawn
        while len(self._kept) > self._keep:
            self._kept.popitem(last=False)
        self.shown, self.waiting = drawn, 0

    def place(self, foot: tuple[float, float], unit: float) -> tuple[float, float]:
        """Top left corner in pixels, when the foot of the neck is at `foot` (box units)."""
        assert self.shown is not None
        x, y, _, _ = BOXES[self.name]
        scale = lean_scale(self.shown.lean)
        return (foot[0] + (x - MIDDLE) * scale) * unit, (foot[1] + (y - PIVOT_Y) * scale) * unit
