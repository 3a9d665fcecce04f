"""What a trainer takes home: every attempt as CSV, JSON lines and a workbook, and the marks for a gradebook.

The full export is for the trainer. The public one is the board in columns: it ends where a frozen board ends,
and has neither names of a roster nor anything that was not marked by then.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from game.classroom.cells import Cell, csv_lines, moment
from game.classroom.scenario_words import ScenarioWords
from game.engine.traits import Stage
from game.language.words import Words, marked
from game.records.class_database import Connection
from game.records.class_results import Result, results
from game.records.class_sessions import ClassSession
from game.telling.phrasing import STAGE_NAMES

FULL_SCORE = 1_000

STATES = {
    "received": marked("not marked yet"),
    "scored": marked("marked"),
    "refused": marked("refused"),
    "withdrawn": marked("withdrawn"),
}
PRIVATE = ("roster", "state", "reason", "flags", "transcript_sha256")
"""Columns that only the trainer sees."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in files for programs, its head for people, and what is in it."""

    name: str
    head: str


COLUMNS = (
    Column("received", marked("Received (UTC)")),
    Column("round", marked("Round")),
    Column("scenario", marked("Scenario")),
    Column("mode", marked("Mode")),
    Column("name", marked("Name")),
    Column("team", marked("Team")),
    Column("members", marked("Members")),
    Column("roster", marked("Roster key")),
    Column("attempt", marked("Attempt")),
    Column("state", marked("State")),
    Column("reason", marked("Reason")),
    Column("score", marked("Score")),
    Column("passed", marked("Passed")),
    Column("stage", marked("Stage")),
    Column("ending", marked("Ending")),
    Column("recommends", marked("Would recommend (0-10)")),
    Column("satisfaction", marked("Satisfaction (1-5)")),
    Column("insight", marked("Insight (%)")),
    Column("honesty", marked("Honesty")),
    Column("seals", marked("Seals")),
    Column("lines", marked("Lines")),
    Column("seconds", marked("Seconds of thinking")),
    Column("flags", marked("To look at")),
    Column("fingerprint", marked("Version of the scenario")),
    Column("transcript_sha256", marked("Hash of the transcript")),
)


