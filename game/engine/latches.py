"""What criteria remember: terms bound to a time, settled turn by turn, so that an end scores at once."""

from __future__ import annotations

import numpy as np

from game.engine.readings import Readings
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.terms import Comparison, Guard, Moment, Sign, Term
from game.engine.traits import Bools, Ints

MOMENTS = tuple(Moment)


def _always(term: Term) -> bool:
    """Whether `by` means at every turn (a bound from above, or a negation) rather than at some turn."""
    upper = isinstance(term.test, Comparison) and term.test.sign in (Sign.LESS, Sign.AT_MOST)
    return upper or term.negated


class Latches:
    """One row of memory for each term of the rubric that speaks of a time."""

    def __init__(self, scenario: Scenario, readings: Readings) -> None:
        """Collect the terms with a time."""
        self._readings = readings
        timed = [
            t for c in scenario.rubric.criteria for t in c.when if t.by is not None or t.before is not None
        ]
        self.terms = tuple(dict.fromkeys(timed))
        self._row = {term: at for at, term in enumerate(self.terms)}

    def fresh(self, state: State) -> Ints:
        """The memory before the first line, (latch, play)."""
        rows = np.zeros((len(self.terms), state.plays), state.turn.dtype)
        for at, term in enumerate(self.terms):
            rows[at] = self._readings.term(term, state) if term.before is not None else _always(term)
        return rows

    def updated(self, latch: Ints, state: State) -> Ints:
        """The memory after a turn.

        Args:
            latch: (latch, play) before.
            state: the plays after the turn, moments included.
        """
        rows = latch.copy()
        for at, term in enumerate(self.terms):
            now = self._readings.term(term, state)
            if term.before is not None:
                waiting = state.moment[MOMENTS.index(term.before)] == 0
                rows[at] += (now - rows[at]) * waiting
                continue
            person = getattr(term.test, "person", None)
            within = state.heard[self._readings.person(person)] <= (term.by or 0)
            joined = (rows[at] > 0) & now if _always(term) else (rows[at] > 0) | now
            rows[at] += (joined - rows[at]) * within
        return rows

    def holds(self, guard: Guard, state: State) -> Bools:
        """Whether a criterion's terms hold as things stand, (play,)."""
        result = np.ones(state.plays, bool)
        for term in guard:
            row = self._row.get(term)
            result &= self._readings.term(term, state) if row is None else state.latch[row] > 0
        return result
