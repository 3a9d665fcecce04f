"""Waiting until something changes: for seats that ask for news, and for streams that send the newest of
something.

Nothing is queued for anybody. Who is slow gets the newest state later, so that a stalled reader costs
nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable


class Bells:
    """Wakes those who wait, by name or all of them."""

    def __init__(self) -> None:
        """Nobody waits yet."""
        self._waiting: dict[str, set[asyncio.Future[None]]] = {}

    async def wait(self, name: str, seconds: float) -> None:
        """Sleep until this bell or all of them ring, at most so long."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting = self._waiting.setdefault(name, set())
        waiting.add(future)
        try:
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            pass
        finally:
            waiting.discard(future)
            if not waiting and self._waiting.get(name) is waiting:
                del self._waiting[name]

    def ring(self, names: Iterable[str]) -> None:
        """Wake those who wait for one of these."""
        for name in names:
            self._wake(self._waiting.get(name, ()))

    def ring_all(self) -> None:
        """Wake everybody."""
        for waiting in list(self._waiting.values()):
            self._wake(waiting)

    @property
    def count(self) -> int:
        """How many wait."""
        return sum(len(waiting) for waiting in self._waiting.values())

    @staticmethod
    def _wake(waiting: Iterable[asyncio.Future[None]]) -> None:
        for future in waiting:
            if not future.done():
                future.set_result(None)


class Topic:
    """The newest state of something as bytes, numbered; the numbers only grow, also over a restart."""

    def __init__(self, least: int = 0) -> None:
        """Nothing has been published; numbers begin above `least`."""
        self.number, self.content = least, b""
        self._event = asyncio.Event()

    def publish(self, content: bytes, least: int = 0) -> None:
        """Exchange the content, with a number of at least so much, and wake those who wait."""
        self.number, self.content = max(self.number + 1, least), content
        self.wake()

    def wake(self) -> None:
        """Wake those who wait, with or without news."""
        event, self._event = self._event, asyncio.Event()
        event.set()

    async def after(self, number: int, seconds: float) -> bool:
        """Wait for a number other than this; False when so many seconds went by or somebody woke us without
        news."""
        if self.number != number:
            return True
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return False
        return self.number != number
