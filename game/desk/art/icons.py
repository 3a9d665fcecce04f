"""Small signs as SVG fragments about a point; put them into `svg.document` with anything else.

Every function takes the middle (x, y) and half its size `r`, in the units of the document it goes into.
Signs differ in shape before they differ in colour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi, sin
from types import MappingProxyType

from game.desk.art.palette import LIGHT, Palette
from game.desk.art.svg import circle, group, path, placed, rect, stroke
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
        f"M{n(x - r * 0.84)} {n(y + r * 0.04)} L{n(x - r * 0.2)} {n(y + r * 0.72)} L{n(x + r * 0.92)} {n(y - r * 0.68)}",
        colour,
        width if width is not None else r * 0.48,
    )


def judgement(kind: str, x: float, y: float, r: float = 11, palette: Palette = LIGHT) -> str:
    """The sign of a judgement: star, tick, wave, triangle, crossed diamond; an unknown one is a plain ring."""
    colour = palette.judgements.get(kind, palette.edge)
    ink = palette.card
    if kind == "best":
        return circle(x, y, r, colour) + star(x, y - r * 0.03, r * 0.68, ink)
    if kind == "good":
        return circle(x, y, r, colour) + tick(x + r * 0.02, y, r * 0.5, ink, r * 0.24)
    if kind == "inaccuracy":
        wave = (
            f"M{n(x - r * 0.44)} {n(y + r * 0.1)} Q{n(x - r * 0.22)} {n(y - r * 0.34)} {n(x)} {n(y + r * 0.04)} "
            f"Q{n(x + r * 0.2)} {n(y + r * 0.38)} {n(x + r * 0.44)} {n(y - r * 0.06)}"
        )
        return circle(x, y, r * 0.86, ink, edge=colour, width=r * 0.28) + stroke(wave, colour, r * 0.22)
    if kind == "mistake":
        return (
            path(
                f"M{n(x)} {n(y - r * 1.02)} L{n(x + r * 1.06)} {n(y + r * 0.84)} L{n(x - r * 1.06)} {n(y + r * 0.84)}Z",
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


def notebook(x: float, y: float, r: float, ink: str, dot: str = "") -> str:
    """A notebook; `dot` is the colour of a reminder at its corner."""
    body = path(
        f"M{n(x - r * 0.8)} {n(y - r)} L{n(x + r * 0.5)} {n(y - r)} Q{n(x + r * 0.8)} {n(y - r)} {n(x + r * 0.8)} {n(y - r * 0.7)} "
        f"L{n(x + r * 0.8)} {n(y + r)} L{n(x - r * 0.8)} {n(y + r)}Z",
        "none",
        ink,
        r * 0.19,
    )
    lines = stroke(
        f"M{n(x - r * 0.3)} {n(y - r * 0.3)} L{n(x + r * 0.4)} {n(y - r * 0.3)} M{n(x - r * 0.3)} {n(y + r * 0.25)} L{n(x + r * 0.4)} {n(y + r * 0.25)}",
        ink,
        r * 0.19,
    )
    return body + lines + (circle(x + r * 0.82, y - r, r * 0.42, dot) if dot else "")


def pause(x: float, y: float, r: float, ink: str) -> str:
    """Two bars."""
    return stroke(
        f"M{n(x - r * 0.4)} {n(y - r * 0.8)} L{n(x - r * 0.4)} {n(y + r * 0.8)} M{n(x + r * 0.4)} {n(y - r * 0.8)} L{n(x + r * 0.4)} {n(y + r * 0.8)}",
        ink,
        r * 0.36,
    )


def eye(x: float, y: float, r: float, ink: str) -> str:
    """An eye: what could be seen."""
    return path(
        f"M{n(x - r)} {n(y)} Q{n(x)} {n(y - r)} {n(x + r)} {n(y)} Q{n(x)} {n(y + r)} {n(x - r)} {n(y)}Z",
        "none",
        ink,
        r * 0.2,
    ) + circle(x, y, r * 0.31, ink)


_TURNS = {"right": 0, "down": 90, "left": 180, "up": 270}


def arrow(x: float, y: float, r: float, ink: str, to: str = "right") -> str:
    """An arrow: right, left, up or down."""
    return placed(
        stroke(
            f"M{n(-r)} 0 L{n(r * 0.9)} 0 M{n(r * 0.25)} {n(-r * 0.6)} L{n(r * 0.9)} 0 L{n(r * 0.25)} {n(r * 0.6)}",
            ink,
            r * 0.24,
        ),
        x,
        y,
        _TURNS.get(to, 0),
    )


def chevron(x: float, y: float, r: float, ink: str, to: str = "right") -> str:
    """The head of an arrow alone."""
    return placed(
        stroke(f"M{n(-r * 0.35)} {n(-r * 0.7)} L{n(r * 0.4)} 0 L{n(-r * 0.35)} {n(r * 0.7)}", ink, r * 0.28),
        x,
        y,
        _TURNS.get(to, 0),
    )


def stage_dot(x: float, y: float, state: str, mark: str, ground: str, dim: str) -> str:
    """A stage of the decision: `done`, `now` or `ahead`."""
    if state == "done":
        return circle(x, y, 8, mark) + tick(x + 0.2, y + 0.2, 4.2, ground, 2.2)
    if state == "now":
        return rect(x - 9, y - 9, 18, 18, mark, radius=4) + (
            f"<rect x='{n(x - 13)}' y='{n(y - 13)}' width='26' height='26' rx='6' fill='none' stroke='{mark}' "
            "stroke-opacity='.5' stroke-width='2'/>"
        )
    return circle(x, y, 6.5, edge=dim, width=2.4)


def envelope(x: float, y: float, r: float, paper: str, ink: str, opened: bool = False, seal: str = "") -> str:
    """An envelope; closed ones keep what nobody told."""
    h = r * 0.68
    flap = (
        path(f"M{n(x - r)} {n(y - h)} L{n(x)} {n(y - h * 2.1)} L{n(x + r)} {n(y - h)}Z", paper, ink, r * 0.1)
        if opened
        else path(
            f"M{n(x - r)} {n(y - h)} L{n(x)} {n(y + h * 0.3)} L{n(x + r)} {n(y - h)}", "none", ink, r * 0.1
        )
    )
    sheet = rect(x - r * 0.78, y - h * 1.5, r * 1.56, h * 1.6, "#FFFFFF", radius=r * 0.05) if opened else ""
    body = path(
        f"M{n(x - r)} {n(y - h)} L{n(x + r)} {n(y - h)} L{n(x + r)} {n(y + h)} L{n(x - r)} {n(y + h)}Z",
        paper,
        ink,
        r * 0.1,
    )
    folds = stroke(
        f"M{n(x - r)} {n(y + h)} L{n(x - r * 0.28)} {n(y)} M{n(x + r)} {n(y + h)} L{n(x + r * 0.28)} {n(y)}",
        ink,
        r * 0.07,
        0.6,
    )
    wax = (
        circle(x, y + h * 0.22, r * 0.24, seal) + circle(x - r * 0.07, y + h * 0.12, r * 0.07, "#FFFFFF", 0.5)
        if seal and not opened
        else ""
    )
    return (flap + sheet + body + folds + wax) if opened else (body + folds + flap + wax)


def lock(x: float, y: float, r: float, ink: str, opened: bool = False) -> str:
    """A padlock."""
    lift = -r * 0.18 if opened else 0.0
    end = "" if opened else f" L{n(x + r * 0.45)} {n(y)}"
    bow = stroke(
        f"M{n(x - r * 0.45)} {n(y)} L{n(x - r * 0.45)} {n(y - r * 0.4 + lift)} C{n(x - r * 0.45)} {n(y - r * 1.08 + lift)} "
        f"{n(x + r * 0.45)} {n(y - r * 1.08 + lift)} {n(x + r * 0.45)} {n(y - r * 0.4 + lift)}{end}",
        ink,
        r * 0.24,
    )
    return bow + rect(x - r * 0.75, y - r * 0.08, r * 1.5, r * 1.05, ink, radius=r * 0.16)


def speaker(x: float, y: float, r: float, ink: str, on: bool = True) -> str:
    """A loudspeaker, with waves or crossed out."""
    box = path(
        f"M{n(x - r)} {n(y - r * 0.34)} L{n(x - r * 0.5)} {n(y - r * 0.34)} L{n(x)} {n(y - r * 0.8)} L{n(x)} {n(y + r * 0.8)} "
        f"L{n(x - r * 0.5)} {n(y + r * 0.34)} L{n(x - r)} {n(y + r * 0.34)}Z",
        ink,
        ink,
        r * 0.1,
    )
    waves = (
        f"M{n(x + r * 0.35)} {n(y - r * 0.36)} Q{n(x + r * 0.62)} {n(y)} {n(x + r * 0.35)} {n(y + r * 0.36)} "
        f"M{n(x + r * 0.62)} {n(y - r * 0.68)} Q{n(x + r * 1.12)} {n(y)} {n(x + r * 0.62)} {n(y + r * 0.68)}"
        if on
        else f"M{n(x + r * 0.4)} {n(y - r * 0.32)} L{n(x + r)} {n(y + r * 0.32)} M{n(x + r)} {n(y - r * 0.32)} L{n(x + r * 0.4)} {n(y + r * 0.32)}"
    )
    return box + stroke(waves, ink, r * 0.2)


def phone(x: float, y: float, r: float, ink: str, screen: str) -> str:
    """A telephone, upright."""
    return (
        rect(x - r * 0.55, y - r, r * 1.1, r * 2, ink, radius=r * 0.2)
        + rect(x - r * 0.43, y - r * 0.78, r * 0.86, r * 1.5, screen, radius=r * 0.06)
        + stroke(
            f"M{n(x - r * 0.14)} {n(y + r * 0.87)} L{n(x + r * 0.14)} {n(y + r * 0.87)}", screen, r * 0.08
        )
    )


_SEALS: Mapping[str, str] = MappingProxyType(
    {
        # two hands of a bridge: relationship
        "relationship": "M-6 4 Q-6 -5 0 -5 Q6 -5 6 4 M-6 4 L-2 4 M2 4 L6 4 M0 -5 L0 4",
        # a level line under a sun: honesty
        "honesty": "M-6 3 L6 3 M0 -6 L0 6 M-4 -3 L4 -3",
        # a thread through a needle: craft
        "craft": "M-5 5 L3 -3 M1 -5 Q6 -6 5 -1 Q1 0 1 -5 M-5 5 Q-6 0 -2 -1",
    }
)


def seal(
    x: float, y: float, r: float, kind: str = "", colour: str = LIGHT.vermilion, earned: bool = True
) -> str:
    """A seal pressed in cinnabar 朱砂印, worn at the edge; one not yet earned is only its outline.

    Args:
        kind: relationship, honesty, craft, or nothing for a plain one.
    """
    mark = _SEALS.get(kind, "M-5 -5 L5 -5 L5 5 L-5 5 L-5 -1 L1 -1 L1 2")
    if not earned:
        return (
            f"<rect x='{n(x - r)}' y='{n(y - r)}' width='{n(2 * r)}' height='{n(2 * r)}' rx='{n(r * 0.2)}' fill='none' "
            f"stroke='{colour}' stroke-opacity='.45' stroke-width='{n(r * 0.1)}' stroke-dasharray='{n(r * 0.3)} {n(r * 0.2)}'/>"
        )
    edge = path(
        f"M{n(x - r * 0.94)} {n(y - r * 0.86)} L{n(x - r * 0.2)} {n(y - r * 0.98)} L{n(x + r * 0.9)} {n(y - r * 0.92)} L{n(x + r)} {n(y + r * 0.1)} "
        f"L{n(x + r * 0.92)} {n(y + r * 0.94)} L{n(x - r * 0.1)} {n(y + r)} L{n(x - r * 0.98)} {n(y + r * 0.9)} L{n(x - r)} {n(y - r * 0.1)}Z",
        colour,
        colour,
        r * 0.12,
    )
    inside = (
        f"<rect x='{n(x - r * 0.78)}' y='{n(y - r * 0.78)}' width='{n(r * 1.56)}' height='{n(r * 1.56)}' rx='{n(r * 0.1)}' "
        f"fill='none' stroke='#FFFCF5' stroke-width='{n(r * 0.1)}'/>"
    )
    worn = "".join(
        circle(x + dx * r, y + dy * r, r * 0.055, "#FFFCF5", 0.55)
        for dx, dy in ((0.86, -0.5), (-0.9, 0.4), (0.3, 0.92), (-0.5, -0.9))
    )
    return edge + inside + placed(stroke(mark, "#FFFCF5", 1.7), x, y, 0, r / 10) + worn


def flag(x: float, y: float, r: float, colour: str) -> str:
    """A flag on its pole: the point of no return; (x, y) is the foot of the cloth on the pole."""
    return stroke(f"M{n(x)} {n(y + r)} L{n(x)} {n(y - r)}", colour, r * 0.16) + path(
        f"M{n(x)} {n(y - r)} L{n(x + r * 1.3)} {n(y - r * 0.55)} L{n(x)} {n(y - r * 0.1)}Z", colour
    )


def again(x: float, y: float, r: float, ink: str) -> str:
    """An arrow that comes round: say it differently."""
    return stroke(
        f"M{n(x + r * 0.7)} {n(y - r * 0.45)} A{n(r * 0.82)} {n(r * 0.82)} 0 1 0 {n(x + r * 0.82)} {n(y + r * 0.1)}",
        ink,
        r * 0.22,
    ) + path(
        f"M{n(x + r * 0.98)} {n(y - r * 0.98)} L{n(x + r * 0.92)} {n(y - r * 0.1)} L{n(x + r * 0.2)} {n(y - r * 0.42)}Z",
        ink,
    )


def cog(x: float, y: float, r: float, ink: str) -> str:
    """Settings."""
    teeth = "".join(
        placed(rect(-r * 0.16, -r, r * 0.32, r * 0.5, ink, radius=r * 0.06), x, y, i * 45) for i in range(8)
    )
    return teeth + circle(x, y, r * 0.52, edge=ink, width=r * 0.3)


SIMPLE: Mapping[str, Callable[[float, float, float, str], str]] = MappingProxyType(
    {
        "pause": pause,
        "eye": eye,
        "notebook": notebook,
        "lock": lock,
        "speaker": speaker,
        "arrow": arrow,
        "chevron": chevron,
        "flag": flag,
        "again": again,
        "cog": cog,
        "star": star,
        "tick": tick,
    }
)
"""Signs of one colour, by name."""
