"""What a board and the limits need of a round, counted by the database: a history of any length costs one
pass over narrow rows, and no more memory than there are seats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, Text, case, cast, func, select, tuple_

from game.records.class_attempts import AT_ONCE, Attempt, Mark, head_of, shared, with_head
from game.records.class_database import Connection
from game.records.class_tables import attempt, beginning, mark

SENT = tuple(name for name in Attempt.__dataclass_fields__ if name != "transcript")
GIVEN = tuple(name for name in Mark.__dataclass_fields__ if name != "details")
"""Columns of attempts and marks that are read where neither transcripts nor all details are wanted."""

MOST_PAIRS = 400
"""Pairs in one question; a database takes only so many values."""


@dataclass(frozen=True, slots=True)
class Tried:
    """How far a seat has come in a round.

    Attributes:
        begun: attempts that it was given luck for.
        handed: the number of the last one that it has handed in; they come one after the other.
        withdrawn: of those the ones that were taken out of what counts.
    """

    begun: int = 0
    handed: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Scored:
    """A mark without what nobody adds up."""

    seq: int
    seat_id: str
    score: int
    passed: bool
    stage: int
    insight: int
    nps: int


def tried(connection: Connection, one: str) -> dict[str, Tried]:
    """How far every seat has come that has begun something in a round or handed something in."""
    taken_out = (attempt.c.state == "withdrawn") & (attempt.c.round_id == one)
    begun = _by_seat(connection, func.max(beginning.c.number), beginning, beginning.c.round_id == one)
    handed = _by_seat(connection, func.max(attempt.c.number), attempt, attempt.c.round_id == one)
    withdrawn = _by_seat(connection, func.count(), attempt, taken_out)
    return {
        seat: Tried(begun.get(seat, 0), handed.get(seat, 0), withdrawn.get(seat, 0))
        for seat in begun.keys() | handed.keys()
    }


def last_begun(connection: Connection, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """Of rounds and seats the number of the last attempt that the seat was given luck for in the round; pairs
    without any are left out."""
    found: list[tuple[str, str, int]] = []
    place = (beginning.c.round_id, beginning.c.seat_id)
    for first in range(0, len(pairs), MOST_PAIRS):
        some = tuple_(*place).in_(pairs[first : first + MOST_PAIRS])
        rows = connection.execute(select(*place, func.max(beginning.c.number)).where(some).group_by(*place))
        found += [(row[0], row[1], row[2]) for row in rows]
    return found


def scored(connection: Connection, one: str) -> Iterator[Scored]:
    """The marks of a round that count, in their order."""
    taken_out = select(attempt.c.id).where((attempt.c.state == "withdrawn") & (attempt.c.round_id == one))
    chosen = (
        select(*(mark.c[name] for name in Scored.__dataclass_fields__))
        .where((mark.c.round_id == one) & mark.c.attempt_id.not_in(taken_out))
        .order_by(mark.c.seq)
        .execution_options(yield_per=AT_ONCE)
    )
    for row in connection.execute(chosen):
        yield Scored(*row)


def heads(connection: Connection, places: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    """Of marks by their place in the order those details that are looked at all the time."""
    details, found = head_of(connection.dialect.name), {}
    for first in range(0, len(places), AT_ONCE):
        some = places[first : first + AT_ONCE]
        for row in connection.execute(select(mark.c.seq, details).where(mark.c.seq.in_(some))):
            found[row.seq] = with_head(row.details)
    return found


def finished(connection: Connection, rounds: Sequence[str]) -> dict[str, int]:
    """How many seats have handed something in, by round; rounds without any are left out."""
    rows = connection.execute(
        select(attempt.c.round_id, func.count(attempt.c.seat_id.distinct()))
        .where(attempt.c.round_id.in_(rounds))
        .group_by(attempt.c.round_id)
    )
    return {row[0]: row[1] for row in rows}


def marked_rounds(connection: Connection, rounds: Sequence[str]) -> set[str]:
    """Rounds of these in which something was marked."""
    rows = connection.scalars(select(mark.c.round_id).where(mark.c.round_id.in_(rounds)).distinct())
    return set(rows)


def busy_seats(connection: Connection, rounds: Sequence[str]) -> set[str]:
    """Seats that have handed something in in one of these rounds."""
    return set(connection.scalars(select(attempt.c.seat_id).where(attempt.c.round_id.in_(rounds)).distinct()))


def latest(
    connection: Connection, rounds: Sequence[str], seat: str, most: int
) -> list[tuple[Attempt, Mark | None]]:
    """What a seat handed in last, the oldest first, without transcripts and with the heads of the marks.

    Args:
        connection: to read with.
        rounds: of the class of the seat; the index by which attempts are found begins with them.
        seat: whose.
        most: how many at most.
    """
    newest = (attempt.c.received_at.desc(), attempt.c.id.desc())
    mine = (attempt.c.round_id.in_(rounds)) & (attempt.c.seat_id == seat)
    return _joined(connection, mine, newest, most)[::-1]


def sent_as(connection: Connection, ids: Iterable[str]) -> list[tuple[Attempt, Mark | None]]:
    """The attempts of these ids as `latest` gives them."""
    wanted, found = sorted(ids), []
    for first in range(0, len(wanted), AT_ONCE):
        some = wanted[first : first + AT_ONCE]
        found += _joined(connection, attempt.c.id.in_(some), (attempt.c.received_at, attempt.c.id), AT_ONCE)
    return found


def first_with(connection: Connection, one: str) -> dict[str, str]:
    """The seat that was first to hand in each sequence of lines and times (T7), by the sequence's hash."""
    found: dict[str, str] = {}
    details: Any = mark.c.details
    trace = (
        func.json_extract(details, "$.trace")
        if connection.dialect.name == "sqlite"
        else cast(details["trace"].as_string(), Text)
    )
    chosen = select(trace, mark.c.seat_id).where(mark.c.round_id == one).order_by(mark.c.seq)
    for key, seat in connection.execute(chosen.execution_options(yield_per=AT_ONCE)):
        if key:
            found.setdefault(key, seat)
    return found


