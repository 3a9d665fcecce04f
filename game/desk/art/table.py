"""What stands between the player and a person, as SVG: the counter, the name plate, small things on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.desk.art.svg import circle, ellipse, linear, path, placed, rect, stroke, url
from game.desk.art.svg import number as n

TOP = 644.0
"""Where the upper edge of the counter is, in units; the person stands behind it."""
PLATE = (28.0, 634.0, 296.0, 70.0)
"""x, y, width and height of the name plate; text stands 26 units inside its left edge."""


@dataclass(frozen=True, slots=True)
class Table:
    """The colours of a counter: its top in light and shade, edge, front in light and shade, grain."""

    light: str
    shade: str
    edge: str
    front: str
    foot: str
    grain: str


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "counter": Table("#C9945F", "#9A663E", "#EBC08F", "#67402A", "#3F2618", "#8A5934"),
        "desk": Table("#B9A58A", "#8F7B61", "#DCCBB1", "#574B3E", "#332C26", "#7F6D55"),
        "stone": Table("#A9B4B4", "#7F8C8E", "#D2DADA", "#445256", "#273236", "#75838A"),
        "bench": Table("#8D8474", "#675F52", "#B9AF9C", "#3D3932", "#24221E", "#554E43"),
        "dark": Table("#6B5140", "#493527", "#8E705A", "#2E211A", "#1A1310", "#3B2B20"),
    }
)


def table_top(table: Table, width: float) -> str:
    """The counter across a window so many units wide; its gradients come from `table_defs`."""
    return "".join(
        (
            rect(0, TOP, width, 38, url("top")),
            rect(0, TOP, width, 3, url("rim")),
            rect(0, 682, width, 38, url("front")),
            rect(0, 682, width, 3, "#0C0705", 0.45),
            stroke(
                f"M120 654 L470 654 M660 664 L{n(width - 100)} 664 M40 672 L300 672", table.grain, 2, 0.35
            ),
        )
    )


def table_defs(table: Table) -> str:
    """The gradients of `table_top`."""
    return (
        linear("top", (0, TOP), (0, 682), (0, table.light), (1, table.shade))
        + linear("front", (0, 682), (0, 720), (0, table.front), (1, table.foot))
        + linear("rim", (0, 0), (1280, 0), (0, table.edge), (0.45, table.edge), (1, table.light))
    )


CHAIR = "".join(
    (
        path("M-44 -132 L-36 -132 L-30 6 L-40 6Z", "#7A5537"),
        path("M44 -132 L36 -132 L30 6 L40 6Z", "#5B3D26"),
        path("M-46 -150 Q0 -164 46 -150 L44 -126 Q0 -138 -44 -126Z", "#8E6643"),
        path("M-46 -150 Q0 -164 46 -150 L45.6 -146 Q0 -159 -45.6 -146Z", "#C49A6C"),
        *(
            path(f"M{n(x - 4)} -134 L{n(x + 4)} -134 L{n(x + 3)} 6 L{n(x - 3)} 6Z", "#6E4B30")
            for x in (-20, 0, 20)
        ),
        path("M-38 -60 L38 -60 L37 -50 L-37 -50Z", "#7A5537"),
    )
)
"""The back of the second chair, about the middle of its foot behind the counter."""
PHONE_DOWN = (
    path("M-46 10 L46 10 L40 16 L-40 16Z", "#2A190F", opacity=0.4)
    + path("M-40 -2 L34 -2 L46 10 L-46 10Z", "#20262C")
    + rect(-46, 10, 92, 3, "#3A434A")
    + circle(-26, 2, 2.6, "#54616B")
)
"""A telephone lying on its face."""


def things(name: str) -> str:
    """What somebody keeps on the counter."""
    if name == "paper-birds":
        return "".join(
            placed(bird(colour), 348 + 42 * i, 655 - (i % 2) * 3, (-6, 4, -3, 6)[i % 4], 1.25)
            for i, colour in enumerate(("#E8DFC9", "#C9DAD9", "#DDB8A6", "#D8D2B4"))
        )
    if name == "thermos":
        return placed(
            ellipse(0, 3, 28, 5, "#2A190F", 0.4)
            + rect(-19, -78, 38, 80, "#4D6B62", radius=6)
            + path("M6 -78 L19 -72 L19 0 L6 2Z", "#2F473F", opacity=0.7)
            + rect(-15, -96, 30, 20, "#C9CDC8", radius=4)
            + stroke("M-11 -66 L-11 -10", "#8FB0A4", 4, 0.6)
            + path("M-4 -40 Q4 -44 12 -36 Q6 -30 -2 -32Z", "#2F473F", opacity=0.8),
            432,
            660,
        )
    return ""


def bird(colour: str) -> str:
    """A folded paper bird, about the middle of its foot."""
    return (
        ellipse(0, 4, 22, 3.5, "#2A190F", 0.35)
        + path("M-22 -12 L-4 -4 L2 2 L-10 2Z", colour)
        + path("M-4 -4 L20 -20 L10 2 L2 2Z", "#FFFDF7")
        + path("M-2 -4 L8 -28 L14 -8Z", colour)
        + path("M-2 -4 L8 -28 L2 2Z", "#10191B", opacity=0.14)
        + path("M20 -20 L28 -17 L18 -13Z", colour)
        + stroke("M-4 -4 L10 2", "#8C8371", 0.9, 0.6)
    )


def plate() -> str:
    """The name plate, without its words."""
    return (
        path("M33 709 L41 645 L321 645 L329 709Z", "#10181A", opacity=0.4)
        + path("M28 696 L37 634 L315 634 L324 696Z", "#FFFCF5")
        + path("M28 696 L324 696 L325 703 L27 703Z", "#C9BCA2")
        + path("M37 634 L41 634 L32 696 L28 696Z", "#A83227")
    )
