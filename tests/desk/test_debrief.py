"""The debrief: what it shows is what happened, and every key leads where it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.desk.afterwards import Afterwards, earlier, moments
from game.desk.cause_bars import CauseBars, together, told_of
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_header import figures
from game.desk.debrief_lab import LabPage
from game.desk.debrief_layout import body, review_layout
from game.desk.debrief_page import TABS, TURNS
from game.desk.debrief_scene import REVIEW, SCORECARD, TRANSCRIPT, DebriefScene
from game.desk.debrief_scorecard import ScorecardPage
from game.desk.debrief_transcript import TranscriptPage
from game.desk.intents import Want
from game.desk.layout import Frame, Rect
from game.desk.pilot import Pilot
from game.desk.playing import Playing
from game.desk.ports import Book
from game.desk.settings import Settings
from game.desk.title_scene import TitleScene
from game.desk.turn_card import TurnCard
from game.engine.scoring import score
from game.engine.transcript import Guess
from game.language.locale import Locale
from game.telling.conversation_chart import SERIES
from game.telling.tenths import said_tenths
from tests.desk.looking_back import BAD, GOOD, book, opened, played

Opened = tuple[Pilot, DebriefScene]
pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return book(tmp_path_factory.mktemp("book"))


@pytest.fixture
def debrief(short: Book, tmp_path: Path) -> Iterator[Opened]:
    pilot, scene = opened(played(short, BAD), tmp_path)
    yield pilot, scene
    pilot.window.close()


def lab(scene: DebriefScene) -> LabPage:
    page = scene.pages[REVIEW]
    assert isinstance(page, LabPage)
    return page


def spread(pilot: Pilot) -> Pilot:
    return pilot.press("space")


# ---------------------------------------------------------------- what there is to look back on


def test_the_conversation_is_lived_once_more_turn_by_turn(short: Book) -> None:
    playing = played(short, BAD)
    lived = moments(playing)
    assert [each.conversation.turn for each in lived] == [0, 1, 2, 3, 4]
    assert lived[-1].conversation.reactions[-1].line == "leave-card"
    assert (lived[-1].conversation.mind() == playing.conversation.mind()).all()


def test_a_retry_remembers_the_go_before(short: Book) -> None:
    first = played(short, BAD)
    assert earlier(first) is None
    retry = first.going_back(3)
    for line in ("ask-trouble", "name-a-day"):
        said = retry.say(line, 10)
        assert said is not None
        retry = said[0]
    before = earlier(retry)
    assert before is not None
    assert [reaction.line for reaction in before.reactions] == list(BAD)
    afterwards = Afterwards.of(retry)
    assert afterwards.earlier_card == score(first.conversation)
    assert afterwards.slots == 4


def test_saying_the_same_again_is_no_second_go(short: Book) -> None:
    again = played(short, BAD).going_back(4)
    said = again.say("leave-card", 10)
    assert said is not None and earlier(said[0]) is None


def test_secrets_kept_are_counted(short: Book) -> None:
    assert Afterwards.of(played(short, BAD)).untold == 2


def test_the_turning_point_is_the_customers(short: Book) -> None:
    assert Afterwards.of(played(short, BAD)).turning == 3


# ---------------------------------------------------------------- the notebook against the truth


def noting(short: Book, *guess: str | None) -> Playing:
    playing = played(short, GOOD[:2])
    playing = replace(playing, conversation=playing.conversation.note(Guess(*guess)))
    for line in GOOD[2:]:
        said = playing.say(line, 20)
        assert said is not None
        playing = said[0]
    return playing


def test_nothing_noted_nothing_told(short: Book) -> None:
    assert Afterwards.of(played(short, GOOD)).guesses(Locale.EN) == ()


def test_a_guess_is_told_in_both_languages(short: Book) -> None:
    afterwards = Afterwards.of(noting(short, "D", None, "price"))
    for locale in Locale:
        right, other = afterwards.guesses(locale)
        assert right.right
        assert "D" in right.sentence and f"{other.percent}%" in str(other)


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.5)])
def test_the_scorecard_holds_the_notebook(
    short: Book, tmp_path: Path, locale: Locale, size: tuple[int, int], scale: float
) -> None:
    playing = noting(short, "S", "growth", "price")
    settings = Settings(text_scale=scale)
    pilot, scene = opened(playing, tmp_path, locale=locale, size=size, settings=settings)
    pilot.press("space", "2")
    page = scene.pages[SCORECARD]
    assert isinstance(page, ScorecardPage)
    assert page.spare >= 0
    assert "D" in page.said()
    pilot.window.close()


# ---------------------------------------------------------------- the first page where nobody computes values


def test_it_opens_on_the_turning_point_and_any_key_unfolds_it(debrief: Opened) -> None:
    pilot, scene = debrief
    assert (scene.turn, scene.page) == (3, REVIEW)
    assert not lab(scene).unfolded
    pilot.press("right")
    assert lab(scene).unfolded and scene.turn == 3
    pilot.press("left")
    assert scene.turn == 2


def test_it_unfolds_by_itself_and_at_once_with_reduced_motion(
    debrief: Opened, short: Book, tmp_path: Path
) -> None:
    pilot, scene = debrief
    pilot.wait(2_000)
    assert lab(scene).unfolded
    still, quiet = opened(played(short, BAD), tmp_path, settings=Settings(reduced_motion=True))
    assert lab(quiet).unfolded
    still.window.close()


def test_arrows_stop_at_both_ends(debrief: Opened) -> None:
    pilot, scene = debrief
    spread(pilot).press(*["left"] * 6)
    assert scene.turn == 2, "the first page begins where somebody was met"
    pilot.press("3", *["left"] * 6)
    assert scene.turn == 1
    pilot.press("1")
    assert scene.turn == 2
    pilot.press(*["right"] * 9)
    assert scene.turn == 4


def test_the_header_gives_score_recommendation_and_turns(debrief: Opened) -> None:
    _, scene = debrief
    card = score(scene.afterwards.playing.conversation)
    shown = figures(scene.afterwards, scene.values, scene._desk)
    assert [each.value for each in shown] == [str(card.total), f"{card.nps}/10", "4"]
    assert scene.afterwards.ending(Locale.ZH) == "一碗名片里又多了一张。"


def test_the_bars_add_up_to_the_change(debrief: Opened) -> None:
    _, scene = debrief
    bars = CauseBars(scene._desk)
    teller = scene.afterwards.teller(Locale.EN)
    for reaction in scene.afterwards.reactions:
        for series in SERIES:
            for width, height in ((680, 150), (420, 70)):
                _, rows = bars.rows(
                    told_of(reaction, series.trait, teller), series.trait, Rect(0, 0, width, height)
                )
                total = sum(row.amount for row in rows)
                assert said_tenths(total) == together(reaction, series.trait)


def test_causes_open_on_what_changed_most_until_one_is_asked_for(debrief: Opened) -> None:
    pilot, scene = debrief
    spread(pilot)
    page = lab(scene)
    first = page.trait
    pilot.press("down")
    assert page.trait == (first + 1) % 3
    asked = page.trait
    pilot.press("left", "right", "right")
    assert page.trait == asked


def test_a_card_says_what_was_said_and_thought(debrief: Opened) -> None:
    _, scene = debrief
    card = TurnCard(scene._desk, scene.afterwards, scene.values, lab(scene)._strip)
    assert [(part.label, part.words) for part in card.parts(2)] == [
        ("You said", "What a beautiful studio!"),
        ("She said", "So you people came after all."),
        ("She thought", "Another one."),
    ]
    assert [part.label for part in card.parts(1)] == ["You said"]
    assert card.parts(3)[1].words == "It stops twice a day."
    assert card.heading(3) == "Turn 3: the turning point"


def test_everything_is_read_aloud_too(debrief: Opened) -> None:
    pilot, scene = debrief
    spread(pilot).press("left")
    said = lab(scene).said()
    for words in (
        "Turn 2",
        "What a beautiful studio!",
        "Another one.",
        "Praise is pleasant",
        "2 things she never",
    ):
        assert words in said


def test_faces_and_turns_can_be_clicked(debrief: Opened) -> None:
    pilot, scene = debrief
    spread(pilot)
    target = next(each for each in lab(scene).targets() if each.intent.number == TURNS + 2)
    pilot.click(*target.rect.centre)
    assert scene.turn == 2
    tab = next(each for each in lab(scene).targets() if each.intent.number == TABS + 2)
    pilot.click(*tab.rect.centre)
    assert lab(scene).trait == 2


# ---------------------------------------------------------------- the other pages


def test_numbers_open_the_pages(debrief: Opened) -> None:
    pilot, scene = debrief
    spread(pilot).press("2")
    assert scene.page == SCORECARD
    pilot.press("3")
    assert scene.page == TRANSCRIPT
    pilot.press("1")
    assert scene.page == REVIEW


def test_a_row_of_the_scorecard_leads_to_its_turn(debrief: Opened) -> None:
    pilot, scene = debrief
    spread(pilot).press("2").frame()
    page = scene.pages[SCORECARD]
    assert isinstance(page, ScorecardPage)
    wanted = next(number for number, row in enumerate(page.rows) if row.turns)
    pilot.press(*["down"] * wanted, "return")
    assert (scene.page, scene.turn) == (REVIEW, page.rows[wanted].turns[-1])


def test_the_points_of_the_rows_are_the_score(debrief: Opened) -> None:
    _, scene = debrief
    page = scene.pages[SCORECARD]
    assert isinstance(page, ScorecardPage)
    assert sum(row.earned for row in page.rows) == scene.afterwards.card.total
    assert sum(row.possible for row in page.rows) == 1_000


def test_the_transcript_has_every_word(debrief: Opened) -> None:
    pilot, scene = debrief
    spread(pilot).press("3").frame()
    page = scene.pages[TRANSCRIPT]
    assert isinstance(page, TranscriptPage)
    sayings = [(each.who, each.words, each.kind) for each in page.sayings(2)]
    assert sayings[0] == ("You", "What a beautiful studio!", "said")
    assert ("Lin Yue", "So you people came after all.", "heard") in sayings
    assert ("", "Arms crossed.", "seen") in sayings
    assert ("She thought", "Another one.", "thought") in sayings
    assert page.sayings(0)[0].words == "A long corridor."
    pilot.press("up")
    assert scene.turn == 2 and "Another one." in page.said()


# ---------------------------------------------------------------- what next


def test_retry_goes_back_to_the_chosen_turn_with_the_same_luck(debrief: Opened) -> None:
    pilot, scene = debrief
    spread(pilot)
    old = scene.afterwards.playing.conversation
    pilot.press("r")
    playing = conversation(pilot)
    assert (playing.conversation.turn, playing.conversation.seed) == (2, old.seed)
    assert playing.marked == {3: "one-date-left", 4: "leave-card"}


def test_enter_is_retry_and_the_button_can_be_clicked(debrief: Opened, short: Book, tmp_path: Path) -> None:
    pilot, _ = debrief
    spread(pilot).press("return")
    assert conversation(pilot).conversation.turn == 2
    other, scene = opened(played(short, BAD), tmp_path)
    spread(other).frame()
    button = next(each for each in lab(scene).targets() if each.intent.want is Want.RETRY)
    other.click(*button.rect.centre)
    assert conversation(other).conversation.turn == 2
    other.window.close()


def test_another_morning_meets_another_customer(debrief: Opened) -> None:
    pilot, scene = debrief
    old = scene.afterwards.playing.conversation
    spread(pilot).press("5")
    playing = conversation(pilot)
    assert playing.conversation.turn == 0 and not playing.marked
    assert playing.conversation.customer != old.customer


def test_play_again_is_the_same_morning(debrief: Opened) -> None:
    pilot, scene = debrief
    old = scene.afterwards.playing.conversation
    spread(pilot).press("4")
    playing = conversation(pilot)
    assert (playing.conversation.turn, playing.conversation.seed) == (0, old.seed)


def test_escape_leads_to_the_title(debrief: Opened) -> None:
    pilot, _ = debrief
    spread(pilot).press("escape")
    assert isinstance(pilot.scene, TitleScene)


def conversation(pilot: Pilot) -> Playing:
    """The conversation that has been entered, whatever the screen before its first word."""
    playing = getattr(pilot.scene, "playing", None) or getattr(pilot.scene, "_playing", None)
    assert isinstance(playing, Playing), type(pilot.scene)
    assert isinstance(pilot.scene, ConversationScene) or playing.conversation.turn == 0
    return playing


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1280, 720), 1.5), ((1920, 1080), 1.5)])
def test_every_page_can_be_drawn(
    short: Book, tmp_path: Path, locale: Locale, size: tuple[int, int], scale: float
) -> None:
    pilot, scene = opened(
        played(short, GOOD), tmp_path, locale=locale, size=size, settings=Settings(text_scale=scale)
    )
    spread(pilot)
    seen = set()
    for key in ("1", "2", "3"):
        pilot.press(key).frame()
        seen.add(pygame.image.tobytes(pilot.window.surface, "RGB"))
    assert len(seen) == 3
    pilot.press("f2").frame()
    assert scene._desk.locale is not locale
    pilot.window.close()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (2560, 1080), (854, 480)])
@pytest.mark.parametrize("slots", [1, 12, 26])
def test_nothing_on_the_first_page_overlaps(scale: float, width: int, height: int, slots: int) -> None:
    frame = Frame(width, height, scale)
    room = body(frame, frame.px(88), frame.px(48))
    layout = review_layout(frame, room, frame.px(22 * scale), (0.5, *(1.0,) * (slots - 1)))
    stacked = [layout.strip, layout.chart, layout.numbers, layout.said, layout.legend]
    for above, below in pairwise(stacked):
        assert above.bottom <= below.y
    assert not layout.said.meets(layout.causes)
    assert layout.causes.right <= room.right and layout.legend.bottom <= room.bottom
    assert list(layout.columns) == list(range(1, slots + 1))
    faces = [layout.face(column) for column in layout.columns]
    assert all(face.width > 8 for face in faces)
    assert not any(one.meets(other) for one, other in pairwise(faces))
