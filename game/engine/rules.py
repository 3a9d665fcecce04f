"""Everything that one scenario's conversations obey, compiled once; plays advance by it, one or many."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.engine.company import Company, Overheard
from game.engine.course import Course
from game.engine.cues import Countenance
from game.engine.customers import minds
from game.engine.days import Days
from game.engine.latches import MOMENTS, Latches
from game.engine.lines import LineTable
from game.engine.memory import Memory
from game.engine.promises import Promises
from game.engine.psychology import Kind
from game.engine.reaction import Child
from game.engine.readings import Readings
from game.engine.scenario import Scenario
from game.engine.stage_machine import StageMachine, StageTable
from game.engine.stages import Signal
from game.engine.state import BRIEF, NEVER, OPEN, State
from game.engine.traits import STRENGTHS, Bools, Ints, Resistance, Stage, Trait
from game.engine.turn import Impression, Psyche
from game.engine.voicing import Voicing


@dataclass(frozen=True, slots=True)
class Advance:
    """What a line per play led to; arrays are (play,)."""

    state: State
    impression: Impression
    person: Ints
    reply: Ints  # index into `Course.replies`, -1 for the phrase bank
    voiced: Ints  # resistance voiced now, -1 for none
    others: tuple[Overheard, ...]  # what bystanders made of it
    unrested: Ints | None  # minds (trait, person, play) before days passed or an end settled


class Rules:
    """A scenario ready to be played."""

    def __init__(self, scenario: Scenario) -> None:
        """Compile; costs a few milliseconds and is shared by all conversations of a scenario."""
        self.scenario = scenario
        self.lines = LineTable(scenario)
        self.readings = Readings(scenario)
        self.psyche = Psyche(scenario)
        self.course = Course(scenario, self.lines, self.readings)
        self.latches = Latches(scenario, self.readings)
        self.countenance = Countenance(scenario.psychology, self.readings)
        self.machine = StageMachine(scenario.psychology)
        self.table: StageTable = self.machine.table()
        self._minds, self._profiles = minds(scenario)
        self.company = Company(scenario, self.lines, self.psyche)
        self.memory = Memory(scenario, self.lines)
        self.voicing = Voicing(scenario, self.lines, self.course.objections())
        self._objecting = np.array([beat.objection is not None for beat in scenario.beats] + [False])
        self.days = Days(scenario, self._minds)
        self.promises = Promises(scenario, self.lines, self.readings)

    def fresh(self, customers: Ints) -> State:
        """Plays before the first line, one for each entry of `customers` (indices 0..K-1)."""
        scenario, n = self.scenario, len(customers)

        def blank(*rows: int, value: int = 0) -> Ints:
            return np.full((*rows, n), value, np.int32)

        state = State(
            mind=self._minds[:, :, customers].copy(),
            profile=self.profiles(customers),
            used=blank(len(self.lines.row_of) + 1),
            given=blank(len(Kind) + 1),
            said=blank(len(self.lines.lines)).astype(BRIEF),
            spoken=blank(),
            told=blank(len(scenario.secrets)),
            agreed=blank(len(scenario.asks)),
            objection=blank(len(Resistance)),
            promise=blank(len(scenario.promises)),
            due=blank(len(scenario.promises), value=NEVER),
            missed=blank(len(scenario.promises)),
            detected=blank(len(scenario.facts)),
            moment=blank(len(MOMENTS)),
            latch=blank(len(self.latches.terms)),
            stage=blank(),
            child=blank(),
            close=blank(value=OPEN),
            beat=blank(),
            back=blank(value=OPEN),
            ending=blank(value=OPEN),
            turn=blank(),
            heard=blank(len(scenario.people)),
            clock=blank(),
            away=blank(),
            composure=blank(value=scenario.psychology.number["self.start"]),
            customer=customers.astype(np.int32),
        )
        self.psyche.first_impression(state)
        beat, back = self.course.settled(self.readings.glance(state), state.beat, state.back)
        state = replace(state, beat=beat, back=back)
        return replace(state, latch=self.latches.fresh(state))

    def profiles(self, customers: Ints) -> Ints:
        """What each customer is like, (attribute, person, play): no conversation changes it."""
        return self._profiles.take(customers, axis=-1)

    def advance(self, state: State, line: int | Ints, causes: bool = False) -> Advance:
        """Say a line in every play.

        Args:
            state: plays that are not over.
            line: one index for all, or (play,) indices; each must be on offer, which is not checked here.
            causes: take the change apart into named causes.
        """
        said = self.lines.said(line)
        person = self._person(said.line)
        impression, mind, others = self.company.heard(state, said, person, causes)
        impression = self.company.decided(said, mind, state.profile, impression)
        missed = self.promises.passed_up(state, said.line)
        state = replace(self.memory.after(state, mind, said, impression), missed=missed)
        voiced = self.voicing.voiced(state, said.line, person)
        if impression.agreed.any():
            voiced = np.where(impression.agreed > 0, OPEN, voiced)
        glance = self.readings.glance(self.voicing.marked(state, voiced))
        reply, then, ending = self.course.follow(said.line, glance)
        ended = ending != OPEN
        if ended.any():
            voiced, then = np.where(ended, OPEN, voiced), np.where(ended, len(self.scenario.beats), then)
            state = self.voicing.marked(state, voiced)
        else:
            state = glance.state
        beat, back = self.course.proceed(glance, then, voiced)
        moved, unrested = self._arrived(state, impression, voiced, ending, beat, back)
        # What the turn brought may shut the beat that was open when the reply led there.
        while unrested is not None or (self.course.staged and (moved.stage != state.stage).any()):
            beat, back = self.course.settled(self.readings.glance(moved), moved.beat, moved.back)
            if (beat == moved.beat).all():
                break
            moved, unrested = self._arrived(state, impression, voiced, ending, beat, back)
        hearer = np.broadcast_to(np.asarray(person, np.int32), (moved.plays,))
        return Advance(moved, impression, hearer, reply, voiced, others, unrested)

    def _arrived(
        self, state: State, impression: Impression, voiced: Ints, ending: Ints, beat: Ints, back: Ints
    ) -> tuple[State, Ints | None]:
        """Plays at their next beat: stage, end and the days that pass; and the minds before those, if any.

        Args:
            state: plays after line and reply, still at the beat just played.
            impression: of the line.
            voiced: (play,) resistance voiced now, or OPEN.
            ending: (play,) that a `then` names, or OPEN.
            beat: (play,) the next one, the number of beats at the end.
            back: (play,) where they return to from an objection, or OPEN.
        """
        dtype, ended = state.turn.dtype, ending != OPEN
        readings = self._readings(state, impression, voiced, ended | (beat >= len(self.scenario.beats)), beat)
        stage, child, close = self._flow(state, readings)
        cut = ended & (close != OPEN) & self._cut_short(readings)
        moved = replace(
            state,
            beat=beat,
            back=back,
            ending=(np.where(cut, OPEN, ending) if cut.any() else ending).astype(dtype, copy=False),
            stage=stage.astype(dtype, copy=False),
            child=child.astype(dtype, copy=False),
            close=close.astype(dtype, copy=False),
        )
        moved, unsettled = self.promises.settled(moved)
        moved = replace(
            moved,
            ending=self.course.endings(moved).astype(dtype, copy=False),
            latch=self.latches.updated(moved.latch, moved),
        )
        moved, awake = self.days.passed(moved, state.beat)
        return moved, awake if unsettled is None else unsettled

    def _person(self, line: Ints) -> int | Ints:
        """Who is spoken to: one person's index where it is the same in all plays, else (play,)."""
        if len(self.scenario.people) == 1:
            return 0
        person = self.lines.person[line]
        return int(person) if person.ndim == 0 else person

    def _flow(self, state: State, readings: list[Ints]) -> tuple[Ints, Ints, Ints]:
        """Stage, child and final after the turn: the rulebook for one play, the table for many."""
        if state.plays > 1:
            return self.table.step(state.stage, state.child, readings)
        stage, child, close = self.machine.step(
            Stage(int(state.stage[0])), Child(int(state.child[0])), [int(row[0]) for row in readings]
        )
        final = OPEN if close is None else int(close)
        return np.array([int(stage)]), np.array([int(child)]), np.array([final])

    def _cut_short(self, readings: list[Ints]) -> Bools:
        """Plays in which she walks out whatever the reply said: patience gone or freedom defended."""
        most = self.scenario.psychology.number["stage.leave-reactance"]
        walked: Bools = (readings[Trait.PATIENCE] <= 0) | (readings[Trait.REACTANCE] >= most)
        return walked

    def _readings(
        self, state: State, impression: Impression, voiced: Ints, over: Bools, beat: Ints
    ) -> list[Ints]:
        """Rows of the customer's traits and of the signals of the turn, for the stage rules."""
        happened = impression.happened
        talk_over = state.spoken >= self.scenario.turns
        signals = {
            Signal.ASKED: happened.asked,
            Signal.AGREED: impression.agreed,
            Signal.VOICING: voiced != OPEN,
            Signal.SETTLED: ~self._objecting[np.minimum(beat, len(self._objecting) - 1)],
            Signal.BROKEN: happened.broken,
            Signal.TIME_UP: talk_over | (state.clock >= self.scenario.clock.limit),
            Signal.ENDED: over,
            Signal.YES: (state.agreed > 0).any(axis=0),
            Signal.RESISTANCE: state.mind[STRENGTHS, 0].max(axis=0),
        }
        return [*state.mind[:, 0], *(signals[signal] for signal in Signal)]
