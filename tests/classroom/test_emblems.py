"""Three pictures beside the code: who sees the wall comes in, who only has the code does not (T2)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import httpx2
import pytest

from game.classroom import emblems, joining
from game.command_line.program import run
from game.language.locale import Locale
from game.language.words import Words
from tests.classroom.conftest import Class
from tests.classroom.server import running


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "SLOW", 0.0)


def guarded(room: Class) -> None:
    """Ask for the pictures from now on."""
    found = room.http.post(room.base, json={"emblems": True}, headers=room.head)
    assert found.status_code == 200


def tried(room: Class, told: list[str] | None, **more: str) -> httpx2.Response:
    """Try to come in."""
    body = {"code": room.made["code"], **more, **({} if told is None else {"emblems": told})}
    return room.http.post("/api/v1/join", json=body)


class Later:
    """A clock that stands still until it is moved."""

    def __init__(self, room: Class) -> None:
        self.real, self.at = room.house.clock, room.house.clock.now()

    def now(self) -> int:
        return self.at

    def ticks(self) -> int:
        return self.real.ticks()


def test_T2_a_code_alone_does_not_open_a_guarded_class(room: Class) -> None:
    assert "emblems" in room.board()["session"]
    assert room.board()["session"]["emblems"] is None
    guarded(room)
    room.house.clock = Later(room)  # type: ignore[assignment]
    asked = tried(room, None)
    assert (asked.status_code, asked.json()["error"]) == (409, "emblems-needed")
    assert asked.json()["emblems"] == list(emblems.EMBLEMS)
    shown = room.board()["session"]["emblems"]
    assert len(shown) == len(set(shown)) == 3
    wrong = tried(room, shown[::-1])
    assert (wrong.status_code, wrong.json()["error"]) == (403, "emblems-wrong")
    assert tried(room, shown, nickname="Anna").status_code == 201


def test_T2_the_pictures_change_and_the_last_ones_are_taken_for_as_long_again(room: Class) -> None:
    guarded(room)
    clock = Later(room)
    room.house.clock = clock  # type: ignore[assignment]
    first = room.board()["session"]["emblems"]
    clock.at += emblems.SECONDS * 1000
    assert room.board()["session"]["emblems"] != first
    assert tried(room, first).status_code == 201
    clock.at += emblems.SECONDS * 1000
    assert tried(room, first).json()["error"] == "emblems-wrong"
    there = room.house.room(room.id)
    rows = Counter(tuple(emblems.row(room.house, there, before)) for before in range(2_000))
    assert len(rows) > 450, "nearly all of the 504 turn up"
    assert max(rows.values()) < 20


def test_T2_wrong_pictures_count_as_wrong_codes_and_a_right_code_speaks_for_nobody(room: Class) -> None:
    guarded(room)
    room.house.clock = Later(room)  # type: ignore[assignment]
    for _ in range(20):
        assert tried(room, None).status_code == 409, "to be asked costs nothing"
    wrong = room.board()["session"]["emblems"][::-1]
    codes = [tried(room, wrong).status_code for _ in range(14)]
    assert codes == [403] * 10 + [429] * 4
    room.done("lift")
    assert tried(room, wrong[::-1]).status_code == 201


def test_T2_pictures_are_not_asked_of_a_seat_that_is_handed_over(room: Class) -> None:
    anna = room.join("Anna")
    guarded(room)
    invite = room.done(f"seats/{anna.seat}/handover")["invite"]
    assert room.http.post("/api/v1/join", json={"invite": invite}).status_code == 201
    room.done("lock")
    assert room.board()["session"]["emblems"] is None, "nobody can come in"


@pytest.mark.parametrize("locale", list(Locale))
def test_pictures_are_read_as_people_type_them(locale: Locale) -> None:
    words = Words(locale)
    names = ["moon", "key", "boat"]
    typed = [words(emblems.EMBLEMS[name]) for name in names]
    assert emblems.read(" ".join(typed)) == emblems.read("、".join(typed)) == names
    assert emblems.read(" MOON, Key ; boat star") == names
    assert emblems.read("") == []


def test_the_command_asks_for_the_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "home"))
    with running(tmp_path) as server:
        server.trainer("", {"emblems": True})
        words = ["join", f"127.0.0.1:{server.ready.port}", server.ready.code, "--json"]
        assert run(words) == 2
        assert "Three pictures" in capsys.readouterr().err
        shown = emblems.row(server.host.house, server.host.house.room(server.ready.session))
        assert run([*words, "--pictures", " ".join(shown)]) == 0
        assert json.loads(capsys.readouterr().out)["seat"]
