"""The moment of a fault: her face, what she had said, and what the player said to it."""

from __future__ import annotations

import pygame

from game.analysis.review import TurnReview
from game.desk.afterwards import Afterwards
from game.desk.film_strip import GROUND, FilmStrip
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.desk.turn_card import Part
from game.desk.verdicts import badge, verdict

FACE = (150, 165)


class FindingMoment:
    """Draws the card at the left of the search."""

    def __init__(self, desk: Desk, afterwards: Afterwards, strip: FilmStrip) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._strip = strip

    def parts(self, turn: TurnReview) -> tuple[Part, ...]:
        """What was said and seen before the line, and the line itself."""
        words, locale, afterwards = self._desk.words, self._desk.locale, self._afterwards
        pronouns = afterwards.pronouns(self._person(turn), locale)
        parts = []
        for page in afterwards.pages(turn.turn - 1, locale):
            if page.speech:
                parts.append(Part(words("{She} said").format(**pronouns), page.speech, "heard"))
            elif page.before:
                parts.append(Part("", page.before, "told"))
        said = parts[-1:]
        cue = next((page.cue for page in reversed(afterwards.pages(turn.turn - 1, locale)) if page.cue), "")
        if cue:
            said.append(Part(words("To be seen"), cue, "seen"))
        return (*said, Part(words("You said"), afterwards.line(turn.turn, locale)))

    def _person(self, turn: TurnReview) -> str | None:
        return self._afterwards.reactions[turn.turn - 1].person

    def cost(self, turn: TurnReview) -> str:
        """How the line is judged, in words."""
        name, short = verdict(self._desk, turn.judgement), round(turn.loss)
        return f"{name}  {self._desk.words('{n} short of the best line', n=short)}"

    def said(self, turn: TurnReview) -> str:
        """The moment in words."""
        parts = [f"{part.label}: {part.words}" if part.label else part.words for part in self.parts(turn)]
        return "\n".join([self._desk.words("Turn {n}", n=turn.turn), *parts, self.cost(turn)])

    def draw(self, surface: pygame.Surface, room: Rect, turn: TurnReview) -> None:
        """Draw the card."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        lay(surface, panel((room.width, room.height), desk.u, palette.card, radius=16), room)
        inner = room.inset(px(26), px(18))
        heading = desk.words("Turn {n}", n=turn.turn)
        y = text.say(surface, heading, inner.x, inner.y, 22, palette.ink, bold=True) + px(6)
        y = self._face(surface, inner, y, turn)
        parts = self.parts(turn)
        size = self._size(parts, inner.width, inner.bottom - y - px(44))
        for number, part in enumerate(parts):
            if number == len(parts) - 1:
                y += px(6)
                pygame.draw.line(surface, palette.line, (inner.x, y), (inner.right, y), max(1, px(1)))
                y += px(8)
            if part.label:
                y = text.say(surface, part.label, inner.x, y, min(15, size), palette.ink_soft)
            soft = part.kind in ("seen", "told")
            small = size - 1 if soft else size
            y = text.say(
                surface,
                part.words,
                inner.x,
                y,
                small,
                palette.ink_soft if soft else palette.ink,
                width=inner.width,
            )
            y += px(5)
        side, cost = px(24), self.cost(turn)
        surface.blit(badge(desk, turn.judgement, side), (inner.x, y + px(2)))
        wide = inner.width - side - px(10)
        fit = text.fit([cost], wide, 1, (17, 16, 15, 14, 13, 12, 11), bold=True)
        colour = palette.colour(turn.judgement.value)
        text.say(surface, cost, inner.x + side + px(10), y + px(2), fit, colour, bold=True, leading=side)

    def _face(self, surface: pygame.Surface, room: Rect, y: int, turn: TurnReview) -> int:
        """Her face as it was before the line: as it was after the one before; where it ends."""
        earlier = [
            each for each in self._afterwards.reactions[: turn.turn - 1] if each.person == self._person(turn)
        ]
        px = self._desk.frame.px
        scale = 1.0 if self._desk.frame.text < 1.4 else 0.66
        size = (px(FACE[0] * scale), px(FACE[1] * scale))
        shown = self._strip.face(earlier[-1], size) if earlier else None
        if shown is None:
            return y
        frame = Rect(room.x, y, *size)
        lay(surface, panel(size, self._desk.u, GROUND[self._desk.settings.night], radius=12, shadow=0), frame)
        surface.blit(shown, (frame.x, frame.y))
        return frame.bottom + px(8)

    def _size(self, parts: tuple[Part, ...], width: int, high: int) -> float:
        text, px = self._desk.lettering, self._desk.frame.px
        for size in (20, 19, 18, 17, 16, 15, 14, 13, 12):
            needed = px(14)
            for part in parts:
                small = size - 1 if part.kind in ("seen", "told") else size
                needed += (text.leading(min(15, size)) if part.label else 0) + px(5)
                needed += len(text.wrap(part.words, small, width)) * text.leading(small)
            if needed <= high:
                return size
        return 11
