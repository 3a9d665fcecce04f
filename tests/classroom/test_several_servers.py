"""Two servers on one PostgreSQL database: a seat may come to either, the board is the same on both."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from game.classroom.application import application
from game.classroom.house import ClassHouse
from game.classroom.privacy import names_forgotten
from game.classroom.room_rows import RoomRows
from game.records.class_changes import ALL, LARGEST, NONE, Changes, of_attempts, of_seats
from game.records.class_database import ClassDatabase
from game.records.class_news import ClassNews, told_all
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
    another = room.round()["id"]
    assert berta.begin(another).status_code == 200
    assert berta.begin("no-such-round").status_code == 409
    assert [seat.begin(one).status_code for seat in (anna, berta)] == [409, 409], "the first one was closed"
    # A seat moves from one to the other in the middle of an attempt.
    begun = anna.begin(another)
    assert begun.status_code == 200
    moved = SeatClient(two, anna.seat, anna.token, "Anna")
    assert moved.begin(another).json() == begun.json()
    until(lambda: len(moved.state()["attempts"]) == 1)
    room.done("dim")
    until(lambda: moved.state()["dimmed"])
    room.done(f"seats/{berta.seat}/kick")
    until(lambda: two.get("/api/v1/state", headers=berta.head).status_code == 401)
    assert house.room(room.id).session.version == room.house.room(room.id).session.version


def test_what_one_server_changes_is_all_that_the_others_read(
    pair: tuple[Class, TestClient, ClassHouse], monkeypatch: pytest.MonkeyPatch
) -> None:
    room, two, house = pair
    one, anna, berta = room.round(attempts=0)["id"], room.join("Anna"), room.join("Berta")
    until(lambda: len(house.room(room.id).seats) == 2)
    there, read, written = house.room(room.id), list[RoomRows](), RoomRows.read
    lost = SeatClient(two, berta.seat, berta.token, "Berta")
    until(lambda: lost.state()["round"])

    def noted(*arguments: Any) -> RoomRows | None:
        found = written(*arguments)
        if found is not None and threading.current_thread() is not threading.main_thread():
            read.append(found)
        return found

    monkeypatch.setattr(RoomRows, "read", noted)
    mark = anna.play(one)
    until(lambda: there.ledger.register(one).standings.places)
    moved = SeatClient(two, anna.seat, anna.token, "Anna")
    (told,) = until(lambda: moved.state()["attempts"])
    assert (told["state"], told["score"]) == ("scored", mark["score"])
    assert anna.begin(one).status_code == 200
    until(lambda: there.ledger.tried(one, anna.seat).begun == 2)
    room.done("notice", {"text": "Five more minutes"})
    until(lambda: moved.state()["notice"])
    assert not any(rows.whole for rows in read)
    assert {attempt.id for rows in read for attempt, _ in rows.attempts} == {mark["id"]}
    assert not any(rows.seats or rows.votes or rows.talks for rows in read)

    # A person is forgotten while the class goes on: the other server knows neither name nor token any more.
    room.done(f"seats/{berta.seat}/erase")
    until(lambda: there.seats[berta.seat].state == "erased")
    assert "Berta" not in json.dumps(two.get(room.made["board_url"] + "/board.json").json())
    assert two.get("/api/v1/state", headers=berta.head).status_code == 401
    assert not any(rows.whole for rows in read)
    # What was taken out of what counts may concern anything.
    room.done(f"attempts/{mark['id']}/withdraw")
    until(lambda: not there.ledger.register(one).standings.places)
    assert moved.state()["attempts"] == []
    assert read[-1].whole


def test_whoever_misses_a_piece_of_news_reads_everything(address: str) -> None:
    heard: list[tuple[str, Changes]] = []
    with contextlib.closing(ClassDatabase(address)) as database:
        news = ClassNews(database, lambda session, changes: heard.append((session, changes)))
        seat = of_seats(["p1"])
        for payload in (
            "x:4:s1:sp1",
            "x:5:s2:sp1",
            "x:7:s1:sp1",
            "x:8:s1:sp1",
            "x:8:s1:sp1",
            "y:1:s1:?",
            "y",
            "",
        ):
            news.take(payload)
    assert heard == [("s1", seat), ("s2", seat), ("", ALL), ("s1", seat), ("", ALL), ("s1", ALL)]


def test_news_of_very_many_changes_are_parted(pair: tuple[Class, TestClient, ClassHouse]) -> None:
    room, _, house = pair
    ids = {f"{number:036}" for number in range(1_000)}
    parts = list(of_attempts(ids).written())
    assert max(len(part) for part in parts) <= LARGEST
    assert frozenset().union(*(Changes.read(part).attempts for part in parts)) == ids
    before = room.house.room(room.id).session
    room.house.announce(room.id, of_attempts(ids))
    room.done("dim")
    until(lambda: house.room(room.id).session.settings.get("dimmed"))
    assert before.settings.get("dimmed") is not True


@given(
    st.lists(st.builds(Changes, st.booleans(), *[st.frozensets(st.sampled_from("abcdef"))] * 5), max_size=4)
)
def test_changes_come_back_as_they_were_written(some: list[Changes]) -> None:
    whole = NONE
    for one in some:
        whole |= one
        read = NONE
        for part in one.written():
            read |= Changes.read(part)
        assert read == (ALL if one.whole else one)
    assert whole.whole == any(one.whole for one in some)


def test_T24_names_that_are_forgotten_beside_the_servers_are_forgotten_by_them(
    pair: tuple[Class, TestClient, ClassHouse],
) -> None:
    room, two, house = pair
    seat = room.join("Wandering-Zephyrine")
    until(lambda: house.room(room.id).seats)
    with room.house.database.writing() as connection:
        assert names_forgotten(connection, room.id) == 1
    told_all(room.house.database, [room.id])
    rooms = [one.room(room.id) for one in (room.house, house)]
    until(lambda: all(there.seats[seat.seat].state == "erased" for there in rooms))
    for http in (room.http, two):
        assert http.get("/api/v1/state", headers=seat.head).status_code == 401
        told = http.get(room.base, headers=room.head).text
        assert "Zephyrine" not in told
