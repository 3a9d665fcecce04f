"""How a class comes and comes back: joins by plan (L6), and hundreds of seats whose server has died (L9)."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

from game.classroom.attendance import FIRST_WAIT, LONGEST_WAIT
from tools.load.bursts import ledger, percentile
from tools.load.stage import Server, Trainee, trained
from tools.load.wire import Lost, Wire


@dataclass(slots=True)
class Joins:
    """What so many joins came to.

    Attributes:
        took: seconds from the planned moment of each to its answer.
        refused: those that were not let in.
    """

    took: list[float] = field(default_factory=list)
    refused: int = 0

    def percentile(self, percent: float) -> float:
        """Milliseconds."""
        return percentile(self.took, percent) * 1e3


async def joins(server: Server, count: int, seconds: float) -> Joins:
    """Have so many join, evenly over some seconds, by plan and not when the one before was in."""
    await trained(server, "", {"capacity": 5_000})
    found, began = Joins(), time.perf_counter()

    async def one(at: int) -> None:
        planned = began + seconds * at / count
        await asyncio.sleep(max(0.0, planned - time.perf_counter()))
        wire = Wire("127.0.0.1", server.port)
        try:
            status, _ = await wire.asked("POST", "/api/v1/join", {"code": server.ready["code"]})
        except Lost:
            status = 0
        found.took.append(time.perf_counter() - planned)
        found.refused += status != 201
        wire.close()

    await asyncio.gather(*(one(at) for at in range(count)))
    return found


@dataclass(slots=True)
class Return:
    """What became of a class whose server was killed.

    Attributes:
        up: seconds from the start of the new process until it answered.
        board: seconds until the board was what the rows say.
        back: seconds until the last seat had been answered.
        late: answers of the server that were its fault (5xx), later than three seconds after its start.
        faults: what the ledger found wrong.
    """

    up: float = 0.0
    board: float = 0.0
    back: float = 0.0
    late: int = 0
    faults: list[str] = field(default_factory=list)


async def returned(server: Server, trainees: list[Trainee]) -> Return:
    """Kill a server that so many seats wait at for news, start it again, and wait until all are back.

    Seats wait before they try again as the desk does, drawn and longer each time (T12).
    """
    found, heard = Return(), [asyncio.Event() for _ in trainees]
    killed = asyncio.Event()
    started = 0.0

    async def seat(one: Trainee, mine: asyncio.Event) -> None:
        wire, longest = Wire("127.0.0.1", server.port, one.wire.token), FIRST_WAIT
        version = ""
        while not mine.is_set():
            try:
                status, told = await wire.asked("GET", f"/api/v1/state?after={version}")
            except Lost:
                status, told = 0, {}
            if status == 200:
                version, longest = str(told["version"]), FIRST_WAIT
                if killed.is_set():
                    mine.set()
                continue
            if status >= 500 and started and time.perf_counter() - started > 3:
                found.late += 1
            await asyncio.sleep(random.uniform(longest / 2, longest))
            longest = min(longest * 2, LONGEST_WAIT)
        wire.close()

    waiting = [asyncio.create_task(seat(*each)) for each in zip(trainees, heard, strict=True)]
    await asyncio.sleep(2)
    await asyncio.to_thread(server.kill)
    killed.set()
    began = started = time.perf_counter()
    found.up = await asyncio.to_thread(server.start)
    while await ledger(server, trainees) and time.perf_counter() - began < 60:
        await asyncio.sleep(0.02)
    found.board = time.perf_counter() - began
    await asyncio.gather(*waiting)
    found.back = time.perf_counter() - began
    found.faults = await ledger(server, trainees)
    return found
