"""The second page of the debrief: every point with its evidence, her answers, and what became of her."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.desk.afterwards import Afterwards
from game.desk.debrief_aftermath import AftermathBlock
from game.desk.debrief_page import TABS, TURNS
from game.desk.envelopes import MOST, envelope, untold_words
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.telling.charts import Room
from game.telling.pygame_painter import paint
from game.telling.score_chart import stage_bars
from game.telling.scorecard import Row, ScorecardTold
from game.telling.tones import LIGHT, NIGHT


class ScorecardPage:
    """Stages and answers at the left; at the right what came afterwards and the rows of points.

    A row leads to its deciding turn.
    """

    def __init__(self, desk: Desk, afterwards: Afterwards) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._focus = 0
        self._first = 0
        self._room = Rect(0, 0, 0, 0)
        self._told: ScorecardTold = afterwards.told(desk.locale)
        self._guesses = afterwards.guesses(desk.locale)
        self.spare = 0  # pixels left below the answers, below 0 where they did not fit
        self._rects: list[tuple[int, Rect]] = []
        self.aftermath = AftermathBlock(desk, afterwards)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything that gives points."""
        return (*self._told.criteria, *self._told.grades, self._told.honesty)

    def resize(self, room: Rect) -> None:
        """Lay out anew, in the language of the moment."""
        self._room = room
        self._told = self._afterwards.told(self._desk.locale)
        self._guesses = self._afterwards.guesses(self._desk.locale)
        self.aftermath.retell()

    def choose(self, turn: int) -> None:
        """Rows of a scorecard belong to no single turn."""

    def update(self, ms: int) -> None:
        """Nothing moves."""

    def handle(self, intent: Intent) -> int | None:
        """Move along the rows; a row chosen leads to the turn that decided it last."""
        match intent.want:
            case Want.UP | Want.DOWN:
                step = 1 if intent.want is Want.DOWN else -1
                self._focus = (self._focus + step) % len(self.rows)
            case Want.CONFIRM:
                return self._turn()
            case Want.CHOOSE if TABS <= intent.number < TURNS:
                self._focus = intent.number - TABS
                return self._turn()
        return None

    def _turn(self) -> int | None:
        turns = self.rows[self._focus].turns
        return turns[-1] if turns else None

    def targets(self) -> Iterator[Target]:
        """The rows that can be seen."""
        for number, rect in self._rects:
            yield Target(rect, Intent(Want.CHOOSE, TABS + number))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page."""
        px = self._desk.frame.px
        share = 0.42 if self._desk.frame.text < 1.4 else 0.45
        room = Rect(self._room.x, self._room.y + px(18), self._room.width, self._room.height - px(34))
        left = Rect(room.x, room.y, round(room.width * share), room.height)
        right = Rect(left.right + px(20), room.y, room.right - left.right - px(20), room.height)
        for rect in (left, right):
            image = panel((rect.width, rect.height), self._desk.u, self._desk.palette.card, radius=16)
            lay(surface, image, rect)
        self._summary(surface, left.inset(px(26), px(16)))
        self._list(surface, self._afterwards_above(surface, right.inset(px(14), px(10))))

    def _afterwards_above(self, surface: pygame.Surface, room: Rect) -> Rect:
        """What became of her, above the rows; the room left for these."""
        px = self._desk.frame.px
        block = Rect(room.x + px(12), room.y + px(4), room.width - px(24), room.height)
        foot = self.aftermath.draw(surface, block) + px(8)
        pygame.draw.line(
            surface, self._desk.palette.line, (block.x, foot), (block.right, foot), max(1, px(1))
        )
        top = foot + px(6)
        return Rect(room.x, top, room.width, room.bottom - top)

    def _summary(self, surface: pygame.Surface, room: Rect) -> None:
        """The headline, the stages as bars, four answers, and the notebook where something was noted."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        told = self._told
        answers = [(answer.label, answer.value, answer.reason) for answer in told.answers]
        size, brief = self._fitting(room)
        y = text.say(
            surface, told.headline, room.x, room.y, size + 2, palette.ink, bold=True, width=room.width
        )
        high = len(told.stages) * (text.leading(min(16, size)) + px(6))
        bars = Room(room.width / desk.u, max(1, high) / desk.u, desk.frame.text)
        chart = stage_bars(told.stages, desk.locale, bars, min(16, size))
        tones = NIGHT if desk.settings.night else LIGHT
        paint(chart, surface, (room.x, y + px(10), room.width, high), text, desk.u, tones)
        y += high + px(22)
        for label, value, reason in answers:
            pygame.draw.line(surface, palette.line, (room.x, y), (room.right, y), max(1, px(1)))
            y += px(6)
            image = text.line(value, size, palette.ink, bold=True)
            wide = room.width - image.get_width() - px(16)
            surface.blit(
                image, (room.right - image.get_width(), y + (text.leading(size) - image.get_height()) // 2)
            )
            y = text.say(surface, label, room.x, y, size, palette.ink, width=wide)
            if reason:
                y = text.say(surface, reason, room.x, y, size - 1, palette.ink_soft, width=room.width)
            y += px(4)
        y = self._notebook(surface, room, y, size, brief=brief)
        self.spare = room.bottom - y
        self._kept_to_herself(surface, Rect(room.x, y, room.width, self.spare))

    def _fitting(self, room: Rect) -> tuple[float, bool]:
        """The letters with which the left card holds everything, and whether the notebook must be brief."""
        tries = [(size, False) for size in (17, 16, 15, 14, 13)] + [
            (size, True) for size in (14, 13, 12, 11, 10)
        ]
        if not self._guesses:
            tries = [(size, False) for size in (17, 16, 15, 14, 13, 12)]
        fits = (
            (size, brief)
            for size, brief in tries
            if self._summary_height(size, room.width, brief=brief) <= room.height
        )
        return next(fits, (10.0 if self._guesses else 11.0, True))

    def _notebook(self, surface: pygame.Surface, room: Rect, y: int, size: float, *, brief: bool) -> int:
        """The guesses under their heading; where they end. Brief: what the cues told as a number beside."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        if not self._guesses:
            return y
        pygame.draw.line(surface, palette.line, (room.x, y), (room.right, y), max(1, px(1)))
        y += px(6)
        if brief:
            words = desk.words("shown by the cues")
            text.say(surface, words, room.right, y, size - 1, palette.ink_soft, align="right")
        y = text.say(surface, desk.words("Your notebook"), room.x, y, size, palette.ink, bold=True)
        for guess in self._guesses:
            colour = palette.jade if guess.right else palette.ink
            if brief:
                percent = f"{guess.percent}%"
                text.say(surface, percent, room.right, y, size - 1, palette.ink_soft, align="right")
            wide = room.width - self._beside(size, brief=brief)
            y = text.say(surface, guess.sentence, room.x, y, size - 1, colour, width=wide)
            if not brief:
                y = text.say(surface, guess.cues, room.x, y, size - 1, palette.ink_soft, width=room.width)
            y += px(3)
        return y + px(4)

    def _beside(self, size: float, *, brief: bool) -> int:
        """The room that a number beside a guess takes."""
        return self._desk.lettering.width("100%", size - 1) + self._desk.frame.px(12) if brief else 0

    def _notebook_height(self, size: float, width: int, *, brief: bool) -> int:
        text, px = self._desk.lettering, self._desk.frame.px
        high = text.leading(size) + px(10)
        for guess in self._guesses:
            lines = len(text.wrap(guess.sentence, size - 1, width - self._beside(size, brief=brief)))
            lines += 0 if brief else len(text.wrap(guess.cues, size - 1, width))
            high += lines * text.leading(size - 1) + px(3)
        return high if self._guesses else 0

    def _kept_to_herself(self, surface: pygame.Surface, room: Rect) -> None:
        """The closed envelopes, large, where there is room left for them."""
        desk, text, px, afterwards = self._desk, self._desk.lettering, self._desk.frame.px, self._afterwards
        words = untold_words(desk, afterwards.untold, afterwards.pronouns(None, desk.locale))
        high = px(40) + px(10) + text.leading(16)
        if not words or room.height < high + px(20):
            return
        top, x = room.bottom - high, room.x
        for _ in range(min(afterwards.untold, MOST)):
            image = envelope(desk, px(40))
            surface.blit(image, (x, top))
            x += image.get_width() + px(12)
        text.say(surface, words, room.x, top + px(50), 16, desk.palette.ink, bold=True)

    def _summary_height(self, size: float, width: int, *, brief: bool) -> int:
        text, px, told = self._desk.lettering, self._desk.frame.px, self._told
        high = len(text.wrap(told.headline, size + 2, width, bold=True)) * text.leading(size + 2)
        high += len(told.stages) * (text.leading(min(16, size)) + px(6)) + px(22)
        for answer in told.answers:
            wide = width - text.width(answer.value, size, bold=True) - px(16)
            high += len(text.wrap(answer.label, size, wide)) * text.leading(size) + px(11)
            high += (
                len(text.wrap(answer.reason, size - 1, width)) * text.leading(size - 1)
                if answer.reason
                else 0
            )
        return high + self._notebook_height(size, width, brief=brief)

    @property
    def _sizes(self) -> tuple[float, float]:
        """Sizes of a row's label and of its evidence; large text leaves room for more than a few rows."""
        return (16, 15) if self._desk.frame.text < 1.4 else (14, 13)

    def _height(self, row: Row, width: int) -> int:
        text, px, (large, small) = self._desk.lettering, self._desk.frame.px, self._sizes
        label, evidence = self._lines(row, width)
        return len(label) * text.leading(large) + len(evidence) * text.leading(small) + px(10)

    def _lines(self, row: Row, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        text, px = self._desk.lettering, self._desk.frame.px
        large, small = self._sizes
        wide = width - px(24) - text.width("888 / 888", large, bold=True) - px(20)
        return text.wrap(row.label, large, wide), text.wrap(row.evidence, small, wide)

    def _list(self, surface: pygame.Surface, room: Rect) -> None:
        """The rows; as many as fit, with the one in focus among them."""
        text, px, palette = self._desk.lettering, self._desk.frame.px, self._desk.palette
        heights = [self._height(row, room.width) for row in self.rows]
        strip = text.leading(15)
        space = room.height if sum(heights) <= room.height else room.height - strip
        self._first = min(self._first, self._focus)
        while sum(heights[self._first : self._focus + 1]) > space:
            self._first += 1
        y, self._rects, last = room.y, [], self._first
        for number in range(self._first, len(self.rows)):
            if y + heights[number] > room.y + space:
                break
            rect = Rect(room.x, y, room.width, heights[number])
            self._rects.append((number, rect))
            self._row(surface, self.rows[number], rect, lit=number == self._focus)
            y, last = rect.bottom, number
        if len(self._rects) < len(self.rows):
            words = self._desk.words(
                "{first}–{last} of {all}", first=self._first + 1, last=last + 1, all=len(heights)
            )
            text.say(
                surface, words, room.right - px(12), room.bottom - strip, 15, palette.ink_soft, align="right"
            )

    def _row(self, surface: pygame.Surface, row: Row, rect: Rect, *, lit: bool) -> None:
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        if lit:
            lay(surface, panel((rect.width, rect.height), desk.u, palette.resting, radius=8, shadow=0), rect)
        label, evidence = self._lines(row, rect.width)
        x, y = rect.x + px(12), rect.y + px(5)
        full, none = row.earned >= row.possible, row.earned == 0
        number = f"{row.earned} / {row.possible}"
        colour = palette.jade if full else palette.colour("mistake") if none else palette.ink
        large, small = self._sizes
        text.say(surface, number, rect.right - px(12), y, large, colour, bold=True, align="right")
        for line in label:
            y = text.say(surface, line, x, y, large, palette.ink)
        for line in evidence:
            y = text.say(surface, line, x, y, small, palette.ink_soft)

    def said(self) -> str:
        """The row in focus, after the headline and the answers."""
        row = self.rows[self._focus]
        answers = [f"{each.label} {each.value}. {each.reason}" for each in self._told.answers]
        told = f"{row.label}: {row.earned} / {row.possible}. {row.evidence}"
        notes = map(str, self._guesses)
        return "\n".join([self._told.headline, told, *answers, self.aftermath.said(), *notes])
