"""Many transcripts of one scenario replayed and marked at once, for whoever may not believe a client.

The rules are those of the single conversation and so is every figure (a law keeps them equal). A transcript
that stops making sense is one row with its reason; the others are marked all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.analysis.observer import hidden_in
from game.analysis.seals import seals
from game.engine.customers import customer_of
from game.engine.rules import Rules
from game.engine.scenario import Close
from game.engine.scoring import Marks, Points, promoters
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints, Places, Stage, Trait
from game.engine.transcript import ENGINE, Fault, Guess, Note, Say, Transcript

SILENT, UNKNOWN = -1, -2
"""In the place of a line: none is said any more, or one that the scenario does not have."""

AT_ONCE = 4_096
"""Transcripts that are replayed together; more take no longer each and only need room."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a transcript is worth.

    Attributes:
        score: 0..1000 points.
        finished: whether the conversation came to an end; the score is that of where it stopped.
        stage: the furthest stage reached.
        ending: id of the ending, None when unfinished; `close` likewise.
        nps: 0..10 (`metric-nps`) and the word of what decided it; `csat` 1..5.
        criteria, grades: points by id; `stages` by word of the stage: earned and possible.
        insight: percent of the three guesses that were right at the end, unnoted ones counting as wrong.
        moves, beats: ids of the lines said and of the beats in which they were said.
        took: tenths of a second that the moves took together, None where nobody measured.
    """

    score: int
    passed: bool
    pass_mark: int
    finished: bool
    stage: Stage
    ending: str | None
    close: Close | None
    nps: int
    nps_reason: str
    csat: int
    honesty: Points
    criteria: Mapping[str, Points]
    grades: Mapping[str, Points]
    stages: Mapping[str, Points]
    customer: int
    guess: Guess
    insight: int
    moves: tuple[str, ...]
    beats: tuple[str, ...]
    took: int | None

    @property
    def seals(self) -> frozenset[str]:
        """Which of the three seals were earned."""
        return seals(self)


@dataclass(frozen=True, slots=True)
class Refused:
    """A transcript that cannot be replayed: why, at which move (from 0; -1 for all of it), and its words."""

    fault: Fault
    move: int
    name: str


def marked(rules: Rules, transcripts: Sequence[Transcript]) -> list[Marked | Refused]:
    """Replay transcripts and mark them, in their order.

    Args:
        rules: of the scenario that they claim to be of.
        transcripts: with any seeds and lengths.
    """
    results: list[Marked | Refused] = []
    for first in range(0, len(transcripts), AT_ONCE):
        results += _Replay(rules, transcripts[first : first + AT_ONCE]).results()
    return results


class _Replay:
    """Some transcripts on their way."""

    def __init__(self, rules: Rules, transcripts: Sequence[Transcript]) -> None:
        self._rules, self._transcripts = rules, transcripts
        self._refused: dict[int, Refused] = {}
        self._known: dict[int, tuple[str, str, str]] = {}
        self._said: list[list[tuple[int, str]]] = []  # per transcript: place among its moves, line
        for row, transcript in enumerate(transcripts):
            if (fault := self._foreign(transcript)) is not None:
                self._refused[row] = fault
            self._said.append(
                [(at, move.line) for at, move in enumerate(transcript.moves) if isinstance(move, Say)]
            )
        shape = len(transcripts), max((len(said) for said in self._said), default=0)
        self._lines = np.full(shape, SILENT, np.int32)  # of every transcript, turn by turn
        self._beats = np.zeros(shape, np.int32)  # in which they were said
        index = rules.lines.index
        for row, said in enumerate(self._said):
            self._lines[row, : len(said)] = [index.get(line, UNKNOWN) for _, line in said]

    def results(self) -> list[Marked | Refused]:
        """All of them, in order."""
        rules = self._rules
        rows = np.array([row for row in range(len(self._transcripts)) if row not in self._refused], np.int64)
        found: dict[int, Marked] = {}
        customers = [customer_of(rules.scenario, self._transcripts[row].seed) for row in rows]
        state = rules.fresh(np.array(customers, np.int32))
        furthest = state.stage.copy()
        turn = 0
        while len(rows):
            going, faulty = self._may_say(rows, state, turn)
            resting = np.flatnonzero(~(going | faulty))
            if len(resting):
                found.update(self._marked(rows[resting], state.only(resting), furthest[resting]))
            at = np.flatnonzero(going)
            rows, state, furthest = rows[at], state.only(at), furthest[at]
            if len(rows):
                self._beats[rows, turn] = state.beat
                state = rules.advance(state, self._lines[rows, turn]).state
                furthest = np.maximum(furthest, state.stage)
            turn += 1
        return [self._refused.get(row) or found[row] for row in range(len(self._transcripts))]

    def _truth(self, customer: int) -> tuple[str, str, str]:
        """What there was to guess about a customer."""
        if customer not in self._known:
            self._known[customer] = hidden_in(self._rules, customer)
        return self._known[customer]

    def _foreign(self, transcript: Transcript) -> Refused | None:
        """Whether it is of other rules."""
        if transcript.engine != ENGINE:
            return Refused(Fault.OTHER_ENGINE, -1, str(transcript.engine))
        if transcript.fingerprint != self._rules.scenario.fingerprint:
            return Refused(Fault.OTHER_SCENARIO, -1, transcript.fingerprint)
        return None

    def _may_say(self, rows: Places, state: State, turn: int) -> tuple[Bools, Bools]:
        """Which plays say their next line, and which must not; the latter are refused."""
        if turn >= self._lines.shape[1]:
            return np.zeros(len(rows), bool), np.zeros(len(rows), bool)
        lines = self._lines[rows, turn]
        speaking = lines != SILENT
        going = speaking & (lines >= 0) & (self._rules.course.choices(state) == lines).any(axis=0)
        faulty = speaking & ~going
        for place in np.flatnonzero(faulty).tolist():
            row = int(rows[place])
            at, line = self._said[row][turn]
            if lines[place] == UNKNOWN:
                fault = Fault.UNKNOWN_LINE
            else:
                fault = Fault.AFTER_THE_END if state.close[place] != OPEN else Fault.NOT_OFFERED
            self._refused[row] = Refused(fault, at, line)
        return going, faulty

    def _marked(self, rows: Places, state: State, furthest: Ints) -> dict[int, Marked]:
        """Marks of plays whose transcripts have nothing more to say."""
        rules, rubric = self._rules, self._rules.scenario.rubric
        marks = Marks(rules)
        criteria = _listed(marks.criteria(state))
        grades = _listed(marks.grades(state))
        honesty, total = marks.honesty(state).tolist(), marks.total(state).tolist()
        nps, reasons = promoters(state, rules)
        satisfaction, promoted = state.mind[Trait.SATISFACTION, 0].tolist(), nps.tolist()
        stages, customers = furthest.tolist(), state.customer.tolist()
        closes, endings = state.close.tolist(), state.ending.tolist()
        of_stage = {stage: [c for c in rubric.criteria if c.stage is stage] for stage in Stage}
        possible = {stage: sum(c.points for c in there) for stage, there in of_stage.items()}
        beats = [beat.id for beat in rules.scenario.beats]
        found = {}
        for at, row in enumerate(rows.tolist()):
            transcript, over, said = self._transcripts[row], closes[at] != OPEN, self._said[row]
            guess = next((m.guess for m in reversed(transcript.moves) if isinstance(m, Note)), Guess())
            took = [move.took for move in transcript.moves if move.took is not None]
            found[row] = Marked(
                score=total[at],
                passed=total[at] >= rubric.passing,
                pass_mark=rubric.passing,
                finished=over,
                stage=Stage(stages[at]),
                ending=rules.scenario.endings[endings[at]].id if over else None,
                close=Close(closes[at]) if over else None,
                nps=promoted[at],
                nps_reason=reasons[at],
                csat=1 + min(4, satisfaction[at] // 2_000),
                honesty=_points(honesty[at], rubric.honesty),
                criteria={c.id: _points(criteria[c.id][at], c.points) for c in rubric.criteria},
                grades={g.id: _points(grades[g.id][at], g.points) for g in rubric.grades},
                stages={
                    stage.word: _points(sum(criteria[c.id][at] for c in there), possible[stage])
                    for stage, there in of_stage.items()
                },
                customer=customers[at],
                guess=guess,
                insight=_insight(guess, self._truth(customers[at])),
                moves=tuple([line for _, line in said]),
                beats=tuple([beats[beat] for beat in self._beats[row, : len(said)].tolist()]),
                took=sum(took) if took else None,
            )
        return found


def _listed(points: Mapping[str, Ints]) -> dict[str, list[int]]:
    """Points as plain numbers."""
    return {name: each.tolist() for name, each in points.items()}


@lru_cache(maxsize=4_096)
def _points(earned: int, possible: int) -> Points:
    """Points, one object for all that are equal."""
    return Points(earned, possible)


def _insight(guess: Guess, truth: tuple[str, str, str]) -> int:
    """Percent of the three guesses that are what was so."""
    right = sum(mine == so for mine, so in zip((guess.type, guess.need, guess.worry), truth, strict=True))
    return (100 * right + 1) // 3
