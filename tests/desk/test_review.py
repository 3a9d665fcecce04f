"""The review on the desk: it shows the values it was given, is walked through, leads back to the talk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.analysis.review import Review
from game.desk.best_play_scene import BestPlayScene
from game.desk.cause_bars import CauseBars
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_header import figures
from game.desk.debrief_lab import LabPage
from game.desk.debrief_page import TABS
from game.desk.debrief_review import ReviewPage
from game.desk.debrief_scene import LAB, REVIEW, TRANSCRIPT, DebriefScene
from game.desk.debrief_values import SILENCE
from game.desk.intents import Want
from game.desk.layout import Rect
from game.desk.offered_lines import LINES
from game.desk.pilot import Pilot
from game.desk.playing import Playing
from game.desk.ports import Book
from game.desk.title_scene import TitleScene
from game.desk.why_rows import WhyRows
from game.engine.scoring import score
from game.language.locale import Locale
from game.telling.score_gap import signed
from game.telling.tenths import said_tenths
from tests.desk.journeys import at
from tests.desk.looking_back import BAD, GOOD, book, opened, played
from tests.desk.reviews import HandReviews, lines_of, review_of, reviews

Opened = tuple[Pilot, DebriefScene]
pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]
FORMS = [((1280, 720), 1.0), ((1280, 720), 1.5), ((1920, 1080), 1.0), ((1920, 1080), 1.5)]


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return book(tmp_path_factory.mktemp("book"))


@pytest.fixture
def debrief(short: Book, tmp_path: Path) -> Iterator[Opened]:
    pilot, scene = opened(played(short, BAD), tmp_path, reviews=reviews(short))
    pilot.press("space")
    yield pilot, scene
    pilot.window.close()


def whole(scene: DebriefScene) -> Review:
    assert scene.values.review is not None
    return scene.values.review


def conversation(pilot: Pilot) -> Playing:
    playing = getattr(pilot.scene, "playing", None) or getattr(pilot.scene, "_playing", None)
    assert isinstance(playing, Playing), type(pilot.scene)
    return playing


# ---------------------------------------------------------------- where it opens


def test_it_opens_on_the_turn_that_lost_most(debrief: Opened) -> None:
    _, scene = debrief
    review = whole(scene)
    worst = max(review.turns, key=lambda turn: turn.loss)
    assert worst.judgement.fault
    assert (scene.turn, scene.values.turning) == (worst.turn, worst.turn)
    assert isinstance(scene.pages[REVIEW], ReviewPage)


def test_every_turn_has_its_place_the_lonely_ones_too(debrief: Opened) -> None:
    pilot, scene = debrief
    pilot.press(*["left"] * 6)
    assert scene.turn == 1
    assert scene.review.card.heading(1).startswith("Turn 1")


def test_the_header_gives_score_accuracy_and_percentile(debrief: Opened) -> None:
    _, scene = debrief
    review = whole(scene)
    shown = figures(scene.afterwards, scene.values, scene._desk)
    assert [each.value for each in shown] == [str(review.score), f"{round(review.accuracy * 100)}%", "58%"]


def test_the_heading_says_the_judgement_and_the_corner_the_values(debrief: Opened) -> None:
    _, scene = debrief
    for turn in whole(scene).turns:
        heading = scene.review.card.heading(turn.turn)
        assert heading.endswith(turn.judgement.value.capitalize())
        before, said = round(turn.before.value), round(turn.said.value)
        assert scene.review.card.worth(turn.turn) == f"{before} → {said}"


def test_the_account_sums_to_the_score(debrief: Opened) -> None:
    """Skill apart from luck: expected at first, what the lines were worth, what came to light."""
    _, scene = debrief
    told = scene.values.account().replace("−", "-")
    start, skill, luck, total = (int(number) for number in re.findall(r"[+-]?\d+", told))
    assert start + skill + luck == total == whole(scene).score
    assert abs(luck - whole(scene).news) <= 1.5
    assert scene.values.account() in scene.lab.said()


# ---------------------------------------------------------------- while it fills


def test_it_fills_from_the_last_line_and_says_how_far_it_is(short: Book, tmp_path: Path) -> None:
    pilot, scene = opened(played(short, BAD), tmp_path, reviews=reviews(short, pace=1))
    pilot.press("space")
    seen = []
    for _ in range(60):
        seen.append((len(scene.values.shown.turns), scene.values.progress()))
        pilot.frame()
    assert [count for count, _ in dict.fromkeys(seen)] == [1, 2, 3, 4]
    assert dict(seen)[1] == "1 of 4 lines looked at"
    assert dict(seen)[4] == ""
    assert scene.values.shown.first == 1
    pilot.window.close()


def test_a_turn_not_looked_at_shows_what_the_line_did(short: Book, tmp_path: Path) -> None:
    pilot, scene = opened(played(short, BAD), tmp_path, reviews=reviews(short, pace=1))
    pilot.press("space", "left", "left", "left")
    assert scene.turn == 1 and scene.values.turn(1) is None
    assert scene.review.why.headline() == "Not looked at yet"
    pilot.frame()
    assert any(target.intent.number >= TABS for target in scene.review.why.targets())
    pilot.window.close()


def test_a_player_who_has_moved_is_left_alone_when_the_review_is_done(short: Book, tmp_path: Path) -> None:
    pilot, scene = opened(played(short, BAD), tmp_path, reviews=reviews(short, pace=1))
    pilot.press("space", "left", "left")
    turn = scene.turn
    pilot.until(lambda: scene.values.finished)
    assert scene.turn == turn
    pilot.window.close()


def test_without_a_word_of_the_reviewer_the_traits_stand_in(short: Book, tmp_path: Path) -> None:
    pilot, scene = opened(played(short, BAD), tmp_path, reviews=reviews(short, pace=0))
    assert isinstance(scene.pages[REVIEW], ReviewPage)
    pilot.wait(SILENCE + 200).press("space")
    assert isinstance(scene.pages[REVIEW], LabPage)
    pilot.press("3")
    assert scene.page == TRANSCRIPT
    pilot.window.close()


# ---------------------------------------------------------------- why


def test_the_bars_sum_to_the_difference(debrief: Opened) -> None:
    """Of every trait: what the line did, less what the better line would have done."""
    _, scene = debrief
    rows, bars = WhyRows(scene._desk, scene.afterwards), CauseBars(scene._desk)
    looked = 0
    for turn in whole(scene).turns:
        for gap in rows.gaps(turn):
            assert turn.why is not None
            said = scene.afterwards.reactions[turn.turn - 1]
            better = scene.afterwards.instead(turn.turn, turn.why.better)
            assert better is not None and said.person == better.person
            if gap.trait is None:
                before = scene.afterwards.moments[turn.turn - 1]
                scores = [
                    score(step[0].conversation).total
                    for step in (before.say(line, 0) for line in (turn.line, turn.why.better))
                    if step is not None
                ]
                assert gap.amount in (-round(turn.loss), scores[0] - scores[1])
            else:
                assert gap.amount == int(said.after[gap.trait]) - int(better.after[gap.trait])
            for height in (150, 60):
                _, shown = bars.rows(rows.told(turn, gap), gap.trait, Rect(0, 0, 680, height))
                told = said_tenths if gap.trait is not None else signed
                assert told(sum(row.amount for row in shown)) == gap.told_amount
            looked += 1
    assert looked


def test_tab_goes_from_trait_to_trait(debrief: Opened) -> None:
    pilot, scene = debrief
    before = pygame.image.tobytes(pilot.window.surface, "RGB")
    pilot.press("tab")
    assert scene.review.why.trait == 1
    assert pygame.image.tobytes(pilot.window.surface, "RGB") != before


def test_the_lesson_and_the_best_play_lie_one_key_away(debrief: Opened) -> None:
    pilot, scene = debrief
    pilot.press("b")
    sheet = at(pilot, BestPlayScene)
    turn = scene.values.turn(scene.turn)
    assert turn is not None and turn.why is not None
    words = [speech for who, speech, _ in sheet.sayings() if who == "You"]
    assert words == [scene.afterwards.playing.line(line, Locale.EN) for line in turn.why.continuation]
    pilot.press("b")
    assert at(pilot, DebriefScene) is scene
    pilot.press("l")
    assert at(pilot, DebriefScene) is scene, "nobody teaches in this test"


# ---------------------------------------------------------------- other lines


def test_down_walks_through_the_lines_and_back_to_the_reasons(debrief: Opened) -> None:
    pilot, scene = debrief
    why = scene.review.why
    count = len(why.lines)
    picked = []
    for _ in range(count + 1):
        pilot.press("down")
        picked.append(why.picked.line if why.picked is not None else None)
    assert picked == [*(line.line for line in why.lines), None]
    assert [line.loss for line in why.lines] == sorted(line.loss for line in why.lines)
    pilot.press("up")
    assert why.picked is why.lines[-1]


def test_what_if_says_the_other_line_under_the_same_luck(debrief: Opened) -> None:
    pilot, scene = debrief
    turn, old = scene.turn, scene.afterwards.playing.conversation
    pilot.press("down")
    other = scene.review.why.other
    assert other is not None and other != old.reactions[turn - 1].line
    pilot.press("return")
    now = conversation(pilot).conversation
    assert [reaction.line for reaction in now.reactions] == [*BAD[: turn - 1], other]
    assert (now.seed, now.start) == (old.seed, old.start)
    assert isinstance(pilot.scene, ConversationScene)
    assert conversation(pilot).reviewed == whole(scene)


def test_the_line_that_was_said_leads_back_to_the_choice(debrief: Opened) -> None:
    pilot, scene = debrief
    turn = scene.turn
    said = scene.afterwards.reactions[turn - 1].line
    while scene.review.why.picked is None or scene.review.why.picked.line != said:
        pilot.press("down")
    pilot.press("return")
    assert conversation(pilot).conversation.turn == turn - 1


def test_a_line_can_be_picked_with_the_mouse(debrief: Opened) -> None:
    pilot, scene = debrief
    pilot.press("down").frame()
    second = next(each for each in scene.review.why.targets() if each.intent.number == LINES + 1)
    pilot.click(*second.rect.centre)
    assert scene.review.why.pick == 1
    pilot.frame()
    action = [each for each in scene.review.why.targets() if each.intent.want is Want.CONFIRM][-1]
    pilot.click(*action.rect.centre)
    assert pilot.scene is not scene


def test_enter_is_retry_where_nothing_is_picked(debrief: Opened) -> None:
    pilot, scene = debrief
    turn = scene.turn
    pilot.press("return")
    assert conversation(pilot).conversation.turn == turn - 1


# ---------------------------------------------------------------- two goes


def test_after_a_retry_both_curves_stand_on_one_graph(short: Book, tmp_path: Path) -> None:
    first, scene = opened(played(short, BAD), tmp_path, reviews=reviews(short))
    first.press("space", "4")
    assert scene.page == LAB
    playing = scene._back_to(2)
    first.window.close()
    for line in GOOD[1:]:
        said = playing.say(line, 10)
        assert said is not None
        playing = said[0]
    pilot, retried = opened(playing, tmp_path, reviews=reviews(short))
    pilot.press("space")
    before = retried.afterwards.earlier_review
    assert before is not None and [turn.line for turn in before.turns] == list(BAD)
    assert retried.afterwards.earlier_card is not None
    difference = retried.afterwards.card.total - retried.afterwards.earlier_card.total
    shown = figures(retried.afterwards, retried.values, retried._desk)
    assert shown[0].tail == f"{difference:+d}".replace("-", "−")
    pilot.window.close()


def test_another_review_than_that_of_the_go_before_is_not_drawn(short: Book, tmp_path: Path) -> None:
    from dataclasses import replace

    playing = played(short, BAD).going_back(3)
    for line in ("ask-trouble", "name-a-day"):
        said = playing.say(line, 10)
        assert said is not None
        playing = said[0]
    other = review_of(played(short, GOOD))
    pilot, scene = opened(replace(playing, reviewed=other), tmp_path, reviews=reviews(short))
    assert scene.afterwards.earlier is not None
    assert scene.afterwards.earlier_review is None
    pilot.window.close()


# ---------------------------------------------------------------- the reviewer


def test_the_reviewer_follows_the_talk_and_a_retry_has_one_of_its_own(debrief: Opened) -> None:
    pilot, scene = debrief
    kept = scene._desk.reviewing._reviews
    assert isinstance(kept, HandReviews)
    assert [len(lines_of(each.conversation)) for each in kept.begun] == [4]
    pilot.press("r")
    assert [each.closed for each in kept.begun] == [True, False]
    pilot.wait(3_000).press("space", "1")
    talk = conversation(pilot).conversation
    assert lines_of(kept.begun[-1].conversation) == lines_of(talk)
    assert len(kept.begun) == 2


def test_leaving_lets_the_reviewer_go(debrief: Opened) -> None:
    pilot, scene = debrief
    kept = scene._desk.reviewing._reviews
    assert isinstance(kept, HandReviews)
    pilot.press("escape")
    assert isinstance(pilot.scene, TitleScene)
    assert all(each.closed for each in kept.begun)
