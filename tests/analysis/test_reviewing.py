"""Reviews: what they promise of any conversation, and what they say of a small one that is solved exactly."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, permutations
from math import hypot

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from game.analysis.appraising import Position, worth
from game.analysis.batch import play
from game.analysis.crowd import Crowd, percentile
from game.analysis.judgement import Judgement, judged
from game.analysis.knowledge import before_a_word
from game.analysis.loss_parts import MOST_PARTS, loss_parts
from game.analysis.review import Part, Review
from game.analysis.review_record import review_from_json, review_to_json
from game.analysis.reviewing import Reviewing, reviews
from game.analysis.sellers import RandomSeller
from game.analysis.solver import Solver
from game.analysis.valuation import Valuation
from game.content.loading import load_scenario
from game.engine.conversation import Conversation, Step
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import Marks, score
from game.engine.state import State
from game.engine.traits import Trait
from tests.analysis.plain import PlainSolver, PlainValues
from tests.laws.playing import SOME, said, talks
from tests.strategies import scenarios, seeds
from tools.shipped import psychology

SCENARIOS = scenarios(psychology(), customers=3)
PICKS = st.lists(st.integers(0, 3), min_size=10, max_size=10)
EVERYTHING = 10**9
LADDER = "tests/analysis/scenarios/the-ladder.yaml"
NOBODY = Crowd((), ())


@dataclass(frozen=True, slots=True)
class Guesser:
    """Takes the score as it stands for the value, give or take; quick, and wrong as a sample may be."""

    rules: Rules
    margin: float = 0.0

    def values(self, state: State) -> PlainValues:
        """Values of positions."""
        marks = Marks(self.rules).total(state)
        exact = np.full(state.plays, self.margin == 0)
        return PlainValues(marks / 2 + 250, marks, exact, np.full(state.plays, self.margin))

    def ceilings(self, state: State) -> NDArray[np.int32]:
        """The same."""
        return Marks(self.rules).total(state)

    def imagined(self, state: State) -> NDArray[np.float64]:
        """The same, and a little for trust."""
        marks: NDArray[np.float64] = Marks(self.rules).total(state) / 2 + 250
        marks += state.mind[Trait.TRUST, 0] / 100
        return marks


def guessed(conversation: Conversation, margin: float = 0.0) -> Reviewing:
    """A review whose values are guesses, with nobody to compare with."""
    reviewing = Reviewing(conversation, Guesser(conversation.rules, margin))
    reviewing.crowd = NOBODY
    return reviewing


@cache
def ladder() -> Scenario:
    """A small scenario."""
    scenario = load_scenario(LADDER).scenario
    assert scenario is not None
    return scenario


@cache
def solver() -> Solver:
    """What solves it exactly."""
    return Solver(Rules(ladder()), budget=EVERYTHING)


@cache
def ladder_talk(seed: int, *picks: int) -> Conversation:
    """A conversation of it, to its end."""
    return talks(ladder(), seed, picks)[-1]


@cache
def looked_at(conversation: Conversation) -> Review:
    """The exact review of one of its conversations."""
    reviewing = Reviewing(conversation, solver())
    reviewing.crowd = NOBODY
    *_, review = reviews(reviewing)
    return review


@given(SCENARIOS, seeds(), PICKS, st.sampled_from((0.0, 40.0)))
@SOME
def test_skill_and_news_sum_to_the_score(
    scenario: Scenario, seed: int, picks: list[int], margin: float
) -> None:
    conversation = talks(scenario, seed, picks)[-1]
    *_, review = reviews(guessed(conversation, margin))
    assert review.finished
    assert review.length == len(review.turns) == conversation.turn
    assert review.ended == (conversation.outcome is not None)
    reached = review.turns[-1].after.value
    if conversation.outcome is not None:
        assert reached == review.score == score(conversation).total
    assert reached - review.turns[0].before.value == pytest.approx(review.skill + review.news, abs=1e-6)
    for turn in review.turns:
        assert turn.skill == pytest.approx(turn.said.value - turn.before.value, abs=1e-9)
        assert turn.news == pytest.approx(turn.after.value - turn.said.value, abs=1e-9)
    for turn, following in pairwise(review.turns):
        assert turn.after == following.before
    assert all(before is not None and after is not None for before, after in pairwise(review.ceilings))
    assert sorted(review.ceilings, key=lambda top: -(top or 0)) == list(review.ceilings), "they only fall"
    assert review.best_attainable == review.ceilings[0]


@given(SCENARIOS, seeds(), PICKS, st.sampled_from((0.0, 40.0)))
@SOME
def test_every_line_on_offer_is_valued_and_judged_by_one_table(
    scenario: Scenario, seed: int, picks: list[int], margin: float
) -> None:
    passed = talks(scenario, seed, picks)
    *_, review = reviews(guessed(passed[-1], margin))
    for before, turn in zip(passed, review.turns, strict=False):
        assert {each.line for each in turn.alternatives} == {line.id for line in before.offers()}
        best = max(each.worth.value for each in turn.alternatives)
        for each in turn.alternatives:
            assert each.loss == best - each.worth.value >= 0
            assert each.judgement is judged(each.loss, turn.margin)
            assert each.judgement is Judgement.BEST or each.loss > turn.margin, "more than is proved"
        accepted = [each.loss for each in turn.alternatives if not each.judgement.fault]
        faults = [each.loss for each in turn.alternatives if each.judgement.fault]
        assert max(accepted) < min(faults, default=1_001), "what is accepted is never worse than a mistake"
        mine = next(each for each in turn.alternatives if each.line == turn.line)
        assert (turn.loss, turn.judgement, turn.said) == (mine.loss, mine.judgement, mine.worth)
        assert (turn.why is not None) == turn.judgement.fault


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_it_grows_from_the_last_line_backwards(scenario: Scenario, seed: int, picks: list[int]) -> None:
    conversation = talks(scenario, seed, picks)[-1]
    grown = list(reviews(guessed(conversation)))
    assert not grown[0].turns
    assert [review.finished for review in grown[:-1]] == [False] * (len(grown) - 1)
    for before, after in pairwise(grown):
        assert after.first <= before.first
        assert [turn.turn for turn in after.turns] == list(range(after.first, conversation.turn + 1))
    whole = grown[-1]
    for part in grown:
        for turn in part.turns:
            final = whole.turn(turn.turn)
            assert final is not None
            assert replace(final, why=None) == replace(turn, why=None), "what was said stays so"


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_made_while_one_talks_it_is_the_same(scenario: Scenario, seed: int, picks: list[int]) -> None:
    passed = talks(scenario, seed, picks)
    live = guessed(passed[0])
    for conversation in passed[1:]:
        while live.work():
            pass
        live.said(conversation.reactions[-1].line)
    *_, review = reviews(live)
    *_, whole = reviews(guessed(passed[-1]))
    assert review == whole


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_the_causes_of_a_difference_sum_to_it(scenario: Scenario, seed: int, picks: list[int]) -> None:
    passed = talks(scenario, seed, picks)
    *_, review = reviews(guessed(passed[-1]))
    for before, turn in zip(passed, review.turns, strict=False):
        if turn.why is None:
            continue
        step, better = before.say(turn.line), before.say(turn.why.better)
        assert isinstance(step, Step)
        assert isinstance(better, Step)
        people = before.scenario.people
        totals = {(each.trait, each.person): 0 for each in turn.why.differences}
        for each in turn.why.differences:
            totals[each.trait, each.person] += each.amount
        for (trait, person), total in totals.items():
            at = [each.id for each in people].index(person)
            after = [side.conversation.state.mind[trait, at, 0] for side in (better, step)]
            assert int(after[0]) - int(after[1]) == total
        weights = [abs(each.amount) for each in turn.why.differences]
        assert weights == sorted(weights, reverse=True)
        assert turn.why.continuation[0] == turn.why.better


@given(SCENARIOS, seeds(), PICKS)
@SOME
def test_the_parts_of_a_loss_sum_to_it(scenario: Scenario, seed: int, picks: list[int]) -> None:
    *_, review = reviews(guessed(talks(scenario, seed, picks)[-1]))
    for turn in review.turns:
        if turn.why is None:
            continue
        *named, rest = turn.why.parts
        assert sum(part.points for part in turn.why.parts) == pytest.approx(turn.loss, abs=1e-9)
        assert rest.name is None
        names = [part.name for part in named]
        assert None not in names
        assert len(set(names)) == len(names) <= MOST_PARTS
        sizes = [abs(part.points) for part in named]
        assert sizes == sorted(sizes, reverse=True)


def test_parts_of_two_first_lines_sum_and_a_line_loses_nothing_against_itself() -> None:
    rules = solver().rules
    known = before_a_word(ladder_talk(3))
    valuation = Valuation(rules, solver())
    for better, said_ in permutations(Position.of(ladder_talk(3), known, ()).offers, 2):
        valuation.value(
            [(better,), (said_,)], [rules.advance(known.state, index).state for index in (better, said_)]
        )
        loss = worth(valuation, known, (better,), 0).value - worth(valuation, known, (said_,), 0).value
        parts = loss_parts(valuation, known, (), better, said_, loss)
        assert sum(part.points for part in parts) == pytest.approx(loss, abs=1e-9)
        assert loss_parts(valuation, known, (), better, better, 0.0) == (Part(None, 0.0),)


@pytest.mark.parametrize("seed", [1, 2, 3, 5])
def test_best_play_goes_on_by_what_could_be_known(seed: int) -> None:
    looked = 0
    for pick in range(3):
        conversation = ladder_talk(seed, *[pick] * 8)
        passed = talks(ladder(), seed, [pick] * 8)
        for turn in looked_at(conversation).turns:
            if turn.why is None:
                continue
            first, *onward = turn.why.continuation
            assert first == turn.why.better
            now = said(passed[turn.turn - 1], first)
            for line in onward:
                judged_ = looked_at(said(now, line)).turns[-1]
                assert judged_.line == line
                assert judged_.loss == 0, "nothing more was to be expected of another line"
                now, looked = said(now, line), looked + 1
    assert looked, "some best play went on"


@pytest.mark.parametrize("seed", [1, 2, 3, 5])
def test_of_a_solved_conversation_the_ceiling_is_kept(seed: int) -> None:
    conversation = ladder_talk(seed, 2, 0, 1, 1, 0, 2, 1, 0)
    review = looked_at(conversation)
    assert review.exact
    assert review.margin == 0
    tops = [top for top in review.ceilings if top is not None]
    assert len(tops) == review.length + 1
    assert all(before >= after for before, after in pairwise(tops))
    assert tops[-1] == review.score
    assert tops[0] == review.best_attainable
    met = np.full(400, conversation.customer, np.int32)
    assert play(conversation.rules, RandomSeller(), met).score.max() <= review.best_attainable
    for turn in review.turns:
        assert max(each.worth.ceiling for each in turn.alternatives) == turn.before.ceiling
        assert turn.after.ceiling == turn.said.ceiling


@pytest.mark.parametrize("customer", [0, 1, 2, 3])
def test_best_play_loses_nothing_when_the_customer_is_known(customer: int) -> None:
    scenario = ladder()
    now = Conversation.begin(scenario, seed_for(scenario, customer))
    way, promised = solver().best_line(now.state)
    for index in way:
        now = said(now, now.rules.lines.lines[index].id)
    assert now.outcome is not None
    assert score(now).total == promised
    review = looked_at(now)
    assert review.score == promised == review.best_attainable
    assert review.no_return is None or promised < review.pass_mark


def test_the_point_of_no_return_is_the_first_turn_without_a_way_back() -> None:
    found = 0
    for seed in range(4):
        for pick in range(3):
            review = looked_at(ladder_talk(seed, *[pick] * 8))
            lost = [turn.turn for turn in review.turns if turn.after.ceiling < review.pass_mark]
            possible = review.best_attainable >= review.pass_mark
            assert review.no_return == (lost[0] if lost and possible else None)
            found += review.no_return is not None
    assert found, "some of these were lost"


def test_a_value_is_as_sure_as_those_of_whom_it_could_be() -> None:
    """Errors with different customers are independent: their squares add up, weighed by the shares."""
    begun = Conversation.begin(ladder(), 1)
    known = before_a_word(begun)
    valuation = Valuation(begun.rules, Guesser(begun.rules, 40.0))
    valuation.value([()], [known.state])
    found = worth(valuation, known, (), 900.0)
    assert len(known.shares) > 1
    assert found.margin == pytest.approx(hypot(*(known.shares * 40)))
    assert found.value == pytest.approx(float(known.shares @ Guesser(begun.rules).values(known.state).steady))
    assert (found.ceiling, found.exact) == (900.0, False)


def test_a_pass_that_can_just_be_reached_is_not_lost() -> None:
    """The pass mark moved to each ceiling of a conversation, and a point above it."""
    talk = ladder_talk(3, *[2, 0, 1] * 3)
    first = Reviewing(talk, solver())
    first.crowd = NOBODY
    *_, known = reviews(first)
    ceilings = [known.best_attainable, *(turn.after.ceiling for turn in known.turns)]
    assert len(set(ceilings)) > 2
    for passing in {int(top) + more for top in ceilings for more in (0, 1)}:
        rubric = replace(ladder().rubric, passing=passing)
        same = Conversation.begin(replace(ladder(), rubric=rubric), talk.seed)
        for reaction in talk.reactions:
            same = said(same, reaction.line)
        lost = [turn for turn, each in enumerate(ceilings) if each < passing]
        review = Reviewing(same, solver(), first.valuation).review()
        assert review.no_return == (lost[0] if lost and lost[0] else None)


def test_the_percentile_is_among_those_who_met_the_same_customer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The crowd of another customer says something else of the same score."""
    others = {0: (1_000,) * 3, 1: (0, 0, 1_000), 2: (0, 1_000, 1_000), 3: (0,) * 3}
    monkeypatch.setattr(Crowd, "met", lambda _, customer: Crowd(others[customer], others[customer][:1]))
    for customer, share in enumerate((0.0, 200 / 3, 100 / 3, 100.0)):
        talk = ladder_talk(seed_for(ladder(), customer), *[2, 1, 0] * 3)
        assert 0 < score(talk).total < 1_000
        *_, review = reviews(Reviewing(talk, solver()))
        assert review.percentile == pytest.approx(share)
        assert review.class_percentile == (0.0 if customer == 0 else 100.0)
        assert review.others == (3, 1)


