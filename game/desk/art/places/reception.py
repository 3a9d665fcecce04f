"""The reception of a small design studio: a tall window on plane trees, a clock, the old copier."""

from __future__ import annotations

from game.desk.art import fittings, furniture, machines, outdoors
from game.desk.art.place import Glow, Lamp, Light, Place, Room, Sheet
from game.desk.art.svg import linear, path, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (54.0, 146.0, 37.0)


def paint(room: Room, light: Light) -> Place:
    """Window between pillar and slatted wall; the copier stands at the left edge."""
    left, right, top = 100.0, room.split, room.top
    green = outdoors.leaves(light)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.skyline(left, right, 560, 7, light.haze, light.window)
        + "".join(
            outdoors.tree(x, 600, y, spread, seed, green)
            for x, y, spread, seed in (
                (150, 400, 78, 3),
                (right - 144, 380, 92, 5),
                *((300 + 190 * i, 520, 110, 11 + i) for i in range(1 + int(room.extra // 190))),
                (right - 30, 500, 64, 13),
            )
        )
    )
    wall, wall_defs = fittings.quiet_wall(room, "#2F5A5A", "#173035", "slats")
    near = "".join(
        (
            fittings.glints(left, 78, right, 562),
            rect(left - 6, top, right - left + 6, 66 - top, "#E9E1D1"),
            fittings.panes(left, 66, right, 570, 3 + int(room.extra // 180)),
            wall,
            rect(right - 16, top, 24, 600 - top, "#DDD3BF"),
            rect(right + 6, top, 6, room.height, "#0C2024", 0.45),
            fittings.pendant(right + 112, top, 96 - top),
            rect(0, top, 104, room.height, url("pillar")),
            rect(100, top, 6, 600 - top, "#B9A987"),
            rect(0, 330, 100, 3, "#B9A987", 0.5),
            rect(100, 562, right - 92, 22, "#EFE8D8"),
            rect(100, 584, right - 92, 8, "#ABA080"),
            path(f"M100 592 L{n(right + 10)} 592 L{n(right + 10)} 720 L100 720Z", url("below")),
            stroke(f"M100 622 L{n(right)} 622", "#6F9390", 1.6, 0.4),
            fittings.clock_face(*_CLOCK),
            fittings.print_frame(22, 220),
            furniture.potted_plant(right - 68, 536),
            machines.copier(-46, 398),
        )
    )
    defs = (
        wall_defs
        + linear("pillar", (0, 0), (120, 0), (0, "#CFC4AF"), (1, "#E5DCCB"))
        + linear("below", (0, 592), (0, 720), (0, "#2E5355"), (1, "#1D3B3F"))
    )
    beams = "".join(
        path(
            f"M{n(x)} 60 L{n(x + width)} 60 L{n(x + width + 320)} 640 L{n(x + 240)} 640Z",
            light.beam,
            opacity=share,
        )
        for x, width, share in ((190, 230, 0.9), (452, 68, 0.6))
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 560), 4),
            Sheet(near, defs, 1),
            Sheet(beams, blur=16, adds=True),
        ),
        clock=_CLOCK,
        lamps=(Lamp(92, 490, 7.5),),
        glows=(Glow(right + 112, 100, 210),),
    )
