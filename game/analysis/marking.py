"""Many transcripts of one scenario replayed and marked at once, for whoever may not believe a client.

The rules are those of the single conversation and so is every figure (a law keeps them equal). A transcript
that stops making sense is one row with its reason; the others are marked all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
        self._beats: list[list[str]] = [[] for _ in transcripts]
        for row, transcript in enumerate(transcripts):
            if (fault := self._foreign(transcript)) is not None:
                self._refused[row] = fault
            self._said.append(
                [(at, move.line) for at, move in enumerate(transcript.moves) if isinstance(move, Say)]
            )

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
            going = self._may_say(rows, state, turn)
            resting = np.array([row not in self._refused for row in rows], bool) & ~going
            if resting.any():
                at = np.flatnonzero(resting)
                found.update(self._marked(rows[at], state.only(at), furthest[at]))
            at = np.flatnonzero(going)
            rows, state, furthest = rows[at], state.only(at), furthest[at]
            if len(rows):
                lines = np.array([rules.lines.index[self._said[row][turn][1]] for row in rows], np.int32)
                for row, beat in zip(rows, state.beat, strict=True):
                    self._beats[row].append(rules.scenario.beats[int(beat)].id)
                state = rules.advance(state, lines).state
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

    def _may_say(self, rows: Places, state: State, turn: int) -> Bools:
        """Which plays say their next line; those that must not are refused."""
        offered = self._rules.course.choices(state)
        going = np.zeros(len(rows), bool)
        for place, row in enumerate(rows):
            if turn >= len(self._said[row]):
                continue
            at, line = self._said[row][turn]
            index = self._rules.lines.index.get(line)
            if index is None:
                self._refused[int(row)] = Refused(Fault.UNKNOWN_LINE, at, line)
            elif index in offered[:, place]:
                going[place] = True
            else:
                over = state.close[place] != OPEN
                fault = Fault.AFTER_THE_END if over else Fault.NOT_OFFERED
                self._refused[int(row)] = Refused(fault, at, line)
        return going

    def _marked(self, rows: Places, state: State, furthest: Ints) -> dict[int, Marked]:
        """Marks of plays whose transcripts have nothing more to say."""
        rules, rubric = self._rules, self._rules.scenario.rubric
        marks = Marks(rules)
        criteria, grades, honesty = marks.criteria(state), marks.grades(state), marks.honesty(state)
        total, (nps, reasons) = marks.total(state), promoters(state, rules)
        satisfaction = state.mind[Trait.SATISFACTION, 0]
        found = {}
        for at, row in enumerate(rows):
            transcript, over = self._transcripts[row], state.close[at] != OPEN
            earned = {c.id: Points(int(criteria[c.id][at]), c.points) for c in rubric.criteria}
            graded = {g.id: Points(int(grades[g.id][at]), g.points) for g in rubric.grades}
            honest = Points(int(honesty[at]), rubric.honesty)
            customer = int(state.customer[at])
            guess = next((m.guess for m in reversed(transcript.moves) if isinstance(m, Note)), Guess())
            took = [move.took for move in transcript.moves]
            found[int(row)] = Marked(
                score=int(total[at]),
                passed=int(total[at]) >= rubric.passing,
                pass_mark=rubric.passing,
                finished=bool(over),
                stage=Stage(int(furthest[at])),
                ending=rules.scenario.endings[int(state.ending[at])].id if over else None,
                close=Close(int(state.close[at])) if over else None,
                nps=int(nps[at]),
                nps_reason=reasons[at],
                csat=1 + min(4, int(satisfaction[at]) // 2_000),
                honesty=honest,
                criteria=earned,
                grades=graded,
                stages={
                    stage.word: Points(
                        sum(earned[c.id].earned for c in rubric.criteria if c.stage is stage),
                        sum(c.points for c in rubric.criteria if c.stage is stage),
                    )
                    for stage in Stage
                },
                customer=customer,
                guess=guess,
                insight=_insight(guess, self._truth(customer)),
                moves=tuple(line for _, line in self._said[row]),
                beats=tuple(self._beats[row]),
                took=sum(t or 0 for t in took) if any(t is not None for t in took) else None,
            )
        return found


def _insight(guess: Guess, truth: tuple[str, str, str]) -> int:
    """Percent of the three guesses that are what was so."""
    right = sum(mine == so for mine, so in zip((guess.type, guess.need, guess.worry), truth, strict=True))
    return (100 * right + 1) // 3
