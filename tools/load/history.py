"""A database with a long history: as many attempts as years of classes make, in one that is over or in one
that still goes on (L10)."""

from __future__ import annotations

import asyncio
import json
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from game.classroom.marking_work import mark
from game.classroom.scenario_shelf import ScenarioShelf
from game.records.class_attempts import Attempt, Mark, add_attempts, add_marks
from game.records.class_database import ClassDatabase, Connection
from game.records.class_rounds import Beginning, Round, add_beginnings, add_round, keep_package
from game.records.class_seats import Seat, add_seat
from game.records.class_sessions import ClassSession, add_session
from tools.load.stage import SCENARIO, Server, played

SEATS, AT_ONCE = 500, 500
BEGAN = 1_763_800_000_000
ROW = b"<row "
KINDS = 200
"""Conversations that really were played and marked; the history repeats them."""


@dataclass(slots=True)
class History:
    """What a long history costs.

    Attributes:
        start: seconds until the server answered.
        processor: seconds of a processor that the server took until then.
        page: seconds until the trainer's page had been answered once.
        export: seconds of the workbook.
        resident: megabytes of the server, after the start and the most while it exported.
        faults: what is wrong with the workbook.
    """

    start: float = 0.0
    processor: float = 0.0
    page: float = 0.0
    export: float = 0.0
    resident: tuple[float, float] = (0.0, 0.0)
    faults: list[str] = field(default_factory=list)


def written(where: Path, count: int, state: str = "over") -> None:
    """Write a class with so many marked attempts, in rounds of one attempt for each of 500 seats; where the
    class goes on, its last round is open."""
    shelf = ScenarioShelf(folder=where.parent / "packages")
    package = shelf.package(SCENARIO)
    stock = played()
    texts = [json.dumps(stock.transcript(seed, package.fingerprint)) for seed in range(KINDS)]
    marked = mark(str(shelf.unpacked(package)), texts)
    database = ClassDatabase(where)
    seats = [
        Seat(f"p{n}", "s1", f"hash-{n}", f"Heron {n}", f"heron{n}", None, [], None, "seated", BEGAN, BEGAN)
        for n in range(SEATS)
    ]
    with database.writing() as connection:
        settings = {"capacity": 1_000, "late": True}
        session = ClassSession(
            "s1", "Years", "K7M2QX", "board", "en", state, settings, [], 1, None, BEGAN, None
        )
        add_session(connection, session)
        keep_package(connection, package)
        for seat in seats:
            add_seat(connection, seat)
    for number in range(1, -(-count // SEATS) + 1):
        with database.writing() as connection:
            left = count - number * SEATS
            now = "open" if state != "over" and left <= 0 else "closed"
            _round(connection, number, package.sha, now, seats[: left + SEATS], texts, marked)
    database.close()


def _round(
    connection: Connection,
    number: int,
    sha: str,
    state: str,
    seats: list[Seat],
    texts: list[str],
    marked: list[dict[str, object]],
) -> None:
    """One round, in which each of these seats has handed in."""
    one, at = f"r{number}", BEGAN + number * 3_600_000
    closes = None if state == "open" else at + 1
    add_round(connection, Round(one, "s1", number, sha, "race", 7, state, {"attempts": 1}, [], at, closes))
    rows, marks = [], []
    for place, seat in enumerate(seats):
        kind = (number * 7 + place) % KINDS
        name, result = f"{one}-{seat.id}", marked[kind]
        rows.append(Attempt(name, "s1", one, seat.id, 1, name, texts[kind], "sha", at + place))
        plain = {key: result[key] for key in ("score", "passed", "stage", "insight", "nps", "details")}
        marks.append(Mark(name, "s1", one, seat.id, **plain, at=at + place))  # type: ignore[arg-type]
    add_beginnings(connection, [Beginning(f"b-{r.id}", one, r.seat_id, 1, number, at) for r in rows])
    add_attempts(connection, rows)
    add_marks(connection, marks)


async def weighed(server: Server, count: int, state: str = "over") -> History:
    """Start a server on such a history and have it export everything.

    Args:
        server: is not running yet.
        count: of the attempts.
        state: of their class; one that still goes on is read when the server starts.
    """
    await asyncio.to_thread(written, Path(server.where), count, state)
    found = History(start=await asyncio.to_thread(server.start))
    found.processor = server.processor()
    if state != "over":
        found.page, faults = await asyncio.to_thread(_looked_at, server)
        found.faults += faults
    began, before, most = time.perf_counter(), server.resident_alone(), 0.0
    export = asyncio.create_task(asyncio.to_thread(_workbook, server))
    while not export.done():
        most = max(most, server.resident_alone())
        await asyncio.sleep(0.05)
    data = await export
    found.export, found.resident = time.perf_counter() - began, (before, most)
    rows = await asyncio.to_thread(_rows, data, server.folder / "export.xlsx")
    if rows != count:
        found.faults.append(f"the workbook has {rows} of {count} attempts")
    return found


def _looked_at(server: Server) -> tuple[float, list[str]]:
    """Seconds until the trainer's page is answered, and what is wrong with what it shows."""
    with server.rows() as rows:
        last = "SELECT id FROM round ORDER BY number DESC LIMIT 1"
        there = rows.asked(f"SELECT seat_id, max(score) FROM mark WHERE round_id = ({last}) GROUP BY seat_id")
    began = time.perf_counter()
    lobby = _asked(server, "")
    took, wanted = time.perf_counter() - began, dict(there)
    shown = {seat["id"]: seat["score"] for seat in lobby["seats"] if seat["score"] is not None}
    if shown == wanted and lobby["rounds"][-1]["finished"] == len(wanted):
        return took, []
    return took, [f"the page shows {len(shown)} seats with a score, the rows have {len(wanted)}, or others"]


def _asked(server: Server, path: str) -> Any:
    """What the trainer is answered about the class."""
    answer = httpx2.get(
        f"{_origin(server)}/api/v1/trainer/sessions/s1{path}",
        headers={"Authorization": f"Bearer {server.key}"},
        trust_env=False,
        timeout=300,
    )
    answer.raise_for_status()
    return answer.json()


def _origin(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}"


def _workbook(server: Server) -> bytes:
    address = f"{_origin(server)}/api/v1/trainer/sessions/s1/export.xlsx"
    head = {"Authorization": f"Bearer {server.key}"}
    answer = httpx2.get(address, headers=head, trust_env=False, timeout=300)
    answer.raise_for_status()
    return answer.content


def _rows(data: bytes, path: Path) -> int:
    """How many attempts stand in a workbook; counted without reading its cells."""
    path.write_bytes(data)
    count, left = -1, b""  # the first row is the head
    with zipfile.ZipFile(path) as book, book.open("xl/worksheets/sheet1.xml") as sheet:
        while part := sheet.read(1 << 20):
            text = left + part
            count += text.count(ROW)
            left = text[-len(ROW) + 1 :]
    return count
