"""How many points of a loss every cause accounts for: parts that sum to the loss.

Between the position after the better line and the one after the line that was said stand minds that nobody
can have: those after the better line, to which the causes that made the difference happened as they happened
with the line that was said, one more at every step, in the order of the model's own levels (`CauseName`).
Their steady values are found like any other's, for everybody it could be, and a step costs by how much they
fall. Causes that moved little are not taken apart. They are in the last part with all that is no step of a
mind: how the customer answered, which lines are on offer then, what was told or agreed, days and ends of the
scales. It takes what is left, so that the parts sum to the loss whatever the values are.

What a step costs depends on those before it, as it does in the reaction itself; that is a convention (the
levels are the model's order), not an estimate. Where values are sampled, parts are as uncertain as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.analysis.knowledge import Known
from game.analysis.review import Part
from game.analysis.valuation import Path, Valuation
from game.analysis.why import LEAST, WEIGHED
from game.engine.causation import LEVELS
from game.engine.reaction import CauseName
from game.engine.rules import Advance
from game.engine.state import State, together
from game.engine.traits import Ints, Trait

MOST_PARTS = 4
"""Causes of a loss that are told by name."""

_LOW = np.array([trait.low for trait in Trait], np.int32)[:, None, None]
_HIGH = np.array([trait.high for trait in Trait], np.int32)[:, None, None]


def loss_parts(
    valuation: Valuation, known: Known, path: Path, better: int, said: int, loss: float
) -> tuple[Part, ...]:
    """The parts of what a line lost against a better one, the largest first; what is left comes last.

    Args:
        valuation: values positions, and knows the one after the better line.
        known: what could be known where the line was said.
        path: of that position.
        better: index of the better line.
        said: index of the line.
        loss: of the line against the better one, points.
    """
    rules, shares = valuation.rules, known.shares
    best = rules.advance(known.state, better, causes=True)
    spoken = rules.advance(known.state, said, causes=True)
    steps = _steps(known.state, best) - _steps(known.state, spoken)
    names = _weighty(steps, shares)
    minds = _one_after_the_other(best.state, [steps[LEVELS.index(name)] for name in names])
    if not minds:
        return (Part(None, loss),)
    top = sum(share * _worth(valuation, customer, (*path, better)) for customer, share in _each(known))
    steady = valuation.imagined(together(minds)).reshape(len(minds), -1)
    worth = [top, *(steady @ shares).tolist()]
    found = [Part(name, here - there) for name, (here, there) in zip(names, pairwise(worth), strict=True)]
    found.sort(key=lambda part: -abs(part.points))
    return (*found, Part(None, loss - sum(part.points for part in found)))


def _each(known: Known) -> Sequence[tuple[int, float]]:
    """Every customer it could be with their probability."""
    return list(zip(known.state.customer.tolist(), known.shares.tolist(), strict=True))


def _worth(valuation: Valuation, customer: int, path: Path) -> float:
    value = valuation.know(customer, path)
    assert value is not None, "every line on offer has been looked at"
    return value.steady


def _steps(before: State, advance: Advance) -> Ints:
    """What every level of causes changed in everybody who heard the line, (level, trait, person, play)."""
    levels = np.repeat(before.mind[None], len(LEVELS), axis=0).astype(np.int32)
    for person in np.unique(advance.person).tolist():
        plays = np.flatnonzero(advance.person == person)
        levels[:, :, person, plays] = advance.impression.levels[:, :, plays]
    for other in advance.others:
        levels[:, :, other.person, other.plays] = other.change.levels
    return np.diff(levels, axis=0, prepend=before.mind[None])


def _weighty(steps: Ints, shares: NDArray[np.float64]) -> list[CauseName]:
    """The causes that moved most of what people can follow, in the order of the levels."""
    moved = np.abs(steps[:, list(WEIGHED)]) @ shares
    felt = np.where(moved >= LEAST, moved, 0.0).sum(axis=(1, 2))
    most = sorted(np.flatnonzero(felt).tolist(), key=lambda at: (-felt[at], at))[:MOST_PARTS]
    return [LEVELS[at] for at in sorted(most)]


def _one_after_the_other(state: State, steps: list[Ints]) -> list[State]:
    """The positions with one difference after the other taken from the minds."""
    minds, mind = [], state.mind
    for step in steps:
        mind = mind - step
        bounded = np.clip(mind, _LOW, _HIGH).astype(state.mind.dtype)
        minds.append(replace(state, mind=bounded))
    return minds
