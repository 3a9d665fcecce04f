"""`rapport simulate`: the object for programs, the page for people, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command_line.conftest import Shell

QUICK = ("--plays", "120")


def told(shell: Shell, *arguments: str) -> dict[str, Any]:
    answer = shell("simulate", *arguments, "--json")
    assert answer.code == 0, answer.err
    data: dict[str, Any] = json.loads(answer.out)
    return data


def test_the_object_holds_what_was_agreed(shell: Shell) -> None:
    data = told(shell, "seven-seconds", "--seller", "random", "--seed", "7", *QUICK)

    assert (data["seed"], data["plays"], data["partial"]) == (7, 120, False)
    assert data["seconds"] > 0
    assert data["plays_per_second"] > 0
    (run,) = data["runs"]
    assert (run["scenario"], run["seller"], run["plays"]) == ("seven-seconds", "random", 120)
    assert set(run["outcomes"]) == {"agreed", "left", "out-of-time"}
    assert sum(outcome["count"] for outcome in run["outcomes"].values()) == 120
    for outcome in (*run["outcomes"].values(), *run["endings"].values()):
        assert 0 <= outcome["low"] <= outcome["share"] <= outcome["high"] <= 10_000
    quantiles = list(run["score"]["quantiles"].values())
    assert quantiles == sorted(quantiles)
    assert sum(run["score"]["histogram"]) == 120
    assert len(run["customers"]) == 8
    line = run["lines"]["pack-record"]
    assert line["beat"] == "inside-sleeve"
    assert 0 < line["said"] <= line["offered"] <= 120
    assert len(line["helped_whom"]) == 8
    said = sum(line["said"] for line in run["lines"].values())
    assert sum(run["replies"].values()) + run["bank"]["count"] + run["alone"] == said
    trust = run["envelopes"]["trust"]
    assert (trust[0]["turn"], trust[0]["plays"]) == (0, 120)
    assert all(moment["10"] <= moment["50"] <= moment["90"] for moment in trust)


def test_the_same_command_gives_the_same_figures(shell: Shell) -> None:
    one, other = (told(shell, "seven-seconds", *QUICK)["runs"][0] for _ in range(2))

    for run in (one, other):
        del run["seconds"], run["plays_per_second"]
    assert one == other


def test_a_script_is_played_again_line_by_line(shell: Shell) -> None:
    """With one customer and no noise, a script is one conversation: the one that `play --choices` plays."""
    first = json.loads(shell("play", "seven-seconds", "--seed", "1", "--json").out)
    choices: list[str] = []
    while "offers" in first and first.get("error"):
        choices.append(sorted(first["offers"])[0])
        words = ("--choices", ",".join(choices), "--customer", "3", "--json")
        first = json.loads(shell("play", "seven-seconds", *words).out)
    script = ",".join(choices)

    run = told(
        shell, "seven-seconds", "--seller", "scripted", "--script", script, "--customer", "3", "--plays", "5"
    )["runs"][0]

    assert run["customer"] == 3
    assert run["score"]["quantiles"]["0"] == run["score"]["quantiles"]["100"] == first["scorecard"]["total"]
    assert run["endings"][first["outcome"]]["count"] == 5
    assert [line for line, hits in run["lines"].items() if hits["said"]] == [
        line for line in run["lines"] if line in choices
    ]
    assert [run["lines"][line]["said"] for line in choices] == [5] * len(choices)


def test_a_pure_type_is_another_scenario(shell: Shell) -> None:
    own, pure = (
        told(shell, "seven-seconds", *QUICK, *words)["runs"][0] for words in ((), ("--customer", "D"))
    )

    assert (own["type"], pure["type"]) == (None, "D")
    assert own["fingerprint"] != pure["fingerprint"]
    assert pure["score"]["mean"] != own["score"]["mean"]


def test_everybody_plays_the_smallest_scenario(shell: Shell) -> None:
    data = told(shell, "scenarios/examples", "--seller", "all", "--plays", "40")

    assert {run["scenario"] for run in data["runs"]} == {"smallest"}
    for run in data["runs"]:
        said = sum(line["said"] for line in run["lines"].values())
        assert sum(run["replies"].values()) + run["bank"]["count"] + run["alone"] == said


def test_noise_and_sellers_make_a_difference(shell: Shell) -> None:
    data = told(shell, "seven-seconds", "--seller", "listener,pusher", "--noise", "0", *QUICK)
    listener, pusher = data["runs"]

    assert (listener["noise"], pusher["noise"]) == (0, 0)
    assert listener["score"]["low"] > pusher["score"]["high"]
    noisy = told(shell, "seven-seconds", "--seller", "listener", "--noise", "60", *QUICK)["runs"][0]
    assert noisy["noise"] == 6_000
    assert noisy["score"]["high"] < listener["score"]["low"]


def test_a_folder_is_a_row_for_every_scenario(shell: Shell, tmp_path: Path) -> None:
    for name in ("seven-seconds", "too-complicated"):
        (tmp_path / f"{name}.yaml").write_bytes(Path(f"scenarios/{name}.yaml").read_bytes())
    answer = shell("simulate", str(tmp_path), "--seller", "random", "--seller", "listener", "--plays", "40")

    assert answer.code == 0
    rows = [line for line in answer.out.splitlines() if "Anybody" in line or "listener" in line]
    assert [row.split("  ")[0].split()[0] for row in rows] == ["Seven", "Seven", "What", "What"]


def test_one_run_is_told_at_length(shell: Shell) -> None:
    answer = shell("simulate", "seven-seconds", "--plays", "400")

    assert "Anybody" in answer.out
    assert "Passed: " in answer.out
    assert "What went with worse scores" in answer.out
    assert "400 conversations in" in answer.out


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("no-such-scenario",), "unknown-scenario"),
        (("seven-seconds", "--seller", "listner"), "seller"),
        (("seven-seconds", "--plays", "0"), "plays"),
        (("seven-seconds", "--seed", "-1"), "seed"),
        (("seven-seconds", "--noise", "101"), "noise"),
        (("seven-seconds", "--customer", "9"), "customer"),
        (("seven-seconds", "--customer", "X"), "customer"),
        (("seven-seconds", "--seller", "scripted"), "script"),
        (("seven-seconds", "--script", "ask-leav"), "line"),
        (("seven-seconds", "--fallback", "scripted"), "seller"),
        (("seven-seconds", "--fallback", "class"), "seller"),
        (("seven-seconds", "--html", "nowhere/report.html"), "html"),
        (("tests/command_line/scenarios/none",), "unknown-scenario"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_had_is_said(shell: Shell, arguments: tuple[str, ...], kind: str) -> None:
    answer = shell("simulate", *arguments, "--json")

    assert answer.code == 2
    assert json.loads(answer.out)["error"] == kind
    people = shell("simulate", *arguments)
    assert people.code == 2
    assert "Traceback" not in people.err


def test_an_interruption_tells_what_is_complete(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.analysis.simulation import Plan

    block = Plan.block
    done: list[int] = []

    def interrupted(plan, rules, number):  # type: ignore[no-untyped-def]
        if done:
            raise KeyboardInterrupt
        done.append(number)
        return block(plan, rules, number)

    monkeypatch.setattr(Plan, "block", interrupted)
    answer = shell("simulate", "seven-seconds", "--seller", "random,listener", *QUICK, "--json")

    assert answer.code == 130
    data = json.loads(answer.out)
    assert (data["partial"], data["plays"]) == (True, 120)
    assert [run["partial"] for run in data["runs"]] == [False, True]
