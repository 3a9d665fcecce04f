"""What attackers cost those who have come to play: guessed codes (T1), and connections that never finish a
request (T17)."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from game.classroom.limits import WINDOW
from game.classroom.tokens import ALPHABET, CODE_LENGTH
from tools.load.stage import Server, class_of, hung_up, trained
from tools.load.wire import Lost, Wire

ADDRESSES = 50
BETWEEN = 0.05
"""Seconds between two people who know the code."""

PHASES = 6
"""How often it is measured with and without silent connections, in turn: both see the same machine."""


@dataclass(slots=True)
class Guessing:
    """What so many guesses came to.

    Attributes:
        answers: how often each status was told to whoever guessed.
        minute: wrong codes that were looked at in the busiest minute.
        seconds: how long it took.
        joins: seconds that people with the right code waited meanwhile.
        shut_out: those of them that were not let in.
    """

    answers: Counter[int] = field(default_factory=Counter)
    minute: int = 0
    seconds: float = 0.0
    joins: list[float] = field(default_factory=list)
    shut_out: int = 0


@dataclass(slots=True)
class Addressed(Wire):
    """A connection from one of the addresses of this machine."""

    source: str = "127.0.0.1"

    async def opened(self) -> None:
        """Connect, where it is not."""
        if self._writer is None or self._writer.is_closing():
            try:
                self._reader, self._writer = await asyncio.open_connection(
                    self.host, self.port, local_addr=(self.source, 0)
                )
            except OSError as error:
                raise Lost(str(error)) from error


async def guessed(server: Server, count: int) -> Guessing:
    """Have fifty addresses guess codes as fast as they are answered, while others come in who know it."""
    await trained(server, "", {"capacity": 5_000})
    found, luck, looked_at = Guessing(), random.Random(1), list[float]()
    code = str(server.ready["code"])

    async def guessing(at: int) -> None:
        wire = Addressed("127.0.0.1", server.port, source=f"127.0.1.{1 + at}")
        for _ in range(count // ADDRESSES):
            wrong = "".join(luck.choices(ALPHABET, k=CODE_LENGTH))
            status = await _status(wire, {"code": wrong if wrong != code else wrong[::-1]})
            found.answers[status] += 1
            if status == 403:
                looked_at.append(time.perf_counter())
        wire.close()

    async def coming(at: int) -> None:
        wire = Addressed("127.0.0.1", server.port, source=f"127.0.2.{1 + at % 250}")
        began = time.perf_counter()
        found.shut_out += await _status(wire, {"code": code}) != 201
        found.joins.append(time.perf_counter() - began)
        wire.close()

    began = time.perf_counter()
    flood = asyncio.gather(*(guessing(at) for at in range(ADDRESSES)))
    while not flood.done():
        await coming(len(found.joins))
        await asyncio.sleep(BETWEEN)
    await flood
    found.seconds = time.perf_counter() - began
    found.minute = max((sum(at <= one < at + WINDOW for one in looked_at) for at in looked_at), default=0)
    await trained(server, "/lift")
    return found


async def _status(wire: Wire, body: dict[str, str]) -> int:
    try:
        status, _ = await wire.asked("POST", "/api/v1/join", body)
    except Lost:
        return 0
    return status


@dataclass(slots=True)
class Silence:
    """What people wait while others hold connections open and say nothing.

    Attributes:
        without, beside: seconds of each request, without silent connections and beside them.
        errors: requests that were not answered as they should be.
        closed: silent connections that were not open any more when they were looked at.
    """

    without: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    errors: int = 0
    closed: int = 0


async def endured(server: Server, silent: int, seats: int, requests: int) -> Silence:
    """Measure requests of seats with and without silent connections, in turn.

    Args:
        server: is running.
        silent: connections; half of them have begun a request.
        seats: that ask for news, one after the other.
        requests: that are measured in each phase.
    """
    found, trainees = Silence(), await class_of(server, seats)

    async def asking(into: list[float]) -> None:
        for at in range(requests):
            began = time.perf_counter()
            status, _ = await trainees[at % seats].wire.asked("GET", "/api/v1/state")
            into.append(time.perf_counter() - began)
            found.errors += status != 200

    await asking([])  # the first requests find everything cold
    for _ in range(PHASES):
        await asking(found.without)
        found.closed += await _beside(server, silent, lambda: asking(found.beside))
    await hung_up(trainees)
    return found


async def _beside(server: Server, silent: int, work: Callable[[], Awaitable[None]]) -> int:
    """Do something while connections are open that say nothing; how many of them were closed meanwhile."""
    opened = await asyncio.gather(*(asyncio.open_connection("127.0.0.1", server.port) for _ in range(silent)))
    for _, writer in opened[: silent // 2]:
        writer.write(b"GET /api/v1/hello HTTP/1.1\r\nX-Slow: ")
    await asyncio.gather(*(writer.drain() for _, writer in opened))
    await work()
    closed = sum(reader.at_eof() for reader, _ in opened)
    for _, writer in opened:
        writer.close()
    return closed
