"""The cup of tea and the steam over it, about the middle of the saucer."""

from __future__ import annotations

from math import pi, sin

from game.desk.art.svg import ellipse, path, stroke
from game.desk.art.svg import number as n

STEAM_BOX = (-40.0, -150.0, 80.0, 110.0)
"""x, y, width, height of the part that steam can reach."""
_STRANDS = ((1.0, 0.0, 0.0), (-12.0, 8.0, 2.1), (13.0, 5.0, 4.2))
_PIECES = 15


def cup(x: float, y: float) -> str:
    """Saucer, cup and tea; (x, y) is the middle of the saucer."""
    return "".join(
        (
            ellipse(x, y + 8, 52, 8, "#2A190F", 0.4),
            ellipse(x, y + 3, 46, 8, "#EFE8D9"),
            ellipse(x, y + 2, 46, 7.2, "#FBF7EE"),
            ellipse(x, y + 1, 36, 5, "#CFC5AF"),
            stroke(f"M{n(x + 30)} {n(y - 36)} q17 -2 14 10 q-2 12 -19 13", "#E9E2D2", 6),
            stroke(f"M{n(x + 30)} {n(y - 37)} q16 -2 14 10 q-2 11 -18 12", "#FAF6EC", 4.4),
            path(
                f"M{n(x - 30)} {n(y - 44)} C{n(x - 30)} {n(y - 14)} {n(x - 19)} {n(y)} {n(x)} {n(y)} "
                f"C{n(x + 19)} {n(y)} {n(x + 30)} {n(y - 14)} {n(x + 30)} {n(y - 44)}Z",
                "#FAF6EC",
            ),
            path(
                f"M{n(x + 12)} {n(y - 1.5)} C{n(x + 23)} {n(y - 8)} {n(x + 30)} {n(y - 22)} {n(x + 30)} "
                f"{n(y - 44)} L{n(x + 19)} {n(y - 44)} C{n(x + 19)} {n(y - 20)} {n(x + 16)} {n(y - 8)} "
                f"{n(x + 12)} {n(y - 1.5)}Z",
                "#D8CFBC",
            ),
            ellipse(x, y - 44, 30, 6.3, "#E7DFCE"),
            ellipse(x, y - 43, 26, 4.6, "#A9702F"),
            path(
                f"M{n(x - 25)} {n(y - 43)} Q{n(x)} {n(y - 50)} {n(x + 25)} {n(y - 43)} Q{n(x)} {n(y - 46)} "
                f"{n(x - 25)} {n(y - 43)}Z",
                "#7C4E1C",
                opacity=0.6,
            ),
            stroke(f"M{n(x - 25)} {n(y - 27)} q24 9 48 0", "#2A5B87", 2.6),
            stroke(
                f"M{n(x - 22)} {n(y - 34)} C{n(x - 22)} {n(y - 20)} {n(x - 17)} {n(y - 10)} "
                f"{n(x - 12)} {n(y - 6)}",
                "#FFFFFF",
                3,
                0.8,
            ),
        )
    )


def steam(strands: int, phase: float) -> str:
    """So many strands (0..3) at a moment of their loop (0..1), fading upward."""
    parts = []
    for x, lift, delay in _STRANDS[: max(0, min(3, strands))]:
        for piece in range(_PIECES):
            low, high = piece / _PIECES, (piece + 1) / _PIECES
            spots = []
            for share in (low, high):
                wave = sin(2 * pi * (share * 1.35 - phase) + delay) * (2.2 + 6.5 * share)
                spots.append((x + wave, -52 - lift - 82 * share))
            (x1, y1), (x2, y2) = spots
            fade = (1 - low) * min(1.0, 0.25 + low * 6) * 0.72
            parts.append(
                stroke(f"M{n(x1)} {n(y1)} L{n(x2)} {n(y2)}", "#FFFDF7", 4.6 - 2.6 * low, fade, cap="butt")
            )
    return "".join(parts)
