"""Has the conversations of a class looked back at, for the pages that trainees take home.

It takes some seconds of a processor for each, so that it is done by processes that step back behind
everything else, begun when somebody asks for a page, told as far as it has come, and kept in the database.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor
from functools import partial
from typing import Any

from game.analysis.solver import AT_ONCE, METHOD
from game.classroom import home_work
from game.classroom.home_facts import Known, counting, faults_of_votes
from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.classroom.room import Room
from game.classroom.scenario_shelf import ScenarioShelf
from game.classroom.workers import Workers
from game.engine.transcript import ENGINE
from game.records.class_database import Connection
from game.records.class_look_backs import keep_look_back, look_backs
from game.records.class_results import Result, results

Job = Callable[[], home_work.Looked]
"""What a process is to do for one attempt."""

STAMP = f"engine {ENGINE}, solver {METHOD}, {AT_ONCE}, pages 1"
"""By which rules is looked back; what was kept under another stamp is worked out anew."""

log = logging.getLogger("rapport.classroom")

UNKNOWN: home_work.Looked = {"turns": [], "no_return": None, "exact": True, "margin": 0, "failed": True}
"""Of a conversation that this Rapport cannot play again."""


class HomeStudies:
    """What is known of attempts, by their ids."""

    def __init__(self, house: ClassHouse, threaded: bool = False) -> None:
        """Look back at conversations of a house."""
        self._house = house
        self._workers = Workers(-1 if threaded else 0, gentle=True)
        self._known: dict[str, home_work.Looked] = {}
        self._waiting: dict[str, Job] = {}  # in the order in which they will be done
        self._doing: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def known(self, attempt: str) -> Known:
        """How far an attempt is."""
        return Known(self._known.get(attempt), self._pending(attempt))

    async def wanted(self, room: Room, seat: str | None = None) -> tuple[int, int]:
        """Have what counts of a seat, or of the whole class, looked back at; single seats come first.

        Returns:
            how many attempts there are to look back at, and how many of them are still being worked out.
        """
        jobs, kept = await asyncio.to_thread(self._jobs, room.session.id, seat)
        self._known = {**kept, **self._known}
        new = {
            attempt: job for attempt, job in jobs if attempt not in self._known and attempt not in self._doing
        }
        # Whoever asks for one page waits for it; the whole class is asked for by the trainer, who does not.
        self._waiting = {**self._waiting, **new} if seat is None else {**new, **self._waiting}
        while self._waiting and len(self._tasks) < self._workers.count:
            task = asyncio.create_task(self._work())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            await asyncio.sleep(0)  # it takes its first job
        return len(jobs), sum(self._pending(attempt) for attempt, _ in jobs)

    def close(self) -> None:
        """Stop working."""
        for task in self._tasks:
            task.cancel()
        self._workers.close()

    def _pending(self, attempt: str) -> bool:
        return attempt in self._waiting or attempt in self._doing

    async def _work(self) -> None:
        """Do what waits, one after the other."""
        while self._waiting:
            attempt = next(iter(self._waiting))
            job = self._waiting.pop(attempt)
            self._doing.add(attempt)
            try:
                found = await self._workers.call(job)
            except BrokenExecutor:
                return  # the next one who asks begins anew
            except (ValueError, KeyError, AssertionError):
                found = UNKNOWN
            finally:
                self._doing.discard(attempt)
            self._known[attempt] = found
            try:
                await self._house.write(partial(keep_look_back, one=attempt, stamp=STAMP, body=found))
            except Refused as refused:
                log.warning("a look back is kept in memory only: %s", refused.code)

    def _jobs(
        self, session: str, seat: str | None
    ) -> tuple[list[tuple[str, Job]], dict[str, home_work.Looked]]:
        """What there is to do, and what was found before this server began."""
        with self._house.database.reading() as connection:
            found = jobs(connection, self._house.shelf, session, seat)
            unknown = [attempt for attempt, _ in found if attempt not in self._known]
            return found, look_backs(connection, unknown, STAMP)


def jobs(
    connection: Connection, shelf: ScenarioShelf, session: str, seat: str | None = None
) -> list[tuple[str, Job]]:
    """For every round and seat the attempt that counts, by its id, and what a process has to do for it.

    Args:
        connection: to read with.
        shelf: where the packages lie as files.
        session: the class.
        seat: only of this seat.
    """
    found = results(connection, session, of_seat=seat)
    mine = [result for result in found if result.seat.state != "erased"]
    return [(counted.attempt.id, _job(connection, shelf, counted)) for counted in _counted(mine)]


def _job(connection: Connection, shelf: ScenarioShelf, counted: Result) -> Job:
    path = str(shelf.path_of(counted.round.package_sha))
    if "vote" not in counted.attempt.flags:
        return partial(home_work.looked_back, path, counted.attempt.transcript)
    faults: list[tuple[Any, ...]] = [
        (fault.turn, fault.before, fault.said, fault.better, fault.cost)
        for fault in faults_of_votes(connection, counted)
    ]
    return partial(home_work.votes_looked_back, path, counted.round.seed, faults)


def _counted(found: Sequence[Result]) -> Iterable[Result]:
    places: dict[tuple[str, str], list[Result]] = {}
    for result in found:
        places.setdefault((result.round.id, result.seat.id), []).append(result)
    for mine in places.values():
        counted = counting(mine)
        if counted is not None:
            yield counted
