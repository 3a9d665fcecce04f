"""The course of a conversation: which lines are on offer, which reply follows, which beat is next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.lines import LineTable
from game.engine.readings import Glance, Readings
from game.engine.rounding import bounded
from game.engine.scenario import MOST_OFFERS, Reply, Scenario
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints, Resistance

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
        self._first = np.searchsorted(table.beat_of, np.arange(len(scenario.beats)), side="left")
        self._last = np.searchsorted(table.beat_of, np.arange(len(scenario.beats)), side="right")
        self._looked: tuple[State | None, tuple[int, ...]] = (None, ())
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

    def available(self, glance: Glance, beat: int) -> Bools:
        """(line of the beat, play) which of its lines can be said: unsaid, with conditions that hold."""
        rows = range(self._first[beat], self._last[beat])
        said = glance.state.said
        free = [(said[at] == 0) & glance.holds(self._table.lines[at].when) for at in rows]
        return np.array(free, bool).reshape(len(free), glance.state.plays)

    def offers(self, state: State, play: int = 0) -> tuple[int, ...]:
        """Indices of the lines on offer in one play, in file order; at most four, none after the end."""
        if state is self._looked[0] and play == 0:
            return self._looked[1]  # asked for twice: before the player chooses and when the line is said
        if state.close[play] != OPEN:
            return ()
        one = state if state.plays == 1 else state.only(slice(play, play + 1))
        beat = int(one.beat[0])
        free = np.flatnonzero(self.available(self._readings.glance(one), beat)[:, 0])[:MOST_OFFERS]
        offered = tuple(int(self._first[beat] + at) for at in free)
        if state.plays == 1:
            self._looked = (state, offered)
        return offered

    def choices(self, state: State) -> Ints:
        """The lines on offer in every play, (4, play) indices in file order, -1 where there are fewer."""
        offered = np.full((MOST_OFFERS, state.plays), OPEN, state.turn.dtype)
        going, glance = state.close == OPEN, self._readings.glance(state)
        for beat in _distinct(state.beat[going]):
            here = going & (state.beat == beat)
            free = self.available(glance, int(beat)) & here
            rank = np.cumsum(free, axis=0) - 1
            for row in range(len(free)):
                hit = np.flatnonzero(free[row] & (rank[row] < MOST_OFFERS))
                offered[rank[row, hit], hit] = self._first[beat] + row
        return offered

    def follow(self, line: Ints, glance: Glance) -> tuple[Ints, Ints, Ints]:
        """The reply to a line per play and where it leads: reply, beat and ending indices, each (play,).

        Args:
            line: (play,) indices.
            glance: at the plays after the line.
        """
        state = glance.state
        reply, beat, ending = (np.full(state.plays, OPEN, state.turn.dtype) for _ in range(3))
        for at in _distinct(line):
            open_ = line == at
            for option in self._options[int(at)]:
                guard = () if option.reply == BANK else self.replies[option.reply].when
                hit = np.flatnonzero(open_ & glance.holds(guard) if guard else open_)
                reply[hit], beat[hit], ending[hit] = option.reply, option.beat, option.ending
                open_[hit] = False
                if not open_.any():
                    break
        return reply, beat, ending

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
        waiting = np.flatnonzero((glance.state.close == OPEN) & (beat < count))
        for _ in range(2 * count + 2):
            if not len(waiting):
                break
            passed = np.zeros(len(waiting), bool)
            for at in _distinct(beat[waiting]):
                here = np.flatnonzero(beat[waiting] == at)
                open_ = glance.holds(self._scenario.beats[at].when) & self.available(glance, int(at)).any(
                    axis=0
                )
                entered = not self._objecting[at] or back[waiting[here]] != OPEN
                passed[here] = ~(open_[waiting[here]] & entered)
            waiting = waiting[passed]
            returning = back[waiting] != OPEN
            beat[waiting] = np.where(returning, back[waiting], beat[waiting] + 1)
            back[waiting] = OPEN
            waiting = waiting[beat[waiting] < count]
        return beat, back

    def endings(self, state: State) -> Ints:
        """The endings of plays that are over, (play,); those named by a `then` stay, others fall by `on`."""
        falling = (state.close != OPEN) & (state.ending == OPEN)
        if not falling.any():
            return state.ending
        result = state.ending.copy()
        for at, ending in enumerate(self._scenario.endings):
            falls = np.isin(state.close, [int(close) for close in ending.on]) & (result == OPEN)
            if falls.any():
                result = np.where(falls & self._readings.holds(ending.when, state), at, result)
        return np.where(falling & (result == OPEN), len(self._scenario.endings) - 1, result)


def _distinct(values: Ints) -> Ints:
    """The different values, rising (numpy's own way is slow on one)."""
    return values if len(values) == 1 else np.unique(values)
