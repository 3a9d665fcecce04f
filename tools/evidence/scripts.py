"""What is said to one pure type, said to another: good scripts for each, and for every single customer.

A script prefers the lines of every beat in one order, whatever the customer does; it is found by search, so
that every figure here is a lower bound of what can be had.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import play
from game.analysis.sellers import RandomSeller
from game.analysis.sequences import PURE, ScriptSeller, everybody, scores, searched
from game.analysis.solver import Solver
from game.engine.rules import Rules
from game.engine.scenario import MOST_CUSTOMERS
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints
from tools.evidence.sequences import Sequences, sequences

BROOD = 24
"""Variants of every customer's own script in a generation."""

RANDOM = 16
"""Times that each customer is talked to at random."""


@dataclass(frozen=True, slots=True)
class Crossplay:
    """Scores of scripts, by pure type and hidden customer.

    Attributes:
        matrix: (made for, said to) mean scores over the hidden customers.
        fixed: (said to) those of the one script for everybody.
        tailored: (said to) those of the best talk found with every single customer.
        anything: (said to) mean of saying just anything.
        talks: what is said to the first hidden customer of each type by the script for her, ids of lines.
        first: what that comes to, in the order of the types.
        learned: the best sequences found, over all types and hidden customers.
        own: mean over the scenario's own hidden customers: of the one script for all of them, and of a script
            for each.
    """

    matrix: NDArray[np.float64]
    fixed: NDArray[np.float64]
    tailored: NDArray[np.float64]
    anything: NDArray[np.float64]
    talks: tuple[tuple[str, ...], ...]
    first: tuple[int, ...]
    learned: Sequences
    own: tuple[float, float]

    @property
    def loss(self) -> float:
        """Share of what was found attainable that a type's script loses on average with other types."""
        lost = 1 - self.matrix / self.tailored
        return float(lost[~np.eye(len(PURE), dtype=bool)].mean())

    @property
    def between(self) -> float:
        """The same against the script made for the type: what is lost by mistaking the type alone."""
        lost = 1 - self.matrix / np.diag(self.matrix)
        return float(lost[~np.eye(len(PURE), dtype=bool)].mean())

    @property
    def index(self) -> float:
        """Adaptivity: the share of what is attainable that the one script for everybody does not reach."""
        return float(1 - self.fixed.mean() / self.tailored.mean())

    @property
    def across(self) -> float:
        """Adaptivity across the scenario's own hidden customers: one type, several minds."""
        return 1 - self.own[0] / self.own[1]

    @property
    def over_fixed(self) -> float:
        """How far adapting to every customer is above the one script."""
        return float(self.tailored.mean() / self.fixed.mean() - 1)

    @property
    def over_ordered(self) -> float:
        """How far it is above the best sequence said in order."""
        return float(self.tailored.mean() / self.learned.in_order - 1)

    @property
    def over_literal(self) -> float:
        """How far it is above the best sequence said turn by turn."""
        return float(self.tailored.mean() / self.learned.turn_by_turn - 1)

    @property
    def over_anything(self) -> float:
        """How far it is above saying anything."""
        return float(self.tailored.mean() / self.anything.mean() - 1)


