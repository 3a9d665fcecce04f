"""Equally hard customers: shown or not shown, and a choice that is measured anew."""

from __future__ import annotations

import numpy as np
import pytest

from game.analysis.hardness import EQUAL, Hardness, hardness, measured, pair
from game.analysis.intervals import Moments, share
from game.content.loading import load_scenario
from game.engine.rules import Rules
from tests.command_line.calling import ROOT
from tests.command_line.conftest import WET_UMBRELLA

SCENARIO = load_scenario(ROOT / WET_UMBRELLA).scenario
assert SCENARIO is not None
RULES = Rules(SCENARIO)


def known(customer: int, scores: list[int]) -> Hardness:
    return Hardness(
        customer, Moments(len(scores), sum(scores), sum(s * s for s in scores)), share(0, len(scores))
    )


def test_customers_are_met_equally_often_and_the_same_command_says_the_same() -> None:
    found = hardness(RULES, None, 90)
    assert [each.customer for each in found] == list(range(RULES.scenario.customers))
    assert {each.score.count for each in found} == {90}
    assert hardness(RULES, (3, 1), 90) == hardness(RULES, (3, 1), 90)
    assert hardness(RULES, None, 90, seed=2) != found
    assert len({round(each.score.mean) for each in found}) > 1


def test_an_easy_and_a_hard_customer_are_not_equal() -> None:
    easy, hard = known(0, [650, 700, 600] * 60), known(1, [450, 500, 400] * 60)
    apart = pair(hard, easy)
    assert apart.apart.low > 100 and not apart.equal
    back = pair(easy, hard)
    assert back.apart.high == pytest.approx(-apart.apart.low)
    assert back.bound == pytest.approx(apart.bound)


def test_equal_means_that_nothing_beyond_the_limit_is_possible() -> None:
    rng = np.random.default_rng(3)
    many = [int(score) for score in rng.normal(500, 200, 4_000)]
    assert pair(known(0, many), known(1, many[::-1])).equal
    assert not pair(known(0, many[:40]), known(1, many[:40])).equal, "little was seen: nothing is shown"
    shifted = [score + round(EQUAL) for score in many]
    assert not pair(known(0, many), known(1, shifted)).equal
    with pytest.raises(ValueError, match="too few"):
        pair(known(0, [1]), known(1, many))


def test_the_pair_that_is_chosen_is_measured_by_plays_of_its_own() -> None:
    chosen = measured(RULES, None, 270)
    first = {each.customer: each for each in hardness(RULES, None, 270)}
    assert chosen.before.customer != chosen.after.customer
    assert chosen.before.score != first[chosen.before.customer].score
    with pytest.raises(ValueError, match="different"):
        measured(RULES, (2, 2), 90)
