"""A desk with one book on it and nothing kept: what benchmarks and pictures sit down at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.desk.ports import Book, Entry, ShelfFault
from game.engine.conversation import Conversation
from game.engine.transcript import Transcript


@dataclass(frozen=True, slots=True)
class OneBook:
    """A shelf that holds a single scenario."""

    book: Book

    def listing(self) -> Sequence[Entry]:
        """Its card."""
        return [Entry(self.book.scenario.id, self.book.wording.title, self.book.wording.tagline)]

    def load(self, scenario_id: str) -> Book | ShelfFault:
        """It, whatever is asked for."""
        return self.book


class NoSaves:
    """Keeps nothing."""

    def keep(self, conversation: Conversation) -> None:
        """Nothing is written: the disk is not what is measured."""

    def resume(self) -> Transcript | None:
        """There is nothing to go on with."""
        return None

    def forget(self) -> None:
        """There is nothing to forget."""
