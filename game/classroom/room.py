"""One class as the server has it in memory: made from the rows of the database, changed only after they
were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import InitVar, dataclass, field
from typing import Any

from game.classroom.bells import Bells, Topic
from game.classroom.ledger import Ledger
from game.classroom.registers import Archive, Handed
from game.classroom.standings import Place, RoundStandings, Standings, ranked
from game.language.locale import Locale
from game.records.class_attempts import Mark
from game.records.class_rounds import Beginning, Round, Talk
from game.records.class_seats import PRESENT, Seat
from game.records.class_sessions import ClassSession

ONLINE = 40_000
"""Milliseconds since a seat was last heard of for which it counts as being there; it asks every 25
seconds."""

GRACE = 120
"""Seconds after the end of a round in which what was played in it may still arrive."""

__all__ = ["GRACE", "Handed", "PackageFacts", "Room"]


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What is needed of a package while a class goes on; its bytes stay in the database."""

    sha: str
    scenario: str
    fingerprint: str
    titles: Mapping[str, str]
    customers: int


@dataclass(slots=True)
class Room:
    """A class.

    Attributes:
        stamp: grows with everything that all seats may have to hear of.
        archive: reads what is not in memory; a class without one has nothing but what it is told.
        ledger: what was begun, handed in and marked.
        marks: grows with every mark, and when they are counted anew.
        stamps: of single seats.
        tallied: places in votes, by round, from the turns that were revealed.
        tallied_frozen: the same as they were when the board was frozen.
        deadlines: ends of rounds on the clock that never jumps.
        changed: is called after every change, so that boards are drawn again.
    """

    session: ClassSession
    stamp: int
    rounds: dict[str, Round] = field(default_factory=dict)
    packages: dict[str, PackageFacts] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    talks: dict[str, Talk] = field(default_factory=dict)
    votes: dict[tuple[str, int], dict[str, str]] = field(default_factory=dict)
    marks: int = 0
    tallied: dict[str, dict[str, Place]] = field(default_factory=dict)
    tallied_frozen: dict[str, dict[str, Place]] = field(default_factory=dict)
    stamps: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)
    deadlines: dict[str, int] = field(default_factory=dict)
    bells: Bells = field(default_factory=Bells)
    board: Topic = field(default_factory=Topic)
    lobby: Topic = field(default_factory=Topic)
    board_content: bytes = b""
    changed: Callable[[], None] = lambda: None
    archive: InitVar[Archive | None] = None
    ledger: Ledger = field(init=False)
    _ranks: tuple[tuple[int, int], dict[str, int]] = field(default_factory=lambda: ((-1, -1), {}))

    def __post_init__(self, archive: Archive | None) -> None:
        self.ledger = Ledger(self.rounds, archive, self.session.freeze_seq)

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

    @property
    def frozen(self) -> bool:
        """Whether the wall shows what was before some moment."""
        return self.session.freeze_seq is not None

    def placed(self, public: bool) -> list[Place]:
        """Places that the board adds up; those of a vote that is going on are counted turn by turn.

        Args:
            public: only what may be shown on the wall.
        """
        tallied = self.tallied_frozen if public and self.frozen else self.tallied
        rounds = {one: RoundStandings("best", places) for one, places in tallied.items()}
        for one in self.counted():
            register = self.ledger.register(one)
            marked = register.frozen if public and register.frozen is not None else register.standings
            if marked.places:
                rounds[one] = marked
        return Standings(rounds).of(self.counted())

    def ranks(self) -> dict[str, int]:
        """The rank of every seat that has one, made again only when something has changed."""
        state = (self.marks, self.stamp)
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
        self.ledger.put_attempt(handed)
        self.tell((handed.seat_id,))

    def put_mark(self, mark: Mark, flags: Iterable[str] = ()) -> None:
        """An attempt has been marked; the mark is in the database."""
        self.ledger.put_mark(mark, flags)
        self.marks += 1
        self.turns.pop(mark.seat_id, None)
        self.tell((mark.seat_id,))

    def handed_in(self, begun: Beginning) -> bool:
        """Whether what was begun has been handed in."""
        return self.ledger.tried(begun.round_id, begun.seat_id).handed >= begun.number

    def recounted(self) -> None:
        """Count anew, from the rows, when somebody looks: some were withdrawn, or the board was frozen."""
        self.ledger.recount(self.session.freeze_seq)
        self.marks += 1

    def read_again(self) -> None:
        """Forget what can be read again: other servers may have written anything."""
        self.ledger.read_again()
        self.marks += 1

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
