"""Where an attempt belongs: its class, its round, its seat and the scenario as it was handed out."""

from __future__ import annotations

from dataclasses import dataclass

from game.records.class_attempts import Attempt
from game.records.class_database import Connection
from game.records.class_rounds import Package, Round, package_by_sha, round_by_id
from game.records.class_seats import Seat, seat_by_id
from game.records.class_sessions import ClassSession, session_by_id


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rows around an attempt say."""

    session: ClassSession
    round: Round
    seat: Seat
    package: Package

    @classmethod
    def of(cls, connection: Connection, attempt: Attempt) -> Facts:
        """Read them.

        Raises:
            LookupError: one of them is gone, which foreign keys do not allow.
        """
        session = session_by_id(connection, attempt.session_id)
        one = round_by_id(connection, attempt.round_id)
        seat = seat_by_id(connection, attempt.seat_id)
        package = package_by_sha(connection, one.package_sha) if one else None
        if session is None or one is None or seat is None or package is None:
            raise LookupError(attempt.id)
        return cls(session, one, seat, package)
