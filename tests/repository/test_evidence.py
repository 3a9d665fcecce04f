"""The reports on the customer model: small ones are made, their figures are sound, both forms agree."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.analysis.sequences import PURE
from game.command_line.opened import as_pure_type
from game.engine import scoring
from game.engine.conversation import Conversation, Step
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.state import OPEN
from tests.repository.checkout import ROOT, tracked
from tools import ablation, effects, laws_at_length, sensitivity
from tools.evidence import morris
from tools.evidence.correlations import correlation, fitted, predicted, separation, within
from tools.evidence.dominance import dominated
from tools.evidence.intervals import of_correlation, of_median, of_separation, of_share, reach_of_mean
from tools.evidence.positions import MARGIN, flipped, positions, talks, values, walked
from tools.evidence.reporting import Report, told
from tools.evidence.scripts import crossplay
from tools.evidence.uncertainty import Ground, design_numbers, ensemble
from tools.shipped import scenario

NAME = "seven-seconds"
REPORTS = ROOT / "tools" / "evidence" / "reports"
SOME_MECHANISMS = ("discovery", "repetition", "days")
FEW_NUMBERS = ("patience.turn", "dose.normal", "nps.trust")


@cache
def made(name: str) -> Report:
    """A very small report."""
    match name:
        case "ablation":
            return ablation.report([NAME], 6, 1, SOME_MECHANISMS)
        case "effects":
            return effects.report([NAME], 180, 1, generations=1)
        case _:
            return sensitivity.report([NAME], 9, 1, sensitivity.Effort(2, 2, 2), FEW_NUMBERS)


def numbers(value: Any) -> list[float]:
    """All numbers anywhere in a report."""
    if isinstance(value, dict):
        return [number for part in value.values() for number in numbers(part)]
    if isinstance(value, list | tuple):
        return [number for part in value for number in numbers(part)]
    return [float(value)] if isinstance(value, int | float) else []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ablation", "effects", "sensitivity"])
def test_a_report_has_finite_figures_and_both_forms_agree(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = made(name)
    told(report, ["--seed", "1", "--into", str(tmp_path)], as_json=True, folder=tmp_path)
    markdown = (tmp_path / f"{name}.md").read_text(encoding="utf-8")
    whole = json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))

    assert json.loads(capsys.readouterr().out.replace("\r", "")) == whole
    assert whole["command"] == f"python tools/{name}.py --seed 1"
    assert whole["command"] in markdown
    assert whole["commit"] in markdown
    assert whole["machine"] in markdown
    assert numbers(whole["figures"])
    assert all(math.isfinite(number) for number in numbers(whole["figures"]))


@pytest.mark.slow
def test_the_ablation_report_agrees_with_its_json() -> None:
    report = made("ablation")
    cells = rows(report.markdown)

    assert set(report.figures["mechanisms"]) == set(SOME_MECHANISMS)
    assert report.figures["mechanisms"]["discovery"]["scenarios"] == 1
    assert "tests/laws`): days." in report.markdown
    for name, figures in report.figures["mechanisms"].items():
        assert cells[name][0] == f"{figures['score']:+.1f} ± {figures['score_reach']:.1f}"
        assert cells[name][2].startswith(f"{figures['best']:.0%}")


@pytest.mark.slow
def test_the_report_on_effects_agrees_with_its_json() -> None:
    report = made("effects")
    law = report.figures["law_17"]
    sensible = report.figures["scenarios"][NAME]["sensible"]
    sizes = [abs(tells["r"]) for tells in sensible["tactics"].values()]

    assert law["median"] == pytest.approx(np.median(sizes))
    assert law["greatest"] == pytest.approx(max(sizes))
    assert law["beyond"] == sum(size > 0.2 for size in sizes)
    assert f"median |r| **{law['median']:.2f}**" in report.markdown
    assert f"loses **{report.figures['law_16']['loss']:.0%}**" in report.markdown
    matrix = report.figures["law_16"]["scenarios"][NAME]["matrix"]
    assert rows(report.markdown)["the script for D"] == [f"{score:.0f}" for score in matrix[0]]


@pytest.mark.slow
def test_the_report_on_sensitivity_agrees_with_its_json() -> None:
    report = made("sensitivity")
    cells = rows(report.markdown)

    assert set(report.figures["coefficients"]) == {"patience.turn", "dose.normal"}, "nobody reads the third"
    for name, figures in report.figures["coefficients"].items():
        assert cells[name][2].startswith(f"{figures['flips']:.0%}")
        assert cells[name][5] == f"{figures['points_low']:+.0f}"
    assert f"**{report.figures['uncertain']:.0%}** of the positions" in report.markdown


def rows(markdown: str) -> dict[str, list[str]]:
    """The first row of each name in the tables of a report: its cells after the first."""
    found: dict[str, list[str]] = {}
    for line in markdown.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] not in found:
            found[cells[0]] = cells[1:]
    return found


@pytest.mark.parametrize("name", ["ablation", "effects", "sensitivity"])
def test_the_kept_reports_say_how_they_were_made(name: str) -> None:
    text = (REPORTS / f"{name}.md").read_text(encoding="utf-8")

    assert re.search(rf"Made by `python tools/{name}\.py[^`]*` at commit [0-9a-f]{{12}}\+?, on .+\.\n$", text)


def test_the_json_of_the_reports_is_not_kept() -> None:
    assert [path for path in tracked("tools/evidence/reports/*") if path.suffix != ".md"] == []


def test_positions_are_what_the_conversations_led_to() -> None:
    rules = Rules(scenario(NAME))
    at = positions(rules, 9, 2)

    assert at.count == 9
    assert ((at.offered != OPEN).sum(axis=0) > 1).all()
    for turn, state in enumerate(walked(rules, at.talks)):
        here = np.flatnonzero(at.turn == turn)
        offered = rules.course.choices(state.only(at.play[here]))
        assert (np.sort(offered, axis=0) == np.sort(at.offered[:, here], axis=0)).all()
    score = values(rules, at)
    assert ((score >= 0) == (at.offered != OPEN)).all()
    assert score.max() <= 1_000


def test_conversations_that_are_walked_again_come_to_the_same() -> None:
    rules = Rules(scenario(NAME))
    told_of = talks(rules, 9, 3)
    once, again = (list(walked(rules, told_of, forced)) for forced in (False, True))

    for lines, one, other in zip(told_of.moves, once, again, strict=True):
        going = lines != OPEN
        assert (one.mind[..., going] == other.mind[..., going]).all()


def test_a_line_is_flipped_when_it_loses_more_than_the_margin() -> None:
    usual = np.array([[10, 10, 10], [0, 0, 0]])
    other = np.array([[10, 10, 10], [10 + MARGIN, 11 + MARGIN, 0]])

    assert flipped(usual, other).tolist() == [False, True, False]


def test_dominated_lines_are_some_and_not_all() -> None:
    rules = Rules(scenario(NAME))
    silly = dominated(rules, 45, 1)

    assert silly.shape == (len(rules.lines.lines) + 1,)
    assert not silly[-1]
    assert 0 < silly.sum() < len(silly) / 2


def test_the_talks_of_the_cross_play_are_those_of_the_pure_types() -> None:
    base = scenario(NAME)
    found = crossplay(Rules(base), 1, most=2)

    for letter, talk, score in zip(PURE, found.talks, found.first, strict=True):
        pure = as_pure_type(base, letter)
        conversation = Conversation.begin(pure, seed_for(pure, 0))
        for line in talk:
            step = conversation.say(line)
            assert isinstance(step, Step), (letter, line)
            conversation = step.conversation
        assert conversation.outcome is not None
        assert scoring.score(conversation).total == score
    assert (found.tailored >= found.matrix.max(axis=0)).all()
    assert (found.tailored >= found.fixed).all()
    assert 0 <= found.index <= 1
    assert 0 <= found.loss <= 1


def test_what_no_position_reads_cannot_matter() -> None:
    ground = Ground.of(scenario(NAME), 9, 1)
    low, high = ground.limits("nps.trust")

    assert "nps.trust" in design_numbers()
    assert "nps.trust" not in ground.read
    assert all((ground.moved({"nps.trust": end}) == ground.usual).all() for end in (low, high))
    assert not (ground.moved({"patience.turn": ground.limits("patience.turn")[1]}) == ground.usual).all()
    assert ensemble(ground, 2, 0.0, 1).agreement.tolist() == [1.0] * 9


def test_elementary_effects_come_from_the_library() -> None:
    pytest.importorskip("SALib", reason="an extra of its own: evidence")
    ground = Ground.of(scenario(NAME), 9, 1)
    found = morris.effects([ground], ["patience.turn", "nps.trust"], 2, 1)

    assert found["nps.trust"].points == found["nps.trust"].flips == 0
    assert found["patience.turn"].points > 0


def test_intervals_are_the_textbook_ones() -> None:
    assert of_share(0.5, 100) == pytest.approx((0.404, 0.596), abs=0.001)
    assert of_share(0.0, 10) == pytest.approx((0.0, 0.278), abs=0.001)
    assert of_correlation(0.3, 100) == pytest.approx((0.110, 0.469), abs=0.001)
    assert of_separation(0.5, 100, 100)[0] == pytest.approx(0.42, abs=0.01)
    assert reach_of_mean(np.array([1.0, 2.0, 3.0, 4.0])) == pytest.approx(1.265, abs=0.001)
    low, high = of_median([0.1, 0.2, 0.3, 0.4, 0.5])
    assert 0.1 <= low < 0.3 < high <= 0.5


def test_correlations_and_areas_of_what_is_known() -> None:
    yes = np.array([1.0, 1.0, 0.0, 0.0])

    assert correlation(yes, yes) == pytest.approx(1)
    assert correlation(yes, np.ones(4)) == 0
    assert correlation(within(yes, np.array([0, 0, 1, 1])), yes) == 0
    assert separation(np.array([3.0, 2.0, 1.0, 0.0]), yes > 0) == 1
    assert separation(np.ones(4), yes > 0) == 0.5


def test_a_regression_finds_what_is_there_and_nothing_else() -> None:
    chance = np.random.default_rng(5)
    features = (chance.random((2_000, 3)) < 0.5).astype(float)
    happened = chance.random(2_000) < np.where(features[:, 1] > 0, 0.8, 0.2)
    weights = fitted(features, happened)

    assert weights[2] == pytest.approx(2 * math.log(4), abs=0.3)
    assert np.abs(weights[[1, 3]]).max() < 0.3
    assert predicted(features, happened, chance) == pytest.approx(0.8, abs=0.03)
    assert predicted(features, chance.random(2_000) < 0.5, chance) == pytest.approx(0.5, abs=0.05)


def test_a_law_is_told_by_its_number_and_other_tests_by_their_file() -> None:
    assert laws_at_length.named("tests/laws/test_mind_value.py::test_law_15_about_twice[8]") == "law 15"
    assert laws_at_length.named("tests/test_golden_reactions.py::test_it[x]") == "golden reactions"


@pytest.mark.parametrize("tool", [ablation, effects, sensitivity])
def test_a_scenario_that_is_not_there_is_told_with_those_that_are(tool: Any) -> None:
    with pytest.raises(SystemExit, match=NAME):
        tool.main(["--scenarios", "seven-minutes"])