def crossplay(rules: Rules, generations: int, seed: int = 0, most: int = MOST_CUSTOMERS) -> Crossplay:
    """Find scripts for the pure types, for everybody and for each customer, and say them.

    Args:
        rules: of the scenario.
        generations: of every search.
        seed: of all chance.
        most: hidden customers to look at.
    """
    worlds = [everybody(rules, letter, most) for letter in PURE]
    crowd = together(worlds)
    made = [searched(rules, world, generations, seed) for world in worlds]
    made.append(searched(rules, crowd, generations, seed))
    # The best of the searches for one type may be the best for all; a search for all is the hardest.
    worth = np.array([scores(rules, script, crowd) for script in made]).reshape(len(made), len(PURE), -1)
    mean = worth.mean(axis=2)
    matrix = np.array([mean[int(mean[:, at].argmax())] for at in range(len(PURE))])
    own, record = _tailored(rules, crowd, np.array(made).T, worth.reshape(len(made), -1), generations, seed)
    solver = Solver(rules)
    record = np.maximum(record, solver.ceilings(crowd))
    ways = [solver.best_line(crowd.only(slice(at, at + 1)))[0] for at in range(crowd.plays)]
    said = [
        play(
            rules, ScriptSeller(own[:, at]), crowd.customer[at : at + 1], start=crowd.only(slice(at, at + 1))
        )
        for at in range(0, crowd.plays, worlds[0].plays)
    ]
    many = together([crowd for _ in range(RANDOM)])
    random = play(rules, RandomSeller(), many.customer, seed, start=many).score
    return Crossplay(
        matrix,
        mean[int(mean.mean(axis=1).argmax())],
        record.reshape(len(PURE), -1).mean(axis=1),
        random.reshape(RANDOM, len(PURE), -1).mean(axis=(0, 2)),
        tuple(tuple(rules.lines.lines[line].id for line in one.moves[:, 0] if line != OPEN) for one in said),
        tuple(int(one.score[0]) for one in said),
        sequences(rules, crowd, made, ways, generations, seed),
        _own(rules, made, generations, seed),
    )


def _own(rules: Rules, made: Sequence[Ints], generations: int, seed: int) -> tuple[float, float]:
    """Means over the scenario's own hidden customers: the best script for all, a script for each."""
    crowd = rules.fresh(np.arange(rules.scenario.customers, dtype=np.int32))
    scripts = [*made, searched(rules, crowd, generations, seed)]
    worth = np.array([scores(rules, script, crowd) for script in scripts])
    _, record = _tailored(rules, crowd, np.array(scripts).T, worth, generations, seed)
    return float(worth.mean(axis=1).max()), float(record.mean())


def _tailored(
    rules: Rules, crowd: State, made: Ints, worth: Ints, generations: int, seed: int
) -> tuple[Ints, NDArray[np.float64]]:
    """A good script for every single customer, (line + 1, play), and its score, (play,).

    Args:
        rules: of the scenario.
        crowd: all customers of all types before the first line.
        made: (line + 1, script) scripts to begin with.
        worth: (script, play) what each of them is worth with each customer.
        generations: of the search; every customer's script varies on its own.
        seed: of the search.
    """
    chance = np.random.default_rng(seed)
    plays, count = crowd.plays, len(rules.lines.lines)
    best = made[:, worth.argmax(axis=0)]
    record = worth.max(axis=0).astype(np.float64)
    every = np.arange(plays)
    for _ in range(generations):
        brood = np.repeat(best[:, :, None], BROOD, axis=2)
        top = int(best.max())
        for _ in range(2):
            # In every variant some line comes to the front, of its beat and of all.
            brood[chance.integers(0, count, (plays, BROOD)), every[:, None], np.arange(BROOD)] = top + 1
            top += 1
        score = _worth(rules, brood.reshape(count + 1, -1), crowd.only(np.repeat(every, BROOD)))
        score = score.reshape(plays, BROOD)
        at = score.argmax(axis=1)
        better = score[every, at] >= record
        record[better] = score[every, at][better]
        best[:, better] = brood[:, every, at][:, better]
    return best, record


def _worth(rules: Rules, liking: Ints, state: State) -> NDArray[np.float64]:
    """The score of every play when each follows a script of its own, (line + 1, play)."""
    marks = Marks(rules)
    total: NDArray[np.float64] = np.zeros(state.plays)
    going = np.arange(state.plays)
    while len(going):
        offered = rules.course.choices(state)
        liked = np.where(offered == OPEN, OPEN, liking[offered, going])
        lines = np.take_along_axis(offered, liked.argmax(axis=0)[None], axis=0)[0]
        state = rules.advance(state, lines).state
        over = state.close != OPEN
        total[going[over]] = marks.total(state.only(over))
        going, state = going[~over], state.only(~over)
    return total
