"""Plays that wait at the beats for each other, so that many say the same line at once.

Positions are copied once a turn, when they say their line: until then a group remembers which positions of a
block it means, and what is on offer there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.scenario import Beat
from game.engine.state import State, together
from game.engine.traits import Ints, Places

ENOUGH = 16_000
"""Positions that are said together although they stand at different beats, rather than fewer at one."""

MOST = 65_536
"""Positions that are taken at a time: several lines are said by some thousands each."""

ROOM = 65_536
"""Positions that may wait before the latest beats go first, so that memory does not grow with the batch."""

SMALL = 1_000
"""Positions of a group that is cheaper to copy twice than to be picked from on its own."""


@dataclass(frozen=True, slots=True)
class Group:
    """Positions of a block and the plays that stand at them; plays with the same past share a position."""

    state: State  # of the whole block
    rows: Places  # (position,) which of the block, rising
    offered: Ints  # (4, position) lines on offer, -1 for none
    at: Places  # (play,) the position each play is in
    plays: Places  # (play,) numbers of the plays

    @property
    def size(self) -> int:
        """How many positions."""
        return len(self.rows)

    def settled(self) -> Group:
        """The same group with a block of its own."""
        if self.size == self.state.plays:
            return self
        return Group(self.state.only(self.rows), np.arange(self.size), self.offered, self.at, self.plays)

    @staticmethod
    def joined(groups: list[Group]) -> Group:
        """Several groups as one."""
        if len(groups) == 1:
            return groups[0].settled()
        state = together([group.settled().state for group in groups])
        return Group(state, np.arange(state.plays), *abreast(groups))


def abreast(groups: list[Group]) -> tuple[Ints, Places, Places]:
    """What is on offer (4, position), positions of plays (play,) and plays of several groups in a row."""
    if len(groups) == 1:
        return groups[0].offered, groups[0].at, groups[0].plays
    first = np.cumsum([0] + [group.size for group in groups[:-1]])
    return (
        np.concatenate([group.offered for group in groups], axis=1),
        np.concatenate([group.at + offset for group, offset in zip(groups, first, strict=True)]),
        np.concatenate([group.plays for group in groups]),
    )


def parted(groups: list[Group], wanted: list[Places]) -> list[State]:
    """Positions of several groups, sorted by what they say.

    All that is wanted of a group is copied in one go: a row is then read once, not once for every line.

    Args:
        groups: in a row.
        wanted: for every line the rising numbers of positions, counted on from group to group.
    """
    parts: list[list[State]] = [[] for _ in wanted]
    first = 0
    for group in groups:
        cuts = [np.searchsorted(rows, (first, first + group.size)) for rows in wanted]
        here = [rows[low:high] - first for rows, (low, high) in zip(wanted, cuts, strict=True)]
        block, begun = group.state.only(group.rows[np.concatenate(here)]), 0
        for part, rows in zip(parts, here, strict=True):
            if len(rows):
                part.append(block.only(slice(begun, begun + len(rows))))
                begun += len(rows)
        first += group.size
    return [together(part) if len(part) > 1 else part[0] for part in parts]


class Lobby:
    """Groups by the beat at which they wait."""

    def __init__(self, beats: tuple[Beat, ...]) -> None:
        """Begin empty."""
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
            group.settled() if 4 * group.size < group.state.plays else group
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
        return [group for group in groups if group.size >= SMALL] + [Group.joined(small)]
