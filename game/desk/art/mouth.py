"""The mouth, from pressed to laughing."""

from __future__ import annotations

from game.desk.art.build import Build
from game.desk.art.expression import Expression
from game.desk.art.palette import blend
from game.desk.art.pigment import Pigment
from game.desk.art.svg import Point, path, stroke
from game.desk.art.svg import number as n

_INSIDE = "#6E2A26"
_TEETH = "#FFFBF4"
_SEAM = "#6B2420"


def mouth(x: float, y: float, face: Expression, measures: Build, paint: Pigment) -> str:
    """The mouth about (x, y)."""
    half = (
        measures.mouth
        + 5 * max(0.0, face.smile)
        - 3 * face.press
        - (4 * face.open if face.smile < 0.1 else 0)
    )
    rise = face.smile * 10
    left_y = y - rise + face.smirk * 6
    right_y = y - rise - face.smirk * 7
    left, right = x - half, x + half
    middle = y + rise * 0.62 + 1
    corners = (left, left_y), (right, right_y)
    if face.open > 0.04:
        parts = [_open(x, half, *corners, middle, face, measures, paint)]
    else:
        parts = [_closed(x, *corners, middle, face, measures, paint)]
    for corner_x, corner_y, side in ((left, left_y, -1), (right, right_y, 1)):
        if face.smile > 0.25:
            parts.append(
                stroke(
                    f"M{n(corner_x + side * 6)} {n(corner_y - 4)} q{3 * side} 4 {side} 8",
                    paint.skin.shade,
                    2,
                    min(0.9, 0.4 + face.smile * 0.5),
                )
            )
        if face.smile < -0.2 or face.press > 0.4:
            parts.append(
                stroke(
                    f"M{n(corner_x + side * 2)} {n(corner_y + 1)} q{4 * side} 4 {3 * side} 9",
                    paint.skin.shade,
                    2.2,
                )
            )
    return "".join(parts)


def _open(
    x: float,
    half: float,
    left: Point,
    right: Point,
    middle: float,
    face: Expression,
    measures: Build,
    paint: Pigment,
) -> str:
    """Lips as one ring, the dark of the mouth in it, tongue and upper teeth."""
    gape = face.open * 17
    (xl, yl), (xr, yr) = left, right
    top, bottom = middle - 5 - gape * 0.1, middle + gape * 1.55
    full = measures.lips
    lip = paint.skin.lip
    outer, wide = bottom + 8.5 * full, half * 0.66
    teeth = top + 6.5 + gape * 0.72
    return "".join(
        (
            path(
                f"M{n(xl)} {n(yl)} Q{n(x - 9)} {n(top - 7 * full)} {n(x)} {n(top - 4 * full)} "
                f"Q{n(x + 9)} {n(top - 7 * full)} {n(xr)} {n(yr)} "
                f"Q{n(x + wide)} {n(outer)} {n(x)} {n(outer)} Q{n(x - wide)} {n(outer)} {n(xl)} {n(yl)}Z",
                lip,
            ),
            path(
                f"M{n(xl + 3.5)} {n(yl + 1)} Q{n(x)} {n(top)} {n(xr - 3.5)} {n(yr + 1)} "
                f"Q{n(x + half * 0.6)} {n(bottom)} {n(x)} {n(bottom)} Q{n(x - half * 0.6)} {n(bottom)} "
                f"{n(xl + 3.5)} {n(yl + 1)}Z",
                _INSIDE,
            ),
            path(
                f"M{n(x - half * 0.42)} {n(bottom - 1.5)} Q{n(x)} {n(bottom - 4 - gape * 0.5)} "
                f"{n(x + half * 0.42)} {n(bottom - 1.5)} "
                f"Q{n(x)} {n(bottom + 1)} {n(x - half * 0.42)} {n(bottom - 1.5)}Z",
                "#C4695C",
                opacity=min(1.0, face.open * 2),
            ),
            path(
                f"M{n(xl + 6.5)} {n(yl + 2)} Q{n(x)} {n(top + 1)} {n(xr - 6.5)} {n(yr + 2)} "
                f"Q{n(x + half * 0.45)} {n(teeth)} {n(x)} {n(teeth + 1)} Q{n(x - half * 0.45)} {n(teeth)} "
                f"{n(xl + 6.5)} {n(yl + 2)}Z",
                _TEETH,
            ),
            stroke(
                f"M{n(x - 9)} {n(bottom + 4 * full)} Q{n(x)} {n(bottom + 5.4 * full)} {n(x + 7)} "
                f"{n(bottom + 4 * full)}",
                blend(lip, "#FFFFFF", 0.45),
                2.2,
                0.6 * full,
            ),
        )
    )


def _closed(
    x: float,
    left: Point,
    right: Point,
    middle: float,
    face: Expression,
    measures: Build,
    paint: Pigment,
) -> str:
    full = (1 - 0.75 * face.press) * measures.lips
    (xl, yl), (xr, yr) = left, right
    rise = face.smile * 1.5
    lip = paint.skin.lip
    parts = [
        path(
            f"M{n(xl + 2)} {n(yl)} Q{n(x - 9)} {n(middle - 8 * full - 3)} {n(x)} "
            f"{n(middle - 4.5 * full - 1)} "
            f"Q{n(x + 9)} {n(middle - 8 * full - 3)} {n(xr - 2)} {n(yr)} Q{n(x)} {n(middle + 2)} "
            f"{n(xl + 2)} {n(yl)}Z",
            lip,
        ),
        path(
            f"M{n(xl + 7)} {n(yl + 1.5 + rise)} Q{n(x)} {n(middle + 13 * full + 3)} {n(xr - 7)} "
            f"{n(yr + 1.5 + rise)} "
            f"Q{n(x)} {n(middle + 2)} {n(xl + 7)} {n(yl + 1.5 + rise)}Z",
            blend(lip, paint.skin.base, 0.22),
        ),
        stroke(f"M{n(xl)} {n(yl)} Q{n(x)} {n(middle + 1)} {n(xr)} {n(yr)}", _SEAM, 2.6),
        stroke(
            f"M{n(x - 8)} {n(middle + 13 * full + 6)} Q{n(x)} {n(middle + 13 * full + 9)} {n(x + 8)} "
            f"{n(middle + 13 * full + 6)}",
            paint.skin.shade,
            2.2,
            0.9,
        ),
    ]
    if full > 0.6:
        parts.append(
            stroke(
                f"M{n(x - 8)} {n(middle + 5.6 * full)} Q{n(x - 1)} {n(middle + 7 * full)} {n(x + 6)} "
                f"{n(middle + 5.6 * full)}",
                blend(lip, "#FFFFFF", 0.5),
                2,
                0.5 * measures.lips,
            )
        )
    return "".join(parts)
