"""A scorecard in words."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.scoring import Points, Scorecard
from game.engine.traits import Stage, Trait
from game.language.locale import Locale
from game.telling import score_phrases
from game.telling.charts import Room
from game.telling.score_chart import stage_bars
from game.telling.scorecard import ScorecardTold, scorecard_told
from game.telling.trait_names import text
from tests.telling.samples import scenario


def card(total: int = 530, nps: int = 6, reason: str = "pressure") -> Scorecard:
    return Scorecard(
        total=total,
        passed=total >= 600,
        stages={
            stage: Points(300 if stage is Stage.COGNITION else 0, {0: 300, 1: 260}.get(stage, 0), (2,))
            for stage in Stage
        },
        criteria={"no-push": Points(300, 300), "heard": Points(0, 260, (3, 5))},
        grades={"trust": Points(100, 200, (2, 4)), "follow-through": Points(0, 140)},
        honesty=Points(100, 100),
        nps=nps,
        nps_reason=reason,
        csat=3,
        effort=4_200,
        follow_through=0,
        satisfaction=4_900,
    )


def told(locale: Locale = Locale.EN, of: Scorecard | None = None, agreed: bool = True) -> ScorecardTold:
    mind = np.zeros(len(Trait), np.int32)
    mind[Trait.TRUST] = 4_500
    words = {"no-push": text("No pressure in the first three lines", "前三句没有施压")}
    return scorecard_told(of or card(), scenario(), mind, words, locale, "she", agreed)


def test_the_headline_gives_points_and_mark() -> None:
    assert told().headline == "530 of 1000 points, 70 short of the pass mark of 600"
    assert told(Locale.ZH).headline == "530 分，离达标的 600 分还差 70 分"
    assert told(of=card(640)).headline.endswith("enough to pass")


def test_every_criterion_has_its_evidence() -> None:
    kept, heard = told().criteria
    assert (kept.label, kept.evidence, kept.earned) == (
        "No pressure in the first three lines",
        "Held from first to last",
        300,
    )
    assert (heard.label, heard.evidence, heard.turns) == ("heard", "Lost at turn 5", (3, 5))


def test_grades_say_where_the_trait_ended() -> None:
    trust, _ = told().grades
    assert trust.evidence == "Trust ended at 45; all points from 70 on"
    assert told(Locale.ZH).grades[0].evidence == "信任最后是 45，到 70 拿满"


def test_only_stages_with_points_are_shown() -> None:
    assert [(row.label, row.earned, row.possible) for row in told().stages] == [
        ("Cognition", 300, 300),
        ("Interest", 0, 260),
    ]


def test_answers_come_with_a_reason_that_fits_the_number() -> None:
    nps, content, effort, chance = told().answers
    assert (nps.label, nps.value, nps.reason) == ("Would she recommend you?", "6 / 10", "They pushed.")
    assert (content.value, content.reason) == ("3 / 5", "Neither one way nor the other")
    assert effort.value == "Some" and chance.value == "0%"
    assert told(of=card(nps=9)).answers[0].reason == "Nobody pushed me."


@pytest.mark.parametrize("locale", Locale)
def test_every_reason_of_the_engine_has_words(locale: Locale) -> None:
    for reasons in (score_phrases.NPS_LOW, score_phrases.NPS_HIGH):
        assert set(reasons) == {"trust", "emotional-value", "worth", "pressure", "honesty"}
        assert all(words.said(locale) for words in reasons.values())
    for effort in range(0, 10_001, 250):
        assert any(effort < below for below, _ in score_phrases.EFFORTS)


def test_bars_say_in_words_what_they_show() -> None:
    chart = stage_bars(told().stages, Locale.EN, Room(400, 120))
    assert chart.said == "Cognition: 300 of 300 points; Interest: 0 of 260 points."
    assert stage_bars((), Locale.EN, Room(400, 120)).marks == ()
