"""Folding positions loses nothing, however they are divided and put together again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.batch import play
from game.analysis.folding import Folding
from game.analysis.sellers import RandomSeller
from game.analysis.sequences import PURE, everybody
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.state import BRIEF, State, together
from tests.laws.playing import SOME, same
from tests.strategies import scenarios
from tools.shipped import psychology

CUSTOMERS = 3
SCENARIOS = scenarios(psychology(), customers=CUSTOMERS)


def ended(rules: Rules, seed: int, plays: int = 24) -> State:
    """The ends of some plays: as different as positions can be."""
    customers = np.arange(plays, dtype=np.int32) % rules.scenario.customers
    return play(rules, RandomSeller(), customers, seed).state


@given(SCENARIOS, st.integers(0, 99), st.integers(1, 23), st.data())
@SOME
def test_what_is_folded_can_be_laid_out_again(
    scenario: Scenario, seed: int, count: int, data: st.DataObject
) -> None:
    rules = Rules(scenario)
    state, folding = ended(rules, seed), Folding(rules)
    rows = np.array(data.draw(st.lists(st.integers(0, 23), min_size=1, max_size=9)))
    left, right = folding.folded(state).parted(count)
    some = folding.folded(state).only(rows)

    found = folding.unfolded([left, some, right])

    expected = [state.only(slice(0, 24 - count)), state.only(rows), state.only(slice(24 - count, None))]
    assert same(found, together(expected)) == []
    assert found.said.dtype == BRIEF
    assert found.mind.dtype == state.mind.dtype
    rising = np.unique(rows)
    assert same(folding.unfolded([folding.folded(state, rising)]), state.only(rising)) == []


@pytest.mark.parametrize("clock", [2**15 - 1, 2**15, -(2**15) - 1, 2**30])
def test_long_stories_keep_their_clocks(seven_seconds: Scenario, clock: int) -> None:
    """Numbers beyond 16 bits take the room they need."""
    rules = Rules(seven_seconds)
    state, folding = ended(rules, 1, 6), Folding(rules)
    state = replace(state, clock=np.array([0, clock, 1, 2, 3, 4], np.int32))

    assert same(folding.unfolded([folding.folded(state)]), state) == []


def test_positions_of_one_customer_share_a_profile(seven_seconds: Scenario) -> None:
    rules = Rules(seven_seconds)
    state, folding = rules.fresh(np.full(5, 2, np.int32)), Folding(rules)

    found = folding.unfolded([folding.folded(state)])

    assert found.profile.shape[-1] == 1
    assert same(replace(found, profile=found.profiles), state) == []


def test_customers_who_are_not_the_scenarios_own_stay_who_they_are(seven_seconds: Scenario) -> None:
    rules = Rules(seven_seconds)
    types = [everybody(rules, letter, 2) for letter in PURE]
    state = together(types)
    folding = Folding(rules, state)

    assert same(folding.unfolded([folding.folded(state)]), state) == []
    plays = play(rules, RandomSeller(), state.customer, 3, start=state)
    assert np.array_equal(plays.state.profiles, state.profiles)
    assert len({tuple(plays.score[at : at + 2]) for at in range(0, 8, 2)}) > 1
