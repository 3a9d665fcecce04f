"""The chart of values: both curves stand where the review says, and labels hide neither curve nor sign."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.analysis.review import Review
from game.desk.playing import Playing
from game.language.locale import Locale
from game.telling.charts import Label, Line, Room
from game.telling.svg_painter import svg
from game.telling.value_chart import CEILING, expected_places, gone_at, said, value_chart
from tests.desk.looking_back import BAD, book, played
from tests.desk.reviews import review_of

EDGES = (0.0, 0.1, 0.4, 0.7, 1.0)
ROOM = Room(1112, 150)


@pytest.fixture(scope="module")
def played_badly(tmp_path_factory: pytest.TempPathFactory) -> Playing:
    folder: Path = tmp_path_factory.mktemp("book")
    return played(book(folder), BAD)


@pytest.fixture(scope="module")
def review(played_badly: Playing) -> Review:
    return review_of(played_badly)


def test_the_solid_curve_goes_through_every_position(review: Review) -> None:
    places = expected_places(review, EDGES)
    assert [x for x, _ in places] == list(EDGES)
    assert places[0][1] == pytest.approx(review.turns[0].before.value / 1000)
    assert places[-1][1] == pytest.approx(review.score / 1000)


def test_the_dashed_curve_is_level_through_a_turn_and_falls_at_its_end(
    review: Review, played_badly: Playing
) -> None:
    chart = value_chart(review, played_badly.conversation.reactions, EDGES, Locale.EN, ROOM)
    stairs = next(mark for mark in chart.marks if isinstance(mark, Line) and mark.tone == "good")
    assert stairs.dash == "dashed"
    for (x, y), (ahead, high) in zip(stairs.points, stairs.points[1:], strict=False):
        assert x == ahead or y == high


def test_a_review_that_fills_begins_where_it_has_come_to(review: Review) -> None:
    part = replace(review, turns=review.turns[2:], finished=False)
    assert [x for x, _ in expected_places(part, EDGES)] == list(EDGES[2:])
    nothing = replace(review, turns=(), ceilings=(), no_return=None, finished=False)
    assert expected_places(nothing, EDGES) == () and said(nothing, Locale.EN) == ""


def test_the_flag_stands_at_the_end_of_the_turn_that_lost_it(review: Review) -> None:
    fell = replace(review, ceilings=(900, 800, 700, 500, 500), no_return=3)
    assert gone_at(fell, EDGES) == EDGES[3]
    assert gone_at(replace(fell, no_return=None), EDGES) is None
    never = replace(review, ceilings=(500,) * 5, no_return=1)
    assert gone_at(never, EDGES) is None, "it was never within reach"


@pytest.mark.parametrize("locale", Locale)
def test_labels_name_both_curves_and_hide_neither(
    review: Review, played_badly: Playing, locale: Locale
) -> None:
    """No label lies over a place of a curve at a turn's end, where the signs of judgements stand."""
    chart = value_chart(
        replace(review, no_return=2), played_badly.conversation.reactions, EDGES, locale, ROOM
    )
    labels = [mark for mark in chart.marks if isinstance(mark, Label) and mark.bold]
    words = {"en": "Most still attainable", "zh": "最多还能到"}[locale.value]
    assert words in {label.text for label in labels}
    for label in labels:
        half, tall = ROOM.breadth(label.text, label.size) / 2, ROOM.tall(label.size) / 2
        for x, y in expected_places(review, EDGES):
            assert not (abs(x - label.x) < half and abs(y - label.y) < tall), label.text


def test_an_earlier_go_is_drawn_beneath(review: Review, played_badly: Playing) -> None:
    reactions = played_badly.conversation.reactions
    one = value_chart(review, reactions, EDGES, Locale.EN, ROOM)
    both = value_chart(review, reactions, EDGES, Locale.EN, ROOM, earlier=review)
    lines = [sum(isinstance(mark, Line) for mark in chart.marks) for chart in (one, both)]
    assert lines[1] == lines[0] + 1
    assert any(isinstance(mark, Label) and mark.text == "Last time" for mark in both.marks)


def test_it_can_be_said_and_painted_for_a_page(review: Review, played_badly: Playing) -> None:
    chart = value_chart(review, played_badly.conversation.reactions, EDGES, Locale.EN, ROOM)
    assert f"to {review.score}" in chart.said
    assert svg(chart, 1112, 150).startswith("<svg")


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("room", [ROOM, Room(1112, 150, 1.5)], ids=["usual", "large"])
@pytest.mark.parametrize("ceiling", [1000.0, 980.0, 900.0, 640.0])
def test_the_ceiling_bears_its_name_however_close_the_curve_runs(
    review: Review, played_badly: Playing, locale: Locale, room: Room, ceiling: float
) -> None:
    near = [replace(turn.after, value=ceiling - 60, ceiling=ceiling) for turn in review.turns]
    turns = tuple(
        replace(turn, before=worth, after=worth) for turn, worth in zip(review.turns, near, strict=True)
    )
    well = replace(review, turns=turns, ceilings=(ceiling,) * 5, no_return=None)
    chart = value_chart(well, played_badly.conversation.reactions, EDGES, locale, room)
    assert CEILING.said(locale) in [mark.text for mark in chart.marks if isinstance(mark, Label)]
