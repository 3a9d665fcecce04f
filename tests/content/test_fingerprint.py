"""The fingerprint: what can change a score changes it, wording and order without meaning do not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.fingerprint import fingerprint
from tests.content.readings import HERE, SMALL, model, read, small

SAMPLE = (HERE / "ten-minutes.yaml").read_text(encoding="utf-8")
ORDERLESS = ("", "facts", "promises", "secrets", "customer", "rubric")
"""Mappings of the sample whose order means nothing; `` is the outermost one."""


def mark(text: str) -> str:
    """The fingerprint of a text."""
    scenario = read(text).scenario
    assert scenario is not None, [found.rendered() for found in read(text).diagnostics]
    return scenario.fingerprint


def test_it_is_a_sha256() -> None:
    assert re.fullmatch("[0-9a-f]{64}", mark(SMALL))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trust: 30", "trust: 31"),
        ("truth: untrue", "truth: shaky"),
        ("by: 6", "by: 7"),
        ("turns: 12", "turns: 13"),
        ("strength: 40..50", "strength: 40..51"),
        ("does: [strong praise]", "does: [praise]"),
        ("delivery: [warm]", "delivery: [cool]"),
        ("pass: 600", "pass: 610"),
        ("points: 80", "points: 81"),
        ("trust >= 35", "trust >= 36"),
        ("disc: D55 C30 S10 I5", "disc: D54 C31 S10 I5"),
        ("needs: [safety, esteem]", "needs: [esteem, safety]"),
        ("stage: interest", "stage: desire"),
        ("name-a-day", "name-two-days"),
        ("zh: 打电话吧。, then: brushed-off", "zh: 打电话吧。, then: dated"),
    ],
)
def test_what_can_change_a_score_changes_it(old: str, new: str) -> None:
    assert old in SAMPLE
    assert mark(SAMPLE) != mark(SAMPLE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("en: Ten Minutes,", "en: Quarter of an Hour,"),
        ("zh: 林悦", "zh: 林月"),
        ("Leave your card at the desk.", "Leave it at the desk."),
        ("teaches: [tac-first-impression, tac-reciprocity, obj-four-steps]", "teaches: [tac-reciprocity]"),
        ("when: [said give-figures, trust >= 35]", "when: [trust >= 35, said give-figures]"),
        ("  reception:\n    en:", "  reception:\n    thoughts: [{en: Who?, zh: 谁？}]\n    en:"),
        ("endings:\n", "epilogue:\n  - {en: Nobody rang., zh: 没有电话。}\nendings:\n"),
        ("disc: D55 C30 S10 I5", "disc: I5 S10 C30 D55"),
        ("  disc:", "  looks: {hair: bun}\n  disc:"),
        ("when: [said give-figures, trust >= 35]", "when: [said give-figures, trust >= 35 of customer]"),
    ],
)
def test_wording_and_looks_do_not(old: str, new: str) -> None:
    assert old in SAMPLE
    assert mark(SAMPLE) == mark(SAMPLE.replace(old, new).replace("{en: Who?, ", '{en: "Who?", '))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False), st.text(alphabet="abc 你好。", min_size=3, max_size=9))
def test_prose_and_the_order_of_keys_do_not(luck: st.Random, prose: str) -> None:  # type: ignore[name-defined]
    data = yaml.load(SAMPLE, yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
    for name in ORDERLESS:
        node = data if not name else data[name]
        entries = list(node.items())
        luck.shuffle(entries)
        node.clear()
        node.update(entries)
    for node in (data["title"], data["customer"], data["facts"]["benchmark"], data["endings"]["dated"]):
        node["en"] = node["zh"] = f"您 {prose.strip() or 'x'} words in both languages"
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    assert mark(SAMPLE) == mark(text)


def test_the_order_of_beats_and_lines_counts() -> None:
    second = "      wait: {en: I can wait., does: [give-time]}\n"
    first = "      ask-leave: {en: I ask for two minutes., does: [ask-permission]}\n"
    assert mark(SMALL.replace(first, first + second)) != mark(SMALL.replace(first, second + first))


def test_the_psychology_counts() -> None:
    scenario = small().scenario
    assert scenario is not None
    other = replace(scenario, psychology=replace(model(), fingerprint="0" * 64))
    assert scenario.fingerprint == fingerprint(scenario)
    assert scenario.fingerprint != fingerprint(other)
