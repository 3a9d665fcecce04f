"""What is known of a person, all of it in one file, and gone when asked for or when a class is old (T24).

Scores, lines and votes stay, because the class they were part of stays; whose they were is forgotten. What
was already sent to a learning record store is beyond our reach: it named a seat of this installation, unless
the organisation had chosen its roster's keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from game.classroom.cells import moment
from game.records.class_attempts import attempts, marks
from game.records.class_audits import audits, forget
from game.records.class_database import ClassDatabase, Connection
from game.records.class_look_backs import remove_look_backs
from game.records.class_seats import Seat, change_seat, seats
from game.records.class_sessions import change_session, session_by_id
from game.records.class_statements import remove_statements, statements
from game.records.class_votes import votes_of

NOBODY = "—"


def person(connection: Connection, seat: Seat) -> dict[str, Any]:
    """Everything that is known of a seat, as plain data for whoever asks for it."""
    own = list(attempts(connection, seat_id=seat.id))
    ids = {attempt.id for attempt in own}
    return {
        "name": seat.nickname,
        "team": seat.team,
        "members": list(seat.members),
        "roster": seat.roster_key,
        "joined": moment(seat.joined_at),
        "seen": moment(seat.seen_at),
        "attempts": [
            {
                "round": attempt.round_id,
                "number": attempt.number,
                "received": moment(attempt.received_at),
                "state": attempt.state,
                "reason": attempt.reason,
                "flags": list(attempt.flags),
                "transcript": json.loads(attempt.transcript),
            }
            for attempt in own
        ],
        "marks": [
            {"score": mark.score, "passed": mark.passed, "insight": mark.insight, **mark.details}
            for mark in marks(connection, seat_id=seat.id)
        ],
        "votes": [
            {"round": vote.round_id, "turn": vote.turn, "line": vote.line}
            for vote in votes_of(connection, seat.id)
        ],
        "statements": [
            json.loads(one.body) for one in statements(connection, seat.session_id) if one.attempt_id in ids
        ],
    }


def erase(connection: Connection, seat: Seat) -> None:
    """Forget whose a seat was: name, team, members, roster's key, token, and every line that repeats them."""
    if seat.state == "erased":
        return
    change_seat(
        connection,
        seat.id,
        nickname=NOBODY,
        name_key=f"erased/{seat.id}",
        token_hash=f"erased/{seat.id}",
        team=None,
        members=[],
        roster_key=None,
        state="erased",
        joined_at=0,
        seen_at=0,
    )
    session = session_by_id(connection, seat.session_id)
    entries = dict(session.settings.get("entries", {})) if session is not None else {}
    if session is not None and entries.pop(seat.roster_key or "", None) is not None:
        change_session(connection, session.id, settings={**session.settings, "entries": entries})
    remove_look_backs(connection, seat=seat.id)
    remove_statements(connection, [attempt.id for attempt in attempts(connection, seat_id=seat.id)])
    telling = [seat.id, seat.nickname, *seat.members, *([seat.roster_key] if seat.roster_key else [])]
    forget(
        connection,
        [
            audit.seq
            for audit in audits(connection, seat.session_id, most=1_000_000)
            if _repeats(audit.detail, telling)
        ],
    )


def names_forgotten(connection: Connection, session: str) -> int:
    """Forget whose the seats of a class were; how many had a name still."""
    named = [seat for seat in seats(connection, session) if seat.state != "erased"]
    for seat in named:
        erase(connection, seat)
    return len(named)


def erased_for_good(database: ClassDatabase, named: Iterable[Seat]) -> None:
    """Erase seats and take what they were out of the files as well."""
    with database.writing() as connection:
        for seat in named:
            erase(connection, seat)
    database.scrubbed()


def _repeats(detail: object, telling: list[str]) -> bool:
    """Whether a line of what was done names somebody."""
    plain = json.dumps(detail, ensure_ascii=False)
    return any(json.dumps(word, ensure_ascii=False)[1:-1] in plain for word in telling)
