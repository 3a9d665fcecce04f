"""How many conversations a second are played at once, against the same ones played one by one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from time import process_time

import numpy as np

from game.analysis.batch import followed, play
from game.analysis.sellers import LISTENER, RandomSeller
from game.analysis.tallies import tallied
from game.engine.conversation import Conversation, Step
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.state import State
from game.engine.traits import Ints, Places
from tools.benches.report import ROOT, Figure
from tools.benches.timing import in_turn, median
from tools.shipped import scenario

PLAYS = 8_000
"""Conversations in a batch: one block."""

TOGETHER = 262_144
"""Conversations that share their past, as in a block of a large simulation."""

SINGLES = 20
ROUNDS = 3
SCENARIO = "seven-seconds"
MANY = 1_000_000
"""Conversations that `rapport simulate` has to play in a quarter of a minute."""


def measure() -> list[Figure]:
    """Plays and turns a second of a batch, how much faster it is than single ones, and a whole simulation."""
    rules = Rules(scenario(SCENARIO))
    customers = np.arange(PLAYS, dtype=np.int32) % rules.scenario.customers
    plays = play(rules, RandomSeller(), customers)
    turns = int(plays.state.turn.sum())
    random, listener, counting, singles = in_turn(
        [
            lambda: play(rules, RandomSeller(), customers),
            lambda: play(rules, LISTENER, customers),
            lambda: tallied(rules, plays),
            lambda: one_by_one(rules, plays.moves[:, :SINGLES]),
        ],
        ROUNDS,
    )
    batch = median(random)
    numbers, lived = np.arange(TOGETHER), [0]

    def watch(state: State, _plays: Places) -> None:
        lived[0] += state.plays

    begun = process_time()
    met = (numbers % rules.scenario.customers).astype(np.int32)
    courses = followed(rules, RandomSeller(), met, numbers, watch=watch)
    worked = process_time() - begun
    whole = simulated(MANY)
    return [
        Figure("plays", PLAYS, ""),
        Figure("turns", turns, ""),
        Figure("random_plays_per_second", PLAYS / batch, "1/s"),
        Figure("random_turns_per_second", turns / batch, "1/s"),
        # By the processor's time, which a busy machine hardly changes.
        Figure("random_choices_together_per_second", int(courses.length.sum()) / worked, "1/s"),
        # Conversations with the same customer and the same lines so far are one position, lived once.
        Figure("random_positions_together_per_second", lived[0] / worked, "1/s"),
        Figure("random_choices_to_positions", int(courses.length.sum()) / lived[0], "x"),
        Figure("listener_plays_per_second", PLAYS / median(listener), "1/s"),
        Figure("batch_to_single", (PLAYS / batch) / (SINGLES / median(singles)), "x"),
        Figure("counting_to_playing", median(counting) / batch, "x"),
        Figure("simulate_plays", whole["plays"], ""),
        Figure("simulate_processes", whole["processes"], ""),
        Figure("simulate_seconds", whole["seconds"], "s", at_most=15),
        # Without the time in which a busy machine did something else; of two processors together.
        Figure("simulate_processor_seconds", whole["work"], "s"),
        Figure("simulate_plays_per_second", whole["plays_per_second"], "1/s"),
        Figure("simulate_largest_process", whole["megabytes"], "MB"),
    ]


SIMULATE = """
import sys
from game.command_line.program import run
if __name__ == "__main__":
    code = run(sys.argv[1:])
    try:
        from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
    except ImportError:  # not on Windows
        used = []
    else:
        used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    print(max([0, *(each.ru_maxrss / 1024 for each in used)]), file=sys.stderr)
    print(sum(each.ru_utime + each.ru_stime for each in used), file=sys.stderr)
    sys.exit(code)
"""
"""`rapport simulate` as typed, with the memory of its largest process and the seconds of all processors."""


def simulated(plays: int) -> dict[str, float]:
    """A simulation on two processes: what its object says, and what it took."""
    words = ["simulate", SCENARIO, "--plays", str(plays), "--processes", "2", "--json"]
    answer = subprocess.run(
        [sys.executable, "-c", SIMULATE, *words],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told = json.loads(answer.stdout)
    return {
        **{name: float(told[name]) for name in ("plays", "processes", "seconds", "plays_per_second")},
        "megabytes": float(answer.stderr.splitlines()[-2]),
        "work": float(answer.stderr.splitlines()[-1]),
    }


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
