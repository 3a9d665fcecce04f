"""Before and after: equally hard customers or a refusal, and the gain of the class in every file."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from game.classroom import variants
from game.classroom.comparisons import as_json, comparisons
from game.classroom.exports import Counting, Export
from game.classroom.report import page
from game.classroom.workbook import write_workbook
from game.engine.luck import one_of
from game.language.locale import Locale
from game.language.words import Words
from game.records.class_database import ClassDatabase, Connection
from game.records.class_rounds import Package, add_round, keep_package
from game.records.class_seats import Seat, add_seat
from game.records.class_sessions import add_session
from tests.classroom.conftest import Class
from tests.classroom.filled import FIRST, SESSION, TITLES, played
from tests.classroom.test_report import Nesting

FOUND: variants.Found = {
    "customers": [6, 8],
    "means": [[539.0, 525.0, 553.0], [539.2, 526.0, 552.4]],
    "passed": [[0.43, 0.40, 0.46], [0.42, 0.39, 0.45]],
    "apart": [0.2, -19.0, 19.4],
    "equal": True,
    "limit": 30.0,
    "plays": 900,
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What a simulated class was asked; it answers at once."""
    seen: list[Any] = []

    def answer(path: str, customers: list[int] | None) -> variants.Found | None:
        seen.append(customers)
        if customers == [1, 1]:
            return None
        if customers is not None:
            return {**FOUND, "customers": customers, "equal": False, "apart": [120.0, 100.0, 140.0]}
        return FOUND

    monkeypatch.setattr(variants, "weighed", answer)
    return seen


def until(so: Callable[[], bool]) -> None:
    """Let the server work until something is so."""
    for _ in range(500):
        if so():
            return
        time.sleep(0.01)
    raise AssertionError("it never came to it")


def customer_of(room: Class, number: int) -> int:
    one = next(each for each in room.house.room(room.id).rounds.values() if each.number == number)
    return one_of(8, one.seed, "customer") + 1


def test_before_and_after_meet_two_customers_that_are_as_hard(room: Class, asked: list[Any]) -> None:
    early = room.post("rounds", {"scenario": "seven-seconds", "mode": "exam", "part": "after"})
    assert early.status_code == 409 and early.json()["error"] == "no-before"

    before = room.round(mode="exam", part="before")
    after = room.round(mode="exam", part="after")
    assert (before["settings"]["part"], after["settings"]["part"]) == ("before", "after")
    assert after["settings"]["comparison"]["of"] == before["id"]
    assert (customer_of(room, before["number"]), customer_of(room, after["number"])) == (6, 8)
    room.round(mode="exam", part="before")
    assert asked == [None], "what is known of a scenario is kept"

    seat = room.join("Calm Heron")
    told = json.dumps(seat.state())
    assert "comparison" not in told and "customers" not in told, "whom one meets is nobody's business"


def test_unequal_customers_are_refused_and_may_be_taken_anyway(room: Class, asked: list[Any]) -> None:
    body = {"scenario": "seven-seconds", "mode": "exam", "part": "before", "customers": [1, 3]}
    refused = room.post("rounds", body)
    assert refused.status_code == 422 and refused.json()["error"] == "not-equal"
    assert "+120 apart (+100 to +140)" in refused.json()["message"]
    assert not room.house.room(room.id).rounds

    taken = room.done("rounds", {**body, "anyway": True})
    assert taken["settings"]["comparison"]["equal"] is False
    assert room.post("rounds", {**body, "customers": [1, 1]}).json()["error"] == "one-customer"
    assert room.post("rounds", {**body, "mode": "vote"}).json()["error"] == "invalid"
    assert room.post("rounds", {**body, "customers": [1]}).status_code == 422


def test_a_run_sheet_may_begin_and_end_with_them(room: Class, asked: list[Any]) -> None:
    rows = [
        {"scenario": "seven-seconds", "mode": "exam", "part": "before"},
        {"scenario": "seven-seconds", "mode": "race"},
        {"scenario": "seven-seconds", "mode": "exam", "part": "after"},
    ]
    room.done("run-sheet", {"rows": rows})
    until(lambda: asked == [None])  # begun when the plan was chosen, so that nobody waits for it later
    for _ in rows:
        room.done("next")
    assert (customer_of(room, 1), customer_of(room, 3)) == (6, 8)
    assert asked == [None]


