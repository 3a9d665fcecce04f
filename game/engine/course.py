"""The course of a conversation: which lines are on offer, which reply follows, which beat is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.engine.lines import LineTable
from game.engine.readings import Glance, Readings
from game.engine.rounding import bounded
from game.engine.scenario import MOST_OFFERS, Close, Reply, Scenario
from game.engine.state import OPEN, State
from game.engine.terms import AtStage
from game.engine.traits import Bools, Ints, Places, Resistance

BANK = -1
"""No authored reply fits: the phrase bank answers."""


@dataclass(frozen=True, slots=True)
class _Option:
    """One reply that may follow a line, with where it leads; indices, -1 for nowhere in particular."""

    reply: int
    beat: int
    ending: int


class Course:
    """Beats, offers, replies and endings of one scenario."""

    def __init__(self, scenario: Scenario, table: LineTable, readings: Readings) -> None:
        """Index beats and replies."""
        self._scenario, self._table, self._readings = scenario, table, readings
        self._beats = {beat.id: at for at, beat in enumerate(scenario.beats)}
        self._endings = {ending.id: at for at, ending in enumerate(scenario.endings)}
        self.replies: list[Reply] = []
        self._options: list[list[_Option]] = [self._after(line) for line in range(len(table.lines))]
        self._places = [
            np.array([(each.reply, each.beat, each.ending) for each in options], np.int32).T
            for options in self._options
        ]
        self._closing = [
            np.array([close in ending.on for close in Close], bool) for ending in scenario.endings
        ]
        self._first = np.searchsorted(table.beat_of, np.arange(len(scenario.beats)), side="left")
        self._last = np.searchsorted(table.beat_of, np.arange(len(scenario.beats)), side="right")
        self._looked: tuple[State | None, tuple[int, ...]] = (None, ())
        self.staged = any(
            isinstance(term.test, AtStage)
            for beat in scenario.beats
            for guard in (beat.when, *(line.when for line in beat.lines))
            for term in guard
        )
        """Whether a beat may open or shut with the stage."""
        self._objecting = np.array([beat.objection is not None for beat in scenario.beats])
        self._entry = np.full(len(Resistance) + 1, OPEN, np.int32)
        for at, beat in reversed(list(enumerate(scenario.beats))):
            if beat.objection is not None:
                self._entry[beat.objection] = at

    def _place(self, then: str | None) -> tuple[int, int]:
        """Beat and ending that a `then` names."""
        if then is None:
            return OPEN, OPEN
        return self._beats.get(then, OPEN), self._endings.get(then, OPEN)

    def _after(self, at: int) -> list[_Option]:
        """The replies that may follow a line, in the order in which they are tried."""
        line, beat = self._table.lines[at], self._scenario.beats[self._table.beat_of[at]]
        options = []
        usual = self._place(line.then or beat.then)
        for reply in (*beat.answers.get(line.id, ()), *beat.replies):
            place = self._place(reply.then)
            if place == (OPEN, OPEN):
                place = usual
            options.append(_Option(len(self.replies), *place))
            self.replies.append(reply)
        options.append(_Option(BANK, *usual))
        return options

    def objections(self) -> tuple[int, ...]:
        """Resistances that have a beat to be voiced in."""
        return tuple(int(at) for at in np.flatnonzero(self._entry != OPEN))

    def available(self, glance: Glance, beat: int) -> list[Bools]:
        """For each line of a beat, (play,) whether it can be said: unsaid, with conditions that hold."""
        said, free = glance.state.said, []
        for at in range(self._first[beat], self._last[beat]):
            guard, unsaid = self._table.lines[at].when, said[at] == 0
            free.append(unsaid & glance.holds(guard) if guard else unsaid)
        return free

    def offers(self, state: State, play: int = 0) -> tuple[int, ...]:
        """Indices of the lines on offer in one play, in file order; at most four, none after the end."""
        if state is self._looked[0] and play == 0:
            return self._looked[1]  # asked for twice: before the player chooses and when the line is said
        if state.close[play] != OPEN:
            return ()
        one = state if state.plays == 1 else state.only(slice(play, play + 1))
        beat = int(one.beat[0])
        free = self.available(self._readings.glance(one), beat)
        first = int(self._first[beat])
        offered = tuple(first + at for at, can in enumerate(free) if can[0])[:MOST_OFFERS]
        if state.plays == 1:
            self._looked = (state, offered)
        return offered

    def choices(self, state: State) -> Ints:
        """The lines on offer in every play, (4, play) indices in file order, -1 where there are fewer."""
        offered = np.full((MOST_OFFERS, state.plays), OPEN, state.turn.dtype)
        going, glance = state.close == OPEN, self._readings.glance(state)
        for beat in distinct(state.beat if going.all() else state.beat[going]):
            here = going & (state.beat == beat)
            rank = np.zeros(state.plays, np.int8)  # how many lines of the beat are on offer before this one
            first = int(self._first[beat])
            for place, can in enumerate(self.available(glance, beat)):
                free = here & can
                for row in range(min(place + 1, MOST_OFFERS)):
                    offered[row] += (free & (rank == row)) * np.int32(first + place - OPEN)
                rank += free
        return offered

    def follow(self, line: Ints, glance: Glance) -> tuple[Ints, Ints, Ints]:
        """The reply to a line per play and where it leads: reply, beat and ending indices, each (play,).

        Args:
            line: one index for all, or (play,) indices.
            glance: at the plays after the line.
        """
        dtype = glance.state.turn.dtype
        if line.ndim == 0:
            places = self._places[int(line)]
            option = self._option(int(line), glance)
            reply, beat, ending = (_looked_up(row, option, dtype) for row in places)
            return reply, beat, ending
        result = np.empty((3, glance.state.plays), dtype)
        for at in distinct(line):
            here = np.flatnonzero(line == at)
            result[:, here] = self._places[at][:, self._option(at, glance)[here]]
        return result[0], result[1], result[2]

    def _option(self, line: int, glance: Glance) -> Places:
        """Which of the options of a line it is, (play,): the first whose guard holds."""
        passed = np.zeros(glance.state.plays, np.int8)
        waiting: Bools | None = None
        for option in self._options[line]:
            guard = () if option.reply == BANK else self.replies[option.reply].when
            if not guard:
                break
            missed = ~glance.holds(guard)
            waiting = missed if waiting is None else waiting & missed
            if not waiting.any():
                break
            passed += waiting
        return passed

    def proceed(self, glance: Glance, then: Ints, voiced: Ints) -> tuple[Ints, Ints]:
        """The next beat of every play and the beat it will return to, each (play,).

        Args:
            glance: at the plays after the turn, `beat` still the one just played.
            then: (play,) beat named by a `then`, `len(beats)` for the end, or OPEN.
            voiced: (play,) resistance voiced now, or OPEN.
        """
        state = glance.state
        inside = self._objecting[state.beat]
        returning = inside & (state.back != OPEN)
        following = np.where(then != OPEN, then, np.where(returning, state.back, state.beat + 1))
        stays = inside & (then != OPEN) & self._objecting[bounded(following, 0, len(self._objecting) - 1)]
        entered = self._entry[voiced]
        enters = entered != OPEN
        back = np.where(enters, following, np.where(stays, state.back, OPEN))
        following = np.where(enters, entered, following)
        return self.settled(glance, following.astype(state.beat.dtype), back.astype(state.beat.dtype))

    def settled(self, glance: Glance, beat: Ints, back: Ints) -> tuple[Ints, Ints]:
        """Pass over beats without a line that can be said; past the last beat is `len(beats)`.

        Args:
            glance: at the plays.
            beat: (play,) where they would go.
            back: (play,) where they would return to from an objection, or OPEN.
        """
        count = len(self._scenario.beats)
        beat, back = beat.copy(), back.copy()
        waiting = (glance.state.close == OPEN) & (beat < count)
        for _ in range(2 * count + 2):
            passed = np.zeros(len(beat), bool)
            for at in distinct(beat if waiting.all() else beat[waiting]):
                passed |= waiting & (beat == at) & ~self._opens(glance, at, back)
            moved = np.flatnonzero(passed)
            if not len(moved):
                break
            returning = back[moved] != OPEN
            beat[moved] = np.where(returning, back[moved], beat[moved] + 1)
            back[moved] = OPEN
            waiting = passed & (beat < count)
        return beat, back

    def _opens(self, glance: Glance, beat: int, back: Ints) -> Bools:
        """Whether a beat can be entered, (play,): its condition holds, and it has a line that can be said."""
        some = np.zeros(glance.state.plays, bool)
        for can in self.available(glance, beat):
            some |= can
        if self._scenario.beats[beat].when:
            some = some & glance.holds(self._scenario.beats[beat].when)
        return some & (back != OPEN) if self._objecting[beat] else some

    def endings(self, state: State) -> Ints:
        """The endings of plays that are over, (play,); those named by a `then` stay, others fall by `on`."""
        falling = np.flatnonzero((state.close != OPEN) & (state.ending == OPEN))
        if not len(falling):
            return state.ending
        glance, close = self._readings.glance(state), state.close[falling]
        falls = np.full(len(falling), OPEN, state.turn.dtype)
        for at, ending in enumerate(self._scenario.endings):
            here = self._closing[at][close] & (falls == OPEN)
            if here.any():
                falls[here & glance.holds(ending.when)[falling]] = at
        result = state.ending.copy()
        result[falling] = np.where(falls == OPEN, len(self._scenario.endings) - 1, falls)
        return result


def distinct(values: Ints) -> list[int]:
    """The different values (0 or more), rising; numpy's own way is slow."""
    if len(values) == 1:
        return [int(values[0])]
    found: list[int] = np.flatnonzero(np.bincount(values)).tolist()
    return found


def _looked_up(row: Ints, at: Places, dtype: Any) -> Ints:
    """A small table at indices; quickly where it is the same everywhere."""
    if len(set(row.tolist())) == 1:
        return np.full(len(at), row[0], dtype)
    return row.astype(dtype)[at]
