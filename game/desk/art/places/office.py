"""An open office: a long window under half-drawn blinds, desks with screens, a shelf of files."""

from __future__ import annotations

from game.desk.art import fittings, furniture, machines, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, placed, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (62.0, 132.0, 30.0)


def paint(room: Room, light: Light) -> Place:
    """Shelf at the left, window behind the person, a desk with screen and lamp at the right."""
    right, top = room.split, room.top
    left = 128.0
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.skyline(left - 20, right, 470, 23, light.haze, light.window)
        + outdoors.skyline(left - 60, right, 520, 41, light.haze, light.window)
        + outdoors.hedge(left, right, 520, 70, 9, outdoors.leaves(light))
    )
    wall, wall_defs = fittings.quiet_wall(room, "#37505C", "#1A2932", "panels")
    panes = 2 + int(room.extra // 240)
    width = (right - 16 - left) / panes
    window = "".join(
        (
            fittings.glints(left, 92, right - 16, 456),
            fittings.panes(left, 82, right - 16, 470, panes, "#E4E6E0", 13),
            *(
                fittings.blinds(left + width * i + 8, 94, left + width * (i + 1) - 8, foot)
                for i, foot in zip(range(panes), (236.0, 170.0, 262.0, 190.0, 220.0, 180.0), strict=False)
            ),
        )
    )
    room_body = "".join(
        (
            rect(0, top, left, room.height, url("plaster")),
            rect(left, top, right - left, 84 - top, url("plaster")),
            rect(left, 470, right - left, 250, url("sill")),
            rect(left - 6, 462, right - left, 18, "#E9EAE4"),
            rect(left - 6, 480, right - left, 7, "#8D9A96", 0.6),
            wall,
            rect(right - 16, top, 22, 720 - top, "#C9D0CC"),
            _pinboard(right + 60),
            fittings.strip_light(170, right - 60, top + 46),
            fittings.clock_face(*_CLOCK),
            furniture.shelf(-30, 210, 132, 5, 17, 88),
            rect(-4, 188, 44, 22, "#8E6F52", radius=3),
            circle(74, 196, 14, "#5F8673") + circle(62, 190, 11, "#6F9A80") + circle(86, 190, 10, "#54785F"),
            rect(66, 200, 18, 12, "#B9AF9C"),
            _row_of_desks(right),
        )
    )
    defs = (
        wall_defs
        + linear("plaster", (0, 0), (room.split, 300), (0, "#C3CCCA"), (1, "#DAE0DB"))
        + linear("sill", (0, 470), (0, 720), (0, "#B4C0BE"), (1, "#82949A"))
    )
    beams = "".join(
        path(f"M{n(x)} 90 L{n(x + 120)} 90 L{n(x + 330)} 640 L{n(x + 190)} 640Z", light.beam, opacity=0.7)
        for x in (180, 380)
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 480), 4),
            Sheet(window + room_body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        clock=_CLOCK,
        glows=(Glow(right / 2, top + 50, 300, "#FFF0CC"), Glow(right - 56, 470, 120)),
        table="desk",
    )


def _row_of_desks(right: float) -> str:
    """Desks seen across the room: the near one holds screen, lamp, papers."""
    y = 552.0
    return "".join(
        (
            furniture.chair(right - 190, y + 40, "#47606A", 0.8),
            furniture.chair(190, y + 44, "#47606A", 0.8),
            rect(112, y, right - 130, 14, "#B79F7E"),
            rect(112, y + 14, right - 130, 154, "#7F8F90"),
            rect(112, y + 14, right - 130, 6, "#0C1A1C", 0.25),
            machines.monitor(right - 118, y, 118),
            machines.monitor(168, y, 92),
            machines.desk_lamp(right - 40, y, True),
            rect(206, y - 10, 44, 10, "#EFE9DB") + rect(209, y - 16, 38, 6, "#D6DEDD"),
            rect(right - 212, y - 26, 22, 26, "#7A8F93", radius=3),
            stroke(
                f"M{n(right - 206)} {n(y - 26)} l-4 -22 M{n(right - 200)} {n(y - 26)} l2 -26 "
                f"M{n(right - 196)} {n(y - 26)} l7 -20",
                "#B9A36B",
                3,
            ),
        )
    )


def _pinboard(x: float) -> str:
    """Notes on the dark wall, hardly lit."""
    notes = "".join(
        placed(
            rect(0, 0, 46, 40, tone, 0.2)
            + rect(6, 10, 30, 3, "#FFFFFF", 0.14)
            + rect(6, 18, 22, 3, "#FFFFFF", 0.14),
            dx,
            dy,
            turn,
        )
        for dx, dy, turn, tone in (
            (10, 8, -3, "#D9C58A"),
            (70, 4, 2, "#9CC0BE"),
            (132, 10, -1, "#C7A0A0"),
            (40, 60, 3, "#A9B98D"),
            (108, 62, -2, "#D9C58A"),
        )
    )
    return placed(rect(-10, -10, 210, 130, "#0D1A20", 0.3, 4) + notes, x, 500)
