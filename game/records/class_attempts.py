"""Attempts as they were sent, and the marks that replaying them gave; neither is ever overwritten (U3)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern
from types import MappingProxyType
from typing import Any

from sqlalchemy import Text, cast, func, select, update

from game.records.class_database import Connection
from game.records.class_tables import attempt, mark
from game.records.many_rows import change, inserting, put, values_of

HEAD = ("ending", "seals", "votes", "trace")
"""Details of a mark that are looked at all the time; the last of them once."""

IDS = frozenset({"id", "attempt_id", "session_id", "round_id", "seat_id", "state"})

AT_ONCE = 1_000
"""Rows that are read at a time where a whole history goes by."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One transcript that was received.

    Attributes:
        key: of the sender; sent twice, it is one attempt (T8).
        sha: hash of the transcript as it was sent.
        state: `received`, `scored`, `refused` or `withdrawn`.
        reason: why it was refused, a code.
        flags: what a trainer should look at; none of them costs a point (T7).
    """

    id: str
    session_id: str
    round_id: str
    seat_id: str
    number: int
    key: str
    transcript: str
    sha: str
    received_at: int
    state: str = "received"
    reason: str | None = None
    flags: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What replaying an attempt gave. `seq` is 0 until it is written; it orders everything."""

    attempt_id: str
    session_id: str
    round_id: str
    seat_id: str
    score: int
    passed: bool
    stage: int
    insight: int
    nps: int
    details: Mapping[str, Any]
    at: int
    seq: int = 0


ATTEMPT = tuple(Attempt.__dataclass_fields__)
MARK = tuple(name for name in Mark.__dataclass_fields__ if name != "seq")
"""Columns."""


class AttemptTwice(ValueError):
    """The key was used before, or the seat has sent this attempt of the round; `known` is that one."""

    def __init__(self, known: Attempt) -> None:
        """Carry the attempt that was first."""
        super().__init__(known.id)
        self.known = known


def add_attempt(connection: Connection, row: Attempt) -> None:
    """Write an attempt.

    Raises:
        AttemptTwice: it has been written before.
    """
    (found,) = add_attempts(connection, [row])
    if isinstance(found, AttemptTwice):
        raise found


def add_attempts(connection: Connection, rows: Sequence[Attempt]) -> list[Attempt | AttemptTwice]:
    """Write many attempts with one statement: a burst waits for the disk and for nothing else.

    Returns:
        for each the attempt, or why it is not written again.
    """
    if put(connection, "attempt", ATTEMPT, rows) == len(rows):
        return list(rows)
    ids = [row.id for row in rows]
    written = set(connection.scalars(select(attempt.c.id).where(attempt.c.id.in_(ids))))
    return [row if row.id in written else _twice(connection, row) for row in rows]


def attempt_by_key(connection: Connection, session: str, key: str) -> Attempt | None:
    """The attempt that was sent with this key."""
    return _one(connection, (attempt.c.session_id == session) & (attempt.c.key == key))


def attempt_by_id(connection: Connection, one: str) -> Attempt | None:
    """The attempt of this id."""
    return _one(connection, attempt.c.id == one)


def attempts(connection: Connection, **where: str) -> Iterator[Attempt]:
    """Attempts with these values in columns (`session_id=…`, `seat_id=…`), in the order of their coming."""
    chosen = select(attempt).order_by(attempt.c.received_at, attempt.c.id)
    for name, value in where.items():
        chosen = chosen.where(attempt.c[name] == value)
    for row in connection.execute(chosen.execution_options(yield_per=AT_ONCE)):
        yield Attempt(**row._mapping)


def numbers_handed_in(connection: Connection, one: str, seat: str) -> set[int]:
    """Which attempts of a round a seat has handed in."""
    mine = (attempt.c.round_id == one) & (attempt.c.seat_id == seat)
    return set(connection.scalars(select(attempt.c.number).where(mine)))


