"""Marks into the database and onto the board: a whole batch in one transaction, with what a trainer should
look at."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.classroom.house import ClassHouse
from game.classroom.marking_pool import Results, Task
from game.classroom.room import Handed, Room
from game.records.class_attempts import Attempt, Mark, add_marks, attempt_by_id, change_attempt
from game.records.class_changes import of_attempts
from game.records.class_database import Connection
from game.records.class_rounds import of_number

LEAST_TENTHS = 10
"""Tenths of a second in which nobody reads four lines and chooses one: a line said faster on average is a
sign of a program, or of somebody who has not read (T7)."""


async def written(house: ClassHouse, results: Results) -> None:
    """Write the marks of a batch, then show them."""
    rows: list[tuple[Room, Handed, dict[str, Any], list[str]]] = []
    traces: dict[tuple[str, str], str] = {}
    for task, result in results:
        room = house.room(task.session)
        handed = room.ledger.attempts.get(task.attempt)
        if handed is None or handed.state != "received":
            continue
        rows.append((room, handed, result, flags_of(room, handed, result, traces)))
    if not rows:
        return
    now = house.clock.now()

    def work(connection: Connection) -> list[Mark | None]:
        marks = [_mark(room, handed, result, now) for room, handed, result, _ in rows]
        flagged = {handed.id: flags for _, handed, _, flags in rows if flags}
        places = iter(add_marks(connection, [mark for mark in marks if mark is not None], flagged))
        return [
            _finished(house, connection, row, mark, None if mark is None else next(places))
            for row, mark in zip(rows, marks, strict=True)
        ]

    for (room, handed, result, flags), mark in zip(rows, await house.write(work), strict=True):
        if mark is None:
            refused = replace(handed, state="refused", reason=str(result.get("refused", "marked-twice")))
            room.put_attempt(refused)
        else:
            room.put_mark(mark, flags)
    told: dict[str, list[str]] = {}
    for room, handed, _, _ in rows:
        told.setdefault(room.session.id, []).append(handed.id)
    for session, ids in told.items():
        house.announce(session, of_attempts(ids))


def flags_of(
    room: Room, handed: Handed, result: dict[str, Any], traces: dict[tuple[str, str], str]
) -> list[str]:
    """What a trainer should look at; none of it costs a point.

    Args:
        room: the class.
        handed: the attempt.
        result: what marking found.
        traces: of the attempts of the same batch, and is added to.
    """
    if "refused" in result:
        return list(handed.flags)
    flags, details = list(handed.flags), result["details"]
    lines = max(len(details["moves"]), 1)
    known = room.ledger.beginnings(handed.round_id, handed.seat_id)
    begun = of_number(known, handed.number)
    elapsed = (handed.received_at - begun.at) // 100 if begun is not None else None
    measured = [tenths for tenths in (details["took"], elapsed) if tenths is not None and tenths >= 0]
    if measured and min(measured) < LEAST_TENTHS * lines:
        flags.append("too-fast")
    key = (handed.round_id, details["trace"] or "")
    if details["trace"]:
        first = room.ledger.first_with(*key) or traces.setdefault(key, handed.seat_id)
        if first != handed.seat_id:
            flags.append("copied")
    return flags


def _mark(room: Room, handed: Handed, result: dict[str, Any], now: int) -> Mark | None:
    """A mark as it will be written; None where marking refused the attempt."""
    if "refused" in result:
        return None
    return Mark(
        attempt_id=handed.id,
        session_id=room.session.id,
        round_id=handed.round_id,
        seat_id=handed.seat_id,
        score=result["score"],
        passed=result["passed"],
        stage=result["stage"],
        insight=result["insight"],
        nps=result["nps"],
        details=result["details"],
        at=now,
    )


def _finished(
    house: ClassHouse,
    connection: Connection,
    row: tuple[Room, Handed, dict[str, Any], list[str]],
    mark: Mark | None,
    seq: int | None,
) -> Mark | None:
    """What belongs to a mark that was written, or the reason why there is none."""
    _, handed, result, _ = row
    if mark is None:
        change_attempt(connection, handed.id, state="refused", reason=str(result["refused"])[:40])
        return None
    if seq is None:
        return None
    marked = replace(mark, seq=seq)
    if house.hooks:
        attempt = attempt_by_id(connection, handed.id)
        assert attempt is not None, "what is marked was received"
        for hook in house.hooks:
            hook(connection, attempt, marked)
    return marked


def task_of(house: ClassHouse, attempt: Attempt) -> Task | None:
    """An attempt that was received before a restart; None where its package is gone."""
    room = house.room(attempt.session_id)
    one = room.rounds.get(attempt.round_id)
    if one is None:
        return None
    return Task(attempt.id, attempt.session_id, str(house.shelf.path_of(one.package_sha)), attempt.transcript)
