"""Tells the local network by mDNS that a class is here; a convenience that nothing depends on (U9)."""

from __future__ import annotations

import logging
import socket
from collections.abc import Sequence
from typing import Any

KIND = "_rapport._tcp.local."
log = logging.getLogger("rapport.classroom")


class Announcement:
    """A class that can be found by its name, as long as this is open."""

    def __init__(self, title: str, port: int, addresses: Sequence[str], secure: bool) -> None:
        """Announce a class; where that is not possible it is said in the log and nothing else happens.

        Args:
            title: of the class; the code is never told.
            port: of the server.
            addresses: of this machine.
            secure: whether it speaks TLS.
        """
        self._zeroconf: Any = None
        try:
            from zeroconf import ServiceInfo, Zeroconf

            name = "".join(sign for sign in title if sign.isprintable() and sign != ".")[:40] or "Class"
            info = ServiceInfo(
                KIND,
                f"{name}.{KIND}",
                port=port,
                addresses=[socket.inet_aton(address) for address in addresses],
                properties={"protocol": "1", "tls": "1" if secure else "0"},
                server="rapport.local.",
            )
            self._zeroconf = Zeroconf()
            self._zeroconf.register_service(info, allow_name_change=True)
        except Exception as error:  # a convenience must not stop a class, whatever goes wrong in it
            log.warning("the class cannot be announced: %s", error)
            self.close()

    @property
    def heard(self) -> bool:
        """Whether it is announced."""
        return self._zeroconf is not None

    def close(self) -> None:
        """Take it back."""
        if self._zeroconf is not None:
            try:
                self._zeroconf.close()
            except Exception as error:
                log.warning("the announcement could not be taken back: %s", error)
            self._zeroconf = None
