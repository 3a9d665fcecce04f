"""Customers at the edges: the ends of what is hidden, and the pure types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.analysis.sequences import PURE
from game.engine.scenario import Person, Scenario, Span

FEWEST = 2
"""Hidden customers that a scenario has at least."""


def cornered(scenario: Scenario) -> Iterator[Scenario]:
    """The scenario with customers at the edges; no seed of the scenario itself meets them."""
    for pick in (_low, _high):
        people = tuple(_edged(person, pick) for person in scenario.people)
        objections = tuple(replace(one, strength=pick(one.strength)) for one in scenario.objections)
        yield replace(scenario, people=people, objections=objections, customers=FEWEST)
    for disc in PURE.values():
        customer = replace(scenario.people[0], disc=disc)
        yield replace(scenario, people=(customer, *scenario.people[1:]))


def _edged(person: Person, pick: object) -> Person:
    assert callable(pick)
    hidden = {trait: pick(span) for trait, span in person.hidden.items()}
    profile = {attribute: pick(span) for attribute, span in person.profile.items()}
    return replace(person, hidden=hidden, profile=profile)


def _low(span: Span) -> Span:
    return Span(span.low, span.low)


def _high(span: Span) -> Span:
    return Span(span.high, span.high)
