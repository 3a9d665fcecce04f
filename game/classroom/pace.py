"""How the server's process shares its time: rubbish is looked for seldom, and threads give way quickly.

Both matter only in a burst. A full collection walks over every seat, connection and row in memory while
everybody waits; and whoever writes gives the interpreter away with every row, to a loop that would keep it
for five milliseconds each time (the usual interval) while it has requests to answer.
"""

from __future__ import annotations

import gc
import sys
import threading

YOUNG, MIDDLE, OLD = 20_000, 20, 50
"""Thresholds of the collector: objects, young collections, middle collections."""

TURN = 0.0005
"""Seconds that a thread may keep the interpreter while another waits for it."""


def settle() -> None:
    """Set both once everything is loaded, where the process is the server's own: its main thread serves."""
    if threading.current_thread() is not threading.main_thread():
        return
    gc.collect()
    gc.freeze()  # modules, models and rules stay as long as the process
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    sys.setswitchinterval(TURN)
