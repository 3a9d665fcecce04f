"""What a class is told in words: stages, what was done, criteria and endings by their titles."""

from __future__ import annotations

import ast
from contextlib import closing
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from openpyxl import load_workbook

from game.classroom import audit_words
from game.classroom.exports import Export
from game.classroom.page_words import page_words
from game.classroom.report import page
from game.classroom.run_sheets import plan_of, sheets
from game.classroom.scenario_shelf import ScenarioShelf
from game.classroom.scenario_words import ScenarioWords
from game.classroom.workbook import write_workbook
from game.content.library import Library
from game.engine.traits import Stage
from game.language.locale import Locale
from game.language.words import Words
from game.records.class_attempts import Attempt, Mark, add_attempt, add_mark
from game.records.class_database import ClassDatabase
from game.records.class_rounds import add_round, keep_package
from game.records.class_seats import Seat, add_seat
from game.records.class_sessions import add_session
from game.telling.phrasing import STAGE_NAMES
from tests.classroom.conftest import Class
from tests.classroom.filled import FIRST, SESSION

CLASSROOM = Path(audit_words.__file__).parent


@pytest.mark.parametrize("locale", [*Locale])
def test_the_pages_call_the_stages_what_everybody_calls_them(locale: Locale) -> None:
    said = page_words(locale)

    for stage in Stage:
        assert said[STAGE_NAMES[stage].said(Locale.EN)] == STAGE_NAMES[stage].said(locale)


def codes() -> set[str]:
    """Every code that is written into the list of what was done, as far as it stands in the sources."""
    found: set[str] = set()
    for file in CLASSROOM.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"note": 3, "session_changed": 3, "_changed": 4, "act": 0}.get(name)
            if place is not None and len(node.args) > place:
                what = node.args[place]
                if isinstance(what, ast.Constant) and isinstance(what.value, str):
                    found.add(what.value)
    return found


def test_whatever_is_done_has_a_sentence() -> None:
    verbs = {"kick", "ban", "restore", "approve", "rename", "team", "remove-unapproved"}
    done = codes() | {f"seat-{verb}" for verb in verbs} | {"attempt-withdrawn", "attempt-scored"}

    assert {"class-made", "round-closed", "frozen", "taken-over", "undone"} <= done
    assert done <= set(audit_words.SENTENCES), "say it in words: game/classroom/audit_words.py"


def test_what_was_done_is_told_with_names_in_both_languages(room: Class) -> None:
    seat = room.join("Calm Heron")
    room.round(minutes=5)
    room.done(f"seats/{seat.seat}/kick")

    told = [row["said"] for row in room.get("audit")["audit"]]
    assert told[0] == "Calm Heron was sent out."
    assert "Round 1 was opened: Seven Seconds at Reception." in told
    assert all(said.endswith((".", "。")) for said in told)
    chinese = room.http.get(f"{room.base}/audit?lang=zh", headers=room.head).json()["audit"]
    assert "Calm Heron" in chinese[0]["said"]
    assert not [row["said"] for row in chinese if row["said"].isascii()]


@pytest.mark.parametrize("locale", [*Locale])
def test_criteria_and_endings_stand_under_their_titles(tmp_path: Path, locale: Locale) -> None:
    shelf = ScenarioShelf(folder=tmp_path / "packages")
    package = shelf.package("seven-seconds")
    wording = shelf.opened(package).wording
    assert wording is not None
    criterion, ending = next(iter(wording.criteria)), next(iter(wording.endings))
    export = Export(SESSION, Words(locale), scenarios=ScenarioWords(shelf))
    with closing(ClassDatabase(tmp_path / "classes.sqlite")) as database, database.writing() as connection:
        add_session(connection, SESSION)
        keep_package(connection, package)
        add_round(connection, replace(FIRST, package_sha=package.sha))
        add_seat(connection, Seat("p", "s1", "h", "A", "a", None, [], None, "seated", 1, 1))
        add_attempt(connection, Attempt("t", "s1", "r1", "p", 1, "key-1234", '{"moves": []}', "sha", 5))
        details = {"points": {criterion: [20, 40], "gone": [0, 10]}, "ending": ending}
        add_mark(connection, Mark("t", "s1", "r1", "p", 500, False, 2, 0, 5, details, 5))
        told = page(export, connection).decode()
        write_workbook(export, connection, tmp_path / "class.xlsx")

    assert f"<td>{wording.criteria[criterion].said(locale)}</td>" in told
    assert f'<td>{escape(wording.endings[ending].said(locale))}</td><td class="n">1</td>' in told
    assert "<td>gone</td>" in told, "what nobody has named stands for itself"
    names = [
        row[1] for sheet in load_workbook(tmp_path / "class.xlsx").worksheets[3:4] for row in sheet.values
    ]
    assert wording.criteria[criterion].said(locale) in names


def test_run_sheets_play_what_is_on_the_shelf() -> None:
    known = {card.id for card in Library().listing()}

    for sheet in sheets():
        rows = plan_of(sheet["id"])
        assert {row.scenario for row in rows} <= known
        assert sum(row.minutes or 25 for row in rows) <= 60 * sheet["hours"]
        assert {"one-pitch-two-buyers", "twelve-minutes"} <= {row.scenario for row in rows}
