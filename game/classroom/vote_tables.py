"""The one conversation of a vote: where it stands, who voted for what, and what that was worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.classroom.room import Room
from game.classroom.standings import Place
from game.content.loading import Loaded
from game.engine.conversation import Conversation, Step
from game.records.class_rounds import Round, Talk

PHASES = ("voting", "closed", "distribution", "value", "why", "thought", "over")
LETTERS = "ABCD"


@dataclass(slots=True)
class Table:
    """A conversation that everybody looks at."""

    loaded: Loaded
    conversation: Conversation

    @classmethod
    def at(cls, loaded: Loaded, seed: int, moves: Sequence[str]) -> Table:
        """As it stands after some lines.

        Raises:
            ValueError: a line was not on offer.
        """
        assert loaded.scenario is not None
        conversation = Conversation.begin(loaded.scenario, seed)
        for move in moves:
            step = conversation.say(move)
            if not isinstance(step, Step):
                raise ValueError(move)
            conversation = step.conversation
        return cls(loaded, conversation)

    def turn(self, at: int) -> dict[str, Any]:
        """A turn that begins now, as it is kept: ids and numbers, no words."""
        now = self.conversation
        return {
            "turn": now.turn + 1,
            "beat": now.beat.id if now.beat is not None else "",
            "lines": [line.id for line in now.offers()],
            "hands": {},
            "at": at,
        }


def reached(phase: str, wanted: str) -> bool:
    """Whether a phase has come."""
    return PHASES.index(phase) >= PHASES.index(wanted)


def counted(room: Room, one: Round, turn: Mapping[str, Any]) -> Counter[str]:
    """Votes and hands by line."""
    cast = room.votes.get((one.id, turn["turn"]), {})
    count = Counter(line for line in cast.values() if line in turn["lines"])
    count.update({line: int(hands) for line, hands in turn.get("hands", {}).items()})
    return count


def favourite(room: Room, one: Round, turn: Mapping[str, Any]) -> str:
    """The line with most votes; of equal ones the first on the wall."""
    count = counted(room, one, turn)
    lines: list[str] = turn["lines"]
    return max(lines, key=lambda line: (count[line], -lines.index(line)))


def line_of(turn: Mapping[str, Any], name: str) -> str | None:
    """A line of a turn by its letter on the wall or by its id."""
    lines: list[str] = turn["lines"]
    if name in lines:
        return name
    place = LETTERS.find(name.upper()) if len(name) == 1 else -1
    return lines[place] if 0 <= place < len(lines) else None


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one seat voted for, and what that is worth: the mean value of its lines.

    Attributes:
        lines: voted for, by turn; None where the seat was there and did not vote.
        values: what counts for each of these turns: the value of the line, or that of the worst on offer.
        seen: for each of these turns, whether the line was the best on offer, or as good as it.
    """

    seat: str
    lines: tuple[str | None, ...]
    beats: tuple[str, ...]
    values: tuple[int, ...]
    seen: tuple[bool, ...]

    @property
    def insight(self) -> int:
        """0..100: in how many of a hundred turns the best line was seen, which is what a voter shows of the
        customer instead of noting guesses."""
        return (200 * sum(self.seen) + len(self.seen)) // (2 * len(self.seen)) if self.seen else 0

    @property
    def score(self) -> int:
        """0..1000 points."""
        return round(sum(self.values) / len(self.values)) if self.values else 0


def ballots(room: Room, one: Round, talk: Talk, upto: int | None = None) -> list[Ballot]:
    """What every seat that voted at least once is worth, from the turns that have been revealed.

    Args:
        room: the class.
        one: the round.
        talk: its conversation.
        upto: the last turn that counts; all when None.
    """
    turns = [
        turn
        for turn in talk.turns
        if turn.get("said") and turn.get("values") and (upto is None or turn["turn"] <= upto)
    ]
    found = []
    for seat in room.seats.values():
        lines: list[str | None] = []
        beats: list[str] = []
        values: list[int] = []
        seen: list[bool] = []
        for turn in turns:
            line = room.votes.get((one.id, turn["turn"]), {}).get(seat.id)
            if line is None and seat.joined_at > turn["at"]:
                continue  # who comes later is not blamed for what was before
            worth: dict[str, int] = turn["values"]
            lines.append(line)
            beats.append(turn["beat"])
            values.append(worth.get(line or "", min(worth.values())))
            seen.append(line in worth and worth[line] == max(worth.values()))
        if any(lines):
            found.append(Ballot(seat.id, tuple(lines), tuple(beats), tuple(values), tuple(seen)))
    return found


def tally(
    room: Room, one: Round, talk: Talk, passing: int, stage: int, upto: int | None = None
) -> dict[str, Place]:
    """The places in a vote that is going on; who voted alike shares a rank.

    Args:
        room, one, talk, upto: as for `ballots`.
        passing: the pass mark.
        stage: how far the conversation has come.
    """
    return {
        ballot.seat: Place(ballot.seat, ballot.score, stage, ballot.insight, 0, ballot.score >= passing, 0, 0)
        for ballot in ballots(room, one, talk, upto)
    }
