"""The two curves of the review as the desk shows them: under her faces, with the signs of the judgements."""

from __future__ import annotations

import pygame

from game.analysis.review import Review
from game.desk.afterwards import Afterwards
from game.desk.art.icons import flag
from game.desk.debrief_layout import ReviewLayout
from game.desk.debrief_values import Values
from game.desk.panels import drawn, veil
from game.desk.scene import Desk
from game.desk.verdicts import badge
from game.language.locale import Locale
from game.telling.charts import Chart, Room
from game.telling.pygame_painter import MARGIN, paint, shapes
from game.telling.tones import LIGHT, NIGHT, Tones
from game.telling.value_chart import WHOLE, expected_places, gone_at, value_chart

MANY = 20
"""From so many turns on the signs are smaller."""


class ValueCurves:
    """Draws the chart; its shapes are painted once for every state of the review and kept."""

    def __init__(self, desk: Desk, afterwards: Afterwards, values: Values) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._values = values
        self._kept: tuple[Review, Locale, Chart, pygame.Surface] | None = None

    def resize(self) -> None:
        """Paint anew when next seen."""
        self._kept = None

    def _tones(self) -> Tones:
        return NIGHT if self._desk.settings.night else LIGHT

    def chart(self, layout: ReviewLayout) -> tuple[Chart, pygame.Surface]:
        """The chart of the review as it stands, and its shapes."""
        desk, review = self._desk, self._values.shown
        if self._kept is None or self._kept[0] != review or self._kept[1] is not desk.locale:
            size = (layout.chart.width, layout.chart.height)
            room = Room(size[0] / desk.u, size[1] / desk.u, desk.frame.text)
            chart = value_chart(
                review,
                self._afterwards.reactions,
                layout.edges,
                desk.locale,
                room,
                self._afterwards.earlier_review,
            )
            self._kept = (review, desk.locale, chart, shapes(chart, size, desk.u, self._tones()))
        return self._kept[2], self._kept[3]

    def draw(self, surface: pygame.Surface, layout: ReviewLayout, turn: int | None, part: float) -> None:
        """Draw the chart.

        Args:
            surface: what to draw on.
            layout: where.
            turn: the chosen turn, whose column stands out.
            part: how much of it can be seen by now from the left, 0..1.
        """
        desk = self._desk
        chart, picture = self.chart(layout)
        margin = round(MARGIN * desk.u)
        clip = surface.get_clip()
        shown = layout.chart.inset(-max(margin, desk.frame.px(MANY)))
        surface.set_clip(pygame.Rect(shown.x, shown.y, round(shown.width * part), shown.height).clip(clip))
        paint(chart, surface, layout.chart, desk.lettering, desk.u, self._tones(), picture)
        if turn is not None:
            self._focus(surface, layout, turn)
        self._flag(surface, layout)
        self._signs(surface, layout)
        surface.set_clip(clip)
        self._difference(surface, layout, part)
        self._axes(surface, layout, turn)

    def _focus(self, surface: pygame.Surface, layout: ReviewLayout, turn: int) -> None:
        """The column of the chosen turn."""
        slot, chart = layout.slot(turn), layout.chart
        colour = self._desk.palette.vermilion
        surface.blit(veil((slot.width, chart.height), colour, 26), (slot.x, chart.y))
        for x in (slot.x, slot.right - 1):
            surface.blit(veil((1, chart.height), colour, 150), (x, chart.y))

    def _flag(self, surface: pygame.Surface, layout: ReviewLayout) -> None:
        """A flag where the pass mark went out of reach."""
        gone = gone_at(self._values.shown, layout.edges)
        if gone is None:
            return
        px, chart = self._desk.frame.px, layout.chart
        side = px(22)
        colour = self._desk.palette.colour("blunder")
        image = drawn(flag(6, 16, 12, colour), (side, side), (0, 0, 24, 24))
        top = chart.y + round(chart.height * 0.14) - side // 2
        surface.blit(image, (chart.x + round(chart.width * gone) - side // 4, top))

    def _signs(self, surface: pygame.Surface, layout: ReviewLayout) -> None:
        """The judgement of every turn at the end of its part of the curve."""
        review, chart = self._values.shown, layout.chart
        side = self._desk.frame.px(28 if len(layout.columns) < MANY else 22)
        for turn, (x, y) in zip(review.turns, expected_places(review, layout.edges)[1:], strict=False):
            sign = badge(self._desk, turn.judgement, side, rim=True)
            place = (chart.x + round(chart.width * x), chart.bottom - round(chart.height * y))
            surface.blit(sign, (place[0] - side // 2, place[1] - side // 2))

    def _difference(self, surface: pygame.Surface, layout: ReviewLayout, part: float) -> None:
        """How much better this go was than the one before, in one number at the right edge."""
        afterwards = self._afterwards
        if afterwards.earlier_review is None or afterwards.earlier_card is None or part < 1:
            return
        text, px, palette = self._desk.lettering, self._desk.frame.px, self._desk.palette
        before, now = afterwards.earlier_card.total, afterwards.card.total
        words = f"{now - before:+d}".replace("-", "−")
        colour = palette.jade if now >= before else palette.colour("mistake")
        chart = layout.chart
        ends = sorted(chart.bottom - chart.height * score // WHOLE for score in (before, now))
        x = chart.right + px(16)
        pygame.draw.rect(surface, colour, (x - px(1), ends[0], px(2), max(px(2), ends[1] - ends[0])))
        y = max(chart.y, ends[0] - px(14) - text.leading(16))
        text.say(surface, words, x, y, 16, colour, bold=True, align="centre")

    def _axes(self, surface: pygame.Surface, layout: ReviewLayout, turn: int | None) -> None:
        """Points at the left, turns below."""
        text, palette, px = self._desk.lettering, self._desk.palette, self._desk.frame.px
        for value in (0, 500, WHOLE):
            y = layout.chart.bottom - layout.chart.height * value // WHOLE - text.leading(15) // 2
            text.say(surface, str(value), layout.chart.x - px(12), y, 15, palette.ink_soft, align="right")
        for number in range(1, len(self._afterwards.reactions) + 1):
            slot, lit = layout.slot(number), number == turn
            colour = palette.vermilion if lit else palette.ink_soft
            x = slot.x + slot.width // 2
            text.say(surface, str(number), x, layout.numbers.y, 15, colour, bold=lit, align="centre")
