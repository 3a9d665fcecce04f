"""The mouth, from pressed to laughing."""

from __future__ import annotations

from game.desk.art.build import Build
from game.desk.art.expression import Expression
from game.desk.art.palette import blend
from game.desk.art.pigment import Pigment
from game.desk.art.svg import number as n
from game.desk.art.svg import path, stroke

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
    draw = _open if face.open > 0.04 else _closed
    parts = [draw(x, half, (left, left_y), (right, right_y), middle, face, measures, paint)]
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
    left: tuple[float, float],
    right: tuple[float, float],
    middle: float,
    face: Expression,
    measures: Build,
    paint: Pigment,
) -> str:
    gape = face.open * 17
    (xl, yl), (xr, yr) = left, right
    top, bottom = middle - 5 - gape * 0.1, middle + gape * 1.55
    full = measures.lips
    lip = paint.skin.lip
    return "".join(
        (
            path(
                f"M{n(xl + 3)} {n(yl + 1)} Q{n(x)} {n(top)} {n(xr - 3)} {n(yr + 1)} Q{n(x + half * 0.62)} {n(bottom)} "
                f"{n(x)} {n(bottom)} Q{n(x - half * 0.62)} {n(bottom)} {n(xl + 3)} {n(yl + 1)}Z",
                _INSIDE,
            ),
            path(
                f"M{n(x - half * 0.4)} {n(bottom - 1)} Q{n(x)} {n(bottom - 3 - gape * 0.55)} {n(x + half * 0.4)} {n(bottom - 1)} "
                f"Q{n(x)} {n(bottom + 1)} {n(x - half * 0.4)} {n(bottom - 1)}Z",
                "#C4695C",
                opacity=min(1.0, face.open * 2),
            ),
            path(
                f"M{n(xl + 6)} {n(yl + 2.2)} Q{n(x)} {n(top + 1)} {n(xr - 6)} {n(yr + 2.2)} "
                f"Q{n(x + half * 0.45)} {n(top + 6 + gape * 0.7)} {n(x)} {n(top + 7 + gape * 0.75)} "
                f"Q{n(x - half * 0.45)} {n(top + 6 + gape * 0.7)} {n(xl + 6)} {n(yl + 2.2)}Z",
                _TEETH,
            ),
            path(
                f"M{n(xl)} {n(yl - 0.5)} Q{n(x - 9)} {n(top - 7 * full)} {n(x)} {n(top - 4 * full)} "
                f"Q{n(x + 9)} {n(top - 7 * full)} {n(xr)} {n(yr - 0.5)} Q{n(x)} {n(top + 2.5)} {n(xl)} {n(yl - 0.5)}Z",
                lip,
            ),
            path(
                f"M{n(x - half * 0.7)} {n(middle + gape * 1.08)} Q{n(x)} {n(bottom + 1)} {n(x + half * 0.7)} {n(middle + gape * 1.08)} "
                f"Q{n(x + half * 0.32)} {n(bottom + 7.5 * full)} {n(x)} {n(bottom + 7.5 * full)} "
                f"Q{n(x - half * 0.32)} {n(bottom + 7.5 * full)} {n(x - half * 0.7)} {n(middle + gape * 1.08)}Z",
                lip,
            ),
            stroke(
                f"M{n(x - 9)} {n(bottom + 4.4 * full)} Q{n(x)} {n(bottom + 5.6 * full)} {n(x + 7)} {n(bottom + 4.4 * full)}",
                blend(lip, "#FFFFFF", 0.45),
                2,
                0.6,
            ),
        )
    )


def _closed(
    x: float,
    half: float,
    left: tuple[float, float],
    right: tuple[float, float],
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
            f"M{n(xl + 2)} {n(yl)} Q{n(x - 9)} {n(middle - 8 * full - 3)} {n(x)} {n(middle - 4.5 * full - 1)} "
            f"Q{n(x + 9)} {n(middle - 8 * full - 3)} {n(xr - 2)} {n(yr)} Q{n(x)} {n(middle + 2)} {n(xl + 2)} {n(yl)}Z",
            lip,
        ),
        path(
            f"M{n(xl + 7)} {n(yl + 1.5 + rise)} Q{n(x)} {n(middle + 13 * full + 3)} {n(xr - 7)} {n(yr + 1.5 + rise)} "
            f"Q{n(x)} {n(middle + 2)} {n(xl + 7)} {n(yl + 1.5 + rise)}Z",
            blend(lip, paint.skin.base, 0.22),
        ),
        stroke(f"M{n(xl)} {n(yl)} Q{n(x)} {n(middle + 1)} {n(xr)} {n(yr)}", _SEAM, 2.6),
        stroke(
            f"M{n(x - 8)} {n(middle + 13 * full + 6)} Q{n(x)} {n(middle + 13 * full + 9)} {n(x + 8)} {n(middle + 13 * full + 6)}",
            paint.skin.shade,
            2.2,
            0.9,
        ),
    ]
    if full > 0.6:
        parts.append(
            stroke(
                f"M{n(x - 8)} {n(middle + 5.6 * full)} Q{n(x - 1)} {n(middle + 7 * full)} {n(x + 6)} {n(middle + 5.6 * full)}",
                blend(lip, "#FFFFFF", 0.5),
                2,
                0.5 * measures.lips,
            )
        )
    return "".join(parts)
