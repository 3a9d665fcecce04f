"""Proofs: what is met is what conversations come to, values are the solver's, searches find things."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.batch import play
from game.analysis.points import POINT
from game.analysis.proofs import Proof, proof_from_json
from game.analysis.proofs_breeding import bred
from game.analysis.proofs_choices import Choices, dominated, favourites
from game.analysis.proofs_corners import cornered
from game.analysis.proofs_figures import pass_mark, reach
from game.analysis.proofs_search import searched
from game.analysis.proofs_shortcuts import shortcut, tactic_shares
from game.analysis.proofs_sightings import Name, Sight, Sightings, Witness, authored
from game.analysis.proofs_walk import walked
from game.analysis.sellers import RandomSeller
from game.analysis.solver import Solver
from game.content.loading import load_scenario
from game.content.scenario_reader import read_source_text
from game.content.source import Source
from game.engine.conversation import Conversation, Step
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import score
from tests.content.readings import ROOT, model

UMBRELLA = "tests/command_line/scenarios/wet-umbrella.yaml"
SMALLEST = "scenarios/examples/smallest.yaml"


def scenario(name: str) -> Scenario:
    loaded = load_scenario(ROOT / name).scenario
    assert loaded is not None
    return loaded


def made(text: str) -> Scenario:
    reading = read_source_text(Source("made.yaml", text), model())
    assert reading.scenario is not None, [one.rendered() for one in reading.diagnostics]
    return reading.scenario


def conversations(about: Scenario) -> Iterator[Conversation]:
    """Every conversation there is as it goes on, by the engine's own verbs."""
    rules = Rules(about)
    seeds = {Conversation.begin(about, seed, rules=rules).customer: seed for seed in range(200)}
    waiting = [Conversation.begin(about, seed, rules=rules) for seed in seeds.values()]
    while waiting:
        one = waiting.pop()
        yield one
        for line in one.offers():
            step = one.say(line.id)
            assert isinstance(step, Step)
            waiting.append(step.conversation)


def seen_in(one: Conversation) -> set[Name]:
    """What the last turn of a conversation shows."""
    found = {(Sight.LINE, line.id) for line in one.offers()}
    if one.greeting is not None:
        found.add((Sight.REPLY, one.greeting))
    if one.reactions:
        last = one.reactions[-1]
        if last.reply is not None and not last.reply.startswith("bank/"):
            found.add((Sight.REPLY, last.reply))
        if last.thought is not None:
            found.add((Sight.THOUGHT, last.thought))
    if one.outcome is not None:
        found.add((Sight.ENDING, one.outcome.ending))
        if one.outcome.epilogue is not None:
            found.add((Sight.EPILOGUE, one.outcome.epilogue))
    return found


def lived(about: Scenario, shown: Witness) -> list[Conversation]:
    """A play as it goes on."""
    course = [Conversation.begin(about, shown.seed)]
    for line in shown.said:
        step = course[-1].say(line)
        assert isinstance(step, Step), line
        course.append(step.conversation)
    return course


@pytest.mark.parametrize("name", [UMBRELLA, SMALLEST, "tests/content/ten-minutes.yaml"])
def test_what_is_met_is_what_conversations_come_to(name: str) -> None:
    about = scenario(name)
    met: set[Name] = set()
    count = 0
    for one in conversations(about):
        met |= seen_in(one)
        count += 1
    sightings = Sightings(Rules(about))
    whole = walked(sightings, 10_000)
    assert whole is not None and whole.positions == count
    # One conversation tells one of the stories that fit; which ones fit is told by all of them together.
    assert {name for name in sightings.witnesses if name[0] is not Sight.EPILOGUE} == {
        name for name in met if name[0] is not Sight.EPILOGUE
    }
    assert set(sightings.witnesses) >= met
    assert set(sightings.missing()) == set(authored(about)) - set(sightings.witnesses)


@pytest.mark.parametrize("name", [UMBRELLA, SMALLEST])
def test_every_play_shows_what_it_is_said_to_show(name: str) -> None:
    about = scenario(name)
    sightings = Sightings(Rules(about))
    assert walked(sightings, 10_000) is not None
    for (sight, id_), shown in sightings.witnesses.items():
        *before, last = lived(about, shown)
        assert last.customer == shown.customer
        if sight is Sight.LINE:
            assert shown.said[-1] == id_ and id_ in {line.id for line in before[-1].offers()}
        else:
            assert (sight, id_) in seen_in(last), (sight, id_)


