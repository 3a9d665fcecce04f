"""Machines and instruments: copier, screen, lamp, coffee machine, machine tool, as SVG."""

from __future__ import annotations

from random import Random

from game.desk.art.furniture import cups
from game.desk.art.svg import circle, ellipse, path, placed, rect, stroke
from game.desk.art.svg import number as n


def copier(x: float, y: float, scale: float = 1.0) -> str:
    """The old machine with a crumpled sheet in its tray; its red lamp is drawn apart, because it blinks."""
    return placed(
        "".join(
            (
                path("M0 60 L158 60 L158 330 L0 330Z", "#CFD1CC"),
                path("M118 60 L158 60 L158 330 L118 330Z", "#B2B5B0"),
                rect(0, 60, 158, 14, "#A5A7A1"),
                path("M-6 22 L164 22 L164 62 L-6 62Z", "#E6E5DF"),
                rect(-6, 54, 170, 8, "#C4C5BF"),
                path("M40 18 L128 -6 L136 4 L48 28Z", "#FFFDF7"),
                stroke("M46 22 L132 -2", "#D6CFBF", 3),
                rect(10, 112, 102, 26, "#4E5355"),
                rect(10, 138, 102, 4, "#DFE0DB"),
                *(
                    rect(10, top, 102, 24, "#A0A29C") + rect(46, top + 9, 30, 5, "#6F726E")
                    for top in (158, 196, 234)
                ),
                rect(104, 28, 50, 26, "#3A4C51"),
                rect(109, 33, 40, 12, "#7FA6A6", 0.8),
                *(circle(110 + 9 * i, 50, 2, "#9DB0B0") for i in range(5)),
                circle(138, 92, 10, "#8F928D"),
                path("M52 136 L68 120 L84 130 L102 118 L110 138 L94 162 L76 151 L60 160Z", "#FFFDF7"),
                path("M84 130 L102 118 L110 138 L94 162 L88 146Z", "#E2DCCD"),
                stroke("M68 124 L82 142 L96 128 M64 148 L84 141", "#C9C2B2", 2),
                rect(118, 74, 3, 256, "#8F928D", 0.5),
            )
        ),
        x,
        y,
        0,
        scale,
    )


def monitor(x: float, foot: float, width: float = 96, glow: str = "#9FC1C4", back: bool = False) -> str:
    """A screen on a desk, from the front or the back; x is its middle."""
    h = width * 0.6
    top = foot - h - 22
    parts = [
        rect(x - 4, foot - 26, 8, 22, "#39464A"),
        ellipse(x, foot - 2, width * 0.22, 4, "#39464A"),
        rect(x - width / 2, top, width, h, "#2A3538", radius=4),
    ]
    if back:
        parts.append(
            rect(x - width / 2 + 3, top + 3, width - 6, h - 6, "#4A585B", radius=3)
            + circle(x, top + h / 2, 5, "#65757A")
        )
    else:
        parts.append(rect(x - width / 2 + 4, top + 4, width - 8, h - 8, glow))
        parts += [
            rect(x - width * 0.4, top + 12 + 9 * i, width * share, 3.5, "#FFFFFF", 0.6)
            for i, share in enumerate((0.34, 0.5, 0.26, 0.42))
        ]
        parts.append(
            path(
                f"M{n(x + width * 0.12)} {n(top + h - 10)} L{n(x + width * 0.2)} {n(top + h * 0.5)} "
                f"L{n(x + width * 0.3)} {n(top + h * 0.66)} L{n(x + width * 0.4)} {n(top + h * 0.3)} "
                f"L{n(x + width * 0.4)} {n(top + h - 10)}Z",
                "#FFFFFF",
                opacity=0.4,
            )
        )
    return "".join(parts)


def desk_lamp(x: float, foot: float, flip: bool = False, colour: str = "#3C5559") -> str:
    """A jointed lamp."""
    return placed(
        ellipse(0, -2, 22, 5, colour)
        + stroke("M0 -4 L-16 -52 L22 -92", colour, 4.6)
        + path("M12 -98 L34 -106 L50 -78 L18 -74Z", colour)
        + path("M18 -74 L50 -78 L46 -72 L22 -69Z", "#FFEFC2")
        + circle(-16, -52, 4, "#24363A"),
        x,
        foot,
        0,
        1,
        -1 if flip else 1,
    )


def espresso_machine(x: float, foot: float) -> str:
    """The coffee machine of a bar; (x, foot) is its lower left corner."""
    return placed(
        rect(0, -104, 150, 22, "#9DA9AA", radius=5)
        + rect(6, -82, 138, 56, "#6F7E81")
        + rect(0, -26, 150, 26, "#87979A", radius=4)
        + rect(14, -70, 122, 30, "#2F3D40")
        + "".join(
            rect(34 + 46 * i, -52, 26, 9, "#C3CBCB", radius=3)
            + stroke(f"M{47 + 46 * i} -43 L{47 + 46 * i} -34", "#3A4648", 5)
            for i in range(2)
        )
        + circle(24, -93, 5, "#DDE3E2")
        + circle(124, -93, 5, "#DDE3E2")
        + rect(10, -112, 130, 9, "#C3CBCB")
        + cups(18, -112, 4, 29),
        x,
        foot,
    )


def machine(
    x: float, foot: float, width: float, height: float, colour: str = "#5B7D74", seed: int = 1
) -> str:
    """A machine tool in a hall: body, window, panel, warning stripe."""
    luck = Random(seed)
    return "".join(
        (
            rect(x, foot - height, width, height, colour, radius=6),
            rect(x + width * 0.72, foot - height, width * 0.28, height, "#10191B", 0.18),
            rect(x, foot - height, width, 12, "#FFFFFF", 0.18, 6),
            rect(x + 14, foot - height + 30, width * 0.5, height * 0.42, "#23353A", radius=4),
            rect(x + 18, foot - height + 34, width * 0.5 - 8, height * 0.2, "#6F9298", 0.6, 3),
            rect(x + width * 0.76, foot - height + 32, width * 0.17, 40, "#C9CFC8", radius=3),
            circle(x + width * 0.81, foot - height + 92, 5, luck.choice(("#D9A441", "#6FA37F"))),
            circle(x + width * 0.89, foot - height + 92, 5, "#8F3F33"),
            *(
                path(
                    f"M{n(x + 18 * i)} {n(foot)} L{n(x + 18 * i + 10)} {n(foot)} L{n(x + 18 * i + 18)} "
                    f"{n(foot - 12)} L{n(x + 18 * i + 8)} {n(foot - 12)}Z",
                    "#C79A3D",
                    opacity=0.8,
                )
                for i in range(int(width // 18))
            ),
        )
    )
