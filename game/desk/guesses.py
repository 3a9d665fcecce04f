"""The notebook: three taps about the person opposite. A guess, kept with its turn; it costs no story time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pygame

from game.desk.intents import Intent, Target, Want, intent_of
from game.desk.key_line import draw_keys
from game.desk.layout import Rect
from game.desk.panels import lay, panel, veil
from game.desk.playing import Playing
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.engine.traits import Need, Resistance
from game.engine.transcript import Guess
from game.language.locale import Locale
from game.language.words import Words

TYPES = ("D", "I", "S", "C")
Question = tuple[str, tuple[tuple[str, str], ...]]
"""What is asked, and the answers: the id that is noted, and the words."""


def questions(words: Words, name: str) -> tuple[Question, Question, Question]:
    """The three questions of the notebook about somebody."""
    return (
        (
            words("What matters to {name} in a talk?", name=name),
            tuple(
                zip(
                    TYPES,
                    (
                        words("D · results, quickly"),
                        words("I · people and ideas"),
                        words("S · calm and time"),
                        words("C · proof, in detail"),
                    ),
                    strict=True,
                )
            ),
        ),
        (
            words("What does {name} need most?", name=name),
            (
                (Need.BODY.word, words("comfort")),
                (Need.SAFETY.word, words("safety")),
                (Need.BELONGING.word, words("belonging")),
                (Need.ESTEEM.word, words("respect")),
                (Need.GROWTH.word, words("growth")),
            ),
        ),
        (
            words("What is {name} really afraid of?", name=name),
            (
                (Resistance.PRICE.word, words("the price")),
                (Resistance.TRUST.word, words("being let down")),
                (Resistance.NEED.word, words("not needing it")),
                (Resistance.TIMING.word, words("the wrong moment")),
                (Resistance.CHANGE.word, words("the change itself")),
            ),
        ),
    )


_FIELDS = ("type", "need", "worry")


class NotebookScene:
    """The open notebook over the stage; the third tap closes it."""

    def __init__(self, desk: Desk, playing: Playing, noted: Callable[[Guess], None]) -> None:
        self._desk = desk
        self._noted = noted
        self._person = playing.person(playing.counterpart)
        self._before = playing.conversation.guess
        self.guess = self._before
        self._row = 0
        self._column = 0
        self._sheet = Rect(0, 0, 0, 0)
        self._heads: tuple[Rect, ...] = ()
        self._cells: tuple[tuple[Rect, ...], ...] = ()

    @property
    def _questions(self) -> tuple[Question, Question, Question]:
        return questions(self._desk.words, self._person.name.said(self._desk.locale))

    def _targets(self) -> Iterator[Target]:
        number = 0
        for row in self._cells:
            for rect in row:
                yield Target(rect, Intent(Want.CHOOSE, number))
                number += 1

    def _close(self) -> None:
        self._desk.sounds.play(Sound.PAPER)
        self._desk.back()
        if self.guess != self._before:
            self._noted(self.guess)

    def _tap(self, row: int, column: int) -> None:
        """Answer one question; tapping the same answer again takes it back."""
        self._row, self._column = row, column
        name = _FIELDS[row]
        value = self._questions[row][1][column][0]
        again = getattr(self.guess, name) == value
        self.guess = replace(self.guess, **{name: None if again else value})
        self._desk.sounds.play(Sound.KEY)
        if again:
            return
        if row == len(_FIELDS) - 1:
            self._close()
        else:
            self._row, self._column = row + 1, 0
            self._read()

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the pointer."""
        clicked = event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION)
        intent = intent_of(event, self._targets())
        if intent is None:
            return
        widths = [len(row) for row in self._cells]
        match intent.want:
            case Want.BACK | Want.NOTEBOOK:
                self._close()
            case Want.UP | Want.DOWN:
                self._row = (self._row + (1 if intent.want is Want.DOWN else -1)) % len(widths)
                self._column = min(self._column, widths[self._row] - 1)
                self._read()
            case Want.LEFT | Want.RIGHT:
                step = 1 if intent.want is Want.RIGHT else -1
                self._column = (self._column + step) % widths[self._row]
                self._read()
            case Want.CHOOSE | Want.POINT if clicked:
                row = next(n for n in range(len(widths)) if intent.number < sum(widths[: n + 1]))
                column = intent.number - sum(widths[:row])
                if intent.want is Want.CHOOSE:
                    self._tap(row, column)
                else:
                    self._row, self._column = row, column
            case Want.CHOOSE if intent.number < widths[self._row]:
                self._tap(self._row, intent.number)
            case Want.CONFIRM | Want.SKIP:
                self._tap(self._row, self._column)
            case Want.OTHER if clicked and not self._sheet.contains(event.pos):
                self._close()

    def _read(self) -> None:
        question, answers = self._questions[self._row]
        self._desk.voice.instead(f"{question} {answers[self._column][1]}", self._desk.locale)

    def update(self, ms: int) -> None:
        """Nothing moves on paper."""

    def resize(self, size: tuple[int, int]) -> None:
        """Lay the page out: a question, its answers side by side; as many rows as they need."""
        frame, text = self._desk.frame, self._desk.lettering
        width = min(frame.px(940 * (1 + 0.3 * (frame.text - 1))), size[0] - frame.px(40))
        inner = width - frame.px(80)
        height = max(frame.px(44), text.leading(18) + frame.px(12))
        y, heads, cells = text.leading(26) + frame.px(38), [], []
        for question, answers in self._questions:
            lines = text.wrap(question, 18, inner)
            heads.append(Rect(frame.px(40), y, inner, len(lines) * text.leading(18)))
            y = heads[-1].bottom + frame.px(4)
            row: list[Rect] = []
            x = frame.px(40)
            for _, words in answers:
                wide = text.width(words, 18) + frame.px(32)
                if x + wide > frame.px(40) + inner and row:
                    x, y = frame.px(40), y + height + frame.px(8)
                row.append(Rect(x, y, wide, height))
                x += wide + frame.px(10)
            cells.append(row)
            y += height + frame.px(18)
        whole = y + text.leading(15) + frame.px(10)
        left, top = (size[0] - width) // 2, max(0, (size[1] - whole) // 2)
        self._sheet = Rect(left, top, width, whole)
        self._heads = tuple(rect.moved(left, top) for rect in heads)
        self._cells = tuple(tuple(rect.moved(left, top) for rect in row) for row in cells)

    def relanguage(self, locale: Locale) -> None:
        """Written anew by `resize`, which follows."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the open page."""
        desk, px, palette, text = self._desk, self._desk.frame.px, self._desk.palette, self._desk.lettering
        surface.blit(veil(surface.get_size(), palette.header, 130), (0, 0))
        size = (self._sheet.width, self._sheet.height)
        lay(surface, panel(size, desk.u, palette.card, radius=14, shadow=6), self._sheet)
        pygame.draw.rect(
            surface, palette.vermilion, (self._sheet.x, self._sheet.y + px(26), px(6), size[1] - px(52))
        )
        title = desk.words("Notebook: {name}", name=self._person.name.said(desk.locale))
        text.say(surface, title, self._sheet.x + px(40), self._sheet.y + px(16), 26, palette.ink, bold=True)
        for row, (question, answers) in enumerate(self._questions):
            head = self._heads[row]
            text.say(surface, question, head.x, head.y, 18, palette.ink_soft, width=head.width)
            for column, (value, words) in enumerate(answers):
                chosen = getattr(self.guess, _FIELDS[row]) == value
                focused = (row, column) == (self._row, self._column)
                self._cell(surface, self._cells[row][column], words, chosen, focused)
        hints = (desk.words("← → answer"), desk.words("Enter tap"), desk.words("N close"))
        middle = self._sheet.bottom - px(12) - text.leading(15) // 2
        draw_keys(desk, surface, hints, self._sheet.right - px(40), middle, palette.ink_soft)

    def _cell(self, surface: pygame.Surface, rect: Rect, words: str, chosen: bool, focused: bool) -> None:
        desk, palette = self._desk, self._desk.palette
        image = panel(
            (rect.width, rect.height),
            desk.u,
            palette.ink if chosen else palette.paper,
            radius=10,
            border=palette.vermilion if focused else palette.edge,
            border_width=3 if focused else 1.2,
            shadow=0,
        )
        lay(surface, image, rect)
        label = desk.lettering.line(words, 18, palette.card if chosen else palette.ink, bold=chosen)
        x, y = rect.centre
        surface.blit(label, (x - label.get_width() // 2, y - label.get_height() // 2))
