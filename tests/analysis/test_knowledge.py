"""p(customer | what was shown): nobody is blamed for not knowing what could not be known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.knowledge import NEGLIGIBLE, knowledge
from game.engine.conversation import Conversation
from game.engine.customers import seed_for
from game.engine.scenario import Scenario
from tests.laws.playing import SOME, talks
from tests.strategies import scenarios, seeds
from tools.shipped import psychology, scenario

CUSTOMERS = 3
SCENARIOS = scenarios(psychology(), customers=CUSTOMERS)
PICKS = st.lists(st.integers(0, 3), min_size=1, max_size=8)


def shown(conversation: Conversation) -> tuple[Any, ...]:
    """All that a position shows: what followed the last line, first words, who stands there, the lines."""
    reaction = conversation.reactions[-1] if conversation.reactions else None
    answer = None
    if reaction is not None and reaction.person is not None:
        bank = reaction.reply is not None and reaction.reply.startswith("bank/")
        # luck picks among the bank's phrases; face and type of the id are what the player saw
        reply = reaction.reply.rpartition("/")[0] if bank and reaction.reply else reaction.reply
        answer = (reply, reaction.cues)
    sight = conversation.cues(conversation.person) if conversation.person is not None else None
    offers = frozenset(line.id for line in conversation.offers())
    return answer, conversation.greeting, sight, offers


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_the_true_customer_is_never_excluded(scenario: Scenario, seed: int, picks: list[int]) -> None:
    conversation = talks(scenario, seed, picks)[-1]
    for known in knowledge(conversation):
        assert known.belief.sum() == pytest.approx(1)
        assert known.belief[conversation.customer] == known.belief.max()
        assert known.belief[conversation.customer] >= 1 / CUSTOMERS - 1e-12
        assert set(known.state.customer.tolist()) == set(np.flatnonzero(known.belief).tolist())
        assert not ((known.belief > 0) & (known.belief < NEGLIGIBLE)).any()


@given(SCENARIOS, PICKS)
@SOME
def test_same_things_shown_same_belief(scenario: Scenario, picks: list[int]) -> None:
    one, other = (talks(scenario, seed_for(scenario, customer), picks) for customer in (0, CUSTOMERS - 1))
    beliefs = knowledge(one[-1]), knowledge(other[-1])
    for at, (here, there) in enumerate(zip(one, other, strict=False)):
        if shown(here) != shown(there) or here.outcome is not None or there.outcome is not None:
            break
        np.testing.assert_array_equal(beliefs[0][at].belief, beliefs[1][at].belief)


@given(SCENARIOS, PICKS)
@SOME
def test_luck_beyond_the_customer_tells_nothing(scenario: Scenario, picks: list[int]) -> None:
    first = seed_for(scenario, 1)
    second = seed_for(scenario, 1, first + 1)
    for here, there in zip(
        knowledge(talks(scenario, first, picks)[-1]),
        knowledge(talks(scenario, second, picks)[-1]),
        strict=True,
    ):
        np.testing.assert_array_equal(here.belief, there.belief)


def test_which_phrase_of_the_bank_was_drawn_tells_nothing() -> None:
    """Where nobody wrote an answer the bank gives one of several, by luck; only the face tells something."""
    told = scenario("seven-seconds")
    beats = (replace(beat, replies=(), answers={}) for beat in told.beats)
    mute = replace(told, beats=tuple(beats))
    first = seed_for(mute, 4)
    seeds_of_one = [first]
    while len(seeds_of_one) < 6:
        seeds_of_one.append(seed_for(mute, 4, seeds_of_one[-1] + 1))
    heard, beliefs = [], []
    for seed in seeds_of_one:
        talk = talks(mute, seed, [1, 0, 2, 1, 0])[-1]
        heard.append([reaction.reply for reaction in talk.reactions])
        beliefs.append([known.belief.tolist() for known in knowledge(talk)])
    assert any((reply or "").startswith("bank/") for reply in heard[0])
    assert len({tuple(each) for each in heard}) > 1, "they heard other phrases"
    assert all(each == beliefs[0] for each in beliefs)


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_the_plays_stand_where_their_customers_would(scenario: Scenario, seed: int, picks: list[int]) -> None:
    conversation = talks(scenario, seed, picks)[-1]
    known = knowledge(conversation)[-1]
    mine = known.state.customer.tolist().index(conversation.customer)
    np.testing.assert_array_equal(known.state.mind[:, :, mine], conversation.state.mind[:, :, 0])
    assert (known.state.turn == conversation.turn).all()


def test_before_a_word_nothing_is_known_of_a_shipped_customer() -> None:
    told = scenario("seven-seconds")
    known = knowledge(Conversation.begin(told, 1))
    assert len(known) == 1
    assert known[0].belief.tolist() == [1 / told.customers] * told.customers


def test_an_ending_tells_everything() -> None:
    conversation = talks(scenario("seven-seconds"), 1, [0] * 40)[-1]
    assert conversation.outcome is not None
    assert knowledge(conversation)[-1].belief[conversation.customer] == 1