def test_a_simulated_class_weighs_a_real_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.analysis import hardness
    from game.classroom.scenario_shelf import ScenarioShelf

    measured = hardness.measured
    monkeypatch.setattr(variants, "measured", lambda rules, wanted: measured(rules, wanted, 90))
    shelf = ScenarioShelf(folder=tmp_path)
    path = str(shelf.unpacked(shelf.package("seven-seconds")))
    found = variants.weighed(path, [1, 3])
    assert found is not None
    json.dumps(found)
    assert found["customers"] == [1, 3] and not found["equal"]
    low, high = found["apart"][1:]
    assert low <= found["apart"][0] <= high
    assert variants.weighed(path, [3, 3]) is None
    assert variants.weighed(path, [3, 9]) is None


@pytest.fixture
def compared(tmp_path: Path) -> Iterator[Connection]:
    """A class of eight that gained about sixty points; one more came late."""
    with closing(ClassDatabase(tmp_path / "classes.sqlite")) as database, database.writing() as connection:
        add_session(connection, SESSION)
        keep_package(connection, Package("sha-1", "seven-seconds", "fp-1", TITLES, b"zip"))
        first = replace(FIRST, mode="exam", settings={"part": "before", "comparison": FOUND})
        last = replace(
            first, id="r2", number=2, settings={"part": "after", "comparison": {**FOUND, "of": "r1"}}
        )
        for one in (first, last):
            add_round(connection, one)
        for at in range(9):
            seat = Seat(
                f"p{at}", "s1", f"h{at}", f"=N{at}", f"k{at}", None, [], f"key-{at}", "seated", at, at
            )
            add_seat(connection, seat)
            if at:
                played(connection, seat, 1, 400 + 30 * at, one=first)
            played(connection, seat, 1, 460 + 30 * at + (-1) ** at * 10, one=last)
        yield connection


def test_the_gain_is_that_of_those_who_played_both(compared: Connection) -> None:
    export = Export(SESSION, Words())
    (one,) = comparisons(export, Counting(export.found(compared)))
    gain = one.gain

    assert (gain.pairs, one.left_out, gain.better) == (8, 1, 8)
    assert gain.gain is not None
    assert gain.gain.value == pytest.approx(60)
    assert gain.gain.low == pytest.approx(60 - 2.3646 * 10.6904 / 8**0.5, abs=0.01)


@pytest.mark.parametrize("locale", [*Locale])
def test_it_stands_in_the_report_the_workbook_and_the_json(
    compared: Connection, tmp_path: Path, locale: Locale
) -> None:
    full, public = Export(SESSION, Words(locale)), Export(SESSION, Words(locale), public=True)
    told = page(full, compared).decode()
    nesting = Nesting()
    nesting.feed(told)
    assert nesting.open == []
    assert "+60 (+51 … +69)" in told
    assert ("课前课后对比" if locale is Locale.ZH else "shown to be equally hard within 30 points") in told
    assert "+60 (+51 … +69)" in page(public, compared).decode()

    for export, named in ((full, True), (public, False)):
        write_workbook(export, compared, tmp_path / "class.xlsx")
        book = load_workbook(tmp_path / "class.xlsx")
        sheet = book[export.words("Before and after") + " 1-2"]
        cells = [[*row] for row in sheet.values]
        assert any(row[1] == pytest.approx(60) for row in cells if isinstance(row[1], int | float))
        assert any("=N3" in row for row in cells) is named
        assert any("key-3" in row for row in cells) is named

    (plain,) = json.loads(b"".join(as_json(full, compared)))["comparisons"]
    assert plain["gain"][0] == pytest.approx(60) and plain["pairs"] == 8
    assert plain["variants"]["equal"] is True and "=N3" not in json.dumps(plain)
    parts = [json.loads(line)["part"] for line in full.jsonl(compared)]
    assert parts.count("before") == 8 and parts.count("after") == 9


def test_the_trainer_fetches_it(room: Class, asked: list[Any]) -> None:
    seats = [room.join(name) for name in ("A1", "B2")]
    for part, picks in (("before", (0, 1)), ("after", (2, 0))):
        one = room.round(mode="exam", part=part)
        for seat, pick in zip(seats, picks, strict=True):
            seat.play(one["id"], pick)
    found = room.http.get(f"{room.base}/export.gain.json?board=full", headers=room.head)
    assert found.json()["comparisons"][0]["pairs"] == 2
    html = room.http.get(f"{room.base}/export.html?board=full&lang=en", headers=room.head)
    assert "style-src 'unsafe-inline'" in html.headers["content-security-policy"]
    assert "Before and after" in html.text
    book = room.http.get(f"{room.base}/export.xlsx?board=full&lang=en", headers=room.head)
    assert "Before and after 1-2" in load_workbook(io.BytesIO(book.content)).sheetnames
