"""What can be in the way between a seat and its class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ClassTrouble(Exception):
    """Something is in the way; `code` names it, `sentence` says it in the language that was asked for."""

    def __init__(self, code: str, sentence: str = "", details: Mapping[str, Any] | None = None) -> None:
        """Carry what the server said, or what happened on the way."""
        super().__init__(f"{code}: {sentence}")
        self.code, self.sentence, self.details = code, sentence, dict(details or {})


class NotReached(ClassTrouble):
    """Nobody answered, or somebody else: `no-address`, `silent`, `refused`, `other-program`, `other-version`,
    `bad-pin`, `other-certificate`, `unknown-certificate`.

    Trying again later may help.
    """


class Refusal(ClassTrouble):
    """The server said no; `status` is that of HTTP, `wait` the seconds after which one may ask again."""

    def __init__(
        self,
        code: str,
        sentence: str,
        status: int,
        wait: float | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """Carry the answer."""
        super().__init__(code, sentence, details)
        self.status, self.wait = status, wait

    @property
    def passing(self) -> bool:
        """Whether the same request may succeed later."""
        return self.status in {429, 502, 503, 504}
