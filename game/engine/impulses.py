"""From doses to impulses: what a line pushes at in the customer, channel by channel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.causation import Levels
from game.engine.doses import Doses
from game.engine.psychology import Channel, Psychology
from game.engine.reaction import CauseName
from game.engine.rounding import MILLE, along, scaled
from game.engine.traits import Ints, Trait

BAD = (Channel.COST, Channel.RISK, Channel.PUSH, Channel.PERSONAL)
"""Channels in which more is worse for the seller."""

ARGUED = (Channel.ABILITY, Channel.NEED, Channel.BENEFIT)
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
        """Impulses of tactics (slot,) or (slot, play) on minds (trait, play)."""
        favourable, adverse, blocked = levels.doses(doses)
        columns = tactics if tactics.ndim == 2 else tactics[:, None]
        dtype = levels.dtype
        good = scaled(self._good[None, :, columns], favourable[:, None]).sum(axis=2, dtype=dtype)
        bad = scaled(self._bad[None, :, columns], adverse[:, None]).sum(axis=2, dtype=dtype)
        damping = along(self._psychology.curves["damping"], mind[Trait.REACTANCE])
        floor = self._psychology.number["damping.floor"]
        factor = np.where(self._free, MILLE, np.where(self._argued, damping, np.maximum(damping, floor)))
        switched = levels.on(CauseName.REACTANCE)[:, :, None]
        damped = scaled(good, MILLE + switched * (factor - MILLE))
        held = np.where(columns < self._good.shape[1] - 1, blocked, 0).sum(axis=1, dtype=dtype)
        return Impulses(damped + bad, held, np.maximum(favourable[:, 2], 0))
