"""What became of a customer, in words of both languages: a step, chances with a number, a regret, a sum."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.accounts import Account, Class, Classes, Currency, Lifecycle, Tier, Worth
from game.engine.aftermath import Regret
from game.engine.relationship import Relationship
from game.language.locale import Locale
from game.telling import aftermath_phrases as words
from game.telling.aftermath import account_told, aftermath_told
from game.telling.money import money

LOST = Relationship(
    person="customer",
    agreed=True,
    loyalty=1,
    attachment=1_350,
    regret=7_600,
    regrets={Regret.PRESSED: 5_400, Regret.UNCONFIRMED: 1_200, Regret.WORTHLESS: 1_000},
    habit=720,
    switching=900,
    again=324,
    leaving=9_111,
    referral=0,
    historic=10_000,
    current=64,
    potential=162,
    polite_leaver=True,
)
KEPT = replace(
    LOST, loyalty=5, regret=0, regrets={}, again=4_505, leaving=400, referral=6_160, polite_leaver=False
)


def test_a_lost_customer_in_words() -> None:
    told = aftermath_told(LOST, Locale.EN)
    assert told.headline == "Satisfied, and would go all the same"
    assert [step.reached for step in told.steps] == [True, False, False, False, False]
    assert [answer.value for answer in told.chances] == ["Hardly · 3%", "Almost surely · 91%", "Hardly · 0%"]
    assert told.regret.value == "A yes that was pushed · 76%"
    assert told.worth is None
    chinese = aftermath_told(LOST, Locale.ZH)
    assert chinese.title == "后来"
    assert [answer.label for answer in chinese.chances] == [
        "她还会再来吗？",
        "一年之内，她会走吗？",
        "她会主动推荐您吗？",
    ]


def test_a_kept_customer_in_words() -> None:
    told = aftermath_told(KEPT, Locale.EN, "he")
    assert told.headline == "An advocate: he brings others"
    assert told.advice == "" and all(step.reached for step in told.steps)
    assert told.regret.value == "Nothing"
    assert told.chances[0].label == "Will he come back?"
    open_end = aftermath_told(replace(KEPT, agreed=False), Locale.ZH, "he")
    assert open_end.regret.value == "什么都没答应"


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("pronoun", ["she", "he", "they"])
def test_every_rung_and_every_regret_can_be_told(locale: Locale, pronoun: str) -> None:
    headlines = set()
    for rung in range(6):
        for regret in Regret:
            found = replace(KEPT, loyalty=rung, regret=5_000, regrets={regret: 5_000})
            told = aftermath_told(found, locale, pronoun)
            headlines.add(told.headline)
            for sentence in (told.headline, told.advice, *(f"{a.label}{a.value}" for a in told.answers)):
                assert "{" not in sentence
    assert len(headlines) == 6
    assert len(told.labels) == len(words.SHORT)


def test_an_account_is_told_in_its_money() -> None:
    worth = Worth(52_000, 34_560, 28_793, 240_308, Currency.YUAN)
    english, chinese = (aftermath_told(replace(KEPT, worth=worth), locale).worth for locale in Locale)
    assert english is not None and chinese is not None
    assert (english.label, english.value) == ("Worth in 5 years", "¥240,000")
    assert english.reason == "¥52,000 earned, ¥34,600 likely in the year to come, ¥28,800 could be added"
    assert chinese.value == "24 万元"
    assert chinese.reason == "已经挣到 5.2 万元，往后一年大约 3.46 万元，还能添 2.88 万元"


def test_the_facts_of_an_account_leave_out_what_nobody_knows() -> None:
    account = Account(Tier.A, Lifecycle.GROWING, 4, 40, 52_000, 36_000, 90_000)
    shown = account_told(account, Locale.EN, Classes(Class.HIGH, Class.MIDDLE, Class.MIDDLE))
    assert shown == (
        "Tier A",
        "growing",
        "4 orders, last 40 days ago",
        "¥36,000 of ¥90,000 a year",
        "RFM 3-2-2",
    )
    assert account_told(Account(), Locale.ZH) == ("B 级客户", "潜客")
    prospect = Account(yearly=13_000, potential=28_000)
    assert account_told(prospect, Locale.ZH)[-1] == "每年 1.3 万元到 2.8 万元"
    assert account_told(replace(prospect, yearly=0), Locale.EN)[-1] == "up to ¥28,000 a year"
    assert account_told(replace(prospect, potential=0), Locale.EN)[-1] == "¥13,000 a year"
    assert money(90_000, Currency.POUND, Locale.EN) == "£90,000"
