"""Where attempts are begun and handed in: what comes while others are being written goes next, all together.

Everything is answered when it is on disk and not before. In a burst a transaction carries hundreds, so that
each costs the writer one row and the loop one future.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.records.class_attempts import Attempt, AttemptTwice, add_attempts
from game.records.class_database import Connection
from game.records.class_rounds import Beginning, add_beginnings

MOST = 500
"""Rows that are written together; more would keep the first of them waiting."""

Row = Attempt | Beginning
Waiting = tuple[Row, "asyncio.Future[Any]"]
Found = list[Attempt | Beginning | Exception | None]


class Inbox:
    """What has come in and is not yet on disk."""

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
        stored: Attempt = await self._put(row)
        return stored

    async def begin(self, row: Beginning) -> bool:
        """Have it written that an attempt was begun; it is on disk when this returns.

        Returns:
            False where that attempt had been begun already; then this row was not written.

        Raises:
            Refused: nothing can be written at present.
        """
        return await self._put(row) is not None

    async def _put(self, row: Row) -> Any:
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
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
        found: Found
        if self._house.database.shared:  # in an order of the rows: two servers never wait for each other
            some = sorted(some, key=_place)
        try:
            found = await self._house.add(partial(_added, rows=[row for row, _ in some]))
        except Exception as trouble:
            if len(some) > 1 and not isinstance(trouble, Refused):
                for one in some:  # whatever is wrong with one of them is not the others' fault
                    await self._written([one])
                return
            found = [trouble] * len(some)
        for (_, future), told in zip(some, found, strict=True):
            if future.done():
                continue
            if isinstance(told, Exception):
                future.set_exception(told)
            else:
                future.set_result(told)


def _place(waiting: Waiting) -> tuple[str, str, int]:
    row, _ = waiting
    return row.round_id, row.seat_id, row.number


def _added(connection: Connection, rows: Sequence[Row]) -> Found:
    """Write rows of both kinds; what became of each, in their order."""
    begun = iter(add_beginnings(connection, [row for row in rows if isinstance(row, Beginning)]))
    handed = iter(add_attempts(connection, [row for row in rows if isinstance(row, Attempt)]))
    return [next(begun) if isinstance(row, Beginning) else next(handed) for row in rows]


__all__ = ["AttemptTwice", "Inbox"]
