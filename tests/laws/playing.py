"""Playing conversations to their end for the laws, one by one or many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
from hypothesis import settings

from game.engine.conversation import Conversation, Step
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.state import OPEN, State, together
from tests.length import examples

SOME = settings(max_examples=examples(30))
"""For laws that take a scenario: making one costs more than playing it."""


def said(conversation: Conversation, line: str) -> Conversation:
    """The conversation after a line that must be on offer."""
    step = conversation.say(line)
    assert isinstance(step, Step), f"{line} was on offer and is refused: {step}"
    return step.conversation


def talks(scenario: Scenario, seed: int, picks: Sequence[int]) -> list[Conversation]:
    """A conversation at every point from its beginning to its end, or until the picks run out.

    Args:
        scenario: what is played.
        seed: its luck.
        picks: for each turn a number that chooses among the lines on offer, in file order.
    """
    passed = [Conversation.begin(scenario, seed)]
    for pick in picks:
        places = passed[-1].rules.lines.index
        offers = sorted((line.id for line in passed[-1].offers()), key=places.__getitem__)
        if not offers:
            break
        passed.append(said(passed[-1], offers[pick % len(offers)]))
    return passed


def finished(
    rules: Rules, customers: Sequence[int], picks: Sequence[Sequence[int]], dtype: type = np.int32
) -> State:
    """Many plays at once to their end: row i meets `customers[i]` and chooses by `picks[i]`."""
    state = rules.fresh(np.array(customers, np.int32)).cast(dtype)
    for turn in range(max(len(row) for row in picks)):
        chosen = [choice(rules, state, play, picks[play], turn) for play in range(state.plays)]
        going = np.array([line != OPEN for line in chosen])
        if not going.any():
            break
        lines = np.array([line for line in chosen if line != OPEN], np.int32)
        state = merged(state, rules.advance(state.only(going), lines).state, going)
    return state


def choice(rules: Rules, state: State, play: int, picks: Sequence[int], turn: int) -> int:
    """The line a play says next, OPEN when it is over."""
    offers = rules.course.offers(state, play)
    return offers[picks[turn] % len(offers)] if offers and turn < len(picks) else OPEN


def merged(state: State, moved: State, going: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> State:
    """The plays of a mask replaced by what has become of them, the others as they were."""
    rest = iter(range(state.plays - moved.plays))
    still, at = state.only(~going), iter(range(moved.plays))
    return together(
        [
            moved.only(slice(p := next(at), p + 1)) if goes else still.only(slice(p := next(rest), p + 1))
            for goes in going
        ]
    )


def same(one: State, other: State) -> list[str]:
    """The names of the arrays in which two states differ, values and shapes (not types)."""
    return [f.name for f in fields(State) if not np.array_equal(getattr(one, f.name), getattr(other, f.name))]
