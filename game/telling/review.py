"""A review in words: what the whole conversation was worth, and every line of it.

Numbers are whole points; a value that was sampled says so with its margin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.analysis.judgement import Judgement
from game.analysis.review import Alternative, Difference, Review, TurnReview, Worth
from game.content.wording import Wording
from game.engine.conversation import Conversation, Step
from game.engine.reaction import Reaction
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling import review_phrases as phrases
from game.telling.causes import Teller
from game.telling.difference import told_difference
from game.telling.judgements import NAMES
from game.telling.lesson import learnt_instead
from game.telling.loss_parts import LossTeller, PartTold, parts_at_the_end
from game.telling.pronouns import forms
from game.telling.score_gap import score_gaps, told_gaps
from game.telling.trait_names import favour

MOST_DIFFERENCES = 3
"""Reasons that a fault is told with."""

TELLING = 100
"""Differences below this many basis points are not told, unless there is no larger one."""


@dataclass(frozen=True, slots=True)
class LineTold:
    """A line that was on offer.

    Attributes:
        text: what would have been said.
        judgement: what it was worth among the others.
        value: points most people would still reach after it, with the margin where they are sampled.
        ceiling: the most attainable after it.
        loss: points it lost.
        said: whether it was the line said.
    """

    text: str
    judgement: Judgement
    value: str
    ceiling: str
    loss: int
    said: bool


@dataclass(frozen=True, slots=True)
class WhyTold:
    """Why a line was a fault: reasons, the better line, and how one would have gone on."""

    cost: str
    parts: tuple[PartTold, ...]  # what of the cost each reason accounts for; empty while it is not known
    reasons: tuple[str, ...]  # the weightiest by what they moved in her
    card: str  # how the scorecard stood right after it, against the better line; empty where it was the same
    better: str
    value: str
    onward: tuple[str, ...]
    guide: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurnTold:
    """One turn of the review."""

    turn: int
    judgement: Judgement
    name: str  # of the judgement
    values: str  # before → after the line, its answer known
    sampled: str  # how wide the values are, empty where they are exact
    said: str
    thought: str
    thinker: str  # “She thought”
    luck: str  # what the line was worth and what only its answer brought to light
    lines: tuple[LineTold, ...]  # best first
    why: WhyTold | None


@dataclass(frozen=True, slots=True)
class ReviewTold:
    """The whole conversation in a few figures and sentences."""

    figures: tuple[tuple[str, str], ...]  # name, value
    sentences: tuple[str, ...]
    sources: tuple[str, ...]  # how the values were found, and what is still missing


@dataclass(frozen=True, slots=True)
class ReviewTeller:
    """Tells one review in one language.

    Attributes:
        review: what is told.
        conversation: at its end.
        wording: the words of the scenario.
        teller: tells causes; its locale is the language.
    """

    review: Review
    conversation: Conversation
    wording: Wording
    teller: Teller

    @property
    def locale(self) -> Locale:
        """The language."""
        return self.teller.locale

    def whole(self) -> ReviewTold:
        """The whole conversation."""
        review = self.review
        percent = {"random": review.percentile, "class": review.class_percentile}
        values = {"score": str(review.score), "accuracy": f"{round(100 * review.accuracy)} %"}
        values |= {name: f"{min(99, round(share))} %" for name, share in percent.items() if share is not None}
        found = bool(review.turns) and not review.turns[0].before.exact
        values["best"] = f"{'≥ ' if found else ''}{_points(review.best_attainable)}"
        if not review.turns:
            del values["accuracy"], values["best"]
        figures = tuple(
            (self._said(phrases.FIGURES[name]), values[name]) for name in phrases.FIGURES if name in values
        )
        return ReviewTold(figures, tuple(self._sentences()), tuple(self._sources()))

    def turn(self, number: int) -> TurnTold | None:
        """One turn; None where it has not been looked at."""
        turn = self.review.turn(number)
        if turn is None:
            return None
        reaction = self.conversation.reactions[number - 1]
        thought = self.wording.thoughts.get(reaction.thought or "")
        pronouns = self._pronouns(reaction.person)
        lines = sorted(turn.alternatives, key=lambda each: -each.worth.value)
        return TurnTold(
            turn=number,
            judgement=turn.judgement,
            name=self._said(NAMES[turn.judgement]),
            values=f"{_points(turn.before.value)} → {_points(turn.after.value)}",
            sampled=self._sampled(turn),
            said=self._line(turn.line),
            thought=thought.said(self.locale) if thought is not None else "",
            thinker=self._said(phrases.THOUGHT).format(**pronouns),
            luck=self._said(phrases.LUCK).format(skill=_signed(turn.skill), news=_signed(turn.news)),
            lines=tuple(self._told(each, turn) for each in lines),
            why=self._why(turn, reaction),
        )

    def _sentences(self) -> list[str]:
        review = self.review
        told: list[str] = []
        if not review.ended:
            told.append(self._said(phrases.BROKEN_OFF))
        if not review.turns:
            return told
        identity = phrases.IDENTITY if review.first == 1 and review.ended else phrases.IDENTITY_OPEN
        told.append(
            self._said(identity).format(
                first=review.first,
                start=_points(review.turns[0].before.value),
                skill=_signed(review.skill),
                news=_signed(review.news),
                score=review.score,
            )
        )
        if review.first == 1 and review.best_attainable < review.pass_mark:
            never = phrases.NEVER if review.exact else phrases.NEVER_SAMPLED
            told.append(self._said(never).format(points=review.pass_mark))
        if review.no_return is not None:
            lost = review.turn(review.no_return)
            gone = phrases.GONE if lost is not None and lost.after.exact else phrases.GONE_SAMPLED
            told.append(self._said(gone).format(turn=review.no_return, points=review.pass_mark))
        if review.turning:
            turns = ("、" if self.locale is Locale.ZH else ", ").join(str(turn) for turn in review.turning)
            told.append(self._said(phrases.TURNING).format(turns=turns))
        elif review.finished:
            told.append(self._said(phrases.NO_FAULT))
        return told

    def _sources(self) -> list[str]:
        review = self.review
        told = []
        if not review.turns:
            told.append(self._said(phrases.NOTHING))
        elif not review.finished and review.first > 1:
            told.append(self._said(phrases.PARTIAL).format(first=review.first, last=review.length))
        if review.turns:
            how = phrases.EXACT if review.exact else phrases.SAMPLED
            told.append(self._said(how).format(margin=round(review.margin)))
        if any(review.others):
            told.append(self._said(phrases.OTHERS).format(random=review.others[0], trained=review.others[1]))
        return told

    def _told(self, each: Alternative, turn: TurnReview) -> LineTold:
        return LineTold(
            text=self._line(each.line),
            judgement=each.judgement,
            value=_worth(each.worth),
            ceiling=_points(each.worth.ceiling),
            loss=round(each.loss),
            said=each.line == turn.line,
        )

    def _sampled(self, turn: TurnReview) -> str:
        """The word and the margin where a value is not exact."""
        if turn.exact:
            return ""
        margin = max(turn.before.margin, turn.said.margin, turn.after.margin, turn.margin)
        return self._said(phrases.SAMPLED_TURN).format(margin=round(margin))

    def _why(self, turn: TurnReview, said: Reaction) -> WhyTold | None:
        why = turn.why
        if why is None:
            return None
        before = self._before(turn.turn)
        step, spoken = before.say(why.better), before.say(turn.line)
        assert isinstance(step, Step) and isinstance(spoken, Step), "both lines were on offer"
        best = next(each for each in turn.alternatives if each.line == why.better)
        gaps = score_gaps(spoken.conversation, step.conversation, self.wording.criteria, self.locale)
        end = parts_at_the_end(spoken.conversation, step.conversation, gaps, turn.loss)
        parts = LossTeller(why.differences, said, step.reaction, self.teller, gaps)
        return WhyTold(
            cost=self._said(phrases.COST).format(n=round(turn.loss)),
            parts=end or parts.told(why.parts, turn.loss),
            reasons=self._reasons(why.differences, said, step.reaction),
            card="" if end else told_gaps(gaps, self.locale),
            better=self._line(why.better),
            value=f"{_points(turn.before.value)} → {_points(best.worth.value)}",
            onward=tuple(self._line(line) for line in why.continuation[1:]),
            guide=learnt_instead(why, said, self.conversation.scenario),
        )

    def _reasons(
        self, differences: Sequence[Difference], said: Reaction, better: Reaction
    ) -> tuple[str, ...]:
        """What speaks for the better line, the weightiest first, and the weightiest thing against it."""
        told: dict[str, None] = {}
        for each in differences:
            large = abs(each.amount) >= TELLING or not told
            if favour(each.trait, each.amount) > 0 and large and len(told) < MOST_DIFFERENCES:
                told[told_difference(each, said, better, self.teller)] = None
        against = next((each for each in differences if favour(each.trait, each.amount) < 0), None)
        if against is not None and abs(against.amount) >= TELLING:
            words = told_difference(against, said, better, self.teller)
            if words not in told:
                told[self._said(phrases.AGAINST).format(words=words)] = None
        return tuple(told)

    def _before(self, turn: int) -> Conversation:
        """The conversation just before the line of a turn."""
        end = self.conversation
        now = Conversation.begin(end.scenario, end.seed, end.start, end.rules)
        for reaction in end.reactions[: turn - 1]:
            step = now.say(reaction.line)
            assert isinstance(step, Step)
            now = step.conversation
        return now

    def _line(self, line: str) -> str:
        return self.wording.lines[line].said(self.locale)

    def _pronouns(self, person: str | None) -> Mapping[str, str]:
        known = self.wording.people.get(person or self.conversation.scenario.people[0].id)
        return forms(known.pronoun if known else "they", self.locale)

    def _said(self, words: LocalisedText) -> str:
        return words.said(self.locale)


def _points(value: float) -> str:
    return str(round(value))


def _worth(worth: Worth) -> str:
    """Points with their margin where they are sampled."""
    return _points(worth.value) if worth.exact else f"{_points(worth.value)} ± {round(worth.margin)}"


def _signed(value: float) -> str:
    """Whole points with a sign.

    >>> _signed(12.4), _signed(-0.2), _signed(-7.0)
    ('+12', '0', '−7')
    """
    whole = round(value)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole < 0 else "0"
