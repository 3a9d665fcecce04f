"""Sequences learned by heart: the same lines in the same order, whoever listens (law 16).

What is to be said when the line that is next is not on offer? Two answers, both measured. *In order*: it is
passed over for good and the next one is tried; when nothing is left, whatever stands first is said. *Turn by
turn*: line number t belongs to turn t, and where it cannot be said, anything is. The first is the harder
rival: a long list in which every beat has its lines comes near to a script. Found by search, so lower bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import play
from game.analysis.sellers import RandomSeller
from game.analysis.sequences import ScriptSeller
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints

BROOD = 48
"""Sequences tried in a generation."""

BEGINNINGS = 2
"""Sequences from which the search sets out: the best of those that are known."""

TIMES = 8
"""How often a sequence is said turn by turn, since chance speaks where it cannot."""

_MISSING = 30_000
"""The place of a line that a sequence does not have."""

Lines = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sequences:
    """Mean scores of the best sequences found, over one crowd."""

    in_order: float
    turn_by_turn: float


@dataclass(frozen=True, slots=True)
class TurnSeller:
    """Says line t in turn t, and anything where that is not on offer."""

    lines: Lines

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        anything = RandomSeller().choose(rules, state, offered, chance)
        wanted = np.array([*self.lines, OPEN - 1], np.int32)[np.minimum(state.turn, len(self.lines))]
        said: Ints = np.where((offered == wanted).any(axis=0), wanted, anything).astype(np.int32)
        return said


def sequences(
    rules: Rules,
    crowd: State,
    scripts: Sequence[Ints],
    plays: Sequence[Lines],
    generations: int,
    seed: int,
) -> Sequences:
    """The best sequences for a crowd.

    Args:
        rules: of the scenario.
        crowd: plays before the first line; the mean of their scores counts.
        scripts: good scripts for them, (line + 1,) each: as lists of all lines, and as what they come to say.
        plays: lines of good plays with some of them.
        generations: of the search.
        seed: of all chance.
    """
    known = list(
        dict.fromkeys([*plays, *_said(rules, crowd, scripts), *(_listed(rules, each) for each in scripts)])
    )
    worth = _worth(rules, known, crowd)
    best = [known[at] for at in np.argsort(-worth, kind="stable")[:BEGINNINGS]]
    many = together([crowd] * TIMES)
    literal = [
        play(rules, TurnSeller(lines), many.customer, seed, start=many).score.mean() for lines in known
    ]
    return Sequences(
        max(_climbed(rules, lines, crowd, generations, seed) for lines in best), float(max(literal))
    )


def _said(rules: Rules, crowd: State, scripts: Sequence[Ints]) -> list[Lines]:
    """What scripts come to say to every customer."""
    moves = [play(rules, ScriptSeller(script), crowd.customer, start=crowd).moves for script in scripts]
    return [tuple(line for line in one if line != OPEN) for each in moves for one in each.T.tolist()]


def _listed(rules: Rules, script: Ints) -> Lines:
    """A script as a list of all lines, beat after beat, in each the best liked first."""
    beat = rules.lines.beat_of
    return tuple(np.lexsort((-script[: len(beat)], beat)).tolist())


def _worth(rules: Rules, lists: Sequence[Lines], crowd: State) -> NDArray[np.float64]:
    """Mean score of each sequence said in order, (sequence,)."""
    places = np.full((len(rules.lines.lines) + 1, len(lists)), _MISSING, np.int32)
    for at, lines in enumerate(lists):
        places[list(lines), at] = np.arange(len(lines))
    marks, plays = Marks(rules), crowd.plays
    total: NDArray[np.float64] = np.zeros(len(lists) * plays)
    state, going = crowd.only(np.tile(np.arange(plays), len(lists))), np.arange(len(total))
    passed = np.full(len(total), -1)
    while len(going):
        offered = rules.course.choices(state)
        place = places[offered, going // plays]
        place = np.where((offered == OPEN) | (place <= passed[going]), _MISSING, place)
        at = place.argmin(axis=0)[None]  # the first on offer where nothing is left of the list
        nearest = np.take_along_axis(place, at, axis=0)[0]
        passed[going] = np.where(nearest < _MISSING, nearest, passed[going])
        state = rules.advance(state, np.take_along_axis(offered, at, axis=0)[0]).state
        over = state.close != OPEN
        total[going[over]] = marks.total(state.only(over))
        going, state = going[~over], state.only(~over)
    worth: NDArray[np.float64] = total.reshape(len(lists), plays).mean(axis=1)
    return worth


def _climbed(rules: Rules, lines: Lines, crowd: State, generations: int, seed: int) -> float:
    """What a sequence is worth after mutation and selection."""
    chance, record = np.random.default_rng(seed), -1.0
    for _ in range(generations):
        brood = [lines, *(_mutated(lines, len(rules.lines.lines), chance) for _ in range(BROOD - 1))]
        worth = _worth(rules, brood, crowd)
        at = int(worth.argmax())
        lines, record = brood[at], max(record, float(worth[at]))
    return record


def _mutated(lines: Lines, count: int, chance: np.random.Generator) -> Lines:
    """A copy in which one to three lines are left out, moved, or put in."""
    changed = list(lines)
    for _ in range(int(chance.integers(1, 4))):
        what = int(chance.integers(0, 4))
        if what == 0 and len(changed) > 2:
            changed.pop(int(chance.integers(0, len(changed))))
            continue
        line = changed[int(chance.integers(0, len(changed)))] if what == 1 else int(chance.integers(0, count))
        if line in changed:
            changed.remove(line)
        changed.insert(int(chance.integers(0, len(changed) + 1)), line)
    return tuple(changed)
