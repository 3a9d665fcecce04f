"""Law 18: every mechanism matters somewhere; one that changes nothing is deleted."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.analysis.mechanisms import MECHANISMS
from game.engine.aftermath import aftermath
from game.engine.company import Company
from game.engine.psychology import Psychology, Role
from game.engine.rules import Rules
from game.engine.scenario import Ask, Craft, Delivery, Dose, Line, Scenario
from game.engine.state import State
from game.engine.terms import ObjectionStep
from game.engine.traits import DERIVED, Attribute, Ints, Motive, Need, Resistance, Trait, Worry
from tests.laws.laboratory import after, crowd, given, laboratory, line, settled
from tools.shipped import psychology

MODEL = psychology()
TURNS = 14
PLAYS = 240


def lines() -> list[Line]:
    """Lines that touch everything a line can touch."""
    chance = np.random.default_rng(18)
    table = MODEL.tactics
    made = []
    for at, tactic in enumerate(table.ids):
        other, third = (table.ids[int(k)] for k in chance.choice(len(table.ids), 2, replace=False))
        does = dict.fromkeys((tactic, *((other,) if at % 2 else ()), *((third,) if at % 4 == 1 else ())))
        more: dict[str, object] = {
            "delivery": Delivery(*(int(side) for side in chance.integers(-1, 2, 4))),
            "craft": Craft(int(chance.integers(0, 3))),
            "seconds": int(chance.integers(8, 70)),
            "need": Need(at % len(Need)) if at % 3 == 0 else None,
            "motive": Motive(at % len(Motive)) if at % 3 == 1 else None,
            "worry": Worry(at % len(Worry)) if at % 3 == 2 else None,
            "about": Resistance(at % len(Resistance)) if at % 2 else None,
            "claims": ("sound", "shaky", "untrue", None)[at % 4],
            "nearness": (None, None, 1, 4)[at % 4],
        }
        if table.roles[at] & Role.ASK:
            more["asks"] = "order"
        made.append(line(tactic, *does, dose=Dose(at % 3), **more))
    return [
        *made,
        *(line(f"ask-{at}", "ask-commitment", asks="order") for at in range(6)),
        *(line(f"secret-{at}", "probe", asks_about="secret") for at in range(6)),
        line("give-word", promises="word"),
        line("keep-it", "keep-word", keeps="word"),
        *(line(f"quote-{percent}", "price", quotes=percent) for percent in (80, 95, 105, 130)),
        line("yardstick", "anchor", anchors=200),
    ]


LINES = lines()


def world(model: Psychology) -> Rules:
    """The laboratory under a model; some lines begin a new day."""
    rules = laboratory(LINES, model, cast=True, due=14)
    bench = rules.scenario.beats[0]
    later = replace(bench, id="later", lines=(line("next-day"),), days=2)
    return Rules(replace(rules.scenario, beats=(bench, later)))


@cache
def begun() -> State:
    """A crowd under the model as it is; every world begins with the same people."""
    rules = world(MODEL)
    state = crowd(rules, 18, PLAYS)
    chance = np.random.default_rng(181)
    state.profile[Attribute.NEEDS] = chance.integers(1, 2 ** len(Need), state.profile[Attribute.NEEDS].shape)
    for bits, kinds in ((Attribute.MOTIVES, Motive), (Attribute.WORRIES, Worry)):
        state.profile[bits] = chance.integers(1, 2 ** len(kinds), state.profile[bits].shape)
    ordinary = dict.fromkeys((Trait.SCAR, Trait.TRUTH_DEBT, Trait.YES_UNDER_PRESSURE), 0)
    solved = ObjectionStep.VOICED | ObjectionStep.ACKNOWLEDGED | ObjectionStep.PROBED | ObjectionStep.SOLVED
    objection = np.where(np.arange(PLAYS) % 3 == 0, int(solved), int(ObjectionStep.VOICED))
    return replace(given(rules, state, ordinary), objection=state.objection * 0 + objection.astype(np.int32))


@cache
def said() -> Ints:
    """(turn, play) the same lines in every world; every fifth play goes round in a few of them."""
    chance = np.random.default_rng(182)
    varied = chance.integers(0, len(LINES), (TURNS, PLAYS))
    few = chance.integers(0, 3, (TURNS, PLAYS)) + np.arange(PLAYS) % (len(LINES) - 3)
    lines = np.where(np.arange(PLAYS) % 5 == 0, few, varied).astype(np.int32)
    names = [each.id for each in LINES]
    untrue = next(each.id for each in LINES if each.claims == "untrue")
    for turn, name in (
        (0, untrue),
        (1, "give-word"),
        (TURNS - 4, "keep-it"),
    ):  # a lie, a word, a night, an act
        lines[turn, 3::7] = names.index(name)
    return lines


def outcomes(model: Psychology) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    """What a talk leads to under a model, (reading, play): feelings, yes, following through, loyalty."""
    rules, state = world(model), begun()
    state = replace(state, mind=state.mind.copy())
    rung = state.mind[Trait.RUNG].copy()
    settled(rules, state)
    state.mind[Trait.RUNG] = rung
    for turn, lines in enumerate(said()):
        moved = rules.advance(state, lines).state
        state = replace(moved, beat=state.beat, back=state.back, close=state.close, ending=state.ending)
        if turn == TURNS // 2:  # the night goes by
            state, _ = rules.days.passed(replace(state, beat=state.beat + 1), state.beat)
            state = replace(state, beat=state.beat - 1)
    end = after(rules, state, "pause")
    loyalty = aftermath(end, rules.scenario)
    rows = (Trait.SATISFACTION, Trait.FOLLOW_THROUGH, Trait.TRUST, Trait.VALUE, Trait.EMOTIONAL_VALUE)
    return np.stack(
        [
            *(end.mind[row, person] for row in rows for person in range(end.mind.shape[1])),
            end.mind[Trait.PATIENCE, 0],
            (end.agreed > 0).sum(axis=0),
            loyalty.leaving,
            loyalty.attachment,
        ]
    )


@cache
def usual() -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    """The outcomes of the model as it is."""
    return outcomes(MODEL)


@pytest.mark.parametrize("mechanism", [name for name in MECHANISMS if name != "silent-types"])
def test_law_18_switching_it_off_changes_outcomes(mechanism: str) -> None:
    changed = outcomes(MECHANISMS[mechanism].off(MODEL)) != usual()

    assert changed.any(), "it changes nothing: delete it"


def test_law_18_silent_types_object_later() -> None:
    """Voicing decides which beat comes next, so it is looked at where it is worked out."""
    both = []
    for model in (MODEL, MECHANISMS["silent-types"].off(MODEL)):
        rules = Rules(laboratory_with_objections(model))
        state = crowd(rules, 18, PLAYS)
        state = replace(state, objection=np.zeros_like(state.objection))
        asks = np.full(PLAYS, rules.lines.index["close"], np.int32)
        both.append(rules.voicing.voiced(state, asks, np.zeros(PLAYS, np.int32)))

    assert (both[0] != both[1]).any()


def laboratory_with_objections(model: Psychology) -> Scenario:
    """A scenario in which price and trust can be voiced."""
    scenario = laboratory([line("close", "ask-commitment", asks="order")], model).scenario
    bench = scenario.beats[0]
    voiced = [
        replace(bench, id=kind.word, lines=(line(f"about-{kind.word}", "acknowledge"),), objection=kind)
        for kind in (Resistance.PRICE, Resistance.TRUST)
    ]
    return replace(scenario, beats=(bench, *voiced))


def talked(rules: Rules, state: State, turns: int = TURNS) -> State:
    """The plays after so many lines; nothing ends."""
    for lines in said()[:turns]:
        moved = rules.advance(state, lines).state
        state = replace(moved, beat=state.beat, back=state.back, close=state.close, ending=state.ending)
    return state


def signs(rules: Rules, state: State) -> Ints:
    """What can be seen of the customers."""
    return rules.countenance.signs(state.mind[:, 0], state.profile[:, 0])


@pytest.mark.parametrize("attribute", list(Attribute), ids=lambda attribute: attribute.word)
def test_law_18_every_attribute_of_a_person_matters(attribute: Attribute) -> None:
    """No person has a hidden value that decides nothing: in a talk, in what shows, or when several decide."""
    rules, state = world(MODEL), begun()
    profile = state.profile.copy()
    high = {Attribute.AGENCY: 1_000, Attribute.COMMUNION: 1_000, Attribute.ANALYTIC: 1_000}.get(
        attribute, 10_000
    )
    high = 3 if Attribute.NEED <= attribute <= Attribute.WORRIES else high
    high = 2_000 if attribute >= Attribute.LACKS_HEALING else high
    profile[attribute] = np.where(profile[attribute] > high // 2, 0, high)
    one, two = (talked(rules, plays) for plays in (state, replace(state, profile=profile)))
    asks = rules.lines.said(np.full(PLAYS, rules.lines.index["ask-0"], np.int32))
    joint = Company(
        replace(rules.scenario, asks=(Ask("order", 3_500, ("customer", "colleague")),)),
        rules.lines,
        rules.psyche,
    )
    votes = []
    for end in (one, two):
        reaction = rules.psyche.react(
            end, asks, np.zeros(PLAYS, np.int32), end.mind[:, 0], end.profile[:, 0], False
        )
        votes.append(joint.decided(asks, one.mind, end.profile, reaction).agreed)

    assert (
        (one.mind != two.mind).any()
        or (signs(rules, one) != signs(rules, replace(two, mind=one.mind))).any()
        or (votes[0] != votes[1]).any()
    )


@pytest.mark.parametrize(
    "trait", [trait for trait in Trait if trait not in DERIVED], ids=lambda trait: trait.word
)
def test_law_18_every_trait_of_a_mind_matters(trait: Trait) -> None:
    """No trait is only written: it moves another one, or it shows."""
    rules, state = world(MODEL), begun()
    mind = state.mind.copy()
    middle = (trait.low + trait.high) // 2
    mind[trait] = np.where(mind[trait] > middle, trait.low, trait.high)
    other = replace(state, mind=mind)
    one, two = talked(rules, state, TURNS // 2), talked(rules, other, TURNS // 2)  # before a mood has faded
    rest = [row for row in Trait if row is not trait]

    assert (one.mind[rest] != two.mind[rest]).any() or (signs(rules, state) != signs(rules, other)).any()
