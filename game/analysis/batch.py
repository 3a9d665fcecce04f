"""Many conversations at once, by the same rules as one (a law keeps them bit-equal)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from game.analysis.positions import mixed
from game.analysis.waiting import Group, Lobby, abreast, parted
from game.engine.course import distinct
from game.engine.rules import Rules
from game.engine.scenario import MOST_OFFERS
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints, Places


class Seller(Protocol):
    """A way of playing.

    One that has `blind` set looks at nothing but the lines on offer and its luck; the state it is handed is
    that of some plays, not of those that are to choose.
    """

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play.

        Args:
            rules: of the scenario.
            state: the plays.
            offered: (4, play) indices of lines on offer, -1 for none.
            chance: (play,) a hash of play and turn, the only luck a seller may use.
        """


@dataclass(frozen=True, slots=True)
class Courses:
    """What came of conversations, in the order in which they began; arrays end in the play axis.

    `moves` is (turn, play) with -1 after the end; `replies` likewise, -2 after the end and -1 for the phrase
    bank; `offers` is (turn, 4, play), -1 where nothing was on offer.
    """

    customer: Ints  # (play,) which of the K
    close: Ints  # (play,) a Close
    ending: Ints  # (play,)
    length: Ints  # (play,) lines said
    score: Ints  # (play,)
    moves: Ints
    replies: Ints
    offers: Ints


@dataclass(frozen=True, slots=True)
class Plays(Courses):
    """Conversations played to the end, with everything that was true when they were over."""

    state: State

    @classmethod
    def of(cls, state: State, score: Ints, moves: Ints, replies: Ints, offers: Ints) -> Plays:
        """Plays that end so."""
        return cls(
            state.customer, state.close, state.ending, state.turn, score, moves, replies, offers, state
        )


Watch = Callable[[State, Places], None]
"""Is shown positions as they are reached, each once, with the number of plays (position,) that came there."""

SHORT: Any = np.int16
"""Lines and replies of many turns are kept in half of the room; there are only hundreds of them."""

FEW = 400
"""With fewer positions a call of its own for one line takes longer than saying many lines at once."""

COUNTED = 8_000
"""Plays that are over and wait for their score, where their minds need not be kept."""


def play(
    rules: Rules,
    seller: Seller,
    customers: Ints,
    seed: int = 0,
    start: State | None = None,
    watch: Watch | None = None,
) -> Plays:
    """Play one conversation for each entry of `customers` (indices 0..K-1) to its end.

    Args:
        rules: of the scenario.
        seller: who chooses; plays of a `blind` one with the same customer and the same lines so far are one
            position.
        customers: (play,) which hidden customer each play meets.
        seed: of the sellers' luck.
        start: plays to begin with instead of fresh ones, one for each entry of `customers`.
        watch: is shown every position.
    """
    batch = Batch(rules, seller, np.arange(len(customers)), seed, watch, kept=[])
    courses = batch.played(customers, start)
    return Plays.of(batch.end(), courses.score, courses.moves, courses.replies, courses.offers)


def followed(
    rules: Rules,
    seller: Seller,
    customers: Ints,
    numbers: Places,
    seed: int = 0,
    watch: Watch | None = None,
) -> Courses:
    """As `play`, in far less memory: what came of the conversations, without the minds at their end.

    Args:
        rules: of the scenario.
        seller: who chooses.
        customers: (play,) which hidden customer each play meets.
        numbers: (play,) of the plays, 0 or more: the luck of a play is a hash of seed, number and turn.
        seed: of the sellers' luck.
        watch: is shown every position.
    """
    return Batch(rules, seller, numbers, seed, watch).played(customers)


