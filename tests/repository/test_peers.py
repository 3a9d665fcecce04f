"""The comparison with others: one dialogue for all, and a clear word where it cannot be made."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from game.analysis.batch import play
from game.analysis.sellers import RandomSeller
from game.engine.psychology import Psychology
from game.engine.rules import Rules
from tools import bench
from tools.benches.contestants import loop, machine
from tools.benches.dialogue import CHOICES, DIALOGUE, MOMENTS, as_ink, as_scenario
from tools.benches.peers import figures


def test_everybody_makes_as_many_choices(shipped_psychology: Psychology) -> None:
    rules = Rules(as_scenario(shipped_psychology))
    plays = play(rules, RandomSeller(), np.zeros(64, np.int32), seed=1)

    assert (plays.state.turn == MOMENTS).all()
    assert ((plays.offers >= 0).sum(axis=1) == CHOICES).all()
    assert loop()() == machine(hierarchical=False)() == machine(hierarchical=True)() == MOMENTS


def test_the_ink_story_holds_every_moment_and_choice() -> None:
    story = as_ink()

    assert len(DIALOGUE) == story.count("=== moment") == MOMENTS
    assert story.count("* [") == MOMENTS * CHOICES
    assert story.count("-> END") == CHOICES


def test_both_answers_come_up_in_ours(shipped_psychology: Psychology) -> None:
    """Otherwise its condition would cost nothing."""
    rules = Rules(as_scenario(shipped_psychology))
    plays = play(rules, RandomSeller(), np.arange(800, dtype=np.int32) % 8, seed=1)
    given = {rules.course.replies[int(at)].id.rpartition("/")[2] for at in plays.replies.ravel()}

    assert given == {"nods", "frowns"}


def test_figures_are_compared_with_one_story_on_one_core() -> None:
    found = {
        figure.name: figure
        for figure in figures({("inkjs", 1): 100.0, ("inkjs", 2): 180.0, ("ours_full", 1): 6_000.0})
    }

    assert found["inkjs_2_cores_to_inkjs"].value == 1.8
    assert found["ours_full_1_core_to_inkjs"].value == 60
    assert found["ours_full_1_core_to_inkjs"].kept
    assert "inkjs_1_core_to_inkjs" not in found


def test_without_npm_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    assert bench.main(["peers"]) == 2
    assert "npm" in capsys.readouterr().err
