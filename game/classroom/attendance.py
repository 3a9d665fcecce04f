"""A seat that is taken: it listens for news, sends what waits however long it takes, and says how it stands.

Two threads, so that waiting for news never keeps an attempt back. Whoever shows a class asks `look` as often
as it likes; that never waits for the network.
"""

from __future__ import annotations

import hashlib
import random
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import Any

from game.classroom.client import ClassClient, ClassTrouble, NotReached, Refusal, Seated
from game.classroom.membership import Membership, Waiting
from game.records.durable import settle

FIRST_WAIT, LONGEST_WAIT = 0.5, 15.0
"""Seconds before a lost server is asked again; drawn, so that a class does not come back at once (T12)."""

GONE = frozenset({"no-token", "kicked", "banned"})
"""Refusals after which this seat is not ours any more."""

UNAUTHORISED = frozenset({401, 403})

PACKAGES = "packages"
LAST = 2.0
"""Seconds that a thread is given to notice that it is over."""


@dataclass(frozen=True, slots=True)
class View:
    """How a class stands, as this seat last heard.

    Attributes:
        seated: the seat.
        session: what the server told last, in the shapes of the HTTP interface; empty before.
        connected: whether the last question was answered.
        trouble: what is in the way, a code; empty while all is well.
        heard: seconds of the monotonic clock when the server was last heard of.
        stored: attempts that are on this disk and have not arrived.
        lost: attempts that the server will never take.
        ended: why this seat is not ours any more; empty while it is.
    """

    seated: Seated
    session: Mapping[str, Any] = field(default_factory=dict)
    connected: bool = False
    trouble: str = ""
    heard: float = 0.0
    stored: int = 0
    lost: int = 0
    ended: str = ""


