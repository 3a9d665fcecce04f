"""Seals pressed in cinnabar, and the envelopes of what nobody told."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.desk.art.palette import LIGHT
from game.desk.art.svg import circle, path, placed, rect, stroke
from game.desk.art.svg import number as n

_SEALS: Mapping[str, str] = MappingProxyType(
    {
        # an arch that two sides carry
        "relationship": "M-6 4 Q-6 -5 0 -5 Q6 -5 6 4 M-6 4 L-2 4 M2 4 L6 4 M0 -5 L0 4",
        # three level lines on one upright
        "honesty": "M-6 3 L6 3 M0 -6 L0 6 M-4 -3 L4 -3",
        # a thread through the eye of a needle
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
            f"<rect x='{n(x - r)}' y='{n(y - r)}' width='{n(2 * r)}' height='{n(2 * r)}' rx='{n(r * 0.2)}' "
            "fill='none' "
            f"stroke='{colour}' stroke-opacity='.45' stroke-width='{n(r * 0.1)}' "
            f"stroke-dasharray='{n(r * 0.3)} {n(r * 0.2)}'/>"
        )
    edge = path(
        f"M{n(x - r * 0.94)} {n(y - r * 0.86)} L{n(x - r * 0.2)} {n(y - r * 0.98)} L{n(x + r * 0.9)} "
        f"{n(y - r * 0.92)} L{n(x + r)} {n(y + r * 0.1)} "
        f"L{n(x + r * 0.92)} {n(y + r * 0.94)} L{n(x - r * 0.1)} {n(y + r)} L{n(x - r * 0.98)} "
        f"{n(y + r * 0.9)} L{n(x - r)} {n(y - r * 0.1)}Z",
        colour,
        colour,
        r * 0.12,
    )
    inside = (
        f"<rect x='{n(x - r * 0.78)}' y='{n(y - r * 0.78)}' width='{n(r * 1.56)}' height='{n(r * 1.56)}' "
        f"rx='{n(r * 0.1)}' "
        f"fill='none' stroke='#FFFCF5' stroke-width='{n(r * 0.1)}'/>"
    )
    worn = "".join(
        circle(x + dx * r, y + dy * r, r * 0.055, "#FFFCF5", 0.55)
        for dx, dy in ((0.86, -0.5), (-0.9, 0.4), (0.3, 0.92), (-0.5, -0.9))
    )
    return edge + inside + placed(stroke(mark, "#FFFCF5", 1.7), x, y, 0, r / 10) + worn


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
