"""The rows of a class: unique things stay unique, what is earned is appended, what is read comes in order."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from game.records.class_attempts import (
    Attempt,
    AttemptTwice,
    Mark,
    add_attempt,
    add_attempts,
    add_mark,
    add_marks,
    attempt_by_key,
    attempts,
    change_attempt,
    headed,
    last_seq,
    mark_of,
    marks,
)
from game.records.class_audits import Audit, audits, note
from game.records.class_counts import Tried, last_begun, latest, scored, sent_as, tried
from game.records.class_database import ClassDatabase, Connection
from game.records.class_rounds import (
    Beginning,
    Package,
    Round,
    Talk,
    add_beginnings,
    add_round,
    beginnings,
    change_round,
    keep_package,
    keep_talk,
    next_number,
    package_by_sha,
    round_by_id,
    rounds,
    talk_of,
)
from game.records.class_seats import (
    NameTaken,
    Seat,
    add_seat,
    change_seat,
    present,
    seat_by_token,
    seats,
)
from game.records.class_sessions import (
    ClassSession,
    CodeTaken,
    add_session,
    change_session,
    keep_value,
    kept_value,
    session_by_board,
    session_by_code,
    sessions,
)
from game.records.class_statements import (
    Statement,
    add_statement,
    change_statements,
    due,
    queue,
    statements,
)
from game.records.class_votes import Vote, cast, votes
from tests.engines import ENGINES, database_of

SESSION = ClassSession(
    "s1", "Tuesday", "K7M2QX", "board", "zh", "lobby", {"cap": 30}, [], 1, None, 1_000, None
)
ROUND = Round("r1", "s1", 1, "abc", "race", 7, "waiting", {}, ["tac-listening"])
SEAT = Seat("p1", "s1", "hash-1", "Quiet Heron", "quietheron", None, [], None, "seated", 5, 5)
ATTEMPT = Attempt("a1", "s1", "r1", "p1", 1, "key-1", "{}", "sha", 10, flags=[])
MARK = Mark(
    "a1", "s1", "r1", "p1", 640, True, 3, 66, 8, {"ending": "deal", "seals": ["craft"], "csat": 4}, 11
)


@pytest.fixture(params=ENGINES)
def connection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Connection]:
    """Of a database with one class, one round and one seat, on either engine."""
    with (
        contextlib.closing(ClassDatabase(database_of(request, tmp_path))) as database,
        database.writing() as made,
    ):
        fill(made)
        yield made


@pytest.fixture
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """An empty database of either engine."""
    return database_of(request, tmp_path)


def fill(made: Connection) -> None:
    """Write one class, one round and one seat."""
    add_session(made, SESSION)
    keep_package(made, Package("abc", "seven-seconds", "f1", {"en": "Seven"}, b"zip"))
    add_round(made, ROUND)
    add_seat(made, SEAT)


def test_a_class_comes_back_as_it_was_written(connection: Connection) -> None:
    assert session_by_code(connection, "K7M2QX") == SESSION
    assert session_by_board(connection, "board") == SESSION
    assert sessions(connection) == [SESSION]
    assert rounds(connection, "s1") == [ROUND]
    assert round_by_id(connection, "r2") is None
    assert seats(connection, "s1") == [SEAT]
    assert seat_by_token(connection, "hash-1") == SEAT
    assert package_by_sha(connection, "abc") == Package("abc", "seven-seconds", "f1", {"en": "Seven"}, b"zip")


def test_a_code_is_free_again_when_its_class_is_over(connection: Connection) -> None:
    other = replace(SESSION, id="s2", board_hash="board-2")
    with pytest.raises(CodeTaken):
        add_session(connection, other)

    change_session(connection, "s1", state="over", over_at=2_000)
    add_session(connection, other)

    found = session_by_code(connection, "K7M2QX")
    assert found is not None
    assert found.id == "s2"


def test_every_change_of_a_class_raises_its_version(connection: Connection) -> None:
    assert change_session(connection, "s1", state="open").version == 2
    assert change_session(connection, "s1", freeze_seq=4).version == 3
    with pytest.raises(LookupError):
        change_session(connection, "nowhere", state="open")


def test_a_name_belongs_to_one_seat(connection: Connection) -> None:
    with pytest.raises(NameTaken):
        add_seat(connection, replace(SEAT, id="p2", token_hash="hash-2"))
    add_seat(connection, replace(SEAT, id="p2", token_hash="hash-2", nickname="B", name_key="b"))
    with pytest.raises(NameTaken):
        change_seat(connection, "p2", name_key="quietheron")

    change_seat(connection, "p2", state="kicked")
    assert present(connection, "s1") == 1


def test_T08_an_attempt_sent_twice_is_one_attempt(connection: Connection) -> None:
    add_attempt(connection, ATTEMPT)

    for again in (replace(ATTEMPT, id="a2"), replace(ATTEMPT, id="a3", key="key-3")):
        with pytest.raises(AttemptTwice) as told:
            add_attempt(connection, again)
        assert told.value.known == ATTEMPT
    assert list(attempts(connection, session_id="s1")) == [ATTEMPT]
    assert attempt_by_key(connection, "s1", "key-1") == ATTEMPT


def test_T08_attempts_that_come_together_are_each_written_once(connection: Connection) -> None:
    first = [replace(ATTEMPT, id=f"a{at}", key=f"key-{at}", number=at) for at in range(1, 6)]
    assert add_attempts(connection, first) == first
    assert add_attempts(connection, []) == []

    new = replace(ATTEMPT, id="b6", key="key-6", number=6, flags=("too-fast",))
    found = add_attempts(
        connection,
        [
            replace(first[1], id="b2"),
            new,
            replace(first[2], id="b3", key="other"),
            replace(new, id="b7"),
        ],
    )
    assert found[1] == new
    twice = [one.known for one in found if isinstance(one, AttemptTwice)]
    assert [one.id for one in twice] == ["a2", "a3", "b6"]
    stored = list(attempts(connection, session_id="s1"))
    assert [one.id for one in stored] == ["a1", "a2", "a3", "a4", "a5", "b6"]
    assert list(stored[-1].flags) == ["too-fast"]


def test_a_mark_is_given_once_and_has_its_place(connection: Connection) -> None:
    add_attempt(connection, ATTEMPT)
    add_attempt(connection, replace(ATTEMPT, id="a2", key="key-2", number=2))

    first = add_mark(connection, MARK)
    assert add_mark(connection, MARK) is None
    second = add_mark(connection, replace(MARK, attempt_id="a2", score=700))

    assert first is not None
    assert second is not None
    assert first < second == last_seq(connection)
    assert [m.score for m in marks(connection, session_id="s1")] == [640, 700]
    assert [m.score for m in marks(connection, upto=first, round_id="r1")] == [640]
    assert [a.state for a in attempts(connection, seat_id="p1")] == ["scored", "scored"]

    found = sent_as(connection, ["a1", "a2", "a3"])
    heads = [headed(m) for _, m in found if m is not None]
    assert heads == [headed(m) for m in marks(connection, session_id="s1")]
    assert dict(heads[0].details) == {"ending": "deal", "seals": ("craft",)}
    assert [m.seq for m in scored(connection, "r1")] == [first, second]
    change_attempt(connection, "a1", state="withdrawn")
    assert [m.score for m in marks(connection, session_id="s1")] == [700]
    assert [m.score for m in scored(connection, "r1")] == [700]
    assert [a.id for a, _ in latest(connection, ["r0", "r1"], "p1", 1)] == ["a2"]
    whole = mark_of(connection, "a1")
    assert whole is not None
    assert whole.details == MARK.details


def test_luck_is_handed_out_once_for_each_attempt(connection: Connection) -> None:
    first = [Beginning("b1", "r1", "p1", 1, 99, 5), Beginning("b2", "r1", "p1", 2, 98, 6)]
    assert add_beginnings(connection, first) == first
    assert add_beginnings(connection, []) == []

    third = Beginning("b3", "r1", "p1", 3, 97, 7)
    again = [replace(first[1], id="b4", seed=1), third, replace(third, id="b5", seed=2)]
    assert add_beginnings(connection, again) == [None, third, None]

    assert [b.seed for b in beginnings(connection, "r1", "p1")] == [99, 98, 97]
    pairs = [("r1", "p1"), ("r1", "p2"), *((f"r{number}", "p1") for number in range(2, 900))]
    assert last_begun(connection, pairs) == [("r1", "p1", 3)]
    assert last_begun(connection, []) == []
    assert tried(connection, "r1") == {"p1": Tried(begun=3)}


def test_marks_that_come_together_are_each_given_once_and_have_their_places(connection: Connection) -> None:
    count = 5
    add_attempts(
        connection, [replace(ATTEMPT, id=f"a{at}", key=f"key-{at}", number=at) for at in range(1, count + 1)]
    )
    each = [replace(MARK, attempt_id=f"a{at}", score=100 * at) for at in range(1, count + 1)]
    before = add_marks(connection, each[1:2], {"a2": ("copied",)})
    places = add_marks(connection, [*each, each[0]], {"a2": ("too-fast",), "a4": ("too-fast",)})

    assert [place is None for place in places] == [False, True, False, False, False, True]
    new = [place for place in places if place is not None]
    assert new == sorted(set(new))
    assert before[0] is not None
    assert before[0] < new[0]
    assert [(m.seq, m.score) for m in marks(connection, session_id="s1")][1:] == list(
        zip(new, (100, 300, 400, 500), strict=True)
    )
    there = list(attempts(connection, session_id="s1"))
    assert {a.state for a in there} == {"scored"}
    assert {a.id: list(a.flags) for a in there if a.flags} == {"a2": ["copied"], "a4": ["too-fast"]}


def test_a_vote_is_changed_and_not_added(connection: Connection) -> None:
    cast(connection, Vote("r1", "p1", 0, "ask", 5))
    cast(connection, Vote("r1", "p1", 0, "listen", 6))
    cast(connection, Vote("r1", "p1", 1, "ask", 7))

    assert [v.line for v in votes(connection, "r1", 0)] == ["listen"]
    assert len(votes(connection, "r1")) == 2


def test_a_talk_goes_on(connection: Connection) -> None:
    assert talk_of(connection, "r1") is None
    keep_talk(connection, Talk("r1", [], "voting", []))
    keep_talk(connection, Talk("r1", ["ask"], "voting", [{"n": 3}]))

    assert talk_of(connection, "r1") == Talk("r1", ["ask"], "voting", [{"n": 3}])
    assert change_round(connection, "r1", state="open", opened_at=5).state == "open"
    assert next_number(connection, "s1") == 2


def test_statements_wait_their_time(connection: Connection) -> None:
    early, late = Statement("1", "s1", None, b"{}"), Statement("2", "s1", None, b"{}", next_at=50)
    assert add_statement(connection, early)
    assert not add_statement(connection, early)
    assert add_statement(connection, late)

    assert due(connection, 10, 50) == [early]
    change_statements(connection, ["1"], state="sent")
    assert queue(connection) == {"sent": 1, "waiting": 1}
    assert [s.state for s in statements(connection, "s1")] == ["sent", "waiting"]


def test_what_was_done_can_be_looked_up(connection: Connection) -> None:
    first = note(connection, Audit("s1", 5, "trainer", "kick", {"seat": "p1"}))
    second = note(connection, Audit("s1", 6, "trainer", "restore", {"seat": "p1"}))

    assert first < second
    assert [row.what for row in audits(connection, "s1")] == ["restore", "kick"]


def test_facts_about_the_installation_are_replaced(connection: Connection) -> None:
    assert kept_value(connection, "id") is None
    keep_value(connection, "id", "one")
    keep_value(connection, "id", "two")
    assert kept_value(connection, "id") == "two"


@pytest.mark.parametrize("where", ENGINES, indirect=True)
def test_T08_many_who_add_the_same_at_once_add_it_once(where: Path | str) -> None:
    """Without turns, as several servers on one PostgreSQL do; on SQLite one waits for the other anyway."""
    rows = [replace(ATTEMPT, key=f"key-{at}", number=at) for at in range(1, 21)]
    begun = [Beginning("", "r1", "p1", at, at, 5) for at in range(1, 21)]
    with contextlib.closing(ClassDatabase(where)) as database:
        with database.writing() as made:
            fill(made)

        def add(who: int) -> tuple[int, int]:
            mine = [replace(row, id=f"{who}-{row.number}") for row in rows]
            luck = [replace(row, id=f"{who}-{row.number}") for row in begun]
            with database.writing(in_turn=False) as connection:
                first = sum(one is not None for one in add_beginnings(connection, luck))
                return first, sum(isinstance(one, Attempt) for one in add_attempts(connection, mine))

        with ThreadPoolExecutor(6) as pool:
            won = list(pool.map(add, range(6)))
        with database.reading() as connection:
            assert len(list(attempts(connection, session_id="s1"))) == len(rows)
            assert len(beginnings(connection, "r1", "p1")) == len(begun)
    assert [sum(each) for each in zip(*won, strict=True)] == [len(begun), len(rows)]
