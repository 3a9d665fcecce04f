"""The verb `coverage`: what scenarios teach of the field guide, and what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.content.field_guide import FieldGuide
from game.content.guide_entries import Priority
from game.content.library import Library
from tests.command_line.conftest import Shell


def test_the_object_for_programs_splits_the_guide_in_taught_and_missing(shell: Shell) -> None:
    answer = shell("coverage", "--json")
    told = json.loads(answer.out)
    assert answer.code == 0
    assert [entry["id"] for entry in told["scenarios"]] == [card.id for card in Library().listing()]
    guide = FieldGuide.load()
    for priority in (Priority.CORE, Priority.IMPORTANT):
        part = told[priority.value]
        assert sorted(part["taught"] + part["missing"]) == sorted(guide.ids(priority))
    goals = {goal for entry in told["scenarios"] for goal in entry["goals"]}
    assert set(told["core"]["taught"]) == goals & set(guide.ids(Priority.CORE))
    assert all(set(entry["named"]) <= set(entry["goals"]) for entry in told["scenarios"])


@pytest.mark.parametrize(
    ("locale", "heading"), [("en", "What the scenarios teach"), ("zh", "各剧本教了什么")]
)
def test_the_page_names_goals_by_their_titles(shell: Shell, locale: str, heading: str) -> None:
    answer = shell("coverage", "--plain", "--lang", locale)
    assert answer.code == 0
    assert answer.out.startswith(heading)
    assert "tac-first-impression" in answer.out


def test_a_folder_without_scenarios_is_told(shell: Shell, tmp_path: Path) -> None:
    assert shell("coverage", str(tmp_path)).code == 2
    answer = shell("coverage", str(tmp_path / "nowhere"))
    assert answer.code == 2 and "nowhere" in answer.err


def test_a_scenario_with_errors_is_named_and_left_out(shell: Shell, tmp_path: Path) -> None:
    good = Library().listing()[0].path.read_text(encoding="utf-8")
    (tmp_path / "good.yaml").write_text(good, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("rapport: 1\nid: bad\ntitle: {en: Bad}\n", encoding="utf-8")
    answer = shell("coverage", str(tmp_path), "--json")
    assert answer.code == 0 and "bad.yaml" in answer.err
    assert len(json.loads(answer.out)["scenarios"]) == 1
