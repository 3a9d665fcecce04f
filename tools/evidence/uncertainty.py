"""How much the best line owes to coefficients that were chosen: each one moved alone, and all drawn at once.

A coefficient that is marked as design claims nothing but its range. A position keeps its best line when, with
the coefficient moved, that line still loses at most `positions.MARGIN` points against the best one there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.content.psychology_file import psychology
from game.content.psychology_notes import Mark
from game.engine.psychology import Psychology
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.traits import Bools, Ints
from tools.evidence.positions import MARGIN, Positions, flipped, positions, values

Numbers = NDArray[np.float64]
Move = Mapping[str, int]
"""Coefficients with the values that they are given."""


@cache
def design_numbers() -> tuple[str, ...]:
    """The coefficients that are marked as design and have a range to move in, in the order of the file."""
    notes = psychology().notes.numbers
    return tuple(
        name
        for name, note in notes.items()
        if note.mark is Mark.DESIGN
        and note.low is not None
        and note.high is not None
        and note.low < note.high
    )


class _Watched(dict[str, int]):
    """Coefficients that remember which of them were read."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        super().__init__(numbers)
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> int:
        self.seen.add(name)
        return super().__getitem__(name)


@dataclass(frozen=True, slots=True)
class Ground:
    """A scenario with positions out of human-like conversations, and what the lines are worth there.

    Attributes:
        scenario: with its own psychology, bent as its author bends it.
        at: the positions.
        usual: (4, position) values of the lines under that psychology.
        read: the design coefficients that these positions look at in any way.
    """

    scenario: Scenario
    at: Positions
    usual: Ints
    read: tuple[str, ...]

    @classmethod
    def of(cls, scenario: Scenario, count: int, seed: int) -> Ground:
        """Sample so many positions."""
        model = scenario.psychology
        at = positions(Rules(scenario), count, seed)
        watched = _Watched(model.number)
        usual = _values(scenario, replace(model, number=watched), at)
        return cls(scenario, at, usual, tuple(name for name in design_numbers() if name in watched.seen))

    def moved(self, move: Move) -> Ints:
        """The values of the lines (4, position) with some coefficients moved."""
        model = self.scenario.psychology
        return _values(self.scenario, replace(model, number={**model.number, **move}), self.at)

    def limits(self, name: str) -> tuple[int, int]:
        """The range of a coefficient."""
        return self.scenario.psychology.limits[name]

    def change(self, other: Ints) -> Ints:
        """By how many points what the best line comes to has changed, (position,)."""
        best = self.usual.argmax(axis=0)[None]
        before, after = (np.take_along_axis(each, best, axis=0)[0] for each in (self.usual, other))
        return np.asarray(after - before)


def _values(scenario: Scenario, model: Psychology, at: Positions) -> Ints:
    return values(Rules(replace(scenario, psychology=model)), at)


@dataclass(frozen=True, slots=True)
class Alone:
    """One coefficient at both ends of its range, the others as they are; (end, position) each."""

    flipped: Bools
    change: Ints

    @property
    def share(self) -> float:
        """Share of positions in which one of the ends flips the best line."""
        return float(self.flipped.any(axis=0).mean())


def alone(ground: Ground, name: str) -> Alone:
    """Move one coefficient to the ends of its range."""
    ends = [ground.moved({name: end}) for end in ground.limits(name)]
    return Alone(
        np.array([flipped(ground.usual, other) for other in ends]),
        np.array([ground.change(other) for other in ends]),
    )


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Many models: (draw, position) whether the best line is kept, and whether the choice matters there."""

    kept: Bools
    matters: Bools

    @property
    def agreement(self) -> Numbers:
        """Share of the draws in which each position keeps its best line, (position,)."""
        return np.asarray(self.kept.mean(axis=0))


def ensemble(ground: Ground, draws: int, width: float, seed: int, names: Sequence[str] = ()) -> Ensemble:
    """Draw all design coefficients at once, evenly, from a part of their ranges.

    Args:
        ground: scenario and positions.
        draws: how many models.
        width: how far of the way from the value to the ends of the range, 0 to 1.
        seed: of the draws.
        names: of the coefficients; all that are read without any.
    """
    chance = np.random.default_rng(seed)
    kept, matters = [], []
    for _ in range(draws):
        move = {}
        for name in names or ground.read:
            low, high = ground.limits(name)
            value = ground.scenario.psychology.number[name]
            move[name] = round(value + width * (chance.uniform(low, high) - value))
        other = ground.moved(move)
        kept.append(~flipped(ground.usual, other))
        least = np.where(other < 0, np.iinfo(np.int32).max, other).min(axis=0)
        matters.append(other.max(axis=0) - least > MARGIN)
    return Ensemble(np.array(kept), np.array(matters))
