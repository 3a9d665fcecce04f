"""Tallies count what was played: held against counting by hand, play by play."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from game.analysis.batch import Plays, play
from game.analysis.findings import Findings
from game.analysis.intervals import FEWEST
from game.analysis.roster import Casting
from game.analysis.sellers import LISTENER, RandomSeller
from game.analysis.simulation import Plan
from game.analysis.tallies import LEVELS, STEP, Tally, Witness, tallied
from game.engine.conversation import Conversation
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.scenario import Close, Scenario
from game.engine.traits import WHOLE, Trait
from tests.laws.playing import said
from tools.shipped import scenario

PLAYS = 160


@pytest.fixture(scope="module")
def rules(seven_seconds: Scenario) -> Rules:
    return Rules(seven_seconds)


@pytest.fixture(scope="module")
def plays(rules: Rules) -> Plays:
    """Half of them at random, half listening, so that both sides of every comparison exist."""
    customers = np.arange(PLAYS, dtype=np.int32) % rules.scenario.customers
    return play(rules, Mixed(), customers, seed=4)


class Mixed:
    """Says anything now and then what a listener would."""

    def choose(self, rules, state, offered, chance):  # type: ignore[no-untyped-def]
        anything = RandomSeller().choose(rules, state, offered, chance)
        return np.where(chance & np.uint64(1 << 40), anything, LISTENER.choose(rules, state, offered, chance))


def same(one: Tally, other: Tally) -> bool:
    return all(np.array_equal(getattr(one, f.name), getattr(other, f.name)) for f in fields(Tally))


def test_endings_scores_and_lengths_are_counted(rules: Rules, plays: Plays) -> None:
    tally, state = tallied(rules, plays), plays.state

    assert tally.plays == PLAYS
    for customer in range(rules.scenario.customers):
        mine = state.customer == customer
        for close in Close:
            assert tally.close[customer, close] == (state.close[mine] == close).sum()
        assert (
            sorted(plays.score[mine].tolist()) == np.repeat(np.arange(1_001), tally.score[customer]).tolist()
        )
    assert [int((state.turn == turn).sum()) for turn in range(len(tally.length))] == tally.length.tolist()


def test_what_a_line_went_with_is_counted(rules: Rules, plays: Plays) -> None:
    """Every line of every play by hand: who could have said it, who did, and how they scored."""
    tally = tallied(rules, plays)
    hand = {name: np.zeros_like(tally.said) for name in ("said", "said_score", "offered", "offered_squares")}
    for row in range(PLAYS):
        customer, score = int(plays.state.customer[row]), int(plays.score[row])
        for line in set(plays.moves[:, row].tolist()) - {-1}:
            hand["said"][line, customer] += 1
            hand["said_score"][line, customer] += score
        for line in set(plays.offers[:, :, row].ravel().tolist()) - {-1}:
            hand["offered"][line, customer] += 1
            hand["offered_squares"][line, customer] += score * score

    for name, counts in hand.items():
        assert np.array_equal(getattr(tally, name), counts), name


def test_a_line_is_compared_with_those_who_could_have_said_it(rules: Rules, plays: Plays) -> None:
    found = Findings(rules, tallied(rules, plays)).lines()
    compared = 0
    for at, line in enumerate(found):
        could = (plays.offers == at).any(axis=(0, 1))
        did = (plays.moves == at).any(axis=0)
        assert (line.said, line.offered) == (did.sum(), could.sum())
        if line.helped is not None:
            compared += 1
            difference = plays.score[did].mean() - plays.score[could & ~did].mean()
            assert line.helped.value == pytest.approx(difference)
            assert line.helped.low <= line.helped.value <= line.helped.high
        else:
            assert min(did.sum(), (could & ~did).sum()) < FEWEST
    assert compared > 20


def test_replies_are_counted_and_every_line_had_an_answer_or_nobody_to_give_one(
    rules: Rules, plays: Plays
) -> None:
    tally = tallied(rules, plays)

    assert int(tally.reply.sum() + tally.bank[0] + tally.alone[0]) == int(plays.state.turn.sum())
    found = Findings(rules, tally).replies()
    given: dict[str, int] = dict.fromkeys(found, 0)
    for reply in plays.replies[plays.replies >= 0]:
        given[rules.course.replies[int(reply)].id] += 1
    assert found == given


def test_levels_are_those_of_the_minds_turn_by_turn(rules: Rules) -> None:
    """The median of three plays after each turn, against minds lived through one by one."""
    customers = np.array([0, 3, 5], np.int32)
    tally = Tally.empty(rules)
    plays = play(rules, RandomSeller(), customers, seed=2, watch=Witness.of(rules, tally).saw)
    tallied(rules, plays, tally)

    envelope = Findings(rules, tally).envelopes()[Trait.TRUST]
    assert [moment.plays for moment in envelope] == [
        int((plays.state.turn >= turn).sum()) for turn in range(int(plays.state.turn.max()) + 1)
    ]
    state = rules.fresh(customers)
    for turn in range(int(plays.state.turn.min())):
        trust = np.sort(state.mind[Trait.TRUST, 0])
        assert envelope[turn].levels[50] == (trust[1] + WHOLE) // STEP * STEP - WHOLE
        state = rules.advance(state, plays.moves[turn]).state
    assert len(Findings(rules, tally).envelopes()) == len(LEVELS)


@pytest.mark.parametrize("name", ["seven-seconds", "one-pitch-two-buyers"])
def test_levels_in_a_beat_are_those_of_whoever_is_spoken_to(name: str) -> None:
    """Held against conversations lived through one by one; there are beats with nobody and with others."""
    rules = Rules(scenario(name))
    count = 3 * rules.scenario.customers
    customers = np.arange(count, dtype=np.int32) % rules.scenario.customers
    tally = Tally.empty(rules)
    plays = play(rules, RandomSeller(), customers, seed=8, watch=Witness.of(rules, tally).saw)
    tallied(rules, plays, tally)

    met: dict[str, list[list[int]]] = {}
    for customer, moves in zip(customers.tolist(), plays.moves.T.tolist(), strict=True):
        talk = Conversation.begin(rules.scenario, seed_for(rules.scenario, customer), rules=rules)
        for line in moves:
            if line < 0:
                break
            if talk.person is not None:
                assert talk.beat is not None
                levels = [int(talk.mind(talk.person)[trait]) // STEP * STEP for trait in LEVELS]
                met.setdefault(talk.beat.id, []).append(levels)
            talk = said(talk, rules.lines.lines[line].id)
        assert talk.outcome is not None
    found = Findings(rules, tally).meetings()
    order = [beat.id for beat in rules.scenario.beats]
    assert [meeting.beat for meeting in found] == sorted(met, key=order.index)
    for meeting in found:
        levels_met = np.array(met[meeting.beat])
        assert meeting.times == len(levels_met)
        for column, trait in zip(levels_met.T, LEVELS, strict=True):
            rising = np.sort(column)
            for part in (10, 50, 90):
                assert meeting.levels[trait][part] == rising[max(1, -(-part * len(rising) // 100)) - 1]


@pytest.mark.parametrize("name", ["random", "class"])
def test_adding_tallies_is_counting_together(rules: Rules, name: str) -> None:
    plan = Plan(Casting(name), 40, seed=9)
    one = plan.block(rules, 0)

    assert same(one + Tally.empty(rules), one)
    assert same(one + one + one, one + (one + one))
    assert (one + one).plays == 80


def test_everybody_of_a_team_meets_every_customer(rules: Rules) -> None:
    customers, members = rules.scenario.customers, 9
    tally = Plan(Casting("class"), customers * members, seed=1).block(rules, 0)

    assert tally.score.sum(axis=1).tolist() == [members] * customers
    alone = Plan(Casting("class"), members, seed=1, customer=2).block(rules, 0)
    assert alone.score.sum(axis=1).tolist() == [members if at == 2 else 0 for at in range(customers)]
