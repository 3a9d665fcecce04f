"""A laboratory for the customer model: lines made to measure, and crowds of random customers to say them to.

A law is tried on hundreds of contexts at once: one crowd is one state with a play per context, so a property
costs one or two turns of the engine per example. What a beat would allow is left aside; everything else is
the engine as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from game.engine.psychology import Psychology
from game.engine.rules import Rules
from game.engine.scenario import (
    Ask,
    Beat,
    Close,
    Delivery,
    Dose,
    Ending,
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
from game.engine.state import State
from game.engine.traits import (
    EVIDENCE,
    RUNGS,
    WHOLE,
    Attribute,
    Ints,
    Need,
    Places,
    Resistance,
    Stage,
    Trait,
)
from tests.length import examples
from tools.shipped import psychology

TYPES = {"D": (1_000, 0, 0, 0), "I": (0, 1_000, 0, 0), "S": (0, 0, 1_000, 0), "C": (0, 0, 0, 1_000)}
CROWD = 400
"""Contexts in a crowd: a quarter of them pure types, the others mixtures."""

FEW = settings(max_examples=examples(8))
"""Eight crowds are more than three thousand contexts."""

SECONDS = 18
"""Length of a line of the laboratory: nobody's time is wasted."""

Rows = Mapping[Any, int | Places]
"""Values for rows of minds and profiles, by `Trait` or `Attribute`: one for all plays, or one each."""

BURDENS = (
    Trait.SCAR, Trait.DISTRESS, Trait.FEAR, Trait.ANGER, Trait.DISAPPOINTMENT, Trait.COST, Trait.RISK,
    Trait.PERSONAL_RISK, Trait.PRICE_RESISTANCE, Trait.TRUST_RESISTANCE, Trait.NEED_RESISTANCE,
    Trait.TIMING_RESISTANCE, Trait.CHANGE_RESISTANCE, Trait.PRESSURE, Trait.REACTANCE,
    Trait.YES_UNDER_PRESSURE, Trait.TRUTH_DEBT,
)  # fmt: skip
"""Traits of which more is worse."""

crowds = st.integers(0, 2**32 - 1)
"""Seeds of crowds."""


def line(name: str, *does: str, dose: Dose = Dose.NORMAL, **more: object) -> Line:
    """A line with tactics at one dose; everything else as it is given."""
    given = {"delivery": Delivery(), "seconds": SECONDS, **more}
    return Line(id=name, does=tuple(TacticUse(tactic, dose) for tactic in does), **given)  # type: ignore[arg-type]


def laboratory(
    lines: Sequence[Line], model: Psychology | None = None, cast: bool = False, due: int = 900
) -> Rules:
    """Rules with these lines and with one of everything they may refer to.

    Facts `sound`, `shaky`, `untrue` · promise `word` · secret `secret` (never too deep) · ask `order` · the
    five resistances, price rooted in the secret · a silent line `pause`. With `cast` somebody overhears; the
    promise is broken when turn `due` has passed.
    """
    silent = line("pause")
    names = ("customer", "colleague") if cast else ("customer",)
    return Rules(
        Scenario(
            id="laboratory",
            people=tuple(Person(name, (250, 250, 250, 250), needs=(Need.SAFETY,)) for name in names),
            beats=(
                Beat(
                    "bench",
                    (*lines, silent),
                    person="customer",
                    replies=(Reply("bench.last"),),
                    cast=names[1:],
                ),
            ),
            endings=(Ending("end", Stage.COGNITION, tuple(Close)),),
            rubric=Rubric((), (Grade("trust", 900, Trait.TRUST, 0, WHOLE),), honesty=100, passing=600),
            psychology=model or psychology(),
            turns=1_000,
            facts=tuple(Fact(truth.name.lower(), truth) for truth in Truth),
            promises=(Promise("word", due),),
            objections=tuple(
                Objection(kind, Span(0, 0), secret="secret" if kind is Resistance.PRICE else None)
                for kind in Resistance
            ),
            secrets=(Secret("secret", 0),),
            asks=(Ask("order"),),
            customers=1,
        )
    )


def crowd(rules: Rules, seed: int, plays: int = CROWD) -> State:
    """Random customers in random states of mind; counters small or large, stages and rungs all about."""
    chance = np.random.default_rng(seed)
    state = rules.fresh(np.zeros(plays, np.int32))
    people = state.mind.shape[1]
    shape = (plays,)
    for person in range(people):
        for trait in Trait:
            state.mind[trait, person] = _values(chance, trait, shape)
        for attribute in range(Attribute.PROPENSITY, Attribute.CALIBRE + 1):
            state.profile[attribute, person] = chance.integers(0, WHOLE + 1, shape)
        typed(state, mixtures(chance, plays), person)
        state.profile[Attribute.NEED, person] = chance.integers(0, len(Need), shape)
        for attribute in range(Attribute.LACKS_HEALING, len(Attribute)):
            state.profile[attribute, person] = chance.integers(0, 2_001, shape)
    state.stage[:] = chance.integers(0, Stage.LOYALTY, shape)
    state.composure[:] = chance.integers(0, WHOLE + 1, shape)
    state.heard[:] = chance.integers(0, 8, state.heard.shape)
    settled(rules, state)
    state.mind[Trait.RUNG] = chance.integers(1, RUNGS + 1, (people, plays))
    return state


