"""Threats with the numbers of their table: ten thousand guesses, a thousand bots, a class that comes back at
once, endless bodies, a full disk, a board that is frozen."""

from __future__ import annotations

import asyncio
import hashlib
import inspect
import io
import json
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import AsyncIterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import Connection, event
from starlette.requests import Request
from starlette.types import Message

from game.classroom import bodies, streams
from game.classroom.application import API
from game.classroom.attendance import FIRST_WAIT, LONGEST_WAIT, Attendance
from game.classroom.board import drawn
from game.classroom.client import ClassClient
from game.classroom.membership import Membership
from game.classroom.refusals import Refused
from game.classroom.room import Handed
from game.engine.scoring import score
from game.records.class_attempts import Attempt, Mark, add_attempt, add_mark, attempts, marks
from tests.classroom.conftest import Class, played
from tests.engines import ON_SQLITE
from tools.load.stage import Server, patiently, trained
from tools.load.wire import Lost, Wire

SEATS = 500
GUESSES, ADDRESSES = 10_000, 50
BOTS, CAPACITY = 1_000, 200
SILENT = 500
TAMPERED = 200
AFTER_THE_FREEZE = 1_000
GIGABYTE = 2**30
PIECE = b"10000\r\n" + b"x" * 65_536 + b"\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server process of its own for all of them; whoever kills it starts it again."""
    one = Server(tmp_path_factory.mktemp("threats"))
    one.start()
    try:
        yield one
    finally:
        one.stop()


