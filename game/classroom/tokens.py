"""Secrets: tokens of seats, codes of classes, signed links that run out; only their hashes are kept."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from typing import Any

from itsdangerous import BadSignature, URLSafeTimedSerializer

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What codes are made of: 31 signs, none of which is taken for another when read from a wall."""

CODE_LENGTH = 6
SUCCESSOR = "after"


def new_id() -> str:
    """An id that cannot be guessed."""
    return secrets.token_urlsafe(9)


def new_token() -> str:
    """A secret of 256 bits."""
    return secrets.token_urlsafe(32)


def successor(secret: str, seat: str, token_hash: str) -> str:
    """The token that takes the place of a seat's when its class is over (T20).

    It follows from the one before, so that an answer that was lost on the way can be given again.

    Args:
        secret: of the installation.
        seat: id of the seat.
        token_hash: of the token that it had until then.
    """
    digest = hmac.new(secret.encode(), f"successor/{seat}/{token_hash}".encode(), hashlib.sha256).digest()
    return f"{SUCCESSOR}.{seat}.{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def succeeds(token: str) -> str:
    """The seat that a token names as the one it was made for at the end of a class; empty for any other."""
    kind, _, rest = token.partition(".")
    return rest.partition(".")[0] if kind == SUCCESSOR else ""


def new_code() -> str:
    """A code to join with; one of 8.9e8."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def new_seed() -> int:
    """The luck of a round or of an attempt, 0..2**32-1."""
    return secrets.randbelow(2**32)


def hashed(token: str) -> str:
    """What is kept of a token: its SHA-256. A token has 256 bits, so that nothing slower is needed."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def read_code(text: str) -> str:
    """A code as somebody typed it: case, blanks and dashes do not matter; empty when it cannot be one."""
    code = "".join(text.upper().split()).replace("-", "")
    return code if len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) else ""


class Signer:
    """Signs what is handed out to come back: the trainer's cookie, links to take over a seat."""

    def __init__(self, secret: str) -> None:
        """Sign with the secret of the installation."""
        self._secret = secret

    def signed(self, purpose: str, content: Mapping[str, Any]) -> str:
        """A text that fits into an address or a cookie."""
        return self._serializer(purpose).dumps(dict(content))

    def opened(self, purpose: str, text: str, seconds: int) -> dict[str, Any] | None:
        """What was signed for this purpose at most so many seconds ago; None for anything else."""
        try:
            content = self._serializer(purpose).loads(text, max_age=seconds)
        except BadSignature:
            return None
        return content if isinstance(content, dict) else None

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._secret, salt=f"rapport/{purpose}")
