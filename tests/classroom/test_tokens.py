"""What was heard during a class opens nothing after it: seats are given new tokens at its end (T20)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from starlette.testclient import TestClient

from game.classroom import tokens
from game.classroom.attendance import Attendance
from game.classroom.callers import OUTLIVES
from game.classroom.client import ClassClient
from game.classroom.clock import Clock
from game.classroom.membership import Membership
from game.records.class_seats import seats
from tests.classroom.conftest import KEY, Class, SeatClient, server
from tests.classroom.server import running
from tests.classroom.test_attendance import until


def opened(http: TestClient, token: str) -> int:
    """What a token is answered with."""
    return http.get("/api/v1/state", headers={"authorization": f"Bearer {token}"}).status_code


def test_T20_a_token_of_the_class_dies_when_its_seat_uses_the_one_after(room: Class) -> None:
    anna, berta = room.join("Anna"), room.join("Berta")
    anna.play(room.round()["id"])
    assert "token" not in anna.state()
    room.done("close")

    fresh = anna.state()["token"]
    assert anna.state()["token"] == fresh, "an answer that was lost is given again"
    assert tokens.succeeds(fresh) == anna.seat
    now = SeatClient(room.http, anna.seat, fresh, "Anna")
    link = room.http.post("/api/v1/take-home", json={}, headers=now.head)
    assert link.status_code == 200, "it is the seat's before it was ever used for news"
    assert "token" not in now.state()
    assert opened(room.http, anna.token) == 401
    assert opened(room.http, berta.token) == 200, "whoever has not heard of the end keeps the old one"

    with room.house.database.reading() as connection:
        kept = {seat.id: seat.token_hash for seat in seats(connection, room.id)}
    assert kept[anna.seat] == tokens.hashed(fresh)
    if not room.house.database.shared:  # several servers may have the other engine open
        room.house.writer.close()
        room.house.database.close()
    house, app = server(room.where)
    with TestClient(app) as http:
        assert (opened(http, fresh), opened(http, anna.token)) == (200, 401)
        again = SeatClient(http, berta.seat, berta.token, "Berta").state()["token"]
        assert opened(http, again) == 200
    house.writer.close()
    house.database.close()


@dataclass(frozen=True)
class Later(Clock):
    """A clock that is so many milliseconds ahead."""

    ahead: int = 0

    def now(self) -> int:
        return Clock().now() + self.ahead


def test_T20_a_token_that_nobody_exchanged_dies_after_a_day(room: Class) -> None:
    anna = room.join("Anna")
    room.done("close")
    fresh = anna.state()["token"]
    room.house.clock = Later(OUTLIVES - 60_000)
    assert opened(room.http, anna.token) == 200
    room.house.clock = Later(OUTLIVES + 1)
    assert opened(room.http, anna.token) == 401
    assert opened(room.http, fresh) == 200


def test_T20_nobody_makes_the_token_after(room: Class) -> None:
    anna, berta = room.join("Anna"), room.join("Berta")
    room.done("close")
    fresh = anna.state()["token"]
    stolen = fresh.replace(anna.seat, berta.seat)
    guessed = tokens.successor("another key", anna.seat, tokens.hashed(anna.token))
    for token in (stolen, guessed, fresh[:-1], f"after.{anna.seat}.", "after..", "after"):
        assert opened(room.http, token) == 401, token
    assert opened(room.http, fresh) == 200


def test_T20_a_class_that_goes_on_after_all_takes_both_tokens(room: Class) -> None:
    anna, berta = room.join("Anna"), room.join("Berta")
    room.done("close")
    fresh = {seat.seat: seat.state()["token"] for seat in (anna, berta)}
    room.done("open")
    assert opened(room.http, fresh[anna.seat]) == 200
    assert opened(room.http, berta.token) == 200
    assert "token" not in berta.state()


def test_T20_the_desk_keeps_the_new_token_before_it_uses_it(tmp_path: Path) -> None:
    with running(tmp_path) as there:
        membership = Membership(tmp_path / "desk")
        client = ClassClient(there.origin)
        seated = client.join(there.ready.code, "Anna")
        membership.remember(seated)
        attending = Attendance(seated, membership, client)
        attending.start()
        elsewhere = Attendance(seated, membership, ClassClient(there.origin, seated.token))
        try:
            until(lambda: attending.look().connected)
            there.trainer("/close")
            until(lambda: attending.look().seated.token != seated.token)
            (kept,) = membership.remembered()
            assert kept.token == attending.look().seated.token
            assert tokens.succeeds(kept.token) == seated.seat
            until(lambda: there.host.house.seats.get(tokens.hashed(kept.token)) is not None)
            assert until(lambda: attending.look().session.get("state") == "over")
            assert "token" not in attending.look().session
            assert attending.take_home().startswith(f"{there.origin}/home/")

            elsewhere.start()  # another program of the same person, which has the old one still
            until(lambda: elsewhere.look().seated.token == kept.token and elsewhere.look().connected)
            assert not elsewhere.look().ended
            assert json.dumps(KEY) not in json.dumps(elsewhere.look().session)
        finally:
            attending.close()
            elsewhere.close()
