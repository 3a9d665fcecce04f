"""What the desk needs from the rest of the house, handed over by the command line.

The desk imports none of its siblings; whoever starts it brings objects of these shapes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from game.analysis.review import Review
from game.content.guide_entries import Myth
from game.content.wording import Spoken, Wording
from game.engine.conversation import Conversation
from game.engine.scenario import Scenario
from game.engine.transcript import Transcript
from game.language.text import LocalisedText


class Phrases(Protocol):
    """The shipped phrase bank: replies that no scenario wrote, by id."""

    def spoken(self, reply_id: str) -> Spoken | None:
        """The words of a reply of the bank; None when the id is not one of its own."""
        ...

    def sign(self, name: str, strength: int) -> LocalisedText | None:
        """What a visible sign looks like in words, strength 1..3."""
        ...

    def face(self, name: str) -> LocalisedText | None:
        """What a face looks like in words, without naming the feeling."""
        ...

    def micro(self, name: str) -> LocalisedText | None:
        """What crossed a face for an instant, in words."""
        ...


@dataclass(frozen=True, slots=True)
class Book:
    """One scenario, ready to be played: its rules, its words, and the phrase bank beneath them.

    `tactics` are the names of the moves by their ids, for the explanations afterwards.
    """

    scenario: Scenario
    wording: Wording
    bank: Phrases
    tactics: Mapping[str, LocalisedText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario as the shelf lists it, before anybody opens it.

    `difficulty` is 1..5; `minutes` are for the first and for a further go; `best` is the best total so
    far (0..1000) or None.
    """

    id: str
    title: LocalisedText
    tagline: LocalisedText
    difficulty: int = 1
    minutes: tuple[int, int] = (8, 5)
    place: str = "reception"
    best: int | None = None
    seals: frozenset[str] = frozenset()  # relationship | honesty | craft


@dataclass(frozen=True, slots=True)
class ShelfFault:
    """Why a scenario cannot be opened, in a sentence for people (already in the language asked for)."""

    message: str


class ScenarioShelf(Protocol):
    """All scenarios that can be played."""

    def listing(self) -> Sequence[Entry]:
        """The scenarios in the order in which one would take them; reads as little as it can."""
        ...

    def load(self, scenario_id: str) -> Book | ShelfFault:
        """Open one scenario."""
        ...


@dataclass(frozen=True, slots=True)
class LessonCard:
    """An item of the field guide on one card; `lesson` is False where it has but one sentence."""

    id: str
    title: LocalisedText
    text: LocalisedText
    myths: tuple[Myth, ...] = ()
    lesson: bool = True


class Lessons(Protocol):
    """What there is to learn about what was done."""

    def card(self, items: Sequence[str]) -> LessonCard | None:
        """The card of the first of these items that has a lesson; None where none of them is known."""
        ...


class SaveKeeper(Protocol):
    """Keeps the conversation that is going on, so that nothing said is ever lost."""

    def keep(self, conversation: Conversation) -> None:
        """Write the conversation down; on disk when this returns.

        Raises:
            OSError: the place cannot be written; the desk goes on and says so once.
        """
        ...

    def resume(self) -> Transcript | None:
        """The unfinished conversation of last time, if any."""
        ...

    def forget(self) -> None:
        """Drop the unfinished conversation."""
        ...


class TraineeRecord(Protocol):
    """What is remembered of finished conversations."""

    def finished(self, conversation: Conversation) -> None:
        """Add a conversation that has an outcome."""
        ...


class Reviewer(Protocol):
    """Looks at one conversation while it goes on, in a process of its own.

    Nothing here waits: every method returns at once, whatever the process is doing, and none of them raises
    because the process is gone. A conversation that goes back to an earlier turn needs a new reviewer.
    """

    def said(self, line_id: str) -> None:
        """A line was said; the position it led to is valued next."""
        ...

    def over(self) -> None:
        """The conversation has ended (or is given up): review it, from its last line backwards."""
        ...

    def poll(self) -> Review | None:
        """The review as far as it has come: None before there is anything, the last one when nothing is new.

        It grows with every call until `Review.finished`. It stays unfinished where the process was ended
        before that; what is there is right and is shown as the part it is.
        """
        ...

    def close(self) -> None:
        """End the process; safe to be called twice, and at any moment."""
        ...


class Reviews(Protocol):
    """Starts reviewers."""

    def begin(self, conversation: Conversation) -> Reviewer:
        """A reviewer for a conversation, from what has been said of it so far.

        One that is over already needs no `said`, only `over`.
        """
        ...
