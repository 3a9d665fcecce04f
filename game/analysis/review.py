"""What the review of a conversation knows: values before and after every line, judgements, skill and news.

Values are points of the score (0..1000). `value` is an expected steady value under what had been shown until
then: what most people would still reach; `ceiling` the most that was still attainable with the customer as
she really is, seen in hindsight. A value is exact, or sampled with a margin (half of a 95 % interval).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.analysis.judgement import Judgement
from game.engine.reaction import CauseName
from game.engine.traits import Trait


@dataclass(frozen=True, slots=True)
class Worth:
    """What a position is worth."""

    value: float  # expected steady value
    ceiling: float  # most attainable with the customer as she is
    exact: bool
    margin: float = 0.0  # of `value`, 0 where it is exact


@dataclass(frozen=True, slots=True)
class Alternative:
    """A line that was on offer."""

    line: str
    worth: Worth
    loss: float  # against the best line on offer, at least 0
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of why the better line would have been better: one cause of one trait, better less said."""

    name: CauseName
    trait: Trait
    amount: int  # basis points
    person: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one cause accounts for in the loss of a fault (`loss_parts`)."""

    name: CauseName | None  # None for everything else
    points: float  # below 0 where it speaks for the line that was said


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons of a fault."""

    better: str  # the best line on offer
    differences: tuple[Difference, ...]  # the weightiest first
    guide: tuple[str, ...]  # field-guide ids that speak to it, the nearest first
    continuation: tuple[str, ...]  # the better line, then best play by what could be known, a few lines
    parts: tuple[Part, ...] = ()  # of the loss, the largest first, everything else last; they sum to it


@dataclass(frozen=True, slots=True)
class TurnReview:
    """One line said, judged."""

    turn: int  # 1 for the first line
    line: str
    before: Worth  # of the position in which it was said
    said: Worth  # of the line, before its answer was known
    after: Worth  # of the position it led to, its answer known
    alternatives: tuple[Alternative, ...]  # every line on offer, in file order; the said one among them
    judgement: Judgement
    loss: float
    skill: float  # said.value - before.value
    news: float  # after.value - said.value
    belief: tuple[float, ...]  # p(customer) before the line, one for each of the K
    why: Why | None  # of faults only, once it is known
    margin: float = 0.0  # of the losses of the turn: a judgement counts what is beyond it

    @property
    def exact(self) -> bool:
        """Whether every value of the turn is exact."""
        return all(each.exact for each in (self.before, self.said, self.after)) and all(
            each.worth.exact for each in self.alternatives
        )


@dataclass(frozen=True, slots=True)
class Review:
    """A conversation as far as it has been looked at, from its last line backwards.

    `turns` ends with the last line of the conversation; `first` is the turn of its first entry, 1 when all
    has been looked at. Until then `accuracy`, `percentile` and the points of return speak of what is there.
    """

    scenario: str
    fingerprint: str
    seed: int
    customer: int
    length: int  # lines said in the conversation
    score: int
    pass_mark: int
    turns: tuple[TurnReview, ...]
    accuracy: float  # 0..1
    best_attainable: float  # ceiling before the first line looked at
    percentile: float | None  # 0..100 among conversations played at random, None while unknown
    class_percentile: float | None  # the same among a simulated class
    no_return: int | None  # first turn after which the pass mark was out of reach; it was within reach before
    turning: tuple[int, ...]  # the turns that lost most, the worst first
    finished: bool  # False while it fills, or where it was interrupted
    ceilings: tuple[float | None, ...] = ()  # before the first line and after each; None while unknown
    others: tuple[int, int] = (0, 0)  # plays behind the two percentiles
    ended: bool = True  # False for a conversation that was broken off: `score` is what it was worth then

    @property
    def first(self) -> int:
        """The first turn that has been looked at; one past the end while none has."""
        return self.turns[0].turn if self.turns else self.length + 1

    @property
    def exact(self) -> bool:
        """Whether every value in it is exact."""
        return all(turn.exact for turn in self.turns)

    @property
    def margin(self) -> float:
        """The widest margin of any expected value in it, 0 where all are exact."""
        worths = [
            worth
            for turn in self.turns
            for worth in (turn.before, turn.said, turn.after, *(each.worth for each in turn.alternatives))
        ]
        return max((worth.margin for worth in worths), default=0.0)

    @property
    def values(self) -> tuple[float, ...]:
        """Expected values before the first line looked at and after it and every later one."""
        return (self.turns[0].before.value, *(turn.after.value for turn in self.turns)) if self.turns else ()

    @property
    def skill(self) -> float:
        """What the lines themselves were worth, over the turns looked at."""
        return sum(turn.skill for turn in self.turns)

    @property
    def news(self) -> float:
        """What came to light, good and bad, over the turns looked at."""
        return sum(turn.news for turn in self.turns)

    def turn(self, number: int) -> TurnReview | None:
        """The review of a turn, None where it has not been looked at."""
        at = number - self.first
        return self.turns[at] if 0 <= at < len(self.turns) else None
