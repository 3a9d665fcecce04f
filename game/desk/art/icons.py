"""Small signs as SVG fragments about a point; put them into `svg.document` with anything else.

Every function takes the middle (x, y) and half its size `r`, in the units of the document it goes into.
Signs differ in shape before they differ in colour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.desk.art.marks import star, tick
from game.desk.art.svg import circle, path, placed, rect, stroke
from game.desk.art.svg import number as n


def notebook(x: float, y: float, r: float, ink: str, dot: str = "") -> str:
    """A notebook; `dot` is the colour of a reminder at its corner."""
    body = path(
        f"M{n(x - r * 0.8)} {n(y - r)} L{n(x + r * 0.5)} {n(y - r)} Q{n(x + r * 0.8)} {n(y - r)} "
        f"{n(x + r * 0.8)} {n(y - r * 0.7)} "
        f"L{n(x + r * 0.8)} {n(y + r)} L{n(x - r * 0.8)} {n(y + r)}Z",
        "none",
        ink,
        r * 0.19,
    )
    lines = stroke(
        f"M{n(x - r * 0.3)} {n(y - r * 0.3)} L{n(x + r * 0.4)} {n(y - r * 0.3)} M{n(x - r * 0.3)} "
        f"{n(y + r * 0.25)} L{n(x + r * 0.4)} {n(y + r * 0.25)}",
        ink,
        r * 0.19,
    )
    return body + lines + (circle(x + r * 0.82, y - r, r * 0.42, dot) if dot else "")


def pause(x: float, y: float, r: float, ink: str) -> str:
    """Two bars."""
    return stroke(
        f"M{n(x - r * 0.4)} {n(y - r * 0.8)} L{n(x - r * 0.4)} {n(y + r * 0.8)} M{n(x + r * 0.4)} "
        f"{n(y - r * 0.8)} L{n(x + r * 0.4)} {n(y + r * 0.8)}",
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
            f"M{n(-r)} 0 L{n(r * 0.9)} 0 M{n(r * 0.25)} {n(-r * 0.6)} L{n(r * 0.9)} 0 L{n(r * 0.25)} "
            f"{n(r * 0.6)}",
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
            f"<rect x='{n(x - 13)}' y='{n(y - 13)}' width='26' height='26' rx='6' fill='none' "
            f"stroke='{mark}' "
            "stroke-opacity='.5' stroke-width='2'/>"
        )
    return circle(x, y, 6.5, edge=dim, width=2.4)


def lock(x: float, y: float, r: float, ink: str, opened: bool = False) -> str:
    """A padlock."""
    lift = -r * 0.18 if opened else 0.0
    end = "" if opened else f" L{n(x + r * 0.45)} {n(y)}"
    bow = stroke(
        f"M{n(x - r * 0.45)} {n(y)} L{n(x - r * 0.45)} {n(y - r * 0.4 + lift)} C{n(x - r * 0.45)} "
        f"{n(y - r * 1.08 + lift)} "
        f"{n(x + r * 0.45)} {n(y - r * 1.08 + lift)} {n(x + r * 0.45)} {n(y - r * 0.4 + lift)}{end}",
        ink,
        r * 0.24,
    )
    return bow + rect(x - r * 0.75, y - r * 0.08, r * 1.5, r * 1.05, ink, radius=r * 0.16)


def speaker(x: float, y: float, r: float, ink: str, on: bool = True) -> str:
    """A loudspeaker, with waves or crossed out."""
    box = path(
        f"M{n(x - r)} {n(y - r * 0.34)} L{n(x - r * 0.5)} {n(y - r * 0.34)} L{n(x)} {n(y - r * 0.8)} L{n(x)} "
        f"{n(y + r * 0.8)} "
        f"L{n(x - r * 0.5)} {n(y + r * 0.34)} L{n(x - r)} {n(y + r * 0.34)}Z",
        ink,
        ink,
        r * 0.1,
    )
    waves = (
        f"M{n(x + r * 0.35)} {n(y - r * 0.36)} Q{n(x + r * 0.62)} {n(y)} {n(x + r * 0.35)} {n(y + r * 0.36)} "
        f"M{n(x + r * 0.62)} {n(y - r * 0.68)} Q{n(x + r * 1.12)} {n(y)} {n(x + r * 0.62)} {n(y + r * 0.68)}"
        if on
        else f"M{n(x + r * 0.4)} {n(y - r * 0.32)} L{n(x + r)} {n(y + r * 0.32)} M{n(x + r)} "
        f"{n(y - r * 0.32)} L{n(x + r * 0.4)} {n(y + r * 0.32)}"
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


def flag(x: float, y: float, r: float, colour: str) -> str:
    """A flag on its pole: the point of no return; (x, y) is the foot of the cloth on the pole."""
    return stroke(f"M{n(x)} {n(y + r)} L{n(x)} {n(y - r)}", colour, r * 0.16) + path(
        f"M{n(x)} {n(y - r)} L{n(x + r * 1.3)} {n(y - r * 0.55)} L{n(x)} {n(y - r * 0.1)}Z", colour
    )


def again(x: float, y: float, r: float, ink: str) -> str:
    """An arrow that comes round: say it differently."""
    return stroke(
        f"M{n(x + r * 0.7)} {n(y - r * 0.45)} A{n(r * 0.82)} {n(r * 0.82)} 0 1 0 {n(x + r * 0.82)} "
        f"{n(y + r * 0.1)}",
        ink,
        r * 0.22,
    ) + path(
        f"M{n(x + r * 0.98)} {n(y - r * 0.98)} L{n(x + r * 0.92)} {n(y - r * 0.1)} L{n(x + r * 0.2)} "
        f"{n(y - r * 0.42)}Z",
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
