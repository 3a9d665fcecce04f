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


class PatientProtocol(HttpToolsProtocol):
    """One connection."""

    _timer: asyncio.TimerHandle | None = None
    _head = 0
    _in_head = True

    def connection_made(self, transport: Any) -> None:
        """Somebody has connected; the first request shall come soon."""
        super().connection_made(transport)
        self._hurry()

    def connection_lost(self, exc: Exception | None) -> None:
        """Somebody has gone."""
        self._rest()
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
        self._in_head, self._head = True, 0
        if self._timer is None:
            self._hurry()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Its head is there."""
        self._in_head = False
        self._rest()
        super().on_headers_complete()

    def _hurry(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._give_up)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        self._timer = None
        if self._in_head and self.transport is not None:
            self.transport.close()
