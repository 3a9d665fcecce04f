"""What plays remember of a line: counters, promises, tellings, steps, the seller's composure."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.engine.happenings import Happenings
from game.engine.kinds import Comforts
from game.engine.lines import LineTable, Said
from game.engine.psychology import Role
from game.engine.rounding import bounded, positive, scaled
from game.engine.scenario import Scenario
from game.engine.state import HOUR, USE, State
from game.engine.terms import ObjectionStep
from game.engine.traits import WHOLE, Ints, Trait
from game.engine.turn import Impression


class Memory:
    """Carries a scenario's plays over a line."""

    def __init__(self, scenario: Scenario, lines: LineTable) -> None:
        """Index deadlines, listeners and the lines that make a first time."""
        self._lines = lines
        self._number = scenario.psychology.number
        self._comforts = Comforts(scenario.psychology)
        self._within = np.array([promise.within or 0 for promise in scenario.promises], np.int32)[:, None]
        self._moment_lines = np.stack([lines.has_role(role) for role in (Role.OFFER, Role.ASK)])
        self._listeners = lines.bystanders.copy()
        self._listeners[lines.person, np.arange(len(lines.lines))] = 1
        steadies = np.append(scenario.psychology.tactics.steadies, 0)
        self._steadies = np.array(
            [sum(int(steadies[column]) for column in lines.tactics_of(at)) for at in range(len(lines.lines))],
            np.int32,
        )

    def after(self, state: State, mind: Ints, said: Said, impression: Impression) -> State:
        """Plays after a line: minds, counters, promises, tellings, steps, composure and the clock.

        Args:
            state: before the line.
            mind: (trait, person, play) after it.
            said: the line, or the line of each play.
            impression: what it did to the person spoken to.
        """
        happened, turn = impression.happened, state.turn + 1
        heard = state.heard + self._listening(said)
        more: dict[str, Ints] = {}
        if happened.promises:
            more["promise"] = self._promised(state, said, happened)
            if self._within.any():
                more["due"] = self._due(state, more["promise"], said)
        if happened.secrets:
            more["told"] = _marked(state.told, said.secret, happened.told, turn)
        if happened.claims:
            hour = state.away // HOUR + 1
            more["detected"] = _marked(state.detected, said.claim, happened.detected, hour)
        if happened.objections:
            more["objection"] = _stepped(state.objection, said.resistance, happened)
        if impression.agreed.any():
            more["agreed"] = _marked(state.agreed, said.ask, impression.agreed, turn)
        return replace(
            state,
            mind=mind,
            turn=turn,
            used=_worn(state.used, said.rows, turn),
            given=self._comforts.counted(state.given, said.tactics),
            heard=heard,
            spoken=state.spoken + 1 - said.alone,
            moment=self._moments(state.moment, said, turn),
            said=_marked(state.said, said.line, None, turn),
            clock=state.clock + said.seconds,
            composure=self._composed(state, said, impression),
            **more,
        )

    def _listening(self, said: Said) -> Ints:
        """1 for each person who hears the line, (person, play) or (person, 1)."""
        listening: Ints = self._listeners[:, said.line] * (1 - said.alone)
        return listening if listening.ndim == 2 else listening[:, None]

    def _moments(self, moment: Ints, said: Said, turn: Ints) -> Ints:
        """Turns of the first offer and ask, (moment, play); objections are noted when voiced."""
        now = self._moment_lines[:, said.line] * (1 - said.alone)
        if not now.any():
            return moment
        moment = moment.copy()
        for row, first in enumerate(now):
            moment[row] += turn * (first * (moment[row] == 0))
        return moment

    def _promised(self, state: State, said: Said, happened: Happenings) -> Ints:
        """What has become of the promises, (promise, play)."""
        one = np.ones_like(state.turn)
        promise = _marked(state.promise, said.promise, happened.promised, one)
        promise = _marked(promise, said.keeps, happened.kept, 2 * one)
        return np.where(happened.late > 0, 3, promise).astype(promise.dtype)

    def _due(self, state: State, promise: Ints, said: Said) -> Ints:
        """Until when promises with a time have to be kept, (promise, play)."""
        begun = (promise > 0) & (state.promise == 0) & (self._within > 0)
        until = state.clock + state.away + said.seconds + self._within
        return np.where(begun, until, state.due).astype(state.due.dtype)

    def _composed(self, state: State, said: Said, impression: Impression) -> Ints:
        """The seller's composure (`self-stress-four`): setbacks and her anger wear it, a turn's rest and the
        three steps of regulation restore it (`self-regulate-three`).
        """
        number, happened = self._number, impression.happened
        present = 1 - said.alone
        refused = positive(happened.asked - impression.agreed)
        worn = (
            refused * number["self.refused"]
            + happened.detected * number["self.caught"]
            + happened.broken * number["self.late"]
            + scaled(impression.mind[Trait.ANGER], number["self.anger"]) * present
            + scaled(impression.mind[Trait.PRESSURE], number["self.tension"]) * present
        )
        change = self._steadies[said.line] + number["self.recovery"] - worn
        return bounded(state.composure + change, 0, WHOLE).astype(state.composure.dtype)


def _marked(rows: Ints, index: Ints, hit: Ints | None, value: Ints) -> Ints:
    """A copy of (row, play) with `value` at each play's own row where `hit` (None: everywhere)."""
    out = rows.copy()
    if not rows.shape[0]:
        return out
    if index.ndim == 0:
        if index >= 0:
            out[index] = value if hit is None else np.where(hit > 0, value, rows[index])
        return out
    play = np.arange(rows.shape[-1])
    row = np.maximum(index, 0)
    marked = index >= 0 if hit is None else (hit > 0) & (index >= 0)
    out[row, play] = np.where(marked, value, rows[row, play])
    return out


def _worn(used: Ints, rows: Ints, turn: Ints) -> Ints:
    """`State.used` after a line whose tactics have these rows, (slot,) or (slot, play)."""
    out, none = used.copy(), len(used) - 1
    for row in rows:
        if row.ndim == 0 and row == none:
            continue
        at = row if row.ndim == 0 else (row, np.arange(used.shape[-1]))
        was = out[at]
        out[at] = was - was % USE + turn + USE
    out[none] = 0
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
        out[row, play] |= (hit > 0) * out.dtype.type(step)
    return out
