"""The effective dose of each tactic of a line: dose times six named multipliers, step by step.

customer-model.md section 4: repetition, fit, stage, trust gate, delivery, elaboration, in this order. What
the gate blocks does not vanish: it is returned as `blocked` and becomes felt pressure.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.lines import Said
from game.engine.psychology import Psychology, Role, Route
from game.engine.rounding import MILLE, along, anything, bounded, positive, scaled, share
from game.engine.state import USE, State
from game.engine.traits import WHOLE, Attribute, Bools, Ints, Trait

_HOT = [Trait.ANGER, Trait.FEAR, Trait.DISTRESS]
_HEARS = Role.HEARD | Role.ACKNOWLEDGE | Role.APOLOGY
_RECEIVES = _HEARS | Role.AUTONOMY
"""Roles of tactics that take a feeling in or leave room for it."""

_MANNERS = ("pace", "warmth", "detail", "directness")

GATE = 3
"""Place of the trust gate among the multipliers."""


@dataclass(frozen=True, slots=True)
class Doses:
    """Doses after each step, per mille, (step, slot, play): all seven steps, or the last alone. Where
    something is the same in all plays the last axis may be 1.

    `favourable` drives what a tactic does well, `adverse` what it costs; `blocked` is what the trust gate
    has held back. `multipliers` are the six, each (slot, play) or broadcastable to it, per mille; `weary`
    (play,) is how far the most worn tactic of the line has worn past bearing.
    """

    favourable: Ints
    adverse: Ints
    blocked: Ints
    multipliers: tuple[Ints, ...]
    weary: Ints

    def only(self, plays: slice) -> Doses:
        """The doses in some of the plays, which start with the first."""
        return Doses(
            self.favourable[..., plays],
            self.adverse[..., plays],
            self.blocked[..., plays],
            tuple(factor[..., plays] for factor in self.multipliers),
            self.weary[..., plays],
        )


class Multipliers:
    """The six multipliers of a scenario's psychology, with its tables padded by an empty tactic."""

    def __init__(self, psychology: Psychology) -> None:
        """Pad the tables."""
        table = psychology.tactics
        self._psychology = psychology
        self._number = psychology.number
        self._agency, self._communion = _padded(table.agency), _padded(table.communion)
        self._locked, self._gate, self._route = (
            _padded(table.locked),
            _padded(table.gate),
            _padded(table.route),
        )
        self._roles = _padded(table.roles)
        self._stage = _padded(table.stage)
        self._argues = (self._route == Route.CENTRAL).astype(np.int32) - (self._route == Route.PERIPHERAL)
        self._drawn = np.flatnonzero(table.appeal.any(axis=1))
        self._appeal = _padded(table.appeal)[self._drawn]
        self._liking = np.array(
            [
                [[self._number[f"delivery.{name}-{axis}"]] for name in _MANNERS]
                for axis in ("agency", "communion")
            ],
            np.int32,
        )

    def doses(self, state: State, said: Said, mind: Ints, profile: Ints, steps: bool) -> Doses:
        """Doses of the lines said.

        Args:
            state: the plays.
            said: the lines.
            mind: (trait, play) of the hearers.
            profile: (attribute, play) of the hearers.
            steps: keep every step, or only the last.
        """
        wide = said.tactics.ndim == 2
        base = said.doses if said.doses.ndim == 2 else said.doses[:, None]
        harms = said.harms if said.harms.ndim == 2 else said.harms[:, None]
        tactics = said.tactics if wide else said.tactics[:, None]
        repetition = self._repetition(state, said.rows, tactics)
        fit = self._fit(tactics, said, profile)
        factors = (
            repetition,
            fit,
            self._suited(state, said.tactics),
            self._open(tactics, mind),
            self._delivery(state, said, profile),
            self._elaboration(tactics, mind, profile),
        )
        worn = (MILLE - repetition) * ((base > 0) & (self._roles[tactics] & _HEARS == 0))
        weary = bounded(2 * MILLE - repetition, MILLE, 2 * MILLE)
        unfit = bounded(2 * MILLE - fit, 400, 1_600)
        favourable, blocked, adverse = [base], [np.zeros_like(base)], [harms]
        for at, factor in enumerate(factors):
            dose = favourable[-1]
            favourable.append(scaled(dose, factor))
            blocked.append(positive(scaled(dose, MILLE - factor)) if at == GATE else blocked[-1])
            adverse.append(scaled(adverse[-1], weary if at == 0 else unfit) if at < GATE - 1 else adverse[-1])
        kept = slice(None) if steps else slice(-1, None)
        return Doses(
            _stacked(favourable[kept]),
            _stacked(adverse[kept]),
            _stacked(blocked[kept]),
            factors,
            positive(worn.max(axis=0) - self._number["weary.level"]),
        )

    def _repetition(self, state: State, rows: Ints, tactics: Ints) -> Ints:
        """One repeat is free, then a power law wears a tactic out; other turns in between recover some.

        An apology is worth something once (Schweitzer et al. 2006).
        """
        if rows.ndim == 1:
            used = state.used[rows]
            if not used.any():
                used = used[:, :1]
        else:
            used = state.used[rows, np.arange(state.plays)]
        last = used % USE
        between = np.maximum(state.turn[: used.shape[-1]] - last, 0)
        worn = np.maximum((used - last) // USE * MILLE - between * self._number["repetition.recovery"], 0)
        left = along(self._psychology.curves["repetition"], worn)
        apology = self._roles[tactics] & Role.APOLOGY > 0
        return np.where(apology & (used > 0), 0, left) if apology.any() else left

    def _suited(self, state: State, tactics: Ints) -> Ints:
        """How a tactic suits the stage of the decision."""
        suited: Ints = (
            self._stage[:, tactics].T[:, state.stage]
            if tactics.ndim == 1
            else self._stage[state.stage, tactics]
        )
        return suited

    def _fit(self, tactics: Ints, said: Said, profile: Ints) -> Ints:
        """Agency and communion, mean 1 over the four corners; then traits; then need, motive and worry."""
        fit = (
            MILLE
            + share(self._agency[tactics] * profile[Attribute.AGENCY], MILLE)
            + share(self._communion[tactics] * profile[Attribute.COMMUNION], MILLE)
        )
        if len(self._drawn):
            lean = profile[self._drawn][:, None] - WHOLE // 2
            fit = fit + share(self._appeal[:, tactics] * lean, WHOLE // 2).sum(axis=0, dtype=fit.dtype)
        number = self._number
        if anything(said.need >= 0):
            felt = self._among(profile[Attribute.NEEDS], said.need)
            matched = np.where(felt, number["fit.need-felt"], number["fit.need-miss"])
            matched = np.where(profile[Attribute.NEED] == said.need, number["fit.need-match"], matched)
            fit = fit + np.where(said.need >= 0, matched, 0)
        for asked, bits, match, miss in (
            (said.motive, Attribute.MOTIVES, "fit.motive-match", "fit.motive-miss"),
            (said.worry, Attribute.WORRIES, "fit.worry-match", "fit.worry-miss"),
        ):
            if anything(asked >= 0):
                matched = np.where(self._among(profile[bits], asked), number[match], number[miss])
                fit = fit + np.where((asked >= 0) & (profile[bits] > 0), matched, 0)
        fit = bounded(fit.astype(profile.dtype, copy=False), number["fit.least"], number["fit.most"])
        return np.where(self._locked[tactics] > 0, np.maximum(fit, 0), fit)

    @staticmethod
    def _among(bits: Ints, index: Ints) -> Bools:
        """Whether a bit is set, (play,)."""
        among: Bools = (bits >> np.maximum(index, 0)) & 1 > 0
        return among

    def _open(self, tactics: Ints, mind: Ints) -> Ints:
        """How far trust opens the gate: 0 a band below the threshold, 1000 at it and above."""
        gate, band = self._gate[tactics], self._number["gate.band"]
        if not gate.any():
            return np.full((1, 1), MILLE, mind.dtype)
        part = share((mind[Trait.TRUST] - gate + band) * MILLE, band)
        return np.where(gate == 0, MILLE, bounded(part, 0, MILLE))

    def _delivery(self, state: State, said: Said, profile: Ints) -> Ints:
        """Closeness of the delivery to what this mixture likes (D fast, direct, brief; S slow and warm …).

        A seller who has lost composure comes out brisker, cooler and more insistent whatever the line says
        (`self-stress-four`): stress acts on delivery, never on what is offered.
        """
        number = self._number
        liking = scaled(profile[Attribute.AGENCY], self._liking[0]) + scaled(
            profile[Attribute.COMMUNION], self._liking[1]
        )
        manner = said.delivery if said.delivery.ndim == 2 else said.delivery[:, None]
        total = (manner * liking).sum(axis=0, dtype=liking.dtype)
        lost = np.maximum(number["self.steady"] - state.composure, 0)
        stress = scaled(lost, number["self.strain"])
        total = total + scaled(liking[0] - liking[1] + liking[3] // 2, bounded(stress, 0, MILLE))
        factor = MILLE + scaled(total, number["delivery.strength"])
        return bounded(factor, number["delivery.least"], number["delivery.most"])[None]

    def _elaboration(self, tactics: Ints, mind: Ints, profile: Ints) -> Ints:
        """A thinking customer with a recognised need weighs arguments; otherwise the margins persuade."""
        number = self._number
        thinking = (
            scaled(mind[Trait.NEED], number["elaboration.need"])
            + scaled(profile[Attribute.COGNITION], number["elaboration.cognition"])
            + scaled(profile[Attribute.STAKES], number["elaboration.stakes"])
            + scaled(profile[Attribute.CALIBRE] - WHOLE // 2, number["elaboration.calibre"])
            - scaled(mind[Trait.VALENCE], number["elaboration.mood"])
        )
        swing = scaled(bounded(thinking, 0, WHOLE) - WHOLE // 2, number["elaboration.swing"]) // 10
        return self._received(MILLE + swing * self._argues[tactics], tactics, mind)

    def _received(self, weighed: Ints, tactics: Ints, mind: Ints) -> Ints:
        """Receive before you guide, guide before you steer (`ev-three-stages`).

        Who is angry, afraid or upset has to be heard first: until then she weighs nothing, and a light word
        reads as mockery (`tac-humour`). A good mood is a little more open to warmth, a bad one less.
        """
        number = self._number
        roles = self._roles[tactics]
        receives, light = roles & _RECEIVES > 0, roles & Role.WARM > 0
        taken = weighed
        if light.any():
            warm = scaled(mind[Trait.VALENCE], number["elaboration.warmth"]) // 10
            taken = weighed + warm * light
        if receives.all():
            return taken
        hot = positive(mind[_HOT].max(axis=0) - number["heat.level"])
        cold = bounded(weighed - scaled(hot, number["heat.argument"]), 0, 2 * MILLE)
        if light.any():
            gay = bounded(
                weighed + warm - scaled(hot, number["heat.lightness"]), number["heat.least"], 2 * MILLE
            )
            cold = np.where(light, np.where(self._locked[tactics] > 0, positive(gay), gay), cold)
        return np.where(receives, taken, cold) if receives.any() else cold


def _stacked(steps: list[Ints]) -> Ints:
    """Steps on an axis of their own."""
    return steps[0][None] if len(steps) == 1 else np.stack(np.broadcast_arrays(*steps))


def _padded(table: Ints) -> Ints:
    """The table with one empty column more, for the tactic that is none."""
    return np.concatenate([table, np.zeros_like(table[..., :1])], axis=-1)
