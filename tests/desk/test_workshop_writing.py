"""What the workshop writes: scenarios, re-dressed ones, tables of words, packages; nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.authoring.tables import read, write
from game.content.library import Library, read_card
from game.content.loading import load_scenario
from game.desk.pilot import Pilot
from game.desk.question_scene import QuestionScene
from game.desk.title_scene import TitleScene
from game.desk.work_scene import WorkScene
from game.desk.workshop_ports import Made, Refused
from game.desk.workshop_scene import WorkshopScene
from game.language.locale import Locale
from game.language.words import Words
from tests.desk.journeys import at
from tests.desk.looking_back import SCENARIO
from tests.desk.test_workshop import Editorless, drop, sit_down, to_the_shelf, to_work, told

pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "Rapport 剧本"
    path.mkdir()
    (path / "visit.yaml").write_text(SCENARIO, encoding="utf-8")
    return path


def type_in(pilot: Pilot, text: str) -> Pilot:
    """What the keyboard, or an input method, sends."""
    for letter in text:
        pilot.frame(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_m, mod=0, unicode=letter))
        pilot.frame(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    return pilot


def choose(pilot: Pilot, label: str) -> WorkScene:
    """Run a row of the work on the table by its label."""
    scene = at(pilot, WorkScene)
    row = next(number for number, row in enumerate(scene.list.rows) if row.label == label)
    while scene.list.focus != row:
        pilot.press("down")
    pilot.press("return").frame().frame()
    return scene


def sheet(scene: WorkScene) -> str:
    """Everything on the sheet."""
    return "\n".join(row.text for row in scene.column.rows)


def through_the_questions(pilot: Pilot, **answers: str) -> QuestionScene:
    """Answer by key; Enter takes what stands there."""
    scene = at(pilot, QuestionScene)
    while pilot.scene is scene:
        answer = answers.get(scene.question.key)
        if answer is not None and scene.question.choices:
            pilot.press(str([*scene.question.choices].index(answer) + 1))
        else:
            type_in(pilot, answer or "").press("return")
    return scene


@pytest.mark.parametrize("locale", Locale)
def test_a_new_scenario_is_written_from_answers_and_plays(folder: Path, locale: Locale) -> None:
    pilot = sit_down(folder, locale)
    to_the_shelf(pilot)
    pilot.press("up", "return").frame()
    through_the_questions(pilot, name="Front Door", title="临门 Mmm", letter="D", place="shop")
    work = at(pilot, WorkScene).work
    file = folder / "front-door.yaml"
    assert work.file == str(file) and work.id == "front-door"
    loaded = load_scenario(file)
    assert not loaded.errors and loaded.scenario is not None and loaded.wording is not None
    assert loaded.wording.title.said(locale) == "临门 Mmm", "letters are letters: M mutes nothing here"
    assert loaded.scenario.people[0].disc[0] == max(loaded.scenario.people[0].disc)


def test_an_answer_is_kept_when_one_goes_back_and_when_the_language_changes(folder: Path) -> None:
    pilot = sit_down(folder)
    to_the_shelf(pilot)
    pilot.press("up", "return").frame()
    scene = at(pilot, QuestionScene)
    pilot.press("return")
    type_in(pilot, "Kept").press("return", "return")
    assert scene.question.key == "firm"
    pilot.press("escape", "escape").frame()
    assert scene.question.key == "title" and scene._field.text == "Kept"
    type_in(pilot, "!").press("f2").frame()
    assert scene._field.text.endswith("!") and scene.question.label == Words(Locale.ZH)("What is it called?")
    pilot.press("f2", "escape", "escape").frame()
    at(pilot, WorkshopScene)
    assert sorted(path.name for path in folder.iterdir()) == ["visit.yaml"]


def test_a_name_that_is_taken_gets_a_number(folder: Path) -> None:
    pilot = sit_down(folder)
    bench = pilot.window.desk.workbench
    assert isinstance(bench, Editorless)
    assert bench.free_name("visit") == "visit-2"
    assert bench.free_name("seven-seconds") == "seven-seconds-2"
    assert bench.free_name("临门") == "my-case"
    assert bench.free_name("../../etc/passwd") == "etc-passwd"
    before = (folder / "visit.yaml").read_bytes()
    made = bench.new("visit", {}, Words())
    assert isinstance(made, Made) and Path(made.file).name == "visit-2.yaml"
    assert (folder / "visit.yaml").read_bytes() == before


def test_a_shipped_scenario_is_re_dressed_and_takes_its_new_words(folder: Path) -> None:
    pilot = sit_down(folder)
    shelf = to_the_shelf(pilot)
    while shelf.work is None or shelf.work.id != "seven-seconds":
        pilot.press("down")
    pilot.press("return").frame()
    shipped = at(pilot, WorkScene).work
    before = Path(shipped.file).read_bytes()
    choose(pilot, "Re-dress")
    through_the_questions(pilot, name="my doors")
    work = at(pilot, WorkScene).work
    assert Path(work.file) == folder / "my-doors.yaml" and not work.shipped
    assert Path(shipped.file).read_bytes() == before
    table = folder / "my-doors.words.xlsx"
    rows = read(table, table.read_bytes())
    title = next(row for row in rows if row.id == "title")
    changed = [
        type(row)(row.id, {**row.texts, Locale.EN: "Nine Doors"}, row.check) if row is title else row
        for row in rows
    ]
    table.write_bytes(write(table, changed))
    old = (folder / "my-doors.yaml").read_bytes()
    scene = choose(pilot, "Take the words back")
    assert "Done" in sheet(scene)
    card = read_card(folder / "my-doors.yaml")
    assert card is not None and card.title.said(Locale.EN) == "Nine Doors"
    assert (folder / "my-doors.yaml.before-1").read_bytes() == old


def test_words_go_out_again_and_again_without_overwriting(folder: Path) -> None:
    pilot = sit_down(folder)
    to_work(pilot, "visit.yaml")
    choose(pilot, "Words to a table")
    first = (folder / "visit.words.xlsx").read_bytes()
    choose(pilot, "Words to a table")
    assert (folder / "visit.words-2.xlsx").is_file()
    assert (folder / "visit.words.xlsx").read_bytes() == first


def test_a_table_that_is_dropped_goes_into_the_work_on_the_table(folder: Path) -> None:
    pilot = sit_down(folder)
    scene = to_work(pilot, "visit.yaml")
    table = folder.parent / "from a translator.csv"
    table.write_text("id,en,zh,check\nbeats/hello,She sits down.,,\n", encoding="utf-8")
    drop(pilot, table).frame()
    assert "She sits down." in (folder / "visit.yaml").read_text(encoding="utf-8")
    before = (folder / "visit.yaml").read_bytes()
    table.write_bytes(b"\x00 no table")
    drop(pilot, table).frame()
    assert "Nothing was changed" in sheet(scene)
    assert (folder / "visit.yaml").read_bytes() == before


def test_a_package_is_made_beside_the_work_and_opens(folder: Path) -> None:
    pilot = sit_down(folder)
    scene = to_work(pilot, "visit.yaml")
    choose(pilot, "Pack")
    package = folder / "visit.rapport"
    assert package.is_file() and "visit.rapport" in sheet(scene)
    data = package.read_bytes()
    choose(pilot, "Pack")
    assert package.read_bytes() == data and (folder / "visit-2.rapport").is_file()
    work = at(drop(pilot, package), WorkScene).work
    assert work.package and [row.label for row in at(pilot, WorkScene).list.rows][-1] == "Re-dress"


def test_what_is_broken_is_not_packed(folder: Path) -> None:
    (folder / "visit.yaml").write_text(SCENARIO.replace("turns: 8", "turnz: 8"), encoding="utf-8")
    pilot = sit_down(folder)
    scene = to_work(pilot, "visit.yaml")
    choose(pilot, "Pack")
    assert "Nothing was changed" in sheet(scene) and not (folder / "visit.rapport").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    pilot = sit_down(tmp_path / "file" / "scenarios")
    shelf = to_the_shelf(pilot)
    pilot.press("return").frame()
    through_the_questions(pilot)
    assert isinstance(pilot.scene, WorkshopScene) and pilot.scene is not shelf
    assert told(pilot).strip()


def test_a_file_dropped_onto_the_questions_loses_no_answer(folder: Path) -> None:
    pilot = sit_down(folder)
    to_the_shelf(pilot)
    pilot.press("up", "return").frame()
    scene = at(pilot, QuestionScene)
    drop(pilot, folder / "visit.yaml")
    assert pilot.scene is scene and told(pilot).strip()


def test_nothing_was_written_among_the_shipped_scenarios(folder: Path) -> None:
    shipped = {card.path for card in Library().listing()}
    pilot = sit_down(folder)
    at(pilot, TitleScene)
    bench = pilot.window.desk.workbench
    assert isinstance(bench, Editorless)
    work = next(work for work in bench.shelf().works if work.shipped)
    made = bench.words_out(work, Words()), bench.pack(work, Words())
    for each in made:
        assert isinstance(each, Made) and Path(each.file).parent == folder
    assert {card.path for card in Library().listing()} == shipped


def test_what_still_speaks_of_the_old_trade_is_listed(folder: Path) -> None:
    pilot = sit_down(folder)
    bench = pilot.window.desk.workbench
    assert isinstance(bench, Editorless)
    shipped = next(work for work in bench.shelf().works if work.id == "seven-seconds")
    for locale in Locale:
        made = bench.redress(shipped, f"doors-{locale.value}", Words(locale))
        assert isinstance(made, Made)
        work = bench.work(made.file, Words())
        assert not isinstance(work, Refused)
        left = bench.left_over(work)
        assert left is not None and left.pattern == "seven-seconds" and left.count > len(left.texts)
        file = Path(made.file)
        text = file.read_text(encoding="utf-8")
        place, said = left.texts[0]
        file.write_text(
            text.replace(said.said(Locale.EN), "Quite new").replace(said.said(Locale.ZH), "全新"), "utf-8"
        )
        again = bench.left_over(work)
        assert again is not None and again.count < left.count
        assert place not in [name for name, _ in again.texts]
    scene = to_work(pilot, "doors-en.yaml")
    assert "seven-seconds" in sheet(scene)
    visit = bench.work(str(folder / "visit.yaml"), Words())
    assert not isinstance(visit, Refused) and bench.left_over(visit) is None
