"""Server-sent events: always the newest whole picture, never a queue (U17, U19, T13)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from starlette.responses import StreamingResponse

from game.classroom.bells import Topic
from game.classroom.house import ClassHouse

HEARTBEAT = 15.0
"""Seconds between two signs of life; a page that hears none for longer asks for itself."""

MOST_REST = 2.0
HEADERS = {"cache-control": "no-cache, no-transform", "x-accel-buffering": "no"}
HELLO = b"retry: 2000\n: here\n\n"


def stream(
    house: ClassHouse,
    topic: Topic,
    name: str,
    picture: Callable[[], bytes],
    rest: Callable[[], float] = lambda: 0.0,
) -> StreamingResponse:
    """Events of a topic until the server stops or nobody listens.

    Args:
        house: says when the server stops.
        topic: what is waited for.
        name: of the events.
        picture: the newest data, one line of JSON.
        rest: seconds to pause after each event, at most two; a large picture is not sent as often as a
        small one.
    """

    async def events() -> AsyncIterator[bytes]:
        yield HELLO
        told = -1
        while not house.stopping:
            if topic.number != told:
                told = topic.number
                yield b"id: %d\nevent: %s\ndata: %s\n\n" % (told, name.encode(), picture())
                await asyncio.sleep(min(rest(), MOST_REST))
            elif not await topic.after(told, HEARTBEAT) and not house.stopping:
                yield b": still here\n\n"

    return StreamingResponse(events(), headers=HEADERS, media_type="text/event-stream")
