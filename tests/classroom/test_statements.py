"""Statements follow from what happened, wait in the outbox, and arrive once each whatever the store does."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import closing
from itertools import count as count_up
from pathlib import Path

import pytest

from game.classroom.statement_sender import BATCH, StatementSender, Store
from game.classroom.statements import Statements, lasted
from game.records.class_attempts import attempts, marks
from game.records.class_database import ClassDatabase
from game.records.class_statements import change_statements, queue, statements
from game.records.class_writer import Writer
from tests.classroom.filled import class_with, played
from tests.classroom.stores import MemoryStore

STORE = Store("http://store.example/xAPI", "trainer", "secret")
SAYING = Statements("installation-1")


@pytest.fixture
def database(where: Path | str) -> Iterator[ClassDatabase]:
    """A class in which forty conversations were marked."""
    with closing(ClassDatabase(where)) as opened:
        with opened.writing() as connection:
            for seat in class_with(connection, ["A", "B", "C", "D"]):
                for number in range(1, 11):
                    played(connection, seat, number, 400 + 40 * number)
        yield opened


def noted(database: ClassDatabase, saying: Statements = SAYING) -> int:
    """Put everything into the outbox."""
    with database.writing() as connection:
        known = {attempt.id: attempt for attempt in attempts(connection, session_id="s1")}
        return sum(
            saying.noted(connection, known[mark.attempt_id], mark)
            for mark in list(marks(connection, session_id="s1"))
        )


def sender(database: ClassDatabase, writer: Writer, store: MemoryStore) -> StatementSender:
    """A sender that knows the store only through HTTP; an hour goes by whenever it looks at the clock."""
    hours = count_up(10**12, 3_600_000)
    return StatementSender(database, writer, STORE, store.client(), now=lambda: next(hours))


def waiting(database: ClassDatabase) -> dict[str, int]:
    """How many statements are in each state."""
    with database.reading() as connection:
        return queue(connection)


def test_the_same_attempt_is_said_once(database: ClassDatabase) -> None:
    assert noted(database) == 40 * 3
    assert noted(database) == 0


def test_a_statement_says_what_was_marked(database: ClassDatabase) -> None:
    noted(database, Statements("installation-1", roster=True, choices=True))
    with database.reading() as connection:
        plain = [json.loads(one.body) for one in statements(connection, "s1")]
        attempt, *_ = attempts(connection, session_id="s1")
    ended = next(one for one in plain if one["id"] == SAYING.id(attempt, "completed"))

    assert ended["verb"]["id"].endswith("/completed")
    assert ended["result"]["score"] == {"scaled": 0.44, "raw": 440, "min": 0, "max": 1000}
    assert ended["result"]["duration"] == "PT12.5S"
    assert ended["result"]["success"] is False
    assert ended["actor"]["account"]["name"] == "roster-0"
    assert ended["object"]["id"].endswith("/seven-seconds/versions/fp-1")
    assert ended["timestamp"].endswith("Z")
    assert uuid.UUID(ended["context"]["registration"])
    assert "Tuesday" in json.dumps(ended["context"]["contextActivities"])
    assert sum(one["verb"]["id"].endswith("/selected") for one in plain) == 80
    assert sum(one["verb"]["id"].endswith("/passed") for one in plain) == 24


def test_T24_no_name_leaves_the_house(database: ClassDatabase) -> None:
    noted(database)
    with database.reading() as connection:
        bodies = b"".join(one.body for one in statements(connection, "s1"))

    assert b"roster-" not in bodies
    assert b'"name":"A"' not in bodies


@pytest.mark.parametrize(("tenths", "said"), [(0, "PT0.0S"), (125, "PT12.5S"), (2_525, "PT4M12.5S")])
def test_durations_are_iso(tenths: int, said: str) -> None:
    assert lasted(tenths) == said


def test_T25_a_store_that_comes_late_gets_everything_once(database: ClassDatabase) -> None:
    count = noted(database)
    store, writer = MemoryStore(answers=[0, 503, 429, 500]), Writer(database)
    off = sender(database, writer, store)
    assert off.sent() == BATCH
    assert waiting(database) == {"waiting": count}

    on = sender(database, writer, store)
    while on.sent():
        pass

    assert waiting(database) == {"sent": count}
    assert len(store.kept) == count
    assert max(store.posts) <= BATCH
    writer.close()


def test_T25_one_of_fifty_is_refused_and_the_others_arrive(database: ClassDatabase) -> None:
    count = noted(database)
    with database.reading() as connection:
        bad = statements(connection, "s1")[17].id
    store, writer = MemoryStore(refuse={bad}), Writer(database)
    sending = sender(database, writer, store)
    while sending.sent():
        pass

    assert waiting(database) == {"sent": count - 1, "dead": 1}
    with database.reading() as connection:
        (dead,) = [one for one in statements(connection, "s1") if one.state == "dead"]
    assert dead.id == bad
    assert "not valid" in (dead.error or "")
    writer.close()


def test_T25_an_answer_that_was_lost_doubles_nothing(database: ClassDatabase) -> None:
    count = noted(database)
    store, writer = MemoryStore(lose_answers=2), Writer(database)
    sending = sender(database, writer, store)
    for _ in range(30):
        sending.sent()

    assert waiting(database) == {"sent": count}
    assert len(store.kept) == count
    writer.close()


def test_an_id_that_is_somebody_elses_is_dead_and_the_rest_is_sent(database: ClassDatabase) -> None:
    count = noted(database)
    with database.reading() as connection:
        first, second = statements(connection, "s1")[:2]
    store, writer = (
        MemoryStore({first.id: {"id": first.id}, second.id: json.loads(second.body)}),
        Writer(database),
    )
    sending = sender(database, writer, store)
    while sending.sent():
        pass

    assert waiting(database) == {"sent": count - 1, "dead": 1}
    assert store.kept[first.id] == {"id": first.id}
    writer.close()


def test_a_wrong_password_stops_and_says_so(database: ClassDatabase) -> None:
    count = noted(database)
    store, writer = MemoryStore(answers=[401] * 9), Writer(database)
    sending = sender(database, writer, store)
    sending.sent()

    assert sending.stopped is not None
    assert "401" in sending.stopped
    assert waiting(database) == {"waiting": count}
    writer.close()


def test_a_batch_that_is_too_large_is_halved(database: ClassDatabase) -> None:
    count = noted(database)
    store, writer = MemoryStore(answers=[413]), Writer(database)
    sending = sender(database, writer, store)
    while sending.sent():
        pass

    assert waiting(database) == {"sent": count}
    assert store.posts[:3] == [50, 25, 25]
    writer.close()


def test_what_was_taken_back_is_voided(database: ClassDatabase) -> None:
    noted(database)
    with database.writing() as connection:
        attempt, *_ = attempts(connection, session_id="s1")
        assert SAYING.withdrawn(connection, attempt, 1_763_800_999_000) == 2
        assert SAYING.withdrawn(connection, attempt, 1_763_800_999_000) == 0
        voiding = [json.loads(one.body) for one in statements(connection, "s1") if b"voided" in one.body]

    targets = {one["object"]["id"] for one in voiding}
    assert targets == {SAYING.id(attempt, "completed"), SAYING.id(attempt, "failed")}


def test_the_thread_sends_what_is_nudged(database: ClassDatabase) -> None:
    store, writer = MemoryStore(), Writer(database)
    sending = sender(database, writer, store)
    sending.start()
    count = noted(database)
    sending.nudge()
    for _ in range(400):
        if waiting(database) == {"sent": count}:
            break
        sending._ended.wait(0.05)
    sending.close()
    writer.close()

    assert len(store.kept) == count


def test_rows_change_together(database: ClassDatabase) -> None:
    noted(database)
    with database.writing() as connection:
        ids = [one.id for one in statements(connection, "s1")[:3]]
        change_statements(connection, ids, state="dead")

    assert waiting(database)["dead"] == 3
