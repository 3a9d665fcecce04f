"""From doses to impulses: what a line pushes at in the customer, channel by channel."""

from __future__ import annotations

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
    """What a line pushes at: `channels` (level, channel, play) in basis points; `blocked` and `stacked`
    (level, play) per mille of a dose that trust did not carry, and of doses beyond the second.
    """

    channels: Ints
    blocked: Ints
    stacked: Ints

    def on(self, channel: Channel) -> Ints:
        """One channel, (level, play)."""
        return self.channels[:, channel]


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
        self._argued = np.array([channel in ARGUED for channel in Channel])[:, None]
        self._free = np.array([channel in FREE for channel in Channel])[:, None]

    def impulses(self, doses: Doses, tactics: Ints, mind: Ints, levels: Levels) -> Impulses:
        """Impulses of tactics (slot,) or (slot, play) on minds (trait, play).

        Warmth that comes amiss is felt as mockery: it costs face and is held against the seller.
        """
        favourable, adverse, blocked = levels.doses(doses)
        good = self._acting(self._good, tactics, favourable)
        bad = self._acting(self._bad, tactics, adverse)
        damping = along(self._psychology.curves["damping"], mind[Trait.REACTANCE])
        floor = self._psychology.number["damping.floor"]
        factor = np.where(self._free, MILLE, np.where(self._argued, damping, np.maximum(damping, floor)))
        switched = levels.on(CauseName.REACTANCE)[:, :, None]
        damped = scaled(good, MILLE + switched * (factor - MILLE))
        channels = damped + bad
        mocked = scaled(negative(channels[:, Channel.WARMTH]), self._psychology.number["heat.mockery"])
        channels[:, Channel.BENEVOLENCE] -= mocked
        channels[:, Channel.FACE] -= mocked
        held = blocked.sum(axis=1, dtype=blocked.dtype)
        third = positive(favourable[:, 2]) if favourable.shape[1] > 2 else np.zeros_like(held)
        return Impulses(channels, held, third)

    @staticmethod
    def _acting(table: Ints, tactics: Ints, doses: Ints) -> Ints:
        """Effects times doses, summed over the slots of a line: (level, channel, play).

        Whole numbers, so the order of the sum does not matter (no floating-point product anywhere).
        """
        if tactics.ndim == 2:
            return share(np.einsum("csn,lsn->lcn", table[:, tactics], doses), MILLE)
        effects = table[:, tactics]
        acting = np.zeros((len(doses), len(table), doses.shape[-1]), doses.dtype)
        for channel, slot in zip(*np.nonzero(effects), strict=True):
            acting[:, channel] += effects[channel, slot] * doses[:, slot]
        return share(acting, MILLE)
