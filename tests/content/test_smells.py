"""Suspicions about wording: what they hear, what they let pass, and that sound scenarios raise none."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.scenario_reader import read_scenario
from game.content.style_smells import course_words, half_width, translated_style
from game.language.locale import Locale
from tests.content.readings import HERE, ROOT, model, read

SCENARIOS = [
    HERE / "ten-minutes.yaml",
    *(path for path in sorted((ROOT / "scenarios").rglob("*.yaml")) if ".paths" not in path.name),
]
SMELLS = tuple(f"SC83{number}" for number in range(9))

CHINESE = """\
rapport: 1
id: visit
languages: [zh]
title: {zh: 一次拜访}
customer: {zh: 林悦, disc: D55 C30 S10 I5, hidden: {trust: 20..60}}
people:
  tang: {zh: 小唐}
beats:
  hello:
    lines:
      first: {zh: 林经理您好，占用您两分钟行吗？, does: [ask-permission]}
      second: {zh: 机器哪里让您头疼？, does: [ask-problem]}
    replies:
      - {when: [trust >= 35], zh: 你说吧。}
      - {zh: 说。}
  aside:
    with: tang
    lines:
      third: {zh: 你在这儿多久了？, does: [ask-situation]}
    replies:
      - {zh: 三年。}
endings:
  done: {stage: interest, zh: 门关上了。}
"""


def smelt(*changes: tuple[str, str]) -> list[tuple[str, int]]:
    """Codes and lines of the Chinese scenario after some changes."""
    text = CHINESE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return [(found.code, found.place.line) for found in read(text).diagnostics]


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_sound_scenarios_raise_no_suspicion(path: Path) -> None:
    found = [one for one in read_scenario(path, model()).diagnostics if one.code in SMELLS]
    assert [one.rendered() for one in found] == []


@pytest.mark.parametrize(
    "text",
    [
        "他说：“九点四十，3.5 折。”",
        "比例是 3:2，时间 9:40。",
        "{address}，您坐。",
        "A 款（含税）一万二。",
        "网址 example.com/a?b=1 您记一下",
        "好……您说。",
        "一、二、三。",
    ],
)
def test_sound_punctuation(text: str) -> None:
    assert list(half_width(text)) == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("您好,请坐.", [",", "."]),
        ("行吗?行!", ["?", "!"]),
        ("试用(一周)", ["(", ")"]),
        ('他说"好"', ['"', '"']),
        ("等等...", ["..."]),
    ],
)
def test_half_width_signs(text: str, signs: list[str]) -> None:
    found = list(half_width(text))
    assert [sign for _, sign, _ in found] == signs
    assert all(text[start:].startswith(sign) for start, sign, _ in found)


def test_chinese_as_it_is_spoken_does_not_sound_translated() -> None:
    for text in (
        "我的、你的、他的，都在这儿。",
        "被子给您换了，被罩也换了。",
        "让我们家老张来看看。",
        "当时您在吗？",
        "老李这回起了大作用。",
        "看起来像下雨。",
        "这一层从来没人动过，以后也这样。",
        "您听听，是不是比从前安静。",
    ):
        assert list(translated_style(text)) == [], text
    for text in (
        "我们进行了讨论。",
        "当您需要帮助的时候，打我电话。",
        "让我们看看。",
        "他被领导被同事被客户说。",
        "您介意我坐下吗？",
        "它如此安静，以至于您听不见。",
        "这是一个非常好的问题。",
    ):
        assert len(list(translated_style(text))) == 1, text


def test_course_words() -> None:
    assert [word for _, word in course_words("That is our pain point, not a lead.", Locale.EN)] == [
        "pain point"
    ]
    assert [word for _, word in course_words("您这是锚定，还是互惠？", Locale.ZH)] == ["锚定", "互惠"]
    assert list(course_words("We anchor the boat and close the deal.", Locale.EN)) == []


def test_course_words_are_heard_wherever_the_customer_speaks_or_thinks() -> None:
    """In what is said, in what is not said, and in what is on somebody's mind."""
    thought = "    thoughts: [{zh: 他在破冰。}]\n"
    assert smelt(("  aside:\n", f"{thought}  aside:\n")) == [("SC833", 16)]
    objection = "objections:\n  price: {zh: 感知风险太高。}\nbeats:\n"
    assert ("SC833", 9) in smelt(("beats:\n", objection))


def test_one_form_of_address_for_one_person() -> None:
    assert smelt() == []  # everybody has a form of their own, and so have the customers
    assert smelt(("哪里让您头疼", "哪里让你头疼")) == [("SC831", 12)]
    assert smelt(("哪里让您头疼", "哪里让你们头疼")) == []
    assert smelt(("哪里让您头疼", "他那句“你急什么”让您头疼")) == []
    assert smelt(("does: [ask-problem]}", "does: [ask-problem, over-familiar]}"), ("让您", "让你")) == []
    assert smelt(("does: [ask-problem]}", "does: [ask-problem], nearness: 5}"), ("让您", "让你")) == []
    assert smelt(("你说吧。", "你说吧，您请。")) == [("SC831", 14)]


def test_a_smell_is_silenced_with_a_reason_only() -> None:
    wrong = ("哪里让您头疼？, does: [ask-problem]}", "哪里让你头疼？, does: [ask-problem]}")
    line = wrong[1]
    assert smelt(wrong, (line, f"{line}  # allow SC831: 老同学")) == []
    assert smelt(wrong, (line, f"{line}  # allow SC831")) == [("SC831", 12), ("SC123", 12)]


def test_tags_and_texts() -> None:
    assert smelt(("您头疼？, does", "您头疼。, does")) == [("SC835", 12)]
    assert smelt(("机器哪里让您头疼？", "您说说，机器怎么让您头疼的。")) == []
    assert smelt(("ask-problem]}", "apologise]}")) == [("SC836", 12)]
    assert smelt(("ask-problem]}", "daily-cost]}")) == [("SC837", 12)]
    assert smelt(("哪里让您头疼？, does: [ask-problem]}", "一天才九块。, does: [daily-cost]}")) == []
