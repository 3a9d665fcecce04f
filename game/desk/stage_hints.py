"""What the stage says about itself: which keys do what, and the one hint of the game."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.art import icons
from game.desk.key_line import draw_keys
from game.desk.layout import Rect
from game.desk.panels import drawn, lay, panel
from game.desk.scene import Desk
from game.desk.stage_layout import COUNTER, scenery_of
from game.desk.talk_column import TOLD, Card


def draw_key_line(desk: Desk, surface: pygame.Surface, cards: Sequence[Card], *, settled: bool) -> None:
    """The keys of the moment, and what the mark on a card means where there is one."""
    frame, words = desk.frame, desk.words
    hints: tuple[str, ...]
    if not settled:
        hints = (words("any key: at once"), words("Esc pause"))
    elif not cards:
        hints = (words("any key: read on"), words("Esc pause"))
    else:
        hints = (words("1–4 choose"), words("N notebook"), words("F2 language"), words("Esc pause"))
    right, middle = frame.width - frame.px(40), frame.height - frame.px(17)
    left = draw_keys(desk, surface, hints, right, middle, TOLD)
    if settled and any(card.marked for card in cards):
        left = draw_keys(desk, surface, (words("said last time"),), left - frame.px(24), middle, TOLD)
        sign = drawn(icons.again(9, 9, 7, TOLD), (frame.px(18), frame.px(18)), (0, 0, 18, 18))
        surface.blit(sign, (left - frame.px(24), middle - frame.px(9)))


def draw_hint(desk: Desk, surface: pygame.Surface) -> None:
    """The only words of instruction in the game, under the first face that is ever met."""
    px = desk.frame.px
    sentence = desk.words("Look at the face before you read.")
    image = desk.lettering.line(sentence, 18, desk.palette.header_text, bold=True)
    size = (image.get_width() + px(40), image.get_height() + px(16))
    scenery = scenery_of(desk.frame)
    left = max(px(12), scenery.x + (scenery.width - size[0]) // 2)
    place = Rect(left, desk.frame.height - px(COUNTER + 24) - size[1], *size)
    lay(surface, panel(size, desk.u, desk.palette.header, radius=10, shadow=3, opacity=0.86), place)
    surface.blit(image, (place.x + px(20), place.y + px(8)))
