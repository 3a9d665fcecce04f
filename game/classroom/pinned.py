"""A certificate that is known by its fingerprint: no other one is spoken to, and nobody has to vouch (T20).

The fingerprint came by another way than the network: from the code on the wall, or from the trainer's screen.
"""

from __future__ import annotations

import hashlib
import hmac
import ssl
from typing import Any

SHORTEST = 20
"""Hexadecimal digits that are enough of a fingerprint: 80 bits, more than anybody can search in a lesson."""

WHOLE = 64


class OtherCertificate(ssl.SSLCertVerificationError):
    """Another certificate answers than the one that was named; nothing has been sent to it."""


def read_fingerprint(text: str) -> str:
    """A SHA-256 as somebody typed or copied it: case, blanks, colons and hyphens do not matter.

    Returns:
        the digits in small letters; empty when it is none, or too little of one.
    """
    digits = "".join(sign for sign in text if sign not in " :-\u00a0").lower()
    fits = SHORTEST <= len(digits) <= WHOLE and set(digits) <= set("0123456789abcdef")
    return digits if fits else ""


def in_groups(fingerprint: str) -> str:
    """A fingerprint as people compare it: groups of four digits."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


class PinnedSocket(ssl.SSLSocket):
    """A connection that looks at the certificate before a single byte of ours is sent."""

    def do_handshake(self, block: bool = False) -> None:
        """Agree on keys, then compare.

        Raises:
            OtherCertificate: it is another one.
        """
        super().do_handshake(block)
        shown = hashlib.sha256(self.getpeercert(binary_form=True) or b"").hexdigest()
        wanted = getattr(self.context, "pin", "")
        if not wanted or not hmac.compare_digest(shown[: len(wanted)], wanted):
            raise OtherCertificate(f"another certificate: {shown}")


class PinnedContext(ssl.SSLContext):
    """Trusts one certificate and nobody's word; `pin` holds the first digits of its SHA-256."""

    pin: str
    sslsocket_class: Any = PinnedSocket


def pinned(fingerprint: str) -> ssl.SSLContext:
    """A context that speaks to one certificate only.

    Args:
        fingerprint: as `read_fingerprint` gives it.
    """
    context = PinnedContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # a class is reached by whatever address its machine has today
    context.verify_mode = ssl.CERT_NONE  # the comparison above takes the place of a chain
    context.pin = fingerprint
    return context


def is_other(error: BaseException) -> bool:
    """Whether a connection failed because another certificate answered."""
    return any(isinstance(each, OtherCertificate) for each in _causes(error))


def is_unknown(error: BaseException) -> bool:
    """Whether a connection failed because nobody vouches for the certificate."""
    return any(isinstance(each, ssl.SSLCertVerificationError) for each in _causes(error))


def _causes(error: BaseException) -> list[BaseException]:
    """An error and what it came from."""
    found: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and each not in found:
        found.append(each)
        each = each.__cause__ or each.__context__
    return found
