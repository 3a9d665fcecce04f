"""How long a review of twelve turns takes: with nothing known, with everything, and made while one talks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from numpy.typing import NDArray

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
        begun = _now()
        first = ceilings = None
        review = None
        for review in Assessor(talk, home).reviews():
            if first is None and review.turns:
                first = _now() - begun
            if ceilings is None and None not in review.ceilings:
                ceilings = _now() - begun
        cold = _now() - begun
        assert review is not None
        assert first is not None
        assert ceilings is not None
        begun = _now()
        *_, again = Assessor(talk, home).reviews()
        warm = _now() - begun
    assert again == review
    along = made_along(talk)
    lines = sum(len(turn.alternatives) for turn in review.turns)
    return [
        Figure("turns", review.length, ""),
        Figure("lines_on_offer", lines, ""),
        Figure("exact_turns", sum(turn.exact for turn in review.turns), ""),
        Figure("widest_margin", review.margin, "points"),
        Figure("cold_first_judgement", first[0] * 1_000, "ms", at_most=150),
        Figure("cold_ceilings", ceilings[0], "s", at_most=6),
        Figure("cold_all_customers", cold[0], "s", at_most=60),
        Figure("warm", warm[0], "s", at_most=1),
        Figure("cold_first_judgement_processor", first[1] * 1_000, "ms"),
        Figure("cold_ceilings_processor", ceilings[1], "s"),
        Figure("cold_all_customers_processor", cold[1], "s"),
        Figure("warm_processor", warm[1], "s"),
        Figure("after_the_last_line", along, "s", at_most=1),
    ]


def _now() -> NDArray[np.float64]:
    """Seconds on the wall's clock and of this process, which a busy machine does not stretch."""
    return np.array([perf_counter(), process_time()])


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
