"""A beat looked at beforehand: reached as people reach it, and every line on offer said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from game.authoring.preview import Glimpse, glimpse, glimpses
from game.engine.conversation import Conversation, Step
from game.engine.scenario import Scenario

PURE = {"D": (1000, 0, 0, 0), "C": (0, 0, 0, 1000)}


@pytest.fixture(scope="module")
def found(seven_seconds: Scenario) -> Mapping[str, Glimpse]:
    return glimpses(seven_seconds, "first-words", PURE)


def test_the_beat_has_just_begun_and_its_lines_are_those_on_offer(found: Mapping[str, Glimpse]) -> None:
    for each in found.values():
        assert each.before is not None and each.before.beat is not None
        assert each.before.beat.id == "first-words" and each.before.arrived
        assert {line.id for line in each.before.offers()} == set(each.steps)


def test_what_is_shown_is_what_a_play_would_show(found: Mapping[str, Glimpse]) -> None:
    before = found["D"].before
    assert before is not None
    again = Conversation.begin(before.scenario, before.seed)
    for reaction in before.reactions:
        step = again.say(reaction.line)
        assert isinstance(step, Step)
        again = step.conversation
    for line, step in found["D"].steps.items():
        lived = again.say(line)
        assert isinstance(lived, Step)
        assert (lived.reaction.after == step.reaction.after).all()
        assert lived.reaction.reply == step.reaction.reply


def test_types_are_given_to_whom_one_meets_in_the_beat(
    seven_seconds: Scenario, found: Mapping[str, Glimpse]
) -> None:
    for letter, each in found.items():
        assert each.before is not None and each.before.scenario.people[0].disc == PURE[letter]
    met = next(beat for beat in seven_seconds.beats if beat.person not in (None, seven_seconds.people[0].id))
    for letter, each in glimpses(seven_seconds, met.id, PURE).items():
        assert each.before is not None
        people = {person.id: person.disc for person in each.before.scenario.people}
        assert people[str(met.person)] == PURE[letter]
        assert people[seven_seconds.people[0].id] == seven_seconds.people[0].disc


def test_a_beat_that_nobody_comes_to_says_how_many_tried(seven_seconds: Scenario) -> None:
    lonely = replace(seven_seconds.beats[0], id="nowhere", lines=())
    scenario = replace(seven_seconds, beats=(*seven_seconds.beats, lonely))
    each = glimpse(scenario, "nowhere")
    assert each.before is None and not each.steps and each.tried > 100
    with pytest.raises(KeyError):
        glimpse(scenario, "no such beat")
