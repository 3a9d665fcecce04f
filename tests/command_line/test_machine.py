"""The contract for programs: exact keys, exact sums, exit codes."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.command_line.conftest import WET_UMBRELLA, Shell

CHOICES = "leave-umbrella,ask-oven,choose-day"


def object_of(shell: Shell, *arguments: str) -> tuple[int, Any]:
    answer = shell(*arguments, "--json")
    assert answer.err == ""
    return answer.code, json.loads(answer.out)


def driven(shell: Shell, scenario: str, *more: str) -> list[str]:
    """Line by line to the end, always the first on offer, learnt from the command itself."""
    said: list[str] = []
    while True:
        code, told = object_of(shell, "play", scenario, "--choices", ",".join(said), *more)
        if code == 0:
            return said
        assert code == 2
        assert told["error"] == "unfinished"
        assert told["turn"] == len(said) + 1
        assert told["said"] == said
        assert 1 <= len(told["offers"]) <= 4
        said.append(told["offers"][0])


def test_a_scenario_can_be_driven_line_by_line(shell: Shell) -> None:
    assert len(driven(shell, WET_UMBRELLA, "--seed", "5")) >= 3


def test_the_account_has_the_keys_of_the_contract(shell: Shell) -> None:
    code, told = object_of(shell, "play", WET_UMBRELLA, "--choices", CHOICES, "--seed", "7")
    assert code == 0
    assert set(told) >= {
        "scenario",
        "fingerprint",
        "seed",
        "start",
        "turns",
        "outcome",
        "scorecard",
        "transcript",
    }
    assert told["scenario"] == "wet-umbrella"
    assert told["seed"] == 7
    assert told["outcome"] in {"dated", "card"}
    assert "total" in told["scorecard"]
    for turn in told["turns"]:
        assert set(turn) >= {"line", "stage", "mind", "causes", "reply", "cues"}
        assert all(set(cause) == {"name", "trait", "amount"} for cause in turn["causes"])
        assert turn["line"] in turn["offers"]
    assert [move["say"] for move in told["transcript"]["moves"]] == CHOICES.split(",")


AFTERMATH = {
    "loyalty", "rung", "attachment", "regret", "regrets", "habit", "switching", "again", "leaving",
    "referral", "historic", "current", "potential", "polite_leaver", "account", "rfm", "worth",
}  # fmt: skip


def test_the_account_says_what_became_of_her(shell: Shell) -> None:
    _, told = object_of(shell, "play", WET_UMBRELLA, "--choices", CHOICES, "--seed", "7")
    assert set(told["aftermath"]) == AFTERMATH
    assert told["aftermath"]["account"] is told["aftermath"]["rfm"] is told["aftermath"]["worth"] is None
    assert 0 <= told["aftermath"]["loyalty"] <= 5
    assert told["aftermath"]["rung"] in {
        "none", "cognitive", "affective", "conative", "behavioural", "advocacy"
    }  # fmt: skip
    assert sum(told["aftermath"]["regrets"].values()) >= told["aftermath"]["regret"]


def test_where_several_people_are_there_everybody_has_an_aftermath(shell: Shell) -> None:
    said = driven(shell, "seven-seconds")
    _, told = object_of(shell, "play", "seven-seconds", "--choices", ",".join(said))
    assert set(told["aftermath"]) == AFTERMATH | {"people"}
    people = told["aftermath"]["people"]
    assert set(people) == set(told["people"])
    assert people["customer"] == {
        name: value for name, value in told["aftermath"].items() if name != "people"
    }
    assert told["aftermath"]["account"]["lifecycle"] == "prospect"
    assert set(told["aftermath"]["rfm"]) == {"recency", "frequency", "money"}
    assert set(told["aftermath"]["worth"]) == {"historic", "current", "potential", "lifetime", "currency"}


def test_causes_sum_to_every_change(shell: Shell) -> None:
    _, told = object_of(shell, "play", WET_UMBRELLA, "--choices", CHOICES)
    before = told["start"]
    for turn in told["turns"]:
        sums: defaultdict[str, int] = defaultdict(int)
        for cause in turn["causes"]:
            sums[cause["trait"]] += cause["amount"]
        assert {trait: before[trait] + sums[trait] for trait in before} == turn["mind"]
        before = turn["mind"]


def test_with_several_people_causes_sum_for_everybody(shell: Shell) -> None:
    said = driven(shell, "seven-seconds")
    _, told = object_of(shell, "play", "seven-seconds", "--choices", ",".join(said))
    before = told["people"]
    assert len(before) > 1
    for turn in told["turns"]:
        sums: defaultdict[tuple[str, str], int] = defaultdict(int)
        for cause in turn["causes"]:
            sums[cause["person"], cause["trait"]] += cause["amount"]
        now = {
            person: {trait: mind[trait] + sums[person, trait] for trait in mind}
            for person, mind in before.items()
        }
        assert now == turn["people"]
        assert turn["mind"] == turn["people"][turn["person"] or "customer"]
        before = turn["people"]


def test_the_parts_of_the_scorecard_sum_to_its_total(shell: Shell) -> None:
    _, told = object_of(shell, "play", WET_UMBRELLA, "--choices", CHOICES)
    card = told["scorecard"]
    parts = [*card["criteria"].values(), *card["grades"].values(), card["honesty"]]
    assert sum(part["earned"] for part in parts) == card["total"]
    assert sum(part["possible"] for part in parts) == 1000


def test_the_same_command_prints_the_same_bytes(shell: Shell) -> None:
    arguments = ("play", WET_UMBRELLA, "--choices", CHOICES, "--json")
    assert shell(*arguments) == shell(*arguments)
    assert shell(*arguments) == shell(*arguments, "--lang", "zh")


@pytest.mark.parametrize(
    ("choices", "error", "turn", "said"),
    [
        ("", "unfinished", 1, []),
        ("leave-umbrella", "unfinished", 2, ["leave-umbrella"]),
        ("ask-oven", "unavailable", 1, []),
        ("no-such-line", "unavailable", 1, []),
        ("leave-umbrella,leave-umbrella", "unavailable", 2, ["leave-umbrella"]),
        (f"{CHOICES},ask-oven", "unavailable", 4, CHOICES.split(",")),
    ],
)
def test_a_play_that_stops_says_where(
    shell: Shell, choices: str, error: str, turn: int, said: list[str]
) -> None:
    code, told = object_of(shell, "play", WET_UMBRELLA, "--choices", choices)
    assert code == 2
    assert set(told) == {"error", "turn", "said", "offers"}
    assert (told["error"], told["turn"], told["said"]) == (error, turn, said)


def test_lines_that_are_not_on_offer_can_be_left_out_and_are_named(shell: Shell) -> None:
    first, *rest = CHOICES.split(",")
    bent = ",".join(("no-such-line", first, first, *rest))
    _, straight = object_of(shell, "play", WET_UMBRELLA, "--choices", CHOICES)
    code, told = object_of(shell, "play", WET_UMBRELLA, "--choices", bent, "--leave-out")
    assert code == 0
    assert [(each["turn"], each["line"]) for each in told.pop("left_out")] == [
        (1, "no-such-line"),
        (2, first),
    ]
    assert told == straight
    code, told = object_of(shell, "play", WET_UMBRELLA, "--choices", first, "--leave-out")
    assert code == 2
    assert (told["error"], told["left_out"], told["turns"]) == ("unfinished", [], straight["turns"][:1])
    answer = shell("play", WET_UMBRELLA, "--choices", bent, "--leave-out")
    assert answer.code == 0 and answer.out.count("was not on offer") == 2


def test_every_customer_can_be_asked_for(shell: Shell) -> None:
    for number in range(1, 5):
        _, told = object_of(
            shell, "play", WET_UMBRELLA, "--choices", CHOICES, "--customer", str(number), "--seed", "100"
        )
        assert told["customer"] == number
        assert told["seed"] >= 100


def test_a_pure_type_has_rules_of_its_own(shell: Shell) -> None:
    prints = set()
    for letter in ("", "D", "I", "S", "C", "d"):
        more = ("--customer", letter) if letter else ()
        _, told = object_of(shell, "play", WET_UMBRELLA, "--choices", CHOICES, *more)
        prints.add(told["fingerprint"])
    assert len(prints) == 5


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["play", "wet-umbrela"], "unknown-scenario"),
        (["play", "there/is/nothing.yaml"], "unknown-scenario"),
        (["play", WET_UMBRELLA, "--seed", "-1"], "seed"),
        (["play", WET_UMBRELLA, "--seed", "4294967296"], "seed"),
        (["play", WET_UMBRELLA, "--customer", "5"], "customer"),
        (["play", WET_UMBRELLA, "--customer", "0"], "customer"),
        (["play"], "scenario"),
    ],
)
def test_other_faults_are_told_as_an_object_too(shell: Shell, arguments: list[str], error: str) -> None:
    code, told = object_of(shell, *arguments)
    assert code == 2
    assert told["error"] == error
    assert told["message"]


def test_a_guess_is_held_against_what_was_so_and_what_could_be_known(shell: Shell, home: Path) -> None:
    shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="1\nn\n3\n\n\n1\n1\n\n")
    (file,) = (home / "transcripts").iterdir()
    _, told = object_of(shell, "review", str(file))
    assert list(told["guess"]) == ["type", "need", "worry"]
    for part in told["guess"].values():
        assert set(part) == {"guessed", "hidden", "observer"}
        assert 0 <= part["observer"] <= 10_000
    assert told["guess"]["type"]["guessed"] == told["guess"]["type"]["hidden"] == "S"
    assert told["guess"]["need"]["guessed"] is None


def test_without_a_note_there_is_no_guess(shell: Shell) -> None:
    _, told = object_of(shell, "play", WET_UMBRELLA, "--choices", CHOICES)
    assert "guess" not in told


def test_nothing_is_kept(shell: Shell, home: Path) -> None:
    object_of(shell, "play", WET_UMBRELLA, "--choices", CHOICES)
    assert list(home.iterdir()) == []


def test_the_account_of_a_transcript_is_that_of_the_play(shell: Shell, tmp_path: Path) -> None:
    for more in ((), ("--customer", "C")):
        played = shell("play", WET_UMBRELLA, "--choices", CHOICES, "--json", *more)
        file = tmp_path / "account.json"
        file.write_text(played.out, "utf-8")
        code, told = object_of(shell, "review", str(file), "--brief")
        assert code == 0
        account = json.loads(played.out)
        assert told == {key: value for key, value in account.items() if key != "source"}


def test_without_json_the_same_is_told_in_words(shell: Shell) -> None:
    answer = shell("play", WET_UMBRELLA, "--choices", CHOICES)
    assert answer.code == 0
    assert "Your card leans against the till." in answer.out
    assert "Turn by turn" in answer.out
    stopped = shell("play", WET_UMBRELLA, "--choices", "leave-umbrella")
    assert stopped.code == 2
    assert "On offer:" in stopped.out
