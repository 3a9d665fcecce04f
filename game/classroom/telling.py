"""What seats are told: a class as one of its seats sees it. Shapes of the HTTP interface, version 1."""

from __future__ import annotations

from typing import Any

from game.classroom.house import ClassHouse
from game.classroom.room import Handed, Room
from game.classroom.vote_telling import vote_json
from game.records.class_rounds import Round
from game.records.class_seats import Seat


def round_json(house: ClassHouse, room: Room, one: Round) -> dict[str, Any]:
    """A round."""
    package = room.packages[one.package_sha]
    return {
        "id": one.id,
        "number": one.number,
        "scenario": package.scenario,
        "titles": dict(package.titles),
        "package": one.package_sha,
        "fingerprint": package.fingerprint,
        "mode": one.mode,
        "state": one.state,
        "remaining_ms": room.remaining(one, house.clock.ticks()),
        "goals": list(one.goals),
        "attempts_allowed": allowed(one),
        "hints": bool(one.settings.get("hints", one.mode != "exam")),
    }


def allowed(one: Round) -> int:
    """How often each seat may try; 0 for as often as it likes."""
    usual = {"exam": 1, "vote": 0}.get(one.mode, 3)
    return int(one.settings.get("attempts") or 0) if one.settings.get("attempts") is not None else usual


def attempt_json(handed: Handed) -> dict[str, Any]:
    """An attempt, with what it is worth where that is known."""
    told: dict[str, Any] = {
        "id": handed.id,
        "round": handed.round_id,
        "number": handed.number,
        "state": handed.state,
    }
    if handed.reason:
        told["reason"] = handed.reason
    mark = handed.mark
    if mark is not None and handed.state == "scored":
        told |= {"score": mark.score, "passed": bool(mark.passed), "stage": mark.stage, "nps": mark.nps}
        told |= {"ending": mark.details.get("ending"), "insight": mark.insight}
    return told


def seat_json(seat: Seat) -> dict[str, Any]:
    """A seat as it sees itself."""
    told = {"id": seat.id, "nickname": seat.nickname, "team": seat.team, "state": seat.state}
    return {**told, "members": list(seat.members)}


def standing_json(room: Room, seat: Seat) -> dict[str, int] | None:
    """Where a seat stands; nothing while the board is frozen."""
    if room.frozen:
        return None
    ranks = room.ranks()
    return {"rank": ranks[seat.id], "of": len(ranks)} if seat.id in ranks else None


def session_json(house: ClassHouse, room: Room, seat: Seat) -> dict[str, Any]:
    """A class as one of its seats sees it."""
    current = room.current
    rounds = sorted(room.rounds.values(), key=lambda one: one.number)
    shown = [one for one in rounds if one.state != "waiting"]
    handed = [h for h in room.ledger.handed(seat.id) if h.state != "withdrawn"]
    waiting = seat.state == "waiting"
    return {
        "id": room.session.id,
        "title": room.session.title,
        "language": room.session.language,
        "state": room.session.state,
        "version": room.version(seat.id),
        "notice": room.settings.get("notice", ""),
        "dimmed": bool(room.settings.get("dimmed", False)),
        "seat": seat_json(seat),
        "round": round_json(house, room, current)
        if current and not waiting and current.state != "waiting"
        else None,
        "rounds": [] if waiting else [round_json(house, room, one) for one in shown],
        "attempts": [attempt_json(one) for one in handed],
        "vote": vote_json(house, room, current, seat) if current and not waiting else None,
        "standing": standing_json(room, seat),
    }
