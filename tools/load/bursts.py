"""Bursts: everybody hands in within a second, walls watch, and every figure is checked against the rows."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from tools.load.stage import Server, Trainee
from tools.load.wire import Lost, Wire

SCORED_WITHIN = 180.0
"""Seconds after which waiting for marks is given up."""


@dataclass(slots=True)
class Burst:
    """What a burst came to.

    Attributes:
        acks: seconds from the planned moment of each request to its acknowledgement.
        errors: answers that were no acknowledgement.
        scored: seconds from the last request to the last mark.
        lags: seconds from the drawing of a board to its arrival at a wall.
        resident: megabytes of the server, and of it with the processes that mark.
        faults: what the ledger found wrong; empty where all is well.
    """

    acks: list[float] = field(default_factory=list)
    errors: int = 0
    scored: float = 0.0
    lags: list[float] = field(default_factory=list)
    resident: tuple[float, float] = (0.0, 0.0)
    faults: list[str] = field(default_factory=list)

    def ack(self, percent: float) -> float:
        """A percentile of the acknowledgements, milliseconds."""
        return percentile(self.acks, percent) * 1e3

    def lag(self, percent: float) -> float:
        """A percentile of the board's lag, milliseconds."""
        return percentile(self.lags, percent) * 1e3


def percentile(values: list[float], percent: float) -> float:
    """The smallest value that is not exceeded by so many percent of them."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else 0.0


async def burst(server: Server, trainees: list[Trainee], seconds: float = 1.0, walls: int = 1) -> Burst:
    """Have everybody hand in, evenly over some seconds, by plan and not when the one before was done.

    Args:
        server: is running.
        trainees: each with a conversation.
        seconds: in which all requests begin.
        walls: boards that watch.
    """
    found, stop = Burst(), asyncio.Event()
    marked = server.count("mark")
    watching = [asyncio.create_task(_watched(server, found, stop)) for _ in range(walls)]
    await asyncio.gather(*(one.wire.opened() for one in trainees))
    await asyncio.sleep(0.2)
    began = time.perf_counter()

    async def one_of_them(at: int, trainee: Trainee) -> None:
        planned = began + seconds * at / len(trainees)
        await asyncio.sleep(max(0.0, planned - time.perf_counter()))
        try:
            status = await trainee.hand_in()
        except Lost:
            status = 0
        found.acks.append(time.perf_counter() - planned)
        found.errors += status not in (200, 201)

    await asyncio.gather(*(one_of_them(at, trainee) for at, trainee in enumerate(trainees)))
    last = began + seconds
    while server.count("mark") < marked + len(trainees) - found.errors:
        if time.perf_counter() - last > SCORED_WITHIN:
            found.faults.append("some were never marked")
            break
        await asyncio.sleep(0.05)
    found.scored = max(0.0, time.perf_counter() - last)
    found.resident = server.resident_alone(), server.resident()
    await asyncio.sleep(0.6)
    stop.set()
    for task in watching:
        task.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    found.faults += await ledger(server, trainees)
    return found


async def _watched(server: Server, found: Burst, stop: asyncio.Event) -> None:
    """One wall."""
    wire = Wire("127.0.0.1", server.port)
    try:
        async for number, _ in wire.events(f"{server.board}/events"):
            if stop.is_set():
                return
            found.lags.append(behind(number))
    finally:
        wire.close()


def behind(number: int) -> float:
    """Seconds since a board was drawn: its number is the moment, in milliseconds of the same clock."""
    return max(0.0, time.time() - number / 1000)


async def ledger(server: Server, trainees: list[Trainee]) -> list[str]:
    """What does not agree: what was acknowledged, the rows, the board."""
    faults = []
    with server.rows() as rows:
        stored = dict(rows.asked("SELECT id, key FROM attempt"))
        best: dict[str, int] = {}
        for seat, score in rows.asked(
            "SELECT mark.seat_id, mark.score FROM mark JOIN attempt ON attempt.id = attempt_id "
            "WHERE mark.round_id = ? AND attempt.state = 'scored'",
            (trainees[0].round,),
        ):
            best[seat] = max(best.get(seat, 0), score)
        twice = rows.number("SELECT count(*) - count(DISTINCT key) FROM attempt")
        double = rows.number("SELECT count(*) - count(DISTINCT attempt_id) FROM mark")
    lost = [one for one in trainees if one.attempt and stored.get(one.attempt) != one.key]
    if lost:
        faults.append(f"{len(lost)} acknowledged and lost")
    if twice or double:
        faults.append(f"{twice} attempts and {double} marks twice")
    wire = Wire("127.0.0.1", server.port)
    status, board = await wire.asked("GET", f"{server.board}/board.json")
    wire.close()
    shown = [row["score"] for row in board["rows"] if row.get("score") is not None] if status == 200 else []
    wanted = sorted(best.values(), reverse=True)[: len(shown)]
    if shown != wanted or not shown:
        faults.append(f"the board shows {shown} and not {wanted}")
    return faults
