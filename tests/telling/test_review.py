"""Reviews in words and as a page: in both languages, exact and sampled, whole and in part."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest

from game.analysis.crowd import Crowd
from game.analysis.judgement import Judgement
from game.analysis.review import Review, Worth
from game.analysis.reviewing import Reviewing, reviews
from game.analysis.solver import MOST, Solver
from game.content.loading import Loaded, load_scenario
from game.engine.conversation import Conversation
from game.language.locale import Locale
from game.telling.causes import Teller
from game.telling.judgements import NAMES, SIGNS, TONES, sign
from game.telling.review import ReviewTeller
from game.telling.review_page import Lesson, Moment, review_page
from tests.laws.playing import talks

LADDER = "tests/analysis/scenarios/the-ladder.yaml"
LOCALES = pytest.mark.parametrize("locale", list(Locale))


@cache
def ladder() -> Loaded:
    return load_scenario(LADDER)


@cache
def talk() -> Conversation:
    scenario = ladder().scenario
    assert scenario is not None
    return talks(scenario, 3, [2] * 12)[-1]


@cache
def grown() -> tuple[Review, ...]:
    """The review as it grew."""
    reviewing = Reviewing(talk(), Solver(talk().rules, budget=MOST))
    reviewing.crowd = Crowd((100, 200, 300, 400), (300, 400))
    return tuple(reviews(reviewing))


def sampled(review: Review) -> Review:
    """The same as if its first turns had been sampled."""
    rough = Worth(450.0, 500.0, exact=False, margin=12.4)
    turns = tuple(
        replace(turn, before=rough, margin=17.6) if turn.turn < 3 else turn for turn in review.turns
    )
    return replace(review, turns=turns)


def teller(review: Review, locale: Locale = Locale.EN) -> ReviewTeller:
    wording = ladder().wording
    assert wording is not None
    return ReviewTeller(review, talk(), wording, Teller(talk().scenario, {}, locale))


def test_judgements_are_told_apart_without_colour() -> None:
    shapes = {re.sub("#[0-9A-F]{6}", "", sign(each)) for each in Judgement}
    assert len(shapes) == len(set(SIGNS.values())) == len(set(TONES.values())) == len(Judgement)
    for locale in Locale:
        assert len({NAMES[each].said(locale) for each in Judgement}) == len(Judgement)
    for each in Judgement:
        ElementTree.fromstring(sign(each))


@LOCALES
def test_the_whole_is_told_in_figures_and_sentences(locale: Locale) -> None:
    review = grown()[-1]
    told = teller(review, locale).whole()
    assert [value for _, value in told.figures] == [
        str(review.score),
        f"{round(100 * review.accuracy)} %",
        f"{round(review.percentile or 0)} %",
        f"{round(review.class_percentile or 0)} %",
        str(round(review.best_attainable)),
    ]
    sentences = " ".join((*told.sentences, *told.sources))
    for number in (review.turns[0].before.value, abs(review.skill), abs(review.news), review.score):
        assert str(round(number)) in sentences
    assert all(str(turn) in sentences for turn in review.turning)
    assert "{" not in sentences
    chinese = any("一" <= letter <= "鿿" for letter in sentences)
    assert chinese == (locale is Locale.ZH)


def test_the_identity_that_is_printed_adds_up_to_the_rounding() -> None:
    told = teller(grown()[-1]).whole().sentences[0]
    start, skill, news, score = (int(number.replace("−", "-")) for number in re.findall("[+−]?[0-9]+", told))
    assert abs(start + skill + news - score) <= 2


@LOCALES
def test_every_turn_is_told(locale: Locale) -> None:
    review = grown()[-1]
    for turn in review.turns:
        told = teller(review, locale).turn(turn.turn)
        assert told is not None
        assert [line.loss for line in told.lines] == sorted(line.loss for line in told.lines)
        assert sum(line.said for line in told.lines) == 1
        assert told.sampled == ""
        assert (told.why is not None) == turn.judgement.fault
        if told.why is not None:
            assert told.why.reasons
            assert told.why.better
            assert not told.why.parts or sum(part.points for part in told.why.parts) == -round(turn.loss)
            assert turn.why is not None
            assert bool(told.why.parts) >= (len(turn.why.parts) > 1)
    assert teller(review, locale).turn(99) is None


@LOCALES
def test_what_is_sampled_says_so(locale: Locale) -> None:
    word = "抽样" if locale is Locale.ZH else "sampled"
    exact, rough = grown()[-1], sampled(grown()[-1])
    first, last = teller(rough, locale).turn(1), teller(rough, locale).turn(rough.length)
    assert first is not None
    assert last is not None
    assert word in first.sampled
    assert "±18" in first.sampled
    assert not last.sampled
    assert any(word in sentence for sentence in teller(rough, locale).whole().sources)
    assert not any(word in sentence for sentence in teller(exact, locale).whole().sources)
    assert word in page(rough, locale)


@LOCALES
def test_a_part_says_that_it_is_one(locale: Locale) -> None:
    words = "没有做完" if locale is Locale.ZH else "not finished"
    for review in grown():
        told = " ".join(teller(review, locale).whole().sources)
        assert (words in told) == (review.first > 1)
        ElementTree.fromstring(page(review, locale))


def test_what_was_never_in_reach_was_not_lost() -> None:
    hopeless = replace(grown()[-1], pass_mark=900, no_return=None)
    assert any("could not be reached" in sentence for sentence in teller(hopeless).whole().sentences)
    easy = replace(grown()[-1], pass_mark=1)
    assert not any("could not be reached" in sentence for sentence in teller(easy).whole().sentences)


def page(review: Review, locale: Locale) -> str:
    moments = {
        1: Moment(
            "<svg/>", "Wei & Ling", "“I am <looking>.”", "She looks.", Lesson("x", "A < B", "Text & more")
        ),
    }
    return review_page(teller(review, locale), "The <Ladder>", "She walks & sees.", moments)


@LOCALES
def test_the_page_has_every_turn_and_a_sign_on_the_curve_for_each(locale: Locale) -> None:
    review = grown()[-1]
    text = page(review, locale)
    root = ElementTree.fromstring(text)
    space = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}
    assert len(root.findall(".//h:article", space)) == review.length
    assert len(root.findall(".//s:a", space)) == 2 * review.length, "on the wide chart and on the narrow one"
    assert root.get("lang") == ("zh-CN" if locale is Locale.ZH else "en")
    for word in ("Wei &amp; Ling", "&lt;looking&gt;", "A &lt; B", "Text &amp; more", "The &lt;Ladder&gt;"):
        assert word in text
    names = {NAMES[turn.judgement].said(locale) for turn in review.turns}
    assert all(name in text for name in names)
