"""SVG as text: the few elements that the rasteriser draws (paths, circles, gradients, groups).

It knows no clip paths, masks, filters or text, so nothing here offers them. Coordinates are in the units
of the document's own box.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

Point = tuple[float, float]
Bend = Callable[[float, float], Point]
"""Where a point of a template goes."""
Stop = tuple[float, str] | tuple[float, str, float]
"""Offset 0..1, colour, and opacity 0..1 unless it is full."""
_WORD = re.compile(r"[MLCQZ]|-?\d*\.?\d+")


def number(value: float) -> str:
    """A coordinate with at most two decimals and no needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def path(
    d: str,
    fill: str = "none",
    stroke: str = "",
    width: float = 0.0,
    opacity: float = 1.0,
    cap: str = "round",
) -> str:
    """A path; `opacity` applies to fill and stroke alike (give only one of them when it is below 1)."""
    line = (
        f" stroke='{stroke}' stroke-width='{number(width)}' stroke-linecap='{cap}' stroke-linejoin='round'"
        + (f" stroke-opacity='{number(opacity)}'" if opacity < 1 else "")
        if stroke
        else ""
    )
    dim = f" fill-opacity='{number(opacity)}'" if opacity < 1 and fill != "none" else ""
    return f"<path d='{d}' fill='{fill}'{dim}{line}/>"


def stroke(d: str, colour: str, width: float, opacity: float = 1.0, cap: str = "round") -> str:
    """A line without a filling."""
    return path(d, "none", colour, width, opacity, cap)


def ellipse(
    x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0, turn: float = 0
) -> str:
    """An ellipse, turned by degrees about its centre."""
    dim = f" fill-opacity='{number(opacity)}'" if opacity < 1 else ""
    spin = f" transform='rotate({number(turn)} {number(x)} {number(y)})'" if turn else ""
    return (
        f"<ellipse cx='{number(x)}' cy='{number(y)}' rx='{number(rx)}' ry='{number(ry)}' "
        f"fill='{fill}'{dim}{spin}/>"
    )


def circle(
    x: float, y: float, r: float, fill: str = "none", opacity: float = 1.0, edge: str = "", width: float = 0.0
) -> str:
    """A circle, filled, ringed or both; `opacity` applies to the filling."""
    dim = f" fill-opacity='{number(opacity)}'" if opacity < 1 else ""
    ring = f" stroke='{edge}' stroke-width='{number(width)}'" if edge else ""
    return f"<circle cx='{number(x)}' cy='{number(y)}' r='{number(r)}' fill='{fill}'{dim}{ring}/>"


def rect(
    x: float, y: float, width: float, height: float, fill: str, opacity: float = 1.0, radius: float = 0.0
) -> str:
    """An upright rectangle."""
    dim = f" fill-opacity='{number(opacity)}'" if opacity < 1 else ""
    round_ = f" rx='{number(radius)}'" if radius else ""
    return (
        f"<rect x='{number(x)}' y='{number(y)}' width='{number(width)}' height='{number(height)}'"
        f"{round_} fill='{fill}'{dim}/>"
    )


def group(body: str, transform: str = "", opacity: float = 1.0) -> str:
    """Elements under one transform."""
    moved = f" transform='{transform}'" if transform else ""
    dim = f" opacity='{number(opacity)}'" if opacity < 1 else ""
    return f"<g{moved}{dim}>{body}</g>" if moved or dim else body


def placed(body: str, x: float, y: float, turn: float = 0.0, scale: float = 1.0, flip: float = 1.0) -> str:
    """Elements drawn about their own origin, moved, turned by degrees and scaled; `flip` -1 mirrors x."""
    spin = f" rotate({number(turn)})" if turn else ""
    size = f" scale({number(scale * flip)} {number(scale)})" if scale != 1 or flip != 1 else ""
    return group(body, f"translate({number(x)} {number(y)}){spin}{size}")


def _stops(stops: tuple[Stop, ...]) -> str:
    parts = []
    for stop in stops:
        opacity = f" stop-opacity='{number(stop[2])}'" if len(stop) == 3 else ""
        parts.append(f"<stop offset='{number(stop[0])}' stop-color='{stop[1]}'{opacity}/>")
    return "".join(parts)


def linear(name: str, start: Point, end: Point, *stops: Stop) -> str:
    """A gradient along a line, for `fill='url(#name)'`."""
    return (
        f"<linearGradient id='{name}' x1='{number(start[0])}' y1='{number(start[1])}' x2='{number(end[0])}'"
        f" y2='{number(end[1])}' gradientUnits='userSpaceOnUse'>{_stops(stops)}</linearGradient>"
    )


def radial(name: str, centre: Point, radius: float, *stops: Stop) -> str:
    """A gradient outward from a point."""
    return (
        f"<radialGradient id='{name}' cx='{number(centre[0])}' cy='{number(centre[1])}' r='{number(radius)}'"
        f" gradientUnits='userSpaceOnUse'>{_stops(stops)}</radialGradient>"
    )


def url(name: str) -> str:
    """How a filling names a gradient."""
    return f"url(#{name})"


def document(body: str, box: tuple[float, float, float, float], defs: str = "") -> str:
    """A whole picture; `box` is x, y, width, height of the part that is seen."""
    x, y, width, height = (number(value) for value in box)
    inner = f"<defs>{defs}</defs>" if defs else ""
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{x} {y} {width} {height}'"
        f" width='{width}' height='{height}'>{inner}{body}</svg>"
    )


@lru_cache(maxsize=1024)
def _parse(template: str) -> tuple[str | Point, ...]:
    parts: list[str | Point] = []
    waiting: float | None = None
    for word in _WORD.findall(template):
        if word in "MLCQZ":
            parts.append(word)
        elif waiting is None:
            waiting = float(word)
        else:
            parts.append((waiting, float(word)))
            waiting = None
    return tuple(parts)


def bent(template: str, bend: Bend) -> str:
    """A path whose every point was moved by `bend`.

    Args:
        template: path data of absolute M, L, C, Q and Z only.
        bend: where each point goes.
    """
    words = []
    for part in _parse(template):
        if isinstance(part, str):
            words.append(part)
        else:
            x, y = bend(*part)
            words.append(f"{number(x)} {number(y)}")
    return " ".join(words)


def mirrored(template: str, axis: float) -> str:
    """A path reflected in the vertical line x = axis."""
    return bent(template, lambda x, y: (2 * axis - x, y))
