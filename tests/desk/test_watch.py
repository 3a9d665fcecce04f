"""A scenario that is played while it is written: the window follows the file, and never loses the play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.command_line.desktop import DeskShelf
from game.command_line.program import run
from game.command_line.shelf import Shelf
from game.command_line.watching import WatchedFile
from game.desk.application import Context, lay_desk, open_window
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_scene import DebriefScene
from game.desk.ending_scene import EndingScene
from game.desk.keeps_nothing import KeepsNothing
from game.desk.pilot import AtOnce, Pilot
from game.desk.settings import Settings, SettingsFile
from game.desk.title_scene import TitleScene
from game.desk.watch_overlay import WatchOverlay
from game.desk.watch_panel import Panel
from game.desk.watch_waiting import WatchWaitingScene
from game.language.locale import Locale
from game.language.words import Words
from tests.desk.journeys import at, to_a_choice
from tests.desk.looking_back import SCENARIO

pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]

Save = Callable[[str], None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my case 一.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


def watching(file: Path, *, locale: Locale = Locale.EN) -> Pilot:
    """A pilot before a desk that watches a file."""
    words = Words(locale)
    context = Context(
        DeskShelf(Shelf(words)),
        KeepsNothing(),
        locale=locale,
        settings_file=SettingsFile(file.parent / "settings.json"),
        seed=lambda: 7,
        speaker="",
        watched=WatchedFile(Shelf(words), file),
    )
    desk = lay_desk(context, AtOnce())
    desk.settings = replace(Settings(), sounds=False)
    return Pilot(open_window(context, desk, (1280, 720))).frame().frame().frame()


def overlay(pilot: Pilot) -> WatchOverlay:
    found = pilot.window.desk.overlay
    assert isinstance(found, WatchOverlay)
    return found


def shown(pilot: Pilot) -> Panel:
    """What lies over the left half."""
    return overlay(pilot).panel


def save(pilot: Pilot, file: Path, text: str) -> None:
    """What the author's editor does; then the desk has looked at the file twice."""
    file.write_text(text, encoding="utf-8")
    pilot.wait(48)


def talk(pilot: Pilot, lines: int) -> ConversationScene:
    """Through the briefing, and so many lines on."""
    while not isinstance(scene := pilot.scene, ConversationScene):
        column = getattr(scene, "column", None)
        pilot.press("1" if column is not None and column.cards else "return")
    while scene.playing.conversation.turn < lines:
        to_a_choice(pilot)
        pilot.press("1")
    to_a_choice(pilot)
    return scene


def said(pilot: Pilot) -> list[str]:
    playing = overlay(pilot).playing
    assert playing is not None
    return [reaction.line for reaction in playing.conversation.reactions]


def test_a_save_changes_the_words_and_stays_at_the_turn(file: Path) -> None:
    pilot = watching(file)
    before = talk(pilot, 2)
    lines, cards = said(pilot), [card.text for card in before.column.cards]
    save(pilot, file, SCENARIO.replace(cards[0], "Quite another question?"))
    now = at(pilot, ConversationScene)
    assert now is not before
    assert said(pilot) == lines
    assert now.settled, "nothing is typed twice"
    assert [card.text for card in now.column.cards] == ["Quite another question?", *cards[1:]]


def test_the_answer_that_was_being_read_is_read_again(file: Path) -> None:
    pilot = watching(file)
    scene = talk(pilot, 2)
    pilot.press("1").wait(scene.staging.end + 50)
    speech = at(pilot, ConversationScene).page.speech
    assert speech
    save(pilot, file, SCENARIO.replace("turns: 8", "turns: 9"))
    assert at(pilot, ConversationScene).page.speech == speech


def test_errors_are_shown_while_the_last_good_version_is_played(file: Path) -> None:
    pilot = watching(file)
    scene = talk(pilot, 2)
    save(pilot, file, SCENARIO.replace("turns: 8", "turnz: 8"))
    assert at(pilot, ConversationScene) is scene
    watch = overlay(pilot)
    assert shown(pilot) is Panel.FAULTS
    assert watch.edition is not None and watch.edition.faults[0].code == "SC203"
    written = " ".join(row.text for row in watch._sheet.column.rows)
    assert "turnz" in written and f"{file.name}:" in written
    turn = scene.playing.conversation.turn
    pilot.press("1")
    assert scene.playing.conversation.turn == turn + 1, "it is played on"
    save(pilot, file, SCENARIO)
    assert shown(pilot) is Panel.NONE and watch.edition.book is not None
    assert len(said(pilot)) == turn + 1


