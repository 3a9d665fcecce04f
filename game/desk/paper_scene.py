"""A sheet of paper over whatever lies beneath; it scrolls where it is longer than the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pygame

from game.desk.intents import Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import Rect
from game.desk.panels import lay, panel, veil
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.language.locale import Locale

SIZES = (20, 19, 18, 17, 16)
"""Letters of the text, from what was asked for down to what is still easy to read."""

STEP = 60
"""How far a key or the wheel moves the text, in pixels of the guide."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines in one kind of letters; `space` above them, pixels of the guide."""

    lines: tuple[str, ...]
    size: float
    soft: bool = False
    bold: bool = False
    space: float = 0.0


class PaperScene:
    """One sheet; what stands on it is written by those that derive from this."""

    key: ClassVar[Want] = Want.LESSON
    """The key that opened it closes it too."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sheet = Rect(0, 0, 0, 0)
        self._room = Rect(0, 0, 0, 0)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._high = 0
        self.scrolled = 0  # real pixels
        desk.voice.instead(self.said(), desk.locale)

    @property
    def furthest(self) -> int:
        """How far the text can be moved, in real pixels; 0 where all of it is seen."""
        return max(0, self._high - self._room.height)

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the wheel."""
        if event.type == pygame.MOUSEWHEEL and event.y:
            self._scroll(-event.y)
            return
        intent = intent_of(event)
        if intent is None:
            return
        clicked = event.type == pygame.MOUSEBUTTONDOWN
        match intent.want:
            case Want.BACK | Want.CONFIRM | Want.SKIP | self.key:
                self._close()
            case Want.UP | Want.DOWN:
                self._scroll(1 if intent.want is Want.DOWN else -1)
            case Want.OTHER if clicked and not self._sheet.contains(event.pos):
                self._close()

    def _close(self) -> None:
        self._desk.sounds.play(Sound.PAPER)
        self._desk.back()

    def _scroll(self, steps: int) -> None:
        self.scrolled = min(max(0, self.scrolled + steps * self._desk.frame.px(STEP)), self.furthest)

    def update(self, ms: int) -> None:
        """Nothing moves on paper."""

    def relanguage(self, locale: Locale) -> None:
        """Written anew by `resize`, which follows."""

    def resize(self, size: tuple[int, int]) -> None:
        """Lay the sheet out in the middle, with the largest letters that need no scrolling."""
        frame, text = self._desk.frame, self._desk.lettering
        width = min(frame.px(760 * (1 + 0.5 * (frame.text - 1))), size[0] - frame.px(80))
        inner = width - frame.px(88)
        foot = text.leading(15) + frame.px(24)
        most = size[1] - frame.px(40) - frame.px(22) - foot
        for letters in SIZES:
            self._paragraphs = tuple(self.written(letters, inner))
            self._high = sum(self._height(each) for each in self._paragraphs)
            if self._high <= most:
                break
        seen = min(self._high, most)
        whole = frame.px(22) + seen + foot
        self._sheet = Rect((size[0] - width) // 2, (size[1] - whole) // 2, width, whole)
        self._room = Rect(self._sheet.x + frame.px(44), self._sheet.y + frame.px(22), inner, seen)
        self._scroll(0)

    def written(self, size: float, width: int) -> Iterator[Paragraph]:  # noqa: ARG002
        """Everything on the sheet, from the top down; a sheet that nobody has written on is empty.

        Args:
            size: of the letters, pixels of the guide.
            width: of the room for them, real pixels.
        """
        return iter(())

    def said(self) -> str:
        """The whole sheet, to be read aloud."""
        return "\n".join(line for paragraph in self._paragraphs for line in paragraph.lines)

    def closing(self) -> str:
        """What the key that closes it does, in words."""
        return ""

    def _height(self, paragraph: Paragraph) -> int:
        desk = self._desk
        return len(paragraph.lines) * desk.lettering.leading(paragraph.size) + desk.frame.px(paragraph.space)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the sheet over the page."""
        desk, px, palette, text = self._desk, self._desk.frame.px, self._desk.palette, self._desk.lettering
        surface.blit(veil(surface.get_size(), palette.header, 150), (0, 0))
        size = (self._sheet.width, self._sheet.height)
        lay(surface, panel(size, desk.u, palette.card, radius=16, shadow=6), self._sheet)
        mark = (self._sheet.x, self._sheet.y + px(26), px(6), size[1] - px(52))
        pygame.draw.rect(surface, palette.sky, mark)
        clip = surface.get_clip()
        room = self._room
        surface.set_clip(pygame.Rect(room.x, room.y, room.width + px(20), room.height).clip(clip))
        y = room.y - self.scrolled
        for paragraph in self._paragraphs:
            y += px(paragraph.space)
            ink = palette.ink_soft if paragraph.soft else palette.ink
            for line in paragraph.lines:
                y = text.say(surface, line, room.x, y, paragraph.size, ink, bold=paragraph.bold)
        surface.set_clip(clip)
        hints = (desk.words("↑ ↓ more"),) if self.furthest else ()
        middle = self._sheet.bottom - px(14) - text.leading(15) // 2
        draw_keys(desk, surface, (*hints, self.closing()), room.right, middle, palette.ink_soft)
