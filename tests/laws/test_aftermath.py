"""Days and weeks afterwards: two textbook customers by hand, their accounts, and a close that is lost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.content.scenario_reader import read_source_text
from game.content.source import Source
from game.engine.accounts import Account, Class, Classes, Lifecycle, Tier, classes, worth
from game.engine.aftermath import LOYALTIES, Aftermath, Regret, aftermath
from game.engine.conversation import Conversation
from game.engine.relationship import relationship
from game.engine.rules import Rules
from game.engine.scenario import Close, Scenario
from game.engine.state import USE, State
from game.engine.traits import WHOLE, Trait
from tests.laws.laboratory import laboratory, line
from tests.laws.playing import said
from tools.shipped import psychology

LABORATORY = laboratory([line("close", "ask-commitment", asks="order"), line("praise-it", "confirm-choice")])
FAITHFUL = {
    Trait.EMOTIONAL_VALUE: 6_000, Trait.BENEVOLENCE: 7_000, Trait.TRUST: 6_500, Trait.RUNG: 4,
    Trait.SATISFACTION: 8_000, Trait.FOLLOW_THROUGH: 9_000, Trait.COST: 2_000, Trait.VALUE: 3_000,
}  # fmt: skip
FORCED = {
    Trait.EMOTIONAL_VALUE: 500, Trait.BENEVOLENCE: 2_000, Trait.TRUST: 3_000, Trait.RUNG: 2,
    Trait.SATISFACTION: 7_000, Trait.FOLLOW_THROUGH: 3_000, Trait.COST: 4_000, Trait.VALUE: -2_000,
    Trait.YES_UNDER_PRESSURE: 6_000,
}  # fmt: skip


def minded(values: dict[Trait, int], confirmed: bool, rules: Rules = LABORATORY) -> State:
    """One play that ended with a yes, in a state of mind; nothing is held against the seller."""
    state = rules.fresh(np.zeros(1, np.int32))
    mind, agreed = np.zeros_like(state.mind), np.ones_like(state.agreed)
    for trait, value in values.items():
        mind[trait] = value
    used = np.zeros_like(state.used)
    if confirmed:
        used[rules.lines.row_of["confirm-choice"]] = USE + 2
    return replace(state, mind=mind, agreed=agreed, used=used, close=np.full_like(state.close, Close.AGREED))


def figures(found: Aftermath) -> dict[str, int]:
    names = ("attachment", "regret", "habit", "switching", "again", "leaving", "referral", "loyalty")
    return {name: int(getattr(found, name)[0]) for name in (*names, "polite_leaver")}


def test_a_faithful_customer_by_hand() -> None:
    """rel-loyalty-ladder, rel-repurchase-three: content, attached, trusting, and the choice confirmed."""
    found = aftermath(minded(FAITHFUL, confirmed=True), LABORATORY.scenario)
    assert figures(found) == {
        "attachment": 7_700,  # .7 * 6000 + .5 * 7000
        "regret": 0,
        "habit": 9_000,
        "switching": 7_580,  # .5 * 9000 + .4 * 7700
        "again": 4_505,  # .65 * .77 * .9
        "leaving": 400,
        "referral": 6_160,  # .77 * .8
        "loyalty": 5,
        "polite_leaver": 0,
    }


def test_a_forced_close_by_hand() -> None:
    """var-satisfaction-gap: satisfied enough to say so, pressed, paying more than it brings: lost."""
    found = aftermath(minded(FORCED, confirmed=False), LABORATORY.scenario)
    assert figures(found) == {
        "attachment": 1_350,  # .7 * 500 + .5 * 2000
        "regret": 7_600,  # .9 * 6000 + .5 * 2000 + 1200
        "habit": 720,  # .3 * (1 - .76)
        "switching": 900,
        "again": 324,  # .3 * .135 * .8
        "leaving": 9_111,
        "referral": 0,
        "loyalty": 1,
        "polite_leaver": 1,
    }
    reasons = {reason: int(amount[0]) for reason, amount in found.regrets.items()}
    assert reasons == {
        Regret.PRESSED: 5_400,
        Regret.UNTRUE: 0,
        Regret.WORTHLESS: 1_000,
        Regret.UNCONFIRMED: 1_200,
    }


def test_no_rung_of_loyalty_can_be_skipped() -> None:
    for trait, rung in ((Trait.SATISFACTION, 0), (Trait.RUNG, 2), (Trait.FOLLOW_THROUGH, 3)):
        state = minded(FAITHFUL | {trait: 1}, confirmed=True)
        assert int(aftermath(state, LABORATORY.scenario).loyalty[0]) == rung, trait
    assert len(LOYALTIES) == 6


def booked(account: Account) -> Rules:
    """The laboratory with an account."""
    scenario = LABORATORY.scenario
    return Rules(replace(scenario, people=(replace(scenario.people[0], account=account),)))


def test_ties_to_other_customers_hold_and_nothing_else_changes() -> None:
    """community-stickiness: leaving costs more, so that fewer leave."""
    tied = booked(Account(ties=6_000)).scenario
    alone = aftermath(minded(FORCED, confirmed=False), LABORATORY.scenario)
    held = aftermath(minded(FORCED, confirmed=False), tied)
    assert int(held.switching[0]) == 900 + 2_100  # .35 * 6000
    assert int(held.leaving[0]) < int(alone.leaving[0])
    for same in ("loyalty", "attachment", "regret", "again", "referral"):
        assert (getattr(held, same) == getattr(alone, same)).all(), same


GROWING = Account(
    Tier.B, Lifecycle.GROWING, orders=4, last_order=40, spent=52_000, yearly=36_000, potential=90_000
)


def test_the_worth_of_an_account_in_three_tenses() -> None:
    number = psychology().number
    found = worth(GROWING, keeping=9_600, leaving=400, growing=5_332, number=number)
    assert (found.historic, found.current, found.potential) == (52_000, 34_560, 28_793)
    assert found.lifetime == 52_000 + 159_515 + 28_793  # 34560 * (1 + .96 + .9216 + .8847 + .8493)
    gone = worth(GROWING, keeping=0, leaving=WHOLE, growing=0, number=number)
    assert (gone.current, gone.potential, gone.lifetime) == (0, 0, 52_000)


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        (GROWING, Classes(Class.HIGH, Class.MIDDLE, Class.MIDDLE)),
        (Account(), Classes(Class.LOW, Class.LOW, Class.LOW)),
        (
            replace(GROWING, orders=10, last_order=365, yearly=54_000),
            Classes(Class.MIDDLE, Class.HIGH, Class.HIGH),
        ),
        (replace(GROWING, orders=2, last_order=366, yearly=20_000), Classes(Class.LOW, Class.LOW, Class.LOW)),
    ],
)
def test_recency_frequency_and_money_are_three_classes(account: Account, expected: Classes) -> None:
    assert classes(account, psychology().number) == expected


PUSHED = """
rapport: 1
id: pushed
languages: [en]
title: {en: Pushed}
customer:
  en: Lin Yue
  disc: S70 C30
  hidden: {trust: 50, benefit: 60, need: 60, threshold: 0, trait-reactance: 60}
  account: {lifecycle: new, orders: 1, last-order: 2 weeks, yearly: 8000, potential: 9000}
