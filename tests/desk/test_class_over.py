"""The desk when a class is over: one's own page opens in the browser, or it is said why not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from game.command_line.class_door import DeskSeat
from game.desk.class_ports import Begun, ClassLook, Hurdle, ResultLook
from game.desk.class_scene import ClassScene
from game.desk.pilot import Pilot
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.language.words import Words
from tests.desk.journeys import sit_down

RESULT = ResultLook(1, LocalisedText({Locale.EN: "Seven Seconds"}), 1, "scored", 512, False, 2, 6)
OVER = ClassLook("Tuesday", "Calm Heron", state="over", connected=True, results=(RESULT,))


@dataclass
class Seat:
    """A seat whose page cannot be had the first time."""

    seen: ClassLook = OVER
    asked: list[Locale] = field(default_factory=list)

    def look(self) -> ClassLook:
        """As the test says."""
        return self.seen

    def take_home(self, words: Words) -> Hurdle | None:
        """Refused once."""
        self.asked.append(words.locale)
        return Hurdle("No browser opens here.") if len(self.asked) == 1 else None

    def at_turn(self, turn: int) -> None:
        """Not asked for."""

    def begin(self, round_id: str, words: Words) -> Begun | Hurdle:
        """Not asked for."""
        raise AssertionError

    def vote(self, round_id: str, turn: int, line: str, words: Words) -> Hurdle | None:
        """Not asked for."""
        raise AssertionError

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """Somebody at a desk."""
    found = sit_down(tmp_path)
    yield found
    found.window.close()


def labels(scene: ClassScene) -> list[str]:
    return [row.label for row in scene.rows()]


def test_the_page_is_offered_when_the_class_is_over(pilot: Pilot) -> None:
    seat = Seat()
    scene = ClassScene(pilot.window.desk, seat)
    pilot.window.desk.go(scene)
    pilot.frame()
    assert labels(scene)[0] == "Take your results home"

    for times in (1, 2):
        pilot.press("return")
        for _ in range(200):
            pilot.wait(20)
            if len(seat.asked) == times and scene._voting is None:
                break
            time.sleep(0.01)
        assert (scene._trouble == "No browser opens here.") is (times == 1)
    assert seat.asked == [Locale.EN, Locale.EN]


def test_it_is_not_offered_before_or_to_those_who_did_not_play(pilot: Pilot) -> None:
    for seen in (replace(OVER, state="open"), replace(OVER, results=()), replace(OVER, ended="kicked")):
        assert "Take your results home" not in labels(ClassScene(pilot.window.desk, Seat(seen)))


def test_the_door_opens_the_browser_or_tells_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Attendance:
        """Knows the address."""

        def take_home(self) -> str:
            return "http://10.0.0.5:8765/home/signed"

    seat = DeskSeat.__new__(DeskSeat)
    object.__setattr__(seat, "attendance", Attendance())
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return len(opened) == 1

    monkeypatch.setattr("webbrowser.open", browser)

    assert seat.take_home(Words(Locale.ZH)) is None
    assert opened == ["http://10.0.0.5:8765/home/signed?lang=zh"]
    hurdle = seat.take_home(Words())
    assert hurdle is not None
    assert "http://10.0.0.5:8765/home/signed?lang=en" in hurdle.sentence
