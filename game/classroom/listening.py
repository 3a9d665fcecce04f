"""A port to listen on, and as many connections as the system lets us have."""

from __future__ import annotations

import contextlib
import os
import socket

USUAL_PORT = 8765
PORTS_TRIED = 12
BACKLOG = 2_048
FILES = 16_384
"""Connections that may be open at once, where the system lets us."""


class PortTaken(OSError):
    """Another program listens on the port."""


def allow_many_connections() -> None:
    """Raise the number of files that this process may have open, where the system lets us."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


def listening(bind: str, wanted: int | None) -> socket.socket:
    """A socket that listens.

    Args:
        bind: address of this machine.
        wanted: port; 0 for any; None for the usual one or, where that is taken, one of the next.

    Raises:
        PortTaken: another program has the port that was asked for.
    """
    ports = range(USUAL_PORT, USUAL_PORT + PORTS_TRIED) if wanted is None else (wanted,)
    for port in ports:
        family = socket.AF_INET6 if ":" in bind else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        if os.name != "nt":  # there it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((bind, port))
            listener.listen(BACKLOG)
        except OSError as error:
            listener.close()
            fault = error
            continue
        listener.setblocking(False)
        return listener
    raise PortTaken(fault.errno, f"{bind}:{ports[0]}")
