"""Laws 3, 7 and 14: pressure does not pay, trust carries what it carries, reactance turns arguments round."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from game.engine.psychology import Channel
from game.engine.rules import Rules
from game.engine.scenario import Craft, Dose
from game.engine.traits import WHOLE, Attribute, Trait
from tests.laws.laboratory import (
    FEW,
    TYPES,
    Bent,
    after,
    crowd,
    crowds,
    expected,
    given,
    laboratory,
    line,
    mind,
    settled,
    typed,
)
from tools.shipped import psychology

MODEL = psychology()
TACTICS = MODEL.tactics.ids
GATED = [tactic for tactic in TACTICS if MODEL.tactics.gate[MODEL.tactics.index(tactic)]]
RULES = laboratory(
    [
        *(line(tactic, tactic) for tactic in TACTICS),
        line("close", "ask-commitment", asks="order"),
        *(
            line(f"{dose.name}-{tactic}", tactic, dose=dose)
            for tactic in ("evidence", "state-benefit", "compare", "ask-implication")
            for dose in (Dose.LIGHT, Dose.STRONG)
        ),
    ]
)


def harder(tactic: str, push: int) -> Rules:
    """The laboratory in a world where one tactic pushes more than it does, and does nothing else besides."""
    column = MODEL.tactics.index(tactic)
    pushes = max(int(MODEL.tactics.effects[Channel.PUSH, column]), 0) + push
    bent = Bent(effects={(tactic, Channel.PUSH): pushes}).of(MODEL)
    return laboratory([line(tactic, tactic), line("close", "ask-commitment", asks="order")], bent)


@tried(crowds, st.integers(1, 4_000))
@FEW
def test_law_03_pressure_felt_never_raises_follow_through(seed: int, more: int) -> None:
    state = crowd(RULES, seed)
    before = mind(state)[Trait.FOLLOW_THROUGH]
    for trait in (Trait.PRESSURE, Trait.REACTANCE, Trait.YES_UNDER_PRESSURE):
        pressed = given(RULES, state, {trait: np.minimum(mind(state)[trait] + more, WHOLE)})
        assert (mind(pressed)[Trait.FOLLOW_THROUGH] <= before).all(), trait.word


@tried(crowds, st.sampled_from(TACTICS), st.integers(200, 1_500))
@FEW
def test_law_03_a_line_that_pushes_harder_never_raises_follow_through(
    seed: int, tactic: str, push: int
) -> None:
    """The same line in two worlds that differ in how hard it pushes; at medium and high stakes.

    Pressure may win the word of a customer who would have said no (a yes is kept apart from following
    through); among those who answer the same it never makes anyone follow through more, and among all of
    them hardly one in a hundred, nor the crowd as a whole.
    """
    soft, hard = harder(tactic, 0), harder(tactic, push)
    state = crowd(soft, seed)
    stakes = np.random.default_rng(seed).integers(5_000, WHOLE + 1, state.plays)
    state = given(soft, state, {Attribute.STAKES: stakes})
    for said in ((tactic,), (tactic, "close"), (tactic, "pause", "close"), (tactic, tactic, "close")):
        gently, pushed = after(soft, state, *said), after(hard, state, *said)
        same_answer = (gently.agreed > 0).all(axis=0) == (pushed.agreed > 0).all(axis=0)
        change = mind(pushed) - mind(gently)

        assert (change[Trait.FOLLOW_THROUGH][same_answer] <= 0).all(), said
        assert (change[Trait.PRESSURE] >= 0).all(), said
        assert same_answer.mean() > 0.8, said
        gained = expected(pushed) - expected(gently)
        assert (gained > 0).mean() < 0.01, said
        assert gained.mean() <= 0, said


@tried(crowds)
@FEW
def test_law_03_a_yes_under_pressure_is_worth_less_than_a_free_one(seed: int) -> None:
    state = given(RULES, crowd(RULES, seed), {Attribute.THRESHOLD: -WHOLE, Trait.YES_UNDER_PRESSURE: 0})
    free = after(RULES, given(RULES, state, {Trait.PRESSURE: 0}), "close")
    pressed = after(RULES, given(RULES, state, {Trait.PRESSURE: 6_000}), "close")
    agreed = (free.agreed[0] > 0) & (pressed.agreed[0] > 0)

    assert agreed.mean() > 0.5
    assert (mind(pressed)[Trait.YES_UNDER_PRESSURE] > mind(free)[Trait.YES_UNDER_PRESSURE])[agreed].all()
    assert (mind(pressed)[Trait.FOLLOW_THROUGH] <= mind(free)[Trait.FOLLOW_THROUGH]).all()
    open_ = mind(free)[Trait.FOLLOW_THROUGH] > 1_000
    assert (mind(pressed)[Trait.FOLLOW_THROUGH] < mind(free)[Trait.FOLLOW_THROUGH])[open_ & agreed].all()


@pytest.mark.parametrize("tactic", GATED)
def test_law_07_below_its_gate(tactic: str) -> None:
    """Worth less than a neutral line, and felt as pressure; every gated tactic, trust below gate and band."""
    closed = int(MODEL.tactics.gate[MODEL.tactics.index(tactic)]) - MODEL.number["gate.band"]
    state = crowd(RULES, 7, 800)
    trust = np.random.default_rng(7).integers(0, closed + 1, state.plays)
    # Who is as different from everybody as can be is left cold by social proof: there is nothing to block.
    even = dict.fromkeys((Attribute.CONFORMITY, Attribute.DISTINCTIVENESS), 5_000)
    state = given(RULES, state, {Trait.TRUST: trust, **even})
    neutral, said = mind(after(RULES, state, "pause")), mind(after(RULES, state, tactic))

    assert (said[Trait.PRESSURE] >= neutral[Trait.PRESSURE]).all()
    room = mind(state)[Trait.PRESSURE] < 9_000
    assert (said[Trait.PRESSURE] > neutral[Trait.PRESSURE])[room].all()
    for trait in (Trait.FOLLOW_THROUGH, Trait.VALUE, Trait.TRUST, Trait.SATISFACTION, Trait.PATIENCE):
        assert (said[trait] <= neutral[trait]).all(), trait.word
    assert (said[Trait.FOLLOW_THROUGH] < neutral[Trait.FOLLOW_THROUGH]).any()


@tried(crowds, st.sampled_from(GATED))
@FEW
def test_law_07_less_trust_never_makes_a_gated_tactic_worth_more(seed: int, tactic: str) -> None:
    """What trust does not carry becomes pressure, the more the less there is of it."""
    gate, band = int(MODEL.tactics.gate[MODEL.tactics.index(tactic)]), MODEL.number["gate.band"]
    state = crowd(RULES, seed)
    closed, ajar, open_ = (
        mind(after(RULES, given(RULES, state, {Trait.TRUST: trust}), tactic))[Trait.PRESSURE]
        for trust in (gate - band, gate - band // 2, gate)
    )

    assert (closed >= ajar).all()
    assert (ajar >= open_).all()
    assert (closed > open_).mean() > 0.5


@tried(crowds, st.sampled_from(["evidence", "state-benefit", "compare", "ask-implication"]))
@FEW
def test_law_14_with_high_reactance_a_strong_argument_hurts(seed: int, tactic: str) -> None:
    """It does less good than silence, and a strong one does more harm than a light one."""
    state = crowd(RULES, seed)
    chance = np.random.default_rng(seed)
    state = given(
        RULES,
        state,
        {
            Trait.REACTANCE: chance.integers(7_500, WHOLE + 1, state.plays),
            Trait.TRUST: chance.integers(4_000, 8_000, state.plays),
            Trait.NEED: chance.integers(2_000, 8_000, state.plays),
            Trait.BENEFIT: chance.integers(2_000, 8_000, state.plays),
            Trait.ANGER: 0, Trait.FEAR: 0, Trait.DISTRESS: 0,
        },
    )  # fmt: skip
    silent, light, strong = (
        mind(after(RULES, state, name)) for name in ("pause", f"LIGHT-{tactic}", f"STRONG-{tactic}")
    )
    argued = Trait.NEED if tactic == "ask-implication" else Trait.BENEFIT

    assert (strong[argued] < silent[argued]).all()
    assert (strong[argued] <= light[argued]).all()
    assert (strong[Trait.FOLLOW_THROUGH] <= silent[Trait.FOLLOW_THROUGH]).all()


@tried(crowds)
@FEW
def test_law_14_without_reactance_the_same_argument_helps(seed: int) -> None:
    state = given(
        RULES,
        crowd(RULES, seed),
        {Trait.REACTANCE: 0, Trait.TRUST: 6_000, Trait.BENEFIT: 3_000, Trait.NEED: 5_000,
         Trait.ANGER: 0, Trait.FEAR: 0, Trait.DISTRESS: 0},
    )  # fmt: skip
    silent, strong = (mind(after(RULES, state, name)) for name in ("pause", "STRONG-state-benefit"))

    assert (strong[Trait.BENEFIT] > silent[Trait.BENEFIT]).all()


@pytest.mark.parametrize("tactic", TACTICS)
def test_to_be_clumsy_makes_no_line_press_less(tactic: str) -> None:
    """What a line does well comes out weaker, what it costs does not; the gate is open wide."""
    rules = laboratory([line("plain", tactic), line("clumsy", tactic, craft=Craft.CLUMSY)])
    state = rules.fresh(np.zeros(len(TYPES), np.int32))
    typed(state, np.array(list(TYPES.values()), np.int32).T)
    state.profile[Attribute.PROPENSITY, 0] = 9_000
    settled(rules, state)
    plain, clumsy = (mind(after(rules, state, name)) for name in ("plain", "clumsy"))

    assert (clumsy[Trait.PRESSURE] >= plain[Trait.PRESSURE]).all()
    assert (clumsy[Trait.REACTANCE] >= plain[Trait.REACTANCE]).all()
