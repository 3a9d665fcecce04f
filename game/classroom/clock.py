"""The two clocks of a server: one that people read, one that never jumps."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """The clocks of this machine; tests bring their own."""

    def now(self) -> int:
        """Milliseconds since 1970, UTC; shown to people, decides no order."""
        return time.time_ns() // 1_000_000

    def ticks(self) -> int:
        """Milliseconds of a clock that only runs forward; for timers."""
        return time.monotonic_ns() // 1_000_000
