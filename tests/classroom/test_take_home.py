"""The page of one's own: what was achieved, where it turned, what to train next; nobody else is in it."""

from __future__ import annotations

import io
import json
import threading
import time
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.classroom import home_work
from game.classroom.home_facts import faults_of_votes
from game.classroom.home_pages import file_name
from game.content.field_guide import FieldGuide
from game.content.loading import load_scenario
from game.content.package import SCENARIO, packed
from game.engine.conversation import Conversation, Step
from game.records.class_database import ClassDatabase
from game.records.class_results import results
from game.records.class_rounds import Talk, keep_talk
from game.records.class_tables import round_
from tests.classroom.conftest import Class, SeatClient
from tests.classroom.filled import FIRST, class_with, played
from tests.classroom.test_report import Nesting

SMALL = Path(__file__).resolve().parents[1] / "command_line" / "scenarios" / "wet-umbrella.yaml"
LOOKED: home_work.Looked = {
    "turns": [
        {
            "turn": 4,
            "judgement": "mistake",
            "cost": 90,
            "said": {"en": "Said <b>so</b>", "zh": "这么说"},
            "better": {"en": "Better so", "zh": "那么说"},
            "reasons": {"en": ["She stopped listening"], "zh": ["她不听了"]},
            "onward": [{"en": "And then this", "zh": "然后这样"}],
            "thought": {"en": "Hm.", "zh": "嗯。"},
            "guide": ["no-such-item", "obj-four-steps"],
        }
    ],
    "no_return": 9,
    "exact": False,
    "margin": 12,
}


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What processes were asked to look back at; they answer at once, and always the same."""
    asked: list[str] = []

    def answer(path: str, transcript: str) -> home_work.Looked:
        asked.append(transcript)
        return LOOKED

    monkeypatch.setattr(home_work, "looked_back", answer)
    return asked


def page_of(room: Class, seat: SeatClient, language: str = "en") -> str:
    """The page of a seat when everything has been worked out."""
    for _ in range(1500):
        link = room.http.post("/api/v1/take-home", json={}, headers=seat.head)
        assert link.status_code == 200, link.text
        if link.json()["ready"]:
            break
        time.sleep(0.02)
    else:
        raise AssertionError("never worked out")
    page = room.http.get(f"{link.json()['url']}?lang={language}")
    assert page.status_code == 200
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    return page.text


def test_a_seat_takes_home_its_own_results_and_nobody_elses(room: Class, looked: list[str]) -> None:
    mine, other = room.join("Calm Heron"), room.join("Quiet Otter")
    one = room.round(minutes=20)
    first, second = mine.play(one["id"], 0), mine.play(one["id"], 1)
    theirs = other.play(one["id"], 2)
    asked = room.http.post("/api/v1/take-home", json={}, headers=mine.head)
    assert asked.status_code == 404, "better lines are told when nobody can play any more"
    room.done("close")

    told = page_of(room, mine)
    nesting = Nesting()
    nesting.feed(told.replace("<!doctype html>", ""))
    assert nesting.open == [] and "script" not in nesting.seen
    assert "Calm Heron" in told and "Quiet Otter" not in told
    assert f"<b>{max(first['score'], second['score'])}</b>" in told
    assert f"1: {first['score']} · 2: {second['score']}" in told
    assert theirs["score"] in {first["score"], second["score"]} or f">{theirs['score']}<" not in told
    for part in (
        "Cognition",
        "Said &lt;b&gt;so&lt;/b&gt;",
        "Better so",
        "She stopped listening",
        "After turn 9",
    ):
        assert part in told
    lesson = FieldGuide.load().lesson("obj-four-steps")
    assert lesson is not None
    assert next(iter(lesson.title.words.values())) in told
    assert "no-such-item" not in told

    chinese = page_of(room, mine, "zh")
    assert 'lang="zh-CN"' in chinese and "那么说" in chinese and "接下来练什么" in chinese
    assert len(looked) == 1, "what was worked out once is known"


def test_a_link_dies_with_the_seat(room: Class, looked: list[str]) -> None:
    seat = room.join("Calm Heron")
    one = room.round()
    seat.play(one["id"])
    room.done("close")
    url = room.http.post("/api/v1/take-home", json={}, headers=seat.head).json()["url"]
    assert room.http.get(url).status_code == 200
    assert room.http.get(url[:-3] + "abc").status_code == 404
    assert room.http.get("/home/anything").status_code == 404

    room.done(f"seats/{seat.seat}/erase")
    assert room.http.get(url).status_code == 404
    assert room.http.post("/api/v1/take-home", json={}, headers=seat.head).status_code == 401


def test_the_trainer_takes_a_folder_with_a_page_for_everybody(room: Class, looked: list[str]) -> None:
    names = ["Anna: B", "A/B", "安娜", "Zoe"]
    seats = [room.join(name) for name in names]
    room.join("Only Looking")
    one = room.round()
    for at, seat in enumerate(seats):
        seat.play(one["id"], at % 3)
    for _ in range(1500):
        progress = room.get("take-home")
        if not progress["waiting"]:
            break
        time.sleep(0.02)
    assert progress == {"pages": 4, "conversations": 4, "waiting": 0}

    found = room.http.get(f"{room.base}/take-home.zip?lang=en", headers=room.head)
    with zipfile.ZipFile(io.BytesIO(found.content)) as folder:
        assert folder.namelist() == ["001-A-B.html", "002-Anna-B.html", "003-Zoe.html", "004-安娜.html"]
        pages = {name: folder.read(name).decode() for name in folder.namelist()}
    for name, page in pages.items():
        assert 'http-equiv="refresh"' not in page
        assert sum(nickname.replace("/", "/") in page for nickname in names) == 1, name
    alone = room.http.get(f"{room.base}/seats/{seats[0].seat}/take-home?lang=en", headers=room.head)
    assert "Anna: B" in alone.text

    for path in ("take-home", "take-home.zip", f"seats/{seats[0].seat}/take-home"):
        assert room.http.get(f"{room.base}/{path}").status_code == 401
        assert room.http.get(f"{room.base}/{path}", headers=seats[0].head).status_code == 401


def test_whoever_asks_for_a_page_does_not_wait_for_the_whole_class(
    room: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go, order = threading.Event(), threading.Event(), list[str]()

    def slow(path: str, transcript: str) -> home_work.Looked:
        begun.set()
        go.wait(20)
        order.append(transcript)
        return LOOKED

    monkeypatch.setattr(home_work, "looked_back", slow)
    seats = [room.join(f"Seat {n}") for n in range(4)]
    one = room.round()
    for at, seat in enumerate(seats):
        seat.play(one["id"], at % 3)
    room.done("close")
    assert room.get("take-home")["waiting"] == 4
    assert begun.wait(20)
    asked = room.http.post("/api/v1/take-home", json={}, headers=seats[3].head).json()
    assert asked["ready"] is False
    go.set()
    page_of(room, seats[3])
    with room.house.database.reading() as connection:
        found = {result.seat.id: result.attempt.transcript for result in results(connection, room.id)}
    assert order.index(found[seats[3].seat]) <= 1


@pytest.mark.parametrize(
    ("nickname", "name"),
    [
        ("CON", "001-CON.html"),
        ("..", "001-seat.html"),
        ("a\\b:c*?", "001-a-b-c.html"),
        ("x" * 90, f"001-{'x' * 40}.html"),
        ("=1+1", "001-1-1.html"),
    ],
)
def test_names_of_files_are_safe(nickname: str, name: str) -> None:
    assert file_name(1, nickname) == name


def test_a_page_that_is_not_complete_comes_back(room: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str, transcript: str) -> home_work.Looked:
        raise ValueError("cannot be played again")

    monkeypatch.setattr(home_work, "looked_back", broken)
    seat = room.join("Calm Heron")
    one = room.round()
    seat.play(one["id"])
    room.done("close")
    assert "cannot be played again here" in page_of(room, seat)


def _package(folder: Path) -> str:
    loaded = load_scenario(SMALL)
    assert loaded.scenario is not None
    path = folder / "small.rapport"
    path.write_bytes(packed(loaded.scenario.id, loaded.scenario.fingerprint, {SCENARIO: SMALL.read_bytes()}))
    return str(path)


def _worst(folder: Path) -> tuple[str, dict[str, Any], list[tuple[int, list[str], str, str, int]]]:
    """A package, a transcript of the lines that come last, and the same as votes."""
    loaded = load_scenario(SMALL)
    assert loaded.scenario is not None
    now, said = Conversation.begin(loaded.scenario, 5), list[str]()
    votes = []
    while now.outcome is None:
        offers = [line.id for line in now.offers()]
        if len(offers) > 1:
            votes.append((len(said) + 1, list(said), offers[-1], offers[0], 60))
        step = now.say(offers[-1])
        assert isinstance(step, Step)
        said.append(offers[-1])
        now = step.conversation
    return _package(folder), dict(now.transcript().to_json()), votes


def test_looking_back_tells_better_lines_in_both_languages(tmp_path: Path) -> None:
    path, transcript, votes = _worst(tmp_path)
    looked = home_work.looked_back(path, json.dumps(transcript))

    assert looked["turns"], "somebody who says the last line every time is told of a better one"
    json.dumps(looked)
    costs = [turn["cost"] for turn in looked["turns"]]
    assert costs == sorted(costs, reverse=True) and costs[0] > 0
    for turn in [*looked["turns"], *home_work.votes_looked_back(path, 5, votes[:2])["turns"]]:
        assert turn["said"]["en"] != turn["better"]["en"]
        assert set(turn["reasons"]) == {"en", "zh"}
        assert turn["guide"]


def test_a_vote_is_looked_back_at_turn_by_turn(tmp_path: Path) -> None:
    turns = [
        {"turn": n, "beat": "b", "lines": ["x", "y"], "said": "x", "values": {"x": 700, "y": 700 - loss}}
        for n, loss in ((1, 90), (2, 300), (3, 4), (4, 60), (5, 100))
    ]
    one = replace(FIRST, mode="vote")
    with closing(ClassDatabase(tmp_path / "classes.sqlite")) as database, database.writing() as connection:
        late, early = class_with(connection, ["Late", "Early"])
        connection.execute(round_.update().where(round_.c.id == "r1").values(mode="vote"))
        keep_talk(connection, Talk("r1", ["x"] * 5, "over", turns))
        for seat, votes in ((early, ["y"] * 5), (late, ["y", "", "y", "x"])):
            played(connection, seat, 1, 500, one=one)
            found = next(results(connection, "s1", of_seat=seat.id))
            assert found.mark is not None
            mark = replace(found.mark, details={**found.mark.details, "votes": votes})
            faults = faults_of_votes(connection, replace(found, mark=mark))
            told = [(each.turn, each.better, each.cost, len(each.before)) for each in faults]
            if seat is early:
                assert told == [(2, "x", 300, 1), (5, "x", 100, 4), (1, "x", 90, 0)]
            else:
                assert told == [(2, "x", 300, 1), (4, "x", 60, 3)], "who came late has no part in the first"