def test_the_walk_gives_the_values_of_the_solver() -> None:
    about = scenario(UMBRELLA)
    rules = Rules(about)
    whole = walked(Sightings(rules), 10_000)
    assert whole is not None
    solver = Solver(rules)
    begun = rules.fresh(np.arange(about.customers, dtype=np.int32))
    assert list(whole.ceilings) == solver.values(begun).ceiling.tolist()
    roots = [at for at in range(whole.choices.count) if not whole.choices.way(at)]
    assert len(roots) == about.customers
    for at in roots:
        one = rules.fresh(whole.choices.customer[at : at + 1])
        for slot, line in enumerate(whole.choices.offered[:, at].tolist()):
            if line >= 0:
                after = rules.advance(one, line).state
                assert whole.choices.value[slot, at] == solver.values(after).steady[0] * POINT


def test_the_best_plays_reach_their_ceilings() -> None:
    about = scenario(SMALLEST)
    whole = walked(Sightings(Rules(about)), 10_000)
    assert whole is not None
    for customer, (said, ceiling) in enumerate(zip(whole.best, whole.ceilings, strict=True)):
        seed = next(s for s in range(200) if Conversation.begin(about, s).customer == customer)
        last = lived(about, Witness(seed, customer, said))[-1]
        assert last.outcome is not None and score(last).total == ceiling


def test_a_tree_that_is_too_large_is_given_up() -> None:
    sightings = Sightings(Rules(scenario(UMBRELLA)))
    assert walked(sightings, 20) is None
    assert sightings.witnesses  # what was met until then is kept


WIDE = """\
rapport: 1
id: wide
languages: [en]
title: {en: Wide}
turns: 10
customer: {en: Lin Yue, disc: D55 C30 S10 I5, hidden: {trust: 30}}
beats:
  talk:
    then: talk
    lines:
LINES
    replies:
      - {when: [said line-9, said line-3, said line-7, not said line-0], en: Open sesame.}
      - {en: Go on.}
endings:
  done: {stage: interest, en: The door closes.}
"""
LOCKED = WIDE.replace(
    "LINES", "\n".join(f"      line-{n}: {{en: Line {n}., does: [listen]}}" for n in range(12))
)


def test_a_search_finds_what_hardly_anybody_says() -> None:
    about = made(LOCKED)
    sightings = Sightings(Rules(about))
    hidden = (Sight.REPLY, "talk/1")
    searched(sightings, [hidden], 0)
    assert hidden in sightings.witnesses
    assert lived(about, sightings.witnesses[hidden])[-1].reactions[-1].reply == "talk/1"


def test_a_script_is_bred_towards_what_only_an_order_of_lines_brings() -> None:
    asked = "not said line-0, said line-9, said line-3, said line-7, said line-10, not said line-1"
    about = made(LOCKED.replace("said line-9, said line-3, said line-7, not said line-0", asked))
    sightings = Sightings(Rules(about))
    hidden = (Sight.REPLY, "talk/1")
    assert bred(sightings, [hidden], 3_000, 1) <= 3_000
    assert lived(about, sightings.witnesses[hidden])[-1].reactions[-1].reply == "talk/1"


def test_customers_at_the_edges_are_at_the_ends_of_what_is_hidden() -> None:
    about = scenario(UMBRELLA)
    edges = list(cornered(about))
    assert len(edges) == 6
    for one, pick in zip(edges[:2], ("low", "high"), strict=True):
        for person, usual in zip(one.people, about.people, strict=True):
            for trait, span in person.hidden.items():
                assert span.low == span.high == getattr(usual.hidden[trait], pick)
    assert {one.people[0].disc.index(1_000) for one in edges[2:]} == {0, 1, 2, 3}


def choices(offered: list[list[int]], value: list[list[int]], customers: list[int]) -> Choices:
    worth = np.array(value, np.int64).T
    worth = np.where(worth >= 0, worth * POINT, worth)
    return Choices(np.array(customers, np.int32), np.array(offered, np.int32).T, worth, True, lambda _: ())


