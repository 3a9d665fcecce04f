"""Everything that one scenario's conversations obey, compiled once; plays advance by it, one or many."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.engine.course import Course
from game.engine.cues import Countenance
from game.engine.customers import minds
from game.engine.happenings import Happenings
from game.engine.latches import MOMENTS, Latches
from game.engine.lines import LineTable, Said
from game.engine.psychology import Role
from game.engine.reaction import Child
from game.engine.readings import Readings
from game.engine.rounding import scaled
from game.engine.scenario import Scenario
from game.engine.stage_machine import StageMachine, StageTable
from game.engine.stages import READINGS, Signal
from game.engine.state import OPEN, State
from game.engine.terms import ObjectionStep
from game.engine.traits import STRENGTHS, Attribute, Bools, Ints, Resistance, Stage, Trait
from game.engine.turn import Impression, Psyche


@dataclass(frozen=True, slots=True)
class Advance:
    """What a line per play led to; arrays are (play,)."""

    state: State
    impression: Impression
    person: Ints
    reply: Ints  # index into `Course.replies`, -1 for the phrase bank
    voiced: Ints  # resistance voiced now, -1 for none
    readings: Ints  # (READINGS, play) what the stage rules read


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
        authored = {objection.resistance for objection in scenario.objections}
        beats = self.course.objections()
        self._voiceable = np.array([[r in authored and r in beats] for r in Resistance])
        roles = (Role.OFFER, Role.ASK)
        self._deadline = np.array([promise.by for promise in scenario.promises], np.int32).reshape(-1, 1)
        self._moment_lines = np.stack([self.lines.has_role(role) for role in roles])

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
            said=blank(len(self.lines.lines)),
            told=blank(len(scenario.secrets)),
            agreed=blank(len(scenario.asks)),
            objection=blank(len(Resistance)),
            promise=blank(len(scenario.promises)),
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
            customer=customers.astype(np.int32),
        )
        self.psyche.first_impression(state)
        beat, back = self.course.settled(state, state.beat, state.back)
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
        state = self._remembered(state, mind, at, impression)
        voiced = np.where(impression.agreed > 0, OPEN, self._voiced(state, at, person))
        reply, then, ending = self.course.follow(at, self._voicing(state, voiced))
        voiced = np.where(ending != OPEN, OPEN, voiced)
        state = self._voicing(state, voiced)
        then = np.where(ending != OPEN, len(self.scenario.beats), then)
        beat, back = self.course.proceed(state, then, voiced)
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
        )
        moved = replace(
            moved,
            ending=self.course.endings(moved).astype(dtype),
            latch=self.latches.updated(moved.latch, moved),
        )
        return Advance(moved, impression, person, reply, voiced, readings)

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

    def _remembered(self, state: State, mind: Ints, line: Ints, impression: Impression) -> State:
        """Minds, counters, promises, tellings, steps and the clock after a line."""
        dtype, play = state.turn.dtype, np.arange(state.plays)
        happened, said = impression.happened, self.lines.said(line)
        turn = (state.turn + 1).astype(dtype)
        exposure, last = state.exposure.copy(), state.last_used.copy()
        for tactics in said.tactics:
            exposure[tactics, play] += 1
            last[tactics, play] = turn
        present = 1 - said.alone
        heard = state.heard.copy()
        heard[self.lines.person[line], play] += present.astype(dtype)
        moment = state.moment.copy()
        for row in range(2):
            now = (self._moment_lines[row][line] > 0) & (moment[row] == 0) & (present > 0)
            moment[row] = np.where(now, turn, moment[row])
        one = np.ones_like(turn)
        more: dict[str, Ints] = {}
        if happened.promises:
            more["promise"] = self._promised(state, said, happened, heard)
        if happened.secrets:
            more["told"] = _marked(state.told, said.secret, happened.told, turn)
        if happened.claims:
            more["detected"] = _marked(state.detected, said.claim, happened.detected, one)
        if happened.objections:
            more["objection"] = _stepped(state.objection, said.resistance, happened)
        if impression.agreed.any():
            more["agreed"] = _marked(state.agreed, said.ask, impression.agreed, turn)
        return replace(
            state,
            mind=mind,
            turn=turn,
            exposure=exposure,
            last_used=last,
            heard=heard,
            moment=moment,
            said=_marked(state.said, line, one, turn),
            clock=(state.clock + said.seconds).astype(dtype),
            **more,
        )

    def _promised(self, state: State, said: Said, happened: Happenings, heard: Ints) -> Ints:
        """What has become of the promises, (promise, play)."""
        one = np.ones_like(state.turn)
        promise = _marked(state.promise, said.promise, happened.promised, one)
        promise = _marked(promise, said.keeps, happened.kept, 2 * one)
        late = (promise == 1) & (happened.broken > 0) & (state.promise == 1) & (heard[:1] >= self._deadline)
        return np.where(late, 3, promise).astype(promise.dtype)

    def _voiced(self, state: State, line: Ints, person: Ints) -> Ints:
        """Which resistance is voiced now, (play,), -1 for none: the strongest above its level that the line
        has provoked. Low agency keeps an objection back longer (`type-disc-s`).
        """
        number = self.scenario.psychology.number
        strength = state.mind[STRENGTHS, 0]
        level = number["resistance.voice"] - scaled(
            state.profile[Attribute.AGENCY, 0], number["resistance.agency"]
        )
        quiet = (state.objection & ObjectionStep.VOICED) == 0
        returned = ((state.objection & ObjectionStep.SOLVED) > 0) & (
            (state.objection & ObjectionStep.CONFIRMED) == 0
        )
        provoking = (
            ((self.lines.said(line).roles & (Role.OFFER | Role.ASK)) > 0) & (person == 0) & (state.child != 2)
        )
        may = self._voiceable & (strength >= level) & (quiet | returned) & provoking
        strength = np.where(may, strength, -1)
        return np.where(strength.max(axis=0) >= 0, strength.argmax(axis=0), -1).astype(state.turn.dtype)

    def _voicing(self, state: State, voiced: Ints) -> State:
        """Mark what is voiced; a returned objection starts its four steps again."""
        if not (voiced != OPEN).any():
            return state
        rows = np.arange(len(Resistance))[:, None]
        hit = rows == voiced
        objection = np.where(hit, int(ObjectionStep.VOICED), state.objection).astype(state.turn.dtype)
        moment = state.moment.copy()
        moment[2] = np.where((voiced != OPEN) & (moment[2] == 0), state.turn, moment[2])
        return replace(state, objection=objection, moment=moment)

    def _readings(self, state: State, impression: Impression, voiced: Ints, over: Bools, beat: Ints) -> Ints:
        """The customer's traits and the signals of the turn, for the stage rules."""
        n, dtype = state.plays, state.turn.dtype
        readings = np.zeros((READINGS, n), dtype)
        readings[: len(Trait)] = state.mind[:, 0]
        happened = impression.happened
        objecting = np.array([beat.objection is not None for beat in self.scenario.beats] + [False])
        talk_over = state.heard.sum(axis=0) >= self.scenario.turns
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


def _marked(rows: Ints, index: Ints, hit: Ints, value: Ints) -> Ints:
    """A copy of (row, play) with `value` at each play's own row where `hit`."""
    out = rows.copy()
    if not rows.shape[0]:
        return out
    play = np.arange(rows.shape[-1])
    row = np.maximum(np.broadcast_to(index, play.shape), 0)
    out[row, play] = np.where((hit > 0) & (np.broadcast_to(index, play.shape) >= 0), value, rows[row, play])
    return out


def _stepped(objection: Ints, resistance: Ints, happened: Happenings) -> Ints:
    """Objection bits after the steps of a line."""
    out, play = objection.copy(), np.arange(objection.shape[-1])
    row = np.maximum(np.broadcast_to(resistance, play.shape), 0)
    steps = (
        (happened.acknowledged, ObjectionStep.ACKNOWLEDGED),
        (happened.probed, ObjectionStep.PROBED),
        (happened.solved, ObjectionStep.SOLVED),
        (happened.confirmed, ObjectionStep.CONFIRMED),
    )
    for hit, step in steps:
        out[row, play] |= np.where(hit > 0, int(step), 0).astype(out.dtype)
    return out
