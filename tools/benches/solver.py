"""What solving costs: exact trees of growing size, and what is sampled where they are too large.

The exact part is shipped scenarios cut to so many lines that their trees grow to some million positions (how
many changes with the scenario), each in a process of its own, so that its memory is its own;
`…_ten_million` is ten million times what one position of the largest takes. A scenario with bystanders costs
more than one in which two people talk. Times are processor time, of one core. One tree alone, also a larger
one (which takes minutes):

    python -m tools.benches.solver sixth-day 10        the tree of a scenario cut to ten lines
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from game.analysis.census import cut
from game.analysis.outlook import Outlook
from game.analysis.points import Whole
from game.analysis.probing import sizes
from game.analysis.rollouts import played
from game.analysis.sampling import sampled
from game.analysis.schooling import learned
from game.analysis.solver import AT_ONCE, Solver
from game.analysis.tree import Tree
from game.engine.rules import Rules
from game.engine.state import OPEN, State, together
from tools.benches.report import Figure
from tools.benches.timing import memory
from tools.shipped import scenario

ROOT = Path(__file__).resolve().parents[2]
SCENARIO = "seven-seconds"

TREES = {
    "small": (SCENARIO, 7),
    "middle": (SCENARIO, 10),
    "seven_seconds": (SCENARIO, 13),
    "too_complicated": ("too-complicated", 11),
    "sixth_day": ("sixth-day", 8),
}
"""Scenarios, and lines to which they are cut."""

LARGE = 3_000_000
"""Positions of a tree from which the time of ten million is told."""

TEN_MILLION = 10_000_000

COMPARED = 16
"""Positions in which sampled and exact values are compared."""


def measure() -> list[Figure]:
    """Exact solutions by size, what a sampled turn takes, and how far samples are from exact values."""
    figures = []
    for name, (scene, turns) in TREES.items():
        found = alone(scene, turns)
        each = found["seconds"] / found["positions"]
        figures += [
            Figure(f"{name}_positions", found["positions"], ""),
            Figure(f"{name}_time", found["seconds"], "s"),
            Figure(f"{name}_each", each * 1e6, "us"),
            Figure(f"{name}_memory", found["megabytes"], "MB", at_most=200),
        ]
        if found["positions"] > LARGE:
            figures.append(Figure(f"{name}_ten_million", each * TEN_MILLION, "s", at_most=15))
    return [*figures, Figure("sampled_above", AT_ONCE, ""), *_samples()]


def alone(scene: str, turns: int) -> dict[str, Any]:
    """A solution in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.benches.solver", scene, str(turns)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def solution(scene: str, turns: int) -> dict[str, float]:
    """Solve a scenario cut to so many lines: positions, processor seconds and memory used at most."""
    rules = Rules(cut(scenario(scene), turns))
    before, begun = memory(), process_time()
    found = Tree(rules).solved(rules.fresh(np.zeros(1, np.int32)))
    return {
        "positions": found.positions,
        "seconds": process_time() - begun,
        "megabytes": memory(),
        "megabytes_before": before,
    }


def _samples() -> list[Figure]:
    """What sampling takes and how good it is."""
    rules = Rules(scenario(SCENARIO))
    begun = process_time()
    outlook = learned(rules)
    learning = process_time() - begun
    turn = after_one_line(rules)
    begun = process_time()
    sample = sampled(outlook, turn)
    sampling = process_time() - begun
    solver = Solver(rules, outlook=outlook)
    begun = process_time()
    solver.ceilings(turn)
    searching = process_time() - begun
    some = compared(rules, outlook)
    exact, close = Tree(rules).solved(some), sampled(outlook, some)
    gap = (exact.steady - close.steady) / 1_000
    return [
        Figure("learning", learning, "s"),
        Figure("turn_positions", turn.plays, ""),
        Figure("turn_looked_at", sample.positions, ""),
        Figure("turn_sampled", sampling, "s"),
        Figure("turn_ceilings", searching, "s"),
        Figure("turn_margin", float(sample.margin.mean()) / 1_000, "points"),
        Figure("compared", some.plays, ""),
        Figure("compared_tree", exact.positions / some.plays, ""),
        Figure("missed", float(gap.mean()), "points"),
        Figure("off", float(np.abs(gap).mean()), "points"),
        Figure("inside", float((np.abs(gap) * 1_000 <= close.margin).mean()), ""),
        Figure("ceiling_missed", float((exact.ceiling - close.ceiling).mean()), "points"),
    ]


def after_one_line(rules: Rules) -> State:
    """What a turn of a review asks for: every line that can be said first, with every customer."""
    state = rules.fresh(np.arange(rules.scenario.customers, dtype=np.int32))
    parts = []
    for row in rules.course.choices(state):
        here = np.flatnonzero(row != OPEN)
        if len(here):
            parts.append(rules.advance(state.only(here), row[here]).state)
    after = together(parts)
    return after.only(np.flatnonzero(after.close == OPEN))


def compared(rules: Rules, outlook: Outlook) -> State:
    """Positions of plays with a trembling hand whose trees can be solved as well as sampled."""
    passed: list[State] = []

    def keep(_rows: Whole, state: State, _backed: Whole, _promise: Whole) -> None:
        passed.append(state)

    plays = np.arange(32)
    start = rules.fresh((plays % rules.scenario.customers).astype(np.int32))
    played(outlook, start, plays, 77, 1, plays % 10, keep)
    all_ = together(passed)
    size = sizes(rules, all_)
    fit = np.flatnonzero((size > AT_ONCE // 2) & (size < 2 * AT_ONCE))
    return all_.only(fit[np.linspace(0, len(fit) - 1, min(COMPARED, len(fit))).astype(np.int64)])


if __name__ == "__main__":
    print(json.dumps(solution(sys.argv[1], int(sys.argv[2]))))
