"""`rapport review`: the contract, the page, what is refused, what is left after Ctrl-C."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from game.analysis import solver
from game.analysis.reviewing import Reviewing
from game.command_line.reviewing import MOST_SOLVED, USUALLY_SOLVED
from game.content.psychology_file import shipped_psychology
from tests.command_line.conftest import WET_UMBRELLA, Shell
from tests.command_line.test_machine import driven, object_of

WHOLE = {"accuracy", "best_attainable", "percentile", "compared", "exact", "interval", "expected", "skill"}
WHOLE |= {"news", "no_return", "turning", "finished"}
TURN = {"judgement", "loss", "skill", "news", "interval", "before", "after", "lines", "belief", "why"}
LINE = {"line", "value", "ceiling", "exact", "margin", "loss", "judgement"}
SPAN = "http://www.w3.org/1999/xhtml"


@pytest.fixture
def played(shell: Shell, tmp_path: Path) -> Path:
    """The account of a conversation in which always the last line on offer was said."""
    said: list[str] = []
    while True:
        answer = shell("play", WET_UMBRELLA, "--choices", ",".join(said), "--seed", "5", "--json")
        told = json.loads(answer.out)
        if answer.code == 0:
            file = tmp_path / "account.json"
            file.write_text(answer.out, "utf-8")
            return file
        said.append(told["offers"][-1])


def test_keys_are_added_and_none_is_changed(shell: Shell, played: Path) -> None:
    account = json.loads(played.read_text("utf-8"))
    code, told = object_of(shell, "review", str(played))
    assert code == 0
    assert set(told) - set(account) == WHOLE
    for before, after in zip(account["turns"], told["turns"], strict=True):
        assert set(after) - set(before) == TURN
        assert {key: after[key] for key in before} == before
    assert all(told[key] == value for key, value in account.items() if key not in {"turns", "source"})
    code, brief = object_of(shell, "review", str(played), "--brief")
    assert code == 0
    assert brief == {key: value for key, value in account.items() if key != "source"}


def test_the_numbers_hold_together(shell: Shell, played: Path) -> None:
    _, told = object_of(shell, "review", str(played))
    score, turns = told["scorecard"]["total"], told["turns"]
    assert told["finished"] is told["exact"] is True
    assert told["interval"] is None
    assert 0 <= told["accuracy"] <= 10_000
    assert score <= told["best_attainable"] <= 1_000
    assert all(0 <= share <= 100 for share in told["percentile"].values())
    assert sum(turn["skill"] + turn["news"] for turn in turns) == pytest.approx(
        score - told["expected"], abs=1e-6
    )
    assert told["skill"] + told["news"] == pytest.approx(score - told["expected"], abs=1e-6)
    assert turns[-1]["after"]["value"] == score
    for turn in turns:
        assert [line["line"] for line in turn["lines"]] == sorted(
            (line["line"] for line in turn["lines"]), key=[each["line"] for each in turn["lines"]].index
        )
        assert {line["line"] for line in turn["lines"]} == set(turn["offers"])
        assert all(set(line) == LINE for line in turn["lines"])
        best = max(line["value"] for line in turn["lines"])
        assert all(line["loss"] == best - line["value"] for line in turn["lines"])
        said = next(line for line in turn["lines"] if line["line"] == turn["line"])
        assert (turn["loss"], turn["judgement"]) == (said["loss"], said["judgement"])
        assert sum(turn["belief"]) == pytest.approx(10_000, abs=4)
    ceilings = [told["best_attainable"], *(turn["after"]["ceiling"] for turn in turns)]
    assert all(before >= after for before, after in pairwise(ceilings))


def test_a_fault_has_its_reasons(shell: Shell, played: Path) -> None:
    _, told = object_of(shell, "review", str(played))
    faults = [turn for turn in told["turns"] if turn["why"] is not None]
    assert faults
    for turn in faults:
        assert turn["judgement"] in {"inaccuracy", "mistake", "blunder"}
        why = turn["why"]
        best = max(turn["lines"], key=lambda line: line["value"])
        assert why["better"] == best["line"] == why["continuation"][0]
        assert {"name", "trait", "amount", "person"} == set(why["differences"][0])


def test_the_second_time_it_is_known(
    shell: Shell, played: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, first = object_of(shell, "review", str(played))
    (kept,) = (home / "solved").iterdir()

    def nothing(*_: object, **__: object) -> None:
        raise AssertionError("nothing has to be solved again")

    with monkeypatch.context() as patch:
        patch.setattr("game.analysis.solver.Solver.values", nothing)
        patch.setattr("game.analysis.crowd.Crowd.met", nothing)
        assert object_of(shell, "review", str(played)) == (0, first)
    whole = kept.read_text("utf-8")
    for damage in (
        "",
        "{",
        "[]",
        '{"solver": "other"}',
        whole.replace('"values":[[', '"values":[[['),
        whole.replace("5", "6", 1),
        whole[: len(whole) // 2],
        whole + whole,
    ):
        kept.write_text(damage, "utf-8")
        answer = shell("review", str(played), "--json")
        assert (answer.code, json.loads(answer.out)) == (0, first), damage[:40]
        assert "is damaged; everything is worked out anew" in answer.err
        assert kept.read_text("utf-8") == whole, "it is whole again"
    assert shell("review", str(played), "--json").err == ""


def test_how_much_is_solved_exactly_can_be_asked_for(shell: Shell, played: Path, home: Path) -> None:
    _, exact = object_of(shell, "review", str(played))
    assert exact["exact"] is True
    code, sampled = object_of(shell, "review", str(played), "--exact", "1")
    assert code == 0
    assert sampled["exact"] is False
    assert sampled["interval"] is not None
    assert exact["interval"] is None
    assert abs(exact["expected"] - sampled["expected"]) < 100
    assert len(list((home / "solved").iterdir())) == 2, "neither is taken for the other"
    assert object_of(shell, "review", str(played)) == (0, exact)
    assert object_of(shell, "review", str(played), "--exact", "1") == (0, sampled)
    assert (USUALLY_SOLVED, MOST_SOLVED) == (solver.AT_ONCE, solver.MOST)
    assert object_of(shell, "review", str(played), "--exact", str(USUALLY_SOLVED)) == (0, exact)
    assert shell("review", str(played), "--exact", "0").code == 2


def test_what_other_rules_kept_is_not_used(shell: Shell, home: Path, tmp_path: Path) -> None:
    """One number more in the scenario or in the psychology file, and everything is worked out anew."""
    story, model = Path(WET_UMBRELLA).read_text("utf-8"), shipped_psychology().read_text("utf-8")
    scenario, psychology = tmp_path / "wet.yaml", tmp_path / "psychology.yaml"
    opened = [str(scenario), "--psychology", str(psychology)]
    kept: dict[str, bytes] = {}
    for number, (told, numbers) in enumerate(
        (
            (story, model),
            (story.replace("hidden: {trust: 30,", "hidden: {trust: 31,"), model),
            (story, model.replace("dose.normal: {value: 1000,", "dose.normal: {value: 1001,")),
        ),
        start=1,
    ):
        scenario.write_text(told, "utf-8")
        psychology.write_text(numbers, "utf-8")
        file = tmp_path / f"{number}.json"
        said = driven(shell, *opened, "--seed", "2")
        file.write_text(
            shell("play", *opened, "--choices", ",".join(said), "--seed", "2", "--json").out, "utf-8"
        )
        at = ("--scenario", str(scenario), "--psychology", str(psychology))
        answer = shell("review", str(file), "--json", *at)
        assert (answer.code, answer.err) == (0, "")
        there = {path.name: path.read_bytes() for path in (home / "solved").iterdir()}
        assert len(there) == number
        assert there.items() >= kept.items(), "what others kept is as it was"
        kept = there


def test_other_words_are_no_other_rules(
    shell: Shell, played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte more in a sentence or a remark changes no value: what is known stays known."""
    code, first = object_of(shell, "review", str(played))
    assert code == 0

    def nothing(*_: object, **__: object) -> None:
        raise AssertionError("nothing has to be solved again")

    monkeypatch.setattr("game.analysis.solver.Solver.values", nothing)
    scenario = tmp_path / "wet.yaml"
    story = Path(WET_UMBRELLA).read_text("utf-8")
    scenario.write_text(
        "# Read again.\n" + story.replace("en: The Wet Umbrella", "en: The Wet Umbrellas"), "utf-8"
    )
    assert object_of(shell, "review", str(played), "--scenario", str(scenario)) == (0, first)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_review_in_words(shell: Shell, played: Path, language: str) -> None:
    answer = shell("review", str(played), "--plain", "--lang", language)
    assert answer.code == 0
    account = json.loads(played.read_text("utf-8"))
    signs = [line for line in answer.out.splitlines() if any(f" {sign} " in line for sign in "★✓~!✗")]
    assert len(signs) == len(account["turns"])
    assert ("A better line " if language == "en" else "更好的一句 ") in answer.out
    assert ("Every value is exact" if language == "en" else "所有数值都是精确的") in answer.out
    assert "{" not in answer.out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_is_whole_and_loads_nothing(
    shell: Shell, played: Path, tmp_path: Path, language: str
) -> None:
    page = tmp_path / "review.html"
    answer = shell("review", str(played), "--html", str(page), "--lang", language)
    assert answer.code == 0
    assert str(page) in answer.out
    text = page.read_text("utf-8")
    root = ElementTree.fromstring(text)
    turns = json.loads(played.read_text("utf-8"))["turns"]
    assert len(root.findall(f".//{{{SPAN}}}article")) == len(turns)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not tags & {"script", "link", "iframe", "object", "form", "base"}
    for element in root.iter():
        for name, value in element.attrib.items():
            local = name.rpartition("}")[2]
            assert not local.startswith("on")
            if local in {"src", "href"}:
                assert value.startswith(("#", "data:image/svg+xml;base64,"))
    targets = {element.get("id") for element in root.iter()}
    links = [element.get("href", "") for element in root.iter() if element.tag.endswith("}a")]
    assert links
    assert all(link[1:] in targets for link in links)
    assert "url(" not in text
    assert "@import" not in text


