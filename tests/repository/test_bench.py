"""What the benchmarks print can be relied on; what they measure is not judged here."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.repository.checkout import ROOT
from tools import bench
from tools.benches.report import Figure, as_json, as_table
from tools.benches.timing import in_turn, percentile, ratio

FIGURES = [
    Figure("plain", 1234.5678, "ms"),
    Figure("kept", 1.5, "ms", at_most=2),
    Figure("broken", 7, "x", at_least=8),
]
AGREED = {
    "engine",
    "batch",
    "review",
    "solver",
    "library",
    "prove",
    "desk",
    "workshop",
    "classroom",
    "peers",
    "start",
}


def test_the_agreed_names_are_all_known() -> None:
    assert {*bench.MEASURED} == AGREED


def test_the_object_is_the_agreed_one() -> None:
    told = as_json(FIGURES, "python tools/bench.py engine --json")

    assert told["figures"] == {"plain": 1235.0, "kept": 1.5, "broken": 7.0}
    assert told["units"]["broken"] == "x"
    assert told["limits"]["kept"] == {"at_most": 2, "at_least": None, "kept": True}
    assert told["limits"]["broken"]["kept"] is False
    assert told["command"] == "python tools/bench.py engine --json"
    assert told["machine"]
    assert told["commit"]


def test_the_table_shows_every_figure_with_its_limit() -> None:
    lines = as_table(FIGURES, "command").splitlines()

    assert [line.split()[0] for line in lines[2:5]] == ["plain", "kept", "broken"]
    assert lines[3].endswith("at most 2 ms  kept")
    assert lines[4].endswith("at least 8 x  NOT KEPT")


def test_works_are_timed_in_turn() -> None:
    done: list[str] = []
    times = in_turn([lambda: done.append("a"), lambda: done.append("b")], 2)

    assert done == ["a", "b", "a", "b", "a", "b"]
    assert [len(each) for each in times] == [2, 2]
    assert all(each >= 0 for work in times for each in work)


def test_figures_are_drawn_from_times_as_their_names_say() -> None:
    assert percentile([5, 1, 4, 2, 3], 0.99) == 5
    assert percentile([5, 1, 4, 2, 3], 0) == 1
    assert ratio([8, 9, 10], [4, 3, 5]) == 2


@pytest.mark.slow
def test_a_benchmark_prints_one_object_and_nothing_else() -> None:
    answer = subprocess.run(
        [sys.executable, "tools/bench.py", "library", "--json"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert answer.returncode in {0, 1}, answer.stderr
    assert {"figures", "machine", "commit", "command"} <= json.loads(answer.stdout).keys()
