"""What a seat does in a round: wait for news, fetch the scenario, be handed luck, hand in what was said."""

from __future__ import annotations

import asyncio
import hashlib
import json
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import tokens
from game.classroom.bodies import answer, asked
from game.classroom.callers import house_of, is_trainer, seat_of, with_own_token
from game.classroom.doorkeeper import head
from game.classroom.house import ClassHouse
from game.classroom.luck_stock import LuckStock
from game.classroom.marking_pool import Task
from game.classroom.refusals import Refused
from game.classroom.requests import Begin, HandIn
from game.classroom.room import GRACE, Handed, Room
from game.classroom.telling import allowed, attempt_json, session_json
from game.engine.luck import one_of
from game.engine.transcript import ENGINE, Transcript, TranscriptError
from game.records.class_attempts import (
    Attempt,
    AttemptTwice,
    attempt_by_key,
    numbers_handed_in,
)
from game.records.class_changes import of_attempts, of_beginning, of_rounds
from game.records.class_rounds import Beginning, Round, beginnings, of_number, package_by_sha
from game.records.class_seats import Seat

PATIENCE = 25.0
"""Seconds that a question for news is kept open."""

TRIES = 3
"""How often it is looked what a seat has begun, where it begins in several places at once."""


async def state(request: Request) -> Response:
    """GET /api/v1/state: the class as this seat sees it, at once or when it has changed since `after`."""
    room, seat, token = await with_own_token(request)
    house = house_of(request)
    turn = request.query_params.get("turn", "")
    if turn.isdigit() and len(turn) < 5 and room.turns.get(seat.id) != int(turn):
        room.turns[seat.id] = int(turn)
        house.mark_dirty(room.session.id)
    after = request.query_params.get("after", "")
    if after == str(room.version(seat.id)) and not house.stopping:
        await room.bells.wait(seat.id, PATIENCE)
        room, seat, token = await with_own_token(request)
    return answer(session_json(house, room, seat) | ({"token": token} if token else {}))


async def package(request: Request) -> Response:
    """GET /api/v1/packages/{sha}: a scenario by the hash of its bytes; it never changes."""
    house, sha = house_of(request), request.path_params["sha"]
    if not is_trainer(request):
        room, _ = seat_of(request)
        shown = {one.package_sha for one in room.rounds.values() if one.state != "waiting"}
        if sha not in shown:
            raise Refused("not-found")
    if request.headers.get("if-none-match") == f'"{sha}"':
        return Response(status_code=304)
    data = await asyncio.to_thread(_package_bytes, house, sha)
    if data is None:
        raise Refused("not-found")
    headers = {
        "cache-control": "private, max-age=31536000, immutable",
        "etag": f'"{sha}"',
        "content-disposition": f'attachment; filename="{sha[:12]}.rapport"',
    }
    return Response(data, 200, headers, media_type="application/zip")


def _package_bytes(house: ClassHouse, sha: str) -> bytes | None:
    with house.database.reading() as connection:
        found = package_by_sha(connection, sha)
    return None if found is None else found.data


async def begin(request: Request) -> Response:
    """POST /api/v1/begin: the luck of the next attempt; asked again before it is handed in, the same."""
    room, seat = seat_of(request)
    house, wanted = house_of(request), await asked(request, Begin)
    one = await _round(request, room, wanted.round)
    if seat.state != "seated" or one.mode == "vote":
        raise Refused("round-closed")
    if room.session.state == "over":
        raise Refused("session-over")
    known, luck = room.ledger.beginnings(one.id, seat.id), request.app.state.luck
    # Whoever begins another has handed in those before.
    pending = bool(known) and not room.handed_in(known[-1])
    sure = not house.database.shared  # else another server may have heard more of this seat
    for _ in range(TRIES):
        if pending and sure:
            return _begun(room, one, known[-1])
        if not pending:
            if room.session.state == "paused" or one.state != "open":
                raise Refused("round-closed")
            if allowed(one) and len(known) >= allowed(one):
                raise Refused("no-attempt-left")
            now = house.clock.now()
            row = Beginning(luck.id(now), one.id, seat.id, len(known) + 1, _seed(luck, room, one), now)
            if await request.app.state.inbox.begin(row):
                room.ledger.put_beginning(row)
                house.mark_dirty(room.session.id)
                house.announce(room.session.id, of_beginning(one.id, seat.id))
                return _begun(room, one, row)
        known, pending = await asyncio.to_thread(_as_written, house, one, seat)
        room.ledger.put_beginnings(one.id, seat.id, known)
        sure = True
    raise Refused("round-closed")


def _as_written(house: ClassHouse, one: Round, seat: Seat) -> tuple[list[Beginning], bool]:
    """What a seat has begun in a round, and whether the last of it has still to be handed in."""
    with house.database.reading() as connection:
        known = beginnings(connection, one.id, seat.id)
        done = numbers_handed_in(connection, one.id, seat.id)
    return known, bool(known) and known[-1].number not in done


def _begun(room: Room, one: Round, row: Beginning) -> Response:
    facts = room.packages[one.package_sha]
    return answer(
        {"number": row.number, "seed": row.seed, "fingerprint": facts.fingerprint, "package": facts.sha}
    )


