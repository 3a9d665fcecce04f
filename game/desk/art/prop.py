"""Things that are held in a hand, about their own middle."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.desk.art.svg import circle, ellipse, path, rect, stroke

PAGE = "".join(
    (
        path("M-82 -86 L90 -82 L92 154 L-80 158Z", "#10161C", opacity=0.26),
        path("M-86 -88 L86 -88 L86 150 L-86 150Z", "#FFFDF7"),
        path("M60 -88 L86 -62 L60 -62Z", "#DCD3C2"),
        stroke("M-66 -60 L14 -60", "#23272B", 7),
        stroke("M-66 -43 L44 -43", "#B9B0A0", 4),
        stroke("M-58 52 L-58 18 M-32 52 L-32 0 M-6 52 L-6 10 M46 52 L46 24", "#9FB4C4", 16, cap="butt"),
        stroke("M20 52 L20 -24", "#A83227", 16, cap="butt"),
        stroke("M-72 54 L70 54", "#23272B", 3),
        stroke("M-66 74 L50 74 M-66 90 L34 90", "#CFC6B4", 4),
    )
)
PHONE = "".join(
    (
        rect(-27, -52, 54, 104, "#14181C", radius=9),
        rect(-27, -52, 50, 104, "#2B333A", radius=9),
        rect(-20, -45, 20, 27, "#1B2126", radius=5),
        circle(-10, -38, 5, "#0C0F12", edge="#4C5963", width=1.6),
        circle(-10, -26, 4, "#0C0F12", edge="#4C5963", width=1.4),
        stroke("M-21 -46 L-21 40", "#56646E", 1.6, 0.5),
    )
)
CUP = "".join(
    (
        path("M-34 -34 C-34 6 -26 36 -18 40 L18 40 C26 36 34 6 34 -34Z", "#FAF6EC"),
        path("M12 40 L18 40 C26 36 34 6 34 -34 L20 -34 C20 0 18 26 12 40Z", "#D8CFBC"),
        ellipse(0, -34, 34, 7.5, "#E7DFCE"),
        ellipse(0, -33, 29.5, 5.4, "#A9702F"),
        stroke("M-31 -12 Q0 0 31 -12", "#2A5B87", 2.8),
    )
)
PROPS: Mapping[str, str] = MappingProxyType({"page": PAGE, "phone": PHONE, "cup": CUP})
"""SVG by name; the page is 172 x 238, the telephone 54 x 104, the cup 68 x 80."""
WATCH = "".join(
    (
        stroke("M0 -25 L0 25", "#2A2523", 14, cap="butt"),
        stroke("M-5 -25 L-5 25", "#4A423E", 2, cap="butt"),
        circle(0, 0, 17.5, "#2A2523"),
        circle(0, 0, 14.2, "#F4EBDC"),
        stroke("M0 0 L0 -10 M0 0 L7.5 3.5", "#2A2523", 2.4),
        circle(0, 0, 2.1, "#A83227"),
    )
)
"""A watch round a wrist that points along +x."""
