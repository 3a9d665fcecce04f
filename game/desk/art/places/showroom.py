"""A car showroom: a glass front on the street, one car on its platform under the lamps, a colour board."""

from __future__ import annotations

from game.desk.art import fittings, furniture, outdoors
from game.desk.art.place import Glow, Light, Place, Room, Sheet
from game.desk.art.svg import circle, ellipse, linear, path, rect, stroke, url
from game.desk.art.svg import number as n

_CLOCK = (70.0, 150.0, 28.0)
_PAINTS = ("#7E6057", "#DDE2DF", "#39565F", "#7E8B6E", "#23272B", "#B9A37C")


def paint(room: Room, light: Light) -> Place:
    """The street behind glass, the car across the room in front of it, colours on the left wall."""
    right, top = room.split, room.top
    wall_end = 150.0
    far = (
        rect(0, top, room.width, room.height, url("sky"))
        + outdoors.skyline(wall_end, right + 60, 470, 23, light.haze, light.window)
        + "".join(
            outdoors.shop_front(wall_end - 10 + 180 * i, 548, 176, 250, 31 + i, light.window)
            for i in range(2 + int((right - wall_end) // 180))
        )
        + rect(wall_end - 20, 536, right, 70, "#8C9796")
        + outdoors.tree(right - 40, 570, 340, 74, 9, outdoors.leaves(light))
    )
    quiet, quiet_defs = fittings.quiet_wall(room, "#2E4A50", "#152A2F", "panels")
    lamps = [wall_end + 60 + 130 * i for i in range(int((right - wall_end - 110) // 130) + 1)]
    body = "".join(
        (
            fittings.glints(wall_end, 100, right, 560),
            rect(0, top, wall_end, room.height, url("plaster")),
            rect(wall_end, top, right - wall_end, 92 - top, url("plaster")),
            rect(0, 572, right, 148, url("stone")),
            *(rect(x, 92, 8, 482, "#C3CDCC") for x in (wall_end, *_bars(wall_end, right))),
            rect(wall_end, 566, right - wall_end, 10, "#AEBBBB"),
            quiet,
            rect(right - 10, top, 14, 720 - top, "#BAC6C6"),
            stroke(f"M{n(wall_end - 60)} 74 L{n(right - 12)} 74", "#43565B", 6),
            *(_lamp(x) for x in lamps),
            fittings.clock_face(*_CLOCK),
            _colours(26, 226),
            _car(right),
            furniture.potted_plant(40, 590, 1.0),
            _rope(right),
        )
    )
    defs = (
        quiet_defs
        + linear("plaster", (0, 0), (right, 200), (0, "#C9D2D0"), (1, "#E1E7E3"))
        + linear("stone", (0, 572), (0, 720), (0, "#B6BFBE"), (1, "#84918F"))
        + linear("paint", (0, 380), (0, 580), (0, "#A5867A"), (0.5, "#7E6057"), (1, "#523D38"))
        + linear("pane", (0, 380), (0, 460), (0, "#9FB7BC"), (1, "#4D656C"))
    )
    beams = "".join(
        path(f"M{n(x - 8)} 100 L{n(x + 8)} 100 L{n(x + 74)} 580 L{n(x - 74)} 580Z", light.beam, opacity=0.3)
        for x in lamps
    )
    return Place(
        (
            Sheet(far, outdoors.sky("sky", light, min(40, top), 548), 4),
            Sheet(body, defs, 1),
            Sheet(beams, blur=18, adds=True),
        ),
        clock=_CLOCK,
        glows=tuple(Glow(x, 100, 90, "#FFF0CC") for x in lamps),
        table="stone",
    )


def _bars(left: float, right: float) -> tuple[float, ...]:
    """Where the posts of the glass front stand."""
    return tuple(left + 190 * i for i in range(1, 1 + int((right - left - 30) // 190)))


def _lamp(x: float) -> str:
    """A spotlight on its rail."""
    return (
        stroke(f"M{n(x)} 76 L{n(x)} 88", "#43565B", 4)
        + path(f"M{n(x - 9)} 86 L{n(x + 9)} 86 L{n(x + 13)} 104 L{n(x - 13)} 104Z", "#2C3C40")
        + ellipse(x, 104, 12, 3.4, "#FFF3D0")
    )


def _colours(x: float, y: float) -> str:
    """The board with the colours there are."""
    parts = [rect(x + 3, y + 4, 92, 148, "#0C1A1C", 0.22), rect(x, y, 92, 148, "#F3F1E8", radius=3)]
    for index, colour in enumerate(_PAINTS):
        left, above = x + 10 + 38 * (index % 2), y + 12 + 44 * (index // 2)
        parts.append(rect(left, above, 34, 34, colour, radius=4))
        parts.append(path(f"M{n(left + 4)} {n(above + 4)} l14 0 l-14 14Z", "#FFFFFF", opacity=0.3))
    return "".join(parts)


def _car(right: float) -> str:
    """One car from its side, on a low platform, wider than the person before it."""
    left, end = 96.0, right - 44
    span = end - left

    def at(share: float) -> str:
        return n(left + span * share)

    front, back = left + span * 0.2, left + span * 0.8
    wheels = "".join(
        circle(x, 566, 40, "#1D2427")
        + circle(x, 566, 27, "#A7B2B4")
        + circle(x, 566, 20, "#6C797C")
        + "".join(stroke(spoke, "#C9D2D2", 4) for spoke in _spokes(x, 566, 25))
        + circle(x, 566, 6, "#D9E0DF")
        for x in (front, back)
    )
    return (
        ellipse(left + span / 2, 622, span * 0.53, 26, "#5F6D6D")
        + ellipse(left + span / 2, 614, span * 0.53, 26, "#D5DCDA")
        + ellipse(left + span / 2, 604, span * 0.5, 14, "#0C1A1C", 0.4)
        + path(
            f"M{at(0)} 560 C{at(0)} 500 {at(0.04)} 484 {at(0.2)} 470 "
            f"C{at(0.3)} 410 {at(0.38)} 384 {at(0.54)} 384 C{at(0.72)} 384 {at(0.8)} 420 {at(0.9)} 462 C"
            f"{at(0.98)} 474 {at(1)} 500 {at(1)} 560"
            f" C{at(1)} 580 {at(0.98)} 584 {at(0.95)} 584 L{at(0.05)} 584 "
            f"C{at(0.02)} 584 {at(0)} 580 {at(0)} 560Z",
            url("paint"),
        )
        + path(
            f"M{at(0.26)} 466 C{at(0.33)} 416 {at(0.4)} 398 {at(0.52)} 398 L{at(0.52)} 466Z"
            f" M{at(0.545)} 398 C{at(0.68)} 398 {at(0.74)} 424 {at(0.82)} 466 L{at(0.545)} 466Z",
            url("pane"),
        )
        + stroke(f"M{at(0.03)} 506 C{at(0.3)} 492 {at(0.7)} 492 {at(0.97)} 506", "#CDB9B0", 2.4, 0.6)
        + stroke(f"M{at(0.53)} 470 L{at(0.53)} 574", "#3A2A26", 2, 0.6)
        + rect(left + span * 0.45, 500, span * 0.05, 6, "#CDB9B0", 0.8, 3)
        + rect(left + span * 0.02, 512, span * 0.06, 14, "#FFF6DC", radius=7)
        + rect(left + span * 0.94, 508, span * 0.045, 16, "#9C5A54", radius=6)
        + wheels
    )


def _spokes(x: float, y: float, r: float) -> tuple[str, ...]:
    """Five spokes of a wheel."""
    ends = ((0.0, -1.0), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31))
    return tuple(f"M{n(x)} {n(y)} L{n(x + r * across)} {n(y + r * down)}" for across, down in ends)


def _rope(right: float) -> str:
    """A low rope at the edge of the platform."""
    posts = (120.0, right - 70)
    return "".join(
        rect(x - 3, 600, 6, 58, "#8A979A")
        + circle(x, 598, 6, "#C4CCCC")
        + rect(x - 14, 656, 28, 6, "#56646A")
        for x in posts
    ) + stroke(f"M{n(posts[0])} 606 Q{n(sum(posts) / 2)} 656 {n(posts[1])} 606", "#5E3430", 6)
