"""The street in which the doors stand, at dusk: sky and roofs, the wall, pavement, road, and lamps."""

from __future__ import annotations

from random import Random

from game.desk.art.svg import circle, ellipse, linear, path, radial, rect, stroke, url

PAVEMENT = 28.0
"""Height of the pavement."""
SLABS = 86
"""From joint to joint of the pavement."""
CORNICE = 12.0
"""Height of the ledge along the top of the wall, where there is sky above it."""
_IRON, _IRON_LIGHT, _GLOW = "#0E1A1D", "#3C5254", "#FFE3A0"


def street_defs(height: float, top: float, foot: float) -> str:
    """The gradients of `street`, with the same numbers."""
    return "".join(
        (
            linear("sky", (0, 0), (0, max(top, 1)), (0, "#15303A"), (0.7, "#3B5A62"), (1, "#A98F6A")),
            linear("wall", (0, top), (0, foot), (0, "#16292D"), (0.75, "#23474A"), (1, "#2C5552")),
            linear("road", (0, foot), (0, height), (0, "#1B2629"), (1, "#0F181B")),
        )
    )


def street(width: float, height: float, top: float, foot: float) -> str:
    """A row of the street: sky down to `top`, the wall, the pavement that ends at `foot`, and the road.

    Args:
        width: of the whole picture, in units.
        height: of the whole picture.
        top: where the wall begins; 0 where no sky is seen.
        foot: where the pavement ends; `height` where no road is seen.
    """
    ground = foot - PAVEMENT
    parts = []
    if top > 0:
        parts += [rect(0, 0, width, top, url("sky")), _roofs(width, top)]
    parts += [rect(0, top, width, foot - top, url("wall")), _courses(width, top, ground)]
    if top > 0:
        parts += [
            rect(0, top, width, CORNICE, "#31595B"),
            rect(0, top + CORNICE, width, 5, "#0B1719", 0.55),
            rect(0, top, width, 1.6, "#C7A676", 0.7),
        ]
    else:
        parts.append(rect(0, 0, width, 4, "#0D1B1E", 0.7))
    parts += [
        rect(0, ground, width, PAVEMENT, "#46525A"),
        rect(0, ground, width, 2, "#71808A"),
        *(
            stroke(f"M{x} {ground + 2} L{x - 12} {foot}", "#333D43", 1.6)
            for x in range(20, int(width) + 12, SLABS)
        ),
    ]
    if foot < height:
        parts += [
            rect(0, foot, width, height - foot, url("road")),
            rect(0, foot, width, 3, "#0A1214"),
            stroke(f"M0 {foot + 3} H{width}", "#8C9AA0", 1, 0.35),
        ]
    return "".join(parts)


def _roofs(width: float, top: float) -> str:
    """Houses far behind, a few windows lit already."""
    luck, x, parts = Random(11), -20.0, []
    while x < width:
        wide, high = luck.randint(70, 150), luck.uniform(0.25, 0.72) * top
        parts.append(rect(x, top - high, wide, high, "#22424A", 0.8))
        parts += [
            rect(
                x + 12 + column * 22, top - high + 10 + row * 20, 8, 11, _GLOW, luck.choice((0.0, 0.16, 0.5))
            )
            for column in range((wide - 18) // 22)
            for row in range(int((high - 14) / 20))
        ]
        x += wide + luck.randint(-4, 26)
    return "".join(parts)


def _courses(width: float, top: float, ground: float) -> str:
    """A few bricks that show through the plaster."""
    luck, parts = Random(7), []
    for _ in range(int(width * (ground - top) / 16_000)):
        x, y = luck.uniform(0, width), top + 26 + luck.randint(0, max(1, int((ground - top - 52) / 12))) * 12
        for brick in range(luck.randint(1, 3)):
            parts.append(rect(x + brick * 27, y, 24, 9, "#0D1B1E", 0.16, 1.5))
    return "".join(parts)


def lamp_defs(name: str, x: float, top: float) -> str:
    """The light of a lamp; `name` tells lamps of one picture apart."""
    return radial(
        name, (x, top + 24), 190, (0, _GLOW, 0.42), (0.25, _GLOW, 0.2), (0.6, _GLOW, 0.06), (1, _GLOW, 0)
    )


def lamp(name: str, x: float, top: float, ground: float) -> str:
    """A street lamp with its light, standing at x on the pavement; about 60 wide without the light."""
    return "".join(
        (
            circle(x, top + 24, 190, url(name)),
            ellipse(x, ground + 12, 96, 9, _GLOW, 0.2),
            ellipse(x, ground + 10, 22, 4, "#0A1214", 0.5),
            path(f"M{x - 3.4} {top + 44} H{x + 3.4} L{x + 4.4} {ground + 8} H{x - 4.4}Z", _IRON),
            stroke(f"M{x - 1.6} {top + 60} V{ground - 4}", _IRON_LIGHT, 1.4, 0.8),
            path(f"M{x - 9} {ground - 30} H{x + 9} L{x + 13} {ground + 10} H{x - 13}Z", _IRON),
            rect(x - 10, ground - 36, 20, 6, _IRON_LIGHT, 1, 2),
            stroke(f"M{x - 22} {top + 62} H{x + 22}", _IRON, 3.4),
            path(f"M{x - 15} {top + 10} H{x + 15} L{x + 9} {top + 44} H{x - 9}Z", "#FFF2CC"),
            path(f"M{x - 15} {top + 10} H{x + 15} L{x + 13} {top + 22} H{x - 13}Z", "#FFFFFF", opacity=0.5),
            stroke(
                f"M{x - 15} {top + 10} L{x - 9} {top + 44} M{x + 15} {top + 10} L{x + 9} {top + 44}",
                _IRON,
                2.6,
            ),
            path(f"M{x - 20} {top + 10} L{x} {top - 8} L{x + 20} {top + 10}Z", _IRON),
            circle(x, top - 10, 3.4, _IRON),
            rect(x - 11, top + 43, 22, 5, _IRON, 1, 2),
        )
    )
