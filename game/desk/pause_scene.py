"""A pause: story time stands still anyway; what one may want to do is listed, the first row goes on."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desk.intents import Want, intent_of
from game.desk.layout import Rect
from game.desk.menu import Menu, MenuRow
from game.desk.panels import lay, panel, veil
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.language.locale import Locale


class PauseScene:
    """Go on, settings, begin anew, or leave; everything said so far is kept.

    Args:
        desk: everything a scene may use.
        begin_anew: None where that is not allowed: in a class every attempt counts.
    """

    def __init__(self, desk: Desk, begin_anew: Callable[[], None] | None) -> None:
        self._desk = desk
        self._begin_anew = begin_anew
        self._menu = Menu(desk, ())
        self._sheet = Rect(0, 0, 0, 0)

    def _rows(self) -> list[MenuRow]:
        words = self._desk.words
        anew = []
        if self._begin_anew is not None:
            same = words("The same morning, from the first line.")
            anew = [MenuRow(words("Begin anew"), self._begin_anew, same)]
        away = words("To the title") if self._desk.seat is None else words("To the class")
        return [
            MenuRow(words("Go on"), self._desk.back),
            MenuRow(words("Settings"), self._settings),
            *anew,
            MenuRow(away, self._title, words("What was said is kept.")),
        ]

    def _settings(self) -> None:
        from game.desk.settings_scene import SettingsScene

        self._desk.over(SettingsScene(self._desk))

    def _title(self) -> None:
        from game.desk.doors import home

        home(self._desk)

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key or a click."""
        intent = intent_of(event, self._menu.targets())
        if intent is None:
            return
        if intent.want is Want.BACK:
            self._desk.sounds.play(Sound.PAPER)
            self._desk.back()
        else:
            self._menu.handle(intent)

    def update(self, ms: int) -> None:
        """Nothing moves in a pause."""

    def resize(self, size: tuple[int, int]) -> None:
        """Lay the sheet out in the middle."""
        desk, frame = self._desk, self._desk.frame
        self._menu = Menu(desk, self._rows(), self._menu.focus)
        width = frame.px(440 * (1 + 0.4 * (frame.text - 1)))
        inner = width - frame.px(64)
        head = desk.lettering.leading(30) + frame.px(34)
        rows = self._menu.lay_out(0, 0, inner)
        left = (size[0] - width) // 2
        top = (size[1] - head - rows - frame.px(20)) // 2
        self._sheet = Rect(left, top, width, head + rows + frame.px(20))
        self._menu.lay_out(left + frame.px(32), top + head, inner)

    def relanguage(self, locale: Locale) -> None:
        """Rows are written anew by `resize`, which follows."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the sheet over the stage."""
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        surface.blit(veil(surface.get_size(), palette.header, 150), (0, 0))
        size = (self._sheet.width, self._sheet.height)
        lay(surface, panel(size, desk.u, palette.card, radius=18, shadow=6), self._sheet)
        x, y = self._sheet.x + px(34), self._sheet.y + px(18)
        desk.lettering.say(surface, desk.words("Pause"), x, y, 30, palette.ink, bold=True)
        self._menu.draw(surface)