beats:
  door:
    lines:
      hurry: {en: "Today or never, and your rival has signed.", does: [strong urgency, strong compare-rival]}
      hear: {en: What does it do to your mornings?, does: [ask-problem, listen]}
  chair:
    lines:
      hurry-on: {en: "You won’t get this twice. Don’t be slow.", does: [strong scarcity, strong argue]}
      hear-on: {en: That sounds tiring., does: [empathise, name-feeling]}
  desk:
    lines:
      press:
        en: "Only today, only one left. Sign."
        does: [strong ask-commitment, strong urgency, strong scarcity]
        asks: order
      leave-it-open: {en: "Shall we, or shall we not?", does: [real-choice, ask-commitment], asks: order}
  after:
    lines:
      push-on: {en: And the next one with it. Now., does: [strong urgency, strong false-choice]}
      say-well-chosen: {en: You have chosen well., does: [confirm-choice, listen]}
endings:
  signed: {stage: action, on: [agreed, time, left], when: [agreed order], en: Signed.}
  open: {stage: cognition, en: Open.}
epilogue:
  - {when: [agreed order, leaving >= 40], en: Two weeks later it was sent back.}
  - {when: [agreed order, leaving < 40], en: Two weeks later it ran.}
  - {en: Nothing came.}
"""
FORCING = ("hurry", "hurry-on", "press", "push-on")
FREE = ("hear", "hear-on", "leave-it-open", "say-well-chosen")


@pytest.fixture(scope="module")
def pushed() -> Scenario:
    reading = read_source_text(Source("pushed.yaml", PUSHED), psychology())
    assert reading.scenario is not None, [found.rendered() for found in reading.diagnostics]
    return reading.scenario


def talked(scenario: Scenario, *lines: str, seed: int = 3) -> Conversation:
    talk = Conversation.begin(scenario, seed)
    for each in lines:
        talk = said(talk, each)
    return talk


def test_a_forced_close_can_still_be_lost_in_the_epilogue(pushed: Scenario) -> None:
    """She says yes to both and both talks end the same; weeks later one of them is lost."""
    forced, free = talked(pushed, *FORCING), talked(pushed, *FREE)
    assert forced.outcome is not None and free.outcome is not None
    assert forced.outcome.ending == free.outcome.ending == "signed"
    assert forced.outcome.epilogue == "epilogue/1"
    assert free.outcome.epilogue == "epilogue/2"
    lost, kept = relationship(forced), relationship(free)
    assert lost.agreed and kept.agreed
    assert lost.leaving > kept.leaving and lost.regret > kept.regret and lost.again < kept.again
    assert next(iter(lost.regrets)) is Regret.PRESSED
    assert lost.worth is not None and kept.worth is not None
    assert lost.worth.lifetime < kept.worth.lifetime


def test_the_aftermath_of_one_talk_is_that_of_a_batch(pushed: Scenario) -> None:
    talk = talked(pushed, *FORCING)
    found, many = relationship(talk), aftermath(talk.state.only(np.zeros(3, np.int64)), pushed)
    for name in ("loyalty", "regret", "leaving", "again", "referral", "switching", "current", "potential"):
        assert getattr(many, name).dtype == np.int32, name
        assert set(getattr(many, name).tolist()) == {getattr(found, name)}, name


def test_without_an_account_there_is_no_sum_of_money(pushed: Scenario) -> None:
    bare = replace(pushed, people=(replace(pushed.people[0], account=None),))
    talk, booked_talk = talked(bare, *FORCING), talked(pushed, *FORCING)
    found = relationship(talk)
    assert (found.account, found.classes, found.worth) == (None, None, None)
    assert (talk.state.mind == booked_talk.state.mind).all()  # the books move no feeling
