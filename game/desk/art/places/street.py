"""A street under plane trees: shop fronts, a lamp-post, a bicycle at the kerb."""

from __future__ import annotations

from game.desk.art import fittings, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, rect, stroke, url
from game.desk.art.svg import number as n


def paint(room: Room, light: Light) -> Place:
    """Fronts across the street, trees before them, a shutter on the right."""
    right, top = room.split, room.top
    green = outdoors.leaves(light)
    fronts = (196.0, 178.0, 210.0, 186.0, 200.0)
    far = rect(0, top, room.width, room.height, url("sky")) + outdoors.skyline(
        -20, right, 420, 91, light.haze, light.window
    )
    x = -30.0
    for index in range(2 + int(right // 190)):
        width = fronts[index % len(fronts)]
        far += outdoors.shop_front(x, 540, width, 330 + 46 * (index % 3), 30 + index, light.window)
        x += width
    far += rect(0, 536, right, 30, "#A5ABA6") + rect(0, 562, right, 4, "#5F6B6C", 0.6)
    wall, wall_defs = fittings.quiet_wall(room, "#36454B", "#171F23", "boards")
    near = "".join(
        (
            rect(0, 566, right, 154, url("road")),
            *(rect(40 + 150 * i, 606, 76, 7, "#D9DAD2", 0.55) for i in range(int(right // 150) + 1)),
            outdoors.tree(58, 600, 250, 104, 41, green),
            outdoors.tree(right - 74, 596, 290, 96, 43, green),
            _lamp_post(166, 600),
            outdoors.bicycle(right - 150, 606, 1.05),
            outdoors.hedge(0, 128, 646, 60, 8, green),
            _hydrant(right - 36, 622),
            wall,
            rect(right - 8, top, 18, 720 - top, "#55625F"),
            rect(right, 74, room.split + 2000, 18, "#0C1416", 0.4),
        )
    )
    defs = wall_defs + linear("road", (0, 566), (0, 720), (0, "#8D9696"), (1, "#6B7678"))
    beams = "".join(
        path(
            f"M{n(start)} {n(top)} L{n(start + 80)} {n(top)} L{n(start + 330)} 640 L{n(start + 210)} 640Z",
            light.beam,
            opacity=0.7,
        )
        for start in (60, 260)
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(0, top), 440), 4),
            Sheet(near, defs, 1),
            Sheet(beams, blur=20, adds=True),
        ),
        glows=(Glow(206, 236, 130), Glow(126, 236, 130)),
        table="stone",
    )


def _lamp_post(x: float, foot: float) -> str:
    return (
        stroke(f"M{n(x)} {n(foot)} L{n(x)} 236", "#36474A", 8)
        + stroke(
            f"M{n(x - 40)} 250 Q{n(x - 36)} 214 {n(x)} 214 Q{n(x + 36)} 214 {n(x + 40)} 250", "#36474A", 5
        )
        + "".join(
            path(
                f"M{n(x + dx - 14)} 250 L{n(x + dx + 14)} 250 L{n(x + dx + 9)} 228 L{n(x + dx - 9)} 228Z",
                "#36474A",
            )
            + circle(x + dx, 256, 9, "#FFF3D2")
            for dx in (-40, 40)
        )
        + rect(x - 10, foot - 40, 20, 40, "#2C3A3D", radius=3)
    )


def _hydrant(x: float, foot: float) -> str:
    return (
        rect(x - 12, foot - 44, 24, 44, "#8F4A3C", radius=5)
        + rect(x - 16, foot - 6, 32, 7, "#6E382E")
        + rect(x - 18, foot - 34, 36, 10, "#A55A49", radius=4)
        + path(f"M{n(x - 12)} {n(foot - 44)} Q{n(x)} {n(foot - 58)} {n(x + 12)} {n(foot - 44)}Z", "#A55A49")
    )
