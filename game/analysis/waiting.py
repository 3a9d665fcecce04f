"""Plays that wait at the beats for each other, so that many say the same line at once.

Positions wait folded (`folding`); what is on offer is kept beside them, so that a line is chosen before
anything is laid out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.folding import Folded, Folding
from game.engine.scenario import MOST_OFFERS, Beat
from game.engine.state import State
from game.engine.traits import Ints, Places

ENOUGH = 32_768
"""Positions that are said together although they stand at different beats, rather than fewer at one."""

MOST = 65_536
"""Positions that are taken at a time: several lines are said by some thousands each."""

ROOM = 262_144
"""Positions that may wait before the latest beats go first, so that memory does not grow with the batch."""

SMALL = 1_000
"""Positions of a group that is cheaper to fold again with others than to be picked from on its own."""

SHORT: Any = np.int16
"""Type of lines and replies where many are kept; there are only hundreds of them."""

Menu = NDArray[np.int64]
"""(position,) the four lines on offer in one number: it is looked up and written down in one go."""


def menus(offered: Ints) -> Menu:
    """What is on offer (4, position), -1 for none, in one number for each position."""
    menu: Menu = np.ascontiguousarray(offered.T, SHORT).view(np.int64)[:, 0]
    return menu


def spread(menu: Menu) -> Ints:
    """The lines on offer again, (4, position)."""
    offered: Ints = menu[:, None].view(SHORT).T.astype(np.int32, order="C")
    return offered


def spread_table(menu: NDArray[np.int64]) -> Ints:
    """The lines on offer of a table (turn, play), as a view (turn, 4, play)."""
    offered: Ints = menu.view(SHORT).reshape(*menu.shape, MOST_OFFERS).transpose(0, 2, 1)
    return offered


@dataclass(frozen=True, slots=True)
class Group:
    """Positions and the plays that stand at them; plays with the same past share a position."""

    block: Folded
    rows: Places  # (position,) which of the block, rising
    menu: Menu
    at: Places  # (play,) the position each play is in
    plays: Places  # (play,) numbers of the plays

    @property
    def size(self) -> int:
        """How many positions."""
        return len(self.rows)

    @property
    def positions(self) -> Folded:
        """The positions by themselves."""
        return self.block if self.size == self.block.size else self.block.only(self.rows)

    def settled(self) -> Group:
        """The same group with a block of its own."""
        return Group(self.positions, np.arange(self.size), self.menu, self.at, self.plays)


def abreast(groups: list[Group]) -> tuple[Menu, Places, Places]:
    """What is on offer (position,), positions of plays (play,) and plays of several groups in a row."""
    if len(groups) == 1:
        return groups[0].menu, groups[0].at, groups[0].plays
    first = np.cumsum([0] + [group.size for group in groups[:-1]])
    return (
        np.concatenate([group.menu for group in groups]),
        np.concatenate([group.at + offset for group, offset in zip(groups, first, strict=True)]),
        np.concatenate([group.plays for group in groups]),
    )


def laid_out(folding: Folding, groups: list[Group], rows: Places) -> State:
    """Some positions of several groups in a row.

    Args:
        folding: of the scenario.
        groups: in a row.
        rows: rising numbers of positions, counted on from group to group.
    """
    parts: list[Folded] = []
    first = begun = 0
    for group in groups:
        ended = int(np.searchsorted(rows, first + group.size))
        if ended > begun:
            parts.append(group.block.only(group.rows[rows[begun:ended] - first]))
        first, begun = first + group.size, ended
    return folding.unfolded(parts)


class Lobby:
    """Groups by the beat at which they wait."""

    def __init__(self, beats: tuple[Beat, ...], folding: Folding) -> None:
        """Begin empty."""
        self._folding = folding
        self._waiting: dict[int, list[Group]] = {}
        self._size = 0
        # Plays come back from objections, so these go first; otherwise the earliest beat.
        self._order = [(beat.objection is None, at) for at, beat in enumerate(beats)]

    def __bool__(self) -> bool:
        """Whether anybody waits."""
        return bool(self._waiting)

    def add(self, beat: int, group: Group) -> None:
        """Let a group wait; a small part of a block does not hold on to all of it."""
        self._size += group.size
        self._waiting.setdefault(beat, []).append(
            group.settled() if 3 * group.size < group.block.size else group
        )

    def taken(self) -> list[Group]:
        """Groups that are to say their lines next, those of a beat together."""
        groups: list[Group] = []
        size = 0
        for beat in sorted(self._waiting, key=self._order.__getitem__, reverse=self._size > ROOM):
            pile = self._waiting[beat]
            while pile and (not groups or size + pile[-1].size <= MOST):
                groups.append(pile.pop())
                size += groups[-1].size
            if not pile:
                del self._waiting[beat]
            if size >= ENOUGH:
                break
        self._size -= size
        small = [group for group in groups if group.size < SMALL]
        if len(small) < 2:
            return groups
        state = self._folding.unfolded([group.positions for group in small])
        joined = Group(self._folding.folded(state), np.arange(state.plays), *abreast(small))
        return [group for group in groups if group.size >= SMALL] + [joined]
