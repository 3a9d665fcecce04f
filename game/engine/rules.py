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
from game.engine.stages import READINGS, Signal
from game.engine.state import NEVER, OPEN, State
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
    readings: Ints  # (READINGS, play) what the stage rules read
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
        every = np.arange(len(self.lines.lines), dtype=np.int32)
        self._to_somebody: Bools = self.lines.said(every).alone[:, None] == 0
        self.days = Days(scenario, self._minds)
        self.promises = Promises(scenario, self.lines, self.readings)

    def fresh(self, customers: Ints) -> State:
        """Plays before the first line, one for each entry of `customers` (indices 0..K-1)."""
        scenario, n = self.scenario, len(customers)

        def blank(*rows: int, value: int = 0) -> Ints:
            return np.full((*rows, n), value, np.int32)

        tactics = len(scenario.psychology.tactics.ids) + 1
        state = State(
            mind=self._minds[:, :, customers].copy(),
            profile=self._profiles[:, :, customers].copy(),
            exposure=blank(tactics),
            last_used=blank(tactics),
            given=blank(len(Kind) + 1),
            said=blank(len(self.lines.lines)),
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

    def advance(self, state: State, line: int | Ints, causes: bool = False) -> Advance:
        """Say a line in every play.

        Args:
            state: plays that are not over.
            line: one index for all, or (play,) indices; each must be on offer, which is not checked here.
            causes: take the change apart into named causes.
        """
        dtype, play = state.turn.dtype, np.arange(state.plays)
        said = self.lines.said(line)
        at = np.broadcast_to(said.line, (state.plays,))
        person = self.lines.person[at]
        before = state.mind[:, person, play]
        impression = self.psyche.react(state, said, person, before, state.profile[:, person, play], causes)
        mind = state.mind.copy()
        mind[:, person, play] = impression.mind
        others = self.company.overhear(state, at, mind, causes)
        impression = self.company.decided(said, mind, state.profile, impression)
        missed = self.promises.passed_up(state, at)
        state = self.memory.after(state, mind, at, impression)
        voiced = np.where(impression.agreed > 0, OPEN, self.voicing.voiced(state, at, person))
        glance = self.readings.glance(self.voicing.marked(state, voiced))
        reply, then, ending = self.course.follow(at, glance)
        voiced = np.where(ending != OPEN, OPEN, voiced)
        state = self.voicing.marked(state, voiced)
        then = np.where(ending != OPEN, len(self.scenario.beats), then)
        beat, back = self.course.proceed(glance, then, voiced)
        over = (ending != OPEN) | (beat >= len(self.scenario.beats))
        readings = self._readings(state, impression, voiced, over, beat)
        stage, child, close = self._flow(state, readings)
        cut = (close != OPEN) & self._cut_short(readings)
        moved = replace(
            state,
            beat=beat,
            back=back,
            ending=np.where(cut, OPEN, ending).astype(dtype),
            stage=stage.astype(dtype),
            child=child.astype(dtype),
            close=close.astype(dtype),
            missed=missed,
        )
        moved, before_rest = self.promises.settled(moved)
        moved = replace(
            moved,
            ending=self.course.endings(moved).astype(dtype),
            latch=self.latches.updated(moved.latch, moved),
        )
        moved, awake = self.days.passed(moved, state.beat)
        before_rest = awake if before_rest is None else before_rest
        return Advance(moved, impression, person, reply, voiced, readings, others, before_rest)

    def _flow(self, state: State, readings: Ints) -> tuple[Ints, Ints, Ints]:
        """Stage, child and final after the turn: the rulebook for one play, the table for many."""
        if state.plays > 1:
            return self.table.step(state.stage, state.child, readings)
        stage, child, close = self.machine.step(
            Stage(int(state.stage[0])), Child(int(state.child[0])), readings[:, 0]
        )
        final = OPEN if close is None else int(close)
        return np.array([int(stage)]), np.array([int(child)]), np.array([final])

    def _cut_short(self, readings: Ints) -> Bools:
        """Plays in which she walks out whatever the reply said: patience gone or freedom defended."""
        most = self.scenario.psychology.number["stage.leave-reactance"]
        walked: Bools = (readings[Trait.PATIENCE] <= 0) | (readings[Trait.REACTANCE] >= most)
        return walked

    def _spoken(self, state: State) -> Ints:
        """Lines said to somebody, (play,); those who only overheard them do not count."""
        if not self.lines.bystanders.any():
            heard: Ints = np.sum(state.heard, axis=0, dtype=state.turn.dtype)
            return heard
        spoken: Ints = np.sum((state.said > 0) & self._to_somebody, axis=0, dtype=state.turn.dtype)
        return spoken

    def _readings(self, state: State, impression: Impression, voiced: Ints, over: Bools, beat: Ints) -> Ints:
        """The customer's traits and the signals of the turn, for the stage rules."""
        n, dtype = state.plays, state.turn.dtype
        readings = np.zeros((READINGS, n), dtype)
        readings[: len(Trait)] = state.mind[:, 0]
        happened = impression.happened
        objecting = np.array([beat.objection is not None for beat in self.scenario.beats] + [False])
        talk_over = self._spoken(state) >= self.scenario.turns
        readings[Signal.ASKED] = happened.asked
        readings[Signal.AGREED] = impression.agreed
        readings[Signal.VOICING] = voiced != OPEN
        readings[Signal.SETTLED] = ~objecting[np.minimum(beat, len(objecting) - 1)]
        readings[Signal.BROKEN] = happened.broken
        readings[Signal.TIME_UP] = talk_over | (state.clock >= self.scenario.clock.limit)
        readings[Signal.ENDED] = over
        readings[Signal.YES] = (state.agreed > 0).any(axis=0)
        readings[Signal.RESISTANCE] = state.mind[STRENGTHS, 0].max(axis=0)
        return readings
