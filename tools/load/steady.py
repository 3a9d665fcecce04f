"""Long loads: as much as the server takes, and hundreds of walls, some of which have stopped reading."""

from __future__ import annotations

import asyncio
import time
from collections import deque

from tools.load.bursts import Burst, behind, ledger
from tools.load.stage import Server, Trainee, again
from tools.load.wire import Lost, Wire


async def sustained(server: Server, trainees: list[Trainee], seconds: float) -> tuple[float, Burst]:
    """Everybody hands in one conversation after the other; how many a second were acknowledged.

    Beginning the next attempt counts as time but not as a submission.
    """
    found, end = Burst(), time.perf_counter() + seconds
    sent: list[Trainee] = []

    async def busy(one: Trainee) -> None:
        while time.perf_counter() < end:
            began = time.perf_counter()
            try:
                status = await one.hand_in()
            except Lost:
                status = 0
            found.acks.append(time.perf_counter() - began)
            found.errors += status not in (200, 201)
            sent.append(one)
            (one,) = await again([one])

    began = time.perf_counter()
    await asyncio.gather(*(busy(one) for one in trainees))
    rate = (len(sent) - found.errors) / (time.perf_counter() - began)
    while server.count("attempt", "state = 'received'"):
        await asyncio.sleep(0.2)
    found.resident = server.resident_alone(), server.resident()
    for _ in range(20):  # a board is drawn four times a second, and news of another server take as long
        await asyncio.sleep(0.5)
        found.faults = await ledger(server, sent)
        if not found.faults:
            break
    return rate, found


async def watched(server: Server, walls: int, stalled: int, trainees: list[Trainee], seconds: float) -> Burst:
    """Many walls, and some more that have stopped reading, while marks come in evenly.

    Resident memory is told before the marks came and after them, with everybody connected.
    """
    found = Burst()
    waiting = deque(trainees)
    asleep = []
    for _ in range(stalled):
        wire = Wire("127.0.0.1", server.port)
        await wire.opened()
        assert wire._writer is not None
        wire._writer.write(wire._head("GET", f"{server.board}/events", 0, {}))
        asleep.append(wire)  # and never reads

    async def wall() -> None:
        wire = Wire("127.0.0.1", server.port)
        try:
            async for number, _ in wire.events(f"{server.board}/events"):
                found.lags.append(behind(number))
        finally:
            wire.close()

    watching = [asyncio.create_task(wall()) for _ in range(walls)]
    await asyncio.sleep(1.5)
    found.lags.clear()  # what they were greeted with
    before = server.resident_alone()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and waiting:
        await waiting.popleft().hand_in()
        await asyncio.sleep(0.25)
    found.resident = before, server.resident_alone()
    for task in watching:
        task.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    for wire in asleep:
        wire.close()
    return found
