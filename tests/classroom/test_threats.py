"""Threats that need a server of their own: all back at once, endless bodies, a full disk."""

from __future__ import annotations

import asyncio
import inspect
import random
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import Connection, event
from starlette.requests import Request
from starlette.types import Message

from game.classroom import bodies, streams
from game.classroom.application import API
from game.classroom.attendance import FIRST_WAIT, LONGEST_WAIT, Attendance
from game.classroom.refusals import Refused
from game.records.class_attempts import attempts
from tests.classroom.conftest import Class, played
from tools.load.stage import Server, class_of, hung_up
from tools.load.wire import Lost

SEATS = 60
GIGABYTE = 2**30
PIECE = b"10000\r\n" + b"x" * 65_536 + b"\r\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server process of its own."""
    one = Server(tmp_path)
    one.start()
    try:
        yield one
    finally:
        one.stop()


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


def test_T12_after_a_kill_every_seat_is_answered_again_and_none_with_an_error(server: Server) -> None:
    async def everybody() -> list[list[int]]:
        trainees = await class_of(server, SEATS)
        server.kill()
        up = asyncio.create_task(asyncio.to_thread(server.start))

        async def back(at: int) -> list[int]:
            heard: list[int] = []
            while not heard or heard[-1] != 200:
                try:
                    heard.append((await trainees[at].wire.asked("GET", f"{API}/state"))[0])
                except Lost:
                    await asyncio.sleep(random.uniform(FIRST_WAIT / 2, FIRST_WAIT))
            return heard

        heard = await asyncio.wait_for(asyncio.gather(*(back(at) for at in range(SEATS))), 60)
        await up
        await hung_up(trainees)
        return list(heard)

    assert asyncio.run(everybody()) == [[200]] * SEATS


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
    theirs = Class(room.http, room.house, other, room.folder)
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
