"""Three pictures on the wall that change, for classes whose code has gone round: who sees the wall may come
in, who only has the code may not (T2)."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from game.language.locale import Locale
from game.language.words import Words, marked

if TYPE_CHECKING:
    from game.classroom.house import ClassHouse
    from game.classroom.room import Room

EMBLEMS: Mapping[str, str] = {
    "moon": marked("moon"),
    "fish": marked("fish"),
    "key": marked("key"),
    "leaf": marked("leaf"),
    "cup": marked("cup"),
    "bell": marked("bell"),
    "star": marked("star"),
    "boat": marked("boat"),
    "house": marked("house"),
}
"""Nine pictures by their ids; 504 rows of three different ones."""

SHOWN = 3

SECONDS = 30
"""How long a row stays on the wall; it is taken for as long again, because people type slowly."""

GENTLE = 0.5
"""Seconds between two looks at the clock."""


def asked_for(room: Room) -> bool:
    """Whether a class wants to see the pictures from whoever comes in."""
    return bool(room.settings.get("emblems", False))


def row(house: ClassHouse, room: Room, before: int = 0) -> list[str]:
    """The pictures of the moment.

    Args:
        house: knows the secret that they are drawn with, and the time; the same on every server of a class.
        room: the class.
        before: how many rows ago.
    """
    period = house.clock.now() // (SECONDS * 1000) - before
    digest = hmac.new(house.key.encode(), f"emblems/{room.session.id}/{period}".encode(), hashlib.sha256)
    luck, left, drawn = int.from_bytes(digest.digest()[:8], "big"), list(EMBLEMS), []
    for _ in range(SHOWN):
        luck, at = divmod(luck, len(left))
        drawn.append(left.pop(at))
    return drawn


def wall(house: ClassHouse, room: Room) -> list[str] | None:
    """What the board shows; None where nothing is asked for, or nobody can come in."""
    if not asked_for(room) or room.settings.get("locked") or room.session.state == "over":
        return None
    return row(house, room)


def right(house: ClassHouse, room: Room, told: Sequence[str]) -> bool:
    """Whether somebody has seen the wall."""
    return list(told) in (row(house, room), row(house, room, 1))


def read(text: str) -> list[str]:
    """Pictures as somebody typed them: their names in any of our languages, or what they are called here."""
    known = {name: name for name in EMBLEMS}
    for locale in Locale:
        known |= {Words(locale)(word).casefold(): name for name, word in EMBLEMS.items()}
    for sign in ",，、;；·-+/":
        text = text.replace(sign, " ")
    return [known.get(word.casefold(), word[:12]) for word in text.split()][:SHOWN]


async def watch(house: ClassHouse) -> None:
    """Have boards drawn again when their pictures change, until cancelled."""
    drawn: dict[str, list[str] | None] = {}
    while True:
        for session, room in list(house.rooms.items()):
            now = wall(house, room) if asked_for(room) else None
            if drawn.get(session) != now:
                drawn[session] = now
                house.mark_dirty(session)
        await asyncio.sleep(GENTLE)
