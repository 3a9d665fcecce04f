"""A store as others have built it: one list of answers, read, added to and written back; what it loses.

Nothing of it is used anywhere. It takes the same load as our server and shows what happens to answers that
are kept by reading a list, adding to it and writing it back, with nothing to keep two writers apart.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field


@dataclass(slots=True)
class CarelessStore:
    """A key and a value behind a network: reading and writing each take their time."""

    value: str = "[]"
    delay: float = 0.002
    asked: int = field(default=0)

    async def get(self) -> str:
        """Read."""
        await asyncio.sleep(self.delay)
        return self.value

    async def put(self, value: str) -> None:
        """Write."""
        await asyncio.sleep(self.delay)
        self.value = value

    async def add(self, answer: str) -> None:
        """Add an answer as it is often done."""
        self.asked += 1
        answers = json.loads(await self.get())
        answers.append(answer)
        await self.put(json.dumps(answers))


async def lost(seats: int, seconds: float = 1.0) -> int:
    """How many of so many answers, handed in evenly over some seconds, are not there afterwards."""
    store = CarelessStore()

    async def one(at: int) -> None:
        await asyncio.sleep(seconds * at / seats)
        await store.add(str(at))

    await asyncio.gather(*(one(at) for at in range(seats)))
    return seats - len(json.loads(store.value))
