"""Takes back what the trainer did last: a seat sent out, an attempt taken out, a round or a class closed
too early."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import audit_words, nicknames, rounds
from game.classroom.bodies import answer, asked
from game.classroom.callers import locale_of
from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.classroom.requests import Nothing
from game.classroom.room import Room
from game.classroom.trainer import room_of
from game.language.words import Words
from game.records.class_attempts import change_attempt
from game.records.class_audits import Audit, audits
from game.records.class_changes import of_rounds, of_seats
from game.records.class_database import Connection
from game.records.class_rounds import change_round
from game.records.class_seats import NameTaken, Seat, change_seat

CLASS_ACTS: dict[str, dict[str, Any]] = {
    "class-closed": {"state": "open", "over_at": None},
    "class-paused": {"state": "open"},
    "class-resumed": {"state": "paused"},
    "dimmed": {"settings": {"dimmed": False}},
    "undimmed": {"settings": {"dimmed": True}},
    "door-locked": {"settings": {"locked": False}},
    "door-opened": {"settings": {"locked": True}},
    "frozen": {"freeze_seq": None},
    "notice": {"settings": {"notice": ""}},
    "discussion": {"settings": {"discussion": None}},
}
"""What takes back what was done to a class."""

SEAT_ACTS = frozenset({"seat-kick", "seat-ban"})
ROUND_ACTS = frozenset({"round-closed", "round-paused"})
ATTEMPT_ACTS = frozenset({"attempt-withdrawn", "attempt-scored"})
UNDOABLE = frozenset(CLASS_ACTS) | SEAT_ACTS | ROUND_ACTS | ATTEMPT_ACTS


async def undo(request: Request) -> Response:
    """POST …/sessions/{id}/undo: the last thing that can be taken back and has not been."""
    house, room = room_of(request)
    await asked(request, Nothing)
    last = _last(await asyncio.to_thread(_done, house, room))
    if last is None:
        raise Refused("nothing-to-undo")
    await _taken_back(house, room, last)
    await house.write(lambda c: house.note(c, room.session.id, "trainer", "undone", seq=last.seq))
    said = audit_words.told(Words(locale_of(request)), room, last)
    return answer({"undone": last.what, "detail": dict(last.detail), "said": said})


def _done(house: ClassHouse, room: Room) -> list[Audit]:
    with house.database.reading() as connection:
        return audits(connection, room.session.id)


def _last(done: list[Audit]) -> Audit | None:
    """The newest act of the trainer that can be taken back and has not been."""
    taken = {row.detail.get("seq") for row in done if row.what == "undone"}
    mine = (row for row in done if row.who == "trainer" and row.what in UNDOABLE and row.seq not in taken)
    return next(mine, None)


async def _taken_back(house: ClassHouse, room: Room, act: Audit) -> None:
    if act.what in CLASS_ACTS:
        await rounds.session_changed(house, room, "undo", act.what, **CLASS_ACTS[act.what])
    elif act.what in SEAT_ACTS:
        await _seat_back(house, room, str(act.detail.get("seat")))
    elif act.what in ROUND_ACTS:
        await _round_back(house, room, str(act.detail.get("round")))
    else:
        await _attempt_back(house, room, str(act.detail.get("attempt")), act.what == "attempt-withdrawn")


async def _seat_back(house: ClassHouse, room: Room, seat_id: str) -> None:
    seat = room.seats.get(seat_id)
    if seat is None or seat.state == "erased":
        raise Refused("not-found")
    key = nicknames.key_of(seat.nickname)

    def work(connection: Connection) -> Seat:
        return change_seat(connection, seat_id, state="seated", name_key=key)

    try:
        house.admit(room, await house.write(work))
    except NameTaken:
        raise Refused("name-taken", more={"suggestions": []}) from None
    house.announce(room.session.id, of_seats([seat_id]))


async def _round_back(house: ClassHouse, room: Room, round_id: str) -> None:
    """A round goes on; one that was closed has no end any more until it is given one."""
    one = room.rounds.get(round_id)
    if one is None:
        raise Refused("not-found")
    if one.state == "paused":
        await rounds.opened(house, room, one, "undo")
        return
    if one.state == "closed":
        values = {"state": "open", "closes_at": None, "paused_at": None}
        changed = await house.write(lambda connection: change_round(connection, round_id, **values))
        room.put_round(changed, house.clock.now(), house.clock.ticks())
        house.announce(room.session.id, of_rounds(round_id))


async def _attempt_back(house: ClassHouse, room: Room, attempt_id: str, withdrawn: bool) -> None:
    handed = room.ledger.attempt(attempt_id)
    if handed is None:
        raise Refused("not-found")
    state = "scored" if withdrawn else "withdrawn"
    await house.write(lambda connection: change_attempt(connection, attempt_id, state=state))
    handed.state = state
    room.recounted()
    room.tell_all()
    house.announce(room.session.id)
