"""Rows of one class as they were at one moment, read in one go; a room takes them over.

Attempts and marks of the past are not among them: the archive of a room reads those when somebody looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.records.class_attempts import Attempt, Mark
from game.records.class_changes import ALL, Changes
from game.records.class_counts import last_begun, sent_as
from game.records.class_database import Connection
from game.records.class_rounds import Package, Round, Talk, package_by_sha, round_by_id, rounds, talk_of
from game.records.class_seats import Seat, seat_by_id, seats
from game.records.class_sessions import ClassSession, session_by_id
from game.records.class_votes import Vote, votes


@dataclass(frozen=True, slots=True)
class RoomRows:
    """What the database says of a class.

    Attributes:
        whole: whether all of its rounds, talks, votes and seats are here, not only what has changed.
        packages: only those that were not known.
        attempts: those that have changed, with their marks where they have some.
        begun: rounds and seats that were given luck, with the number of the last attempt.
    """

    whole: bool
    session: ClassSession
    rounds: Sequence[Round]
    packages: Mapping[str, Package]
    talks: Mapping[str, Talk]
    votes: Sequence[Vote]
    seats: Sequence[Seat]
    attempts: Sequence[tuple[Attempt, Mark | None]]
    begun: Sequence[tuple[str, str, int]]

    @classmethod
    def read(
        cls, connection: Connection, session: str, known: Sequence[str] = (), changes: Changes = ALL
    ) -> RoomRows | None:
        """Read them; None where there is no such class.

        Args:
            connection: to read with.
            session: the class.
            known: hashes of packages that need not be read.
            changes: what is wanted; ids of other classes find nothing (T18).
        """
        row = session_by_id(connection, session)
        if row is None:
            return None
        if changes.whole:
            found, people = rounds(connection, session), seats(connection, session)
            voting = {one.id for one in found if one.mode == "vote"}
        else:
            read = (round_by_id(connection, one) for one in sorted(changes.rounds | changes.talks))
            found = [one for one in read if one is not None and one.session_id == session]
            present = (seat_by_id(connection, one) for one in sorted(changes.seats))
            people = [one for one in present if one is not None and one.session_id == session]
            voting = {one.id for one in found if one.id in changes.talks}
        wanted = {one.package_sha for one in found} - set(known)
        packages = {sha: package_by_sha(connection, sha) for sha in wanted}
        talks = {one: talk for one in sorted(voting) if (talk := talk_of(connection, one)) is not None}
        return cls(
            whole=changes.whole,
            session=row,
            rounds=found,
            packages={sha: package for sha, package in packages.items() if package is not None},
            talks=talks,
            votes=[vote for one in talks for vote in votes(connection, one)],
            seats=people,
            attempts=[row for row in sent_as(connection, changes.attempts) if row[0].session_id == session],
            begun=last_begun(connection, changes.beginnings()),
        )
