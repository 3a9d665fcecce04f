"""SVG text to pygame surfaces: the only place that calls the rasteriser."""

from __future__ import annotations

import io

import pygame


def raster(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """The picture at a size in pixels, with transparency, in the screen's own format where there is one."""
    width, height = max(1, size[0]), max(1, size[1])
    surface = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))
    return surface.convert_alpha() if pygame.display.get_surface() is not None else surface


def blurred(surface: pygame.Surface, radius: float) -> pygame.Surface:
    """The surface out of focus; a radius below half a pixel leaves it sharp."""
    whole = round(radius)
    return pygame.transform.gaussian_blur(surface, whole) if whole >= 1 else surface
