"""A scorecard in words: every criterion with its evidence, every grade, and what she would say afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.scenario import Grade, Scenario
from game.engine.scoring import Points, Scorecard
from game.engine.traits import Ints, Stage, Trait
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling import score_phrases as words
from game.telling.phrasing import STAGE_NAMES
from game.telling.pronouns import forms
from game.telling.trait_names import TRAIT_NAMES


@dataclass(frozen=True, slots=True)
class Row:
    """Points for one thing, with the evidence and the turns that decided it (1 is the first line)."""

    label: str
    earned: int
    possible: int
    evidence: str
    turns: tuple[int, ...] = ()
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Something that she would say or do afterwards: a question, a short value, and a reason (or empty)."""

    label: str
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScorecardTold:
    """A scorecard as people read it."""

    headline: str
    stages: tuple[Row, ...]  # only stages that have criteria
    criteria: tuple[Row, ...]
    grades: tuple[Row, ...]
    honesty: Row
    answers: tuple[Answer, ...]


def scorecard_told(
    card: Scorecard,
    scenario: Scenario,
    mind: Ints,
    criteria: Mapping[str, LocalisedText],
    locale: Locale,
    pronoun: str = "she",
    agreed: bool = True,
) -> ScorecardTold:
    """A scorecard in one language.

    Args:
        card: the scorecard.
        scenario: what was played.
        mind: the customer's at the end, (trait,).
        criteria: words of the criteria by id; an id without words is said as it is.
        locale: the language.
        pronoun: the customer's.
        agreed: whether she has said yes to anything; without a yes there is nothing to follow through.
    """
    teller = _Reader(locale, forms(pronoun, locale))
    rubric = scenario.rubric
    headline = (words.PASSED if card.passed else words.MISSED).said(locale)
    return ScorecardTold(
        headline=headline.format(
            total=card.total, passing=rubric.passing, short=max(rubric.passing - card.total, 0)
        ),
        stages=tuple(
            Row(
                STAGE_NAMES[stage].said(locale),
                points.earned,
                points.possible,
                teller.turns(points),
                points.turns,
                stage,
            )
            for stage, points in card.stages.items()
            if points.possible
        ),
        criteria=tuple(
            teller.criterion(card.criteria[each.id], criteria.get(each.id), each.id, each.stage)
            for each in rubric.criteria
        ),
        grades=tuple(
            teller.grade(each, card.grades[each.id], int(mind[each.trait]), agreed or not scenario.asks)
            for each in rubric.grades
        ),
        honesty=teller.honesty(card.honesty),
        answers=teller.answers(card, agreed or not scenario.asks),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Says the parts of a scorecard."""

    locale: Locale
    pronoun: Mapping[str, str]

    def said(self, phrase: LocalisedText, **values: object) -> str:
        """A phrase with its places filled."""
        told = phrase.said(self.locale).format(**self.pronoun, **values)
        return told[:1].upper() + told[1:]

    def turns(self, points: Points) -> str:
        """The turns that decided, or nothing."""
        if not points.turns:
            return ""
        joined = ("、" if self.locale is Locale.ZH else ", ").join(map(str, points.turns))
        return self.said(words.TURN if len(points.turns) == 1 else words.TURNS, turns=joined)

    def criterion(self, points: Points, label: LocalisedText | None, name: str, stage: Stage) -> Row:
        """Points for a condition: met or lost, and when."""
        earned = points.earned > 0
        if points.turns:
            evidence = self.said(words.MET if earned else words.LOST, turn=points.turns[-1])
        else:
            evidence = self.said(words.HELD if earned else words.NEVER)
        said = label.said(self.locale) if label else name
        return Row(said, points.earned, points.possible, evidence, points.turns, stage)

    def grade(self, grade: Grade, points: Points, value: int, agreed: bool) -> Row:
        """Points in proportion to a reading at the end."""
        name = TRAIT_NAMES[grade.trait].said(self.locale)
        percent = {"value": value // 100, "low": grade.low // 100, "high": grade.high // 100, "name": name}
        if grade.trait is Trait.FOLLOW_THROUGH and not agreed:
            evidence = self.said(words.NO_YES)
        elif points.earned >= points.possible:
            evidence = self.said(words.FULL, **percent)
        else:
            evidence = self.said(words.PART if points.earned else words.NONE, **percent)
        return Row(name[:1].upper() + name[1:], points.earned, points.possible, evidence, points.turns)

    def honesty(self, points: Points) -> Row:
        """Points for a clean ledger."""
        evidence = self.said(words.HONEST if points.earned >= points.possible else words.STAINED)
        return Row(self.said(words.HONESTY), points.earned, points.possible, evidence, points.turns)

    def answers(self, card: Scorecard, agreed: bool) -> tuple[Answer, ...]:
        """What she would say or do afterwards."""
        reasons = words.NPS_LOW if card.nps <= words.DETRACTOR else words.NPS_HIGH
        reason = reasons.get(card.nps_reason)
        effort = next(word for below, word in words.EFFORTS if card.effort < below)
        return (
            Answer(
                self.said(words.RECOMMEND), f"{card.nps} / 10", reason.said(self.locale) if reason else ""
            ),
            Answer(self.said(words.CONTENT), f"{card.csat} / 5", self.said(words.SATISFIED[card.csat - 1])),
            Answer(self.said(words.EFFORT), self.said(effort)),
            Answer(
                self.said(words.CHANCE),
                f"{card.follow_through // 100}%",
                "" if agreed else self.said(words.NO_YES),
            ),
        )
