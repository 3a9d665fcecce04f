"""What stands in rooms: shelves and files, chairs, plants, machines, as SVG."""

from __future__ import annotations

from random import Random

from game.desk.art.svg import circle, ellipse, path, placed, rect, stroke
from game.desk.art.svg import number as n

_STEMS = (
    (-46, 10, 30, "#2F7550"), (42, 24, -35, "#286644"), (-20, 62, 62, "#3C8A60"), (24, 76, -60, "#2F7550"),
    (0, 98, 90, "#479A6D"), (-58, -22, 8, "#286644"), (54, -16, -8, "#2F7550"),
)  # fmt: skip


def potted_plant(x: float, y: float, scale: float = 1.0) -> str:
    """A fig in a clay pot; (x, y) is the middle of the pot's rim."""
    parts = []
    for dx, dy, turn, green in _STEMS:
        parts.append(
            stroke(f"M0 4 Q{n(dx * 0.35)} {n(-54 + abs(dx) * 0.2)} {dx} {n(-dy - 66)}", "#23553C", 4)
        )
        leaf = ellipse(0, 0, 26, 10.5, green) + path(
            "M-26 0 Q0 -13 26 0 Q0 -3 -26 0Z", "#6DB288", opacity=0.4
        )
        parts.append(placed(leaf + stroke("M-20 0 L20 0", "#9CCDA8", 1.5, 0.55), dx, -dy - 66, turn))
    pot = (
        path("M-34 0 L34 0 L26 46 L-26 46Z", "#B05843")
        + path("M8 0 L34 0 L26 46 L6 46Z", "#8E4433", opacity=0.6)
        + rect(-38, -6, 76, 15, "#C66F55")
        + rect(-38, 9, 76, 3, "#7E3B2B", 0.5)
        + path("M-34 12 L-24 12 L-20 44 L-26 44Z", "#DB8C70", opacity=0.6)
    )
    return placed("".join(parts) + pot, x, y, 0, scale)


_SPINES = ("#7A8F93", "#54707A", "#A9A48E", "#8B6F5E", "#5F7F73", "#C2B9A3", "#6C5F74")


def books(x: float, foot: float, end: float, seed: int, height: float = 60) -> str:
    """A row of files and books standing on a board at `foot`."""
    luck = Random(seed)
    parts = []
    while x < end - 12:
        width, tall = luck.uniform(9, 20), luck.uniform(0.68, 1.0) * height
        spine = luck.choice(_SPINES)
        parts.append(rect(x, foot - tall, width, tall, spine))
        parts.append(rect(x + width - 2.5, foot - tall, 2.5, tall, "#10191B", 0.25))
        if width > 13:
            parts.append(rect(x + 3, foot - tall + 9, width - 7, 12, "#F0EADB", 0.75))
        x += width + luck.choice((0.8, 0.8, 0.8, 9))
    return "".join(parts)


def shelf(x: float, y: float, width: float, rows: int, seed: int, pitch: float = 86) -> str:
    """An open shelf with rows of files; (x, y) is its top left corner."""
    parts = [rect(x, y, width, rows * pitch + 8, "#1D3136", 0.55)]
    for row in range(rows):
        foot = y + (row + 1) * pitch
        parts.append(books(x + 8, foot, x + width * (0.62 if row % 2 else 0.94), seed + row, pitch * 0.74))
        parts.append(rect(x, foot, width, 8, "#8A6A4C"))
        parts.append(rect(x, foot + 8, width, 4, "#0D1A1C", 0.35))
    parts.append(
        rect(x - 6, y, 6, rows * pitch + 8, "#76583D") + rect(x + width, y, 6, rows * pitch + 8, "#5B432E")
    )
    return "".join(parts)


def chair(x: float, seat: float, colour: str = "#3D565C", scale: float = 1.0) -> str:
    """The back of an office chair; (x, seat) is the middle of its seat."""
    return placed(
        path("M-44 -128 C-44 -144 44 -144 44 -128 L50 -30 C50 -16 -50 -16 -50 -30Z", colour)
        + path("M18 -138 C36 -138 44 -134 44 -128 L50 -30 C50 -20 20 -17 16 -19Z", "#101B1E", opacity=0.3)
        + path("M-36 -124 C-30 -132 -10 -134 0 -134", "none", "#8FA8AC", 3, 0.6)
        + rect(-54, -14, 108, 16, "#2B3C41", radius=7)
        + rect(-5, 0, 10, 60, "#20292C"),
        x,
        seat,
        0,
        scale,
    )


def boxes(x: float, foot: float, end: float, seed: int, height: float = 58) -> str:
    """Goods on a shelf: boxes and tins of many sizes."""
    luck = Random(seed)
    parts = []
    while x < end - 18:
        width, tall = luck.uniform(22, 46), luck.uniform(0.5, 1.0) * height
        tone = luck.choice(("#8FA5A6", "#B4A98F", "#7D8F86", "#A8897A", "#6F8794", "#C6BEA9"))
        parts.append(rect(x, foot - tall, width, tall, tone, radius=2))
        parts.append(rect(x + width - 6, foot - tall, 6, tall, "#10191B", 0.16))
        parts.append(rect(x + 5, foot - tall * 0.72, width - 15, tall * 0.3, "#F4EFE2", 0.72))
        parts.append(rect(x + 5, foot - tall * 0.3, (width - 15) * 0.6, 3, "#F4EFE2", 0.6))
        x += width + luck.choice((2, 2, 2, 14))
    return "".join(parts)


