"""Trainees at real desks in a class that really runs: from the address on the board to the score on it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.command_line.class_door import DeskDoor
from game.command_line.shelf import Shelf
from game.desk.application import Joining
from game.desk.class_door_scene import ClassDoorScene, ClassNameScene
from game.desk.class_ports import NearbyCard
from game.desk.class_scene import ClassScene
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_scene import DebriefScene
from game.desk.pilot import Pilot
from game.desk.question_scene import QuestionScene
from game.desk.settings import Settings
from game.desk.title_scene import TitleScene
from game.language.locale import Locale
from game.language.words import Words
from game.records.class_attempts import marks
from tests.classroom.server import Running, running
from tests.desk.journeys import sit_down

pytestmark = pytest.mark.screen


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One class for all of them."""
    with running(tmp_path_factory.mktemp("server")) as found:
        yield found


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """Somebody at a desk with a way into classes."""
    with at_a_desk(tmp_path) as found:
        yield found


@contextmanager
def at_a_desk(folder: Path, **more: Any) -> Iterator[Pilot]:
    """A desk of one's own; its seats are kept in a folder of its own."""
    pilot = sit_down(folder, door=DeskDoor(Shelf(Words()), folder / "classes"), **more)
    try:
        yield pilot
    finally:
        pilot.window.desk.leave_class()
        pilot.window.close()


def until(pilot: Pilot, so: Callable[[], Any]) -> Any:
    """Let real time pass, because a server needs some, until something is so."""
    for _ in range(1_500):
        found = so()
        if found:
            return found
        pilot.frame()
        time.sleep(0.02)
    raise AssertionError(f"still waiting on {type(pilot.scene).__name__}")


def typed(pilot: Pilot, text: str) -> Pilot:
    """Type over what stands there."""
    pilot.frame(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0, unicode=""))
    for sign in text:
        pilot.frame(pygame.event.Event(pygame.TEXTINPUT, text=sign))
    return pilot


def choose(pilot: Pilot, label: str) -> Pilot:
    """Choose the row that begins so."""
    rows = pilot.scene.list.rows  # type: ignore[attr-defined]
    place = next(at for at, row in enumerate(rows) if row.label.startswith(label))
    while pilot.scene.list.focus != place:  # type: ignore[attr-defined]
        pilot.press("down")
    return pilot.press("return")


def sat_down(pilot: Pilot, server: Running) -> ClassScene:
    """In the class, by address and code and the first name that is offered."""
    desk = pilot.window.desk
    assert desk.door is not None
    desk.go(ClassDoorScene(desk, desk.door))
    choose(pilot, "Join a class")
    assert isinstance(pilot.scene, QuestionScene)
    typed(pilot, f"127.0.0.1:{server.ready.port}").press("return")
    typed(pilot, server.ready.code.lower()).press("return")
    names = pilot.scene
    assert isinstance(names, ClassNameScene)
    until(pilot, lambda: names.names)
    pilot.press("return")
    until(pilot, lambda: isinstance(pilot.scene, ClassScene))
    scene = pilot.scene
    assert isinstance(scene, ClassScene)
    until(pilot, lambda: scene.seen.state)
    return scene


def into_the_round(pilot: Pilot, scene: ClassScene, one: str) -> None:
    """Wait for a round and play in it."""
    until(pilot, lambda: scene.seen.round is not None and scene.seen.round.id == one)
    choose(pilot, "Play")
    until(pilot, lambda: not isinstance(pilot.scene, ClassScene) or scene._trouble)
    assert scene._trouble == ""


def played(pilot: Pilot) -> None:
    """To the end of a conversation, always the first line on offer."""
    for _ in range(600):
        if isinstance(pilot.scene, (DebriefScene, ClassScene)):
            return
        key = "1" if isinstance(pilot.scene, ConversationScene) and pilot.scene.settled else "return"
        pilot.press(key).wait(200)
        if isinstance(pilot.scene, ConversationScene):
            pilot.press("return")
    raise AssertionError("it never ended")


