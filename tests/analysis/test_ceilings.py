"""No random play beats the ceiling, and where the tree is small some come up to it."""

from __future__ import annotations

from game.analysis.census import cut
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from tools import ceilings

PLAYS = 4_000


def test_random_plays_come_up_to_the_exact_ceiling_and_no_further(seven_seconds: Scenario) -> None:
    found = ceilings.compared(Rules(cut(seven_seconds, 4)), PLAYS, exactly=True)

    assert len(found) == seven_seconds.customers
    assert sum(each.plays for each in found) == PLAYS
    assert all(each.exact for each in found)
    assert not any(each.beaten for each in found)
    assert any(each.reached for each in found)


def test_a_play_above_the_ceiling_is_told() -> None:
    assert ceilings.Comparison(customer=1, ceiling=700, exact=True, plays=9, best=701, reached=1).beaten


def test_an_unknown_scenario_is_named() -> None:
    told: list[str] = []

    assert ceilings.main(["nowhere"], told.append) == 2
    assert "nowhere" in told[0]
