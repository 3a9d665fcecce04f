"""Links to a class as people type them and QR codes hold them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from game.classroom.pinned import read_fingerprint
from game.classroom.troubles import NotReached

USUAL_PORT = 8765


@dataclass(frozen=True, slots=True)
class Address:
    """What stood in a link: where to go, and what is known of the place.

    Attributes:
        origin: `http://host:port`.
        code: of the class; empty where none was in it.
        pin: the fingerprint of the certificate, or its first digits; empty where none was in it.
        invite: a signed link to a seat that is there already; empty where none was in it.
    """

    origin: str
    code: str = ""
    pin: str = ""
    invite: str = ""

    def __str__(self) -> str:
        """The same as a link, without the code."""
        more = [f"{name}={value}" for name, value in (("sha256", self.pin), ("invite", self.invite)) if value]
        return self.origin + (f"/#{'&'.join(more)}" if more else "")


def address_of(text: str) -> Address:
    """Where to go, from what a person typed or a QR code held.

    Takes `192.168.1.20`, `192.168.1.20:8765`, `http://host:8765/j/K7M2QX`,
    `https://host:8765/j/K7M2QX#sha256=…` and the like. Where a fingerprint is named, only TLS will do.

    Raises:
        NotReached: it is no address (`no-address`), or its fingerprint is none (`bad-pin`).
    """
    text = text.strip()
    place, _, behind = text.partition("#")
    known = parse_qs(behind, keep_blank_values=True) if "=" in behind else {}
    if behind and not known:
        known = {"sha256": [behind]}
    pin = read_fingerprint(known.get("sha256", [""])[0])
    place = place.strip()
    try:
        parts = urlsplit(place if "://" in place else f"{'https' if 'sha256' in known else 'http'}://{place}")
        port = parts.port
    except ValueError:
        raise NotReached("no-address", text) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or " " in place:
        raise NotReached("no-address", text)
    if "sha256" in known and (not pin or parts.scheme != "https"):
        raise NotReached("bad-pin", text)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    path = parts.path.strip("/").split("/")
    code = path[1] if len(path) == 2 and path[0] == "j" else ""
    usual = port or (443 if parts.scheme == "https" and not (code or pin) else USUAL_PORT)
    return Address(f"{parts.scheme}://{host}:{usual}", code, pin, known.get("invite", [""])[0])
