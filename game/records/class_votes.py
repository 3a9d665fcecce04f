"""Votes: one per seat and turn, changed as often as the seat likes until the turn is closed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from game.records.class_database import Connection
from game.records.class_tables import vote


@dataclass(frozen=True, slots=True)
class Vote:
    """What a seat would say at a turn."""

    round_id: str
    seat_id: str
    turn: int
    line: str
    at: int


def cast(connection: Connection, row: Vote) -> None:
    """Write a vote, replacing an earlier one of the same seat and turn."""
    same = (vote.c.round_id == row.round_id) & (vote.c.seat_id == row.seat_id) & (vote.c.turn == row.turn)
    changed = connection.execute(update(vote).where(same).values(line=row.line, at=row.at)).rowcount
    if not changed:
        connection.execute(
            insert(vote).values(
                round_id=row.round_id, seat_id=row.seat_id, turn=row.turn, line=row.line, at=row.at
            )
        )


def votes(connection: Connection, one: str, turn: int | None = None) -> list[Vote]:
    """The votes of a round, of one turn or of all, in a fixed order."""
    chosen = select(vote).where(vote.c.round_id == one).order_by(vote.c.turn, vote.c.seat_id)
    if turn is not None:
        chosen = chosen.where(vote.c.turn == turn)
    return [Vote(**row._mapping) for row in connection.execute(chosen)]


def votes_of(connection: Connection, seat: str) -> list[Vote]:
    """Every vote of a seat, in a fixed order."""
    chosen = select(vote).where(vote.c.seat_id == seat).order_by(vote.c.round_id, vote.c.turn)
    return [Vote(**row._mapping) for row in connection.execute(chosen)]
