"""One class as the server has it in memory: made from the rows of the database, changed only after they
were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.classroom.bells import Bells, Topic
from game.classroom.standings import Place, RoundStandings, Standings, ranked
from game.language.locale import Locale
from game.records.class_attempts import Attempt, Mark, headed
from game.records.class_rounds import Beginning, Round, Talk
from game.records.class_seats import PRESENT, Seat
from game.records.class_sessions import ClassSession

ONLINE = 40_000
"""Milliseconds since a seat was last heard of for which it counts as being there; it asks every 25
seconds."""

GRACE = 120
"""Seconds after the end of a round in which what was played in it may still arrive."""


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What is needed of a package while a class goes on; its bytes stay in the database."""

    sha: str
    scenario: str
    fingerprint: str
    titles: Mapping[str, str]
    customers: int


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
    def of(cls, row: Attempt) -> Handed:
        """Of a row."""
        return cls(
            row.id,
            row.round_id,
            row.seat_id,
            row.number,
            row.state,
            row.reason,
            tuple(row.flags),
            row.received_at,
        )


@dataclass(slots=True)
class Room:
    """A class.

    Attributes:
        stamp: grows with everything that all seats may have to hear of.
        stamps: of single seats.
        tallied: places in votes, by round, from the turns that were revealed.
        tallied_frozen: the same as they were when the board was frozen.
        deadlines: ends of rounds on the clock that never jumps.
        read_to: the last mark that was read with all before it; our own are known before they are read.
        changed: is called after every change, so that boards are drawn again.
    """

    session: ClassSession
    stamp: int
    rounds: dict[str, Round] = field(default_factory=dict)
    packages: dict[str, PackageFacts] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    attempts: dict[str, Handed] = field(default_factory=dict)
    by_seat: dict[str, list[Handed]] = field(default_factory=dict)
    begun: dict[tuple[str, str], list[Beginning]] = field(default_factory=dict)
    talks: dict[str, Talk] = field(default_factory=dict)
    votes: dict[tuple[str, int], dict[str, str]] = field(default_factory=dict)
    standings: Standings = field(default_factory=Standings)
    frozen: Standings | None = None
    tallied: dict[str, dict[str, Place]] = field(default_factory=dict)
    tallied_frozen: dict[str, dict[str, Place]] = field(default_factory=dict)
    stamps: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)
    traces: dict[tuple[str, str], str] = field(default_factory=dict)
    deadlines: dict[str, int] = field(default_factory=dict)
    bells: Bells = field(default_factory=Bells)
    board: Topic = field(default_factory=Topic)
    lobby: Topic = field(default_factory=Topic)
    board_content: bytes = b""
    read_to: int = 0
    changed: Callable[[], None] = lambda: None
    _ranks: tuple[tuple[int, int], dict[str, int]] = field(default_factory=lambda: ((-1, -1), {}))

    @property
    def settings(self) -> Mapping[str, Any]:
        """What the trainer has set for the whole class."""
        return self.session.settings

    @property
    def locale(self) -> Locale:
        """The language of the class."""
        return Locale.from_code(self.session.language) or Locale.EN

    @property
    def present(self) -> int:
        """How many seats are taken."""
        return sum(seat.state in PRESENT for seat in self.seats.values())

    @property
    def current(self) -> Round | None:
        """The round that everybody looks at: the newest that is open or paused, else the newest that was
        closed, else the first that waits."""
        rounds = sorted(self.rounds.values(), key=lambda one: one.number)
        for states in (("open", "paused"), ("closed",)):
            chosen = [one for one in rounds if one.state in states]
            if chosen:
                return max(chosen, key=lambda one: (one.opened_at or 0, one.number))
        return rounds[0] if rounds else None

    def counted(self) -> list[str]:
        """Rounds that the board adds up: those of a set together, any other by itself."""
        current = self.current
        if current is None:
            return []
        if self.settings.get("board") == "all":
            return [one.id for one in self.rounds.values() if one.state != "waiting"]
        if current.mode != "set":
            return [current.id]
        return [one.id for one in self.rounds.values() if one.mode == "set" and one.state != "waiting"]

    def public(self) -> Standings:
        """What may be shown on the wall."""
        return self.frozen if self.frozen is not None else self.standings

    def placed(self, public: bool) -> list[Place]:
        """Places that the board adds up; those of a vote that is going on are counted turn by turn.

        Args:
            public: only what may be shown on the wall.
        """
        standings = self.public() if public else self.standings
        tallied = self.tallied_frozen if public and self.frozen is not None else self.tallied
        rounds = {one: RoundStandings("best", places) for one, places in tallied.items()}
        return Standings({**rounds, **standings.rounds}).of(self.counted())

    def ranks(self) -> dict[str, int]:
        """The rank of every seat that has one, made again only when something has changed."""
        state = (self.standings.seq, self.stamp)
        if self._ranks[0] != state:
            order = ranked(self.placed(False), "score")
            self._ranks = (state, {one.place.seat: one.rank for one in order})
        return self._ranks[1]

    def put_seat(self, seat: Seat) -> None:
        """A seat as it is now."""
        before = self.seats.get(seat.id)
        if before is not None and self.names.get(before.name_key) == seat.id:
            del self.names[before.name_key]
        self.seats[seat.id] = seat
        if seat.name_key:
            self.names[seat.name_key] = seat.id
        self.tell((seat.id,))

    def put_round(self, one: Round, now: int, ticks: int) -> None:
        """A round as it is now; its end is moved to the clock that never jumps."""
        self.rounds[one.id] = one
        if one.state in {"open", "closed"} and one.closes_at is not None:
            self.deadlines[one.id] = ticks + one.closes_at - now
        elif one.state == "paused" and one.closes_at is not None and one.paused_at is not None:
            self.deadlines[one.id] = one.closes_at - one.paused_at  # what is left
        else:
            self.deadlines.pop(one.id, None)
        self.tell_all()

    def remaining(self, one: Round, ticks: int) -> int | None:
        """Milliseconds until a round ends; None where it has no end."""
        if one.state == "closed":
            return 0 if one.closes_at is not None else None
        if one.id not in self.deadlines:
            minutes = one.settings.get("minutes")
            return int(minutes * 60_000) if minutes else None
        left = self.deadlines[one.id]
        return max(0, left if one.state == "paused" else left - ticks)

    def put_attempt(self, handed: Handed) -> None:
        """An attempt has come in, or is otherwise now."""
        known = self.attempts.get(handed.id)
        if known is not None:
            known.state, known.reason, known.flags = handed.state, handed.reason, handed.flags
        else:
            self.attempts[handed.id] = handed
            self.by_seat.setdefault(handed.seat_id, []).append(handed)
        self.tell((handed.seat_id,))

    def put_mark(self, mark: Mark, flags: Iterable[str] = ()) -> None:
        """An attempt has been marked."""
        handed = self.attempts[mark.attempt_id]
        if handed.mark is not None:
            return
        handed.mark, handed.state = headed(mark), "scored"
        handed.flags = tuple(flags) or handed.flags
        trace = mark.details.get("trace")
        if trace:
            self.traces.setdefault((mark.round_id, trace), mark.seat_id)
        self.standings.add(mark.round_id, self.counts(mark.round_id), place_of(mark))
        self.turns.pop(mark.seat_id, None)
        self.tell((mark.seat_id,))

    def handed_in(self, begun: Beginning) -> bool:
        """Whether what was begun has been handed in; looked for from the newest."""
        handed = reversed(self.by_seat.get(begun.seat_id, ()))
        return any(h.number == begun.number and h.round_id == begun.round_id for h in handed)

    def counts(self, round_id: str) -> str:
        """Which attempt of a round counts."""
        return str(self.rounds[round_id].settings.get("counts", "best"))

    def recounted(self) -> None:
        """Make the standings anew from the marks, after some were withdrawn."""
        marks = sorted(
            (h.mark for h in self.attempts.values() if h.mark is not None and h.state != "withdrawn"),
            key=lambda mark: mark.seq,
        )
        self.standings = Standings()
        for mark in marks:
            self.standings.add(mark.round_id, self.counts(mark.round_id), place_of(mark))
        freeze = self.session.freeze_seq
        self.frozen = None
        if freeze is not None:
            self.frozen = Standings()
            for mark in marks:
                if mark.seq <= freeze:
                    self.frozen.add(mark.round_id, self.counts(mark.round_id), place_of(mark))

    def tell(self, seats: Iterable[str]) -> None:
        """Some seats have news."""
        names = tuple(seats)
        for name in names:
            self.stamps[name] = self.stamps.get(name, 0) + 1
        self.bells.ring(names)
        self.changed()

    def tell_all(self) -> None:
        """Everybody has news."""
        self.stamp += 1
        self.bells.ring_all()
        self.changed()

    def version(self, seat: str) -> int:
        """Changes whenever something changes that this seat may have to hear of."""
        return self.stamp + self.stamps.get(seat, 0)

    def online(self, seat: str, ticks: int) -> bool:
        """Whether a seat has been heard of lately."""
        return ticks - self.seen.get(seat, -ONLINE) < ONLINE


def place_of(mark: Mark) -> Place:
    """What a mark counts for."""
    seals = len(mark.details.get("seals", ()))
    seq = 0 if mark.details.get("votes") else mark.seq  # those who voted alike share a rank
    return Place(mark.seat_id, mark.score, mark.stage, mark.insight, mark.nps, bool(mark.passed), seals, seq)
