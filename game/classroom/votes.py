"""Leading a vote: phase by phase, and a mark for everybody who voted when the conversation is over."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import position_work
from game.classroom.bodies import answer, asked
from game.classroom.callers import house_of, seat_of
from game.classroom.house import ClassHouse
from game.classroom.lobby import round_row
from game.classroom.refusals import Refused
from game.classroom.requests import Hands, Nothing, Say, Vote
from game.classroom.room import Room
from game.classroom.trainer import room_of
from game.classroom.vote_marks import vote_marked
from game.classroom.vote_tables import PHASES, Table, counted, favourite, line_of, tally
from game.classroom.vote_telling import vote_json
from game.classroom.workers import Workers
from game.engine.conversation import Step
from game.records.class_changes import of_talk
from game.records.class_rounds import Round, Talk, keep_talk, package_by_sha
from game.records.class_votes import Vote as Cast
from game.records.class_votes import cast

PATIENCE = 30.0
"""Seconds that a trainer waits for values before being told to try again."""


async def vote(request: Request) -> Response:
    """POST /api/v1/votes: what this seat would say; it may change until the vote is closed."""
    room, seat = seat_of(request)
    house, wanted = house_of(request), await asked(request, Vote)
    one, talk = room.rounds.get(wanted.round), room.talks.get(wanted.round)
    if one is None or talk is None or one.state not in {"open", "paused"} or seat.state != "seated":
        raise Refused("round-closed")
    turn = talk.turns[-1]
    if talk.phase != "voting" or turn["turn"] != wanted.turn:
        raise Refused("turn-closed")
    if wanted.line not in turn["lines"]:
        raise Refused("not-on-offer")
    row = Cast(one.id, seat.id, wanted.turn, wanted.line, house.clock.now())
    await house.write(lambda connection: cast(connection, row))
    room.votes.setdefault((one.id, wanted.turn), {})[seat.id] = wanted.line
    room.tell((seat.id,))
    house.announce(room.session.id, of_talk(one.id))
    return answer({"turn": wanted.turn, "line": wanted.line})


class Leader:
    """Leads the votes of a house; values are worked out in a process of its own from the moment a turn
    begins."""

    def __init__(self, house: ClassHouse, threaded: bool = False) -> None:
        """Lead the votes of a house."""
        self._house = house
        self._workers = Workers(-1 if threaded else 1, gentle=True)
        self._valuing: dict[tuple[str, int], asyncio.Task[None]] = {}
        self._locks: dict[str, asyncio.Lock] = {}  # only one thing at a time is done to a conversation

    async def restored(self) -> None:
        """Take up the conversations that were going on when the server stopped."""
        for room in list(self._house.rooms.values()):
            for one in list(room.rounds.values()):
                if one.mode == "vote" and one.id in room.talks:
                    await self._seated(room, one)
                    self._retold(room, one)
                    if one.state in {"open", "paused"} and room.talks[one.id].phase != "over":
                        self._value(room, one)

    def merged(self, room: Room) -> None:
        """A class was read again because another server has changed it."""
        for one in room.rounds.values():
            talk = room.talks.get(one.id)
            if talk is None or one.id in self._house.tables:
                continue
            with self._house.database.reading() as connection:
                package = package_by_sha(connection, one.package_sha)
            if package is not None:
                self._house.tables[one.id] = Table.at(self._house.shelf.opened(package), one.seed, talk.moves)
                self._retold(room, one)
        room.tell_all()

    async def begin(self, room: Room, one: Round) -> None:
        """The first turn of a round that has just been opened; nothing where it was opened before."""
        if one.id in room.talks:
            return
        table = await self._seated(room, one)
        turn = table.turn(self._house.clock.now())
        await self._keep(room, one, Talk(one.id, [], "voting", [turn]))
        self._value(room, one)

    async def lead(self, request: Request) -> Response:
        """POST …/rounds/{rid}/vote/{close|distribution|value|why|thought|say|hands}."""
        house, room = room_of(request)
        one = room.rounds.get(request.path_params["round"])
        talk = None if one is None else room.talks.get(one.id)
        if one is None or talk is None:
            raise Refused("not-found")
        verb = request.path_params["verb"]
        if talk.phase == "over" or one.state == "closed":
            raise Refused("wrong-phase")
        hands = (await asked(request, Hands)).hands if verb == "hands" else {}
        line = (await asked(request, Say)).line if verb == "say" else None
        if verb not in {"hands", "say"}:
            await asked(request, Nothing)
        await self._seated(room, one)
        why = None
        if verb in {"value", "why", "thought", "say"}:
            await self._values(room, one, talk.turns[-1]["turn"])
        if verb in {"why", "thought"}:
            why = await self._why(room, one, dict(room.talks[one.id].turns[-1]))
        async with self._lock(one):
            talk = room.talks[one.id]
            if verb == "hands":
                await self._hands(room, one, talk, hands)
            elif verb == "say":
                await self._say(room, one, talk, line)
            else:
                phase = {"close": "closed", "reopen": "voting"}.get(verb, verb)
                await self._phase(room, one, talk, phase, why)
        if room.talks[one.id].phase == "over":
            await self.finish(room, one)
        now = room.rounds[one.id]
        return answer({**round_row(house, room, now), "vote": vote_json(house, room, now, None, whole=True)})

    async def finish(self, room: Room, one: Round) -> None:
        """Give everybody who voted a mark; done once, when the conversation or its round is over."""
        talk = room.talks.get(one.id)
        if talk is None or room.ledger.has_marks(one.id):
            return
        for turn in talk.turns:
            if turn.get("said") and not turn.get("values"):
                with contextlib.suppress(Refused):  # a turn without values does not count, for anybody
                    await self._values(room, one, turn["turn"])
        await vote_marked(self._house, room, one, self._house.tables[one.id])

    def close(self) -> None:
        """Stop working things out."""
        for task in self._valuing.values():
            task.cancel()
        self._workers.close()

    async def _hands(self, room: Room, one: Round, talk: Talk, hands: dict[str, int]) -> None:
        turn = dict(talk.turns[-1])
        if talk.phase not in {"voting", "closed"}:
            raise Refused("wrong-phase")
        lines = {line_of(turn, name): count for name, count in hands.items()}
        if None in lines:
            raise Refused("not-on-offer")
        turn["hands"] = {line: count for line, count in lines.items() if count}
        await self._keep(room, one, Talk(one.id, talk.moves, talk.phase, [*talk.turns[:-1], turn]))

    async def _phase(
        self, room: Room, one: Round, talk: Talk, phase: str, why: dict[str, str] | None
    ) -> None:
        """Show the next part."""
        if phase not in PHASES or phase == "over":
            raise Refused("not-found")
        back = phase == "voting" and talk.phase == "closed"
        if not back and PHASES.index(phase) <= PHASES.index(talk.phase):
            raise Refused("wrong-phase")
        turn = dict(talk.turns[-1])
        if why is not None:
            turn["why"] = why
        await self._keep(room, one, Talk(one.id, talk.moves, phase, [*talk.turns[:-1], turn]))

    async def _say(self, room: Room, one: Round, talk: Talk, name: str | None) -> None:
        """Say a line and go on."""
        if talk.phase == "voting":
            raise Refused("wrong-phase")
        table, turn = self._house.tables[one.id], dict(talk.turns[-1])
        line = favourite(room, one, turn) if name is None else line_of(turn, name)
        if line is None:
            raise Refused("not-on-offer")
        step = table.conversation.say(line)
        if not isinstance(step, Step):
            raise Refused("not-on-offer")
        turn |= {"said": line, "votes": dict(counted(room, one, turn))}
        after = Table(table.loaded, step.conversation)
        over = step.conversation.outcome is not None
        turns = [*talk.turns[:-1], turn]
        if not over:
            turns.append(after.turn(self._house.clock.now()))
        self._house.tables[one.id] = after
        fresh = Talk(one.id, [*talk.moves, line], "over" if over else "voting", turns)
        try:
            await self._keep(room, one, fresh)
        except Refused:
            self._house.tables[one.id] = table
            raise
        if not over:
            self._value(room, one)

    def _lock(self, one: Round) -> asyncio.Lock:
        return self._locks.setdefault(one.id, asyncio.Lock())

    async def _seated(self, room: Room, one: Round) -> Table:
        """The conversation of a round in memory."""
        house = self._house
        if one.id not in house.tables:
            talk = room.talks.get(one.id)

            def opened() -> Table:
                with house.database.reading() as connection:
                    package = package_by_sha(connection, one.package_sha)
                assert package is not None
                return Table.at(house.shelf.opened(package), one.seed, talk.moves if talk is not None else ())

            house.tables[one.id] = await asyncio.to_thread(opened)
        table = house.tables[one.id]
        assert isinstance(table, Table)
        return table

    async def _keep(self, room: Room, one: Round, talk: Talk) -> None:
        """Write a conversation down and tell everybody."""
        await self._house.write(lambda connection: keep_talk(connection, talk))
        room.talks[one.id] = talk
        self._retold(room, one)
        room.tell_all()
        self._house.announce(room.session.id, of_talk(one.id))

    def _retold(self, room: Room, one: Round) -> None:
        """Places from the turns that are over."""
        talk, table = room.talks[one.id], self._house.tables[one.id]
        rubric, stage = table.conversation.scenario.rubric, int(table.conversation.stage)
        room.tallied[one.id] = tally(room, one, talk, rubric.passing, stage)
        if room.frozen and one.id not in room.tallied_frozen:
            frozen = int(room.settings.get("frozen_turns", {}).get(one.id, 0))
            room.tallied_frozen[one.id] = tally(room, one, talk, rubric.passing, stage, frozen)

    def _value(self, room: Room, one: Round) -> asyncio.Task[None]:
        """Begin to work out what the lines of the present turn are worth."""
        talk = room.talks[one.id]
        turn = talk.turns[-1]["turn"]
        key = (one.id, turn)
        if key not in self._valuing or (self._valuing[key].done() and not _has_values(talk, turn)):
            moves = list(talk.moves[: turn - 1])
            self._valuing[key] = asyncio.create_task(self._valued(room, one, turn, moves))
        return self._valuing[key]

    async def _valued(self, room: Room, one: Round, number: int, moves: list[str]) -> None:
        path = str(self._house.shelf.path_of(one.package_sha))
        found = await self._workers.call(position_work.valued, path, one.seed, moves)
        lines: dict[str, dict[str, Any]] = found["lines"]
        worth = {
            "values": {line: each["value"] for line, each in lines.items()},
            "judgements": {line: each["judgement"] for line, each in lines.items()},
            "exact": found["exact"],
        }
        async with self._lock(one):
            talk = room.talks[one.id]
            turns = [{**turn, **worth} if turn["turn"] == number else turn for turn in talk.turns]
            await self._keep(room, one, Talk(one.id, talk.moves, talk.phase, turns))

    async def _values(self, room: Room, one: Round, number: int) -> None:
        """Wait for values.

        Raises:
            Refused: they take too long; they are worked on.
        """
        if _has_values(room.talks[one.id], number):
            return
        task = self._valuing.get((one.id, number)) or self._value(room, one)
        try:
            async with asyncio.timeout(PATIENCE):
                await asyncio.shield(task)
        except TimeoutError:
            raise Refused("values-pending", wait=5) from None

    async def _why(self, room: Room, one: Round, turn: dict[str, Any]) -> dict[str, str]:
        """Why the best line is better than what the room would have said, or than the worst where it was
        best."""
        values: dict[str, int] = turn["values"]
        best = max(turn["lines"], key=lambda line: values[line])
        said = favourite(room, one, turn)
        if values[said] == values[best]:
            said = min(turn["lines"], key=lambda line: values[line])
        if values[said] == values[best]:
            return {}
        path = str(self._house.shelf.path_of(one.package_sha))
        moves = list(room.talks[one.id].moves)
        return await self._workers.call(position_work.explained, path, one.seed, moves, said, best)


def _has_values(talk: Talk, number: int) -> bool:
    return any(turn["turn"] == number and turn.get("values") for turn in talk.turns)
