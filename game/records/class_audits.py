"""What was done in a class and by whom, so that a trainer can look it up and undo it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update

from game.records.class_database import Connection
from game.records.class_tables import audit


@dataclass(frozen=True, slots=True)
class Audit:
    """One thing that was done; `seq` is 0 until it is written."""

    session_id: str | None
    at: int
    who: str
    what: str
    detail: Mapping[str, Any]
    seq: int = 0


def note(connection: Connection, row: Audit) -> int:
    """Write it down; its place in the order."""
    written = connection.execute(
        insert(audit)
        .values(session_id=row.session_id, at=row.at, who=row.who, what=row.what, detail=dict(row.detail))
        .returning(audit.c.seq)
    )
    return int(written.scalar_one())


def audits(connection: Connection, session: str, most: int = 500) -> list[Audit]:
    """What was done in a class, the newest first."""
    rows = connection.execute(
        select(audit).where(audit.c.session_id == session).order_by(audit.c.seq.desc()).limit(most)
    )
    return [Audit(**row._mapping) for row in rows]


def forget(connection: Connection, places: Sequence[int]) -> None:
    """Empty the details of some lines; that something was done stays."""
    for place in places:
        connection.execute(update(audit).where(audit.c.seq == place).values(detail={}))
