"""Several servers on one database: what one of them changes, and nothing else, the others read again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.classroom.room import Room
from game.classroom.room_rows import RoomRows
from game.records.class_changes import NONE, Changes
from game.records.class_database import DBAPIError
from game.records.class_news import ClassNews

BEAT = 0.25
"""Seconds between two readings of changed classes."""

TRIES = 3
log = logging.getLogger("rapport.classroom")


class OtherServers:
    """Keeps the rooms of this server in step with the others on PostgreSQL."""

    def __init__(self, house: ClassHouse, merged: Callable[[Room], None]) -> None:
        """Prepare.

        Args:
            house: whose rooms are kept in step.
            merged: is called with a room that has been read again.
        """
        self._house, self._merged = house, merged
        self._stale: dict[str, Changes] = {}
        self._some = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._news = ClassNews(house.database, self._heard)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Tell the others and hear them from now on."""
        self._news.start()
        self._house.announce = self._news.tell
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stop."""
        self._house.announce = lambda *_: None
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await asyncio.to_thread(self._news.close)

    def _heard(self, session: str, changes: Changes) -> None:
        """Called in another thread."""
        self._loop.call_soon_threadsafe(self._note, session, changes)

    def _note(self, session: str, changes: Changes) -> None:
        for one in (session,) if session else tuple(self._house.rooms):
            self._stale[one] = self._stale.get(one, NONE) | changes
        self._some.set()

    async def _run(self) -> None:
        while True:
            await self._some.wait()
            self._some.clear()
            stale, self._stale = self._stale, {}
            for session, changes in stale.items():
                try:
                    await self.refresh(session, changes)
                except DBAPIError as error:
                    log.warning("what other servers changed could not be read: %s", error.orig)
                    self._note(session, changes)
            await asyncio.sleep(BEAT)

    async def refresh(self, session: str, changes: Changes) -> None:
        """Read what has changed in a class; where something changes here meanwhile, once more.

        Args:
            session: the class.
            changes: what is read; the row of the class always is.
        """
        house = self._house
        if session not in house.rooms:
            self._first(session)
            return
        room, rows = house.rooms[session], None
        for _ in range(TRIES):
            before = (room.stamp, sum(room.stamps.values()))
            rows = await asyncio.to_thread(self._read, session, list(room.packages), changes)
            if rows is None:
                return
            if before == (room.stamp, sum(room.stamps.values())):
                break
        if rows is not None:
            house.merge(room, rows)
        self._merged(room)

    def _read(self, session: str, known: list[str], changes: Changes) -> RoomRows | None:
        with self._house.database.reading() as connection:
            return RoomRows.read(connection, session, known, changes)

    def _first(self, session: str) -> None:
        """A class that was made elsewhere."""
        try:
            self._house.room(session)
        except Refused:
            return