@dataclass(frozen=True, slots=True)
class Export:
    """One class on its way into a file.

    Attributes:
        session: the class.
        words: of the language of the heads.
        public: leave out what is not for the wall, and stop where the board is frozen.
        scenarios: what scenarios call their criteria and endings.
    """

    session: ClassSession
    words: Words
    public: bool = False
    scenarios: ScenarioWords = field(default_factory=ScenarioWords)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those that this export has."""
        return tuple(one for one in COLUMNS if not (self.public and one.name in PRIVATE))

    @property
    def head(self) -> tuple[str, ...]:
        """The first row."""
        return tuple(self.words(one.head) for one in self.columns)

    def found(self, connection: Connection) -> Iterator[Result]:
        """The attempts that this export shows."""
        return results(connection, self.session.id, self.session.freeze_seq if self.public else None)

    def row(self, result: Result) -> tuple[Cell, ...]:
        """One attempt as cells."""
        values = self.values(result)
        return tuple(values[one.name] for one in self.columns)

    def title(self, result: Result) -> str:
        """What the scenario is called in the language of the export."""
        return result.titles.get(self.words.locale.value) or result.scenario

    def values(self, result: Result) -> Mapping[str, Cell]:
        """One attempt by the names of the columns."""
        attempt, mark, seat = result.attempt, result.mark, result.seat
        details: Mapping[str, Any] = mark.details if mark else {}
        took = details.get("took")
        return {
            "received": moment(attempt.received_at),
            "round": result.round.number,
            "scenario": self.title(result),
            "mode": result.round.mode,
            "name": seat.nickname,
            "team": seat.team or "",
            "members": ", ".join(seat.members),
            "roster": seat.roster_key or "",
            "attempt": attempt.number,
            "state": self.words(STATES.get(attempt.state, attempt.state)),
            "reason": attempt.reason or "",
            "score": mark.score if mark else None,
            "passed": int(mark.passed) if mark else None,
            "stage": STAGE_NAMES[Stage(mark.stage)].said(self.words.locale) if mark else "",
            "ending": details.get("ending") or "",
            "recommends": mark.nps if mark else None,
            "satisfaction": details.get("csat"),
            "insight": mark.insight if mark else None,
            "honesty": details.get("honesty", [None])[0],
            "seals": ", ".join(details.get("seals", ())),
            "lines": len(details.get("moves", ())) if mark else None,
            "seconds": took / 10 if isinstance(took, int) else None,
            "flags": ", ".join(attempt.flags),
            "fingerprint": result.fingerprint,
            "transcript_sha256": attempt.sha,
        }

    def csv(self, connection: Connection) -> Iterator[bytes]:
        """One row for each attempt."""
        return csv_lines(self.head, map(self.row, self.found(connection)))

    def jsonl(self, connection: Connection) -> Iterator[bytes]:
        """One object for each attempt: columns by name, what marking found, and in full the transcript."""
        for result in self.found(connection):
            plain: dict[str, Any] = {
                one.name: value for one, value in zip(self.columns, self.row(result), strict=True)
            }
            plain["scenario_id"] = result.scenario
            plain["part"] = result.round.settings.get("part")
            plain["marking"] = dict(result.mark.details) if result.mark else None
            if not self.public:
                plain["transcript"] = json.loads(result.attempt.transcript)
                plain["attempt_id"], plain["seat_id"] = result.attempt.id, result.seat.id
            yield (json.dumps(plain, ensure_ascii=False) + "\n").encode()

    def gradebook(self, connection: Connection) -> Iterator[bytes]:
        """One row for each seat and round, as a gradebook imports it: identifier, points, of how many."""
        head = [
            self.words(each)
            for each in (
                marked("Identifier"),
                marked("Name"),
                marked("Item"),
                marked("Points"),
                marked("Of"),
                marked("Percent"),
                marked("Which attempt counts"),
            )
        ]
        return csv_lines(head, self._grades(self.found(connection)))

    def _grades(self, found: Iterable[Result]) -> Iterator[Sequence[Cell]]:
        for (number, _), counted in sorted(Counting(found).found.items()):
            assert counted.mark is not None
            yield (
                counted.seat.roster_key or counted.seat.nickname,
                counted.seat.nickname,
                f"{self.session.title} · {number}. {self.title(counted)}",
                counted.mark.score,
                FULL_SCORE,
                counted.mark.score / FULL_SCORE * 100,
                policy(counted),
            )


def policy(result: Result) -> str:
    """Which attempt of the round counts: `best`, `last` or `first`."""
    return str(result.round.settings.get("counts", "best"))


class Counting:
    """Which attempt of each round and seat counts, found as attempts go by.

    Attributes:
        found: the attempt that counts, by number of the round and seat, without its transcript and details.
        sent: how many attempts each seat sent that were marked.
    """

    def __init__(self, results: Iterable[Result] = ()) -> None:
        """Begin with some attempts."""
        self.found: dict[tuple[int, str], Result] = {}
        self.sent: Counter[str] = Counter()
        for result in results:
            self.add(result)

    def add(self, result: Result) -> None:
        """One more attempt; those without a mark count for nothing."""
        if result.mark is None or result.attempt.state != "scored":
            return
        self.sent[result.seat.id] += 1
        place = (result.round.number, result.seat.id)
        before = self.found.get(place)
        if before is None or _replaces(result, before):
            attempt, mark = replace(result.attempt, transcript=""), replace(result.mark, details={})
            self.found[place] = replace(result, attempt=attempt, mark=mark)


def _replaces(new: Result, before: Result) -> bool:
    """Whether the newer of two attempts is the one that counts."""
    assert new.mark is not None
    assert before.mark is not None
    rule = policy(new)
    if rule == "last":
        return new.attempt.number > before.attempt.number
    if rule == "first":
        return new.attempt.number < before.attempt.number
    return new.mark.score > before.mark.score
