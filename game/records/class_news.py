"""Tells other servers on one PostgreSQL database what has changed in a class, and hears it from them.

Sent outside of the transaction that changed it, at most four times a second for each class, because
PostgreSQL lets only one notification commit at a time. It is a hint and no record: whoever hears it reads
the rows. Every server numbers what it sends, so that whoever misses a piece knows it and reads everything.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from game.records.class_changes import ALL, NONE, WHOLE, Changes
from game.records.class_database import ClassDatabase, Connection

CHANNEL = "rapport"
BEAT = 0.25
"""Seconds between two notifications."""

PATIENCE = 1.0
"""Seconds after which the listener looks whether it should end; and before it connects again."""

log = logging.getLogger("rapport.classroom")


def told_all(database: ClassDatabase, sessions: Iterable[str]) -> None:
    """Tell every server once that anything in some classes may be otherwise: for programs that are none.

    Raises:
        DBAPIError: it could not be told.
    """
    own = secrets.token_hex(4)
    with database.engine.begin() as connection:
        for number, session in enumerate(sessions, 1):
            _notify(connection, f"{own}:{number}:{session}:{WHOLE}")


def _notify(connection: Connection, payload: str) -> None:
    words = {"channel": CHANNEL, "payload": payload}
    connection.execute(text("SELECT pg_notify(:channel, :payload)"), words)


class ClassNews:
    """A connection of its own that listens, and one thread that tells."""

    def __init__(self, database: ClassDatabase, heard: Callable[[str, Changes], None]) -> None:
        """Prepare.

        Args:
            database: on PostgreSQL.
            heard: is called, in another thread, with the id of a class and what somebody else has changed in
                it; with an empty id, and anything, when news may have been missed.
        """
        self._database, self._heard = database, heard
        self._own = secrets.token_hex(4)
        self._changed: dict[str, Changes] = {}
        self._sent = 0
        self._last: dict[str, int] = {}  # the number of the last piece of news of every other server
        self._door, self._some, self._ended = threading.Lock(), threading.Event(), threading.Event()
        self._threads = [
            threading.Thread(target=self._tell, name="news-out", daemon=True),
            threading.Thread(target=self._listen, name="news-in", daemon=True),
        ]

    def start(self) -> None:
        """Tell and listen from now on."""
        for thread in self._threads:
            thread.start()

    def tell(self, session: str, changes: Changes = ALL) -> None:
        """Something in a class has changed here; returns at once."""
        with self._door:
            self._changed[session] = self._changed.get(session, NONE) | changes
        self._some.set()

    def close(self) -> None:
        """Tell what is left, then stop."""
        self._ended.set()
        self._some.set()
        for thread in self._threads:
            thread.join(3 * PATIENCE)

    def _tell(self) -> None:
        while not self._ended.is_set():
            self._some.wait()
            self._some.clear()
            with self._door:
                changed, self._changed = self._changed, {}
            if changed and not self._told(changed):
                for session, changes in changed.items():
                    self.tell(session, changes)
            self._ended.wait(BEAT)

    def _told(self, changed: Mapping[str, Changes]) -> bool:
        number = self._sent
        try:
            with self._database.engine.begin() as connection:
                for session, changes in sorted(changed.items()):
                    for part in changes.written():
                        number += 1
                        _notify(connection, f"{self._own}:{number}:{session}:{part}")
        except DBAPIError as error:
            log.warning("other servers could not be told: %s", error.orig)
            return False
        self._sent = number
        return True

    def _listen(self) -> None:
        while not self._ended.is_set():
            try:
                with self._database.engine.connect() as connection:
                    raw: Any = connection.connection.driver_connection
                    raw.rollback()
                    raw.autocommit = True
                    try:
                        raw.execute(f"LISTEN {CHANNEL}")
                        self._last.clear()
                        self._heard("", ALL)  # whatever happened before or in between
                        self._follow(raw)
                    finally:
                        connection.invalidate()
            except Exception as error:
                if not self._ended.is_set():
                    log.warning("news of other servers are not heard: %s", error)
                    self._ended.wait(PATIENCE)

    def _follow(self, raw: Any) -> None:
        while not self._ended.is_set():
            for notice in raw.notifies(timeout=PATIENCE):
                self.take(notice.payload)
                if self._ended.is_set():
                    return

    def take(self, payload: str) -> None:
        """Hear one piece of news; after a gap in the numbers of a server anything may have been missed."""
        own, number, session, changes = (*payload.split(":", 3), "", "", "")[:4]
        if own == self._own or not number.isdecimal():
            return
        if int(number) != self._last.get(own, int(number) - 1) + 1:
            self._heard("", ALL)
        else:
            self._heard(session, Changes.read(changes))
        self._last[own] = int(number)
