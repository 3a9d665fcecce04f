"""An empty room, until a scenario that is being written can be played for the first time."""

from __future__ import annotations

import pygame

from game.desk.doors import MORNING, PATIENCE, PLACE
from game.desk.intents import Want, intent_of
from game.desk.scene import Desk
from game.language.locale import Locale


class WatchWaitingScene:
    """Shows a place, and says that the door is being opened where that takes long."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._waited = 0

    def handle(self, event: pygame.event.Event) -> None:
        """Only the way back is open."""
        intent = intent_of(event)
        if intent is not None and intent.want is Want.BACK:
            from game.desk.title_scene import TitleScene

            self._desk.go(TitleScene(self._desk))

    def update(self, ms: int) -> None:
        """Let time pass."""
        self._waited += ms

    def resize(self, size: tuple[int, int]) -> None:
        """Everything is drawn anew."""

    def relanguage(self, locale: Locale) -> None:
        """Everything is said anew."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the place."""
        desk = self._desk
        desk.backdrops.show(PLACE, MORNING, desk.size).draw(surface)
        overlay = desk.overlay
        if self._waited > PATIENCE and (overlay is None or not overlay.busy):
            word = desk.lettering.line(desk.words("Opening the door …"), 22, desk.palette.header_text)
            surface.blit(word, ((surface.get_width() - word.get_width()) // 2, surface.get_height() * 2 // 3))
