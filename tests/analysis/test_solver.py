"""The solver against a plain recursion said line by line, and the promises it makes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis import tree
from game.analysis.batch import play
from game.analysis.census import cut, everybody
from game.analysis.outlook import Outlook
from game.analysis.points import POINT
from game.analysis.sellers import RandomSeller
from game.analysis.solver import Solver
from game.engine.conversation import Conversation
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import score
from game.engine.state import together
from game.engine.traits import Trait
from tests.laws.playing import said, talks
from tests.strategies import scenarios
from tools.shipped import psychology

CUSTOMERS = 3
SCENARIOS = scenarios(psychology(), customers=CUSTOMERS)
MOST = 300
"""Positions of a tree that a recursion of single conversations can still look at."""

FEW = settings(max_examples=8)
"""Every example is a recursion over some hundred conversations."""

EVERYTHING = 10**9
"""A budget that no tree exceeds."""


class TooLarge(Exception):
    """A tree has too many positions for the plain recursion."""


def recursion(conversation: Conversation, count: list[int]) -> tuple[int, int]:
    """Steady value in thousandths and ceiling, by the definition and nothing else."""
    count[0] += 1
    if count[0] > MOST:
        raise TooLarge
    offers = conversation.offers()
    if not offers:
        total = score(conversation).total
        return total * POINT, total
    below = [recursion(said(conversation, line.id), count) for line in offers]
    steady, n = [value for value, _ in below], len(below)
    # (7 max + 3 sum / n) / 10 to the nearest thousandth, halves up.
    return (2 * (7 * n * max(steady) + 3 * sum(steady)) + 10 * n) // (20 * n), max(top for _, top in below)


def small(conversations: list[Conversation]) -> tuple[Conversation, tuple[int, int], int]:
    """The earliest of some conversations whose tree the recursion can look at, and what it finds."""
    for conversation in conversations:
        count = [0]
        try:
            return conversation, recursion(conversation, count), count[0]
        except TooLarge:
            continue
    raise AssertionError("the last conversation has ended and is small")


@given(SCENARIOS, st.integers(0, 99), st.lists(st.integers(0, 3), min_size=40, max_size=40))
@FEW
def test_exact_values_are_those_of_the_plain_recursion(
    scenario: Scenario, seed: int, picks: list[int]
) -> None:
    conversation, (steady, ceiling), _ = small(talks(scenario, seed, picks))
    solver = Solver(conversation.rules, EVERYTHING)
    values = solver.values(conversation.state)

    assert values.exact.all()
    assert values.steady[0] == steady / POINT
    assert values.ceiling[0] == ceiling
    assert values.margin[0] == 0

    lines, promised = solver.best_line(conversation.state)
    assert promised == ceiling
    for line in lines:
        conversation = said(conversation, conversation.rules.lines.lines[line].id)
    assert conversation.outcome is not None
    assert score(conversation).total == ceiling


@given(SCENARIOS, st.integers(0, 99), st.lists(st.integers(0, 3), min_size=40, max_size=40))
@FEW
def test_a_value_depends_on_the_position_alone(scenario: Scenario, seed: int, picks: list[int]) -> None:
    passed = talks(scenario, seed, picks)[-4:]
    rules = passed[0].rules
    states = [conversation.state for conversation in passed]
    together_ = Solver(rules, MOST).values(together(states))
    backwards = Solver(rules, MOST)
    alone = [backwards.values(state) for state in reversed(states)][::-1]

    assert list(together_.steady) == [values.steady[0] for values in alone]
    assert list(together_.exact) == [values.exact[0] for values in alone]
    assert (np.diff(together_.ceiling) <= 0).all()


def test_blocks_of_any_size_give_the_same_values(
    seven_seconds: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small blocks come short of room at once, so that the latest positions go first."""
    rules = Rules(cut(seven_seconds, 5))
    start = everybody(rules).only(slice(2, 4))
    large = tree.Tree(rules).solved(start)
    monkeypatch.setattr(tree, "BLOCK", 256)
    monkeypatch.setattr(tree, "ROOM", 256)
    monkeypatch.setattr(tree, "WORTHWHILE", 40)
    small = tree.Tree(rules).solved(start)

    assert list(small.steady) == list(large.steady)
    assert list(small.ceiling) == list(large.ceiling)
    assert small.positions == large.positions


@pytest.mark.parametrize("budget", [0, EVERYTHING])
def test_what_is_imagined_promises_nothing_to_those_who_said_the_same_lines(
    seven_seconds: Scenario, budget: int
) -> None:
    """A mind that nobody can have earns more than hers; her ceiling stays what it was."""
    rules = Rules(cut(seven_seconds, 3))
    begun = everybody(rules).only(slice(2, 3))
    rosy = begun.mind.copy()
    rosy[[Trait.TRUST, Trait.VALENCE, Trait.VALUE, Trait.NEED]] = 9_000
    expected = Solver(rules, budget, Outlook(rules)).values(begun)
    solver = Solver(rules, budget, Outlook(rules))
    imagined = solver.imagined(replace(begun, mind=rosy))
    found = solver.values(begun)

    assert imagined[0] > expected.steady[0] + 20
    assert (found.steady[0], found.ceiling[0]) == (expected.steady[0], expected.ceiling[0])


def test_a_line_of_best_play_is_asked_for_one_position(seven_seconds: Scenario) -> None:
    rules = Rules(seven_seconds)
    with pytest.raises(ValueError, match="one position is needed, not 8"):
        Solver(rules).best_line(everybody(rules))


def test_a_finished_play_is_worth_its_score(seven_seconds: Scenario) -> None:
    rules = Rules(seven_seconds)
    ended = play(rules, RandomSeller(), np.arange(5, dtype=np.int32))
    solver = Solver(rules)
    values = solver.values(ended.state)

    assert list(values.steady) == list(ended.score)
    assert list(values.ceiling) == list(ended.score)
    assert values.exact.all()
    assert values.positions == 5
    assert solver.best_line(ended.state.only(slice(0, 1))) == ((), int(ended.score[0]))
    assert solver.values(ended.state).positions == 0
