"""Two servers on one PostgreSQL database: a seat may come to either, the board is the same on both."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from game.classroom.application import application
from game.classroom.house import ClassHouse
from game.records.class_database import ClassDatabase
from game.records.class_writer import Writer
from tests.classroom.conftest import KEY, Class, SeatClient
from tools.load.postgresql import emptied, there_is_one

pytestmark = pytest.mark.skipif(not there_is_one(), reason="PostgreSQL is not installed")


@pytest.fixture
def address(postgresql_address: str) -> str:
    """A PostgreSQL with nothing in it."""
    return emptied(postgresql_address)


@pytest.fixture
def pair(address: str, tmp_path: Path) -> Iterator[tuple[Class, TestClient, ClassHouse]]:
    """One class on two servers."""
    houses = []
    for _ in range(2):
        database = ClassDatabase(address)
        houses.append(ClassHouse(database, Writer(database), KEY, origin="http://10.0.0.5:8765"))
    apps: list[Any] = [application(house, {"testserver"}, -1) for house in houses]
    with TestClient(apps[0]) as one, TestClient(apps[1]) as two:
        head = {"authorization": f"Bearer {KEY}"}
        made = one.post("/api/v1/trainer/sessions", json={"title": "Shared"}, headers=head).json()
        yield Class(one, houses[0], made, tmp_path, address), two, houses[1]
    for house in houses:
        house.writer.close()
        house.database.close()


def until(true: Callable[[], Any]) -> Any:
    for _ in range(400):
        found = true()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("never came")


def test_a_class_on_two_servers(pair: tuple[Class, TestClient, ClassHouse]) -> None:
    room, two, house = pair
    one = room.round()["id"]
    anna = room.join("Anna")
    joined = two.post("/api/v1/join", json={"code": room.made["code"], "nickname": "Berta"})
    assert joined.status_code == 201
    berta = SeatClient(two, joined.json()["seat"], joined.json()["token"], "Berta")
    taken = two.post("/api/v1/join", json={"code": room.made["code"], "nickname": "Anna"})
    assert taken.status_code == 409
    until(lambda: berta.state()["round"])
    marks = {"Anna": anna.play(one)["score"], "Berta": berta.play(one, 1)["score"]}

    def both_on(http: TestClient) -> bool:
        rows = http.get(room.made["board_url"] + "/board.json").json()["rows"]
        return {row["name"]: row["score"] for row in rows} == marks

    until(lambda: both_on(room.http))
    until(lambda: both_on(two))
    # What was opened on one is open on the other at once, before anybody has told it.
    assert berta.begin(room.round()["id"]).status_code == 200
    assert berta.begin("no-such-round").status_code == 409
    # A seat moves from one to the other in the middle of an attempt.
    begun = anna.begin(one).json()
    moved = SeatClient(two, anna.seat, anna.token, "Anna")
    assert moved.begin(one).json() == begun
    until(lambda: len(moved.state()["attempts"]) == 1)
    room.done("dim")
    until(lambda: moved.state()["dimmed"])
    room.done(f"seats/{berta.seat}/kick")
    until(lambda: two.get("/api/v1/state", headers=berta.head).status_code == 401)
    assert house.room(room.id).session.version == room.house.room(room.id).session.version
