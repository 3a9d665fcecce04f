"""What has been met in the conversations of a scenario, each with a play that shows it.

Whether conversations are played by sellers or all of them one after another, everything is read off the
positions after each line: their `said` holds the whole history, so that a play that shows something can be
told, and lived again, at any time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, unique

import numpy as np

from game.analysis.batch import Plays
from game.analysis.positions import history
from game.engine.customers import customer_of, seed_for
from game.engine.luck import drawn
from game.engine.rules import Rules
from game.engine.scenario import Epilogue, Reply, Scenario
from game.engine.state import OPEN, State
from game.engine.traits import Bools, Ints, Places

MOST_SEEDS = 100_000
"""Seeds that are tried for one that tells a given epilogue."""


@unique
class Sight(Enum):
    """What can be met; the values are the words that people use."""

    LINE = "line"
    REPLY = "reply"
    THOUGHT = "thought"
    ENDING = "ending"
    EPILOGUE = "epilogue"


Name = tuple[Sight, str]
"""What is met, with its id."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A play that shows something: `rapport play SCENARIO --seed SEED --choices …` lives it again.

    Attributes:
        seed: meets the customer.
        customer: which of the K, from 0.
        said: ids of lines in their order; for a line the last one is that line.
    """

    seed: int
    customer: int
    said: tuple[str, ...]


def authored(scenario: Scenario) -> tuple[Name, ...]:
    """Everything an author wrote that a conversation should be able to come to, in the order of the file."""
    return tuple(dict.fromkeys(_authored(scenario)))


def _authored(scenario: Scenario) -> Iterator[Name]:
    for beat in scenario.beats:
        yield from ((Sight.REPLY, reply.id) for reply in beat.says)
        for line in beat.lines:
            yield Sight.LINE, line.id
            yield from ((Sight.REPLY, reply.id) for reply in beat.answers.get(line.id, ()))
            yield from ((Sight.THOUGHT, thought.id) for thought in beat.line_thoughts.get(line.id, ()))
        yield from ((Sight.REPLY, reply.id) for reply in beat.replies)
        yield from ((Sight.THOUGHT, thought.id) for thought in beat.thoughts)
    yield from ((Sight.ENDING, ending.id) for ending in scenario.endings)
    yield from ((Sight.EPILOGUE, epilogue.id) for epilogue in scenario.epilogues)


@dataclass(slots=True)
class Sightings:
    """Counts what is met and keeps the first play that shows it.

    Attributes:
        rules: of the scenario.
        counts: how often each was met.
        witnesses: a play for each that was met.
        fallen: a play that came to an ending whose conditions do not hold, by ending.
        dry: a play that ran out of beats where nothing says how it ends, by the beat of its last line.
        nearest: the play that came nearest to what was looked for, and how far it stayed away.
    """

    rules: Rules
    counts: dict[Name, int] = field(default_factory=dict)
    witnesses: dict[Name, Witness] = field(default_factory=dict)
    fallen: dict[str, Witness] = field(default_factory=dict)
    dry: dict[str, Witness] = field(default_factory=dict)
    nearest: dict[Name, tuple[float, Witness]] = field(default_factory=dict)

    def missing(self) -> tuple[Name, ...]:
        """What has not been met yet, in the order of the file."""
        return tuple(name for name in authored(self.rules.scenario) if name not in self.witnesses)

    def offered(self, state: State, lines: Ints) -> None:
        """Take note of lines on offer, (4, play): whatever is on offer can be said."""
        rows = np.broadcast_to(np.arange(state.plays), lines.shape)[lines != OPEN]
        names = [line.id for line in self.rules.lines.lines]
        self._note(Sight.LINE, names, lines[lines != OPEN], state, rows, said=True)

    def looked(self, state: State) -> None:
        """Take note of positions as they are after their last line, or before the first one."""
        scenario = self.rules.scenario
        last = np.where(state.turn > 0, state.said.argmax(axis=0), OPEN)
        came = np.where(last == OPEN, OPEN, np.append(self.rules.lines.beat_of, OPEN)[last])
        arrived = (state.close == OPEN) & (state.beat != came)
        for beat in np.unique(state.beat[arrived]):
            self._first(Sight.REPLY, scenario.beats[int(beat)].says, state, arrived & (state.beat == beat))
        for line in np.unique(last[last != OPEN]):
            beat = scenario.beats[int(self.rules.lines.beat_of[line])]
            thoughts = (*beat.line_thoughts.get(self.rules.lines.lines[line].id, ()), *beat.thoughts)
            self._first(Sight.THOUGHT, thoughts, state, last == line)
        ended = np.flatnonzero(state.close != OPEN)
        if len(ended):
            self._ended(state.only(ended), last[ended])

    def replied(self, state: State, replies: Ints) -> None:
        """Take note of the replies (play,) that led to positions; -1 for the phrase bank."""
        rows = np.flatnonzero(replies >= 0)
        self._note(Sight.REPLY, [reply.id for reply in self.rules.course.replies], replies[rows], state, rows)

    def answered(self, plays: Plays) -> None:
        """Take note of the replies of whole conversations and of how they ended."""
        names = [reply.id for reply in self.rules.course.replies]
        for turn, replies in enumerate(plays.replies, start=1):
            rows = np.flatnonzero(replies >= 0)
            self._note(Sight.REPLY, names, replies[rows], plays.state, rows, turn=turn)
        self.looked(plays.state)

    def _first(self, sight: Sight, guarded: Sequence[Reply], state: State, here: Bools) -> None:
        """Of guarded words the first that holds, in the positions of a mask."""
        if not guarded:
            return
        rows = np.flatnonzero(here)
        at = self.rules.readings.glance(state.only(rows))
        found = np.full(len(rows), OPEN, np.int64)
        for number, each in enumerate(guarded):
            found[(found == OPEN) & at.holds(each.when)] = number
        known = found != OPEN
        self._note(sight, [each.id for each in guarded], found[known], state, rows[known])

    def _ended(self, state: State, last: Ints) -> None:
        """Endings, epilogues, and ends that nobody wrote."""
        scenario, rows = self.rules.scenario, np.arange(state.plays)
        self._note(Sight.ENDING, [ending.id for ending in scenario.endings], state.ending, state, rows)
        self._stories(state)
        final = len(scenario.endings) - 1
        ending = scenario.endings[final]
        resort = (state.ending == final) & ~np.isin(last, self._leading(ending.id))
        on = np.isin(state.close, [int(close) for close in ending.on])
        fits = on | np.full(state.plays, not ending.on)
        lost = resort & ~(fits & self.rules.readings.holds(ending.when, state))
        if lost.any() and ending.id not in self.fallen:
            self.fallen[ending.id] = self.witness(state, int(np.flatnonzero(lost)[0]))
        dry = resort & ~lost & ~on & (state.beat >= len(scenario.beats))
        for row in np.flatnonzero(dry) if final else ():
            beat = scenario.beats[int(self.rules.lines.beat_of[last[row]])].id
            if beat not in self.dry:
                self.dry[beat] = self.witness(state, int(row))

    def _leading(self, ending: str) -> list[int]:
        """Lines after which a `then` may name an ending."""
        found = []
        for at, line in enumerate(self.rules.lines.lines):
            beat = self.rules.scenario.beats[int(self.rules.lines.beat_of[at])]
            replies = (*beat.answers.get(line.id, ()), *beat.replies)
            if ending in {line.then or beat.then, *(reply.then for reply in replies)}:
                found.append(at)
        return found

    def _stories(self, state: State) -> None:
        """Epilogues: any of those that fit may be told, the seed decides which."""
        epilogues = self.rules.scenario.epilogues
        glance = self.rules.readings.glance(state)
        fits = np.array([glance.holds(one.when) & bool(one.when) for one in epilogues]).reshape(
            len(epilogues), state.plays
        )
        usual: Bools = ~np.any(fits, axis=0)
        for at, one in enumerate(epilogues):
            mine = fits[at] if one.when else usual
            name = (Sight.EPILOGUE, one.id)
            self.counts[name] = self.counts.get(name, 0) + int(mine.sum())
            if name not in self.witnesses and mine.any():
                row = int(np.flatnonzero(mine)[0])
                told = [
                    other for k, other in enumerate(epilogues) if (fits[k, row] if other.when else usual[row])
                ]
                if (seed := self._telling(int(state.customer[row]), told, one)) is not None:
                    self.witnesses[name] = self.witness(state, row, seed=seed)

    def _telling(self, customer: int, told: list[Epilogue], one: Epilogue) -> int | None:
        """A seed that meets a customer and tells this one of the stories that fit."""
        for seed in range(MOST_SEEDS):
            if told[drawn(seed, "epilogue") % len(told)] is one and (
                customer_of(self.rules.scenario, seed) == customer
            ):
                return seed
        return None

    def _note(
        self,
        sight: Sight,
        names: Sequence[str],
        index: Ints,
        state: State,
        rows: Places,
        *,
        said: bool = False,
        turn: int | None = None,
    ) -> None:
        """Count names (by index, one for each of the rows) and keep a play for the new ones."""
        found, first, counts = np.unique(index, return_index=True, return_counts=True)
        for at, row, count in zip(found.tolist(), rows[first].tolist(), counts.tolist(), strict=True):
            name = (sight, names[at])
            self.counts[name] = self.counts.get(name, 0) + count
            if name not in self.witnesses:
                play = self.witness(state, row, turn)
                line = (self.rules.lines.lines[at].id,) if said else ()
                self.witnesses[name] = Witness(play.seed, play.customer, (*play.said, *line))

    def witness(self, state: State, row: int, turn: int | None = None, seed: int | None = None) -> Witness:
        """The play that led to a position, or its first turns; the seed is one that meets the customer."""
        customer = int(state.customer[row])
        said = tuple(self.rules.lines.lines[line].id for line in history(state.said[:, row]))
        known = seed_for(self.rules.scenario, customer) if seed is None else seed
        return Witness(known, customer, said[:turn])
