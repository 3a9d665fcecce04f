"""From the title to the debrief with the real screens, by keys and by clicks, in both languages."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desk.briefing_scene import BriefingScene
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_scene import DebriefScene
from game.desk.doors import WaitingScene
from game.desk.ending_scene import EndingScene
from game.desk.guesses import NotebookScene
from game.desk.path_scene import PathScene
from game.desk.pause_scene import PauseScene
from game.desk.pilot import Pilot
from game.desk.settings import Settings, SettingsFile, TextSpeed
from game.desk.settings_scene import SettingsScene
from game.desk.title_scene import TitleScene
from game.engine.transcript import Guess
from game.language.locale import Locale
from tests.desk.journeys import Keeper, at, sit_down, talking, to_a_choice, to_the_door

pytestmark = pytest.mark.screen


def play_to_the_end(pilot: Pilot, key: str = "1") -> Pilot:
    """Choose the same card again and again until the glass door falls shut."""
    while talking(pilot):
        to_a_choice(pilot)
        if talking(pilot):
            pilot.press(key)
    return pilot


@pytest.mark.parametrize("locale", Locale)
def test_the_whole_way_in_one_language(tmp_path: Path, locale: Locale) -> None:
    keeper = Keeper()
    pilot = sit_down(tmp_path, locale=locale, keeper=keeper)
    at(pilot, TitleScene)
    pilot.press("return")
    at(pilot, BriefingScene)
    while isinstance(scene := pilot.scene, BriefingScene):
        pilot.press("1" if scene.column is not None and scene.column.cards else "return")
    play_to_the_end(pilot)
    at(pilot, EndingScene)
    assert len(keeper.finished_ones) == 1
    assert keeper.waiting is None, "nothing is left to resume"
    pilot.wait(3_000).press("space").wait(500).press("space")
    at(pilot, DebriefScene)


def test_the_whole_way_by_clicks(tmp_path: Path) -> None:
    pilot = to_the_door(sit_down(tmp_path))
    while talking(pilot):
        scene = to_a_choice(pilot)
        if talking(pilot):
            card = scene.column.layout.cards[-1]
            pilot.point(*card.centre)
            assert scene.focus == len(scene.column.cards) - 1
            pilot.click(*card.centre)
    at(pilot, EndingScene)


def test_every_line_is_kept_before_the_next_is_offered(tmp_path: Path) -> None:
    keeper = Keeper()
    pilot = to_the_door(sit_down(tmp_path, keeper=keeper))
    scene = to_a_choice(pilot)
    before = len(keeper.kept)
    pilot.press("1")
    assert len(keeper.kept) == before + 1
    assert not scene.settled, "it is on disk while the answer is still to come"


def test_a_full_disk_is_told_once_and_play_goes_on(tmp_path: Path) -> None:
    pilot = to_the_door(sit_down(tmp_path, keeper=Keeper(full=True)))
    for _ in range(2):
        to_a_choice(pilot)
        pilot.press("1")
    assert len(pilot.window.desk._told) == 1


def test_any_key_skips_and_a_choice_takes_a_second_key(tmp_path: Path) -> None:
    pilot = to_the_door(sit_down(tmp_path))
    scene = to_a_choice(pilot)
    pilot.press("1").wait(200)
    turn, settled = scene.playing.conversation.turn, [scene.settled]
    pilot.press("2")
    settled.append(scene.settled)
    assert settled == [False, True]
    assert scene.playing.conversation.turn == turn, "the first key only skipped"


def test_the_answer_comes_in_its_order_and_time(tmp_path: Path) -> None:
    pilot = to_the_door(sit_down(tmp_path))
    scene = to_a_choice(pilot)
    pilot.press("1")
    assert scene.staging.end <= 3_900
    pilot.wait(scene.staging.end + 32)
    assert scene.settled


def test_conversation_left_in_the_middle_is_resumed_where_it_stood(tmp_path: Path) -> None:
    keeper = Keeper()
    pilot = to_the_door(sit_down(tmp_path, keeper=keeper))
    for _ in range(2):
        scene = to_a_choice(pilot)
        pilot.press("1")
    said = [reaction.line for reaction in scene.playing.conversation.reactions]
    again = sit_down(tmp_path, keeper=keeper)
    again.press("return")
    assert [reaction.line for reaction in at(again, ConversationScene).playing.conversation.reactions] == said


def test_the_language_changes_at_once_and_is_remembered(tmp_path: Path) -> None:
    pilot = to_the_door(sit_down(tmp_path))
    scene = to_a_choice(pilot)
    english = [card.text for card in scene.column.cards]
    lines = [card.line for card in scene.column.cards]
    pilot.press("f2")
    assert [card.line for card in scene.column.cards] == lines
    assert [card.text for card in scene.column.cards] != english
    assert scene.settled, "nothing is typed twice"
    assert SettingsFile(tmp_path / "settings.json").read().language is Locale.ZH
    pilot.press("f2")
    assert [card.text for card in scene.column.cards] == english


def test_the_notebook_takes_three_taps(tmp_path: Path) -> None:
    pilot = to_the_door(sit_down(tmp_path))
    scene = to_a_choice(pilot)
    pilot.press("n")
    at(pilot, NotebookScene)
    pilot.press("1", "2", "4")
    assert at(pilot, ConversationScene) is scene
    assert scene.playing.conversation.guess == Guess("D", "safety", "timing")


def test_pause_holds_everything_and_begins_anew_on_request(tmp_path: Path) -> None:
    pilot = to_the_door(sit_down(tmp_path))
    scene = to_a_choice(pilot)
    pilot.press("1")
    to_a_choice(pilot)
    pilot.press("escape")
    at(pilot, PauseScene)
    pilot.press("escape")
    assert at(pilot, ConversationScene) is scene
    pilot.press("escape", "down", "down", "return")
    begun = at(pilot, BriefingScene)
    assert begun.playing.conversation.turn == 0
    assert begun.playing.conversation.seed == scene.playing.conversation.seed


def test_a_retry_marks_the_old_line_and_keeps_the_morning(tmp_path: Path) -> None:
    pilot = to_the_door(sit_down(tmp_path))
    scene = to_a_choice(pilot)
    pilot.press("2")
    to_a_choice(pilot)
    pilot.press("1")
    playing = scene.playing
    turn = playing.conversation.turn - 1
    back = playing.going_back(turn)
    assert back.conversation.turn == turn - 1
    pilot.window.desk.go(ConversationScene(pilot.window.desk, back))
    again = to_a_choice(pilot)
    marked = [card.line for card in again.column.cards if card.marked]
    assert marked == [playing.conversation.reactions[turn - 1].line]
    pilot.frame()


def test_settings_change_by_keys_and_hold(tmp_path: Path) -> None:
    pilot = sit_down(tmp_path, settings=Settings(text_speed=TextSpeed.FAST))
    pilot.press("up", "return")
    at(pilot, SettingsScene)
    pilot.press("down", "right")
    assert pilot.window.desk.settings.text_scale == 1.25
    pilot.press("down", "right")
    assert pilot.window.desk.settings.text_speed is TextSpeed.AT_ONCE
    pilot.press("escape")
    at(pilot, TitleScene)
    assert SettingsFile(tmp_path / "settings.json").read().text_scale == 1.25


def test_settings_change_by_clicks(tmp_path: Path) -> None:
    pilot = sit_down(tmp_path)
    pilot.press("up", "return").frame()
    scene = at(pilot, SettingsScene)
    place = scene._widget_rect(scene._rects[3])
    pilot.point(*place.centre).wait(64).click(*place.centre).wait(64)
    for event in pygame.event.get():
        pilot.frame(event)
    assert pilot.window.desk.settings.reduced_motion


def test_doors_are_walked_along_and_opened(tmp_path: Path) -> None:
    pilot = sit_down(tmp_path)
    pilot.press("down", "return").frame()
    scene = at(pilot, PathScene)
    walked = [scene.entry]
    pilot.press("down").wait(600)
    walked.append(scene.entry)
    assert [entry.id for entry in walked if entry] == ["seven-seconds", "broken"]
    pilot.press("return").frame()
    at(pilot, WaitingScene)
    pilot.press("return")
    at(pilot, TitleScene)


def test_a_scenario_asked_for_is_opened_at_once(tmp_path: Path) -> None:
    at(sit_down(tmp_path, scenario="seven-seconds"), BriefingScene)


@pytest.mark.slow
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("locale", Locale)
def test_no_choice_is_ever_cut_off(tmp_path: Path, scale: float, locale: Locale) -> None:
    pilot = to_the_door(sit_down(tmp_path, locale=locale, settings=Settings(text_scale=scale)))
    while talking(pilot):
        scene = to_a_choice(pilot)
        if talking(pilot):
            assert scene.column.layout.fits
            assert scene.column.layout.cards[-1].bottom <= 720
            pilot.press("1")


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (2560, 1080), (854, 480)])
def test_the_window_can_be_dragged_at_any_moment(tmp_path: Path, size: tuple[int, int]) -> None:
    pilot = to_the_door(sit_down(tmp_path))
    scene = to_a_choice(pilot)
    pilot.press("1").wait(400).resize(*size)
    assert pilot.window.desk.size == size
    to_a_choice(pilot)
    pilot.press("n").resize(1280, 720).press("escape", "escape").resize(*size).press("escape")
    assert at(pilot, ConversationScene) is scene


def test_a_damaged_settings_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    pilot = sit_down(tmp_path)
    assert pilot.window.notices._shown


def test_closing_the_window_ends_it(tmp_path: Path) -> None:
    pilot = sit_down(tmp_path)
    assert not pilot.frame(pygame.event.Event(pygame.QUIT)).going


def test_every_screen_speaks_both_languages_keeps_its_place_and_can_be_muted(tmp_path: Path) -> None:
    pilot = sit_down(tmp_path)
    desk = pilot.window.desk
    seen: list[str] = []

    def try_out() -> None:
        scene, sounds = pilot.scene, desk.settings.sounds
        seen.append(type(scene).__name__)
        for locale in (Locale.ZH, Locale.EN):
            pilot.press("f2").frame()
            assert (desk.locale, pilot.scene) == (locale, scene)
        pilot.press("m").frame()
        assert pilot.scene is scene
        if desk.settings.sounds != sounds:
            pilot.press("m").frame()
        pilot.resize(1024, 640).resize(1280, 720)
        assert pilot.scene is scene

    try_out()
    pilot.press("up", "return").frame()
    try_out()
    pilot.press("escape").frame().press("up", "return").frame()
    try_out()
    pilot.press("escape").frame().frame().press("return").wait(4_500)
    try_out()
    scene = to_a_choice(to_the_door(pilot))
    try_out()
    for key, back in (("n", "n"), ("escape", "escape")):
        pilot.press(key).frame()
        try_out()
        pilot.press(back).frame()
    assert at(pilot, ConversationScene) is scene
    assert seen == [
        kind.__name__
        for kind in (
            TitleScene, SettingsScene, PathScene, BriefingScene, ConversationScene, NotebookScene, PauseScene,
        )
    ]  # fmt: skip
