"""`rapport class pages`: a page for every trainee in a folder, without a server."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.classroom.marking_work import mark
from game.classroom.scenario_shelf import ScenarioShelf
from game.content.library import Library
from game.engine.conversation import Conversation, Step
from game.records.class_attempts import Attempt, Mark, add_attempt, add_mark
from game.records.class_database import ClassDatabase
from game.records.class_rounds import add_round, keep_package
from game.records.class_seats import Seat, add_seat
from game.records.class_sessions import add_session
from tests.classroom.filled import FIRST, SESSION
from tests.command_line.calling import ROOT
from tests.command_line.conftest import WET_UMBRELLA, Shell


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Two who played a small scenario, one who only looked."""
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "wet-umbrella.yaml").write_bytes((ROOT / WET_UMBRELLA).read_bytes())
    shelf = ScenarioShelf(Library((tmp_path / "shelf",)), tmp_path / "packages")
    package = shelf.package("wet-umbrella")
    scenario = shelf.opened(package).scenario
    assert scenario is not None
    path, database = str(shelf.unpacked(package)), tmp_path / "classes.sqlite"
    with closing(ClassDatabase(database)) as opened, opened.writing() as connection:
        add_session(connection, SESSION)
        keep_package(connection, package)
        add_round(connection, replace(FIRST, package_sha=package.sha))
        for at, name in enumerate(("Anna/B", "Calm Heron", "Only Looking")):
            add_seat(
                connection, Seat(f"p{at}", "s1", f"h{at}", name, f"k{at}", None, [], None, "seated", at, at)
            )
            if at == 2:
                continue
            now = Conversation.begin(scenario, 5)
            while now.outcome is None:
                step = now.say([line.id for line in now.offers()][-1 if at else 0])
                assert isinstance(step, Step)
                now = step.conversation
            text = json.dumps(now.transcript().to_json())
            found: dict[str, Any] = mark(path, [text])[0]
            name = f"attempt-{at}"
            add_attempt(connection, Attempt(name, "s1", "r1", f"p{at}", 1, name, text, "sha", at))
            add_mark(connection, Mark(name, "s1", "r1", f"p{at}", at=at, **found))
    return database


def test_everybody_who_played_has_a_page(shell: Shell, records: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    answer = shell("class", "pages", str(folder), "--class", "Tuesday", "--database", str(records), "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    assert (told["pages"], told["missing"]) == (["001-Anna-B.html", "002-Calm-Heron.html"], 0)
    page = (folder / "002-Calm-Heron.html").read_text("utf-8")
    assert "Where it turned" in page and "Better:" in page
    assert "Anna" not in page and "not worked out" not in page


def test_it_may_be_brief_and_speaks_both_languages(shell: Shell, records: Path, tmp_path: Path) -> None:
    asked = ("class", "pages", str(tmp_path / "pages"), "--brief", "--database", str(records))
    assert "2 pages in" in shell(*asked).out
    chinese = shell("--lang", "zh", *asked)
    assert chinese.code == 0 and "2" in chinese.out and not chinese.out.isascii()
    assert 'lang="zh-CN"' in (tmp_path / "pages" / "001-Anna-B.html").read_text("utf-8")


def test_what_is_not_there_is_said(shell: Shell, records: Path, tmp_path: Path) -> None:
    base = ("class", "pages", str(tmp_path / "pages"))
    assert "no class Friday" in shell(*base, "--class", "Friday", "--database", str(records)).err
    assert "no records" in shell(*base, "--database", str(tmp_path / "none.sqlite")).err
    (tmp_path / "file").write_text("x", encoding="utf-8")
    blocked = shell("class", "pages", str(tmp_path / "file"), "--brief", "--database", str(records))
    assert blocked.code == 2 and "cannot be written" in blocked.err
