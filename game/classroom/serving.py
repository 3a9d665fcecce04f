"""A server from its start to its end: database, lock, port, application; stopped within seconds (U19)."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import uvicorn

from game.classroom import pace, tokens
from game.classroom.addresses import host_names, own_addresses
from game.classroom.application import application, stop
from game.classroom.certificates import fingerprint
from game.classroom.discovery import Announcement
from game.classroom.hand_outs import routes_of
from game.classroom.host_key import host_key
from game.classroom.house import ClassHouse
from game.classroom.listening import BACKLOG, PortTaken, allow_many_connections, listening
from game.classroom.patient_protocol import PatientProtocol
from game.classroom.refusals import Refused
from game.classroom.statement_sender import StatementSender, Store
from game.classroom.statements import Statements
from game.language.locale import Locale
from game.records.class_database import ClassDatabase, Connection
from game.records.class_sessions import (
    ClassSession,
    CodeTaken,
    add_session,
    keep_value,
    kept_value,
    sessions,
)
from game.records.class_writer import Writer

__all__ = ["Host", "Plan", "PortTaken", "Ready", "Server"]

KEEP_ALIVE = 75
"""Seconds; shorter ones reset the connections of clients that keep some open."""

LAST_WORDS = 3
"""Seconds that answers which are being sent are given when the server stops."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a trainer asked for.

    Attributes:
        where: a file for SQLite, or the address of a PostgreSQL database.
        folder: in which the key is kept.
        port: 0 for any; None for the usual one or, where that is taken, one of the next.
        names: further names under which the server is reached.
        title: of the class to go on with or to make; empty for the newest one.
        fresh: make a new class in any case.
        certificate, certificate_key: files for TLS; None without.
        handed_out: a folder whose files a class may fetch; None for none.
        announced: tell the local network by mDNS that a class is here.
        store: where statements about results go; None keeps them in the outbox of nobody: none are made.
        roster_names: tell the store the keys of the roster instead of seats.
        choices: tell the store every line as well.
    """

    where: Path | str
    folder: Path
    bind: str = "0.0.0.0"  # noqa: S104 - a class is on other machines
    port: int | None = None
    names: tuple[str, ...] = ()
    title: str = ""
    locale: Locale = Locale.EN
    fresh: bool = False
    processes: int = 0
    certificate: Path | None = None
    certificate_key: Path | None = None
    announced: bool = False
    handed_out: Path | None = None
    store: Store | None = None
    roster_names: bool = False
    choices: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """A server that answers.

    Attributes:
        origin: the address that trainees type.
        addresses: every address of this machine.
        teach: the trainer's page with the key behind its #, which no browser sends anywhere.
        fingerprint: SHA-256 of the certificate; empty without TLS.
    """

    origin: str
    addresses: tuple[str, ...]
    port: int
    code: str
    title: str
    session: str
    join: str
    board: str
    teach: str
    fingerprint: str = ""


class Server(uvicorn.Server):
    """Tells the application at once when somebody asks it to stop, so that streams end by themselves."""

    def __init__(self, config: uvicorn.Config, house: ClassHouse, ready: Callable[[], None]) -> None:
        """Serve a house.

        Args:
            config: of the server.
            house: is told when to stop.
            ready: is called when requests are answered.
        """
        super().__init__(config)
        self._house, self._ready = house, ready
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        if self.started:
            self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ctrl-C and the like: a stop is what was asked for, not a fault; pressed twice it waits for
        nobody."""
        del frame
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        self.finish()

    def finish(self) -> None:
        """Stop serving; may be called from any thread."""
        self.should_exit = True
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(stop, self._house)


