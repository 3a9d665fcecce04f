"""A small café: a window on a side street, a brick wall, cups on boards, the machine, hanging bulbs."""

from __future__ import annotations

from game.desk.art import fittings, furniture, machines, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, linear, path, rect, stroke, url
from game.desk.art.svg import number as n


def paint(room: Room, light: Light) -> Place:
    """Boards with cups and the machine at the left, the window behind, a blackboard on the dark wall."""
    right, top = room.split, room.top
    glass = (206.0, right - 30)
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + "".join(
            outdoors.shop_front(glass[0] - 40 + 182 * i, 560, 180, 470, 14 + i, light.window)
            for i in range(2 + int((glass[1] - glass[0]) // 182))
        )
        + outdoors.tree(glass[0] + 250, 590, 330, 86, 6, outdoors.leaves(light))
        + outdoors.hedge(glass[0] - 20, right, 590, 54, 4, outdoors.leaves(light))
    )
    wall, wall_defs = fittings.quiet_wall(room, "#4B3A36", "#221A1A", "brick")
    body = "".join(
        (
            fittings.glints(glass[0], 84, glass[1], 560),
            rect(0, top, glass[0], room.height, url("tiles")),
            *(rect(0, top + 26 * i, glass[0], 1.6, "#7F918F", 0.4) for i in range(int((620 - top) // 26))),
            *(
                rect((i % 2) * 27 + 54 * j, top + 26 * i, 1.6, 26, "#7F918F", 0.35)
                for i in range(int((620 - top) // 26))
                for j in range(4)
            ),
            rect(glass[0], top, right - glass[0], 78 - top, "#B7BDB5"),
            rect(glass[0], 566, right - glass[0], 154, "#6F7F7A"),
            fittings.panes(glass[0], 76, glass[1], 570, 2 + int(room.extra // 220), "#4E5F5B", 11),
            rect(glass[1], top, 30, 720, "#A9AFA6"),
            rect(glass[0] - 8, 562, right - glass[0] + 8, 14, "#8A6A4C"),
            wall,
            rect(right - 4, top, 12, 720 - top, "#2B1F1C"),
            furniture.cups(16, 232, 5, 35) + furniture.board(-10, 232, 204),
            furniture.cups(34, 322, 4, 38) + furniture.board(-10, 322, 204),
            _bags(10, 412) + furniture.board(-10, 412, 204),
            machines.espresso_machine(4, 552),
            rect(-10, 552, 214, 14, "#8A6A4C"),
            rect(-10, 566, 208, 154, "#4F6763"),
            rect(-10, 566, 208, 7, "#0C1A1C", 0.25),
            furniture.potted_plant(right - 66, 520, 0.7),
            *(
                fittings.bulb(x, top, drop - top)
                for x, drop in ((130, 96), (300, 66), (470, 104), (right + 140, 88), (right + 330, 64))
            ),
            _blackboard(right + 70, 470),
        )
    )
    defs = wall_defs + linear("tiles", (0, 0), (220, 200), (0, "#A7B4AF"), (1, "#C8D0C9"))
    beams = path(
        f"M{n(glass[0] + 40)} 90 L{n(glass[0] + 190)} 90 L{n(glass[0] + 400)} 640 L{n(glass[0] + 200)} 640Z",
        light.beam,
        opacity=0.7,
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 560), 4),
            Sheet(body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        glows=tuple(
            Glow(x, y, 130)
            for x, y in ((130, 96), (300, 66), (470, 104), (right + 140, 88), (right + 330, 64))
        ),
    )


def _bags(x: float, foot: float) -> str:
    """Bags of beans and a scale."""
    parts = []
    for index, tone in enumerate(("#8A7460", "#6F8580", "#A5977C")):
        left = x + 44 * index
        parts.append(
            path(
                f"M{n(left)} {n(foot)} L{n(left + 2)} {n(foot - 46)} L{n(left + 34)} {n(foot - 46)} "
                f"L{n(left + 36)} {n(foot)}Z",
                tone,
            )
        )
        parts.append(
            rect(left + 1, foot - 54, 34, 9, tone) + rect(left + 1, foot - 47, 34, 2, "#10191B", 0.3)
        )
        parts.append(circle(left + 18, foot - 22, 9, "#F1EADB", 0.8))
    parts.append(
        rect(x + 142, foot - 12, 40, 12, "#9DA9AA", radius=3)
        + path(
            f"M{n(x + 144)} {n(foot - 24)} L{n(x + 180)} {n(foot - 24)} L{n(x + 172)} {n(foot - 12)} "
            f"L{n(x + 152)} {n(foot - 12)}Z",
            "#C3CBCB",
        )
    )
    return "".join(parts)


def _blackboard(x: float, y: float) -> str:
    """A blackboard with chalk lines, hardly lit."""
    chalk = "".join(
        stroke(f"M{n(x + 22)} {n(y + 34 + 22 * i)} L{n(x + length)} {n(y + 34 + 22 * i)}", "#E9E4D6", 3, 0.2)
        for i, length in enumerate((110, 84, 122, 70))
    )
    cup = stroke(
        f"M{n(x + 150)} {n(y + 44)} L{n(x + 190)} {n(y + 44)} Q{n(x + 188)} {n(y + 80)} {n(x + 170)} "
        f"{n(y + 80)} Q{n(x + 152)} {n(y + 80)} {n(x + 150)} {n(y + 44)}",
        "#E9E4D6",
        3,
        0.2,
    )
    return (
        rect(x, y, 214, 132, "#14191A", 0.55, 4)
        + stroke(
            f"M{n(x)} {n(y)} L{n(x + 214)} {n(y)} L{n(x + 214)} {n(y + 132)} L{n(x)} {n(y + 132)} "
            f"L{n(x)} {n(y)}",
            "#7A5A3C",
            6,
            0.5,
        )
        + chalk
        + cup
    )
