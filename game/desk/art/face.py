"""The head without its hair: neck, ears, face, and the marks that years and feelings leave."""

from __future__ import annotations

from game.desk.art.build import MIDDLE, Build
from game.desk.art.expression import Expression
from game.desk.art.eye import brow, eye
from game.desk.art.mouth import mouth
from game.desk.art.palette import blend
from game.desk.art.pigment import Pigment
from game.desk.art.svg import ellipse, linear, path, radial, stroke, url
from game.desk.art.svg import number as n

EYE_Y = 218.0
"""Height of the eyes."""
MOUTH_Y = 296.0


def outline(measures: Build, turn: float = 0.0) -> str:
    """The line around the face."""
    m = measures
    sway = turn * 3
    right = MIDDLE + m.temple
    left = MIDDLE - m.temple
    jaw_r, jaw_l = MIDDLE + m.jaw, MIDDLE - m.jaw
    cy = m.chin_y
    chin = MIDDLE + sway
    square = m.chin / 20
    puff = m.soft * 4
    return (
        f"M{n(left)} 190 C{n(left - 2)} 128 234 100 280 100 C326 100 {n(right + 2)} 128 {n(right)} 190 "
        f"C{n(right + 2 + puff)} 236 {n(jaw_r + 21 + puff)} {n(cy - 66)} {n(jaw_r)} {n(cy - 39)} "
        f"C{n(jaw_r - 17 + 4 * square)} {n(cy - 17)} {n(chin + 20 + m.chin * 0.6)} {n(cy)} "
        f"{n(chin + m.chin * 0.5)} {n(cy)} "
        f"L{n(chin - m.chin * 0.5)} {n(cy)} "
        f"C{n(chin - 20 - m.chin * 0.6)} {n(cy)} {n(jaw_l + 17 - 4 * square)} {n(cy - 17)} {n(jaw_l)} "
        f"{n(cy - 39)} "
        f"C{n(jaw_l - 21 - puff)} {n(cy - 66)} {n(left - 2 - puff)} 236 {n(left)} 190Z"
    )


def shades(face: Expression, measures: Build, paint: Pigment) -> str:
    """The gradients that `features` fills with."""
    ex, by = MIDDLE + face.turn * 9, 262 + face.drop * 6
    skin = paint.skin
    heat = 0.2 + 0.34 * face.flush - (0 if measures.lashes else 0.07)
    return "".join(
        (
            radial("blush-l", (ex - 47, by), 31, (0, skin.blush, heat), (1, skin.blush, 0)),
            radial("blush-r", (ex + 47, by), 31, (0, skin.blush, heat), (1, skin.blush, 0)),
            radial("glow", (ex - 42, 190), 92, (0, skin.light, 0.85), (1, skin.light, 0)),
            linear("cheek", (316, 400), (368, 440), (0, skin.shade, 0.1), (1, skin.shade, 0.9)),
            linear(
                "throat",
                (0, measures.chin_y - 14),
                (0, measures.chin_y + 42),
                (0, skin.deep, 0.75),
                (1, skin.shade, 0.2),
            ),
        )
    )


def neck(measures: Build, paint: Pigment, drop: float = 0.0) -> str:
    """The neck, down into whatever is worn, with the shadow of the chin."""
    half = measures.neck
    left, right = MIDDLE - half, MIDDLE + half
    low = measures.chin_y + drop * 6
    skin = paint.skin
    parts = [
        path(
            f"M{n(left)} 280 L{n(left)} 362 C{n(left)} 392 {n(left - 6)} 404 {n(left - 26)} 418 "
            f"L{n(left - 6)} 500 "
            f"L{n(right + 6)} 500 L{n(right + 26)} 418 C{n(right + 6)} 404 {n(right)} 392 {n(right)} 362 "
            f"L{n(right)} 280Z",
            skin.base,
        ),
        path(
            f"M{n(left)} {n(low - 30)} L{n(right)} {n(low - 30)} L{n(right)} 372 C{n(right - 10)} "
            f"{n(low + 42)} "
            f"{n(left + 12)} {n(low + 32)} {n(left)} {n(low + 2)}Z",
            url("throat"),
        ),
        path(
            f"M{n(right)} 330 L{n(right)} 362 C{n(right)} 392 {n(right + 6)} 404 {n(right + 26)} 418 "
            f"L{n(right + 8)} 480 "
            f"C{n(right - 4)} 440 {n(right - 18)} 404 {n(right - 14)} 356Z",
            skin.shade,
            opacity=0.45,
        ),
    ]
    if not measures.lashes:
        parts.append(
            path(
                f"M{n(MIDDLE - 5)} 372 Q{n(MIDDLE + 3)} 382 {n(MIDDLE + 9)} 374 L{n(MIDDLE + 6)} 390 "
                f"Q{n(MIDDLE)} 396 {n(MIDDLE - 2)} 388Z",
                skin.shade,
                opacity=0.55,
            )
        )
    if measures.lines > 0.7:
        parts.append(stroke(f"M{n(left + 8)} 368 Q{n(MIDDLE)} 384 {n(right - 8)} 370", skin.shade, 2.4, 0.7))
    return "".join(parts)