def _values(chance: np.random.Generator, trait: Trait, shape: tuple[int, ...]) -> Ints:
    """Values of one trait: counters mostly small, as they are in a first talk, and burdens mostly light,
    or every customer would be at the bottom of every scale at once; one value in twelve is an end of it.
    """
    if trait in EVIDENCE:
        return chance.integers(0, chance.choice([1, 2_000, 8_000], shape), shape).astype(np.int32)
    within = chance.integers(trait.low, trait.high + 1, shape)
    if trait in BURDENS:
        within = (within * chance.random(shape) ** 2).astype(np.int64)
    end = np.where(chance.random(shape) < 0.5 + 0.4 * (trait in BURDENS), trait.low, trait.high)
    return np.where(chance.random(shape) < 1 / 12, end, within).astype(np.int32)


def mixtures(chance: np.random.Generator, plays: int) -> Ints:
    """(4, play) DISC in per mille: every fourth a pure type, the others anything."""
    cuts = np.sort(chance.integers(0, 1_001, (3, plays)), axis=0)
    mixed = np.diff(np.concatenate([np.zeros((1, plays)), cuts, np.full((1, plays), 1_000)]), axis=0)
    pure = np.eye(4)[np.arange(plays) // 4 % 4].T * 1_000
    return np.where(np.arange(plays) % 4 == 0, pure, mixed).astype(np.int32)


def typed(state: State, disc: Ints, person: int = 0) -> None:
    """Give plays their mixtures, (4, play) per mille; in place."""
    d, i, s, c = disc
    state.profile[Attribute.AGENCY, person] = d + i - s - c
    state.profile[Attribute.COMMUNION, person] = i + s - d - c
    state.profile[Attribute.ANALYTIC, person] = c


def composed(state: State) -> State:
    """The same contexts with a seller who is himself: lines come out as they are written."""
    return replace(state, composure=np.full_like(state.composure, WHOLE))


def everybody(rules: Rules, state: State, letter: str) -> State:
    """The same contexts with one pure type in all of them."""
    copy = state.only(slice(None))
    copy = replace(copy, mind=copy.mind.copy(), profile=copy.profile.copy())
    typed(copy, np.array(TYPES[letter], np.int32)[:, None] * np.ones(state.plays, np.int32))
    return copy


def given(rules: Rules, state: State, rows: Rows) -> State:
    """The same contexts with some rows of everybody set; `Trait.TRUST` sets where the beliefs stand."""
    mind, profile = state.mind.copy(), state.profile.copy()
    copy = replace(state, mind=mind, profile=profile)
    for row, value in rows.items():
        if row is Trait.TRUST:
            for counter in EVIDENCE:
                mind[counter] = 0
            mind[Trait.SCAR] = 0
            profile[Attribute.PROPENSITY] = value
        elif isinstance(row, Trait):
            mind[row] = value
        else:
            profile[row] = value
    rung = mind[Trait.RUNG].copy()
    settled(rules, copy)
    mind[Trait.RUNG] = rung
    return copy


def settled(rules: Rules, state: State) -> None:
    """Write the derived rows; in place."""
    rules.psyche.first_impression(state)


def after(rules: Rules, state: State, *lines: str) -> State:
    """The plays after lines, whatever the beats would allow; nothing ends."""
    for name in lines:
        moved = rules.advance(state, rules.lines.index[name]).state
        state = replace(moved, beat=state.beat, back=state.back, close=state.close, ending=state.ending)
    return state


def mind(state: State) -> Ints:
    """The customer's minds, (trait, play)."""
    return state.mind[:, 0]


def expected(state: State) -> Ints:
    """What is to be expected of every play (play,): following through after a yes, nothing without one."""
    agreed = (state.agreed > 0).any(axis=0)
    return np.where(agreed, mind(state)[Trait.FOLLOW_THROUGH], 0)


@dataclass(frozen=True, slots=True)
class Bent:
    """A psychology with other numbers, curves or cells of the tactic table."""

    numbers: Mapping[str, int] | None = None
    curves: Mapping[str, tuple[tuple[int, int], ...]] | None = None
    effects: Mapping[tuple[str, int], int] | None = None  # (tactic, channel) -> basis points
    tables: Mapping[str, Ints] | None = None  # a field of `Tactics` -> another array
    masks: Ints | None = None

    def of(self, model: Psychology) -> Psychology:
        """The bent copy of a model."""
        table = model.tactics
        tables = {"effects": table.effects.copy(), **(self.tables or {})}
        for (tactic, channel), value in (self.effects or {}).items():
            tables["effects"][channel, table.index(tactic)] = value
        table = replace(table, **tables)  # type: ignore[arg-type]
        return replace(
            model,
            tactics=table,
            number={**model.number, **(self.numbers or {})},
            curves={**model.curves, **(self.curves or {})},
            masks=model.masks if self.masks is None else self.masks,
        )
