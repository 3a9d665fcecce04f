"""Charts as marks: lines, bars, areas, dots and labels, before anybody paints them.

Places are shares of the chart's room: x from 0 at the left to 1 at the right, y from 0 at the bottom to 1 at
the top. Sizes of letters, strokes and dots are pixels of the guide (a window of 1280x720). Tones are names
from `tones`. A painter turns marks into a picture; every chart says in words what it shows as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = tuple[float, float]
Anchor = Literal["left", "centre", "right"]
Dash = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class Line:
    """A stroke through several places."""

    points: tuple[Place, ...]
    tone: str
    width: float = 1.4
    dash: Dash = "solid"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """A filled outline."""

    points: tuple[Place, ...]
    tone: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; `x`, `y` is its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    tone: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle with a rim in the colour of the ground, so that it stands out from lines."""

    x: float
    y: float
    radius: float
    tone: str


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text whose middle stands `lift` pixels above the place.

    `plate` draws it on a small ground of its own, where lines may run beneath it.
    """

    x: float
    y: float
    text: str
    tone: str = "ink"
    size: float = 15
    anchor: Anchor = "left"
    bold: bool = False
    lift: float = 0
    plate: bool = False


Mark = Line | Area | Bar | Dot | Label


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks in the order in which they are painted, and the same in words."""

    marks: tuple[Mark, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Room:
    """How large a chart will be: pixels of the guide, and the player's text scale."""

    width: float
    height: float
    text: float = 1.0

    def breadth(self, words: str, size: float) -> float:
        """About how wide a line of text is, as a share of the width: Chinese is as wide as it is high."""
        ems = sum(1.0 if ord(character) >= 0x2E80 else 0.56 for character in words)
        return ems * size * self.text / self.width

    def tall(self, pixels: float) -> float:
        """Pixels as a share of the height."""
        return pixels / self.height
