"""Transcript version 1: all that is needed to live a conversation again, bit for bit, and nothing else.

Ids only, no prose. Each move may carry `took` (tenths of a second), evidence for a class that never reaches
the engine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, unique
from typing import TYPE_CHECKING, Any

from game.engine.luck import MOST_SEED
from game.engine.scenario import Scenario

if TYPE_CHECKING:
    from game.engine.conversation import Conversation

VERSION = 1
ENGINE = 1
"""Raised whenever the same transcript could score differently."""

MOST_MOVES = 2_000


@dataclass(frozen=True, slots=True)
class Say:
    """The player said a line."""

    line: str
    took: int | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """The trainee's recorded guess; every part may be left open. Ids of types D I S C, needs, resistances."""

    type: str | None = None
    need: str | None = None
    worry: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The player wrote something into the notebook; it costs no story time."""

    guess: Guess
    took: int | None = None


Move = Say | Note


class TranscriptError(ValueError):
    """The data is not a transcript of this version; the message says where."""


@unique
class Fault(Enum):
    """Why a transcript cannot be replayed."""

    OTHER_SCENARIO = "other scenario"  # the fingerprint differs
    OTHER_ENGINE = "other engine"
    UNKNOWN_LINE = "unknown line"
    NOT_OFFERED = "not offered"
    AFTER_THE_END = "after the end"


@dataclass(frozen=True, slots=True)
class ReplayFault:
    """A transcript that stops making sense at a move; `valid` is what could be replayed up to there."""

    fault: Fault
    move: int  # index of the move at fault, 0-based; -1 for the transcript as a whole
    name: str
    valid: Conversation | None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation as a record."""

    scenario: str
    fingerprint: str
    seed: int
    moves: tuple[Move, ...]
    start: str | None = None
    engine: int = ENGINE

    def replay(self, scenario: Scenario) -> Conversation | ReplayFault:
        """Live it again; a fault keeps what was valid so far."""
        from game.engine.conversation import Conversation

        if self.engine != ENGINE:
            return ReplayFault(Fault.OTHER_ENGINE, -1, str(self.engine), None)
        if self.fingerprint != scenario.fingerprint:
            return ReplayFault(Fault.OTHER_SCENARIO, -1, self.fingerprint, None)
        conversation = Conversation.begin(scenario, self.seed, self.start)
        for at, move in enumerate(self.moves):
            if isinstance(move, Note):
                conversation = conversation.note(move.guess, move.took)
                continue
            if move.line not in conversation.rules.lines.index:
                return ReplayFault(Fault.UNKNOWN_LINE, at, move.line, conversation)
            step = conversation.say(move.line, move.took)
            if isinstance(step, Enum):
                fault = Fault.NOT_OFFERED if conversation.outcome is None else Fault.AFTER_THE_END
                return ReplayFault(fault, at, move.line, conversation)
            conversation = step.conversation
        return conversation

    def to_json(self) -> dict[str, Any]:
        """Plain data, ready for json.dumps."""
        return {
            "transcript": VERSION,
            "scenario": self.scenario,
            "fingerprint": self.fingerprint,
            "seed": self.seed,
            "start": self.start,
            "engine": self.engine,
            "moves": [_move_to_json(move) for move in self.moves],
        }

    @classmethod
    def from_json(cls, data: object) -> Transcript:
        """Read plain data; raises TranscriptError when anything is missing, unknown or out of range."""
        if not isinstance(data, dict):
            raise TranscriptError("a transcript is an object with moves")
        if data.get("transcript") != VERSION:
            raise TranscriptError(f"transcript version {data.get('transcript')!r} is not {VERSION}")
        seed, engine, start = data.get("seed"), data.get("engine"), data.get("start")
        if type(seed) is not int or not 0 <= seed <= MOST_SEED:
            raise TranscriptError("seed is not a whole number from 0 to 4294967295")
        if type(engine) is not int:
            raise TranscriptError("engine is not a whole number")
        if start is not None and not isinstance(start, str):
            raise TranscriptError("start is not a name")
        moves = data.get("moves")
        if not isinstance(moves, list) or len(moves) > MOST_MOVES:
            raise TranscriptError(f"moves is not a list of at most {MOST_MOVES}")
        return cls(
            scenario=_text(data, "scenario"),
            fingerprint=_text(data, "fingerprint"),
            seed=seed,
            moves=tuple(_move_from_json(move, at) for at, move in enumerate(moves)),
            start=start,
            engine=engine,
        )

    def untimed(self) -> Transcript:
        """The same without how long the moves took."""
        return replace(self, moves=tuple(replace(move, took=None) for move in self.moves))


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or len(value) > 200:
        raise TranscriptError(f"{key} is not a short text")
    return value


def _move_to_json(move: Move) -> dict[str, Any]:
    if isinstance(move, Say):
        plain: dict[str, Any] = {"say": move.line}
    else:
        guess = {"type": move.guess.type, "need": move.guess.need, "worry": move.guess.worry}
        plain = {"note": {name: value for name, value in guess.items() if value is not None}}
    if move.took is not None:
        plain["took"] = move.took
    return plain


def _move_from_json(data: object, at: int) -> Move:
    if not isinstance(data, dict) or ("say" in data) == ("note" in data):
        raise TranscriptError(f"move {at + 1} is neither a say nor a note")
    took = data.get("took")
    if took is not None and (type(took) is not int or not 0 <= took <= 10_000_000):
        raise TranscriptError(f"move {at + 1}: took is not tenths of a second")
    if "say" in data:
        return Say(_text(data, "say"), took)
    note = data["note"]
    if not isinstance(note, dict) or not set(note) <= {"type", "need", "worry"}:
        raise TranscriptError(f"move {at + 1}: a note has a type, a need and a worry")
    if not all(isinstance(value, str) and len(value) <= 40 for value in note.values()):
        raise TranscriptError(f"move {at + 1}: a part of the note is not a word")
    return Note(Guess(**note), took)