def test_words_of_a_scenario_are_escaped_in_the_page(shell: Shell, played: Path, tmp_path: Path) -> None:
    scenario = tmp_path / "evil.yaml"
    text = (
        Path(WET_UMBRELLA).read_text("utf-8").replace("en: The Wet Umbrella", 'en: "<script>&\'\\"</script>"')
    )
    scenario.write_text(text, "utf-8")
    page = tmp_path / "review.html"
    answer = shell("review", str(played), "--scenario", str(scenario), "--html", str(page))
    assert answer.code == 0
    assert "<script" not in page.read_text("utf-8")
    assert "&lt;script&gt;" in page.read_text("utf-8")


def test_a_page_that_cannot_be_written_is_told(shell: Shell, played: Path, tmp_path: Path) -> None:
    answer = shell("review", str(played), "--html", str(tmp_path / "no" / "such" / "folder.html"))
    assert answer.code == 2
    assert "cannot be written" in answer.err


def cut(told: dict[str, Any], moves: list[object]) -> str:
    return json.dumps(told["transcript"] | {"moves": moves})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ([{"say": "no-such-line"}], "no line of the scenario"),
        ([{"say": "ask-oven"}, {"say": "ask-oven"}], "not on offer"),
    ],
)
def test_what_was_valid_so_far_is_told(
    shell: Shell, played: Path, tmp_path: Path, change: list[object], reason: str
) -> None:
    told = json.loads(played.read_text("utf-8"))
    moves = told["transcript"]["moves"]
    file = tmp_path / "edited.json"
    file.write_text(cut(told, [*moves[:2], *change]), "utf-8")
    arguments = ("review", str(file), "--scenario", WET_UMBRELLA)
    answer = shell(*arguments)
    assert answer.code == 2
    assert "SC909" in answer.err
    assert reason in answer.err
    assert moves[0]["say"] in answer.err
    code, refused = object_of(shell, *arguments)
    assert code == 2
    assert refused["error"] == "SC909"
    assert refused["said"][:2] == [move["say"] for move in moves[:2]]
    assert refused["turn"] == len(refused["said"]) + 1
    assert refused["offers"]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"fingerprint": "f" * 64}, "SC909"),
        ({"engine": 99}, "SC909"),
        ({"transcript": 2}, "SC908"),
        ({"seed": 2**32}, "SC908"),
        ({"moves": [{"say": "ask-oven"}] * 2_001}, "SC908"),
        ({"moves": [{"say": 3}]}, "SC908"),
        ({"scenario": "no-such-scenario"}, None),
    ],
)
def test_of_another_scenario_or_version_nothing_is_valid(
    shell: Shell, played: Path, tmp_path: Path, change: dict[str, object], error: str | None
) -> None:
    told = json.loads(played.read_text("utf-8"))
    file = tmp_path / "other.json"
    file.write_text(json.dumps(told["transcript"] | change), "utf-8")
    arguments = ["--scenario", WET_UMBRELLA] if error else []
    code, refused = object_of(shell, "review", str(file), *arguments)
    assert code == 2
    assert refused["error"] == (error or "unknown-scenario")
    assert refused["message"]
    assert not refused.get("said")
    assert not refused.get("offers")


