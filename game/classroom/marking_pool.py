"""Marks what has been received: everything that waits goes as one batch to processes of their own (lesson a
of the measurements: replay never happens where requests are answered)."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from typing import Any

from game.classroom import marking_work
from game.classroom.workers import Workers

TICK = 0.02
"""Seconds in which what comes in is gathered."""

LONGEST = 1.0
"""Seconds after which a batch goes even though more keeps coming in: answers come before marks."""

LONGEST_PAUSE = 0.25
"""Seconds at most after a batch, for as long as it took: few at a time cost as much as many, and marking
shall not take all of a processor from those who answer."""

LEAST_SHARE, MOST_SHARE = 100, 1_000
"""Transcripts that are worth a process of their own, and those that one takes at a time: what is common to
all of them is done once for each share."""

TOGETHER = 250
"""Marks that are written together; more of them would keep requests waiting."""

log = logging.getLogger("rapport.classroom")


@dataclass(frozen=True, slots=True)
class Task:
    """A transcript that waits: `attempt` names it, `path` is the file of its package."""

    attempt: str
    session: str
    path: str
    transcript: str


Results = Sequence[tuple[Task, dict[str, Any]]]
Done = Callable[[Results], Awaitable[None]]


class MarkingPool:
    """The queue and the processes."""

    def __init__(self, done: Done, processes: int = 0) -> None:
        """Prepare.

        Args:
            done: is awaited with the results of a batch; when it raises, the batch is marked again later.
            processes: how many; 0 for as many as leave one processor to the server, -1 for a thread of this
            one.
        """
        self._done = done
        self._workers = Workers(processes)
        self._waiting: list[Task] = []
        self._some = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._runner: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> int:
        """How many wait or are being marked."""
        return len(self._waiting) + (0 if self._idle.is_set() else 1)

    def start(self) -> None:
        """Begin to mark."""
        self._runner = asyncio.create_task(self._run())

    def add(self, task: Task) -> None:
        """One more."""
        self._waiting.append(task)
        self._idle.clear()
        self._some.set()

    async def warm(self, path: str) -> None:
        """Have every process open a package before it is needed."""
        try:
            called = (self._workers.call(marking_work.warmed, path) for _ in range(self._workers.count))
            await asyncio.gather(*called)
        except (BrokenExecutor, ValueError, RuntimeError) as error:
            log.warning("marking could not be prepared: %s", error)

    async def settled(self) -> None:
        """Wait until nothing waits."""
        await self._idle.wait()

    async def close(self) -> None:
        """Stop; what waits stays in the database and is marked at the next start."""
        if self._runner is not None:
            self._runner.cancel()
            await asyncio.gather(self._runner, return_exceptions=True)
        self._workers.close()

    async def _run(self) -> None:
        while True:
            await self._some.wait()
            await self._gathered()
            batch, self._waiting = self._waiting, []
            self._some.clear()
            began = time.monotonic()
            by_path: dict[str, list[Task]] = {}
            for task in batch:
                by_path.setdefault(task.path, []).append(task)
            await asyncio.gather(
                *(self._share(path, part) for path, tasks in by_path.items() for part in self._parts(tasks))
            )
            if not self._waiting:
                self._idle.set()
            await asyncio.sleep(min(time.monotonic() - began, LONGEST_PAUSE))

    async def _gathered(self) -> None:
        """Wait until nothing more comes in, but not for ever."""
        had, ticks = -1, 0
        while len(self._waiting) != had and ticks < LONGEST / TICK:
            had, ticks = len(self._waiting), ticks + 1
            await asyncio.sleep(TICK)

    def _parts(self, tasks: list[Task]) -> list[list[Task]]:
        """A batch in parts for the processes."""
        size = min(MOST_SHARE, max(LEAST_SHARE, -(-len(tasks) // self._workers.count)))
        return [tasks[first : first + size] for first in range(0, len(tasks), size)]

    async def _share(self, path: str, tasks: list[Task]) -> None:
        """Mark some transcripts of one package, whatever happens; one that cannot be marked is refused."""
        try:
            texts = [task.transcript for task in tasks]
            marks = await self._workers.call(marking_work.mark, path, texts)
        except BrokenExecutor:
            log.warning("a process that marks has died; another takes its place")
            await asyncio.sleep(0.2)
            self._again(tasks)
            return
        except Exception:
            log.exception("%s transcripts could not be marked together", len(tasks))
            if len(tasks) > 1:
                half = len(tasks) // 2
                await self._share(path, tasks[:half])
                await self._share(path, tasks[half:])
                return
            marks = [{"refused": "not-markable", "move": -1, "name": ""}]
        results = list(zip(tasks, marks, strict=True))
        for first in range(0, len(results), TOGETHER):
            await self._told(results[first : first + TOGETHER])

    async def _told(self, results: Results) -> None:
        """Hand marks on; where they cannot be written they are made again."""
        try:
            await self._done(results)
        except Exception:
            log.exception("marks could not be written; they are made again")
            await asyncio.sleep(1)
            self._again([task for task, _ in results])

    def _again(self, tasks: list[Task]) -> None:
        self._waiting += tasks
        self._some.set()
