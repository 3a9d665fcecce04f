"""Terms evaluated over plays: what `when` means, for one play and for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.engine.aftermath import aftermath
from game.engine.terms import (
    Agreed,
    AtStage,
    Comparison,
    Guard,
    Handled,
    InMood,
    Later,
    Said,
    Sign,
    Term,
    Test,
    Told,
    Word,
)
from game.engine.traits import Bools, Ints

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.engine.state import State


def compared(values: Ints, sign: Sign, level: int) -> Bools:
    """A comparison over any shape."""
    met: Bools
    if sign is Sign.LESS:
        met = values < level
    elif sign is Sign.AT_MOST:
        met = values <= level
    elif sign is Sign.MORE:
        met = values > level
    else:
        met = values >= level
    return met


class Readings:
    """Evaluates terms of one scenario; ids are resolved to indices once."""

    def __init__(self, scenario: Scenario) -> None:
        """Index the scenario's ids."""
        self._scenario = scenario
        self._moods = scenario.psychology.moods
        self._people = {person.id: at for at, person in enumerate(scenario.people)}
        lines = [line.id for beat in scenario.beats for line in beat.lines]
        self._lines = {line: at for at, line in enumerate(lines)}
        self._secrets = {secret.id: at for at, secret in enumerate(scenario.secrets)}
        self._asks = {ask.id: at for at, ask in enumerate(scenario.asks)}
        self._promises = {promise.id: at for at, promise in enumerate(scenario.promises)}
        self._compile_faces()

    def holds(self, guard: Guard, state: State) -> Bools:
        """Whether all terms hold now, (play,); times (`by`, `before`) are not looked at here."""
        result = np.ones(state.plays, bool)
        for term in guard:
            result &= self.term(term, state)
        return result

    def glance(self, state: State) -> Glance:
        """A look at plays that works out each term once."""
        return Glance(self, state)

    def term(self, term: Term, state: State) -> Bools:
        """One term now, (play,)."""
        met = self._test(term.test, state)
        return ~met if term.negated else met

    def mood(self, name: str, mind: Ints) -> Bools:
        """Whether minds (trait, play) lie in a named region."""
        result = np.ones(mind.shape[1:], bool)
        for term in self._moods[name]:
            test = term.test
            assert isinstance(test, Comparison), "regions are made of comparisons"
            met = compared(mind[test.trait], test.sign, test.level)
            result &= ~met if term.negated else met
        return result

    def face(self, mind: Ints) -> Ints:
        """Index of the first region that holds for shown minds (trait, play)."""
        met = self._signs * mind[self._traits] >= self._bounds
        lying = np.logical_and.reduceat(met, self._starts, axis=0)
        first = np.argmax(lying, axis=0)
        return np.where(lying.any(axis=0), first, len(self._moods) - 1).astype(mind.dtype)

    def _compile_faces(self) -> None:
        """All comparisons of the regions as `sign * trait >= bound`; the last region has none."""
        rows: list[tuple[int, int, int]] = []
        starts: list[int] = []
        for guard in self._moods.values():
            if guard:
                starts.append(len(rows))
            for term in guard:
                test = term.test
                assert isinstance(test, Comparison) and not term.negated, "regions are plain comparisons"
                upper = test.sign in (Sign.LESS, Sign.AT_MOST)
                strict = int(test.sign in (Sign.LESS, Sign.MORE))
                rows.append(
                    (int(test.trait), -1 if upper else 1, (-test.level if upper else test.level) + strict)
                )
        table = np.array(rows, np.int32).reshape(-1, 3)
        self._traits, self._signs, self._bounds = table[:, 0], table[:, 1:2], table[:, 2:3]
        self._starts = np.array(starts)

    def person(self, name: str | None) -> int:
        """Index of a person; the customer when no name is given."""
        return 0 if name is None else self._people[name]

    def _test(self, test: Test, state: State) -> Bools:
        met: Bools
        match test:
            case Comparison(trait, sign, level, person):
                met = compared(state.mind[trait, self.person(person)], sign, level)
            case Later(aspect, sign, level, person):
                later = aftermath(state, self._scenario, self.person(person))
                met = compared(getattr(later, aspect.field), sign, level)
            case InMood(mood, person):
                met = self.mood(mood, state.mind[:, self.person(person)])
            case AtStage(stage):
                met = state.stage >= stage
            case Said(line, before):
                turn = state.said[self._lines[line]]
                met = turn > 0
                if before is not None:
                    other = state.said[self._lines[before]]
                    met = met & ((other == 0) | (turn < other))
            case Told(secret):
                met = state.told[self._secrets[secret]] > 0
            case Agreed(ask):
                met = state.agreed[self._asks[ask]] > 0
            case Handled(resistance, step):
                met = (state.objection[resistance] & step) > 0
            case Word(promise, kept):
                met = state.promise[self._promises[promise]] == (2 if kept else 3)
        return met


class Glance:
    """Guards over the same plays, each term worked out once however many guards share it."""

    def __init__(self, readings: Readings, state: State) -> None:
        """Look at a state that does not change meanwhile."""
        self._readings = readings
        self._seen: dict[int, tuple[Term, Bools]] = {}
        self.state = state

    def holds(self, guard: Guard) -> Bools:
        """Whether all terms hold, (play,); not to be written to."""
        if not guard:
            return np.ones(self.state.plays, bool)
        result = self._term(guard[0])
        for term in guard[1:]:
            result = result & self._term(term)
        return result

    def _term(self, term: Term) -> Bools:
        """One term, (play,)."""
        if id(term) not in self._seen:  # to hash a term costs more than to work it out for one play
            self._seen[id(term)] = term, self._readings.term(term, self.state)
        return self._seen[id(term)][1]