@pytest.mark.parametrize("junk", ["x" * 10_000_000, "[" * 10_000_000, '{"a": "' + "b" * 10_000_000 + '"}'])
def test_ten_megabytes_of_junk(shell: Shell, tmp_path: Path, junk: str) -> None:
    file = tmp_path / "junk.json"
    file.write_text(junk, "utf-8")
    code, refused = object_of(shell, "review", str(file))
    assert (code, refused["error"]) == (2, "SC908")
    answer = shell("review", "-", typed=junk)
    assert answer.code == 2
    assert answer.err.startswith("rapport: SC908: ")
    assert len(answer.err) < 400


def test_a_conversation_that_was_broken_off_is_reviewed_as_far_as_it_went(
    shell: Shell, played: Path, tmp_path: Path
) -> None:
    told = json.loads(played.read_text("utf-8"))
    file = tmp_path / "broken-off.json"
    file.write_text(cut(told, told["transcript"]["moves"][:2]), "utf-8")
    code, review = object_of(shell, "review", str(file), "--scenario", WET_UMBRELLA)
    assert code == 0
    assert review["outcome"] is None
    assert len(review["turns"]) == 2
    reached = review["turns"][-1]["after"]["value"]
    assert review["skill"] + review["news"] == pytest.approx(reached - review["expected"], abs=1e-6)


