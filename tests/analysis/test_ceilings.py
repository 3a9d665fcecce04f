"""No random play beats the ceiling, where the tree is small some come up to it, and its promise is kept."""

from __future__ import annotations

import pytest

from game.analysis.beam import best_plays
from game.analysis.census import cut, everybody
from game.analysis.outlook import Outlook
from game.analysis.positions import history
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from tools import ceilings
from tools.ceilings import Comparison
from tools.shipped import scenario, scenario_ids

PLAYS = 4_000


def test_random_plays_come_up_to_the_exact_ceiling_and_no_further(seven_seconds: Scenario) -> None:
    found = ceilings.compared(Rules(cut(seven_seconds, 4)), PLAYS, exactly=True)

    assert len(found) == seven_seconds.customers
    assert sum(each.plays for each in found) == PLAYS
    assert all(each.exact for each in found)
    assert not any(each.beaten for each in found)
    assert any(each.reached for each in found)
    assert all(each.kept for each in found)


def test_a_play_above_the_ceiling_is_told() -> None:
    told = Comparison(customer=1, ceiling=700, exact=True, plays=9, best=701, reached=1, replayed=700)

    assert told.beaten
    assert told.kept
    assert "BEATEN" in told.told
    assert "BROKEN" not in told.told


def test_a_promise_that_is_not_kept_is_told() -> None:
    told = Comparison(customer=1, ceiling=700, exact=False, plays=9, best=700, reached=1, replayed=699)

    assert not told.kept
    assert "BEATEN" not in told.told
    assert "BROKEN" in told.told


@pytest.mark.parametrize("name", scenario_ids())
def test_the_best_play_found_replays_to_exactly_its_score(name: str) -> None:
    """With every hidden customer; here by a narrow search, in `tools/ceilings.py` by the solver."""
    rules = Rules(scenario(name))
    found = best_plays(Outlook(rules), everybody(rules), width=4)

    for customer, (promised, said) in enumerate(zip(found.score, found.said, strict=True)):
        lines = history(said)
        assert ceilings.said_again(rules, customer, lines) == promised
        with pytest.raises(ValueError, match="the conversation goes on"):
            ceilings.said_again(rules, customer, lines[:-1])
        with pytest.raises(ValueError, match="is not on offer"):
            ceilings.said_again(rules, customer, (*lines[:2], lines[0]))


def test_an_unknown_scenario_is_named() -> None:
    told: list[str] = []

    assert ceilings.main(["nowhere"], told.append) == 2
    assert "nowhere" in told[0]
