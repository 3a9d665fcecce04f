"""The reception of a small design studio: a tall window on plane trees, a clock, the old copier."""

from __future__ import annotations

from game.desk.art import scenery
from game.desk.art.place import Lamp, Light, Place, Room, Sheet
from game.desk.art.svg import linear, path, rect, url
from game.desk.art.svg import number as n


def paint(room: Room, light: Light) -> Place:
    """Window between pillar and slatted wall; the copier stands at the left edge."""
    left, right, top = 100.0, room.split, room.top
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + scenery.skyline(left, right, 560, 7, light.haze, light.window)
        + "".join(
            scenery.tree(x, 600, y, spread, seed)
            for x, y, spread, seed in (
                (150, 400, 78, 3),
                (right - 144, 380, 92, 5),
                *((300 + 190 * i, 520, 110, 11 + i) for i in range(1 + int(room.extra // 190))),
                (right - 30, 500, 64, 13),
            )
        )
    )
    sky = linear(
        "sky", (0, min(40, top)), (0, 560), (0, light.sky[0]), (0.55, light.sky[1]), (1, light.sky[2])
    )
    near = "".join(
        (
            scenery.glints(left, 78, right, 562),
            rect(left - 6, top, right - left + 6, 66 - top, "#EFE7D8"),
            scenery.panes(left, 66, right, 570, 3 + int(room.extra // 180)),
            _wall(room),
            rect(0, top, 104, room.height, url("pillar")),
            rect(100, top, 6, 600 - top, "#B9A987"),
            rect(100, 562, right - 92, 22, "#F3ECDD"),
            rect(100, 584, right - 92, 8, "#B3A483"),
            path(f"M100 592 L{n(right + 10)} 592 L{n(right + 10)} 720 L100 720Z", url("below")),
            scenery.clock_face(54, 146, 37),
            scenery.print_frame(22, 220),
            scenery.potted_plant(right - 68, 536),
            scenery.copier(-46, 398),
        )
    )
    defs = (
        linear("wall", (right, 0), (right + 684, 300), (0, "#2F5A5A"), (1, "#173035"))
        + linear("pillar", (0, 0), (120, 0), (0, "#D3C8B3"), (1, "#EAE1D0"))
        + linear("below", (0, 592), (0, 720), (0, "#2E5355"), (1, "#1D3B3F"))
    )
    beams = "".join(
        path(
            f"M{n(x)} 60 L{n(x + width)} 60 L{n(x + width + 320)} 640 L{n(x + 240)} 640Z",
            light.beam,
            opacity=share,
        )
        for x, width, share in ((190, 230, 1.0), (452, 68, 0.75))
    )
    return Place(
        (Sheet(far, sky, 4), Sheet(near, defs, 1), Sheet(beams, blur=16, adds=True)),
        clock=(54, 146, 37),
        lamps=(Lamp(92, 490, 7.5),),
    )


def _wall(room: Room) -> str:
    right, top = room.split, room.top
    return "".join(
        (
            rect(right, top, room.width - right, room.height, url("wall")),
            scenery.slats(right + 26, room.width, top, 720),
            rect(right - 16, top, 24, 600 - top, "#E0D6C2"),
            rect(right + 6, top, 6, room.height, "#0C2024", 0.45),
        )
    )
