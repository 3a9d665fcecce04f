"""Glasses, following the eyes."""

from __future__ import annotations

from game.desk.art.build import MIDDLE, Build
from game.desk.art.expression import Expression
from game.desk.art.face import EYE_Y
from game.desk.art.svg import ellipse, path, rect, stroke
from game.desk.art.svg import number as n

_DARK = "#2A2A2E"
_SILVER = "#8E979B"
_HORN = "#5A3B27"


def glasses(kind: str, face: Expression, measures: Build) -> str:
    """Glasses of a word of `looks.GLASSES`; nothing for `none` and for unknown words."""
    x = MIDDLE + face.turn * 9
    y = EYE_Y + face.drop * 6 + 3
    gap = measures.gap
    left, right = MIDDLE - measures.temple, MIDDLE + measures.temple
    if kind == "round":
        return _rims(x, y, gap, 30, 28, _HORN, 3.6) + _sides(x, y - 4, gap + 30, left, right, _HORN, 3.4)
    if kind == "square":
        return _boxes(x, y, gap, 31, 23, _DARK, 4.4) + _sides(x, y - 8, gap + 31, left, right, _DARK, 4.2)
    if kind == "half":
        lenses = "".join(
            path(
                f"M{n(x + side * gap - 30)} {n(y - 14)} L{n(x + side * gap + 30)} {n(y - 14)} "
                f"C{n(x + side * gap + 31)} {n(y + 18)} {n(x + side * gap - 31)} {n(y + 18)} {n(x + side * gap - 30)} {n(y - 14)}Z",
                "#FFFFFF",
                opacity=0.13,
            )
            + stroke(
                f"M{n(x + side * gap - 31)} {n(y - 14)} L{n(x + side * gap + 31)} {n(y - 14)}", _DARK, 4.6
            )
            + stroke(
                f"M{n(x + side * gap - 30)} {n(y - 12)} C{n(x + side * gap - 30)} {n(y + 20)} {n(x + side * gap + 30)} {n(y + 20)} {n(x + side * gap + 30)} {n(y - 12)}",
                _SILVER,
                1.6,
                0.9,
            )
            for side in (-1, 1)
        )
        bridge = stroke(
            f"M{n(x - gap + 31)} {n(y - 11)} Q{n(x)} {n(y - 19)} {n(x + gap - 31)} {n(y - 11)}", _DARK, 3.4
        )
        return lenses + bridge + _sides(x, y - 13, gap + 31, left, right, _DARK, 3.6)
    if kind == "cord":
        low = y + 15  # reading glasses sit low on the nose
        cord = stroke(
            f"M{n(left + 2)} {n(y + 2)} C{n(left - 16)} {n(y + 60)} {n(left + 6)} {n(y + 130)} {n(left + 42)} {n(y + 186)} "
            f"M{n(right - 2)} {n(y + 2)} C{n(right + 16)} {n(y + 60)} {n(right - 6)} {n(y + 130)} {n(right - 42)} {n(y + 186)}",
            "#7A2E26",
            2.6,
            0.95,
        )
        lenses = "".join(
            path(
                f"M{n(x + side * gap - 27)} {n(low - 7)} L{n(x + side * gap + 27)} {n(low - 7)} "
                f"C{n(x + side * gap + 27)} {n(low + 18)} {n(x + side * gap - 27)} {n(low + 18)} {n(x + side * gap - 27)} {n(low - 7)}Z",
                "#FFFFFF",
                opacity=0.2,
            )
            + path(
                f"M{n(x + side * gap - 27)} {n(low - 7)} L{n(x + side * gap + 27)} {n(low - 7)} "
                f"C{n(x + side * gap + 27)} {n(low + 18)} {n(x + side * gap - 27)} {n(low + 18)} {n(x + side * gap - 27)} {n(low - 7)}Z",
                "none",
                "#8A5A2C",
                3,
            )
            for side in (-1, 1)
        )
        bridge = stroke(
            f"M{n(x - gap + 27)} {n(low - 4)} Q{n(x)} {n(low - 12)} {n(x + gap - 27)} {n(low - 4)}",
            "#8A5A2C",
            3,
        )
        return cord + lenses + bridge + _sides(x, low - 5, gap + 27, left, right, "#8A5A2C", 2.8, y - 2)
    if kind == "pushed-up":
        high = 126 + face.drop * 3
        shift = face.turn * 6 + MIDDLE
        lenses = "".join(
            path(
                f"M{n(shift + side * 38 - 33)} {n(high - 15)} C{n(shift + side * 38 - 20)} {n(high - 21)} {n(shift + side * 38 + 20)} {n(high - 21)} {n(shift + side * 38 + 33)} {n(high - 15)} "
                f"C{n(shift + side * 38 + 33)} {n(high + 12)} {n(shift + side * 38 + 14)} {n(high + 20)} {n(shift + side * 38)} {n(high + 20)} "
                f"C{n(shift + side * 38 - 14)} {n(high + 20)} {n(shift + side * 38 - 33)} {n(high + 12)} {n(shift + side * 38 - 33)} {n(high - 15)}Z",
                "#1C2226",
                "#0E1113",
                2.4,
            )
            + path(
                f"M{n(shift + side * 38 - 26)} {n(high - 11)} L{n(shift + side * 38 - 4)} {n(high - 14)} L{n(shift + side * 38 - 18)} {n(high + 9)} C{n(shift + side * 38 - 24)} {n(high + 4)} {n(shift + side * 38 - 26)} {n(high - 2)} {n(shift + side * 38 - 26)} {n(high - 11)}Z",
                "#7F97A3",
                opacity=0.45,
            )
            for side in (-1, 1)
        )
        band = stroke(
            f"M{n(shift - 6)} {n(high - 12)} Q{n(shift)} {n(high - 16)} {n(shift + 6)} {n(high - 12)} "
            f"M{n(shift - 70)} {n(high - 12)} Q{n(left - 4)} {n(high + 8)} {n(left - 3)} 200 M{n(shift + 70)} {n(high - 12)} Q{n(right + 4)} {n(high + 8)} {n(right + 3)} 200",
            "#14181A",
            4,
        )
        return band + lenses
    return ""


