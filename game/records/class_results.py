"""What a class achieved: one row for each attempt with all that belongs to it, for exports and reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select

from game.records.class_attempts import AT_ONCE, Attempt, Mark
from game.records.class_database import Connection
from game.records.class_rounds import Round
from game.records.class_seats import Seat
from game.records.class_tables import attempt, mark, package, round_, seat


@dataclass(frozen=True, slots=True)
class Result:
    """One attempt, its mark where it has one, and where it belongs."""

    attempt: Attempt
    mark: Mark | None
    seat: Seat
    round: Round
    scenario: str
    fingerprint: str
    titles: Mapping[str, str]


def results(
    connection: Connection, session: str, upto: int | None = None, of_seat: str | None = None
) -> Iterator[Result]:
    """Every attempt of a class in the order in which they came.

    Args:
        connection: to read with; rows come a thousand at a time.
        session: the class.
        upto: the last mark that counts. Attempts without a mark are left out then: that somebody has sent
            something is news as well (T23).
        of_seat: only those of this seat.
    """
    tables: tuple[Table, ...] = (attempt, mark, seat, round_)
    facts = (package.c.scenario, package.c.fingerprint, package.c.titles)
    chosen = (
        select(*(column for table in tables for column in table.c), *facts)
        .join_from(attempt, mark, mark.c.attempt_id == attempt.c.id, isouter=True)
        .join(seat, seat.c.id == attempt.c.seat_id)
        .join(round_, round_.c.id == attempt.c.round_id)
        .join(package, package.c.sha == round_.c.package_sha)
        .where(attempt.c.session_id == session)
        .order_by(attempt.c.received_at, attempt.c.id)
        .execution_options(yield_per=AT_ONCE)
    )
    if upto is not None:
        chosen = chosen.where((mark.c.seq <= upto) & (attempt.c.state != "withdrawn"))
    if of_seat is not None:
        chosen = chosen.where(attempt.c.seat_id == of_seat)
    for row in connection.execute(chosen):
        parts, at = [], 0
        for table in tables:
            names = table.c.keys()
            parts.append(dict(zip(names, row[at : at + len(names)], strict=True)))
            at += len(names)
        yield Result(
            Attempt(**parts[0]), _mark(parts[1]), Seat(**parts[2]), Round(**parts[3]), *row[at : at + 3]
        )


def _mark(values: dict[str, Any]) -> Mark | None:
    return None if values["seq"] is None else Mark(**values)
