"""A scenario that is being written is read when it has come to rest, and its play goes on where it can."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.watch import GONE, Glance, relived
from game.content.loading import load_scenario
from game.engine.conversation import Conversation, Step
from game.engine.scenario import Scenario
from tests.desk.looking_back import SCENARIO


def scenario_of(path: Path, text: str = SCENARIO) -> Scenario:
    path.write_text(text, encoding="utf-8")
    found = load_scenario(path).scenario
    assert found is not None
    return found


def said(conversation: Conversation) -> list[str]:
    return [reaction.line for reaction in conversation.reactions]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenario]:
    yield scenario_of(tmp_path_factory.mktemp("watch") / "short visit 短.yaml")


def play(scenario: Scenario, choices: list[int], seed: int = 3) -> Conversation:
    conversation = Conversation.begin(scenario, seed)
    for choice in choices:
        offers = conversation.offers()
        if not offers:
            break
        step = conversation.say(offers[choice % len(offers)].id)
        assert isinstance(step, Step)
        conversation = step.conversation
    return conversation


def test_the_first_look_reads_and_the_next_one_does_not(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one", encoding="utf-8")
    glance = Glance(file)
    assert [glance.changed() for _ in range(4)] == [True, False, False, False]


def test_a_file_is_read_once_it_has_come_to_rest(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one", encoding="utf-8")
    glance = Glance(file)
    glance.changed()
    file.write_text("one and a", encoding="utf-8")
    assert not glance.changed(), "somebody may still be writing"
    file.write_text("one and a half", encoding="utf-8")
    assert not glance.changed()
    assert glance.changed()
    assert not glance.changed()


def test_a_change_of_the_same_length_is_seen_by_its_time(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    glance = Glance(file)
    glance.changed()
    file.write_text("two", encoding="utf-8")
    os.utime(file, ns=(2, 2))
    assert [glance.changed(), glance.changed(), glance.changed()] == [False, True, False]


def test_a_file_that_is_moved_away_for_a_moment_is_not_missed(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one", encoding="utf-8")
    glance = Glance(file)
    glance.changed()
    file.rename(tmp_path / "a.yaml~")
    assert not any(glance.changed() for _ in range(GONE - 1))
    (tmp_path / "new").write_text("another", encoding="utf-8")
    (tmp_path / "new").rename(file)
    assert [glance.changed(), glance.changed()] == [False, True]


def test_a_file_that_is_gone_for_good_is_told_once_and_found_again(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    glance = Glance(file)
    assert glance.changed()
    file.write_text("here", encoding="utf-8")
    assert [glance.changed(), glance.changed()] == [False, True]
    file.unlink()
    assert sum(glance.changed() for _ in range(3 * GONE)) == 1


@given(choices=st.lists(st.integers(0, 3), max_size=8), seed=st.integers(0, 2**32 - 1))
def test_nothing_is_lost_where_nothing_has_changed(shipped: Scenario, choices: list[int], seed: int) -> None:
    before = play(shipped, choices, seed)
    again = relived(before, shipped)
    assert (again.lost, again.left_out) == ("", 0)
    assert again.conversation.transcript() == before.transcript()
    assert (again.conversation.mind() == before.mind()).all()


def test_a_line_that_is_gone_ends_the_replay_and_is_named(shipped: Scenario, tmp_path: Path) -> None:
    before = play(shipped, [0] * 8)
    gone = said(before)[2]
    changed = scenario_of(tmp_path / "b.yaml", SCENARIO.replace(f"{gone}:", f"{gone}-or-so:"))
    again = relived(before, changed)
    assert again.lost == gone
    assert again.left_out == len(before.reactions) - 2
    assert said(again.conversation) == said(before)[:2]
    assert again.conversation.rules.scenario is changed


def test_other_words_and_another_name_lose_nothing(shipped: Scenario, tmp_path: Path) -> None:
    before = play(shipped, [1] * 5)
    text = SCENARIO.replace("id: short-visit", "id: long-visit").replace(
        "She stays on her feet.", "She sits."
    )
    again = relived(before, scenario_of(tmp_path / "c.yaml", text))
    assert not again.lost
    assert said(again.conversation) == said(before)