def seeds(connection: Connection, one: str) -> dict[str, int]:
    """With which luck every attempt of a round was played, by its id."""
    same = (
        (beginning.c.round_id == attempt.c.round_id)
        & (beginning.c.seat_id == attempt.c.seat_id)
        & (beginning.c.number == attempt.c.number)
    )
    rows = connection.execute(
        select(attempt.c.id, beginning.c.seed)
        .join_from(attempt, beginning, same)
        .where(attempt.c.round_id == one)
    )
    return {row.id: row.seed for row in rows}


def _by_seat(connection: Connection, number: Any, table: Table, condition: Any) -> dict[str, int]:
    """A number for every seat that has rows of this condition."""
    rows = connection.execute(select(table.c.seat_id, number).where(condition).group_by(table.c.seat_id))
    return {row[0]: row[1] for row in rows}


def _joined(
    connection: Connection, condition: Any, order: Sequence[Any], most: int
) -> list[tuple[Attempt, Mark | None]]:
    """Attempts with their marks where they have some."""
    chosen = _attempts_with_marks(connection.dialect.name).where(condition).order_by(*order).limit(most)
    found: list[tuple[Attempt, Mark | None]] = []
    for row in connection.execute(chosen):
        sent = shared(dict(zip(SENT, row[: len(SENT)], strict=True)))
        given = dict(zip(GIVEN, row[len(SENT) : -1], strict=True))
        marked = None if given["seq"] is None else Mark(**shared(given), details=with_head(row[-1]))
        found.append((Attempt(**sent, transcript=""), marked))
    return found


@cache
def _attempts_with_marks(dialect: str) -> Select[Any]:
    """The question that `_joined` asks, put together once for each engine."""
    columns = [*(attempt.c[name] for name in SENT), *(mark.c[name] for name in GIVEN)]
    details = case((mark.c.seq.is_not(None), head_of(dialect)), else_=None)
    return select(*columns, details).join_from(attempt, mark, mark.c.attempt_id == attempt.c.id, isouter=True)
