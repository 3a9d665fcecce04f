"""What shows follows from the mind: every sign in its textbook direction, masked by type, flashes unmasked.

The directions are those of the field guide (`tac-body-positive`, `tac-body-caution`, `tac-micro-expression`),
written by hand: more of a trait never weakens a sign that goes with it, and somewhere strengthens it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given as tried

from game.engine.cues import MICROS
from game.engine.rules import Rules
from game.engine.state import State
from game.engine.traits import WHOLE, Attribute, Ints, Resistance, Trait
from tests.laws.laboratory import FEW, crowd, crowds, everybody, given, laboratory, line, mind
from tools.shipped import psychology

MODEL = psychology()
RULES = laboratory([line("close", "ask-commitment", asks="order")])
MORE, LESS = 1, -1
TEXTBOOK: dict[str, dict[Trait, int]] = {
    "leans-in": {Trait.ATTENTION: MORE, Trait.NEED: MORE, Trait.PRESSURE: LESS},
    "nods": {Trait.TRUST: MORE, Trait.BENEFIT: MORE},
    "open-hands": {Trait.TRUST: MORE, Trait.VALENCE: MORE},
    "real-smile": {Trait.JOY: MORE, Trait.GRATITUDE: MORE},
    "voice-warm": {Trait.TRUST: MORE, Trait.VALENCE: MORE},
    "eyes-on-page": {Trait.ATTENTION: MORE, Trait.BENEFIT: MORE},
    "long-answer": {Trait.DISCLOSURE: MORE},
    "phone-down": {Trait.ATTENTION: MORE, Trait.TRUST: MORE},
    "brow-raised": {Trait.ATTENTION: MORE, Trait.AROUSAL: MORE},
    "shoulders-drop": {Trait.RELIEF: MORE},
    "arms-crossed": {Trait.TRUST: LESS, Trait.PRESSURE: MORE, Trait.ANGER: MORE},
    "leans-back": {Trait.PRESSURE: MORE, Trait.REACTANCE: MORE, Trait.ATTENTION: LESS},
    "looks-away": {Trait.ATTENTION: LESS, Trait.PRESSURE: MORE},
    "looks-at-watch": {Trait.PATIENCE: LESS},
    "phone-out": {Trait.ATTENTION: LESS, Trait.PATIENCE: LESS},
    "lips-pressed": {Trait.ANGER: MORE, Trait.PRESSURE: MORE, Trait.DISAPPOINTMENT: MORE},
    "touches-face": {Trait.RISK: MORE, Trait.FEAR: MORE},
    "polite-smile": {Trait.TRUST_RESISTANCE: MORE, Trait.TIMING_RESISTANCE: MORE},
    "shakes-head": {Trait.ANGER: MORE, Trait.REACTANCE: MORE, Trait.DISAPPOINTMENT: MORE},
    "frowns": {Trait.DISTRESS: MORE, Trait.ANGER: MORE},
    "shoulders-up": {Trait.FEAR: MORE, Trait.PRESSURE: MORE},
    "voice-flat": {Trait.VALENCE: LESS, Trait.TRUST: LESS},
    "voice-fast": {Trait.PATIENCE: LESS, Trait.AROUSAL: MORE},
    "short-answer": {Trait.DISCLOSURE: LESS, Trait.PATIENCE: LESS},
}
FLASHES: dict[str, Trait] = {
    "brow-lift": Trait.HOPE,
    "corners-drop": Trait.DISAPPOINTMENT,
    "brief-frown": Trait.ANGER,
    "eyes-widen": Trait.NEED,
    "nose-wrinkle": Trait.INTEGRITY_AGAINST,
}


def signs(state: State, rules: Rules = RULES) -> dict[str, Ints]:
    """Strengths of every sign, (play,) each."""
    shown = rules.countenance.signs(mind(state), state.profile[:, 0])
    return dict(zip(MODEL.signs, shown, strict=True))


def put(state: State, trait: Trait, value: int | Ints) -> State:
    """The same minds with one row set, derived or not."""
    minds = state.mind.copy()
    minds[trait] = value
    return replace(state, mind=minds)


def middling(seed: int) -> State:
    """A crowd in which nothing hides everything else."""
    return given(RULES, crowd(RULES, seed), {Attribute.LEAK: WHOLE})


def test_every_sign_has_its_textbook_directions() -> None:
    assert set(TEXTBOOK) == set(MODEL.signs)
    assert len(MODEL.signs) <= 24


@pytest.mark.parametrize(
    ("sign", "trait"), [(sign, trait) for sign, traits in TEXTBOOK.items() for trait in traits]
)
def test_a_sign_goes_with_what_it_is_a_sign_of(sign: str, trait: Trait) -> None:
    state = middling(21)
    low, high = (signs(put(state, trait, end))[sign] for end in (trait.low, trait.high))
    weaker, stronger = (low, high) if TEXTBOOK[sign][trait] == MORE else (high, low)

    assert (stronger >= weaker).all()
    assert (stronger > weaker).any()
    assert stronger.max() <= 3


@tried(crowds)
@FEW
def test_s_hides_an_objection_behind_agreement_and_d_shows_impatience(seed: int) -> None:
    """`type-disc-s`, `type-disc-d`: the same mind in two types."""
    state = middling(seed)
    shown = {letter: signs(everybody(RULES, state, letter)) for letter in "DISC"}

    assert (shown["S"]["polite-smile"] >= shown["D"]["polite-smile"]).all()
    assert (shown["S"]["polite-smile"] > shown["D"]["polite-smile"]).any()
    for impatient in ("looks-at-watch", "voice-fast", "short-answer"):
        assert (shown["D"][impatient] >= shown["S"][impatient]).all(), impatient
        assert (shown["D"][impatient] > shown["S"][impatient]).any(), impatient
    for warm in ("real-smile", "open-hands", "voice-warm"):
        assert (shown["I"][warm] >= shown["C"][warm]).all(), warm


@tried(crowds)
@FEW
def test_who_lets_less_out_shows_weaker_signs_of_feeling_and_flashes_no_less(seed: int) -> None:
    state = put(crowd(RULES, seed), Trait.PRESSURE, 0)
    open_, closed = (given(RULES, state, {Attribute.LEAK: leak}) for leak in (WHOLE, 0))
    for sign in ("real-smile", "shakes-head", "frowns", "shoulders-up", "shoulders-drop"):
        assert (signs(closed)[sign] <= signs(open_)[sign]).all(), sign

    countenance, before = RULES.countenance, mind(state)
    after = before.copy()
    after[Trait.ANGER] = np.minimum(before[Trait.ANGER] + 1_200, WHOLE)
    flashes = [
        countenance.micro(before, after, countenance.face(after, each.profile[:, 0]))
        for each in (open_, closed)
    ]
    assert (flashes[1] >= 0)[flashes[0] >= 0].all()
    assert (flashes[0] >= 0).any()


@pytest.mark.parametrize("flash", FLASHES)
def test_a_jump_of_a_feeling_flashes_as_the_course_reads_it(flash: str) -> None:
    state = crowd(RULES, 22)
    before = mind(put(state, FLASHES[flash], 0))
    after = before.copy()
    after[FLASHES[flash]] = 4_000
    face = RULES.countenance.face(after, state.profile[:, 0])

    assert (RULES.countenance.micro(before, after, face) == MICROS.index(flash)).all()
    assert (RULES.countenance.micro(before, before, face) == -1).all()


@tried(crowds)
@FEW
def test_what_d_keeps_to_himself_s_keeps_too(seed: int) -> None:
    """Low agency keeps an objection back longer (`type-disc-s`)."""
    scenario = RULES.scenario
    bench = scenario.beats[0]
    said = [
        replace(bench, id=kind.word, lines=(line(f"about-{kind.word}", "acknowledge"),), objection=kind)
        for kind in Resistance
    ]
    rules = Rules(replace(scenario, beats=(bench, *said)))
    state = crowd(rules, seed)
    state = replace(state, objection=np.zeros_like(state.objection))
    asks = np.full(state.plays, rules.lines.index["close"], np.int32)
    voiced = {
        letter: rules.voicing.voiced(everybody(rules, state, letter), asks, np.zeros_like(asks)) >= 0
        for letter in "DS"
    }

    assert voiced["D"][voiced["S"]].all()
    assert voiced["D"].sum() > voiced["S"].sum()
