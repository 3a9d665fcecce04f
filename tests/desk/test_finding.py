"""Find the better line: no value before a line was tried, until one is good; the way through all faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.analysis.judgement import Judgement, judged
from game.analysis.review import Alternative, Review, TurnReview, Worth
from game.desk.debrief_scene import DebriefScene
from game.desk.finding import Search, Standing, tally
from game.desk.finding_scene import CHIPS, FindingScene
from game.desk.pilot import Pilot
from game.desk.playing import Playing
from game.desk.ports import Book
from game.desk.settings import Settings
from game.engine.conversation import Conversation
from game.language.locale import Locale
from tests.desk.journeys import at
from tests.desk.looking_back import BAD, book, opened, played
from tests.desk.reviews import HandReviews, review_of

pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]


def turn_of(**losses: float) -> TurnReview:
    """A turn in which the line `said` was said among others with these losses."""
    worths = {line: Worth(600 - loss, 700, exact=True) for line, loss in losses.items()}
    alternatives = tuple(
        Alternative(line, worth, losses[line], judged(losses[line])) for line, worth in worths.items()
    )
    loss = losses["said"]
    said, before = worths["said"], Worth(580, 700, exact=True)
    return TurnReview(4, "said", before, said, said, alternatives, judged(loss), loss, 0, 0, (1.0,), None)


SEARCH = Search(turn_of(said=130, best=0, good=12, poor=40), ("poor", "good", "best"))


# ---------------------------------------------------------------- the search itself


def test_a_search_ends_with_a_line_that_is_best_or_good() -> None:
    tried = SEARCH.trying("poor")
    assert (tried.standing, tried.tried) == (Standing.OPEN, ("poor",))
    found = tried.trying("good")
    assert (found.standing, found.found, found.at_once) == (Standing.FOUND, "good", False)
    assert SEARCH.trying("best").at_once


def test_what_was_said_tried_twice_or_after_the_end_changes_nothing() -> None:
    assert SEARCH.trying("said") is SEARCH
    tried = SEARCH.trying("poor")
    assert tried.trying("poor") is tried
    found = tried.trying("best")
    assert found.trying("good") is found and found.giving_up() is found
    skipped = SEARCH.giving_up()
    assert skipped.standing is Standing.SKIPPED and skipped.trying("best") is skipped


def test_the_tally_counts_what_was_found_and_what_was_found_at_once() -> None:
    searches = {
        2: SEARCH.trying("best"),
        4: SEARCH.trying("poor").trying("good"),
        5: SEARCH.giving_up(),
        7: SEARCH,
    }
    count = tally(searches)
    assert (count.all, count.found, count.at_once, count.skipped, count.over) == (4, 2, 1, 1, False)
    assert tally({2: SEARCH.giving_up()}).over


# ---------------------------------------------------------------- the screen


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return book(tmp_path_factory.mktemp("book"))


def reviews(of: Book) -> HandReviews:
    known: list[Review] = []

    def whole(conversation: Conversation) -> Review:
        if not known:
            known.append(review_of(Playing(of, conversation)))
        return known[0]

    return HandReviews(whole)


def looking(short: Book, folder: Path, **form: object) -> tuple[Pilot, DebriefScene, FindingScene]:
    pilot, scene = opened(played(short, BAD), folder, reviews=reviews(short), **form)  # type: ignore[arg-type]
    pilot.press("space", "f")
    finding = pilot.scene
    assert isinstance(finding, FindingScene)
    return pilot, scene, finding


@pytest.fixture
def found(short: Book, tmp_path: Path) -> Iterator[tuple[Pilot, DebriefScene, FindingScene]]:
    pilot, scene, finding = looking(short, tmp_path)
    yield pilot, scene, finding
    pilot.window.close()


def test_it_opens_on_the_chosen_fault_and_has_them_all(
    found: tuple[Pilot, DebriefScene, FindingScene],
) -> None:
    _, scene, finding = found
    assert finding.turn == scene.turn
    assert tuple(finding.searches) == scene.values.faults
    assert len(finding.searches) >= 2
    for turn, search in finding.searches.items():
        assert search.turn.line == BAD[turn - 1]
        assert search.turn.line not in search.choices


def test_no_value_is_told_before_a_line_was_tried(found: tuple[Pilot, DebriefScene, FindingScene]) -> None:
    _, _, finding = found
    assert finding._cards.feedback(finding.search) == ()
    for each in finding.search.turn.alternatives:
        if each.line in finding.search.choices:
            assert str(round(each.worth.value)) not in finding.said()


def test_the_better_line_is_praised_with_a_reason(found: tuple[Pilot, DebriefScene, FindingScene]) -> None:
    pilot, _, finding = found
    search = finding.search
    number = next(n for n, line in enumerate(search.choices, start=1) if search.good(line))
    pilot.press(str(number))
    assert finding.search.standing is Standing.FOUND
    head, reason, *_ = finding._cards.feedback(finding.search)
    assert head.startswith(("That’s it", "That does it too"))
    assert len(reason) > 10
    assert finding.progress() == f"1 of {len(finding.searches)} found"


def test_it_can_be_skipped_and_enter_leads_through_all_of_them_and_back(
    found: tuple[Pilot, DebriefScene, FindingScene],
) -> None:
    pilot, scene, finding = found
    for _ in finding.searches:
        before = finding.search
        assert before.standing is Standing.OPEN
        pilot.press("space")
        assert finding.search == before.giving_up()
        assert finding._cards.feedback(finding.search)
        pilot.press("return")
    assert pilot.scene is scene
    assert tally(finding.searches).over


def test_progress_is_kept_while_the_review_is_looked_at(
    found: tuple[Pilot, DebriefScene, FindingScene],
) -> None:
    pilot, scene, finding = found
    first = finding.turn
    pilot.press("space", "escape")
    assert at(pilot, DebriefScene) is scene
    pilot.press("f")
    assert at(pilot, FindingScene) is finding
    assert finding.searches[first].standing is Standing.SKIPPED


def test_arrows_and_the_signs_above_lead_to_the_other_faults(
    found: tuple[Pilot, DebriefScene, FindingScene],
) -> None:
    pilot, _, finding = found
    order = list(finding.searches)
    at = order.index(finding.turn)
    pilot.press("right")
    assert finding.turn == order[(at + 1) % len(order)]
    pilot.press("left").frame()
    other = order[at - 1]
    chip = next(each for each in finding._chips if each.intent.number == CHIPS + other)
    pilot.click(*chip.rect.centre)
    assert finding.turn == other


def test_a_card_can_be_clicked(found: tuple[Pilot, DebriefScene, FindingScene]) -> None:
    pilot, _, finding = found
    pilot.frame()
    card = next(iter(finding._cards.targets()))
    pilot.click(*card.rect.centre)
    assert finding.search.tried == finding.search.choices[:1]


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1280, 720), 1.5), ((1920, 1080), 1.5)])
def test_it_can_be_drawn(
    short: Book, tmp_path: Path, locale: Locale, size: tuple[int, int], scale: float
) -> None:
    settings = Settings(text_scale=scale, reduced_motion=True)
    pilot, _, finding = looking(short, tmp_path, locale=locale, size=size, settings=settings)
    seen = set()
    for key in ("up", "1", "space", "return", "space"):
        pilot.press(key).frame()
        seen.add(pygame.image.tobytes(pilot.window.surface, "RGB"))
    assert len(seen) >= 3
    assert all(rect.bottom < size[1] for rect in finding._cards._rects)
    pilot.window.close()


def test_nothing_is_looked_for_where_no_line_was_a_fault(short: Book, tmp_path: Path) -> None:
    whole = review_of(played(short, BAD), valued=lambda conversation: 0.0)
    assert {turn.judgement for turn in whole.turns} == {Judgement.BEST}
    pilot, scene = opened(played(short, BAD), tmp_path, reviews=HandReviews(lambda _: whole))
    pilot.press("space", "f")
    assert pilot.scene is scene
    pilot.window.close()
