"""The addresses of a board: reading it needs the token in its path and nothing else."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from game.classroom.board import draw, drawn, tag
from game.classroom.callers import house_of
from game.classroom.house import ClassHouse
from game.classroom.qr_codes import svg
from game.classroom.refusals import Refused
from game.classroom.room import Room
from game.classroom.streams import stream
from game.classroom.tokens import hashed


def _room(request: Request) -> tuple[ClassHouse, Room]:
    house = house_of(request)
    session = house.boards.get(hashed(request.path_params["token"]))
    if session is None:
        raise Refused("not-found")
    room = house.room(session)
    if not room.board_content:
        draw(house, room)
    return house, room


async def picture(request: Request) -> Response:
    """GET /board/{token}/board.json."""
    house, room = _room(request)
    headers = {"etag": tag(room), "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    return Response(drawn(house, room), headers=headers, media_type="application/json")


async def events(request: Request) -> Response:
    """GET /board/{token}/events."""
    house, room = _room(request)
    return stream(house, room.board, "board", lambda: drawn(house, room))


async def code(request: Request) -> Response:
    """GET /board/{token}/code.svg: the address to join, as a code for cameras."""
    house, room = _room(request)
    return Response(svg(house.join_url(room.session.code)), media_type="image/svg+xml")
