"""How many conversations a second are played at once, against the same ones played one by one."""

from __future__ import annotations

import numpy as np

from game.analysis.batch import play
from game.analysis.sellers import LISTENER, RandomSeller
from game.engine.conversation import Conversation, Step
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.traits import Ints
from tools.benches.report import Figure
from tools.benches.timing import in_turn, median
from tools.shipped import scenario

PLAYS = 8_000
"""Conversations in a batch: one block."""

SINGLES = 20
ROUNDS = 3
SCENARIO = "seven-seconds"


def measure() -> list[Figure]:
    """Plays and turns a second of a batch, and how much faster a batch is than single conversations."""
    rules = Rules(scenario(SCENARIO))
    customers = np.arange(PLAYS, dtype=np.int32) % rules.scenario.customers
    plays = play(rules, RandomSeller(), customers)
    turns = int(plays.state.turn.sum())
    random, listener, singles = in_turn(
        [
            lambda: play(rules, RandomSeller(), customers),
            lambda: play(rules, LISTENER, customers),
            lambda: one_by_one(rules, plays.moves[:, :SINGLES]),
        ],
        ROUNDS,
    )
    batch = median(random)
    return [
        Figure("plays", PLAYS, ""),
        Figure("turns", turns, ""),
        Figure("random_plays_per_second", PLAYS / batch, "1/s"),
        Figure("random_turns_per_second", turns / batch, "1/s"),
        Figure("listener_plays_per_second", PLAYS / median(listener), "1/s"),
        Figure("batch_to_single", (PLAYS / batch) / (SINGLES / median(singles)), "x"),
    ]


def one_by_one(rules: Rules, moves: Ints) -> None:
    """The plays of these moves (turn, play) as single conversations, play 0 with customer 0 and so on."""
    for number, play_moves in enumerate(moves.T):
        seed = seed_for(rules.scenario, number % rules.scenario.customers)
        conversation = Conversation.begin(rules.scenario, seed, rules=rules)
        for line in play_moves[play_moves >= 0]:
            step = conversation.say(rules.lines.lines[int(line)].id)
            if not isinstance(step, Step):
                raise RuntimeError(f"{line} was said in a batch and is refused alone: {step}")
            conversation = step.conversation
