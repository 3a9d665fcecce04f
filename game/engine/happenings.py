"""What a line brings about, read from the mind before it: tellings, steps, promises, detections.

These are facts of the turn (0 or 1 per play); the modules decide what they do to the mind.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from game.engine.lines import Said, tactic_rows
from game.engine.psychology import Channel, Psychology, Role
from game.engine.rounding import anything, scaled, share
from game.engine.scenario import Scenario, Truth
from game.engine.state import State
from game.engine.terms import ObjectionStep
from game.engine.traits import Attribute, Bools, Ints, Resistance, Trait


@dataclass(frozen=True, slots=True)
class Happenings:
    """Each field is (play,), or (1,) where it is the same in all plays; 0 or 1 unless said otherwise."""

    told: Ints  # the secret asked about is told now
    asked_early: Ints  # it was asked about, and she is not ready
    acknowledged: Ints
    probed: Ints
    solved: Ints
    confirmed: Ints
    out_of_order: Ints  # a step with an objection before the one it needs
    promised: Ints
    kept: Ints
    broken: Ints  # how many promises ran out with this line
    late: Ints  # (promise, play) 1 where it was this one
    news: Ints  # a fact was claimed that had not been claimed before
    doubtful: Ints  # weight of untruth in it, per mille: 0 sound, 1000 untrue
    detected: Ints
    nearness: Ints  # form of address minus rung, 0 when no form was used
    asked: Ints  # a commitment was asked for
    apologised: Ints  # for the first time
    priced: bool
    claims: bool  # whether any line claims, and so on: modules skip what no line touches
    promises: bool
    nears: bool
    secrets: bool
    objections: bool

    def only(self, plays: slice) -> Happenings:
        """What happened in some of the plays, which start with the first."""

        def part(row: Any) -> Any:
            return row if isinstance(row, bool) else row[..., plays]

        return Happenings(**{f.name: part(getattr(self, f.name)) for f in fields(self)})


class Chronicle:
    """Finds out what happens; holds the scenario's facts as arrays."""

    def __init__(self, scenario: Scenario, psychology: Psychology) -> None:
        """Index truths, depths, deadlines and roots."""
        self._number = psychology.number
        lines = [line for beat in scenario.beats for line in beat.lines]
        weight = {
            Truth.SOUND: 0,
            Truth.SHAKY: psychology.number["claim.shaky"],
            Truth.UNTRUE: psychology.number["claim.untrue"],
        }
        self._untruth = np.array([weight[fact.truth] for fact in scenario.facts] + [0], np.int32)
        claiming = [[line.claims == fact.id for line in lines] for fact in scenario.facts]
        self._claiming = np.array([*claiming, [False] * len(lines)], bool)
        self._depth = np.array([secret.depth for secret in scenario.secrets] + [0], np.int32)
        self._deadline = np.array([[promise.by] for promise in scenario.promises], np.int32).reshape(-1, 1)
        secrets = {secret.id: at for at, secret in enumerate(scenario.secrets)}
        self._secret_of = np.full(len(Resistance) + 1, -1, np.int32)
        self._root_of = np.arange(len(Resistance) + 1, dtype=np.int32)
        for objection in scenario.objections:
            row = objection.resistance
            self._secret_of[row] = secrets[objection.secret] if objection.secret else -1
            self._root_of[row] = row if objection.root is None else objection.root
        roles, rows = psychology.tactics.roles & Role.APOLOGY, tactic_rows(scenario)
        self._apology = [row for tactic, row in rows.items() if roles[psychology.tactics.index(tactic)]]
        self._solves = np.pad(psychology.tactics.solves, ((0, 1), (0, 1)))
        eases = psychology.tactics.effects[Channel.PUSH] < -psychology.number["resistance.easing"]
        self._pushed = np.append(np.where(eases, 0, psychology.tactics.roles), 0)

    def root(self, resistance: Ints) -> Ints:
        """The resistance beneath another; itself unless it is a pretext."""
        return self._root_of[resistance]

    def read(self, state: State, said: Said, mind: Ints, profile: Ints) -> Happenings:
        """What the lines said bring about in these plays; what no line touches is not worked out."""
        play = np.arange(state.plays, dtype=np.int32)
        one, nothing = np.ones(1, state.turn.dtype), np.zeros(1, state.turn.dtype)
        claims, asks = anything(said.claim >= 0), anything(said.ask >= 0)
        secrets, near = anything(said.secret >= 0), anything(said.nearness > 0)
        objections = anything(said.resistance >= 0)
        apologies = anything(said.roles & Role.APOLOGY)
        promises = bool((state.promise == 1).any()) or bool((np.maximum(said.promise, said.keeps) >= 0).any())
        told, early = self._tellings(state, said, mind, play) if secrets else (nothing, nothing)
        steps = self._steps(state, said, told, play) if objections else (nothing,) * 5
        promise = self._promises(state, said, play) if promises else (nothing,) * 4
        untruth, detected = self._detections(state, said, mind, profile) if claims else (nothing, nothing)
        return Happenings(
            told=told,
            asked_early=early,
            promised=promise[0],
            kept=promise[1],
            broken=promise[2],
            late=promise[3],
            news=one * self._unheard(state, said) if claims else nothing,
            doubtful=untruth,
            detected=detected,
            nearness=np.where(said.nearness > 0, said.nearness - mind[Trait.RUNG], 0) if near else nothing,
            asked=one * (said.ask >= 0) if asks else nothing,
            acknowledged=steps[0],
            probed=steps[1],
            solved=steps[2],
            confirmed=steps[3],
            out_of_order=steps[4],
            apologised=self._apologies(state, said) if apologies else nothing,
            priced=bool((np.maximum(said.quotes, said.anchors) > 0).any()),
            claims=claims,
            promises=promises,
            nears=near,
            secrets=secrets,
            objections=objections,
        )

    def _detections(self, state: State, said: Said, mind: Ints, profile: Ints) -> tuple[Ints, Ints]:
        """Weight of untruth of what is claimed, and 1 where she sees through it."""
        number, play = self._number, np.arange(state.plays)
        claimed = said.claim >= 0
        untruth = (self._untruth[said.claim] + said.stretched * number["claim.stretched"]) * claimed
        known = state.detected[np.maximum(said.claim, 0), play] * claimed
        knowing = (
            scaled(profile[Attribute.PERSUASION_KNOWLEDGE], number["detection.knowledge"])
            + profile[Attribute.ANALYTIC] * number["detection.analytic"] // 100
            + scaled(mind[Trait.TRUTH_DEBT], number["detection.debt"])
        )
        suspicion = share(knowing * np.minimum(untruth, 1_000), 1_000)
        seen = (suspicion >= number["detection.level"]) & (known == 0)
        one = np.ones(state.plays, state.turn.dtype)
        return one * untruth, one * seen

    def _unheard(self, state: State, said: Said) -> Bools:
        """Whether nobody has claimed this fact before, (play,): told again it proves nothing more."""
        heard = np.zeros(state.plays, bool)
        for fact in np.unique(said.claim[said.claim >= 0]):
            before = (state.said[self._claiming[fact]] > 0).any(axis=0)
            heard |= before & (said.claim == fact)
        unheard: Bools = (said.claim >= 0) & ~heard
        return unheard

    def _apologies(self, state: State, said: Said) -> Ints:
        """1 where the line apologises and none has before: a second apology mends nothing."""
        before = state.used[self._apology].sum(axis=0)
        return np.where((said.roles & Role.APOLOGY > 0) & (before == 0), 1, 0).astype(state.turn.dtype)

    def readiness(self, mind: Ints) -> Ints:
        """How ready she is to tell something, basis points."""
        number = self._number
        return (
            scaled(mind[Trait.DISCLOSURE], number["secret.disclosure"])
            + scaled(mind[Trait.TRUST], number["secret.trust"])
            - scaled(mind[Trait.PRESSURE], number["secret.pressure"])
        )

    def _tellings(self, state: State, said: Said, mind: Ints, play: Ints) -> tuple[Ints, Ints]:
        one = np.ones(state.plays, state.turn.dtype)
        asked = said.secret >= 0
        fresh = asked & (state.told[np.maximum(said.secret, 0), play] == 0)
        ready = self.readiness(mind) >= self._depth[said.secret]
        return one * (fresh & ready), one * (fresh & ~ready)

    def _steps(self, state: State, said: Said, told: Ints, play: Ints) -> tuple[Ints, ...]:
        """The four steps in order; a step out of order is only noted.

        An offer made over an objection that is not understood is out of order as much as an answer to it
        (`case-recording-trust`). What eases (a limit admitted, time, a free choice) never is.
        """
        one = np.ones(state.plays, state.turn.dtype)
        row = np.broadcast_to(said.resistance, play.shape)
        bits = np.where(row >= 0, state.objection[np.maximum(row, 0), play], 0)
        open_ = (bits & ObjectionStep.VOICED) > 0

        def does(role: Role) -> Bools:
            return np.broadcast_to((said.roles & role) > 0, play.shape)

        def has(step: ObjectionStep) -> Bools:
            taken: Bools = (bits & step) > 0
            return taken

        acknowledge = open_ & does(Role.ACKNOWLEDGE) & ~has(ObjectionStep.ACKNOWLEDGED)
        heard = acknowledge | has(ObjectionStep.ACKNOWLEDGED)
        secret = self._secret_of[row]
        known = np.zeros(state.plays, bool)
        if state.told.shape[0]:
            known = (secret >= 0) & (state.told[np.maximum(secret, 0), play] > 0)
        reveals = known | ((told > 0) & (secret == said.secret))
        probing = does(Role.PROBE) | (said.secret >= 0)
        probe = open_ & heard & (probing & ((secret < 0) | reveals)) & ~has(ObjectionStep.PROBED)
        understood = probe | has(ObjectionStep.PROBED)
        columns = said.tactics if said.tactics.ndim == 2 else said.tactics[:, None]
        fits = (self._solves[self._root_of[row], columns] > 0).any(axis=0)
        answers = fits | ((secret >= 0) & (said.answers == secret))
        solving = does(Role.SOLVE)
        solve = open_ & understood & solving & answers & ~has(ObjectionStep.SOLVED)
        settled = solve | has(ObjectionStep.SOLVED)
        confirm = open_ & settled & does(Role.CONFIRM) & ~has(ObjectionStep.CONFIRMED)
        answering = ((self._pushed[columns] & (Role.SOLVE | Role.OFFER)) > 0).any(axis=0)
        closing = ((self._pushed[columns] & Role.CONFIRM) > 0).any(axis=0)
        early = open_ & ((answering & ~understood) | (probing & ~heard) | (closing & ~settled))
        return one * acknowledge, one * probe, one * solve, one * confirm, one * early

    def _promises(self, state: State, said: Said, play: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        one = np.ones(state.plays, state.turn.dtype)
        making = (said.promise >= 0) & (state.promise[np.maximum(said.promise, 0), play] == 0)
        made = state.promise == 1
        keeping = (said.keeps >= 0) & made[np.maximum(said.keeps, 0), play]
        now = state.clock + state.away
        keeping = keeping & (now <= state.due[np.maximum(said.keeps, 0), play])
        over = (state.heard[0] + 1 >= self._deadline) | (now + said.seconds > state.due)
        late = made & over & (said.alone == 0)
        index = np.arange(state.promise.shape[0])[:, None]
        late = late & ~((index == said.keeps) & keeping)
        return one * making, one * keeping, late.sum(axis=0, dtype=one.dtype), late.astype(one.dtype)
