"""Classes whose time is over: which they are, and all that there is of them, gone (T24)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Table, delete, func, select

from game.records.class_database import Connection
from game.records.class_look_backs import remove_look_backs
from game.records.class_sessions import ClassSession, sessions
from game.records.class_tables import (
    attempt,
    audit,
    beginning,
    class_session,
    mark,
    package,
    round_,
    seat,
    statement,
    talk,
    vote,
)

OF_A_CLASS: Sequence[Table] = (statement, mark, attempt, audit)
OF_A_ROUND: Sequence[Table] = (vote, talk, beginning)
"""Tables with rows of a class, in an order in which nothing refers to what is gone already."""


@dataclass(frozen=True, slots=True)
class Aged:
    """A class whose time is over.

    Attributes:
        last: when anything was last heard of it, milliseconds UTC.
        named: seats that are not forgotten yet.
        attempts: that were received.
        unsent: statements that no record store has yet.
    """

    session: ClassSession
    last: int
    named: int
    attempts: int
    unsent: int


def aged(connection: Connection, before: int, over_only: bool = False) -> list[Aged]:
    """Classes of which nothing was heard since a moment, the oldest first.

    Args:
        connection: to read with.
        before: the moment, milliseconds UTC.
        over_only: leave out classes that nobody has closed: a server may still have them open.
    """
    found = []
    for session in sessions(connection):
        if over_only and session.state != "over":
            continue
        last = _last(connection, session)
        if last < before:
            found.append(
                Aged(
                    session,
                    last,
                    _count(connection, seat, session, seat.c.state != "erased"),
                    _count(connection, attempt, session),
                    _count(connection, statement, session, statement.c.state == "waiting"),
                )
            )
    return sorted(found, key=lambda each: (each.last, each.session.id))


def removed(connection: Connection, session: str) -> None:
    """Take a class out with everything that belongs to it, and packages that no class was played with."""
    own = select(round_.c.id).where(round_.c.session_id == session)
    for table in OF_A_ROUND:
        connection.execute(delete(table).where(table.c.round_id.in_(own)))
    remove_look_backs(connection, session=session)
    for table in (*OF_A_CLASS, seat, round_):
        connection.execute(delete(table).where(table.c.session_id == session))
    connection.execute(delete(class_session).where(class_session.c.id == session))
    connection.execute(delete(package).where(package.c.sha.not_in(select(round_.c.package_sha))))


def _last(connection: Connection, session: ClassSession) -> int:
    """When anything was last heard of a class."""
    moments = [session.created_at, session.over_at]
    moments.append(
        connection.scalar(select(func.max(attempt.c.received_at)).where(attempt.c.session_id == session.id))
    )
    moments.append(connection.scalar(select(func.max(audit.c.at)).where(audit.c.session_id == session.id)))
    return max(at for at in moments if at is not None)


def _count(connection: Connection, table: Table, session: ClassSession, *more: object) -> int:
    chosen = select(func.count()).select_from(table).where(table.c.session_id == session.id)
    for condition in more:
        chosen = chosen.where(condition)  # type: ignore[arg-type]
    return int(connection.scalar(chosen) or 0)
