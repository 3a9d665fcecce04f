"""A batch of sellers' conversations is that many single conversations, said line by line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.batch import Plays, Seller, play
from game.analysis.sellers import LISTENER, PUSHER, GreedySeller, RandomSeller
from game.engine.conversation import Conversation
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import score
from tests.laws.playing import SOME, said, same
from tests.strategies import scenarios
from tools.shipped import psychology

CUSTOMERS = 3
SCENARIOS = scenarios(psychology(), customers=CUSTOMERS)
SELLERS = (RandomSeller(), LISTENER, PUSHER, GreedySeller())


def alone(rules: Rules, customer: int, moves: list[int]) -> Conversation:
    """The single conversation in which this customer hears these lines."""
    conversation = Conversation.begin(rules.scenario, seed_for(rules.scenario, customer), rules=rules)
    for line in moves:
        conversation = said(conversation, rules.lines.lines[line].id)
    return conversation


def row_is_a_conversation(rules: Rules, plays: Plays, row: int) -> None:
    """Mind, ending, score and replies of a row are those of the conversation said line by line."""
    moves = [int(line) for line in plays.moves[:, row] if line >= 0]
    conversation = alone(rules, int(plays.state.customer[row]), moves)

    assert conversation.outcome is not None
    assert same(plays.state.only(slice(row, row + 1)), conversation.state) == []
    assert int(plays.score[row]) == score(conversation).total
    for reaction, reply in zip(conversation.reactions, plays.replies[:, row], strict=False):
        if reply >= 0:
            assert reaction.reply == rules.course.replies[int(reply)].id


@given(SCENARIOS, st.sampled_from(SELLERS), st.integers(0, 99))
@SOME
def test_a_row_of_a_batch_is_a_conversation(scenario: Scenario, seller: Seller, seed: int) -> None:
    rules = Rules(scenario)
    plays = play(rules, seller, np.arange(CUSTOMERS, dtype=np.int32), seed)

    for row in range(CUSTOMERS):
        row_is_a_conversation(rules, plays, row)


@pytest.mark.parametrize("seller", SELLERS, ids=["random", "listener", "pusher", "greedy"])
def test_so_it_is_in_the_shipped_scenario(seven_seconds: Scenario, seller: Seller) -> None:
    rules = Rules(seven_seconds)
    plays = play(rules, seller, np.arange(seven_seconds.customers, dtype=np.int32), seed=5)

    for row in range(seven_seconds.customers):
        row_is_a_conversation(rules, plays, row)


@given(SCENARIOS, st.integers(0, 99))
@SOME
def test_a_seed_plays_the_same_batch_again(scenario: Scenario, seed: int) -> None:
    rules = Rules(scenario)
    customers = np.arange(CUSTOMERS, dtype=np.int32)
    one, other = (play(rules, RandomSeller(), customers, seed) for _ in range(2))

    assert np.array_equal(one.moves, other.moves)
    assert same(one.state, other.state) == []


def test_a_listener_beats_a_pusher_in_the_shipped_scenario(seven_seconds: Scenario) -> None:
    """What the course teaches, as a test: hearing people out is worth more than pushing them."""
    rules = Rules(seven_seconds)
    customers = np.arange(400, dtype=np.int32) % seven_seconds.customers
    listened, pushed = (play(rules, seller, customers, seed=1).score for seller in (LISTENER, PUSHER))

    assert listened.mean() > pushed.mean()
