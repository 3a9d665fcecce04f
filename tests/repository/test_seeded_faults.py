"""Faults planted into the shipped scenarios are told where they stand; harmless edits are not told at all."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.repository.checkout import ROOT
from tools import faults
from tools.seeded.elsewhere import planted
from tools.seeded.in_stories import IN_INK, IN_RENPY
from tools.seeded.kinds import KINDS
from tools.seeded.measuring import Trial, false_alarms, pages, trials
from tools.seeded.page import Page, typo
from tools.seeded.stories import as_ink, as_renpy, moments

TIMES = 2
"""Faults of each kind; the benchmark itself plants twenty."""


@cache
def small() -> tuple[Page, ...]:
    """A little scenario and the shortest shipped one, which are read quickly; the benchmark takes all."""
    ten = ROOT / "tests" / "content" / "ten-minutes.yaml"
    shortest = min(pages(), key=lambda page: len(page.lines))
    return Page(ten.stem, ten.read_text("utf-8").splitlines()), shortest


@cache
def some(name: str) -> tuple[Trial, ...]:
    """A few faults of one kind, in a scenario each where it has room for them."""
    found = tuple(trials(TIMES, 1, [name], small()))
    return found if len(found) == TIMES else tuple(trials(TIMES, 1, [name]))


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_a_planted_fault_is_told_where_it_stands(name: str) -> None:
    assert len(some(name)) == TIMES
    for trial in some(name):
        assert trial.placed, f"{trial.planted.note} in {trial.scenario}: {trial.told}"
        assert trial.named, f"{trial.planted.note} in {trial.scenario}: {trial.told}"


def test_there_are_enough_kinds_and_each_says_what_was_done() -> None:
    assert len(KINDS) >= 25
    assert all(kind.about and kind.codes for kind in KINDS.values())


@pytest.mark.slow
def test_nothing_is_said_without_reason() -> None:
    assert not {name: count for name, count in false_alarms(1, 1, small()).items() if count}


@pytest.mark.parametrize("name", ["misspelt field", "GBK", "deleted fact", "contradiction"])
def test_the_same_seed_plants_the_same_faults(name: str) -> None:
    first, again = (list(trials(3, 7, [name])) for _ in range(2))
    assert first == again
    assert len({trial.planted.data for trial in first}) == 3


def test_the_places_of_a_change_are_counted_in_the_new_page() -> None:
    page = Page("page", ["a", "b", "c", "d"])
    fault = page.planted({1: [], 2: ["x", "y"]}, 3)
    assert fault.data == b"a\nx\ny\nd\n"
    assert fault.lines == {2, 3, 4}


def test_a_typo_is_always_another_word() -> None:
    words = sorted(
        {word for page in pages() for line in page.lines for word in re.findall(r"[a-z-]{3,}", line)}
    )
    assert not [word for word in words if typo(word, Random(word)) == word]


@pytest.mark.parametrize("wanted", [IN_INK, IN_RENPY], ids=["ink", "renpy"])
def test_the_faults_of_others_can_be_planted(wanted: dict[str, object]) -> None:
    written = as_ink if wanted is IN_INK else as_renpy
    plants = IN_INK if wanted is IN_INK else IN_RENPY
    story = Page("seven-seconds", written(moments("seven-seconds")))
    made = planted(plants, [story], 2, 1)
    assert set(plants) <= set(KINDS)
    assert Counter(name for name, _, _ in made) == Counter(dict.fromkeys(plants, 2))
    assert all(fault.lines for _, _, fault in made)


@pytest.mark.slow
def test_the_report_and_its_json_agree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over the faults that were planted above: what is counted is the same, and nothing is read twice."""
    monkeypatch.setattr(faults, "trials", lambda times, seed, names: some(*names)[:times])
    monkeypatch.setattr(faults, "false_alarms", lambda times, seed: {"as shipped": 0})
    assert faults.main(["--times", str(TIMES), "--alone", "--into", str(tmp_path)]) == 0
    capsys.readouterr()
    told = json.loads((tmp_path / "faults.json").read_text("utf-8"))
    markdown = (tmp_path / "faults.md").read_text("utf-8")
    figures = told["figures"]
    assert f"{figures['kinds']} kinds of fault, {figures['faults']} faults" in markdown
    assert f"**{100 * figures['placed']:.1f} %** at the right" in markdown
    assert figures["placed"] >= faults.PLACED
    assert figures["false_alarms"] == 0


def test_the_kept_report_says_how_it_was_made() -> None:
    text = (ROOT / "tools" / "evidence" / "reports" / "faults.md").read_text("utf-8")
    assert re.search(r"Made by `python tools/faults\.py[^`]*` at commit [0-9a-f]{12}\+?, on .+\.\n$", text)
