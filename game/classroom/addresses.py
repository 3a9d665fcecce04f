"""Under which addresses this machine can be reached, without asking anybody outside."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

_NOWHERE = ("192.0.2.1", "10.255.255.255", "172.31.255.255", "192.168.255.255")
"""Addresses towards which the system chooses a network card; nothing is sent to any of them."""


def own_addresses() -> tuple[str, ...]:
    """IPv4 addresses of this machine that others could use, the likeliest first; empty without a network."""
    found: dict[str, None] = {}
    for target in _NOWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((target, 9))
                found.setdefault(probe.getsockname()[0])
            except OSError:
                continue
    try:
        for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
            found.setdefault(str(entry[4][0]))
    except OSError:
        pass
    return tuple(address for address in found if reachable(address))


def reachable(address: str) -> bool:
    """Whether an address is one that another machine could use."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return not (parsed.is_loopback or parsed.is_unspecified or parsed.is_link_local or parsed.is_multicast)


def kind(address: str) -> str:
    """What kind of network an address belongs to: `home` (private), `carrier`, `public`, `self` or `name`."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "name"
    if parsed.is_loopback:
        return "self"
    if parsed in ipaddress.ip_network("100.64.0.0/10"):
        return "carrier"
    return "home" if parsed.is_private else "public"


def prefix(address: str) -> str:
    """What stands for one machine when tries are counted: an IPv6 host has 2**64 addresses to itself."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 6:
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def host_names(more: Iterable[str] = ()) -> frozenset[str]:
    """Names that may stand in the Host line of a request (T19): this machine's and those that were
    allowed."""
    own = {"localhost", "127.0.0.1", "::1", socket.gethostname().lower(), *own_addresses()}
    own |= {f"{name}.local" for name in (socket.gethostname().lower(), "rapport")}
    return frozenset(own | {name.lower() for name in more})