async def asked_from(address: str, port: int, requests: list[tuple[str, Any]]) -> list[int]:
    """What one machine is answered that sends one request after another."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    heard = []
    for path, body in requests:
        data = json.dumps(body).encode()
        head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(data)}\r\n\r\n"
        writer.write(head.encode() + data)
        told = (await reader.readuntil(b"\r\n\r\n")).lower()
        await reader.readexactly(int(told.partition(b"content-length:")[2].split(b"\r\n")[0]))
        heard.append(int(told.split()[1]))
    writer.close()
    return heard


def test_T1_ten_thousand_guesses_from_fifty_addresses_find_nothing_and_keep_nobody_out(
    server: Server,
) -> None:
    guesses = random.Random(1)
    letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

    def wrong() -> tuple[str, Any]:
        return f"{API}/join", {"code": "".join(guesses.choices(letters, k=6))}

    async def attack() -> tuple[Counter[int], list[int], bool]:
        told = [
            asyncio.create_task(
                asked_from(f"127.0.1.{1 + at}", server.port, [wrong() for _ in range(GUESSES // ADDRESSES)])
            )
            for at in range(ADDRESSES)
        ]
        await asyncio.sleep(0.5)
        good = [(f"{API}/join", {"code": server.ready["code"]})]
        came_in = await asked_from("127.0.2.1", server.port, good)
        amid = not all(one.done() for one in told)
        return Counter(status for each in await asyncio.gather(*told) for status in each), came_in, amid

    heard, came_in, amid = asyncio.run(attack())
    assert came_in == [201]
    assert amid, "somebody with the right code did not wait for the flood to end"
    assert set(heard) == {403, 429}, "no guess was right, and nothing broke"
    assert heard.total() == GUESSES
    assert heard[403] <= 60
    asyncio.run(trained(server, "/lift"))


def test_T2_a_thousand_bots_fill_a_class_to_its_cap_and_are_gone_in_one_action(server: Server) -> None:
    asyncio.run(trained(server, "", {"capacity": CAPACITY, "approve": True}))
    before, present = server.resident_alone(), server.count("seat", "state IN ('seated', 'waiting')")
    body = {"code": server.ready["code"]}

    async def flood() -> Counter[int]:
        told = [
            asked_from(f"127.0.3.{1 + at}", server.port, [(f"{API}/join", body)] * (BOTS // ADDRESSES))
            for at in range(ADDRESSES)
        ]
        return Counter(status for each in await asyncio.gather(*told) for status in each)

    heard = asyncio.run(flood())
    assert heard == {201: CAPACITY - present, 409: BOTS - CAPACITY + present}
    assert server.resident_alone() - before < 20
    cleared = asyncio.run(trained(server, "/seats/remove-unapproved"))
    assert cleared == {"removed": CAPACITY - present}
    assert server.count("seat", "state = 'waiting'") == 0
    asyncio.run(trained(server, "", {"capacity": 5_000, "approve": False}))


def test_T24_no_address_of_a_device_is_kept(server: Server) -> None:
    async def come_in() -> list[int]:
        return await asked_from(
            "127.44.55.66", server.port, [(f"{API}/join", {"code": server.ready["code"]})]
        )

    assert asyncio.run(come_in()) == [201]
    for path in server.folder.iterdir():
        if path.is_file():
            assert b"127.44.55.66" not in path.read_bytes(), path.name


@ON_SQLITE
def test_T5_two_hundred_tampered_transcripts_are_refused_or_worth_what_they_are(room: Class) -> None:
    """Seats, luck and lines differ; every lie is answered by a code, none by a score that was not earned."""
    one = room.round(attempts=0)["id"]
    seats = [room.join(f"Seat {n}") for n in range(8)]
    first = seats[0].begin(one).json()["seed"]  # one customer for all of them: what can be said is the same
    stock = [played(first, pick) for pick in range(4)]
    handed: list[tuple[str, Any, str, int]] = []
    reasons: Counter[str] = Counter()
    for at in range(TAMPERED):
        seat = seats[at % len(seats)]
        begun = seat.begin(one).json()
        conversation = played(begun["seed"], at % 4) if at % 6 == 0 else stock[at % 4]
        truth = {**conversation.transcript().to_json(), "seed": begun["seed"]}
        moves = truth["moves"]
        kind, forged = (
            ("edited score", {**truth, "score": 1000, "total": 1000}),
            (
                "illegal choice",
                {**truth, "moves": [*moves[: at % len(moves)], {"say": "give-me-everything"}]},
            ),
            ("cut", {**truth, "moves": moves[: -1 - at % (len(moves) - 1)]}),
            ("spliced", {**truth, "moves": [*moves[len(moves) // 2 :], *moves[: len(moves) // 2]]}),
            ("wrong version", {**truth, "fingerprint": hashlib.sha256(str(at).encode()).hexdigest()}),
            ("wrong seed", {**truth, "seed": (begun["seed"] + 1 + at) % 2**32}),
        )[at % 6]
        answer = seat.hand_in(one, begun["number"], forged)
        if answer.status_code == 201:
            worth = score(conversation).total if kind == "edited score" else 0
            handed.append((kind, seat, answer.json()["attempt"], worth))
        else:
            assert kind in {"wrong version", "wrong seed"}, (kind, answer.text)
            reasons[answer.json()["error"]] += 1
            good = seat.hand_in(one, begun["number"], truth)
            assert good.status_code == 201, "the truth may still be told"
    for kind, seat, attempt, worth in handed:
        mark = seat.marked(attempt)
        if kind == "edited score":
            assert mark["score"] == worth
        else:
            assert mark["state"] == "refused", kind
            assert mark["reason"], kind
        reasons[mark.get("reason", "marked anew")] += 1
    assert reasons.total() == TAMPERED
    assert set(reasons) == {
        "marked anew", "unknown-line", "unfinished", "not-offered", "scenario_changed", "seed_mismatch"
    }  # fmt: skip


def test_T12_a_class_that_lost_its_server_does_not_come_back_in_one_moment() -> None:
    wait = inspect.signature(Attendance).parameters["wait"].default
    random.seed(12)
    longest, waits = FIRST_WAIT, []
    for _ in range(8):
        waits.append([wait(longest) for _ in range(500)])
        assert all(longest / 2 <= drawn <= longest for drawn in waits[-1])
        assert len({round(drawn / longest, 2) for drawn in waits[-1]}) > 40, "spread over the whole half"
        longest = min(longest * 2, LONGEST_WAIT)
    assert longest == LONGEST_WAIT
    assert streams.HELLO.startswith(b"retry: ")
    assert int(streams.HELLO.split()[1]) >= 1_000


def test_T12_five_hundred_come_back_after_a_kill_and_none_is_answered_with_an_error(server: Server) -> None:
    async def joined() -> Wire:
        wire = Wire("127.0.0.1", server.port)
        wire.token = (await patiently(wire, f"{API}/join", {"code": server.ready["code"]}))["token"]
        return wire

    async def back(wire: Wire) -> list[int]:
        heard: list[int] = []
        while not heard or heard[-1] != 200:
            try:
                heard.append((await wire.asked("GET", f"{API}/state"))[0])
            except Lost:
                await asyncio.sleep(random.uniform(FIRST_WAIT / 2, FIRST_WAIT))
        return heard

    async def everybody() -> list[list[int]]:
        await trained(server, "", {"capacity": 5_000})
        wires = [
            wire for _ in range(10) for wire in await asyncio.gather(*(joined() for _ in range(SEATS // 10)))
        ]
        server.kill()
        up = asyncio.create_task(asyncio.to_thread(server.start))
        heard = await asyncio.wait_for(asyncio.gather(*map(back, wires)), 90)
        await up
        for wire in wires:
            wire.close()
        await asyncio.sleep(0.05)
        return list(heard)

    assert asyncio.run(everybody()) == [[200]] * SEATS


DYING = """
import json, os, signal, sys
from pathlib import Path
from game.classroom.client import ClassClient
from game.classroom.membership import Membership

