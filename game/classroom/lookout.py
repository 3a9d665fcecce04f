"""Looks for classes that announce themselves in the local network (U9); nothing depends on it.

What is heard comes from anybody: titles are cleaned and cut, their number is bounded, and a class that cannot
be reached is told apart from one that can.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.classroom.discovery import KIND

MOST = 12
"""Classes that are remembered at a time."""

LONGEST_TITLE = 40
REACHED_WITHIN = 2.0
"""Seconds in which an address has to answer."""

ASKED_WITHIN = 1_500
"""Milliseconds in which a class has to say where it is."""

log = logging.getLogger("rapport.classroom")


@dataclass(frozen=True, slots=True)
class Nearby:
    """A class that was heard of.

    Attributes:
        title: as it announces itself, cleaned.
        address: of its server, as one would type it.
        reached: whether a connection could be opened; a firewall is in the way where it could not.
    """

    title: str
    address: str
    reached: bool


def opened() -> Any:
    """A connection to the multicast of this network.

    Raises:
        ImportError: the extra `discovery` is not installed.
        OSError: there is no network.
    """
    from zeroconf import Zeroconf

    return Zeroconf()


def browser(zeroconf: Any, lookout: Lookout) -> Any:
    """What tells the lookout of every announcement."""
    from zeroconf import ServiceBrowser

    return ServiceBrowser(zeroconf, KIND, listener=lookout)  # type: ignore[arg-type]


class Lookout:
    """Listens from its making to its close, in threads of its own; where it cannot, it hears nothing."""

    def __init__(
        self,
        opened: Callable[[], Any] = opened,
        browser: Callable[[Any, Lookout], Any] = browser,
        answers: Callable[[str, int], bool] | None = None,
    ) -> None:
        """Begin to listen; returns at once.

        Args:
            opened: makes the connection to the network.
            browser: begins to look for announcements.
            answers: whether an address can be reached.
        """
        self._opened, self._browser = opened, browser
        self._answers = answers or _answers
        self._found: dict[str, Nearby] = {}
        self._door, self._closed = threading.Lock(), False
        self._zeroconf: Any = None
        threading.Thread(target=self._listen, name="lookout", daemon=True).start()

    def found(self) -> tuple[Nearby, ...]:
        """What was heard by now, in the order of the titles."""
        with self._door:
            return tuple(sorted(self._found.values(), key=lambda one: (one.title, one.address)))

    def close(self) -> None:
        """Stop listening, without waiting for the network."""
        with self._door:
            self._closed, zeroconf, self._zeroconf = True, self._zeroconf, None
        if zeroconf is not None:
            threading.Thread(target=_given_back, args=(zeroconf,), name="lookout", daemon=True).start()

    def _listen(self) -> None:
        try:
            zeroconf = self._opened()
        except Exception as error:  # a convenience must not disturb anybody, whatever goes wrong in it
            log.info("nobody looks for classes: %s", error)
            return
        with self._door:
            kept = not self._closed
            if kept:
                self._zeroconf = zeroconf
        if not kept:
            _given_back(zeroconf)
            return
        try:
            self._browser(zeroconf, self)
        except Exception as error:
            log.info("nobody looks for classes: %s", error)

    def add_service(self, zeroconf: Any, kind: str, name: str) -> None:
        """A class says that it is there; called by the browser in a thread of its own."""
        try:
            info = zeroconf.get_service_info(kind, name, timeout=ASKED_WITHIN)
            if info is None or not 0 < int(info.port or 0) < 65_536:
                return
            addresses = [str(one) for one in info.parsed_addresses() if ":" not in str(one)][:4]
            secure = (info.properties or {}).get(b"tls") == b"1"
            reached = [one for one in addresses if self._answers(one, info.port)]
        except Exception as error:
            log.info("an announcement cannot be understood: %s", error)
            return
        if not addresses:
            return
        place = f"{(reached or addresses)[0]}:{info.port}"
        title = cleaned(name.removesuffix("." + KIND))
        with self._door:
            if name in self._found or len(self._found) < MOST:
                address = f"https://{place}" if secure else place
                self._found[name] = Nearby(title, address, bool(reached))

    def update_service(self, zeroconf: Any, kind: str, name: str) -> None:
        """A class says something else than before."""
        self.add_service(zeroconf, kind, name)

    def remove_service(self, zeroconf: Any, kind: str, name: str) -> None:
        """A class says that it is over."""
        del zeroconf, kind
        with self._door:
            self._found.pop(name, None)


def cleaned(title: str) -> str:
    """A title from the network without anything that cannot be seen or turns the writing around."""
    return " ".join("".join(sign for sign in title if sign.isprintable()).split())[:LONGEST_TITLE] or "?"


def _answers(address: str, port: int) -> bool:
    try:
        socket.create_connection((address, port), REACHED_WITHIN).close()
    except OSError:
        return False
    return True


def _given_back(zeroconf: Any) -> None:
    try:
        zeroconf.close()
    except Exception as error:
        log.info("looking for classes could not be ended: %s", error)
