"""A desk of one's own, for calls, chats and letters: window, lamp, pinboard, screen."""

from __future__ import annotations

from game.desk.art import fittings, furniture, machines, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, placed, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (70.0, 126.0, 28.0)


def paint(room: Room, light: Light) -> Place:
    """Pinboard at the left, window in the middle, books and a lamp at the right."""
    right, top = room.split, room.top
    glass = (204.0, right - 112)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.skyline(glass[0] - 30, glass[1] + 30, 500, 61, light.haze, light.window)
        + outdoors.tree(glass[0] + 60, 540, 390, 80, 71, outdoors.leaves(light))
        + outdoors.hedge(glass[0] - 30, glass[1] + 30, 520, 44, 72, outdoors.leaves(light))
    )
    wall, wall_defs = fittings.quiet_wall(room, "#33485A", "#172430", "slats")
    body = "".join(
        (
            fittings.glints(glass[0], 88, glass[1], 476),
            rect(0, top, glass[0], room.height, url("paper")),
            rect(glass[1], top, right - glass[1], room.height, url("paper")),
            rect(glass[0], top, glass[1] - glass[0], 86 - top, url("paper")),
            rect(glass[0], 484, glass[1] - glass[0], 236, url("paper")),
            fittings.panes(glass[0], 82, glass[1], 488, 2 + int(room.extra // 220), "#EAE6DB", 12),
            rect(glass[0] - 10, 482, glass[1] - glass[0] + 20, 13, "#E1DCCD"),
            wall,
            rect(right - 5, top, 11, 720 - top, "#1B2A36"),
            fittings.clock_face(*_CLOCK),
            _pins(22, 188),
            *(
                furniture.books(right - 96, y, right - 10, 90 + i, 58) + furniture.board(right - 104, y, 104)
                for i, y in enumerate((222.0, 316.0))
            ),
            rect(0, 560, right, 16, "#A58A68"),
            rect(0, 576, right, 144, "#6F7B7C"),
            rect(0, 576, right, 7, "#0C1A1C", 0.25),
            machines.monitor(116, 560, 150),
            machines.desk_lamp(right - 44, 560, True),
            furniture.potted_plant(right - 128, 514, 0.72),
            rect(232, 548, 120, 12, "#E9E4D6")
            + rect(238, 540, 104, 8, "#7F9AA0")
            + rect(244, 533, 96, 7, "#C2B08D"),
            path(
                f"M{n(right - 226)} 560 L{n(right - 222)} 524 L{n(right - 192)} 524 L{n(right - 188)} 560Z",
                "#EDE6D8",
            ),
            stroke(f"M{n(right - 218)} 542 q12 6 24 0", "#4F7A92", 2.6),
        )
    )
    defs = wall_defs + linear("paper", (0, 0), (right, 280), (0, "#B9C0BF"), (1, "#D5D8D1"))
    beams = path(
        f"M{n(glass[0] + 30)} 90 L{n(glass[0] + 170)} 90 L{n(glass[0] + 390)} 640 L{n(glass[0] + 190)} 640Z",
        light.beam,
        opacity=0.8,
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 520), 4),
            Sheet(body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        clock=_CLOCK,
        glows=(Glow(right - 84, 470, 190), Glow(116, 490, 150, "#A8D4DC")),
        table="desk",
    )


def _pins(x: float, y: float) -> str:
    """A pinboard with notes, a map, a postcard."""
    notes = "".join(
        placed(
            rect(1, 3, w, h, "#0C1A1C", 0.25)
            + rect(0, 0, w, h, tone)
            + "".join(
                rect(6, 12 + 9 * i, w * share, 3, "#55656A", 0.6) for i, share in enumerate((0.6, 0.45, 0.7))
            )
            + circle(w / 2, 4, 3.4, "#9A4A3E"),
            x + dx,
            y + dy,
            turn,
        )
        for dx, dy, w, h, turn, tone in (
            (12, 12, 54, 48, -3, "#EFE2B6"),
            (78, 10, 60, 44, 2, "#DCE6E4"),
            (16, 76, 46, 54, 2, "#E6D3CC"),
            (98, 116, 42, 40, -4, "#EFE2B6"),
        )
    )
    card = (
        rect(x + 76, y + 64, 68, 46, "#F4EFE2")
        + rect(x + 80, y + 68, 60, 38, "#8FB0B4")
        + path(
            f"M{n(x + 80)} {n(y + 106)} L{n(x + 100)} {n(y + 82)} L{n(x + 116)} {n(y + 98)} L{n(x + 126)} "
            f"{n(y + 88)} L{n(x + 140)} {n(y + 106)}Z",
            "#6E8F86",
        )
    )
    thread = stroke(f"M{n(x + 40)} {n(y + 140)} L{n(x + 90)} {n(y + 126)}", "#A23B2E", 1.6, 0.8)
    return rect(x - 6, y - 6, 166, 182, "#7A6148") + rect(x, y, 154, 170, "#B79F7B") + notes + card + thread