origin, code, one, folder = sys.argv[1:]
client, membership = ClassClient(origin), Membership(Path(folder))
seated = client.join(code)
membership.remember(seated)
begun = client.begin(one)
transcript = json.loads(sys.stdin.read())
transcript["seed"] = begun["seed"]
membership.put(seated, one, begun["number"], transcript)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_T11_a_desk_that_is_killed_between_writing_and_sending_sends_it_once(
    server: Server, tmp_path: Path
) -> None:
    round_body = {"scenario": "seven-seconds", "open": True}
    one = asyncio.run(trained(server, "/rounds", round_body))["id"]
    origin = f"http://127.0.0.1:{server.port}"
    dead = subprocess.run(
        [sys.executable, "-c", DYING, origin, server.ready["code"], one, str(tmp_path)],
        input=json.dumps(played(1).transcript().to_json()),
        text=True,
        check=False,
    )
    assert dead.returncode == -signal.SIGKILL
    membership = Membership(tmp_path)
    (seated,) = membership.remembered()
    assert len(membership.waiting(seated.session)) == 1
    assert server.count("attempt", f"seat_id = '{seated.seat}'") == 0
    attendance = Attendance(seated, membership, ClassClient(origin, seated.token))
    attendance.start()
    for _ in range(600):
        if not membership.waiting(seated.session):
            break
        time.sleep(0.05)
    attendance.close()
    assert membership.waiting(seated.session) == membership.hopeless(seated.session) == []
    assert server.count("attempt", f"seat_id = '{seated.seat}'") == 1


