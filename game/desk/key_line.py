"""The small line at the lower edge that says which keys do what."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.scene import Desk

SPACE = 24
"""Units between one hint and the next."""


def draw_keys(
    desk: Desk, surface: pygame.Surface, hints: Sequence[str], right: int, middle: int, colour: str
) -> int:
    """Draw hints so that they end at `right`, around the height `middle`; returns where they begin."""
    text, x = desk.lettering, right
    for hint in reversed(hints):
        image = text.line(hint, 15, colour)
        x -= image.get_width()
        surface.blit(image, (x, middle - image.get_height() // 2))
        x -= desk.frame.px(SPACE)
    return x + desk.frame.px(SPACE)
