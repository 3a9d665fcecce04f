"""Classes of 30 to 2,000 seats against a real server with the whole model behind it; targets of a class.

The server runs on one core and the load on the other, over loopback, with every conversation replayed and
marked. Every run ends with a ledger: what was acknowledged, the rows, the board.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from tools.benches.report import Figure
from tools.load.bursts import burst, percentile
from tools.load.careless import lost
from tools.load.crashes import crashed
from tools.load.stage import Server, again, class_of, joined
from tools.load.steady import sustained, watched

SIZES = ((30, 2.0, 1), (200, 1.0, 1), (500, 1.0, 5), (2_000, 1.0, 10))
ACK = {30: 50, 200: 100, 500: 150, 2_000: 250}
SCORED = {30: 0.5, 200: 2.0, 500: 2.0}
CRASHES, CRASH_SEATS = 20, 60
SUSTAINED = 20.0
WALLS, STALLED = 500, 50


def measure() -> list[Figure]:
    """Everything, one server after the other."""
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, {0})
    return asyncio.run(_measured())


async def _measured() -> list[Figure]:
    figures: list[Figure] = []
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), cores="1")
        figures.append(Figure("start", server.start() * 1e3, "ms"))
        joins: list[float] = []
        trainees = await class_of(server, 500, joins)
        figures.append(Figure("join_p95_500", percentile(joins, 95) * 1e3, "ms", at_most=150))
        trainees += await joined(server, 1_500, trainees[0].round)
        for size, seconds, walls in SIZES:
            some = await again(trainees[:size])
            found = await burst(server, some, seconds, walls)
            figures += [
                Figure(f"ack_p50_{size}", found.ack(50), "ms"),
                Figure(f"ack_p95_{size}", found.ack(95), "ms", at_most=ACK[size]),
                Figure(f"errors_{size}", found.errors, "", at_most=0),
                Figure(f"scored_{size}", found.scored, "s", at_most=SCORED.get(size)),
                Figure(f"board_lag_p95_{size}", found.lag(95), "ms"),
            ]
            faults += found.faults
        figures.append(Figure("resident_2000", found.resident[0], "MB", at_most=300))
        figures.append(Figure("resident_2000_with_markers", found.resident[1], "MB"))
        steady = await sustained([server], await again(trainees[:64]), SUSTAINED)
        figures.append(Figure("sustained", steady.rate, "1/s"))
        figures.append(Figure("sustained_p95", steady.burst.ack(95), "ms", at_most=50))
        faults += steady.burst.faults
        walls_found = await watched(server, WALLS, STALLED, await again(trainees[:60]), 10.0)
        figures.append(Figure("walls_500_lag_p95", walls_found.lag(95), "ms", at_most=250))
        figures.append(
            Figure("walls_growth", walls_found.resident[1] - walls_found.resident[0], "MB", at_most=30)
        )
        figures.append(Figure("stop", server.stop(), "s", at_most=5))
        figures.append(Figure("restart_with_history", server.start(), "s", at_most=5))
        server.stop()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), cores="1")
        server.start()
        crashes = await crashed(server, CRASH_SEATS, CRASHES)
        figures.append(Figure("kills", crashes.times, ""))
        figures.append(Figure("kills_sent", crashes.sent, ""))
        figures.append(Figure("kills_acknowledged_before", crashes.acknowledged, ""))
        figures.append(Figure("kills_back_worst", max(crashes.back), "s", at_most=20))
        faults += crashes.faults
        server.stop()
    figures.append(Figure("ledger_faults", len(faults), "", at_most=0))
    figures.append(Figure("careless_store_lost_of_500", await lost(500), ""))
    for fault in faults:
        print(f"# {fault}")
    return figures
