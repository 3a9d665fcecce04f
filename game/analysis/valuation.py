"""Values of positions that have been looked at, by customer and lines said: nothing is solved twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from game.analysis.positions import identities
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Bools, Ints

Path = tuple[int, ...]
"""Lines said since the beginning, as indices."""


MOST_KEPT = 20_000
"""Values that are kept for another time."""


class Values(Protocol):
    """Values of n positions."""

    @property
    def steady(self) -> NDArray[np.float64]:
        """(n,) points."""

    @property
    def ceiling(self) -> Ints:
        """(n,) points."""

    @property
    def exact(self) -> Bools:
        """(n,) whether both are exact."""

    @property
    def margin(self) -> NDArray[np.float64]:
        """(n,) half of the 95 % interval of `steady`, 0 where it is exact."""


class Solver(Protocol):
    """Values positions; what it says of one depends on the position alone."""

    def values(self, state: State) -> Values:
        """Values of plays that are not over."""

    def ceilings(self, state: State) -> Ints:
        """(n,) the best scores attainable, or the best ones that are found quickly."""

    def imagined(self, state: State) -> NDArray[np.float64]:
        """(n,) steady values of positions that no lines lead to; nothing else is learned from them."""


class Value(NamedTuple):
    """What one position with one customer is worth."""

    steady: float
    ceiling: int
    exact: bool
    margin: float


@dataclass(slots=True)
class Valuation:
    """Values by customer and path.

    Attributes:
        rules: of the scenario.
        solver: values what is not known yet.
    """

    rules: Rules
    solver: Solver
    _known: dict[tuple[int, Path], Value] = field(default_factory=dict)
    _tops: dict[tuple[int, Path], int] = field(default_factory=dict)
    _imagined: dict[str, float] = field(default_factory=dict)  # by the digest of the position

    def know(self, customer: int, path: Path) -> Value | None:
        """The value of a position, None where it has not been looked at."""
        return self._known.get((customer, path))

    def ceiling(self, customer: int, path: Path) -> int | None:
        """The most attainable at a position, None where it is not known."""
        known, glanced = self._known.get((customer, path)), self._tops.get((customer, path))
        if known is None or glanced is None:
            return glanced if known is None else known.ceiling
        return max(known.ceiling, glanced)

    def glance(self, paths: list[Path], states: list[State]) -> None:
        """Find ceilings quickly; arguments as for `value`."""
        keys = [
            (int(customer), path)
            for path, state in zip(paths, states, strict=True)
            for customer in state.customer
        ]
        found = self.solver.ceilings(together(states))
        self._tops.update(zip(keys, found.tolist(), strict=True))

    def value(self, paths: list[Path], states: list[State]) -> None:
        """Look at positions, all of them together.

        Args:
            paths: of the positions.
            states: to each path the plays that stand there, one for each customer.
        """
        wanted: list[tuple[int, Path]] = []
        open_: list[State] = []
        for path, state in zip(paths, states, strict=True):
            self._end(path, state)
            keys = [(int(customer), path) for customer in state.customer]
            new = [at for at, key in enumerate(keys) if key not in self._known]
            if new:
                wanted += [keys[at] for at in new]
                open_.append(state.only(np.array(new)))
        if not wanted:
            return
        found = self.solver.values(open_[0] if len(open_) == 1 else together(open_))
        for at, key in enumerate(wanted):
            self._known[key] = Value(
                float(found.steady[at]),
                int(found.ceiling[at]),
                bool(found.exact[at]),
                0.0 if found.exact[at] else float(found.margin[at]),
            )

    def imagined(self, state: State) -> NDArray[np.float64]:
        """(n,) steady values of positions that no lines lead to (`loss_parts`)."""
        names = [name.hex() for name in identities(state)]
        new = {name: at for at, name in enumerate(names) if name not in self._imagined}
        if new:
            found = self.solver.imagined(state.only(np.array(list(new.values())))).tolist()
            self._imagined.update(zip(new, found, strict=True))
        return np.array([self._imagined[name] for name in names], np.float64)

    def _end(self, path: Path, state: State) -> None:
        """Conversations that are over are worth their score."""
        over = np.flatnonzero(state.close != OPEN)
        if not len(over):
            return
        ended = state.only(over)
        for customer, score in zip(ended.customer, Marks(self.rules).total(ended), strict=True):
            self._known[int(customer), path] = Value(float(score), int(score), True, 0.0)

    def to_json(self, most: int = MOST_KEPT) -> dict[str, Any]:
        """What is known as plain data: at most so many values, those nearest to the beginning first."""
        nearest = sorted(self._known.items(), key=lambda item: (len(item[0][1]), item[0]))[:most]
        return {
            "values": [[customer, list(path), *value] for (customer, path), value in nearest],
            "imagined": dict(list(self._imagined.items())[:most]),
        }

    def remember(self, data: Mapping[str, Any]) -> None:
        """Take over what was known another time, of the same rules and the same solver.

        Raises:
            KeyError, TypeError, ValueError: it is not what `to_json` made; then nothing is taken over.
        """
        values = {
            (int(customer), tuple(map(int, path))): Value(
                float(steady), int(ceiling), bool(exact), float(margin)
            )
            for customer, path, steady, ceiling, exact, margin in data["values"]
        }
        imagined = {str(name): float(value) for name, value in dict(data.get("imagined", {})).items()}
        self._known = {**values, **self._known}
        self._imagined = {**imagined, **self._imagined}
