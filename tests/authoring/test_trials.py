"""Golden paths: what a trainer expects of a conversation is played and held against what happens."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.command_line.trying import trials_of
from game.content.golden_paths import ENDING, scenario_of
from game.language.locale import Locale
from tests.command_line.conftest import Shell
from tests.content.readings import ROOT, told
from tests.content.test_broken import expected_in

BROKEN = sorted((ROOT / "tests" / "broken").glob("SC60*.yaml"))
TEN_MINUTES = ROOT / "tests" / "content" / "ten-minutes.yaml"

GOOD = """\
rapport-paths: 1
scenario: ten-minutes.yaml
paths:
  quiet-end:
    note: Leaving without asking is a polite no.
    customer: 2
    say: [give-figures, leave-quietly]
    expect:
      - {after: give-figures, stage: cognition, when: [trust >= 5, said give-figures]}
    ending: brushed-off
    score: 0..600
"""


def write(folder: Path, text: str) -> Path:
    (folder / "ten-minutes.yaml").write_text(TEN_MINUTES.read_text(encoding="utf-8"), encoding="utf-8")
    file = folder / f"ten-minutes{ENDING}"
    file.write_text(text, encoding="utf-8")
    return file


SHIPPED = sorted((ROOT / "scenarios").rglob(f"*{ENDING}"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_golden_paths_that_come_with_the_scenarios_hold(path: Path) -> None:
    found, plays = trials_of(path)
    assert [each.rendered() for each in found] == [] and plays


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_path_that_comes_out_otherwise_is_told_where_it_stands(path: Path) -> None:
    found, _ = trials_of(path)
    assert expected_in(path) == sorted(told(found))
    for each in found:
        for locale in Locale:
            assert "{" not in each.message.said(locale)
        assert re.search(r"[一-鿿]", each.message.said(Locale.ZH))


def test_a_path_as_expected_passes(tmp_path: Path) -> None:
    found, plays = trials_of(write(tmp_path, GOOD))
    assert found == ()
    assert [(play["id"], play["faults"], play["ending"]) for play in plays] == [
        ("quiet-end", 0, "brushed-off")
    ]


def test_without_a_name_the_file_beside_is_meant(tmp_path: Path) -> None:
    file = write(tmp_path, GOOD.replace("scenario: ten-minutes.yaml\n", ""))
    assert scenario_of(file) == tmp_path / "ten-minutes.yaml"
    assert trials_of(file)[0] == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("say: [give-figures", "say: [give-figure", "SC402"),
        ("ending: brushed-off", "ending: brushed", "SC401"),
        ("trust >= 5", "trsut >= 5", "SC502"),
        ("said give-figures]", "told blame]", "SC403"),
        ("customer: 2", "customer: 99", "SC207"),
        ("score: 0..600", "score: 0..6000", "SC207"),
        ("note:", "remark:", "SC203"),
        ("stage: cognition", "stage: cognitoin", "SC205"),
        ("    expect:\n      - {after", "    expect: {after", "SC204"),
        ("rapport-paths: 1", "rapport-paths: 2", "SC821"),
    ],
)
def test_a_slip_of_the_pen_is_named(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert old in GOOD
    found, plays = trials_of(write(tmp_path, GOOD.replace(old, new)))
    assert code in {each.code for each in found}
    assert plays == []


def test_the_verb_ends_with_1_where_a_path_fails(shell: Shell, tmp_path: Path) -> None:
    file = write(tmp_path, GOOD)
    assert shell("test", str(file)).code == 0
    assert shell("test", str(tmp_path)).code == 0
    assert shell("test", str(tmp_path / "ten-minutes.yaml")).code == 0
    file.write_text(GOOD.replace("0..600", "990..1000"), encoding="utf-8")
    answer = shell("test", str(file))
    assert answer.code == 1 and "SC604" in answer.out and "1 came out otherwise" in answer.out
    record = json.loads(shell("test", str(file), "--json").out)["files"][0]
    assert record["paths"][0]["faults"] == 1 and record["diagnostics"][0]["code"] == "SC604"


def test_nothing_to_play_is_told(shell: Shell, tmp_path: Path) -> None:
    assert shell("test", str(tmp_path)).code == 2
    assert shell("test", str(TEN_MINUTES)).code == 2
    assert shell("test", str(tmp_path / "nothing.yaml")).code == 2


def test_lint_checks_the_names_without_playing(shell: Shell, tmp_path: Path) -> None:
    file = write(tmp_path, GOOD.replace("990..1000", "0..1").replace("leave-quietly]", "leave-quitely]"))
    answer = shell("lint", str(file))
    assert answer.code == 1 and "SC402" in answer.out and "leave-quietly" in answer.out
