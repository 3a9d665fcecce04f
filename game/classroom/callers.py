"""Who is asking: a seat by its token, the trainer by a signed cookie or the key; checked on the server,
every time."""

from __future__ import annotations

from starlette.requests import Request

from game.classroom import tokens
from game.classroom.addresses import prefix
from game.classroom.doorkeeper import head
from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.classroom.room import Room
from game.language.locale import Locale
from game.records.class_changes import of_seats
from game.records.class_seats import PRESENT, Seat, change_seat, seat_by_id, seat_by_token

COOKIE = "rapport-trainer"
TRAINER_HOURS = 14
OUTLIVES = 24 * 3_600_000
"""Milliseconds after the end of a class for which a seat that has not heard of it keeps its token."""

TRAINER = "trainer"
"""Purpose of a signed cookie."""


def house_of(request: Request) -> ClassHouse:
    """What requests share."""
    house = request.app.state.house
    assert isinstance(house, ClassHouse)
    return house


def locale_of(request: Request) -> Locale:
    """The language to answer in."""
    locale = request.scope["state"]["locale"]
    assert isinstance(locale, Locale)
    return locale


def address_of(request: Request) -> str:
    """What tries are counted by."""
    return prefix(request.client.host) if request.client else "?"


def bearer(request: Request) -> str:
    """The token of a request; empty where it has none."""
    kind, _, token = head(request, b"authorization").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def seat_of(request: Request) -> tuple[Room, Seat]:
    """The class and the seat of whoever asks.

    Raises:
        Refused: there is no such seat, or it was taken away.
    """
    house, token = house_of(request), bearer(request)
    if not token:
        raise Refused("no-token")
    known = house.seats.get(tokens.hashed(token)) or _elsewhere(house, token)
    if known is None:
        raise Refused("no-token")
    room = house.room(known[0])
    seat = room.seats[known[1]]
    over = room.session.over_at if room.session.state == "over" else None
    if over is not None and not tokens.succeeds(token) and house.clock.now() > over + OUTLIVES:
        raise Refused("no-token")
    if seat.state not in PRESENT:
        raise Refused("banned" if seat.state == "banned" else "kicked")
    room.seen[seat.id] = house.clock.ticks()
    return room, seat


async def with_own_token(request: Request) -> tuple[Room, Seat, str]:
    """As `seat_of`, with the token that the seat shall use from now on where that is another one.

    When a class is over, every seat is given one that nobody has heard during it; the old one dies with the
    first use of the new one (T20).

    Raises:
        Refused: as for `seat_of`.
    """
    room, seat = seat_of(request)
    house, token = house_of(request), bearer(request)
    fresh = tokens.hashed(token)
    if not tokens.succeeds(token):
        over = room.session.state == "over"
        return room, seat, tokens.successor(house.key, seat.id, seat.token_hash) if over else ""
    if fresh != seat.token_hash:
        seat_id = seat.id
        changed = await house.write(lambda connection: change_seat(connection, seat_id, token_hash=fresh))
        house.admit(room, changed)
        house.announce(room.session.id, of_seats([seat_id]))
        seat = changed
    return room, seat, ""


def _elsewhere(house: ClassHouse, token: str) -> tuple[str, str] | None:
    """A seat of a class that is over and not in memory, one that another process has let in, or one whose new
    token is used for the first time."""
    with house.database.reading() as connection:
        seat = seat_by_token(connection, tokens.hashed(token))
        if seat is None:
            seat = seat_by_id(connection, tokens.succeeds(token))
            wanted = "" if seat is None else tokens.successor(house.key, seat.id, seat.token_hash)
            if seat is None or not tokens.same(wanted, token):
                return None
    house.admit(house.room(seat.session_id), seat)
    return seat.session_id, seat.id


def is_trainer(request: Request) -> bool:
    """Whether whoever asks has shown the trainer's key."""
    house = house_of(request)
    token = bearer(request)
    if token:
        return tokens.same(token, house.key) or _signed(house, token)
    return _signed(house, request.cookies.get(COOKIE, ""))


def trainer(request: Request) -> ClassHouse:
    """What requests share, for the trainer alone.

    Raises:
        Refused: somebody else asks.
    """
    if not is_trainer(request):
        raise Refused("not-trainer")
    return house_of(request)


def _signed(house: ClassHouse, text: str) -> bool:
    return bool(text) and house.signer.opened(TRAINER, text, TRAINER_HOURS * 3600) is not None
