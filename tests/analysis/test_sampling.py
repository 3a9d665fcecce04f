"""What is sampled: a real play behind every ceiling, the exact value within the interval, no luck."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.batch import play
from game.analysis.census import cut, everybody
from game.analysis.outlook import Outlook
from game.analysis.regression import Moments, solved
from game.analysis.schooling import learned
from game.analysis.sellers import LISTENER, GreedySeller, RandomSeller
from game.analysis.solver import Solver
from game.engine.conversation import Conversation
from game.engine.customers import customer_of, seed_for
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import score
from game.engine.state import OPEN, State, together
from tests.laws.playing import said
from tests.strategies import scenarios
from tools.shipped import psychology, scenario

CUSTOMERS = 3
SCENARIOS = scenarios(psychology(), customers=CUSTOMERS)
FEW = settings(max_examples=10)
EVERYTHING = 10**9
TURNS = 5


@pytest.fixture(scope="module")
def short() -> Rules:
    """A shipped scenario cut so short that it can be solved exactly."""
    return Rules(cut(scenario("seven-seconds"), TURNS))


@pytest.fixture(scope="module")
def outlook(short: Rules) -> Outlook:
    return learned(short)


def next_positions(rules: Rules, state: State) -> State:
    """All positions after one line that are not over."""
    parts = []
    for row in rules.course.choices(state):
        here = np.flatnonzero(row != OPEN)
        if len(here):
            parts.append(rules.advance(state.only(here), row[here]).state)
    after = together(parts)
    return after.only(np.flatnonzero(after.close == OPEN))


def test_the_interval_holds_the_exact_value(short: Rules, outlook: Outlook) -> None:
    """Sampled values are functions of the position, so this comes out the same every time."""
    positions = next_positions(short, everybody(short))
    exact = Solver(short, EVERYTHING).values(positions)
    sampled = Solver(short, 0, outlook).values(positions)

    assert exact.exact.all()
    assert not sampled.exact.any()
    off = np.abs(exact.steady - sampled.steady) / sampled.margin
    assert (off <= 1).mean() >= 0.8  # of a few, 95 in 100 on average
    assert off.max() < 2
    assert (sampled.margin > 0).all()
    assert (sampled.ceiling <= exact.ceiling).all()
    assert (exact.ceiling - sampled.ceiling).mean() < 5


def test_no_random_play_beats_a_ceiling(short: Rules, outlook: Outlook) -> None:
    rules = short
    start = everybody(rules)
    exact = Solver(rules, EVERYTHING).values(start).ceiling
    plays = play(rules, RandomSeller(), np.arange(4_000, dtype=np.int32) % rules.scenario.customers)

    assert (plays.score <= exact[plays.state.customer]).all()


@pytest.mark.slow
def test_nobody_beats_a_sampled_ceiling(seven_seconds: Scenario) -> None:
    rules = Rules(seven_seconds)
    ceilings = Solver(rules, outlook=learned(rules)).ceilings(everybody(rules))
    for seller, plays in ((RandomSeller(), 8_000), (LISTENER, 2_000), (GreedySeller(noise=100), 400)):
        ended = play(rules, seller, np.arange(plays, dtype=np.int32) % seven_seconds.customers)
        assert (ended.score <= ceilings[ended.state.customer]).all()


@given(SCENARIOS, st.integers(0, 99))
@FEW
def test_a_sampled_ceiling_is_a_real_play(scenario: Scenario, seed: int) -> None:
    rules = Rules(scenario)
    conversation = Conversation.begin(scenario, seed, rules=rules)
    solver = Solver(rules, 0, Outlook(rules))
    values = solver.values(conversation.state)
    lines, promised = solver.best_line(conversation.state)

    assert promised == values.ceiling[0]
    for line in lines:
        conversation = said(conversation, rules.lines.lines[line].id)
    assert conversation.outcome is not None
    assert score(conversation).total == promised


@given(SCENARIOS, st.integers(0, 99))
@FEW
def test_two_seeds_with_the_same_customer_agree(scenario: Scenario, seed: int) -> None:
    rules = Rules(scenario)
    other = seed_for(scenario, customer_of(scenario, seed), seed + 1)
    states = [Conversation.begin(scenario, each, rules=rules).state for each in (seed, other)]
    one, same = (Solver(rules, 0, Outlook(rules)).values(state) for state in states)

    assert one.steady[0] == same.steady[0]
    assert one.margin[0] == same.margin[0]
    assert one.ceiling[0] == same.ceiling[0]


def test_a_sample_depends_on_the_position_alone(short: Rules, outlook: Outlook) -> None:
    positions = everybody(short)
    together_ = Solver(short, 0, outlook).values(positions)
    turned = Solver(short, 0, outlook).values(positions.only(np.arange(positions.plays)[::-1]))
    alone = Solver(short, 0, outlook).values(positions.only(slice(2, 3)))

    assert list(together_.steady) == list(turned.steady[::-1])
    assert list(together_.margin) == list(turned.margin[::-1])
    assert together_.steady[2] == alone.steady[0]


def test_ceilings_alone_are_those_of_a_search(short: Rules, outlook: Outlook) -> None:
    positions = everybody(short)
    solver = Solver(short, 0, outlook)
    sooner = solver.ceilings(positions)
    later = solver.values(positions).ceiling

    assert (sooner <= later).all()
    assert (sooner <= Solver(short, EVERYTHING).values(positions).ceiling).all()
    assert list(solver.ceilings(positions)) == list(later)


def test_an_outlook_is_learned_alike_and_kept_whole(short: Rules, outlook: Outlook) -> None:
    assert learned(short).weights == outlook.weights
    solver = Solver(short)
    assert solver.lessons is None
    solver.taught(outlook.weights)
    assert solver.lessons == outlook.weights


def test_lessons_of_other_rules_are_refused(short: Rules, outlook: Outlook) -> None:
    for weights in ((1, 2), (10**30,) * outlook.features.count):
        with pytest.raises(ValueError, match="other rules"):
            Solver(short).taught({0: weights})


def test_lines_go_through_points_that_lie_on_one() -> None:
    columns = np.array([np.ones(50), np.arange(50.0), np.arange(50.0) ** 2, np.full(50, 7.0)])
    weights = Moments.of(columns, 3 + 2 * columns[1]).line()

    assert weights @ columns == pytest.approx(3 + 2 * columns[1], abs=20)  # the ridge holds it back a little
    assert float((weights @ columns).mean()) == pytest.approx(52)
    assert weights[3] == 0


def test_a_system_is_solved() -> None:
    matrix = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])

    assert matrix @ solved(matrix, np.array([1.0, 2.0, 3.0])) == pytest.approx([1, 2, 3])
