"""Rows of words one below another in a room that can be scrolled: faults, results, what is in a mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desk.art.palette import Palette
from game.desk.layout import Rect
from game.desk.scene import Desk

STEP = 3
"""Lines that a turn of the wheel moves."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        text: what it says; as many lines as it needs.
        size: of its letters, pixels of the guide.
        tone: name of its colour in the palette.
        bold: whether it is set bold.
        cells: short words at the right end with the names of their colours, the last one outermost.
        indent: of the text, pixels of the guide.
        space: above it, pixels of the guide.
        caret: place of a character under which a mark is set (the row is then one line), None for none.
        mark: colour of a sign before the text, empty for none.
    """

    text: str
    size: float = 16
    tone: str = "ink"
    bold: bool = False
    cells: tuple[tuple[str, str], ...] = ()
    indent: float = 0
    space: float = 0
    caret: int | None = None
    mark: str = ""


class RowColumn:
    """Lays rows out in a room and draws those that are seen.

    Args:
        desk: everything a scene may use.
        cell: width of a cell at the right, pixels of the guide.
    """

    def __init__(self, desk: Desk, cell: float = 62) -> None:
        self._desk, self._cell = desk, cell
        self.rows: tuple[Row, ...] = ()
        self._room = Rect(0, 0, 0, 0)
        self._placed: tuple[tuple[int, tuple[str, ...]], ...] = ()
        self._high = 0
        self.scrolled = 0

    @property
    def furthest(self) -> int:
        """How far the rows can be moved, in real pixels."""
        return max(0, self._high - self._room.height)

    @property
    def high(self) -> int:
        """How high all rows are together, in real pixels."""
        return self._high

    def lay_out(self, rows: Sequence[Row], room: Rect) -> None:
        """Put rows into a room; where they can be scrolled they stay where they are."""
        self.rows, self._room = tuple(rows), room
        text, px = self._desk.lettering, self._desk.frame.px
        placed, y = [], 0
        for row in self.rows:
            y += px(row.space)
            width = room.width - px(row.indent) - len(row.cells) * self._real_cell()
            lines = (row.text,) if row.caret is not None else text.wrap(row.text, row.size, width, row.bold)
            placed.append((y, lines or ("",)))
            y += len(placed[-1][1]) * text.leading(row.size) + (px(7) if row.caret is not None else 0)
        self._placed, self._high = tuple(placed), y
        self.scrolled = min(self.scrolled, self.furthest)

    def _real_cell(self) -> int:
        return round(self._desk.frame.px(self._cell) * self._desk.frame.text)

    def scroll(self, steps: int) -> bool:
        """Move the rows; False where all of them are seen."""
        by = steps * STEP * self._desk.lettering.leading(15)
        self.scrolled = max(0, min(self.scrolled + by, self.furthest))
        return self.furthest > 0

    def show(self, row: int) -> None:
        """Scroll so far that a row is seen."""
        if not 0 <= row < len(self._placed):
            return
        top, lines = self._placed[row]
        bottom = top + len(lines) * self._desk.lettering.leading(self.rows[row].size)
        self.scrolled = min(self.scrolled, max(0, top - self._desk.frame.px(20)))
        self.scrolled = max(self.scrolled, min(bottom - self._room.height, self.furthest))

    def draw(self, surface: pygame.Surface, palette: Palette) -> None:
        """Draw what is seen of the rows."""
        clip, room, px = surface.get_clip(), self._room, self._desk.frame.px
        surface.set_clip(pygame.Rect(room).clip(clip))
        for row, (top, lines) in zip(self.rows, self._placed, strict=True):
            y = room.y + top - self.scrolled
            if y < room.bottom and y + (len(lines) + 1) * self._desk.lettering.leading(row.size) > room.y:
                self._draw(surface, palette, row, lines, y)
        surface.set_clip(clip)
        if self.furthest:
            whole = max(room.height * room.height // self._high, px(24))
            at = (room.height - whole) * self.scrolled // self.furthest
            bar = pygame.Rect(room.right + px(6), room.y + at, px(4), whole)
            pygame.draw.rect(surface, palette.edge, bar, border_radius=px(2))

    def _draw(
        self, surface: pygame.Surface, palette: Palette, row: Row, lines: Sequence[str], y: int
    ) -> None:
        desk, text, px, room = self._desk, self._desk.lettering, self._desk.frame.px, self._room
        x, step = room.x + px(row.indent), text.leading(row.size)
        if row.mark:
            side = px(10)
            dot = pygame.Rect(x - px(18), y + (step - side) // 2, side, side)
            pygame.draw.rect(surface, palette.colour(row.mark), dot, border_radius=px(3))
        right = room.right
        for words, tone in reversed(row.cells):
            ink = palette.colour(tone)
            text.say(surface, words, right, y, row.size, ink, align="right", bold=row.bold)
            right -= self._real_cell()
        ink = palette.colour(row.tone)
        if row.caret is None:
            for line in lines:
                y = text.say(surface, line, x, y, row.size, ink, bold=row.bold)
            return
        whole = text.width(lines[0], row.size)
        before = text.width(lines[0][: row.caret], row.size)
        under = max(px(9), text.width(lines[0][row.caret : row.caret + 1], row.size))
        moved = max(0, min(before + under - room.width * 3 // 4, whole - room.right + x))
        image = text.line(lines[0], row.size, ink)
        surface.blit(image, (x, y), (moved, 0, room.right - x, image.get_height()))
        caret = pygame.Rect(x + before - moved, y + step - px(1), under, px(3))
        pygame.draw.rect(surface, palette.vermilion, caret, border_radius=desk.frame.px(1))
