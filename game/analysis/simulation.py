"""Conversations by the thousand: dealt out in blocks, each of which can be played anywhere.

Block b of a plan is always the same plays, whoever plays it and in whatever order: their luck is a hash of
the seed and b. Play i of a plan meets hidden customer i modulo K, so that each is met equally often.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.batch import play
from game.analysis.roster import Casting
from game.analysis.tallies import Tally, Witness, tallied
from game.engine.luck import drawn
from game.engine.rules import Rules

BLOCK = 16_384
SLOW_BLOCK = 2_048
"""Plays in a block, of quick sellers and of those who look ahead; other numbers would deal out other luck."""

WITNESSED = 65_536
"""The courses of levels are counted in so many first plays: enough for quantiles as fine as a percent."""


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
        return SLOW_BLOCK if self.casting.looks_ahead else BLOCK

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
        for at, seller in enumerate(team):
            # Those of a team take turns, and each of them meets every customer equally often.
            mine = met[places // known % len(team) == at].astype(np.int32)
            if not len(mine):
                continue
            luck = drawn(self.seed, "block", number, at)
            if first < WITNESSED:
                witness = Witness(seller, np.zeros_like(whole.level))
                plays = play(rules, witness, mine, luck)
                witness.saw(plays.state)
                whole.level[:] += witness.level
            else:
                plays = play(rules, seller, mine, luck)
            whole = whole + tallied(rules, plays)
        return whole
