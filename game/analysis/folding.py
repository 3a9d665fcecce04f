"""Positions that wait, folded: numbers that are the same in all of a block are kept once, others in 16 bits.

Positions that come from one line to one beat have half of their numbers in common, so they take a third of
the room, and there is only half as much to copy when they are sorted. Nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.rules import Rules
from game.engine.state import BRIEF, State
from game.engine.traits import Ints, Places

_PROFILE, _SAID = "profile", "said"

_WIDE = frozenset(("used", "due", "detected", "clock", "away", "latch", _PROFILE))
"""Rows that may need more than 16 bits; traits, turns and indices never do."""

_SAMPLE = 16
"""Positions that are looked at before a row is compared as a whole: most rows that vary do so at once."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Some positions of a scenario."""

    common: Ints  # (row,) every number of one of them
    rows: Places  # (varying,) which rows are not the same in all, rising
    varying: Ints  # (varying, position)

    @property
    def size(self) -> int:
        """How many positions."""
        return int(self.varying.shape[-1])

    def only(self, positions: Places) -> Folded:
        """The positions of an index array."""
        return Folded(self.common, self.rows, self.varying.take(positions, axis=-1))

    def parted(self, count: int) -> tuple[Folded, Folded]:
        """All but the last `count` positions, in memory of their own, and those."""
        left, right = self.varying[:, :-count].copy(), self.varying[:, -count:]
        return Folded(self.common, self.rows, left), Folded(self.common, self.rows, right)


def picked(blocks: list[Folded], positions: Places) -> list[Folded]:
    """Some positions of several blocks in a row.

    Args:
        blocks: in a row.
        positions: rising numbers, counted on from block to block; at least one.
    """
    parts: list[Folded] = []
    first = begun = 0
    for block in blocks:
        ended = int(np.searchsorted(positions, first + block.size))
        if ended > begun:
            parts.append(block.only(positions[begun:ended] - first))
        first, begun = first + block.size, ended
    return parts


class Folding:
    """How positions of one scenario are folded and laid out again."""

    def __init__(self, rules: Rules, start: State | None = None) -> None:
        """Number the rows of a state; what is said comes last, because its type is another one.

        Args:
            rules: of the scenario.
            start: where the positions come from. What customers are like is looked up again where they are
                those of the scenario, and kept with the rest where they are not (pure types, for example).
        """
        self._rules, self._strange = rules, start is not None and _strange(rules, start)
        one = rules.fresh(np.zeros(1, np.int32))
        left_out = (_SAID,) if self._strange else (_PROFILE, _SAID)
        names = [name for name in State.__slots__ if name not in left_out]
        self._shapes = {name: getattr(one, name).shape[:-1] for name in (*names, _SAID)}
        self._first: dict[str, int] = {}
        self._count = 0
        for name, shape in self._shapes.items():
            self._first[name] = self._count
            self._count += int(np.prod(shape))

    def folded(self, state: State, some: Places | None = None) -> Folded:
        """Positions, or some of them; at least one.

        Args:
            state: positions.
            some: rising numbers of those that are folded; None for all.
        """
        whole = np.arange(state.plays) if some is None else some
        sample = whole[:: max(1, len(whole) // _SAMPLE)]
        common = np.empty(self._count, np.int32)
        places: list[int] = []
        parts: list[Ints] = []
        wide = False
        for name, first in self._first.items():
            rows = (state.profiles if name == _PROFILE else getattr(state, name)).reshape(-1, state.plays)
            seen = rows[:, sample]
            common[first : first + len(rows)] = seen[:, 0]
            # A row at a time: it is picked and compared while it is in the processor's cache.
            for row, sure in enumerate((seen != seen[:, :1]).any(axis=1).tolist()):
                part = rows[row] if some is None else rows[row].take(some)
                if sure or (part != part[0]).any():
                    places.append(first + row)
                    parts.append(part)
                    wide = wide or (name in _WIDE and _large(part))
        varying = np.empty((len(parts), len(whole)), np.int32 if wide else np.int16)
        for at, part in enumerate(parts):
            varying[at] = part
        return Folded(common, np.array(places, np.intp), varying)

    def unfolded(self, parts: list[Folded]) -> State:
        """The positions of some folds, in a row.

        Args:
            parts: at least one.
        """
        size, begun, wide = sum(part.size for part in parts), 0, self._first[_SAID]
        whole = np.empty((wide, size), np.int32)
        said = np.empty((self._count - wide, size), BRIEF)
        for part in parts:
            here = slice(begun, begun + part.size)
            cut = int(np.searchsorted(part.rows, wide))
            same = np.ones(self._count, bool)
            same[part.rows] = False
            rows = np.flatnonzero(same)
            alike = int(np.searchsorted(rows, wide))
            whole[rows[:alike], here] = part.common[rows[:alike], None]
            whole[part.rows[:cut], here] = part.varying[:cut]
            said[rows[alike:] - wide, here] = part.common[rows[alike:], None]
            said[part.rows[cut:] - wide, here] = part.varying[cut:]
            begun += part.size
        found: dict[str, Ints] = {_SAID: said}
        for name, shape in self._shapes.items():
            if name != _SAID:
                first = self._first[name]
                found[name] = whole[first : first + int(np.prod(shape))].reshape(*shape, size)
        if self._strange:
            return State(**found)
        met = found["customer"]
        alone = bool((met == met[0]).all())
        return State(profile=self._rules.profiles(met[:1] if alone else met), **found)


def _strange(rules: Rules, state: State) -> bool:
    """Whether somebody is not as the scenario's customers are."""
    return not np.array_equal(state.profiles, rules.profiles(state.customer))


def _large(rows: Ints) -> bool:
    """Whether some number needs more than 16 bits."""
    ends = np.iinfo(np.int16)
    return bool(rows.max() > ends.max or rows.min() < ends.min)
