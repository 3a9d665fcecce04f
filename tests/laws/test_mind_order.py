"""Laws 5, 6 and 13: what is repeated wears out, order counts, and a talk is known by peak and end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from game.engine.psychology import Channel, Role
from game.engine.state import USE, State
from game.engine.traits import Ints, Stage, Trait
from tests.laws.laboratory import FEW, after, crowd, crowds, given, laboratory, line, mind
from tools.shipped import psychology

MODEL = psychology()
TABLE = MODEL.tactics
COUNTED = {
    Channel.ABILITY: Trait.ABILITY_FOR,
    Channel.BENEVOLENCE: Trait.BENEVOLENCE_FOR,
    Channel.INTEGRITY: Trait.INTEGRITY_FOR,
}
TELLING = [
    tactic
    for column, tactic in enumerate(TABLE.ids)
    if (TABLE.effects[list(COUNTED), column] > 150).any() and not TABLE.roles[column] & Role.APOLOGY
]
"""Tactics that give evidence of character or skill (the apology, which counts once, has a law of its own)."""

RULES = laboratory(
    [
        *(line(tactic, tactic) for tactic in TABLE.ids),
        line("discover", "ask-problem", asks_about="secret"),
        line("ask", "ask-commitment", asks="order"),
        line("quote", "price", quotes=110),
        line("long", "listen", seconds=60),
    ]
)


def receptive(seed: int, **more: int) -> State:
    """A crowd that listens: trust above every gate, nothing hot, nothing pushed."""
    low = dict.fromkeys((Trait.REACTANCE, Trait.ANGER, Trait.FEAR, Trait.DISTRESS, Trait.PRESSURE), 0)
    rows = {Trait[name]: value for name, value in more.items()}
    return given(RULES, crowd(RULES, seed), {Trait.TRUST: 6_000, **low, **rows})


def told(state: State, tactic: str, times: int, ago: int = 0) -> State:
    """The same plays in which a tactic was used so often, and last so many turns ago."""
    used = state.used.copy()
    used[RULES.lines.row_of[tactic]] = times * USE + (20 if times else 0)
    return replace(state, used=used, turn=np.full_like(state.turn, 20 + ago))


def gain(state: State, tactic: str) -> Ints:
    """What a tactic adds to the counters, all three together, (play,)."""
    rows = list(COUNTED.values())
    change: Ints = (mind(after(RULES, state, tactic))[rows] - mind(state)[rows]).sum(axis=0)
    return change


@pytest.mark.parametrize("tactic", TELLING)
def test_law_05_one_repeat_is_free_then_it_wears_out(tactic: str) -> None:
    state = receptive(5)
    gains = [gain(told(state, tactic, times), tactic) for times in range(7)]

    assert np.array_equal(gains[0], gains[1])
    for more, less in pairwise(gains):
        assert (less <= more).all()
    felt = gains[1] > 60
    assert felt.any()
    assert (gains[2] < gains[1])[felt].all()
    assert (gains[6] < gains[2])[felt].all()


@pytest.mark.parametrize("tactic", TELLING)
def test_law_05_other_turns_let_it_partly_recover(tactic: str) -> None:
    state = receptive(55)
    fresh, worn, rested, long = (
        gain(told(state, tactic, *used), tactic) for used in ((0, 0), (5, 0), (5, 5), (5, 60))
    )
    felt = fresh > 60

    assert (worn < rested)[felt].all()
    assert (rested < fresh)[felt].all()
    assert (long <= fresh).all()


@tried(crowds)
@FEW
def test_law_06_an_ask_after_discovery_beats_one_before(seed: int) -> None:
    """The same two lines: she says yes no less, and follows through more."""
    state = receptive(seed, DISCLOSURE=6_000, NEED=2_500)
    before, then = after(RULES, state, "ask", "discover"), after(RULES, state, "discover", "ask")
    assert (before.told[0] > 0).all()
    assert (then.told[0] > 0).all()

    yes_before, yes_then = before.agreed[0] > 0, then.agreed[0] > 0
    assert (yes_then >= yes_before).all()
    assert yes_then.sum() > yes_before.sum()
    expected = (mind(then)[Trait.FOLLOW_THROUGH] * yes_then).sum()
    assert expected > (mind(before)[Trait.FOLLOW_THROUGH] * yes_before).sum()


@tried(crowds)
@FEW
def test_law_06_a_payoff_before_there_is_a_problem_is_weak(seed: int) -> None:
    state = receptive(seed, BENEFIT=2_000)
    early = given(
        RULES, replace(state, stage=np.full_like(state.stage, Stage.COGNITION)), {Trait.NEED: 1_500}
    )
    ripe = given(RULES, replace(state, stage=np.full_like(state.stage, Stage.DESIRE)), {Trait.NEED: 6_000})
    gained, wanted = (
        mind(after(RULES, plays, "ask-payoff"))[Trait.BENEFIT] - 2_000 for plays in (early, ripe)
    )

    assert (2 * gained < wanted).all()


@tried(crowds, st.integers(0, 3_500))
@FEW
def test_law_06_a_price_before_there_is_value_raises_price_resistance(seed: int, need: int) -> None:
    """The same two lines in two orders, to somebody who does not see yet what it is for."""
    state = receptive(seed, DISCLOSURE=7_000, NEED=need, REFERENCE=5_000, PRICE=0, PRICE_RESISTANCE=2_000)
    for price in ("price", "quote"):
        too_early, in_time = after(RULES, state, price, "discover"), after(RULES, state, "discover", price)
        early, late = (mind(plays)[Trait.PRICE_RESISTANCE] for plays in (too_early, in_time))

        assert (early >= late).all(), price
        assert (early > late).mean() > 0.3, price


@tried(crowds, st.integers(1_500, 6_000))
@FEW
def test_law_13_a_mildly_pleasant_end_raises_the_satisfaction_of_a_bad_talk(seed: int, bad: int) -> None:
    state = given(
        RULES,
        crowd(RULES, seed),
        {Trait.VALENCE: -bad, Trait.MEAN: -bad, Trait.PEAK: -bad, Trait.TRUST: 4_500, Trait.REACTANCE: 0,
         Trait.ANGER: 1_000, Trait.FEAR: 0, Trait.DISTRESS: 1_000, Trait.DISAPPOINTMENT: 1_000},
    )  # fmt: skip
    state = replace(state, heard=np.full_like(state.heard, 10))
    for pleasant in ("acknowledge", "confirm-choice", "give-time", "empathise"):
        ended, paused = (mind(after(RULES, state, name)) for name in (pleasant, "pause"))
        lifted = ended[Trait.VALENCE] > mind(state)[Trait.VALENCE]

        assert lifted.mean() > 0.9, pleasant
        assert (ended[Trait.SATISFACTION] > mind(state)[Trait.SATISFACTION])[lifted].all(), pleasant
        assert (ended[Trait.SATISFACTION] >= paused[Trait.SATISFACTION]).all(), pleasant


@tried(crowds, st.integers(-6_000, 6_000), st.integers(3, 12))
@FEW
def test_law_13_twice_the_length_at_the_same_mood_changes_nothing(seed: int, mood: int, turns: int) -> None:
    """A talk of n and one of 2n turns in which every turn left her in the same mood."""
    even = {Trait.VALENCE: mood, Trait.MEAN: mood, Trait.PEAK: mood, Trait.PRESSURE: 0}
    state = given(RULES, crowd(RULES, seed), even)
    satisfied = []
    for length in (turns, 2 * turns):
        plays = replace(state, heard=np.zeros_like(state.heard))
        for _ in range(length):
            plays = given(RULES, after(RULES, plays, "pause"), {Trait.VALENCE: mood, Trait.PRESSURE: 0})
            plays.mind[Trait.MEAN] = np.where(plays.heard == 1, mood, plays.mind[Trait.MEAN])
            plays = given(RULES, plays, {Trait.MEAN: mood, Trait.PEAK: mood})
        satisfied.append(mind(plays)[Trait.SATISFACTION])

    assert np.array_equal(*satisfied)


@tried(crowds)
@FEW
def test_law_13_peak_end_and_mean_decide_and_the_number_of_turns_does_not(seed: int) -> None:
    """Each of the three counts by itself, whatever else the mind holds."""
    state = crowd(RULES, seed)
    even = {Trait.PEAK: 0, Trait.VALENCE: 0, Trait.MEAN: 0}
    for trait in even:
        bad, good = (mind(given(RULES, state, even | {trait: mood})) for mood in (-3_000, 3_000))

        assert (bad[Trait.SATISFACTION] < good[Trait.SATISFACTION]).all(), trait.word
    short = given(RULES, replace(state, heard=np.full_like(state.heard, 3)), {})
    long = given(RULES, replace(state, heard=np.full_like(state.heard, 30)), {})

    assert np.array_equal(mind(short)[Trait.SATISFACTION], mind(long)[Trait.SATISFACTION])
