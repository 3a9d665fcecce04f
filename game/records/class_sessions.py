"""Class sessions: their rows, and the version that tells every seat that something has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from game.records.class_database import Connection
from game.records.class_tables import class_session, installation


@dataclass(frozen=True, slots=True)
class ClassSession:
    """One class, from its lobby to its end.

    Attributes:
        state: `lobby`, `open`, `paused` or `over`.
        version: grows with every change that a seat may have to hear of.
        freeze_seq: the public board shows marks up to here; None when it is not frozen.
    """

    id: str
    title: str
    code: str
    board_hash: str
    language: str
    state: str
    settings: Mapping[str, Any]
    run_sheet: Sequence[Any]
    version: int
    freeze_seq: int | None
    created_at: int
    over_at: int | None


class CodeTaken(ValueError):
    """Another class that is not over has this code."""


def add_session(connection: Connection, row: ClassSession) -> None:
    """Write a new class.

    Raises:
        CodeTaken: choose another code.
    """
    try:
        with connection.begin_nested():
            connection.execute(insert(class_session).values(_values(row)))
    except IntegrityError as error:
        raise CodeTaken(row.code) from error


def session_by_id(connection: Connection, session: str) -> ClassSession | None:
    """The class of this id."""
    return _one(connection, class_session.c.id == session)


def session_by_code(connection: Connection, code: str) -> ClassSession | None:
    """The class that can be joined with this code; one that is over cannot."""
    return _one(connection, (class_session.c.code == code) & (class_session.c.state != "over"))


def session_by_board(connection: Connection, board_hash: str) -> ClassSession | None:
    """The class whose board is read with the token of this hash."""
    return _one(connection, class_session.c.board_hash == board_hash)


def sessions(connection: Connection) -> list[ClassSession]:
    """Every class, the newest first."""
    rows = connection.execute(
        select(class_session).order_by(class_session.c.created_at.desc(), class_session.c.id)
    )
    return [ClassSession(**row._mapping) for row in rows]


def change_session(connection: Connection, session: str, **values: Any) -> ClassSession:
    """Change columns of a class and raise its version.

    Raises:
        LookupError: there is no such class.
    """
    connection.execute(
        update(class_session)
        .where(class_session.c.id == session)
        .values(version=class_session.c.version + 1, **values)
    )
    changed = session_by_id(connection, session)
    if changed is None:
        raise LookupError(session)
    return changed


def kept_value(connection: Connection, key: str) -> str | None:
    """A fact about this installation, for example its id."""
    return connection.scalar(select(installation.c.value).where(installation.c.key == key))


def keep_value(connection: Connection, key: str, value: str) -> None:
    """Write a fact about this installation, replacing what was there."""
    changed = connection.execute(
        update(installation).where(installation.c.key == key).values(value=value)
    ).rowcount
    if not changed:
        connection.execute(insert(installation).values(key=key, value=value))


def _one(connection: Connection, condition: Any) -> ClassSession | None:
    row = connection.execute(select(class_session).where(condition)).one_or_none()
    return None if row is None else ClassSession(**row._mapping)


def _values(row: ClassSession) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ClassSession.__dataclass_fields__}
