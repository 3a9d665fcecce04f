"""The better line in full with its value, on a ground of its own, beside the way back to the turn."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.analysis.judgement import Judgement
from game.analysis.review import TurnReview
from game.desk.afterwards import Afterwards
from game.desk.art.palette import blend
from game.desk.buttons import default_width, draw_default
from game.desk.debrief_values import margin_words, points
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.desk.verdicts import badge

SIZES = ((18, 1), (17, 2), (16, 2), (15, 2), (15, 3), (14, 3), (13, 3), (12, 3), (12, 4), (11, 5))
LARGE = ((14, 1), (13, 2), (12, 2), (12, 3), (11, 3), (11, 4), (10, 5))
"""Letters of the line and in how many rows they may stand, from what was asked for down."""


class BetterLine:
    """Draws the box at the foot of the card."""

    def __init__(self, desk: Desk, afterwards: Afterwards) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._retry = Rect(0, 0, 0, 0)
        self._play = Rect(0, 0, 0, 0)

    def clear(self) -> None:
        """Nothing of the box is seen any more."""
        self._retry = self._play = Rect(0, 0, 0, 0)

    def targets(self) -> Iterator[Target]:
        """The way back to the turn, and how it would have gone on."""
        yield Target(self._retry, Intent(Want.RETRY))
        yield Target(self._play, Intent(Want.BEST))

    def label(self, turn: TurnReview) -> str:
        """That it is better, and what it leads to."""
        desk = self._desk
        best = next((each for each in turn.alternatives if turn.why and each.line == turn.why.better), None)
        if best is None:
            return desk.words("A better line")
        values = f"{points(turn.before.value)} → {points(best.worth.value)}"
        sampled = margin_words(desk, best.worth)
        return f"{desk.words('A better line')}   {values}" + (f"  {sampled}" if sampled else "")

    def _measured(self, turn: TurnReview, width: int) -> tuple[float, tuple[str, ...]]:
        text = self._desk.lettering
        words = self._afterwards.playing.line(turn.why.better, self._desk.locale) if turn.why else ""
        for size, rows in LARGE if self._desk.frame.text > 1.4 else SIZES:
            lines = text.wrap(words, size, width)
            if len(lines) <= rows:
                return size, lines
        return 11, text.wrap(words, 11, width)

    def _widths(self, width: int) -> tuple[int, int]:
        """How much the sign at the left and the button at the right take."""
        px, desk = self._desk.frame.px, self._desk
        button = default_width(desk, desk.words("R  Retry from here"), self._letters)
        return px(58), min(button, width // 3) + px(34)

    @property
    def _letters(self) -> float:
        """Letters of the button: large text needs the room for the line."""
        return 17 if self._desk.frame.text < 1.4 else 13

    @property
    def _button_high(self) -> int:
        px = self._desk.frame.px
        return max(px(42), self._desk.lettering.leading(self._letters) + px(6))

    def height(self, turn: TurnReview, width: int) -> int:
        """How high the box has to be in a room so wide, in real pixels."""
        text, px = self._desk.lettering, self._desk.frame.px
        left, right = self._widths(width)
        size, lines = self._measured(turn, width - left - right)
        beside = self._button_high + px(4) + text.leading(min(15, self._letters)) + px(10)
        return max(beside, text.leading(min(15, self._letters)) + len(lines) * text.leading(size) + px(20))

    def draw(self, surface: pygame.Surface, turn: TurnReview, room: Rect) -> None:
        """Draw the box."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        ground = panel(
            (room.width, room.height),
            desk.u,
            blend(palette.card, palette.jade, 0.1),
            radius=12,
            border=palette.jade,
            border_width=2,
            shadow=0,
        )
        lay(surface, ground, room)
        left, right = self._widths(room.width)
        side = px(32)
        surface.blit(badge(desk, Judgement.BEST, side), (room.x + px(13), room.centre[1] - side // 2))
        size, lines = self._measured(turn, room.width - left - right)
        x, y = room.x + left - px(2), room.y + px(9)
        label = self.label(turn)
        heads = [size for size in (15, 14, 13, 12, 11, 10) if size <= self._letters]
        head = text.fit([label], room.width - left - right, 1, heads, bold=True)
        after = text.say(surface, label, x, y, head, palette.jade, bold=True, leading=text.leading(heads[0]))
        for line in lines:
            after = text.say(surface, line, x, after, size, palette.ink)
        high = self._button_high
        link = desk.words("B  How it goes on")
        small = text.fit([link], right - px(18), 1, heads)
        stacked = high + px(4) + text.leading(small)
        top = room.y + max(px(5), (room.height - stacked) // 2)
        below = Rect(room.right - right + px(6), top, right - px(20), high)
        self._retry = draw_default(desk, surface, desk.words("R  Retry from here"), below, self._letters)
        wide = text.width(link, small)
        self._play = Rect(below.right - wide, top + high + px(4), wide, text.leading(small))
        text.say(surface, link, self._play.x, self._play.y, small, palette.sky)
