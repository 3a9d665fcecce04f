"""The trainer's side, afterwards: files to take along, what one person is owed, what waits for the record
store."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse

from game.classroom.bodies import LIMIT, answer, asked, read
from game.classroom.callers import locale_of, trainer
from game.classroom.comparisons import as_json
from game.classroom.exports import Export
from game.classroom.home_page import POLICY
from game.classroom.house import ClassHouse
from game.classroom.lobby import session_row
from game.classroom.privacy import erase, person
from game.classroom.refusals import Refused
from game.classroom.requests import Nothing
from game.classroom.room import Room
from game.classroom.roster_files import BadRoster, roster_from
from game.classroom.rounds import session_changed
from game.classroom.scenario_words import ScenarioWords
from game.classroom.statement_sender import revived
from game.classroom.trainer import room_of
from game.language.words import Words
from game.records.class_changes import of_seats
from game.records.class_database import Connection
from game.records.class_seats import Seat, seat_by_id
from game.records.class_sessions import ClassSession, session_by_id
from game.records.class_statements import Statement, change_statements, statements

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "moodle.csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "gain.json": "application/json",
    "html": "text/html; charset=utf-8",
}
LARGEST_ROSTER = 32 * LIMIT
MOST_DEAD = 50


async def export(request: Request) -> Response:
    """GET …/sessions/{id}/export.{csv|xlsx|jsonl|moodle.csv|html}?board=public|full."""
    house = trainer(request)
    session = house.session(request.path_params["session"])
    kind = request.path_params["kind"]
    if kind not in KINDS:
        raise Refused("not-found")
    public = request.query_params.get("board", "full") == "public"
    told = Export(session, Words(locale_of(request)), public, ScenarioWords(house.shelf))
    name = f"rapport-{session.code}-{'public' if public else 'full'}.{kind}"
    path = await asyncio.to_thread(_written, house, told, kind)
    shown = "inline" if kind == "html" else "attachment"
    headers = {"content-disposition": f'{shown}; filename="{name}"'}
    if kind == "html":
        headers["content-security-policy"] = f"{POLICY}; frame-ancestors 'none'"
    return FileResponse(
        path,
        media_type=KINDS[kind],
        headers=headers,
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


def _written(house: ClassHouse, told: Export, kind: str) -> Path:
    """The file, in a place of its own until it has been sent."""
    with tempfile.NamedTemporaryFile(prefix="rapport-", suffix=f".{kind}", delete=False) as file:
        path = Path(file.name)
        with house.database.reading() as connection:
            if kind == "xlsx":
                from game.classroom.workbook import write_workbook

                write_workbook(told, connection, path)
            else:
                ways: dict[str, Callable[[Connection], Iterator[bytes]]] = {
                    "csv": told.csv,
                    "jsonl": told.jsonl,
                    "moodle.csv": told.gradebook,
                    "gain.json": lambda at: as_json(told, at),
                    "html": lambda at: _report(house, told, at),
                }
                file.writelines(ways[kind](connection))
    return path


def _report(house: ClassHouse, told: Export, connection: Connection) -> Iterator[bytes]:
    """The report to print.

    Raises:
        Refused: this Rapport makes none.
    """
    del house
    try:
        report = import_module("game.classroom.report")
    except ImportError:
        raise Refused("not-found") from None
    yield report.page(told, connection)


async def one_person(request: Request) -> Response:
    """GET …/seats/{sid}/person: everything that is known of one person, to be handed over on request."""
    house, room = room_of(request)
    seat = _seat(request, room)

    def found() -> dict[str, Any]:
        with house.database.reading() as connection:
            row = seat_by_id(connection, seat.id)
            assert row is not None
            return person(connection, row)

    return answer(await asyncio.to_thread(found))


async def erased(request: Request) -> Response:
    """POST …/seats/{sid}/erase: forget whose seat this was; what was earned stays, without a name."""
    house, room = room_of(request)
    await asked(request, Nothing)
    seat = _seat(request, room)

    def work(connection: Connection) -> tuple[Seat, ClassSession]:
        erase(connection, seat)
        changed, session = seat_by_id(connection, seat.id), session_by_id(connection, seat.session_id)
        assert changed is not None
        assert session is not None
        return changed, session

    changed, session = await house.write(work)
    await asyncio.to_thread(house.database.scrubbed)
    house.seats.pop(seat.token_hash, None)
    room.put_seat(changed)
    house.put_session(room, session)  # its class list lacks the person as well
    house.announce(room.session.id, of_seats([seat.id]))
    return answer({"seat": seat.id, "state": "erased"})


async def roster_file(request: Request) -> Response:
    """POST …/roster-file: the class list as a CSV or XLSX file; columns key, name, team in any order."""
    house, room = room_of(request)
    data = await read(request, LARGEST_ROSTER)
    try:
        entries = await asyncio.to_thread(roster_from, data)
    except BadRoster as error:
        raise Refused("invalid", detail=str(error)) from None
    rule = room.settings.get("roster", "off")
    settings = {"entries": entries, "roster": "asked" if rule == "off" else rule}
    await session_changed(house, room, "trainer", "roster", settings=settings)
    return answer({**session_row(house, room.session), "entries": len(entries)})


async def outbox(request: Request) -> Response:
    """GET …/statements: how many statements are sent, wait, or were refused, and why."""
    house, room = room_of(request)
    rows = await asyncio.to_thread(_statements, house, room)
    count = {state: sum(row.state == state for row in rows) for state in ("sent", "waiting")}
    dead = [{"id": row.id, "error": row.error} for row in rows if row.state == "dead"][:MOST_DEAD]
    sender = getattr(request.app.state, "sender", None)
    return answer({**count, "dead": dead, "stopped": None if sender is None else sender.stopped})


async def retried(request: Request) -> Response:
    """POST …/statements/retry: send what was refused once more, with the same ids and bytes."""
    house, room = room_of(request)
    await asked(request, Nothing)
    dead = [row for row in await asyncio.to_thread(_statements, house, room) if row.state == "dead"]
    for row in map(revived, dead):
        values: dict[str, Any] = {name: getattr(row, name) for name in ("state", "tries", "next_at", "error")}
        await house.write(partial(change_statements, ids=[row.id], **values))
    sender = getattr(request.app.state, "sender", None)
    if sender is not None:
        sender.stopped = None
        sender.nudge()
    return answer({"again": len(dead)})


async def outbox_file(request: Request) -> Response:
    """GET …/statements.jsonl: every statement of a class, to be taken to a record store by hand."""
    house, room = room_of(request)
    rows = await asyncio.to_thread(_statements, house, room)
    return StreamingResponse((row.body + b"\n" for row in rows), media_type="application/x-ndjson")


def _statements(house: ClassHouse, room: Room) -> list[Statement]:
    with house.database.reading() as connection:
        return statements(connection, room.session.id)


def _seat(request: Request, room: Room) -> Seat:
    seat = room.seats.get(request.path_params["seat"])
    if seat is None:
        raise Refused("not-found")
    return seat
