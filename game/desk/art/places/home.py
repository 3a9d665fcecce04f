"""A living room: a window with curtains on a court, a sofa, a bookcase with keepsakes, a standing lamp."""

from __future__ import annotations

from game.desk.art import fittings, furniture, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (560.0, 128.0, 25.0)


def paint(room: Room, light: Light) -> Place:
    """Bookcase at the left, window behind, lamp and family pictures at the right."""
    right, top = room.split, room.top
    glass = (196.0, right - 128)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.skyline(glass[0] - 30, glass[1] + 40, 500, 51, light.haze, light.window)
        + outdoors.tree(glass[0] + 40, 560, 330, 84, 8, outdoors.leaves(light))
        + outdoors.tree(glass[1] - 30, 560, 380, 70, 9, outdoors.leaves(light))
        + outdoors.hedge(glass[0] - 30, glass[1] + 40, 540, 50, 3, outdoors.leaves(light))
    )
    wall, wall_defs = fittings.quiet_wall(room, "#3C4A44", "#1A2320", "curtain")
    body = "".join(
        (
            fittings.glints(glass[0], 92, glass[1], 480),
            rect(0, top, glass[0], room.height, url("paper")),
            rect(glass[1], top, right - glass[1], room.height, url("paper")),
            rect(glass[0], top, glass[1] - glass[0], 88 - top, url("paper")),
            rect(glass[0], 490, glass[1] - glass[0], 230, url("paper")),
            fittings.panes(glass[0], 84, glass[1], 494, 2 + int(room.extra // 220), "#EDE7DA", 12),
            rect(glass[0] - 10, 486, glass[1] - glass[0] + 20, 14, "#E4DCCB"),
            fittings.curtain(glass[0] - 30, glass[0] + 30, 80, 600, "#9FB0A6", "#7F938A", "#BECBC1"),
            fittings.curtain(glass[1] - 30, glass[1] + 24, 80, 600, "#9FB0A6", "#7F938A", "#BECBC1"),
            wall,
            rect(right - 4, top, 10, 720 - top, "#1F2B27"),
            _bookcase(),
            fittings.clock_face(right - 52, _CLOCK[1], _CLOCK[2]),
            _pictures(right - 100, 190),
            furniture.sofa(120, 668, right - 150, "#7F8F8C", "#5F716E", "#9BABA6"),
            furniture.floor_lamp(right - 30, 640, 330),
            rect(0, 640, right, 80, "#6E6354"),
        )
    )
    defs = wall_defs + linear("paper", (0, 0), (right, 300), (0, "#B8BBAA"), (1, "#D3D3C3"))
    beams = path(
        f"M{n(glass[0] + 30)} 90 L{n(glass[0] + 160)} 90 L{n(glass[0] + 380)} 640 L{n(glass[0] + 190)} 640Z",
        light.beam,
        opacity=0.8,
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 520), 4),
            Sheet(body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        clock=(right - 52, _CLOCK[1], _CLOCK[2]),
        glows=(Glow(right - 30, 350, 210),),
    )


def _bookcase() -> str:
    """Books, a calliper, a teapot, a small radio."""
    feet = (246.0, 336.0, 426.0, 516.0)
    parts = [rect(-10, 150, 172, 490, "#6B543D"), rect(0, 160, 152, 470, "#3A3128")]
    for index, foot in enumerate(feet):
        if index in {0, 2}:
            parts.append(furniture.books(6, foot, 104 if index else 146, 60 + index, 66))
        parts.append(rect(0, foot, 152, 8, "#8A6E51") + rect(0, foot + 8, 152, 5, "#10191B", 0.3))
    parts.append(
        stroke(
            "M14 316 L104 316 M14 322 L14 300 M34 316 L34 300 M14 300 L20 308 M34 300 L28 308", "#B7C0C0", 4.4
        )
    )  # a vernier calliper
    parts.append(stroke("M44 316 L100 316", "#6F7C7D", 1.4) + rect(116, 300, 24, 36, "#B7A47F", radius=3))
    parts.append(
        path("M112 426 Q104 396 128 394 Q152 396 144 426Z", "#8FA7A6")
        + stroke("M144 406 q12 -2 8 12 M112 404 q-10 -4 -12 6", "#8FA7A6", 4)
        + circle(128, 392, 4, "#6F8A8A")
    )
    parts.append(
        rect(10, 470, 84, 46, "#9A7D5F", radius=5)
        + circle(32, 493, 14, "#4A4038")
        + circle(32, 493, 9, "#6B5B4C")
        + rect(54, 480, 32, 10, "#E4D9BF")
        + circle(62, 503, 4, "#4A4038")
        + circle(78, 503, 4, "#4A4038")
    )
    parts.append(furniture.books(100, 516, 146, 77, 50))
    parts.append(
        rect(0, 524, 74, 106, "#5B4733")
        + rect(78, 524, 74, 106, "#5B4733")
        + circle(68, 578, 3, "#C9B07B")
        + circle(84, 578, 3, "#C9B07B")
    )
    return "".join(parts)


def _pictures(x: float, y: float) -> str:
    """Family pictures: a couple, a child, a boat."""

    def frame(dx: float, dy: float, w: float, h: float, inside: str) -> str:
        return (
            rect(x + dx + 2, y + dy + 3, w, h, "#0C1A1C", 0.25)
            + rect(x + dx, y + dy, w, h, "#5B4733")
            + rect(x + dx + 5, y + dy + 5, w - 10, h - 10, "#D9DED6")
            + inside
        )

    couple = (
        circle(x + 20, y + 26, 7, "#B79A82")
        + circle(x + 34, y + 25, 7.5, "#B79A82")
        + path(f"M{n(x + 9)} {n(y + 52)} Q{n(x + 20)} {n(y + 30)} {n(x + 28)} {n(y + 52)}Z", "#8A5E58")
        + path(f"M{n(x + 25)} {n(y + 52)} Q{n(x + 35)} {n(y + 30)} {n(x + 46)} {n(y + 52)}Z", "#55707C")
    )
    child = circle(x + 78, y + 22, 6, "#B79A82") + path(
        f"M{n(x + 68)} {n(y + 42)} Q{n(x + 78)} {n(y + 24)} {n(x + 88)} {n(y + 42)}Z", "#B0954F"
    )
    boat = (
        path(
            f"M{n(x + 10)} {n(y + 104)} L{n(x + 42)} {n(y + 104)} L{n(x + 36)} {n(y + 113)} L{n(x + 16)} "
            f"{n(y + 113)}Z",
            "#6E5A46",
        )
        + path(f"M{n(x + 27)} {n(y + 80)} L{n(x + 27)} {n(y + 102)} L{n(x + 42)} {n(y + 102)}Z", "#EFE9DB")
        + rect(x + 7, y + 113, 40, 6, "#8FB0B4")
    )
    return frame(0, 0, 54, 62, couple) + frame(58, 0, 40, 52, child) + frame(2, 68, 54, 58, boat)
