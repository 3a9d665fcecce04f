"""What looking back at attempts found, kept so that nothing is worked out twice that somebody waited for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from game.records.class_attempts import AT_ONCE
from game.records.class_database import Connection
from game.records.class_tables import attempt, look_back


def keep_look_back(connection: Connection, one: str, stamp: str, body: Mapping[str, Any]) -> None:
    """Write what was found of an attempt, replacing what an earlier Rapport found.

    Args:
        connection: to write with.
        one: id of the attempt; where it is gone by now nothing is written.
        stamp: says by which rules it was found.
        body: what was found, as plain data.
    """
    values = {"stamp": stamp, "body": dict(body)}
    if connection.execute(update(look_back).where(look_back.c.attempt_id == one).values(**values)).rowcount:
        return
    if connection.scalar(select(attempt.c.id).where(attempt.c.id == one)) is not None:
        connection.execute(insert(look_back).values(attempt_id=one, **values))


def look_backs(connection: Connection, ids: Sequence[str], stamp: str) -> dict[str, dict[str, Any]]:
    """What was found of these attempts by the same rules, by their ids."""
    found: dict[str, dict[str, Any]] = {}
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        chosen = select(look_back.c.attempt_id, look_back.c.body).where(
            look_back.c.attempt_id.in_(some) & (look_back.c.stamp == stamp)
        )
        found |= {row.attempt_id: row.body for row in connection.execute(chosen)}
    return found


def remove_look_backs(connection: Connection, *, session: str = "", seat: str = "") -> None:
    """Remove what was found of the attempts of a class or of a seat."""
    of_class = attempt.c.session_id == session
    own = select(attempt.c.id).where(of_class if session else attempt.c.seat_id == seat)
    connection.execute(delete(look_back).where(look_back.c.attempt_id.in_(own)))
