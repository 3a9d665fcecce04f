"""A database with a class that has played, for tests of what comes afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from game.records.class_attempts import Attempt, Mark, add_attempt, add_mark, change_attempt
from game.records.class_database import Connection
from game.records.class_rounds import Package, Round, add_round, keep_package
from game.records.class_seats import Seat, add_seat
from game.records.class_sessions import ClassSession, add_session

SESSION = ClassSession(
    "s1", "Tuesday", "K7M2QX", "board", "en", "over", {}, [], 9, None, 1_763_800_000_000, None
)
FIRST = Round("r1", "s1", 1, "sha-1", "race", 7, "closed", {"counts": "best"}, ["tac-listening"])
SECOND = replace(FIRST, id="r2", number=2, mode="exam", settings={"counts": "last"})
TITLES = {"en": "Seven seconds", "zh": "七秒"}


def class_with(connection: Connection, names: Iterable[str]) -> list[Seat]:
    """Write a class with two rounds and a seat for each name."""
    add_session(connection, SESSION)
    keep_package(connection, Package("sha-1", "seven-seconds", "fp-1", TITLES, b"zip"))
    add_round(connection, FIRST)
    add_round(connection, SECOND)
    seats = [
        Seat(f"p{n}", "s1", f"hash-{n}", name, f"key-{n}", "Blue", [], f"roster-{n}", "seated", n, n)
        for n, name in enumerate(names)
    ]
    for seat in seats:
        add_seat(connection, seat)
    return seats


def played(
    connection: Connection,
    seat: Seat,
    number: int,
    score: int,
    nps: int = 8,
    one: Round = FIRST,
    marked: bool = True,
) -> int | None:
    """Write an attempt with its mark; the place of the mark."""
    name = f"{one.id}-{seat.id}-{number}"
    transcript = json.dumps({"transcript": 1, "moves": [{"say": "ask"}]})
    at = 1_763_800_000_000 + 1_000 * number
    add_attempt(connection, Attempt(name, "s1", one.id, seat.id, number, name, transcript, "sha", at))
    if not marked:
        change_attempt(connection, name, state="refused", reason="seed_mismatch")
        return None
    details = {
        "ending": "deal",
        "close": "won",
        "nps_reason": "trust",
        "csat": 4,
        "honesty": [90, 100],
        "points": {"asked-first": [30 if score > 500 else 0, 30]},
        "stages": {"cognition": [100, 200]},
        "seals": ["craft"],
        "guess": {"type": "D"},
        "moves": ["ask", "listen"],
        "beats": ["door", "desk"],
        "took": 125,
    }
    mark = Mark(name, "s1", one.id, seat.id, score, score >= 600, 3, 67, nps, details, at)
    return add_mark(connection, mark)
