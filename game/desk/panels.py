"""Cards, bubbles, keys and chips: rounded surfaces with soft shadows, drawn once and kept.

They are written as SVG in real pixels, because pygame's own rounded corners are not smoothed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import pygame

from game.desk.art import svg
from game.desk.art.raster import raster
from game.desk.layout import Rect

SHADOW = 12
"""How far a soft shadow reaches beyond its panel, in real pixels at unit 1."""


def _soft(
    rect: tuple[float, float, float, float], radius: float, unit: float, depth: float, ink: float
) -> str:
    x, y, width, height = rect
    return "".join(
        svg.rect(
            x - step * unit,
            y + (depth - step) * unit,
            width + 2 * step * unit,
            height + 2 * step * unit,
            "#0C1214",
            ink,
            radius + step * unit,
        )
        for step in range(1, 9)
    )


@lru_cache(maxsize=160)
def panel(
    size: tuple[int, int],
    unit: float,
    fill: str,
    *,
    radius: float = 12,
    border: str = "",
    border_width: float = 0.0,
    shadow: float = 3,
    shadow_ink: float = 0.03,
    light: str = "",
    opacity: float = 1.0,
) -> pygame.Surface:
    """A rounded panel with room for its shadow around it; draw it with `lay`.

    Args:
        size: of the panel itself, in real pixels.
        unit: real pixels per pixel of the guide.
        fill: its colour.
        radius: of the corners, in pixels of the guide.
        border: colour of the frame, empty for none.
        border_width: in pixels of the guide.
        shadow: how far the shadow falls, 0 for none.
        shadow_ink: how dark each of its eight layers is.
        light: colour of a bright upper edge, empty for none.
        opacity: of the filling.
    """
    margin = round(SHADOW * unit)
    width, height = size
    corner = min(radius * unit, width / 2, height / 2)
    parts = []
    if shadow:
        parts.append(_soft((margin, margin, width, height), corner, unit, shadow, shadow_ink))
    parts.append(svg.rect(margin, margin, width, height, fill, opacity, corner))
    if light:
        y = margin + unit
        parts.append(
            svg.stroke(f"M{margin + corner} {y} H{margin + width - corner}", light, 2 * unit, opacity=0.8)
        )
    if border:
        line = max(1.0, border_width * unit)
        parts.append(
            f"<rect x='{margin + line / 2:.2f}' y='{margin + line / 2:.2f}' width='{width - line:.2f}'"
            f" height='{height - line:.2f}' rx='{max(0.0, corner - line / 2):.2f}' fill='none'"
            f" stroke='{border}' stroke-width='{line:.2f}'/>"
        )
    box = (width + 2 * margin, height + 2 * margin)
    return raster(svg.document("".join(parts), (0, 0, *box)), box)


def lay(surface: pygame.Surface, image: pygame.Surface, rect: Rect) -> None:
    """Draw a panel so that the panel itself, not its shadow, fills the rectangle."""
    surface.blit(
        image,
        (rect.x - (image.get_width() - rect.width) // 2, rect.y - (image.get_height() - rect.height) // 2),
    )


@lru_cache(maxsize=64)
def drawn(
    body: str, size: tuple[int, int], box: tuple[float, float, float, float], defs: str = ""
) -> pygame.Surface:
    """A small picture written as SVG elements in a box of its own."""
    return raster(svg.document(body, box, defs), size)


@lru_cache(maxsize=16)
def veil(size: tuple[int, int], colour: str, opacity: int) -> pygame.Surface:
    """A sheet of one colour over everything beneath, 0..255 opaque."""
    sheet = pygame.Surface(size)
    sheet.fill(colour)
    sheet.set_alpha(opacity)
    return sheet


@contextmanager
def fading(surface: pygame.Surface, rect: Rect, part: float) -> Iterator[None]:
    """What is drawn inside shows only `part` (0..1) strong over what was there before.

    Args:
        surface: what is drawn on.
        rect: where; nothing outside of it may be drawn meanwhile.
        part: 1 draws as if this were not here.
    """
    area = pygame.Rect(rect).clip(surface.get_rect())
    if part >= 1 or not area.width or not area.height:
        yield
        return
    before = surface.subsurface(area).copy()
    yield
    before.set_alpha(round(255 * (1 - part)))
    surface.blit(before, area)