def ear(measures: Build, paint: Pigment, side: int, turn: float = 0.0) -> str:
    """An ear; the one that the head turns away grows narrower."""
    skin = paint.skin
    near = 1 - 0.25 * max(0.0, turn * side)
    x = MIDDLE + side * (measures.temple - 1) + turn * 1.5
    size = 1.0 if measures.lashes else 1.12
    base = skin.base if side < 0 else blend(skin.base, skin.shade, 0.55)
    w = side * size * near
    return "".join(
        (
            path(
                f"M{n(x - 4 * w)} 204 C{n(x + 6 * w)} 194 {n(x + 18 * w)} 200 {n(x + 16 * w)} 220 "
                f"C{n(x + 15 * w)} 236 {n(x + 9 * w)} 240 {n(x + 7 * w)} 250 C{n(x + 5 * w)} 258 "
                f"{n(x - 3 * w)} 256 {n(x - 5 * w)} 248Z",
                base,
            ),
            stroke(
                f"M{n(x + 1 * w)} 209 C{n(x + 9 * w)} 204 {n(x + 12 * w)} 212 {n(x + 9 * w)} 224 "
                f"C{n(x + 7 * w)} 232 {n(x + 3 * w)} 230 {n(x + 3 * w)} 238",
                skin.deep,
                2.0,
                0.75,
            ),
        )
    )


def features(face: Expression, measures: Build, paint: Pigment) -> str:
    """The face and everything in it, without hair."""
    shift = face.turn * 9
    up = face.drop * 6
    ex, ey = MIDDLE + shift, EYE_Y + up
    skin = paint.skin
    near, far = 1 + 0.04 * face.turn, 1 - 0.04 * face.turn
    parts = [
        path(outline(measures, face.turn), skin.base),
        path(outline(measures, face.turn), url("glow")),
        path(_side(measures, face.turn), url("cheek")),
        ellipse(ex - 47, 262 + up, 35, 25, url("blush-l")),
        ellipse(ex + 47, 262 + up, 35, 25, url("blush-r")),
        _nose(ex, ey, face, measures, paint),
        eye(ex - measures.gap, ey, -1, face, measures, paint, near),
        eye(ex + measures.gap, ey, 1, face, measures, paint, far),
        _marks(ex, ey, face, measures, paint),
        mouth(ex + shift * 0.15, MOUTH_Y + up + (measures.chin_y - 338) * 0.5, face, measures, paint),
        brow(ex - measures.gap, ey + measures.brow_y, -1, face, measures, paint),
        brow(ex + measures.gap, ey + measures.brow_y, 1, face, measures, paint),
    ]
    return "".join(parts)


def _side(measures: Build, turn: float) -> str:
    """The shade on the side away from the window."""
    m = measures
    right, jaw, cy = MIDDLE + m.temple, MIDDLE + m.jaw, m.chin_y
    puff = m.soft * 4
    chin = MIDDLE + turn * 3
    return (
        f"M{n(right - 16)} 132 C{n(right)} 150 {n(right + 2)} 168 {n(right)} 190 C{n(right + 2 + puff)} 236 "
        f"{n(jaw + 21 + puff)} {n(cy - 66)} "
        f"{n(jaw)} {n(cy - 39)} C{n(jaw - 17)} {n(cy - 17)} {n(chin + 24)} {n(cy)} {n(chin + 6)} {n(cy)} "
        f"C{n(chin + 36)} {n(cy - 18)} {n(jaw + 6)} {n(cy - 54)} {n(right - 16)} 240 C{n(right - 13)} 206 "
        f"{n(right - 12)} 170 {n(right - 16)} 132Z"
    )


