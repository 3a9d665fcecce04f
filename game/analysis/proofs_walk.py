"""All conversations of a small scenario, one after another: what they meet, and what every line is worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from game.analysis.points import POINT, Whole, backed_up
from game.analysis.proofs_choices import Choices
from game.analysis.proofs_sightings import Sightings
from game.engine.rules import Rules
from game.engine.scoring import Marks
from game.engine.state import OPEN, State
from game.engine.traits import Ints, Places

BLOCK = 4_000
"""Positions that are played at a time."""

Heard = Callable[[int], None]
"""Is told how many more positions were looked at."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of it.

    Attributes:
        choices: every position with what each of its lines is worth (thousandths of a point).
        positions: how many there are, ends included.
        scores: (ending, 2) the least and the most points; -1 where an ending was never reached.
        best: for each customer the lines of the best conversation, ids in their order.
        ceilings: for each customer what that one scores.
    """

    choices: Choices
    positions: int
    scores: Ints
    best: tuple[tuple[str, ...], ...]
    ceilings: tuple[int, ...]


@dataclass(slots=True)
class _Nodes:
    """Positions in the order in which they were reached; a parent always stands before its children.

    There are millions of them, so every number is as small as it may be.
    """

    parent: list[Places] = field(default_factory=list)
    slot: list[Places] = field(default_factory=list)
    turn: list[Places] = field(default_factory=list)
    score: list[Places] = field(default_factory=list)
    customer: list[Places] = field(default_factory=list)
    count: int = 0

    def add(self, parent: Whole, slot: Whole, state: State, score: Whole) -> Whole:
        """Number positions."""
        self.parent.append(parent.astype(np.int32))
        self.slot.append(slot.astype(np.int8))
        self.turn.append(state.turn.astype(np.int16))
        self.score.append(score.astype(np.int16))
        self.customer.append(state.customer.astype(np.int8))
        numbers = np.arange(self.count, self.count + state.plays)
        self.count += state.plays
        return numbers


def walked(sightings: Sightings, most: int, heard: Heard = lambda _: None) -> Walked | None:
    """Play everything that can be said to every hidden customer.

    Args:
        sightings: is shown every position.
        most: positions after which it is given up.
        heard: is told of the progress.

    Returns:
        None where there are more than `most` positions; what was met until then has been noted.
    """
    rules = sightings.rules
    marks, nodes = Marks(rules), _Nodes()
    ends = np.full((len(rules.scenario.endings), 2), OPEN, np.int32)
    begun = rules.fresh(np.arange(rules.scenario.customers, dtype=np.int32))
    sightings.looked(begun)
    nothing = np.full(begun.plays, OPEN, np.int64)
    waiting = [(begun, nodes.add(nothing, nothing, begun, nothing))]
    asked: list[Whole] = []
    on_offer: list[Places] = []
    while waiting:
        state, numbers = waiting.pop()
        offered = rules.course.choices(state)
        sightings.offered(state, offered)
        asked.append(numbers)
        on_offer.append(offered.astype(np.int16))
        slots, rows = np.nonzero(offered != OPEN)
        advance = rules.advance(state.only(rows), offered[slots, rows])
        after = advance.state
        sightings.replied(after, advance.reply)
        sightings.looked(after)
        over = after.close != OPEN
        score = np.full(after.plays, OPEN, np.int64)
        if over.any():
            score[over] = marks.total(after.only(over))
            _widen(ends, after.ending[over], score[over])
        reached = nodes.add(numbers[rows], slots, after, score)
        heard(after.plays)
        if nodes.count > most:
            return None
        going = np.flatnonzero(~over)
        waiting += [
            (after.only(part), reached[part])
            for part in (going[at : at + BLOCK] for at in range(0, len(going), BLOCK))
        ]
    return _valued(rules, nodes, np.concatenate(asked), np.concatenate(on_offer, axis=1), ends)


def _widen(ends: Ints, ending: Ints, score: Whole) -> None:
    """Let the range of scores of every ending hold some more."""
    for at in np.unique(ending):
        mine = score[ending == at]
        low = int(mine.min()) if ends[at, 0] == OPEN else min(int(ends[at, 0]), int(mine.min()))
        ends[at] = low, max(int(ends[at, 1]), int(mine.max()))


def _valued(rules: Rules, nodes: _Nodes, asked: Whole, offered: Places, ends: Ints) -> Walked:
    """Back the scores up, the last turn first: steady values and ceilings of all positions."""
    parent, slot, turn, score, customer = (
        np.concatenate(getattr(nodes, name)) for name in ("parent", "slot", "turn", "score", "customer")
    )
    place = np.full(nodes.count, OPEN, np.int32)
    place[asked] = np.arange(len(asked))
    below = np.full((4, len(asked)), OPEN, np.int64)
    highest = np.full((4, len(asked)), OPEN, np.int16)
    steady, ceiling = score.astype(np.int32) * POINT, score.copy()
    for now in range(int(turn.max()), -1, -1):
        here = np.flatnonzero(turn == now)
        inner = here[score[here] == OPEN]
        values = below[:, place[inner]]
        known = values != OPEN
        total = np.where(known, values, 0).sum(axis=0)
        steady[inner] = backed_up(values.max(axis=0), total, known.sum(axis=0))
        ceiling[inner] = highest[:, place[inner]].max(axis=0)
        if now:
            below[slot[here], place[parent[here]]] = steady[here]
            highest[slot[here], place[parent[here]]] = ceiling[here]

    def way(at: int) -> tuple[int, ...]:
        lines: list[int] = []
        node = int(asked[at])
        while parent[node] != OPEN:
            lines.append(int(offered[slot[node], place[parent[node]]]))
            node = int(parent[node])
        return tuple(reversed(lines))

    def best(root: int) -> tuple[str, ...]:
        lines, node = [], root
        while place[node] != OPEN:
            top = int(highest[:, place[node]].argmax())
            lines.append(rules.lines.lines[int(offered[top, place[node]])].id)
            node = int(np.flatnonzero((parent == node) & (slot == top))[0])
        return tuple(lines)

    roots = np.flatnonzero(turn == 0)
    return Walked(
        Choices(customer[asked].astype(np.int32), offered, below, True, way),
        nodes.count,
        ends,
        tuple(best(int(root)) for root in roots),
        tuple(int(value) for value in ceiling[roots]),
    )
