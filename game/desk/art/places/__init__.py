"""The places of the stories, by the words of `looks.PLACES`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.desk.art.place import LIGHTS, Light, Place, Room
from game.desk.art.places import reception

Painter = Callable[[Room, Light], Place]
PAINTERS: Mapping[str, Painter] = MappingProxyType({"reception": reception.paint})


def paint(name: str, room: Room, light: str) -> Place:
    """A place in a room's size and a light; an unknown place is the reception, an unknown light the morning."""
    return PAINTERS.get(name, reception.paint)(room, LIGHTS.get(light, LIGHTS["morning"]))
