"""The solver against a plain recursion said line by line, and the promises it makes."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.batch import play
from game.analysis.points import POINT
from game.analysis.sellers import RandomSeller
from game.analysis.solver import Solver
from game.engine.conversation import Conversation
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import score
from game.engine.state import State, together
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


def late(rules: Rules, customer: int, plays: int, turns: int, seed: int = 0) -> State:
    """Positions some turns before the ends of random plays."""
    customers = np.full(plays, customer, np.int32)
    moves = play(rules, RandomSeller(), customers, seed).moves
    states = []
    for row in range(plays):
        lines = [int(line) for line in moves[:, row] if line >= 0]
        state = rules.fresh(customers[:1])
        for line in lines[: max(len(lines) - turns, 0)]:
            state = rules.advance(state, line).state
        states.append(state)
    return together(states)
