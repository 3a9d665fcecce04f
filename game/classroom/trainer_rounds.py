"""The trainer's side: rounds, the run sheet, and what was handed in."""

from __future__ import annotations

import asyncio
import json

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import rounds
from game.classroom.bodies import answer, asked, checked
from game.classroom.house import ClassHouse
from game.classroom.lobby import round_row, session_row
from game.classroom.refusals import Refused
from game.classroom.requests import Extend, NewRound, Nothing, Planned, RunSheet
from game.classroom.room import Room
from game.classroom.rounds import Chosen
from game.classroom.run_sheets import plan_of
from game.classroom.trainer import room_of
from game.classroom.variants import Variants
from game.records.class_attempts import Attempt, Mark, attempt_by_id, change_attempt, mark_of
from game.records.class_database import Connection
from game.records.class_rounds import Round


async def made(request: Request) -> Response:
    """POST …/rounds: a new round."""
    house, room = room_of(request)
    wanted = await asked(request, NewRound)
    one = await rounds.made(house, room, wanted, chosen=await _chosen(request, room, wanted))
    await warmed(request, one)
    if wanted.open:
        await _closed_others(house, room, one)
        one = await rounds.opened(house, room, one)
    return answer(round_row(house, room, one), 201)


async def _chosen(request: Request, room: Room, plan: Planned) -> Chosen | None:
    """The customer of a round before or after."""
    variants = request.app.state.variants
    assert isinstance(variants, Variants)
    return await variants.chosen(room, plan)


async def warmed(request: Request, one: Round) -> None:
    """Have the processes that mark open the package before anybody hands anything in."""
    path = str(request.app.state.house.shelf.path_of(one.package_sha))
    task = asyncio.create_task(request.app.state.pool.warm(path))
    request.app.state.tasks.add(task)
    task.add_done_callback(request.app.state.tasks.discard)


async def changed(request: Request) -> Response:
    """POST …/rounds/{rid}/{open|pause|close|extend|next}."""
    house, room, one = _round(request)
    verb = request.path_params["verb"]
    if verb == "extend":
        one = await rounds.extended(house, room, one, (await asked(request, Extend)).minutes)
        return answer(round_row(house, room, one))
    await asked(request, Nothing)
    if room.session.state == "over":
        raise Refused("session-over")
    match verb:
        case "open":
            await _closed_others(house, room, one)
            one = await rounds.opened(house, room, one)
        case "pause":
            one = await rounds.paused(house, room, one)
        case "close":
            one = await rounds.closed(house, room, one)
        case "next":
            return await _next(request, house, room)
        case _:
            raise Refused("not-found")
    return answer(round_row(house, room, one))


async def following(request: Request) -> Response:
    """POST …/sessions/{id}/next: close what runs and open the next row of the run sheet."""
    house, room = room_of(request)
    await asked(request, Nothing)
    return await _next(request, house, room)


async def _next(request: Request, house: ClassHouse, room: Room) -> Response:
    waiting = [one for one in sorted(room.rounds.values(), key=lambda r: r.number) if one.state == "waiting"]
    step, rows = int(room.settings.get("step", 0)), list(room.session.run_sheet)
    if waiting:
        one = waiting[0]
    elif step < len(rows):
        plan = checked(dict(rows[step]), Planned)
        one = await rounds.made(house, room, plan, chosen=await _chosen(request, room, plan))
        await warmed(request, one)
        await rounds.session_changed(house, room, "trainer", "next", settings={"step": step + 1})
    else:
        raise Refused("plan-over")
    await _closed_others(house, room, one)
    one = await rounds.opened(house, room, one)
    return answer(round_row(house, room, one))


async def run_sheet(request: Request) -> Response:
    """POST …/sessions/{id}/run-sheet: another plan; the rounds that were played stay."""
    house, room = room_of(request)
    wanted = await asked(request, RunSheet)
    plans = plan_of(wanted.rows)
    request.app.state.variants.foreseen(plans)
    rows = [plan.model_dump(mode="json", exclude_none=True) for plan in plans]
    await rounds.session_changed(
        house, room, "trainer", "run-sheet", run_sheet=rows, settings={"step": min(wanted.step, len(rows))}
    )
    return answer(session_row(house, room.session))


async def transcript(request: Request) -> Response:
    """GET …/attempts/{id}/transcript: what was said, with the mark, for the trainer alone."""
    house, room = room_of(request)
    handed = room.ledger.attempt(request.path_params["attempt"])
    if handed is None:
        raise Refused("not-found")
    attempt_id = handed.id

    def read() -> tuple[Attempt | None, Mark | None]:
        with house.database.reading() as connection:
            return attempt_by_id(connection, attempt_id), mark_of(connection, attempt_id)

    row, mark = await asyncio.to_thread(read)
    if row is None:
        raise Refused("not-found")
    seat = room.seats[row.seat_id]
    told = {
        "attempt": row.id,
        "seat": {"id": seat.id, "nickname": seat.nickname},
        "round": row.round_id,
        "number": row.number,
        "state": row.state,
        "reason": row.reason,
        "flags": list(row.flags),
        "received_at": row.received_at,
        "transcript": json.loads(row.transcript),
        "mark": None
        if mark is None
        else {"score": mark.score, "passed": bool(mark.passed), "stage": mark.stage, **mark.details},
    }
    return answer({**told, "spoken": await asyncio.to_thread(_spoken, house, room, row)})


def _spoken(house: ClassHouse, room: Room, row: Attempt) -> list[dict[str, object]]:
    """The talk in words, so that a trainer can read along."""
    from game.classroom.voices import retold
    from game.records.class_rounds import package_by_sha

    with house.database.reading() as connection:
        package = package_by_sha(connection, room.rounds[row.round_id].package_sha)
    assert package is not None
    return retold(house.shelf.opened(package), json.loads(row.transcript))


async def undo(request: Request) -> Response:
    """POST …/attempts/{id}/{withdraw|restore}: take an attempt out of what counts, or back into it."""
    house, room = room_of(request)
    await asked(request, Nothing)
    handed = room.ledger.attempt(request.path_params["attempt"])
    if handed is None or handed.mark is None:
        raise Refused("not-found")
    withdraw = request.path_params["verb"] == "withdraw"
    state = "withdrawn" if withdraw else "scored"
    attempt_id = handed.id

    def work(connection: Connection) -> None:
        change_attempt(connection, attempt_id, state=state)
        house.note(connection, room.session.id, "trainer", f"attempt-{state}", attempt=attempt_id)
        row = attempt_by_id(connection, attempt_id)
        if withdraw and row is not None:
            for hook in house.withdrawals:
                hook(connection, row, house.clock.now())

    await house.write(work)
    handed.state = state
    room.recounted()
    room.tell_all()
    house.announce(room.session.id)
    return answer({"attempt": attempt_id, "state": state})


async def _closed_others(house: ClassHouse, room: Room, one: Round) -> None:
    """Only one round runs at a time, but those of a set run together."""
    for other in list(room.rounds.values()):
        together = other.mode == "set" and one.mode == "set"
        if other.id != one.id and other.state in {"open", "paused"} and not together:
            await rounds.closed(house, room, other)


def _round(request: Request) -> tuple[ClassHouse, Room, Round]:
    house, room = room_of(request)
    one = room.rounds.get(request.path_params["round"])
    if one is None:
        raise Refused("not-found")
    return house, room, one
