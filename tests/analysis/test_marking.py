"""Marks of many transcripts are those of each alone, and one that makes no sense spoils no other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.marking import Marked, Refused, marked
from game.analysis.observer import hidden
from game.analysis.seals import seals
from game.engine.conversation import Conversation, Step
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import score
from game.engine.traits import Stage
from game.engine.transcript import Fault, Guess, Note, ReplayFault, Say, Transcript
from tests.strategies import scenarios
from tools.shipped import psychology, scenario

SCENARIOS = scenarios(psychology(), customers=3)
SHIPPED = ("seven-seconds", "decision-meeting")


def talked(rules: Rules, seed: int, choices: list[int], guess: Guess | None = None) -> Conversation:
    """A conversation in which the n-th choice is taken among the lines on offer until they are used up."""
    conversation = Conversation.begin(rules.scenario, seed, rules=rules)
    for choice in choices:
        offers = conversation.offers()
        if not offers:
            break
        step = conversation.say(offers[choice % len(offers)].id, took=7)
        assert isinstance(step, Step)
        conversation = step.conversation
    return conversation.note(guess) if guess else conversation


def furthest(conversation: Conversation) -> Stage:
    """The furthest stage of a conversation, by living it again."""
    again = Conversation.begin(conversation.scenario, conversation.seed, rules=conversation.rules)
    stages = [again.stage]
    for move in conversation.moves:
        if isinstance(move, Say):
            step = again.say(move.line)
            assert isinstance(step, Step)
            again = step.conversation
            stages.append(again.stage)
    return max(stages)


def is_that_of(mark: Marked | Refused, conversation: Conversation) -> None:
    """The mark says what the scorecard of the single conversation says."""
    assert isinstance(mark, Marked)
    card, outcome = score(conversation), conversation.outcome
    said = [move for move in conversation.moves if isinstance(move, Say)]
    assert (mark.score, mark.passed, mark.nps, mark.nps_reason, mark.csat) == (
        card.total,
        card.passed,
        card.nps,
        card.nps_reason,
        card.csat,
    )
    assert mark.finished == (outcome is not None)
    assert mark.ending == (outcome.ending if outcome else None)
    assert mark.close == (outcome.close if outcome else None)
    assert mark.stage == furthest(conversation)
    assert mark.moves == tuple(move.line for move in said)
    assert mark.beats == tuple(r.beat for r in conversation.reactions)
    assert {name: p.earned for name, p in mark.criteria.items()} == {
        name: p.earned for name, p in card.criteria.items()
    }
    assert {name: p.earned for name, p in mark.grades.items()} == {
        name: p.earned for name, p in card.grades.items()
    }
    assert mark.honesty.earned == card.honesty.earned
    assert mark.seals == seals(card)
    assert mark.customer == conversation.customer


@given(SCENARIOS, st.lists(st.lists(st.integers(0, 3), max_size=12), min_size=1, max_size=8), st.data())
def test_marks_are_those_of_the_single_conversations(
    one: Scenario, talks: list[list[int]], data: st.DataObject
) -> None:
    rules = Rules(one)
    conversations = [talked(rules, data.draw(st.integers(0, 2**32 - 1)), choices) for choices in talks]

    marks = marked(rules, [conversation.transcript() for conversation in conversations])

    for mark, conversation in zip(marks, conversations, strict=True):
        is_that_of(mark, conversation)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_scenarios_are_marked_alike(name: str) -> None:
    rules = Rules(scenario(name))
    generator = np.random.default_rng(5)
    conversations = [
        talked(rules, seed, list(generator.integers(0, 4, 40)), Guess("S", None, "price"))
        for seed in range(12)
    ]

    for mark, conversation in zip(
        marked(rules, [conversation.transcript() for conversation in conversations]),
        conversations,
        strict=True,
    ):
        is_that_of(mark, conversation)
        assert isinstance(mark, Marked)
        letter, _, worry = hidden(conversation)
        right = (letter == "S") + (worry == "price")
        assert mark.insight == (0, 33, 67)[right]
        assert mark.took == 7 * len(mark.moves)


def test_T05_what_was_tampered_with_is_refused_or_marked_as_what_it_is() -> None:
    rules = Rules(scenario("seven-seconds"))
    honest = talked(rules, 11, [0] * 40).transcript()
    other = talked(rules, 12, [1] * 40).transcript()
    first = honest.moves[0]
    cases: dict[str, tuple[Transcript, Fault | None]] = {
        "honest": (honest, None),
        "cut": (replace(honest, moves=honest.moves[:-1]), None),
        "spliced": (replace(honest, moves=(*honest.moves[:2], *other.moves[2:], first)), Fault.NOT_OFFERED),
        "said twice": (replace(honest, moves=(first, first)), Fault.NOT_OFFERED),
        "goes on": (replace(honest, moves=(*honest.moves, first)), Fault.AFTER_THE_END),
        "invented": (replace(honest, moves=(Say("win-everything"),)), Fault.UNKNOWN_LINE),
        "other rules": (replace(honest, fingerprint="another"), Fault.OTHER_SCENARIO),
        "other engine": (replace(honest, engine=99), Fault.OTHER_ENGINE),
        "notes only": (replace(honest, moves=(Note(Guess("D")),)), None),
    }

    marks = dict(zip(cases, marked(rules, [transcript for transcript, _ in cases.values()]), strict=True))

    for name, (transcript, fault) in cases.items():
        mark = marks[name]
        if fault is None:
            assert isinstance(mark, Marked), name
            assert mark.finished == (name == "honest")
        else:
            assert isinstance(mark, Refused), name
            assert mark.fault is fault, name
            replayed = transcript.replay(rules.scenario)
            assert isinstance(replayed, ReplayFault)
            assert (replayed.fault, replayed.move) == (mark.fault, mark.move)


def test_marks_come_in_the_order_of_the_transcripts() -> None:
    rules = Rules(scenario("seven-seconds"))
    conversations = [talked(rules, 900 + n, [n] * n) for n in range(20)]

    marks = marked(rules, [conversation.transcript() for conversation in conversations])

    assert [len(mark.moves) for mark in marks if isinstance(mark, Marked)] == [
        conversation.turn for conversation in conversations
    ]


def test_nothing_is_marked_as_nothing() -> None:
    assert marked(Rules(scenario("seven-seconds")), []) == []
