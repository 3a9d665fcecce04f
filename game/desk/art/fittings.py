"""What rooms are built of: windows, walls, lamps, clocks and frames, as SVG.

The wall on the right is quiet and dark in every place, because bubble and choices stand before it.
"""

from __future__ import annotations

from game.desk.art.place import Room
from game.desk.art.svg import circle, ellipse, group, linear, path, placed, rect, stroke
from game.desk.art.svg import number as n


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
                f"M{n(x)} {n(top)} L{n(x + width)} {n(top)} L{n(x + width - drift)} {n(sill)} "
                f"L{n(x - drift)} {n(sill)}Z",
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
            f"M5 {n(h * 0.6)} Q{n(w * 0.3)} {n(h * 0.5)} {n(w * 0.5)} {n(h * 0.6)} Q{n(w * 0.72)} "
            f"{n(h * 0.7)} {n(w - 5)} {n(h * 0.6)} L{n(w - 5)} {n(h - 5)} L5 {n(h - 5)}Z",
            "#7FB0B4",
        )
        + stroke(
            f"M12 {n(h * 0.74)} L{n(w * 0.5)} {n(h * 0.74)} M{n(w * 0.4)} {n(h * 0.82)} L{n(w - 14)} "
            f"{n(h * 0.82)}",
            "#A9CCCE",
            2,
        )
        + circle(w * 0.66, h * 0.3, w * 0.12, "#A84A3A"),
        x,
        y,
    )


