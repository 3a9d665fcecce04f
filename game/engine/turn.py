"""One line meets one mind: the order within a turn, in one place.

doses -> reactance damping -> evidence, worth, resistances (all read the mind before the line) -> appraisal of
their changes -> emotions -> mood -> pressure, reactance, patience -> beliefs, rung -> the answer to an ask.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.beliefs import believe, climb, conclude, readiness
from game.engine.causation import levels
from game.engine.doses import GATE, Doses, Multipliers
from game.engine.emotions import emotions
from game.engine.engagement import engagement
from game.engine.evidence import evidence
from game.engine.exchange import Exchange, merged
from game.engine.happenings import Chronicle, Happenings
from game.engine.impulses import Effects
from game.engine.kinds import Comforts
from game.engine.lines import Said, owners
from game.engine.mood import mood
from game.engine.pressures import pressures
from game.engine.psychology import Psychology
from game.engine.reaction import CauseName
from game.engine.resistances import resistances
from game.engine.rounding import MILLE, bounded, positive, scaled
from game.engine.scenario import Scenario
from game.engine.state import HOUR, State
from game.engine.terms import ObjectionStep
from game.engine.traits import DERIVED, Attribute, Ints, Resistance, Trait
from game.engine.worth import worth

_LOW = np.array([trait.low for trait in Trait], np.int32)
NIGHT = 8
"""Hours after which one talk has become another."""

_HIGH = np.array([trait.high for trait in Trait], np.int32)
_SETTLING = ObjectionStep.SOLVED | ObjectionStep.CONFIRMED


@dataclass(frozen=True, slots=True)
class Change:
    """What the line did to a mind: afterwards, and at every level of causes."""

    mind: Ints  # (trait, play)
    levels: Ints  # (level, trait, play) before limits; derived rows after them (with causes only)
    limits: Ints  # (trait, play) what the ends of the scales took away (with causes only)
    names: tuple[CauseName, ...]

    def only(self, plays: slice) -> Change:
        """The change in some of the plays."""
        return Change(self.mind[:, plays], self.levels[:, :, plays], self.limits[:, plays], self.names)


@dataclass(frozen=True, slots=True)
class Impression(Change):
    """What the line did to the hearer, how it came about, and the answer."""

    happened: Happenings
    doses: Doses
    agreed: Ints  # (play,), or (1,) where nobody was asked: she said yes to the ask

    def first(self, plays: int) -> Impression:
        """The impression in the first of the plays."""
        part, own = slice(0, plays), self.only(slice(0, plays))
        happened, doses = self.happened.only(part), self.doses.only(part)
        return Impression(own.mind, own.levels, own.limits, own.names, happened, doses, self.agreed[part])


class Psyche:
    """The customer model of one scenario, ready to react."""

    def __init__(self, scenario: Scenario) -> None:
        """Prepare the tables of a scenario."""
        psychology = scenario.psychology
        self.psychology: Psychology = psychology
        self._multipliers = Multipliers(psychology)
        self._effects = Effects(psychology)
        self._chronicle = Chronicle(scenario, psychology)
        self._comforts = Comforts(psychology)
        self._owner = owners(scenario)
        self._size = np.array([ask.size for ask in scenario.asks] + [0], np.int32)

    def react(
        self,
        state: State,
        said: Said,
        person: int | Ints,
        mind: Ints,
        profile: Ints,
        causes: bool,
        heed: int | Ints = MILLE,
    ) -> Impression:
        """How hearers take what is said.

        Args:
            state: the plays.
            said: the lines.
            person: index of the hearer, one for all or (play,).
            mind: (trait, play) the hearers' minds before.
            profile: (attribute, play).
            causes: take the change apart into named causes.
            heed: per mille of the hearers' patience that the lines take (less where they only overhear), one
                for all or (play,).
        """
        axis = levels(causes, mind.dtype)
        happened = self._chronicle.read(state, said, mind, profile)
        doses = self._multipliers.doses(state, said, mind, profile, causes)
        nothing = np.zeros(1, mind.dtype)
        present = 1 - said.alone + nothing
        here = person if isinstance(person, int) else (person, np.arange(state.plays))
        kept = nothing
        if happened.promises or (state.promise == 2).any():
            kept = ((state.promise == 2).any(axis=0) | (happened.kept > 0)).astype(mind.dtype)
        suspect = happened.claims or state.detected.any()
        credited = 1 - _caught(state, happened, mind) if suspect else nothing + 1
        exchange = Exchange(
            psychology=self.psychology,
            before=mind,
            profile=profile,
            said=said,
            happened=happened,
            impulses=self._effects.impulses(doses, said.tactics, mind, axis),
            levels=axis,
            manner=doses.multipliers[4][0],
            weary=doses.weary,
            carried=doses.multipliers[GATE].min(axis=0),
            present=present,
            credited=credited,
            later=_slept_over(state) if suspect and happened.promises else nothing,
            kept_any=kept,
            heard=state.heard[here] + present,
            unconfirmed=self._unconfirmed(state, person, mind.dtype),
            heed=heed,
            comforts=self._comforts.of(state, said.tactics, (axis, doses), mind, profile),
        )
        raw = self._changed(exchange)
        after = self._settled(raw, exchange)
        agreed = self._answer(after[-1], exchange) if happened.asked.any() else nothing
        if agreed.any():
            number = exchange.number
            felt = positive(after[-1, Trait.PRESSURE] - number["ask.free-pressure"])
            raw[:, Trait.YES_UNDER_PRESSURE] += axis.on(
                CauseName.ASK, agreed * scaled(felt, number["ask.pressed"])
            )
            after = self._settled(raw, exchange)
        if not causes:
            return Impression(after[-1], raw, raw[-1], axis.names, happened, doses, agreed)
        limits = after[-1] - raw[-1]
        for trait in DERIVED:
            raw[:, trait] = after[:, trait]
            limits[trait] = 0
        return Impression(after[-1], raw, limits, axis.names, happened, doses, agreed)

    def _changed(self, exchange: Exchange) -> Ints:
        """The mind with the changes of all modules, (level, trait, play)."""
        so_far = merged(evidence(exchange), worth(exchange))
        roots = self._roots(exchange) if exchange.happened.objections else exchange.unconfirmed
        so_far = merged(so_far, resistances(exchange, so_far, roots))
        so_far = merged(so_far, emotions(exchange, so_far))
        so_far = merged(so_far, mood(exchange, so_far))
        so_far = merged(so_far, pressures(exchange))
        so_far = merged(so_far, engagement(exchange, so_far))
        raw = np.repeat(exchange.before[None], len(exchange.levels.names), axis=0)
        for trait, change in so_far.items():
            raw[:, trait] += change
        return raw

    def _roots(self, exchange: Exchange) -> Ints:
        """(5, play) 1 for the resistance beneath the objection spoken to."""
        spoken = exchange.said.resistance
        root = np.where(spoken >= 0, self._chronicle.root(spoken), -1)
        rows = np.arange(len(Resistance))[:, None]
        roots: Ints = (rows == np.broadcast_to(root, exchange.heard.shape)).astype(exchange.before.dtype)
        return roots

    def _settled(self, raw: Ints, exchange: Exchange) -> Ints:
        """Limits applied and derived rows written, (level, trait, play)."""
        after = bounded(raw, _LOW[:, None], _HIGH[:, None])
        rows = np.moveaxis(after, 1, 0)
        believe(rows, exchange.profile, self.psychology)
        held = exchange.before[Trait.RUNG]
        climb(rows, held, exchange.kept_any, self.psychology)
        if not exchange.present.all():  # nobody comes nearer while the seller is alone
            rows[Trait.RUNG] = np.where(exchange.present > 0, rows[Trait.RUNG], held)
        conclude(rows, exchange.profile, self.psychology)
        return after

    def _answer(self, mind: Ints, exchange: Exchange) -> Ints:
        """1 where an ask is granted: readiness against this customer's own threshold and the size asked."""
        number = exchange.number
        size = self._size[exchange.said.ask]
        bar = exchange.attribute(Attribute.THRESHOLD) + scaled(
            size - number["ask.usual-size"], number["ask.size"]
        )
        return (
            (readiness(mind, self.psychology) >= bar).astype(mind.dtype)
            * exchange.happened.asked
            * exchange.present
        )

    def _unconfirmed(self, state: State, person: int | Ints, dtype: np.dtype[np.int32]) -> Ints:
        """(5, play) 1 where an objection of the hearer's was solved and never confirmed."""
        if not (state.objection & ObjectionStep.SOLVED).any():
            return np.zeros((len(Resistance), 1), dtype)
        open_ = (state.objection & _SETTLING) == ObjectionStep.SOLVED
        if state.mind.shape[1] > 1:
            open_ = open_ & (self._owner == person)
        unconfirmed: Ints = open_.astype(dtype)
        return unconfirmed

    def first_impression(self, state: State) -> None:
        """Write the derived rows of fresh minds; in place."""
        for p in range(state.mind.shape[1]):
            mind, profile = state.mind[:, p], state.profile[:, p]
            believe(mind, profile, self.psychology)
            mind[Trait.RUNG] = 1
            conclude(mind, profile, self.psychology)


def _slept_over(state: State) -> Ints:
    """(play,) 1 where a night lies between the last lie that was caught and now."""
    caught = state.detected.max(axis=0, initial=0)
    later: Ints = ((caught > 0) & (state.away // HOUR + 1 - caught >= NIGHT)).astype(state.turn.dtype)
    return later


def _caught(state: State, happened: Happenings, mind: Ints) -> Ints:
    """(play,) 1 where this hearer has seen through a claim, now or before."""
    before = state.detected.any(axis=0) & (mind[Trait.SCAR] > 0)
    caught: Ints = (before | (happened.detected > 0)).astype(mind.dtype)
    return caught
