"""Classes that announce themselves: what is heard is clean, bounded, and told apart by whether it answers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from game.classroom.discovery import KIND
from game.classroom.lookout import LONGEST_TITLE, MOST, Lookout, Nearby, cleaned


@dataclass
class Network:
    """A network in which things are announced, without any network."""

    infos: dict[str, Any] = field(default_factory=dict)
    closed: threading.Event = field(default_factory=threading.Event)
    heard: threading.Event = field(default_factory=threading.Event)

    def get_service_info(self, kind: str, name: str, timeout: int) -> Any:
        """What a class says of itself."""
        del kind, timeout
        return self.infos.get(name)

    def close(self) -> None:
        """Nobody listens any more."""
        self.closed.set()

    def announce(self, title: str, *addresses: str, port: int = 8765, tls: str = "0") -> None:
        """A class begins."""
        self.infos[f"{title}.{KIND}"] = SimpleNamespace(
            port=port, parsed_addresses=lambda: list(addresses), properties={b"tls": tls.encode()}
        )

    def lookout(self, answers: Callable[[str, int], bool] = lambda _, __: True) -> Lookout:
        """Somebody who has heard all of it."""

        def browser(zeroconf: Any, lookout: Lookout) -> None:
            for name in self.infos:
                lookout.add_service(zeroconf, KIND, name)
            self.heard.set()

        found = Lookout(lambda: self, browser, answers)
        assert self.heard.wait(10)
        return found


def test_a_class_is_found_with_an_address_that_answers() -> None:
    network = Network()
    network.announce("Tuesday", "10.0.0.9", "192.168.1.20", "fe80::1")
    network.announce("Safe", "10.0.0.7", tls="1")
    network.announce("Behind a wall", "10.9.9.9")
    network.announce("Nowhere")
    network.announce("No port", "10.0.0.1", port=0)
    lookout = network.lookout(lambda address, _: address in {"192.168.1.20", "10.0.0.7"})

    assert lookout.found() == (
        Nearby("Behind a wall", "10.9.9.9:8765", False),
        Nearby("Safe", "https://10.0.0.7:8765", True),
        Nearby("Tuesday", "192.168.1.20:8765", True),
    )

    lookout.remove_service(network, KIND, f"Tuesday.{KIND}")
    assert [one.title for one in lookout.found()] == ["Behind a wall", "Safe"]
    lookout.close()
    assert network.closed.wait(10)


def test_what_anybody_may_announce_is_cleaned_and_bounded() -> None:
    assert cleaned("Tues\u202eday\x07\n  class") == "Tuesday class"
    assert cleaned("\u200f\u0000") == "?"
    assert len(cleaned("长" * 500)) == LONGEST_TITLE

    network = Network()
    for number in range(3 * MOST):
        network.announce(f"Class {number:02}", "10.0.0.1")
    assert len(network.lookout().found()) == MOST


def test_where_nobody_can_listen_nothing_is_heard_and_nothing_breaks() -> None:
    tried = threading.Event()

    def opened() -> Any:
        tried.set()
        raise ImportError("the extra discovery is not installed")

    lookout = Lookout(opened)
    assert tried.wait(10)
    assert lookout.found() == ()
    lookout.close()


def test_a_lookout_that_is_closed_before_it_has_begun_gives_the_network_back() -> None:
    network, go = Network(), threading.Event()

    def opened() -> Any:
        assert go.wait(10)
        return network

    lookout = Lookout(opened, lambda _, __: None)
    lookout.close()
    go.set()
    assert network.closed.wait(10)


def test_an_announcement_that_cannot_be_understood_is_passed_over() -> None:
    network = Network()
    network.infos[f"Odd.{KIND}"] = SimpleNamespace(port="seven", parsed_addresses=list, properties=None)
    network.announce("Tuesday", "10.0.0.9")
    assert [one.title for one in network.lookout().found()] == ["Tuesday"]
