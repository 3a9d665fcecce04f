"""Being told to stop: by Ctrl-C, by the system, by a supervisor that has waited for long enough."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


@contextmanager
def ending_is_interrupting() -> Iterator[None]:
    """While this lasts, being told to end (SIGTERM) is what Ctrl-C is: what is known is told, as a part.

    Only the first thread of a process can be told; in any other nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def deaf_from_now_on() -> None:
    """Everything has been told and only the process is left to end: Ctrl-C ends it, and complains no more."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _interrupted(_: int, __: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
