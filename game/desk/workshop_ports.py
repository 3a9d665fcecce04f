"""What the workshop of the desk needs from the rest of the house, handed over by the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.content.diagnostics import Diagnostic
from game.desk.job_ports import Job
from game.desk.ports import Book
from game.engine.conversation import Conversation, Step
from game.language.text import LocalisedText
from game.language.words import Words


@dataclass(frozen=True, slots=True)
class Edition:
    """A scenario as its file stood at one moment.

    Attributes:
        number: counted from 1, one more with every time the file was read.
        book: ready to be played; None where an error forbids it.
        faults: everything there is to say about the file, errors and smells.
    """

    number: int
    book: Book | None
    faults: tuple[Diagnostic, ...]


class Relived(Protocol):
    """A conversation in another version of its scenario."""

    @property
    def conversation(self) -> Conversation:
        """As far as it could be lived again."""
        ...

    @property
    def lost(self) -> str:
        """Id of the first line that could not be said again; empty where all of them could."""
        ...

    @property
    def left_out(self) -> int:
        """How many lines were not said again."""
        ...


class Watched(Protocol):
    """A scenario file that is read again whenever it is saved; reading takes a tenth of a second."""

    @property
    def name(self) -> str:
        """What people call the file."""
        ...

    def poll(self) -> Edition | None:
        """The next edition, where the file has changed and come to rest since this was asked last."""
        ...

    def relived(self, conversation: Conversation, book: Book) -> Relived:
        """The same lines in the book of another edition, under the same luck."""
        ...

    def close(self) -> None:
        """Look no more; safe to be called twice."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """A scenario as the workshop's shelf shows it.

    Attributes:
        file: its path.
        id: the id it has, or the file's name where it has none that can be read.
        title: empty where it has none.
        shipped: whether it came with the game, so that nothing may be written to it.
        package: whether it is one file with golden paths in it.
    """

    file: str
    id: str
    title: LocalisedText
    shipped: bool = False
    package: bool = False


@dataclass(frozen=True, slots=True)
class WorkShelf:
    """All works, the trainer's own first, then those that came with the game; `folder` holds the own ones."""

    folder: str
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done, in a sentence for people; nothing has been changed."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Made:
    """What was done, in sentences for people, and the file that came of it."""

    sentences: tuple[str, ...]
    file: str = ""


class Glimpse(Protocol):
    """A beat as one customer meets it in the middle of a talk."""

    @property
    def before(self) -> Conversation | None:
        """The conversation when the beat begins; None where nobody came to it."""
        ...

    @property
    def steps(self) -> Mapping[str, Step]:
        """What each line led to, by its id; a line that was not on offer is missing."""
        ...

    @property
    def tried(self) -> int:
        """How many conversations were played to come there."""
        ...


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Texts of a re-dressed work that still say what its pattern says, by their places; all are counted."""

    pattern: str
    texts: tuple[tuple[str, LocalisedText], ...]
    count: int


class Question(Protocol):
    """Something that is asked before a new scenario is written."""

    @property
    def key(self) -> str:
        """Under which the answer is handed back."""
        ...

    @property
    def label(self) -> str:
        """The question in words."""
        ...

    @property
    def usual(self) -> str:
        """The answer of somebody who has none."""
        ...

    @property
    def choices(self) -> Mapping[str, str]:
        """The answers there are with their words; empty where anything may be answered."""
        ...


class Workbench(Protocol):
    """What a trainer does with scenarios. Whatever takes time is called in a thread of its own.

    No method overwrites a file of the trainer's; what is replaced is kept beside it under another name.
    """

    def shelf(self) -> WorkShelf:
        """All works."""
        ...

    def work(self, file: str, words: Words) -> Work | Refused:
        """The work of one file, wherever it is; refusals speak with these words."""
        ...

    def check(self, file: str) -> tuple[Diagnostic, ...]:
        """Everything there is to say about a file."""
        ...

    def left_over(self, work: Work) -> LeftOver | None:
        """What of a re-dressed work still speaks of the old trade; None where it is none."""
        ...

    def watched(self, file: str) -> Watched:
        """Begin to watch a file."""
        ...

    def edit(self, file: str, line: int) -> bool:
        """Open a file in the system's editor, at a line where it can; False where there is none."""
        ...

    def talk(self, file: str, words: Words) -> tuple[Book, Conversation] | Refused:
        """A transcript, lived again."""
        ...

    def questions(self, words: Words) -> Sequence[Question]:
        """What is asked before a new scenario is written, in this order."""
        ...

    def free_name(self, name: str) -> str:
        """An id for a new work: the name with small letters and hyphens, and a number where it is taken."""
        ...

    def new(self, name: str, answers: Mapping[str, str], words: Words) -> Made | Refused:
        """Write a new scenario from answers by the questions' keys."""
        ...

    def redress(self, work: Work, name: str, words: Words) -> Made | Refused:
        """Write a scenario with another one's structure and numbers, and its words as a table."""
        ...

    def words_out(self, work: Work, words: Words) -> Made | Refused:
        """Write the words of a work to a table beside it."""
        ...

    def table_of(self, work: Work) -> str:
        """The newest table of words beside a work; empty where there is none."""
        ...

    def words_back(self, work: Work, table: str, words: Words) -> Made | Refused:
        """Put the words of a table into a work; the file as it was stays beside it."""
        ...

    def pack(self, work: Work, words: Words) -> Made | Refused:
        """Put a work and its golden paths into one file beside it."""
        ...

    def book(self, work: Work, words: Words) -> Book | Refused:
        """A work, opened."""
        ...

    def glimpses(self, book: Book, beat: str) -> Mapping[str, Glimpse]:
        """One beat as customers of the pure types D, I, S and C meet it, by the letter."""
        ...

    def prove(self, work: Work) -> Job:
        """Begin to find out what the conversations of a work can come to."""
        ...

    def balance(self, work: Work) -> Job:
        """Begin to have a work played by sellers of every kind."""
        ...
