"""Who may do what, what a request may look like, and what never leaks."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from starlette.routing import Route

from game.classroom import board, tokens
from game.classroom.application import API, SESSION, routes
from game.classroom.callers import TRAINER
from game.classroom.registers import Archive, Register, place_of
from game.classroom.room import Handed, Room
from game.classroom.standings import Place, RoundStandings, Standings, ranked
from game.records.class_attempts import Mark
from game.records.class_database import ClassDatabase
from game.records.class_lock import DatabaseInUse
from game.records.class_rounds import Round
from tests.classroom.conftest import KEY, Class, played
from tests.engines import ON_SQLITE

TRAINERS = [
    (route.path, method)
    for route in routes()
    if isinstance(route, Route) and "/trainer/" in route.path
    for method in sorted((route.methods or set()) - {"HEAD"})
    if not route.path.endswith(("/login", "/logout"))
]


def test_T4_every_route_of_the_trainer_wants_the_trainer(room: Class) -> None:
    assert len(TRAINERS) > 30
    anna = room.join("Anna")
    other = secrets.token_urlsafe(32)
    forged = room.house.signer.signed("seat", {"session": room.id})
    elsewhere = tokens.Signer("the-key-of-another-installation").signed(TRAINER, {"at": 0})
    wall = room.made["board_url"].rsplit("/", 1)[1]
    heads = [
        {},
        anna.head,
        {"authorization": f"Bearer {other}"},
        {"authorization": f"Bearer {forged}"},
        {"cookie": f"rapport-trainer={forged}"},
        {"cookie": f"rapport-trainer={anna.token}"},
        {"cookie": f"rapport-trainer={elsewhere}"},
        {"authorization": f"Bearer {elsewhere}"},
        {"authorization": f"Bearer {wall}"},
        {"authorization": "Bearer "},
        {"authorization": "Basic " + KEY},
    ]
    for path, method in TRAINERS:
        address = path
        for name in ("round", "seat", "attempt", "verb", "kind"):
            address = address.replace(f"{{{name}}}", "x")
        address = address.replace("{session}", room.id)
        for head in heads:
            found = room.http.request(method, address, headers=head, json={} if method == "POST" else None)
            assert found.status_code in {401, 403}, (method, address, head, found.status_code)


def test_T4_the_key_is_tried_only_so_often(room: Class) -> None:
    answers = [room.http.post(f"{API}/trainer/login", json={"key": "x" * 32}) for _ in range(15)]
    codes = [answer.status_code for answer in answers]
    assert codes[0] == 403
    assert codes[-1] == 429


def test_a_cookie_of_the_trainer_works_and_is_kept_from_scripts_and_other_pages(room: Class) -> None:
    found = room.http.post(f"{API}/trainer/login", json={"key": KEY})
    cookie = found.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert room.http.get(f"{API}/trainer/sessions").status_code == 200
    room.http.cookies.clear()
    assert room.http.get(f"{API}/trainer/sessions").status_code == 401


def test_T19_foreign_names_and_foreign_pages_are_turned_away(room: Class) -> None:
    rebound = room.http.get(f"{API}/hello", headers={"host": "evil.example"})
    assert (rebound.status_code, rebound.json()["error"]) == (403, "other-host")
    for origin in ("http://evil.example", "null", "http://testserver.evil.example"):
        crossed = room.http.post(f"{room.base}/dim", json={}, headers={**room.head, "origin": origin})
        assert (crossed.status_code, crossed.json()["error"]) == (403, "other-origin")
    own = room.http.post(f"{room.base}/dim", json={}, headers={**room.head, "origin": "http://testserver"})
    assert own.status_code == 200


def test_T14_answers_carry_safe_headers(room: Class) -> None:
    for path in ("/", "/j/ABCDEF", "/teach", f"{API}/hello", room.made["board_url"], "/nowhere"):
        found = room.http.get(path)
        policy = found.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert found.headers["x-content-type-options"] == "nosniff"
        assert found.headers["referrer-policy"] == "no-referrer"
        assert found.headers["x-rapport"] == "1"


def test_T17_large_deep_broken_and_compressed_bodies(room: Class) -> None:
    anna = room.join("Anna")

    def chunks() -> Iterator[bytes]:
        for _ in range(200):
            yield b"x" * 1024

    head = {**anna.head, "idempotency-key": "12345678"}
    endless = room.http.post(f"{API}/attempts", content=chunks(), headers=head)
    assert (endless.status_code, endless.json()["error"]) == (413, "too-large")
    said = room.http.post(f"{API}/attempts", content=b"x", headers={**head, "content-length": "1000000000"})
    assert said.status_code == 413
    deep = b"[" * 30_000 + b"]" * 30_000
    for body, code in (
        (deep, 400),
        (b'{"round":', 400),
        (b"\xff\xfe", 400),
        (b"NaN", 400),
        (b"[]", 422),
        (b"{}", 422),
        (b'{"round": "a", "number": 1.5, "transcript": {}}', 422),
        (b'{"round": "a", "number": 1, "transcript": {}, "more": 1}', 422),
    ):
        found = room.http.post(f"{API}/attempts", content=body, headers=head)
        assert found.status_code == code, body[:40]
        assert found.json()["message"]
    packed = room.http.post(f"{API}/join", content=b"x", headers={"content-encoding": "gzip"})
    assert packed.status_code == 415


def test_T18_ids_of_another_class_open_nothing(room: Class) -> None:
    other = room.http.post(f"{API}/trainer/sessions", json={"title": "Other"}, headers=room.head).json()
    theirs = Class(room.http, room.house, other, room.folder, room.where)
    mine, hers = room.round()["id"], theirs.round()["id"]
    anna, berta = room.join("Anna"), theirs.join("Berta")
    mark = berta.play(hers)
    assert room.http.get(f"{API}/attempts/{mark['id']}", headers=anna.head).status_code == 404
    assert anna.begin(hers).status_code == 409
    assert (
        room.http.get(f"{room.base}/attempts/{mark['id']}/transcript", headers=room.head).status_code == 404
    )
    assert room.post(f"seats/{berta.seat}/kick").status_code == 404
    assert room.post(f"rounds/{hers}/close").status_code == 404
    board_address = room.made["board_url"]
    other_end = "y" if board_address.endswith("x") else "x"
    assert room.http.get(f"{board_address[:-1]}{other_end}/board.json").status_code == 404
    assert room.http.get(f"/board/{room.id}/board.json").status_code == 404
    assert room.http.get("/pages/..%2F..%2Fhouse.py").status_code == 404
    assert mine != hers


def test_T23_nothing_after_the_freeze_reaches_the_wall(room: Class) -> None:
    one = room.round(attempts=0)["id"]
    seats = [room.join(f"Seat {n}") for n in range(4)]
    for pick, seat in enumerate(seats):
        seat.play(one, pick)
    frozen = room.done("freeze")
    assert frozen["frozen"]
    before, address = room.board(), room.made["board_url"] + "/board.json"
    tag = room.http.get(address).headers["etag"]
    for pick, seat in enumerate(seats):
        seat.play(one, pick + 1)
    room.join("Newcomer").play(one, 2)
    after = room.board()
    assert {**after, "at": 0, "remaining_ms": 0} == {**before, "at": 0, "remaining_ms": 0}
    assert room.http.get(address, headers={"if-none-match": tag}).status_code == 304
    assert after["counts"] is None
    assert all(seat.state()["standing"] is None for seat in seats)
    room.done("reveal")
    shown = room.board()
    assert shown["counts"]["seats"] == 5
    assert sum(row["finished"] for row in shown["rows"]) == 9


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    before=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 1000)), max_size=20),
    after=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 1000)), max_size=50),
)
def test_T23_the_wall_is_a_function_of_what_was_before_the_freeze(
    room: Class, before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    house = room.house
    there = house.room(room.id)
    if not there.rounds:
        one = room.round()["id"]
        for n in range(6):
            room.join(f"Seat {n}")
        assert one
    archive = Told()
    fresh = Room(
        there.session,
        there.stamp,
        dict(there.rounds),
        dict(there.packages),
        dict(there.seats),
        archive=archive,
    )
    round_id, seats = next(iter(fresh.rounds)), list(fresh.seats)
    marks = [_mark(seats[seat], round_id, score, seq) for seq, (seat, score) in enumerate(before + after, 1)]
    session = there.session
    values = {name: getattr(session, name) for name in session.__dataclass_fields__}
    for mark in marks[: len(before)]:
        archive.take(fresh, mark)
    fresh.session = type(session)(**{**values, "freeze_seq": len(before)})
    fresh.recounted()
    shown = json.dumps(board.content(house, fresh))
    for mark in marks[len(before) :]:
        archive.take(fresh, mark)
    assert json.dumps(board.content(house, fresh)) == shown
    fresh.recounted()  # as after a restart
    assert json.dumps(board.content(house, fresh)) == shown


def _mark(seat: str, round_id: str, score: int, seq: int) -> Mark:
    return Mark(f"a{seq}", "s", round_id, seat, score, score > 500, score % 5, score % 101, 5, {}, 0, seq)


class Told(Archive):
    """Rows that stand in a list."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def register(self, one: Round, freeze: int | None) -> Register:
        newest = max((mark.seq for mark in self.marks), default=0)
        found = Register(freeze=freeze, read_to=newest, newest=newest)
        found.frozen = None if freeze is None else RoundStandings()
        for mark in self.marks:
            found.standings.add(place_of(mark))
            if found.frozen is not None and freeze is not None and mark.seq <= freeze:
                found.frozen.add(place_of(mark))
        return found

    def take(self, room: Room, mark: Mark) -> None:
        self.marks.append(mark)
        where = mark.round_id, mark.seat_id
        room.put_attempt(Handed(mark.attempt_id, *where, mark.seq, "received", None, (), 0))
        room.put_mark(mark)


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 30)), max_size=60),
    st.sampled_from(["best", "last", "first"]),
)
def test_U7_standings_kept_up_to_date_are_a_recount(marks: list[tuple[int, int]], counts: str) -> None:
    standings = Standings()
    for seq, (number, score) in enumerate(marks, 1):
        standings.add("r", counts, Place(str(number), score, 0, 0, 0, False, 0, seq))
    by_seat: dict[str, list[tuple[int, int]]] = {}
    for seq, (number, score) in enumerate(marks, 1):
        by_seat.setdefault(str(number), []).append((score, seq))
    wanted: dict[str, tuple[int, int]] = {}
    for seat, scores in by_seat.items():
        if counts == "best":
            top = max(score for score, _ in scores)
            wanted[seat] = (top, min(seq for score, seq in scores if score == top))
        elif counts == "first":
            wanted[seat] = scores[0]
        else:
            wanted[seat] = (scores[-1][0], 0)
    order = ranked(standings.of(["r"]), "score")
    assert {one.place.seat: one.place.score for one in order} == {s: v[0] for s, v in wanted.items()}
    if counts != "last":
        expected = sorted(wanted, key=lambda seat: (-wanted[seat][0], wanted[seat][1]))
        assert [one.place.seat for one in order] == expected


