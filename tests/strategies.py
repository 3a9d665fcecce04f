"""What the laws are tried on: random minds, terms, lines and whole scenarios, as Hypothesis strategies.

Everything here is valid by construction, as if a reader had passed it: ids that are referred to are
there, the last of a list of guarded things has no guard, and every scenario has an ending for each close.
New kinds of content belong in here as well as in the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from game.engine.psychology import Psychology
from game.engine.scenario import (
    Ask,
    Beat,
    Close,
    Craft,
    Criterion,
    Delivery,
    Dose,
    Ending,
    Epilogue,
    Fact,
    Grade,
    Line,
    Objection,
    Person,
    Promise,
    Reply,
    Rubric,
    Scenario,
    Secret,
    Span,
    TacticUse,
    Truth,
)
from game.engine.terms import (
    Agreed,
    AtStage,
    Comparison,
    Guard,
    Handled,
    InMood,
    ObjectionStep,
    Said,
    Sign,
    Term,
    Test,
    Told,
    Word,
)
from game.engine.traits import Ints, Motive, Need, Resistance, Stage, Trait, Worry

Kind = TypeVar("Kind", Need, Motive, Worry, Resistance)

PEOPLE = ("customer", "colleague", "boss")
"""Ids of the people a random scenario may have, the customer first."""

GIVEN = (
    Trait.NEED,
    Trait.PATIENCE,
    Trait.BENEFIT,
    Trait.RISK,
    Trait.DISCLOSURE,
    Trait.PRESSURE,
    Trait.ATTENTION,
)
"""Traits that random customers start with a span of."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that a random scenario has, so that whatever refers to one finds it."""

    lines: tuple[str, ...]
    facts: tuple[str, ...]
    promises: tuple[str, ...]
    secrets: tuple[str, ...]
    asks: tuple[str, ...]
    moods: tuple[str, ...]
    people: tuple[str, ...]


def seeds() -> SearchStrategy[int]:
    """Any seed a conversation may have."""
    return st.integers(0, 2**32 - 1)


def minds(plays: int = 1) -> SearchStrategy[Ints]:
    """Minds within their bounds, (trait, play); one in four values lies on a bound."""
    return st.integers(0, 2**32 - 1).map(lambda seed: _mind(np.random.default_rng(seed), plays))


def _mind(chance: np.random.Generator, plays: int) -> Ints:
    """Drawn all at once: fifty strategies for fifty traits would take a hundred times as long."""
    low = np.array([[trait.low] for trait in Trait])
    high = np.array([[trait.high] for trait in Trait])
    within = chance.integers(low, high + 1, (len(Trait), plays))
    bound = np.where(chance.random(within.shape) < 0.5, low, high)
    return np.where(chance.random(within.shape) < 0.25, bound, within).astype(np.int32)


