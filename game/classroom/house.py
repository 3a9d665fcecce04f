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
from game.classroom.registers import Archive
from game.classroom.room import Handed, PackageFacts, Room
from game.classroom.room_rows import RoomRows
from game.classroom.scenario_shelf import ScenarioShelf
from game.records.class_attempts import Attempt, Mark, attempts
from game.records.class_audits import Audit, note
from game.records.class_database import ClassDatabase, Connection, DBAPIError
from game.records.class_rounds import Package, Round
from game.records.class_seats import Seat
from game.records.class_sessions import (
    ClassSession,
    keep_value,
    kept_value,
    session_by_id,
    sessions,
)
from game.records.class_writer import Writer, WriterClosed

Result = TypeVar("Result")
Withdrawal = Callable[[Connection, Attempt, int], object]
Hook = Callable[[Connection, Attempt, Mark], object]
log = logging.getLogger("rapport.classroom")


@dataclass
class ClassHouse:
    """Everything that requests share.

    Attributes:
        key: the secret of whoever runs the server.
        shelf: scenarios and packages.
        hooks: are called with every mark in the transaction that writes it.
        withdrawals: are called with every attempt that is taken out of what counts, and when, likewise.
        rooms: classes that are not over, and those that were looked at since the start.
        codes, seats, boards: from a code, the hash of a token, the hash of a board's token to a class.
        followers: are told of every round that was opened, paused or closed.
        tables: conversations of votes that are going on, by round (`vote_tables.Table`).
        origin: the address that trainees type, without a slash at its end.
        fingerprint: of the certificate; empty without TLS. It stands behind the # of the address to join.
    announce: tells other processes which class has changed, and what in it where not anything may have; does
        nothing where there are none.
    """

    database: ClassDatabase
    writer: Writer
    key: str
    clock: Clock = field(default_factory=Clock)
    shelf: ScenarioShelf = field(default_factory=ScenarioShelf)
    hooks: list[Hook] = field(default_factory=list)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    rooms: dict[str, Room] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    seats: dict[str, tuple[str, str]] = field(default_factory=dict)
    boards: dict[str, str] = field(default_factory=dict)
    followers: list[Callable[[Room, Round], Awaitable[None]]] = field(default_factory=list)
    tables: dict[str, Any] = field(default_factory=dict)
    dirty: set[str] = field(default_factory=set)
    guesses: Guesses = field(default_factory=Guesses)
    trainers: Buckets = field(default_factory=lambda: Buckets(10, 0.2))
    joins: Buckets = field(default_factory=lambda: Buckets(600, 120.0))
    stopping: bool = False
    installation: str = ""
    origin: str = ""
    fingerprint: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    announce: Callable[..., None] = lambda *_: None

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
        pinned = f"#sha256={self.fingerprint}" if self.fingerprint else ""
        return f"{self.origin}/j/{code}{pinned}"

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Have something written; it is on disk when this returns.

        Raises:
            Refused: nothing can be written at present; what the work itself raises is passed on.
        """
        return await self._on_disk(lambda: asyncio.wrap_future(self.writer.submit(work)))

    async def add(self, work: Callable[[Connection], Result]) -> Result:
        """As `write`, for rows that are added and that the rules of the tables keep right whoever adds
        others: on PostgreSQL they wait neither for other servers nor for marks.
        """
        if not self.database.shared:
            return await self.write(work)
        return await self._on_disk(lambda: asyncio.to_thread(self._apart, work))

    def _apart(self, work: Callable[[Connection], Result]) -> Result:
        with self.database.writing(in_turn=False) as connection:
            return work(connection)

    async def _on_disk(self, writing: Callable[[], Awaitable[Result]]) -> Result:
        try:
            return await writing()
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
            waiting = list(attempts(connection, state="received"))
        for attempt in waiting:
            self.room(attempt.session_id).put_attempt(Handed.of(attempt))
        return waiting

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

    def session(self, one: str) -> ClassSession:
        """The row of a class; unlike `room` it reads nothing else of it, however long its history is.

        Raises:
            Refused: there is none of this id.
        """
        if one in self.rooms:
            return self.rooms[one].session
        with self.database.reading() as connection:
            row = session_by_id(connection, one)
        if row is None:
            raise Refused("not-found")
        return row

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
        """Make a room from the rows of a class."""
        now = self.clock.now()
        room = Room(row, now, board=Topic(now), lobby=Topic(now), archive=Archive(self.database))
        rows = RoomRows.read(connection, row.id)
        assert rows is not None, "the class was there a moment ago"
        self.merge(room, rows)
        room.changed = lambda: self.mark_dirty(row.id)
        self.rooms[row.id] = room
        self.boards[row.board_hash] = row.id
        room.tell_all()

    def merge(self, room: Room, rows: RoomRows) -> None:
        """Take over what the database says. Rows are never deleted, so that there is only more, or other,
        of them."""
        now, ticks = self.clock.now(), self.clock.ticks()
        if rows.whole:
            room.read_again()
        for sha, package in rows.packages.items():
            room.packages[sha] = self.facts(package)
        for one in rows.rounds:
            if room.rounds.get(one.id) != one:
                room.put_round(one, now, ticks)
        for seat in rows.seats:
            if room.seats.get(seat.id) != seat:
                self.admit(room, seat)
        for attempt, mark in rows.attempts:
            if attempt.round_id not in room.rounds:
                continue
            room.put_attempt(Handed.of(attempt))
            if mark is not None:
                room.put_mark(mark, attempt.flags)
        for one_id, seat_id, number in rows.begun:
            if one_id in room.rounds:
                room.ledger.begun_elsewhere(one_id, seat_id, number)
        for vote in rows.votes:
            room.votes.setdefault((vote.round_id, vote.turn), {})[vote.seat_id] = vote.line
        for one_id, talk in rows.talks.items():
            if room.talks.get(one_id) != talk:
                room.talks[one_id] = talk
                self.tables.pop(one_id, None)
        if rows.session.version >= room.session.version:
            self.put_session(room, rows.session)
