"""The pages that trainees take home, handed out: to seats when the class is over, to the trainer at any time.

A page shows better lines, and a class may still have the scenario before it: seats therefore get theirs at
the end. A browser that follows a link sends no token, so the link is signed for one seat; it dies with the
seat's secret, and after a day.
"""

from __future__ import annotations

import asyncio
import tempfile
import unicodedata
import zipfile
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from game.classroom.bodies import answer, asked
from game.classroom.callers import house_of, locale_of, seat_of
from game.classroom.home_facts import gathered
from game.classroom.home_page import POLICY, page
from game.classroom.home_studies import HomeStudies
from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.classroom.requests import Nothing
from game.classroom.room import Room
from game.classroom.scenario_words import ScenarioWords
from game.classroom.trainer import room_of
from game.content.field_guide import FieldGuide
from game.language.locale import Locale
from game.language.words import Words
from game.records.class_seats import Seat

PURPOSE = "take-home"
LASTS = 24 * 3600
"""Seconds for which a link to a page works."""

LONGEST = 40
"""Characters of a name in the name of a file."""

HTML = "text/html; charset=utf-8"
HEADERS = {"content-security-policy": f"{POLICY}; frame-ancestors 'none'"}


async def link(request: Request) -> Response:
    """POST /api/v1/take-home: the address of this seat's page, when the class is over."""
    room, seat = seat_of(request)
    await asked(request, Nothing)
    if room.session.state != "over":
        raise Refused("not-found")
    house = house_of(request)
    signed = house.signer.signed(PURPOSE, {"seat": seat.id, "of": seat.token_hash[:16]})
    _, waiting = await _studies(request).wanted(room, seat.id)
    return answer({"url": f"/home/{signed}", "ready": not waiting})


async def own(request: Request) -> Response:
    """GET /home/{signed}: the page of a seat, for a browser."""
    house = house_of(request)
    content = house.signer.opened(PURPOSE, request.path_params["signed"], LASTS)
    found = None if content is None else await asyncio.to_thread(_seat_of_link, house, content)
    if found is None:
        raise Refused("not-found")
    room, seat = found
    if room.session.state != "over":
        raise Refused("not-found")
    await _studies(request).wanted(room, seat.id)
    data = await asyncio.to_thread(_page, house, room, seat, _studies(request), locale_of(request), True)
    return Response(data, headers=HEADERS, media_type=HTML)


async def single(request: Request) -> Response:
    """GET …/seats/{sid}/take-home: the page of one seat, for the trainer."""
    house, room = room_of(request)
    seat = room.seats.get(request.path_params["seat"])
    if seat is None or seat.state == "erased":
        raise Refused("not-found")
    await _studies(request).wanted(room, seat.id)
    data = await asyncio.to_thread(_page, house, room, seat, _studies(request), locale_of(request), True)
    return Response(data, headers=HEADERS, media_type=HTML)


async def progress(request: Request) -> Response:
    """GET …/take-home: how many pages there are and how much is still being worked out; asking begins it."""
    _, room = room_of(request)
    conversations, waiting = await _studies(request).wanted(room)
    return answer({"pages": len(_shown(room)), "conversations": conversations, "waiting": waiting})


async def folder(request: Request) -> Response:
    """GET …/take-home.zip: one page for each seat, as far as they have been worked out."""
    house, room = room_of(request)
    await _studies(request).wanted(room)
    path = await asyncio.to_thread(_zipped, house, room, _studies(request), locale_of(request))
    name = f"rapport-{room.session.code}-pages.zip"
    return FileResponse(
        path,
        media_type="application/zip",
        headers={"content-disposition": f'attachment; filename="{name}"'},
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


def file_name(number: int, nickname: str) -> str:
    """A name for the page of a seat that every system takes: a number, then letters and digits.

    >>> file_name(7, "../Anna: <b>")
    '007-Anna-b.html'
    >>> file_name(12, "沉静的鹭")
    '012-沉静的鹭.html'
    """
    signs = (sign if sign.isalnum() else " " for sign in unicodedata.normalize("NFC", nickname))
    kept = "-".join("".join(signs).split())[:LONGEST].strip("-")
    return f"{number:03}-{kept or 'seat'}.html"


def _shown(room: Room) -> list[Seat]:
    """Seats that have a page: those that handed something in and were not forgotten, by their names."""
    busy = room.ledger.busy()
    seats = (seat for seat in room.seats.values() if seat.state != "erased" and seat.id in busy)
    return sorted(seats, key=lambda seat: (seat.nickname, seat.id))


def _zipped(house: ClassHouse, room: Room, studies: HomeStudies, locale: Locale) -> Path:
    with tempfile.NamedTemporaryFile(prefix="rapport-", suffix=".zip", delete=False) as file:
        path = Path(file.name)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, seat in enumerate(_shown(room), 1):
                data = _page(house, room, seat, studies, locale, renewing=False)
                archive.writestr(file_name(number, seat.nickname), data)
    return path


def _page(
    house: ClassHouse, room: Room, seat: Seat, studies: HomeStudies, locale: Locale, renewing: bool
) -> bytes:
    scenarios = ScenarioWords(house.shelf)
    with house.database.reading() as connection:
        facts = gathered(connection, room.session, seat, scenarios, locale, studies.known)
    return page(facts, Words(locale), FieldGuide.load(), renewing)


def _seat_of_link(house: ClassHouse, content: dict[str, object]) -> tuple[Room, Seat] | None:
    """The seat that a link was made for; None where its secret is another one by now."""
    from game.records.class_seats import seat_by_id

    with house.database.reading() as connection:
        row = seat_by_id(connection, str(content.get("seat")))
    if row is None or row.token_hash[:16] != content.get("of"):
        return None
    room = house.room(row.session_id)
    return room, room.seats.get(row.id, row)


def _studies(request: Request) -> HomeStudies:
    studies = request.app.state.homes
    assert isinstance(studies, HomeStudies)
    return studies
