"""What is counted while conversations are played by the thousand: whole numbers that can be added up.

A tally takes as much memory after a million plays as after one, and adding tallies in any order gives the
same sums: so it makes no difference how the plays were dealt out to processes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import numpy as np

from game.analysis.batch import Courses
from game.analysis.intervals import Counts
from game.engine.course import BANK
from game.engine.rules import Rules
from game.engine.scenario import Close
from game.engine.scoring import FULL
from game.engine.state import OPEN, State
from game.engine.traits import WHOLE, Ints, Places, Trait

LEVELS = (Trait.TRUST, Trait.VALENCE, Trait.PRESSURE)
"""The traits whose course is counted."""

STEP = 100
"""Basis points in a bin of a level: one percent."""

BINS = 2 * WHOLE // STEP + 1
"""Bins of a level, from -10 000 to 10 000 basis points."""

NOBODY = -1
"""Whom one speaks to where one is alone."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over plays; everything is int64.

    Lines and beats are in file order, replies in that of `Course.replies`; turn 0 is before the first line.
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
    meeting: Counts  # (trait of LEVELS, beat, bin) minds of whom one speaks to, before every line there

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
            meeting=none(len(LEVELS), len(scenario.beats), BINS),
            **of_lines,
        )

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Tally)))

    @property
    def plays(self) -> int:
        """How many plays were counted."""
        return int(self.length.sum())


def tallied(rules: Rules, plays: Courses, tally: Tally | None = None) -> Tally:
    """Count plays that are over; the courses of levels are counted by a `Witness` while they go on.

    Args:
        rules: of the scenario.
        plays: what came of them.
        tally: to count on with; None for a new one.

    Returns:
        the tally, counted on.
    """
    if tally is None:
        tally = Tally.empty(rules)
    customer = plays.customer.astype(np.int64)
    for counts, index in (
        (tally.close, plays.close),
        (tally.ending, plays.ending),
        (tally.score, plays.score),
    ):
        met = np.bincount(customer * counts.shape[1] + index, minlength=counts.size)
        np.add(counts, met.reshape(counts.shape), out=counts)
    tally.length[:] += np.bincount(plays.length, minlength=len(tally.length))
    _count_lines(tally, plays, customer)
    # Replies count from 0; before them stand the phrase bank (-1) and what was not said any more (-2).
    for row in plays.replies:
        tally.reply[:] += np.bincount(row + 2, minlength=len(tally.reply) + 2)[2:]
    bank = plays.moves[plays.replies == BANK]
    deserted = np.array([rules.scenario.beats[beat].person is None for beat in rules.lines.beat_of])
    alone = int(deserted[bank].sum())
    tally.alone[0] += alone
    tally.bank[0] += len(bank) - alone
    return tally


def _count_lines(tally: Tally, plays: Courses, customer: Counts) -> None:
    """Which lines were on offer and which were said, by customer, with the scores of those plays."""
    lines, people = tally.said.shape
    count = len(plays.score)
    # The last row takes what is no line.
    on_offer, said = np.zeros((2, (lines + 1) * count), np.uint8)
    place = np.arange(count)
    for moves, offers in zip(plays.moves, plays.offers, strict=True):
        said[moves.astype(np.int64) * count + place] = 1
        for slot in offers:
            on_offer[slot.astype(np.int64) * count + place] = 1
    score = plays.score.astype(np.float64)
    # Sums of whole numbers far below 2**53: exact in floating point, whatever the order.
    worth = np.stack([np.ones(count), score, score * score], axis=1)
    for whose in range(people):
        mine = np.flatnonzero(customer == whose)
        for prefix, marks in (("offered", on_offer), ("said", said)):
            rows = marks.reshape(-1, count)[:lines]
            sums = (rows[:, mine].astype(np.float64) @ worth[mine]).astype(np.int64)
            for suffix, column in zip(("", "_score", "_squares"), sums.T, strict=True):
                getattr(tally, prefix + suffix)[:, whose] += column


@dataclass(slots=True)
class Witness:
    """Watches plays and counts levels: the customer's before the first line and after every one, and those
    of whoever is spoken to, beat by beat.

    Attributes:
        level: (trait of LEVELS, turn, bin) the counts so far.
        meeting: (trait of LEVELS, beat, bin) the counts so far.
        whom: (beat + 1,) index of the person who is spoken to, `NOBODY` where one is alone.
    """

    level: Counts = field(repr=False)
    meeting: Counts = field(repr=False)
    whom: Places = field(repr=False)

    @classmethod
    def of(cls, rules: Rules, tally: Tally) -> Witness:
        """One that counts into a tally."""
        whom = [
            NOBODY if beat.person is None else rules.readings.person(beat.person)
            for beat in rules.scenario.beats
        ]
        whom.append(NOBODY)  # where nothing is left to be said
        return cls(tally.level, tally.meeting, np.array(whom, np.int64))

    def saw(self, state: State, plays: Places) -> None:
        """Count positions that were reached, by (position,) so many plays."""
        turn = state.turn.astype(np.int64)
        here = np.flatnonzero(state.close == OPEN)
        here = here[self.whom[state.beat[here]] != NOBODY]
        beat = state.beat[here].astype(np.int64)
        met, whom = plays[here], self.whom[beat]
        for row, trait in enumerate(LEVELS):
            _counted(self.level[row], turn, state.mind[trait, 0], plays)
            _counted(self.meeting[row], beat, state.mind[trait, whom, here], met)


def _counted(counts: Counts, rows: Places, levels: Ints, plays: Places) -> None:
    """Count levels (position,), each so many times, into the bins of its row of (row, bin)."""
    at = rows * BINS + (levels + WHOLE) // STEP
    # Weights are floats; sums of whole numbers far below 2**53 are exact.
    counts += np.bincount(at, plays, minlength=counts.size).astype(np.int64).reshape(counts.shape)
