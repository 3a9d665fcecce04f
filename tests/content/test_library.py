"""The library: where scenarios are, and what a shelf shows of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import library
from game.content.diagnostics import Diagnostic
from game.content.library import Library, read_card, shelf
from game.content.loading import load_scenario
from game.language.locale import Locale
from tests.content.readings import HERE, ROOT, SMALL


def test_the_shelves_of_a_checkout() -> None:
    assert shelf("scenarios") == ROOT / "scenarios"
    assert shelf("assets") == ROOT / "assets"


def test_the_shelves_of_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "game"
    shipped = package / "shipped" / "scenarios"
    shipped.mkdir(parents=True)
    (tmp_path / "scenarios").mkdir()  # somebody else's, beside the package
    monkeypatch.setattr(library, "files", lambda name: package)
    assert shelf("scenarios") == shipped


def test_the_shipped_scenarios_are_listed() -> None:
    cards = {card.id: card for card in Library().listing()}
    assert "seven-seconds" in cards
    assert "smallest" not in cards, "an example is no door of the street"
    assert all(card.title for card in cards.values())


def test_a_card_is_the_head_of_a_file() -> None:
    card = read_card(HERE / "ten-minutes.yaml")
    assert card is not None
    assert (card.id, card.difficulty, card.minutes, card.locales) == (
        "ten-minutes",
        1,
        (8, 5),
        (Locale.EN, Locale.ZH),
    )
    assert card.title.said(Locale.ZH) == "十分钟"
    assert card.teaches == ("tac-first-impression", "tac-reciprocity", "obj-four-steps")


def test_a_card_needs_only_the_head(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        SMALL.replace("beats:\n", "difficulty: 4\nminutes: [12, 9]\nbeats:\n  broken: [\n"), "utf-8"
    )
    card = read_card(path)
    assert card is not None
    assert (card.difficulty, card.minutes) == (4, (12, 9))


@pytest.mark.parametrize(
    "text", ["", "x: y\n", "rapport: 1\n", "rapport: 1\nid: [x\n", "rapport: 1\nid: [x]\n"]
)
def test_what_is_no_scenario_has_no_card(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    assert read_card(path) is None


def test_a_scenario_is_found_by_id_by_file_name_and_by_path(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "other-name.yaml"
    path.parent.mkdir()
    path.write_text(SMALL, encoding="utf-8")
    shelves = Library((tmp_path,))
    assert shelves.find("visit") == path
    assert Library((path.parent,)).find("other-name") == path
    assert shelves.find(path) == path
    assert shelves.find(str(path)) == path
    missing = shelves.find("visits")
    assert isinstance(missing, Diagnostic)
    assert (missing.code, "visit" in missing.message.said(Locale.EN)) == ("SC427", True)
    nowhere = shelves.find("folder/nothing.yaml")
    assert isinstance(nowhere, Diagnostic)
    assert nowhere.code == "SC001"


def test_one_call_loads_everything() -> None:
    loaded = load_scenario("smallest")
    assert loaded.errors == ()
    assert loaded.scenario is not None
    assert loaded.wording is not None
    assert loaded.bank.phrases
    assert loaded.notes.tactics


def test_an_unknown_name_is_told() -> None:
    loaded = load_scenario("smalest")
    assert loaded.scenario is None
    assert [found.code for found in loaded.errors] == ["SC427"]
