"""Where attempts arrive: those that come while others are being written are written next, all together.

Every attempt is acknowledged when it is on disk and not before. In a burst a transaction carries hundreds, so
that each costs the writer one row and the loop one future.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.records.class_attempts import Attempt, AttemptTwice, add_attempts

MOST = 500
"""Attempts that are written together; more would keep the first of them waiting."""

Waiting = tuple[Attempt, "asyncio.Future[Attempt]"]


class Inbox:
    """The attempts that have come in and are not yet on disk."""

    def __init__(self, house: ClassHouse) -> None:
        """Write into a house."""
        self._house = house
        self._waiting: list[Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def put(self, row: Attempt) -> Attempt:
        """Have an attempt written; it is on disk when this returns.

        Raises:
            AttemptTwice: it was written before.
            Refused: nothing can be written at present.
        """
        future: asyncio.Future[Attempt] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, future))
        if self._writing is None:
            self._writing = asyncio.create_task(self._run())
        return await future

    async def _run(self) -> None:
        """Write until nothing waits."""
        try:
            while self._waiting:
                some, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._written(some)
        finally:
            self._writing = None

    async def _written(self, some: Sequence[Waiting]) -> None:
        """Write some, and tell those who wait."""
        try:
            found = await self._house.write(partial(add_attempts, rows=[row for row, _ in some]))
        except Exception as trouble:
            if len(some) > 1 and not isinstance(trouble, Refused):
                for one in some:  # whatever is wrong with one of them is not the others' fault
                    await self._written([one])
                return
            found = [trouble] * len(some)  # type: ignore[list-item]
        for (_, future), told in zip(some, found, strict=True):
            if future.done():
                continue
            if isinstance(told, Exception):
                future.set_exception(told)
            else:
                future.set_result(told)


__all__ = ["AttemptTwice", "Inbox"]
