"""Seats: a row and the hash of a token, never a connection, so that a lost network loses no seat (U1, T3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError

from game.records.class_database import Connection
from game.records.class_tables import seat

PRESENT = ("waiting", "seated")


@dataclass(frozen=True, slots=True)
class Seat:
    """One trainee, or one table with its members.

    Attributes:
        name_key: the name as it is compared with others: folded, look-alike letters joined.
        state: `waiting` for the trainer's nod, `seated`, `kicked`, `banned` or `erased`.
    """

    id: str
    session_id: str
    token_hash: str
    nickname: str
    name_key: str
    team: str | None
    members: Sequence[str]
    roster_key: str | None
    state: str
    joined_at: int
    seen_at: int


class NameTaken(ValueError):
    """Another seat of the class has this name, or one that looks the same."""


def add_seat(connection: Connection, row: Seat) -> None:
    """Write a new seat.

    Raises:
        NameTaken: choose another name.
    """
    values = {name: getattr(row, name) for name in Seat.__dataclass_fields__}
    try:
        with connection.begin_nested():
            connection.execute(insert(seat).values(values))
    except IntegrityError as error:
        raise NameTaken(row.nickname) from error


def seats(connection: Connection, session: str) -> list[Seat]:
    """The seats of a class, as they came."""
    rows = connection.execute(
        select(seat).where(seat.c.session_id == session).order_by(seat.c.joined_at, seat.c.id)
    )
    return [Seat(**row._mapping) for row in rows]


def seat_by_id(connection: Connection, one: str) -> Seat | None:
    """The seat of this id."""
    row = connection.execute(select(seat).where(seat.c.id == one)).one_or_none()
    return None if row is None else Seat(**row._mapping)


def seat_by_token(connection: Connection, token_hash: str) -> Seat | None:
    """The seat whose token has this hash."""
    row = connection.execute(select(seat).where(seat.c.token_hash == token_hash)).one_or_none()
    return None if row is None else Seat(**row._mapping)


def present(connection: Connection, session: str) -> int:
    """How many seats of a class are taken."""
    found = connection.scalar(
        select(func.count())
        .select_from(seat)
        .where((seat.c.session_id == session) & seat.c.state.in_(PRESENT))
    )
    return int(found or 0)


def change_seat(connection: Connection, one: str, **values: Any) -> Seat:
    """Change columns of a seat.

    Raises:
        LookupError: there is no such seat.
        NameTaken: another seat has the new name.
    """
    try:
        with connection.begin_nested():
            connection.execute(update(seat).where(seat.c.id == one).values(**values))
    except IntegrityError as error:
        raise NameTaken(str(values.get("nickname", ""))) from error
    changed = seat_by_id(connection, one)
    if changed is None:
        raise LookupError(one)
    return changed
