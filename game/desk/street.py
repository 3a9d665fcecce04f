"""A street of doors: three rows of scenarios, which door stands where, and how one walks along. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.desk.ports import Entry

STARTER, FIELD, MASTER = 0, 1, 2


def row_of(entry: Entry) -> int:
    """In which row a scenario stands: starter, field or master, by its difficulty of 1 to 5."""
    return STARTER if entry.difficulty <= 2 else FIELD if entry.difficulty <= 3 else MASTER


@dataclass(frozen=True, slots=True)
class Street:
    """The doors by row, each row in the order of the listing."""

    rows: tuple[tuple[Entry, ...], ...]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Street:
        """Put every scenario into its row."""
        return cls(tuple(tuple(e for e in entries if row_of(e) == row) for row in (STARTER, FIELD, MASTER)))

    def at(self, place: tuple[int, int]) -> Entry | None:
        """The door at (row, number); None where there is none."""
        row, number = place
        return self.rows[row][number] if number < len(self.rows[row]) else None

    def find(self, scenario_id: str) -> tuple[int, int] | None:
        """Where a scenario stands."""
        for row, doors in enumerate(self.rows):
            for number, entry in enumerate(doors):
                if entry.id == scenario_id:
                    return row, number
        return None

    @property
    def recommended(self) -> tuple[int, int] | None:
        """The door ajar: the first that was never played, otherwise the one with the least points."""
        doors = [(row, n, entry) for row, doors in enumerate(self.rows) for n, entry in enumerate(doors)]
        if not doors:
            return None
        fresh = next(((row, n) for row, n, entry in doors if entry.best is None), None)
        if fresh is not None:
            return fresh
        row, number, _ = min(doors, key=lambda door: door[2].best or 0)
        return row, number

    def step(self, place: tuple[int, int], right: int, down: int) -> tuple[int, int]:
        """One door further; rows without doors are passed over, ends hold."""
        row, number = place
        if down:
            rows = [r for r in range(len(self.rows)) if self.rows[r] and (r - row) * down > 0]
            if not rows:
                return place
            row = rows[0] if down > 0 else rows[-1]
            return row, min(number, len(self.rows[row]) - 1)
        return row, max(0, min(len(self.rows[row]) - 1, number + right))
