"""Objections of anybody in the room, fairness, prices that fall, promises at the end, silence, kinds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.engine.conversation import Conversation, Step
from game.engine.kinds import Comforts
from game.engine.psychology import Kind
from game.engine.reaction import CauseName, EventKind
from game.engine.rules import Rules
from game.engine.scenario import Line, Objection, Promise, Reply, Scenario, Span
from game.engine.state import OPEN, State
from game.engine.terms import ObjectionStep
from game.engine.traits import Attribute, Ints, Resistance, Trait
from tests.laws.laboratory import Bent, after, crowd, given, laboratory, line, mind
from tools.shipped import psychology

PLAYS = 120
LINES: list[Line] = [
    line("offer", "demonstrate"),
    line("close", "ask-commitment", asks="order"),
    line("hear", "acknowledge"),
    line("ask", "probe"),
    line("answer", "trial"),
    line("settle", "confirm-solved"),
    line("first-price", "evidence", quotes=130),
    line("lower", "evidence", quotes=115),
    line("long", "evidence", seconds=60),
    line("give-word", "evidence", promises="word"),
    line("keep-it", "keep-word", keeps="word"),
    line("goodbye", "evidence"),
    line("lie", "evidence", claims="untrue"),
    line("comfort", "empathise"),
    line("comfort-again", "empathise"),
    line("direct", "advise"),
    line("understand", "acknowledge", "empathise"),
    line("own-up", "take-blame", "admit-limit", claims="sound"),
    line("way-back", "concede", "ask-small-step"),
]


def two(person: str | None = "colleague", pretext: bool = False, strength: int = 9_000) -> Rules:
    """A room of two; the change objection belongs to one of them and has a beat."""
    scenario = laboratory(LINES, cast=True).scenario
    bench = scenario.beats[0]
    said = replace(
        bench,
        id="change-said",
        lines=tuple(replace(each, id=f"{each.id}-change") for each in LINES[2:6]),
        objection=Resistance.CHANGE,
        person=person or "customer",
        cast=("customer",) if person else ("colleague",),
    )
    objection = Objection(Resistance.CHANGE, Span(strength, strength), None, None, pretext, person)
    return Rules(replace(scenario, beats=(bench, said), objections=(objection,)))


def fresh(rules: Rules, plays: int = 1) -> State:
    return rules.fresh(np.zeros(plays, np.int32))


def looping(lines: list[Line]) -> Scenario:
    """The laboratory with a bench that one stays at."""
    scenario = laboratory(lines).scenario
    bench = replace(scenario.beats[0], replies=(Reply("bench.last", then="bench"),))
    return replace(scenario, beats=(bench,))


def test_an_objection_is_voiced_by_whose_it_is_when_she_overhears_an_offer() -> None:
    rules = two()
    moved = rules.advance(fresh(rules), rules.lines.index["offer"])

    assert moved.voiced[0] == Resistance.CHANGE
    assert rules.scenario.beats[int(moved.state.beat[0])].person == "colleague"
    assert fresh(rules).mind[Trait.CHANGE_RESISTANCE, 1, 0] == 9_000
    assert fresh(rules).mind[Trait.CHANGE_RESISTANCE, 0, 0] < 9_000


def test_it_is_worked_through_with_her_in_four_steps() -> None:
    rules = two()
    state = rules.advance(fresh(rules), rules.lines.index["offer"]).state
    before = state.mind[Trait.CHANGE_RESISTANCE].copy()
    state = after(rules, state, "hear-change", "ask-change", "answer-change", "settle-change")

    assert state.objection[Resistance.CHANGE, 0] & ObjectionStep.CONFIRMED
    assert state.mind[Trait.CHANGE_RESISTANCE, 1, 0] < before[1, 0] // 2


def test_steps_taken_with_somebody_else_are_none() -> None:
    rules = two()
    state = rules.advance(fresh(rules), rules.lines.index["offer"]).state
    state = after(rules, state, "hear", "ask", "answer", "settle")

    assert state.objection[Resistance.CHANGE, 0] == ObjectionStep.VOICED


def test_unconfirmed_it_creeps_back_in_her_and_in_nobody_else() -> None:
    rules = two()
    solved = ObjectionStep.VOICED | ObjectionStep.ACKNOWLEDGED | ObjectionStep.PROBED | ObjectionStep.SOLVED
    state = fresh(rules)
    state.objection[Resistance.CHANGE] = int(solved)
    state.mind[Trait.CHANGE_RESISTANCE] = 2_000
    quiet = replace(state, objection=state.objection * 0)
    crept = after(rules, state, "pause").mind - after(rules, quiet, "pause").mind

    assert crept[Trait.CHANGE_RESISTANCE, 1, 0] > 0
    assert crept[Trait.CHANGE_RESISTANCE, 0, 0] == 0


def test_a_refused_ask_brings_an_excuse_out_of_her_who_keeps_her_worry_back() -> None:
    weak = 3_000  # far below the level at which it would be voiced
    voiced = [two(None, pretext, weak) for pretext in (True, False)]
    answers = [rules.advance(fresh(rules), rules.lines.index["close"]).voiced[0] for rules in voiced]

    assert answers == [Resistance.CHANGE, OPEN]


def test_a_lower_price_never_stiffens_the_price_resistance() -> None:
    rules = laboratory(LINES)
    state = crowd(rules, 7, PLAYS)
    state = given(rules, state, {Trait.PRICE: 6_500, Trait.REFERENCE: 5_000})
    lower, silent = after(rules, state, "lower"), after(rules, state, "goodbye")

    assert (mind(lower)[Trait.PRICE_RESISTANCE] <= mind(silent)[Trait.PRICE_RESISTANCE]).all()


def test_who_minds_fairness_minds_a_dear_price_and_a_broken_word_more() -> None:
    rules = laboratory(LINES, due=1)
    state = given(rules, crowd(rules, 8, PLAYS), {Trait.PRICE: 0, Trait.PRICE_RESISTANCE: 1_000})
    low, high = (given(rules, state, {Attribute.FAIRNESS: value}) for value in (0, 10_000))
    row = Trait.PRICE_RESISTANCE
    assert (mind(after(rules, high, "first-price"))[row] >= mind(after(rules, low, "first-price"))[row]).all()
    assert (mind(after(rules, high, "first-price"))[row] > mind(after(rules, low, "first-price"))[row]).any()

    promised = [replace(each, promise=each.promise * 0 + 1) for each in (low, high)]
    one, two_ = (mind(after(rules, each, "pause"))[Trait.INTEGRITY_AGAINST] for each in promised)
    assert (two_ >= one).all()
    assert (two_ > one).any()


def test_an_overheard_line_takes_no_more_than_its_share_of_patience() -> None:
    rules = laboratory(LINES, cast=True)
    state = fresh(rules)
    state.mind[Trait.PATIENCE] = 9_000
    lost = 9_000 - after(rules, state, "long").mind[Trait.PATIENCE, :, 0]

    assert 0 < lost[1] < lost[0]


@pytest.mark.parametrize(("last", "becomes"), [("goodbye", 3), ("keep-it", 2)])
def test_a_promise_that_could_have_been_kept_breaks_with_the_end(last: str, becomes: int) -> None:
    rules = Rules(replace(looping(LINES), turns=2, promises=(Promise("word", 900),)))
    state = rules.advance(fresh(rules), rules.lines.index["give-word"]).state
    end = rules.advance(state, rules.lines.index[last]).state

    assert end.close[0] != OPEN
    assert end.promise[0, 0] == becomes


def test_a_promise_whose_time_has_not_come_stays_open() -> None:
    without = [each for each in LINES if each.id != "keep-it"]
    rules = Rules(replace(looping(without), turns=2, promises=(Promise("word", 900),)))
    state = rules.advance(fresh(rules), rules.lines.index["give-word"]).state

    assert rules.advance(state, rules.lines.index["goodbye"]).state.promise[0, 0] == 1


def later(hours: int, within: int | None = None) -> Rules:
    """The bench, and a second beat so many hours later."""
    scenario = looping(LINES)
    bench = scenario.beats[0]
    second = replace(bench, id="later", lines=(line("next"),), days=hours // 24, hours=hours % 24)
    return Rules(replace(scenario, beats=(bench, second), promises=(Promise("word", 900, within),)))


def passed(rules: Rules, state: State) -> State:
    return rules.days.passed(replace(state, beat=state.beat + 1), state.beat)[0]


def test_time_between_scenes_moves_the_clock_and_promises_with_a_time() -> None:
    rules = later(30, within=24 * 3_600)
    state = passed(rules, after(rules, fresh(rules), "give-word"))

    assert state.away[0] == 30 * 3_600
    assert after(rules, state, "next").promise[0, 0] == 3


def test_silence_angers_the_hot_and_a_time_named_holds_the_reasonable() -> None:
    def angry(hours: int, temper: int, reason: int, dated: bool) -> int:
        rules = later(hours)
        state = fresh(rules)
        state.mind[Trait.ANGER] = 4_000
        state.profile[Attribute.TEMPER], state.profile[Attribute.REASON] = temper, reason
        state.promise[:] = int(dated)
        return int(passed(rules, state).mind[Trait.ANGER, 0, 0])

    assert angry(5, 8_000, 5_000, False) == 4_000
    assert angry(6, 8_000, 5_000, False) < angry(12, 8_000, 5_000, False) < angry(18, 8_000, 5_000, False)
    assert angry(12, 2_000, 5_000, False) < angry(12, 8_000, 5_000, False)
    assert angry(12, 8_000, 9_000, True) < angry(12, 8_000, 1_000, True) < angry(12, 8_000, 1_000, False)


def test_a_whole_day_of_silence_is_held_against_goodwill() -> None:
    rules = later(24)
    state = fresh(rules)
    calm = passed(rules, state).mind[Trait.BENEVOLENCE_AGAINST, 0, 0]
    state.mind[Trait.ANGER] = 4_000

    assert passed(rules, state).mind[Trait.BENEVOLENCE_AGAINST, 0, 0] > calm


def test_a_scar_is_mended_by_acts_on_another_day_and_not_by_words() -> None:
    rules = later(24)
    state = fresh(rules)
    state.mind[Trait.SCAR], state.detected[2], state.promise[:] = 2_500, 1, 1
    morning = replace(state, away=state.away + 24 * 3_600)
    scars = [
        after(rules, each, act).mind[Trait.SCAR, 0, 0]
        for each, act in ((state, "keep-it"), (morning, "goodbye"), (morning, "keep-it"))
    ]

    assert scars[0] == scars[1] == 2_500 > scars[2]


def gained(rules: Rules, state: State, *names: str) -> Ints:
    row: Ints = mind(after(rules, state, *names))[Trait.EMOTIONAL_GAIN]
    return row


def test_a_kind_is_worth_as_much_as_she_lacks_it() -> None:
    rules = laboratory(LINES)
    state = given(rules, crowd(rules, 9, PLAYS), {Trait.EMOTIONAL_GAIN: 0})
    much, little = (given(rules, state, {Attribute.LACKS_GUIDING: lack}) for lack in (2_000, 0))

    assert (gained(rules, much, "direct") >= gained(rules, little, "direct")).all()
    assert (gained(rules, much, "direct") > gained(rules, little, "direct")).any()


def test_comfort_is_worth_more_to_the_hurt() -> None:
    comforts, rules = Comforts(psychology()), laboratory(LINES)
    state = given(rules, fresh(rules), {Trait.ANGER: 0, Trait.DISTRESS: 0, Trait.DISAPPOINTMENT: 0})
    hurt = given(rules, state, {Trait.DISTRESS: 6_000})
    one, two_ = (gained(rules, each, "comfort")[0] for each in (state, hurt))

    assert comforts.counted(state.given, rules.lines.said(rules.lines.index["comfort"]).tactics)[0, 0] == 1
    assert two_ > one


def test_a_second_kind_is_worth_more_than_more_of_the_same() -> None:
    model = Bent(curves={"repetition": ((0, 1_000), (10_000, 1_000))}).of(psychology())
    worn = laboratory(LINES, model)
    state = fresh(worn)
    state.profile[Attribute.LACKS_HEALING :] = 1_000
    state.given[Kind.HEALING] = 2
    spent = replace(state, given=state.given * 0)

    assert gained(worn, state, "comfort")[0] < gained(worn, spent, "comfort")[0]
    assert gained(worn, state, "direct")[0] == gained(worn, spent, "direct")[0]


def test_events_and_causes_tell_of_a_promise_that_broke_with_the_end() -> None:
    rules = Rules(replace(looping(LINES[9:12]), turns=2, promises=(Promise("word", 900),)))
    conversation = Conversation.begin(rules.scenario, 1, rules=rules)
    for name in ("give-word", "goodbye"):
        step = conversation.say(name)
        assert isinstance(step, Step)
        conversation = step.conversation
    last = conversation.reactions[-1]

    assert EventKind.BROKEN in {event.kind for event in last.events}
    assert {cause.name for cause in last.passed} == {CauseName.PROMISE}


def test_winning_back_begins_with_understanding_and_not_with_the_offer() -> None:
    """Understanding, frank talk with a fact, then the way back (`churn-winback-script`): the other way round
    the offer is felt as a bribe.
    """
    rules = laboratory(LINES)
    lost = {
        Trait.TRUST: 2_500,
        Trait.ANGER: 3_500,
        Trait.PRESSURE: 0,
        Trait.REACTANCE: 0,
        Trait.DISTRESS: 2_000,
    }
    state = given(rules, crowd(rules, 10, PLAYS), lost)
    right = mind(after(rules, state, "understand", "own-up", "way-back"))
    wrong = mind(after(rules, state, "way-back", "own-up", "understand"))

    for row in (Trait.TRUST, Trait.EMOTIONAL_VALUE):
        assert right[row].mean() >= wrong[row].mean()
    first = mind(after(rules, state, "understand")), mind(after(rules, state, "way-back"))
    assert (first[0][Trait.PRESSURE] <= first[1][Trait.PRESSURE]).all()
