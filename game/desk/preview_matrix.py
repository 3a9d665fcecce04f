"""Lines by customers: for each line of a beat a band, and in it a face and an answer for D, I, S and C."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.content.wording import PersonWording
from game.desk.art.palette import Palette
from game.desk.art.portrait import Portrait
from game.desk.film_strip import GROUND
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.engine.traits import Trait
from game.telling.trait_names import favour

FACE = 50
"""Side of a face, pixels of the guide."""

ANSWER = (16, 15)
GAP = 16
ROLL = 60
"""How far the wheel moves the bands, pixels of the guide."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one line does to one customer.

    Attributes:
        letter: D, I, S or C.
        person: who answers; None where nobody does.
        mood: the face, and `signs` beside it.
        answer: her words, or why there are none.
        changes: traits with their changes in words and in basis points, the largest first.
    """

    letter: str
    answer: str
    person: PersonWording | None = None
    mood: str = ""
    signs: tuple[tuple[str, int], ...] = ()
    changes: tuple[tuple[Trait, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """One line and its four cells."""

    line: str
    cells: Sequence[Cell]


class PreviewMatrix:
    """Lays bands out in a room and draws those that are seen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._bands: tuple[Band, ...] = ()
        self._room = Rect(0, 0, 0, 0)
        self._tops: tuple[int, ...] = ()
        self._high = 0
        self._portraits: dict[int, Portrait] = {}
        self._faces: dict[object, pygame.Surface] = {}
        self.scrolled = 0

    @property
    def columns(self) -> int:
        """Cells beside one another: two where letters are large."""
        return 4 if self._desk.frame.text < 1.4 else 2

    @property
    def furthest(self) -> int:
        """How far the bands can be moved, in real pixels."""
        return max(0, self._high - self._room.height)

    def lay_out(self, bands: Sequence[Band], room: Rect) -> None:
        """Put bands into a room."""
        self._bands, self._room = tuple(bands), room
        self._faces.clear()
        tops, y = [], 0
        for band in self._bands:
            tops.append(y)
            y += self._height(band) + self._desk.frame.px(22)
        self._tops, self._high = tuple(tops), y
        self.scrolled = min(self.scrolled, self.furthest)

    def scroll(self, steps: int) -> None:
        """Move the bands."""
        by = steps * self._desk.frame.px(ROLL)
        self.scrolled = max(0, min(self.scrolled + by, self.furthest))

    def _width(self) -> int:
        gap = self._desk.frame.px(GAP)
        return (self._room.width - gap * (self.columns - 1)) // self.columns

    def _heads(self, band: Band) -> Sequence[str]:
        return self._desk.lettering.wrap(band.line, 17, self._room.width, bold=True)

    def _answer(self, cell: Cell) -> tuple[float, Sequence[str]]:
        text, width = self._desk.lettering, self._width()
        size = text.fit([cell.answer], width, 6, ANSWER)
        return size, text.wrap(cell.answer, size, width)

    def _cell_height(self, cell: Cell) -> int:
        text, px = self._desk.lettering, self._desk.frame.px
        size, lines = self._answer(cell)
        face = max(px(FACE), text.leading(15) * (1 + len(cell.changes)))
        return face + px(6) + len(lines) * text.leading(size)

    def _rows(self, band: Band) -> list[Sequence[Cell]]:
        return [band.cells[at : at + self.columns] for at in range(0, len(band.cells), self.columns)]

    def _height(self, band: Band) -> int:
        text, px = self._desk.lettering, self._desk.frame.px
        high = len(self._heads(band)) * text.leading(17) + px(8)
        return high + sum(max(self._cell_height(cell) for cell in row) + px(12) for row in self._rows(band))

    def draw(self, surface: pygame.Surface, palette: Palette) -> None:
        """Draw what is seen of the bands."""
        clip, room, px = surface.get_clip(), self._room, self._desk.frame.px
        text = self._desk.lettering
        surface.set_clip(pygame.Rect(room).clip(clip))
        for band, top in zip(self._bands, self._tops, strict=True):
            y = room.y + top - self.scrolled
            if y > room.bottom or y + self._height(band) < room.y:
                continue
            for line in self._heads(band):
                y = text.say(surface, line, room.x, y, 17, palette.ink, bold=True)
            y += px(8)
            for row in self._rows(band):
                for number, cell in enumerate(row):
                    x = room.x + number * (self._width() + px(GAP))
                    self._cell(surface, palette, cell, x, y)
                y += max(self._cell_height(cell) for cell in row) + px(12)
            pygame.draw.line(surface, palette.line, (room.x, y), (room.right, y), max(1, px(1)))
        surface.set_clip(clip)
        if self.furthest:
            whole = max(room.height * room.height // self._high, px(24))
            at = (room.height - whole) * self.scrolled // self.furthest
            bar = pygame.Rect(room.right + px(6), room.y + at, px(4), whole)
            pygame.draw.rect(surface, palette.edge, bar, border_radius=px(2))

    def _cell(self, surface: pygame.Surface, palette: Palette, cell: Cell, x: int, y: int) -> None:
        """Letter, face and changes, and below them the answer."""
        desk, text, px = self._desk, self._desk.lettering, self._desk.frame.px
        side = px(FACE)
        face = Rect(x, y, side, side)
        ground = GROUND[desk.settings.night]
        lay(surface, panel((side, side), desk.u, ground, radius=8, shadow=0), face)
        if cell.person is not None:
            surface.blit(self._face(cell, side), (x, y))
        at = y - px(3)
        beside = x + side + px(10)
        at = text.say(surface, cell.letter, beside, at, 15, palette.ink, bold=True)
        for trait, words, amount in cell.changes:
            tone = {1: "jade", -1: "vermilion", 0: "ink_soft"}[favour(trait, amount)]
            at = text.say(surface, words, beside, at, 15, palette.colour(tone))
        at = max(at, y + side) + px(6)
        size, lines = self._answer(cell)
        ink = palette.ink if cell.person is not None else palette.ink_soft
        for line in lines:
            at = text.say(surface, line, x, at, size, ink)

    def _face(self, cell: Cell, side: int) -> pygame.Surface:
        key = (id(cell.person), cell.mood, cell.signs, side)
        if key not in self._faces:
            assert cell.person is not None
            portrait = self._portraits.setdefault(
                id(cell.person), Portrait(cell.person.looks, 100, reduced_motion=True)
            )
            self._faces[key] = portrait.thumbnail(cell.mood, (side, side), cell.signs)
        return self._faces[key]


def in_words(bands: Sequence[Band], names: Mapping[str, str]) -> str:
    """Everything that the bands show, to be read aloud."""
    told = []
    for band in bands:
        told.append(band.line)
        for cell in band.cells:
            changes = ", ".join(words for _, words, _ in cell.changes)
            told.append(f"{names.get(cell.letter, cell.letter)}: {cell.answer} {changes}".strip())
    return "\n".join(told)
