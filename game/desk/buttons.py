"""The one default action of a screen, as a button that says its key."""

from __future__ import annotations

import pygame

from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk


def default_width(desk: Desk, label: str, size: float = 17) -> int:
    """How wide the button of a label is, in real pixels."""
    return desk.lettering.width(label, size, bold=True) + desk.frame.px(36)


def draw_default(desk: Desk, surface: pygame.Surface, label: str, room: Rect, most: float = 17) -> Rect:
    """Draw the button at the right end of a row as high as it is to be; returns where it is."""
    text, px, palette = desk.lettering, desk.frame.px, desk.palette
    sizes = [size for size in (17, 16, 15, 14, 13, 12) if size <= most]
    size = text.fit([label], room.width - px(36), 1, sizes, bold=True)
    wide = default_width(desk, label, size)
    rect = Rect(room.right - wide, room.y, wide, room.height)
    lay(surface, panel((wide, room.height), desk.u, palette.vermilion, radius=10, shadow=0), rect)
    x, ink = rect.centre[0], palette.card
    text.say(surface, label, x, rect.y, size, ink, bold=True, align="centre", leading=rect.height)
    return rect
