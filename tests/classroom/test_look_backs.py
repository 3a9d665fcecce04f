"""What looking back found is worked out once: it outlives the server, and goes with whom it was found of."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from game.classroom import home_studies, home_work
from game.classroom.privacy import erase
from game.records.class_attempts import AT_ONCE
from game.records.class_look_backs import keep_look_back, look_backs
from game.records.class_retention import removed
from tests.classroom.conftest import KEY, Class, SeatClient, server
from tests.classroom.filled import class_with, played
from tests.classroom.test_take_home import LOOKED, page_of

HEAD = {"authorization": f"Bearer {KEY}"}


@contextlib.contextmanager
def again(room: Class) -> Iterator[TestClient]:
    """The same class on a server that has just started."""
    house, app = server(room.where)
    try:
        with TestClient(app) as http:
            yield http
    finally:
        house.writer.close()
        house.database.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked to be looked back at."""
    found: list[str] = []

    def answer(path: str, transcript: str) -> home_work.Looked:
        found.append(transcript)
        return LOOKED

    monkeypatch.setattr(home_work, "looked_back", answer)
    return found


def test_a_restart_loses_nothing_that_was_waited_for(
    room: Class, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, seats = room.round()["id"], [room.join(name) for name in ("Anna", "Berta")]
    for pick, seat in enumerate(seats):
        seat.play(one, pick)
    room.done("close")
    before = page_of(room, seats[0])
    assert "Better so" in before
    kept = room.house.database
    with kept.reading() as connection:
        attempts = [h.id for seat in seats for h in room.house.room(room.id).ledger.handed(seat.seat)]
        assert set(look_backs(connection, attempts, home_studies.STAMP)) == {attempts[0]}
    if not room.house.database.shared:  # several servers may have the other engine open
        room.house.writer.close()
        room.house.database.close()

    with again(room) as http:
        told: dict[str, Any] = http.post(
            "/api/v1/take-home", json={}, headers=SeatClient(http, seats[0].seat, seats[0].token, "Anna").head
        ).json()
        assert told["ready"]
        assert "Better so" in http.get(f"{told['url']}?lang=en").text
        assert len(asked) == 1, "what was kept was worked out anew"
        waiting = http.get(f"{room.base}/take-home", headers=HEAD).json()["waiting"]
        for _ in range(1_500):
            if not waiting:
                break
            time.sleep(0.02)
            waiting = http.get(f"{room.base}/take-home", headers=HEAD).json()["waiting"]
        assert len(asked) == 2

    monkeypatch.setattr(home_studies, "STAMP", "other rules")
    with again(room) as http:
        assert http.get(f"{room.base}/take-home", headers=HEAD).json()["waiting"] > 0


def test_look_backs_are_replaced_and_go_with_their_class_and_seat(room: Class) -> None:
    with room.house.database.writing() as connection:
        seats = class_with(connection, ["A", "B"])
        for seat in seats:
            played(connection, seat, 1, 500)
        ids = ["r1-p0-1", "r1-p1-1"]
        for stamp in ("old", "new"):
            for one in (*ids, "no-such-attempt"):
                keep_look_back(connection, one, stamp, {"turns": [], "by": stamp})
        assert look_backs(connection, ids, "old") == {}
        assert look_backs(connection, [*ids, *map(str, range(AT_ONCE))], "new") == {
            one: {"turns": [], "by": "new"} for one in ids
        }
        erase(connection, seats[0])
        assert set(look_backs(connection, ids, "new")) == {"r1-p1-1"}
        removed(connection, "s1")
        assert look_backs(connection, ids, "new") == {}
