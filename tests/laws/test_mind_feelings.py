"""Feelings and the ladder of trust: what lifts a mood, how long it lasts, what nobody can buy with charm."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from game.engine.emotions import FELT
from game.engine.scenario import Dose
from game.engine.state import State
from game.engine.traits import EVIDENCE, WHOLE, Attribute, Trait
from tests.laws.laboratory import FEW, after, crowd, crowds, given, laboratory, line, mind
from tools.shipped import psychology

LIFTS = (Trait.JOY, Trait.HOPE, Trait.GRATITUDE, Trait.RELIEF)
"""Feelings that make a mood brighter; the other four make it darker (`var-emotion`)."""

TURNS_OF_FEELING, TURNS_OF_MOOD = 2, 8
"""Half-lives that the model promises: quick feelings, a slow mood."""

RULES = laboratory(
    [
        *(line(tactic, tactic) for tactic in psychology().tactics.ids),
        *(line(f"light-{t}", t, dose=Dose.LIGHT) for t in ("acknowledge", "praise", "small-talk", "listen")),
        line("honest", "evidence", claims="sound"),
        line("lie", "evidence", claims="untrue"),
        line("give-word", promises="word"),
        line("keep-it", "keep-word", keeps="word"),
    ]
)
EVEN = {**dict.fromkeys(FELT, 0), Trait.VALENCE: 0, Trait.AROUSAL: 0}


@pytest.mark.parametrize("felt", FELT, ids=lambda felt: felt.word)
def test_each_feeling_moves_the_mood_its_own_way(felt: Trait) -> None:
    state = given(RULES, crowd(RULES, 31), EVEN)
    moved = mind(after(RULES, given(RULES, state, {felt: 6_000}), "pause"))[Trait.VALENCE]
    still = mind(after(RULES, state, "pause"))[Trait.VALENCE]

    assert (moved > still).all() if felt in LIFTS else (moved < still).all()


@pytest.mark.parametrize("felt", FELT, ids=lambda felt: felt.word)
def test_a_feeling_is_half_gone_after_two_turns(felt: Trait) -> None:
    state = given(RULES, crowd(RULES, 32), {**EVEN, felt: 8_000})
    left = mind(after(RULES, state, *["pause"] * TURNS_OF_FEELING))[felt]

    assert (np.abs(left - 4_000) <= 80).all()


@pytest.mark.parametrize("mood", [-6_000, 6_000])
def test_a_mood_is_half_gone_after_eight_turns(mood: int) -> None:
    state = given(RULES, crowd(RULES, 33), {**EVEN, Trait.VALENCE: mood})
    left = mind(after(RULES, state, *["pause"] * TURNS_OF_MOOD))[Trait.VALENCE]

    assert (np.abs(left - mood // 2) <= 150).all()


@tried(crowds)
@FEW
def test_weak_events_add_up(seed: int) -> None:
    """No dead zone: four light kindnesses, each hardly felt, leave a brighter mood than one."""
    state = given(RULES, crowd(RULES, seed), {**EVEN, Trait.REACTANCE: 0, Trait.TRUST: 5_000})
    one = mind(after(RULES, state, "light-acknowledge", "pause", "pause", "pause"))
    four = mind(
        after(RULES, state, "light-acknowledge", "light-listen", "light-small-talk", "light-acknowledge")
    )

    assert four[Trait.VALENCE].mean() > one[Trait.VALENCE].mean()
    for trait in LIFTS:
        faint = given(RULES, state, {trait: 60})
        assert (
            mind(after(RULES, faint, "pause"))[Trait.VALENCE]
            > mind(after(RULES, state, "pause"))[Trait.VALENCE]
        ).all()


@tried(crowds)
@FEW
def test_gratitude_needs_a_good_deed_and_anger_a_culprit(seed: int) -> None:
    """OCC: what is welcome alone makes glad and not grateful; a lie seen through makes angry."""
    calm = {**EVEN, Trait.REACTANCE: 0, Trait.PRESSURE: 0, Trait.TRUST: 6_000, Trait.BENEFIT: 2_000}
    knowing = {Attribute.PERSUASION_KNOWLEDGE: WHOLE, Trait.TRUTH_DEBT: 0}
    state = given(RULES, crowd(RULES, seed), calm)
    benefit, gift = (mind(after(RULES, state, name)) for name in ("state-benefit", "give-first"))
    assert not benefit[Trait.GRATITUDE].any()
    assert gift[Trait.GRATITUDE].mean() > 100

    caught = after(RULES, given(RULES, state, knowing), "lie")
    assert (caught.detected[2] > 0).all()
    assert not mind(caught)[Trait.GRATITUDE].any()
    assert (mind(caught)[Trait.ANGER] > 0).all()
    late, paused = (mind(after(RULES, state, name))[Trait.ANGER] for name in ("be-late", "pause"))
    assert (late >= paused).all()
    assert (late > paused).mean() > 0.9


ALL_FOR = {trait: 15_000 if "FOR" in trait.name else 0 for trait in EVIDENCE}
CHARMED = {
    **ALL_FOR, Trait.SCAR: 0, Trait.DISCLOSURE: WHOLE, Trait.VALENCE: WHOLE, Trait.MEAN: WHOLE,
    Trait.PEAK: WHOLE, Trait.RUNG: 1,
}  # fmt: skip


def rungs(state: State, *lines: str) -> list[int]:
    """The rung of the first play after each line."""
    found = []
    for name in lines:
        state = after(RULES, state, name)
        found.append(int(mind(state)[Trait.RUNG][0]))
    return found


def fresh(**rows: int) -> State:
    """One play of a customer as charmed as can be, but for some traits."""
    state = RULES.fresh(np.zeros(1, np.int32))
    return given(RULES, state, {**CHARMED, **{Trait[name]: value for name, value in rows.items()}})


def test_charm_does_not_buy_the_fourth_rung_and_a_kept_promise_does() -> None:
    """`var-trust`: one rung a turn, none skipped; with everything believed, the fourth waits for an act."""
    assert rungs(fresh(), *["pause"] * 6) == [2, 3, 3, 3, 3, 3]
    assert rungs(fresh(), "pause", "pause", "give-word", "keep-it", "pause") == [2, 3, 3, 4, 5]


@pytest.mark.parametrize(
    ("missing", "highest"),
    [("ABILITY_AGAINST", 1), ("BENEVOLENCE_AGAINST", 2), ("INTEGRITY_AGAINST", 3)],
)
def test_each_rung_asks_for_its_own_belief(missing: str, highest: int) -> None:
    state = fresh(**{missing: 20_000, missing.replace("AGAINST", "FOR"): 0})

    assert max(rungs(state, "give-word", "keep-it", *["pause"] * 5)) == highest


def test_the_third_rung_asks_that_she_has_told_something() -> None:
    assert max(rungs(fresh(DISCLOSURE=0), *["pause"] * 4)) == 2


@tried(crowds, st.lists(st.sampled_from([each.id for each in RULES.lines.lines]), min_size=4, max_size=10))
@FEW
def test_nobody_climbs_more_than_one_rung_at_a_time(seed: int, said: list[str]) -> None:
    state = crowd(RULES, seed)
    for name in said:
        before = mind(state)[Trait.RUNG]
        state = after(RULES, state, name)
        assert (mind(state)[Trait.RUNG] - before <= 1).all()


def test_a_rung_is_kept_a_little_below_where_it_was_reached() -> None:
    """Hysteresis: the same belief holds who stands there and does not lift who stands below."""
    number = psychology().number
    just_below = number["rung.2-ability"] - number["rung.slack"] // 2
    fresh_one = RULES.fresh(np.zeros(1, np.int32))
    state = given(RULES, fresh_one, {**dict.fromkeys(EVIDENCE, 0), Trait.SCAR: 0})
    state = given(RULES, state, {Attribute.PROPENSITY: just_below})
    standing, below = (replace(state, mind=state.mind.copy()) for _ in "ab")
    standing.mind[Trait.RUNG], below.mind[Trait.RUNG] = 2, 1

    assert rungs(standing, "pause") == [2]
    assert rungs(below, "pause") == [1]
