"""A round as the board and the limits need it: who has begun, who has handed in, and what counts.

Made from the rows when somebody first looks at the round, and kept up to date from then on, so that a class
with years of rounds begins as quickly as a new one. What it holds is always what counting the rows anew
would give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from game.classroom.standings import Place, RoundStandings
from game.records.class_attempts import Attempt, Mark, headed
from game.records.class_counts import (
    Scored,
    Tried,
    busy_seats,
    finished,
    first_with,
    heads,
    latest,
    marked_rounds,
    scored,
    sent_as,
    tried,
)
from game.records.class_database import ClassDatabase, Connection
from game.records.class_rounds import Beginning, Round, beginnings

LATEST = 24
"""Attempts of a seat that are kept in memory and told; those before them stand in the exports."""

MOST_ADDED = 4_000
"""Marks since a round was read that are known one by one."""

NOTHING = Tried()


@dataclass(slots=True)
class Handed:
    """An attempt without its transcript, with its mark where it has one."""

    id: str
    round_id: str
    seat_id: str
    number: int
    state: str
    reason: str | None
    flags: tuple[str, ...]
    received_at: int
    mark: Mark | None = None

    @classmethod
    def of(cls, row: Attempt, mark: Mark | None = None) -> Handed:
        """Of a row and its mark."""
        return cls(
            row.id,
            row.round_id,
            row.seat_id,
            row.number,
            row.state,
            row.reason,
            tuple(row.flags),
            row.received_at,
            None if mark is None else headed(mark),
        )


@dataclass(slots=True)
class Register:
    """One round.

    Attributes:
        standings: what counts of every seat.
        frozen: the same up to the place where the board was frozen; None while it is not.
        seats: how far every seat has come that has begun something.
        freeze: where the board was frozen.
        read_to: marks up to here were in the rows that it was made from.
        newest: the last mark in it.
        added: marks that came later; those up to `vague` are not known one by one.
        traces: which seat was first with each sequence of lines and times; None until somebody asks.
    """

    standings: RoundStandings = field(default_factory=RoundStandings)
    frozen: RoundStandings | None = None
    freeze: int | None = None
    seats: dict[str, Tried] = field(default_factory=dict)
    read_to: int = 0
    newest: int = 0
    added: set[int] = field(default_factory=set)
    vague: int = 0
    traces: dict[str, str] | None = None

    @property
    def finished(self) -> int:
        """Seats that have handed something in."""
        return sum(one.handed > 0 for one in self.seats.values())

    def begun(self, seat: str, number: int) -> None:
        """A seat was given the luck of an attempt."""
        known = self.seats.get(seat, NOTHING)
        self.seats[seat] = Tried(max(known.begun, number), known.handed, known.withdrawn)

    def handed(self, seat: str, number: int) -> None:
        """A seat has handed an attempt in."""
        known = self.seats.get(seat, NOTHING)
        self.seats[seat] = Tried(known.begun, max(known.handed, number), known.withdrawn)

    def marked(self, mark: Mark) -> bool:
        """Take a mark into account that has been written; False where it comes too late to be added, so that
        the round has to be counted anew."""
        trace = mark.details.get("trace")
        if trace and self.traces is not None:
            self.traces.setdefault(trace, mark.seat_id)
        if mark.seq <= self.read_to or mark.seq in self.added:
            return True
        if mark.seq <= self.vague or (self.freeze is not None and mark.seq <= self.freeze):
            return False
        if mark.seq < self.newest and self.standings.counts == "last":
            return False  # of another server, written before one of ours
        self.added.add(mark.seq)
        self.newest = max(self.newest, mark.seq)
        if len(self.added) > MOST_ADDED:
            order = sorted(self.added)
            self.vague, self.added = order[len(order) // 2], set(order[len(order) // 2 + 1 :])
        self.standings.add(place_of(mark))
        return True


class Archive:
    """The rows of one class that are not in memory, read when they are asked for."""

    def __init__(self, database: ClassDatabase) -> None:
        """Read from a database."""
        self._database = database

    def register(self, one: Round, freeze: int | None) -> Register:
        """A round counted from its rows.

        Args:
            one: the round.
            freeze: the last mark that the wall may show; None where it may show all.
        """
        counts = str(one.settings.get("counts", "best"))
        with self._database.reading() as connection:
            found = Register(RoundStandings(counts), freeze=freeze, seats=tried(connection, one.id))
            sides = [_Counting(found.standings)]
            if freeze is not None:
                found.frozen = RoundStandings(counts)
                sides.append(_Counting(found.frozen, freeze))
            for row in scored(connection, one.id):
                found.newest = row.seq
                for side in sides:
                    side.add(row)
            for side in sides:
                side.finish(connection)
        found.read_to = found.newest
        return found

    def overview(self, rounds: list[str]) -> tuple[dict[str, int], set[str]]:
        """How many seats have handed something in, by round; and the rounds in which something was marked."""
        with self._database.reading() as connection:
            return finished(connection, rounds), marked_rounds(connection, rounds)

    def busy(self, rounds: list[str]) -> set[str]:
        """Seats that have handed something in."""
        with self._database.reading() as connection:
            return busy_seats(connection, rounds)

    def latest(self, rounds: list[str], seat: str) -> list[Handed]:
        """What a seat handed in last, the oldest first."""
        with self._database.reading() as connection:
            return [Handed.of(*row) for row in latest(connection, rounds, seat, LATEST)]

    def attempt(self, one: str) -> Handed | None:
        """The attempt of this id with its mark."""
        with self._database.reading() as connection:
            rows = sent_as(connection, [one])
        return Handed.of(*rows[0]) if rows else None

    def beginnings(self, one: str, seat: str) -> list[Beginning]:
        """What a seat has begun in a round, in order."""
        with self._database.reading() as connection:
            return beginnings(connection, one, seat)

    def traces(self, one: str) -> dict[str, str]:
        """Which seat of a round was first with each sequence of lines and times."""
        with self._database.reading() as connection:
            return first_with(connection, one)


def place_of(mark: Mark) -> Place:
    """What a mark counts for."""
    seals, seq = len(mark.details.get("seals", ())), _order(mark.details, mark.seq)
    return Place(mark.seat_id, mark.score, mark.stage, mark.insight, mark.nps, bool(mark.passed), seals, seq)


@dataclass(slots=True)
class _Counting:
    """Standings that are being counted from rows: details are read only of the marks that count in the end.

    Attributes:
        upto: the last mark that counts; None where all do.
        bearers: of every seat the mark that its place was made from.
    """

    standings: RoundStandings
    upto: int | None = None
    bearers: dict[str, int] = field(default_factory=dict)

    def add(self, row: Scored) -> None:
        """Take the next mark into account."""
        if self.upto is not None and row.seq > self.upto:
            return
        place = Place(row.seat_id, row.score, row.stage, row.insight, row.nps, bool(row.passed), 0, row.seq)
        if self.standings.add(place):
            self.bearers[row.seat_id] = row.seq

    def finish(self, connection: Connection) -> None:
        """Add what stands in the details."""
        details = heads(connection, list(self.bearers.values()))
        for seat, place in self.standings.places.items():
            known = details[self.bearers[seat]]
            seq = _order(known, place.seq)
            self.standings.places[seat] = replace(place, seals=len(known.get("seals", ())), seq=seq)


def _order(details: Mapping[str, Any], seq: int) -> int:
    """What decides between equal scores; those who voted alike share a rank."""
    return 0 if details.get("votes") else seq
