"""How fast many positions are reacted to and carried over a line, on one core, against passes over memory.

All positions stand at one beat of a scenario and meet one customer, as they do in the solver. Figures are
counted in processor time: a busy machine slows them less than a clock would say. The yardstick is one pass of
numpy over a row of as many whole numbers, an addition of two rows into a third.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import numpy as np

from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State, together
from game.engine.traits import Ints
from tools.benches.report import Figure
from tools.benches.timing import median

POSITIONS = 16_384
ROUNDS = 7
CUSTOMER = 2


def kernel(rules: Rules) -> list[Figure]:
    """Reactions and whole turns a second."""
    state, lines = standing(rules)
    some = lines[np.arange(POSITIONS) % len(lines)]
    person = int(rules.lines.person[lines[0]])
    marks = Marks(rules)

    def react(line: int | Ints) -> None:
        mind, profile = state.mind[:, person], state.profile[:, person]
        rules.psyche.react(state, rules.lines.said(line), person, mind, profile, causes=False)

    def turn(line: int) -> None:
        marks.total(rules.advance(state, line).state)
        rules.course.choices(state)

    row, other, out = state.mind[0, 0], state.mind[1, 0], np.empty(POSITIONS, np.int32)
    one = rate(lambda: react(int(lines[0])))
    passes = rate(lambda: np.add(row, other, out=out), times=200)
    return [
        Figure("positions", POSITIONS, ""),
        Figure("reactions_one_line_per_second", one, "1/s", at_least=1_500_000),
        Figure("reactions_line_per_row_per_second", rate(lambda: react(some)), "1/s", at_least=500_000),
        Figure("turns_one_line_per_second", rate(lambda: turn(int(lines[0]))), "1/s"),
        Figure("passes_of_a_row_in_a_reaction", passes / one, "x"),
    ]


def rate(work: Callable[[], object], times: int = 1) -> float:
    """Positions a second of one core, the median of some rounds."""
    work()
    taken = []
    for _ in range(ROUNDS):
        begun = process_time()
        for _ in range(times):
            work()
        taken.append(process_time() - begun)
    return POSITIONS * times / median(taken)


def standing(rules: Rules) -> tuple[State, Ints]:
    """Positions of one customer at the beat that most of them reach, and lines that all of them can say."""
    state = rules.fresh(np.full(1, CUSTOMER, np.int32))
    while state.plays < POSITIONS:
        offered, after = rules.course.choices(state), []
        for line in np.unique(offered[offered != OPEN]):
            those = np.flatnonzero((offered == line).any(axis=0))
            moved = rules.advance(state.only(those), int(line)).state
            after.append(moved.only(np.flatnonzero(moved.close == OPEN)))
        state = together(after)
    state = state.only(np.flatnonzero(state.beat == np.bincount(state.beat).argmax()))
    state = state.only(np.resize(np.arange(state.plays), POSITIONS))
    offered = rules.course.choices(state)
    lines = [int(line) for line in np.unique(offered[offered != OPEN])]
    everywhere = [line for line in lines if (offered == line).any(axis=0).all()]
    return state, np.array(everywhere or lines[:1], np.int32)
