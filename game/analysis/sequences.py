"""Scripts: what is said in every moment, whoever listens; and the search for good ones.

A script prefers the lines of every beat in one order, for every customer. What the best script for everybody
is worth, against the best one for each, tells how much there is to gain by adapting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import play
from game.analysis.sellers import RandomSeller
from game.engine.kinds import lacks
from game.engine.rules import Rules
from game.engine.scenario import MOST_CUSTOMERS
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Attribute, Ints

PURE = {"D": (1_000, 0, 0, 0), "I": (0, 1_000, 0, 0), "S": (0, 0, 1_000, 0), "C": (0, 0, 0, 1_000)}
"""The four pure types."""

BROOD = 48
"""Scripts tried in a generation."""


@dataclass(frozen=True, slots=True)
class ScriptSeller:
    """Says of the lines on offer the one its script prefers.

    Attributes:
        liking: (line + 1,) the higher, the sooner; the last entry stands for no line.
    """

    liking: Ints

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:  # noqa: ARG002
        """A line per play."""
        return _preferred(self.liking[offered], offered)


def _preferred(liked: Ints, offered: Ints) -> Ints:
    """Of the lines on offer (4, play) the one that is liked most, (play,)."""
    most = np.where(offered == OPEN, OPEN, liked).argmax(axis=0)
    lines: Ints = np.take_along_axis(offered, most[None], axis=0)[0]
    return lines


def typed(state: State, letter: str) -> State:
    """Plays whose customer is of one pure type."""
    d, i, s, c = PURE[letter]
    profile = state.profile.copy()
    profile[Attribute.AGENCY, 0] = d + i - s - c
    profile[Attribute.COMMUNION, 0] = i + s - d - c
    profile[Attribute.ANALYTIC, 0] = c
    return replace(state, profile=profile)


def everybody(rules: Rules, letter: str, most: int = MOST_CUSTOMERS) -> State:
    """The hidden customers of a scenario, at most so many, as one pure type, before the first line."""
    met = np.arange(min(rules.scenario.customers, most), dtype=np.int32)
    state = typed(rules.fresh(met), letter)
    # What she lacks of emotional value hangs on how near people are to her.
    state.profile[Attribute.LACKS_HEALING :] = lacks(state.profile, rules.scenario.psychology)
    state = replace(state, mind=state.mind.copy())
    rules.psyche.first_impression(state)
    return state


def scores(rules: Rules, script: Ints, start: State) -> Ints:
    """What a script is worth with every customer of `start`, (play,)."""
    return play(rules, ScriptSeller(script), start.customer, start=start).score


def searched(rules: Rules, start: State, generations: int, seed: int = 0) -> Ints:
    """A good script for the customers of `start`, by mutation and selection: a lower bound of the best.

    Args:
        rules: of the scenario.
        start: plays before the first line; the mean of their scores is what counts.
        generations: of `BROOD` scripts each, made from the best one so far.
        seed: of the search.

    Returns:
        the liking of every line, (line + 1,).
    """
    chance = np.random.default_rng(seed)
    count = len(rules.lines.lines) + 1
    brood = chance.integers(0, 1_000, (count, BROOD)).astype(np.int32)
    best, record = brood[:, 0], -1.0
    for _ in range(generations):
        worth = _worth(rules, brood, start)
        at = int(worth.argmax())
        if worth[at] >= record:
            best, record = brood[:, at].copy(), float(worth[at])
        brood = _mutated(rules, best, chance)
    return best


def _worth(rules: Rules, brood: Ints, start: State) -> NDArray[np.float64]:
    """Mean score of each script, (script,)."""
    scripts, plays = brood.shape[1], start.plays
    marks, total = Marks(rules), np.zeros(scripts * plays)
    state, going = start.only(np.tile(np.arange(plays), scripts)), np.arange(scripts * plays)
    while len(going):
        offered = rules.course.choices(state)
        lines = _preferred(brood[offered, going // plays], offered)
        state = rules.advance(state, lines).state
        over = state.close != OPEN
        total[going[over]] = marks.total(state.only(over))
        going, state = going[~over], state.only(~over)
    worth: NDArray[np.float64] = total.reshape(scripts, plays).mean(axis=1)
    return worth


def _mutated(rules: Rules, best: Ints, chance: np.random.Generator) -> Ints:
    """A brood of a script: itself, and copies in which one to four lines come first in their beats."""
    brood = np.repeat(best[:, None], BROOD, axis=1)
    for script in range(1, BROOD):
        lines = chance.integers(0, len(rules.lines.lines), int(chance.integers(1, 5)))
        for line in lines:
            beat = rules.lines.beat_of == rules.lines.beat_of[line]
            brood[line, script] = brood[: len(beat), script][beat].max() + 1
    return brood


@dataclass(frozen=True, slots=True)
class Crossed:
    """Scripts for the pure types, said to all of them.

    `matrix` (made for, said to) are mean scores over the hidden customers, `fixed` (said to) those of the
    best script for everybody, `anything` the mean of saying just anything.
    """

    matrix: NDArray[np.float64]
    fixed: NDArray[np.float64]
    anything: float

    @property
    def attainable(self) -> NDArray[np.float64]:
        """The best score found for each type."""
        best: NDArray[np.float64] = np.maximum(self.matrix.max(axis=0), self.fixed)
        return best

    @property
    def loss(self) -> float:
        """Share of the attainable score that a type's script loses on average with the other types."""
        lost = 1 - self.matrix / self.attainable
        return float(lost[~np.eye(len(PURE), dtype=bool)].mean())

    @property
    def index(self) -> float:
        """Adaptivity: the share of the attainable score that the best script for everybody does not reach."""
        return float(1 - self.fixed.mean() / self.attainable.mean())


def crossed(rules: Rules, generations: int, seed: int = 0, most: int = MOST_CUSTOMERS) -> Crossed:
    """Find a script for every pure type and one for all of them together, and say each to everybody.

    Args:
        rules: of the scenario.
        generations: of each search.
        seed: of the searches.
        most: hidden customers to look at; the time it takes grows with them.
    """
    worlds = [everybody(rules, letter, most) for letter in PURE]
    made = [searched(rules, world, generations, seed) for world in worlds]
    for_all = searched(rules, together(worlds), generations, seed)
    matrix = np.array([[scores(rules, script, world).mean() for world in worlds] for script in made])
    fixed = np.array([scores(rules, for_all, world).mean() for world in worlds])
    best = matrix[matrix.mean(axis=1).argmax()]
    crowd = together([world for world in worlds for _ in range(8)])
    anything = play(rules, RandomSeller(), crowd.customer, seed, start=crowd).score.mean()
    return Crossed(matrix, fixed if fixed.mean() >= best.mean() else best, float(anything))
