"""Marks for everybody who voted: what each of them would have reached with the lines that they chose."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable
from typing import Any

from game.classroom.house import ClassHouse
from game.classroom.room import Handed, Room
from game.classroom.vote_tables import Table, ballots
from game.engine.scoring import Scorecard, score
from game.records.class_attempts import Attempt, Mark, add_attempt, add_mark
from game.records.class_database import Connection
from game.records.class_rounds import Round


async def vote_marked(house: ClassHouse, room: Room, one: Round, table: Table) -> None:
    """Write an attempt and a mark for every seat that voted, all in one transaction."""
    now, card = house.clock.now(), score(table.conversation)
    text = json.dumps(table.conversation.transcript().to_json(), separators=(",", ":"))
    rubric = table.conversation.scenario.rubric
    talk = room.talks[one.id]
    rows: list[tuple[Attempt, Mark]] = []
    for ballot in ballots(room, one, talk):
        attempt = Attempt(
            id=str(uuid.uuid4()),
            session_id=room.session.id,
            round_id=one.id,
            seat_id=ballot.seat,
            number=1,
            key=f"vote-{one.id}-{ballot.seat}",
            transcript=text,
            sha=hashlib.sha256(f"vote/{ballot.seat}/{text}".encode()).hexdigest(),
            received_at=now,
            flags=("vote",),
        )
        details = {
            **_details(table, card),
            "votes": [line or "" for line in ballot.lines],
            "values": list(ballot.values),
            "moves": [line for line in ballot.lines if line],
            "beats": [beat for beat, line in zip(ballot.beats, ballot.lines, strict=True) if line],
        }
        mark = Mark(
            attempt_id=attempt.id,
            session_id=room.session.id,
            round_id=one.id,
            seat_id=ballot.seat,
            score=ballot.score,
            passed=ballot.score >= rubric.passing,
            stage=int(table.conversation.stage),
            insight=ballot.insight,
            nps=card.nps,
            details=details,
            at=now,
        )
        rows.append((attempt, mark))
    for attempt, mark in await house.write(_written(house, rows)):
        room.put_attempt(Handed.of(attempt))
        room.put_mark(mark, attempt.flags)


def _written(
    house: ClassHouse, rows: list[tuple[Attempt, Mark]]
) -> Callable[[Connection], list[tuple[Attempt, Mark]]]:
    def work(connection: Connection) -> list[tuple[Attempt, Mark]]:
        done = []
        for attempt, mark in rows:
            add_attempt(connection, attempt)
            seq = add_mark(connection, mark)
            values = {name: getattr(mark, name) for name in Mark.__dataclass_fields__}
            marked = Mark(**{**values, "seq": seq or 0})
            for hook in house.hooks:
                hook(connection, attempt, marked)
            done.append((attempt, marked))
        return done

    return work


def _details(table: Table, card: Scorecard) -> dict[str, Any]:
    """What the conversation itself was worth; every voter shares it."""
    outcome = table.conversation.outcome
    return {
        "ending": None if outcome is None else outcome.ending,
        "close": None if outcome is None else outcome.close.name.lower(),
        "nps_reason": card.nps_reason,
        "csat": card.csat,
        "honesty": [card.honesty.earned, card.honesty.possible],
        "points": {name: [points.earned, points.possible] for name, points in card.criteria.items()},
        "grades": {name: [points.earned, points.possible] for name, points in card.grades.items()},
        "stages": {stage.word: [points.earned, points.possible] for stage, points in card.stages.items()},
        "seals": [],
        "guess": {},
        "customer": table.conversation.customer,
        "talk": card.total,
        "took": None,
        "trace": None,
    }
