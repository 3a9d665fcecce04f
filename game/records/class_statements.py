"""The outbox of statements for a learning record store: bytes that are frozen when they are written (T25)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from game.records.class_database import Connection
from game.records.class_tables import statement


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement on its way; `state` is `waiting`, `sent` or `dead`."""

    id: str
    session_id: str
    attempt_id: str | None
    body: bytes
    state: str = "waiting"
    tries: int = 0
    next_at: int = 0
    error: str | None = None


def add_statement(connection: Connection, row: Statement) -> bool:
    """Write a statement; False where one of this id is there already: ids follow from what happened."""
    values = {name: getattr(row, name) for name in Statement.__dataclass_fields__}
    try:
        with connection.begin_nested():
            connection.execute(insert(statement).values(values))
    except IntegrityError:
        return False
    return True


def due(connection: Connection, now: int, most: int) -> list[Statement]:
    """Statements whose time has come, the oldest first."""
    rows = connection.execute(
        select(statement)
        .where((statement.c.state == "waiting") & (statement.c.next_at <= now))
        .order_by(statement.c.next_at, statement.c.id)
        .limit(most)
    )
    return [Statement(**row._mapping) for row in rows]


def change_statements(connection: Connection, ids: Sequence[str], **values: Any) -> None:
    """Change columns of statements."""
    connection.execute(update(statement).where(statement.c.id.in_(ids)).values(**values))


def statements(connection: Connection, session: str) -> list[Statement]:
    """Every statement of a class, in a fixed order."""
    rows = connection.execute(
        select(statement).where(statement.c.session_id == session).order_by(statement.c.id)
    )
    return [Statement(**row._mapping) for row in rows]


def queue(connection: Connection) -> dict[str, int]:
    """How many statements are in each state."""
    rows = connection.execute(select(statement.c.state, func.count()).group_by(statement.c.state))
    return {row[0]: row[1] for row in rows}


def known(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Which of these statements are there."""
    return set(connection.scalars(select(statement.c.id).where(statement.c.id.in_(ids))))


def remove_statements(connection: Connection, of: Sequence[str]) -> None:
    """Take the statements about these attempts out of the outbox."""
    for one in of:
        connection.execute(delete(statement).where(statement.c.attempt_id == one))
