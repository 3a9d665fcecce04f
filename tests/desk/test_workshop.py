"""The workshop from the title on, with the real screens: choose, check, try, drop a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.command_line.house import House
from game.command_line.shelf import Shelf
from game.command_line.workshop import Bench
from game.desk.application import Context, lay_desk, open_window
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_scene import DebriefScene
from game.desk.pilot import AtOnce, Pilot
from game.desk.preview_scene import PreviewScene
from game.desk.settings import Settings, SettingsFile
from game.desk.title_scene import TitleScene
from game.desk.watch_overlay import WatchOverlay
from game.desk.work_scene import WorkScene
from game.desk.workshop_scene import WorkshopScene
from game.engine.conversation import Conversation, Step
from game.language.locale import Locale
from game.language.words import Words
from game.records.saves import Saves
from tests.desk.journeys import Keeper, ShelfOfTwo, at, to_a_choice
from tests.desk.looking_back import SCENARIO, book

pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]


class Editorless(Bench):
    """A bench that remembers what was to be edited and starts no program."""

    def edit(self, file: str, line: int) -> bool:
        """Take it down."""
        self.sources["edited"] = f"{file}:{line}"
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "my scenarios 剧本"
    path.mkdir()
    (path / "visit.yaml").write_text(SCENARIO, encoding="utf-8")
    (path / "faulty.yaml").write_text(SCENARIO.replace("turns: 8", "turnz: 8"), encoding="utf-8")
    (path / "visit.paths.yaml").write_text("rapport-paths: 1\n", encoding="utf-8")
    return path


@pytest.fixture(params=list(Locale))
def pilot(folder: Path, request: pytest.FixtureRequest) -> Iterator[Pilot]:
    yield sit_down(folder, request.param)


def sit_down(folder: Path, locale: Locale = Locale.EN, keeper: Keeper | None = None) -> Pilot:
    """A pilot before a desk with a workshop, at its title."""
    keeper, words = keeper or Keeper(), Words(locale)
    context = Context(
        ShelfOfTwo(),
        keeper,
        keeper,
        locale=locale,
        settings_file=SettingsFile(folder.parent / "settings.json"),
        seed=lambda: 7,
        speaker="",
        workbench=Editorless(House(words, Saves(folder)), Shelf(words), folder),
    )
    desk = lay_desk(context, AtOnce())
    desk.settings = replace(Settings(), sounds=False)
    return Pilot(open_window(context, desk, (1280, 720))).frame().frame()


def to_the_shelf(pilot: Pilot) -> WorkshopScene:
    """From the title to the workshop: the last row but one."""
    pilot.press("up", "up", "return").frame()
    return at(pilot, WorkshopScene)


def to_work(pilot: Pilot, name: str) -> WorkScene:
    """From the title to one of the trainer's works."""
    shelf = to_the_shelf(pilot)
    while shelf.work is None or not shelf.work.file.endswith(name):
        pilot.press("down")
    pilot.press("return").frame()
    return at(pilot, WorkScene)


def drop(pilot: Pilot, file: Path) -> Pilot:
    """What the system does when a file is let go over the window."""
    return pilot.frame(pygame.event.Event(pygame.DROPFILE, file=str(file))).frame()


def told(pilot: Pilot) -> str:
    """What is being said in passing."""
    return " ".join([*pilot.window.desk.sentences, pilot.window.notices._shown or ""])


def test_the_shelf_holds_ones_own_first_and_then_the_shipped(pilot: Pilot, folder: Path) -> None:
    shelf = to_the_shelf(pilot).shelf
    assert shelf is not None and shelf.folder == str(folder)
    own = [Path(work.file).name for work in shelf.works if not work.shipped]
    assert own == ["faulty.yaml", "visit.yaml"]
    assert [work.shipped for work in shelf.works] == sorted(work.shipped for work in shelf.works)
    assert "seven-seconds" in [work.id for work in shelf.works if work.shipped]
    pilot.press("escape")
    at(pilot, TitleScene)


def test_a_work_is_checked_and_its_faults_open_the_file(pilot: Pilot, folder: Path) -> None:
    scene = to_work(pilot, "faulty.yaml")
    assert scene.faults is not None and scene.faults[0].code == "SC203"
    assert any("turnz" in row.text for row in scene.column.rows)
    pilot.press("tab", "return").frame()
    bench = pilot.window.desk.workbench
    assert isinstance(bench, Editorless)
    line = SCENARIO.splitlines().index("turns: 8") + 1
    assert bench.sources["edited"] == f"{folder / 'faulty.yaml'}:{line}"
    assert "faulty.yaml" in told(pilot), "there is no editor here, so the file is named"
    (folder / "faulty.yaml").write_text(SCENARIO, encoding="utf-8")
    pilot.press("tab", "down", "return").frame()
    assert scene.faults is not None and all(fault.code != "SC203" for fault in scene.faults)


