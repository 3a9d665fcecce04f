"""Inside a parked car: the street through the windows, seats, the belt, the mirror."""

from __future__ import annotations

from game.desk.art import fittings, outdoors
from game.desk.art.place import Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, rect, stroke, url
from game.desk.art.svg import number as n


def paint(room: Room, light: Light) -> Place:
    """The far window behind the person, seats on both sides, the door on the right."""
    right, top = room.split, room.top
    green = outdoors.leaves(light)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.skyline(-20, right + 200, 440, 17, light.haze, light.window)
        + "".join(
            outdoors.shop_front(-40 + 190 * i, 520, 188, 330, 50 + i, light.window)
            for i in range(2 + int(right // 190))
        )
        + "".join(
            outdoors.tree(70 + 250 * i, 540, 300 + 30 * (i % 2), 90, 60 + i, green)
            for i in range(1 + int(right // 250))
        )
        + rect(0, 512, right + 60, 120, "#8D9696")
    )
    wall, wall_defs = fittings.quiet_wall(room, "#2B3338", "#14191C", "plain")
    body = "".join(
        (
            fittings.glints(40, 120, right, 540),
            wall,
            # roof, pillars and sills around the window
            path(
                f"M0 {n(top)} L{n(right + 30)} {n(top)} L{n(right + 30)} 190 C{n(right - 10)} 132 "
                f"{n(right - 70)} 112 {n(right - 150)} 108 L150 108 C80 112 40 140 26 200 L0 260Z",
                url("roof"),
            ),
            path("M0 210 C30 300 30 420 6 540 L0 560Z", "#2A3236"),
            path(
                f"M{n(right - 26)} 176 C{n(right - 2)} 260 {n(right + 8)} 400 {n(right + 2)} 560 "
                f"L{n(right + 40)} 560 L{n(right + 40)} 150Z",
                "#242B2F",
            ),
            path(
                f"M0 536 C{n(right * 0.3)} 524 {n(right * 0.7)} 524 {n(right + 40)} 536 L{n(right + 40)} "
                "720 L0 720Z",
                url("door"),
            ),
            stroke(
                f"M0 540 C{n(right * 0.3)} 528 {n(right * 0.7)} 528 {n(right + 10)} 540", "#7C8A8F", 3, 0.7
            ),
            stroke(f"M150 108 L{n(right - 150)} 108", "#7C8A8F", 2.4, 0.6),
            _seat(96, 0.98),
            _seat(right - 66, 1.06),
            stroke(
                f"M{n(right - 34)} 236 C{n(right - 70)} 380 {n(right - 60)} 500 {n(right - 110)} 640",
                "#1B2124",
                13,
            ),
            stroke(
                f"M{n(right - 37)} 240 C{n(right - 73)} 382 {n(right - 63)} 502 {n(right - 113)} 640",
                "#4B575C",
                2,
                0.8,
            ),
            rect(200, top + 78 - top * 0, 120, 34, "#1C2326", radius=12)
            + rect(206, 83, 108, 24, "#A9C0C4", radius=9),
            circle(right - 150, 92, 9, "#FFF3D6", 0.6),
            rect(right + 60, 520, 220, 18, "#FFFFFF", 0.05, 9),
            rect(right + 90, 560, 90, 14, "#FFFFFF", 0.05, 7),
        )
    )
    defs = (
        wall_defs
        + linear("roof", (0, top), (0, 200), (0, "#3A4449"), (1, "#4A555A"))
        + linear("door", (0, 536), (0, 720), (0, "#3F4A4F"), (1, "#23292C"))
    )
    beams = path(f"M120 110 L300 110 L{n(right - 60)} 640 L250 640Z", light.beam, opacity=0.7)
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(0, top), 520), 5),
            Sheet(body, defs, 1),
            Sheet(beams, blur=20, adds=True),
        ),
        table="dark",
    )


def _seat(x: float, scale: float) -> str:
    """A seat with its head rest."""
    s = scale
    return (
        rect(x - 20 * s, 300 - 6, 6 * s, 40, "#8A969A")
        + rect(x + 14 * s, 300 - 6, 6 * s, 40, "#8A969A")
        + rect(x - 52 * s, 236, 104 * s, 70, "#59666B", radius=22 * s)
        + rect(x - 40 * s, 244, 50 * s, 44, "#74838A", 0.35, 16)
        + path(
            f"M{n(x - 82 * s)} 660 C{n(x - 96 * s)} 470 {n(x - 84 * s)} 340 {n(x - 46 * s)} 326 "
            f"L{n(x + 46 * s)} 326 C{n(x + 84 * s)} 340 {n(x + 96 * s)} 470 {n(x + 82 * s)} 660Z",
            "#4F5C61",
        )
        + path(
            f"M{n(x + 30 * s)} 326 L{n(x + 46 * s)} 326 C{n(x + 84 * s)} 340 {n(x + 96 * s)} 470 "
            f"{n(x + 82 * s)} 660 L{n(x + 50 * s)} 660 C{n(x + 60 * s)} 500 {n(x + 56 * s)} 380 "
            f"{n(x + 30 * s)} 326Z",
            "#353F43",
        )
        + stroke(
            f"M{n(x - 50 * s)} 640 C{n(x - 58 * s)} 500 {n(x - 52 * s)} 390 {n(x - 30 * s)} 346",
            "#8A989D",
            2,
            0.5,
        )
    )
