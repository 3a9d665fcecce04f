"""Has the positions of a class valued, the most visited first, in a process that steps back behind
everything."""

from __future__ import annotations

import asyncio
from concurrent.futures import BrokenExecutor
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import pictures, position_work
from game.classroom.bodies import answer, asked
from game.classroom.house import ClassHouse
from game.classroom.lobby import session_row
from game.classroom.pictures import Moment, Where
from game.classroom.refusals import Refused
from game.classroom.requests import Discussion
from game.classroom.room import Room
from game.classroom.rounds import session_changed
from game.classroom.trainer import room_of
from game.classroom.workers import Workers
from game.content.loading import Loaded
from game.records.class_attempts import Mark
from game.records.class_counts import seeds
from game.records.class_rounds import Round, package_by_sha

MOST = 120
"""Positions of a round that are valued; later ones were reached by one or two each."""

AT_ONCE = 4
PATIENCE = 4.0
"""Seconds that a picture waits for values that are not there yet; the page asks again for the rest."""


class Studies:
    """What is known of the positions of the rounds that a trainer has looked at."""

    def __init__(self, house: ClassHouse, threaded: bool = False) -> None:
        """Study the rounds of a house."""
        self._house = house
        self._workers = Workers(-1 if threaded else 1, gentle=True)
        self._known: dict[str, dict[Where, dict[str, Any]]] = {}  # by round
        self._running: dict[str, asyncio.Task[None]] = {}

    async def picture(self, request: Request) -> Response:
        """GET …/rounds/{rid}/picture: `pending` says how many positions are still being valued."""
        house, room = room_of(request)
        one = room.rounds.get(request.path_params["round"])
        if one is None:
            raise Refused("not-found")
        loaded, marks, found, pending = await self._moments(house, room, one)
        told = await asyncio.to_thread(pictures.picture, loaded, marks, found)
        return answer({"round": one.id, **told, "pending": pending})

    async def discuss(self, request: Request) -> Response:
        """POST …/sessions/{id}/discussion: one moment of the present round on the board, or none."""
        house, room = room_of(request)
        wanted = await asked(request, Discussion)
        shown = None
        if wanted.beat is not None:
            one = room.current if wanted.round is None else room.rounds.get(wanted.round)
            if one is None:
                raise Refused("not-found")
            loaded, _, found, _ = await self._moments(house, room, one)
            moment = found.get(wanted.beat)
            if moment is None:
                raise Refused("not-found")
            shown = pictures.on_the_board(loaded, moment, wanted.values)
        await session_changed(house, room, "trainer", "discussion", settings={"discussion": shown})
        return answer(session_row(house, room.session))

    def close(self) -> None:
        """Stop working."""
        for task in self._running.values():
            task.cancel()
        self._workers.close()

    async def _moments(
        self, house: ClassHouse, room: Room, one: Round
    ) -> tuple[Loaded, list[Mark], dict[str, Moment], int]:
        loaded = await asyncio.to_thread(_opened, house, one)
        marks = await asyncio.to_thread(pictures.marks_of, house, one)
        if one.mode == "vote":
            return loaded, marks, pictures.voted(room, one), 0
        known = self._known.setdefault(one.id, {})
        wanted = [where for where, _ in pictures.positions(marks).most_common(MOST) if where not in known]
        if wanted:
            task = self._running.get(one.id)
            if task is None or task.done():
                task = asyncio.create_task(self._work(one, wanted, marks))
                self._running[one.id] = task
            await asyncio.wait({task}, timeout=PATIENCE)
        pending = sum(where not in known for where in wanted)
        return loaded, marks, pictures.moments(marks, known), pending

    async def _work(self, one: Round, wanted: list[Where], marks: list[Mark]) -> None:
        """Value positions, the most visited first."""
        luck = await asyncio.to_thread(self._seeds, one, marks)
        path = str(self._house.shelf.path_of(one.package_sha))
        known = self._known[one.id]
        for first in range(0, len(wanted), AT_ONCE):
            part = wanted[first : first + AT_ONCE]
            asked_for = [(luck.get(customer, 0), moves) for customer, moves in part]
            try:
                found = await self._workers.call(position_work.many, path, asked_for)
            except (BrokenExecutor, ValueError):
                return
            for where, worth in zip(part, found, strict=True):
                known[where] = {} if worth is None else worth["lines"]

    def _seeds(self, one: Round, marks: list[Mark]) -> dict[int, int]:
        """A seed for every customer that the class has met."""
        with self._house.database.reading() as connection:
            played = seeds(connection, one.id)
        found: dict[int, int] = {}
        for mark in marks:
            if mark.attempt_id in played:
                found.setdefault(int(mark.details["customer"]), played[mark.attempt_id])
        return found


def _opened(house: ClassHouse, one: Round) -> Loaded:
    with house.database.reading() as connection:
        package = package_by_sha(connection, one.package_sha)
    assert package is not None, "rounds refer to packages that are there"
    return house.shelf.opened(package)
