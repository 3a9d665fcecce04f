"""The line that has just been chosen: it leaves its card and stands alone until the answer comes."""

from __future__ import annotations

import pygame

from game.desk.layout import Rect
from game.desk.panels import fading
from game.desk.scene import Desk
from game.desk.staging import Picture
from game.desk.talk_column import TOLD, TalkColumn


class SaidLine:
    """Draws the old cards going and the chosen words rising to the top of the column."""

    def __init__(self, desk: Desk, column: TalkColumn, number: int) -> None:
        self._desk = desk
        self._column = column
        self._number = number
        self._from = column.layout.cards[number].y
        text = column.cards[number].text
        self._width = column.layout.column.width
        self._lines = desk.lettering.wrap(text, 20, self._width - desk.frame.px(66))

    def draw(self, surface: pygame.Surface, part: float) -> None:
        """Draw how far the line has left its card, 0..1."""
        desk, layout = self._desk, self._column.layout
        quiet = desk.settings.reduced_motion
        if part < 1:
            still = Picture(1.0, 0.0, 1.0, 1.0, 1.0, self._column.letters, (1.0,) * len(layout.cards), True)
            area = Rect(
                layout.column.x - desk.frame.px(140),
                layout.column.y,
                layout.column.width,
                surface.get_height(),
            )
            with fading(surface, area.inset(-desk.frame.px(140), 0), 1 - part):
                self._column.draw(surface, still, self._number, leaving=self._number)
        top = layout.column.y + desk.frame.px(14)
        y = top if quiet else round(self._from + (top - self._from) * part)
        step = desk.lettering.leading(20)
        x = layout.column.x + desk.frame.px(66)
        place = Rect(x, y, self._width, step * len(self._lines))
        with fading(surface, place, part if quiet else 1.0):
            for line in self._lines:
                y = desk.lettering.say(surface, line, x, y, 20, TOLD, leading=step)
