"""Luck that a server hands out, drawn for many at a time: ids that nobody guesses, seeds that meet somebody.

Asking the system for a few bytes gives the interpreter away, and a seed that meets one customer of eight is
found at the eighth try; for a whole class that begins at once both are done in one go.
"""

from __future__ import annotations

import secrets
from typing import Any

import numpy as np

from game.engine.luck import one_of

IDS, SEEDS = 256, 1_024
"""How much is drawn at a time."""

BYTES = 12
"""Of luck in an id."""


class LuckStock:
    """What has been drawn and not yet handed out; nothing of it is handed out twice."""

    def __init__(self) -> None:
        """Nothing has been drawn yet."""
        self._ids: list[str] = []
        self._seeds: dict[tuple[int, int], list[int]] = {}

    def id(self, now: int) -> str:
        """An id of 96 bits that nobody guesses, behind the time: rows that come together lie together.

        An index over ids without order touches another page for every row, and all of them have to be
        written.

        Args:
            now: milliseconds since 1970.
        """
        if not self._ids:
            luck = secrets.token_hex(BYTES * IDS)
            self._ids = [luck[at : at + 2 * BYTES] for at in range(0, len(luck), 2 * BYTES)]
        return f"{now:011x}{self._ids.pop()}"

    def seed(self, customer: int, count: int) -> int:
        """A seed, 0..2**32-1, with which one meets a customer.

        Args:
            customer: 0..count-1.
            count: of the hidden customers of the scenario.
        """
        stock = self._seeds.setdefault((customer, count), [])
        while not stock:
            many: Any = np.frombuffer(secrets.token_bytes(4 * SEEDS), np.uint32).astype(np.uint64)
            stock += many[one_of(count, many, "customer") == customer].tolist()
        return stock.pop()
