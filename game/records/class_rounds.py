"""Rounds of a class, the packages they are played with, and the luck that was handed to each seat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update

from game.records.class_database import Connection
from game.records.class_tables import beginning, package, round_, talk
from game.records.many_rows import put


@dataclass(frozen=True, slots=True)
class Round:
    """One scenario that a class plays.

    Attributes:
        mode: `race`, `set`, `exam`, `vote` or `tables`.
        state: `waiting`, `open`, `paused` or `closed`.
        seed: of everybody in a race; elsewhere each seat has luck of its own drawn from it.
    """

    id: str
    session_id: str
    number: int
    package_sha: str
    mode: str
    seed: int
    state: str
    settings: Mapping[str, Any]
    goals: Sequence[str]
    opened_at: int | None = None
    closes_at: int | None = None
    paused_at: int | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """A scenario as it is handed to desktops, named by the hash of its bytes."""

    sha: str
    scenario: str
    fingerprint: str
    titles: Mapping[str, str]
    data: bytes


@dataclass(frozen=True, slots=True)
class Beginning:
    """The luck handed to a seat for one attempt; a transcript with another seed is not of this attempt."""

    id: str
    round_id: str
    seat_id: str
    number: int
    seed: int
    at: int


BEGINNING = tuple(Beginning.__dataclass_fields__)
"""Columns."""


@dataclass(frozen=True, slots=True)
class Talk:
    """The one conversation of a vote: lines said so far, the phase, and what is known of each turn."""

    round_id: str
    moves: Sequence[str]
    phase: str
    turns: Sequence[Any]


def keep_package(connection: Connection, kept: Package) -> None:
    """Write a package unless its bytes are there already."""
    if connection.scalar(select(package.c.sha).where(package.c.sha == kept.sha)) is None:
        connection.execute(insert(package).values(_values(kept)))


def package_by_sha(connection: Connection, sha: str) -> Package | None:
    """The package with these bytes."""
    row = connection.execute(select(package).where(package.c.sha == sha)).one_or_none()
    return None if row is None else Package(**row._mapping)


def add_round(connection: Connection, row: Round) -> None:
    """Write a new round."""
    connection.execute(insert(round_).values(_values(row)))


def next_number(connection: Connection, session: str) -> int:
    """The number of the next round of a class, from 1."""
    last = connection.scalar(select(func.max(round_.c.number)).where(round_.c.session_id == session))
    return 1 + (last or 0)


def rounds(connection: Connection, session: str) -> list[Round]:
    """The rounds of a class in order."""
    rows = connection.execute(select(round_).where(round_.c.session_id == session).order_by(round_.c.number))
    return [Round(**row._mapping) for row in rows]


def round_by_id(connection: Connection, one: str) -> Round | None:
    """The round of this id."""
    row = connection.execute(select(round_).where(round_.c.id == one)).one_or_none()
    return None if row is None else Round(**row._mapping)


def change_round(connection: Connection, one: str, **values: Any) -> Round:
    """Change columns of a round.

    Raises:
        LookupError: there is no such round.
    """
    connection.execute(update(round_).where(round_.c.id == one).values(**values))
    changed = round_by_id(connection, one)
    if changed is None:
        raise LookupError(one)
    return changed


def add_beginnings(connection: Connection, rows: Sequence[Beginning]) -> list[Beginning | None]:
    """Note what luck many were handed.

    Returns:
        for each the row, or None where the seat had begun that attempt already.
    """
    if put(connection, "beginning", BEGINNING, rows) == len(rows):
        return list(rows)
    ids = [row.id for row in rows]
    written = set(connection.scalars(select(beginning.c.id).where(beginning.c.id.in_(ids))))
    return [row if row.id in written else None for row in rows]


def of_number(known: Sequence[Beginning], number: int) -> Beginning | None:
    """Of all that a seat has begun in a round, in order, what has this number; numbers follow one another
    from 1."""
    return known[number - 1] if 0 < number <= len(known) else None


def beginnings(connection: Connection, one: str, seat: str) -> list[Beginning]:
    """What a seat has begun in a round, in order."""
    rows = connection.execute(
        select(beginning)
        .where((beginning.c.round_id == one) & (beginning.c.seat_id == seat))
        .order_by(beginning.c.number)
    )
    return [Beginning(**row._mapping) for row in rows]


def talk_of(connection: Connection, one: str) -> Talk | None:
    """The conversation of a vote round."""
    row = connection.execute(select(talk).where(talk.c.round_id == one)).one_or_none()
    return None if row is None else Talk(**row._mapping)


def keep_talk(connection: Connection, row: Talk) -> None:
    """Write how far the conversation of a vote has come."""
    values = {"moves": list(row.moves), "phase": row.phase, "turns": list(row.turns)}
    changed = connection.execute(
        update(talk).where(talk.c.round_id == row.round_id).values(**values)
    ).rowcount
    if not changed:
        connection.execute(insert(talk).values(round_id=row.round_id, **values))


def _values(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in type(row).__dataclass_fields__}