def test_a_try_is_kept_nowhere_and_leads_back(folder: Path) -> None:
    keeper = Keeper()
    pilot = sit_down(folder, keeper=keeper)
    to_work(pilot, "visit.yaml")
    pilot.press("return").wait(64)
    overlay = pilot.window.desk.overlay
    assert isinstance(overlay, WatchOverlay)
    while not isinstance(scene := pilot.scene, ConversationScene):
        column = getattr(scene, "column", None)
        pilot.press("1" if column is not None and column.cards else "return")
    to_a_choice(pilot)
    pilot.press("1")
    assert not keeper.kept and keeper.waiting is None
    pilot.press("space", "escape", "up", "return").wait(64)
    at(pilot, WorkScene)
    desk = pilot.window.desk
    assert desk.overlay is None and desk.saves is keeper and not desk.reviewing.late


def test_a_dropped_scenario_is_opened_from_any_screen(pilot: Pilot, folder: Path) -> None:
    elsewhere = folder.parent / "somewhere else" / "ü 一.yaml"
    elsewhere.parent.mkdir()
    elsewhere.write_text(SCENARIO, encoding="utf-8")
    assert at(drop(pilot, elsewhere), WorkScene).work.file == str(elsewhere)
    to = at(drop(pilot, folder / "faulty.yaml"), WorkScene)
    assert to.work.file == str(folder / "faulty.yaml")


def test_a_dropped_transcript_is_reviewed(folder: Path) -> None:
    conversation = Conversation.begin(book(folder.parent).scenario, 5)
    while (offers := conversation.offers()) and conversation.outcome is None:
        step = conversation.say(offers[0].id)
        assert isinstance(step, Step)
        conversation = step.conversation
    kept = {"source": str(folder / "visit.yaml"), "transcript": conversation.transcript().to_json()}
    file = folder / "talk.json"
    file.write_text(json.dumps(kept), encoding="utf-8")
    pilot = drop(sit_down(folder), file)
    playing = at(pilot, DebriefScene).afterwards.playing
    assert playing.conversation.transcript() == conversation.transcript()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.png", b"\x89PNG"),
        ("talk.json", b"{"),
        ("talk.json", b'{"transcript": 1}'),
        ("nothing.yaml", None),
        ("no ending", b""),
    ],
)
def test_what_cannot_be_opened_is_told_and_nothing_moves(
    pilot: Pilot, tmp_path: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    at(drop(pilot, tmp_path / name), TitleScene)
    assert told(pilot).strip()


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 no zip", b"rapport: 1", "rapport: 1\nid: 一".encode("gbk"), b"\t"]
)
def test_whatever_lies_on_the_shelf_it_opens(folder: Path, data: bytes) -> None:
    (folder / "odd.yaml").write_bytes(data)
    (folder / "odd.rapport").write_bytes(data)
    pilot = sit_down(folder)
    scene = to_work(pilot, "odd.yaml")
    assert scene.faults
    pilot.press("escape").frame()
    shelf = at(pilot, WorkshopScene).shelf
    assert shelf is not None and len([work for work in shelf.works if not work.shipped]) == 4


def test_a_beat_is_previewed_for_every_type(pilot: Pilot) -> None:
    to_work(pilot, "visit.yaml")
    pilot.press("down", "down", "return").wait(400)
    scene = at(pilot, PreviewScene)
    beat = scene.beat
    assert beat is not None and beat.person is not None
    assert len(scene.bands) == len(beat.lines)
    for band in scene.bands:
        assert [cell.letter for cell in band.cells] == list("DISC")
        assert all(cell.answer for cell in band.cells)
    assert any(cell.changes for band in scene.bands for cell in band.cells)
    pilot.press("down").wait(400)
    assert scene.beat is not beat
    pilot.press("pagedown", "escape").frame()
    at(pilot, WorkScene)


def test_what_is_broken_is_not_previewed(pilot: Pilot) -> None:
    to_work(pilot, "faulty.yaml")
    pilot.press("down", "down", "return").wait(400)
    assert any("turnz" in row.text for row in at(pilot, PreviewScene).column.rows)


def test_the_shelf_says_what_is_wrong_with_the_work_in_focus(folder: Path) -> None:
    pilot = sit_down(folder)
    shelf = to_the_shelf(pilot)
    found = {}
    while shelf.work is not None and not shelf.work.shipped:
        pilot.wait(400)
        found[Path(shelf.work.file).name] = " ".join(row.text for row in shelf.column.rows)
        pilot.press("down")
    assert "1 error" in found["faulty.yaml"]
    assert "error" not in found["visit.yaml"] and "look at" in found["visit.yaml"]
