"""Eyes and brows, from the numbers of an expression."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

from game.desk.art.build import Build
from game.desk.art.expression import Expression
from game.desk.art.pigment import Pigment
from game.desk.art.svg import Point, circle, number, path, stroke

_ROUND = tuple((cos(i * pi / 11), sin(i * pi / 11)) for i in range(22))
_LASH = "#211A1E"
_WHITE = "#FFFDF8"


def _height(start: Point, bend: Point, end: Point, x: float) -> float:
    """y at x on the quadratic curve from start to end (x runs one way)."""
    a = start[0] - 2 * bend[0] + end[0]
    b = 2 * (bend[0] - start[0])
    c = start[0] - x
    if abs(a) < 1e-6:
        t = -c / b
    else:
        root = sqrt(max(0.0, b * b - 4 * a * c))
        t = (-b + root) / (2 * a)
        if not -0.001 <= t <= 1.001:
            t = (-b - root) / (2 * a)
    t = min(1.0, max(0.0, t))
    return (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * bend[1] + t * t * end[1]


def eye(
    x: float, y: float, side: int, face: Expression, measures: Build, paint: Pigment, width: float = 1.0
) -> str:
    """One eye about (x, y); `side` is -1 for the viewer's left, 1 for the right."""
    skin = paint.skin
    half = 22.5 * measures.eye * width
    lid = max(0.0, face.lid)
    inner: Point = (x - side * half, y + 3.5)
    outer: Point = (x + side * half, y - 1.5 - measures.slant)
    low: Point = (x + side * 3, y + (15 - 9 * face.squint) * measures.eye)
    shut = low[1] + 1.5
    top: Point = (x - side * 4, shut + (y - 23.5 * measures.eye - shut) * lid)

    def q(*points: Point) -> str:
        return " ".join(f"{number(px)} {number(py)}" for px, py in points)

    parts = []
    if lid > 0.12:
        parts.append(path(f"M{q(inner)} Q{q(top, outer)} Q{q(low, inner)}Z", _WHITE))
        gx, gy = x + face.gaze_x * 7.5 * width + face.turn * 1.5, y - 1 + face.gaze_y * 5
        left, right = sorted((inner[0], outer[0]))

        def within(cx: float, cy: float, r: float, fill: str, opacity: float = 1.0) -> str:
            spots = []
            for dx, dy in _ROUND:
                px = min(right, max(left, cx + r * dx * (0.5 + width / 2)))
                upper, lower = _height(inner, top, outer, px), _height(inner, low, outer, px)
                spots.append((px, min(max(cy + r * dy, upper), max(upper, lower))))
            return path("M" + " L".join(q(spot) for spot in spots) + "Z", fill, opacity=opacity)

        r = 11.4 * measures.eye
        parts.append(within(gx, gy, r, "#1D120D"))
        parts.append(within(gx, gy, r - 1.5, paint.iris))
        parts.append(within(gx, gy + 3.6, r * 0.62, paint.iris_light, 0.75))
        parts.append(within(gx, gy, r * 0.47, "#140D0A"))
        shadow: Point = (x - side * 3, top[1] + 12)
        parts.append(path(f"M{q(inner)} Q{q(top, outer)} Q{q(shadow, inner)}Z", "#5A4A52", opacity=0.3))
        if lid > 0.45:
            parts.append(circle(gx - 3.7, gy - 3.4 + 2 * (1 - min(1, lid)), 3.1, "#FFFFFF"))
            parts.append(circle(gx + 3.4, gy + 3.4, 1.5, "#FFFFFF", 0.8))
        parts.append(circle(inner[0] + side * 2.2, inner[1] + 0.3, 2.0, skin.blush, 0.55))
        # the fold of the upper lid
        fold = top[1] - 8.5
        parts.append(
            stroke(
                f"M{number(inner[0] + side)} {number(inner[1] - 8)} Q{number(x - side * 4)} {number(fold)} "
                f"{number(outer[0] + side * 2)} {number(outer[1] - 6.5)}",
                skin.shade,
                2.2,
                0.85,
            )
        )
    wing = 5.5 if measures.lashes else 2.0
    thick = 5.6 if measures.lashes else 4.0
    tip: Point = (
        outer[0] + side * wing,
        outer[1] - (5 if measures.lashes else 1.5) * min(1, lid) + 1.5 * (lid < 0.2),
    )
    parts.append(
        path(f"M{q(inner)} Q{q(top, outer)} L{q(tip)} Q{q((x - side * 2, top[1] - thick), inner)}Z", _LASH)
    )
    if lid <= 0.12:
        parts.append(
            stroke(
                f"M{q((inner[0], inner[1] - 7))} Q{q((x, y - 6), (outer[0], outer[1] - 6))}",
                skin.shade,
                2,
                0.7,
            )
        )
    else:
        parts.append(
            stroke(
                f"M{q((outer[0] - side, outer[1] + 1))} Q{q(low, (inner[0] + side * 7, inner[1] + 2.6))}",
                skin.deep,
                1.7,
                0.7 if measures.lashes else 0.55,
            )
        )
    if face.squint > 0.3:
        strength = min(1.0, face.squint)
        parts.append(
            stroke(
                f"M{number(outer[0] - side * 6)} {number(y + 14)} Q{number(x)} {number(y + 20)} "
                f"{number(inner[0] + side * 8)} {number(y + 16)}",
                skin.shade,
                2.2,
                strength * 0.9,
            )
        )
        sx, sy = outer[0] + side * 8, y + 2
        parts.append(
            stroke(
                f"M{number(sx)} {number(sy)} l{7 * side} 3 M{number(sx)} {number(sy + 5)} l{6 * side} 6",
                skin.shade,
                1.8,
                strength * 0.85,
            )
        )
    return "".join(parts)


def brow(x: float, y: float, side: int, face: Expression, measures: Build, paint: Pigment) -> str:
    """One brow about (x, y)."""
    lift = face.brow * 11 + (face.skew * 9 if side > 0 else -face.skew * 4)
    thick = measures.brow
    inner_x = x - side * 23 - side * 5 * face.pinch
    inner_y = y - lift + 9 * face.pinch - 9 * face.worry + 1
    middle_x = x + side * 6
    middle_y = y - measures.brow_arch - lift + 2 * face.pinch - face.worry
    outer_x = x + side * 29
    outer_y = y + 1 - lift * 0.75 - 2 * face.pinch + 4 * face.worry - measures.slant
    n = number
    return path(
        f"M{n(inner_x)} {n(inner_y + thick * 0.5)} Q{n(inner_x - side * 2)} {n(inner_y)} "
        f"{n(inner_x + side * 2)} {n(inner_y - thick * 0.42)} "
        f"Q{n(middle_x)} {n(middle_y - thick * 0.55)} {n(outer_x)} {n(outer_y)} "
        f"Q{n(middle_x)} {n(middle_y + thick * 0.5)} {n(inner_x)} {n(inner_y + thick * 0.5)}Z",
        paint.brow,
    )
