"""Before and after: two rounds of a scenario with two equally hard customers, and what was gained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.analysis.gain import Gain, gained
from game.analysis.intervals import Estimate
from game.classroom.exports import Counting, Export
from game.records.class_database import Connection
from game.records.class_results import Result


@dataclass(frozen=True, slots=True)
class Both:
    """Somebody who played before and after: the attempts that count."""

    before: Result
    after: Result

    @property
    def scores(self) -> tuple[int, int]:
        """Points before and after."""
        assert self.before.mark is not None
        assert self.after.mark is not None
        return self.before.mark.score, self.after.mark.score


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds of a class held against each other.

    Attributes:
        title: of the scenario.
        numbers: of the two rounds.
        everybody: who played both, in the order of their names.
        left_out: how many played only one of them.
        found: the two customers, in the form of `variants.Found`.
    """

    title: str
    numbers: tuple[int, int]
    everybody: tuple[Both, ...]
    left_out: int
    found: Mapping[str, Any]

    @property
    def gain(self) -> Gain:
        """What the class gained."""
        return gained([each.scores for each in self.everybody])

    @property
    def apart(self) -> Estimate:
        """How many points easier the customer of after is, by a simulated class."""
        return Estimate(*self.found["apart"])

    def plain(self) -> dict[str, Any]:
        """For programs: points, with the ends of 95 % intervals; nobody is named."""
        gain = self.gain
        return {
            "scenario": self.title,
            "rounds": list(self.numbers),
            "pairs": gain.pairs,
            "left_out": self.left_out,
            "before": gain.before,
            "after": gain.after,
            "gain": None if gain.gain is None else [gain.gain.value, gain.gain.low, gain.gain.high],
            "better": gain.better,
            "method": "paired t (Student 1908)",
            "variants": {name: self.found[name] for name in sorted(self.found) if name != "of"},
        }


def comparisons(export: Export, counting: Counting) -> list[Comparison]:
    """Every comparison of a class whose two rounds were both played, in the order of the rounds after."""
    rounds = {result.round.id: result.round for result in counting.found.values()}
    titles = {result.round.id: export.title(result) for result in counting.found.values()}
    found = []
    for after in sorted(rounds.values(), key=lambda one: one.number):
        comparison = after.settings.get("comparison")
        if after.settings.get("part") != "after" or not comparison:
            continue
        before = rounds.get(comparison.get("of", ""))
        if before is None:
            continue
        one = {seat: r for (number, seat), r in counting.found.items() if number == before.number}
        other = {seat: r for (number, seat), r in counting.found.items() if number == after.number}
        everybody = sorted(
            (Both(one[seat], other[seat]) for seat in one.keys() & other.keys()),
            key=lambda each: (each.before.seat.nickname, each.before.seat.id),
        )
        left_out = len(one.keys() ^ other.keys())
        numbers = (before.number, after.number)
        found.append(Comparison(titles[after.id], numbers, tuple(everybody), left_out, comparison))
    return found


def as_json(export: Export, connection: Connection) -> Iterator[bytes]:
    """The comparisons of a class as one JSON object."""
    import json

    counting = Counting(export.found(connection))
    told = {
        "class": export.session.title,
        "comparisons": [each.plain() for each in comparisons(export, counting)],
    }
    yield (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
