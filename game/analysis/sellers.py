"""Ways of playing: pressing any key, leaning towards what one likes, reading from a script.

Those who look ahead are in `foresight`; all of them by name, as a trainer calls them, in `roster`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Seller
from game.analysis.foresight import foreseen
from game.engine.psychology import Channel, Role
from game.engine.rounding import MILLE
from game.engine.rules import Rules
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints


@dataclass(frozen=True, slots=True)
class RandomSeller:
    """Any line on offer, each as likely."""

    blind: ClassVar[bool] = True

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:  # noqa: ARG002
        """A line per play."""
        count = (offered >= 0).sum(axis=0)
        pick = (chance % count.astype(np.uint64)).astype(np.int64)
        lines: Ints = np.take_along_axis(offered, pick[None], axis=0)[0]
        return lines


@dataclass(frozen=True, slots=True)
class NoisySeller:
    """Plays like another one, but says `noise` per mille of the lines at random instead."""

    seller: Seller
    noise: int

    @property
    def blind(self) -> bool:
        """Whether the other one is."""
        return bool(getattr(self.seller, "blind", False))

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        return slipping(self.noise, offered, chance, self.seller.choose(rules, state, offered, chance))


@dataclass(frozen=True, slots=True)
class LeaningSeller:
    """Prefers lines by what they are made of: a weight per channel of the tactic table, per mille.

    `roles` are basis points for every move of a line that plays this part (a question, an ask, an offer).
    `noise` per mille of the lines are said at random instead.
    """

    blind: ClassVar[bool] = True

    weights: Mapping[Channel, int]
    noise: int = 100
    roles: Mapping[Role, int] = field(default_factory=dict)

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:  # noqa: ARG002
        """A line per play."""
        return slipping(self.noise, offered, chance, preferred(self.liking(rules)[offered], offered))

    def liking(self, rules: Rules) -> Ints:
        """How much this seller likes each line of the scenario."""
        table = rules.scenario.psychology.tactics
        weights = np.array([self.weights.get(channel, 0) for channel in Channel], np.int64)
        worth = (table.effects * weights[:, None]).sum(axis=0)
        for role, points in self.roles.items():
            worth = worth + ((table.roles & role) > 0) * points * MILLE
        return np.array(
            [sum(int(worth[table.index(use.tactic)]) for use in line.does) for line in rules.lines.lines],
            np.int64,
        ).astype(np.int32)


@dataclass(frozen=True, slots=True)
class ScriptedSeller:
    """Says of its lines the first that is on offer; where none is, another seller speaks.

    Attributes:
        script: ids of lines, the most wanted first; a line is said once, so this is an order of speech too.
        fallback: who chooses where the script has nothing to say.
    """

    script: tuple[str, ...]
    fallback: Seller

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play.

        Raises:
            KeyError: the scenario has no such line.
        """
        liking = np.full(len(rules.lines.lines), OPEN, np.int32)
        for rank, line in enumerate(reversed(self.script)):
            liking[rules.lines.index[line]] = rank
        wanted = np.where(offered == OPEN, OPEN, liking[offered])
        lost = (wanted == OPEN).all(axis=0)
        lines = preferred(wanted, offered)
        if lost.any():
            other = self.fallback.choose(rules, state.only(lost), offered[:, lost], chance[lost])
            lines = lines.copy()
            lines[lost] = other
        return lines


@dataclass(frozen=True, slots=True)
class GreedySeller:
    """Looks one line ahead and takes what scores most at once; sees the customer's mind, so no trainee."""

    noise: int = 0

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        total = foreseen(rules, state, offered)
        best = np.where(offered == OPEN, np.iinfo(np.int32).min, total).argmax(axis=0)
        lines: Ints = np.take_along_axis(offered, best[None], axis=0)[0]
        return slipping(self.noise, offered, chance, lines)