def test_a_line_that_is_gone_is_named(file: Path) -> None:
    pilot = watching(file)
    talk(pilot, 3)
    gone = said(pilot)[1]
    save(pilot, file, SCENARIO.replace(f"{gone}:", f"{gone}-or-so:"))
    assert said(pilot) == said(pilot)[:1] and len(said(pilot)) == 1
    assert gone in str([*pilot.window.desk.sentences, pilot.window.notices._shown])


def test_a_broken_file_waits_for_its_author(file: Path) -> None:
    file.write_text("rapport: 1\nid: nothing\n", encoding="utf-8")
    pilot = watching(file)
    at(pilot, WatchWaitingScene)
    assert shown(pilot) is Panel.FAULTS
    save(pilot, file, SCENARIO)
    assert overlay(pilot).playing is not None and shown(pilot) is Panel.NONE


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", "剧本".encode("gbk"), b"rapport: 1\n\tid: x", b"[" * 9999]
)
def test_whatever_an_editor_leaves_the_play_stays(file: Path, data: bytes) -> None:
    pilot = watching(file)
    scene = talk(pilot, 2)
    file.write_bytes(data)
    pilot.wait(48)
    assert at(pilot, ConversationScene) is scene
    edition = overlay(pilot).edition
    assert edition is not None and edition.book is None and edition.faults
    pilot.frame().picture(file.with_suffix(".png"))


@pytest.mark.parametrize("locale", Locale)
def test_the_mind_is_shown_and_hidden_by_a_key(file: Path, locale: Locale) -> None:
    pilot = watching(file, locale=locale)
    talk(pilot, 3)
    pilot.press("f3").frame()
    watch = overlay(pilot)
    assert shown(pilot) is Panel.MIND
    first = watch._sheet.column.rows[0]
    playing = watch.playing
    assert playing is not None
    assert first.text == {Locale.EN: "Trust", Locale.ZH: "信任"}[locale]
    pilot.press("pagedown").frame()
    assert watch._sheet.column.scrolled > 0
    pilot.press("f3")
    assert shown(pilot) is Panel.NONE


def test_one_line_back_and_the_next_customer(file: Path) -> None:
    pilot = watching(file)
    talk(pilot, 3)
    lines = said(pilot)
    pilot.press("f5")
    assert said(pilot) == lines[:-1]
    playing = overlay(pilot).playing
    assert playing is not None
    pilot.press("f6")
    other = overlay(pilot).playing
    assert other is not None and other.conversation.turn == 0
    customers = playing.book.scenario.customers
    assert other.conversation.customer == (playing.conversation.customer + 1) % customers


def test_a_talk_that_is_over_stays_over(file: Path) -> None:
    pilot = watching(file)
    talk(pilot, 1)
    while isinstance(pilot.scene, ConversationScene):
        to_a_choice(pilot)
        if isinstance(pilot.scene, ConversationScene):
            pilot.press("1")
    at(pilot, EndingScene)
    save(pilot, file, SCENARIO.replace("A Short Visit", "A Shorter Visit"))
    at(pilot, EndingScene)
    pilot.wait(3_000).press("space").wait(500).press("space")
    debrief = at(pilot, DebriefScene)
    save(pilot, file, SCENARIO)
    assert at(pilot, DebriefScene) is not debrief


def test_the_title_ends_the_watching(file: Path) -> None:
    pilot = watching(file)
    talk(pilot, 2)
    pilot.press("escape", "up", "return").wait(50)
    at(pilot, TitleScene)
    assert pilot.window.desk.overlay is None


@pytest.mark.parametrize(
    "words",
    [
        ["play", "seven-seconds", "--watch", "--text"],
        ["play", "seven-seconds", "--watch", "--json", "--choices", "a"],
        ["play", "--watch"],
    ],
)
def test_without_a_window_or_a_file_it_says_what_to_do(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words) == 2
    assert "rapport " in capsys.readouterr().err
