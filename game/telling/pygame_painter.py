"""Paints charts onto a pygame surface; the one module of telling that opens pygame.

Shapes go through the SVG painter, so that both pictures are the same; letters are set by whoever sets all
the others on the screen.
"""

from __future__ import annotations

import io
from typing import Literal, Protocol

import pygame

from game.telling.charts import Chart, Label
from game.telling.svg_painter import svg
from game.telling.tones import LIGHT, Tones

MARGIN = 8
"""Room around a chart, in pixels of the guide, for strokes and dots that reach over its edge."""


class Letters(Protocol):
    """Sets text; sizes are pixels of the guide, places real pixels."""

    def width(self, text: str, px: float, bold: bool = False) -> int:
        """How wide a line is, in real pixels."""
        ...

    def leading(self, px: float) -> int:
        """How high a line is, in real pixels."""
        ...

    def say(
        self,
        surface: pygame.Surface,
        text: str,
        x: int,
        y: int,
        px: float,
        colour: str,
        *,
        bold: bool = False,
        align: Literal["left", "centre", "right"] = "left",
    ) -> int:
        """Write one line whose box begins at `y`; returns the y below it."""
        ...


def shapes(chart: Chart, size: tuple[int, int], unit: float, tones: Tones = LIGHT) -> pygame.Surface:
    """Everything of a chart but its letters, with `MARGIN` around it; costs a few milliseconds, keep it.

    Args:
        chart: what to paint.
        size: of the chart's room in real pixels.
        unit: real pixels per pixel of the guide.
        tones: colours by purpose.
    """
    margin = round(MARGIN * unit)
    text = svg(chart, *size, tones, letters=False, margin=margin, unit=unit)
    whole = (size[0] + 2 * margin, size[1] + 2 * margin)
    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), whole)


def paint(
    chart: Chart,
    surface: pygame.Surface,
    room: tuple[int, int, int, int],
    letters: Letters,
    unit: float,
    tones: Tones = LIGHT,
    drawn: pygame.Surface | None = None,
) -> None:
    """Paint a chart.

    Args:
        chart: what to paint.
        surface: what to paint on.
        room: left, top, width, height in real pixels.
        letters: sets the labels.
        unit: real pixels per pixel of the guide.
        tones: colours by purpose.
        drawn: the shapes, when they were drawn before.
    """
    left, top, width, height = room
    margin = round(MARGIN * unit)
    surface.blit(drawn or shapes(chart, (width, height), unit, tones), (left - margin, top - margin))
    for mark in chart.marks:
        if isinstance(mark, Label):
            x = round(left + mark.x * width)
            tall = letters.leading(mark.size)
            y = round(top + (1 - mark.y) * height - mark.lift * unit - tall / 2)
            if mark.plate:
                _plate(surface, mark, x, y, letters, unit, tones)
            letters.say(
                surface, mark.text, x, y, mark.size, tones[mark.tone], bold=mark.bold, align=mark.anchor
            )


def _plate(
    surface: pygame.Surface, mark: Label, x: int, y: int, letters: Letters, unit: float, tones: Tones
) -> None:
    """The small ground beneath a label."""
    wide = letters.width(mark.text, mark.size, mark.bold)
    start = {"left": x, "centre": x - wide // 2, "right": x - wide}[mark.anchor]
    pad = round(5 * unit)
    box = pygame.Rect(
        start - pad, y + round(unit), wide + 2 * pad, letters.leading(mark.size) - round(2 * unit)
    )
    pygame.draw.rect(surface, tones["plate"], box, border_radius=round(6 * unit))
