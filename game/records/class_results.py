"""What a class achieved: one row for each attempt with all that belongs to it, for exports and reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from game.records.class_attempts import AT_ONCE, Attempt, Mark
from game.records.class_database import Connection
from game.records.class_rounds import Round, rounds
from game.records.class_seats import Seat, seats
from game.records.class_tables import attempt, mark, package


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
    # What thousands of attempts share is read once: seats, rounds, and what those were played with.
    seats_there = {one.id: one for one in seats(connection, session)}
    rounds_there = {one.id: one for one in rounds(connection, session)}
    wanted = {one.package_sha for one in rounds_there.values()}
    facts = {
        row.sha: (row.scenario, row.fingerprint, row.titles)
        for row in connection.execute(
            select(package.c.sha, package.c.scenario, package.c.fingerprint, package.c.titles).where(
                package.c.sha.in_(wanted)
            )
        )
    }
    tables = (attempt, mark)
    chosen = (
        select(*(column for table in tables for column in table.c))
        .join_from(attempt, mark, mark.c.attempt_id == attempt.c.id, isouter=True)
        .where(attempt.c.session_id == session)
        .order_by(attempt.c.received_at, attempt.c.id)
        .execution_options(yield_per=AT_ONCE)
    )
    if upto is not None:
        chosen = chosen.where((mark.c.seq <= upto) & (attempt.c.state != "withdrawn"))
    if of_seat is not None:
        chosen = chosen.where(attempt.c.seat_id == of_seat)
    names, width = (attempt.c.keys(), mark.c.keys()), len(attempt.c)
    for row in connection.execute(chosen):
        sent = Attempt(**dict(zip(names[0], row[:width], strict=True)))
        marked = dict(zip(names[1], row[width:], strict=True))
        one = rounds_there[sent.round_id]
        yield Result(
            sent,
            None if marked["seq"] is None else Mark(**marked),
            seats_there[sent.seat_id],
            one,
            *facts[one.package_sha],
        )
