"""A review made by hand for a conversation that was played: plausible values, quickly, without a solver.

What a line is worth is the score that the first lines on offer would still reach with this customer; that is
no steady value, but it falls and rises where the real one does, and one value is one number throughout.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.analysis.judgement import accuracy, judged
from game.analysis.review import Alternative, Difference, Part, Review, TurnReview, Why, Worth
from game.desk.afterwards import moments
from game.desk.playing import Playing
from game.desk.ports import Book
from game.engine.conversation import Conversation, Step
from game.engine.reaction import CauseName, Reaction
from game.engine.scoring import score
from game.engine.traits import Trait
from game.engine.transcript import Say

Valued = Callable[[Conversation], float]
"""What a position is worth."""

TRAITS = (Trait.TRUST, Trait.VALENCE, Trait.PRESSURE, Trait.NEED)


def carried_on(conversation: Conversation) -> float:
    """The score that the first line on offer reaches in every choice from here."""
    while conversation.outcome is None:
        step = conversation.say(conversation.offers()[0].id)
        assert isinstance(step, Step)
        conversation = step.conversation
    return float(score(conversation).total)


def review_of(
    playing: Playing, *, looked_at: int | None = None, margin: float = 0.0, valued: Valued = carried_on
) -> Review:
    """A review of a conversation.

    Args:
        playing: the conversation at its end.
        looked_at: so many lines have been looked at, from the last one backwards; all when None.
        margin: half of the interval of every value; 0 where they are exact.
        valued: what a position is worth.
    """
    lived = moments(playing)
    turns: list[TurnReview] = []
    after = Worth(score(playing.conversation).total, score(playing.conversation).total, exact=True)
    for at in range(len(lived) - 2, -1, -1):
        if looked_at is not None and len(turns) == looked_at:
            break
        turns.insert(0, _turn(lived[at].conversation, lived[at + 1].conversation, after, margin, valued))
        after = turns[0].before
    worst = sorted((turn for turn in turns if turn.judgement.fault), key=lambda turn: -turn.loss)
    card = score(playing.conversation)
    passing = playing.conversation.scenario.rubric.passing
    gone = next((turn.turn for turn in turns if turn.after.ceiling < passing), None)
    whole = looked_at is None or len(turns) == len(lived) - 1
    stakes = [(max(each.loss for each in turn.alternatives), turn.loss) for turn in turns]
    return Review(
        scenario=playing.conversation.scenario.id,
        fingerprint=playing.conversation.scenario.fingerprint,
        seed=playing.conversation.seed,
        customer=playing.conversation.customer,
        length=len(lived) - 1,
        score=card.total,
        pass_mark=passing,
        turns=tuple(turns),
        accuracy=accuracy(stakes),
        best_attainable=turns[0].before.ceiling if turns else 0.0,
        percentile=58.0 if whole else None,
        class_percentile=41.0 if whole else None,
        no_return=gone,
        turning=tuple(turn.turn for turn in worst[:3]),
        finished=whole,
    )


def _turn(
    before: Conversation, after: Conversation, reached: Worth, margin: float, valued: Valued
) -> TurnReview:
    """One turn; what was said leads to what was reached, everything else to what it is worth."""
    said = after.reactions[-1].line
    exact = margin == 0
    worths = {}
    for line in before.offers():
        step = before.say(line.id)
        assert isinstance(step, Step)
        value = reached.value - 8 if line.id == said else valued(step.conversation)
        ceiling = (
            max(value, reached.ceiling) if line.id == said else min(1000.0, max(value + 60, reached.ceiling))
        )
        worths[line.id] = Worth(value, ceiling, exact, margin)
    best = max(worths, key=lambda line: worths[line].value)
    top = worths[best].value
    spread = sum(worth.value for worth in worths.values()) / len(worths)
    stands = Worth(0.7 * top + 0.3 * spread, max(worth.ceiling for worth in worths.values()), exact, margin)
    order = [each.id for beat in before.scenario.beats for each in beat.lines if each.id in worths]
    alternatives = tuple(
        Alternative(name, worths[name], top - worths[name].value, judged(top - worths[name].value))
        for name in order
    )
    loss = top - worths[said].value
    why = _why(before, after.reactions[-1], best, loss) if judged(loss).fault else None
    return TurnReview(
        turn=before.turn + 1,
        line=said,
        before=stands,
        said=worths[said],
        after=reached,
        alternatives=alternatives,
        judgement=judged(loss),
        loss=loss,
        skill=worths[said].value - stands.value,
        news=reached.value - worths[said].value,
        belief=(1.0,),
        why=why,
    )


def _why(before: Conversation, said: Reaction, best: str, loss: float) -> Why:
    step = before.say(best)
    assert isinstance(step, Step)
    amounts: dict[tuple[CauseName, Trait, str], int] = {}
    for sign, reaction in ((1, step.reaction), (-1, said)):
        for cause in reaction.causes:
            if cause.trait in TRAITS:
                key = (cause.name, cause.trait, cause.person)
                amounts[key] = amounts.get(key, 0) + sign * cause.amount
    found = [
        Difference(name, trait, amount, person) for (name, trait, person), amount in amounts.items() if amount
    ]
    on, lines = step.conversation, [best]
    while on.outcome is None and len(lines) < 3:
        lines.append(on.offers()[0].id)
        further = on.say(lines[-1])
        assert isinstance(further, Step)
        on = further.conversation
    told: tuple[Part, ...] = (Part(CauseName.BASE, 0.61 * loss), Part(CauseName.FIT, 0.33 * loss))
    told = (*told, Part(CauseName.DELIVERY, 0.28 * loss), Part(CauseName.DISCOVERY, -0.17 * loss))
    parts = (*told, Part(None, loss - sum(part.points for part in told)))
    weighed = tuple(sorted(found, key=lambda each: -abs(each.amount)))
    return Why(best, weighed, ("obj-four-steps",), tuple(lines), parts)


@dataclass(slots=True)
class HandReviewer:
    """Gives a review bit by bit: so many lines more every time it is asked."""

    conversation: Conversation
    whole: Callable[[Conversation], Review]
    pace: int = 1_000
    closed: bool = False
    done: bool = False
    shown: int = 0

    def said(self, line_id: str) -> None:
        """Another line."""
        step = self.conversation.say(line_id)
        assert isinstance(step, Step)
        self.conversation = step.conversation

    def over(self) -> None:
        """The end."""
        self.done = True

    def poll(self) -> Review | None:
        """A few lines more."""
        if not self.done or self.closed:
            return None
        review = self.whole(self.conversation)
        self.shown = min(review.length, self.shown + self.pace)
        if self.shown == review.length:
            return review
        part = review.turns[review.length - self.shown :]
        return replace(review, turns=part, finished=False, percentile=None) if part else None

    def close(self) -> None:
        """No more."""
        self.closed = True


class HandReviews:
    """Begins such reviewers, and remembers them."""

    def __init__(self, whole: Callable[[Conversation], Review], pace: int = 1_000) -> None:
        self._whole = whole
        self._pace = pace
        self.begun: list[HandReviewer] = []

    def begin(self, conversation: Conversation) -> HandReviewer:
        """One more."""
        self.begun.append(HandReviewer(conversation, self._whole, self._pace))
        return self.begun[-1]


def lines_of(conversation: Conversation) -> Sequence[str]:
    """What was said."""
    return [move.line for move in conversation.moves if isinstance(move, Say)]


def reviews(of: Book, pace: int = 1_000, margin: float = 0.0) -> HandReviews:
    """Reviewers of any go at the short visit."""
    known: dict[tuple[str, ...], Review] = {}

    def whole(conversation: Conversation) -> Review:
        lines = tuple(lines_of(conversation))
        if lines not in known:
            known[lines] = review_of(Playing(of, conversation), margin=margin)
        return known[lines]

    return HandReviews(whole, pace)
