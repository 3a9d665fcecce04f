"""What the workshop of the desk needs from the rest of the house, handed over by the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.content.diagnostics import Diagnostic
from game.desk.ports import Book
from game.engine.conversation import Conversation


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
