"""What a tally says: shares, quantiles, hits, envelopes, and which line went with a better score for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.analysis.intervals import Counts, Estimate, Moments, difference, quantile, share
from game.analysis.tallies import LEVELS, STEP, Tally
from game.engine.rules import Rules
from game.engine.scenario import Close
from game.engine.traits import WHOLE, Trait

PARTS = (5, 10, 25, 50, 75, 90, 95)
"""Quantiles of scores and lengths, percent."""

ENVELOPE = (10, 50, 90)
"""Quantiles of levels, percent."""


@dataclass(frozen=True, slots=True)
class LineFinding:
    """One line over all plays.

    `helped` is how much higher those scored who said it than those who could have and did not; with all
    customers, and with each of the K. None where either were fewer than ten. It compares, it proves nothing:
    with a seller who picks lines at random it comes near to what the line did, with others it may be what
    led to the line.
    """

    line: str
    beat: str
    said: int
    offered: int
    helped: Estimate | None
    helped_whom: tuple[Estimate | None, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A trait after a turn: how many plays came so far, and quantiles by percent (basis points)."""

    turn: int
    plays: int
    levels: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whoever is spoken to in a beat, whenever a line is about to be said there.

    `times` is how often that was so; quantiles of each trait by percent (basis points).
    """

    beat: str
    times: int
    levels: Mapping[Trait, Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class CustomerFinding:
    """How it went with one hidden customer."""

    plays: int
    mean: Estimate
    passed: Estimate
    agreed: Estimate


class Findings:
    """Reads a tally of one scenario."""

    def __init__(self, rules: Rules, tally: Tally) -> None:
        """Findings of a tally that was counted by these rules."""
        self._rules, self.tally = rules, tally
        self.plays = tally.plays
        self.score: Counts = tally.score.sum(axis=0)

    def closes(self) -> dict[Close, Estimate]:
        """Share of every way to be over."""
        return {close: share(int(self.tally.close[:, close].sum()), self.plays) for close in Close}

    def endings(self) -> dict[str, tuple[int, Estimate]]:
        """How often every ending was reached, and its share."""
        counts = self.tally.ending.sum(axis=0).tolist()
        named = zip(self._rules.scenario.endings, counts, strict=True)
        return {ending.id: (count, share(count, self.plays)) for ending, count in named}

    def passed(self) -> Estimate:
        """Share of the plays that reach the pass mark."""
        return share(int(self.score[self._rules.scenario.rubric.passing :].sum()), self.plays)

    def scores(self) -> Moments:
        """Mean and spread of the scores."""
        return _moments(self.score)

    def quantiles(self) -> dict[int, int]:
        """Scores by percent of the plays that reach no more, with the least (0) and the most (100)."""
        return {part: quantile(self.score, part / 100) for part in (0, *PARTS, 100)}

    def lengths(self) -> tuple[Moments, dict[int, int]]:
        """Lines said until the end: mean, spread and quantiles."""
        return _moments(self.tally.length), {
            part: quantile(self.tally.length, part / 100) for part in (0, *PARTS, 100)
        }

    def customers(self) -> tuple[CustomerFinding, ...]:
        """Every hidden customer, in their order."""
        passing = self._rules.scenario.rubric.passing
        found = []
        for score, close in zip(self.tally.score, self.tally.close, strict=True):
            plays = int(score.sum())
            found.append(
                CustomerFinding(
                    plays,
                    _moments(score).estimate(),
                    share(int(score[passing:].sum()), plays),
                    share(int(close[Close.AGREED]), plays),
                )
            )
        return tuple(found)

    def lines(self) -> tuple[LineFinding, ...]:
        """Every line, in file order."""
        return tuple(self._line(at) for at in range(len(self._rules.lines.lines)))

    def replies(self) -> dict[str, int]:
        """How often each authored reply was given, in file order."""
        counts = self.tally.reply.tolist()
        given: dict[str, int] = {}
        for reply, count in zip(self._rules.course.replies, counts, strict=True):
            # A reply to any line of a beat stands in the list once for every line.
            given[reply.id] = given.get(reply.id, 0) + count
        return given

    def bank(self) -> tuple[int, Estimate]:
        """How often the phrase bank answered, and its share of all answers."""
        count = int(self.tally.bank[0])
        return count, share(count, count + int(self.tally.reply.sum()))

    def envelopes(self) -> dict[Trait, tuple[Moment, ...]]:
        """The course of the customer's levels; turns that no play of those witnessed reached are left out."""
        return {
            trait: tuple(
                Moment(turn, int(bins.sum()), {part: _level(bins, part) for part in ENVELOPE})
                for turn, bins in enumerate(self.tally.level[row])
                if bins.any()
            )
            for row, trait in enumerate(LEVELS)
        }

    def meetings(self) -> tuple[Meeting, ...]:
        """Every beat in file order; those that nobody came to, and where nobody is there, are left out."""
        found = []
        for at, beat in enumerate(self._rules.scenario.beats):
            bins = self.tally.meeting[:, at]
            if times := int(bins[0].sum()):
                levels = {
                    trait: {part: _level(bins[row], part) for part in ENVELOPE}
                    for row, trait in enumerate(LEVELS)
                }
                found.append(Meeting(beat.id, times, levels))
        return tuple(found)

    def _line(self, at: int) -> LineFinding:
        rules, tally = self._rules, self.tally
        line = rules.lines.lines[at]
        columns = [self._compared(at, slice(one, one + 1)) for one in range(tally.said.shape[1])]
        return LineFinding(
            line=line.id,
            beat=rules.scenario.beats[int(rules.lines.beat_of[at])].id,
            said=int(tally.said[at].sum()),
            offered=int(tally.offered[at].sum()),
            helped=self._compared(at, slice(None)),
            helped_whom=tuple(columns),
        )

    def _compared(self, line: int, customers: slice) -> Estimate | None:
        """Those who said a line against those who could have and did not."""
        tally = self.tally

        def summed(counts: Counts) -> int:
            return int(counts[line, customers].sum())

        said = Moments(summed(tally.said), summed(tally.said_score), summed(tally.said_squares))
        unsaid = Moments(
            summed(tally.offered) - said.count,
            summed(tally.offered_score) - said.total,
            summed(tally.offered_squares) - said.squares,
        )
        return difference(said, unsaid)


def _moments(histogram: Counts) -> Moments:
    """Mean and spread of a histogram of 0, 1, 2 …"""
    values = np.arange(len(histogram))
    return Moments(
        int(histogram.sum()), int((histogram * values).sum()), int((histogram * values * values).sum())
    )


def _level(bins: Counts, part: int) -> int:
    """A quantile of a level in basis points, rounded down to a percent."""
    return quantile(bins, part / 100) * STEP - WHOLE
