"""Laws of a single conversation, from its beginning to its end, over random scenarios."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.engine.conversation import Conversation, Step
from game.engine.customers import customer_of, seed_for
from game.engine.scenario import MOST_OFFERS, Line, Scenario
from game.engine.scoring import score
from game.engine.terms import Comparison, Sign, Term
from game.engine.traits import Trait
from tests.laws.playing import SOME, talks
from tests.strategies import scenarios, seeds
from tools.shipped import psychology

LOW = np.array([trait.low for trait in Trait])
HIGH = np.array([trait.high for trait in Trait])
SCENARIOS = scenarios(psychology())
PICKS = st.lists(st.integers(0, 11), min_size=12, max_size=12)


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_causes_sum_to_the_change_of_every_trait(scenario: Scenario, seed: int, picks: list[int]) -> None:
    for reaction in talks(scenario, seed, picks)[-1].reactions:
        change = np.zeros(len(Trait), np.int64)
        for cause in reaction.causes:
            change[cause.trait] += cause.amount

        assert dict(zip(Trait, change, strict=True)) == dict(
            zip(Trait, reaction.after.astype(np.int64) - reaction.before, strict=True)
        )


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_causes_are_not_empty_and_each_is_named_once(scenario: Scenario, seed: int, picks: list[int]) -> None:
    for reaction in talks(scenario, seed, picks)[-1].reactions:
        named = [(cause.name, cause.trait, cause.person) for cause in reaction.causes]

        assert len(named) == len(set(named))
        assert all(cause.amount for cause in reaction.causes)


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_what_happened_to_everybody_is_told_to_the_last_point(
    scenario: Scenario, seed: int, picks: list[int]
) -> None:
    """For all people: where they stood, the causes of the line, of what they overheard and of the days."""
    for before, after in pairwise(talks(scenario, seed, picks)):
        reaction = after.reactions[-1]
        causes = [*reaction.causes, *reaction.passed]
        causes += [cause for other in reaction.others for cause in other.causes]
        for person in scenario.people:
            change = np.zeros(len(Trait), np.int64)
            for cause in causes:
                change[cause.trait] += cause.amount * (cause.person == person.id)

            assert np.array_equal(before.mind(person.id) + change, after.mind(person.id)), person.id


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_traits_stay_in_their_bounds(scenario: Scenario, seed: int, picks: list[int]) -> None:
    for conversation in talks(scenario, seed, picks):
        for person in scenario.people:
            mind = conversation.mind(person.id)

            assert mind.dtype == np.int32
            assert ((mind >= LOW) & (mind <= HIGH)).all()


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_saying_leaves_the_conversation_unchanged(scenario: Scenario, seed: int, picks: list[int]) -> None:
    for conversation in talks(scenario, seed, picks):
        before = looked_at(conversation)
        for line in conversation.offers():
            conversation.say(line.id)

        assert looked_at(conversation) == before


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_offers_are_exactly_what_may_be_said(scenario: Scenario, seed: int, picks: list[int]) -> None:
    every = [line.id for beat in scenario.beats for line in beat.lines]
    for conversation in talks(scenario, seed, picks):
        offers = [line.id for line in conversation.offers()]
        accepted = {line for line in every if isinstance(conversation.say(line), Step)}

        assert set(offers) == accepted
        assert len(offers) == len(set(offers)) <= MOST_OFFERS


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_there_is_something_to_say_until_the_outcome_and_nothing_after(
    scenario: Scenario, seed: int, picks: list[int]
) -> None:
    for conversation in talks(scenario, seed, picks):
        assert bool(conversation.offers()) is (conversation.outcome is None)


@given(SCENARIOS, seeds(), PICKS, st.integers(1, 5), st.sampled_from((500, 2_000, 5_000)))
@SOME
def test_a_beat_that_the_turn_itself_shuts_is_passed_over(
    scenario: Scenario, seed: int, picks: list[int], days: int, level: int
) -> None:
    """The reply leads to a beat; then days pass, and what its lines hung on has faded."""
    fading = (Trait.AROUSAL, Trait.PRESSURE, Trait.JOY, Trait.HOPE, Trait.ANGER, Trait.DISTRESS)

    def hanging(at: int, line: Line) -> Line:
        return replace(line, when=(Term(Comparison(fading[at % len(fading)], Sign.MORE, level)),))

    start, *others = scenario.beats
    beats = [replace(beat, days=days, lines=tuple(map(hanging, count(), beat.lines))) for beat in others]
    for conversation in talks(replace(scenario, beats=(start, *beats)), seed, picks):
        assert bool(conversation.offers()) is (conversation.outcome is None)


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_the_same_seed_gives_the_same_bytes(scenario: Scenario, seed: int, picks: list[int]) -> None:
    one, other = talks(scenario, seed, picks), talks(scenario, seed, picks)

    assert [looked_at(conversation) for conversation in one] == [
        looked_at(conversation) for conversation in other
    ]


@given(SCENARIOS, seeds(), seeds(), PICKS)
@SOME
def test_luck_decides_nothing_but_the_customer(
    scenario: Scenario, seed: int, start: int, picks: list[int]
) -> None:
    other = seed_for(scenario, customer_of(scenario, seed), after=start % 2**31)
    one, two = talks(scenario, seed, picks)[-1], talks(scenario, other, picks)[-1]

    assert [reaction.line for reaction in one.reactions] == [reaction.line for reaction in two.reactions]
    for first, second in zip(one.reactions, two.reactions, strict=True):
        assert np.array_equal(first.after, second.after)
        assert first.causes == second.causes
        assert first.cues == second.cues
        assert first.change == second.change
    if one.outcome is not None:
        assert score(one) == score(two)


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_the_clock_moves_with_every_line_and_with_nothing_else(
    scenario: Scenario, seed: int, picks: list[int]
) -> None:
    passed = talks(scenario, seed, picks)
    seconds = {line.id: line.seconds for beat in scenario.beats for line in beat.lines}

    assert passed[0].clock == scenario.clock.start
    for before, after in pairwise(passed):
        assert after.talked - before.talked == seconds[after.reactions[-1].line]
        assert after.reactions[-1].clock - before.clock == seconds[after.reactions[-1].line]
        beat = after.beat
        moved = beat is not None and beat.id != after.reactions[-1].beat
        hours = 24 * beat.days + beat.hours if moved and beat is not None else 0
        assert after.clock - after.reactions[-1].clock == hours * 3_600


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_a_score_lies_between_nothing_and_everything(scenario: Scenario, seed: int, picks: list[int]) -> None:
    last = talks(scenario, seed, picks)[-1]
    if last.outcome is not None:
        assert 0 <= score(last).total <= 1_000


def looked_at(conversation: Conversation) -> tuple[object, ...]:
    """Everything one can ask of a conversation, as plain values that compare by content."""
    return (
        conversation.customer,
        conversation.beat,
        conversation.greeting,
        conversation.person,
        conversation.stage,
        conversation.child,
        conversation.clock,
        conversation.outcome,
        tuple(line.id for line in conversation.offers()),
        conversation.state.mind.tobytes(),
        tuple(
            (
                each.line, each.reply, each.thought, each.causes, each.cues, each.events, each.change,
                each.doses, each.after.tobytes(),
            )
            for each in conversation.reactions
        ),
        repr(conversation.transcript()),
    )  # fmt: skip
