"""At the terminal: choose, begin or go on, talk, look back, once more."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from game.command_line.best_results import BestResults
from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House
from game.command_line.keeping import Keeper, resumed, shelved
from game.command_line.opened import CustomerChoice, Opened, seed_of
from game.command_line.shelf import Shelf
from game.command_line.terminal.briefing import Briefing
from game.command_line.terminal.debrief import Debrief
from game.command_line.terminal.keyboard import Keyboard
from game.command_line.terminal.paper import Paper
from game.command_line.terminal.talk import Talk
from game.desk.playing import Playing
from game.engine.luck import MOST_SEED
from game.records.faults import SaveFault
from game.records.results import Results

AGAIN = frozenset({"a", "再来"})
RETRY = "r"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asked for.

    Attributes:
        scenario: id or file; empty to choose from a list.
        seed: None for any.
        customer: which customer.
        resume: True to go on, False to begin anew, None to go on where there is something to go on with.
    """

    scenario: str = ""
    seed: int | None = None
    customer: CustomerChoice = field(default_factory=CustomerChoice)
    resume: bool | None = None

    @property
    def particular(self) -> bool:
        """Whether a certain conversation was asked for, so that another one cannot simply go on."""
        return self.seed is not None or self.customer != CustomerChoice()


@dataclass(frozen=True, slots=True)
class Session:
    """Plays in the terminal until nobody wants more."""

    house: House
    shelf: Shelf
    paper: Paper
    keyboard: Keyboard

    def run(self, wish: Wish) -> int:
        """Play.

        Returns:
            the exit code; stopping is no fault.

        Raises:
            Complaint: what was asked for cannot be played.
        """
        name = wish.scenario or self._chosen()
        if not name:
            return ExitCode.FINE
        keeper, playing = self._begun(self.shelf.open(name, wish.customer.pure), wish)
        try:
            return self._played(keeper, playing)
        except KeyboardInterrupt:
            self.paper.gap()
            self._stopped(keeper)
            return ExitCode.INTERRUPTED

    def _played(self, keeper: Keeper, playing: Playing) -> int:
        """Talk, look back, and again as often as one likes."""
        words = self.house.words
        following: Playing | None = playing
        while following is not None:
            playing = Talk(self.paper, self.keyboard, words, keeper).run(following)
            if playing.conversation.outcome is None:
                self._stopped(keeper)
                return ExitCode.FINE
            saved = keeper.saved
            file = keeper.finish(playing.conversation)
            if not (saved.source or saved.customer or saved.psychology):
                BestResults(Results(self.house.saves.folder), self.shelf).note(playing.conversation)
            Debrief(self.paper, words).tell(playing)
            if file is not None:
                self.paper.text(words("To look back at it later: rapport review {file}", file=file))
            following = self._more(playing)
        return ExitCode.FINE

    def _begun(self, opened: Opened, wish: Wish) -> tuple[Keeper, Playing]:
        """The conversation to go on with, or a new one with its briefing."""
        scenario = opened.scenario.id
        if wish.resume is False:
            shelved(self.house, opened)
        elif wish.resume or not (wish.particular or self.shelf.psychology):
            found = resumed(self.house, opened, self.shelf.open_again, self._warn)
            if found is not None:
                again, saved, conversation = found
                playing = Playing(again.book, conversation)
                Briefing(self.paper, self.house.words).recall(playing)
                return Keeper(self.house, saved, self._warn), playing
            if wish.resume:
                raise Complaint(
                    self.house.words(
                        "there is no conversation of '{scenario}' to go on with", scenario=scenario
                    ),
                    "nothing-to-resume",
                )
        seed = seed_for_wish(self.house, opened, wish)
        playing = Playing.begin(opened.book, seed)
        Briefing(self.paper, self.house.words).tell(playing)
        return Keeper(self.house, opened.reference(), self._warn), playing

    def _chosen(self) -> str:
        """The id of a scenario picked from the list; empty when nobody picks one."""
        words, entries = self.house.words, self.shelf.listing()
        if not entries:
            raise Complaint(words("there is no scenario to play"), "no-scenario")
        self.paper.heading(words("Which conversation?"))
        for number, entry in enumerate(entries, start=1):
            title = entry.title.said(words.locale)
            self.paper.choice(str(number), title, entry.id)
            tagline = entry.tagline.said(words.locale)
            if tagline:
                self.paper.aside(tagline)
        while True:
            answer = self.keyboard.ask(words("Number, or Enter to leave:"))
            if not answer or answer.lower() == "q":
                return ""
            if answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= len(entries):
                return entries[int(answer[:6]) - 1].id
            if answer in {entry.id for entry in entries}:
                return answer
            self.paper.text(words("Please type a number from 1 to {n}.", n=len(entries)))

    def _more(self, playing: Playing) -> Playing | None:
        """What comes after the end: another morning, the same one from a turn on, or nothing."""
        words, turns = self.house.words, playing.conversation.turn
        self.paper.gap()
        self.paper.choice("a", words("another morning: the same door, another mood"))
        self.paper.choice("r N", words("the same morning again, from turn N on"))
        self.paper.choice(words("Enter"), words("leave"))
        while True:
            answer = self.keyboard.ask(words("And now?"))
            if not answer or answer.lower() == "q":
                return None
            if answer.lower() in AGAIN:
                return Playing.begin(playing.book, secrets.randbelow(MOST_SEED + 1))
            turn = answer.lower().removeprefix(RETRY).strip()
            if turn.isascii() and turn.isdigit() and 1 <= int(turn[:4]) <= turns:
                return playing.going_back(int(turn[:4]))
            self.paper.text(words("Please type a, or r and a turn from 1 to {n}.", n=turns))

    def _stopped(self, keeper: Keeper) -> None:
        """Say whether what was said is kept."""
        words = self.house.words
        if keeper.kept:
            command = f"rapport play {keeper.saved.source or keeper.saved.scenario} --text"
            self.paper.text(words("Kept. To go on: {command}", command=command))
        else:
            self.paper.text(words("Stopped. This conversation could not be kept."))

    def _warn(self, fault: SaveFault) -> None:
        """A trouble with a save; the play goes on."""
        self.paper.text(fault.told(self.house.words))


def seed_for_wish(house: House, opened: Opened, wish: Wish) -> int:
    """The seed of a new conversation.

    Raises:
        Complaint: the seed is out of range, or the scenario has no such customer.
    """
    words = house.words
    given = secrets.randbelow(MOST_SEED + 1 - 100_000) if wish.seed is None else wish.seed
    if not 0 <= given <= MOST_SEED:
        raise Complaint(words("the seed must be a whole number from 0 to {most}", most=MOST_SEED), "seed")
    seed = seed_of(opened.scenario, wish.customer, given)
    if seed is None:
        raise Complaint(
            words("this scenario has the customers 1 to {n}, or D, I, S, C", n=opened.scenario.customers),
            "customer",
        )
    return seed