@dataclass(frozen=True, slots=True)
class HumanSeller:
    """Somebody with a leaning, some sense of what a line will do, and many other things on the mind.

    Every line on offer has an appeal: `leaning` parts of how much it is like this person to say so, `insight`
    parts of what it would score at once, and one part of chance (a Gumbel draw, so that the choice is a soft
    one). Leaning and insight are measured against the other lines on offer.
    """

    weights: Mapping[Channel, int]
    leaning: float
    insight: float

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        here = offered >= 0
        liking = LeaningSeller(self.weights).liking(rules)[np.maximum(offered, 0)]
        appeal = self.leaning * _standing(liking, here) + self.insight * _standing(
            foreseen(rules, state, offered), here
        )
        for row in range(len(offered)):
            mixed = chance * np.uint64(0x9E3779B97F4A7C15) + np.uint64(row * 0xD1B54A32D192ED03 % 2**64)
            unit = ((mixed ^ (mixed >> np.uint64(29))) >> np.uint64(11)).astype(np.float64) / 2**53
            appeal[row] -= np.log(-np.log(np.clip(unit, 1e-12, 1 - 1e-12)))
        best = np.where(here, appeal, -np.inf).argmax(axis=0)
        lines: Ints = np.take_along_axis(offered, best[None], axis=0)[0]
        return lines


def preferred(liking: Ints, offered: Ints) -> Ints:
    """Of the lines on offer (4, play) the one that is liked most, the first of equals, (play,)."""
    score = np.where(offered == OPEN, np.iinfo(np.int32).min, liking)
    lines: Ints = np.take_along_axis(offered, score.argmax(axis=0)[None], axis=0)[0]
    return lines


def slipping(noise: int, offered: Ints, chance: NDArray[np.uint64], lines: Ints) -> Ints:
    """The lines, but any line on offer in `noise` per mille of the plays, (play,)."""
    slip = (chance >> np.uint64(32)) % np.uint64(MILLE) < np.uint64(noise)
    if not slip.any():
        return lines
    count = (offered >= 0).sum(axis=0)
    pick = (chance % count.astype(np.uint64)).astype(np.int64)
    anything: Ints = np.take_along_axis(offered, pick[None], axis=0)[0]
    return np.where(slip, anything, lines)


def _standing(values: Ints, here: Bools) -> NDArray[np.float64]:
    """How far each line on offer stands above the mean of them, in standard deviations, (4, play)."""
    count = here.sum(axis=0)
    mean = np.where(here, values, 0).sum(axis=0) / count
    spread = np.sqrt((np.where(here, values - mean, 0) ** 2).sum(axis=0) / count)
    standing: NDArray[np.float64] = np.where(here, values - mean, 0) / np.maximum(spread, 1)
    return standing


PUSHER = LeaningSeller({Channel.PUSH: 1_000, Channel.BENEFIT: 500})
PLEASER = LeaningSeller({Channel.WARMTH: 1_000, Channel.FACE: 300})
LISTENER = LeaningSeller(
    {Channel.DISCLOSURE: 600, Channel.NEED: 600, Channel.BENEVOLENCE: 600, Channel.PUSH: -900}
)
"""Three leanings that trainers know."""

NOVICE = LeaningSeller(
    {Channel.ABILITY: 600, Channel.BENEFIT: 600, Channel.WARMTH: 300, Channel.DISCLOSURE: -300}, noise=500
)
"""Talks of the product and of the firm where a question was due; half of the lines come as they come."""

ORDER_TAKER = LeaningSeller(
    {Channel.ABILITY: 300, Channel.FACE: 300, Channel.PUSH: -900},
    roles={Role.QUESTION: -300, Role.PROBE: -300, Role.ASK: -600, Role.SOLVE: 150},
)
"""Gives the answers that are asked for: asks nothing, presses nobody, never asks for a decision."""

HUMANS = tuple(
    HumanSeller(leaning.weights, strength, insight)
    for leaning in (PUSHER, PLEASER, LISTENER)
    for strength, insight in ((0.8, 0.2), (0.6, 0.6), (0.4, 1.2))
)
"""A class as it may sit in a room: three leanings, each with little, some and good insight."""
