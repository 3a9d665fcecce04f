"""The doors of the path: a street of doors, one for every scenario, closed or ajar."""

from __future__ import annotations

from game.desk.art.seals import seal
from game.desk.art.svg import circle, path, rect, stroke
from game.desk.art.svg import number as n

WIDTH, HEIGHT = 150.0, 200.0
"""The box of a door with its frame."""
COLOURS = ("#2F5A5A", "#8A4B33", "#3D5575", "#5F6B43", "#6B4A66", "#8A6A2F")
"""What doors are painted in."""
_WOOD, _WOOD_DARK, _WOOD_LIGHT = "#7A5A3C", "#553C27", "#A17E58"


def door(
    colour: str,
    ajar: bool = False,
    focus: bool = False,
    seals: tuple[tuple[str, bool], ...] = (),
    pale: bool = False,
) -> str:
    """A door about its own corner, 150 x 200, with up to three seals over the lintel.

    Args:
        colour: of the leaf.
        ajar: light falls through, because it is the recommended one.
        focus: with a lit step before it.
        seals: kind and whether it was earned.
        pale: a trainer has locked it.
    """
    parts = [
        rect(8, 34, 134, 166, "#0C1A1C", 0.28, 3),
        path("M6 30 L144 30 L144 198 L6 198Z", _WOOD),
        path("M6 30 L18 42 L18 198 L6 198Z", _WOOD_LIGHT),
        path("M144 30 L132 42 L132 198 L144 198Z", _WOOD_DARK),
        path("M6 30 L144 30 L132 42 L18 42Z", "#8E6B49"),
        rect(0, 22, 150, 10, _WOOD_LIGHT),
        rect(0, 30, 150, 3, "#2A1A0E", 0.4),
    ]
    if ajar:
        parts += [
            rect(18, 42, 114, 156, "#FFE9B8"),
            path("M18 42 L132 42 L132 198 L18 198Z", "#F2C879", opacity=0.35),
            path("M104 120 C112 112 124 112 132 118 L132 198 L96 198Z", "#B98E52", opacity=0.35),
            _leaf(colour, 18, 100, 12),
            path("M100 198 L132 198 L150 200 L104 200Z", "#FFE9B8", opacity=0.8),
        ]
    else:
        parts.append(_leaf(colour, 18, 132, 0))
    if focus:
        parts.append(path("M-4 198 L154 198 L162 206 L-12 206Z", "#F6E3B4"))
        parts.append(rect(-12, 206, 174, 3, "#A83227"))
    else:
        parts.append(path("M0 198 L150 198 L156 205 L-6 205Z", "#B9AE9A"))
    start = 75 - (len(seals) - 1) * 14
    parts += [seal(start + 28 * i, 9, 10, kind, earned=earned) for i, (kind, earned) in enumerate(seals)]
    if pale:
        parts.append(rect(18, 42, 114, 156, "#E9E2D2", 0.55))
    return "".join(parts)


def _leaf(colour: str, left: float, right: float, tilt: float) -> str:
    """The leaf between two edges; an open one is foreshortened, its free edge lower by `tilt`."""
    width = right - left

    def panel(x1: float, y1: float, x2: float, y2: float) -> str:
        a, b = left + width * x1, left + width * x2
        da, db = tilt * x1, tilt * x2
        shape = (
            f"M{n(a)} {n(y1 + da)} L{n(b)} {n(y1 + db)} "
            f"L{n(b)} {n(y2 + db * 0.3)} L{n(a)} {n(y2 + da * 0.3)}Z"
        )
        return (
            path(shape, "#000000", opacity=0.16)
            + stroke(
                f"M{n(a)} {n(y2 + da * 0.3)} L{n(b)} {n(y2 + db * 0.3)} L{n(b)} {n(y1 + db)}",
                "#FFFFFF",
                1.4,
                0.3,
            )
            + stroke(
                f"M{n(a)} {n(y2 + da * 0.3)} L{n(a)} {n(y1 + da)} L{n(b)} {n(y1 + db)}", "#000000", 1.4, 0.35
            )
        )

    knob, stile = right - width * 0.12, left + width * 0.12
    return (
        path(
            f"M{n(left)} 42 L{n(right)} {n(42 + tilt)} L{n(right)} {n(198 + tilt * 0.2)} L{n(left)} 198Z",
            colour,
        )
        + path(
            f"M{n(left)} 42 L{n(stile)} {n(42 + tilt * 0.12)} L{n(stile)} 198 L{n(left)} 198Z",
            "#FFFFFF",
            opacity=0.1,
        )
        + panel(0.14, 56, 0.46, 112)
        + panel(0.56, 56, 0.86, 112)
        + panel(0.14, 126, 0.46, 184)
        + panel(0.56, 126, 0.86, 184)
        + circle(knob, 122 + tilt * 0.8, 4.6, "#D9B35C")
        + circle(knob - 1.4, 120.6 + tilt * 0.8, 1.5, "#FFF3CC")
        + (
            path(
                f"M{n(right)} {n(42 + tilt)} L{n(right + 5)} {n(44 + tilt)} "
                f"L{n(right + 5)} 198 L{n(right)} {n(198 + tilt * 0.2)}Z",
                "#20150C",
            )
            if tilt
            else ""
        )
    )
