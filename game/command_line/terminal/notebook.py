"""The notebook: three guesses about the customer, compared with her true self after the talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.command_line.terminal.keyboard import Keyboard
from game.command_line.terminal.paper import Paper
from game.engine.traits import Need, Resistance
from game.engine.transcript import Guess
from game.language.words import Words, marked

TYPES = (
    ("D", marked("D: wants results, at once")),
    ("I", marked("I: wants company and ideas")),
    ("S", marked("S: wants peace and certainty")),
    ("C", marked("C: wants it to be correct")),
)
NEEDS = (
    (Need.BODY.word, marked("comfort and health")),
    (Need.SAFETY.word, marked("safety: nothing may go wrong")),
    (Need.BELONGING.word, marked("belonging: to be one of them")),
    (Need.ESTEEM.word, marked("esteem: to be respected")),
    (Need.GROWTH.word, marked("growth: to become better")),
)
WORRIES = (
    (Resistance.PRICE.word, marked("the price")),
    (Resistance.TRUST.word, marked("whether to trust you")),
    (Resistance.NEED.word, marked("whether it is needed at all")),
    (Resistance.TIMING.word, marked("the timing")),
    (Resistance.CHANGE.word, marked("changing anything")),
)


@dataclass(frozen=True, slots=True)
class Notebook:
    """Asks for the three guesses; each may be left open, and asked again as often as one likes."""

    paper: Paper
    keyboard: Keyboard
    words: Words

    def fill(self, guess: Guess) -> Guess | None:
        """The guess after three questions; None when nobody answers any more."""
        self.paper.heading(self.words("Notebook"))
        self.paper.text(self.words("It costs no time and nobody sees it. Enter leaves a guess as it is."))
        kind = self._one(self.words("What type is this person?"), TYPES, guess.type)
        if kind is None:
            return None
        need = self._one(self.words("What is needed most?"), NEEDS, guess.need)
        if need is None:
            return None
        worry = self._one(self.words("What is the true worry?"), WORRIES, guess.worry)
        if worry is None:
            return None
        return replace(guess, type=kind or None, need=need or None, worry=worry or None)

    def _one(self, question: str, choices: Sequence[tuple[str, str]], before: str | None) -> str | None:
        """One guess as its id; empty for left open, None at the end of input."""
        self.paper.gap()
        self.paper.text(question)
        for number, (name, label) in enumerate(choices, start=1):
            self.paper.choice(
                str(number), self.words(label), self.words("your guess") if name == before else ""
            )
        while True:
            answer = self.keyboard.ask(self.words("Number, or Enter:"))
            if answer is None:
                return None
            if not answer:
                return before or ""
            names = [name for name, _ in choices]
            if answer in names or answer.upper() in names:
                return answer if answer in names else answer.upper()
            if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(choices):
                return names[int(answer) - 1]
            self.paper.text(self.words("Please type a number from 1 to {n}.", n=len(choices)))
