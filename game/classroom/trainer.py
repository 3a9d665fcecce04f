"""The trainer's side: signing in, classes, and what concerns a whole class."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import tokens
from game.classroom.audit_words import told
from game.classroom.board import counts
from game.classroom.bodies import answer, asked
from game.classroom.callers import COOKIE, TRAINER, TRAINER_HOURS, address_of, house_of, locale_of, trainer
from game.classroom.doorkeeper import as_json
from game.classroom.house import ClassHouse
from game.classroom.lobby import lobby, session_row
from game.classroom.refusals import Refused
from game.classroom.requests import ChangedSession, Login, NewSession, Nothing, Notice, View
from game.classroom.room import Room
from game.classroom.rounds import session_changed
from game.classroom.run_sheets import plan_of, sheets
from game.classroom.scenario_shelf import both
from game.classroom.streams import stream
from game.language.words import Words
from game.records.class_attempts import last_seq
from game.records.class_audits import audits
from game.records.class_database import Connection
from game.records.class_sessions import ClassSession, CodeTaken, add_session
from game.records.class_sessions import sessions as all_sessions


async def login(request: Request) -> Response:
    """POST /api/v1/trainer/login: the key that the host printed, for a signed cookie."""
    house = house_of(request)
    wait = house.trainers.take(address_of(request))
    if wait:
        raise Refused("too-often", wait)
    wanted = await asked(request, Login)
    if not tokens.same(wanted.key.strip(), house.key):
        raise Refused("wrong-key")
    signed = house.signer.signed(TRAINER, {"at": house.clock.now()})
    response = answer({"token": signed})
    response.set_cookie(
        COOKIE,
        signed,
        max_age=TRAINER_HOURS * 3600,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


async def logout(_: Request) -> Response:
    """POST /api/v1/trainer/logout."""
    response = answer({})
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


async def listed(request: Request) -> Response:
    """GET /api/v1/trainer/sessions: every class, the newest first."""
    house = trainer(request)

    def read() -> list[ClassSession]:
        with house.database.reading() as connection:
            return all_sessions(connection)

    return answer({"sessions": [session_row(house, row) for row in await asyncio.to_thread(read)]})


async def made(request: Request) -> Response:
    """POST /api/v1/trainer/sessions: a new class with a code of its own."""
    house, wanted = trainer(request), await asked(request, NewSession)
    settings = wanted.model_dump(mode="json", exclude={"title", "language", "run_sheet"})
    now, session = house.clock.now(), tokens.new_id()
    plans = plan_of(wanted.run_sheet)
    run_sheet = [plan.model_dump(mode="json", exclude_none=True) for plan in plans]

    def work(connection: Connection) -> ClassSession:
        while True:
            row = ClassSession(
                id=session,
                title=wanted.title,
                code=tokens.new_code(),
                board_hash=tokens.hashed(house.board_token(session)),
                language=wanted.language,
                state="lobby",
                settings=settings,
                run_sheet=run_sheet,
                version=1,
                freeze_seq=None,
                created_at=now,
                over_at=None,
            )
            try:
                add_session(connection, row)
            except CodeTaken:
                continue
            house.note(connection, session, "trainer", "class-made", title=row.title)
            return row

    row = await house.write(work)
    room = house.room(row.id)
    house.mark_dirty(row.id)
    house.announce(row.id)
    request.app.state.variants.foreseen(plans)
    return answer(session_row(house, room.session), 201)


async def scenarios(request: Request) -> Response:
    """GET /api/v1/trainer/scenarios: the shelf, and the run sheets that come with Rapport."""
    house = trainer(request)
    cards = await asyncio.to_thread(house.shelf.listing)
    return answer(
        {
            "scenarios": [
                {
                    "id": card.id,
                    "titles": both(card.title),
                    "taglines": both(card.tagline),
                    "difficulty": card.difficulty,
                    "minutes": list(card.minutes),
                    "languages": [locale.value for locale in card.locales],
                }
                for card in cards
            ],
            "run_sheets": sheets(),
        }
    )


def room_of(request: Request) -> tuple[ClassHouse, Room]:
    """The class that an address names, for the trainer alone."""
    house = trainer(request)
    return house, house.room(request.path_params["session"])


async def looked_at(request: Request) -> Response:
    """GET …/sessions/{id}: a class with everybody in it."""
    house, room = room_of(request)
    return answer(lobby(house, room))


async def events(request: Request) -> Response:
    """GET …/sessions/{id}/events."""
    house, room = room_of(request)
    return stream(
        house, room.lobby, "trainer", lambda: as_json(lobby(house, room)), lambda: len(room.seats) / 500
    )


async def changed(request: Request) -> Response:
    """POST …/sessions/{id}: settings of a class."""
    house, room = room_of(request)
    wanted = (await asked(request, ChangedSession)).model_dump(mode="json", exclude_none=True)
    columns = {name: wanted.pop(name) for name in ("title", "language") if name in wanted}
    await session_changed(house, room, "trainer", "class-changed", settings=wanted, **columns)
    return answer(session_row(house, room.session))


async def audit(request: Request) -> Response:
    """GET …/sessions/{id}/audit: what was done, the newest first; `said` is a sentence."""
    house, room = room_of(request)
    words = Words(locale_of(request))

    def read() -> list[dict[str, Any]]:
        with house.database.reading() as connection:
            return [
                {
                    "seq": row.seq,
                    "at": row.at,
                    "who": row.who,
                    "what": row.what,
                    "detail": dict(row.detail),
                    "said": told(words, room, row),
                }
                for row in audits(connection, room.session.id)
            ]

    return answer({"audit": await asyncio.to_thread(read)})


Act = Callable[[ClassHouse, Room, Request], Awaitable[dict[str, Any]]]
"""What is done to a class: columns and settings that change."""


def act(what: str, does: Act) -> Callable[[Request], Awaitable[Response]]:
    """A route that changes a class."""

    async def route(request: Request) -> Response:
        house, room = room_of(request)
        values = await does(house, room, request)
        await session_changed(house, room, "trainer", what, **values)
        return answer(session_row(house, room.session))

    route.__doc__ = f"POST …/sessions/{{id}}/…: {what}."
    return route


def fixed(**values: Any) -> Act:
    """The same change whatever is asked."""

    async def does(_: ClassHouse, room: Room, request: Request) -> dict[str, Any]:
        await asked(request, Nothing)
        if room.session.state == "over" and values.get("state") not in {None, "open"}:
            raise Refused("session-over")
        return dict(values)

    return does


async def freeze(house: ClassHouse, room: Room, request: Request) -> dict[str, Any]:
    """The board stays as it is now, whatever is marked from now on."""
    await asked(request, Nothing)

    def newest(connection: Connection) -> int:
        return last_seq(connection)

    turns = {one: len(talk.moves) for one, talk in room.talks.items()}
    return {"freeze_seq": await house.write(newest), "settings": {"frozen_turns": turns}}


async def notice(_: ClassHouse, __: Room, request: Request) -> dict[str, Any]:
    """A sentence for every screen."""
    return {"settings": {"notice": (await asked(request, Notice)).text}}


async def view(_: ClassHouse, __: Room, request: Request) -> dict[str, Any]:
    """What the board is ordered by, and its looks."""
    return {"settings": (await asked(request, View)).model_dump(mode="json", exclude_none=True)}


async def close(house: ClassHouse, _: Room, request: Request) -> dict[str, Any]:
    """The class is over: its code is free again, nothing more is taken."""
    await asked(request, Nothing)
    return {"state": "over", "over_at": house.clock.now()}


async def lift(request: Request) -> Response:
    """POST …/sessions/{id}/lift: forget wrong codes, for a whole class that shares one address."""
    house, room = room_of(request)
    await asked(request, Nothing)
    house.guesses.lifted()
    return answer({"counts": counts(room)})


ACTS: dict[str, Callable[[Request], Awaitable[Response]]] = {
    "open": act("class-opened", fixed(state="open", over_at=None)),
    "pause": act("class-paused", fixed(state="paused")),
    "resume": act("class-resumed", fixed(state="open")),
    "close": act("class-closed", close),
    "lock": act("door-locked", fixed(settings={"locked": True})),
    "unlock": act("door-opened", fixed(settings={"locked": False})),
    "dim": act("dimmed", fixed(settings={"dimmed": True})),
    "undim": act("undimmed", fixed(settings={"dimmed": False})),
    "freeze": act("frozen", freeze),
    "reveal": act("revealed", fixed(freeze_seq=None)),
    "notice": act("notice", notice),
    "view": act("view", view),
    "lift": lift,
}
"""What may be done to a class, by the last part of the address."""