def board(x: float, y: float, width: float) -> str:
    """A shelf board with its shadow."""
    return rect(x, y, width, 8, "#94795C") + rect(x, y + 8, width, 5, "#0D1A1C", 0.25)


def cups(x: float, foot: float, count: int, gap: float = 30) -> str:
    """Cups on a board."""
    tones = ("#EDE6D8", "#9FB7B8", "#D9D2C2", "#7F9798")
    parts = []
    for index in range(count):
        left = x + gap * index
        parts.append(
            path(
                f"M{n(left)} {n(foot - 20)} L{n(left + 20)} {n(foot - 20)} Q{n(left + 19)} {n(foot)} "
                f"{n(left + 14)} {n(foot)} L{n(left + 6)} {n(foot)} Q{n(left + 1)} {n(foot)} {n(left)} "
                f"{n(foot - 20)}Z",
                tones[index % 4],
            )
        )
        parts.append(stroke(f"M{n(left + 20)} {n(foot - 16)} q8 0 6 6 q-2 4 -8 4", tones[index % 4], 3))
    return "".join(parts)


def sofa(
    x: float,
    foot: float,
    width: float,
    colour: str = "#6E8288",
    dark: str = "#51646A",
    light: str = "#8CA0A5",
) -> str:
    """A sofa from the front; (x, foot) is its lower left corner."""
    w = width
    return placed(
        rect(10, -150, w - 20, 90, colour, radius=22)
        + rect(24, -140, w / 2 - 30, 66, light, 0.35, 16)
        + rect(w / 2 + 6, -140, w / 2 - 30, 66, light, 0.22, 16)
        + rect(14, -78, w - 28, 50, light, radius=12)
        + rect(w / 2 - 2, -78, 4, 50, dark, 0.5)
        + rect(-6, -112, 46, 104, colour, radius=18)
        + rect(w - 40, -112, 46, 104, dark, radius=18)
        + rect(12, -34, w - 24, 26, dark)
        + rect(60, -138, 60, 56, "#B9A68A", radius=12),
        x,
        foot,
    )


def floor_lamp(x: float, foot: float, height: float = 330) -> str:
    """A standing lamp with a cloth shade."""
    y = foot - height
    return (
        ellipse(x, foot - 2, 28, 5, "#3F4A4B")
        + stroke(f"M{n(x)} {n(foot - 4)} L{n(x)} {n(y + 50)}", "#55605F", 4)
        + path(
            f"M{n(x - 28)} {n(y)} L{n(x + 28)} {n(y)} L{n(x + 46)} {n(y + 66)} L{n(x - 46)} {n(y + 66)}Z",
            "#E5D9BC",
        )
        + path(
            f"M{n(x + 6)} {n(y)} L{n(x + 28)} {n(y)} L{n(x + 46)} {n(y + 66)} L{n(x + 16)} {n(y + 66)}Z",
            "#BFB08E",
            opacity=0.6,
        )
    )


_TOOLS = (
    "M0 0 L0 40 M-7 -4 L7 -4 L7 6 L-7 6Z",  # hammer
    "M0 0 L0 44 M-5 -8 C-9 -2 -5 4 0 4 C5 4 9 -2 5 -8",  # spanner
    "M0 0 L0 22 M-4 22 L4 22 L4 46 L-4 46Z",  # screwdriver
    "M-6 -4 L0 18 L6 -4 M-5 44 L0 18 L5 44",  # pliers
    "M-14 0 L14 0 L14 8 L-14 8Z M-8 8 L-8 30",  # square
)


def pegboard(x: float, y: float, width: float, height: float, seed: int) -> str:
    """A board with rows of tools."""
    luck = Random(seed)
    parts = [rect(x, y, width, height, "#8E9A93"), rect(x, y, width, height, "#FFFFFF", 0.1)]
    for row in range(int(height // 16)):
        for column in range(int(width // 16)):
            parts.append(circle(x + 8 + 16 * column, y + 8 + 16 * row, 1.3, "#4F5C57", 0.55))
    for row in range(int(height // 74)):
        for column in range(int(width // 42)):
            tool = luck.choice(_TOOLS)
            parts.append(
                placed(
                    stroke(tool, luck.choice(("#3D4B4C", "#55463A", "#4B5F66")), 4.4),
                    x + 24 + 42 * column,
                    y + 20 + 74 * row,
                )
            )
    parts.append(
        rect(x - 5, y - 5, width + 10, 5, "#6A563F") + rect(x - 5, y + height, width + 10, 5, "#57462F")
    )
    return "".join(parts)
