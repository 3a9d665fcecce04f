"""`rapport new`: a first draft plays at once, whatever was answered; re-dressed, it keeps its bones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.batch import play
from game.analysis.sellers import GreedySeller, RandomSeller
from game.authoring.drafts import MIXTURES, OBJECTIONS, PLACES, Answers, draft
from game.authoring.redress import unchanged
from game.authoring.words import rows
from game.command_line import schema_file
from game.command_line.schema_file import ENGLISH
from game.content.loading import load_scenario, psychology
from game.content.scenario_reader import read_source_text
from game.content.source import Source, read_source
from game.engine.rules import Rules
from game.language.locale import Locale
from tests.command_line.conftest import Shell

USUAL = Answers(
    "my-case", "A First Visit", "Chen Mo", "Qingfan", "the new system", "Ms Wei", "office manager",
    "S", "office", "change", "We have no time.", "The last change cost us two days.", "Shall we try it?",
)  # fmt: skip
CHINESE = Answers(
    "my-case", "头一次登门", "陈默", "青帆", "新系统", "魏主任", "办公室主任",
    "S", "office", "change", "今年没工夫换。", "上回一换耽误了两天。", "先试两个星期，行吗？",
)  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40)


@pytest.mark.parametrize("objection", OBJECTIONS)
@pytest.mark.parametrize("letter", MIXTURES)
def test_every_draft_is_in_order_and_can_be_won_and_lost(tmp_path: Path, letter: str, objection: str) -> None:
    file = tmp_path / "my-case.yaml"
    answers = replace(USUAL, letter=letter, objection=objection)
    file.write_text(draft(answers, Locale.EN), encoding="utf-8")
    loaded = load_scenario(file)
    assert [each.rendered() for each in loaded.diagnostics] == []
    assert loaded.scenario is not None
    rules, customers = Rules(loaded.scenario), np.arange(64, dtype=np.int32) % 8
    anybody, careful = (play(rules, seller, customers, 1) for seller in (RandomSeller(), GreedySeller()))
    assert careful.score.mean() > anybody.score.mean() + 80
    assert careful.score.mean() > loaded.scenario.rubric.passing > anybody.score.mean()


@pytest.mark.parametrize("place", PLACES)
def test_the_chinese_draft_is_in_order_too(place: str) -> None:
    answers = replace(CHINESE, place=place)
    text = draft(answers, Locale.ZH)
    reading = read_source_text(Source("my-case.yaml", text), psychology().psychology)
    assert [each.rendered() for each in reading.diagnostics] == []
    assert " en: " not in text


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_whatever_is_typed_makes_a_file_that_can_be_read(title: str, worry: str, ask: str) -> None:
    answers = replace(USUAL, title=title.strip() or "A", worry=worry.strip() or "A", ask=ask.strip() or "A")
    reading = read_source_text(Source("my-case.yaml", draft(answers, Locale.EN)), psychology().psychology)
    assert reading.scenario is not None, [each.rendered() for each in reading.diagnostics]


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_the_questions_are_asked_and_enter_takes_the_usual_answer(
    shell: Shell, tmp_path: Path, locale: str
) -> None:
    typed = "Two Pumps\n\n\n\n\n\n3\nnonsense\nC\n7\n1\n\n\n\n" if locale == "en" else "两台泵\n" + "\n" * 12
    answer = shell("new", "my-case", "--out", str(tmp_path), "--lang", locale, typed=typed)
    assert answer.code == 0, answer.err
    scenario = load_scenario(tmp_path / "my-case.yaml").scenario
    assert scenario is not None
    if locale == "en":
        assert scenario.people[0].disc[3] == max(scenario.people[0].disc)
        assert "channel: phone" in (tmp_path / "my-case.yaml").read_text(encoding="utf-8")
    said = "first" if locale == "en" else "ask-leave"
    assert shell("play", str(tmp_path / "my-case.yaml"), "--choices", said, "--json").code == 2


def test_a_file_is_never_overwritten_and_a_name_is_an_id(shell: Shell, tmp_path: Path) -> None:
    assert shell("new", "my-case", "--yes", "--out", str(tmp_path)).code == 0
    assert shell("new", "my-case", "--yes", "--out", str(tmp_path)).code == 2
    for name in ("My Case", "../escape", "案例", "-x-", "a/b"):
        assert shell("new", "--yes", "--out", str(tmp_path), "--", name).code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my-case.yaml", ENGLISH]


def test_the_schema_for_editors_lies_beside_and_anybody_may_read_both(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "我的 剧本"
    answer = shell("new", "my-case", "--yes", "--out", str(folder))
    assert answer.out.splitlines()[0] == f"written: {folder / 'my-case.yaml'}"
    assert str(folder / ENGLISH) in answer.out
    assert (folder / ENGLISH).read_text(encoding="utf-8") == shell("schema").out
    plain = folder / "plain"
    plain.touch()
    for name in ("my-case.yaml", ENGLISH):
        assert (folder / name).stat().st_mode == plain.stat().st_mode
    (folder / ENGLISH).write_text("mine", encoding="utf-8")
    assert ENGLISH not in shell("new", "my-other", "--yes", "--out", str(folder)).out
    assert (folder / ENGLISH).read_text(encoding="utf-8") == "mine"
    assert shell("format", str(folder), "--keys", "zh").code == 0
    assert (folder / schema_file.CHINESE).read_text(encoding="utf-8") == shell("schema", "--keys", "zh").out
    assert not list(folder.glob(".*"))


def test_the_remarks_of_a_draft_name_its_fields_as_they_are_written(shell: Shell, tmp_path: Path) -> None:
    for keys, named in (
        ("zh", ("“风格”四个字母", "`交谈对象: 人物`")),
        ("en", ("disc 四个字母", "`with: 人物`")),
    ):
        asked = ("--yes", "--keys", keys, "--lang", "zh", "--out", str(tmp_path))
        assert shell("new", f"my-{keys}", *asked).code == 0
        text = (tmp_path / f"my-{keys}.yaml").read_text(encoding="utf-8")
        assert all(each in text for each in named)


def test_a_new_file_may_have_chinese_fields(shell: Shell, tmp_path: Path) -> None:
    for name, more in (("my-case", ("--yes",)), ("my-other", ("--from", "smallest"))):
        assert shell("new", name, *more, "--keys", "zh", "--out", str(tmp_path), "--lang", "zh").code == 0
        file = tmp_path / f"{name}.yaml"
        text = file.read_text(encoding="utf-8")
        assert "\n标识: " in text and "\nbeats:" not in text
        assert load_scenario(file).scenario is not None
        assert not [
            each
            for each in shell("lint", str(file), "--format", "github").out.splitlines()
            if "error" in each
        ]
    assert (tmp_path / schema_file.CHINESE).is_file() and not (tmp_path / ENGLISH).exists()
    assert (
        (tmp_path / "my-case.yaml")
        .read_text(encoding="utf-8")
        .startswith(f"# yaml-language-server: $schema={schema_file.CHINESE}\n")
    )


def test_a_redressed_scenario_keeps_its_bones_and_lists_its_words(shell: Shell, tmp_path: Path) -> None:
    answer = shell("new", "my-case", "--from", "smallest", "--out", str(tmp_path))
    assert answer.code == 0, answer.err
    file = tmp_path / "my-case.yaml"
    assert (tmp_path / "my-case.words.xlsx").is_file()
    old, new = load_scenario("smallest").scenario, load_scenario(file).scenario
    assert old is not None and new is not None and new.id == "my-case"
    assert new.beats == old.beats and new.people == old.people
    before, _ = read_source(Path("scenarios/examples/smallest.yaml"))
    after, _ = read_source(file)
    assert before is not None and after is not None
    assert len(unchanged(before, after)) == len(rows(before))
    changed = Source(after.file, after.text.replace("What a beautiful studio!", "What a fine bakery!"))
    assert len(unchanged(before, changed)) == len(rows(before)) - 1
