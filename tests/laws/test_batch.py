"""A batch of sellers' conversations is that many single conversations, said line by line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from game.analysis.batch import Plays, Seller, play
from game.analysis.roster import NAMES, SCRIPTED, Casting
from game.analysis.sellers import LISTENER, PUSHER, RandomSeller, ScriptedSeller
from game.engine.conversation import Conversation
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import score
from game.engine.state import State
from game.engine.traits import Ints
from tests.laws.playing import SOME, said, same
from tests.strategies import scenarios
from tools.shipped import psychology

CUSTOMERS = 3
SCENARIOS = scenarios(psychology(), customers=CUSTOMERS)
CASTINGS = tuple(
    Casting(name, noise)
    for name in NAMES
    if name != SCRIPTED
    for noise in ((None, 300) if name != "class" else (None,))
)
"""Everybody by name, as they usually play and with more slips."""


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


@given(SCENARIOS, st.data(), st.integers(0, 99))
@SOME
def test_a_row_of_a_batch_is_a_conversation(scenario: Scenario, data: st.DataObject, seed: int) -> None:
    rules = Rules(scenario)
    seller = data.draw(sellers(rules))
    plays = play(rules, seller, np.arange(CUSTOMERS, dtype=np.int32), seed)

    for row in range(CUSTOMERS):
        row_is_a_conversation(rules, plays, row)


def sellers(rules: Rules) -> st.SearchStrategy[Seller]:
    """Anybody who can be named and need not learn the scenario first; a script is any lines of it."""
    quick = [casting for casting in CASTINGS if casting.name != "best"]
    named = st.sampled_from([seller for casting in quick for seller in casting.team()])
    scripts = st.builds(
        lambda script, noise: Casting(SCRIPTED, noise, tuple(script), "listener").team()[0],
        st.permutations([line.id for line in rules.lines.lines]),
        st.sampled_from((None, 300)),
    )
    return named | scripts


@pytest.fixture(scope="module")
def shipped(seven_seconds: Scenario) -> Rules:
    """Compiled once, so that whoever has to learn it does so once."""
    return Rules(seven_seconds)


@pytest.mark.parametrize("casting", CASTINGS, ids=lambda casting: f"{casting.name}-{casting.slips}")
def test_so_it_is_in_the_shipped_scenario(shipped: Rules, casting: Casting) -> None:
    for place, seller in enumerate(casting.team()):
        met = np.arange(place % 3, shipped.scenario.customers, 3, dtype=np.int32)
        plays = play(shipped, seller, met, seed=5)
        for row in range(len(met)):
            row_is_a_conversation(shipped, plays, row)


def test_nobody_does_better_than_the_best(shipped: Rules) -> None:
    """Customer by customer, against a step ahead, a listener and a class."""
    customers = np.arange(shipped.scenario.customers, dtype=np.int32)
    (best,) = Casting("best").team()
    most = play(shipped, best, customers).score
    for name in ("random", "listener", "class", "greedy"):
        for seller in Casting(name).team():
            assert (play(shipped, seller, customers, seed=2).score <= most).all(), name


def test_a_script_is_followed_as_far_as_it_is_on_offer(seven_seconds: Scenario) -> None:
    rules = Rules(seven_seconds)
    customers = np.arange(seven_seconds.customers, dtype=np.int32)
    model = play(rules, LISTENER, customers, seed=3)
    script = [int(line) for line in model.moves[:, 0] if line >= 0]
    seller = ScriptedSeller(tuple(rules.lines.lines[line].id for line in script), RandomSeller())

    plays = play(rules, seller, customers, seed=8)

    assert [int(line) for line in plays.moves[:, 0] if line >= 0] == script
    wanted = np.isin(plays.offers, script).any(axis=1)
    assert np.isin(plays.moves[wanted], script).all()
    assert not np.isin(plays.moves[~wanted], script).any()


@given(SCENARIOS, st.integers(0, 99))
@SOME
def test_a_seed_plays_the_same_batch_again(scenario: Scenario, seed: int) -> None:
    rules = Rules(scenario)
    customers = np.arange(CUSTOMERS, dtype=np.int32)
    one, other = (play(rules, RandomSeller(), customers, seed) for _ in range(2))

    assert np.array_equal(one.moves, other.moves)
    assert same(one.state, other.state) == []


@dataclass(frozen=True, slots=True)
class Seeing:
    """The same seller, of whom nobody knows that it does not look at the customer."""

    seller: Seller

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        return self.seller.choose(rules, state, offered, chance)


@pytest.mark.parametrize("seller", [RandomSeller(), LISTENER], ids=["random", "listener"])
def test_plays_that_share_their_past_are_played_once(seven_seconds: Scenario, seller: Seller) -> None:
    """Whether equal positions are lived together or each by itself changes nothing."""
    rules = Rules(seven_seconds)
    customers = np.arange(600, dtype=np.int32) % seven_seconds.customers
    shared, single = (play(rules, each, customers, seed=3) for each in (seller, Seeing(seller)))

    assert same(shared.state, single.state) == []
    for part in ("score", "moves", "replies", "offers"):
        assert np.array_equal(getattr(shared, part), getattr(single, part)), part


def test_a_listener_beats_a_pusher_in_the_shipped_scenario(seven_seconds: Scenario) -> None:
    """What the course teaches, as a test: hearing people out is worth more than pushing them."""
    rules = Rules(seven_seconds)
    customers = np.arange(400, dtype=np.int32) % seven_seconds.customers
    listened, pushed = (play(rules, seller, customers, seed=1).score for seller in (LISTENER, PUSHER))

    assert listened.mean() > pushed.mean()
