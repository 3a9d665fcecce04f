"""Tells other servers on one PostgreSQL database that a class has changed, and hears it from them.

Sent outside of the transaction that changed it, at most four times a second for each class, because
PostgreSQL lets only one notification commit at a time. It is a hint and no record: whoever hears it reads
the rows.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from game.records.class_database import ClassDatabase

CHANNEL = "rapport"
BEAT = 0.25
"""Seconds between two notifications."""

PATIENCE = 1.0
"""Seconds after which the listener looks whether it should end; and before it connects again."""

log = logging.getLogger("rapport.classroom")


class ClassNews:
    """A connection of its own that listens, and one thread that tells."""

    def __init__(self, database: ClassDatabase, heard: Callable[[str], None]) -> None:
        """Prepare.

        Args:
            database: on PostgreSQL.
            heard: is called, in another thread, with the id of a class that somebody else has changed; with
            an empty
                text when news may have been missed.
        """
        self._database, self._heard = database, heard
        self._own = secrets.token_hex(4)
        self._changed: set[str] = set()
        self._door, self._some, self._ended = threading.Lock(), threading.Event(), threading.Event()
        self._threads = [
            threading.Thread(target=self._tell, name="news-out", daemon=True),
            threading.Thread(target=self._listen, name="news-in", daemon=True),
        ]

    def start(self) -> None:
        """Tell and listen from now on."""
        for thread in self._threads:
            thread.start()

    def tell(self, session: str) -> None:
        """A class has changed here; returns at once."""
        with self._door:
            self._changed.add(session)
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
                changed, self._changed = self._changed, set()
            if changed and not self._told(changed):
                with self._door:
                    self._changed |= changed
                self._some.set()
            self._ended.wait(BEAT)

    def _told(self, changed: set[str]) -> bool:
        try:
            with self._database.engine.begin() as connection:
                for session in sorted(changed):
                    payload = {"channel": CHANNEL, "payload": f"{self._own}:{session}"}
                    connection.execute(text("SELECT pg_notify(:channel, :payload)"), payload)
        except DBAPIError as error:
            log.warning("other servers could not be told: %s", error.orig)
            return False
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
                        self._heard("")  # whatever happened before or in between
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
                own, _, session = notice.payload.partition(":")
                if own != self._own:
                    self._heard(session)
                if self._ended.is_set():
                    return