@pytest.mark.parametrize("path", [f"{API}/join", f"{API}/trainer/login"])
def test_T17_a_body_of_a_gigabyte_is_cut_and_takes_no_memory(server: Server, path: str) -> None:
    before, sent = server.resident_alone(), 0
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as stream:
        stream.sendall(f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n".encode())
        stream.sendall(b"Transfer-Encoding: chunked\r\n\r\n")
        with pytest.raises(OSError):
            while sent < GIGABYTE:
                stream.sendall(PIECE)
                sent += len(PIECE)
    assert sent < 64 * 2**20, "cut long before its end; what was sent lay in the buffers of the network"
    assert server.resident_alone() - before < 5
    assert httpx2.get(f"http://127.0.0.1:{server.port}{API}/hello", trust_env=False).status_code == 200


def test_T17_a_hundred_thousand_brackets_are_counted_or_refused_but_never_followed(room: Class) -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    head = {**room.head, "idempotency-key": "12345678"}
    cut = room.http.post(f"{API}/attempts", content=deep, headers={**head, **room.join().head})
    assert (cut.status_code, cut.json()["error"]) == (413, "too-large")
    roster = room.http.post(f"{room.base}/roster", content=deep, headers=head)
    assert (roster.status_code, roster.json()["error"]) == (400, "too-deep")


def test_T17_five_hundred_that_never_finish_their_request_keep_nobody_waiting(server: Server) -> None:
    silent = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(SILENT)]
    try:
        for stream in silent[: SILENT // 2]:
            stream.sendall(b"GET /api/v1/hello HTTP/1.1\r\nX-Slow: ")
        with httpx2.Client(trust_env=False, base_url=f"http://127.0.0.1:{server.port}") as client:
            assert [client.get(f"{API}/hello").status_code for _ in range(50)] == [200] * 50
            came_in = client.post(f"{API}/join", json={"code": server.ready["code"]})
            assert came_in.status_code == 201
        for stream in silent:
            stream.setblocking(False)
            with pytest.raises(BlockingIOError):
                stream.recv(1)  # they were still open all the while
    finally:
        for stream in silent:
            stream.close()


def test_T17_a_body_that_never_comes_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE", 0.05)

    async def never() -> Message:
        await asyncio.Event().wait()
        raise AssertionError("nothing ever comes")

    async def waited_for() -> bytes:
        return await bodies.read(Request({"type": "http", "method": "POST", "headers": []}, never))

    with pytest.raises(Refused) as told:
        asyncio.run(waited_for())
    assert (told.value.code, told.value.status) == ("too-slow", 408)


def test_T18_every_door_of_a_class_opens_to_its_own_token_alone(room: Class) -> None:
    other = room.http.post(f"{API}/trainer/sessions", json={"title": "Other"}, headers=room.head).json()
    theirs = Class(room.http, room.house, other, room.folder, room.where)
    one, anna, berta = room.round()["id"], room.join("Anna"), theirs.join("Berta")
    mark = anna.play(one)
    wall = room.made["board_url"]
    token = wall.rsplit("/", 1)[1]
    for head in ({}, berta.head, {"authorization": f"Bearer {token}"}, {"authorization": f"Bearer {one}"}):
        for path in (
            f"{API}/attempts/{mark['id']}",
            f"{room.base}/export.csv",
            f"{room.base}/export.xlsx",
            f"{room.base}/export.jsonl",
            f"{room.base}/attempts/{mark['id']}/transcript",
            f"{room.base}/seats/{anna.seat}/person",
            f"{room.base}/audit",
            f"{room.base}/statements",
        ):
            assert room.http.get(path, headers=head).status_code in {401, 403, 404}, (path, head)
    for guess in (room.id, anna.token, anna.seat, room.made["code"], token[:-1], token + "a"):
        for part in ("", "/board.json", "/code.svg", "/events"):
            assert room.http.get(f"/board/{guess}{part}", headers=anna.head).status_code == 404, (guess, part)
    assert room.http.get(f"{wall}/board.json").status_code == 200


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of another process is set as Linux does it")
def test_T21_a_server_whose_disk_is_full_says_so_and_goes_on_when_there_is_room(server: Server) -> None:
    import resource

    assert server.process is not None
    body, pid = {"code": server.ready["code"]}, server.process.pid
    soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    before = server.count("seat")
    with httpx2.Client(trust_env=False, base_url=f"http://127.0.0.1:{server.port}") as client:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, hard))
        try:
            refused = [client.post(f"{API}/join", json=body) for _ in range(5)]
            read = client.get(f"{API}/hello")
        finally:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))
        assert [(one.status_code, one.json()["error"]) for one in refused] == [(503, "read-only")] * 5
        assert all(int(one.headers["retry-after"]) >= 1 for one in refused)
        assert read.status_code == 200, "what needs no writing goes on"
        assert server.count("seat") == before
        assert client.post(f"{API}/join", json=body).status_code == 201
    assert server.count("seat") == before + 1
    where = f"file:{server.folder / 'load.sqlite'}?mode=ro"
    with closing(sqlite3.connect(where, uri=True)) as rows:
        assert rows.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@ON_SQLITE