def test_two_seeds_with_the_same_customer_agree() -> None:
    first = seed_for(ladder(), 2)
    second = seed_for(ladder(), 2, first + 1)
    one, other = (looked_at(ladder_talk(seed, *[2, 1, 0] * 3)) for seed in (first, second))
    assert one == replace(other, seed=first)


def test_turning_points_are_the_dearest_faults() -> None:
    review = looked_at(ladder_talk(3, 2, 0, 1, 1, 0, 2))
    losses = [turn.loss for number in review.turning if (turn := review.turn(number)) is not None]
    assert losses == sorted(losses, reverse=True)
    others = [t.loss for t in review.turns if t.turn not in review.turning and t.judgement.fault]
    assert not others or max(others) <= min(losses)


def test_what_is_known_is_not_solved_again() -> None:
    conversation = ladder_talk(3, 2, 0, 1, 1, 0, 2)
    before = PlainSolver(conversation.rules)
    first = Reviewing(conversation, before)
    first.crowd = NOBODY
    *_, review = reviews(first)
    kept = json.loads(json.dumps(first.valuation.to_json()))
    again = PlainSolver(conversation.rules)
    second = Reviewing(conversation, again)
    second.crowd = NOBODY
    second.valuation.remember(kept)
    *_, same = reviews(second)
    assert again.asked == 0
    assert same == review
    assert before.asked > 0
    other = looked_at(conversation)
    for plain, quick in zip(review.turns, other.turns, strict=True):
        assert plain.judgement is quick.judgement
        assert plain.before.ceiling == quick.before.ceiling
        assert plain.before.value == pytest.approx(quick.before.value, abs=0.01)


