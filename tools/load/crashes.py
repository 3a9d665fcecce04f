"""The server is killed amid bursts, again and again; nothing acknowledged may be lost or twice (T9)."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass

from tools.load.bursts import ledger
from tools.load.stage import Server, Trainee, again, class_of, hung_up
from tools.load.wire import Lost

PATIENCE = 90.0


@dataclass(slots=True)
class Crashes:
    """What came of killing a server.

    Attributes:
        times: how often it was killed.
        sent: conversations that were handed in.
        acknowledged: those whose acknowledgement came before a kill.
        back: seconds from each kill until a server answered again.
        faults: what the ledger found wrong.
    """

    times: int
    sent: int
    acknowledged: int
    back: list[float]
    faults: list[str]


async def crashed(server: Server, seats: int, times: int, seed: int = 5) -> Crashes:
    """Kill a running server at random moments of bursts and start it again.

    Args:
        server: is running.
        seats: that hand in during every burst.
        times: how often.
        seed: of the moments.
    """
    luck = random.Random(seed)
    trainees = await class_of(server, seats)
    whole: list[Trainee] = []
    found = Crashes(times, 0, 0, [], [])
    for _ in range(times):
        burst = asyncio.gather(*(_sent(one, at / seats, found.faults) for at, one in enumerate(trainees)))
        await asyncio.sleep(luck.uniform(0.05, 1.1))
        await asyncio.to_thread(server.kill)
        found.acknowledged += sum(bool(one.attempt) for one in trainees)
        early = [(one, one.attempt) for one in trainees if one.attempt]
        found.back.append(await asyncio.to_thread(server.start))
        with server.rows() as rows:
            stored = {row[0] for row in rows.asked("SELECT id FROM attempt")}
        lost = [attempt for _, attempt in early if attempt not in stored]
        if lost:
            found.faults.append(f"{len(lost)} acknowledged and lost")
        await burst
        whole += trainees
        trainees = await again(trainees)
    found.sent = len(whole)
    began = time.perf_counter()
    while server.count("attempt", "state = 'received'") and time.perf_counter() - began < PATIENCE:
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.6)
    found.faults += await ledger(server, whole)
    await hung_up(whole)
    if server.count("mark") != len(whole):
        found.faults.append(f"{server.count('mark')} marks of {len(whole)}")
    return found


async def _sent(one: Trainee, after: float, faults: list[str]) -> None:
    """Hand in until it is acknowledged, under the same key."""
    await asyncio.sleep(after)
    while True:
        try:
            status = await one.hand_in()
        except Lost:
            status = 0
        if status in (200, 201):
            return
        if 400 <= status < 500 and status != 429:
            faults.append(f"refused with {status}")
            return
        await asyncio.sleep(random.uniform(0.1, 0.6))
