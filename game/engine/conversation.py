"""A conversation as an immutable value: begin, offers, say, outcome (and note)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, unique

import numpy as np

from game.engine.customers import customer_of
from game.engine.luck import MOST_SEED, drawn, one_of, shuffled
from game.engine.reaction import Child, Cues, Reaction
from game.engine.rules import Rules
from game.engine.scenario import Beat, Close, Line, Reply, Scenario
from game.engine.state import OPEN, State
from game.engine.story import told
from game.engine.traits import Attribute, Ints, Stage
from game.engine.transcript import Guess, Move, Note, Say, Transcript


@unique
class Refusal(Enum):
    """Why a line was not said."""

    NOT_OFFERED = "not offered"
    OVER = "the conversation is over"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a conversation ended. `epilogue` is None where the scenario tells none."""

    ending: str
    close: Close
    turn: int
    epilogue: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """What a line led to: the conversation after it and the reaction."""

    conversation: Conversation
    reaction: Reaction


@dataclass(frozen=True, slots=True, eq=False)
class Conversation:
    """One play of a scenario. Every verb returns a new value; this one never changes."""

    rules: Rules
    seed: int
    start: str | None
    state: State
    moves: tuple[Move, ...] = ()
    reactions: tuple[Reaction, ...] = ()

    @classmethod
    def begin(
        cls, scenario: Scenario, seed: int, start: str | None = None, rules: Rules | None = None
    ) -> Conversation:
        """The conversation before its first line.

        Args:
            scenario: what is played.
            seed: 0..2**32-1; picks the hidden customer, otherwise only cosmetics.
            start: a named start variant earned in an earlier episode.
            rules: the scenario compiled before, to save the compiling.

        Raises:
            ValueError: the seed is out of range.
        """
        if not 0 <= seed <= MOST_SEED:
            raise ValueError(f"seed {seed} is not between 0 and {MOST_SEED}")
        rules = rules or Rules(scenario)
        customer = customer_of(scenario, seed)
        return cls(rules, seed, start, rules.fresh(np.array([customer], np.int32)).sealed())

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self.rules.scenario

    @property
    def customer(self) -> int:
        """Which of the K hidden customers this is."""
        return int(self.state.customer[0])

    @property
    def turn(self) -> int:
        """Lines said so far."""
        return int(self.state.turn[0])

    @property
    def beat(self) -> Beat | None:
        """The present beat; None when the conversation is over."""
        if self.state.close[0] != OPEN:
            return None
        return self.scenario.beats[int(self.state.beat[0])]

    @property
    def person(self) -> str | None:
        """Whom one speaks to; None when alone or when it is over."""
        return self.beat.person if self.beat else None

    @property
    def stage(self) -> Stage:
        """How far the decision has come."""
        return Stage(int(self.state.stage[0]))

    @property
    def child(self) -> Child:
        """Talking, hesitating or objecting."""
        return Child(int(self.state.child[0]))

    @property
    def clock(self) -> int:
        """Story seconds after midnight."""
        return self.scenario.clock.start + int(self.state.clock[0] + self.state.away[0])

    @property
    def talked(self) -> int:
        """Story seconds of talking so far; the time between scenes does not count."""
        return int(self.state.clock[0])

    def mind(self, person: str | None = None) -> Ints:
        """The mind of a person (the customer unless named), int32 of shape (trait,)."""
        return self.state.mind[:, self.rules.readings.person(person), 0]

    def cues(self, person: str | None = None) -> Cues:
        """What can be seen of a person as things stand."""
        at = self.rules.readings.person(person)
        mind = self.state.mind[:, at]
        return self.rules.countenance.cues(mind, mind, self.state.profile[:, at])[0]

    @property
    def arrived(self) -> bool:
        """Whether the present beat has just begun: nothing has been said in it yet."""
        return self.beat is not None and (not self.reactions or self.reactions[-1].beat != self.beat.id)

    @property
    def greeting(self) -> str | None:
        """Id of the first words of a beat that has just begun, None where it has none."""
        beat = self.beat
        if beat is None or not self.arrived:
            return None
        return self._first_that_holds(beat.says)

    def offers(self) -> tuple[Line, ...]:
        """The lines that can be said now, at most four, in the order that luck gives; none after the end."""
        at = self.rules.course.offers(self.state)
        order = shuffled(len(at), self.seed, "offers", self.turn)
        return tuple(self.rules.lines.lines[at[place]] for place in order)

    def say(self, line: str, took: int | None = None) -> Step | Refusal:
        """Say a line that is on offer.

        Raises:
            KeyError: the scenario has no such line.
        """
        index = self.rules.lines.index[line]
        if self.state.close[0] != OPEN:
            return Refusal.OVER
        if index not in self.rules.course.offers(self.state):
            return Refusal.NOT_OFFERED
        advance = self.rules.advance(self.state, index, causes=True)
        reaction = told(self, index, advance)
        after = replace(
            self,
            state=advance.state.sealed(),
            moves=(*self.moves, Say(line, took)),
            reactions=(*self.reactions, reaction),
        )
        return Step(after, reaction)

    def note(self, guess: Guess, took: int | None = None) -> Conversation:
        """The same conversation with a guess in the notebook."""
        return replace(self, moves=(*self.moves, Note(guess, took)))

    @property
    def guess(self) -> Guess:
        """The last guess noted."""
        return next((move.guess for move in reversed(self.moves) if isinstance(move, Note)), Guess())

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, None while it goes on."""
        if self.state.close[0] == OPEN:
            return None
        return Outcome(
            ending=self.scenario.endings[int(self.state.ending[0])].id,
            close=Close(int(self.state.close[0])),
            turn=self.turn,
            epilogue=self._epilogue(),
        )

    def transcript(self) -> Transcript:
        """The record from which this value can be made again."""
        return Transcript(self.scenario.id, self.scenario.fingerprint, self.seed, self.moves, self.start)

    def phrase(self, face: str, turn: int, person: int = 0) -> str:
        """Id of a phrase-bank reply: `bank/<face>/<type>/<luck>`."""
        disc = self.scenario.people[person].disc
        letter = "DISC"[disc.index(max(disc))]
        return f"bank/{face}/{letter}/{one_of(1_000, self.seed, 'phrase', turn)}"

    def leak(self) -> int:
        """How much of her feelings this customer lets out, basis points."""
        return int(self.state.profile[Attribute.LEAK, 0, 0])

    def _first_that_holds(self, replies: tuple[Reply, ...]) -> str | None:
        readings = self.rules.readings
        return next((reply.id for reply in replies if bool(readings.holds(reply.when, self.state)[0])), None)

    def _epilogue(self) -> str | None:
        """One of the stories that fit, picked by luck."""
        readings = self.rules.readings
        fitting = [
            e.id for e in self.scenario.epilogues if e.when and bool(readings.holds(e.when, self.state)[0])
        ]
        fitting = fitting or [e.id for e in self.scenario.epilogues if not e.when]
        return fitting[drawn(self.seed, "epilogue") % len(fitting)] if fitting else None
