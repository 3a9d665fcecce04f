"""The way from a turn of the debrief to the lesson behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pygame
import pytest

from game.content.guide_entries import Myth, Standing
from game.desk.debrief_lab import LabPage
from game.desk.debrief_scene import REVIEW, SCORECARD, DebriefScene
from game.desk.intents import Want
from game.desk.lesson_scene import LessonScene
from game.desk.pilot import Pilot
from game.desk.ports import Book, LessonCard
from game.desk.settings import Settings
from game.language.locale import Locale
from game.language.text import LocalisedText
from tests.desk.looking_back import BAD, book, opened, played

Opened = tuple[Pilot, DebriefScene]
pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]


def text(en: str, zh: str) -> LocalisedText:
    return LocalisedText({Locale.EN: en, Locale.ZH: zh})


MYTH = Myth(
    "F99", Standing.UNSOURCED, text("Nine of ten.", "十个里有九个。"), text("Who counted?", "谁数的？")
)


class Shelf:
    """One card for every item, and a memory of what was asked for."""

    def __init__(self, length: int = 1, myths: int = 1) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.length, self.myths = length, myths

    def card(self, items: Sequence[str]) -> LessonCard | None:
        self.asked.append(tuple(items))
        words = text("A lesson of one sentence. " * self.length, "一句话的小课。" * self.length)
        return LessonCard(items[0], text("Title", "题目"), words, (MYTH,) * self.myths) if items else None


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return book(tmp_path_factory.mktemp("book"))


@pytest.fixture
def debrief(short: Book, tmp_path: Path) -> Iterator[Opened]:
    pilot, scene = opened(played(short, BAD), tmp_path)
    scene._desk.lessons = Shelf()
    yield pilot.press("space"), scene
    pilot.window.close()


def test_l_opens_the_lesson_of_the_chosen_turn_and_closes_it(debrief: Opened) -> None:
    pilot, scene = debrief
    pilot.press("l")
    card = pilot.scene
    assert isinstance(card, LessonScene)
    assert card.card.id == scene.afterwards.learnt(scene.turn)[0]
    pilot.press("l")
    assert pilot.scene is scene


def test_every_turn_has_items_of_its_own(debrief: Opened) -> None:
    _, scene = debrief
    tactics = scene.afterwards.playing.conversation.scenario.psychology.tactics
    for tactic in ("scarcity", "urgency"):
        assert set(tactics.practises[tactic]) <= set(scene.afterwards.learnt(3))


def test_the_link_can_be_clicked(debrief: Opened) -> None:
    pilot, scene = debrief
    pilot.frame()
    page = scene.pages[REVIEW]
    assert isinstance(page, LabPage)
    link = next(target.rect for target in page.targets() if target.intent.want is Want.LESSON)
    pilot.click(*link.centre)
    assert isinstance(pilot.scene, LessonScene)


def test_the_scorecard_has_no_turn_and_no_lesson(debrief: Opened) -> None:
    pilot, scene = debrief
    pilot.press("2", "l")
    assert pilot.scene is scene and scene.page == SCORECARD
    pilot.press("3", "l")
    assert isinstance(pilot.scene, LessonScene)


def test_without_a_guide_there_is_nothing_to_open(short: Book, tmp_path: Path) -> None:
    pilot, scene = opened(played(short, BAD), tmp_path)
    pilot.press("space", "l")
    assert pilot.scene is scene
    pilot.window.close()


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.5), ((800, 600), 1.5)])
@pytest.mark.parametrize(("length", "myths"), [(3, 0), (20, 3)])
def test_a_card_shows_all_of_it_or_scrolls(
    short: Book,
    tmp_path: Path,
    locale: Locale,
    size: tuple[int, int],
    scale: float,
    length: int,
    myths: int,
) -> None:
    settings = Settings(text_scale=scale)
    pilot, scene = opened(played(short, BAD), tmp_path, locale=locale, size=size, settings=settings)
    scene._desk.lessons = Shelf(length, myths)
    card = pilot.press("space", "l").scene
    assert isinstance(card, LessonScene)
    pilot.frame().press("up")
    assert card.scrolled == 0
    pilot.press(*["down"] * 60)
    assert card.scrolled == card.furthest
    pilot.press("escape")
    assert pilot.scene is scene
    pilot.window.close()


def test_a_card_is_read_aloud_and_changes_its_language(debrief: Opened) -> None:
    pilot, _scene = debrief
    card = pilot.press("l").scene
    assert isinstance(card, LessonScene)
    assert "Title" in card.said() and "Who counted?" in card.said()
    pilot.press("f2")
    assert pilot.scene is card
    assert "题目" in card.said()
    assert pygame.display.get_surface() is not None