@st.composite
def spans(draw: DrawFn, low: int = 0, high: int = 10_000) -> Span:
    """A hidden value: a single one or a range of up to a quarter of the scale."""
    start = draw(st.integers(low, high))
    return Span(start, draw(st.integers(start, min(high, start + (high - low) // 4))))


@st.composite
def mixtures(draw: DrawFn) -> tuple[int, int, int, int]:
    """A DISC mixture in per mille; the four sum to 1000."""
    cuts = sorted(draw(st.lists(st.integers(0, 1_000), min_size=3, max_size=3)))
    return cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 1_000 - cuts[2]


def people(name: str) -> SearchStrategy[Person]:
    """A person of any kind."""
    return st.builds(
        Person,
        id=st.just(name),
        disc=mixtures(),
        needs=some_of(Need, 1, 3),
        hidden=st.dictionaries(st.sampled_from(GIVEN), spans(), max_size=4),
        motives=some_of(Motive, 0, 3),
        worries=some_of(Worry, 0, 2),
    )


def some_of(kinds: type[Kind], least: int, most: int) -> SearchStrategy[tuple[Kind, ...]]:
    """A few different members of an enumeration, in any order."""
    return st.lists(st.sampled_from(list(kinds)), min_size=least, max_size=most, unique=True).map(tuple)


def perhaps(kinds: type[Kind]) -> SearchStrategy[Kind | None]:
    """A member of an enumeration, or none."""
    return st.none() | st.sampled_from(list(kinds))


@lru_cache(maxsize=8)  # a strategy is slow to make, and all lines of a scenario share it
def conditions(names: Names) -> SearchStrategy[Test]:
    """Any of the eight forms of a condition that these names allow."""
    person = st.sampled_from((None, *names.people))
    comparison = st.builds(
        lambda trait, sign, share, of: Comparison(
            trait, sign, trait.low + (trait.high - trait.low) * share // 100, of
        ),
        st.sampled_from(list(Trait)),
        st.sampled_from(list(Sign)),
        st.integers(0, 100),
        person,
    )
    forms: list[SearchStrategy[Test]] = [
        comparison,
        st.builds(InMood, st.sampled_from(names.moods), person),
        st.builds(AtStage, st.sampled_from(list(Stage))),
        st.builds(Said, st.sampled_from(names.lines)),
        st.builds(Handled, st.sampled_from(list(Resistance)), st.sampled_from(list(ObjectionStep))),
    ]
    if names.secrets:
        forms.append(st.builds(Told, st.sampled_from(names.secrets)))
    if names.asks:
        forms.append(st.builds(Agreed, st.sampled_from(names.asks)))
    if names.promises:
        forms.append(st.builds(Word, st.sampled_from(names.promises), st.booleans()))
    return st.one_of(forms)


@lru_cache(maxsize=16)
def guards(names: Names, most: int = 2) -> SearchStrategy[Guard]:
    """Up to `most` terms, some of them negated."""
    return st.lists(st.builds(Term, conditions(names), st.booleans()), max_size=most).map(tuple)


@lru_cache(maxsize=1)
def deliveries() -> SearchStrategy[Delivery]:
    """Any way of saying something."""
    side = st.integers(-1, 1)
    return st.builds(Delivery, side, side, side, side)


@lru_cache(maxsize=2)
def doings(tactics: tuple[str, ...]) -> SearchStrategy[list[TacticUse]]:
    """Up to three different small moves."""
    doing = st.builds(TacticUse, st.sampled_from(tactics), st.sampled_from(list(Dose)))
    return st.lists(doing, max_size=3, unique_by=lambda use: use.tactic)


@st.composite
def lines(draw: DrawFn, name: str, names: Names, psychology: Psychology, targets: Sequence[str]) -> Line:
    """A line that may do, claim, promise, ask and lead anywhere that is there."""

    def any_of(ids: Sequence[str]) -> str | None:
        return draw(st.sampled_from([None, None, None, *ids]))

    return Line(
        id=name,
        does=tuple(draw(doings(psychology.tactics.ids))),
        delivery=draw(deliveries()),
        craft=draw(st.sampled_from(list(Craft))),
        when=draw(st.one_of(st.just(()), st.just(()), guards(names, 1))),
        claims=any_of(names.facts),
        stretched=draw(st.booleans()),
        promises=any_of(names.promises),
        keeps=any_of(names.promises),
        asks_about=any_of(names.secrets),
        asks=any_of(names.asks),
        about=draw(perhaps(Resistance)),
        solves=any_of(names.secrets),
        need=draw(perhaps(Need)),
        motive=draw(perhaps(Motive)),
        worry=draw(perhaps(Worry)),
        quotes=draw(st.none() | st.integers(1, 300)),
        anchors=draw(st.none() | st.integers(1, 300)),
        nearness=draw(st.one_of(st.none(), st.none(), st.integers(1, 5))),
        seconds=draw(st.integers(5, 90)),
        then=any_of(targets) if draw(st.integers(0, 5)) == 0 else None,
    )


@st.composite
def replies(draw: DrawFn, stem: str, names: Names, targets: Sequence[str]) -> tuple[Reply, ...]:
    """Guarded replies, the last without a guard; now and then one leads somewhere."""
    where = st.sampled_from([None] * 6 + list(targets))
    guarded = [
        Reply(f"{stem}.{at}", draw(guards(names)), draw(where)) for at in range(draw(st.integers(0, 2)))
    ]
    return (*guarded, Reply(f"{stem}.last"))


@st.composite
def beats(draw: DrawFn, name: str, names: Names, psychology: Psychology, targets: Sequence[str]) -> Beat:
    """A beat of one to four lines with its replies, now and then about an objection, or alone."""
    own = [line for line in names.lines if line.startswith(f"{name}-")]
    person = draw(st.sampled_from((*names.people, None)))
    others = [other for other in names.people if other != person]
    return Beat(
        id=name,
        lines=tuple(draw(lines(line, names, psychology, targets)) for line in own),
        person=person,
        cast=tuple(other for other in others if person and draw(st.booleans())),
        days=draw(st.sampled_from((0, 0, 0, 1, 5, 40))),
        says=draw(st.one_of(st.just(()), replies(f"{name}.says", names, ()))),
        replies=draw(replies(f"{name}.replies", names, targets)),
        answers={own[0]: draw(replies(f"{name}.{own[0]}", names, targets))} if draw(st.booleans()) else {},
        then=draw(st.sampled_from([None, None, *targets])),
    )


def deciding(names: Names) -> SearchStrategy[tuple[str, ...]]:
    """Who decides about an ask: the one spoken to, or everybody together."""
    return st.sampled_from([(), names.people]) if len(names.people) > 1 else st.just(())


@st.composite
def rubrics(draw: DrawFn, names: Names) -> Rubric:
    """A rubric of 1000 points: criteria in steps of ten, two grades, honesty."""
    given = draw(st.lists(st.integers(1, 20).map(lambda tens: tens * 10), max_size=3))
    criteria = tuple(
        Criterion(f"criterion-{at}", points, draw(st.sampled_from(list(Stage))), draw(criteria_guards(names)))
        for at, points in enumerate(given)
    )
    rest = 900 - sum(given)
    grades = (
        Grade("trust", rest // 2, Trait.TRUST, 2_000, 7_000),
        Grade("patience", rest - rest // 2, Trait.PATIENCE, 1_000, 7_000),
    )
    return Rubric(criteria, grades, honesty=100, passing=600)


@lru_cache(maxsize=8)
def criteria_guards(names: Names) -> SearchStrategy[Guard]:
    """A guard whose terms may be bound to a turn."""
    term = st.builds(Term, conditions(names), st.booleans(), st.one_of(st.none(), st.integers(1, 6)))
    return st.lists(term, min_size=1, max_size=2).map(tuple)


@st.composite
def scenarios(draw: DrawFn, psychology: Psychology, customers: int = 3) -> Scenario:
    """A whole small scenario: two to four beats, an ending for every close, and everything in between."""
    titles = [f"beat{at}" for at in range(draw(st.integers(2, 4)))]
    objection = f"objection{draw(st.sampled_from(list(Resistance))).word}"
    names = Names(
        lines=tuple(f"{beat}-{at}" for beat in (*titles, objection) for at in range(draw(st.integers(1, 4)))),
        facts=("fact-a", "fact-b"),
        promises=("promise-a",),
        secrets=("secret-a", "secret-b"),
        asks=("ask-a",),
        moods=tuple(psychology.moods),
        people=PEOPLE[: draw(st.integers(1, len(PEOPLE)))],
    )
    endings = (
        Ending("agreed-ending", Stage.ACTION, (Close.AGREED,)),
        Ending("left-ending", Stage.COGNITION, (Close.LEFT,)),
        Ending("late-ending", Stage.INTEREST, (Close.OUT_OF_TIME,)),
    )
    targets = (*titles, *(ending.id for ending in endings))
    told = [draw(beats(beat, names, psychology, targets)) for beat in titles]
    told[0] = replace(told[0], lines=(replace(told[0].lines[0], when=()), *told[0].lines[1:]))
    voiced = draw(beats(objection, names, psychology, ()))
    resistance = next(kind for kind in Resistance if objection.endswith(kind.word))
    return Scenario(
        id="random",
        people=tuple(draw(people(person)) for person in names.people),
        beats=(*told, replace(voiced, objection=resistance, person=PEOPLE[0], cast=(), then=None)),
        endings=endings,
        rubric=draw(rubrics(names)),
        psychology=psychology,
        turns=draw(st.integers(3, 10)),
        facts=tuple(Fact(fact, draw(st.sampled_from(list(Truth)))) for fact in names.facts),
        promises=tuple(Promise(promise, draw(st.integers(1, 6))) for promise in names.promises),
        objections=(
            Objection(
                resistance,
                draw(spans()),
                secret=draw(st.sampled_from([None, *names.secrets])),
                pretext=draw(st.booleans()),
            ),
        ),
        secrets=tuple(Secret(secret, draw(st.integers(0, 6_000))) for secret in names.secrets),
        asks=tuple(Ask(ask, draw(st.integers(0, 8_000)), draw(deciding(names))) for ask in names.asks),
        epilogues=(Epilogue("epilogue-a", draw(guards(names, 1))), Epilogue("epilogue-last")),
        customers=customers,
        fingerprint="random",
    )
