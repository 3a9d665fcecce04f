"""What is seen through windows and on streets: houses, trees, shop fronts, as SVG.

Units are those of a 1280 x 720 window, y downward. Colours are cool and one step duller than a person's.
"""

from __future__ import annotations

from random import Random

from game.desk.art.place import Light
from game.desk.art.svg import circle, ellipse, linear, path, rect, stroke
from game.desk.art.svg import number as n

LEAVES = ("#5E9277", "#77A988", "#8DBA92", "#4F8069", "#A9CBA0")
NIGHT_LEAVES = ("#2F4A48", "#3A5850", "#28403F", "#47665A", "#334F4B")


def skyline(x: float, end: float, foot: float, seed: int, tint: str = "#9DB9C2", lit: str = "#E9F0E6") -> str:
    """Far houses between x and end, standing at `foot`, with a few lit windows."""
    luck = Random(seed)
    parts = []
    while x < end:
        width, height = luck.randint(54, 112), luck.randint(170, 370)
        parts.append(rect(x, foot - height, width, height, tint, 0.62))
        parts.append(rect(x + width - 10, foot - height, 10, height, "#86A6B2", 0.35))
        for column in range((width - 14) // 15):
            for row in range((height - 24) // 20):
                parts.append(
                    rect(
                        x + 9 + column * 15,
                        foot - height + 14 + row * 20,
                        7,
                        11,
                        lit,
                        luck.choice((0.12, 0.3, 0.65)),
                    )
                )
        x += width + luck.randint(-8, 30)
    return "".join(parts)


def tree(
    x: float, foot: float, top: float, spread: float, seed: int, leaves: tuple[str, ...] = LEAVES
) -> str:
    """A plane tree: a mottled trunk that forks, and clouds of leaves."""
    luck = Random(seed)
    height = foot - top
    parts = [
        stroke(
            f"M{n(x)} {n(foot)} C{n(x - 5)} {n(foot - height * 0.4)} {n(x + 8)} {n(top + height * 0.4)} "
            f"{n(x + 2)} {n(top)}",
            "#8C7F6C",
            14,
        ),
        stroke(
            f"M{n(x + 2)} {n(top + height * 0.45)} Q{n(x + 20)} {n(top + height * 0.2)} "
            f"{n(x + spread * 0.5)} "
            f"{n(top - 10)}",
            "#8C7F6C",
            7,
        ),
        stroke(
            f"M{n(x)} {n(top + height * 0.55)} Q{n(x - 22)} {n(top + height * 0.3)} "
            f"{n(x - spread * 0.5)} {n(top)}",
            "#857864",
            6,
        ),
    ]
    for _ in range(7):
        y = luck.uniform(top + height * 0.3, foot)
        parts.append(
            ellipse(
                x + luck.uniform(-4, 4), y, 3.2, luck.uniform(5, 11), luck.choice(("#B9B09B", "#6F6654")), 0.7
            )
        )
    for _ in range(34):
        lx, ly = luck.gauss(x, spread * 0.55), luck.gauss(top - spread * 0.1, spread * 0.42)
        parts.append(circle(lx, ly, luck.uniform(12, 30), luck.choice(leaves), 0.82))
    for _ in range(16):
        lx, ly = luck.gauss(x - spread * 0.2, spread * 0.45), luck.gauss(top - spread * 0.3, spread * 0.3)
        parts.append(circle(lx, ly, luck.uniform(5, 11), "#CFE3B4", 0.6))
    return "".join(parts)


def sky(name: str, light: Light, top: float, foot: float) -> str:
    """The gradient of the sky between two heights."""
    return linear(name, (0, top), (0, foot), (0, light.sky[0]), (0.55, light.sky[1]), (1, light.sky[2]))


def leaves(light: Light) -> tuple[str, ...]:
    """The greens of a time of day."""
    return NIGHT_LEAVES if light.dusk > 0.2 else LEAVES


_FRONTS = ("#8FA0A0", "#A5A59A", "#93908C", "#7F9599", "#A99F92")
_AWNINGS = (("#5D7F86", "#DDE3DC"), ("#8A6A5E", "#E4DACB"), ("#5E7D68", "#DFE4D4"))


def shop_front(x: float, foot: float, width: float, height: float, seed: int, lit: str = "#F1E3BC") -> str:
    """A shop across the street: awning, window, door, two storeys above."""
    luck = Random(seed)
    wall = luck.choice(_FRONTS)
    dark, pale = luck.choice(_AWNINGS)
    window = foot - 118
    parts = [rect(x, foot - height, width, height, wall), rect(x, foot - height, width, 10, "#6F7F80", 0.6)]
    for row in range(int((height - 190) // 84)):
        for column in range(max(1, int(width // 74))):
            wx = x + 18 + column * (width - 24) / max(1, int(width // 74))
            wy = foot - height + 34 + row * 84
            parts.append(rect(wx, wy, 36, 50, "#5E7479"))
            parts.append(rect(wx, wy, 36, 50, lit, luck.choice((0.05, 0.2, 0.5))))
            parts.append(rect(wx + 17, wy, 3, 50, wall) + rect(wx - 3, wy + 50, 42, 5, "#C9CBC2"))
    parts.append(rect(x + 12, window, width * 0.62, 96, "#4D666B"))
    parts.append(rect(x + 12, window, width * 0.62, 96, lit, 0.45))
    parts.append(rect(x + width * 0.74, window, width * 0.2, 118, "#48585A"))
    parts.append(rect(x + width * 0.76, window + 6, width * 0.16, 66, lit, 0.4))
    stripes = max(4, int(width // 24))
    step = (width - 6) / stripes
    for index in range(stripes):
        left = x + 3 + index * step
        parts.append(
            path(
                f"M{n(left)} {n(window - 30)} L{n(left + step)} {n(window - 30)} L{n(left + step + 3)} "
                f"{n(window)} "
                f"Q{n(left + step / 2 + 3)} {n(window + 11)} {n(left + 3)} {n(window)}Z",
                dark if index % 2 else pale,
            )
        )
    return "".join(parts)


def hedge(
    x: float, end: float, foot: float, height: float, seed: int, greens: tuple[str, ...] = LEAVES
) -> str:
    """A clipped hedge or the tops of shrubs."""
    luck = Random(seed)
    parts = [rect(x, foot - height * 0.7, end - x, height * 0.7, greens[3])]
    for _ in range(int((end - x) / 7)):
        parts.append(
            circle(
                luck.uniform(x, end),
                foot - height * luck.uniform(0.25, 0.95),
                luck.uniform(8, 17),
                luck.choice(greens),
                0.85,
            )
        )
    return "".join(parts)


def bicycle(x: float, foot: float, scale: float = 1.0, colour: str = "#3C5A60") -> str:
    """A parked bicycle; x is its middle."""
    s = scale
    wheels = "".join(
        circle(x + side * 46 * s, foot - 28 * s, 27 * s, edge="#2C3A3C", width=3.4 * s)
        + circle(x + side * 46 * s, foot - 28 * s, 3 * s, "#2C3A3C")
        for side in (-1, 1)
    )
    frame = stroke(
        f"M{n(x - 46 * s)} {n(foot - 28 * s)} L{n(x - 20 * s)} {n(foot - 68 * s)} L{n(x + 28 * s)} "
        f"{n(foot - 70 * s)} "
        f"L{n(x - 4 * s)} {n(foot - 28 * s)} L{n(x - 46 * s)} {n(foot - 28 * s)} M{n(x - 4 * s)} "
        f"{n(foot - 28 * s)} L{n(x - 24 * s)} {n(foot - 78 * s)} "
        f"M{n(x + 46 * s)} {n(foot - 28 * s)} L{n(x + 26 * s)} {n(foot - 84 * s)} L{n(x + 42 * s)} "
        f"{n(foot - 88 * s)}",
        colour,
        4 * s,
    )
    return wheels + frame + ellipse(x - 25 * s, foot - 80 * s, 13 * s, 4 * s, "#23272B")
