"""The talk itself: show, ask, say, keep; until it is over or somebody stops."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.command_line.keeping import Keeper
from game.command_line.terminal.keyboard import Keyboard
from game.command_line.terminal.notebook import Notebook
from game.command_line.terminal.paper import Paper
from game.command_line.terminal.situation import Situation
from game.desk.playing import Playing
from game.engine.scenario import Line
from game.language.words import Words

NOTEBOOK, HELP, QUIT = frozenset({"n", "笔记"}), frozenset({"?", "？", "h"}), frozenset({"q", "退出"})


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation at a terminal."""

    paper: Paper
    keyboard: Keyboard
    words: Words
    keeper: Keeper

    def run(self, playing: Playing) -> Playing:
        """Talk until the end; a conversation without an outcome was stopped and is kept.

        Every move is on disk before the next is offered.

        Raises:
            KeyboardInterrupt: Ctrl-C; what was said is kept.
        """
        situation = Situation(self.paper, self.words)
        self.keeper.keep(playing.conversation)
        situation.open(playing)
        while playing.conversation.outcome is None:
            answer = self._answer(playing)
            if answer is None:
                return playing
            if isinstance(answer, Playing):
                self.keeper.keep(answer.conversation)
                situation.offer(answer)
                playing = answer
                continue
            said = playing.say(answer.id, self.keyboard.tenths)
            assert said is not None, "a line on offer can be said"
            before = playing.scene
            playing, reaction = said
            self.keeper.keep(playing.conversation)
            situation.react(playing, reaction, before)
        return playing

    def _answer(self, playing: Playing) -> Line | Playing | None:
        """A line to be said, the same talk with a new note, or None when somebody stops."""
        offers = playing.conversation.offers()
        while True:
            answer = self.keyboard.ask(self.words("Your choice (? for help):"))
            if answer is None or answer.lower() in QUIT:
                return None
            if answer.lower() in HELP:
                self._help(len(offers))
            elif answer.lower() in NOTEBOOK:
                noted = self._noted(playing)
                if noted is None:
                    return None
                return noted
            elif (line := chosen(answer, offers)) is not None:
                return line
            else:
                self.paper.text(
                    self.words("Please type a number from 1 to {n}, or ? for help.", n=len(offers))
                )

    def _noted(self, playing: Playing) -> Playing | None:
        """The talk after a look into the notebook; None when nobody answers any more."""
        before = playing.conversation.guess
        name = playing.person(playing.counterpart).name.said(self.words.locale)
        guess = Notebook(self.paper, self.keyboard, self.words).fill(before, name)
        if guess is None:
            return None
        if guess == before:
            return playing
        return replace(playing, conversation=playing.conversation.note(guess))

    def _help(self, offers: int) -> None:
        """Every key there is."""
        words, paper = self.words, self.paper
        paper.gap()
        paper.choice(f"1-{offers}", words("say that line; there is no taking back, as in life"))
        paper.choice("n", words("notebook: write down what you think of the person; costs no time"))
        paper.choice("q", words("stop here; the conversation is kept, the same command goes on with it"))
        paper.choice("?", words("this help"))
        paper.text(words("The clock is story time: it moves when you speak, never while you think."))
        paper.gap()


def chosen(answer: str, offers: tuple[Line, ...]) -> Line | None:
    """The line that an answer means: its number, or its id for those who write scripts."""
    if answer.isascii() and answer.isdigit():
        number = int(answer[:4])
        return offers[number - 1] if 1 <= number <= len(offers) else None
    return next((line for line in offers if line.id == answer), None)