def debriefing(pilot: Pilot) -> bool:
    """Whether one looks back on a conversation."""
    return isinstance(pilot.scene, DebriefScene)


def test_from_the_address_on_the_board_to_the_score_on_it(pilot: Pilot, server: Running) -> None:
    scene = sat_down(pilot, server)
    one = server.round()
    into_the_round(pilot, scene, one)
    played(pilot)
    assert debriefing(pilot)

    until(pilot, lambda: pilot.press("escape") and isinstance(pilot.scene, ClassScene))
    back = pilot.scene
    assert isinstance(back, ClassScene)
    until(pilot, lambda: back.seen.results and back.seen.results[-1].score is not None)

    seat = pilot.window.desk.seat
    assert seat is not None
    with server.host.database.reading() as connection:
        (mark,) = marks(connection, seat_id=seat.attendance.seated.seat)  # type: ignore[attr-defined]
    assert mark.score == back.seen.results[-1].score
    assert back.seen.stored == 0


def test_an_exam_ends_in_the_class_and_has_one_try(pilot: Pilot, server: Running) -> None:
    scene = sat_down(pilot, server)
    one = server.round(mode="exam")
    into_the_round(pilot, scene, one)
    played(pilot)

    back = pilot.scene
    assert isinstance(back, ClassScene)
    until(pilot, lambda: back.seen.results)
    assert not any(row.label == "Play" for row in back.list.rows)


def test_a_conversation_that_was_left_goes_on_where_it_stood(pilot: Pilot, server: Running) -> None:
    scene = sat_down(pilot, server)
    one = server.round()
    into_the_round(pilot, scene, one)
    for _ in range(200):
        if isinstance(pilot.scene, ConversationScene) and pilot.scene.playing.conversation.turn >= 2:
            break
        pilot.press("1").wait(300).press("return")
    left = pilot.scene
    assert isinstance(left, ConversationScene)
    said = left.playing.conversation.moves

    pilot.press("escape").wait(100)
    pilot.press("down", "down", "return")
    until(pilot, lambda: isinstance(pilot.scene, ClassScene))
    choose(pilot, "Play")
    until(pilot, lambda: isinstance(pilot.scene, ConversationScene))

    again = pilot.scene
    assert isinstance(again, ConversationScene)
    assert [move.line for move in again.playing.conversation.moves if hasattr(move, "line")] == [
        move.line for move in said if hasattr(move, "line")
    ]


def test_the_curtain_hides_everything_and_is_lifted(pilot: Pilot, server: Running) -> None:
    scene = sat_down(pilot, server)
    before = scene.list.focus
    server.trainer("/dim")
    overlay = pilot.window.desk.overlay
    assert overlay is not None
    until(pilot, lambda: overlay.busy)
    pilot.press("down")
    assert scene.list.focus == before
    server.trainer("/undim")
    until(pilot, lambda: not overlay.busy)


def test_all_names_on_offer_are_seen_at_once(tmp_path: Path, server: Running) -> None:
    with at_a_desk(tmp_path, size=(1920, 1080), settings=Settings(text_scale=1.5)) as pilot:
        desk = pilot.window.desk
        assert desk.door is not None
        names = ClassNameScene(desk, desk.door, f"127.0.0.1:{server.ready.port}", server.ready.code)
        desk.go(names)
        until(pilot, lambda: names.names)
        pilot.frame()
        assert names.list.rows[-1].label == "Back"
        assert not names.list.roll(1)
        assert names.place_of("no-such-scenario") == "reception"


def test_a_name_that_is_taken_is_said_with_others(tmp_path: Path, server: Running) -> None:
    taken = server.origin, server.ready.code
    with at_a_desk(tmp_path / "a", joining=Joining(*taken, "Quiet Harbour")) as first:
        until(first, lambda: isinstance(first.scene, ClassScene))
    with at_a_desk(tmp_path / "b", joining=Joining(*taken, "Quiet Harbour")) as second:
        names = second.scene
        assert isinstance(names, ClassNameScene)
        until(second, lambda: names.list.rows and names._trouble)
        assert names.names
        assert "Quiet Harbour" not in names.names