def _seed(luck: LuckStock, room: Room, one: Round) -> int:
    """Luck of a seat's own with the customer of the round: equal for all in what counts, and nobody can
    hand in what somebody else was given (T6); lines stand in another order on every screen."""
    if one.settings.get("customers") == "any":
        return tokens.new_seed()
    count = room.packages[one.package_sha].customers
    return luck.seed(_customer(count, one.seed), count)


@lru_cache(maxsize=1_024)
def _customer(count: int, seed: int) -> int:
    """Whom everybody meets in a round, 0..count-1."""
    return one_of(count, seed, "customer")


async def hand_in(request: Request) -> Response:
    """POST /api/v1/attempts: one conversation; it is on disk when this is answered with 200 or 201."""
    room, seat = seat_of(request)
    house, key = house_of(request), head(request, b"idempotency-key")
    if not 8 <= len(key) <= 80 or not key.replace("-", "").replace("_", "").isalnum() or not key.isascii():
        raise Refused("bad-request", detail="Idempotency-Key")
    wanted = await asked(request, HandIn)
    one = await _round(request, room, wanted.round)
    try:
        transcript = Transcript.from_json(wanted.transcript)
    except TranscriptError as error:
        raise Refused("invalid", detail=str(error)[:200]) from None
    now = house.clock.now()
    text = json.dumps(transcript.to_json(), separators=(",", ":"), ensure_ascii=False)
    row = Attempt(
        id=request.app.state.luck.id(now),
        session_id=room.session.id,
        round_id=one.id,
        seat_id=seat.id,
        number=wanted.number,
        key=key,
        transcript=text,
        sha=hashlib.sha256(f"{one.id}/{wanted.number}/{text}".encode()).hexdigest(),
        received_at=now,
    )
    trouble = _trouble(house, room, seat, one, wanted.number, transcript)
    if trouble is not None:
        # What was stored before stays acknowledged, even where a new attempt would be refused by now.
        known = await asyncio.to_thread(_known, house, row)
        if known is not None:
            return _twice(known, row)
        raise trouble

    try:
        stored = await request.app.state.inbox.put(row)
    except AttemptTwice as twice:
        return _twice(twice.known, row)
    handed = Handed.of(stored)
    room.put_attempt(handed)
    path = str(house.shelf.path_of(one.package_sha))
    request.app.state.pool.add(Task(stored.id, room.session.id, path, text))
    house.announce(room.session.id, of_attempts([stored.id]))
    return answer({"attempt": stored.id, "state": "received"}, 201)


def _known(house: ClassHouse, row: Attempt) -> Attempt | None:
    """What was handed in with the same key before."""
    with house.database.reading() as connection:
        return attempt_by_key(connection, row.session_id, row.key)


def _twice(known: Attempt, row: Attempt) -> Response:
    """The answer to something that is there already: the first answer, or what is wrong."""
    if known.seat_id != row.seat_id or (known.key == row.key and known.sha != row.sha):
        raise Refused("key-reused")
    if known.key != row.key and known.sha != row.sha:
        raise Refused("number-used", more={"attempt": known.id})
    return answer({"attempt": known.id, "state": "received"}, 200)


def _trouble(
    house: ClassHouse, room: Room, seat: Seat, one: Round, number: int, transcript: Transcript
) -> Refused | None:
    """Why a new attempt cannot be taken."""
    facts = room.packages[one.package_sha]
    if transcript.fingerprint != facts.fingerprint or transcript.engine != ENGINE:
        return Refused("scenario_changed", more={"package": facts.sha, "fingerprint": facts.fingerprint})
    known = room.ledger.beginnings(one.id, seat.id)
    begun = of_number(known, number)
    if begun is None and house.database.shared:
        with house.database.reading() as connection:
            known = beginnings(connection, one.id, seat.id)
        room.ledger.put_beginnings(one.id, seat.id, known)
        begun = of_number(known, number)
    if begun is None:
        return Refused("not-begun")
    if transcript.seed != begun.seed or transcript.start is not None:
        return Refused("seed_mismatch", more={"seed": begun.seed})
    if room.session.state == "over":
        return Refused("session-over")
    return None if _taking(house, room, one) else Refused("round-closed")


def _taking(house: ClassHouse, room: Room, one: Round) -> bool:
    """Whether a round still takes attempts: while it runs, and for some time after, because networks are
    slow."""
    if one.state in {"open", "paused"}:
        return True
    grace = int(one.settings.get("grace", GRACE)) * 1000
    closed = room.deadlines.get(one.id)
    return one.state == "closed" and closed is not None and house.clock.ticks() <= closed + grace


async def _round(request: Request, room: Room, one: str) -> Round:
    """A round that has been opened, perhaps by another server a moment ago."""
    found, others = room.rounds.get(one), request.app.state.others
    if others is not None and (found is None or found.state == "waiting"):
        running = [known.id for known in room.rounds.values() if known.state != "closed"]
        await others.refresh(room.session.id, of_rounds(one, *running))  # one that opens closes others
        found = room.rounds.get(one)
    if found is None or found.state == "waiting":
        raise Refused("round-closed")
    return found


async def attempt(request: Request) -> Response:
    """GET /api/v1/attempts/{id}: how far an attempt of this seat is."""
    room, seat = seat_of(request)
    handed = room.ledger.attempt(request.path_params["id"])
    if handed is None or handed.seat_id != seat.id:
        raise Refused("not-found")
    return answer(attempt_json(handed))
