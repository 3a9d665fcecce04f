"""Learning an outlook: play, see what came of it, guess better, play again.

Every round plays some thousand conversations by the outlook so far, with a trembling hand, and lays new lines
through what their positions turned out to be worth (approximate policy iteration; the targets are rollouts
less their luck, see `rollouts`). Half of the plays wander for some turns first, because a review asks about
positions that no good seller comes into. Nothing is drawn at random and nothing depends on the machine: the
same rules, the same outlook.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.analysis.features import Columns
from game.analysis.outlook import ANYWHERE, FINE, Outlook, Weights
from game.analysis.points import POINT, Whole
from game.analysis.positions import chances
from game.analysis.regression import Moments
from game.analysis.rollouts import played
from game.engine.rules import Rules
from game.engine.state import State
from game.engine.traits import Ints

ROUNDS = (512, 1_024, 1_024, 1_536)
"""Plays of each round; in the first all lines are said at random."""

_CHANNEL = 100


def learned(rules: Rules, rounds: tuple[int, ...] = ROUNDS) -> Outlook:
    """An outlook for a scenario; takes some hundred thousand positions."""
    outlook, before = Outlook(rules), dict[int, Moments]()
    for number, plays in enumerate(rounds):
        now = _Lesson(outlook, number, plays).moments()
        outlook = Outlook(rules, _weights(_joined(before, now)))
        before = now if number else {}  # what came of saying anything is soon outdated
    return outlook


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn of the plays that were going on."""

    rows: Whole
    beat: Ints
    columns: NDArray[np.int16]
    backed: Whole
    promise: Whole


@dataclass(slots=True)
class _Lesson:
    """One round of plays."""

    outlook: Outlook
    number: int
    plays: int
    _turns: list[_Turn] = field(default_factory=list)

    def moments(self) -> dict[int, Moments]:
        """Play, and gather by beat what came of it."""
        rules, numbers = self.outlook.rules, np.arange(self.plays)
        start = rules.fresh((numbers % rules.scenario.customers).astype(np.int32))
        # Half of the plays wander, for up to as many turns as a conversation may have.
        chance = chances(numbers, 0, _CHANNEL + 50 + self.number)
        wander = (chance >> np.uint64(8)) % np.uint64(max(rules.scenario.turns - 2, 1))
        wandering = np.where(chance % np.uint64(2) == 0, 0, wander).astype(np.int64)
        if not self.number:
            wandering = np.full(self.plays, np.iinfo(np.int64).max)
        plays = played(self.outlook, start, numbers, _CHANNEL + self.number, 1, wandering, self._look)
        beats, columns, targets = [], [], []
        worth = plays.score.copy()
        for number, turn in reversed(list(enumerate(self._turns))):
            rows = turn.rows
            if self.number:
                worth[rows] = turn.backed + worth[rows] - turn.promise
            # A play that wanders teaches nothing yet.
            here = np.flatnonzero(number >= wandering[rows]) if self.number else np.arange(len(rows))
            beats.append(turn.beat[here])
            columns.append(turn.columns[:, here])
            targets.append((worth[rows[here]] // POINT).astype(np.float64))
        beat, target = np.concatenate(beats), np.concatenate(targets)
        table = np.concatenate(columns, axis=1)
        return {
            int(at): Moments.of(table[:, beat == at].astype(np.float64), target[beat == at])
            for at in np.unique(beat)
        }

    def _look(self, rows: Whole, state: State, backed: Whole, promise: Whole) -> None:
        """Keep what the positions of a turn look like."""
        columns = self.outlook.features.of(state).astype(np.int16)
        self._turns.append(_Turn(rows, state.beat, columns, backed, promise))


def _joined(one: dict[int, Moments], other: dict[int, Moments]) -> dict[int, Moments]:
    """The moments of both, beat by beat."""
    both = dict(one)
    for beat, moments in other.items():
        both[beat] = both[beat] + moments if beat in both else moments
    return both


def _weights(moments: dict[int, Moments]) -> Weights:
    """Whole weights: one line through all positions, and for each beat how it differs from that."""
    parts = list(moments.values())
    whole = parts[0]
    for part in parts[1:]:
        whole = whole + part
    general = whole.line()
    weights = {ANYWHERE: general}
    for beat, part in moments.items():
        weights[beat] = general + _less(part, general).line()
    return {beat: tuple(int(w) for w in np.rint(line * POINT * FINE)) for beat, line in weights.items()}


def _less(moments: Moments, line: Columns) -> Moments:
    """The moments of what a line leaves unexplained; summed one by one, alike on every machine."""
    target, with_target = moments.target, moments.with_target
    for weight, feature, products in zip(line, moments.features, moments.products, strict=True):
        target = target - float(weight) * float(feature)
        with_target = with_target - weight * products
    return Moments(moments.count, moments.features, target, moments.products, with_target)
