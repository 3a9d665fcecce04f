"""Item analysis: every line as an item of a test, in a real class beside what a simulated one made of it.

Share is how often a line was said by those who could have said it; discrimination is the correlation of
saying it with the score among them (point-biserial; Lord & Novick 1968): good lines are above nought. Regret
is what the simulated class lost by the line against the line of the same beat that served it best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Courses, followed
from game.analysis.intervals import FEWEST, Estimate, share
from game.analysis.marking import Marked
from game.analysis.roster import CLASS, Casting
from game.engine.luck import drawn
from game.engine.rules import Rules
from game.engine.scenario import MOST_OFFERS
from game.engine.state import OPEN
from game.engine.traits import Ints

USUAL = 900
"""Conversations of the simulated class."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a class made of a line.

    Attributes:
        could, said: in how many conversations it was on offer, and was said.
        share: of those who could, with its interval.
        mean: score of those who said it; None where nobody did.
        discrimination: -1..1; None where everybody or nobody said it, or fewer than ten could.
    """

    could: int
    said: int
    share: Estimate
    mean: float | None
    discrimination: float | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A line in the real class and in the simulated one.

    Attributes:
        line, beat: ids.
        real, predicted: the two.
        regret: points that the simulated class lost by it; None where too few said it.
    """

    line: str
    beat: str
    real: Item
    predicted: Item
    regret: float | None

    @property
    def surprising(self) -> bool:
        """Whether the class said it more or less often than was predicted, beyond chance."""
        low, high = self.real.share.low, self.real.share.high
        enough = min(self.real.could, self.predicted.could) >= FEWEST
        return enough and not low <= self.predicted.share.value <= high

    @property
    def lost(self) -> float:
        """Points that the line cost the real class for every conversation in which it was on offer."""
        return (self.regret or 0.0) * self.real.share.value


@dataclass(frozen=True, slots=True)
class Analysis:
    """A scenario as a test.

    Attributes:
        attempts: real conversations.
        passed, predicted: share that reached the pass mark, really and as simulated.
        mean, predicted_mean: of the scores.
        lines: in the order of the file, those that somebody could have said.
    """

    attempts: int
    passed: Estimate
    predicted: Estimate
    mean: float
    predicted_mean: float
    lines: tuple[Compared, ...]


def analysed(rules: Rules, marks: Sequence[Marked], plays: int = USUAL, seed: int = 1) -> Analysis:
    """Hold a real class against a simulated one.

    Args:
        rules: of the scenario.
        marks: of finished conversations, at least one.
        plays: conversations of the simulated class, at least one.
        seed: of its luck.
    """
    real, simulated = _lived(rules, marks), _simulated(rules, plays, seed)
    passing, found = rules.scenario.rubric.passing, []
    items = [(item(real, at), item(simulated, at)) for at in range(len(rules.lines.lines))]
    best: dict[str, float] = {}
    beats = {line.id: beat.id for beat in rules.scenario.beats for line in beat.lines}
    for (_, predicted), line in zip(items, rules.lines.lines, strict=True):
        if predicted.mean is not None and predicted.said >= FEWEST:
            best[beats[line.id]] = max(best.get(beats[line.id], 0.0), predicted.mean)
    for (mine, predicted), line in zip(items, rules.lines.lines, strict=True):
        if not mine.could:
            continue
        known = predicted.mean is not None and predicted.said >= FEWEST
        regret = best[beats[line.id]] - (predicted.mean or 0.0) if known else None
        found.append(Compared(line.id, beats[line.id], mine, predicted, regret))
    return Analysis(
        attempts=len(marks),
        passed=share(int((real.score >= passing).sum()), len(real.score)),
        predicted=share(int((simulated.score >= passing).sum()), len(simulated.score)),
        mean=float(real.score.mean()),
        predicted_mean=float(simulated.score.mean()),
        lines=tuple(found),
    )


def item(courses: _Class, line: int) -> Item:
    """One line in one class."""
    could = (courses.offers == line).any(axis=(0, 1))
    said = (courses.moves == line).any(axis=0) & could
    count, hits = int(could.sum()), int(said.sum())
    mean = float(courses.score[said].mean()) if hits else None
    apart: float | None = None
    score = courses.score[could].astype(np.float64)
    if count >= FEWEST and 0 < hits < count and score.std() > 0:
        apart = float(np.corrcoef(said[could].astype(np.float64), score)[0, 1])
    return Item(count, hits, share(hits, count), mean, apart)


@dataclass(frozen=True, slots=True)
class _Class:
    """Conversations as arrays: moves (turn, play), offers (turn, 4, play), score (play,)."""

    moves: NDArray[np.int32]
    offers: NDArray[np.int32]
    score: NDArray[np.int32]


def _simulated(rules: Rules, plays: int, seed: int) -> _Class:
    """A class of people as they may sit in a room; each meets every hidden customer equally often."""
    places, team = np.arange(plays), Casting(CLASS).team()
    known = rules.scenario.customers
    parts: list[Courses] = []
    for at, seller in enumerate(team):
        mine = np.flatnonzero(places // known % len(team) == at)
        if len(mine):
            met = (mine % known).astype(np.int32)
            parts.append(followed(rules, seller, met, mine, drawn(seed, "items")))
    turns = max(len(part.moves) for part in parts)
    moves = [_deepened(np.asarray(part.moves), turns) for part in parts]
    offers = [_deepened(np.asarray(part.offers), turns) for part in parts]
    scores = np.concatenate([part.score for part in parts])
    return _Class(np.concatenate(moves, axis=-1), np.concatenate(offers, axis=-1), scores)


def _deepened(table: Ints, turns: int) -> NDArray[np.int32]:
    """A table with empty turns at its end."""
    more = np.full((turns - len(table), *table.shape[1:]), OPEN, np.int32)
    return np.concatenate([table.astype(np.int32), more])


def _lived(rules: Rules, marks: Sequence[Marked]) -> _Class:
    """Marked conversations lived again, for what was on offer."""
    turns = max(len(mark.moves) for mark in marks)
    moves = np.full((turns, len(marks)), OPEN, np.int32)
    offers = np.full((turns, MOST_OFFERS, len(marks)), OPEN, np.int32)
    for play, mark in enumerate(marks):
        moves[: len(mark.moves), play] = [rules.lines.index[line] for line in mark.moves]
    state = rules.fresh(np.array([mark.customer for mark in marks], np.int32))
    going = np.arange(len(marks))
    for turn in range(turns):
        here = moves[turn, going] != OPEN
        going, state = going[here], state.only(here)
        offers[turn][:, going] = rules.course.choices(state)
        state = rules.advance(state, moves[turn, going]).state
    return _Class(moves, offers, np.array([mark.score for mark in marks], np.int32))
