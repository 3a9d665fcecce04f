"""Who stands where: a pure function of marks in their order, kept up to date mark by mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

VIEWS = ("score", "stage", "insight", "team")
POLICIES = ("best", "last", "first")


@dataclass(frozen=True, slots=True)
class Place:
    """What counts of one seat in one round.

    Attributes:
        seq: where in the order of all marks the seat reached what counts.
        finished: attempts that were marked.
    """

    seat: str
    score: int
    stage: int
    insight: int
    nps: int
    passed: bool
    seals: int
    seq: int
    finished: int = 1


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place with its rank, from 1; equal ranks are shared."""

    rank: int
    place: Place


@dataclass(frozen=True, slots=True)
class TeamPlace:
    """A team: the mean of those of its seats that have finished, in whole points."""

    rank: int
    name: str
    score: int
    count: int


@dataclass(slots=True)
class RoundStandings:
    """What counts in one round.

    Attributes:
        counts: `best`, `last` or `first` attempt.
    """

    counts: str = "best"
    places: dict[str, Place] = field(default_factory=dict)

    def add(self, mark: Place) -> bool:
        """Take one more mark into account; True where the order may have changed.

        Marks come in the order of their `seq`; for `best` and `first` they may come in any. One that does not
        raise the best score never moves anybody (U7).
        """
        had = self.places.get(mark.seat)
        if had is None:
            self.places[mark.seat] = mark
            return True
        finished = had.finished + 1
        match self.counts:
            case "last":
                better = True
            case "best":
                better = (-mark.score, mark.seq) < (-had.score, had.seq)
            case _:
                better = mark.seq < had.seq
        if better and self.counts == "last" and mark.score == had.score:
            mark = _with(mark, had.seq, finished)
        self.places[mark.seat] = _with(mark, mark.seq, finished) if better else _with(had, had.seq, finished)
        return better


@dataclass(slots=True)
class Standings:
    """The standings of a class, round by round, for some upper end of the order."""

    rounds: dict[str, RoundStandings] = field(default_factory=dict)
    seq: int = 0

    def add(self, round_id: str, counts: str, mark: Place) -> bool:
        """Take one more mark into account."""
        self.seq = max(self.seq, mark.seq)
        return self.rounds.setdefault(round_id, RoundStandings(counts)).add(mark)

    def of(self, round_ids: Iterable[str]) -> list[Place]:
        """What counts over some rounds: points, stages and insight of a seat added up or averaged."""
        chosen = [self.rounds[one].places for one in round_ids if one in self.rounds]
        if len(chosen) == 1:
            return list(chosen[0].values())
        by_seat: dict[str, list[Place]] = {}
        for places in chosen:
            for seat, place in places.items():
                by_seat.setdefault(seat, []).append(place)
        return [_joined(places) for places in by_seat.values()]


def ranked(
    places: Iterable[Place], view: str, hidden: Mapping[str, object] | None = None, most: int | None = None
) -> list[Ranked]:
    """Places in their order.

    Args:
        places: of a round or of several.
        view: `score`, `stage`, `insight` (or `team`, which is `score`).
        hidden: seats that are not shown.
        most: how many of the first are wanted; all where it is left out.
    """
    key = {"stage": _by_stage, "insight": _by_insight}.get(view, _by_score)
    chosen = [place for place in places if not hidden or place.seat not in hidden]
    shown = sorted(chosen, key=key) if most is None else nsmallest(most, chosen, key)
    found: list[Ranked] = []
    for at, place in enumerate(shown, start=1):
        tied = found and key(found[-1].place)[:-1] == key(place)[:-1]
        found.append(Ranked(found[-1].rank if tied else at, place))
    return found


def teams(places: Iterable[Place], team_of: Mapping[str, str | None]) -> list[TeamPlace]:
    """Teams in the order of their means; equal means share a rank."""
    scores: dict[str, list[int]] = {}
    for place in places:
        name = team_of.get(place.seat)
        if name:
            scores.setdefault(name, []).append(place.score)
    means = sorted(
        ((-sum(s) // len(s), name, len(s)) for name, s in scores.items()), key=lambda m: (m[0], m[1])
    )
    found: list[TeamPlace] = []
    for at, (score, name, count) in enumerate(means, start=1):
        rank = found[-1].rank if found and found[-1].score == -score else at
        found.append(TeamPlace(rank, name, -score, count))
    return found


def _by_score(place: Place) -> tuple[int, int, str]:
    return (-place.score, place.seq, place.seat)


def _by_stage(place: Place) -> tuple[int, int, int, str]:
    return (-place.stage, -place.score, place.seq, place.seat)


def _by_insight(place: Place) -> tuple[int, int, int, str]:
    return (-place.insight, -place.score, place.seq, place.seat)


def _with(place: Place, seq: int, finished: int) -> Place:
    return Place(
        place.seat,
        place.score,
        place.stage,
        place.insight,
        place.nps,
        place.passed,
        place.seals,
        seq,
        finished,
    )


def _joined(places: Sequence[Place]) -> Place:
    count = len(places)
    return Place(
        seat=places[0].seat,
        score=sum(place.score for place in places),
        stage=max(place.stage for place in places),
        insight=sum(place.insight for place in places) // count,
        nps=sum(place.nps for place in places) // count,
        passed=all(place.passed for place in places),
        seals=max(place.seals for place in places),
        seq=max(place.seq for place in places),
        finished=sum(place.finished for place in places),
    )