@dataclass
class Host:
    """Everything that is open while a server runs."""

    plan: Plan
    key: str
    house: ClassHouse
    listener: socket.socket
    writer: Writer
    database: ClassDatabase
    ready: Ready
    sender: StatementSender | None = None
    server: Server | None = field(default=None)

    @classmethod
    def opened(cls, plan: Plan) -> Host:
        """Open the database and the port, and choose or make the class.

        Raises:
            DatabaseFault, DatabaseInUse, OSError, BadKey: it cannot be done.
            PortTaken: another program has the port.
        """
        key = host_key(plan.folder)
        listener = listening(plan.bind, plan.port)
        try:
            database = ClassDatabase(plan.where)
        except BaseException:
            listener.close()
            raise
        writer = Writer(database)
        port = int(listener.getsockname()[1])
        addresses = own_addresses()
        scheme = "https" if plan.certificate else "http"
        name = plan.names[0] if plan.names else (addresses[0] if addresses else "127.0.0.1")
        if plan.bind not in {"0.0.0.0", "::"} and not plan.names:  # noqa: S104
            name = plan.bind
        house = ClassHouse(database, writer, key, origin=f"{scheme}://{name}:{port}")
        house.fingerprint = fingerprint(plan.certificate) if plan.certificate else ""
        sender = None
        if plan.store is not None:
            saying = Statements(_installation(house), plan.roster_names, plan.choices)
            house.hooks.append(saying.noted)
            house.withdrawals.append(saying.withdrawn)
            sender = StatementSender(database, writer, plan.store)
        row = chosen(house, plan)
        ready = Ready(
            origin=house.origin,
            addresses=addresses,
            port=port,
            code=row.code,
            title=row.title,
            session=row.id,
            join=house.join_url(row.code),
            board=f"{house.origin}/board/{house.board_token(row.id)}",
            teach=f"{scheme}://127.0.0.1:{port}/teach#key={key}",
            fingerprint=house.fingerprint,
        )
        return cls(plan, key, house, listener, writer, database, ready, sender)

    def run(self, ready: Callable[[Ready], None]) -> None:
        """Serve until somebody asks it to stop.

        Args:
            ready: is told where, when requests are answered.
        """
        allow_many_connections()
        pace.settle()
        plan = self.plan
        hosts = host_names((*plan.names, plan.bind))
        config = uvicorn.Config(
            application(self.house, hosts, plan.processes, routes_of(plan.handed_out), self.sender),
            http=PatientProtocol,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=LAST_WORDS,
            backlog=BACKLOG,
            ws="none",
            ssl_certfile=plan.certificate,
            ssl_keyfile=plan.certificate_key,
        )
        self.server = Server(config, self.house, lambda: ready(self.ready))
        if self.sender is not None:
            self.sender.start()
        told = None
        if plan.announced:
            found = self.ready
            told = Announcement(found.title, found.port, found.addresses, bool(found.fingerprint))
        try:
            self.server.run(sockets=[self.listener])
        finally:
            if told is not None:
                told.close()
            self.close()

    def close(self) -> None:
        """Write what waits and give everything back."""
        self.listener.close()
        if self.sender is not None:
            self.sender.close()
        self.writer.close()
        self.database.close()


def _installation(house: ClassHouse) -> str:
    """The id of this installation; the same after every start."""

    def work(connection: Connection) -> str:
        known = kept_value(connection, "installation") or tokens.new_id()
        keep_value(connection, "installation", known)
        return known

    return house.writer.submit(work).result()


def chosen(house: ClassHouse, plan: Plan) -> ClassSession:
    """The class to go on with, or a new one."""
    with house.database.reading() as connection:
        going = [row for row in sessions(connection) if row.state != "over"]
    named = [row for row in going if not plan.title or row.title == plan.title]
    if named and not plan.fresh:
        return named[0]
    return house.writer.submit(lambda connection: _made(house, connection, plan)).result()


def _made(house: ClassHouse, connection: Connection, plan: Plan) -> ClassSession:
    session = tokens.new_id()
    for _ in range(100):
        row = ClassSession(
            id=session,
            title=plan.title or {Locale.ZH: "课堂"}.get(plan.locale, "Class"),
            code=tokens.new_code(),
            board_hash=tokens.hashed(house.board_token(session)),
            language=plan.locale.value,
            state="lobby",
            settings={"capacity": 200, "late": True},
            run_sheet=[],
            version=1,
            freeze_seq=None,
            created_at=house.clock.now(),
            over_at=None,
        )
        try:
            add_session(connection, row)
        except CodeTaken:
            continue
        house.note(connection, session, "host", "class-made", title=row.title)
        return row
    raise Refused("no-code")
