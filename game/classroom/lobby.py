"""What the trainer's page is told: a class with everybody in it."""

from __future__ import annotations

from typing import Any

from game.classroom.house import ClassHouse
from game.classroom.registers import NOTHING
from game.classroom.room import Room
from game.classroom.telling import round_json
from game.classroom.vote_telling import vote_json
from game.records.class_rounds import Round
from game.records.class_seats import Seat
from game.records.class_sessions import ClassSession

PRIVATE = frozenset({"entries"})
"""Settings that are not for this list."""


def session_row(house: ClassHouse, row: ClassSession) -> dict[str, Any]:
    """A class as the trainer's list of classes shows it."""
    token = house.board_token(row.id)
    settings = {name: value for name, value in row.settings.items() if name not in PRIVATE}
    return {
        "id": row.id,
        "title": row.title,
        "code": row.code,
        "language": row.language,
        "state": row.state,
        "settings": {**settings, "roster_entries": len(row.settings.get("entries", {}))},
        "run_sheet": list(row.run_sheet),
        "step": row.settings.get("step", 0),
        "frozen": row.freeze_seq is not None,
        "view": row.settings.get("view", "score"),
        "theme": row.settings.get("theme", "night"),
        "motion": bool(row.settings.get("motion", True)),
        "dimmed": bool(row.settings.get("dimmed", False)),
        "locked": bool(row.settings.get("locked", False)),
        "notice": row.settings.get("notice", ""),
        "join_url": house.join_url(row.code),
        "board_url": f"/board/{token}",
        "created_at": row.created_at,
        "over_at": row.over_at,
    }


def seat_row(house: ClassHouse, room: Room, seat: Seat) -> dict[str, Any]:
    """A seat as the trainer sees it."""
    current, ticks = room.current, house.clock.ticks()
    handed = [h for h in room.ledger.handed(seat.id) if h.state != "withdrawn"]
    tried, place = NOTHING, None
    if current is not None:
        register = room.ledger.register(current.id)
        tried = register.seats.get(seat.id, NOTHING)
        places = register.standings.places or room.tallied.get(current.id, {})
        place = places.get(seat.id)
    return {
        "id": seat.id,
        "nickname": seat.nickname,
        "team": seat.team,
        "members": list(seat.members),
        "roster": seat.roster_key,
        "state": seat.state,
        "online": room.online(seat.id, ticks),
        "playing": tried.begun > tried.handed,
        "turns": room.turns.get(seat.id, 0),
        "finished": tried.handed - tried.withdrawn,
        "score": None if place is None else place.score,
        "flags": sorted({flag for h in handed for flag in h.flags}),
        "attempts": [
            {
                "id": h.id,
                "round": h.round_id,
                "number": h.number,
                "state": h.state,
                "reason": h.reason,
                "flags": list(h.flags),
                "score": None if h.mark is None else h.mark.score,
                "stage": None if h.mark is None else h.mark.stage,
            }
            for h in handed
        ],
    }


def round_row(house: ClassHouse, room: Room, one: Round) -> dict[str, Any]:
    """A round as the trainer sees it."""
    told = round_json(house, room, one)
    return {**told, "settings": dict(one.settings), "finished": room.ledger.finished(one.id)}


def lobby(house: ClassHouse, room: Room) -> dict[str, Any]:
    """A class with everybody in it."""
    rounds = sorted(room.rounds.values(), key=lambda one: one.number)
    shown = [seat for seat in room.seats.values() if seat.state != "erased"]
    return {
        "seq": room.lobby.number,
        "at": house.clock.now(),
        "session": session_row(house, room.session),
        "seats": [seat_row(house, room, seat) for seat in shown],
        "rounds": [round_row(house, room, one) for one in rounds],
        "current": None if room.current is None else room.current.id,
        "pictures": [one.id for one in rounds if room.ledger.has_marks(one.id)],
        "discussion": room.settings.get("discussion"),
        "vote": vote_json(house, room, room.current, None, whole=True) if room.current else None,
    }
