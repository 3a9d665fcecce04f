"""Connections of a client, so that a question that is kept open can be ended from another thread.

Closing a socket does not wake who waits for an answer on it; cutting the line does.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Any

MADE = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})
"""Events of the HTTP library that bring a new stream."""


class OpenLines:
    """What is connected; may be used by several threads."""

    def __init__(self) -> None:
        """Nothing is connected yet."""
        self._door, self._streams = threading.Lock(), list[Any]()

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """Hear of an event; the `trace` extension of a request."""
        if event not in MADE:
            return
        with self._door:
            self._streams = [stream for stream in self._streams if _socket(stream) is not None]
            self._streams.append(told["return_value"])

    def cut(self) -> None:
        """End whatever is being waited for."""
        with self._door:
            streams, self._streams = self._streams, []
        for stream in streams:
            line = _socket(stream)
            if line is not None:
                with contextlib.suppress(OSError):
                    # Not the method of a TLS socket, which would take away what its reader is using.
                    socket.socket.shutdown(line, socket.SHUT_RDWR)


def _socket(stream: Any) -> socket.socket | None:
    """The socket of a stream; None where it is closed, or another one has taken it over."""
    line = stream.get_extra_info("socket")
    return line if isinstance(line, socket.socket) and line.fileno() >= 0 else None
