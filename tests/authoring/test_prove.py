"""The verb `prove`: what it prints, keeps, refuses, leaves after an interruption; what a target brings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.authoring import prove as prove_module
from game.authoring.prove import Effort, prove
from game.authoring.prove_claims import claims
from game.command_line import proving_run
from game.content.loading import load_scenario
from game.engine.conversation import Conversation, Step
from tests.command_line.conftest import Shell

VISIT = """\
rapport: 1
id: visit
languages: [en]
title: {en: A Visit}
customer: {en: Lin Yue, disc: D55 C30 S10 I5, hidden: {trust: 42, need: 32..38}}
rubric: {pass: 250}
beats:
  hello:
    lines:
      ask-leave: {en: "Two minutes, if I may?", does: [introduce, ask-permission]}
      sign-now: {en: Sign today or the price is gone., does: [strong urgency, scarcity]}
    replies:
      - {when: [trust >= 95], en: "Anything you say."}
      - {en: Go on.}
  ask:
    lines:
      ask-day: {en: Tuesday or Thursday?, does: [real-choice, ask-commitment], asks: a-day}
      card: {en: I leave my card., does: [give-time]}
    replies:
      - {when: [agreed a-day], en: Thursday., then: dated}
      - {en: Do., then: done}
endings:
  dated: {stage: interest, en: A date.}
  done: {stage: interest, en: The door closes.}
