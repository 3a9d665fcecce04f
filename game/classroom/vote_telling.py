"""What is told of a vote: each part from its phase on."""

from __future__ import annotations

from typing import Any

from game.classroom.house import ClassHouse
from game.classroom.room import Room
from game.records.class_rounds import Round
from game.records.class_seats import Seat


def vote_json(house: ClassHouse, room: Room, one: Round, seat: Seat | None) -> dict[str, Any] | None:
    """The present turn of a vote; None before its conversation has begun."""
    return None
