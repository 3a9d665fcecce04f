"""Judgements on the screen: their names and their signs, shape before colour."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.analysis.judgement import Judgement
from game.desk.art.marks import judgement as sign_of
from game.desk.art.palette import LIGHT, NIGHT
from game.desk.art.svg import circle
from game.desk.panels import drawn
from game.desk.scene import Desk
from game.telling.judgements import NAMES


def verdict(desk: Desk, judgement: Judgement) -> str:
    """What a judgement is called in the language of the moment."""
    return NAMES[judgement].said(desk.locale)


def badge(desk: Desk, judgement: Judgement, size: int, *, rim: bool = False) -> pygame.Surface:
    """The sign of a judgement.

    Args:
        desk: whose palette is used.
        judgement: what it is a sign of.
        size: real pixels, both ways.
        rim: with a rim in the colour of the card, so that it stands out from lines.
    """
    return _badge(judgement, size, rim, desk.settings.night)


@lru_cache(maxsize=64)
def _badge(judgement: Judgement, size: int, rim: bool, night: bool) -> pygame.Surface:
    palette = NIGHT if night else LIGHT
    body = circle(16, 16, 15, palette.card) if rim else ""
    return drawn(body + sign_of(judgement.value, 16, 16, 12, palette), (size, size), (0, 0, 32, 32))


def unjudged(desk: Desk, size: int) -> pygame.Surface:
    """An empty ring: nobody has looked at this line yet."""
    return drawn(sign_of("", 16, 16, 12, desk.palette), (size, size), (0, 0, 32, 32))
