"""The notebook: three guesses about the customer, compared with the truth after the talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.command_line.terminal.keyboard import Keyboard
from game.command_line.terminal.paper import Paper
from game.engine.traits import Need, Resistance
from game.engine.transcript import Guess
from game.language.words import Words, marked

TYPES = {
    "D": marked("D · results, quickly"),
    "I": marked("I · people and ideas"),
    "S": marked("S · calm and time"),
    "C": marked("C · proof, in detail"),
}
NEEDS = {
    Need.BODY.word: marked("comfort"),
    Need.SAFETY.word: marked("safety"),
    Need.BELONGING.word: marked("belonging"),
    Need.ESTEEM.word: marked("respect"),
    Need.GROWTH.word: marked("growth"),
}
WORRIES = {
    Resistance.PRICE.word: marked("the price"),
    Resistance.TRUST.word: marked("being let down"),
    Resistance.NEED.word: marked("not needing it"),
    Resistance.TIMING.word: marked("the wrong moment"),
    Resistance.CHANGE.word: marked("the change itself"),
}
QUESTIONS = (
    (marked("What matters to {name} in a talk?"), TYPES),
    (marked("What does {name} need most?"), NEEDS),
    (marked("What is {name} really afraid of?"), WORRIES),
)
"""What is asked, and the answers: the id that is noted and its words."""


def labels(words: Words) -> tuple[Mapping[str, str], ...]:
    """The answers to the three questions in words, by id."""
    return tuple({name: words(label) for name, label in answers.items()} for _, answers in QUESTIONS)


@dataclass(frozen=True, slots=True)
class Notebook:
    """Asks for the three guesses; each may be left open, and asked again as often as one likes."""

    paper: Paper
    keyboard: Keyboard
    words: Words

    def fill(self, guess: Guess, name: str) -> Guess | None:
        """The guess about somebody after three questions; None when nobody answers any more."""
        self.paper.heading(self.words("Notebook: {name}", name=name))
        self.paper.text(self.words("It costs no time and nobody sees it. Enter leaves a guess as it is."))
        noted: list[str | None] = []
        before = (guess.type, guess.need, guess.worry)
        for (question, _), names, mine in zip(QUESTIONS, labels(self.words), before, strict=True):
            answer = self._one(self.words(question, name=name), names, mine)
            if answer is None:
                return None
            noted.append(answer or None)
        return Guess(*noted)

    def _one(self, question: str, names: Mapping[str, str], before: str | None) -> str | None:
        """One guess as its id; empty for left open, None at the end of input."""
        self.paper.gap()
        self.paper.text(question)
        for number, (name, label) in enumerate(names.items(), start=1):
            self.paper.choice(str(number), label, self.words("your guess") if name == before else "")
        while True:
            answer = self.keyboard.ask(self.words("Number, or Enter:"))
            if answer is None:
                return None
            if not answer:
                return before or ""
            known = {name.lower(): name for name in names}
            if answer.lower() in known:
                return known[answer.lower()]
            if answer.isascii() and answer.isdigit() and 1 <= int(answer[:4]) <= len(names):
                return list(names)[int(answer[:4]) - 1]
            self.paper.text(self.words("Please type a number from 1 to {n}.", n=len(names)))
