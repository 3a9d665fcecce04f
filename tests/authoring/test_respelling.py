"""The formatter turns one language's fields and words into the other's and touches nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.respelling import in_language, usual
from game.authoring.respelt_values import in_chinese
from game.content.aliases import translated
from game.content.golden_paths import read_golden_paths
from game.content.loading import psychology
from game.content.scenario_reader import read_source_text
from game.content.source import Source, read_source
from game.language.locale import Locale
from tests.command_line.conftest import Shell
from tests.content.readings import HERE, ROOT
from tests.content.test_aliases import CHINESE, ENGLISH
from tests.content.test_laws import damaged
from tests.content.test_scenario_guide import PIECES
from tests.content.test_scenario_reader import FULL

FILES = [*sorted((ROOT / "scenarios").rglob("*.yaml")), HERE / "ten-minutes.yaml"]
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in FILES}
TEXTS |= {"full": FULL, "english": ENGLISH, **{f"guide-{n}": text for n, text in enumerate(PIECES)}}


def formatted(text: str, locale: Locale) -> str:
    """A text through the formatter, which must be able to read it."""
    told = in_language(Source("a.yaml", text), locale)
    assert told.diagnostics == ()
    return told.text


@pytest.mark.parametrize("name", TEXTS)
def test_there_and_back_is_exactly_the_same(name: str) -> None:
    text = TEXTS[name]
    chinese = formatted(text, Locale.ZH)
    assert chinese != text
    assert formatted(chinese, Locale.EN) == text == formatted(text, Locale.EN)
    assert formatted(chinese, Locale.ZH) == chinese


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_means_the_same(path: Path) -> None:
    source, _ = read_source(path)
    assert source is not None
    if ".paths" in path.name:
        return
    model = psychology().psychology
    before = read_source_text(source, model)
    after = read_source_text(replace(source, text=formatted(source.text, Locale.ZH)), model)
    assert before.scenario is not None and after.scenario is not None and model is not None
    assert before.scenario.fingerprint == after.scenario.fingerprint
    assert replace(before.scenario, psychology=model) == replace(after.scenario, psychology=model)
    assert before.wording == after.wording
    assert [(one.code, one.place) for one in before.diagnostics if one.place.column == 1] == [
        (one.code, one.place) for one in after.diagnostics if one.place.column == 1
    ]


def test_golden_paths_in_chinese_words_mean_the_same(tmp_path: Path) -> None:
    path = ROOT / "scenarios" / "examples" / "smallest.paths.yaml"
    text = formatted(path.read_text(encoding="utf-8"), Locale.ZH)
    assert "依次说:" in text and "当: [压力 < 20]" in text
    chinese = tmp_path / path.name
    chinese.write_text(text, encoding="utf-8")
    one, other = read_golden_paths(path, None), read_golden_paths(chinese, None)
    assert other.diagnostics == ()
    assert [(each.id, each.customer, len(each.expect)) for each in one.paths] == [
        (each.id, each.customer, len(each.expect)) for each in other.paths
    ]
    assert one.paths[0].expect[0].when[0][0] == other.paths[0].expect[0].when[0][0]


def test_ids_remarks_and_prose_are_left_alone() -> None:
    text = """\
# trust: a remark
rapport: 1  # when
title: {en: "trust", zh: 'stage'}
beats:
  trust:
    lines:
      price: {en: when, does: [price, light price], when: [said price, not mood warm of trust, told stage]}
      does: {en: x, asks: trust, then: "interest", note: when}
endings:
  interest: {stage: "interest", en: stage, 'on': [agreed]}
"""
    assert (
        formatted(text, Locale.ZH)
        == """\
# trust: a remark
知心: 1  # when
标题: {英文: "trust", 中文: 'stage'}
节拍:
  trust:
    台词:
      price: {英文: when, 战术: [报价, 轻微 报价], 当: [说过 price, 不 心情 和气 对 trust, 透露 stage]}
      does: {英文: x, 请求: trust, 然后: "interest", 备注: when}
结局:
  interest: {阶段: "兴趣", 英文: stage, '归入': [答应]}
