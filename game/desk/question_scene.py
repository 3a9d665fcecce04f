"""Plain questions one after another, each with an answer that may simply be taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.intents import Intent, Want
from game.desk.layout import Rect
from game.desk.list_page import ListPage
from game.desk.menu import MenuRow
from game.desk.row_column import Row
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.text_field import TextField
from game.desk.workshop_ports import Question
from game.language.locale import Locale

QUESTION = 26
"""Size of the question's letters."""


@dataclass(frozen=True, slots=True)
class OneQuestion:
    """A question of the desk's own; see `game.desk.workshop_ports.Question`."""

    key: str
    label: str
    usual: str
    choices: Mapping[str, str] = field(default_factory=dict)


class QuestionScene(ListPage):
    """Asks; Enter takes the answer and goes on, Esc goes one question back, from the first one away.

    Args:
        desk: everything a scene may use.
        heading: what is to come of it.
        questions: writes the questions in the language of the moment.
        done: is given the answers by the questions' keys.
        away: is called where nothing is to come of it.
    """

    def __init__(
        self,
        desk: Desk,
        heading: str,
        questions: Callable[[], Sequence[Question]],
        done: Callable[[Mapping[str, str]], None],
        away: Callable[[], None],
    ) -> None:
        super().__init__(desk)
        self._heading, self._questions, self._done, self._away = heading, questions, done, away
        self._asked = tuple(questions())
        self.answers: dict[str, str] = {}
        self.at = 0
        self._field = TextField(desk)
        self._reopen = True

    @property
    def typing(self) -> bool:
        """Whether letters are letters here."""
        return not self.question.choices

    @property
    def question(self) -> Question:
        """What is asked now."""
        return self._asked[self.at]

    def title(self) -> str:
        """What is to come of it."""
        return self._heading

    def subtitle(self) -> str:
        """How far one has come."""
        return self._desk.words("question {n} of {all}", n=self.at + 1, all=len(self._asked))

    def rows(self) -> Sequence[MenuRow]:
        """The answers there are, or the way on."""
        question, words = self.question, self._desk.words
        if question.choices:
            return [MenuRow(said, lambda key=key: self._take(key)) for key, said in question.choices.items()]  # type: ignore[misc]
        last = self.at + 1 == len(self._asked)
        return [MenuRow(words("Done") if last else words("Next"), self._typed, words("Enter"))]

    def written(self) -> Sequence[Row]:
        """The question, room for the line that is typed, and what was answered so far."""
        question, words = self.question, self._desk.words
        rows = [Row(question.label, QUESTION, bold=True)]
        room = self._line_height() / self._desk.frame.u + 34 if not question.choices else 26
        hint = (
            words("Choose on the left.")
            if question.choices
            else words("Type your answer, or take the one that stands there.")
        )
        rows.append(Row(hint, 16, "ink_soft", space=room if not question.choices else 8))
        done = [each for each in self._asked[: self.at] if each.key in self.answers]
        if done:
            rows.append(Row(words("So far"), 16, bold=True, space=28))
        for each in done:
            said = self.answers[each.key]
            rows.append(Row(f"{each.label}  {each.choices.get(said, said)}", 16, "ink_soft"))
        return rows

    def _line_height(self) -> int:
        return max(self._desk.frame.px(46), self._desk.lettering.leading(18) + self._desk.frame.px(12))

    def _line_rect(self) -> Rect:
        """Under the question."""
        inner, text = self.inner(), self._desk.lettering
        lines = len(text.wrap(self.question.label, QUESTION, inner.width, bold=True))
        y = inner.y + lines * text.leading(QUESTION) + self._desk.frame.px(14)
        return Rect(inner.x, y, inner.width, self._line_height())

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out anew; what was typed stays."""
        question = self.question
        if question.choices and self._reopen:
            known = self.answers.get(question.key, question.usual)
            super().resize(size)
            self.list.focus = max(0, [*question.choices].index(known) if known in question.choices else 0)
        super().resize(size)
        if question.choices:
            self._field.close()
        else:
            kept = self.answers.get(question.key, question.usual) if self._reopen else self._field.text
            self._field.open(self._line_rect(), kept)
        self._reopen = False

    def relanguage(self, locale: Locale) -> None:  # noqa: ARG002
        """Ask in the other language; answers stay as they were given."""
        if not self.question.choices:
            self.answers[self.question.key] = self._field.text
        self._asked = tuple(self._questions())
        self._reopen = True

    def handle(self, event: pygame.event.Event) -> None:
        """Letters go into the line, everything else means what it means everywhere."""
        if self.typing:
            answered = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_ESCAPE)
            if event.type in (pygame.KEYDOWN, pygame.KEYUP) and event.key not in answered:
                self._field.handle(event)
                return
            self._field.handle(event)
        super().handle(event)

    def answer(self, intent: Intent) -> None:
        """Enter takes what is typed, wherever the focus is."""
        if self.typing and intent.want is Want.CONFIRM:
            self._typed()
        else:
            super().answer(intent)

    def _typed(self) -> None:
        self._take(self._field.text or self.question.usual)

    def _take(self, answer: str) -> None:
        self.answers[self.question.key] = answer
        self._desk.sounds.play(Sound.KEY)
        if self.at + 1 < len(self._asked):
            self._go(self.at + 1)
            return
        self._field.close()
        self._done(dict(self.answers))

    def _go(self, at: int) -> None:
        self.at = at
        self._reopen = True
        self.list.focus = 0
        self.column.scrolled = 0
        self.renew()
        self._desk.voice.instead(self.question.label, self._desk.locale)

    def back(self) -> None:
        """One question back; from the first one away."""
        if self.at:
            self._go(self.at - 1)
        else:
            self._field.close()
            self._away()

    def keys(self) -> tuple[str, ...]:
        """The keys of the moment."""
        words = self._desk.words
        return (words("Enter go on"), words("Esc one back"))

    def update(self, ms: int) -> None:
        """Let the cursor blink."""
        self._field.update(ms)

    def draw_sheet(self, surface: pygame.Surface) -> None:
        """The question, and the line that is typed."""
        super().draw_sheet(surface)
        self._field.draw(surface)
