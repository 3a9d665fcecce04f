"""How much of a processor the server, the processes that mark for it, and the load itself take.

Only where the system tells it as Linux does; elsewhere every share is 0.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

from tools.load.stage import Server


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of a processor until some moment, and the moment.

    Attributes:
        servers: of the processes that answer requests.
        marking: of those that mark for them.
        load: of this process.
        at: seconds of a clock that only runs forward.
    """

    servers: float
    marking: float
    load: float
    at: float

    @classmethod
    def of(cls, servers: list[Server]) -> Spent:
        """Until now."""
        pids = [one.process.pid for one in servers if one.process is not None]
        children = [child for pid in pids for child in _children(pid)]
        return cls(_seconds(pids), _seconds(children), time.process_time(), time.perf_counter())

    def since(self, before: Spent) -> Spent:
        """What was spent between two moments; `at` is the time between them."""
        return Spent(
            self.servers - before.servers,
            self.marking - before.marking,
            self.load - before.load,
            self.at - before.at,
        )


def _children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    return []


def _seconds(pids: list[int]) -> float:
    """User and system time of processes."""
    ticks = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            words = Path(f"/proc/{pid}/stat").read_text("ascii", errors="replace").rpartition(")")[2].split()
            ticks += int(words[11]) + int(words[12])
    return ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0
