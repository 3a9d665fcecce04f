"""The right half of a conversation: what is told, the bubble with its cue, and the cards to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.desk.art import icons, svg
from game.desk.intents import Intent, Target, Want
from game.desk.layout import Frame, Rect
from game.desk.pages import Page
from game.desk.panels import drawn, fading, lay, panel
from game.desk.scene import Desk
from game.desk.stage_layout import (
    BUBBLE_SIDE,
    CARD_TEXT_BOTH,
    CARD_TEXT_LEFT,
    CUE_LEFT,
    Sizes,
    StageLayout,
    Texts,
    column_of,
    lay_out,
    sizes_to_try,
)
from game.desk.staging import Picture
from game.language.locale import Locale

LIFT = 16
"""How far the focused card comes to the left, and how far a rising card rises, in pixels of the guide."""

TOLD = "#E8DFCD"
"""What is told, on the dark wall."""


@dataclass(frozen=True, slots=True)
class Card:
    """One choice: the line's id, its words, and whether it was said the last time."""

    line: str
    text: str
    marked: bool = False


class TalkColumn:
    """Lays out and draws one page with its cards; made anew for every page.

    Args:
        desk: the desk.
        page: what is to be read.
        cards: what can be chosen.
        column: where all this stands, given the window; the right half of the stage unless told otherwise.
    """

    def __init__(
        self, desk: Desk, page: Page, cards: Sequence[Card], column: Callable[[Frame], Rect] = column_of
    ) -> None:
        self._desk = desk
        self._column = column
        self.page = page
        self.cards = tuple(cards)
        self.resize()

    def resize(self) -> None:
        """Find the largest sizes at which everything fits, and lay it out."""
        desk, texts = self._desk, None
        column = self._column(desk.frame)
        for sizes in sizes_to_try(desk.settings.text_scale, desk.locale is Locale.ZH):
            texts = self._measure(sizes)
            self.layout: StageLayout = lay_out(desk.frame, texts, column)
            self._sizes = sizes
            if self.layout.fits and max(texts.cards, default=0) <= sizes.card_lines:
                break
        self._texts = texts or self._measure(self._sizes)

    def _width(self, both: float) -> int:
        return self._column(self._desk.frame).width - self._desk.frame.px(both)

    def _measure(self, sizes: Sizes) -> Texts:
        text, page, px = self._desk.lettering, self.page, self._desk.frame.px
        self._before = text.wrap(page.before, sizes.small, self._width(0)) if page.before else ()
        self._after = text.wrap(page.after, sizes.small, self._width(0)) if page.after else ()
        self._speech = (
            text.wrap(page.speech, sizes.speech, self._width(2 * BUBBLE_SIDE)) if page.speech else ()
        )
        self._cue = text.wrap(page.cue, sizes.small, self._width(BUBBLE_SIDE + CUE_LEFT)) if page.cue else ()
        self._lines = [text.wrap(card.text, sizes.card, self._width(CARD_TEXT_BOTH)) for card in self.cards]
        small = round(text.real(sizes.small) * 1.5)
        return Texts(
            before=(len(self._before), small),
            speech=(len(self._speech), round(text.real(sizes.speech) * 38 / 27)),
            cue=(len(self._cue), small),
            after=(len(self._after), small),
            cards=tuple(len(lines) for lines in self._lines),
            card_step=max(round(text.real(sizes.card) * 1.44), px(1)),
        )

    @property
    def letters(self) -> int:
        """How many letters her words have; they appear one after another."""
        return sum(len(line) for line in self._speech)

    def targets(self) -> Iterator[Target]:
        """What can be clicked: the cards."""
        for number, rect in enumerate(self.layout.cards):
            yield Target(rect, Intent(Want.CHOOSE, number))

    def draw(self, surface: pygame.Surface, picture: Picture, focus: int, leaving: int | None = None) -> None:
        """Draw the page as it stands at one moment of its staging.

        Args:
            surface: the window.
            picture: how far everything has come.
            focus: the card in focus.
            leaving: the card whose line is being said, during the time in which it leaves.
        """
        if self.page.before:
            self._told(surface, self._before, self.layout.before, picture.bubble)
        if picture.bubble > 0 and self.layout.bubble.height:
            self._bubble(surface, picture)
        if self.page.after and picture.typed >= self.letters:
            self._told(surface, self._after, self.layout.after, 1.0)
        for number, part in enumerate(picture.cards):
            if part > 0 and number != leaving:
                self._card(surface, number, part, number == focus and picture.done)

    def _told(self, surface: pygame.Surface, lines: Sequence[str], rect: Rect, part: float) -> None:
        desk, px = self._desk, self._desk.frame.px
        text, y, step = desk.lettering, rect.y, self._texts.cue[1]
        width = max(text.width(line, self._sizes.small) for line in lines)
        strip = Rect(rect.x - px(14), rect.y, width + px(28), rect.height)
        with fading(surface, strip, part):
            size = (strip.width, strip.height)
            lay(surface, panel(size, desk.u, desk.palette.header, radius=8, shadow=0, opacity=0.66), strip)
            for line in lines:
                image = text.line(line, self._sizes.small, TOLD)
                surface.blit(image, (rect.x, y + (step - image.get_height()) // 2))
                y += step

    def _bubble(self, surface: pygame.Surface, picture: Picture) -> None:
        desk, rect, px = self._desk, self.layout.bubble, self._desk.frame.px
        sheet = panel((rect.width, rect.height), desk.u, desk.palette.card, radius=20, shadow=6)
        moved = rect.moved(down=px(6 * (1 - picture.bubble)) if not desk.settings.reduced_motion else 0)
        with fading(surface, rect.inset(-px(124), -px(24)), picture.bubble):
            if self.page.person is not None and self.page.speech:
                self._tail(surface, moved)
            lay(surface, sheet, moved)
            if picture.bubble >= 1 or desk.settings.reduced_motion:
                self._words(surface, moved, picture.typed)

    def _words(self, surface: pygame.Surface, rect: Rect, typed: int) -> None:
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        large = desk.frame.large
        y, left = rect.y + px((24 if not large else 14) if self._speech else 12), typed
        step = self._texts.speech[1]
        for line in self._speech:
            image = text.line(line, self._sizes.speech, palette.ink)
            shown = (
                image.get_width()
                if left >= len(line)
                else text.width(line[: max(0, left)], self._sizes.speech)
            )
            left -= len(line)
            place = (rect.x + px(BUBBLE_SIDE), y + (step - image.get_height()) // 2)
            surface.blit(image, place, (0, 0, shown, image.get_height()))
            y += step
        if self._cue and typed >= self.letters:
            if self._speech:
                y += px(10 if not large else 7)
                pygame.draw.line(
                    surface,
                    palette.line,
                    (rect.x + px(BUBBLE_SIDE), y),
                    (rect.right - px(BUBBLE_SIDE), y),
                    max(1, px(1.5)),
                )
                y += px(9 if not large else 5)
            self._eye(surface, rect.x + px(BUBBLE_SIDE), y + self._texts.cue[1] // 2)
            for line in self._cue:
                image = text.line(line, self._sizes.small, palette.ink_soft)
                surface.blit(
                    image, (rect.x + px(CUE_LEFT), y + (self._texts.cue[1] - image.get_height()) // 2)
                )
                y += self._texts.cue[1]

    def _eye(self, surface: pygame.Surface, x: int, middle: int) -> None:
        """The sign of what can be seen; on the telephone, of what can be heard."""
        px, seal = self._desk.frame.px, self._desk.palette.vermilion
        sign = icons.speaker(11, 8, 8, seal) if self.page.heard else icons.eye(12, 8, 11, seal)
        surface.blit(drawn(sign, (px(24), px(16)), (0, 0, 24, 16)), (x, middle - px(8)))

    def _tail(self, surface: pygame.Surface, rect: Rect) -> None:
        """From the bubble down towards the mouth."""
        px, card = self._desk.frame.px, self._desk.palette.card
        body = svg.path("M118 6 C96 32 64 70 0 92 C52 94 96 76 120 48Z", card)
        y = rect.bottom - px(64) - px(30)
        surface.blit(drawn(body, (px(120), px(100)), (0, 0, 120, 100)), (rect.x - px(112), max(rect.y, y)))

    def _card(self, surface: pygame.Surface, number: int, part: float, focused: bool) -> None:
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        rect = self.layout.cards[number]
        wide = Rect(rect.x - px(LIFT), rect.y, rect.width + px(LIFT), rect.height) if focused else rect
        image = panel(
            (wide.width, wide.height),
            desk.u,
            palette.card if focused else palette.resting,
            border=palette.vermilion if focused else "",
            border_width=3,
            shadow=6 if focused else 3,
            shadow_ink=0.05 if focused else 0.028,
            light="" if focused or desk.settings.night else palette.card,
        )
        shift = 0 if desk.settings.reduced_motion else px(LIFT) - px(LIFT * part)
        with fading(surface, wide.inset(-px(16)).moved(down=shift), part):
            lay(surface, image, wide.moved(down=shift))
            self._number(surface, number, wide.moved(down=shift), focused)
            step = self._texts.card_step
            lines = self._lines[number]
            y = rect.y + shift + (rect.height - len(lines) * step) // 2
            for line in lines:
                letters = desk.lettering.line(line, self._sizes.card, palette.ink)
                surface.blit(letters, (rect.x + px(CARD_TEXT_LEFT), y + (step - letters.get_height()) // 2))
                y += step

    def _number(self, surface: pygame.Surface, number: int, card: Rect, focused: bool) -> None:
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        chip = Rect(card.x + px(15), card.y + card.height // 2 - px(19), px(38), px(38))
        lay(
            surface,
            panel(
                (chip.width, chip.height),
                desk.u,
                palette.vermilion if focused else palette.card,
                radius=8,
                border=palette.vermilion if focused else palette.edge,
                border_width=1.8,
                shadow=0,
            ),
            chip,
        )
        ink = palette.card if focused else palette.ink_soft
        digit = desk.lettering.line(str(number + 1), 20 / desk.settings.text_scale**0.5, ink, bold=True)
        x, y = chip.centre
        surface.blit(digit, (x - digit.get_width() // 2, y - digit.get_height() // 2))
        if self.cards[number].marked:
            sign = svg.circle(10, 10, 10, palette.card) + icons.again(10, 10, 7, palette.sky)
            badge = drawn(sign, (px(22), px(22)), (0, 0, 20, 20))
            surface.blit(badge, (chip.right - px(11), chip.y - px(9)))
