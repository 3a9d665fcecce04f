"""How long a review of twelve turns takes: with nothing known, with everything, and made while one talks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter, process_time

from game.analysis.reviewing import Reviewing, reviews
from game.analysis.solver import Solver
from game.command_line.assessing import Assessor
from game.engine.conversation import Conversation, Step
from game.engine.luck import drawn
from game.engine.rules import Rules
from tools.benches.report import Figure
from tools.shipped import scenario

SCENARIO = "seven-seconds"
TURNS = 12


def measure() -> list[Figure]:
    """A conversation of twelve turns, reviewed with nothing known, with everything known, and all along."""
    rules = Rules(scenario(SCENARIO))
    talk = conversation(rules)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        begun, worked = perf_counter(), process_time()
        first = ceilings = 0.0
        review = None
        for review in Assessor(talk, home).reviews():
            now = perf_counter() - begun
            first = first or (now if review.turns else 0.0)
            ceilings = ceilings or (now if None not in review.ceilings else 0.0)
        cold, worked = perf_counter() - begun, process_time() - worked
        assert review is not None
        begun = perf_counter()
        *_, again = Assessor(talk, home).reviews()
        warm = perf_counter() - begun
    assert again == review
    along = made_along(talk)
    lines = sum(len(turn.alternatives) for turn in review.turns)
    return [
        Figure("turns", review.length, ""),
        Figure("lines_on_offer", lines, ""),
        Figure("exact_turns", sum(turn.exact for turn in review.turns), ""),
        Figure("widest_margin", review.margin, "points"),
        Figure("cold_first_judgement", first * 1_000, "ms", at_most=150),
        Figure("cold_ceilings", ceilings, "s", at_most=6),
        Figure("cold_all_customers", cold, "s", at_most=60),
        Figure("cold_processor_time", worked, "s"),
        Figure("warm", warm, "s", at_most=1),
        Figure("after_the_last_line", along, "s", at_most=1),
    ]


def conversation(rules: Rules) -> Conversation:
    """The first conversation of twelve turns, by luck."""
    return next(talk for seed in range(1_000) if (talk := _played(rules, seed)).turn == TURNS)


def _played(rules: Rules, seed: int) -> Conversation:
    """A conversation in which luck chooses the lines."""
    now = Conversation.begin(rules.scenario, seed, rules=rules)
    while now.outcome is None:
        offers = now.offers()
        step = now.say(offers[drawn(seed, "bench", now.turn) % len(offers)].id)
        assert isinstance(step, Step)
        now = step.conversation
    return now


def made_along(talk: Conversation) -> float:
    """Seconds from the last line to the whole review, when everything before had time to be looked at."""
    start = Conversation.begin(talk.scenario, talk.seed, talk.start, talk.rules)
    reviewing = Reviewing(start, Solver(talk.rules))
    for reaction in talk.reactions:
        while reviewing.work():
            pass
        begun = perf_counter()
        reviewing.said(reaction.line)
    *_, review = reviews(reviewing)
    assert review.finished
    return perf_counter() - begun