def _rims(x: float, y: float, gap: float, rx: float, ry: float, colour: str, width: float) -> str:
    parts = []
    for side in (-1, 1):
        cx = x + side * gap
        parts.append(ellipse(cx, y, rx, ry, "#FFFFFF", 0.12))
        parts.append(
            path(
                f"M{n(cx - 18)} {n(y - 20)} L{n(cx - 4)} {n(y - 24)} L{n(cx - 20)} {n(y + 14)} L{n(cx - 26)} {n(y + 6)}Z",
                "#FFFFFF",
                opacity=0.18,
            )
        )
        parts.append(
            f"<ellipse cx='{n(cx)}' cy='{n(y)}' rx='{n(rx)}' ry='{n(ry)}' fill='none' stroke='{colour}' stroke-width='{n(width)}'/>"
        )
    bridge = stroke(
        f"M{n(x - gap + rx)} {n(y - 4)} Q{n(x)} {n(y - 13)} {n(x + gap - rx)} {n(y - 4)}", colour, width
    )
    return "".join(parts) + bridge


def _boxes(x: float, y: float, gap: float, half: float, tall: float, colour: str, width: float) -> str:
    parts = []
    for side in (-1, 1):
        cx = x + side * gap
        parts.append(rect(cx - half, y - tall + 2, 2 * half, 2 * tall - 2, "#FFFFFF", 0.12, 8))
        parts.append(
            path(
                f"M{n(cx - 20)} {n(y - tall + 5)} L{n(cx - 6)} {n(y - tall + 5)} L{n(cx - 20)} {n(y + tall - 6)} L{n(cx - 27)} {n(y + tall - 12)}Z",
                "#FFFFFF",
                opacity=0.18,
            )
        )
        parts.append(
            f"<rect x='{n(cx - half)}' y='{n(y - tall + 2)}' width='{n(2 * half)}' height='{n(2 * tall - 2)}' rx='8' fill='none' stroke='{colour}' stroke-width='{n(width)}'/>"
        )
    bridge = stroke(
        f"M{n(x - gap + half)} {n(y - 5)} Q{n(x)} {n(y - 12)} {n(x + gap - half)} {n(y - 5)}", colour, width
    )
    return "".join(parts) + bridge


def _sides(
    x: float,
    y: float,
    reach: float,
    left: float,
    right: float,
    colour: str,
    width: float,
    hinge: float | None = None,
) -> str:
    """The arms that run from the lenses to the ears."""
    end = hinge if hinge is not None else y + 3
    return stroke(
        f"M{n(x - reach)} {n(y)} L{n(min(left + 1, x - reach))} {n(end)} M{n(x + reach)} {n(y)} L{n(max(right - 1, x + reach))} {n(end)}",
        colour,
        width,
    )