class Batch:
    """Plays in progress."""

    def __init__(
        self,
        rules: Rules,
        seller: Seller,
        numbers: Places,
        seed: int,
        watch: Watch | None = None,
        kept: list[Group] | None = None,
    ) -> None:
        """Prepare; everybody's luck is a hash of seed, number and turn.

        Args:
            rules: of the scenario.
            seller: who chooses.
            numbers: (play,) of the plays.
            seed: of the luck.
            watch: is shown every position.
            kept: takes the plays that are over, minds and all; None where nobody wants them.
        """
        self._rules, self._seller, self._watch, self._kept = rules, seller, watch, kept
        self._marks, self._blind = Marks(rules), bool(getattr(seller, "blind", False))
        self._count = len(numbers)
        self._chance = mixed(mixed(np.array([seed], np.uint64)) ^ numbers.astype(np.uint64))
        self._turn = np.zeros(self._count, np.int64)
        self._moves, self._replies, self._offers = _blank(8, self._count)
        self._results = np.zeros((4, self._count), np.int32)
        self._over: list[Group] = []
        self._various = False
        self._lobby = Lobby(rules.scenario.beats)

    def played(self, customers: Ints, start: State | None = None) -> Courses:
        """Play to the end."""
        if start is None and self._blind:
            known, at = np.unique(customers, return_inverse=True)
            self._various = len(known) > 1
            self._arrived(self._rules.fresh(known), at, np.arange(self._count))
        else:
            begun = self._rules.fresh(customers) if start is None else start
            self._arrived(begun, np.arange(self._count), np.arange(self._count))
        while self._lobby:
            self._said(self._lobby.taken())
        self._scored()
        turns = int(self._turn.max(initial=0))
        met, (close, ending, length, score) = customers.astype(np.int32), self._results
        said = (self._moves[:turns], self._replies[:turns], self._offers[:turns])
        return Courses(met, close, ending, length, score, *said)

    def end(self) -> State:
        """The plays when they are over, in order; only where they were kept."""
        end = Group.joined(self._kept or [])
        order = np.empty(self._count, np.int64)
        order[end.plays] = end.at
        return end.state.only(order)

    def _said(self, groups: list[Group]) -> None:
        """Everybody of some groups says a line."""
        if not self._blind:
            groups = [Group.joined(groups)]
        offered, at, plays = abreast(groups)
        on_offer, turn = offered[:, at], self._turn[plays]
        luck = mixed(self._chance[plays] ^ (turn + 1).astype(np.uint64))
        lines = self._seller.choose(self._rules, groups[0].state, on_offer, luck)
        while turn.max() >= len(self._moves):
            more = _blank(8, self._count)
            self._moves, self._replies, self._offers = (
                np.concatenate(pair)
                for pair in zip((self._moves, self._replies, self._offers), more, strict=True)
            )
        _put(self._moves, turn, plays, lines)
        for slot, row in enumerate(on_offer):
            _put(self._offers, turn * MOST_OFFERS + slot, plays, row)
        place = np.empty(offered.shape[1], np.int64)
        said: list[tuple[int, Places, Places]] = []
        wanted: list[Places] = []
        for line in distinct(lines):
            mine = np.flatnonzero(lines == line)
            spots = at[mine]
            saying = np.zeros(len(place), bool)
            saying[spots] = True
            wanted.append(np.flatnonzero(saying))
            place[wanted[-1]] = np.arange(len(wanted[-1]))
            said.append((line, place[spots], plays[mine]))
        few: list[tuple[State, int, Places, Places]] = []
        for state, (line, where, theirs) in zip(parted(groups, wanted), said, strict=True):
            if state.plays < FEW:
                few.append((state, line, where, theirs))
            else:
                self._answered(state, line, where, theirs)
        if few:
            self._few(few)

    def _few(self, few: list[tuple[State, int, Places, Places]]) -> None:
        """Several lines are said at once, each by few: positions, line, where the plays are, plays."""
        states, lines, ats, plays = zip(*few, strict=True)
        sizes = [state.plays for state in states]
        at = np.concatenate(
            [at + last - size for at, last, size in zip(ats, np.cumsum(sizes), sizes, strict=True)]
        )
        each = np.repeat(lines, sizes).astype(np.int32)
        self._answered(together(list(states)), each, at, np.concatenate(plays))

    def _answered(self, state: State, line: int | Ints, at: Places, plays: Places) -> None:
        """Lines take effect."""
        advance = self._rules.advance(self._met(state), line)
        _put(self._replies, self._turn[plays], plays, advance.reply[at])
        self._turn[plays] += 1
        self._arrived(advance.state, at, plays)

    def _met(self, state: State) -> State:
        """Plays with what their customers are like."""
        return replace(state, profile=self._rules.profiles(state.customer)) if self._various else state

    def _arrived(self, state: State, at: Places, plays: Places) -> None:
        """Those that are over leave; the others wait at their beats."""
        if self._watch:
            self._watch(state, np.bincount(at, minlength=state.plays))
        none = len(self._rules.scenario.beats)
        beats = np.where(state.close != OPEN, none, state.beat)
        offered, reached = self._rules.course.choices(state), beats[at]
        if self._various:
            # Where customers differ, what they are like is sixty rows that need not be copied with the rest.
            state = replace(state, profile=state.profile[..., :1])
        place = np.empty(state.plays, np.int64)
        for beat in distinct(beats):
            rows = np.flatnonzero(beats == beat)
            place[rows] = np.arange(len(rows))
            here = np.flatnonzero(reached == beat)
            group = Group(state, rows, offered[:, rows], place[at[here]], plays[here])
            if beat < none:
                self._lobby.add(beat, group)
            else:
                self._over.append(group.settled())
        if sum(group.size for group in self._over) >= COUNTED:
            self._scored()

    def _scored(self) -> None:
        """Note what came of the plays that are over."""
        if not self._over:
            return
        group = Group.joined(self._over)
        state, at = self._met(group.state), group.at
        for row, values in zip(
            self._results, (state.close, state.ending, state.turn, self._marks.total(state)), strict=True
        ):
            row[group.plays] = values[at]
        if self._kept is not None:
            self._kept.append(replace(group, state=state))
        self._over = []


def _put(table: Ints, turn: Places, plays: Places, values: Ints) -> None:
    """Write a value per play into its turn of a table whose last axis is the play."""
    table.reshape(-1)[turn * table.shape[-1] + plays] = values


def _blank(turns: int, count: int) -> tuple[Ints, Ints, Ints]:
    """Room for moves, replies and offers of more turns."""
    return (
        np.full((turns, count), OPEN, SHORT),
        np.full((turns, count), OPEN - 1, SHORT),
        np.full((turns, MOST_OFFERS, count), OPEN, SHORT),
    )
