"""The trainer's side: seats and the class list."""

from __future__ import annotations

import base64
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import nicknames
from game.classroom.bodies import LIMIT, answer, asked
from game.classroom.house import ClassHouse
from game.classroom.joining import INVITE_SECONDS, fit_name, invitation
from game.classroom.lobby import seat_row, session_row
from game.classroom.qr_codes import svg
from game.classroom.refusals import Refused
from game.classroom.requests import Nothing, Rename, Roster, Team
from game.classroom.room import Room
from game.classroom.rounds import session_changed
from game.classroom.trainer import room_of
from game.records.class_changes import of_seats
from game.records.class_database import Connection
from game.records.class_seats import NameTaken, Seat, change_seat

LARGEST_ROSTER = 16 * LIMIT


async def changed(request: Request) -> Response:
    """POST …/seats/{sid}/{kick|ban|restore|approve|rename|team|handover}."""
    house, room = room_of(request)
    seat = room.seats.get(request.path_params["seat"])
    if seat is None or seat.state == "erased":
        raise Refused("not-found")
    verb = request.path_params["verb"]
    if verb == "handover":
        await asked(request, Nothing)
        expires = house.clock.now() + INVITE_SECONDS * 1000
        invite = invitation(house, seat)
        # Behind the #, because no browser sends that anywhere and no log keeps it.
        url = f"{house.origin}/#invite={invite}" + (
            f"&sha256={house.fingerprint}" if house.fingerprint else ""
        )
        picture = "data:image/svg+xml;base64," + base64.b64encode(svg(url)).decode()
        return answer({"invite": invite, "expires": expires, "url": url, "qr": picture})
    values = await _values(request, room, seat, verb)
    await _write(house, room, [(seat, values)], verb)
    return answer(seat_row(house, room, room.seats[seat.id]))


async def cleared(request: Request) -> Response:
    """POST …/seats/remove-unapproved: take away every seat that waits for a nod, in one go."""
    house, room = room_of(request)
    await asked(request, Nothing)
    waiting = [seat for seat in room.seats.values() if seat.state == "waiting"]
    changes = [(seat, {"state": "kicked", "name_key": aside(seat)}) for seat in waiting]
    await _write(house, room, changes, "remove-unapproved")
    return answer({"removed": len(waiting)})


async def approved(request: Request) -> Response:
    """POST …/seats/approve: nod to everybody who waits."""
    house, room = room_of(request)
    await asked(request, Nothing)
    waiting = [seat for seat in room.seats.values() if seat.state == "waiting"]
    await _write(house, room, [(seat, {"state": "seated"}) for seat in waiting], "approve")
    return answer({"approved": len(waiting)})


async def roster(request: Request) -> Response:
    """POST …/roster: the class list; it keys every export and is never shown."""
    house, room = room_of(request)
    wanted = await asked(request, Roster, LARGEST_ROSTER)
    entries = {
        entry.key.strip(): {"name": entry.name.strip(), **({"team": entry.team} if entry.team else {})}
        for entry in wanted.entries
    }
    rule = room.settings.get("roster", "off")
    settings = {"entries": entries, "roster": "asked" if rule == "off" and entries else rule}
    await session_changed(house, room, "trainer", "roster", settings=settings)
    return answer(session_row(house, room.session))


async def listed(request: Request) -> Response:
    """GET …/roster: the class list and who has come."""
    _, room = room_of(request)
    taken = {seat.roster_key: seat.nickname for seat in room.seats.values() if seat.roster_key}
    entries: dict[str, dict[str, Any]] = room.settings.get("entries", {})
    return answer(
        {"entries": [{"key": key, **entry, "nickname": taken.get(key)} for key, entry in entries.items()]}
    )


def aside(seat: Seat) -> str:
    """The key of the name of somebody who has been sent out: it is free for whoever comes again."""
    return f"{seat.name_key.partition('~')[0][:90]}~{seat.id}"


async def _values(request: Request, room: Room, seat: Seat, verb: str) -> dict[str, Any]:
    """What changes of a seat."""
    if verb == "rename":
        name = fit_name((await asked(request, Rename)).nickname)
        return {"nickname": name, "name_key": nicknames.key_of(name)}
    if verb == "team":
        team = (await asked(request, Team)).team
        return {"team": fit_name(team) if team and team.strip() else None}
    await asked(request, Nothing)
    match verb:
        case "kick":
            # The token dies; who has it may come again by the code, with the same name.
            return {"state": "kicked", "name_key": aside(seat)}
        case "ban":
            return {"state": "banned", "name_key": seat.name_key.partition("~")[0]}
        case "restore" | "approve":
            key = nicknames.key_of(seat.nickname)
            other = room.names.get(key)
            if other is not None and other != seat.id:
                raise Refused("name-taken", more={"suggestions": []})
            return {"state": "seated", "name_key": key}
    raise Refused("not-found")


async def _write(
    house: ClassHouse, room: Room, changes: list[tuple[Seat, dict[str, Any]]], verb: str
) -> None:
    def work(connection: Connection) -> list[Seat]:
        changed = [change_seat(connection, seat.id, **values) for seat, values in changes]
        for seat, _ in changes[:50]:
            house.note(connection, room.session.id, "trainer", f"seat-{verb}", seat=seat.id)
        return changed

    try:
        seats = await house.write(work)
    except NameTaken:
        raise Refused("name-taken", more={"suggestions": []}) from None
    for seat in seats:
        house.admit(room, seat)
    house.announce(room.session.id, of_seats(seat.id for seat in seats))