"""
KEYS = {"file", "line", "column", "code", "severity", "message", "evidence"}


@pytest.fixture
def home(_home_of_its_own: Path) -> Path:
    return _home_of_its_own


def written(folder: Path, text: str = VISIT, name: str = "visit.yaml") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def rows(shell: Shell, *arguments: str) -> list[dict[str, Any]]:
    answer = shell("prove", *arguments, "--plays", "90", "--json")
    assert answer.code in (0, 1), answer
    found: list[dict[str, Any]] = json.loads(answer.out)
    return found


def test_faults_have_the_keys_of_lint_and_their_evidence(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path)
    found = rows(shell, file)
    assert all(set(row) == KEYS for row in found)
    codes = {row["code"] for row in found}
    assert {"SC611", "SC618"} <= codes
    (unheard,) = [row for row in found if row["code"] == "SC611"]
    assert (unheard["line"], unheard["column"], unheard["severity"]) == (13, 9, "error")
    assert unheard["evidence"] == {"positions": 56}
    assert shell("prove", file, "--plays", "90", "--json").code == 1
    for row in found:
        if "choices" in row["evidence"]:
            scenario = load_scenario(file).scenario
            assert scenario is not None
            conversation = Conversation.begin(scenario, row["evidence"]["seed"])
            for line in row["evidence"]["choices"]:
                step = conversation.say(line)
                assert isinstance(step, Step)
                conversation = step.conversation


def test_a_page_says_where_who_and_how_often(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path)
    answer = shell("prove", file, "--plays", "90")
    assert f"{file}:13:9: error SC611: " in answer.out
    assert f"rapport play {file} --seed " in answer.out
    assert "all 56 positions were played" in answer.out
    assert "Lines that can be said: 4 / 4" in answer.out
    assert "The listener: " in answer.out and "A date: " in answer.out
    chinese = shell("prove", file, "--plays", "90", "--lang", "zh").out
    assert "错误 SC611" in chinese and "全部 56 个局面都走过" in chinese


def test_the_report_holds_a_play_for_everything_that_was_met(shell: Shell, tmp_path: Path) -> None:
    file, report = written(tmp_path), tmp_path / "proof.json"
    shell("prove", file, "--plays", "90", "--report", str(report))
    (one,) = json.loads(report.read_text(encoding="utf-8"))["scenarios"]
    assert one["proved"] is True and one["partial"] is False and one["positions"] == 56
    assert set(one["met"]) == {
        *("line ask-leave", "line sign-now", "line ask-day", "line card"),
        *("reply hello/2", "reply ask/1", "reply ask/2", "ending dated", "ending done"),
    }
    assert one["unmet"] == ["reply hello/1"]
    assert one["met"]["line card"]["choices"][-1] == "card"
    assert {seller["seller"] for seller in one["sellers"]} >= {"random", "listener", "class"}
    for seller in one["sellers"]:
        assert sum(share["count"] for share in seller["endings"].values()) == seller["plays"]
    assert all(limits["least"] <= limits["most"] for limits in one["endings"].values())
    assert len(one["best"]) == 8
    assert one["pass_mark"] == 250 and one["target"] is None
    assert set(one["discrimination"]) == {"ask-leave", "sign-now", "ask-day", "card"}
    assert shell("prove", file, "--plays", "90", "--report", str(tmp_path / "no" / "where")).code == 2


def test_a_smell_is_silenced_with_a_reason_and_a_note_is_one(shell: Shell, tmp_path: Path) -> None:
    quiet = VISIT.replace("scarcity]}", "scarcity]}  # allow SC618: everybody should see what pressure does")
    assert "SC618" not in {row["code"] for row in rows(shell, written(tmp_path, quiet))}
    noted = VISIT.replace("scarcity]}", "scarcity], note: {en: Right for nobody here; see what it does.}}")
    assert "SC618" not in {row["code"] for row in rows(shell, written(tmp_path, noted))}
    loud = VISIT.replace("scarcity]}", "scarcity]}  # allow SC618")
    assert "SC618" in {row["code"] for row in rows(shell, written(tmp_path, loud))}


def test_a_line_that_is_best_on_purpose_is_not_told(shell: Shell, tmp_path: Path) -> None:
    text = (Path("tests/broken") / "SC619-a-line-that-is-right-for-everybody.yaml").read_text(
        encoding="utf-8"
    )
    assert "SC619" in {row["code"] for row in rows(shell, written(tmp_path, text))}
    once = text.replace(
        "[strong urgency, scarcity]", "[strong urgency, scarcity], note: {en: For a clerk in June.}"
    )
    assert "SC619" in {row["code"] for row in rows(shell, written(tmp_path, once))}
    twice = once.replace("strong praise]", "strong praise], note: {en: For who asks what others do.}")
    assert "SC619" not in {row["code"] for row in rows(shell, written(tmp_path, twice))}


def test_lint_comes_first(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path, VISIT.replace("then: dated", "then: datde"))
    (row,) = rows(shell, file)
    assert row["code"] == "SC401" and row["evidence"] == {}
    assert "SC401" in shell("prove", file).out


def test_a_folder_stands_for_all_that_it_holds(shell: Shell, tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, VISIT.replace("id: visit", "id: other"), "other.yaml")
    assert "2 scenarios looked at" in shell("prove", str(tmp_path), "--plays", "90").out
    empty = tmp_path / "empty"
    empty.mkdir()
    assert shell("prove", str(empty)).code == 2


def test_what_is_known_is_kept_until_the_scenario_changes(
    shell: Shell, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path)
    first = shell("prove", file, "--plays", "90").out
    assert len(list((home / "proved").glob("*.json"))) == 1
    made: list[str] = []

    def counted(*given: Any) -> Any:
        made.append("again")
        return prove(*given)

    monkeypatch.setattr(proving_run, "prove", counted)
    assert shell("prove", file, "--plays", "90").out == first and made == []
    shell("prove", file, "--plays", "90", "--again")
    assert made == ["again"]
    reworded = VISIT.replace("Go on.", "Please go on.")
    shell("prove", written(tmp_path, reworded), "--plays", "90")
    assert made == ["again"]
    shell("prove", written(tmp_path, VISIT.replace("pass: 250", "pass: 260")), "--plays", "90")
    assert made == ["again", "again"]
    for damaged in (home / "proved").glob("*.json"):
        damaged.write_text("{", encoding="utf-8")
    assert shell("prove", written(tmp_path), "--plays", "90").out == first


def test_an_interruption_leaves_what_was_complete(
    shell: Shell, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(prove_module, "discriminations", interrupted)
    answer = shell("prove", written(tmp_path), "--plays", "90")
    assert answer.code == 130
    assert "Interrupted" in answer.out and "all 56 positions were played" in answer.out
    assert not list(home.glob("proved/*.json"))
    answer = shell("prove", written(tmp_path), "--plays", "90", "--json")
    assert answer.code == 130 and "Interrupted" in answer.err and json.loads(answer.out)


def test_interrupted_while_it_samples_it_claims_nothing_of_what_it_has_not_met(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    loaded = load_scenario(written(tmp_path))
    assert loaded.scenario is not None
    monkeypatch.setattr(prove_module, "searched", interrupted)
    proof = prove(loaded.scenario, Effort(plays=20, trained=9, most=1, places=50, rounds=1, bred=30))
    assert proof.partial and not proof.proved and proof.unmet
    assert not {one.diagnostic.code for one in claims(loaded, None, proof).told} & {"SC611", "SC614"}


def test_what_is_sampled_is_never_called_proved(tmp_path: Path) -> None:
    loaded = load_scenario(written(tmp_path))
    assert loaded.scenario is not None
    effort = Effort(plays=40, trained=18, most=1, places=50, rounds=2, bred=60)
    proof = prove(loaded.scenario, effort)
    assert not proof.proved and not proof.partial
    told = {one.diagnostic.code: one for one in claims(loaded, None, proof).told}
    assert told["SC614"].diagnostic.severity.value == "warning" and "SC611" not in told
    # What was not heard has no play that shows it, but one that came nearest.
    near = told["SC614"].play
    assert near is not None and told["SC614"].evidence["nearest"] is True
    assert near.said[-1] in {"ask-leave", "sign-now"} and told["SC614"].evidence["plays"] == proof.plays


def test_a_target_proposes_the_pass_mark(shell: Shell, tmp_path: Path) -> None:
    file = written(tmp_path, VISIT + "target: {pass-rate: 60%}\n")
    report = tmp_path / "proof.json"
    answer = shell("prove", file, "--plays", "200", "--report", str(report))
    assert "Pass mark for 60 %: " in answer.out and "as written 250: " in answer.out
    target = json.loads(report.read_text(encoding="utf-8"))["scenarios"][0]["target"]
    assert target["low"] <= target["mark"] <= target["high"]
    played = ("simulate", file, "--seller", "class,random", "--plays", "900")
    assert "Pass mark for 60 %" in shell("simulate", file, "--seller", "class", "--plays", "900").out
    trained, anybody = json.loads(shell(*played, "--json").out)["runs"]
    assert anybody["target"] is None
    assert trained["target"]["rate"] == 6_000 and 1 <= trained["target"]["mark"] <= 1_000
    near = VISIT.replace("pass: 250", f"pass: {trained['target']['mark']}") + "target: {pass-rate: 60%}\n"
    assert "SC624" not in {row["code"] for row in rows(shell, written(tmp_path, near))}
    far = VISIT.replace("pass: 250", "pass: 1") + "target: {pass-rate: 60%}\n"
    assert "SC624" in {row["code"] for row in rows(shell, written(tmp_path, far))}


def test_a_code_is_explained_with_the_file_that_shows_it(shell: Shell) -> None:
    told = shell("lint", "--explain", "SC618").out
    assert "SC618" in told and "sign-now" in told and "^ 'sign-now' is hardly ever right" in told
