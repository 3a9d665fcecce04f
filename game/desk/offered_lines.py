"""The lines that were on offer in a turn, each with its judgement and what it was worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.analysis.review import Alternative
from game.desk.afterwards import Afterwards
from game.desk.art import icons
from game.desk.debrief_page import TABS
from game.desk.debrief_values import points
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.panels import drawn, lay, panel
from game.desk.scene import Desk
from game.desk.verdicts import badge

LINES = TABS + 20
"""Clicks on a line choose this number plus its place in the list, counted from 0."""

COLUMN = 78
"""Units for a column of numbers."""


@dataclass(frozen=True, slots=True)
class _Row:
    lines: tuple[str, ...]
    high: int


class OfferedLines:
    """Draws the list; the line that is picked is framed, the one that was said carries a mark."""

    def __init__(self, desk: Desk, afterwards: Afterwards) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._rects: list[tuple[int, Rect]] = []
        self.bottom = 0  # where the list ended when it was last drawn

    def targets(self) -> Iterator[Target]:
        """The lines that can be seen."""
        for number, rect in self._rects:
            yield Target(rect, Intent(Want.CHOOSE, LINES + number))

    def clear(self) -> None:
        """Nothing of the list is seen any more."""
        self._rects = []

    def draw(
        self,
        surface: pygame.Surface,
        room: Rect,
        lines: Sequence[Alternative],
        said: str,
        picked: int | None,
        link: str = "",
    ) -> Rect:
        """Draw as many lines as fit, the picked one among them, under the headings of their numbers.

        Args:
            surface: what to draw on.
            room: where.
            lines: what was on offer.
            said: the line that was said; it is seen where none is picked.
            picked: the place of the line that is framed.
            link: the way to the lesson, in words.

        Returns:
            where the link stands; nowhere where there was no room for it.
        """
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        column = px(COLUMN * (1 + 0.4 * (desk.frame.text - 1)))
        heads = (desk.words("expected"), desk.words("at most"))
        small = text.fit(heads, column - px(8), 1, (14, 13, 12, 11, 10))
        for number, head in enumerate(heads):
            right = room.right - px(10) - (1 - number) * column
            text.say(surface, head, right, room.y, small, palette.ink_soft, align="right")
        self._said_mark(surface, room.x + px(33), room.y + text.leading(small) // 2)
        text.say(surface, desk.words("You said"), room.x + px(52), room.y, small, palette.ink_soft)
        top = room.y + text.leading(small)
        size, rows = self._rows(lines, room.width - 2 * column - px(62), room.bottom - top)
        mine = next((number for number, line in enumerate(lines) if line.line == said), 0)
        first = self._first(rows, mine if picked is None else picked, room.bottom - top)
        y, self._rects = top, []
        for number in range(first, len(rows)):
            rect = Rect(room.x, y, room.width, rows[number].high)
            if rect.bottom > room.bottom:
                break
            self._rects.append((number, rect))
            self._draw_row(surface, rect, lines[number], rows[number], size, column, said, number == picked)
            y = rect.bottom
        self.bottom = y
        left = room.x + px(52 + 18) + text.width(desk.words("You said"), small)
        right = room.right - 2 * column - px(14)
        if len(self._rects) < len(rows):
            words = desk.words(
                "{first}–{last} of {all}", first=first + 1, last=first + len(self._rects), all=len(rows)
            )
            text.say(surface, words, right, room.y, small, palette.ink_soft, align="right")
            right -= text.width(words, small) + px(18)
        wide = text.width(link, small)
        if not link or wide > right - left:
            return Rect(0, 0, 0, 0)
        place = Rect(left, room.y, wide, text.leading(small))
        text.say(surface, link, place.x, place.y, small, palette.sky)
        return place

    def _rows(self, lines: Sequence[Alternative], width: int, high: int) -> tuple[float, tuple[_Row, ...]]:
        text, px = self._desk.lettering, self._desk.frame.px
        rows: tuple[_Row, ...] = ()
        size = 16.0
        sizes = (17, 16, 15, 14, 13) if self._desk.frame.text < 1.4 else (14, 13, 12)
        for size in sizes:
            wrapped = [
                text.wrap(self._afterwards.playing.line(line.line, self._desk.locale), size, width)
                for line in lines
            ]
            for around in (8, 4) if size < 17 else (8,):
                rows = tuple(_Row(each, len(each) * text.leading(size) + px(around)) for each in wrapped)
                if sum(row.high for row in rows) <= high:
                    return size, rows
        return size, rows

    def _first(self, rows: Sequence[_Row], picked: int, high: int) -> int:
        first = 0
        while first < picked and sum(row.high for row in rows[first : picked + 1]) > high:
            first += 1
        return first

    def _draw_row(
        self,
        surface: pygame.Surface,
        rect: Rect,
        line: Alternative,
        row: _Row,
        size: float,
        column: int,
        said: str,
        lit: bool,
    ) -> None:
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        if lit:
            frame = panel(
                (rect.width, rect.height),
                desk.u,
                palette.resting,
                radius=9,
                border=palette.vermilion,
                border_width=2.4,
                shadow=0,
            )
            lay(surface, frame, rect)
        side, middle = px(24), rect.centre[1]
        surface.blit(badge(desk, line.judgement, side), (rect.x + px(8), middle - side // 2))
        if line.line == said:
            self._said_mark(surface, rect.x + px(33), middle)
        y = rect.y + (rect.height - len(row.lines) * text.leading(size)) // 2
        for words in row.lines:
            y = text.say(surface, words, rect.x + px(52), y, size, palette.ink, bold=False)
        numbers = (points(line.worth.value), points(line.worth.ceiling))
        if not line.worth.exact:
            numbers = (f"{numbers[0]} ±{max(1, round(line.worth.margin))}", numbers[1])
        step = rect.height
        for number, words in enumerate(numbers):
            right = rect.right - px(10) - (1 - number) * column
            ink = palette.colour(line.judgement.value) if number == 0 else palette.jade
            fit = text.fit([words], column - px(8), 1, (17, 16, 15, 14, 13, 12, 11, 10), bold=number == 0)
            text.say(surface, words, right, rect.y, fit, ink, bold=number == 0, align="right", leading=step)

    def _said_mark(self, surface: pygame.Surface, x: int, middle: int) -> None:
        """The mark of the line that was said."""
        side = self._desk.frame.px(16)
        mark = drawn(icons.again(8, 8, 6, self._desk.palette.sky), (side, side), (0, 0, 16, 16))
        surface.blit(mark, (x, middle - side // 2))

    def said(self, lines: Sequence[Alternative], said: str, picked: int) -> str:
        """The picked line in words."""
        line, words = lines[picked], self._desk.words
        parts = [
            self._afterwards.playing.line(line.line, self._desk.locale),
            words(
                "Expected {value}, at most {ceiling}.",
                value=points(line.worth.value),
                ceiling=points(line.worth.ceiling),
            ),
        ]
        if line.line == said:
            parts.insert(0, words("You said"))
        return "\n".join(parts)