class Attendance:
    """Keeps a seat."""

    def __init__(
        self,
        seated: Seated,
        membership: Membership,
        client: ClassClient,
        wait: Callable[[float], float] = lambda longest: random.uniform(longest / 2, longest),
    ) -> None:
        """Prepare; `start` begins.

        Args:
            seated: the seat.
            membership: of this disk.
            client: that speaks for the seat.
            wait: how long to wait really, of the longest time.
        """
        self.seated, self._membership, self._client, self._wait = seated, membership, client, wait
        self._door = threading.Lock()
        self._ended, self._posted = threading.Event(), threading.Event()
        self._turn: int | None = None
        self._view = self._counted(View(seated))
        self._threads = [
            threading.Thread(target=work, name=name, daemon=True)
            for name, work in (("class news", self._listen), ("class outbox", self._send))
        ]

    def start(self) -> None:
        """Listen and send from now on."""
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Stop, without waiting for the network; what has not been sent stays on the disk."""
        self._ended.set()
        self._posted.set()
        self._client.close()  # ends a question that is kept open
        for thread in self._threads:
            if thread.is_alive():
                thread.join(LAST)

    def look(self) -> View:
        """How the class stands."""
        with self._door:
            return self._view

    def at_turn(self, turn: int) -> None:
        """How far the conversation has come, for the trainer's page; told with the next question."""
        self._turn = turn

    def opened(self, sha: str) -> Path:
        """The file of a scenario, fetched once and kept by the hash of its bytes (T22).

        Raises:
            ClassTrouble: it cannot be had, or its bytes are not those that were promised.
            OSError: it cannot be written.
        """
        if len(sha) != 64 or not set(sha) <= set("0123456789abcdef"):
            raise NotReached("other-program", sha)
        path = self._membership.folder / PACKAGES / f"{sha}.rapport"
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha:
            return path
        data = self._client.package(sha)
        if hashlib.sha256(data).hexdigest() != sha:
            raise NotReached("other-program", "the scenario is not the one that was promised")
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{threading.get_ident()}.part")
        part.write_bytes(data)
        part.replace(path)
        settle(path.parent)
        return path

    def begin(self, round_id: str) -> Mapping[str, Any]:
        """The luck of the next attempt: `number`, `seed`, `fingerprint`, `package`.

        Raises:
            ClassTrouble: there is none to be had.
        """
        return self._client.begin(round_id)

    def hand_in(self, round_id: str, number: int, transcript: Mapping[str, Any]) -> None:
        """Hand in a conversation: it is on this disk when this returns, and on its way.

        Raises:
            OSError: it cannot be written.
        """
        self._membership.put(self.seated, round_id, number, transcript)
        self._changed()
        self._posted.set()

    def vote(self, round_id: str, turn: int, line: str) -> None:
        """Vote.

        Raises:
            ClassTrouble: it was not taken.
        """
        self._client.vote(round_id, turn, line)

    def take_home(self) -> str:
        """The address of the page with one's own results.

        Raises:
            ClassTrouble: there is none.
        """
        return self._client.take_home()

    def _listen(self) -> None:
        """Ask for news until the end."""
        longest = FIRST_WAIT
        while not self._ended.is_set():
            version = self._view.session.get("version") if self._view.connected else None
            try:
                session = self._client.state(version, self._turn)
            except RuntimeError:
                return  # the client was closed in between
            except ClassTrouble as trouble:
                if isinstance(trouble, Refusal) and trouble.code in GONE and not self._kept_another():
                    self._changed(ended=trouble.code, connected=True, trouble=trouble.code)
                    self._membership.forget(self.seated.session)
                    self._ended.set()
                    return
                self._changed(connected=False, trouble=trouble.code)
                asked = trouble.wait if isinstance(trouble, Refusal) and trouble.wait else 0.0
                self._ended.wait(max(asked, self._wait(longest)))
                longest = min(longest * 2, LONGEST_WAIT)
                continue
            longest = FIRST_WAIT
            self._take(session.pop("token", None))
            if not self._view.connected:
                self._posted.set()
            self._changed(session=session, connected=True, trouble="", heard=monotonic())

    def _take(self, token: object) -> None:
        """Use another token from now on; it is on this disk first."""
        if not isinstance(token, str) or not token:
            return
        seated = replace(self.seated, token=token)
        try:
            self._membership.remember(seated)
        except OSError:
            return  # the old one opens the seat for a day
        self._speak_as(seated)

    def _kept_another(self) -> bool:
        """Whether another program on this disk was given a new token of this seat, which is used then."""
        for kept in self._membership.remembered():
            if (kept.session, kept.seat) == (self.seated.session, self.seated.seat):
                if kept.token == self.seated.token:
                    return False
                self._speak_as(kept)
                return True
        return False

    def _speak_as(self, seated: Seated) -> None:
        self.seated, self._client.token = seated, seated.token
        self._changed(seated=seated)

    def _send(self) -> None:
        """Send what waits until the end."""
        longest = FIRST_WAIT
        while not self._ended.is_set():
            self._posted.clear()
            stuck = False
            for waiting in self._membership.waiting(self.seated.session):
                if self._ended.is_set():
                    return
                stuck = not self._sent(waiting) or stuck
                self._changed()
            if stuck:
                self._posted.wait(self._wait(longest))
                longest = min(longest * 2, LONGEST_WAIT)
            else:
                longest = FIRST_WAIT
                self._posted.wait(LONGEST_WAIT)

    def _sent(self, waiting: Waiting) -> bool:
        """Send one; whether it needs no more sending."""
        try:
            self._client.hand_in(waiting.key, waiting.round, waiting.number, waiting.transcript)
        except (NotReached, RuntimeError):
            return False
        except Refusal as refusal:
            # A seat that was taken away may be given back: what waits stays until then.
            if refusal.passing or refusal.status in UNAUTHORISED or refusal.code == "broken":
                return False
            self._membership.given_up(waiting, refusal.code)
            return True
        except OSError:
            return False
        self._membership.acknowledged(waiting)
        return True

    def _changed(self, **values: Any) -> None:
        with self._door:
            self._view = self._counted(replace(self._view, **values))

    def _counted(self, view: View) -> View:
        session = self.seated.session
        return replace(
            view,
            stored=len(self._membership.waiting(session)),
            lost=len(self._membership.hopeless(session)),
        )
