"""`rapport items`: a class that plays as was predicted surprises nobody, and one that errs is told where."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from game.analysis.items import analysed
from game.analysis.marking import Marked, marked
from game.command_line.program import run
from game.engine.conversation import Conversation, Step
from game.engine.rules import Rules
from game.language.locale import Locale
from tools.shipped import scenario

NAME = "seven-seconds"


def class_of(folder: Path, count: int, choose: int | None = None) -> list[Path]:
    """Transcripts of a class; everybody takes the n-th line in file order, or any."""
    one = scenario(NAME)
    rules, luck = Rules(one), np.random.default_rng(3)
    files = []
    for seed in range(count):
        conversation = Conversation.begin(one, seed, rules=rules)
        while conversation.outcome is None:
            offers = sorted(line.id for line in conversation.offers())
            at = int(luck.integers(len(offers))) if choose is None else min(choose, len(offers) - 1)
            step = conversation.say(offers[at])
            assert isinstance(step, Step)
            conversation = step.conversation
        files.append(folder / f"{seed}.json")
        files[-1].write_text(json.dumps(conversation.transcript().to_json()), encoding="utf-8")
    return files


def test_every_line_that_could_be_said_is_an_item(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class_of(tmp_path, 24)
    (tmp_path / "torn.json").write_text('{"transcript": 1', encoding="utf-8")

    assert run(["items", NAME, str(tmp_path), "--plays", "180", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)

    assert (told["attempts"], told["left_out"]) == (24, 0)
    for line in told["lines"]:
        assert 0 <= line["real"]["said"] <= line["real"]["could"] <= 24
        assert line["regret"] is None or line["regret"] >= 0
    openings = [line for line in told["lines"] if line["real"]["could"] == 24]
    assert sum(line["real"]["said"] for line in openings) >= 24


@pytest.mark.parametrize("locale", [*Locale])
def test_it_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str], locale: Locale) -> None:
    class_of(tmp_path, 12, choose=0)
    assert run(["items", NAME, str(tmp_path), "--plays", "90", "--lang", locale.value]) == 0
    assert "12" in capsys.readouterr().out.splitlines()[0]


def test_the_json_lines_of_a_class_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        json.dumps({"name": "A", "transcript": json.loads(file.read_text(encoding="utf-8"))})
        for file in class_of(tmp_path, 5)
    ]
    export = tmp_path / "class.jsonl"
    export.write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert run(["items", NAME, str(export), "--plays", "90", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["attempts"] == 5


def test_transcripts_of_another_scenario_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class_of(tmp_path, 2)
    assert run(["items", "too-complicated", str(tmp_path)]) == 2
    assert "none of 2" in capsys.readouterr().err


def test_a_class_that_all_says_the_same_is_a_surprise() -> None:
    one = scenario(NAME)
    rules = Rules(one)
    talks = []
    for seed in range(40):
        conversation = Conversation.begin(one, seed, rules=rules)
        while conversation.outcome is None:
            step = conversation.say(min(line.id for line in conversation.offers()))
            assert isinstance(step, Step)
            conversation = step.conversation
        talks.append(conversation.transcript())
    marks = [mark for mark in marked(rules, talks) if isinstance(mark, Marked)]

    analysis = analysed(rules, marks, plays=180)

    assert any(line.surprising for line in analysis.lines)
    said = [line for line in analysis.lines if line.real.said == line.real.could]
    assert said
    assert all(line.real.discrimination is None for line in said)
