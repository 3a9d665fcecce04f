"""Find the better line: one fault after the other, the lines without values, until one is good."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.desk.afterwards import Afterwards
from game.desk.debrief_header import header_height
from game.desk.debrief_values import Values
from game.desk.film_strip import FilmStrip
from game.desk.finding import Search, Standing, tally
from game.desk.finding_cards import FindingCards
from game.desk.finding_moment import FindingMoment
from game.desk.intents import Intent, Target, Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import MARGIN, Frame, Rect
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.still_picture import StillPicture
from game.desk.verdicts import badge, unjudged
from game.language.locale import Locale


class FindingScene:
    """All faults of a conversation; progress is kept as long as the debrief stands.

    Args:
        desk: the desk.
        afterwards: the conversation.
        values: its review, all of it.
        strip: draws her face.
    """

    def __init__(self, desk: Desk, afterwards: Afterwards, values: Values, strip: FilmStrip) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._frame = desk.frame
        self._picture = StillPicture()
        self._moment = FindingMoment(desk, afterwards, strip)
        self._cards = FindingCards(desk, afterwards)
        self._chips: list[Target] = []
        self.searches = dict(self._begun(values))
        self.turn = next(iter(self.searches))
        self.focus = 0

    def _begun(self, values: Values) -> Iterator[tuple[int, Search]]:
        """A search for every fault, with the other lines as they were on offer."""
        for number in values.faults:
            turn = values.turn(number)
            if turn is not None:
                offers = self._afterwards.moments[number - 1].conversation.offers()
                choices = tuple(line.id for line in offers if line.id != turn.line)
                yield number, Search(turn, choices)

    @property
    def search(self) -> Search:
        """The search that is seen."""
        return self.searches[self.turn]

    def open(self, turn: int) -> None:
        """Show the search of a turn; the next open one where that turn was no fault."""
        self._show(turn if turn in self.searches else self._next(turn))

    def _next(self, turn: int) -> int:
        """The next turn whose search is open, from the beginning again after the last; else the last one."""
        order = [*(t for t in self.searches if t > turn), *(t for t in self.searches if t <= turn)]
        return next((t for t in order if self.searches[t].standing is Standing.OPEN), max(self.searches))

    def _show(self, turn: int) -> None:
        self.turn, self.focus = turn, 0
        self._picture.change()
        self._read()

    # ------------------------------------------------------------------ keys

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key or a click."""
        intent = intent_of(event, (*self._chips, *self._cards.targets()))
        if intent is None or intent.want is Want.POINT:
            return
        self._picture.change()
        match intent.want:
            case Want.BACK | Want.FIND:
                self._desk.sounds.play(Sound.PAPER)
                self._desk.back()
            case Want.UP | Want.DOWN if self.search.standing is Standing.OPEN:
                step = 1 if intent.want is Want.DOWN else -1
                self.focus = (self.focus + step) % len(self.search.choices)
                self._desk.sounds.play(Sound.KEY)
                self._read_choice()
            case Want.CHOOSE if intent.number < len(self.search.choices):
                self.focus = intent.number
                self._try()
            case Want.CHOOSE if intent.number >= CHIPS:
                self._show(intent.number - CHIPS)
            case Want.CONFIRM | Want.SKIP if self.search.standing is not Standing.OPEN:
                self._on()
            case Want.CONFIRM:
                self._try()
            case Want.SKIP:
                self.searches[self.turn] = self.search.giving_up()
                self._read()
            case Want.LEFT | Want.RIGHT:
                self._step(1 if intent.want is Want.RIGHT else -1)

    def _try(self) -> None:
        """Try the line in focus."""
        before = self.search
        if before.standing is not Standing.OPEN:
            return
        self.searches[self.turn] = before.trying(before.choices[self.focus])
        if self.search is before:
            return
        found = self.search.standing is Standing.FOUND
        self._desk.sounds.play(Sound.NOTES if found else Sound.KEY)
        self._read_feedback()

    def _on(self) -> None:
        """On to the next fault, or back to the review after the last."""
        self._desk.sounds.play(Sound.PAPER)
        if tally(self.searches).over:
            self._desk.back()
        else:
            self._show(self._next(self.turn))

    def _step(self, step: int) -> None:
        order = list(self.searches)
        self._desk.sounds.play(Sound.KEY)
        self._show(order[(order.index(self.turn) + step) % len(order)])

    # ------------------------------------------------------------------ words

    def said(self) -> str:
        """The moment and the choices, to be read aloud."""
        lines = [
            f"{number}. {self._afterwards.playing.line(line, self._desk.locale)}"
            for number, line in enumerate(self.search.choices, start=1)
        ]
        parts = [self._desk.words("Find the better line"), self._moment.said(self.search.turn), *lines]
        if self.search.standing is not Standing.OPEN:
            parts.append("\n".join(self._cards.feedback(self.search)))
        return "\n".join(part for part in parts if part)

    def _read(self) -> None:
        self._desk.voice.instead(self.said(), self._desk.locale)

    def _read_choice(self) -> None:
        line = self.search.choices[self.focus]
        self._desk.voice.instead(self._afterwards.playing.line(line, self._desk.locale), self._desk.locale)

    def _read_feedback(self) -> None:
        self._desk.voice.instead("\n".join(self._cards.feedback(self.search)), self._desk.locale)

    def progress(self) -> str:
        """How many faults are done with, in words."""
        count = tally(self.searches)
        if count.over:
            return self._desk.words(
                "{found} of {all} found, {once} at the first try",
                found=count.found,
                all=count.all,
                once=count.at_once,
            )
        return self._desk.words("{found} of {all} found", found=count.found, all=count.all)

    def hints(self) -> tuple[str, ...]:
        """What the keys do now."""
        words = self._desk.words
        keys: tuple[str, ...]
        walk = words("← → another fault") if len(self.searches) > 1 else ""
        if self.search.standing is Standing.OPEN:
            keys = (words("↑ ↓ Enter try a line"), words("Space show it"), walk, words("Esc review"))
        else:
            over = tally(self.searches).over
            keys = (words("Enter review") if over else words("Enter next"), walk, words("Esc review"))
        return tuple(key for key in keys if key)

    # ------------------------------------------------------------------ drawing

    def update(self, ms: int) -> None:
        """Nothing moves."""

    def relanguage(self, locale: Locale) -> None:
        """Words are asked for when they are drawn."""

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out anew."""
        self._frame = Frame(*size, self._desk.settings.text_scale)
        self._picture.change()

    def draw(self, surface: pygame.Surface) -> None:
        """Header with the progress, the moment at the left, the lines at the right."""
        self._picture.show(surface, self._paint)

    def _paint(self, surface: pygame.Surface) -> None:
        desk, frame, palette = self._desk, self._frame, self._desk.palette
        px, page = frame.px, frame.page
        surface.fill(palette.paper)
        top = self._header(surface)
        bar = max(px(48), desk.lettering.leading(16) + px(10))
        pygame.draw.rect(surface, palette.header, (0, frame.height - bar, frame.width, bar))
        draw_keys(
            desk,
            surface,
            self.hints(),
            page.right - px(MARGIN),
            frame.height - bar // 2,
            palette.header_dim,
        )
        room = Rect(
            page.x + px(MARGIN),
            top + px(20),
            page.width - 2 * px(MARGIN),
            frame.height - bar - top - px(38),
        )
        share = 0.39 if frame.text < 1.4 else 0.42
        left = Rect(room.x, room.y, round(room.width * share), room.height)
        right = Rect(left.right + px(22), room.y, room.right - left.right - px(22), room.height)
        self._moment.draw(surface, left, self.search.turn)
        self._cards.draw(surface, right, self.search, self.focus)

    def _header(self, surface: pygame.Surface) -> int:
        """Title and progress, and a sign for every fault; where it ends."""
        desk, frame, text, palette = self._desk, self._frame, self._desk.lettering, self._desk.palette
        px, page, height = frame.px, frame.page, header_height(self._desk)
        pygame.draw.rect(surface, palette.header, (0, 0, frame.width, height))
        pygame.draw.rect(surface, palette.header_mark, (0, height, frame.width, px(2)))
        title = text.line(desk.words("Find the better line"), 28, palette.header_text, bold=True)
        x = page.x + px(MARGIN)
        surface.blit(title, (x, (height - title.get_height()) // 2))
        x += title.get_width() + px(22)
        words = text.line(self.progress(), 17, palette.header_dim)
        surface.blit(words, (x, (height - words.get_height()) // 2))
        right, self._chips = page.right - px(MARGIN), []
        step = min(px(52), (right - x - words.get_width() - px(20)) // max(1, len(self.searches)))
        for number, (turn, search) in enumerate(reversed(self.searches.items())):
            rect = Rect(right - (number + 1) * step, 0, step, height)
            self._chip(surface, rect, turn, search)
            self._chips.append(Target(rect, Intent(Want.CHOOSE, CHIPS + turn)))
        return height

    def _chip(self, surface: pygame.Surface, rect: Rect, turn: int, search: Search) -> None:
        """One fault: its turn, and what was found of it."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        lit = turn == self.turn
        side = min(px(26), rect.width - px(4))
        known = search.worth(search.found) if search.found is not None else None
        sign = badge(desk, known.judgement, side, rim=True) if known is not None else unjudged(desk, side)
        x, middle = rect.centre[0], rect.height // 2
        surface.blit(sign, (x - side // 2, middle - side // 2 - px(9)))
        ink = palette.header_mark if lit else palette.header_dim
        y = middle + px(6)
        text.say(surface, str(turn), x, y, 14, ink, bold=lit, align="centre")
        if lit:
            pygame.draw.rect(
                surface,
                palette.header_mark,
                (rect.x + px(8), rect.height - px(5), rect.width - px(16), px(3)),
            )
        if search.standing is Standing.SKIPPED:
            pygame.draw.rect(surface, palette.header_mark, (x - px(5), middle - px(10), px(10), px(2)))


CHIPS = 100
"""Clicks on the sign of a fault choose this number plus its turn."""
