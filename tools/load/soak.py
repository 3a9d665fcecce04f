"""Hours of a class: everybody plays on and on, and every half minute some lose their connection (L8)."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

from tools.load.bursts import ledger
from tools.load.stage import Server, Trainee, again
from tools.load.wire import Lost

THOUGHT = (40.0, 110.0)
"""Seconds that a conversation takes its player."""

WARM = 0.1
"""Share of the time after which memory is looked at for the first time."""


@dataclass(slots=True)
class Soak:
    """What hours came to.

    Attributes:
        sent: conversations that were handed in.
        cut: connections that were broken while something was on its way, or might have been.
        before, after: megabytes of the server when it was warm, and at the end.
        faults: what the ledger found wrong.
    """

    sent: int = 0
    cut: int = 0
    before: float = 0.0
    after: float = 0.0
    faults: list[str] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Per cent by which the server grew."""
        return (self.after / self.before - 1) * 100 if self.before else 0.0


async def soaked(
    server: Server,
    trainees: list[Trainee],
    seconds: float,
    every: float = 30.0,
    thought: tuple[float, float] = THOUGHT,
    seed: int = 8,
) -> Soak:
    """Have everybody play for so long; a tenth loses its connection every so many seconds."""
    found, luck, end = Soak(), random.Random(seed), time.monotonic() + seconds
    whole: list[Trainee] = []
    seats = list(trainees)

    async def seat(at: int) -> None:
        while time.monotonic() < end:
            await asyncio.sleep(luck.uniform(*thought))
            await _handed(seats[at])
            whole.append(seats[at])
            (seats[at],) = await again([seats[at]])

    async def cutting() -> None:
        while time.monotonic() < end - every:
            await asyncio.sleep(every)
            for one in luck.sample(seats, max(1, len(seats) // 10)):
                one.wire.cut()
                found.cut += 1

    async def weighing() -> None:
        await asyncio.sleep(seconds * WARM)
        found.before = server.resident_alone()

    await asyncio.gather(*(seat(at) for at in range(len(seats))), cutting(), weighing())
    while server.count("attempt", "state = 'received'"):
        await asyncio.sleep(0.2)
    await asyncio.sleep(0.6)
    found.after, found.sent = server.resident_alone(), len(whole)
    found.faults = await ledger(server, whole)
    if (rows := server.count("attempt")) != len(whole):
        found.faults.append(f"{rows} attempts of {len(whole)}")
    return found


async def _handed(one: Trainee) -> None:
    """Hand in until it is acknowledged, under the same key."""
    while not one.attempt:
        try:
            status = await one.hand_in()
        except Lost:
            status = 0
        if status not in (200, 201):
            await asyncio.sleep(0.3)
