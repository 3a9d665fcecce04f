"""A transcript holds everything: from it a conversation is made again, bit for bit, at any point."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.engine.conversation import Conversation
from game.engine.scenario import Scenario
from game.engine.scoring import score
from game.engine.transcript import Fault, Guess, ReplayFault, Say, Transcript, TranscriptError
from tests.laws.playing import SOME, same, talks
from tests.strategies import scenarios, seeds
from tools.shipped import psychology

SCENARIOS = scenarios(psychology())
PICKS = st.lists(st.integers(0, 11), min_size=10, max_size=10)
TOOK = st.one_of(st.none(), st.integers(0, 10_000))


def again(conversation: Conversation) -> Conversation:
    """The conversation through JSON and back."""
    text = json.dumps(conversation.transcript().to_json())
    found = Transcript.from_json(json.loads(text)).replay(conversation.scenario)
    assert isinstance(found, Conversation), found
    return found


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_every_turn_survives_being_written_down(scenario: Scenario, seed: int, picks: list[int]) -> None:
    for conversation in talks(scenario, seed, picks):
        copy = again(conversation)

        assert same(copy.state, conversation.state) == []
        assert copy.moves == conversation.moves
        assert copy.outcome == conversation.outcome
        assert copy.greeting == conversation.greeting
        assert [line.id for line in copy.offers()] == [line.id for line in conversation.offers()]
        for one, other in zip(copy.reactions, conversation.reactions, strict=True):
            assert np.array_equal(one.after, other.after)
            assert (one.causes, one.reply, one.thought, one.cues) == (
                other.causes,
                other.reply,
                other.thought,
                other.cues,
            )
        assert score(copy) == score(conversation)


@given(SCENARIOS, seeds(), PICKS, TOOK)
@SOME
def test_notes_and_times_reach_the_transcript_and_nothing_else(
    scenario: Scenario, seed: int, picks: list[int], took: int | None
) -> None:
    plain = talks(scenario, seed, picks)[-1]
    noted = Conversation.begin(scenario, seed).note(Guess(type="D", worry="timing"), took)
    for reaction in plain.reactions:
        step = noted.say(reaction.line, took)
        assert not isinstance(step, ReplayFault)
        noted = step.conversation  # type: ignore[union-attr]

    assert same(noted.state, plain.state) == []
    assert score(noted) == score(plain)
    assert again(noted).moves == noted.moves
    assert again(noted).guess == Guess(type="D", worry="timing")
    assert noted.transcript().untimed().moves[1:] == plain.transcript().moves


@given(SCENARIOS, seeds(), PICKS, st.integers(0, 9))
@SOME
def test_a_fault_keeps_what_was_valid(scenario: Scenario, seed: int, picks: list[int], at: int) -> None:
    whole = talks(scenario, seed, picks)[-1].transcript()
    at = min(at, len(whole.moves))

    broken = replace(whole, moves=(*whole.moves[:at], Say("never-heard-of"), *whole.moves[at:]))
    fault = broken.replay(scenario)

    assert isinstance(fault, ReplayFault)
    assert (fault.fault, fault.move, fault.name) == (Fault.UNKNOWN_LINE, at, "never-heard-of")
    assert fault.valid is not None
    assert fault.valid.moves == whole.moves[:at]


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_a_line_is_said_once(scenario: Scenario, seed: int, picks: list[int]) -> None:
    whole = talks(scenario, seed, picks)[-1].transcript()

    fault = replace(whole, moves=(*whole.moves, whole.moves[0])).replay(scenario)

    assert isinstance(fault, ReplayFault)
    assert fault.fault in {Fault.NOT_OFFERED, Fault.AFTER_THE_END}


@given(SCENARIOS, seeds())
@SOME
def test_other_rules_are_told_apart(scenario: Scenario, seed: int) -> None:
    transcript = Conversation.begin(scenario, seed).transcript()

    other = transcript.replay(replace(scenario, fingerprint="other"))

    assert isinstance(other, ReplayFault)
    assert other.fault is Fault.OTHER_SCENARIO


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = ("transcript", "scenario", "fingerprint", "seed", "start", "engine", "moves")


@given(JSON, st.sampled_from(KEYS), JSON)
def test_reading_gives_a_transcript_or_says_why_not(data: object, key: str, value: object) -> None:
    good = {
        "transcript": 1, "scenario": "a", "fingerprint": "b", "seed": 1, "start": None, "engine": 1,
        "moves": [{"say": "c", "took": 3}, {"note": {"type": "D"}}],
    }  # fmt: skip
    for candidate in (data, good | {key: value}, good | {"moves": [data]}):
        try:
            transcript = Transcript.from_json(candidate)
        except TranscriptError as error:
            assert str(error)
        else:
            assert Transcript.from_json(transcript.to_json()) == transcript
