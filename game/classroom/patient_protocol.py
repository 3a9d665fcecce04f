"""HTTP that waits for heads of requests, but neither for ever nor for endless ones (slowloris, T17).

What uvicorn does with bodies and idle connections stays as it is: bodies are counted in `bodies`, idle
connections are closed after a while.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

PATIENCE = 20.0
"""Seconds from the connection, or from the first byte of a request, until its head is complete."""

LARGEST_HEAD = 32 * 1024
"""Bytes of a head; ours have a few hundred."""

WHOLE = "rapport.whole"
"""Set in the scope of a request whose body has arrived: nobody needs to wait for it, nor for how long."""


class PatientProtocol(HttpToolsProtocol):
    """One connection."""

    _timer: asyncio.TimerHandle | None = None
    _since = 0.0
    _head = 0
    _in_head = True

    def connection_made(self, transport: Any) -> None:
        """Somebody has connected; the first request shall come soon."""
        super().connection_made(transport)
        self._hurry()

    def connection_lost(self, exc: Exception | None) -> None:
        """Somebody has gone."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes of a head or of a body."""
        if self._in_head:
            self._head += len(data)
        super().data_received(data)
        if self._in_head and self._head > LARGEST_HEAD:
            self.transport.close()

    def on_message_begin(self) -> None:
        """A request begins."""
        if not self._in_head:
            self._in_head = True
            self._hurry()
        self._head = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Its head is there."""
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """All of it is there."""
        self.scope[WHOLE] = True  # type: ignore[literal-required]
        super().on_message_complete()

    def _hurry(self) -> None:
        """A head has to be complete soon. The timer stays when it is: one for each request would cost more
        than answering it."""
        self._since = self.loop.time()
        if self._timer is None:
            self._timer = self.loop.call_later(PATIENCE, self._look)

    def _look(self) -> None:
        """Hang up where the head of a request has been waited for long enough."""
        self._timer = None
        if not self._in_head or self.transport is None:
            return
        left = self._since + PATIENCE - self.loop.time()
        if left > 0:
            self._timer = self.loop.call_later(left, self._look)
        else:
            self.transport.close()
