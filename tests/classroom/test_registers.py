"""Rounds that are read when somebody looks: whenever that is, they are what counting every row gives."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.classroom.registers import LATEST, MOST_ADDED, Archive, Handed, Register, place_of
from game.classroom.room import Room
from game.classroom.standings import Place, RoundStandings
from game.records.class_attempts import Attempt, Mark, add_attempt, add_mark, attempts, change_attempt, marks
from game.records.class_database import ClassDatabase
from game.records.class_rounds import Beginning, Package, Round, add_beginnings, add_round, keep_package
from game.records.class_seats import Seat, add_seat
from game.records.class_sessions import ClassSession, add_session
from tests.engines import ENGINES, database_of

NUMBERS = itertools.count(1)
SESSION = ClassSession("s", "Tuesday", "CODE", "board", "en", "open", {}, [], 1, None, 1_000, None)
ROUND = Round("r", "s", 1, "sha", "set", 7, "open", {}, [])
SEAT = Seat("p", "s", "hash", "A", "a", None, [], None, "seated", 1, 1)


@dataclass(frozen=True)
class Try:
    """One attempt that is handed in."""

    seat: int
    round: int
    score: int
    stage: int = 0
    seals: int = 0
    marked: bool = True
    withdrawn: bool = False
    voted: bool = False


TRIES = st.builds(
    Try,
    st.integers(0, 3),
    st.integers(0, 1),
    st.integers(0, 4),
    st.integers(0, 4),
    st.integers(0, 2),
    st.sampled_from([True, True, True, False]),
    st.sampled_from([False, False, False, True]),
)
VOTES = st.lists(
    st.builds(Try, st.integers(0, 3), st.just(0), st.integers(0, 2), voted=st.just(True)),
    max_size=4,
    unique_by=lambda one: one.seat,
)


class Written:
    """A class in a database, written try by try."""

    def __init__(self, database: ClassDatabase, counts: str) -> None:
        self.database, number = database, next(NUMBERS)
        self.name = f"s{number}"
        self.rounds = [
            replace(ROUND, id=f"r{number}.{n}", session_id=self.name, number=n, settings={"counts": counts})
            for n in (1, 2)
        ]
        self.seats = [
            replace(
                SEAT, id=f"p{number}.{n}", session_id=self.name, token_hash=f"h{number}.{n}", name_key=str(n)
            )
            for n in range(4)
        ]
        self.session = replace(SESSION, id=self.name, code=f"C{number}", board_hash=f"b{number}")
        self.numbers: dict[tuple[str, str], int] = {}
        with database.writing() as connection:
            add_session(connection, self.session)
            keep_package(connection, Package("sha", "seven-seconds", "f", {"en": "Seven"}, b"zip"))
            for one in self.rounds:
                add_round(connection, one)
            for seat in self.seats:
                add_seat(connection, seat)

    def room(self, freeze: int | None = None) -> Room:
        """The class as a server that has just started knows it."""
        return Room(
            replace(self.session, freeze_seq=freeze),
            0,
            {one.id: one for one in self.rounds},
            seats={seat.id: seat for seat in self.seats},
            archive=Archive(self.database),
        )

    def take(self, tries: list[Try]) -> list[tuple[Attempt, Mark | None]]:
        """Have something handed in and marked."""
        rows: list[tuple[Attempt, Mark | None]] = []
        with self.database.writing() as connection:
            for one in tries:
                rows.append(self._row(one))
                attempt, mark = rows[-1]
                if not one.voted:
                    add_beginnings(
                        connection,
                        [Beginning(attempt.id, attempt.round_id, attempt.seat_id, attempt.number, 7, 0)],
                    )
                add_attempt(connection, attempt)
                if mark is not None:
                    rows[-1] = attempt, replace(mark, seq=add_mark(connection, mark) or 0)
        return rows

    def _row(self, one: Try) -> tuple[Attempt, Mark | None]:
        name = f"{self.name}/{next(NUMBERS)}"
        place = self.rounds[one.round].id, self.seats[one.seat].id
        number = self.numbers[place] = self.numbers.get(place, 0) + 1
        sent = Attempt(name, self.name, *place, number, name, "{}", "sha", number + 10 * len(self.numbers))
        details = {"ending": "deal", "seals": ["craft"] * one.seals, "votes": ["ask"] * one.voted}
        mark = Mark(name, self.name, *place, one.score, one.score > 2, one.stage, 5, 8, details, 9)
        return sent, mark if one.marked else None

    def recount(self, one: Round, freeze: int | None = None) -> dict[str, Place]:
        """Every mark that counts, one after the other."""
        found = RoundStandings(str(one.settings["counts"]))
        with self.database.reading() as connection:
            for mark in marks(connection, freeze, round_id=one.id):
                found.add(place_of(mark))
        return found.places


@pytest.fixture(params=ENGINES, scope="module")
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ClassDatabase]:
    """Of either engine, with a class for every example."""
    folder: Path = tmp_path_factory.mktemp("registers")
    with contextlib.closing(ClassDatabase(database_of(request, folder))) as opened:
        yield opened


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(TRIES, max_size=14) | VOTES,
    st.sampled_from(["best", "last", "first"]),
    st.integers(0, 14),
    st.none() | st.integers(0, 14),
    st.randoms(use_true_random=False),
)
@example([Try(0, 0, 3), Try(0, 0, 3), Try(1, 0, 3)], "last", 1, 2, None)
def test_a_round_that_is_read_late_is_a_recount(
    database: ClassDatabase, tries: list[Try], counts: str, cut: int, frozen: int | None, luck: object
) -> None:
    written = Written(database, counts)
    before = written.take(tries[:cut])
    live = written.room()  # looks at the first round early, at the second when something comes
    live.ledger.register(written.rounds[0].id)
    after = written.take(tries[cut:])
    order = list(after)
    if luck is not None:
        luck.shuffle(order)  # type: ignore[attr-defined]
    for attempt, mark in order:
        live.put_attempt(Handed.of(attempt))
        if mark is not None:
            live.put_mark(mark)
    _same(written, live)

    places = [mark.seq for _, mark in before + after if mark is not None]
    freeze = places[frozen] if frozen is not None and frozen < len(places) else None
    with database.writing() as connection:
        for one, (attempt, mark) in zip(tries, before + after, strict=True):
            if one.withdrawn and mark is not None:
                change_attempt(connection, attempt.id, state="withdrawn")
    live.session = replace(live.session, freeze_seq=freeze)
    live.recounted()
    fresh = written.room(freeze)
    for room in (live, fresh):
        _same(written, room, freeze)
        assert room.placed(True) == fresh.placed(True)
        assert room.ranks() == fresh.ranks()


def _same(written: Written, room: Room, freeze: int | None = None) -> None:
    """What a room says is what the rows say."""
    with written.database.reading() as connection:
        rows = list(attempts(connection, session_id=written.name))
    ledger = room.ledger
    for one in written.rounds:
        mine = [row for row in rows if row.round_id == one.id]
        register = ledger.register(one.id)
        assert register.standings.places == written.recount(one)
        assert (register.frozen is None) == (freeze is None)
        if register.frozen is not None:
            assert register.frozen.places == written.recount(one, freeze)
        assert ledger.finished(one.id) == len({row.seat_id for row in mine})
        for seat in written.seats:
            own = [row for row in mine if row.seat_id == seat.id]
            tried = ledger.tried(one.id, seat.id)
            assert tried.handed == len(own)
            assert tried.withdrawn == sum(row.state == "withdrawn" for row in own)
    assert ledger.busy() == {row.seat_id for row in rows}


def test_a_class_is_looked_over_without_reading_its_rounds(database: ClassDatabase) -> None:
    written = Written(database, "best")
    written.take([Try(0, 0, 3), Try(1, 0, 2), Try(0, 0, 1), Try(2, 1, 0, marked=False)])
    ledger = written.room().ledger
    one, other = (each.id for each in written.rounds)

    assert (ledger.finished(one), ledger.finished(other)) == (2, 1)
    assert (ledger.has_marks(one), ledger.has_marks(other)) == (True, False)
    assert ledger.registers == {}
    assert ledger.attempts == {}


def test_memory_holds_the_last_attempts_of_seats_that_somebody_looks_at(database: ClassDatabase) -> None:
    written = Written(database, "best")
    rows = written.take([Try(0, n % 2, n % 5) for n in range(LATEST + 6)])
    room = written.room()
    for attempt, mark in written.take([Try(1, 0, 1)]):
        room.put_attempt(Handed.of(attempt))
        assert set(room.ledger.attempts) == {attempt.id}
        assert mark is not None
        room.put_mark(mark)
        assert room.ledger.attempts == {}

    kept = room.ledger.handed(written.seats[0].id)
    assert [one.id for one in kept] == [
        row.id for row, _ in sorted(rows, key=lambda each: (each[0].received_at, each[0].id))
    ][-LATEST:]
    for attempt, mark in written.take([Try(0, 0, 4), Try(0, 0, 4, marked=False)]):
        room.put_attempt(Handed.of(attempt))
        if mark is not None:
            room.put_mark(mark)
    assert [one.mark is not None for one in room.ledger.handed(written.seats[0].id)][-2:] == [True, False]
    assert len(room.ledger.handed(written.seats[0].id)) == len(room.ledger.attempts) == LATEST
    old = room.ledger.attempt(rows[0][0].id)
    assert old is not None
    assert old.mark is not None
    assert old.mark.score == 0
    assert Written(database, "best").room().ledger.attempt(rows[0][0].id) is None


def test_very_many_marks_after_a_reading_are_counted_once() -> None:
    register, mark = Register(), Mark("a", "s", "r", "p", 1, False, 0, 0, 0, {}, 0)
    for seq in range(1, MOST_ADDED + 3):
        assert register.marked(replace(mark, seq=seq))
    assert register.marked(replace(mark, seq=MOST_ADDED + 2))
    assert not register.marked(replace(mark, seq=3))
    assert register.standings.places["p"].finished == MOST_ADDED + 2
    assert len(register.added) <= MOST_ADDED
