"""A shop: a show window on the street, shelves of goods, an awning, lamps over the counter."""

from __future__ import annotations

from game.desk.art import fittings, furniture, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (64.0, 128.0, 28.0)


def paint(room: Room, light: Light) -> Place:
    """Shelves at the left, the show window behind the person, more goods at the right."""
    right, top = room.split, room.top
    glass = (188.0, right - 96)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + "".join(
            outdoors.shop_front(glass[0] - 30 + 176 * i, 520, 174, 400, 4 + i, light.window)
            for i in range(2 + int((glass[1] - glass[0]) // 176))
        )
        + rect(glass[0] - 30, 508, glass[1], 90, "#8E9794")
        + outdoors.bicycle(glass[0] + 210, 540, 0.9)
    )
    wall, wall_defs = fittings.quiet_wall(room, "#4A4038", "#201B18", "boards")
    shelves = "".join(
        furniture.boxes(4, y, 176, 3 + i, 62) + furniture.board(-10, y, 194)
        for i, y in enumerate((290.0, 384.0, 478.0, 572.0))
    ) + "".join(
        furniture.boxes(right - 88, y, right - 6, 21 + i, 56) + furniture.board(right - 96, y, 96)
        for i, y in enumerate((244.0, 336.0, 428.0))
    )
    body = "".join(
        (
            fittings.glints(glass[0], 120, glass[1], 540),
            rect(0, top, glass[0], room.height, url("plaster")),
            rect(glass[1], top, right - glass[1], room.height, url("plaster")),
            rect(glass[0], top, glass[1] - glass[0], 92 - top, url("plaster")),
            _awning(glass[0], glass[1], 92),
            rect(glass[0], 540, glass[1] - glass[0], 180, "#7C8783"),
            rect(glass[0] - 8, 532, glass[1] - glass[0] + 16, 16, "#D9D3C3"),
            fittings.panes(glass[0], 120, glass[1], 536, 2 + int(room.extra // 240), "#5E6F68", 10),
            wall,
            rect(right - 4, top, 10, 720 - top, "#2A221C"),
            shelves,
            furniture.potted_plant(right - 52, 596, 0.85),
            fittings.clock_face(*_CLOCK),
            fittings.pendant(150, top, 70 - top, "#6B4B38"),
            fittings.pendant(right - 150, top, 70 - top, "#6B4B38"),
            fittings.pendant(right + 130, top, 84 - top, "#6B4B38"),
            _jars(glass[0] + 22, 532),
        )
    )
    defs = wall_defs + linear("plaster", (0, 0), (right, 240), (0, "#B9BDB2"), (1, "#D6D6C9"))
    beams = path(
        f"M{n(glass[0] + 40)} 120 L{n(glass[0] + 200)} 120 L{n(glass[0] + 400)} 640 "
        f"L{n(glass[0] + 190)} 640Z",
        light.beam,
        opacity=0.7,
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 520), 4),
            Sheet(body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        clock=_CLOCK,
        glows=(Glow(150, 76, 150), Glow(right - 150, 76, 150), Glow(right + 130, 92, 190)),
    )


def _awning(left: float, right: float, y: float) -> str:
    """The inside of a striped awning with its scalloped edge."""
    count = int((right - left) // 30)
    step = (right - left) / count
    return "".join(
        path(
            f"M{n(left + step * i)} {n(y)} L{n(left + step * (i + 1))} {n(y)} L{n(left + step * (i + 1))} "
            f"{n(y + 26)} "
            f"Q{n(left + step * (i + 0.5))} {n(y + 42)} {n(left + step * i)} {n(y + 26)}Z",
            "#6E8F8A" if i % 2 else "#E4DFCF",
        )
        for i in range(count)
    ) + rect(left, y, right - left, 6, "#0C1A1C", 0.2)


def _jars(x: float, foot: float) -> str:
    parts = []
    for index, tone in enumerate(("#A8897A", "#8FA383", "#B7A671")):
        left = x + 34 * index
        parts.append(
            rect(left, foot - 38, 26, 38, "#D6E0DC", 0.8, 5) + rect(left + 2, foot - 26, 22, 24, tone, 0.9, 4)
        )
        parts.append(
            rect(left + 3, foot - 44, 20, 8, "#6E5B46", radius=2)
            + stroke(f"M{n(left + 5)} {n(foot - 32)} L{n(left + 5)} {n(foot - 8)}", "#FFFFFF", 2, 0.6)
        )
        parts.append(circle(left + 13, foot - 14, 5, "#F4EFE2", 0.6))
    return "".join(parts)
