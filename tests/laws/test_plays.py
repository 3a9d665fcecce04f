"""Laws of many plays at once: they are many single ones, whatever their number, order and integer type."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.engine.customers import customer_of
from game.engine.rules import Rules
from game.engine.scenario import Beat, Line, Reply, Scenario
from game.engine.scoring import Marks
from game.engine.state import State
from game.engine.traits import EVIDENCE, Attribute, Trait
from tests.laws.playing import SOME, finished, same, talks
from tests.strategies import minds, scenarios, seeds
from tools.shipped import psychology

CUSTOMERS = 3
SCENARIOS = scenarios(psychology(), customers=CUSTOMERS)
PICKS = st.lists(st.lists(st.integers(0, 11), min_size=10, max_size=10), min_size=4, max_size=4)
EVERYBODY = np.arange(CUSTOMERS, dtype=np.int32)
MET = st.lists(st.integers(0, CUSTOMERS - 1), min_size=4, max_size=4)
LOW = np.array([[[trait.low]] for trait in Trait])
HIGH = np.array([[[trait.high]] for trait in Trait])


@given(SCENARIOS, MET, PICKS)
@SOME
def test_a_row_is_the_same_alone(scenario: Scenario, met: list[int], picks: list[list[int]]) -> None:
    rules = Rules(scenario)
    many = finished(rules, met, picks)
    for row in range(len(met)):
        alone = finished(rules, met[row : row + 1], picks[row : row + 1])

        assert same(alone, many.only(slice(row, row + 1))) == []


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_a_row_is_a_conversation(scenario: Scenario, seed: int, picks: list[list[int]]) -> None:
    rules = Rules(scenario)
    customer = customer_of(scenario, seed)
    for turns in picks[:1]:
        conversation = talks(scenario, seed, turns)[-1]
        state = finished(rules, [customer], [turns])

        assert np.array_equal(state.mind[:, 0, 0], conversation.mind(scenario.people[0].id))
        assert int(state.stage[0]) == conversation.stage


@given(SCENARIOS, MET, PICKS, st.permutations(range(4)))
@SOME
def test_the_order_of_rows_changes_nothing(
    scenario: Scenario, met: list[int], picks: list[list[int]], order: list[int]
) -> None:
    rules = Rules(scenario)
    as_is = finished(rules, met, picks)
    turned = finished(rules, [met[row] for row in order], [picks[row] for row in order])

    assert same(as_is.only(np.array(order)), turned) == []


@given(SCENARIOS, MET, PICKS)
@SOME
def test_wider_integers_give_the_same(scenario: Scenario, met: list[int], picks: list[list[int]]) -> None:
    rules = Rules(scenario)
    narrow, wide = finished(rules, met, picks), finished(rules, met, picks, np.int64)

    assert same(narrow, wide) == []
    assert {getattr(narrow, f.name).dtype for f in fields(State)} == {np.dtype(np.int32)}
    assert {getattr(wide, f.name).dtype for f in fields(State)} == {np.dtype(np.int64)}


@given(SCENARIOS, st.data())
@SOME
def test_any_mind_and_any_line_keep_the_bounds(scenario: Scenario, data: st.DataObject) -> None:
    rules = Rules(scenario)
    state, line = anywhere(rules, data)

    narrow = rules.advance(state, line, causes=True)
    wide = rules.advance(state.cast(np.int64), line, causes=True)

    assert ((narrow.state.mind >= LOW) & (narrow.state.mind <= HIGH)).all()
    assert same(narrow.state, wide.state) == []
    assert np.array_equal(narrow.impression.levels, wide.impression.levels)


@given(SCENARIOS, st.data())
@SOME
def test_causes_cost_no_second_path(scenario: Scenario, data: st.DataObject) -> None:
    rules = Rules(scenario)
    state, line = anywhere(rules, data)

    assert same(rules.advance(state, line, causes=True).state, rules.advance(state, line).state) == []


@given(SCENARIOS, st.lists(st.integers(0, 200), min_size=40, max_size=40))
@SOME
def test_forty_lines_keep_the_bounds(scenario: Scenario, said: list[int]) -> None:
    """Any lines in any order, the same ones again and again, whatever the beats would allow."""
    rules = Rules(scenario)
    state = rules.fresh(EVERYBODY)
    for pick in said:
        line = pick % len(rules.lines.lines)
        # Back to the first beat after every line: only the mind goes on.
        state = replace(
            rules.advance(state, line).state, beat=state.beat, close=state.close, ending=state.ending
        )

        assert ((state.mind >= LOW) & (state.mind <= HIGH)).all()


@given(SCENARIOS, st.data())
@SOME
def test_scores_and_signs_are_the_same_in_wider_integers(scenario: Scenario, data: st.DataObject) -> None:
    rules = Rules(scenario)
    state, _ = anywhere(rules, data)
    wide, marks = state.cast(np.int64), Marks(rules)

    total = marks.total(state)
    assert np.array_equal(total, marks.total(wide))
    assert ((total >= 0) & (total <= 1_000)).all()
    signs = rules.countenance.signs(state.mind[:, 0], state.profile[:, 0])
    assert np.array_equal(signs, rules.countenance.signs(wide.mind[:, 0], wide.profile[:, 0]))
    assert ((signs >= 0) & (signs <= 3)).all()


@given(SCENARIOS, st.lists(st.integers(0, 200), max_size=8))
@SOME
def test_a_line_that_does_nothing_changes_no_belief(scenario: Scenario, said: list[int]) -> None:
    """Whatever was said before; but for a promise whose time has run out and for days without a word, which
    are things that happen."""
    silence = Beat(
        "silence", (Line("nothing"),), person=scenario.people[0].id, replies=(Reply("silence.last"),)
    )
    rules = Rules(replace(scenario, beats=(*scenario.beats, silence)))
    state = rules.fresh(EVERYBODY)
    for pick in said:
        state = again_from_the_first_beat(rules, state, pick % (len(rules.lines.lines) - 1))
    state = replace(state, promise=np.where(state.promise == 1, 0, state.promise))

    advance = rules.advance(state, rules.lines.index["nothing"])
    after = advance.state.mind if advance.unrested is None else advance.unrested

    for trait in (*EVIDENCE, Trait.ABILITY, Trait.BENEVOLENCE, Trait.INTEGRITY):
        assert np.array_equal(after[trait], state.mind[trait]), trait


def again_from_the_first_beat(rules: Rules, state: State, line: int) -> State:
    """What a line does to the mind and the memory, whatever the beats would allow: it never ends."""
    return replace(rules.advance(state, line).state, beat=state.beat, close=state.close, ending=state.ending)


def anywhere(rules: Rules, data: st.DataObject) -> tuple[State, int]:
    """A state with a random mind, and a line, on offer or not."""
    state = rules.fresh(EVERYBODY)
    mind = np.stack([data.draw(minds(CUSTOMERS)) for _ in rules.scenario.people], axis=1)
    profile = state.profile.copy()
    for attribute in (Attribute.THRESHOLD, Attribute.PROPENSITY, Attribute.TRAIT_REACTANCE, Attribute.STAKES):
        profile[attribute] = data.draw(st.integers(0, 10_000))
    return replace(state, mind=mind, profile=profile), data.draw(st.integers(0, len(rules.lines.lines) - 1))
