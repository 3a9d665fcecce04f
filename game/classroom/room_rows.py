"""The rows of one class as they were at one moment, read in one go; a room takes them over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.records.class_attempts import Attempt, Mark, attempt_heads, mark_heads
from game.records.class_database import Connection
from game.records.class_rounds import (
    Beginning,
    Package,
    Round,
    Talk,
    all_beginnings,
    package_by_sha,
    rounds,
    talk_of,
)
from game.records.class_seats import Seat, seats
from game.records.class_sessions import ClassSession, session_by_id
from game.records.class_votes import Vote, votes


@dataclass(frozen=True, slots=True)
class RoomRows:
    """All that the database says of a class; `packages` only those that were not known."""

    session: ClassSession
    rounds: Sequence[Round]
    packages: Mapping[str, Package]
    talks: Mapping[str, Talk]
    votes: Sequence[Vote]
    seats: Sequence[Seat]
    beginnings: Sequence[Beginning]
    attempts: Sequence[Attempt]
    marks: Sequence[Mark]

    @classmethod
    def read(
        cls, connection: Connection, session: str, known: Sequence[str] = (), after: int = 0
    ) -> RoomRows | None:
        """Read them; None where there is no such class.

        Args:
            connection: to read with.
            session: the class.
            known: hashes of packages that need not be read.
            after: marks up to this place in the order need not be read.
        """
        row = session_by_id(connection, session)
        if row is None:
            return None
        found = rounds(connection, session)
        wanted = {one.package_sha for one in found} - set(known)
        read = {sha: package_by_sha(connection, sha) for sha in wanted}
        packages = {sha: package for sha, package in read.items() if package is not None}
        voting = [one.id for one in found if one.mode == "vote"]
        talks = {one: talk for one in voting if (talk := talk_of(connection, one)) is not None}
        return cls(
            session=row,
            rounds=found,
            packages=packages,
            talks=talks,
            votes=[vote for one in talks for vote in votes(connection, one)],
            seats=seats(connection, session),
            beginnings=all_beginnings(connection, session),
            attempts=attempt_heads(connection, session),
            marks=mark_heads(connection, session, after),
        )
