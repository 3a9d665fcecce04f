"""What becomes of a promise when the talk ends before its turn has come.

Nothing is kept by silence. A promise that could have been kept, because a line that keeps it was on offer and
another one was said, is broken with the end of the talk. One that could not be kept yet stays open: its time
may come in the days afterwards, and nobody holds it against the seller.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.engine.beliefs import believe, conclude
from game.engine.lines import LineTable
from game.engine.readings import Glance, Readings
from game.engine.rounding import MILLE, scaled, share
from game.engine.scenario import Scenario
from game.engine.state import OPEN, State
from game.engine.traits import EVIDENCE_CAP, WHOLE, Attribute, Ints, Trait

MADE, KEPT, BROKEN = 1, 2, 3


class Promises:
    """Knows the lines that keep the promises of a scenario."""

    def __init__(self, scenario: Scenario, lines: LineTable, readings: Readings) -> None:
        """Index keeping lines by their beats."""
        self._psychology, self._readings = scenario.psychology, readings
        row = {promise.id: at for at, promise in enumerate(scenario.promises)}
        self._keepers: dict[int, list[tuple[int, int]]] = {}
        self._guards = [line.when for line in lines.lines]
        for at, line in enumerate(lines.lines):
            if line.keeps is not None:
                self._keepers.setdefault(int(lines.beat_of[at]), []).append((row[line.keeps], at))

    def passed_up(self, before: State, line: Ints) -> Ints:
        """(promise, play) 1 where a promise could have been kept by now and was not.

        Args:
            before: the plays before the line.
            line: what was said, one index for all or (play,).
        """
        missed = before.missed
        if not self._keepers or not (before.promise == MADE).any():
            return missed
        for beat, keepers in self._keepers.items():
            here = before.beat == beat
            if not here.any():
                continue
            glance = Glance(self._readings, before)
            missed = missed.copy()
            for row, keeper in keepers:
                free = (
                    here & (before.said[keeper] == 0) & (line != keeper) & glance.holds(self._guards[keeper])
                )
                missed[row] |= (free & (before.promise[row] == MADE)).astype(missed.dtype)
        return missed

    def settled(self, state: State) -> tuple[State, Ints | None]:
        """Plays with the promises of those that are over settled, and their minds before that.

        The minds are None where no promise breaks with the end.
        """
        late = (state.promise == MADE) & (state.missed > 0) & (state.close != OPEN)
        if not late.any():
            return state, None
        number = self._psychology.number
        lean = state.profile[Attribute.FAIRNESS, 0] - WHOLE // 2
        minding = MILLE + share(lean * number["fairness.broken"], WHOLE // 2)
        each = number["promise.broken"] * number["evidence.loss-integrity"] // MILLE
        count = late.sum(axis=0, dtype=state.turn.dtype)
        mind = state.mind.copy()
        against = mind[Trait.INTEGRITY_AGAINST, 0] + scaled(count * each, minding)
        mind[Trait.INTEGRITY_AGAINST, 0] = np.minimum(against, EVIDENCE_CAP)
        ended = np.flatnonzero(count)
        customer = mind[:, 0, ended]
        profile = state.profiles[:, 0, ended]
        believe(customer, profile, self._psychology)
        conclude(customer, profile, self._psychology)
        mind[:, 0, ended] = customer
        promise = np.where(late, BROKEN, state.promise).astype(state.promise.dtype)
        return replace(state, mind=mind, promise=promise), state.mind
