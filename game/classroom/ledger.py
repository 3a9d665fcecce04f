"""What was begun, handed in and marked in a class: in memory as far as somebody looks at it, in the rows as a
whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.classroom.registers import LATEST, NOTHING, Archive, Handed, Register
from game.classroom.standings import RoundStandings
from game.records.class_attempts import Mark, headed
from game.records.class_counts import Tried
from game.records.class_rounds import Beginning, Round


@dataclass(slots=True)
class Ledger:
    """Of one class.

    Attributes:
        rounds: of the class, by their ids.
        archive: reads what is not in memory; without one there is nothing but what was put.
        freeze: the last mark that the wall may show; None where it may show all.
        registers: rounds that somebody has looked at.
        attempts: those that wait for their mark, and the last ones of the seats in `by_seat`.
        by_seat: the last attempts of seats that somebody has looked at.
        begun: luck that was handed out, by round and seat, likewise.
    """

    rounds: dict[str, Round]
    archive: Archive | None = None
    freeze: int | None = None
    registers: dict[str, Register] = field(default_factory=dict)
    attempts: dict[str, Handed] = field(default_factory=dict)
    by_seat: dict[str, list[Handed]] = field(default_factory=dict)
    begun: dict[tuple[str, str], list[Beginning]] = field(default_factory=dict)
    _overview: tuple[dict[str, int], set[str]] | None = None

    def register(self, one: str) -> Register:
        """A round as the board and the limits need it."""
        if one not in self.registers:
            row, counted = self.rounds[one], None
            if self.archive is not None:
                counted = self.archive.register(row, self.freeze)
            usual = str(row.settings.get("counts", "best"))
            self.registers[one] = counted or Register(RoundStandings(usual))
        return self.registers[one]

    def tried(self, one: str, seat: str) -> Tried:
        """How far a seat has come in a round."""
        return self.register(one).seats.get(seat, NOTHING)

    def has_marks(self, one: str) -> bool:
        """Whether something in a round was marked."""
        if one in self.registers:
            return bool(self.registers[one].standings.places)
        return one in self._looked_over()[1]

    def finished(self, one: str) -> int:
        """How many seats have handed something in in a round."""
        known = self.registers.get(one)
        return self._looked_over()[0].get(one, 0) if known is None else known.finished

    def handed(self, seat: str) -> list[Handed]:
        """What a seat has handed in last, the oldest first, `LATEST` at most."""
        if seat not in self.by_seat:
            rows = [] if self.archive is None else self.archive.latest(list(self.rounds), seat)
            self.by_seat[seat] = [self.attempts.setdefault(row.id, row) for row in rows]
        return self.by_seat[seat]

    def busy(self) -> set[str]:
        """Seats that have handed something in."""
        if self.archive is None:
            known = (each for one in self.registers.values() for each in one.seats.items())
            return {seat for seat, tried in known if tried.handed}
        return self.archive.busy(list(self.rounds))

    def attempt(self, one: str) -> Handed | None:
        """An attempt of this class by its id, however old."""
        known = self.attempts.get(one)
        if known is None and self.archive is not None:
            known = self.archive.attempt(one)
        return known if known is not None and known.round_id in self.rounds else None

    def beginnings(self, one: str, seat: str) -> list[Beginning]:
        """What a seat has begun in a round, in order."""
        if (one, seat) not in self.begun:
            self.begun[one, seat] = [] if self.archive is None else self.archive.beginnings(one, seat)
        return self.begun[one, seat]

    def put_beginnings(self, one: str, seat: str, rows: list[Beginning]) -> None:
        """What a seat has begun in a round, as it is now."""
        self.begun[one, seat] = rows
        if rows:
            self.register(one).begun(seat, rows[-1].number)

    def put_beginning(self, row: Beginning) -> None:
        """A seat was given the luck of one more attempt."""
        there = self.beginnings(row.round_id, row.seat_id)
        if len(there) < row.number:
            there.append(row)
        self.register(row.round_id).begun(row.seat_id, row.number)

    def begun_elsewhere(self, one: str, seat: str, number: int) -> None:
        """Another server has given a seat the luck of an attempt."""
        self.begun.pop((one, seat), None)
        self.register(one).begun(seat, number)

    def first_with(self, one: str, trace: str) -> str | None:
        """The seat of a round that was first with a sequence of lines and times."""
        register = self.register(one)
        if register.traces is None:
            register.traces = {} if self.archive is None else self.archive.traces(one)
        return register.traces.get(trace)

    def put_attempt(self, handed: Handed) -> None:
        """An attempt has come in, or is otherwise now."""
        known = self.attempts.get(handed.id)
        if known is not None:
            if known.mark is None or handed.state != "received":  # an older reading changes nothing
                known.state, known.reason, known.flags = handed.state, handed.reason, handed.flags
            return
        self.register(handed.round_id).handed(handed.seat_id, handed.number)
        mine = self.by_seat.get(handed.seat_id)
        if mine is not None or handed.state == "received":
            self.attempts[handed.id] = handed
        if mine is not None:
            mine.append(handed)
            while len(mine) > LATEST and mine[0].state != "received":
                self.attempts.pop(mine.pop(0).id, None)

    def put_mark(self, mark: Mark, flags: Iterable[str] = ()) -> None:
        """An attempt has been marked; the mark is in the database."""
        if not self.register(mark.round_id).marked(mark):
            del self.registers[mark.round_id]
        handed = self.attempts.get(mark.attempt_id)
        if handed is not None and handed.mark is None:
            handed.mark, handed.state = headed(mark), "scored"
            handed.flags = tuple(flags) or handed.flags
            if mark.seat_id not in self.by_seat:
                del self.attempts[mark.attempt_id]

    def recount(self, freeze: int | None) -> None:
        """Count anew when somebody looks, up to a mark for the wall."""
        self.freeze = freeze
        self.registers.clear()
        self._overview = None

    def read_again(self) -> None:
        """Forget all that can be read again: other servers may have written anything."""
        self.recount(self.freeze)
        self.begun.clear()
        self.by_seat.clear()
        self.attempts = {one.id: one for one in self.attempts.values() if one.state == "received"}

    def _looked_over(self) -> tuple[dict[str, int], set[str]]:
        """How many seats have finished each round, and which rounds have marks: right for those that nobody
        has looked at since."""
        if self._overview is None:
            nothing: tuple[dict[str, int], set[str]] = ({}, set())
            self._overview = nothing if self.archive is None else self.archive.overview(list(self.rounds))
        return self._overview