@pytest.mark.parametrize("locale", [*Locale])
def test_where_nobody_answers_it_says_what_to_do(tmp_path: Path, locale: Locale) -> None:
    with at_a_desk(tmp_path, locale=locale, joining=Joining("http://127.0.0.1:9", "K7M2QX")) as pilot:
        names = pilot.scene
        assert isinstance(names, ClassNameScene)
        until(pilot, lambda: names._trouble)
        assert "127.0.0.1:9" in names._trouble
        pilot.press("return")
        assert isinstance(pilot.scene, ClassDoorScene)
        pilot.press("escape")
        assert isinstance(pilot.scene, TitleScene)


def test_a_seat_is_come_back_to_after_the_program_was_closed(tmp_path: Path, server: Running) -> None:
    with at_a_desk(tmp_path) as first:
        name = sat_down(first, server).seen.nickname
        first.window.desk.leave_class()
    with at_a_desk(tmp_path) as second:
        desk = second.window.desk
        assert desk.door is not None
        desk.go(ClassDoorScene(desk, desk.door))
        second.press("return")
        scene = second.scene
        assert isinstance(scene, ClassScene)
        until(second, lambda: scene.seen.state)
        assert scene.seen.nickname == name


def test_pictures_beside_the_code_are_asked_for_and_taken(tmp_path: Path, server: Running) -> None:
    from game.classroom import emblems

    server.trainer("", {"emblems": True})
    try:
        joining = Joining(server.origin, server.ready.code, "Amber Harbour")
        with at_a_desk(tmp_path, joining=joining) as pilot:
            until(pilot, lambda: isinstance(pilot.scene, QuestionScene))
            shown = emblems.row(server.host.house, server.host.house.room(server.ready.session))
            for name in shown:
                choose(pilot, emblems.EMBLEMS[name])
            until(pilot, lambda: isinstance(pilot.scene, ClassScene))
    finally:
        server.trainer("", {"emblems": False})


def test_a_seat_that_was_handed_over_is_taken_by_its_link(tmp_path: Path, server: Running) -> None:
    with at_a_desk(tmp_path / "a") as first:
        name = sat_down(first, server).seen.nickname
    seats = server.trainer("", method="GET")["seats"]
    seat = next(one["id"] for one in seats if one["nickname"] == name)
    url = server.trainer(f"/seats/{seat}/handover")["url"].partition("/#")[2]
    with at_a_desk(tmp_path / "b", joining=Joining(f"{server.origin}/#{url}")) as second:
        until(second, lambda: isinstance(second.scene, ClassScene))
        scene = second.scene
        assert isinstance(scene, ClassScene)
        until(second, lambda: scene.seen.state)
        assert scene.seen.nickname == name


def test_a_class_that_announces_itself_needs_only_its_code(
    pilot: Pilot, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"127.0.0.1:{server.ready.port}"
    heard = [NearbyCard("Tuesday", address, True), NearbyCard("Wednesday", "10.9.9.9:8765", False)]
    known: list[NearbyCard] = []
    monkeypatch.setattr(DeskDoor, "nearby", lambda _: tuple(known))
    desk = pilot.window.desk
    assert desk.door is not None
    desk.go(door := ClassDoorScene(desk, desk.door))
    pilot.press("down")
    before = door.list.rows[door.list.focus].label
    known += heard
    until(pilot, lambda: door.nearby)

    assert door.list.rows[door.list.focus].label == before
    assert [row.label for row in door.list.rows][:2] == ["Join Tuesday", "Join Wednesday"]
    assert "firewall" in door.list.rows[1].detail
    choose(pilot, "Join Tuesday")
    assert isinstance(pilot.scene, QuestionScene)
    typed(pilot, server.ready.code).press("return")
    names = pilot.scene
    assert isinstance(names, ClassNameScene)
    until(pilot, lambda: names.names)
    assert address in names.subtitle()
