"""Closed envelopes: how many things she never told, a count and no titles."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.desk.art import svg
from game.desk.panels import drawn
from game.desk.scene import Desk

MOST = 5
"""No more envelopes than this are drawn; the words give the count."""


def untold_words(desk: Desk, count: int, pronouns: Mapping[str, str]) -> str:
    """How many things were never told, in words; empty where everything was."""
    if count <= 0:
        return ""
    return desk.words.count(
        "One thing {she} never told you", "{n} things {she} never told you", count, **pronouns
    )


def envelope(desk: Desk, height: int) -> pygame.Surface:
    """One closed envelope with a seal."""
    palette = desk.palette
    body = (
        svg.rect(1, 1, 34, 22, palette.card, radius=2.5)
        + "<rect x='1' y='1' width='34' height='22' rx='2.5' fill='none' stroke-width='1.6'"
        + f" stroke='{palette.edge}'/>"
        + svg.stroke("M2 3 L18 14 L34 3", palette.edge, 1.6)
        + svg.circle(18, 14, 4, palette.vermilion)
    )
    return drawn(body, (height * 36 // 24, height), (0, 0, 36, 24))


def draw_envelopes(
    desk: Desk, surface: pygame.Surface, right: int, middle: int, count: int, pronouns: Mapping[str, str]
) -> int:
    """Draw envelopes and their sentence so that they end at `right`; returns where they begin."""
    words = untold_words(desk, count, pronouns)
    if not words:
        return right
    text, px = desk.lettering, desk.frame.px
    line = text.line(words, 15, desk.palette.ink)
    right -= line.get_width()
    surface.blit(line, (right, middle - line.get_height() // 2))
    right -= px(12)
    height = min(px(20), line.get_height())
    for _ in range(min(count, MOST)):
        image = envelope(desk, height)
        right -= image.get_width()
        surface.blit(image, (right, middle - height // 2))
        right -= px(6)
    return right