def test_a_line_is_dominated_where_another_is_better_nearly_everywhere() -> None:
    rows = [[0, 1, -1, -1]] * 10
    always = choices(rows, [[100, 110, -1, -1]] * 10, [0] * 10)
    (one,) = dominated(always, 2)
    assert (one.line, one.by, one.places, one.share, one.lost) == (0, 1, 10, 1.0, 10.0)
    sometimes = choices(rows, [[100, 110, -1, -1]] * 8 + [[110, 100, -1, -1]] * 2, [0] * 10)
    assert dominated(sometimes, 2) == []
    hardly = choices(rows, [[100, 104, -1, -1]] * 10, [0] * 10)
    assert dominated(hardly, 2) == []
    seldom = choices(rows[:7], [[100, 110, -1, -1]] * 7, [0] * 7)
    assert dominated(seldom, 2) == []


def test_a_favourite_is_best_with_every_customer() -> None:
    rules = Rules(made(LOCKED))
    rows = [[0, 1, 2, -1]] * 16
    customers = [at % 2 for at in range(16)]
    everybody = choices(rows, [[300, 200, 100, -1]] * 16, customers)
    (one,) = favourites(rules, everybody)
    assert (one.line, one.places, one.least, one.ahead) == (0, 16, 1.0, 100.0)
    some = choices(rows, [[300, 200, 100, -1], [100, 200, 300, -1]] * 8, customers)
    assert favourites(rules, some) == []
    of_two = choices([[0, 1, -1, -1]] * 16, [[300, 200, -1, -1]] * 16, customers)
    assert favourites(rules, of_two) == []


@given(
    st.lists(st.integers(1, 1_000), min_size=20, max_size=80),
    st.integers(1, 99),
    st.integers(1, 1_000),
)
def test_no_other_pass_mark_comes_nearer_to_the_rate(scores: list[int], rate: int, written: int) -> None:
    counts = np.bincount(scores, minlength=1_001)
    mark = pass_mark(counts, rate / 100, written)

    def far(at: int) -> float:
        return abs(sum(one >= at for one in scores) / len(scores) - rate / 100)

    assert far(mark.mark) <= min(far(at) for at in range(1, 1_001)) + 1e-9
    assert mark.low <= mark.mark <= mark.high
    assert mark.rate.value == pytest.approx(sum(one >= written for one in scores) / len(scores))
    if abs(mark.rate.value - rate / 100) <= 0.05:
        assert mark.near


@given(st.floats(-0.99, 0.99), st.integers(5, 5_000))
def test_a_correlation_lies_within_its_interval(r: float, count: int) -> None:
    low, high = reach(r, count)
    assert -1 < low <= r <= high < 1


def test_one_tactic_and_few_lines() -> None:
    rules = Rules(made(LOCKED))
    assert tactic_shares(rules, ["line-1", "line-2"]) == {"listen": 1.0}
    easy = Rules(made(LOCKED.replace("endings:", "rubric: {pass: 1}\nendings:")))
    anybody = play(easy, RandomSeller(), np.arange(80, dtype=np.int32) % 8)
    found = shortcut(easy, anybody)
    assert found is not None and found.lines == () and found.passed == 1.0
    hard = Rules(made(LOCKED.replace("endings:", "rubric: {pass: 1000}\nendings:")))
    assert shortcut(hard, anybody) is None


def test_a_proof_survives_being_kept() -> None:
    about = scenario(UMBRELLA)
    sightings = Sightings(Rules(about))
    walked(sightings, 10_000)
    proof = Proof("wet-umbrella", "f" * 64, True, 84, met=dict(sightings.witnesses), scores={331: 4})
    proof.unmet, proof.endings = sightings.missing(), {"dated": (1, 2)}
    plain = json.loads(json.dumps(proof.to_json()))
    assert proof_from_json(plain) == proof
    assert proof_from_json({**plain, "version": -1}) is None
    assert proof_from_json({**plain, "met": {"nonsense x": {}}}) is None


def test_how_likely_marks_fall_on_best_lines_by_chance() -> None:
    from game.authoring.prove_tells import _tail

    chances = [0.5, 0.25, 0.3, 0.2]
    for count in range(5):
        exact = sum(
            np.prod([c if hit else 1 - c for c, hit in zip(chances, hits, strict=True)])
            for hits in product((True, False), repeat=4)
            if sum(hits) >= count
        )
        assert _tail(chances, count) == pytest.approx(exact)
