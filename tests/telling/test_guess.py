"""A guess in words: what was noted, what was so, what the cues could have told."""

from __future__ import annotations

import pytest

from game.analysis.observer import GuessScore, Part
from game.engine.traits import Need, Resistance
from game.language.locale import Locale
from game.telling.guess import FEARS, NEEDS, guess_told

SCORE = GuessScore(Part("D", "D", 0.971), Part("safety", "esteem", 0.5), Part("price", "timing", 0.2))


def told(score: GuessScore, locale: Locale, pronoun: str = "she") -> list[str]:
    return [str(part) for part in guess_told(score, locale, pronoun)]


def test_in_english() -> None:
    assert told(SCORE, Locale.EN) == [
        "You noted D; she's D. The cues so far could have told: 97%.",
        "You noted safety; what she wanted most was respect. The cues so far could have told: 50%.",
        "You noted the price; her real worry was the wrong moment. "
        "The cues so far could hardly have told: 20%.",
    ]


def test_in_chinese() -> None:
    assert told(SCORE, Locale.ZH, "he") == [
        "您记的是 D，他正是 D。光看迹象，有 97% 的把握看出来。",
        "您记的需求是安全，他最看重的其实是尊重。光看迹象，有 50% 的把握看出来。",
        "您记的担心是价格，他真正担心的其实是时机不对。光看迹象，只有 20% 的把握，看不准。",
    ]


def test_what_was_right_is_said_so() -> None:
    right = GuessScore(Part("S", "C", 0.1), Part("growth", "growth", 1.0), Part("trust", "trust", 0.9))
    assert told(right, Locale.EN, "they")[0].startswith("You noted S; they're C.")
    assert told(right, Locale.EN)[1].startswith("You noted growth; that is what she wanted most.")
    assert told(right, Locale.ZH)[2].startswith("您记的担心是被辜负，她真正担心的正是这个。")
    assert [part.right for part in guess_told(right, Locale.EN)] == [False, True, True]


def test_what_was_left_open_is_passed_over() -> None:
    partly = GuessScore(Part(None, "D", 0.9), Part("safety", "safety", 0.9), Part(None, "need", 0.2))
    assert len(guess_told(partly, Locale.EN)) == 1
    nothing = GuessScore(Part(None, "D", 0.9), Part(None, "safety", 0.9), Part(None, "need", 0.2))
    assert guess_told(nothing, Locale.ZH) == ()


@pytest.mark.parametrize("locale", list(Locale))
def test_every_answer_of_the_notebook_has_words(locale: Locale) -> None:
    assert all(NEEDS[need.word].said(locale) for need in Need)
    assert all(FEARS[resistance.word].said(locale) for resistance in Resistance)
