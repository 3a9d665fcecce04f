"""Eyes and brows, from the numbers of an expression."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from game.desk.art.build import Build
from game.desk.art.expression import Expression
from game.desk.art.pigment import Pigment
from game.desk.art.svg import Point, circle, path, stroke
from game.desk.art.svg import number as n

_ROUND = tuple((cos(i * pi / 11), sin(i * pi / 11)) for i in range(22))
_LASH = "#211A1E"
_WHITE = "#FFFDF8"
_SHUT = 0.12


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


@dataclass(frozen=True, slots=True)
class _Lids:
    """The opening of one eye: its corners and the points that bend the two lids."""

    x: float
    y: float
    side: int  # -1 the viewer's left, 1 right
    inner: Point
    outer: Point
    top: Point
    low: Point
    lid: float

    def within(self, x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0) -> str:
        """An ellipse, cut off by the lids."""
        left, right = sorted((self.inner[0], self.outer[0]))
        spots = []
        for dx, dy in _ROUND:
            px = min(right, max(left, x + rx * dx))
            upper = _height(self.inner, self.top, self.outer, px)
            lower = _height(self.inner, self.low, self.outer, px)
            spots.append((px, min(max(y + ry * dy, upper), max(upper, lower))))
        return path("M" + " L".join(_at(spot) for spot in spots) + "Z", fill, opacity=opacity)

    def slice(self, low: Point, fill: str, opacity: float = 1.0) -> str:
        """What lies between the upper lid and a curve beneath it."""
        upper = f"M{_at(self.inner)} Q{_at(self.top, self.outer)}"
        return path(f"{upper} Q{_at(low, self.inner)}Z", fill, opacity=opacity)


def _at(*points: Point) -> str:
    return " ".join(f"{n(x)} {n(y)}" for x, y in points)


def _lids(x: float, y: float, side: int, face: Expression, measures: Build, width: float) -> _Lids:
    half, size, lid = 22.5 * measures.eye * width, measures.eye, max(0.0, face.lid)
    low = y + (15 - 9 * face.squint) * size
    shut = low + 1.5
    return _Lids(
        x=x,
        y=y,
        side=side,
        inner=(x - side * half, y + 3.5),
        outer=(x + side * half, y - 1.5 - measures.slant),
        top=(x - side * 4, shut + (y - 23.5 * size - shut) * lid),
        low=(x + side * 3, low),
        lid=lid,
    )


def eye(
    x: float, y: float, side: int, face: Expression, measures: Build, paint: Pigment, width: float = 1.0
) -> str:
    """One eye about (x, y); `side` is -1 for the viewer's left, 1 for the right; `width` narrows it."""
    lids = _lids(x, y, side, face, measures, width)
    ball = _ball(lids, face, measures, paint, width) if lids.lid > _SHUT else ""
    creases = _creases(lids, face.squint, paint) if face.squint > 0.3 else ""
    return ball + _edges(lids, measures, paint) + creases


def _ball(lids: _Lids, face: Expression, measures: Build, paint: Pigment, width: float) -> str:
    """White, iris, pupil, light, and the shadow that the lid throws."""
    x, y = lids.x + face.gaze_x * 7.5 * width + face.turn * 1.5, lids.y - 1 + face.gaze_y * 5
    r, squeeze = 11.4 * measures.eye, 0.5 + width / 2
    parts = [lids.slice(lids.low, _WHITE)]
    for down, radius, fill, opacity in (
        (0, r, "#1D120D", 1),
        (0, r - 1.5, paint.iris, 1),
        (3.6, r * 0.62, paint.iris_light, 0.75),
        (0, r * 0.47, "#140D0A", 1),
    ):
        parts.append(lids.within(x, y + down, radius * squeeze, radius, fill, opacity))
    parts.append(lids.slice((lids.x - lids.side * 3, lids.top[1] + 12), "#5A4A52", 0.3))
    if lids.lid > 0.45:
        parts.append(circle(x - 3.7, y - 3.4 + 2 * (1 - min(1.0, lids.lid)), 3.1, "#FFFFFF"))
        parts.append(circle(x + 3.4, y + 3.4, 1.5, "#FFFFFF", 0.8))
    parts.append(circle(lids.inner[0] + lids.side * 2.2, lids.inner[1] + 0.3, 2, paint.skin.blush, 0.55))
    return "".join(parts)


def _edges(lids: _Lids, measures: Build, paint: Pigment) -> str:
    """Lashes, the fold of the upper lid, the line of the lower one."""
    side, inner, outer, top = lids.side, lids.inner, lids.outer, lids.top
    wing, rise, thick = (5.5, 5.0, 5.6) if measures.lashes else (2.0, 1.5, 4.0)
    tip = (outer[0] + side * wing, outer[1] - rise * min(1.0, lids.lid) + (1.5 if lids.lid < 0.2 else 0))
    over = (lids.x - side * 2, top[1] - thick)
    lashes = path(f"M{_at(inner)} Q{_at(top, outer)} L{_at(tip)} Q{_at(over, inner)}Z", _LASH)
    if lids.lid <= _SHUT:
        fold = f"M{_at((inner[0], inner[1] - 7))} Q{_at((lids.x, lids.y - 6), (outer[0], outer[1] - 6))}"
        return lashes + stroke(fold, paint.skin.shade, 2, 0.7)
    fold = (
        f"M{_at((inner[0] + side, inner[1] - 8))} "
        f"Q{_at((lids.x - side * 4, top[1] - 8.5), (outer[0] + side * 2, outer[1] - 6.5))}"
    )
    lower = f"M{_at((outer[0] - side, outer[1] + 1))} Q{_at(lids.low, (inner[0] + side * 7, inner[1] + 2.6))}"
    return (
        stroke(fold, paint.skin.shade, 2.2, 0.85)
        + lashes
        + stroke(lower, paint.skin.deep, 1.7, 0.7 if measures.lashes else 0.55)
    )


def _creases(lids: _Lids, squint: float, paint: Pigment) -> str:
    """What a real smile does beneath and beside the eye."""
    side, y, strength = lids.side, lids.y, min(1.0, squint)
    below = (
        f"M{_at((lids.outer[0] - side * 6, y + 14))} "
        f"Q{_at((lids.x, y + 20), (lids.inner[0] + side * 8, y + 16))}"
    )
    start = lids.outer[0] + side * 8
    beside = f"M{_at((start, y + 2))} l{7 * side} 3 M{_at((start, y + 7))} l{6 * side} 6"
    return stroke(below, paint.skin.shade, 2.2, strength * 0.9) + stroke(
        beside, paint.skin.shade, 1.8, strength * 0.85
    )


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
    return path(
        f"M{n(inner_x)} {n(inner_y + thick * 0.5)} Q{n(inner_x - side * 2)} {n(inner_y)} "
        f"{n(inner_x + side * 2)} {n(inner_y - thick * 0.42)} "
        f"Q{n(middle_x)} {n(middle_y - thick * 0.55)} {n(outer_x)} {n(outer_y)} "
        f"Q{n(middle_x)} {n(middle_y + thick * 0.5)} {n(inner_x)} {n(inner_y + thick * 0.5)}Z",
        paint.brow,
    )
