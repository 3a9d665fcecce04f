"""What the command line hands to the desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.analysis.seals import seals
from game.command_line.best_results import BestResults
from game.command_line.desktop import DeskSaves, DeskShelf, Luck
from game.command_line.house import House
from game.command_line.shelf import Shelf
from game.content.library import Library
from game.desk.ports import Book, ShelfFault
from game.engine.conversation import Conversation, Step
from game.engine.scoring import score
from game.language.locale import Locale
from game.language.words import Words
from game.records.results import Result, Results
from game.records.saves import Saves
from tests.command_line.calling import ROOT
from tests.command_line.conftest import Shell

SCENARIOS = ROOT / "tests" / "command_line" / "scenarios"
WORDS = Words(Locale.EN)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(WORDS, library=Library((SCENARIOS,)))


@pytest.fixture
def house(home: Path) -> House:
    return House(WORDS, Saves(home))


@pytest.fixture
def begun(shelf: Shelf) -> Conversation:
    return Conversation.begin(shelf.open("wet-umbrella").scenario, 3)


def said(conversation: Conversation) -> Conversation:
    step = conversation.say(conversation.offers()[0].id)
    assert isinstance(step, Step)
    return step.conversation


def test_the_desk_lists_and_opens_scenarios(shelf: Shelf) -> None:
    desk = DeskShelf(shelf)
    assert [entry.id for entry in desk.listing()] == ["wet-umbrella"]
    book = desk.load("wet-umbrella")
    assert isinstance(book, Book)
    assert book.tactics["praise"].said(Locale.ZH)
    fault = desk.load("wet-umbrela")
    assert isinstance(fault, ShelfFault)
    assert "wet-umbrella" in fault.message


def test_a_door_shows_its_own_place() -> None:
    places = {entry.id: entry.place for entry in DeskShelf(Shelf(WORDS)).listing()}
    assert places["seven-seconds"] == "reception"
    assert places["too-complicated"] == "office"


def test_a_door_shows_the_best_result_by_the_same_rules(
    house: House, begun: Conversation, shelf: Shelf
) -> None:
    results = BestResults(Results(house.saves.folder), shelf)
    saves, desk = DeskSaves(house, results=results), DeskShelf(shelf, results=results)
    assert desk.listing()[0].best is None
    over = begun
    while over.outcome is None:
        over = said(over)
    saves.finished(over)
    assert desk.listing()[0].best == score(over).total
    assert desk.listing()[0].seals == seals(score(over))
    results.results.note("wet-umbrella", Result("other rules", 1000))
    assert desk.listing()[0].best is None
    (house.saves.folder / "results.json").write_text("[1, 2", "utf-8")
    assert desk.listing()[0].best is None


def test_another_customer_counts_for_no_door(house: House, begun: Conversation, shelf: Shelf) -> None:
    results = BestResults(Results(house.saves.folder), shelf)
    over = begun
    while over.outcome is None:
        over = said(over)
    DeskSaves(house, pure="S", results=results).finished(over)
    assert results.shown() == {}


def test_the_bank_answers_by_the_ids_of_the_engine(shelf: Shelf) -> None:
    bank = shelf.open("wet-umbrella").book.bank
    assert bank.spoken("bank/neutral/D/999") is not None
    assert bank.spoken("bank/neutral/D/1") != bank.spoken("bank/neutral/S/1")
    for unknown in ("bank/neutral/D", "bank/nothing/D/1", "bank/neutral/X/1", "bank/neutral/D/²", "other"):
        assert bank.spoken(unknown) is None
    assert bank.sign("no-such-sign", 1) is None
    assert bank.micro("no-such-thing") is None
    assert bank.face("no-such-face") is None


def test_a_conversation_is_kept_and_found_again(house: House, begun: Conversation) -> None:
    saves = DeskSaves(house)
    assert saves.resume() is None
    saves.keep(begun)
    saves.keep(said(begun))
    again = DeskSaves(house)
    assert again.resume() == said(begun).transcript()
    again.keep(said(said(begun)))
    assert len(house.saves.list()) == 1


def test_beginning_anew_sets_the_one_before_aside(house: House, begun: Conversation) -> None:
    saves = DeskSaves(house)
    saves.keep(said(begun))
    saves.keep(begun)
    assert len(house.saves.list()) == 1
    assert [path.name for path in house.saves.finished.iterdir()] == ["wet-umbrella.1.json"]


def test_a_finished_conversation_is_archived(house: House, begun: Conversation) -> None:
    saves = DeskSaves(house)
    over = begun
    while over.outcome is None:
        over = said(over)
        saves.keep(over)
    saves.finished(over)
    saves.forget()
    assert house.saves.list() == ()
    assert saves.resume() is None
    assert len(list(house.saves.finished.iterdir())) == 1


def test_a_conversation_the_desk_cannot_open_is_left_alone(house: House, begun: Conversation) -> None:
    DeskSaves(house, pure="D").keep(begun)
    assert DeskSaves(house).resume() is None
    assert DeskSaves(house, pure="D").resume() is not None


def test_a_place_that_cannot_be_written_is_an_error_for_the_desk(tmp_path: Path, begun: Conversation) -> None:
    (tmp_path / "blocked").touch()
    saves = DeskSaves(House(WORDS, Saves(tmp_path / "blocked")))
    with pytest.raises(OSError):
        saves.keep(begun)


def test_the_first_luck_is_the_one_asked_for() -> None:
    luck = Luck(7)
    assert luck() == 7
    assert 0 <= luck() < 2**32


class Desk:
    """Stands in for the desk's doorway."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error, self.context = error, None

    def __call__(self, context: Any) -> int:
        self.context = context
        if self.error is not None:
            raise self.error
        return 0


def test_the_desk_gets_what_was_asked_for(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.desk import application

    desk = Desk()
    monkeypatch.setattr(application, "run", desk)
    path = str(SCENARIOS / "wet-umbrella.yaml")
    answer = shell("play", path, "--seed", "7", "--customer", "D", "--lang", "zh")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    context: Any = desk.context
    assert context.scenario == path
    assert context.seed() == 7
    assert context.locale is Locale.ZH
    assert context.locale_asked
    assert context.shelf.load(path).scenario.people[0].disc == (1000, 0, 0, 0)


def test_an_unknown_scenario_is_told_before_a_window_opens(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.desk import application

    desk = Desk()
    monkeypatch.setattr(application, "run", desk)
    answer = shell("play", "no-such-thing")
    assert answer.code == 2
    assert desk.context is None


def test_a_window_that_does_not_open_falls_to_the_terminal(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pygame

    from game.desk import application

    monkeypatch.setattr(application, "run", Desk(pygame.error("No available video device")))
    answer = shell("play", str(SCENARIOS / "wet-umbrella.yaml"))
    assert answer.err == "There is no screen here, so we play in the terminal.\n"
    assert "The Wet Umbrella" in answer.out


def test_a_bug_at_the_desk_is_no_missing_screen(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.desk import application

    monkeypatch.setattr(application, "run", Desk(RuntimeError("oops")))
    answer = shell("play")
    assert answer.code == 70
    assert "RuntimeError: oops" in answer.err
