"""What the reviewer has found out by now, as the pages of the debrief ask for it."""

from __future__ import annotations

from game.analysis.review import Review, TurnReview, Worth
from game.desk.afterwards import Afterwards
from game.desk.scene import Desk

PERIOD = 120
"""Milliseconds between two looks at what the reviewer has; drawing anew more often would help nobody."""

SILENCE = 8_000
"""Milliseconds without a word of the reviewer after which the curves of her traits stand in."""


class Values:
    """The review of the conversation as far as it has come.

    Args:
        desk: whose reviewer followed the conversation.
        afterwards: the conversation at its end; its review begins here.
    """

    def __init__(self, desk: Desk, afterwards: Afterwards) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._since = self._waited = 0
        self.review: Review | None = None
        desk.reviewing.finish(afterwards.playing.conversation)
        self._ask()

    @property
    def able(self) -> bool:
        """Whether there is a reviewer, and it has not been silent for too long."""
        return self._desk.reviewing.able and (self.review is not None or self._waited < SILENCE)

    @property
    def shown(self) -> Review:
        """The review as far as it has come; one that knows of no turn yet where nobody has looked."""
        if self.review is not None:
            return self.review
        conversation = self._afterwards.playing.conversation
        return Review(
            scenario=conversation.scenario.id,
            fingerprint=conversation.scenario.fingerprint,
            seed=conversation.seed,
            customer=conversation.customer,
            length=len(conversation.reactions),
            score=self._afterwards.card.total,
            pass_mark=conversation.scenario.rubric.passing,
            turns=(),
            accuracy=1.0,
            best_attainable=0.0,
            percentile=None,
            class_percentile=None,
            no_return=None,
            turning=(),
            finished=False,
        )

    @property
    def finished(self) -> bool:
        """Whether every line has been looked at."""
        return self.review is not None and self.review.finished

    def update(self, ms: int) -> bool:
        """Let time pass; whether anything is new."""
        if self.finished or not self._desk.reviewing.able:
            return False
        able = self.able
        self._since += ms
        self._waited += ms
        news = self._since >= PERIOD and self._ask()
        return news or self.able is not able

    def _ask(self) -> bool:
        """Look at what the reviewer has; whether it is more than before."""
        self._since = 0
        review = self._desk.reviewing.poll()
        news = review is not None and review != self.review
        if news:
            self.review = review
        return news

    def turn(self, turn: int) -> TurnReview | None:
        """The review of a turn; None as long as nobody has looked at it."""
        return self.review.turn(turn) if self.review is not None else None

    @property
    def turning(self) -> int | None:
        """The turn that lost most; by what it did to her where there is no reviewer, None where none did."""
        if not self.able:
            return self._afterwards.turning
        if self.review is None or not self.review.finished:
            return None
        faults = (turn for turn in self.review.turning if turn in self.faults)
        return next(faults, None)

    @property
    def faults(self) -> tuple[int, ...]:
        """The turns for which a better line is worth looking for, in order."""
        turns = self.review.turns if self.review is not None else ()
        return tuple(turn.turn for turn in turns if turn.judgement.fault)

    def progress(self) -> str:
        """How much has been looked at, in words; empty when everything has."""
        if self.finished or not self.able:
            return ""
        done = len(self.review.turns) if self.review is not None else 0
        count = len(self._afterwards.reactions)
        return self._desk.words("{n} of {all} lines looked at", n=done, all=count)

    def account(self) -> str:
        """Where the score comes from, skill apart from luck, as a sum of points; empty while unknown."""
        review = self.review
        if review is None or not review.finished or not review.turns:
            return ""
        start, skill = round(review.turns[0].before.value), round(review.skill)
        return self._desk.words(
            "Expected at first {start}, your lines {skill}, luck {luck}: {score}",
            start=start,
            skill=signed_points(skill),
            luck=signed_points(review.score - start - skill),
            score=review.score,
        )


def signed_points(amount: int) -> str:
    """Points with a sign; nothing has none."""
    return f"{amount:+d}".replace("-", "−") if amount else "0"


def points(value: float) -> str:
    """Points of the score as people read them."""
    return str(round(value))


def margin_words(desk: Desk, *worths: Worth) -> str:
    """That values were sampled and how sure they are; empty where they are exact."""
    margins = [worth.margin for worth in worths if not worth.exact]
    return desk.words("sampled ±{n}", n=max(1, round(max(margins)))) if margins else ""
