"""Many conversations at once, by the same rules as one (a law keeps them bit-equal)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.analysis.folding import Folded, Folding
from game.analysis.positions import mixed
from game.analysis.waiting import SHORT, Group, Lobby, Menu, abreast, laid_out, menus, spread, spread_table
from game.engine.course import distinct
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints, Places


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

FEW = 400
"""With fewer positions a call of its own for one line takes longer than saying many lines at once."""


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
    batch = Batch(rules, seller, np.arange(len(customers)), seed, watch)
    batch.keep()
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
        self, rules: Rules, seller: Seller, numbers: Places, seed: int, watch: Watch | None = None
    ) -> None:
        """Prepare; everybody's luck is a hash of seed, number and turn.

        Args:
            rules: of the scenario.
            seller: who chooses.
            numbers: (play,) of the plays.
            seed: of the luck.
            watch: is shown every position.
        """
        self._rules, self._seller, self._watch = rules, seller, watch
        self._marks, self._blind = Marks(rules), bool(getattr(seller, "blind", False))
        self._count = len(numbers)
        self._chance = mixed(mixed(np.array([seed], np.uint64)) ^ numbers.astype(np.uint64))
        self._turn = np.zeros(self._count, np.int64)
        self._moves, self._replies, self._menus = _blank(8, self._count)
        self._results = np.zeros((4, self._count), np.int32)
        self._kept: list[tuple[Folded, Places]] | None = None
        self._folding = Folding(rules)
        self._lobby = Lobby(rules.scenario.beats, self._folding)
        self._anybody = rules.fresh(np.zeros(1, np.int32))

    def keep(self) -> None:
        """Keep the minds of plays that are over, for `end`."""
        self._kept = []

    def played(self, customers: Ints, start: State | None = None) -> Courses:
        """Play to the end."""
        everybody = np.arange(self._count)
        if start is not None:
            self._folding = Folding(self._rules, start)
            self._lobby = Lobby(self._rules.scenario.beats, self._folding)
        if start is not None or not self._blind:
            self._lived(self._rules.fresh(customers) if start is None else start, everybody, everybody)
        else:
            known, at = np.unique(customers, return_inverse=True)
            self._lived(self._rules.fresh(known), at, everybody)
        turns = int(self._turn.max(initial=0))
        met, (close, ending, length, score) = customers.astype(np.int32), self._results
        offers = spread_table(self._menus[:turns])
        return Courses(met, close, ending, length, score, self._moves[:turns], self._replies[:turns], offers)

    def end(self) -> State:
        """The plays when they are over, in order; only where they were kept."""
        positions, plays = zip(*(self._kept or []), strict=True)
        order = np.empty(self._count, np.int64)
        order[np.concatenate(plays)] = np.arange(self._count)
        end = self._folding.unfolded(list(positions)).only(order)
        return replace(end, profile=end.profiles)

    def _lived(self, state: State, at: Places, plays: Places) -> None:
        """Play from these positions to the end."""
        self._arrived(state, at, plays)
        while self._lobby:
            self._said(self._lobby.taken())

    def _said(self, groups: list[Group]) -> None:
        """Everybody of some groups says a line."""
        menu, at, plays = abreast(groups)
        state = None
        if not self._blind:  # everybody has a position of their own
            state, plays = self._folding.unfolded([g.positions for g in groups]), plays[np.argsort(at)]
            at = np.arange(len(plays))
        on_offer, turn = menu[at], self._turn[plays]
        luck = mixed(self._chance[plays] ^ (turn + 1).astype(np.uint64))
        lines = self._seller.choose(self._rules, state or self._anybody, spread(on_offer), luck).astype(SHORT)
        while turn.max() >= len(self._moves):
            more = _blank(8, self._count)
            self._moves, self._replies = (
                np.concatenate(pair) for pair in zip((self._moves, self._replies), more[:2], strict=True)
            )
            self._menus = np.concatenate([self._menus, more[2]])
        _put(self._moves, turn, plays, lines)
        _put(self._menus, turn, plays, on_offer)
        order = np.argsort(lines, kind="stable")  # quick, because the numbers are short
        few: list[tuple[int, Places, Places, Places]] = []
        place: Places = np.empty(len(menu), np.int64)
        for mine in np.split(order, np.flatnonzero(np.diff(lines[order])) + 1):
            line, spots = int(lines[mine[0]]), at[mine]
            saying = np.zeros(len(menu), bool)
            saying[spots] = True
            rows = np.flatnonzero(saying)
            place[rows] = np.arange(len(rows))
            if len(rows) < FEW:
                few.append((line, rows, place[spots], plays[mine]))
            else:
                part = laid_out(self._folding, groups, rows) if state is None else state.only(rows)
                self._answered(part, line, place[spots], plays[mine])
        if few:
            wanted = np.zeros(len(menu), bool)
            for each in few:
                wanted[each[1]] = True
            some = np.flatnonzero(wanted)
            place[some] = np.arange(len(some))
            part = laid_out(self._folding, groups, some) if state is None else state.only(some)
            self._few(part, [(line, place[theirs], where, whose) for line, theirs, where, whose in few])

    def _few(self, state: State, few: list[tuple[int, Places, Places, Places]]) -> None:
        """Several lines are said at once, each by few: line, rows, where the plays are, plays."""
        lines, rows, ats, plays = zip(*few, strict=True)
        sizes = [len(each) for each in rows]
        begun = np.cumsum(sizes) - sizes
        at = np.concatenate([each + first for each, first in zip(ats, begun, strict=True)])
        said = np.repeat(lines, sizes).astype(np.int32)
        self._answered(state.only(np.concatenate(rows)), said, at, np.concatenate(plays))

    def _answered(self, state: State, line: int | Ints, at: Places, plays: Places) -> None:
        """Lines take effect."""
        advance = self._rules.advance(state, line)
        _put(self._replies, self._turn[plays], plays, advance.reply.astype(SHORT)[at])
        self._turn[plays] += 1
        self._arrived(advance.state, at, plays)

    def _arrived(self, state: State, at: Places, plays: Places) -> None:
        """Those that are over leave; the others wait at their beats."""
        if self._watch:
            self._watch(state, np.bincount(at, minlength=state.plays))
        over = state.close != OPEN
        if over.any():
            self._over(state, over, at, plays)
            if over.all():
                return
        none = len(self._rules.scenario.beats)
        beats = np.where(over, none, state.beat)
        menu, reached, folded = (
            menus(self._rules.course.choices(state)),
            beats[at],
            self._folding.folded(state),
        )
        place = np.empty(state.plays, np.int64)
        for beat in distinct(beats):
            if beat < none:
                rows = np.flatnonzero(beats == beat)
                place[rows] = np.arange(len(rows))
                here = np.flatnonzero(reached == beat)
                self._lobby.add(beat, Group(folded, rows, menu[rows], place[at[here]], plays[here]))

    def _over(self, state: State, over: Bools, at: Places, plays: Places) -> None:
        """Note what came of plays that are over."""
        rows, gone = np.flatnonzero(over), np.flatnonzero(over[at])
        if 4 * len(rows) < state.plays or self._kept is not None:  # picking costs as much as marking four
            place = np.empty(state.plays, np.int64)
            place[rows] = np.arange(len(rows))
            state, at = state.only(rows), place[at[gone]]
        else:
            at = at[gone]
        plays = plays[gone]
        results = (state.close, state.ending, state.turn, self._marks.total(state))
        for row, values in zip(self._results, results, strict=True):
            row[plays] = values[at]
        if self._kept is not None:
            self._kept.append((self._folding.folded(state).only(at), plays))


def _put(table: Ints | Menu, turn: Places, plays: Places, values: Ints | Menu) -> None:
    """Write a value per play into its turn of a table whose last axis is the play."""
    table.reshape(-1)[turn * table.shape[-1] + plays] = values


def _blank(turns: int, count: int) -> tuple[Ints, Ints, Menu]:
    """Room for moves, replies and what is on offer of more turns."""
    return (
        np.full((turns, count), OPEN, SHORT),
        np.full((turns, count), OPEN - 1, SHORT),
        np.full((turns, count), OPEN, np.int64),
    )
