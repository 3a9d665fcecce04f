"""The way of statements to a learning record store; a class never waits for it (T25).

One sender, batches of at most fifty, ten seconds for an answer. What was delivered is never sent under
another id; what is refused for good lies apart, in sight; what the network swallows is sent again later.
"""

from __future__ import annotations

import json
import logging
import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, unique
from time import time
from typing import Any

import httpx2

from game.records.class_database import ClassDatabase
from game.records.class_statements import Statement, change_statements, due
from game.records.class_writer import Writer, WriterClosed

BATCH = 50
PATIENCE = 10.0
FIRST_WAIT, LONGEST_WAIT = 1_000, 300_000
"""Milliseconds before something is sent again."""

NO_ENTRY = (401, 403)
CONFLICT = 409
TOO_LARGE = 413
TOO_MANY = 429
NOT_FOUND = 404
SERVER_FAULT = 500
CHANGING = ("stored", "authority", "version", "timestamp")
"""What a store may add or write differently."""

log = logging.getLogger("rapport.statements")


@unique
class Delivery(Enum):
    """What became of some statements."""

    SENT = "sent"
    DEAD = "dead"
    LATER = "later"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Store:
    """Where statements go: the address under which `/statements` answers, and who we are there."""

    endpoint: str
    user: str
    secret: str
    version: str = "1.0.3"


class StatementSender:
    """Sends what waits in the outbox, in a thread of its own once started.

    Attributes:
        stopped: why nothing is sent any more, for the trainer's page; None while all is well.
    """

    def __init__(
        self,
        database: ClassDatabase,
        writer: Writer,
        store: Store,
        client: httpx2.Client | None = None,
        now: Callable[[], int] = lambda: int(time() * 1000),
    ) -> None:
        """Prepare; nothing is sent before `start` or `sent`."""
        self._database, self._writer, self._store, self._now = database, writer, store, now
        # The surroundings' proxies are not for machines of this network.
        self._client = client or httpx2.Client(timeout=PATIENCE, trust_env=False)
        self._news, self._ended = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self.stopped: str | None = None

    def start(self) -> None:
        """Send from now on."""
        self._thread = threading.Thread(target=self._run, name="statements", daemon=True)
        self._thread.start()

    def nudge(self) -> None:
        """Something new waits."""
        self._news.set()

    def close(self) -> None:
        """Stop after the batch that is on its way; the rest stays in the outbox."""
        self._ended.set()
        self._news.set()
        if self._thread is not None:
            self._thread.join(PATIENCE + 2)
        self._client.close()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                busy = self.stopped is None and self.sent() > 0
            except WriterClosed:
                return
            except Exception:
                log.exception("statements could not be sent")
                busy = False
            if not busy:
                self._news.wait(FIRST_WAIT / 1000)
                self._news.clear()

    def sent(self) -> int:
        """Send one batch of what is due; how many statements were due."""
        with self._database.reading() as connection:
            batch = due(connection, self._now(), BATCH)
        if batch:
            self._deliver(batch)
        return len(batch)

    def _deliver(self, batch: Sequence[Statement]) -> None:
        """Send some; where they are refused together, find those that are at fault."""
        delivery, detail = self._posted(batch)
        if delivery is Delivery.DEAD and len(batch) > 1:
            middle = len(batch) // 2
            self._deliver(batch[:middle])
            self._deliver(batch[middle:])
            return
        if delivery is Delivery.STOPPED:
            self.stopped = detail
            return
        ids = [one.id for one in batch]
        if delivery is Delivery.LATER:
            tries = max(one.tries for one in batch) + 1
            wait = min(FIRST_WAIT * 2 ** min(tries, 12), LONGEST_WAIT)
            wait = int(wait * random.uniform(0.5, 1.0))
            values: dict[str, Any] = {"tries": tries, "next_at": self._now() + wait, "error": detail}
        else:
            values = {"state": delivery.value, "error": detail or None}
        self._writer.submit(lambda connection: change_statements(connection, ids, **values)).result()

    def _posted(self, batch: Sequence[Statement]) -> tuple[Delivery, str]:
        """Post some statements; what became of them and what the store said."""
        body = b"[" + b",".join(one.body for one in batch) + b"]" if len(batch) > 1 else batch[0].body
        try:
            answer = self._client.post(
                f"{self._store.endpoint.rstrip('/')}/statements",
                content=body,
                headers=self._headers | {"Content-Type": "application/json"},
                auth=(self._store.user, self._store.secret),
            )
        except httpx2.HTTPError as error:
            return Delivery.LATER, type(error).__name__
        said = f"{answer.status_code} {answer.text[:300]}"
        if answer.is_success:
            return Delivery.SENT, ""
        if answer.status_code in NO_ENTRY:
            return Delivery.STOPPED, said
        if answer.status_code == CONFLICT:
            # Of several, halves are tried; of one, it is there already, or something else has its id.
            return (
                (Delivery.SENT, "") if len(batch) == 1 and self._is_there(batch[0]) else (Delivery.DEAD, said)
            )
        if answer.status_code == TOO_LARGE and len(batch) > 1:
            return Delivery.DEAD, said
        if answer.status_code == TOO_MANY or answer.status_code >= SERVER_FAULT:
            return Delivery.LATER, said
        return Delivery.DEAD, said

    def _is_there(self, one: Statement) -> bool:
        """Whether the store has this very statement."""
        try:
            answer = self._client.get(
                f"{self._store.endpoint.rstrip('/')}/statements",
                params={"statementId": one.id},
                headers=self._headers,
                auth=(self._store.user, self._store.secret),
            )
            found = answer.json() if answer.is_success else None
        except (httpx2.HTTPError, ValueError):
            return False
        if isinstance(found, dict) and isinstance(found.get("statements"), list):
            found = next(iter(found["statements"]), None)  # some stores wrap even a single one
        return isinstance(found, dict) and _core(found) == _core(json.loads(one.body))

    @property
    def _headers(self) -> dict[str, str]:
        return {"X-Experience-API-Version": self._store.version}


def revived(statement: Statement) -> Statement:
    """A dead statement to be tried again, with the same id and the same bytes."""
    return replace(statement, state="waiting", tries=0, next_at=0, error=None)


def _core(plain: dict[str, Any]) -> dict[str, Any]:
    """What two stores must agree on."""
    return {name: value for name, value in plain.items() if name not in CHANGING}