@pytest.mark.parametrize(
    "damaged",
    [{}, {"values": [], "imagined": [1]}, {"values": [[1, 2]]}, {"values": [[1, "x", 1, 1, 1, 1]]}],
)
def test_damaged_values_are_refused(damaged: dict[str, object]) -> None:
    conversation = Conversation.begin(ladder(), 1)
    valuation = Reviewing(conversation, PlainSolver(conversation.rules)).valuation
    with pytest.raises((KeyError, TypeError, ValueError)):
        valuation.remember(damaged)
    assert valuation.know(0, ()) is None


def test_a_review_survives_being_written_down() -> None:
    review = next(review for pick in range(3) if (review := looked_at(ladder_talk(1, *[pick] * 8))).turning)
    assert review_from_json(json.loads(json.dumps(review_to_json(review)))) == review


def test_a_percentile_counts_equals_half() -> None:
    assert percentile((), 5) is None
    assert percentile((1, 2, 3, 4), 0) == 0
    assert percentile((1, 2, 3, 4), 9) == 100
    assert percentile((1, 2, 2, 3), 2) == 50
    assert Crowd((1, 2, 3, 4), ()).percentiles(3) == (62.5, None)


def test_others_met_the_same_customer() -> None:
    rules = Rules(ladder())
    crowd = Crowd.met(rules, 2, random_plays=50, class_plays=18)
    assert (len(crowd.random), len(crowd.trained)) == (50, 18)
    assert list(crowd.random) == sorted(crowd.random)
    assert crowd == Crowd.met(rules, 2, random_plays=50, class_plays=18)
