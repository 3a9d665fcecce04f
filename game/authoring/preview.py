"""One beat looked at beforehand: what each of its lines does to a customer of each type.

A beat is met in the middle of a talk, so somebody has to get there first: a listener, and where listeners
never come that way, people who say anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from game.analysis.batch import Seller, play
from game.analysis.positions import history
from game.analysis.sellers import LISTENER, RandomSeller
from game.engine.conversation import Conversation, Step
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.traits import Places

GUIDES: tuple[tuple[Seller, int], ...] = ((LISTENER, 48), (RandomSeller(), 400))
"""Who is sent ahead, and how many of each."""

_SEED = 11

Mixture = tuple[int, int, int, int]
"""Dominance, influence, steadiness, conscientiousness, per mille."""


def glimpses(scenario: Scenario, beat: str, mixtures: Mapping[str, Mixture]) -> dict[str, Glimpse]:
    """A beat with whomever one meets in it, as each of these types.

    Args:
        scenario: as its author wrote it.
        beat: id of one of its beats.
        mixtures: DISC per mille by the names that the glimpses get.

    Raises:
        KeyError: the scenario has no such beat.
    """
    met = next((each.person for each in scenario.beats if each.id == beat), None)
    met = met or scenario.people[0].id
    found = {}
    for name, mixture in mixtures.items():
        people = (replace(each, disc=mixture) if each.id == met else each for each in scenario.people)
        found[name] = glimpse(replace(scenario, people=tuple(people)), beat)
    return found


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A beat with one customer.

    Attributes:
        before: the conversation as it stands when the beat begins; None where nobody came to it.
        steps: what each line led to, by its id; a line that was not on offer is missing.
        tried: how many conversations were played to come there.
    """

    before: Conversation | None
    steps: Mapping[str, Step] = field(default_factory=dict)
    tried: int = 0


class _Arrived(Exception):
    """Somebody has come to the beat; nobody need play on."""

    def __init__(self, customer: int, lines: tuple[int, ...]) -> None:
        super().__init__()
        self.customer, self.lines = customer, lines


def glimpse(scenario: Scenario, beat: str) -> Glimpse:
    """Come to a beat as people would, and say each of its lines.

    Args:
        scenario: with the customer it is to be seen with.
        beat: id of one of its beats.

    Raises:
        KeyError: the scenario has no such beat.
    """
    index = next((at for at, each in enumerate(scenario.beats) if each.id == beat), None)
    if index is None:
        raise KeyError(beat)
    rules = Rules(scenario)
    tried = 0
    for seller, plays in GUIDES:
        tried += plays
        way = _way(rules, seller, plays, index)
        if way is not None:
            customer, lines = way
            return _looked(rules, customer, lines, tried)
    return Glimpse(None, tried=tried)


def _way(rules: Rules, seller: Seller, plays: int, beat: int) -> tuple[int, tuple[int, ...]] | None:
    """Whom the first play that comes to a beat meets, and the lines it says; None where none comes there."""

    def watch(state: State, _: Places) -> None:
        here = np.flatnonzero(state.beat == beat)
        if here.size:
            said = state.said[:, here]
            first = int(here[np.argmin((said > 0).sum(axis=0))])
            raise _Arrived(int(state.customer[first]), history(state.said[:, first]))

    customers = np.arange(plays, dtype=np.int32) % rules.scenario.customers
    try:
        play(rules, seller, customers, _SEED, watch=watch)
    except _Arrived as arrived:
        return arrived.customer, arrived.lines
    return None


def _looked(rules: Rules, customer: int, lines: tuple[int, ...], tried: int) -> Glimpse:
    """Say the lines that lead there, then each line on offer."""
    scenario = rules.scenario
    conversation = Conversation.begin(scenario, seed_for(scenario, customer), rules=rules)
    for line in lines:
        step = conversation.say(rules.lines.lines[line].id)
        assert isinstance(step, Step), "plays follow the rules of the single conversation"
        conversation = step.conversation
    steps = {}
    for offered in conversation.offers():
        step = conversation.say(offered.id)
        assert isinstance(step, Step)
        steps[offered.id] = step
    return Glimpse(conversation, steps, tried)
