"""The third page of the debrief: every word that was said, and what was thought meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.desk.afterwards import Afterwards
from game.desk.debrief_page import TURNS
from game.desk.debrief_values import Values
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.desk.verdicts import badge

NAMES = 132
"""Units for the column of names."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One paragraph: who, what, and whether it was spoken, seen or thought."""

    who: str
    words: str
    kind: str  # said | heard | seen | thought | told


class TranscriptPage:
    """The turns from the top down, as many as fit, with the chosen one among them."""

    def __init__(self, desk: Desk, afterwards: Afterwards, values: Values, turn: int) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._values = values
        self.turn = turn
        self._first = 0
        self._room = Rect(0, 0, 0, 0)
        self._turns: list[tuple[Saying, ...]] = []
        self._rects: list[tuple[int, Rect]] = []

    def resize(self, room: Rect) -> None:
        """Lay out anew, in the language of the moment."""
        self._room = room
        count = len(self._afterwards.reactions)
        self._turns = [self.sayings(turn) for turn in range(count + 1)]
        self._first = 0

    def sayings(self, turn: int) -> tuple[Saying, ...]:
        """What is to be read of a turn; turn 0 is what came before the first line."""
        afterwards, locale, words = self._afterwards, self._desk.locale, self._desk.words
        found = [Saying(words("You"), afterwards.line(turn, locale), "said")] if turn else []
        for page in afterwards.pages(turn, locale):
            if page.before:
                found.append(Saying("", page.before, "told"))
            if page.speech:
                found.append(Saying(self._name(page.person), page.speech, "heard"))
            if page.cue:
                found.append(Saying("", page.cue, "seen"))
            if page.after:
                found.append(Saying("", page.after, "told"))
        thought = afterwards.thought(turn, locale) if turn else ""
        if thought:
            pronouns = afterwards.pronouns(afterwards.reactions[turn - 1].person, locale)
            found.append(Saying(words("{She} thought").format(**pronouns), thought, "thought"))
        return tuple(found)

    def _name(self, person: str | None) -> str:
        people = self._afterwards.playing.book.wording.people
        return people[person].name.said(self._desk.locale) if person is not None and person in people else ""

    def choose(self, turn: int) -> None:
        """Look at another turn."""
        self.turn = turn

    def update(self, ms: int) -> None:
        """Nothing moves."""

    def handle(self, intent: Intent) -> int | None:
        """Up and down go from turn to turn, as left and right do everywhere."""
        match intent.want:
            case Want.UP:
                return max(1, self.turn - 1)
            case Want.DOWN:
                return min(len(self._afterwards.reactions), self.turn + 1)
            case Want.CHOOSE if intent.number > TURNS:
                return intent.number - TURNS
        return None

    def targets(self) -> Iterator[Target]:
        """The turns that can be seen."""
        for turn, rect in self._rects:
            if turn:
                yield Target(rect, Intent(Want.CHOOSE, TURNS + turn))

    def _lines(self, saying: Saying, width: int) -> tuple[str, ...]:
        room = width - self._names() - self._gap() - self._desk.frame.px(16)
        return self._desk.lettering.wrap(saying.words, self._size(saying), room)

    def _names(self) -> int:
        return self._desk.frame.px(NAMES * (1 + 0.5 * (self._desk.frame.text - 1)))

    def _gap(self) -> int:
        return self._desk.frame.px(40)

    def _size(self, saying: Saying) -> float:
        large = self._desk.frame.text > 1.2
        return (15 if large else 18) if saying.kind in {"said", "heard"} else (13 if large else 16)

    def _height(self, turn: int, width: int) -> int:
        text = self._desk.lettering
        high = sum(
            len(self._lines(saying, width)) * text.leading(self._size(saying)) for saying in self._turns[turn]
        )
        return high + self._desk.frame.px(20) if self._turns[turn] else 0

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page."""
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        sheet = Rect(self._room.x, self._room.y + px(18), self._room.width, self._room.height - px(34))
        lay(surface, panel((sheet.width, sheet.height), desk.u, palette.card, radius=16), sheet)
        room = sheet.inset(px(14), px(12))
        heights = [self._height(turn, room.width) for turn in range(len(self._turns))]
        self._first = self._top(heights, room.height)
        y, self._rects = room.y, []
        clip = surface.get_clip()
        surface.set_clip(pygame.Rect(room))
        for turn in range(self._first, len(self._turns)):
            if y >= room.bottom:
                break
            rect = Rect(room.x, y, room.width, heights[turn])
            self._rects.append((turn, rect))
            self._draw_turn(surface, turn, rect, room.bottom)
            y = rect.bottom
        surface.set_clip(clip)

    def _top(self, heights: list[int], room: int) -> int:
        """The first turn to be drawn, so that the chosen one is whole and the page is as full as can be."""
        first = min(self._first, self.turn)
        if self.turn == 1:
            first = 0
        while first < self.turn and sum(heights[first : self.turn + 1]) > room:
            first += 1
        while first and sum(heights[first - 1 :]) <= room:
            first -= 1
        return first

    def _draw_turn(self, surface: pygame.Surface, turn: int, rect: Rect, bottom: int) -> None:
        """Draw one turn; lines that would be cut at the bottom are left for the next page."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        lit = turn == self.turn and turn > 0
        if lit:
            lay(surface, panel((rect.width, rect.height), desk.u, palette.resting, radius=8, shadow=0), rect)
        y = rect.y + px(10)
        x = rect.x + self._gap() + self._names()
        if turn and y + text.leading(15) <= bottom:
            colour = palette.vermilion if turn == self._values.turning else palette.ink_soft
            text.say(surface, str(turn), rect.x + px(28), y, 15, colour, bold=True, align="right")
            judged = self._values.turn(turn)
            if judged is not None and y + text.leading(15) + px(22) <= bottom:
                sign = badge(desk, judged.judgement, px(20))
                surface.blit(sign, (rect.x + px(30) - px(20), y + text.leading(15)))
        for saying in self._turns[turn]:
            size = self._size(saying)
            ink = palette.ink if saying.kind in {"said", "heard"} else palette.ink_soft
            if saying.kind == "thought":
                ink = palette.plum
            step = text.leading(size)
            if y + step > bottom:
                return
            label = text.fit([saying.who], self._names() - px(8), 1, (16, 15, 13, 12, 11))
            text.say(
                surface, saying.who, rect.x + self._gap(), y, min(label, size), palette.ink_soft, leading=step
            )
            for line in self._lines(saying, rect.width):
                if y + step > bottom:
                    return
                y = text.say(surface, line, x, y, size, ink, leading=step)

    def said(self) -> str:
        """The chosen turn, word for word."""
        parts = self._turns[self.turn] if self.turn < len(self._turns) else ()
        return "\n".join(f"{saying.who}: {saying.words}" if saying.who else saying.words for saying in parts)
