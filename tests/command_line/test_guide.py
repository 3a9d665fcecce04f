"""The verb `guide`: the field guide for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.authoring.checks import diagnostics_of
from game.content.field_guide import FieldGuide
from game.content.guide_entries import Priority
from game.content.loading import psychology
from game.content.model_map import Home, model_map
from game.engine.coefficients import CURVES, NUMBERS
from tests.command_line.conftest import WET_UMBRELLA, Shell


def object_of(text: str) -> dict[str, Any]:
    told = json.loads(text)
    assert isinstance(told, dict)
    return told


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_without_an_id_every_item_stands_under_its_group(shell: Shell, locale: str) -> None:
    answer = shell("guide", "--plain", "--lang", locale)
    assert answer.code == 0
    lines = answer.out.splitlines()
    ids = FieldGuide.load().ids()
    assert [line for line in lines if line.startswith(ids)] == [
        line for name in ids for line in lines if line.startswith((f"{name}: ", f"{name}："))
    ]
    assert [line[0] for line in lines if line[1:4] == " · "] == list("ABCDEFGH")


def test_the_listing_for_programs_knows_who_has_a_lesson(shell: Shell) -> None:
    told = object_of(shell("guide", "--json").out)
    assert [group["id"] for group in told["groups"]] == list("ABCDEFGH")
    with_lesson = [item["id"] for item in told["items"] if item["lesson"]]
    assert tuple(with_lesson) == FieldGuide.load().ids(Priority.CORE)
    assert len(told["items"]) == 246


def test_an_item_is_told_with_its_lesson_and_its_cards(shell: Shell) -> None:
    answer = shell("guide", "tac-reciprocity", "--plain")
    assert answer.code == 0
    for piece in ("Reciprocity", "Lesson: Give first", "Myth card F14: ", "Myth card F15: ", "(give-first)"):
        assert piece in answer.out
    chinese = shell("guide", "tac-reciprocity", "--plain", "--lang", "zh").out
    for piece in ("互惠原则", "小课：先给予", "误区卡 F14：", "（give-first）", "出处：课程"):
        assert piece in chinese


def test_an_item_for_programs(shell: Shell) -> None:
    told = object_of(shell("guide", "tac-first-impression", "--json").out)
    assert set(told) == {
        *("id", "group", "priority", "seeds", "title", "sentence"),
        *("lesson", "myths", "tactics", "scenarios"),
    }
    assert set(told["lesson"]) == {"title", "text"}
    assert [myth["key"] for myth in told["myths"]] == ["F05", "F06", "F07"]
    assert set(told["myths"][0]) == {"key", "class", "claim", "caution"}
    assert "seven-seconds" in told["scenarios"]
    assert object_of(shell("guide", "treat-01", "--json").out)["lesson"] is None


def test_case_and_spaces_do_not_matter(shell: Shell) -> None:
    assert "Reciprocity" in shell("guide", " Tac-Reciprocity ", "--plain").out


def test_an_unknown_id_is_told_with_what_was_meant(shell: Shell) -> None:
    answer = shell("guide", "tac-reciprocty")
    assert answer.code == 2
    assert answer.out == ""
    assert "Did you mean 'tac-reciprocity'?" in answer.err
    assert "tac-anchoring" in shell("guide", "锚定", "--lang", "zh").err
    assert shell("guide", "zzzz").err.count("\n") == 1


def test_an_unknown_id_for_programs(shell: Shell) -> None:
    answer = shell("guide", "tac-reciprocty", "--json")
    assert answer.code == 2
    told = object_of(answer.out)
    assert told["error"] == "unknown-item"
    assert "tac-reciprocity" in told["message"]


def test_the_model_lies_open_to_the_last_coefficient(shell: Shell) -> None:
    told = object_of(shell("guide", "model", "--json").out)
    numbers = {entry["id"]: entry for entry in told["numbers"]}
    assert set(numbers) == set(NUMBERS)
    assert {entry["id"] for entry in told["curves"]} == set(CURVES)
    model = psychology().psychology
    assert model is not None
    assert [entry["id"] for entry in told["tactics"]] == list(model.tactics.ids)
    for entry in numbers.values():
        assert set(entry) == {"id", "value", "low", "high", "mark", "source", "practises"}
        assert entry["low"] <= entry["value"] <= entry["high"]
        assert entry["mark"] in {"evidence", "practice", "design"} and entry["source"] and entry["practises"]


def test_the_model_for_people_shows_value_range_mark_and_source(shell: Shell) -> None:
    out = shell("guide", "model", "--plain").out
    assert "start.need: 1500 (range 0 to 10000 · design · set by play-testing · flow-need-" in out
    assert "give-first: gate " in out
    chinese = shell("guide", "model", "--plain", "--lang", "zh").out
    assert "范围 0 到 10000 · 设计选择" in chinese


def test_tactics_are_listed_and_told(shell: Shell) -> None:
    out = shell("guide", "tactics", "--plain").out
    model = psychology().psychology
    assert model is not None
    assert all(f"\n{name}: " in out for name in model.tactics.ids)
    assert out.count("counts as an offer") == 8
    assert out.count("counts as asking") == 3
    one = shell("guide", "give-first", "--plain").out
    assert "It practises: tac-reciprocity" in one
    assert object_of(shell("guide", "give-first", "--json").out)["id"] == "give-first"
    assert len(object_of(shell("guide", "tactics", "--json").out)["tactics"]) == len(model.tactics.ids)


def test_with_colours_the_same_is_told(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.command_line.terminal.paper.wants_plain", lambda: False)
    monkeypatch.setenv("COLUMNS", "100")
    assert "Give first" in shell("guide", "tac-reciprocity").out
    assert "trust.weight-ability" in shell("guide", "model").out


def test_lint_reads_the_guide_and_knows_its_ids(tmp_path: Path) -> None:
    guide = FieldGuide.load()
    assert diagnostics_of(guide.items_file) == diagnostics_of(guide.lessons_file) == ()
    file = tmp_path / "scenario.yaml"
    text = Path(WET_UMBRELLA).read_text("utf-8")
    file.write_text(text + "\nheadline: [tac-reciprocty]\n", "utf-8")
    assert "SC422" in {found.code for found in diagnostics_of(file)}


def test_where_lists_the_places_by_kind(shell: Shell) -> None:
    places = model_map()
    out = shell("guide", "where", "--plain").out
    assert all(f"\n{name}: " in out for name in places.places)
    assert f"in the customer model · {len(places.living(Home.MODEL))}\n" in out
    assert not places.living(Home.LATER)
    assert "nowhere yet" not in out
    chinese = shell("guide", "where", "--plain", "--lang", "zh").out
    assert "在客户模型里 · " in chinese and "看某一项：rapport guide where ID" in chinese


def test_where_tells_one_place_in_both_languages(shell: Shell) -> None:
    out = shell("guide", "where", " Var-Trust ", "--plain").out
    for piece in ("Five rungs of trust", "in the customer model", "Carried by: trust, rung, trust.prior"):
        assert piece in out
    chinese = shell("guide", "where", "tier-abc", "--plain", "--lang", "zh").out
    assert "在作者写的剧本里" in chinese and "客户档案" in chinese


def test_where_for_programs(shell: Shell) -> None:
    told = object_of(shell("guide", "where", "--json").out)["places"]
    assert [entry["id"] for entry in told] == list(model_map().places)
    (one,) = object_of(shell("guide", "where", "rel-ritual", "--json").out)["places"]
    assert set(one) == {"id", "title", "lives", "in", "sentence"}
    assert one["lives"] == "scenario" and one["in"] == ["days.keep"]


@pytest.mark.parametrize(
    ("asked", "piece"),
    [
        (("where", "var-trst"), "Did you mean 'var-trust'?"),
        (("where", "flow-crm-process"), "has no place of its own"),
        (("model", "var-trust"), "only 'guide where' takes a second word"),
    ],
)
def test_where_without_a_place_is_told(shell: Shell, asked: tuple[str, str], piece: str) -> None:
    answer = shell("guide", *asked)
    assert answer.code == 2 and answer.out == "" and piece in answer.err
    assert object_of(shell("guide", *asked, "--json").out)["error"] == "unknown-item"


def test_lint_reads_the_model_map(tmp_path: Path) -> None:
    shipped = FieldGuide.load().items_file.with_name("model_map.yaml")
    assert diagnostics_of(shipped) == ()
    file = tmp_path / "map.yaml"
    file.write_text(shipped.read_text("utf-8").replace("[trust, rung,", "[trsut, rung,"), "utf-8")
    assert [found.code for found in diagnostics_of(file)] == ["SC827"]
