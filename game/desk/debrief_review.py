"""The first page of the debrief: her faces over two curves of value, one turn, and the reasons why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pygame

from game.analysis.judgement import Judgement
from game.desk.afterwards import Afterwards
from game.desk.debrief_layout import ReviewLayout, review_layout
from game.desk.debrief_page import TABS, TURNS
from game.desk.debrief_values import Values
from game.desk.envelopes import MOST, draw_envelopes, untold_words
from game.desk.film_strip import FilmStrip, alone_before
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.ports import LessonCard
from game.desk.scene import Desk
from game.desk.turn_card import TurnCard
from game.desk.value_curves import ValueCurves
from game.desk.verdicts import badge, verdict
from game.desk.why_card import WhyCard
from game.telling.reaction import told

UNFOLDING = 1_800
"""Milliseconds in which the strip fills and the curves draw themselves."""

LETTERS = ((21, True), *((size, bold) for size in (20, 18, 17, 16, 15, 14, 13) for bold in (True, False)))
"""Faces of the cards: one is opened in each frame of the unfolding, so that none of them takes long."""

ALONE = 0.5
"""How wide the column of a turn is in which nobody had been met yet, against the others."""


class ReviewPage:
    """Faces over curves over the chosen turn.

    Args:
        desk: the desk.
        afterwards: the conversation.
        values: what the reviewer says of it.
        strip: draws her faces.
        turn: the turn to begin with.
    """

    first = 1

    def __init__(
        self, desk: Desk, afterwards: Afterwards, values: Values, strip: FilmStrip, turn: int
    ) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._values = values
        self._strip = strip
        self.turn = turn
        self._age = UNFOLDING if desk.settings.reduced_motion else 0
        self.curves = ValueCurves(desk, afterwards, values)
        self.card = TurnCard(desk, afterwards, values, strip, lab=False)
        self.why = WhyCard(desk, afterwards, values, self.card)
        self._layout: ReviewLayout | None = None
        self._find = Rect(0, 0, 0, 0)
        self._ahead: list[Callable[[], None]] = []  # what is got ready while the page unfolds
        self.choose(turn)

    @property
    def unfolded(self) -> bool:
        """Whether everything stands still."""
        return self._age >= UNFOLDING

    @property
    def lesson(self) -> LessonCard | None:
        """What there is to learn from the chosen turn."""
        return self.card.lesson(self.turn) if self._afterwards.reactions else None

    def unfold(self) -> None:
        """Show everything at once."""
        self._age = UNFOLDING

    def resize(self, room: Rect) -> None:
        """Lay out anew; the curves are drawn again when they are next seen."""
        small = self._desk.lettering.leading(15)
        alone = alone_before(self._afterwards)
        shares = tuple(ALONE if turn < alone else 1.0 for turn in range(self._afterwards.slots))
        layout = self._layout = review_layout(self._desk.frame, room, small, shares)
        self.curves.resize()
        self._ahead = [partial(self._desk.lettering.open, (size,), bold) for size, bold in LETTERS]
        aside = pygame.Surface(self._desk.size)  # nobody sees it: words are broken and panels drawn once
        self._ahead.append(lambda: self.card.draw(aside, layout.said, self.turn))
        self._ahead.append(lambda: self.why.draw(aside, layout.causes))

    def choose(self, turn: int) -> None:
        """Look at another turn."""
        self.turn = turn
        self.why.choose(turn)

    def update(self, ms: int) -> None:
        """Let the strip fill, and get one thing ready that will be seen when it has."""
        self._age = min(UNFOLDING, self._age + ms)
        if not self.unfolded and self._ahead and self._afterwards.reactions:
            self._ahead.pop(0)()

    def handle(self, intent: Intent) -> int | None:
        """Walk through the lines on offer and the reasons, or choose a turn."""
        match intent.want:
            case Want.UP | Want.DOWN:
                self.why.move(1 if intent.want is Want.DOWN else -1)
            case Want.NEXT:
                self.why.next_trait()
            case Want.CHOOSE if intent.number > TURNS:
                return intent.number - TURNS
            case Want.CHOOSE if intent.number >= TABS:
                self.why.handle(intent)
        return None

    def targets(self) -> Iterator[Target]:
        """Turns, everything on the card of reasons, and the search for better lines."""
        if self._layout is None:
            return
        for turn in range(1, len(self._afterwards.reactions) + 1):
            yield Target(self._layout.slot(turn), Intent(Want.CHOOSE, TURNS + turn))
        yield Target(self._find, Intent(Want.FIND))
        yield Target(self.card.link, Intent(Want.LESSON))
        if self.unfolded:
            yield from self.why.targets()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page."""
        layout, afterwards = self._layout, self._afterwards
        if layout is None or not afterwards.reactions:
            return
        part = self._age / UNFOLDING
        chosen = self.turn if self.unfolded else None
        turns = range(1, len(afterwards.reactions) + 1)
        frames = {turn: layout.face(turn) for turn in turns if layout.edges[turn - 1] < part + 0.001}
        self._strip.draw(surface, frames, chosen, dim=chosen is not None and chosen == self._values.turning)
        self.curves.draw(surface, layout, chosen, part)
        self._legend(surface, layout.legend)
        if self.unfolded:
            self.card.draw(surface, layout.said, self.turn)
            self.why.draw(surface, layout.causes)

    def _legend(self, surface: pygame.Surface, room: Rect) -> None:
        """What the signs mean, how far the review has come, the search for better lines, the envelopes."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        x, middle, side = room.x + px(2), room.centre[1], px(21)
        for judgement in Judgement:
            surface.blit(badge(desk, judgement, side), (x, middle - side // 2))
            name = text.line(verdict(desk, judgement), 15, palette.ink_soft)
            surface.blit(name, (x + side + px(6), middle - name.get_height() // 2))
            x += side + px(6 + 20) + name.get_width()
        right = room.right
        self._find = Rect(0, 0, 0, 0)
        faults = len(self._values.faults)
        if faults and self._values.finished:
            words = desk.words.count("F  Find {n} better line", "F  Find {n} better lines", faults)
            image = text.line(words, 15, palette.sky, bold=True)
            right -= image.get_width()
            self._find = Rect(right, room.y, image.get_width(), room.height)
            surface.blit(image, (right, middle - image.get_height() // 2))
            right -= px(24)
        for words in (self._values.progress(), self._sampled()):
            wide = text.width(words, 15)
            if words and right - wide > x:
                right -= wide
                text.say(surface, words, right, room.y, 15, palette.ink_soft, leading=room.height)
                right -= px(24)
        pronouns = self._afterwards.pronouns(None, desk.locale)
        told_not = untold_words(desk, self._afterwards.untold, pronouns)
        seals = min(self._afterwards.untold, MOST) * px(36)
        if right - text.width(told_not, 15) - seals - px(12) > x:
            draw_envelopes(desk, surface, right, middle, self._afterwards.untold, pronouns)

    def _sampled(self) -> str:
        """That values of this review were sampled; empty where all are exact."""
        exact = self._values.shown.exact
        return "" if exact else self._desk.words("± values are sampled")

    def said(self) -> str:
        """The chosen turn in words."""
        afterwards, locale = self._afterwards, self._desk.locale
        if not afterwards.reactions:
            return ""
        if self.why.pick is not None:
            return self.why.said()
        parts = [self.card.heading(self.turn), self.card.worth(self.turn)]
        parts += [f"{part.label}: {part.words}" for part in self.card.parts(self.turn)]
        parts.append(self.why.said())
        if self._values.turn(self.turn) is None:
            parts += told(afterwards.reactions[self.turn - 1], afterwards.teller(locale))
        parts.append(afterwards.note(self.turn, locale))
        parts.append(self._values.progress())
        parts.append(untold_words(self._desk, afterwards.untold, afterwards.pronouns(None, locale)))
        return "\n".join(part for part in parts if part)