def test_T21_a_file_that_may_not_grow_takes_whole_attempts_or_none(room: Class) -> None:
    one = room.round(attempts=0)["id"]
    anna = room.join("Anna")

    def full(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no less than it has: it may not grow

    begun, taken, refused = anna.begin(one).json(), 0, None
    event.listen(room.house.database.engine, "begin", full)
    try:
        for _ in range(200):
            transcript = played(begun["seed"]).transcript().to_json()
            answer = anna.hand_in(one, begun["number"], transcript, f"attempt-{begun['number']}")
            if answer.status_code != 201:
                refused = answer
                break
            taken += 1
            following = anna.begin(one)
            if following.status_code != 200:
                refused = following
                break
            begun = following.json()
    finally:
        event.remove(room.house.database.engine, "begin", full)
    assert refused is not None, "the file never was full"
    assert (refused.status_code, refused.json()["error"]) == (503, "read-only")
    assert int(refused.headers["retry-after"]) >= 1
    with room.house.database.reading() as connection:
        assert len(list(attempts(connection, session_id=room.id))) == taken
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_T17_a_name_longer_than_any_file_and_half_a_character_are_refused(server: Server) -> None:
    with httpx2.Client(trust_env=False) as client:
        assert client.get(f"http://127.0.0.1:{server.port}/pages/{'a' * 5_000}").status_code == 404
        answer = client.post(
            f"http://127.0.0.1:{server.port}/api/v1/join",
            content=b'{"code": "K7M2QX", "nickname": "\\ud800"}',
            headers={"content-type": "application/json"},
        )
    assert answer.status_code == 400


def test_T20_after_the_end_of_a_class_a_token_hands_nothing_in(room: Class) -> None:
    one, anna = room.round()["id"], room.join("Anna")
    begun = anna.begin(one).json()
    room.done("close")
    late = anna.hand_in(one, begun["number"], played(begun["seed"]).transcript().to_json())
    assert late.status_code == 409
    assert anna.begin(one).status_code == 409


class Still:
    """A clock that stands still, so that bytes can be compared."""

    def __init__(self, house: Any) -> None:
        self._now, self._ticks = house.clock.now(), house.clock.ticks()

    def now(self) -> int:
        return int(self._now)

    def ticks(self) -> int:
        return int(self._ticks)


@ON_SQLITE
def test_T23_a_thousand_events_after_the_freeze_change_no_byte_that_is_public(room: Class) -> None:
    one = room.round(attempts=0)["id"]
    seats = [room.join(f"Seat {n}") for n in range(12)]
    for pick, seat in enumerate(seats[:4]):
        seat.play(one, pick)
    room.house.clock = Still(room.house)  # type: ignore[assignment]
    room.done("freeze")
    room.board()
    before = public(room, seats[0])
    happened(room, one, [seat.seat for seat in seats], AFTER_THE_FREEZE)
    for n in range(20):
        room.join(f"Newcomer {n}")
    room.board()
    assert public(room, seats[0]) == before
    room.done("reveal")
    shown = room.board()
    assert shown["counts"]["seats"] == 32
    assert max(row["score"] for row in shown["rows"]) > 900
    after = public(room, seats[0])
    assert {name for name in before if before[name] == after[name]} == {"code.svg"}


def public(room: Class, seat: Any) -> dict[str, Any]:
    """Everything that anybody without the trainer's key can see of how people do."""
    wall = room.made["board_url"]
    picture = room.http.get(f"{wall}/board.json")
    house, there = room.house, room.house.room(room.id)

    async def first() -> bytes:
        told = streams.stream(house, there.board, "board", lambda: drawn(house, there)).body_iterator
        assert isinstance(told, AsyncIterable)
        chunks = aiter(told)
        await anext(chunks)
        return bytes(await anext(chunks))  # type: ignore[arg-type]

    found: dict[str, Any] = {
        "board.json": picture.content,
        "etag": picture.headers["etag"],
        "events": asyncio.run(first()),
        "code.svg": room.http.get(f"{wall}/code.svg").content,
        "standing": seat.state()["standing"],
    }
    for kind in ("csv", "jsonl", "moodle.csv", "html", "xlsx"):
        answer = room.http.get(f"{room.base}/export.{kind}?board=public", headers=room.head)
        assert answer.status_code == 200, kind
        found[kind] = answer.content if kind != "xlsx" else sheets(answer.content)
    return found


def sheets(workbook: bytes) -> dict[str, bytes]:
    """A workbook without the moment at which it was written."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as opened:
        return {name: opened.read(name) for name in opened.namelist() if name != "docProps/core.xml"}


def happened(room: Class, one: str, seats: list[str], count: int) -> None:
    """Attempts and marks, as marking writes them."""
    there, rows = room.house.room(room.id), []
    with room.house.database.writing() as connection:
        known, *_ = marks(connection, session_id=room.id)
        for at in range(count):
            seat, name = seats[at % len(seats)], f"after-{at}"
            row = Attempt(name, room.id, one, seat, 100 + at, name, "{}", name, room.house.clock.now())
            add_attempt(connection, row)
            values = {each: getattr(known, each) for each in Mark.__dataclass_fields__}
            changed = {"attempt_id": name, "seat_id": seat, "score": at % 1_000, "stage": at % 5}
            mark = Mark(**{**values, **changed})
            rows.append((row, Mark(**{**values, **changed, "seq": add_mark(connection, mark)})))
    for row, mark in rows:
        there.put_attempt(Handed.of(row))
        there.put_mark(mark)
