"""The whole server in memory: its classes, who may come in, and the one way in which anything is written."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from game.classroom import tokens
from game.classroom.bells import Topic
from game.classroom.clock import Clock
from game.classroom.limits import Buckets, Guesses
from game.classroom.refusals import Refused
from game.classroom.room import Handed, PackageFacts, Room
from game.classroom.scenario_shelf import ScenarioShelf
from game.records.class_attempts import Attempt, Mark, attempts, marks
from game.records.class_audits import Audit, note
from game.records.class_database import ClassDatabase, Connection, DBAPIError
from game.records.class_rounds import Package, Round, all_beginnings, package_by_sha, rounds, talk_of
from game.records.class_seats import Seat, seats
from game.records.class_sessions import (
    ClassSession,
    keep_value,
    kept_value,
    session_by_id,
    sessions,
)
from game.records.class_votes import votes
from game.records.class_writer import Writer, WriterClosed

Result = TypeVar("Result")
Hook = Callable[[Connection, Attempt, Mark], None]
log = logging.getLogger("rapport.classroom")


@dataclass
class ClassHouse:
    """Everything that requests share.

    Attributes:
        key: the secret of whoever runs the server.
        shelf: scenarios and packages.
        hooks: are called with every mark in the transaction that writes it.
        rooms: classes that are not over, and those that were looked at since the start.
        codes, seats, boards: from a code, the hash of a token, the hash of a board's token to a class.
        followers: are told of every round that was opened, paused or closed.
        tables: conversations of votes that are going on, by round (`vote_tables.Table`).
        origin: the address that trainees type, without a slash at its end.
    announce: tells other processes that a class has changed; does nothing where there are none.
    """

    database: ClassDatabase
    writer: Writer
    key: str
    clock: Clock = field(default_factory=Clock)
    shelf: ScenarioShelf = field(default_factory=ScenarioShelf)
    hooks: list[Hook] = field(default_factory=list)
    rooms: dict[str, Room] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    seats: dict[str, tuple[str, str]] = field(default_factory=dict)
    boards: dict[str, str] = field(default_factory=dict)
    followers: list[Callable[[Room, Round], Awaitable[None]]] = field(default_factory=list)
    tables: dict[str, Any] = field(default_factory=dict)
    dirty: set[str] = field(default_factory=set)
    guesses: Guesses = field(default_factory=Guesses)
    trainers: Buckets = field(default_factory=lambda: Buckets(10, 0.2))
    joins: Buckets = field(default_factory=lambda: Buckets(200, 50.0))
    stopping: bool = False
    installation: str = ""
    origin: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    announce: Callable[[str], None] = lambda _: None

    @property
    def signer(self) -> tokens.Signer:
        """Signs cookies and links of this installation."""
        return tokens.Signer(self.key)

    def board_token(self, session: str) -> str:
        """The secret in the address of a board; the same after every start."""
        digest = hmac.new(self.key.encode(), f"board/{session}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:24]).decode()

    def join_url(self, code: str) -> str:
        """The address that a phone opens to join."""
        return f"{self.origin}/j/{code}"

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Have something written; it is on disk when this returns.

        Raises:
            Refused: nothing can be written at present; what the work itself raises is passed on.
        """
        try:
            return await asyncio.wrap_future(self.writer.submit(work))
        except WriterClosed:
            raise Refused("stopping", wait=2) from None
        except DBAPIError as error:
            log.error("nothing can be written: %s", error.orig)
            raise Refused("read-only", wait=3) from None

    def load(self) -> list[Attempt]:
        """Read every class that is not over; the attempts that still have to be marked."""
        with self.database.writing() as connection:
            self.installation = kept_value(connection, "installation") or tokens.new_id()
            keep_value(connection, "installation", self.installation)
            keep_value(connection, "host-key-hash", tokens.hashed(self.key))
        with self.database.reading() as connection:
            for row in sessions(connection):
                self.boards[row.board_hash] = row.id
                if row.state != "over":
                    self._open(connection, row)
            return list(attempts(connection, state="received"))

    def room(self, session: str) -> Room:
        """A class, read from the database where that is necessary.

        Raises:
            Refused: there is none of this id.
        """
        if session not in self.rooms:
            with self.database.reading() as connection:
                row = session_by_id(connection, session)
                if row is None:
                    raise Refused("not-found")
                self._open(connection, row)
        return self.rooms[session]

    def refreshed(self, session: str) -> None:
        """Read a class again that another process has changed."""
        if session in self.rooms:
            with self.database.reading() as connection:
                row = session_by_id(connection, session)
                if row is not None:
                    self._open(connection, row)

    def admit(self, room: Room, seat: Seat) -> None:
        """A seat as it is now, with the token that opens it."""
        before = room.seats.get(seat.id)
        if before is not None and before.token_hash != seat.token_hash:
            self.seats.pop(before.token_hash, None)
        if seat.state == "erased":
            self.seats.pop(seat.token_hash, None)
        else:
            self.seats[seat.token_hash] = (room.session.id, seat.id)
        room.put_seat(seat)

    def put_session(self, room: Room, row: ClassSession) -> None:
        """A class as it is now."""
        self.codes.pop(room.session.code, None)
        if row.state != "over":
            self.codes[row.code] = row.id
        refrozen = row.freeze_seq != room.session.freeze_seq
        room.session = row
        if refrozen:
            room.tallied_frozen = {one: dict(places) for one, places in room.tallied.items()}
            room.recounted()
        room.tell_all()

    def facts(self, package: Package) -> PackageFacts:
        """What a class needs of a package."""
        scenario = self.shelf.opened(package).scenario
        assert scenario is not None
        self.shelf.unpacked(package)
        return PackageFacts(
            package.sha, package.scenario, package.fingerprint, package.titles, scenario.customers
        )

    def note(self, connection: Connection, session: str | None, who: str, what: str, **detail: Any) -> None:
        """Write down what somebody did."""
        note(connection, Audit(session, self.clock.now(), who, what, detail))

    def mark_dirty(self, session: str) -> None:
        """The board and the trainer's page of a class have to be drawn again."""
        self.dirty.add(session)
        self.news.set()

    def _open(self, connection: Connection, row: ClassSession) -> None:
        """Make a room, or one that is there anew, from the rows of a class."""
        now, ticks = self.clock.now(), self.clock.ticks()
        old = self.rooms.get(row.id)
        room = Room(row, max(now, old.stamp + 1 if old else 0), board=Topic(now), lobby=Topic(now))
        for one in rounds(connection, row.id):
            if one.package_sha not in room.packages:
                package = package_by_sha(connection, one.package_sha)
                assert package is not None, "rounds refer to packages that are there"
                room.packages[one.package_sha] = self.facts(package)
            room.put_round(one, now, ticks)
            talk = talk_of(connection, one.id)
            if talk is not None:
                room.talks[one.id] = talk
                for vote in votes(connection, one.id):
                    room.votes.setdefault((one.id, vote.turn), {})[vote.seat_id] = vote.line
        for seat in seats(connection, row.id):
            self.admit(room, seat)
        for begun in all_beginnings(connection, row.id):
            room.begun.setdefault((begun.round_id, begun.seat_id), []).append(begun)
        for attempt in attempts(connection, session_id=row.id):
            room.put_attempt(Handed.of(attempt))
        for mark in marks(connection, session_id=row.id):
            room.put_mark(mark)
        if row.freeze_seq is not None:
            room.recounted()
        if old is not None:
            room.bells, room.board, room.lobby = old.bells, old.board, old.lobby
            room.seen, room.turns, room.board_content = old.seen, old.turns, old.board_content
        room.changed = lambda: self.mark_dirty(row.id)
        self.rooms[row.id] = room
        if row.state != "over":
            self.codes[row.code] = row.id
        self.boards[row.board_hash] = row.id
        room.tell_all()
