"""What a page of the debrief is: one way of looking back, with one turn chosen on all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pygame

from game.desk.intents import Intent, Target
from game.desk.layout import Rect

TURNS = 100
"""Clicks on a turn choose this number plus the turn."""

TABS = 60
"""Clicks on a tab within a page choose this number plus the tab, counted from 0."""


class DebriefPage(Protocol):
    """One page between the header and the bar at the foot."""

    def resize(self, room: Rect) -> None:
        """Lay out anew in a room of real pixels."""
        ...

    def choose(self, turn: int) -> None:
        """Look at another turn (1 is the first)."""
        ...

    def handle(self, intent: Intent) -> int | None:
        """Answer what is meant for this page; the turn that is to be looked at, or None."""
        ...

    def targets(self) -> Iterator[Target]:
        """What can be clicked."""
        ...

    def update(self, ms: int) -> None:
        """Let time pass."""
        ...

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page."""
        ...

    def said(self) -> str:
        """What stands on the page, to be read aloud."""
        ...
