"""What the parts of a simulation's page are made of: pictures in two widths, sections, shares as text."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from game.analysis.intervals import Estimate
from game.telling.charts import Chart, Room
from game.telling.svg_painter import svg

WIDE, NARROW = 940.0, 318.0
"""Widths of pictures in pixels."""

MARGIN = 22
Draw = Callable[[Room], Chart]


def pictures(
    draw: Draw, height: float, wide: float = WIDE, narrow: float = NARROW, margin: float = MARGIN
) -> str:
    """A chart for wide windows and for narrow ones; a window shows one of them."""
    made = []
    for name, width in (("wide", wide), ("narrow", narrow)):
        room = Room(width - 2 * margin, height)
        picture = svg(draw(room), room.width, room.height, margin=margin)
        made.append(f"<div class='{name}'>{picture}</div>")
    return "".join(made)


def section(title: str, body: str, explained: str = "") -> str:
    """A titled part of the page."""
    told = f"<p class='soft'>{escape(explained)}</p>" if explained else ""
    return f"<h3>{escape(title)}</h3>{told}{body}"


def percent(share: float) -> str:
    """A share 0..1, with one decimal."""
    return f"{share:.1%}"


def told_share(share: Estimate) -> str:
    """A share with its interval."""
    return f"{percent(share.value)} ({100 * share.low:.1f}–{100 * share.high:.1f})"
