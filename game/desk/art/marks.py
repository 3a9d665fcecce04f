"""The signs of judgements: star, tick, wave, triangle, crossed diamond. Shape comes before colour."""

from __future__ import annotations

from math import cos, pi, sin

from game.desk.art.palette import LIGHT, Palette
from game.desk.art.svg import circle, group, path, rect, stroke
from game.desk.art.svg import number as n

JUDGEMENTS = ("best", "good", "inaccuracy", "mistake", "blunder")


def star(x: float, y: float, r: float, fill: str) -> str:
    """A five-pointed star."""
    points = (
        (
            x + (r if i % 2 == 0 else r * 0.44) * sin(i * pi / 5),
            y - (r if i % 2 == 0 else r * 0.44) * cos(i * pi / 5),
        )
        for i in range(10)
    )
    return path("M" + " L".join(f"{n(px)} {n(py)}" for px, py in points) + "Z", fill)


def tick(x: float, y: float, r: float, colour: str, width: float | None = None) -> str:
    """A tick."""
    return stroke(
        f"M{n(x - r * 0.84)} {n(y + r * 0.04)} L{n(x - r * 0.2)} {n(y + r * 0.72)} L{n(x + r * 0.92)} "
        f"{n(y - r * 0.68)}",
        colour,
        width if width is not None else r * 0.48,
    )


def judgement(kind: str, x: float, y: float, r: float = 11, palette: Palette = LIGHT) -> str:
    """The sign of a judgement: star, tick, wave, triangle, crossed diamond; otherwise a ring."""
    colour = palette.judgements.get(kind, palette.edge)
    ink = palette.card
    if kind == "best":
        return circle(x, y, r, colour) + star(x, y - r * 0.03, r * 0.68, ink)
    if kind == "good":
        return circle(x, y, r, colour) + tick(x + r * 0.02, y, r * 0.5, ink, r * 0.24)
    if kind == "inaccuracy":
        wave = (
            f"M{n(x - r * 0.44)} {n(y + r * 0.1)} Q{n(x - r * 0.22)} {n(y - r * 0.34)} {n(x)} "
            f"{n(y + r * 0.04)} "
            f"Q{n(x + r * 0.2)} {n(y + r * 0.38)} {n(x + r * 0.44)} {n(y - r * 0.06)}"
        )
        return circle(x, y, r * 0.86, ink, edge=colour, width=r * 0.28) + stroke(wave, colour, r * 0.22)
    if kind == "mistake":
        return (
            path(
                f"M{n(x)} {n(y - r * 1.02)} L{n(x + r * 1.06)} {n(y + r * 0.84)} L{n(x - r * 1.06)} "
                f"{n(y + r * 0.84)}Z",
                colour,
                colour,
                r * 0.3,
            )
            + stroke(f"M{n(x)} {n(y - r * 0.42)} L{n(x)} {n(y + r * 0.2)}", ink, r * 0.26)
            + circle(x, y + r * 0.58, r * 0.15, ink)
        )
    if kind == "blunder":
        a = r * 0.36
        return group(
            rect(x - r * 0.78, y - r * 0.78, r * 1.56, r * 1.56, colour, radius=r * 0.2),
            f"rotate(45 {n(x)} {n(y)})",
        ) + stroke(
            f"M{n(x - a)} {n(y - a)} L{n(x + a)} {n(y + a)} M{n(x + a)} {n(y - a)} L{n(x - a)} {n(y + a)}",
            ink,
            r * 0.24,
        )
    return circle(x, y, r * 0.86, ink, edge=colour, width=r * 0.2)
