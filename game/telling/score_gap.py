"""How the scorecard stands right after a line, against how it would stand after a better one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.conversation import Conversation
from game.engine.scoring import Marks
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling.score_phrases import HONESTY
from game.telling.trait_names import TRAIT_NAMES, text

CARD = text(
    "Right after it the scorecard stood at {points} against the better line: {rows}.",
    "刚说完这句，评分表上与更好的那句相差 {points} 分：{rows}。",
)
AHEAD = text(
    "Right after it the scorecard even stood {points} ahead of the better line: {rows}."
    " Its points come later.",
    "刚说完这句，评分表上反而领先 {points} 分：{rows}。更好的那句，分在后头。",
)
ALL_ELSE = text("all else", "其余")
MOST = 3
"""Rows that are told one by one."""

LEAST = 5
"""Points below which a row alone is not worth a sentence."""

ScoreGap = tuple[str, int]
"""A row of the scorecard in words, and its points after the line less those after the better one."""


def score_gaps(
    said: Conversation, better: Conversation, criteria: Mapping[str, LocalisedText], locale: Locale
) -> tuple[ScoreGap, ...]:
    """The rows in which both scorecards differ, the widest first; they sum to the difference of the scores.

    What stands on a card in the middle of a talk can still be earned, or lost. That a line which is worth
    less stands ahead here is no contradiction: the better one may earn its points later.

    Args:
        said: the conversation right after the line.
        better: the same after the better line.
        criteria: words of the criteria by id; an id without words is said as it is.
        locale: the language.
    """
    here, there = (_rows(each, criteria, locale) for each in (said, better))
    gaps = [(name, points - other) for (name, points), (_, other) in zip(here, there, strict=True)]
    return tuple(sorted((gap for gap in gaps if gap[1]), key=lambda gap: -abs(gap[1])))


def told_gaps(gaps: Sequence[ScoreGap], locale: Locale) -> str:
    """The gaps in one sentence, the widest by name; empty where none is worth a word."""
    if all(abs(points) < LEAST for _, points in gaps):
        return ""
    rows = [f"{name} {signed(points)}" for name, points in gaps[:MOST]]
    rest = sum(points for _, points in gaps[MOST:])
    if rest:
        rows.append(f"{ALL_ELSE.said(locale)} {signed(rest)}")
    joined = ("；" if locale is Locale.ZH else "; ").join(rows)
    total = sum(points for _, points in gaps)
    if total > 0:
        return AHEAD.said(locale).format(points=total, rows=joined)
    return CARD.said(locale).format(points=signed(total), rows=joined)


def signed(points: int) -> str:
    """Points with their sign.

    >>> signed(-7), signed(3), signed(0)
    ('−7', '+3', '0')
    """
    return f"{points:+d}".replace("-", "−") if points else "0"


def _rows(conversation: Conversation, words: Mapping[str, LocalisedText], locale: Locale) -> list[ScoreGap]:
    """Every row of the scorecard as things stand: criteria, grades, honesty."""
    marks, state = Marks(conversation.rules), conversation.state
    criteria, grades = marks.criteria(state), marks.grades(state)
    names = {name: words[name].said(locale).rstrip(".。") if name in words else name for name in criteria}
    traits = {
        grade.id: TRAIT_NAMES[grade.trait].said(locale) for grade in conversation.scenario.rubric.grades
    }
    return [
        *((names[name], int(points[0])) for name, points in criteria.items()),
        *((_large(traits[name]), int(points[0])) for name, points in grades.items()),
        (_large(HONESTY.said(locale)), int(marks.honesty(state)[0])),
    ]


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]
