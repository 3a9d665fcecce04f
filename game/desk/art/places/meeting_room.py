"""A meeting room: a glass wall on the corridor, a screen with a graph, a long lamp, a table."""

from __future__ import annotations

from game.desk.art import fittings, furniture, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, ellipse, linear, path, placed, rect, stroke, url
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
        f"M{n(window[0] + 30)} 90 L{n(window[0] + 190)} 90 L{n(window[0] + 420)} 640 "
        f"L{n(window[0] + 210)} 640Z",
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
    """A wall screen with bars that rise and fall and a line over them."""
    heights = (24, 38, 31, 46, 40, 58)
    return placed(
        rect(3, 5, 172, 112, "#0C1A1C", 0.3, 5)
        + rect(0, 0, 172, 112, "#1F2A2E", radius=5)
        + rect(5, 5, 162, 102, "#D7E5E6")
        + rect(16, 14, 62, 5, "#6F868C")
        + "".join(rect(20 + 22 * i, 94 - tall, 13, tall, "#7FA6B0", 0.9) for i, tall in enumerate(heights))
        + stroke("M24 66 L48 54 L70 58 L92 40 L114 44 L138 26", "#A3574A", 3)
        + rect(14, 95, 142, 2, "#6F868C"),
        x,
        y,
    )


def _flip_chart(x: float, y: float) -> str:
    """A flip chart with a pie on it."""
    return placed(
        stroke("M6 150 L-14 360 M66 150 L84 360", "#6B5A48", 5)
        + rect(-8, -8, 92, 14, "#55483B", radius=3)
        + path("M-4 0 L80 0 L82 164 L-6 164Z", "#F1EEE4")
        + stroke("M12 30 L60 28 M12 46 L48 45", "#8D9A9C", 3)
        + circle(38, 98, 25, edge="#6F8F94", width=3)
        + path("M38 98 L38 73 L60 108Z", "#9DB6B8"),
        x,
        y,
    )


def _carafe(x: float, y: float) -> str:
    """Water and two glasses."""
    glass = "M0 -22 L15 -22 L13 0 L2 0Z"
    return placed(
        path("M0 0 L24 0 L20 -30 L16 -50 L8 -50 L4 -30Z", "#DCE8EA", opacity=0.75)
        + path("M1 -2 L23 -2 L20.6 -24 L3.4 -24Z", "#A9C6CC", opacity=0.7)
        + "".join(placed(path(glass, "#DCE8EA", opacity=0.75), dx, 0) for dx in (34, 56)),
        x,
        y,
    )
