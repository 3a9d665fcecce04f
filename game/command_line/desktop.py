"""Hands the house over to the desk: its ports, filled with scenarios, saves and luck."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.command_line.background import BackgroundReviews
from game.command_line.best_results import BestResults
from game.command_line.class_door import DeskDoor, Joining, folder_of_classes
from game.command_line.complaints import Complaint
from game.command_line.house import House
from game.command_line.lessons import GuideLessons
from game.command_line.opened import CustomerChoice
from game.command_line.shelf import Shelf
from game.command_line.terminal.session import Wish, seed_for_wish
from game.command_line.workshop import Bench
from game.content.diagnostics import Diagnostic
from game.desk.keeps_nothing import KeepsNothing
from game.desk.ports import Book, Entry, ShelfFault
from game.engine.conversation import Conversation
from game.engine.luck import MOST_SEED
from game.engine.transcript import Transcript, TranscriptError
from game.records.faults import SaveFault
from game.records.results import Results
from game.records.saves import Saved

if TYPE_CHECKING:
    from game.desk.application import Context

ANYWHERE = "reception"
"""The place of a scenario that names none, as in the scenario language."""


@dataclass(frozen=True, slots=True)
class DeskShelf:
    """The scenarios for the desk; see `game.desk.ports.ScenarioShelf`."""

    shelf: Shelf
    pure: str = ""
    results: BestResults | None = None
    sources: dict[str, str] = field(default_factory=dict)  # files of opened scenarios, by their ids

    def listing(self) -> Sequence[Entry]:
        """The scenarios of the library, with what was reached in them."""
        shown = self.results.shown() if self.results is not None else {}
        return tuple(
            Entry(
                card.id,
                card.title,
                card.tagline,
                card.difficulty,
                card.minutes,
                card.place or ANYWHERE,
                shown[card.id].total if card.id in shown else None,
                shown[card.id].seals if card.id in shown else frozenset(),
            )
            for card in self.shelf.listing()
        )

    def load(self, scenario_id: str) -> Book | ShelfFault:
        """Open one scenario."""
        try:
            opened = self.shelf.open(scenario_id, self.pure)
        except Complaint as complaint:
            return ShelfFault(complaint.sentence)
        self.sources[opened.scenario.id] = opened.source
        return opened.book


@dataclass(slots=True)
class DeskSaves:
    """Keeps the one conversation of the desk; see `game.desk.ports.SaveKeeper`."""

    house: House
    pure: str = ""
    psychology: str = ""
    results: BestResults | None = None
    _saved: Saved | None = field(default=None)

    def keep(self, conversation: Conversation) -> None:
        """Write the conversation down; one begun anew sets the one before aside among the transcripts.

        Raises:
            OSError: the place cannot be written.
        """
        transcript = conversation.transcript().to_json()
        self.house.witness.saw(conversation.scenario.id, transcript)
        if self._saved is not None and not _goes_on(self._saved, transcript):
            if self._saved.scenario == conversation.scenario.id:
                self.house.saves.archive(self._saved)
            self._saved = None
        saved = self._saved or Saved(conversation.scenario.id, customer=self.pure, psychology=self.psychology)
        self._saved = _done(self.house.saves.keep(replace(saved, transcript=transcript)))

    def finished(self, conversation: Conversation) -> None:
        """Archive a conversation that has an outcome; see `game.desk.ports.TraineeRecord`.

        Raises:
            OSError: the place cannot be written.
        """
        self.keep(conversation)
        if self._saved is not None:
            _done(self.house.saves.archive(self._saved))
            if self.results is not None and not (self.pure or self.psychology):
                self.results.note(conversation)
        self._saved = None

    def resume(self) -> Transcript | None:
        """The conversation that was kept last, if the desk can open it by its id."""
        found = self.house.saves.latest()
        if not isinstance(found, Saved) or found.source:
            return None
        if (found.customer, found.psychology) != (self.pure, self.psychology):
            return None
        try:
            transcript = Transcript.from_json(found.transcript)
        except TranscriptError:
            self.house.saves.set_aside(found)
            return None
        self._saved = found
        return transcript

    def forget(self) -> None:
        """Drop the unfinished conversation."""
        if self._saved is not None:
            self.house.saves.forget(self._saved)
        self._saved = None


@dataclass(slots=True)
class Luck:
    """The seeds of an evening: the first as it was asked for, then any."""

    first: int | None = None

    def __call__(self) -> int:
        """A seed for the next conversation."""
        first, self.first = self.first, None
        return secrets.randbelow(MOST_SEED + 1) if first is None else first


def played(house: House, shelf: Shelf, wish: Wish, *, asked: bool) -> bool:
    """Play at the desk until the window is closed.

    Args:
        house: words, saves and witness.
        shelf: the scenarios.
        wish: what was asked for.
        asked: whether the language was asked for on the command line.

    Returns:
        False where no window can be opened; nothing has been played then.

    Raises:
        Complaint: what was asked for cannot be played.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        from game.desk.application import Context
    except ImportError:
        return False
    pure = wish.customer.pure
    seed = None
    if wish.scenario:
        found = shelf.library.find(wish.scenario)
        if isinstance(found, Diagnostic) or wish.particular:
            seed = seed_for_wish(house, shelf.open(wish.scenario, pure), wish)
    elif wish.customer != CustomerChoice() or wish.seed is not None:
        seed = wish.seed
    results = BestResults(Results(house.saves.folder), shelf)
    psychology = str(shelf.psychology.resolve()) if shelf.psychology else ""
    saves = DeskSaves(house, pure, psychology, results)
    desk_shelf = DeskShelf(shelf, pure, results)
    context = Context(
        shelf=desk_shelf,
        saves=saves,
        record=saves,
        locale=house.words.locale,
        locale_asked=asked,
        scenario=wish.scenario if wish.scenario and not wish.resume else None,
        seed=Luck(seed),
        lessons=GuideLessons(),
        reviews=BackgroundReviews(house.saves.folder, psychology, pure, desk_shelf.sources),
        workbench=Bench(house, replace(shelf, psychology=None), sources=desk_shelf.sources),
        door=DeskDoor(replace(shelf, psychology=None), folder_of_classes()),
    )
    return _run(house, context)


