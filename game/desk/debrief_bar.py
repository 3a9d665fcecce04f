"""The bar at the foot of the debrief: its pages, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.desk.intents import Intent, Target, Want
from game.desk.layout import MARGIN, Rect
from game.desk.scene import Desk

SMALLEST = 15
LARGE = 17
"""Hints are left out rather than that letters become smaller than this; the second for large text."""


class DebriefBar:
    """Numbered words along the lower edge; the page that is open is lit.

    Args:
        desk: the desk.
        lab: whether the lab is a page of its own; without values it is the first one.
    """

    def __init__(self, desk: Desk, *, lab: bool) -> None:
        self._desk = desk
        self._lab = lab
        self._targets: list[Target] = []

    def height(self) -> int:
        """How high the bar is, in real pixels."""
        return max(self._desk.frame.px(48), self._desk.lettering.leading(16) + self._desk.frame.px(10))

    def pages(self) -> tuple[str, ...]:
        """What the pages are called."""
        words = self._desk.words
        lab = (words("Lab"),) if self._lab else ()
        return (words("Turn by turn"), words("Scorecard"), words("Transcript"), *lab)

    def ways(self) -> tuple[str, ...]:
        """What the two ways to begin anew are called; their numbers come after those of the pages."""
        return (self._desk.words("Play again"), self._desk.words("Another morning"))

    def labels(self) -> tuple[str, ...]:
        """What the numbers from 1 on say."""
        return (*self.pages(), *self.ways())

    def targets(self) -> Iterator[Target]:
        """What can be clicked."""
        yield from self._targets

    def hints(self, page: int) -> tuple[str, ...]:
        """What the other keys do on a page, the least needed first."""
        words = self._desk.words
        traits = words("↑ ↓ trust, emotion, pressure")
        first = (words("Tab why"), words("↑ ↓ other lines")) if self._lab else (traits,)
        on_page = (first, (words("↑ ↓ row, Enter its turn"),), (words("↑ ↓ turn"),), (traits,))
        return (*on_page[page], words("← → turn"), words("Esc title"))

    def draw(self, surface: pygame.Surface, page: int) -> None:
        """Draw the bar; `page` counts from 0."""
        frame, text, palette = self._desk.frame, self._desk.lettering, self._desk.palette
        px, high = frame.px, self.height()
        top = frame.height - high
        pygame.draw.rect(surface, palette.header, (0, top, frame.width, high))
        middle, area = top + high // 2, frame.page
        hints = self.hints(page)
        size = self._size(area.width - 2 * px(MARGIN), hints)
        smallest = SMALLEST if frame.text < 1.4 else LARGE
        while size * frame.text < smallest and hints:  # rather fewer hints than smaller letters
            hints = hints[1:]
            size = self._size(area.width - 2 * px(MARGIN), hints)
        x, self._targets = area.x + px(MARGIN), []
        for number, label in enumerate(self.labels()):
            if number == len(self.pages()):
                x = self._right(size, area.right - px(MARGIN), hints, surface, middle)
            lit = number == page
            key = text.line(str(number + 1), size, palette.header_mark, bold=True)
            word = text.line(label, size, palette.header_text if lit else palette.header_dim, bold=lit)
            surface.blit(key, (x, middle - key.get_height() // 2))
            surface.blit(word, (x + key.get_width() + px(7), middle - word.get_height() // 2))
            wide = key.get_width() + px(7) + word.get_width()
            if lit:
                pygame.draw.rect(surface, palette.header_mark, (x, top, wide, px(3)))
            self._targets.append(
                Target(Rect(x - px(8), top, wide + px(16), high), Intent(Want.CHOOSE, number))
            )
            x += wide + px(26)

    def _size(self, width: int, hints: tuple[str, ...]) -> float:
        """The largest letters with which everything stands in one row."""
        px = self._desk.frame.px
        for size in (16, 15, 14, 13, 12, 11, 10):
            needed = sum(self._width(label, size) + px(26) for label in self.labels())
            needed += sum(self._desk.lettering.width(hint, size) + px(20) for hint in hints)
            if needed <= width:
                return size
        return 10

    def _width(self, label: str, size: float) -> int:
        text = self._desk.lettering
        return text.width(label, size, bold=True) + text.width("8", size, bold=True) + self._desk.frame.px(7)

    def _right(
        self, size: float, right: int, hints: tuple[str, ...], surface: pygame.Surface, middle: int
    ) -> int:
        """Draw the hints at the right end; returns where the two ways to begin anew start."""
        text, px = self._desk.lettering, self._desk.frame.px
        for hint in reversed(hints):
            image = text.line(hint, size, self._desk.palette.header_dim)
            right -= image.get_width()
            surface.blit(image, (right, middle - image.get_height() // 2))
            right -= px(20)
        return right - sum(self._width(label, size) + px(26) for label in self.ways())
