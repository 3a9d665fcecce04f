"""A telecom hall: glass front on the street, queue display, numbered desks, waiting seats."""

from __future__ import annotations

from game.desk.art import fittings, furniture, machines, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, placed, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (500.0, 120.0, 28.0)


def paint(room: Room, light: Light) -> Place:
    """Street behind glass at the right, the desk row at the left, the display over it."""
    right, top = room.split, room.top
    glass = (252.0, right)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.shop_front(glass[0] - 20, 560, 190, 420, 3, light.window)
        + outdoors.shop_front(glass[0] + 172, 560, 170, 380, 8, light.window)
        + "".join(
            outdoors.shop_front(glass[0] + 344 + 180 * i, 560, 178, 400, 12 + i, light.window)
            for i in range(1 + int(room.extra // 180))
        )
        + rect(glass[0] - 20, 548, right, 60, "#8C9796")
        + outdoors.tree(right - 60, 580, 360, 70, 5, outdoors.leaves(light))
    )
    wall, wall_defs = fittings.quiet_wall(room, "#2B4E67", "#142735", "panels")
    body = "".join(
        (
            fittings.glints(glass[0], 100, glass[1], 580),
            rect(0, top, glass[0], room.height, url("white")),
            rect(glass[0], top, right - glass[0], 96 - top, url("white")),
            rect(0, 588, right, 132, url("tiles")),
            *(
                stroke(
                    f"M{n(right * share)} 720 L{n(right * (0.5 + (share - 0.5) * 0.62))} 588",
                    "#8C9AA0",
                    1.6,
                    0.5,
                )
                for share in (0, 0.2, 0.4, 0.6, 0.8, 1)
            ),
            rect(glass[0], 92, right - glass[0], 12, "#E3E8E6"),
            rect(glass[0] - 6, top, 12, 600 - top, "#D2DAD9"),
            *(
                rect(glass[0] + 176 + 176 * i, 96, 7, 492, "#C6D0D0")
                for i in range(1 + int((right - glass[0] - 190) // 176))
            ),
            rect(glass[0], 330, right - glass[0], 5, "#C6D0D0"),
            rect(glass[0], 350, right - glass[0], 16, "#FFFFFF", 0.22),
            wall,
            rect(right - 12, top, 16, 720 - top, "#BFCACB"),
            rect(0, 64, right, 26, "#5B8696", 0.55),
            *(circle(90 + 118 * i, 70, 10, "#FFF6DC") for i in range(int(right // 118))),
            _display(20, 112),
            _poster(150, 214),
            stroke(f"M{n(right - 96)} 60 L{n(right - 96)} 96", "#5E6F74", 3),
            fittings.clock_face(right - 96, _CLOCK[1], _CLOCK[2]),
            _desk_row(),
            _seats(right - 214, 600),
            furniture.potted_plant(right - 40, 556, 0.9),
            _post(236, 612),
            _post(right - 260, 612),
            stroke(f"M236 560 Q{n(right / 2 - 12)} 590 {n(right - 260)} 560", "#4C7A8C", 7),
        )
    )
    defs = (
        wall_defs
        + linear("white", (0, 0), (right, 300), (0, "#C8D3D5"), (1, "#E2E8E6"))
        + linear("tiles", (0, 588), (0, 720), (0, "#AEBABD"), (1, "#87969B"))
    )
    beams = path(
        f"M{n(glass[0] + 60)} 90 L{n(glass[0] + 230)} 90 L{n(glass[0] + 420)} 640 L{n(glass[0] + 200)} 640Z",
        light.beam,
        opacity=0.6,
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 560), 4),
            Sheet(body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        clock=(right - 96, _CLOCK[1], _CLOCK[2]),
        glows=tuple(Glow(90 + 118 * i, 74, 120, "#FFF0CC") for i in range(int(right // 118))),
        table="stone",
    )


_SEGMENTS = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
}
_BARS = {
    "a": (3, 0, 16, 4),
    "b": (18, 3, 4, 16),
    "c": (18, 22, 4, 16),
    "d": (3, 37, 16, 4),
    "e": (0, 22, 4, 16),
    "f": (0, 3, 4, 16),
    "g": (3, 18.5, 16, 4),
}


def _digit(figure: str, x: float, y: float, colour: str) -> str:
    return placed("".join(rect(*_BARS[bar], colour, radius=1.6) for bar in _SEGMENTS[figure]), x, y)


def _display(x: float, y: float) -> str:
    """The number that is called, and the desk to go to."""
    return (
        rect(x + 3, y + 5, 190, 76, "#0C1A1C", 0.28, 6)
        + rect(x, y, 190, 76, "#18262C", radius=6)
        + "".join(_digit(figure, x + 22 + 30 * i, y + 18, "#E7A552") for i, figure in enumerate("047"))
        + path(f"M{n(x + 118)} {n(y + 30)} l16 9 l-16 9Z", "#6F8A90")
        + _digit("3", x + 150, y + 18, "#7FC0B4")
    )


def _poster(x: float, y: float) -> str:
    """A poster: a telephone, waves, a hill."""
    return (
        rect(x + 3, y + 4, 82, 122, "#0C1A1C", 0.22)
        + rect(x, y, 82, 122, "#F3F1E8")
        + rect(x + 5, y + 5, 72, 84, "#8FB4BE")
        + path(
            f"M{n(x + 5)} {n(y + 76)} Q{n(x + 30)} {n(y + 52)} {n(x + 50)} {n(y + 70)} Q{n(x + 64)} "
            f"{n(y + 60)} {n(x + 77)} {n(y + 70)} L{n(x + 77)} {n(y + 89)} L{n(x + 5)} {n(y + 89)}Z",
            "#6E9A8D",
        )
        + rect(x + 28, y + 22, 26, 48, "#22333A", radius=4)
        + rect(x + 31, y + 27, 20, 36, "#DCE8EA")
        + stroke(f"M{n(x + 59)} {n(y + 30)} q6 10 0 20 M{n(x + 65)} {n(y + 24)} q10 16 0 32", "#F3F1E8", 2.6)
        + rect(x + 10, y + 97, 48, 5, "#8D9A9C")
        + rect(x + 10, y + 108, 34, 4, "#B9C2C2")
    )


def _desk_row() -> str:
    """Service desks with glass between them."""
    parts = [
        rect(-20, 470, 214, 14, "#E7EBE8"),
        rect(-20, 484, 206, 130, "#6E94A3"),
        rect(-20, 484, 206, 8, "#0C1A1C", 0.22),
    ]
    parts.append(rect(-20, 540, 206, 12, "#FFFFFF", 0.2))
    for x in (6.0, 100.0):
        parts.append(machines.monitor(x + 34, 470, 66, "#8FB0B6", back=True))
        parts.append(rect(x + 78, 384, 5, 88, "#DDE9EA", 0.7))
        parts.append(
            circle(x + 34, 512, 15, "#F3F1E8")
            + placed(_digit("2" if x < 50 else "3", -7, -13, "#3D6878"), x + 34, 512, 0, 0.62)
        )
    return "".join(parts)


def _seats(x: float, foot: float) -> str:
    """Three waiting seats on one beam."""
    parts = [
        rect(x - 6, foot - 30, 168, 6, "#4F5E64"),
        rect(x + 10, foot - 28, 6, 34, "#4F5E64"),
        rect(x + 140, foot - 28, 6, 34, "#4F5E64"),
    ]
    for index in range(3):
        left = x + 54 * index
        parts.append(
            rect(left, foot - 82, 46, 44, "#5F8796", radius=9)
            + rect(left + 28, foot - 82, 18, 44, "#10191B", 0.16, 9)
        )
        parts.append(rect(left - 2, foot - 40, 50, 12, "#4D7280", radius=5))
    return "".join(parts)


def _post(x: float, foot: float) -> str:
    return (
        rect(x - 4, foot - 56, 8, 60, "#7C8A8E")
        + circle(x, foot - 58, 7, "#A7B3B5")
        + rect(x - 16, foot, 32, 6, "#5B696D", radius=3)
    )
