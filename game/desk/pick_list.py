"""A menu in a room: more rows than fit are scrolled, and the one in focus is always seen."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.menu import Menu


class PickList(Menu):
    """Rows of which one is lit, as many as fit into a room at a time."""

    _room = Rect(0, 0, 0, 0)

    def lay_in(self, room: Rect) -> None:
        """Stack the rows in a room so that the one in focus is seen."""
        self._room = room
        px = self._desk.frame.px
        bottom = self.lay_out(room.x, room.y, room.width) - px(10)
        if not self._rects or bottom <= room.bottom:
            return
        lit = self._rects[self.focus]
        wanted = max(0, min(lit.centre[1] - room.centre[1], bottom - room.bottom))
        tops = [rect.y - room.y for rect in self._rects]
        moved = next((top for top in tops if top >= wanted), tops[-1])  # the first row is seen as a whole
        self._rects = tuple(rect.moved(down=-moved) for rect in self._rects)

    def handle(self, intent: Intent) -> bool:
        """Move the focus or run a row; rows follow the keys, not the pointer."""
        before = self.focus
        done = super().handle(intent)
        if self.focus != before and intent.want in (Want.UP, Want.DOWN):
            self.lay_in(self._room)
        return done

    def roll(self, steps: int) -> bool:
        """Move the rows without the focus; False where all of them are seen."""
        if not self._rects:
            return False
        top, bottom = self._rects[0].y, self._rects[-1].bottom
        if top >= self._room.y and bottom <= self._room.bottom:
            return False
        by = max(self._room.bottom - bottom, min(-steps * self._desk.frame.px(40), self._room.y - top))
        self._rects = tuple(rect.moved(down=by) for rect in self._rects)
        return True

    def targets(self) -> Iterator[Target]:
        """What can be clicked: what is seen of the rows."""
        for target in super().targets():
            top = max(target.rect.y, self._room.y)
            bottom = min(target.rect.bottom, self._room.bottom)
            if bottom > top:
                yield Target(Rect(target.rect.x, top, target.rect.width, bottom - top), target.intent)

    def draw(self, surface: pygame.Surface, *, dark: bool = False) -> None:
        """Draw what is seen of the rows."""
        px, clip, room = self._desk.frame.px, surface.get_clip(), self._room
        wide = pygame.Rect(room.x - px(14), room.y - px(6), room.width + px(28), room.height + px(12))
        surface.set_clip(wide.clip(clip))
        super().draw(surface, dark=dark)
        surface.set_clip(clip)
