"""A workshop: an iron window, tools on a board, a vice on the bench, a lamp over the work."""

from __future__ import annotations

from game.desk.art import fittings, furniture, machines, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (62.0, 116.0, 27.0)


def paint(room: Room, light: Light) -> Place:
    """Tools at the left, the iron window behind, shelves of tins and drawers at the right."""
    right, top = room.split, room.top
    glass = (206.0, right - 108)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.skyline(glass[0] - 30, glass[1] + 30, 480, 71, light.haze, light.window)
        + outdoors.tree(glass[1] - 70, 520, 350, 74, 15, outdoors.leaves(light))
        + outdoors.hedge(glass[0] - 20, glass[1] + 20, 500, 46, 31, outdoors.leaves(light))
    )
    wall, wall_defs = fittings.quiet_wall(room, "#3F4A45", "#1A211F", "boards")
    columns = 4 + int(room.extra // 110)
    step = (glass[1] - glass[0]) / columns
    grid = "".join(
        rect(glass[0] + step * i - 3, 78, 6, 400, "#4A5A58") for i in range(columns + 1)
    ) + "".join(rect(glass[0], 78 + 80 * i, glass[1] - glass[0], 6, "#4A5A58") for i in range(6))
    body = "".join(
        (
            fittings.glints(glass[0], 80, glass[1], 476),
            rect(0, top, glass[0], room.height, url("brick")),
            rect(glass[1], top, right - glass[1], room.height, url("brick")),
            rect(glass[0], top, glass[1] - glass[0], 80 - top, url("brick")),
            rect(glass[0], 478, glass[1] - glass[0], 242, url("brick")),
            _courses(0, glass[0] - 4, top, 720),
            _courses(glass[1] + 4, right, top, 720),
            _courses(glass[0], glass[1], 494, 720),
            grid,
            rect(glass[0] - 10, 476, glass[1] - glass[0] + 20, 14, "#B9B3A4"),
            wall,
            rect(right - 4, top, 12, 720 - top, "#20282A"),
            furniture.pegboard(14, 178, 168, 226, 4),
            fittings.clock_face(*_CLOCK),
            *(
                furniture.boxes(right - 98, y, right - 8, 80 + i, 50) + furniture.board(right - 104, y, 104)
                for i, y in enumerate((236.0, 320.0))
            ),
            _drawers(right - 100, 360),
            _bench(right),
            fittings.pendant(right / 2 + 130, top, 66 - top, "#3F5651"),
            fittings.pendant(right + 150, top, 90 - top, "#3F5651"),
        )
    )
    defs = wall_defs + linear("brick", (0, 0), (right, 300), (0, "#9DA39B"), (1, "#BBBDB2"))
    beams = path(
        f"M{n(glass[0] + 20)} 84 L{n(glass[0] + 170)} 84 L{n(glass[0] + 400)} 640 L{n(glass[0] + 200)} 640Z",
        light.beam,
        opacity=0.8,
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 500), 4),
            Sheet(body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        clock=_CLOCK,
        glows=(Glow(right / 2 + 130, 74, 170), Glow(right + 150, 96, 200)),
        table="bench",
    )


def _courses(left: float, right: float, top: float, foot: float) -> str:
    """The courses of a whitewashed brick wall."""
    parts = []
    for row in range(int((foot - top) // 24)):
        y = top + 24 * row
        parts.append(rect(left, y, right - left, 1.6, "#6F7873", 0.35))
        x = left + (row % 2) * 26
        while x < right:
            parts.append(rect(x, y, 1.6, 24, "#6F7873", 0.26))
            x += 52
    return "".join(parts)


def _drawers(x: float, y: float) -> str:
    """A cabinet of small drawers."""
    parts = [rect(x, y, 96, 176, "#6B7F7B")]
    for row in range(6):
        for column in range(3):
            dx, dy = x + 6 + 29 * column, y + 6 + 28 * row
            parts.append(
                rect(dx, dy, 26, 24, "#8FA09A")
                + rect(dx, dy + 20, 26, 4, "#10191B", 0.2)
                + rect(dx + 8, dy + 9, 10, 4, "#3F4E4C", radius=2)
            )
    return "".join(parts)


def _bench(right: float) -> str:
    """The bench against the wall, with a vice and a half-made thing."""
    y = 560.0
    return "".join(
        (
            rect(-10, y, right, 16, "#9A7D58"),
            rect(-10, y + 16, right, 8, "#0C1A1C", 0.3),
            rect(-10, y + 24, right, 140, "#5F6F6C"),
            rect(44, y - 26, 62, 26, "#4A6A74", radius=3),
            rect(34, y - 42, 34, 22, "#3D5862", radius=3),
            rect(72, y - 42, 36, 22, "#567984", radius=3),
            stroke(f"M108 {n(y - 30)} L140 {n(y - 30)} M140 {n(y - 42)} L140 {n(y - 18)}", "#AEB7B6", 5),
            circle(right - 150, y - 26, 26, edge="#55656A", width=9),
            circle(right - 150, y - 26, 8, "#55656A"),
            stroke(
                f"M{n(right - 150)} {n(y - 52)} L{n(right - 150)} {n(y)} M{n(right - 176)} {n(y - 26)} "
                f"L{n(right - 124)} {n(y - 26)}",
                "#55656A",
                5,
            ),
            machines.desk_lamp(162, y),
            path(
                f"M{n(right - 90)} {n(y)} L{n(right - 84)} {n(y - 40)} L{n(right - 52)} {n(y - 40)} "
                f"L{n(right - 46)} {n(y)}Z",
                "#B0834C",
            ),
            stroke(
                f"M{n(right - 78)} {n(y - 40)} l-4 -24 M{n(right - 70)} {n(y - 40)} l0 -30 M{n(right - 62)} "
                f"{n(y - 40)} l6 -22",
                "#4B5F66",
                4.5,
            ),
        )
    )
