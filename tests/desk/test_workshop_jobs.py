"""Proving and balancing in the workshop: beside the window, told in words, and ended when one leaves."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep

import pytest

from game.command_line import workshop_process
from game.command_line.house import House
from game.command_line.shelf import Shelf
from game.command_line.workshop import Bench
from game.command_line.workshop_jobs import ProcessJob
from game.command_line.workshop_results import results_from_json, results_to_json
from game.desk.job_ports import Finding, Kind, Results, Sentence
from game.desk.work_scene import WorkScene
from game.desk.workshop_scene import WorkshopScene
from game.language.locale import Locale
from game.language.words import Words
from game.records.saves import Saves
from tests.desk.journeys import at
from tests.desk.looking_back import SCENARIO
from tests.desk.test_workshop import Editorless, sit_down, to_work
from tests.desk.test_workshop_writing import choose, sheet

pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "scenarios 剧本"
    path.mkdir()
    (path / "visit.yaml").write_text(SCENARIO, encoding="utf-8")
    return path


@dataclass(slots=True)
class HandJob:
    """A job that goes as far as a test says."""

    share: float = 0.0
    over: bool = False
    found: Results | None = None
    closed: list[bool] = field(default_factory=list)

    def results(self) -> Results | None:
        """What came of it."""
        return self.found

    def close(self) -> None:
        """Take it down."""
        self.closed.append(True)


class HandBench(Editorless):
    """A bench whose jobs are driven by hand."""

    def prove(self, work: object) -> HandJob:  # type: ignore[override]
        """Begin one."""
        JOBS.append(HandJob())
        return JOBS[-1]


JOBS: list[HandJob] = []


def served(**wanted: str) -> Results:
    """What the process would write, done here."""
    out = io.StringIO()
    workshop_process.serve(wanted, out)
    return results_from_json(json.loads(out.getvalue().splitlines()[-1])["results"])


def test_a_job_shows_how_far_it_is_and_can_be_stopped(folder: Path) -> None:
    pilot = sit_down(folder)
    desk = pilot.window.desk
    desk.workbench = HandBench(House(Words(), Saves(folder)), Shelf(Words()), folder)
    scene = to_work(pilot, "visit.yaml")
    choose(pilot, "Prove")
    JOBS[-1].share = 0.42
    pilot.frame()
    assert "42 %" in sheet(scene)
    pilot.press("escape").frame()
    assert JOBS[-1].closed and at(pilot, WorkScene).job is None
    pilot.press("escape").frame()
    at(pilot, WorkshopScene)


def test_what_breaks_off_says_so_and_what_is_done_is_told_in_both_languages(folder: Path) -> None:
    pilot = sit_down(folder)
    desk = pilot.window.desk
    desk.workbench = HandBench(House(Words(), Saves(folder)), Shelf(Words()), folder)
    scene = to_work(pilot, "visit.yaml")
    choose(pilot, "Prove")
    JOBS[-1].over = True
    pilot.frame()
    assert "broke off" in sheet(scene)
    choose(pilot, "Prove")
    told = {
        Locale.EN: (Sentence(Kind.ROW, "Lines", "9 / 9", 1),),
        Locale.ZH: (Sentence(Kind.ROW, "台词", "9 / 9", 1),),
    }
    JOBS[-1].found, JOBS[-1].over = Results((), told), True
    pilot.frame()
    assert "Lines" in sheet(scene)
    pilot.press("f2").frame()
    assert "台词" in sheet(scene)


def test_leaving_ends_the_job(folder: Path) -> None:
    pilot = sit_down(folder)
    pilot.window.desk.workbench = HandBench(House(Words(), Saves(folder)), Shelf(Words()), folder)
    to_work(pilot, "visit.yaml")
    choose(pilot, "Prove")
    choose(pilot, "Preview a beat")
    assert JOBS[-1].closed


def test_results_travel_without_a_loss(folder: Path) -> None:
    (folder / "faulty.yaml").write_text(SCENARIO.replace("turns: 8", "turnz: 8"), encoding="utf-8")
    bench = Bench(House(Words(), Saves(folder)), Shelf(Words()), folder)
    findings = [Finding(fault, ("a", "b")) for fault in bench.check(str(folder / "faulty.yaml"))]
    sentences = {locale: [Sentence(Kind.HEAD, "x"), Sentence(Kind.ROW, "y", "1", -1)] for locale in Locale}
    back = results_from_json(json.loads(json.dumps(results_to_json(findings, sentences))))
    assert [finding.play for finding in back.findings] == [("a", "b")] * len(findings)
    for before, after in zip(findings, back.findings, strict=True):
        assert before.fault.rendered(Locale.ZH) == after.fault.rendered(Locale.ZH)
    assert {locale: [*told] for locale, told in back.sentences.items()} == sentences


def test_a_balance_proposes_marks_that_rise_as_fewer_pass(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workshop_process, "PLAYS", 60)
    found = served(do="balance", file=str(folder / "visit.yaml"), home=str(folder))
    for locale in Locale:
        rows = [each for each in found.sentences[locale] if each.kind is Kind.ROW]
        assert len(rows) == len(workshop_process.SELLERS) + 5
        marks = [int("".join(filter(str.isdigit, each.value))) for each in rows[-5:]]
        assert marks == sorted(marks, reverse=True)


def test_a_proof_tells_figures_and_faults_with_plays(folder: Path) -> None:
    found = served(do="prove", file=str(folder / "visit.yaml"), home=str(folder))
    assert not any(finding.fault.code.startswith("SC2") for finding in found.findings)
    assert any(each.value for each in found.sentences[Locale.EN])
    again = served(do="prove", file=str(folder / "visit.yaml"), home=str(folder))
    assert again == found, "what was proved is kept"


def test_what_is_broken_is_not_proved_but_told(folder: Path) -> None:
    (folder / "visit.yaml").write_text(SCENARIO.replace("turns: 8", "turnz: 8"), encoding="utf-8")
    for do in ("prove", "balance"):
        found = served(do=do, file=str(folder / "visit.yaml"), home=str(folder))
        assert [finding.fault.code for finding in found.findings] == ["SC203"]
        assert not found.sentences


def test_the_process_itself_answers_and_ends(folder: Path) -> None:
    (folder / "visit.yaml").write_text(SCENARIO.replace("turns: 8", "turnz: 8"), encoding="utf-8")
    job = ProcessJob({"do": "prove", "file": str(folder / "visit.yaml"), "home": str(folder)})
    while not job.over:
        sleep(0.01)
    found = job.results()
    assert found is not None and found.findings[0].fault.code == "SC203"
    job.close()


def test_a_process_that_is_asked_for_nonsense_breaks_off(folder: Path) -> None:
    job = ProcessJob({"do": "prove", "file": str(folder / "nothing.yaml")})
    while not job.over:
        sleep(0.01)
    assert job.results() is None
