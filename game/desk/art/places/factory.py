"""A factory hall: roof trusses and skylights, a row of machines, a crane, a walkway with yellow lines."""

from __future__ import annotations

from game.desk.art import fittings, machines
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, rect, stroke, url
from game.desk.art.svg import number as n


def paint(room: Room, light: Light) -> Place:
    """Machines on both sides of the walkway, the crane under the roof, light from above."""
    right, top = room.split, room.top
    middle = right / 2
    far = "".join(
        (
            rect(0, top, room.width, room.height, url("air")),
            *(
                path(
                    f"M{n(x)} {n(top)} L{n(x + 104)} {n(top)} L{n(middle + (x + 96 - middle) * 0.55)} 196 "
                    f"L{n(middle + (x + 14 - middle) * 0.55)} 196Z",
                    light.sky[1],
                    opacity=0.85,
                )
                for x in range(-40, int(right), 150)
            ),
            rect(0, 196, right, 10, "#7F9094"),
            *(
                stroke(f"M{n(x)} 206 L{n(x + 26)} 236 L{n(x + 52)} 206", "#849699", 4)
                for x in range(-20, int(right), 52)
            ),
            rect(0, 236, right, 7, "#7F9094"),
            rect(0, 243, right, 250, "#A9B6B6", 0.75),
            *(
                rect(x, 262, 58, 96, light.sky[1], 0.8)
                + rect(x + 27, 262, 4, 96, "#8D9C9E")
                + rect(x, 306, 58, 4, "#8D9C9E")
                for x in range(16, int(right), 92)
            ),
            *(rect(x, 243, 12, 260, "#8D9C9E") for x in range(84, int(right), 184)),
            machines.machine(middle - 150, 508, 112, 118, "#8EA6A3", 2),
            machines.machine(middle + 20, 508, 120, 108, "#93A7AB", 3),
            rect(0, 504, right, 216, "#A7AFAB"),
        )
    )
    wall, wall_defs = fittings.quiet_wall(room, "#37474E", "#182126", "panels")
    body = "".join(
        (
            path(f"M{n(middle - 40)} 504 L{n(middle + 60)} 504 L{n(right + 40)} 720 L-40 720Z", "#B7BDB8"),
            stroke(
                f"M{n(middle - 40)} 504 L-40 720 M{n(middle + 60)} 504 L{n(right + 40)} 720",
                "#C9A147",
                6,
                0.9,
            ),
            _crane(right, middle),
            machines.machine(-40, 616, 176, 216, "#5F8078", 5),
            machines.machine(right - 128, 612, 150, 190, "#648A86", 6),
            rect(20, 372, 6, 30, "#55656A") + circle(23, 366, 9, "#6FA37F"),
            rect(right - 92, 392, 6, 32, "#55656A") + circle(right - 89, 386, 9, "#D9A441"),
            _bins(right - 214, 624),
            wall,
            rect(right - 6, top, 14, 720 - top, "#22303A"),
            rect(right + 6, top, 5, 720 - top, "#C9A147", 0.35),
            *(
                fittings.pendant(x, top, y - top, "#4A5A5E", "#FFF3D6")
                for x, y in ((112.0, 118.0), (right - 108, 118.0), (right + 150, 92.0))
            ),
        )
    )
    defs = wall_defs + linear("air", (0, top), (0, 520), (0, "#8FA3A8"), (1, "#CBD5D3"))
    beams = "".join(
        path(
            f"M{n(x)} {n(top)} L{n(x + 90)} {n(top)} L{n(x + 190)} 640 L{n(x + 60)} 640Z",
            light.beam,
            opacity=0.6,
        )
        for x in (120, 330)
    )
    return Place(
        (Sheet(far, defs, 3), Sheet(body, defs, 1), Sheet(beams, blur=20, adds=True)),
        glows=(
            Glow(112, 124, 150, "#FFF0CC"),
            Glow(right - 108, 124, 150, "#FFF0CC"),
            Glow(right + 150, 98, 190, "#FFF0CC"),
        ),
        table="bench",
    )


def _crane(right: float, middle: float) -> str:
    """A travelling crane with its hook."""
    return "".join(
        (
            rect(0, 150, right, 20, "#C39B42"),
            rect(0, 166, right, 4, "#8A6A24"),
            *(rect(x, 154, 2, 12, "#8A6A24", 0.6) for x in range(10, int(right), 44)),
            rect(middle + 96, 138, 72, 40, "#4A5A5E", radius=4),
            stroke(f"M{n(middle + 132)} 178 L{n(middle + 132)} 262", "#3B484B", 3),
            rect(middle + 120, 258, 24, 22, "#C39B42", radius=4),
            stroke(f"M{n(middle + 132)} 280 l0 12 q0 14 -12 14 q-8 0 -9 -8", "#3B484B", 5),
        )
    )


def _bins(x: float, foot: float) -> str:
    """Bins of castings on a pallet."""
    parts = [rect(x - 6, foot, 92, 8, "#8A6E4C")]
    for index, tone in enumerate(("#55747E", "#7F6A58")):
        left = x + 42 * index
        parts.append(
            path(
                f"M{n(left)} {n(foot - 40)} L{n(left + 38)} {n(foot - 40)} L{n(left + 34)} {n(foot)} "
                f"L{n(left + 4)} {n(foot)}Z",
                tone,
            )
        )
        parts += [circle(left + 8 + 11 * i, foot - 42, 6, "#9AA5A6") for i in range(3)]
        parts.append(rect(left - 2, foot - 42, 42, 6, tone))
    return "".join(parts)
