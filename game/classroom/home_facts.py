"""What one seat achieved in a class: its own attempts, what counts of each round, and where that turned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.analysis.judgement import judged
from game.classroom.exports import Counting
from game.classroom.scenario_words import Names, ScenarioWords
from game.language.locale import Locale
from game.records.class_database import Connection
from game.records.class_results import Result, results
from game.records.class_rounds import Round, Talk, talk_of
from game.records.class_seats import Seat
from game.records.class_sessions import ClassSession

MOST_TURNS = 3
"""Turning points that are told of each round."""


@dataclass(frozen=True, slots=True)
class Known:
    """What looking back found of an attempt.

    Attributes:
        looked: in the form of `home_work.Looked`; None where it is not known.
        pending: it is being worked out.
    """

    looked: Mapping[str, Any] | None = None
    pending: bool = False


Lookup = Callable[[str], Known]
"""What is known of an attempt, by its id."""


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """One round from one seat.

    Attributes:
        title: of the scenario.
        names: of its criteria, endings and lines.
        scores: of every attempt that was marked, in the order of their numbers.
        counted: the attempt that counts, with its mark; None where none was marked.
        known: where it turned.
    """

    round: Round
    title: str
    names: Names
    scores: Sequence[tuple[int, int]]
    counted: Result | None
    known: Known


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """What somebody takes home: nothing of anybody else is in it."""

    session: ClassSession
    seat: Seat
    rounds: Sequence[PlayedRound]

    @property
    def pending(self) -> bool:
        """Whether something is still being worked out."""
        return any(one.known.pending for one in self.rounds)


def gathered(
    connection: Connection,
    session: ClassSession,
    seat: Seat,
    scenarios: ScenarioWords,
    locale: Locale,
    lookup: Lookup = lambda _: Known(),
) -> HomeFacts:
    """Everything for the page of a seat."""
    rounds: dict[int, list[Result]] = {}
    for result in results(connection, session.id, of_seat=seat.id):
        rounds.setdefault(result.round.number, []).append(result)
    found = []
    for _, mine in sorted(rounds.items()):
        one, last = mine[0].round, mine[0]
        counted = counting(mine)
        scored = [(r.attempt.number, r.mark.score) for r in mine if r.mark and r.attempt.state == "scored"]
        names = scenarios.names(connection, one.package_sha, locale)
        title = last.titles.get(locale.value) or last.scenario
        known = lookup(counted.attempt.id) if counted is not None else Known()
        found.append(PlayedRound(one, title, names, sorted(scored), counted, known))
    return HomeFacts(session, seat, found)


def counting(results_of_a_round: Sequence[Result]) -> Result | None:
    """The attempt of a seat that counts, with its transcript and everything that marking found."""
    chosen = list(Counting(results_of_a_round).found.values())
    ids = {one.attempt.id for one in chosen}
    return next((result for result in results_of_a_round if result.attempt.id in ids), None)


@dataclass(frozen=True, slots=True)
class VoteFault:
    """A turn of a vote at which another line was worth more than the one voted for."""

    turn: int
    before: Sequence[str]
    said: str
    better: str
    cost: int


def faults_of_votes(connection: Connection, result: Result) -> list[VoteFault]:
    """The turns of a vote that cost a voter most, the worst first.

    Args:
        connection: to read with.
        result: the voter's attempt.
    """
    talk = talk_of(connection, result.round.id)
    if talk is None or result.mark is None:
        return []
    votes: list[str] = list(result.mark.details.get("votes", ()))
    turns = _revealed(talk)[-len(votes) :] if votes else []  # who came late has no part in the first ones
    found = []
    for turn, line in zip(turns, votes, strict=False):
        worth: dict[str, int] = turn["values"]
        best = max(worth, key=lambda name: worth[name])
        if line in worth and judged(worth[best] - worth[line]).fault:
            before = list(talk.moves)[: int(turn["turn"]) - 1]
            found.append(VoteFault(int(turn["turn"]), before, line, best, worth[best] - worth[line]))
    return sorted(found, key=lambda fault: (-fault.cost, fault.turn))[:MOST_TURNS]


def _revealed(talk: Talk) -> list[Mapping[str, Any]]:
    return [turn for turn in talk.turns if turn.get("said") and turn.get("values")]
