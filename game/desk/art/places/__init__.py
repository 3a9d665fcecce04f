"""The places of the stories, by the words of `looks.PLACES`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.desk.art.place import LIGHTS, Light, Place, Room
from game.desk.art.places import (
    cafe,
    car,
    desk,
    factory,
    hall,
    home,
    meeting_room,
    office,
    reception,
    shop,
    showroom,
    street,
    workshop,
)

Painter = Callable[[Room, Light], Place]
PAINTERS: Mapping[str, Painter] = MappingProxyType(
    {
        "reception": reception.paint,
        "office": office.paint,
        "meeting-room": meeting_room.paint,
        "hall": hall.paint,
        "shop": shop.paint,
        "cafe": cafe.paint,
        "home": home.paint,
        "workshop": workshop.paint,
        "factory": factory.paint,
        "street": street.paint,
        "car": car.paint,
        "desk": desk.paint,
        "showroom": showroom.paint,
    }
)


def paint(name: str, room: Room, light: str) -> Place:
    """A place in a room and a light; an unknown place is the reception, an unknown light morning."""
    return PAINTERS.get(name, reception.paint)(room, LIGHTS.get(light, LIGHTS["morning"]))