def pendant(x: float, top: float, drop: float, colour: str = "#24393C", glow: str = "#FFE7B5") -> str:
    """A lamp that hangs from the ceiling at `top`."""
    y = top + drop
    return (
        stroke(f"M{n(x)} {n(top)} L{n(x)} {n(y - 28)}", "#16262A", 2.5)
        + path(
            f"M{n(x - 8)} {n(y - 30)} L{n(x + 8)} {n(y - 30)} C{n(x + 30)} {n(y - 26)} {n(x + 44)} "
            f"{n(y - 12)} {n(x + 46)} {n(y)} L{n(x - 46)} {n(y)} C{n(x - 44)} {n(y - 12)} {n(x - 30)} "
            f"{n(y - 26)} {n(x - 8)} {n(y - 30)}Z",
            colour,
        )
        + ellipse(x, y, 46, 6, glow)
        + path(
            f"M{n(x - 30)} {n(y - 8)} C{n(x - 26)} {n(y - 18)} {n(x - 18)} {n(y - 24)} {n(x - 8)} "
            f"{n(y - 26)}",
            "none",
            "#6E8F90",
            3,
            0.6,
        )
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


def quiet_wall(
    room: Room, light: str, dark: str, kind: str = "slats", top: float | None = None
) -> tuple[str, str]:
    """The dark wall on the right with its defs.

    Args:
        room: what the window shows.
        light: the wall's colour near the scenery.
        dark: its colour at the far side.
        kind: slats, panels, brick, tiles, boards, curtain or plain.
        top: where it begins; the upper edge by default.
    """
    left, edge = room.split, room.top if top is None else top
    high = 720 - edge
    defs = linear("quiet", (left, 0), (room.width, 300), (0, light), (1, dark))
    parts = [rect(left, edge, room.width - left, high, "url(#quiet)")]
    shade, gleam = "#070F11", "#FFFFFF"
    if kind == "slats":
        parts.append(slats(left + 26, room.width, edge, 720))
    elif kind == "panels":
        for x in _steps(left + 150, room.width, 176):
            parts.append(rect(x, edge, 3, high, shade, 0.3) + rect(x + 3, edge, 1.4, high, gleam, 0.09))
        for y in _steps(edge + 140, 720, 190):
            parts.append(
                rect(left, y, room.width - left, 3, shade, 0.26)
                + rect(left, y + 3, room.width - left, 1.4, gleam, 0.08)
            )
    elif kind == "brick":
        for row, y in enumerate(_steps(edge, 720, 26)):
            parts.append(rect(left, y, room.width - left, 2.4, shade, 0.26))
            for column, x in enumerate(_steps(left + (row % 2) * 32, room.width, 64)):
                parts.append(rect(x, y, 2.4, 26, shade, 0.24))
                if (row * row * 13 + column * column * 7 + row * column * 5) % 11 < 2:
                    parts.append(rect(x + 3, y + 3, 60, 22, gleam, 0.035))
    elif kind == "tiles":
        for y in _steps(edge, 720, 58):
            parts.append(rect(left, y, room.width - left, 2, shade, 0.3))
        for x in _steps(left, room.width, 58):
            parts.append(rect(x, edge, 2, high, shade, 0.3))
    elif kind == "boards":
        for y in _steps(edge, 720, 46):
            parts.append(
                rect(left, y, room.width - left, 3, shade, 0.32)
                + rect(left, y + 3, room.width - left, 1.4, gleam, 0.08)
            )
    elif kind == "curtain":
        for index, x in enumerate(_steps(left, room.width, 34)):
            sway = 5 if index % 2 else -4
            parts.append(
                path(
                    f"M{n(x)} {n(edge)} C{n(x + sway)} {n(edge + high * 0.3)} {n(x - sway)} "
                    f"{n(edge + high * 0.7)} {n(x + sway)} 720 "
                    f"L{n(x + sway + 13)} 720 C{n(x + 13 - sway)} {n(edge + high * 0.7)} {n(x + 13 + sway)} "
                    f"{n(edge + high * 0.3)} {n(x + 11)} {n(edge)}Z",
                    shade,
                    opacity=0.2,
                )
            )
            parts.append(
                stroke(
                    f"M{n(x + 22)} {n(edge)} C{n(x + 22 + sway)} {n(edge + high * 0.3)} {n(x + 22 - sway)} "
                    f"{n(edge + high * 0.7)} {n(x + 22 + sway)} 720",
                    gleam,
                    3,
                    0.05,
                )
            )
    parts.append(rect(left, edge, 7, high, shade, 0.42))
    return "".join(parts), defs


def _steps(start: float, end: float, step: float) -> list[float]:
    return [start + step * index for index in range(max(0, int((end - start) // step) + 1))]


def blinds(
    left: float, top: float, right: float, foot: float, colour: str = "#DDE2DC", step: float = 15
) -> str:
    """A venetian blind that is let down to `foot`."""
    parts = []
    for y in _steps(top, foot - step, step):
        parts.append(
            rect(left, y, right - left, step * 0.55, colour, 0.92)
            + rect(left, y + step * 0.55, right - left, 2, "#7F908F", 0.45)
        )
    parts.append(rect(left, foot - 6, right - left, 9, "#C3C9C2"))
    for share in (0.16, 0.84):
        x = left + (right - left) * share
        parts.append(rect(x, top, 2, foot - top, "#9AA5A2", 0.7))
    return "".join(parts)


def curtain(left: float, right: float, top: float, foot: float, colour: str, dark: str, light: str) -> str:
    """A curtain in folds."""
    parts = [
        path(
            f"M{n(left)} {n(top)} L{n(right)} {n(top)} Q{n(right + 6)} {n((top + foot) / 2)} {n(right - 2)} "
            f"{n(foot)} L{n(left)} {n(foot)}Z",
            colour,
        )
    ]
    for index, x in enumerate(_steps(left + 8, right - 8, 19)):
        parts.append(
            stroke(
                f"M{n(x)} {n(top)} Q{n(x + (4 if index % 2 else -4))} {n((top + foot) / 2)} "
                f"{n(x + 1)} {n(foot)}",
                dark if index % 2 else light,
                5,
                0.5,
            )
        )
    parts.append(rect(left - 8, top - 8, right - left + 22, 9, "#6E6558"))
    return "".join(parts)


def strip_light(left: float, right: float, y: float) -> str:
    """A long lamp under the ceiling."""
    return (
        stroke(
            f"M{n(left + 40)} {n(y - 200)} L{n(left + 40)} {n(y)} M{n(right - 40)} {n(y - 200)} "
            f"L{n(right - 40)} {n(y)}",
            "#7F8E90",
            2,
        )
        + rect(left, y - 5, right - left, 10, "#3A4B4E", radius=4)
        + rect(left + 6, y + 3, right - left - 12, 6, "#FFF6DC", radius=3)
    )


def bulb(x: float, top: float, drop: float) -> str:
    """A naked bulb on a cord."""
    y = top + drop
    return (
        stroke(f"M{n(x)} {n(top)} L{n(x)} {n(y - 20)}", "#1B2426", 2.4)
        + rect(x - 6, y - 24, 12, 14, "#2A3335", radius=3)
        + circle(x, y, 14, "#FFF0C4")
        + circle(x - 4, y - 4, 5, "#FFFFFF", 0.8)
    )


def floor(room: Room, y: float, colour: str, end: float | None = None) -> str:
    """The floor from `y` down, as far as the quiet wall."""
    right = room.split if end is None else end
    return rect(0, y, right, 720 - y, colour) + rect(0, y, right, 4, "#0C1A1C", 0.18)
