"""Keys and clicks mean what the lower edge of the screen says."""

from __future__ import annotations

import pygame
import pytest

from game.desk.intents import Intent, Target, Want, hit, intent_of, key_intent
from game.desk.layout import Rect


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        (pygame.K_1, Intent(Want.CHOOSE, 0)),
        (pygame.K_4, Intent(Want.CHOOSE, 3)),
        (pygame.K_KP3, Intent(Want.CHOOSE, 2)),
        (pygame.K_RETURN, Intent(Want.CONFIRM)),
        (pygame.K_SPACE, Intent(Want.SKIP)),
        (pygame.K_UP, Intent(Want.UP)),
        (pygame.K_n, Intent(Want.NOTEBOOK)),
        (pygame.K_ESCAPE, Intent(Want.BACK)),
        (pygame.K_F2, Intent(Want.LANGUAGE)),
        (pygame.K_F11, Intent(Want.FULL_SCREEN)),
        (pygame.K_m, Intent(Want.MUTE)),
        (pygame.K_v, Intent(Want.VOICE)),
        (pygame.K_q, Intent(Want.OTHER)),
    ],
)
def test_keys(key: int, meant: Intent) -> None:
    assert key_intent(key) == meant


def test_keys_that_accompany_others_mean_nothing() -> None:
    assert key_intent(pygame.K_LSHIFT) is None
    assert key_intent(pygame.K_TAB, pygame.KMOD_ALT) is None
    assert key_intent(pygame.K_RETURN, pygame.KMOD_ALT) == Intent(Want.FULL_SCREEN)


def test_what_lies_on_top_is_clicked() -> None:
    targets = [
        Target(Rect(0, 0, 100, 100), Intent(Want.CHOOSE, 0)),
        Target(Rect(50, 50, 100, 100), Intent(Want.CHOOSE, 1)),
    ]
    assert hit((10, 10), targets) == Intent(Want.CHOOSE, 0)
    assert hit((60, 60), targets) == Intent(Want.CHOOSE, 1)
    assert hit((200, 200), targets) is None


def test_a_click_beside_everything_is_still_any_key() -> None:
    event = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1)
    assert intent_of(event) == Intent(Want.OTHER)
    wheel = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=4)
    assert intent_of(wheel) is None


def test_the_pointer_points_only_at_what_can_be_chosen() -> None:
    move = pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0))
    assert intent_of(move, [Target(Rect(0, 0, 9, 9), Intent(Want.CHOOSE, 2))]) == Intent(Want.POINT, 2)
    assert intent_of(move, [Target(Rect(0, 0, 9, 9), Intent(Want.BACK))]) is None
