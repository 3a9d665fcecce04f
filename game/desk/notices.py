"""Sentences said in passing: a strip at the lower edge that comes, stays long enough to be read, and goes."""

from __future__ import annotations

import pygame

from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk

FADE = 160
"""Milliseconds of coming and going."""

READING = 70
"""Milliseconds that a letter stays, on top of two seconds."""


class Notices:
    """Shows `desk.sentences` one after another."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shown: str | None = None
        self._age = 0

    def mention_sounds(self) -> None:
        """Say whether sounds are on now."""
        words, on = self._desk.words, self._desk.settings.sounds
        self._instead(words("Sounds on") if on else words("Sounds off"))

    def mention_voice(self) -> None:
        """Say whether the screen is read aloud now."""
        desk = self._desk
        if not desk.voice.able:
            self._instead(desk.words("This computer has no voice to read with."))
        else:
            self._instead(desk.words("Reading aloud") if desk.voice.on else desk.words("Not reading aloud"))

    def _instead(self, sentence: str) -> None:
        self._desk.sentences[:] = [sentence]
        self._shown = None

    def _stay(self, sentence: str) -> int:
        return 2_000 + READING * len(sentence)

    def update(self, ms: int) -> None:
        """Let time pass."""
        if self._shown is None and self._desk.sentences:
            self._shown, self._age = self._desk.sentences.pop(0), 0
        elif self._shown is not None:
            self._age += ms
            if self._age > self._stay(self._shown):
                self._shown = None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what is being said, if anything."""
        if self._shown is None:
            return
        desk, frame, text = self._desk, self._desk.frame, self._desk.lettering
        lines = text.wrap(self._shown, 16, frame.px(640))
        width = max(text.width(line, 16) for line in lines) + frame.px(48)
        height = len(lines) * text.leading(16) + frame.px(20)
        rect = Rect((frame.width - width) // 2, frame.height - height - frame.px(56), width, height)
        sheet = pygame.Surface((width + frame.px(40), height + frame.px(40)), pygame.SRCALPHA)
        inner = Rect(frame.px(20), frame.px(20), width, height)
        lay(sheet, panel((width, height), frame.u, desk.palette.header, radius=10), inner)
        y = inner.y + frame.px(10)
        for line in lines:
            y = text.say(sheet, line, inner.centre[0], y, 16, desk.palette.header_text, align="centre")
        left = self._stay(self._shown) - self._age
        sheet.set_alpha(max(0, min(255, 255 * min(self._age + 40, left) // FADE)))
        surface.blit(sheet, (rect.x - frame.px(20), rect.y - frame.px(20)))
