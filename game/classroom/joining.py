"""Taking a seat: by code, or by a signed link to a seat that is there already."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import emblems, nicknames, tokens
from game.classroom.bodies import answer, asked
from game.classroom.callers import address_of, house_of, locale_of, seat_of
from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.classroom.requests import Join
from game.classroom.room import Room
from game.classroom.telling import session_json
from game.records.class_changes import of_seats
from game.records.class_database import Connection
from game.records.class_seats import PRESENT, NameTaken, Seat, add_seat, change_seat, present
from game.records.class_sessions import session_by_code

SLOW = 0.25
"""Seconds that every wrong code takes, whatever was wrong with it."""

INVITE = "seat"
INVITE_SECONDS = 900


async def join(request: Request) -> Response:
    """POST /api/v1/join."""
    house, wanted = house_of(request), await asked(request, Join)
    room = await _room(house, request, wanted)
    token = tokens.new_token()
    if wanted.invite:
        seat = await _taken_over(house, room, wanted.invite, token)
    else:
        await _has_seen_the_wall(house, room, wanted, address_of(request))
        seat = await _seated(house, room, wanted, token)
    house.guesses.succeeded(address_of(request))
    room.seen[seat.id] = house.clock.ticks()
    body = {"seat": seat.id, "token": token, "nickname": seat.nickname}
    return answer({**body, "session": session_json(house, room, seat)}, 201)


async def names(request: Request) -> Response:
    """GET /api/v1/names: names to choose from. Says nothing about the code, so that none can be guessed
    here."""
    locale = locale_of(request)
    return answer({"names": list({nicknames.made_up(locale): None for _ in range(8)})[:6]})


async def leave(request: Request) -> Response:
    """POST /api/v1/leave: somebody goes; the seat stays and can be taken again with its token."""
    room, seat = seat_of(request)
    room.seen.pop(seat.id, None)
    room.changed()
    return answer({"seat": seat.id})


def invitation(house: ClassHouse, seat: Seat) -> str:
    """A link to a seat for another device; it works once, because it names the token that it replaces."""
    content = {"session": seat.session_id, "seat": seat.id, "now": seat.token_hash[:16]}
    return house.signer.signed(INVITE, content)


async def _room(house: ClassHouse, request: Request, wanted: Join) -> Room:
    """The class that is meant; a wrong code, a closed one and none at all cannot be told apart (T1)."""
    address = address_of(request)
    wait = house.guesses.wait(address) or house.joins.take(address)
    if wait:
        raise Refused("too-often", wait)
    session = ""
    if wanted.invite:
        content = house.signer.opened(INVITE, wanted.invite, INVITE_SECONDS)
        session = str(content.get("session", "")) if content else ""
    else:
        code = tokens.read_code(wanted.code)
        session = house.codes.get(code, "")
        if code and not session and house.database.shared:
            with house.database.reading() as connection:
                row = session_by_code(connection, code)
            session = row.id if row is not None else ""
    if not session:
        house.guesses.failed(address)
        await asyncio.sleep(SLOW)
        raise Refused("no-such-invite" if wanted.invite else "no-such-class")
    return house.room(session)


async def _has_seen_the_wall(house: ClassHouse, room: Room, wanted: Join, address: str) -> None:
    """Whether whoever has the code also names the pictures beside it, where the class asks for them (T2).

    Raises:
        Refused: not named, which costs nothing; or others, which counts as a wrong code does.
    """
    if not emblems.asked_for(room):
        return
    if not wanted.emblems:
        raise Refused("emblems-needed", more={"emblems": list(emblems.EMBLEMS)})
    if not emblems.right(house, room, wanted.emblems):
        house.guesses.failed(address)
        await asyncio.sleep(SLOW)
        raise Refused("emblems-wrong", more={"emblems": list(emblems.EMBLEMS)})


async def _taken_over(house: ClassHouse, room: Room, invite: str, token: str) -> Seat:
    """Move a seat to whoever brings the link."""
    content = house.signer.opened(INVITE, invite, INVITE_SECONDS) or {}
    seat = room.seats.get(str(content.get("seat", "")))
    if seat is None or seat.state not in PRESENT or seat.token_hash[:16] != content.get("now"):
        raise Refused("no-such-invite")
    seat_id = seat.id

    def work(connection: Connection) -> Seat:
        changed = change_seat(connection, seat_id, token_hash=tokens.hashed(token))
        house.note(connection, room.session.id, seat_id, "taken-over")
        return changed

    changed = await house.write(work)
    house.admit(room, changed)
    house.announce(room.session.id, of_seats([changed.id]))
    return changed


async def _seated(house: ClassHouse, room: Room, wanted: Join, token: str) -> Seat:
    """A new seat."""
    _door(room)
    nickname = _named(room, wanted)
    roster = _rostered(room, wanted)
    team = _team(room, wanted, roster)
    members = [_fit(name) for name in wanted.members if name.strip()]
    now = house.clock.now()
    capacity = int(room.settings.get("capacity", 200))
    seat = Seat(
        id=tokens.new_id(),
        session_id=room.session.id,
        token_hash=tokens.hashed(token),
        nickname=nickname,
        name_key=nicknames.key_of(nickname),
        team=team,
        members=members,
        roster_key=(wanted.roster or "").strip() or None,
        state="waiting" if room.settings.get("approve") else "seated",
        joined_at=now,
        seen_at=now,
    )

    def work(connection: Connection) -> Seat:
        if present(connection, room.session.id) >= capacity:
            raise Refused("class-full")
        mine = seat
        for _ in range(20):
            try:
                add_seat(connection, mine)
            except NameTaken:
                if wanted.nickname:
                    raise
                name = nicknames.made_up(room.locale, room.names)
                mine = replace(seat, nickname=name, name_key=nicknames.key_of(name))
            else:
                return mine
        raise NameTaken(nickname)

    try:
        seat = await house.write(work)
    except NameTaken:
        raise _taken(room, nickname) from None
    house.admit(room, seat)
    house.announce(room.session.id, of_seats([seat.id]))
    return seat


def _door(room: Room) -> None:
    """Whether anybody is let in."""
    if room.session.state == "over":
        raise Refused("session-over")
    if room.settings.get("locked"):
        raise Refused("lobby-locked")
    if not room.settings.get("late", True) and room.session.state != "lobby":
        raise Refused("late")
    if room.present >= int(room.settings.get("capacity", 200)):
        raise Refused("class-full")


def _named(room: Room, wanted: Join) -> str:
    """The name on the board."""
    if wanted.nickname is None or not wanted.nickname.strip():
        return nicknames.made_up(room.locale, room.names)
    name = _fit(wanted.nickname)
    taken = room.names.get(nicknames.key_of(name))
    if taken is None:
        return name
    if room.seats[taken].state == "banned":
        raise Refused("banned")
    raise _taken(room, name)


def _taken(room: Room, name: str) -> Refused:
    found = nicknames.suggestions(name, room.names, room.locale)
    return Refused("name-taken", more={"suggestions": found})


def _fit(name: str, field: str = "nickname") -> str:
    """A name that may stand on the wall, exactly as it was typed.

    Raises:
        Refused: it may not, and why.
    """
    cleaned = nicknames.cleaned(name)
    reason = nicknames.refused(cleaned)
    if reason is not None:
        raise Refused("name-refused", more={"reason": reason, "field": field})
    return cleaned


def fit_name(name: str) -> str:
    """As for a nickname that somebody typed; for a trainer who gives another one."""
    return _fit(name)


def _rostered(room: Room, wanted: Join) -> dict[str, str] | None:
    """The entry of the class list that somebody claims."""
    rule = room.settings.get("roster", "off")
    entries = room.settings.get("entries", {})
    if rule == "off":
        return None
    entry = entries.get((wanted.roster or "").strip())
    used = any(
        s.roster_key == (wanted.roster or "").strip() and s.state in PRESENT for s in room.seats.values()
    )
    if entry is None or used:
        if rule == "required" or wanted.roster:
            raise Refused("roster-unknown")
        return None
    return dict(entry)


def _team(room: Room, wanted: Join, roster: dict[str, str] | None) -> str | None:
    """The team: that of the class list, the one that was chosen, or the smallest of those that the trainer
    named."""
    if roster is not None and roster.get("team"):
        return roster["team"]
    named: list[str] = list(room.settings.get("teams", ()))
    if wanted.team and wanted.team.strip():
        chosen = _fit(wanted.team, "team")
        keys = {nicknames.key_of(name): name for name in named}
        return keys.get(nicknames.key_of(chosen), chosen)
    if not named:
        return None
    sizes = dict.fromkeys(named, 0)
    for seat in room.seats.values():
        if seat.team in sizes and seat.state in PRESENT:
            sizes[seat.team] += 1
    return min(named, key=lambda name: sizes[name])