def test_the_board_ends_at_rank_eight(room: Class) -> None:
    one = room.round()["id"]
    for n in range(10):
        room.join(f"Seat {n}").play(one, n % 4)
    shown = room.board()
    assert len(shown["rows"]) == 8
    text = json.dumps(shown)
    assert sum(f"Seat {n}" in text for n in range(10)) == 8


@ON_SQLITE
def test_T26_no_secret_in_the_log_or_the_database(room: Class, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    one = room.round()["id"]
    anna = room.join("Anna")
    anna.play(one)
    invite = room.done(f"seats/{anna.seat}/handover")["invite"]
    board_token = room.made["board_url"].rsplit("/", 1)[1]
    with room.house.database.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    kept = (room.folder / "classes.sqlite").read_bytes()
    for secret in (anna.token, KEY, invite, board_token):
        assert secret.encode() not in kept
        assert secret not in "".join(r.getMessage() for r in caplog.records if r.name.startswith("rapport"))


@ON_SQLITE
def test_T27_a_second_server_on_the_same_file_is_told_who_is_there(room: Class) -> None:
    with pytest.raises(DatabaseInUse) as fault:
        ClassDatabase(room.folder / "classes.sqlite")
    assert "pid" in fault.value.who


def test_T21_a_clock_that_jumps_back_changes_no_order(room: Class) -> None:
    one = room.round()["id"]
    first, second = room.join("First"), room.join("Second")
    conversation_score = first.play(one, 1)["score"]

    class Behind(type(room.house.clock)):  # type: ignore[misc]
        def now(self) -> int:
            return int(super().now()) - 3_600_000

    room.house.clock = Behind()
    assert second.play(one, 1)["score"] == conversation_score
    assert [row["name"] for row in room.board()["rows"]] == ["First", "Second"]


def test_T21_a_database_that_cannot_be_written_is_said_to_be_so_and_loses_nothing(room: Class) -> None:
    one, anna = room.round()["id"], room.join("Anna")
    begun = anna.begin(one).json()
    transcript = played(begun["seed"]).transcript().to_json()
    engine = room.house.database.engine

    def refuse(_: object) -> None:
        raise OperationalError("BEGIN", {}, Exception("disk full"))

    event.listen(engine, "begin", refuse, insert=True)
    try:
        failed = anna.hand_in(one, begun["number"], transcript, "key-of-anna")
    finally:
        event.remove(engine, "begin", refuse)
    assert (failed.status_code, failed.json()["error"]) == (503, "read-only")
    assert int(failed.headers["retry-after"]) >= 1
    again = anna.hand_in(one, begun["number"], transcript, "key-of-anna")
    assert again.status_code == 201


def test_the_session_address_is_what_the_contract_says() -> None:
    assert SESSION == "/api/v1/trainer/sessions/{session}"