def _nose(x: float, y: float, face: Expression, measures: Build, paint: Pigment) -> str:
    skin = paint.skin
    w = measures.nose
    drop = 48 * measures.nose_length
    t = face.turn * 4
    tip = y + drop
    parts = [
        path(
            f"M{n(x + 7 + t)} {n(y + 4)} C{n(x + 9 + t)} {n(y + 26)} {n(x + 16 * w + t)} {n(tip - 10)} "
            f"{n(x + 12 * w + t)} {n(tip)} "
            f"C{n(x + 6 + t)} {n(tip + 1)} {n(x + 5 + t)} {n(tip - 14)} {n(x + 4 + t)} {n(y + 20)}Z",
            skin.shade,
            opacity=0.42,
        ),
        stroke(
            f"M{n(x + 9 * w + t)} {n(tip - 19)} C{n(x + 15 * w + t)} {n(tip - 8)} {n(x + 15 * w + t)} "
            f"{n(tip - 1)} {n(x + 9 * w + t)} {n(tip + 1)} "
            f"C{n(x + 4 + t)} {n(tip + 5)} {n(x - 5 + t)} {n(tip + 5)} {n(x - 9 * w + t)} {n(tip)}",
            skin.deep,
            2.6,
            0.75,
        ),
        stroke(
            f"M{n(x - 4 + t * 0.7)} {n(y + 4)} Q{n(x - 6 + t * 0.9)} {n(y + 24)} {n(x - 3 + t)} "
            f"{n(tip - 10)}",
            skin.light,
            5.2,
            0.8,
        ),
    ]
    if not measures.lashes:
        parts.append(stroke(f"M{n(x - 11 * w + t)} {n(tip - 9)} q-4 6 1 9", skin.deep, 2.2, 0.5))
    return "".join(parts)


def _marks(x: float, y: float, face: Expression, measures: Build, paint: Pigment) -> str:
    """Lines of feeling and of years."""
    skin = paint.skin
    parts = []
    if face.nose >= 0.05:
        parts.append(
            stroke(
                f"M{n(x - 9)} {n(y + 5)} l-7 6 M{n(x - 9)} {n(y + 13)} l-8 5 M{n(x + 9)} {n(y + 5)} l7 6 "
                f"M{n(x + 9)} {n(y + 13)} l8 5 "
                f"M{n(x - 17)} {n(y + 38)} q-5 5 -2 11 M{n(x + 17)} {n(y + 38)} q5 5 2 11",
                skin.deep,
                2.4,
                min(1.0, face.nose) * 0.8,
            )
        )
    if face.pinch >= 0.15:
        top = y - 30 + face.pinch * 3
        parts.append(
            stroke(
                f"M{n(x - 5)} {n(top)} q-2 9 1 16 M{n(x + 5)} {n(top)} q2 9 -1 16",
                skin.deep,
                2.4,
                min(0.8, face.pinch * 0.9),
            )
        )
    if face.worry > 0.4 or (face.brow > 0.6 and measures.lines > 0):
        strength = max(face.worry - 0.3, (face.brow - 0.5) * measures.lines)
        parts.append(
            stroke(
                f"M{n(x - 30)} {n(y - 62)} q30 -7 60 0 M{n(x - 22)} {n(y - 73)} q22 -5 44 0",
                skin.shade,
                2.2,
                min(0.8, strength),
            )
        )
    years = measures.lines
    if years > 0.1:
        fold = min(1.0, years * 0.9 + max(0.0, face.smile) * 0.3)
        parts.append(
            stroke(
                f"M{n(x - 19)} {n(y + 50)} q-12 8 -15 24 M{n(x + 19)} {n(y + 50)} q12 8 15 24",
                skin.shade,
                2.3,
                fold * 0.85,
            )
        )
        parts.append(
            stroke(
                f"M{n(x - measures.gap - 16)} {n(y + 20)} q14 8 28 2 M{n(x + measures.gap + 16)} {n(y + 20)} "
                "q-14 8 -28 2",
                skin.shade,
                2.0,
                years * 0.8,
            )
        )
    if years > 0.6:
        parts.append(
            stroke(
                f"M{n(x - 36)} {n(y - 66)} q34 -8 70 0 M{n(x - 28)} {n(y - 79)} q28 -6 56 0",
                skin.shade,
                2.0,
                0.55,
            )
        )
        for side in (-1, 1):
            sx = x + side * (measures.gap + 29)
            parts.append(
                stroke(
                    f"M{n(sx)} {n(y + 1)} l{6 * side} -4 M{n(sx + side)} {n(y + 6)} l{7 * side} 2",
                    skin.shade,
                    1.8,
                    0.8,
                )
            )
    return "".join(parts)
