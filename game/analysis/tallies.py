"""What is counted while conversations are played by the thousand: whole numbers that can be added up.

A tally takes as much memory after a million plays as after one, and adding tallies in any order gives the
same sums: so it makes no difference how the plays were dealt out to processes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Plays, Seller
from game.analysis.intervals import Counts
from game.engine.course import BANK
from game.engine.rules import Rules
from game.engine.scenario import Close
from game.engine.scoring import FULL
from game.engine.state import State
from game.engine.traits import WHOLE, Ints, Trait

LEVELS = (Trait.TRUST, Trait.VALENCE, Trait.PRESSURE)
"""The traits whose course is counted."""

STEP = 100
"""Basis points in a bin of a level: one percent."""

BINS = 2 * WHOLE // STEP + 1
"""Bins of a level, from -10 000 to 10 000 basis points."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over plays; everything is int64.

    Lines are in file order, replies in that of `Course.replies`; turn 0 is before the first line.
    """

    close: Counts  # (customer, close)
    ending: Counts  # (customer, ending)
    score: Counts  # (customer, 0..1000) a histogram
    length: Counts  # (turn,) plays that ended after so many lines
    offered: Counts  # (line, customer) plays in which the line could have been said
    offered_score: Counts  # (line, customer) sum of their scores
    offered_squares: Counts  # (line, customer) sum of the squares of their scores
    said: Counts  # (line, customer) plays in which it was said
    said_score: Counts  # (line, customer)
    said_squares: Counts  # (line, customer)
    reply: Counts  # (reply,) how often each authored reply was given
    bank: Counts  # (1,) how often the phrase bank answered
    alone: Counts  # (1,) lines said where nobody was there to answer
    level: Counts  # (trait of LEVELS, turn, bin) minds of the customer after each turn

    @classmethod
    def empty(cls, rules: Rules) -> Tally:
        """Nothing counted yet."""
        scenario, lines, people = rules.scenario, len(rules.lines.lines), rules.scenario.customers

        def none(*shape: int) -> Counts:
            return np.zeros(shape, np.int64)

        of_lines = {
            name: none(lines, people)
            for name in (
                f"{which}{what}" for which in ("offered", "said") for what in ("", "_score", "_squares")
            )
        }
        return cls(
            close=none(people, len(Close)),
            ending=none(people, len(scenario.endings)),
            score=none(people, FULL + 1),
            length=none(lines + 1),
            reply=none(len(rules.course.replies)),
            bank=none(1),
            alone=none(1),
            level=none(len(LEVELS), lines + 1, BINS),
            **of_lines,
        )

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Tally)))

    @property
    def plays(self) -> int:
        """How many plays were counted."""
        return int(self.length.sum())


def tallied(rules: Rules, plays: Plays) -> Tally:
    """Count plays that are over; the courses of levels are counted by a `Witness` while they go on."""
    tally, state = Tally.empty(rules), plays.state
    customer = state.customer.astype(np.int64)
    for counts, index in (
        (tally.close, state.close),
        (tally.ending, state.ending),
        (tally.score, plays.score),
    ):
        met = np.bincount(customer * counts.shape[1] + index, minlength=counts.size)
        counts[:] = met.reshape(counts.shape)
    tally.length[:] = np.bincount(state.turn, minlength=len(tally.length))
    _count_lines(tally, plays, customer)
    # Replies count from 0; before them stand the phrase bank (-1) and what was not said any more (-2).
    given = np.bincount(plays.replies.ravel() + 2, minlength=len(tally.reply) + 2)
    tally.reply[:] = given[2:]
    bank = plays.moves[plays.replies == BANK]
    deserted = np.array([rules.scenario.beats[beat].person is None for beat in rules.lines.beat_of])
    tally.alone[0] = int(deserted[bank].sum())
    tally.bank[0] = len(bank) - int(tally.alone[0])
    return tally


def _count_lines(tally: Tally, plays: Plays, customer: Counts) -> None:
    """Which lines were on offer and which were said, by customer, with the scores of those plays."""
    lines, people = tally.said.shape
    count = plays.state.plays
    on_offer = np.zeros((lines + 1) * count, np.uint8)  # the last row takes what is no line
    place = np.arange(count)
    for offers in plays.offers:
        on_offer[(offers * count + place).ravel()] = 1
    score = plays.score.astype(np.float64)
    # Sums of whole numbers far below 2**53: exact in floating point, whatever the order.
    worth = np.stack([np.ones(count), score, score * score], axis=1)
    could, did = on_offer.reshape(-1, count)[:lines], plays.state.said > 0
    for whose in range(people):
        mine = np.flatnonzero(customer == whose)
        for prefix, rows in (("offered", could), ("said", did)):
            sums = (rows[:, mine].astype(np.float64) @ worth[mine]).astype(np.int64)
            for suffix, column in zip(("", "_score", "_squares"), sums.T, strict=True):
                getattr(tally, prefix + suffix)[:, whose] = column


@dataclass(slots=True)
class Witness:
    """Sits beside a seller and counts the customer's levels before every line.

    Attributes:
        seller: who really chooses.
        level: (trait of LEVELS, turn, bin) the counts so far.
    """

    seller: Seller
    level: Counts = field(repr=False)

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        self.saw(state)
        return self.seller.choose(rules, state, offered, chance)

    def saw(self, state: State) -> None:
        """Count plays as they stand."""
        turn = state.turn.astype(np.int64) * BINS
        _, turns, bins = self.level.shape
        for row, trait in enumerate(LEVELS):
            at = turn + (state.mind[trait, 0] + WHOLE) // STEP
            self.level[row] += np.bincount(at, minlength=turns * bins).reshape(turns, bins)
