"""From a key or a click to what the player means. Pure: nothing happens here.

Screens answer intents, never keys, so that every screen can be driven by keyboard, pointer and tests alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, unique

import pygame

from game.desk.layout import Rect


@unique
class Want(Enum):
    """What can be meant."""

    CHOOSE = "choose"  # the number-th thing, counted from 0
    POINT = "point"  # the pointer rests on the number-th thing
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    CONFIRM = "confirm"
    SKIP = "skip"
    NOTEBOOK = "notebook"
    BACK = "back"  # pause in a conversation, otherwise one screen back
    LANGUAGE = "language"
    MUTE = "mute"
    VOICE = "voice"
    FULL_SCREEN = "full screen"
    RETRY = "retry"
    LESSON = "lesson"
    FIND = "find"  # a better line
    BEST = "best"  # how it would have gone on
    NEXT = "next"  # the next of several things beside one another
    OTHER = "other"  # a key without a meaning of its own; still "any key"


@dataclass(frozen=True, slots=True)
class Intent:
    """What the player wants; `number` counts from 0 where there are several things."""

    want: Want
    number: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the screen that means something when clicked."""

    rect: Rect
    intent: Intent


_KEYS = {
    pygame.K_UP: Want.UP,
    pygame.K_DOWN: Want.DOWN,
    pygame.K_LEFT: Want.LEFT,
    pygame.K_RIGHT: Want.RIGHT,
    pygame.K_RETURN: Want.CONFIRM,
    pygame.K_KP_ENTER: Want.CONFIRM,
    pygame.K_SPACE: Want.SKIP,
    pygame.K_n: Want.NOTEBOOK,
    pygame.K_ESCAPE: Want.BACK,
    pygame.K_AC_BACK: Want.BACK,
    pygame.K_F2: Want.LANGUAGE,
    pygame.K_m: Want.MUTE,
    pygame.K_v: Want.VOICE,
    pygame.K_F11: Want.FULL_SCREEN,
    pygame.K_r: Want.RETRY,
    pygame.K_l: Want.LESSON,
    pygame.K_f: Want.FIND,
    pygame.K_b: Want.BEST,
    pygame.K_TAB: Want.NEXT,
}
_DIGITS = {getattr(pygame, f"K_{row}{digit}"): digit - 1 for row in ("", "KP") for digit in range(1, 10)}
_SILENT = frozenset(
    {
        pygame.K_LSHIFT,
        pygame.K_RSHIFT,
        pygame.K_LCTRL,
        pygame.K_RCTRL,
        pygame.K_LALT,
        pygame.K_RALT,
        pygame.K_LMETA,
        pygame.K_RMETA,
        pygame.K_CAPSLOCK,
        pygame.K_NUMLOCKCLEAR,
        pygame.K_PRINTSCREEN,
    }
)


def key_intent(key: int, modifiers: int = 0) -> Intent | None:
    """What a key means; None for keys that only accompany others.

    Alt with Enter is full screen, as players expect; other keys held with Alt or the system's key belong to
    the system.
    """
    if key in _SILENT:
        return None
    if modifiers & pygame.KMOD_ALT and key in (pygame.K_RETURN, pygame.K_KP_ENTER):
        return Intent(Want.FULL_SCREEN)
    if modifiers & (pygame.KMOD_ALT | pygame.KMOD_META):
        return None
    if key in _DIGITS:
        return Intent(Want.CHOOSE, _DIGITS[key])
    return Intent(_KEYS.get(key, Want.OTHER))


def hit(point: tuple[int, int], targets: Iterable[Target]) -> Intent | None:
    """What lies under a point; the target drawn last lies on top."""
    found = None
    for target in targets:
        if target.rect.contains(point):
            found = target.intent
    return found


def intent_of(event: pygame.event.Event, targets: Iterable[Target] = ()) -> Intent | None:
    """What an event of the window means, given what can be clicked; None when it means nothing."""
    if event.type == pygame.KEYDOWN:
        return key_intent(event.key, getattr(event, "mod", 0))
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
        return hit(event.pos, targets) or Intent(Want.OTHER)
    if event.type == pygame.MOUSEMOTION:
        under = hit(event.pos, targets)
        return Intent(Want.POINT, under.number) if under and under.want is Want.CHOOSE else None
    return None
