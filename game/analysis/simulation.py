"""Conversations by the thousand: dealt out in blocks, each of which can be played anywhere.

Play i of a plan is always the same play, whoever plays it, in whatever block and order: its luck is a hash of
the seed and i. It meets hidden customer i modulo K, so that each is met equally often, in every block too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.batch import followed
from game.analysis.roster import Casting
from game.analysis.tallies import Tally, Witness, tallied
from game.engine.luck import drawn
from game.engine.rules import Rules

BLOCK = 262_144
SLOW_BLOCK = 2_048
"""Plays in a block at most, of quick sellers and of those who look ahead. The more plays, the more of their
past is shared and lived once; memory grows with them too."""

LEAST = 16_384
SHARES = 4
"""Quick plays are dealt out in so many blocks as soon as there are `LEAST` for each, so that processes have
something to share."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be played.

    Attributes:
        casting: who plays.
        plays: how many conversations.
        seed: of all luck.
        customer: the hidden customer (0..K-1) that everybody meets; None for all in turn.
    """

    casting: Casting
    plays: int
    seed: int = 1
    customer: int | None = None

    @property
    def size(self) -> int:
        """Plays in a block."""
        if self.casting.looks_ahead:
            return SLOW_BLOCK
        return min(BLOCK, max(LEAST, -(-self.plays // SHARES)))

    @property
    def blocks(self) -> int:
        """How many blocks it takes."""
        return -(-self.plays // self.size)

    def block(self, rules: Rules, number: int) -> Tally:
        """Play one block and count it; `number` is 0 for the first."""
        first = number * self.size
        places = np.arange(first, min(first + self.size, self.plays))
        known = rules.scenario.customers
        met = np.full(len(places), self.customer) if self.customer is not None else places % known
        team = self.casting.team()
        whole = Tally.empty(rules)
        witness, luck = Witness.of(rules, whole), drawn(self.seed, "plays")
        for at, seller in enumerate(team):
            # Those of a team take turns, and each of them meets every customer equally often.
            mine = np.flatnonzero(places // known % len(team) == at)
            if len(mine):
                customers = met[mine].astype(np.int32)
                courses = followed(rules, seller, customers, places[mine], luck, witness.saw)
                tallied(rules, courses, whole)
        return whole
