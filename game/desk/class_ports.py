"""What the desk needs to take part in a class, handed over by the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from game.desk.ports import Book
from game.engine.conversation import Conversation
from game.language.text import LocalisedText
from game.language.words import Words


@dataclass(frozen=True, slots=True)
class Hurdle:
    """Why something could not be done, in a sentence.

    Attributes:
        suggestions: names that would be free where a name was taken.
        pictures: those that may stand on the board, with their names, where three of them have to be named.
    """

    sentence: str
    suggestions: tuple[str, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeatCard:
    """A seat that can be come back to."""

    session: str
    title: str
    nickname: str
    address: str


@dataclass(frozen=True, slots=True)
class RoundLook:
    """The round that everybody looks at.

    Attributes:
        mode: `race`, `set`, `exam`, `vote` or `tables`.
        state: `open`, `paused` or `closed`.
        seconds: until it ends; None where it has no end.
        attempts: how often one may try, 0 for as often as one likes; `tried` how often one did.
        hints: whether what happened may be looked into while the round goes on.
    """

    id: str
    number: int
    title: LocalisedText
    mode: str
    state: str
    seconds: int | None
    attempts: int
    tried: int
    hints: bool
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class ResultLook:
    """What became of one conversation: `state` is `received`, `scored` or `refused`."""

    number: int
    title: LocalisedText
    attempt: int
    state: str
    score: int | None = None
    passed: bool = False
    stage: int | None = None
    recommends: int | None = None


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A line that can be voted for; what is known of it appears step by step."""

    id: str
    text: LocalisedText
    votes: int | None = None
    value: int | None = None


@dataclass(frozen=True, slots=True)
class VoteLook:
    """One turn of the conversation on the wall."""

    turn: int
    phase: str
    speaker: LocalisedText
    says: LocalisedText
    lines: tuple[VoteLine, ...]
    mine: str = ""
    why: LocalisedText | None = None
    thought: LocalisedText | None = None


@dataclass(frozen=True, slots=True)
class ClassLook:
    """A class as it stands.

    Attributes:
        state: `lobby`, `open`, `paused`, `over`; empty before anything was heard.
        waiting: whether the trainer still has to let this seat in.
        connected: whether the server was heard of just now.
        stored: conversations that are kept here and have not arrived; `lost` those that never will.
        ended: why this seat is not ours any more; empty while it is.
        standing: rank and of how many; None while it is not told.
    """

    title: str
    nickname: str
    team: str = ""
    state: str = ""
    waiting: bool = False
    notice: str = ""
    dimmed: bool = False
    connected: bool = False
    stored: int = 0
    lost: int = 0
    ended: str = ""
    round: RoundLook | None = None
    results: tuple[ResultLook, ...] = ()
    standing: tuple[int, int] | None = None
    vote: VoteLook | None = None


@dataclass(frozen=True, slots=True)
class NearbyCard:
    """A class that announces itself in this network; `reached` says whether its server answers."""

    title: str
    address: str
    reached: bool


class Attempt(Protocol):
    """One conversation of a class, from its luck to its handing in."""

    @property
    def hints(self) -> bool:
        """Whether one may look into it afterwards while the round goes on."""
        ...

    def keep(self, conversation: Conversation) -> None:
        """Write down how far it has come.

        Raises:
            OSError: the place cannot be written.
        """
        ...

    def hand_in(self, conversation: Conversation) -> None:
        """It is over: on disk when this returns, and on its way to the server.

        Raises:
            OSError: the place cannot be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt that can be played: the scenario, the conversation as far as it has come, where it goes."""

    book: Book
    conversation: Conversation
    attempt: Attempt


class ClassSeat(Protocol):
    """A seat that is taken. `look` returns at once; what says so may take as long as a network takes."""

    def look(self) -> ClassLook:
        """How the class stands."""
        ...

    def at_turn(self, turn: int) -> None:
        """How far one has come, for the trainer."""
        ...

    def begin(self, round_id: str, words: Words) -> Begun | Hurdle:
        """Fetch scenario and luck of the next attempt; may take long."""
        ...

    def vote(self, round_id: str, turn: int, line: str, words: Words) -> Hurdle | None:
        """Vote; may take long."""
        ...

    def take_home(self, words: Words) -> Hurdle | None:
        """Open the page with one's own results in the browser; may take long."""
        ...

    def close(self) -> None:
        """Get up; the seat stays ours."""
        ...


class ClassDoor(Protocol):
    """The way into a class."""

    def remembered(self) -> Sequence[SeatCard]:
        """Seats that can be come back to, the newest first."""
        ...

    def nearby(self) -> Sequence[NearbyCard]:
        """Classes that were heard of in this network by now; begins to listen, and returns at once."""
        ...

    def look_away(self) -> None:
        """Stop listening for classes."""
        ...

    def names(self, address: str, code: str, words: Words) -> tuple[str, ...] | Hurdle:
        """Names to choose from; may take long."""
        ...

    def join(
        self, address: str, code: str, nickname: str, words: Words, pictures: Sequence[str] = ()
    ) -> ClassSeat | Hurdle:
        """Take a seat; may take long. `pictures` are those that a hurdle asked for."""
        ...

    def come_back(self, card: SeatCard) -> ClassSeat | Hurdle:
        """Sit down again; asks nobody."""
        ...