"""
    )
    assert formatted(formatted(text, Locale.ZH), Locale.EN) == text


def test_editors_are_pointed_to_the_schema_of_the_language() -> None:
    text = "# yaml-language-server: $schema=../rapport-scenario.schema.json\nrapport: 1\n"
    chinese = formatted(text, Locale.ZH)
    assert chinese.startswith("# yaml-language-server: $schema=../rapport-scenario.zh.schema.json\n")
    assert formatted(chinese, Locale.ZH) == chinese
    assert formatted(chinese, Locale.EN) == text
    other = "# yaml-language-server: $schema=mine.json\nrapport: 1\n"
    assert "$schema=mine.json" in formatted(other, Locale.ZH)


def test_mixed_files_become_one() -> None:
    text = CHINESE.replace("难度: 2", "difficulty: 2").replace("信任 >=", "trust >=").replace("中文", "zh")
    assert usual(Source("a.yaml", text)) is Locale.ZH
    chinese = formatted(text, Locale.ZH)
    assert "难度: 2" in chinese and "信任 >= 35" in chinese and "\n    zh:" not in chinese
    assert formatted(text, Locale.EN) == formatted(chinese, Locale.EN)
    assert usual(Source("a.yaml", ENGLISH)) is Locale.EN


def test_a_field_in_both_languages_stays_as_it_is() -> None:
    text = "rapport: 1\n难度: 2\ndifficulty: 3\n"
    assert formatted(text, Locale.EN) == text
    assert formatted(text, Locale.ZH) == "知心: 1\n难度: 2\ndifficulty: 3\n"


CONDITIONS = st.sampled_from(
    [
        "trust >= 35",
        "need>40 by 3",
        "not mood irritated of apprentice",
        "stage interest",
        "said trust",
        "said ask before offer",
        "said before before said before ask",
        "told price",
        "not agreed need",
        "acknowledged change",
        "kept by",
        "broken of",
        "loyalty >= 3",
        "polite-leaver",
        "rung >= 2 of mood before objection",
        "face < 20",
        "urgency<=3",
    ]
)


@given(CONDITIONS)
def test_a_condition_there_and_back(condition: str) -> None:
    chinese = in_chinese(condition)
    assert translated(chinese) == condition
    assert not chinese.isascii()


TEXT = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12)


@settings(max_examples=40, deadline=None)
@given(TEXT, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_whatever_the_words_are_they_stay(said: str, end: str, quoted: bool) -> None:
    shown = json.dumps(said, ensure_ascii=quoted)
    text = f"rapport: 1\nbeats:\n  a:\n    lines:\n      b: {{en: {shown}, does: [praise]}} # {'x'}\n"
    text = text.replace("\n", end)
    chinese = formatted(text, Locale.ZH)
    assert shown in chinese
    assert formatted(chinese, Locale.EN) == text


def test_the_verb_formats_checks_and_leaves_alone(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "我的 剧本"
    folder.mkdir()
    file, other = folder / "一号 a.yaml", folder / "psychology.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + TEXTS["smallest"].replace("\n", "\r\n").encode())
    other.write_text("rapport-psychology: 1\n", encoding="utf-8")
    before = file.read_bytes()
    assert shell("format", str(folder), "--keys", "zh", "--check").code == 1
    assert file.read_bytes() == before
    answer = shell("format", str(folder), "--keys", "zh")
    assert answer.code == 0 and "1" in answer.out, answer.err
    assert file.read_bytes().startswith(b"\xef\xbb\xbf" + "知心: 1\r\n".encode())
    assert shell("format", str(folder), "--check").code == 0  # as most of its fields are
    assert shell("format", str(folder), "--keys", "en").code == 0
    assert file.read_bytes() == before
    assert other.read_text(encoding="utf-8") == "rapport-psychology: 1\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"rapport: 1\n\ttitle: x\n", "SC102"),
        (b"<<<<<<< mine\nrapport: 1\n=======\n", "SC103"),
        ("知心: 1\n标题: {zh: 好}\n".encode("gbk"), "SC007"),
        (b"rapport: 1\ntitle: {en: half", "SC105"),
        ("rapport: 1\ntitle: x\n".encode("utf-16"), "SC006"),
        (b"rapport: 1\nlist: [a: b: {c\n", "SC1"),
        (b"", "SC004"),
    ],
)
def test_what_cannot_be_read_is_told_and_left_alone(
    shell: Shell, tmp_path: Path, data: bytes, code: str
) -> None:
    file = tmp_path / "坏 了.yaml"
    file.write_bytes(data)
    answer = shell("format", str(file), "--keys", "zh")
    assert answer.code == 1
    assert code in answer.out + answer.err
    assert file.read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_a_damaged_file_is_left_alone_or_comes_back(text: str) -> None:
    source = Source("a.yaml", text)
    english, chinese = in_language(source, Locale.EN), in_language(source, Locale.ZH)
    assert english.diagnostics == chinese.diagnostics
    if english.diagnostics:
        assert english.text == chinese.text == text
        return
    assert in_language(replace(source, text=chinese.text), Locale.EN).text == english.text
    assert in_language(replace(source, text=english.text), Locale.ZH).text == chinese.text
    assert in_language(replace(source, text=english.text), Locale.EN).text == english.text
