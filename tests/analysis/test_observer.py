"""The ideal observer: what the cues so far could have told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.analysis.observer import KNOWABLE, _rows, guess_score, hidden, observed
from game.content.loading import load_scenario
from game.engine.conversation import Conversation
from game.engine.kinds import lacks
from game.engine.scenario import Objection, Span
from game.engine.traits import Attribute, Resistance
from game.engine.transcript import Guess


def _played(seed: int) -> Conversation:
    scenario = load_scenario("seven-seconds").scenario
    assert scenario is not None
    conversation = Conversation.begin(scenario, seed)
    while conversation.outcome is None:
        step = conversation.say(conversation.offers()[0].id)
        assert not hasattr(step, "value")
        conversation = step.conversation
    return conversation


@pytest.mark.parametrize("seed", [1, 4])
def test_probabilities_sum_to_one_and_begin_even(seed: int) -> None:
    beliefs = observed(_played(seed))
    assert set(beliefs[0].types.values()) == {0.25}
    for belief in beliefs:
        for part in (belief.types, belief.needs, belief.worries):
            assert sum(part.values()) == pytest.approx(1)


@pytest.mark.parametrize("seed", [1, 4, 9])
def test_the_truth_is_never_less_likely_than_anything_else(seed: int) -> None:
    conversation = _played(seed)
    letter, need, worry = hidden(conversation)
    last = observed(conversation)[-1]
    assert last.types[letter] == max(last.types.values())
    assert last.needs[need] == pytest.approx(max(last.needs.values()), abs=0.1)
    assert last.worries[worry] == pytest.approx(max(last.worries.values()), abs=0.1)


def test_same_things_shown_same_belief() -> None:
    assert observed(_played(1)) == observed(_played(1))


def test_a_guess_is_held_against_truth_and_cues() -> None:
    conversation = _played(1)
    letter, need, worry = hidden(conversation)
    score = guess_score(conversation, Guess(letter, need, "price" if worry != "price" else "trust"))
    assert [part.right for part in score.parts] == [True, True, False]
    assert score.type.knowable == (score.type.observer >= KNOWABLE)


def test_who_is_imagined_lacks_what_such_a_customer_lacks() -> None:
    """Comfort, direction, news, company, a larger aim: by the imagined type and need, not by the real one."""
    conversation = _played(1)
    profile = _rows(conversation).profile[:, 0]
    lacking = profile[Attribute.LACKS_HEALING :]

    assert (lacking == lacks(profile, conversation.scenario.psychology)).all()
    assert (lacking != lacking[:, :1]).any()


def test_somebody_elses_pretext_hides_nothing_of_hers() -> None:
    conversation = _played(1)
    scenario, worry = conversation.scenario, hidden(conversation)[2]
    for whose, hides in ((scenario.people[1].id, False), (scenario.people[0].id, True)):
        excuse = Objection(Resistance[worry.upper()], Span(0, 0), pretext=True, person=whose)
        others = tuple(each for each in scenario.objections if each.resistance.word != worry)
        strength = tuple(each for each in scenario.objections if each.resistance.word == worry)
        changed = replace(scenario, objections=(excuse, *others, *strength))

        assert (hidden(Conversation.begin(changed, 1))[2] != worry) == hides
