"""A meeting room: a glass wall on the corridor, a screen with a graph, a long lamp, chairs along the table."""

from __future__ import annotations

from game.desk.art import fittings, furniture, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, ellipse, linear, path, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (556.0, 132.0, 26.0)


def paint(room: Room, light: Light) -> Place:
    """The city behind a wide window, the screen at the left, chairs on both sides."""
    right, top = room.split, room.top
    window = (206.0, right - 92)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.skyline(window[0] - 30, window[1] + 30, 520, 5, light.haze, light.window)
        + outdoors.skyline(window[0] - 80, window[1] + 60, 610, 31, light.haze, light.window)
    )
    wall, wall_defs = fittings.quiet_wall(room, "#3E4656", "#1B2029", "boards")
    body = "".join(
        (
            fittings.glints(window[0], 96, window[1], 500),
            rect(0, top, window[0], room.height, url("felt")),
            rect(window[1], top, right - window[1], room.height, url("felt")),
            rect(window[0], top, window[1] - window[0], 90 - top, url("felt")),
            rect(window[0], 500, window[1] - window[0], 220, url("dado")),
            rect(0, 500, window[0], 220, "#5E6F76", 0.5),
            rect(window[1], 500, right - window[1], 220, "#5E6F76", 0.5),
            fittings.panes(window[0], 84, window[1], 508, 2 + int(room.extra // 220), "#D8DDDD", 12),
            rect(window[0] - 10, 500, window[1] - window[0] + 20, 14, "#E3E6E2"),
            rect(0, 496, right, 4, "#42525A", 0.5),
            wall,
            rect(right - 14, top, 18, 720 - top, "#AEB9BB"),
            _screen(12, 150),
            fittings.strip_light(150, right - 70, top + 40),
            fittings.clock_face(right - 46, _CLOCK[1], _CLOCK[2]),
            _flip_chart(right - 78, 250),
            furniture.chair(74, 610, "#465A66", 1.05),
            furniture.chair(168, 596, "#516773", 0.86),
            furniture.chair(right - 34, 612, "#465A66", 1.05),
            furniture.chair(right - 128, 596, "#516773", 0.86),
            ellipse(right / 2, 640, right * 0.46, 30, "#5B4636"),
            ellipse(right / 2, 634, right * 0.46, 28, "#86694F"),
            _carafe(right - 166, 634),
        )
    )
    defs = (
        wall_defs
        + linear("felt", (0, 0), (right, 200), (0, "#94A3A8"), (1, "#B4C0C2"))
        + linear("dado", (0, 500), (0, 720), (0, "#7E8E94"), (1, "#55656C"))
    )
    beams = path(
        f"M{n(window[0] + 30)} 90 L{n(window[0] + 190)} 90 L{n(window[0] + 420)} 640 L{n(window[0] + 210)} 640Z",
        light.beam,
        opacity=0.6,
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 540), 4),
            Sheet(body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        clock=(right - 46, _CLOCK[1], _CLOCK[2]),
        glows=(Glow(right / 2, top + 46, 320, "#FFF0CC"), Glow(96, 226, 150, "#A8D4DC")),
        table="dark",
    )


def _screen(x: float, y: float) -> str:
    """A wall screen with bars that rise and fall and a line through them."""
    w, h = 172.0, 112.0
    bars = "".join(
        rect(x + 20 + 22 * i, y + h - 18 - tall, 13, tall, "#7FA6B0", 0.9)
        for i, tall in enumerate((24, 38, 31, 46, 40, 58))
    )
    line = f"M{n(x + 24)} {n(y + 66)} L{n(x + 48)} {n(y + 54)} L{n(x + 70)} {n(y + 58)} L{n(x + 92)} {n(y + 40)} L{n(x + 114)} {n(y + 44)} L{n(x + 138)} {n(y + 26)}"
    return (
        rect(x + 3, y + 5, w, h, "#0C1A1C", 0.3, 5)
        + rect(x, y, w, h, "#1F2A2E", radius=5)
        + rect(x + 5, y + 5, w - 10, h - 10, "#D7E5E6")
        + rect(x + 16, y + 14, 62, 5, "#6F868C")
        + bars
        + stroke(line, "#A3574A", 3)
        + rect(x + 14, y + h - 17, w - 30, 2, "#6F868C")
    )


def _flip_chart(x: float, y: float) -> str:
    return (
        stroke(
            f"M{n(x + 6)} {n(y + 150)} L{n(x - 14)} {n(y + 360)} M{n(x + 66)} {n(y + 150)} L{n(x + 84)} {n(y + 360)}",
            "#6B5A48",
            5,
        )
        + rect(x - 8, y - 8, 92, 14, "#55483B", radius=3)
        + path(
            f"M{n(x - 4)} {n(y)} L{n(x + 80)} {n(y)} L{n(x + 82)} {n(y + 164)} L{n(x - 6)} {n(y + 164)}Z",
            "#F1EEE4",
        )
        + stroke(
            f"M{n(x + 12)} {n(y + 30)} L{n(x + 60)} {n(y + 28)} M{n(x + 12)} {n(y + 46)} L{n(x + 48)} {n(y + 45)}",
            "#8D9A9C",
            3,
        )
        + circle(x + 38, y + 98, 25, edge="#6F8F94", width=3)
        + path(f"M{n(x + 38)} {n(y + 98)} L{n(x + 38)} {n(y + 73)} L{n(x + 60)} {n(y + 108)}Z", "#9DB6B8")
    )


def _carafe(x: float, y: float) -> str:
    glass = "".join(
        path(
            f"M{n(x + dx)} {n(y - 22)} L{n(x + dx + 15)} {n(y - 22)} L{n(x + dx + 13)} {n(y)} L{n(x + dx + 2)} {n(y)}Z",
            "#DCE8EA",
            opacity=0.75,
        )
        for dx in (34, 56)
    )
    return (
        path(
            f"M{n(x)} {n(y)} L{n(x + 24)} {n(y)} L{n(x + 20)} {n(y - 30)} L{n(x + 16)} {n(y - 50)} L{n(x + 8)} {n(y - 50)} L{n(x + 4)} {n(y - 30)}Z",
            "#DCE8EA",
            opacity=0.75,
        )
        + path(
            f"M{n(x + 1)} {n(y - 2)} L{n(x + 23)} {n(y - 2)} L{n(x + 20.6)} {n(y - 24)} L{n(x + 3.4)} {n(y - 24)}Z",
            "#A9C6CC",
            opacity=0.7,
        )
        + glass
    )