def test_nothing_said_nothing_to_review(shell: Shell, played: Path, tmp_path: Path) -> None:
    told = json.loads(played.read_text("utf-8"))
    file = tmp_path / "silent.json"
    file.write_text(cut(told, []), "utf-8")
    code, review = object_of(shell, "review", str(file), "--scenario", WET_UMBRELLA)
    assert code == 0
    assert review["turns"] == []
    page = tmp_path / "silent.html"
    assert shell("review", str(file), "--scenario", WET_UMBRELLA, "--html", str(page)).code == 0
    assert shell("review", str(file), "--scenario", WET_UMBRELLA).code == 0


@pytest.mark.parametrize("pieces", [0, 1, 3])
def test_after_an_interruption_what_is_known_is_told_as_a_part(
    shell: Shell, played: Path, monkeypatch: pytest.MonkeyPatch, pieces: int
) -> None:
    left, work = [pieces], Reviewing.work

    def interrupted(reviewing: Reviewing) -> bool:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return work(reviewing)

    monkeypatch.setattr(Reviewing, "work", interrupted)
    code, told = object_of(shell, "review", str(played))
    assert code == 130
    assert told["finished"] is False
    judged = [turn["turn"] for turn in told["turns"] if "judgement" in turn]
    assert judged == list(range(len(told["turns"]) - len(judged) + 1, len(told["turns"]) + 1))
    left[0] = pieces
    answer = shell("review", str(played), "--plain")
    assert answer.code == 130
    assert "not finished" in answer.out


def test_always_the_first_line_on_offer(shell: Shell, tmp_path: Path) -> None:
    said = driven(shell, WET_UMBRELLA, "--seed", "2")
    answer = shell("play", WET_UMBRELLA, "--choices", ",".join(said), "--seed", "2", "--json")
    file = tmp_path / "account.json"
    file.write_text(answer.out, "utf-8")
    code, told = object_of(shell, "review", str(file))
    assert code == 0
    assert [turn["line"] for turn in told["turns"]] == said
