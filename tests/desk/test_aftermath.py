"""Afterwards on the scorecard page, the books in the briefing: readable in both languages, at every size."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from game.content.loading import load_scenario
from game.desk.aftermaths import account_of, aftermaths
from game.desk.debrief_scene import SCORECARD
from game.desk.debrief_scorecard import ScorecardPage
from game.desk.playing import Playing
from game.desk.ports import Book
from game.desk.settings import Settings
from game.language.locale import Locale
from tests.content.readings import ROOT
from tests.desk.looking_back import opened

pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]

SIZES = [((1280, 720), 1.0), ((1280, 720), 1.5), ((1920, 1080), 1.5), ((1280, 800), 1.25)]


@pytest.fixture(scope="module")
def finished() -> dict[str, Playing]:
    """Talks with one person and with many, each line the first on offer."""
    return {name: over(name) for name in ("sixth-day", "decision-meeting")}


def over(name: str) -> Playing:
    loaded = load_scenario(ROOT / "scenarios" / f"{name}.yaml")
    assert loaded.scenario is not None and loaded.wording is not None, loaded.errors
    playing = Playing.begin(Book(loaded.scenario, loaded.wording, loaded.bank), 3)
    while offers := playing.conversation.offers():
        said = playing.say(sorted(line.id for line in offers)[0], 10)
        assert said is not None
        playing = said[0]
    return playing


def test_everybody_met_has_a_fate_the_customer_first(finished: dict[str, Playing]) -> None:
    playing = finished["decision-meeting"]
    first, *others = aftermaths(playing, Locale.EN)
    met = {reaction.person for reaction in playing.conversation.reactions}
    assert first.person == playing.conversation.scenario.people[0].id
    assert {fate.person for fate in others} == met - {first.person, None}
    assert first.told.worth is not None and first.told.worth.value.startswith("¥")


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("name", ["sixth-day", "decision-meeting"])
def test_the_page_holds_afterwards_and_rows_below(
    finished: dict[str, Playing],
    tmp_path: Path,
    locale: Locale,
    size: tuple[int, int],
    scale: float,
    name: str,
) -> None:
    settings = Settings(text_scale=scale)
    pilot, scene = opened(finished[name], tmp_path, locale=locale, size=size, settings=settings)
    pilot.press("space", "2")
    page = scene.pages[SCORECARD]
    assert isinstance(page, ScorecardPage)
    rows = list(page.targets())
    assert len(rows) >= 2
    assert all(one.rect.bottom <= other.rect.y for one, other in pairwise(rows))
    assert page.aftermath.bottom <= rows[0].rect.y
    told = page.aftermath.first.told
    for words in (told.title, told.headline, told.regret.value, *(chance.value for chance in told.chances)):
        assert words in page.said()
    pilot.window.close()


def test_the_books_of_somebody_unknown_say_nothing(finished: dict[str, Playing]) -> None:
    scenario = finished["decision-meeting"].conversation.scenario
    assert account_of(scenario, "ke-jing", Locale.EN) == ()
    assert account_of(scenario, "customer", Locale.ZH)[:2] == ("A 级客户", "潜客")
    assert account_of(finished["sixth-day"].conversation.scenario, "customer", Locale.EN) == (
        "Tier B",
        "mature",
        "17 orders, last 7 days ago",
        "¥9,900 of ¥15,000 a year",
        "RFM 3-3-3",
    )
