"""Cards on the table, in two columns: what one can show or say, and what one has decided."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk

SIZES = (18, 17, 16, 15, 14, 13)
"""Sizes of letters that are tried until all cards lie on the table; what still does not can be scrolled."""

LEAST_LARGE = 15
"""Where text was asked to be large it is not made small again; cards are scrolled instead."""

FADE = 36
"""How far cards that go on beyond the table's edge fade out, pixels of the guide."""

Dealt = list[tuple[Rect, tuple[str, ...]]]
"""Cards with their lines: `x` counts columns, `y` and `height` are real pixels from the first row."""


def lay_cards(
    desk: Desk, surface: pygame.Surface, rect: Rect, texts: Sequence[str], mark: str, scroll: int
) -> tuple[int, int]:
    """Lay cards in two columns, one where letters are large.

    Returns:
        by how much they could still be scrolled, and where the last one ends; real pixels.
    """
    px, palette, text = desk.frame.px, desk.palette, desk.lettering
    columns = 1 if desk.frame.text > 1 or len(texts) == 1 else 2
    gap = px(12)
    width = (rect.width - gap * (columns - 1)) // columns
    size, cards = _deal(desk, texts, columns, width, rect.height)
    foot = max(card.bottom for card, _ in cards)
    over = max(0, foot - rect.height)
    beyond = [edge for edge, more in ((True, scroll < over), (False, scroll > 0)) if over and more]
    strips = [_strip(surface, rect, px(FADE), foot=edge) for edge in beyond]
    clip = surface.get_clip()
    if over:
        surface.set_clip(pygame.Rect(rect.x - px(12), rect.y, rect.width + px(24), rect.height))
    y = rect.y - min(scroll, over)
    for at, lines in cards:
        card = Rect(rect.x + at.x * (width + gap), y + at.y, width, at.height)
        lay(surface, panel((width, card.height), desk.u, palette.card, radius=6, shadow=4), card)
        pygame.draw.rect(surface, mark, (card.x, card.y + px(9), px(4), card.height - px(18)))
        top = card.y + px(12)
        for line in lines:
            top = text.say(surface, line, card.x + px(20), top, size, palette.ink)
    for edge, (place, wood) in zip(beyond, strips, strict=True):
        _fade(surface, place, wood, foot=edge)
    surface.set_clip(clip)
    return over, y + foot + gap


def _deal(desk: Desk, texts: Sequence[str], columns: int, width: int, room: int) -> tuple[float, Dealt]:
    """The largest size at which the cards fit, each laid into the shortest column."""
    px, text = desk.frame.px, desk.lettering
    for size in SIZES if desk.frame.text <= 1 else [each for each in SIZES if each >= LEAST_LARGE]:
        feet, cards = [0] * columns, []
        for words in texts:
            lines = text.wrap(words, size, width - px(38))
            column = feet.index(min(feet))
            height = len(lines) * text.leading(size) + px(24)
            cards.append((Rect(column, feet[column], width, height), lines))
            feet[column] += height + px(12)
        if max(feet) - px(12) <= room:
            break
    return size, cards


def _strip(
    surface: pygame.Surface, rect: Rect, high: int, *, foot: bool
) -> tuple[pygame.Rect, pygame.Surface]:
    """The bare table at the upper or the lower edge, before cards lie on it."""
    top = rect.bottom - high if foot else rect.y
    place = pygame.Rect(rect.x - high, top, rect.width + 2 * high, high).clip(surface.get_rect())
    if not place.width or not place.height:  # measured without being drawn
        return pygame.Rect(0, 0, 0, 0), pygame.Surface((1, 1))
    return place, surface.subsurface(place).copy()


def _fade(surface: pygame.Surface, place: pygame.Rect, wood: pygame.Surface, *, foot: bool) -> None:
    """Let the table show through the cards, the more the nearer to the edge."""
    for row in range(place.height):
        part = (row + 1) / place.height
        wood.set_alpha(round(255 * (part if foot else 1 - part)))
        surface.blit(wood, (place.x, place.y + row), (0, row, place.width, 1))
