"""One thread that writes: what waits is committed together, so that a full sync costs a class nothing.

The order in which callers asked is the order of the rows.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from game.records.class_database import ClassDatabase, Connection

Result = TypeVar("Result")
MOST = 500
"""Works that share a transaction; more would keep the first of them waiting."""


class WriterClosed(RuntimeError):
    """The writer has stopped; nothing more is taken."""


class Writer:
    """Takes functions of a connection and runs them, many in one transaction."""

    def __init__(self, database: ClassDatabase) -> None:
        """Start the thread."""
        self._database = database
        self._waiting: queue.SimpleQueue[tuple[Callable[[Connection], Any], Future[Any]] | None] = (
            queue.SimpleQueue()
        )
        self._open = True
        self._door = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], Result]) -> Future[Result]:
        """Have something written.

        Args:
            work: reads and writes, and nothing else, because it may be done twice: when it raises, only its
                own changes are taken back, and what shared its transaction is done again.

        Returns:
            What becomes true when the result is on disk; it carries the exception of the work, or that of
            the commit (nothing of that transaction is kept then).

        Raises:
            WriterClosed: it was closed.
        """
        future: Future[Result] = Future()
        with self._door:
            if not self._open:
                raise WriterClosed
            self._waiting.put((work, future))
        return future

    def close(self) -> None:
        """Write what waits, then stop."""
        with self._door:
            if not self._open:
                return
            self._open = False
            self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        going = True
        while going:
            works = [self._waiting.get()]
            while len(works) < MOST and works[-1] is not None:
                try:
                    works.append(self._waiting.get_nowait())
                except queue.Empty:
                    break
            if works[-1] is None:
                going = False
                works.pop()
            self._write(
                [work for work in works if work is not None and work[1].set_running_or_notify_cancel()]
            )

    def _write(self, works: list[tuple[Callable[[Connection], Any], Future[Any]]]) -> None:
        """One transaction for all of them; where one of them fails, again with a savepoint for each."""
        if not works:
            return
        try:
            with self._database.writing() as connection:
                done = [work(connection) for work, _ in works]
        except Exception:
            self._write_apart(works)
            return
        for (_, future), result in zip(works, done, strict=True):
            future.set_result(result)

    def _write_apart(self, works: list[tuple[Callable[[Connection], Any], Future[Any]]]) -> None:
        """One transaction in which every work takes back its own changes only."""
        results: list[tuple[Future[Any], Any, BaseException | None]] = []
        try:
            with self._database.writing() as connection:
                for work, future in works:
                    try:
                        with connection.begin_nested():
                            results.append((future, work(connection), None))
                    except Exception as failure:
                        results.append((future, None, failure))
        except Exception as failure:
            for _, future in works:
                future.set_exception(failure)
            return
        for future, result, trouble in results:
            if trouble is None:
                future.set_result(result)
            else:
                future.set_exception(trouble)