def shared(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a row whose ids are the same texts wherever they stand: a history has them many times."""
    for name in IDS & values.keys():
        values[name] = intern(values[name])
    return values


def change_attempt(connection: Connection, one: str, **values: Any) -> None:
    """Change the state, the reason or the flags of an attempt."""
    connection.execute(update(attempt).where(attempt.c.id == one).values(**values))


def add_mark(connection: Connection, row: Mark) -> int | None:
    """As `add_marks`, for one."""
    return add_marks(connection, [row])[0]


def add_marks(
    connection: Connection, rows: Sequence[Mark], flags: Mapping[str, Sequence[str]] | None = None
) -> list[int | None]:
    """Write marks and say so on their attempts, in one go.

    Args:
        connection: to write with.
        rows: the marks.
        flags: by attempt, what a trainer should look at; those of others stay.

    Returns:
        their places in the order of everything; None where an attempt has been marked before.
    """
    ids = [row.attempt_id for row in rows]
    known: set[str] = set()
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        known |= set(connection.scalars(select(mark.c.attempt_id).where(mark.c.attempt_id.in_(some))))
    new = {row.attempt_id: row for row in rows if row.attempt_id not in known}
    if not new:
        return [None] * len(rows)
    places = _marking(connection, list(new.values()))
    alike: dict[str | None, list[str]] = {}
    for name in new:
        alike.setdefault(json.dumps(list(flags[name])) if flags and name in flags else None, []).append(name)
    for given, names in alike.items():
        change(connection, "attempt", names, state="scored", **({} if given is None else {"flags": given}))
    return [places.pop(row.attempt_id, None) for row in rows]


def _marking(connection: Connection, rows: Sequence[Mark]) -> dict[str, int]:
    """Write marks of attempts that have none; by attempt, their places in the order of everything."""
    if connection.dialect.name == "sqlite":  # one who writes: the places are known, and nothing is read back
        last = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'mark'").scalar() or 0
        placed = [replace(row, seq=seq) for seq, row in enumerate(rows, last + 1)]
        put(connection, "mark", (*MARK, "seq"), placed)
        return {row.attempt_id: row.seq for row in placed}
    statement = inserting(connection, "mark", MARK, len(rows)) + " RETURNING attempt_id, seq"
    return {row[0]: row[1] for row in connection.exec_driver_sql(statement, values_of(rows, MARK))}


def marks(connection: Connection, upto: int | None = None, after: int = 0, **where: str) -> Iterator[Mark]:
    """Marks with these values in columns, in their order; those of withdrawn attempts do not count.

    Args:
        connection: to read with.
        upto: the last place in the order that counts, for a frozen board.
        after: the last place that is known already.
        **where: columns and their values, for example `round_id=…`.
    """
    chosen = select(mark).join(attempt).where(attempt.c.state != "withdrawn").order_by(mark.c.seq)
    if upto is not None:
        chosen = chosen.where(mark.c.seq <= upto)
    if after:
        chosen = chosen.where(mark.c.seq > after)
    for name, value in where.items():
        chosen = chosen.where(mark.c[name] == value)
    for row in connection.execute(chosen.execution_options(yield_per=AT_ONCE)):
        yield Mark(**row._mapping)


def head_of(dialect: str) -> Any:
    """A column `details` with those of them that are looked at all the time, for `with_head`.

    The database cuts them out: a long history would fill the memory with what nobody looks at.

    Args:
        dialect: of the database, as SQLAlchemy names it.
    """
    details: Any
    if dialect == "sqlite":
        details = func.json_extract(mark.c.details, *(f"$.{name}" for name in HEAD), type_=Text)
    else:
        details = cast(func.json_build_array(*(mark.c.details[name] for name in HEAD)), Text)
    return details.label("details")


def with_head(text: str) -> Mapping[str, Any]:
    """The details that a column of `head_of` holds."""
    known = dict(zip(HEAD, json.loads(text), strict=True))
    return {name: value for name, value in known.items() if value}


def headed(row: Mark) -> Mark:
    """A mark with what a class needs of it while it goes on; the rest stays in the database."""
    seals, votes = (tuple(row.details.get(name) or ()) for name in ("seals", "votes"))
    return replace(row, details=_kept(row.details.get("ending"), seals, votes))


@lru_cache(maxsize=4_096)
def _kept(ending: str | None, seals: tuple[str, ...], votes: tuple[str, ...]) -> Mapping[str, Any]:
    """Details as they are kept, one object for all marks that have the same."""
    known = {"ending": ending, "seals": seals, "votes": votes}
    return MappingProxyType({name: value for name, value in known.items() if value})


def mark_of(connection: Connection, one: str) -> Mark | None:
    """The mark of an attempt with all its details, whatever became of it."""
    row = connection.execute(select(mark).where(mark.c.attempt_id == one)).one_or_none()
    return None if row is None else Mark(**row._mapping)


def last_seq(connection: Connection) -> int:
    """The place of the newest mark, 0 where there is none."""
    return int(connection.scalar(select(func.max(mark.c.seq))) or 0)


def _twice(connection: Connection, row: Attempt) -> AttemptTwice:
    """Why an attempt was not written."""
    known = attempt_by_key(connection, row.session_id, row.key) or _numbered(connection, row)
    if known is None:
        raise LookupError(row.id)
    return AttemptTwice(known)


def _numbered(connection: Connection, row: Attempt) -> Attempt | None:
    same = (attempt.c.round_id == row.round_id) & (attempt.c.seat_id == row.seat_id)
    return _one(connection, same & (attempt.c.number == row.number))


def _one(connection: Connection, condition: Any) -> Attempt | None:
    row = connection.execute(select(attempt).where(condition)).one_or_none()
    return None if row is None else Attempt(**row._mapping)
