"""Glasses, following the eyes: each lens is drawn about its own middle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.desk.art.build import MIDDLE, Build
from game.desk.art.expression import Expression
from game.desk.art.face import EYE_Y
from game.desk.art.svg import number as n
from game.desk.art.svg import path, placed, stroke


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of glasses.

    Args:
        lens: outline of a lens about its middle; the other one is its mirror image.
        glint: a reflection on it.
        half: half the width of a lens.
        colour: of the frame.
        width: of the frame's line.
        bar: a second, stronger line over the lens.
        drop: how much lower than the eyes it sits.
        hinge: how much higher than the lenses' middle the sides begin.
        tint: colour of the lenses.
        strength: opacity of the tint.
    """

    lens: str
    glint: str
    half: float
    colour: str
    width: float
    bar: str = ""
    drop: float = 3.0
    hinge: float = 5.0
    tint: str = "#FFFFFF"
    strength: float = 0.13


_ROUND = "M-30 0 C-30 -38 30 -38 30 0 C30 38 -30 38 -30 0Z"
_SQUARE = "M-31 -13 Q-31 -21 -23 -21 L23 -21 Q31 -21 31 -13 L31 13 Q31 21 23 21 L-23 21 Q-31 21 -31 13Z"
_HALF = "M-31 -14 L31 -14 C31 20 -31 20 -31 -14Z"
_LOW = "M-27 -7 L27 -7 C27 18 -27 18 -27 -7Z"
_SUN = "M-33 -15 C-20 -21 20 -21 33 -15 C33 12 14 20 0 20 C-14 20 -33 12 -33 -15Z"
_GLINT = "M-18 -18 L-4 -20 L-20 14 L-26 6Z"
FRAMES: Mapping[str, Frame] = MappingProxyType(
    {
        "round": Frame(_ROUND, _GLINT, 30, "#5A3B27", 3.6),
        "square": Frame(_SQUARE, _GLINT, 31, "#2A2A2E", 4.4, hinge=8),
        "half": Frame(_HALF, "", 31, "#8E979B", 1.8, bar="M-31 -14 L31 -14", hinge=13),
        "cord": Frame(_LOW, "", 27, "#8A5A2C", 3, drop=18, hinge=5, strength=0.2),
        "pushed-up": Frame(
            _SUN,
            "M-26 -11 L-4 -14 L-18 9 C-24 4 -26 -2 -26 -11Z",
            33,
            "#0E1113",
            2.4,
            tint="#1C2226",
            strength=1,
        ),
    }
)
"""By the words of `looks.GLASSES`."""


def glasses(kind: str, face: Expression, measures: Build) -> str:
    """Glasses of a word of `looks.GLASSES`; nothing for `none` and for unknown words."""
    frame = FRAMES.get(kind)
    if frame is None:
        return ""
    raised = kind == "pushed-up"
    x = MIDDLE + face.turn * (6 if raised else 9)
    y = 126 + face.drop * 3 if raised else EYE_Y + face.drop * 6 + frame.drop
    gap = 38.0 if raised else measures.gap
    temple = measures.temple
    left, right = MIDDLE - temple, MIDDLE + temple
    strong = "#2A2A2E" if frame.bar else frame.colour
    lens = (
        path(frame.lens, frame.tint, opacity=frame.strength)
        + (
            path(frame.glint, "#7F97A3" if raised else "#FFFFFF", opacity=0.4 if raised else 0.18)
            if frame.glint
            else ""
        )
        + path(frame.lens, "none", frame.colour, frame.width)
        + (stroke(frame.bar, strong, 4.6) if frame.bar else "")
    )
    inner, outer, high = gap - frame.half, gap + frame.half, y - frame.hinge
    bridge = f"M{n(x - inner)} {n(high)} Q{n(x)} {n(high - 8)} {n(x + inner)} {n(high)}"
    ear = 200.0 if raised else EYE_Y + face.drop * 6 - 2
    sides = (
        f"M{n(x - outer)} {n(high)} L{n(min(left + 1, x - outer))} {n(ear)} "
        f"M{n(x + outer)} {n(high)} L{n(max(right - 1, x + outer))} {n(ear)}"
    )
    return (
        (_cord(left, right, y) if kind == "cord" else "")
        + stroke(sides, strong, max(2.8, frame.width * 0.95))
        + placed(lens, x - gap, y)
        + placed(lens, x + gap, y, flip=1 if raised else -1)
        + stroke(bridge, strong, max(3.0, frame.width))
    )


def _cord(left: float, right: float, y: float) -> str:
    """The cord that reading glasses hang from, down behind the shoulders."""
    side = "C{} {} {} {} {} {}".format
    return stroke(
        f"M{n(left + 2)} {n(y - 16)} "
        + side(*(n(v) for v in (left - 16, y + 45, left + 6, y + 115, left + 42, y + 170)))
        + f" M{n(right - 2)} {n(y - 16)} "
        + side(*(n(v) for v in (right + 16, y + 45, right - 6, y + 115, right - 42, y + 170))),
        "#7A2E26",
        2.6,
        0.95,
    )
