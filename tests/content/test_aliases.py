"""Scenarios in Chinese words mean the same as in English ones."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from game.content import forms, looks, people_schema, schema
from game.content.aliases import aliases, translated
from game.content.conditions import MOMENTS, RESISTANCES, STAGES, STEPS, TRAITS
from game.content.library import read_card
from game.content.loading import psychology
from game.content.people import ATTRIBUTES
from game.engine.accounts import Currency, Lifecycle
from game.engine.terms import Aspect
from game.engine.traits import Motive, Worry
from game.language.locale import Locale
from tests.content.readings import HERE, read, told

SAMPLE = (HERE / "ten-minutes.yaml").read_text(encoding="utf-8")

CHINESE = """\
知心: 1
标识: shi-fen-zhong
语言: [zh]
标题: {中文: 十分钟}
难度: 2
客户:
  zh: 林悦
  风格: D55 C30 S10 I5
  需求: [安全, 尊重]
  档案: {级别: A, 生命周期: 成长期, 单数: 4, 末单: 40 天, 每年: 36000, 潜力: 90000, 币种: 元}
  隐藏: {信任: 30, 耐心: 50..70}
  外貌: {年龄: 年长, 发型: 发髻}
事实:
  pages: {真假: 存疑, 中文: 每人每月九百页。}
节拍:
  hello:
    台词:
      ask-leave:
        中文: 占用您两分钟行吗？
        战术: [自我介绍, 强烈 征求同意]
        语气: [利落, 直接]
        引用: pages
        备注: 信任还不够，先别急。
    回应:
      - {当: [信任 >= 35, 不 心情 恼火], 中文: 你接着说。}
      - {中文: 我听着。, 然后: done}
结局:
  done: {阶段: 兴趣, 中文: 门关上了。}
尾声:
  - {当: [忠诚 >= 2, 不 满意而去, 流失 < 40], 中文: 三天后，她来了电话。}
  - {中文: 三天后，没有电话。}
"""

ENGLISH = """\
rapport: 1
id: shi-fen-zhong
languages: [zh]
title: {zh: 十分钟}
difficulty: 2
customer:
  zh: 林悦
  disc: D55 C30 S10 I5
  needs: [safety, esteem]
  account: {tier: A, lifecycle: growing, orders: 4, last-order: 40 days, yearly: 36000, potential: 90000}
  hidden: {trust: 30, patience: 50..70}
  looks: {age: senior, hair: bun}
facts:
  pages: {truth: shaky, zh: 每人每月九百页。}
beats:
  hello:
    lines:
      ask-leave:
        zh: 占用您两分钟行吗？
        does: [introduce, strong ask-permission]
        delivery: [brisk, direct]
        claims: pages
        note: 信任还不够，先别急。
    replies:
      - {when: [trust >= 35, not mood irritated], zh: 你接着说。}
      - {zh: 我听着。, then: done}
endings:
  done: {stage: interest, zh: 门关上了。}
epilogue:
  - {when: [loyalty >= 2, not polite-leaver, leaving < 40], zh: 三天后，她来了电话。}
  - {zh: 三天后，没有电话。}
"""


def test_chinese_words_mean_the_same() -> None:
    chinese, english = read(CHINESE), read(ENGLISH)
    assert told(chinese.diagnostics) == told(english.diagnostics) == []
    assert chinese.scenario is not None
    assert english.scenario is not None
    assert chinese.scenario.fingerprint == english.scenario.fingerprint
    assert chinese.scenario == english.scenario
    assert chinese.wording == english.wording


def test_prose_is_left_alone() -> None:
    wording = read(CHINESE).wording
    assert wording is not None
    assert wording.notes["ask-leave"].said(Locale.ZH) == "信任还不够，先别急。"
    assert read(SAMPLE).diagnostics == ()


def test_faults_stand_where_the_chinese_words_stand() -> None:
    broken = CHINESE.replace("阶段: 兴趣", "阶段: 兴去").replace("信任 >= 35", "信任 >= 135")
    found = read(broken).diagnostics
    assert told(found) == [("SC505", 25, 20), ("SC205", 28, 14)]
    assert "信任" in found[0].message.said(Locale.ZH)
    assert "是不是想写“兴趣”" in found[1].message.said(Locale.ZH)


def test_fields_are_named_as_the_author_writes_them() -> None:
    broken = CHINESE.replace("真假: 存疑", "真相: 存疑").replace("语气: [利落, 直接]", "独处: 是")
    messages = [found.message.said(Locale.ZH) for found in read(broken).diagnostics]
    assert any("是不是想写“真假”" in message for message in messages), messages
    missing = read(CHINESE.replace("标题: {中文: 十分钟}\n", "")).diagnostics
    assert [found.code for found in missing] == ["SC202"]
    assert "标题" in missing[0].message.said(Locale.ZH)


def test_a_field_in_both_languages_is_told() -> None:
    twice = CHINESE.replace("难度: 2", "难度: 2\ndifficulty: 3")
    assert told(read(twice).diagnostics) == [("SC203", 5, 1)]


def test_the_card_of_a_chinese_scenario(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(CHINESE, encoding="utf-8")
    card = read_card(path)
    assert card is not None
    assert (card.id, card.difficulty, card.title.said(Locale.ZH)) == ("shi-fen-zhong", 2, "十分钟")


def test_every_field_and_every_closed_word_has_a_chinese_one() -> None:
    meanings = set(aliases().values())
    fields = {
        people_schema.file_name(field)
        for module in (schema, people_schema)
        for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, BaseModel)
        for field in model.model_fields
    }
    words = {
        *(motive.word for motive in Motive),
        *(worry.word for worry in Worry),
        *TRAITS,
        *ATTRIBUTES,
        *STAGES,
        *RESISTANCES,
        *STEPS,
        *MOMENTS,
    }
    words |= {word.value for words in (Aspect, Lifecycle, Currency) for word in words}
    words |= {*forms.PACE, *forms.WARMTH, *forms.DETAIL, *forms.DIRECTNESS}
    for name in vars(looks):
        if name.isupper():
            words |= set(getattr(looks, name))
    assert fields | words <= meanings


def test_tactics_and_moods_are_called_as_in_the_psychology_file() -> None:
    notes = psychology().notes
    for note in (*notes.tactics.values(), *notes.moods.values()):
        assert translated(note.words.said(Locale.ZH)) == note.id
