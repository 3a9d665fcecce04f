"""One turn on a card: what you said, what she thought, and the lesson that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desk.afterwards import Afterwards
from game.desk.film_strip import GROUND, FilmStrip
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.ports import LessonCard
from game.desk.scene import Desk
from game.telling.phrasing import STAGE_NAMES

SIZES = (20, 19, 18, 17, 16, 15, 14, 13, 12, 11)
"""From what was asked for down to what always fits."""


@dataclass(frozen=True, slots=True)
class Part:
    """A small heading and what stands beneath it."""

    label: str
    words: str
    size: float = 0.0  # less than the first size, in pixels of the guide


class TurnCard:
    """Draws the card at the left of the review."""

    def __init__(self, desk: Desk, afterwards: Afterwards, strip: FilmStrip) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._strip = strip
        self.link = Rect(0, 0, 0, 0)

    def parts(self, turn: int) -> tuple[Part, ...]:
        """What there is to read about a turn, in the order in which it is read."""
        words, locale, afterwards = self._desk.words, self._desk.locale, self._afterwards
        parts = [Part(words("You said"), afterwards.line(turn, locale))]
        pronouns = afterwards.pronouns(afterwards.reactions[turn - 1].person, locale)
        thought, answer = afterwards.thought(turn, locale), afterwards.answer(turn, locale)
        if thought:
            parts.append(Part(words("{She} thought").format(**pronouns), thought, 2))
        elif answer is not None and answer.speech:
            parts.append(Part(words("{She} said").format(**pronouns), answer.speech, 2))
        elif answer is not None and answer.cue:
            parts.append(Part(words("To be seen"), answer.cue, 2))
        return tuple(parts)

    def heading(self, turn: int) -> str:
        """The turn, and that it was the one that cost most."""
        words = self._desk.words
        if turn == self._afterwards.turning:
            return words("Turn {n}: the turning point", n=turn)
        return words("Turn {n}", n=turn)

    def lesson(self, turn: int) -> LessonCard | None:
        """What the line of a turn practises; None where nobody knows."""
        lessons = self._desk.lessons
        return lessons.card(self._afterwards.learnt(turn)) if lessons is not None else None

    def _draw_link(self, surface: pygame.Surface, room: Rect, turn: int) -> int:
        """The way to the lesson along the lower edge; where the room above it ends."""
        desk, text, card = self._desk, self._desk.lettering, self.lesson(turn)
        if card is None:
            self.link = Rect(0, 0, 0, 0)
            return room.bottom
        title = card.title.said(desk.locale)
        label = desk.words("L  Lesson: {title}" if card.lesson else "L  Field guide: {title}", title=title)
        size = text.fit([label], room.width, 1, (16, 15, 14, 13, 12, 11))
        high = text.leading(16)
        self.link = Rect(room.x, room.bottom - high, min(room.width, text.width(label, size)), high)
        text.say(surface, label, room.x, self.link.y, size, desk.palette.sky, leading=high)
        return self.link.y

    def draw(self, surface: pygame.Surface, room: Rect, turn: int) -> None:
        """Draw the card."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        lay(surface, panel((room.width, room.height), desk.u, palette.card, radius=16), room)
        inner = room.inset(px(24), px(12))
        turned = turn == self._afterwards.turning
        reaction = self._afterwards.reactions[turn - 1]
        stage = STAGE_NAMES[reaction.change.stage_before].said(desk.locale)
        ink = palette.vermilion if turned else palette.ink
        size = text.fit([f"{self.heading(turn)}  {stage}"], inner.width, 1, (21, 19, 17, 15, 13), bold=True)
        bottom = text.say(surface, self.heading(turn), inner.x, inner.y, size, ink, bold=True)
        text.say(
            surface, stage, inner.right, inner.y, min(16, size), palette.ink_soft, align="right",
            leading=text.leading(size),
        )  # fmt: skip
        parts = self.parts(turn)
        face = self._face_size(room)
        rest = Rect(inner.x, bottom, inner.width, self._draw_link(surface, inner, turn) - bottom)
        size, large = self._fitting(parts, rest, face)
        y = rest.y + px(2)
        for number, part in enumerate(parts):
            x, wide = rest.x, rest.width
            if number == 1 and large:
                pygame.draw.line(
                    surface, palette.line, (x, y + px(4)), (rest.right, y + px(4)), max(1, px(1))
                )
                y += px(12)
                shown = self._strip.face(reaction, face)
                if shown is not None:
                    frame = Rect(x, y, *face)
                    lay(surface, panel(face, desk.u, GROUND[desk.settings.night], radius=10, shadow=0), frame)
                    surface.blit(shown, (x, y))
                    x, wide = x + face[0] + px(16), wide - face[0] - px(16)
            top = y
            y = text.say(surface, part.label, x, y, min(15, size), palette.ink_soft)
            y = text.say(surface, part.words, x, y, size - part.size, palette.ink, width=wide)
            if number == 1 and large:
                y = max(y, top + face[1])
            y += px(6)

    def _face_size(self, room: Rect) -> tuple[int, int]:
        px = self._desk.frame.px
        return (px(84), px(92)) if room.height > px(240) else (px(60), px(66))

    def _fitting(self, parts: tuple[Part, ...], room: Rect, face: tuple[int, int]) -> tuple[float, bool]:
        """The letters with which everything fits: a little smaller with the face rather than without it."""
        least = 16 if self._desk.frame.text < 1.4 else 18
        tries = [(size, True) for size in SIZES if size >= least] + [(size, False) for size in SIZES]
        for size, large in tries:
            if self._needed(parts, room.width, size, face if large else None) <= room.height:
                return size, large
        return SIZES[-1], False

    def _needed(self, parts: tuple[Part, ...], width: int, size: float, face: tuple[int, int] | None) -> int:
        text, px = self._desk.lettering, self._desk.frame.px
        needed = px(2)
        for number, part in enumerate(parts):
            beside = number == 1 and face is not None
            wide = width - face[0] - px(16) if beside and face else width
            lines = len(text.wrap(part.words, size - part.size, wide))
            high = text.leading(min(15, size)) + lines * text.leading(size - part.size)
            if beside and face:
                high = max(high, face[1]) + px(12)
            needed += high + px(6)
        return needed
