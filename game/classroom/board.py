"""The board on the wall: what it shows, as a pure function of what may be shown, and when it is drawn again.

While the board is frozen nothing in it depends on anything that was marked later: no score, no count, no
order and no number of the event (T23).
"""

from __future__ import annotations

import asyncio
import hashlib
from typing import Any

from game.classroom import emblems
from game.classroom.doorkeeper import as_json
from game.classroom.house import ClassHouse
from game.classroom.room import Room
from game.classroom.standings import ranked, teams
from game.classroom.telling import round_json
from game.classroom.vote_telling import vote_json
from game.records.class_seats import PRESENT

ROWS = 8
"""Names below rank eight are never shown."""

ARRIVALS = 18
"""Names of those who came last, shown until the class begins."""

BEAT = 0.25
"""Seconds between two drawings of the same board."""

SHOWN = (*PRESENT,)


def content(house: ClassHouse, room: Room) -> dict[str, Any]:
    """What the board shows, without what changes by itself (the time)."""
    session, settings, current = room.session, room.settings, room.current
    frozen = room.frozen
    view = str(settings.get("view", "score"))
    places = room.placed(public=True)
    gone = {seat.id: seat for seat in room.seats.values() if seat.state not in SHOWN}
    order = ranked(places, view, gone, ROWS)
    team_of = {seat.id: seat.team for seat in room.seats.values()}
    vote = vote_json(house, room, current, None) if current is not None else None
    return {
        "language": session.language,
        "theme": settings.get("theme", "night"),
        "motion": bool(settings.get("motion", True)),
        "session": {
            "title": session.title,
            "code": session.code,
            "state": session.state,
            "join_url": house.join_url(session.code),
            "emblems": emblems.wall(house, room),
        },
        "round": None if current is None else _round_lite(house, room, current),
        "frozen": frozen,
        "view": view,
        "counted": len(room.counted()),
        "rows": [
            {
                "rank": one.rank,
                "id": row_id(one.place.seat),
                "name": room.seats[one.place.seat].nickname,
                "team": room.seats[one.place.seat].team,
                "score": one.place.score,
                "stage": one.place.stage,
                "insight": one.place.insight,
                "seals": one.place.seals,
                "finished": one.place.finished,
            }
            for one in order
        ],
        "teams": [
            {"rank": team.rank, "name": team.name, "score": team.score, "count": team.count}
            for team in teams([place for place in places if place.seat not in gone], team_of)[:ROWS]
        ],
        "arrivals": [] if frozen or session.state != "lobby" else arrivals(room),
        "counts": None if frozen else counts(room),
        "dimmed": bool(settings.get("dimmed", False)),
        "notice": settings.get("notice", ""),
        "vote": vote,
        "discussion": settings.get("discussion"),
    }


def arrivals(room: Room) -> list[str]:
    """The names of those who came last, the newest first; whoever waits for a nod is not among them."""
    seated = [seat for seat in room.seats.values() if seat.state == "seated"]
    newest = sorted(seated, key=lambda seat: (seat.joined_at, seat.id), reverse=True)
    return [seat.nickname for seat in newest[:ARRIVALS]]


def counts(room: Room) -> dict[str, int]:
    """How many there are, how many are in a conversation, how many have finished the present round."""
    current, finished, playing = room.current, 0, 0
    if current is not None:
        for seat in room.seats.values():
            if seat.state not in PRESENT:
                continue
            tried = room.ledger.tried(current.id, seat.id)
            playing += tried.begun > tried.handed
            finished += tried.handed > 0
    return {"seats": room.present, "playing": playing, "finished": finished}


def row_id(seat: str) -> str:
    """Tells two rows apart on the wall, and says nothing else about the seat."""
    return hashlib.sha256(f"row/{seat}".encode()).hexdigest()[:12]


def drawn(house: ClassHouse, room: Room) -> bytes:
    """The board as it is published: its number, the time, and how much of it is left.

    The rest is the same bytes for everybody who watches: five hundred boards cost five hundred heads.
    """
    current = room.current
    remaining = None if current is None else room.remaining(current, house.clock.ticks())
    head = {"seq": room.board.number, "at": house.clock.now(), "remaining_ms": remaining}
    rest = room.board_content.removeprefix(b"{")
    return as_json(head).removesuffix(b"}") + (b"," + rest if len(rest) > 1 else b"}")


def draw(house: ClassHouse, room: Room) -> bool:
    """Draw the board again; published only where something in it is otherwise."""
    fresh = as_json(content(house, room))
    if fresh == room.board_content:
        return False
    room.board_content = fresh
    room.board.publish(fresh, house.clock.now())
    return True


def tag(room: Room) -> str:
    """The ETag of the board."""
    return f'"{hashlib.sha256(room.board_content).hexdigest()[:24]}"'


def _round_lite(house: ClassHouse, room: Room, current: Any) -> dict[str, Any]:
    told = round_json(house, room, current)
    kept = ("id", "number", "scenario", "titles", "mode", "state", "goals")
    return {name: told[name] for name in kept}


class Painter:
    """Draws what has changed, at most four times a second each."""

    def __init__(self, house: ClassHouse, also: Any) -> None:
        """Draw boards, and whatever `also(room)` draws with them."""
        self._house, self._also = house, also

    async def run(self) -> None:
        """Draw until cancelled."""
        while True:
            await self._house.news.wait()
            self._house.news.clear()
            dirty, self._house.dirty = self._house.dirty, set()
            for session in dirty:
                room = self._house.rooms.get(session)
                if room is not None:
                    draw(self._house, room)
                    self._also(room)
                    await asyncio.sleep(0)
            await asyncio.sleep(BEAT)
