"""From doses to impulses: what a line pushes at in the customer, channel by channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.causation import Levels
from game.engine.doses import Doses
from game.engine.psychology import Channel, Psychology
from game.engine.reaction import CauseName
from game.engine.rounding import MILLE, along, negative, positive, scaled, share
from game.engine.traits import Ints, Trait

BAD = (Channel.COST, Channel.RISK, Channel.PUSH, Channel.PERSONAL)
"""Channels in which more is worse for the seller."""

ARGUED = (
    Channel.ABILITY,
    Channel.NEED,
    Channel.BENEFIT,
    Channel.COST,
    Channel.RISK,
    Channel.PERSONAL,
)
"""Channels in which high reactance turns an argument against the seller."""

FREE = (Channel.PUSH, Channel.CALM)
"""Channels that reactance does not damp: giving room always helps."""


@dataclass(frozen=True, slots=True)
class Impulses:
    """What a line pushes at: `channels` one (level, play) each in basis points, (level, 1) where the line
    does not touch a channel; `blocked` and `stacked` (level, play) per mille of a dose that trust did not
    carry, and of doses beyond the second.
    """

    channels: Sequence[Ints]
    blocked: Ints
    stacked: Ints

    def on(self, channel: Channel) -> Ints:
        """One channel, (level, play)."""
        return self.channels[channel]


class Effects:
    """The tactic table split into what tactics do well and what they cost."""

    def __init__(self, psychology: Psychology) -> None:
        """Split the table of (channel, tactic) and pad it with an empty tactic."""
        effects = psychology.tactics.effects
        sign = np.array([[-1 if channel in BAD else 1] for channel in Channel], np.int32)
        good = sign * np.maximum(sign * effects, 0)
        pad = ((0, 0), (0, 1))
        self._good, self._bad = np.pad(good, pad), np.pad(effects - good, pad)
        self._psychology = psychology

    def impulses(self, doses: Doses, tactics: Ints, mind: Ints, levels: Levels) -> Impulses:
        """Impulses of tactics (slot,) or (slot, play) on minds (trait, play).

        Warmth that comes amiss is felt as mockery: it costs face and is held against the seller.
        """
        favourable, adverse, blocked = levels.doses(doses)
        good, bad = self._acting(self._good, tactics, favourable), self._acting(self._bad, tactics, adverse)
        factors = self._damping(mind[Trait.REACTANCE])
        switched = levels.on(CauseName.REACTANCE)
        nothing = np.zeros((len(favourable), 1), favourable.dtype)
        channels = []
        for channel in Channel:
            gain, loss = good.get(channel), bad.get(channel)
            if gain is not None and channel not in FREE:
                gain = scaled(gain, MILLE + switched * factors[channel in ARGUED])
            parts = [part for part in (gain, loss) if part is not None]
            channels.append(sum(parts, start=nothing) if parts else nothing)
        cold = channels[Channel.WARMTH]
        if cold.min(initial=0) < 0:
            mocked = scaled(negative(cold), self._psychology.number["heat.mockery"])
            for channel in (Channel.BENEVOLENCE, Channel.FACE):
                channels[channel] = channels[channel] - mocked
        held = blocked.sum(axis=1, dtype=blocked.dtype)
        third = positive(favourable[:, 2]) if favourable.shape[1] > 2 else nothing
        return Impulses(channels, held, third)

    def _damping(self, reactance: Ints) -> tuple[Ints, Ints]:
        """What reactance takes from what a tactic does well, per mille: as a rule, and from arguments."""
        damping = along(self._psychology.curves["damping"], reactance)
        floor = self._psychology.number["damping.floor"]
        return np.maximum(damping, floor) - MILLE, damping - MILLE

    @staticmethod
    def _acting(table: Ints, tactics: Ints, doses: Ints) -> dict[Channel, Ints]:
        """Effects times doses, summed over the slots of a line: (level, play) for each channel touched.

        Whole numbers, so the order of the sum does not matter (no floating-point product anywhere).
        """
        effects = table[:, tactics]
        touched = effects if tactics.ndim == 1 else effects.any(axis=-1)
        sums: dict[int, Ints] = {}
        for channel, slot in zip(*(places.tolist() for places in np.nonzero(touched)), strict=True):
            part = effects[channel, slot] * doses[:, slot]
            sums[channel] = sums[channel] + part if channel in sums else part
        return {Channel(channel): share(total, MILLE) for channel, total in sums.items()}
