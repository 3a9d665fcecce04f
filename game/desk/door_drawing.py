"""One door of the street as SVG: its frame, its leaf, its glass, and whether it stands ajar."""

from __future__ import annotations

from game.desk.art import svg

WIDTH, HEIGHT = 150.0, 170.0

_LEAVES = {
    "reception": ("#2F5A5A", "#244648"),
    "office": ("#3E5470", "#2E4058"),
    "meeting-room": ("#4A4F6B", "#393D55"),
    "hall": ("#6A4C46", "#533A35"),
    "shop": ("#7A5A35", "#5E4528"),
    "cafe": ("#6B4A38", "#523829"),
    "home": ("#5B6B47", "#475437"),
    "workshop": ("#5A5550", "#45413D"),
    "factory": ("#4C5A60", "#3A464B"),
    "street": ("#4F4A5E", "#3D394A"),
    "car": ("#39424A", "#2B3339"),
    "desk": ("#54483A", "#41372C"),
}
_WARM, _COOL = "#F2D9A2", "#8FB3B5"


def door(place: str, *, ajar: bool, played: bool) -> str:
    """A door in a box of 150 x 170.

    Args:
        place: whose colour the leaf has, a word of `looks.PLACES`.
        ajar: whether it stands open by a hand and light falls out.
        played: whether one has been inside; its glass is then no longer lit.
    """
    leaf, shade = _LEAVES.get(place, _LEAVES["reception"])
    glass = _COOL if played and not ajar else _WARM
    parts = [
        svg.rect(22, 8, 106, 162, "#C9BCA2", radius=3),
        svg.rect(22, 8, 106, 7, "#E6DBC6", radius=3),
        svg.rect(32, 18, 86, 152, "#12181B"),
    ]
    if ajar:
        parts += [
            svg.rect(32, 18, 86, 152, "#F6E3B4"),
            svg.path("M32 18 L98 28 L98 166 L32 170Z", leaf),
            svg.path("M32 18 L98 28 L98 34 L32 25Z", shade),
            svg.path("M44 42 L86 46 L86 92 L44 92Z", glass, opacity=0.85),
            svg.stroke("M65 44 L65 92", leaf, 3),
            svg.circle(89, 104, 4, "#E6C27A"),
            svg.path("M98 170 L118 170 L150 170 L118 170Z", "#F6E3B4", opacity=0.5),
        ]
    else:
        parts += [
            svg.rect(32, 18, 86, 152, leaf),
            svg.rect(32, 18, 86, 6, shade),
            svg.rect(44, 36, 62, 56, shade, radius=3),
            svg.rect(48, 40, 54, 48, glass, 0.9, radius=2),
            svg.path("M48 76 L78 40 L90 40 L52 88 L48 88Z", "#FFFFFF", opacity=0.18),
            svg.stroke("M75 40 L75 88", leaf, 3),
            svg.rect(44, 104, 62, 54, shade, 0.55, radius=3),
            svg.circle(108, 100, 4.2, "#E6C27A"),
        ]
    return "".join(parts)


def lights(top: float, width: float, height: float) -> str:
    """One row of the street: wall, a band of light, pavement."""
    return (
        svg.rect(0, top, width, height, "#1B363A")
        + svg.rect(0, top, width, 5, "#0D1B1E", 0.6)
        + svg.rect(0, top + height - 12, width, 12, "#3B474A")
        + svg.rect(0, top + height - 12, width, 2, "#5A676A")
    )
