"""Opens scenarios beside the picture, so that no frame waits for a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TypeVar

from game.desk.ports import Book, Entry, ScenarioShelf, ShelfFault

Result = TypeVar("Result")


class Reader:
    """Lists and loads scenarios in a thread of its own; one after the other, each once.

    Args:
        shelf: where they stand.
        executor: what runs the reading; a thread unless a test brings its own.
    """

    def __init__(self, shelf: ScenarioShelf, executor: Executor | None = None) -> None:
        self._shelf = shelf
        self._executor = executor or ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._listing: Future[Sequence[Entry]] | None = None
        self._books: dict[str, Future[Book | ShelfFault]] = {}

    def listing(self) -> Sequence[Entry] | None:
        """All scenarios; None as long as they are being read.

        Raises:
            Exception: whatever the shelf could not cope with.
        """
        if self._listing is None:
            self._listing = self._executor.submit(self._shelf.listing)
        return self._listing.result() if self._listing.done() else None

    def ask(self, scenario_id: str) -> None:
        """Begin to open a scenario, unless that has happened."""
        if scenario_id not in self._books:
            self._books[scenario_id] = self._executor.submit(self._shelf.load, scenario_id)

    def book(self, scenario_id: str) -> Book | ShelfFault | None:
        """A scenario; None as long as it is being read. A fault is forgotten, so that one may try again."""
        self.ask(scenario_id)
        future = self._books[scenario_id]
        if not future.done():
            return None
        found = future.result()
        if isinstance(found, ShelfFault):
            del self._books[scenario_id]
        return found

    @property
    def opened(self) -> frozenset[str]:
        """Scenarios that were asked for."""
        return frozenset(self._books)

    def run(self, errand: Callable[[], Result]) -> Future[Result]:
        """Have something done beside the picture, after what was asked for before."""
        return self._executor.submit(errand)

    def refresh(self) -> None:
        """List anew next time: results have changed."""
        self._listing = None

    def close(self) -> None:
        """Begin nothing more."""
        self._executor.shutdown(wait=False, cancel_futures=True)
