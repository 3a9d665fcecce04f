"""Values of positions: exact where the tree below is small enough, sampled where it is not.

Steady values are whole thousandths of a point inside (`points`), and become floats only in `Values`. What a
position is worth depends on the position alone: neither the batch it stands in nor what was asked before
changes it, so that differences between positions telescope to the last digit. Only a sampled ceiling may
rise later, when a better play through the position is found: ceilings never contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.analysis.beam import best_plays
from game.analysis.best_plays import BestPlays, Lines, beginnings
from game.analysis.ledger import Ledger
from game.analysis.outlook import MOST_WEIGHT, Outlook, Weights
from game.analysis.points import POINT, Whole
from game.analysis.positions import history, identities
from game.analysis.probing import sizes
from game.analysis.sampling import sampled
from game.analysis.schooling import learned
from game.analysis.tree import Tree
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State

METHOD = 5
"""Raised whenever the same position could be given another value; what was kept before is void then."""

AT_ONCE = 40_000
"""Positions of a tree that is still solved exactly while somebody waits for a review."""

HASTY = (384, 512, 768)
"""Rounds of an outlook that is learned while somebody waits for ceilings."""

MOST = 100_000_000
"""Positions of a tree beyond which nobody should wait: a budget for solving overnight."""


@dataclass(frozen=True, slots=True)
class Values:
    """What n positions are worth, each with its customer."""

    steady: NDArray[np.float64]  # (n,) points; at an end the score
    ceiling: NDArray[np.int32]  # (n,) best score still attainable, or the best one found where sampled
    exact: NDArray[np.bool_]  # (n,)
    margin: NDArray[np.float64]  # (n,) half of the 95 % interval of `steady`, 0 where exact
    positions: int  # looked at


@dataclass(frozen=True, slots=True)
class Worth:
    """What is known of one position; thousandths of a point."""

    steady: int
    margin: int
    exact: bool


@dataclass(slots=True)
class Solver:
    """Values of one scenario's positions; what has been asked once is known from then on.

    Args:
        rules: of the scenario.
        budget: positions of a tree that is still solved exactly, by an estimate of its size.
        outlook: what guides the samples, if it was learned before; None until one is needed.
    """

    rules: Rules
    budget: int = AT_ONCE
    outlook: Outlook | None = None
    _known: dict[bytes, Worth] = field(default_factory=dict)
    _plays: BestPlays = field(default_factory=BestPlays)
    _tree: Tree = field(init=False)
    _hasty: Outlook | None = None
    _marks: Marks = field(init=False)

    def __post_init__(self) -> None:
        """Compile what only needs the rules."""
        self._tree, self._marks = Tree(self.rules), Marks(self.rules)

    def values(self, state: State) -> Values:
        """Values of positions of any customers, finished or not.

        Later positions are looked at first, so that a position asked for together with what its lines lead
        to costs hardly more than those.
        """
        names, looked = identities(state), 0
        for turn in np.unique(state.turn)[::-1]:
            fresh: dict[bytes, int] = {}
            for row in np.flatnonzero(state.turn == turn):
                if names[row] not in self._known:
                    fresh.setdefault(names[row], int(row))
            if fresh:
                rows = np.array(list(fresh.values()))
                looked += self._learn(state.only(rows), list(fresh))
        worth = [self._known[name] for name in names]
        found = [self._best(state, row) for row in range(state.plays)]
        return Values(
            steady=np.array([each.steady for each in worth], np.float64) / POINT,
            ceiling=np.array([score for score, _ in found], np.int32),
            exact=np.array([each.exact for each in worth], bool),
            margin=np.array([each.margin for each in worth], np.float64) / POINT,
            positions=looked,
        )

    def best_line(self, state: State) -> tuple[Lines, int]:
        """A line of play from one position to an end that reaches its ceiling, and that score.

        Raises:
            ValueError: there is not exactly one position.
        """
        if state.plays != 1:
            raise ValueError(f"one position is needed, not {state.plays}")
        self.values(state)
        score, lines = self._best(state, 0)
        return lines[int(state.turn[0]) :], score

    def imagined(self, state: State) -> NDArray[np.float64]:
        """Steady values of positions that no lines lead to, points, (n,).

        Somebody else looks at them: plays from there promise nothing to those who said the same lines.
        """
        if ((state.close == OPEN) & (sizes(self.rules, state) > self.budget)).any():
            self.guide()
        apart = Solver(self.rules, self.budget, self.outlook)
        return apart.values(state).steady

    def guide(self) -> Outlook:
        """The outlook, learned when it is first needed."""
        if self.outlook is None:
            self.outlook = learned(self.rules)
        return self.outlook

    @property
    def lessons(self) -> Weights | None:
        """What was learned for the samples, to be kept for another time; None where nothing was needed."""
        return None if self.outlook is None else self.outlook.weights

    def taught(self, lessons: Weights) -> None:
        """Take over what was learned another time for the same rules, instead of learning it again.

        Raises:
            ValueError: it was learned of other rules.
        """
        features = Outlook(self.rules).features.count
        if any(
            len(weights) != features or max(map(abs, weights)) > MOST_WEIGHT for weights in lessons.values()
        ):
            raise ValueError("these lessons were learned of other rules")
        self.outlook = Outlook(self.rules, lessons)

    def ceilings(self, state: State) -> NDArray[np.int32]:
        """The best scores attainable from positions, (n,); where the tree is large, the best found quickly.

        Much quicker than `values`, which may find better ones later.
        """
        large = (state.close == OPEN) & (sizes(self.rules, state) > self.budget)
        known = np.array([name in self._known for name in identities(state)], bool)
        if (sure := np.flatnonzero(~large | known)).size:
            self.values(state.only(sure))
        if (guessed := np.flatnonzero(large & ~known)).size:
            part = state.only(guessed)
            found = best_plays(self.outlook or self._glance(), part)
            self._note(part, found.score, list(found.said))
        return np.array([self._best(state, row)[0] for row in range(state.plays)], np.int32)

    def _glance(self) -> Outlook:
        """An outlook that is learned quickly, good enough to search by."""
        if self._hasty is None:
            self._hasty = learned(self.rules, HASTY)
        return self._hasty

    def _best(self, state: State, row: int) -> tuple[int, Lines]:
        """The best play known through a position that has been looked at."""
        (beginning,) = beginnings(state.only(slice(row, row + 1)))
        found = self._plays.after(beginning, history(state.said[:, row]))
        assert found is not None, "a position that has been looked at has been played to an end"
        return found.score, found.lines

    def _learn(self, state: State, names: list[bytes]) -> int:
        """Look at positions of one turn; how many positions that took."""
        over = state.close != OPEN
        small = ~over & (sizes(self.rules, state) <= self.budget)
        looked = self._end(state, names, np.flatnonzero(over))
        looked += self._solve(state, names, np.flatnonzero(small))
        return looked + self._sample(state, names, np.flatnonzero(~over & ~small))

    def _end(self, state: State, names: list[bytes], rows: Whole) -> int:
        """Finished plays are worth their score."""
        if len(rows):
            marks = self._marks.total(state.only(rows)).astype(np.int64)
            self._keep([names[row] for row in rows], marks * POINT, 0 * marks, True)
            self._note(state.only(rows), marks, list(state.said[:, rows].T))
        return len(rows)

    def _solve(self, state: State, names: list[bytes], rows: Whole) -> int:
        """Say every line once; solve what it leads to where that is not known yet."""
        if not len(rows):
            return 0
        state = state.only(rows)
        offered = self.rules.course.choices(state).T
        ledger, root = Ledger(len(rows)), np.arange(len(rows))
        places = ledger.opened(root, (offered != OPEN).sum(axis=1))
        row, at = np.nonzero(offered != OPEN)
        after = self.rules.advance(state.only(row), offered[row, at]).state
        known = [self._known.get(name) for name in identities(after)]
        for child, worth in enumerate(known):
            if worth is not None and worth.exact:
                ceiling, _ = self._best(after, child)
                ledger.settle(places[row[[child]]], np.array([worth.steady]), np.array([ceiling]))
        unknown = np.array([c for c, worth in enumerate(known) if worth is None or not worth.exact], np.int64)
        looked = len(rows)
        if len(unknown):
            solution = self._tree.solved(after.only(unknown))
            self._note(after.only(unknown), solution.ceiling, list(solution.said))
            ledger.settle(places[row[unknown]], solution.steady, solution.ceiling)
            looked += solution.positions
        steady = ledger.steady()
        self._keep([names[r] for r in rows], steady, 0 * steady, True)
        return looked

    def _sample(self, state: State, names: list[bytes], rows: Whole) -> int:
        """Play from positions many times."""
        if not len(rows):
            return 0
        state = state.only(rows)
        sample = sampled(self.guide(), state)
        self._note(state, sample.ceiling, list(sample.said))
        self._keep([names[r] for r in rows], sample.steady, sample.margin, False)
        return sample.positions

    def _keep(self, names: list[bytes], steady: Whole, margin: Whole, exact: bool) -> None:
        for name, value, half in zip(names, steady, margin, strict=True):
            self._known[name] = Worth(int(value), int(half), exact)

    def _note(self, state: State, marks: Whole, said: list[NDArray[np.int32]]) -> None:
        """Keep whole plays through positions."""
        for beginning, score, turns in zip(beginnings(state), marks, said, strict=True):
            self._plays.note(beginning, history(turns), int(score))
