"""Laws 16, 17 and 19: no loop wins, no script suits everybody, and even a clairvoyant must ask."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations_with_replacement

import numpy as np
import pytest

from game.analysis.sequences import PURE, Crossed, crossed, everybody
from game.analysis.solver import Solver
from game.engine.lines import owners
from game.engine.psychology import Role
from game.engine.rules import Rules
from game.engine.scenario import Objection, Scenario, Span
from game.engine.state import State, together
from game.engine.terms import ObjectionStep
from game.engine.traits import Attribute, Ints, Resistance, Trait
from tests.laws.laboratory import TYPES, after, laboratory, line, mind, settled, typed
from tools.shipped import psychology, reading, scenario_ids

MODEL = psychology()
SHIPPED = [name for name in scenario_ids() if reading(name).scenario is not None]
"""Shipped scenarios without a fault; those with one are somebody else's tests."""

CROSSED = SHIPPED[:: max(1, len(SHIPPED) // 4)][:4]
"""Four of them, for the searches that take seconds; `tools/effects.py` crosses all."""

GENERATIONS, CUSTOMERS = 5, 2
LOOP = 16
GOOD = 7_500
"""Follow-through that a good talk ends with, basis points."""


def shipped(name: str) -> Scenario:
    """A shipped scenario."""
    scenario = reading(name).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize("turns", [8, LOOP])
def test_law_16_no_loop_of_two_lines_wins(turns: int) -> None:
    """Every pair of tactics, said in turn to every pure type as often as a talk is long, then the ask: either
    her patience is gone, or she says no, or what she says yes to is less than a good talk would be worth.
    """
    table = MODEL.tactics
    lines = [
        line(
            tactic,
            tactic,
            claims="sound" if table.roles[at] & Role.BACKED else None,
            asks="order" if table.roles[at] & Role.ASK else None,
        )
        for at, tactic in enumerate(table.ids)
    ]
    rules = laboratory([*lines, line("close", "ask-commitment", asks="order")])
    pairs = np.array(list(combinations_with_replacement(range(len(lines)), 2)), np.int32)
    state = rules.fresh(np.zeros(len(pairs) * len(TYPES), np.int32))
    typed(state, np.repeat(np.array(list(TYPES.values()), np.int32), len(pairs), axis=0).T)
    settled(rules, state)
    pair = np.tile(pairs, (len(TYPES), 1))
    gone = np.zeros(state.plays, bool)
    for turn in range(turns):
        state = said(rules, state, pair[:, turn % 2])
        gone |= mind(state)[Trait.PATIENCE] == 0
    state = after(rules, state, "close")
    won = (state.agreed[0] > 0) & (mind(state)[Trait.FOLLOW_THROUGH] >= GOOD) & ~gone

    assert not won.any(), [
        (table.ids[one], table.ids[other]) for one, other in pair[np.flatnonzero(won)[:5]].tolist()
    ]


def said(rules: Rules, state: State, lines: Ints) -> State:
    """The plays after a line each; nothing ends."""
    moved = rules.advance(state, lines).state
    return replace(moved, beat=state.beat, back=state.back, close=state.close, ending=state.ending)


@cache
def cross(name: str) -> Crossed:
    """Scripts of a shipped scenario, said to all types."""
    return crossed(Rules(shipped(name)), GENERATIONS, most=CUSTOMERS)


def test_law_16_the_best_script_for_one_type_loses_with_another() -> None:
    """At least 8 % of the attainable score, on average over scenarios and pairs of types."""
    losses = {name: cross(name).loss for name in CROSSED}

    assert np.mean(list(losses.values())) >= 0.08, losses


@pytest.mark.parametrize("name", CROSSED)
def test_law_16_adaptive_play_is_far_above_saying_anything(name: str) -> None:
    found = cross(name)

    assert found.attainable.mean() >= 1.3 * found.anything


ADAPTING = "seven-seconds"
"""The scenario in which adapting is tried quickly; `tools/effects.py` looks at all, and searches longer."""


def test_law_16_one_script_for_everybody_falls_short() -> None:
    """Talks that suit the customer are at least 15 % above the best script for all types together.

    A script answers to what is on offer, so it is a harder rival than a sequence; both are found by search.
    """
    rules, found = Rules(shipped(ADAPTING)), cross(ADAPTING)
    crowd = together([everybody(rules, letter, CUSTOMERS) for letter in PURE])
    fixed = max(found.fixed.mean(), found.matrix.mean(axis=1).max())

    assert Solver(rules).ceilings(crowd).mean() >= 1.15 * fixed


def solutions(rules: Rules) -> list[tuple[Objection, int]]:
    """Every objection of a scenario with each line that may solve it."""
    lines = rules.lines.said(np.arange(len(rules.lines.lines), dtype=np.int32))
    solving = (lines.roles & Role.SOLVE) > 0
    return [
        (objection, int(at))
        for objection in rules.scenario.objections
        for at in np.flatnonzero(solving & (lines.resistance == objection.resistance))
    ]


def voiced(rules: Rules, objection: Objection, asked: bool) -> State:
    """Every hidden customer with the objection voiced and heard: her secret told or not."""
    state = rules.fresh(np.arange(rules.scenario.customers, dtype=np.int32))
    profile, mind = state.profile.copy(), state.mind.copy()
    profile[Attribute.PROPENSITY] = np.maximum(profile[Attribute.PROPENSITY], 6_000)
    whose = owners(rules.scenario)[objection.resistance, 0]
    strength = mind[objection.resistance.trait, whose]
    mind[objection.resistance.trait, whose] = np.maximum(strength, 5_000)
    bits = ObjectionStep.VOICED | ObjectionStep.ACKNOWLEDGED
    told = state.told.copy()
    if asked:
        bits |= ObjectionStep.PROBED
        for at, secret in enumerate(rules.scenario.secrets):
            told[at] = 1 if secret.id == objection.secret else 0
    steps = state.objection.copy()
    steps[objection.resistance] = int(bits)
    state = replace(state, profile=profile, mind=mind, told=told, objection=steps)
    settled(rules, state)
    return state


@pytest.mark.parametrize("name", SHIPPED)
def test_law_19_even_a_clairvoyant_must_ask(name: str) -> None:
    """Every line that solves an objection is worth less before what lies beneath it is told than after."""
    rules = Rules(shipped(name))
    for objection, at in solutions(rules):
        guessed, knew = (rules.advance(voiced(rules, objection, asked), at) for asked in (False, True))
        solved = knew.impression.happened.solved > 0
        whose = owners(rules.scenario)[objection.resistance, 0]
        before, now = guessed.state.mind[:, whose], knew.state.mind[:, whose]
        what = (objection.resistance.word, rules.lines.lines[at].id)

        assert not (guessed.impression.happened.solved > 0).any(), what
        for trait in (objection.resistance.trait, Trait.PRESSURE):
            assert (before[trait] >= now[trait]).all(), (*what, trait.word)
        assert (before[objection.resistance.trait] > now[objection.resistance.trait])[solved].all(), what
        for trait in (Trait.FOLLOW_THROUGH, Trait.SATISFACTION, Trait.VALUE, Trait.PATIENCE):
            assert (before[trait] <= now[trait]).all(), (*what, trait.word)


def test_law_19_in_the_laboratory_for_every_resistance_and_every_solution() -> None:
    """The same for each tactic that solves something, whatever lies beneath the objection."""
    table = MODEL.tactics
    for kind in Resistance:
        solving = [
            table.ids[at] for at in np.flatnonzero(table.solves[kind] * (table.roles & Role.SOLVE > 0))
        ]
        for secret, root in (("secret", None), (None, None), (None, Resistance.TRUST)):
            base = laboratory([line(tactic, tactic, about=kind) for tactic in solving]).scenario
            objection = Objection(kind, Span(5_000, 5_000), secret=secret, root=root)
            rules = Rules(replace(base, objections=(objection,)))
            for at in range(len(solving)):
                guessed, knew = (
                    rules.advance(voiced(rules, objection, asked), at) for asked in (False, True)
                )

                assert not guessed.impression.happened.solved.any()
                worse = mind(guessed.state)[kind.trait] - mind(knew.state)[kind.trait]
                assert (worse >= 0).all()
                assert (worse > 0)[knew.impression.happened.solved > 0].all()
