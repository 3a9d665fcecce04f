"""One person's data: complete when asked for, and not a letter left in the files when it is erased."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from game.classroom.exports import Export
from game.classroom.privacy import erased_for_good, names_forgotten, person
from game.classroom.statements import Statements
from game.language.words import Words
from game.records.class_attempts import attempts, marks
from game.records.class_audits import Audit, audits, note
from game.records.class_database import ClassDatabase
from game.records.class_retention import aged
from game.records.class_seats import Seat, add_seat, change_seat, seats
from game.records.class_tables import METADATA
from game.records.class_votes import Vote, cast
from tests.classroom.filled import SESSION, class_with, played

NAME, ROSTER, MEMBER, TOKEN = "Wandering-Zephyrine", "K-4711-ROSTER", "Quillon-Member", "f00dfeed" * 8
TRACES = (NAME, ROSTER, MEMBER, TOKEN)


@pytest.fixture
def database(where: Path | str) -> Iterator[ClassDatabase]:
    """A class of three, one of whom wants to be forgotten."""
    with closing(ClassDatabase(where)) as opened:
        with opened.writing() as connection:
            others = class_with(connection, ["A", "B"])
            seat = Seat("px", "s1", TOKEN, NAME, NAME.lower(), "Blue", [MEMBER], ROSTER, "seated", 5, 6)
            add_seat(connection, seat)
            for each in (*others, seat):
                for number in (1, 2):
                    played(connection, each, number, 500 + 100 * number)
            cast(connection, Vote("r1", "px", 0, "ask", 5))
            note(
                connection,
                Audit("s1", 5, "trainer", "rename", {"seat": "px", "from": "Somebody", "to": NAME}),
            )
            note(connection, Audit("s1", 6, "trainer", "freeze", {"seq": 3}))
            known = {attempt.id: attempt for attempt in attempts(connection, session_id="s1")}
            for mark in list(marks(connection, session_id="s1")):
                Statements("i", roster=True).noted(connection, known[mark.attempt_id], mark)
        yield opened


def asked_for(database: ClassDatabase) -> Seat:
    """The seat of the one who wants to be forgotten."""
    with database.reading() as connection:
        return next(seat for seat in seats(connection, "s1") if seat.id == "px")


def left(database: ClassDatabase) -> set[str]:
    """Which traces are somewhere in the files of the database; of PostgreSQL, in its rows."""
    if database.path is None:
        with database.reading() as connection:
            rows = [connection.execute(select(table)).all() for table in METADATA.sorted_tables]
        data = repr(rows).encode()
    else:
        data = b"".join(
            file.read_bytes()
            for file in database.path.parent.glob("classes.sqlite*")
            if not file.name.endswith(".lock")
        )
    return {trace for trace in TRACES if trace.encode() in data or trace.lower().encode() in data}


def test_T24_everything_known_of_one_person_is_in_one_file(database: ClassDatabase) -> None:
    with database.reading() as connection:
        known = person(connection, asked_for(database))

    assert json.loads(json.dumps(known)) == known
    assert (known["name"], known["roster"], known["members"]) == (NAME, ROSTER, [MEMBER])
    assert len(known["attempts"]) == len(known["marks"]) == 2
    assert known["votes"] == [{"round": "r1", "turn": 0, "line": "ask"}]
    assert len(known["statements"]) == 6
    assert TOKEN not in json.dumps(known)


def test_T24_nothing_of_one_person_is_left_and_the_scores_stay(database: ClassDatabase) -> None:
    assert left(database) == set(TRACES)

    erased_for_good(database, [asked_for(database)])

    assert left(database) == set()
    with database.reading() as connection:
        assert len(list(marks(connection, session_id="s1"))) == 6
        exported = b"".join(Export(SESSION, Words()).jsonl(connection)).decode()
        assert [row.what for row in audits(connection, "s1")] == ["freeze", "rename"]
        assert audits(connection, "s1")[0].detail == {"seq": 3}
    assert not [trace for trace in TRACES if trace in exported]


def test_T24_names_are_forgotten_when_their_time_is_over(database: ClassDatabase) -> None:
    now = 10**13
    with database.writing() as connection:
        (old,) = aged(connection, now)
        assert aged(connection, old.last) == []
        assert names_forgotten(connection, old.session.id) == old.named > 0
        assert names_forgotten(connection, old.session.id) == 0
        assert {seat.state for seat in seats(connection, "s1")} == {"erased"}
        assert len(list(marks(connection, session_id="s1"))) == 6
    database.scrubbed()
    assert left(database) == set()


def test_a_seat_can_be_erased_twice(database: ClassDatabase) -> None:
    seat = asked_for(database)
    erased_for_good(database, [seat])
    erased_for_good(database, [replace(seat, state="erased")])
    with database.writing() as connection:
        assert change_seat(connection, "px", team=None).nickname == "—"
