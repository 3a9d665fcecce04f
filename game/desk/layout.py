"""Geometry of the screens: rectangles, the unit, columns. Pure; knows no picture and no font.

Lengths are written for a window of 1280x720 and multiplied by `u = min(width / 1280, height / 720)`. What
a wider window has over goes to the scenery, never to longer lines of text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

GUIDE_WIDTH, GUIDE_HEIGHT = 1280, 720
MARGIN = 40
TEXT_SCALES = (1.0, 1.25, 1.5)
"""Sizes of text that a player can ask for."""


class Rect(NamedTuple):
    """A rectangle in real pixels.

    >>> Rect(10, 20, 100, 50).inset(10)
    Rect(x=20, y=30, width=80, height=30)
    """

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column to the right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[int, int]:
        """The middle."""
        return self.x + self.width // 2, self.y + self.height // 2

    def contains(self, point: tuple[int, int]) -> bool:
        """Whether a pixel lies in it.

        >>> Rect(0, 0, 2, 2).contains((1, 1)), Rect(0, 0, 2, 2).contains((2, 1))
        (True, False)
        """
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def inset(self, by: int, down: int | None = None) -> Rect:
        """Smaller by so much on the left and right, and by `down` (or the same) above and below."""
        vertical = by if down is None else down
        return Rect(self.x + by, self.y + vertical, self.width - 2 * by, self.height - 2 * vertical)

    def moved(self, right: int = 0, down: int = 0) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.x + right, self.y + down, self.width, self.height)

    def meets(self, other: Rect) -> bool:
        """Whether the two share a pixel."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def rows(self, heights: tuple[int, ...], gap: int) -> Iterator[Rect]:
        """Rectangles of these heights from the top down, `gap` apart.

        >>> list(Rect(0, 0, 10, 100).rows((20, 30), 5))
        [Rect(x=0, y=0, width=10, height=20), Rect(x=0, y=25, width=10, height=30)]
        """
        y = self.y
        for height in heights:
            yield Rect(self.x, y, self.width, height)
            y += height + gap

    def columns(self, shares: tuple[float, ...], gap: int) -> Iterator[Rect]:
        """Rectangles side by side, in proportion to the shares, `gap` apart; they fill the whole width.

        >>> list(Rect(0, 0, 110, 10).columns((1, 1), 10))
        [Rect(x=0, y=0, width=50, height=10), Rect(x=60, y=0, width=50, height=10)]
        """
        room = self.width - gap * (len(shares) - 1)
        whole, gone, x = sum(shares), 0.0, self.x
        for number, share in enumerate(shares):
            gone += share
            end = self.x + round(room * gone / whole) + gap * number
            yield Rect(x, self.y, end - x, self.height)
            x = end + gap


@dataclass(frozen=True, slots=True)
class Frame:
    """The window and its unit. `text` is the player's text scale."""

    width: int
    height: int
    text: float = 1.0

    @property
    def u(self) -> float:
        """Real pixels per pixel of the guide."""
        return min(self.width / GUIDE_WIDTH, self.height / GUIDE_HEIGHT)

    def px(self, length: float) -> int:
        """A length of the guide in real pixels, at least one where it is not nothing."""
        return max(1, round(length * self.u)) if length > 0 else round(length * self.u)

    def rect(self, x: float, y: float, width: float, height: float) -> Rect:
        """A rectangle of the guide; its edges are rounded, so that neighbours stay neighbours."""
        left, top = round(x * self.u), round(y * self.u)
        return Rect(left, top, round((x + width) * self.u) - left, round((y + height) * self.u) - top)

    @property
    def whole(self) -> Rect:
        """The window."""
        return Rect(0, 0, self.width, self.height)

    @property
    def page(self) -> Rect:
        """The part of the window that text and panels use: 1280 units wide at most, in the middle."""
        width = min(self.width, round(GUIDE_WIDTH * self.u * 1.12))
        return Rect((self.width - width) // 2, 0, width, self.height)

    @property
    def large(self) -> bool:
        """Whether the rules of large text hold."""
        return self.text > 1.3