def joined(house: House, shelf: Shelf, joining: Joining, *, asked: bool) -> bool:
    """Go to a class at the desk; False where no window can be opened."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        from game.desk import application
    except ImportError:
        return False
    results = BestResults(Results(house.saves.folder), shelf)
    saves = DeskSaves(house, results=results)
    desk_shelf = DeskShelf(shelf, results=results)
    context = application.Context(
        shelf=desk_shelf,
        saves=saves,
        record=saves,
        locale=house.words.locale,
        locale_asked=asked,
        lessons=GuideLessons(),
        reviews=BackgroundReviews(house.saves.folder, "", "", desk_shelf.sources),
        door=DeskDoor(shelf, folder_of_classes()),
        joining=application.Joining(joining.address, joining.code, joining.nickname),
    )
    return _run(house, context)


def watched(house: House, shelf: Shelf, wish: Wish, *, asked: bool) -> bool:
    """Play a file that is being written; it is read again whenever it is saved, and nothing is kept.

    Args:
        house: words and witness.
        shelf: reads scenarios.
        wish: what was asked for; its scenario is named.
        asked: whether the language was asked for on the command line.

    Returns:
        False where no window can be opened.

    Raises:
        Complaint: there is no such scenario, or no such customer in it.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    found = shelf.library.find(wish.scenario)
    if isinstance(found, Diagnostic):
        raise Complaint(found.rendered(house.words.locale), "unknown-scenario")
    try:
        from game.command_line.watching import WatchedFile
        from game.desk.application import Context
    except ImportError:
        return False
    pure = wish.customer.pure
    seed = seed_for_wish(house, shelf.open(wish.scenario, pure), wish) if wish.particular else None
    psychology = str(shelf.psychology.resolve()) if shelf.psychology else ""
    file = WatchedFile(shelf, found, pure)
    context = Context(
        shelf=DeskShelf(shelf, pure),
        saves=KeepsNothing(),
        locale=house.words.locale,
        locale_asked=asked,
        seed=Luck(seed),
        lessons=GuideLessons(),
        reviews=BackgroundReviews(house.saves.folder, psychology, pure, file.sources),
        watched=file,
    )
    return _run(house, context)


def _run(house: House, context: Context) -> bool:
    """Play until the window is closed; False where none can be opened."""
    from game.desk.application import run

    try:
        run(context)
    except Exception as error:
        if type(error).__module__.partition(".")[0] != "pygame" or house.witness.transcript is not None:
            raise
        return False
    return True


def _goes_on(saved: Saved, transcript: dict[str, object]) -> bool:
    """Whether a transcript is the kept one with more moves."""
    before, now = saved.transcript.get("moves", []), transcript["moves"]
    same = all(saved.transcript.get(key) == transcript[key] for key in ("fingerprint", "seed", "start"))
    return same and isinstance(now, list) and now[: len(before)] == before


def _done(answer: object) -> Saved | None:
    """What was kept; OSError where it could not be, as the desk expects."""
    if isinstance(answer, SaveFault):
        raise OSError(answer.reason or answer.trouble.code)
    return answer if isinstance(answer, Saved) else None
