"""Long loads: as much as the server takes, and hundreds of walls, some of which have stopped reading."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass

from tools.load.bursts import Burst, behind, ledger
from tools.load.processor import Spent
from tools.load.stage import Server, Trainee, again
from tools.load.wire import Lost, Wire


@dataclass(slots=True)
class Sustained:
    """What a long load came to.

    Attributes:
        burst: acknowledgements of what was handed in, errors, faults of the ledger, memory.
        begins: seconds that each beginning took.
        rate: conversations that were acknowledged in a second.
        spent: processor time from the first request to the last acknowledgement.
        backlog: seconds from the last acknowledgement to the last mark.
    """

    burst: Burst
    begins: list[float]
    rate: float = 0.0
    spent: Spent = Spent(0.0, 0.0, 0.0, 1.0)  # noqa: RUF009 - frozen
    backlog: float = 0.0

    @property
    def each(self) -> Spent:
        """Processor time for one conversation, begun, handed in and marked."""
        count = max(1, len(self.burst.acks))
        spent = self.spent
        return Spent(spent.servers / count, spent.marking / count, spent.load / count, spent.at / count)


async def sustained(servers: list[Server], trainees: list[Trainee], seconds: float) -> Sustained:
    """Everybody begins, hands in what was played beforehand, and begins again.

    Beginning counts as time but not as a submission.

    Args:
        servers: on one database; the first of them is asked for what is stored and shown.
        trainees: each with a conversation that was begun.
        seconds: after which nobody begins any more.
    """
    server, burst = servers[0], Burst()
    found, end = Sustained(burst, []), time.perf_counter() + seconds
    sent: list[Trainee] = []

    async def busy(one: Trainee) -> None:
        while True:
            began = time.perf_counter()
            try:
                status = await one.hand_in()
            except Lost:
                status = 0
            acknowledged = time.perf_counter()
            burst.acks.append(acknowledged - began)
            burst.errors += status not in (200, 201)
            one.transcript = {}  # of tens of thousands; the ledger needs the key alone
            sent.append(one)
            if acknowledged >= end:
                return
            (one,) = await again([one])
            found.begins.append(time.perf_counter() - acknowledged)

    before = Spent.of(servers)
    await asyncio.gather(*(busy(one) for one in trainees))
    found.spent = Spent.of(servers).since(before)
    last = time.perf_counter()
    found.rate = (len(sent) - burst.errors) / found.spent.at
    while server.count("attempt", "state = 'received'"):
        await asyncio.sleep(0.05)
    found.backlog = time.perf_counter() - last
    burst.resident = server.resident_alone(), server.resident()
    for _ in range(20):  # a board is drawn four times a second, and news of another server take as long
        await asyncio.sleep(0.5)
        burst.faults = await ledger(server, sent)
        if not burst.faults:
            break
    return found


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
