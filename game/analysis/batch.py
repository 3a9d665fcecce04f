"""Many conversations at once, by the same rules as one (a law keeps them bit-equal)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.engine.course import distinct
from game.engine.rules import Rules
from game.engine.scenario import MOST_OFFERS
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints, Places


class Seller(Protocol):
    """A way of playing."""

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play.

        Args:
            rules: of the scenario.
            state: the plays.
            offered: (4, play) indices of lines on offer, -1 for none.
            chance: (play,) a hash of play and turn, the only luck a seller may use.
        """


@dataclass(frozen=True, slots=True)
class Plays:
    """Conversations played to the end, in the order in which they began.

    `moves` is (turn, play) with -1 after the end; `replies` likewise, -2 after the end and -1 for the phrase
    bank; `offers` is (turn, 4, play), -1 where nothing was on offer.
    """

    state: State
    score: Ints
    moves: Ints
    replies: Ints
    offers: Ints


FEW = 200
"""With fewer positions a call of its own for one line takes longer than saying many lines at once."""


ENOUGH = 2_000
"""Positions that are said together although they stand at different beats, rather than fewer at one."""


def play(rules: Rules, seller: Seller, customers: Ints, seed: int = 0, start: State | None = None) -> Plays:
    """Play one conversation for each entry of `customers` (indices 0..K-1) to its end.

    Args:
        rules: of the scenario.
        seller: who chooses; one that has `blind` set looks at nothing but the lines on offer and its luck,
            so that plays with the same customer and the same lines so far are one position.
        customers: (play,) which hidden customer each play meets.
        seed: of the sellers' luck.
        start: plays to begin with instead of fresh ones, one for each entry of `customers`.
    """
    if start is None and getattr(seller, "blind", False):
        met, at = np.unique(customers, return_inverse=True)
        first = Group(rules.fresh(met), at, np.arange(len(customers)))
    else:
        begun = rules.fresh(customers) if start is None else start
        first = Group(begun, np.arange(begun.plays), np.arange(begun.plays))
    return Batch(rules, seller, first, seed).played()


@dataclass(frozen=True, slots=True)
class Group:
    """Plays that stand at different positions; those with the same past share one."""

    state: State  # of the positions
    at: Places  # (play,) the position each play is in
    plays: Places  # (play,) numbers of the plays

    def parted(self, rows: Places) -> Group:
        """Some of the positions, with the plays that are in them."""
        if len(rows) == self.state.plays:
            return self
        place = np.full(self.state.plays, OPEN)
        place[rows] = np.arange(len(rows))
        here = np.flatnonzero(place[self.at] != OPEN)
        return Group(self.state.only(rows), place[self.at[here]], self.plays[here])

    @staticmethod
    def joined(groups: list[Group]) -> Group:
        """Several groups as one."""
        if len(groups) == 1:
            return groups[0]
        offset = np.cumsum([0] + [group.state.plays for group in groups[:-1]])
        return Group(
            together([group.state for group in groups]),
            np.concatenate([group.at + first for group, first in zip(groups, offset, strict=True)]),
            np.concatenate([group.plays for group in groups]),
        )


class Batch:
    """Plays in progress. They wait for each other at the beats, so that many say the same line at once."""

    def __init__(self, rules: Rules, seller: Seller, first: Group, seed: int) -> None:
        """Begin; everybody's luck is a hash of seed, play and turn."""
        self._rules, self._seller = rules, seller
        self._count = len(first.plays)
        self._begun = first.state.turn[first.at]
        self._chance = _mixed(_mixed(np.uint64(seed)) ^ np.arange(self._count, dtype=np.uint64))
        self._moves, self._replies, self._offers = _blank(8, self._count)
        self._waiting: dict[int, list[Group]] = {}
        self._ended: list[Group] = []
        # Plays come back from objections, so these go first; otherwise the earliest beat.
        self._order = [(beat.objection is None, at) for at, beat in enumerate(rules.scenario.beats)]
        self._arrived(first)

    def played(self) -> Plays:
        """Play to the end."""
        while self._waiting:
            groups: list[Group] = []
            for beat in sorted(self._waiting, key=self._order.__getitem__):
                groups += self._waiting.pop(beat)
                if sum(group.state.plays for group in groups) >= ENOUGH:
                    break
            self._said(Group.joined(groups))
        end = Group.joined(self._ended)
        order = np.empty(self._count, np.int64)
        order[end.plays] = end.at
        score = Marks(self._rules).total(end.state)
        state = end.state.only(order)
        turns = int((state.turn - self._begun).max(initial=0))
        return Plays(state, score[order], self._moves[:turns], self._replies[:turns], self._offers[:turns])

    def _said(self, group: Group) -> None:
        """Everybody of a group says a line."""
        offered = self._rules.course.choices(group.state)
        alone = len(group.at) == group.state.plays
        on_offer = offered if alone and (group.at == np.arange(len(group.at))).all() else offered[:, group.at]
        turn = group.state.turn[group.at] - self._begun[group.plays]
        luck = _mixed(self._chance[group.plays] ^ (turn + 1).astype(np.uint64))
        lines = self._seller.choose(self._rules, group.state, on_offer, luck)
        while turn.max() >= len(self._moves):
            more = _blank(len(self._moves), self._count)
            self._moves, self._replies, self._offers = (
                np.concatenate(pair)
                for pair in zip((self._moves, self._replies, self._offers), more, strict=True)
            )
        self._moves[turn, group.plays] = lines
        self._offers[turn, :, group.plays] = on_offer.T
        few: list[tuple[int, Group]] = []
        for line in distinct(lines):
            mine = np.flatnonzero(lines == line)
            part = Group(group.state, group.at[mine], group.plays[mine])
            part = part.parted(np.flatnonzero(np.bincount(part.at, minlength=group.state.plays)))
            if part.state.plays < FEW:
                few.append((line, part))
            else:
                self._answered(part, line)
        if few:
            each = np.repeat([line for line, _ in few], [part.state.plays for _, part in few])
            self._answered(Group.joined([part for _, part in few]), each.astype(np.int32))

    def _answered(self, group: Group, line: int | Ints) -> None:
        """The lines of a group take effect."""
        advance = self._rules.advance(group.state, line)
        turn = group.state.turn[group.at] - self._begun[group.plays]
        self._replies[turn, group.plays] = advance.reply[group.at]
        self._arrived(Group(advance.state, group.at, group.plays))

    def _arrived(self, group: Group) -> None:
        """Those that are over leave; the others wait at their beats."""
        over = group.state.close != OPEN
        beats = np.where(over, len(self._order), group.state.beat)
        for beat in distinct(beats):
            part = group.parted(np.flatnonzero(beats == beat))
            if beat < len(self._order):
                self._waiting.setdefault(beat, []).append(part)
            else:
                self._ended.append(part)


def _blank(turns: int, count: int) -> tuple[Ints, Ints, Ints]:
    """Room for moves, replies and offers of more turns."""
    return (
        np.full((turns, count), OPEN, np.int32),
        np.full((turns, count), OPEN - 1, np.int32),
        np.full((turns, MOST_OFFERS, count), OPEN, np.int32),
    )


def _mixed(value: NDArray[np.uint64] | np.uint64) -> NDArray[np.uint64]:
    """The finaliser of splitmix64 over arrays (the engine's `luck` is the same for single numbers)."""
    with np.errstate(over="ignore"):
        mixed = np.asarray(value, np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
