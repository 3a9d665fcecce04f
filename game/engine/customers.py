"""The K hidden customers of a scenario: spans filled by a fixed lattice, nothing drawn at random."""

from __future__ import annotations

import numpy as np

from game.engine.kinds import lacks
from game.engine.luck import drawn, one_of
from game.engine.psychology import Psychology
from game.engine.scenario import Person, Scenario, Span
from game.engine.traits import DERIVED, UNWRITTEN, Attribute, Ints, Trait


def customer_of(scenario: Scenario, seed: int) -> int:
    """Which of the K customers a seed meets."""
    return one_of(scenario.customers, seed, "customer")


def seed_for(scenario: Scenario, customer: int, after: int = 0) -> int:
    """The first seed from `after` on that meets the given customer; ValueError when it is not one of K."""
    if not 0 <= customer < scenario.customers:
        raise ValueError(f"customer {customer} is not one of {scenario.customers}")
    return next(seed for seed in range(after, after + 100_000) if customer_of(scenario, seed) == customer)


def spread(span: Span, count: int, place: int) -> list[int]:
    """`count` values that fill a span evenly, in an order that differs from place to place.

    A rank-one lattice: cell centres, visited with an odd stride and an offset that depend on the place,
    so that two spans of one scenario do not rise together.
    """
    strides = [step for step in range(1, count) if np.gcd(step, count) == 1] or [1]
    stride = strides[drawn(place, "stride") % len(strides)]
    offset = drawn(place, "offset") % count
    width = span.high - span.low
    return [span.low + (2 * ((stride * v + offset) % count) + 1) * width // (2 * count) for v in range(count)]


def axes(disc: tuple[int, int, int, int]) -> tuple[int, int]:
    """Agency and communion (-1000..1000) of a DISC mixture in per mille (customer-model.md, finding 6)."""
    d, i, s, c = disc
    return d + i - s - c, i + s - d - c


def resting(psychology: Psychology) -> dict[Trait, int]:
    """Where every trait starts unless a scenario says otherwise."""
    number = psychology.number
    return {trait: number[f"start.{trait.word}"] for trait in Trait if f"start.{trait.word}" in number}


def minds(scenario: Scenario) -> tuple[Ints, Ints]:
    """Starting minds and profiles of all K customers.

    Returns:
        minds (trait, person, K) and profiles (attribute, person, K), int32; derived rows are still 0.
    """
    k, people = scenario.customers, scenario.people
    mind = np.zeros((len(Trait), len(people), k), np.int32)
    profile = np.zeros((len(Attribute), len(people), k), np.int32)
    start = resting(scenario.psychology)
    number = scenario.psychology.number
    for p, person in enumerate(people):
        for trait, value in start.items():
            mind[trait, p] = value
        for attribute in Attribute:
            if attribute not in UNWRITTEN:
                profile[attribute, p] = number[f"profile.{attribute.word}"]
        agency, communion = axes(person.disc)
        profile[Attribute.AGENCY, p], profile[Attribute.COMMUNION, p] = agency, communion
        profile[Attribute.ANALYTIC, p] = person.disc[3]
        profile[Attribute.NEED, p] = person.needs[0]
        profile[Attribute.NEEDS, p] = sum(1 << need for need in set(person.needs))
        profile[Attribute.MOTIVES, p] = sum(1 << motive for motive in set(person.motives))
        profile[Attribute.WORRIES, p] = sum(1 << worry for worry in set(person.worries))
        _fill(person, p, mind, profile, k)
    profile[Attribute.LACKS_HEALING :] = lacks(profile, scenario.psychology)
    index = {person.id: p for p, person in enumerate(people)}
    for objection in scenario.objections:
        place = 1_000 + objection.resistance
        p = index[objection.person] if objection.person else 0
        mind[objection.resistance.trait, p] = spread(objection.strength, k, place)
    if not any(Attribute.THRESHOLD in person.profile for person in people[:1]):
        band = number["ask.threshold-band"]
        middle = number["profile.threshold"]
        profile[Attribute.THRESHOLD, 0] = spread(Span(middle - band, middle + band), k, 2_000)
    return mind, profile


def _fill(person: Person, p: int, mind: Ints, profile: Ints, k: int) -> None:
    """Write one person's spans over the defaults."""
    for trait, span in sorted(person.hidden.items()):
        if trait in DERIVED:
            raise ValueError(f"{trait.word} follows from other traits and cannot be given")
        mind[trait, p] = spread(span, k, p * 100 + trait)
    for attribute, span in sorted(person.profile.items()):
        profile[attribute, p] = spread(span, k, p * 100 + 50 + attribute)
