"""What places are made of: windows and trees, walls and shelves, machines and plants, as SVG.

Units are those of a 1280 x 720 window, y downward, with the talk on the right. Colours are cool and one step
duller than a person's, so that skin and vermilion stay the warmest things on the screen.
"""

from __future__ import annotations

from random import Random

from game.desk.art.svg import circle, ellipse, group, path, placed, rect, stroke
from game.desk.art.svg import number as n

LEAVES = ("#5E9277", "#77A988", "#8DBA92", "#4F8069", "#A9CBA0")


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
            f"M{n(x)} {n(foot)} C{n(x - 5)} {n(foot - height * 0.4)} {n(x + 8)} {n(top + height * 0.4)} {n(x + 2)} {n(top)}",
            "#8C7F6C",
            14,
        ),
        stroke(
            f"M{n(x + 2)} {n(top + height * 0.45)} Q{n(x + 20)} {n(top + height * 0.2)} {n(x + spread * 0.5)} {n(top - 10)}",
            "#8C7F6C",
            7,
        ),
        stroke(
            f"M{n(x)} {n(top + height * 0.55)} Q{n(x - 22)} {n(top + height * 0.3)} {n(x - spread * 0.5)} {n(top)}",
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


def panes(
    left: float, top: float, right: float, sill: float, columns: int, colour: str = "#F2EADB", bar: float = 11
) -> str:
    """The frame of a window with so many columns and one cross bar."""
    width = (right - left) / columns
    parts = [rect(left, top, right - left, 12, colour)]
    for index in range(1, columns):
        x = left + width * index
        parts.append(rect(x - bar / 2, top, bar, sill - top, colour))
        parts.append(rect(x + bar / 2 - 2.5, top, 2.5, sill - top, "#B7A98C", 0.6))
    parts.append(rect(left, top + (sill - top) * 0.25, right - left, 8, colour))
    parts.append(rect(left, top + (sill - top) * 0.25 + 8, right - left, 3, "#9DA79F", 0.5))
    parts.append(rect(left, top + 12, right - left, 10, "#8D9A94", 0.35))
    return "".join(parts)


def glints(left: float, top: float, right: float, sill: float) -> str:
    """Reflections across window glass."""
    parts = []
    for share, width in ((0.12, 46), (0.2, 14), (0.62, 60), (0.74, 18)):
        x = left + (right - left) * share
        drift = (sill - top) * 0.42
        parts.append(
            path(
                f"M{n(x)} {n(top)} L{n(x + width)} {n(top)} L{n(x + width - drift)} {n(sill)} L{n(x - drift)} {n(sill)}Z",
                "#FFFFFF",
                opacity=0.09,
            )
        )
    return "".join(parts)


def slats(
    left: float,
    right: float,
    top: float,
    foot: float,
    dark: str = "#0C2024",
    light: str = "#6B9590",
    step: float = 28,
) -> str:
    """A wall of upright slats: lines of shadow and light over whatever is beneath."""
    parts = []
    x = left
    while x < right:
        parts.append(rect(x, top, 3, foot - top, dark, 0.34))
        parts.append(rect(x + 3, top, 1.5, foot - top, light, 0.2))
        x += step
    return "".join(parts)


def print_frame(x: float, y: float, width: float = 64, height: float = 92) -> str:
    """A small framed print: half an acre of water under a red sun."""
    w, h = width, height
    return placed(
        rect(3, 5, w, h, "#0C1A1C", 0.25)
        + rect(0, 0, w, h, "#2B3A3C")
        + rect(5, 5, w - 10, h - 10, "#FBF6EA")
        + path(
            f"M5 {n(h * 0.6)} Q{n(w * 0.3)} {n(h * 0.5)} {n(w * 0.5)} {n(h * 0.6)} Q{n(w * 0.72)} {n(h * 0.7)} {n(w - 5)} {n(h * 0.6)} L{n(w - 5)} {n(h - 5)} L5 {n(h - 5)}Z",
            "#7FB0B4",
        )
        + stroke(
            f"M12 {n(h * 0.74)} L{n(w * 0.5)} {n(h * 0.74)} M{n(w * 0.4)} {n(h * 0.82)} L{n(w - 14)} {n(h * 0.82)}",
            "#A9CCCE",
            2,
        )
        + circle(w * 0.66, h * 0.3, w * 0.12, "#A84A3A"),
        x,
        y,
    )


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


def copier(x: float, y: float, scale: float = 1.0) -> str:
    """The old machine with a crumpled sheet in its tray; its red lamp is drawn apart, because it blinks."""
    return placed(
        "".join(
            (
                path("M0 60 L158 60 L158 330 L0 330Z", "#CFD1CC"),
                path("M118 60 L158 60 L158 330 L118 330Z", "#B2B5B0"),
                rect(0, 60, 158, 14, "#A5A7A1"),
                path("M-6 22 L164 22 L164 62 L-6 62Z", "#E6E5DF"),
                rect(-6, 54, 170, 8, "#C4C5BF"),
                path("M40 18 L128 -6 L136 4 L48 28Z", "#FFFDF7"),
                stroke("M46 22 L132 -2", "#D6CFBF", 3),
                rect(10, 112, 102, 26, "#4E5355"),
                rect(10, 138, 102, 4, "#DFE0DB"),
                *(
                    rect(10, top, 102, 24, "#A0A29C") + rect(46, top + 9, 30, 5, "#6F726E")
                    for top in (158, 196, 234)
                ),
                rect(104, 28, 50, 26, "#3A4C51"),
                rect(109, 33, 40, 12, "#7FA6A6", 0.8),
                *(circle(110 + 9 * i, 50, 2, "#9DB0B0") for i in range(5)),
                circle(138, 92, 10, "#8F928D"),
                path("M52 136 L68 120 L84 130 L102 118 L110 138 L94 162 L76 151 L60 160Z", "#FFFDF7"),
                path("M84 130 L102 118 L110 138 L94 162 L88 146Z", "#E2DCCD"),
                stroke("M68 124 L82 142 L96 128 M64 148 L84 141", "#C9C2B2", 2),
                rect(118, 74, 3, 256, "#8F928D", 0.5),
            )
        ),
        x,
        y,
        0,
        scale,
    )


def pendant(x: float, top: float, drop: float, colour: str = "#24393C", glow: str = "#FFE7B5") -> str:
    """A lamp that hangs from the ceiling at `top`."""
    y = top + drop
    return (
        stroke(f"M{n(x)} {n(top)} L{n(x)} {n(y - 28)}", "#16262A", 2.5)
        + path(
            f"M{n(x - 8)} {n(y - 30)} L{n(x + 8)} {n(y - 30)} C{n(x + 30)} {n(y - 26)} {n(x + 44)} {n(y - 12)} {n(x + 46)} {n(y)} L{n(x - 46)} {n(y)} C{n(x - 44)} {n(y - 12)} {n(x - 30)} {n(y - 26)} {n(x - 8)} {n(y - 30)}Z",
            colour,
        )
        + ellipse(x, y, 46, 6, glow)
        + path(
            f"M{n(x - 30)} {n(y - 8)} C{n(x - 26)} {n(y - 18)} {n(x - 18)} {n(y - 24)} {n(x - 8)} {n(y - 26)}",
            "none",
            "#6E8F90",
            3,
            0.6,
        )
    )


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


def clock_face(x: float, y: float, r: float) -> str:
    """A wall clock without hands."""
    ticks = "".join(
        group(
            stroke(f"M{n(x)} {n(y - r * 0.82)} L{n(x)} {n(y - r * 0.68)}", "#23272B", r * 0.07),
            f"rotate({i * 30} {n(x)} {n(y)})",
        )
        for i in range(12)
    )
    return (
        circle(x + 2, y + 4, r * 1.02, "#0C1A1C", 0.3)
        + circle(x, y, r, "#F9F4E8", edge="#2B3A3C", width=r * 0.14)
        + ticks
    )


def clock_hands(x: float, y: float, r: float, seconds: int) -> str:
    """The hands at so many seconds after midnight."""
    minutes = seconds / 60
    return (
        group(
            stroke(f"M{n(x)} {n(y + r * 0.1)} L{n(x)} {n(y - r * 0.5)}", "#23272B", r * 0.13),
            f"rotate({n(minutes / 2 % 360)} {n(x)} {n(y)})",
        )
        + group(
            stroke(f"M{n(x)} {n(y + r * 0.12)} L{n(x)} {n(y - r * 0.72)}", "#23272B", r * 0.085),
            f"rotate({n(minutes * 6 % 360)} {n(x)} {n(y)})",
        )
        + circle(x, y, r * 0.1, "#A83227")
    )
