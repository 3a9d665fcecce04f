"""The lines of a search as cards: no values until one was tried, then what it did and a word to it."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.analysis.judgement import Judgement
from game.desk.afterwards import Afterwards
from game.desk.debrief_values import points
from game.desk.finding import Search, Standing
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Rect
from game.desk.pages import reaction_pages
from game.desk.panels import lay, panel
from game.desk.scene import Desk
from game.desk.verdicts import badge
from game.telling.depth import Depth
from game.telling.reaction import told

GAP = 12


class FindingCards:
    """Draws the cards and what is said to them."""

    def __init__(self, desk: Desk, afterwards: Afterwards) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._rects: list[Rect] = []

    def targets(self) -> Iterator[Target]:
        """The cards."""
        for number, rect in enumerate(self._rects):
            yield Target(rect, Intent(Want.CHOOSE, number))

    # ------------------------------------------------------------------ words

    def feedback(self, search: Search) -> tuple[str, ...]:
        """A word to the last line tried, the reason, and what she would have said; empty before any."""
        words = self._desk.words
        if search.standing is Standing.SKIPPED:
            best = search.turn.why.better if search.turn.why is not None else ""
            head = words("Here it is. Say it once in your own words before you go on.")
            return (head, *self._did(search, best)) if best else (head,)
        if not search.tried:
            return ()
        line = search.tried[-1]
        return (self._word(search, line), *self._did(search, line))

    def _word(self, search: Search, line: str) -> str:
        words, known = self._desk.words, search.worth(line)
        if known is None:
            return ""
        short, before = round(known.loss), round(search.turn.loss)
        if search.good(line):
            if known.judgement is not Judgement.BEST:
                return words("That does it too: only {n} short of the best.", n=short)
            return words("That’s it, at the first try.") if search.at_once else words("That’s it.")
        if known.loss < search.turn.loss:
            return words("Closer: {n} short instead of {before}. One does better.", n=short, before=before)
        person = self._afterwards.reactions[search.turn.turn - 1].person
        pronouns = self._afterwards.pronouns(person, self._desk.locale)
        return words("Not yet: this one is {n} short. Read {hers} last words again.", n=short, **pronouns)

    def _did(self, search: Search, line: str) -> tuple[str, ...]:
        """What the line would have done to her, and her answer."""
        afterwards, locale, turn = self._afterwards, self._desk.locale, search.turn.turn
        said = afterwards.moments[turn - 1].say(line, 0)
        if said is None:
            return ()
        playing, reaction = said
        reason = told(reaction, afterwards.teller(locale), Depth.COACH, 1)[0]
        answer = reaction_pages(playing, reaction, locale)[0] if reaction.person is not None else None
        if answer is None or not answer.speech:
            return (reason,)
        pronouns = afterwards.pronouns(reaction.person, locale)
        return (
            reason,
            self._desk.words("{She} would have said: {words}").format(words=answer.speech, **pronouns),
        )

    # ------------------------------------------------------------------ drawing

    def draw(self, surface: pygame.Surface, room: Rect, search: Search, focus: int) -> None:
        """Draw the cards from the top down and what is said to them below."""
        text, px = self._desk.lettering, self._desk.frame.px
        over = search.standing is not Standing.OPEN
        question = self._desk.words("What would you say instead?")
        y = text.say(surface, question, room.x, room.y, 20, self._desk.palette.ink, bold=True) + px(8)
        width = room.width - px(150)
        size = self._size(search, width, round(room.height * 0.62))
        self._rects = []
        for number, line in enumerate(search.choices):
            lines = text.wrap(self._afterwards.playing.line(line, self._desk.locale), size, width)
            high = max(px(56), len(lines) * text.leading(size) + px(20))
            rect = Rect(room.x, y, room.width, high)
            self._rects.append(rect)
            self._card(surface, rect, search, line, number, lines, size, lit=number == focus and not over)
            y = rect.bottom + px(GAP)
        self._say(surface, Rect(room.x, y + px(4), room.width, room.bottom - y - px(4)), search)

    def _size(self, search: Search, width: int, high: int) -> float:
        text, px = self._desk.lettering, self._desk.frame.px
        for size in (20, 19, 18, 17, 16, 15, 14, 13):
            needed = 0
            for line in search.choices:
                lines = text.wrap(self._afterwards.playing.line(line, self._desk.locale), size, width)
                needed += max(px(56), len(lines) * text.leading(size) + px(20)) + px(GAP)
            if needed <= high:
                return size
        return 12

    def _card(
        self,
        surface: pygame.Surface,
        rect: Rect,
        search: Search,
        line: str,
        number: int,
        lines: tuple[str, ...],
        size: float,
        lit: bool,
    ) -> None:
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        known = search.worth(line)
        seen = line in search.tried or search.standing is not Standing.OPEN
        good = seen and search.good(line)
        edge = palette.jade if good else palette.vermilion if lit else ""
        fill = palette.card if lit or good else palette.resting
        card = panel((rect.width, rect.height), desk.u, fill, border=edge, border_width=3, shadow=3)
        lay(surface, card, rect)
        chip = Rect(rect.x + px(14), rect.centre[1] - px(18), px(36), px(36))
        if seen and known is not None:
            surface.blit(badge(desk, known.judgement, chip.width), (chip.x, chip.y))
            value = points(known.worth.value)
            image = text.line(value, 19, palette.colour(known.judgement.value), bold=True)
            right = rect.right - px(18)
            surface.blit(image, (right - image.get_width(), rect.centre[1] - image.get_height() // 2))
        else:
            ground = palette.vermilion if lit else palette.card
            border = palette.vermilion if lit else palette.edge
            face = panel(
                (chip.width, chip.height), desk.u, ground, radius=8, border=border, border_width=1.8, shadow=0
            )
            lay(surface, face, chip)
            digit = text.line(str(number + 1), 18, palette.card if lit else palette.ink_soft, bold=True)
            surface.blit(
                digit, (chip.centre[0] - digit.get_width() // 2, chip.centre[1] - digit.get_height() // 2)
            )
        step = text.leading(size)
        y = rect.centre[1] - len(lines) * step // 2
        for words in lines:
            y = text.say(surface, words, rect.x + px(66), y, size, palette.ink)

    def _say(self, surface: pygame.Surface, room: Rect, search: Search) -> None:
        """The word to the last try, and the reason."""
        said = self.feedback(search)
        if not said:
            return
        text, px, palette = self._desk.lettering, self._desk.frame.px, self._desk.palette
        found = search.standing is Standing.FOUND
        head, *reasons = said
        size = 18.0
        for size in (18, 17, 16, 15, 14, 13, 12, 11):
            rows = len(text.wrap(head, size + 1, room.width, bold=True)) * text.leading(size + 1)
            wrapped = [text.wrap(reason, size - 1, room.width) for reason in reasons]
            rows += sum(len(lines) for lines in wrapped) * text.leading(size - 1)
            if rows + px(10) <= room.height:
                break
        ink = palette.jade if found else palette.ink
        y = text.say(surface, head, room.x, room.y, size + 1, ink, bold=True, width=room.width) + px(4)
        for number, reason in enumerate(reasons):
            soft = palette.ink if number == 0 else palette.ink_soft
            y = text.say(surface, reason, room.x, y, size - 1, soft, width=room.width) + px(3)
