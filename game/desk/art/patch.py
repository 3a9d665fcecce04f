"""Shapes of hair, cloth and things as data: a path with the tone it is painted in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.desk.art.pigment import Dye
from game.desk.art.svg import Bend, bent, path, stroke


@dataclass(frozen=True, slots=True)
class Patch:
    """One painted shape.

    Args:
        d: path data of absolute M, L, C, Q and Z, drawn for the reference measures.
        tone: base, dark, light or rim of the dye, a name of `others`, or a colour or filling as it is.
        width: 0 fills the path, more draws it as a line so wide.
        opacity: 0..1.
    """

    d: str
    tone: str = "base"
    width: float = 0.0
    opacity: float = 1.0


def painted(patches: Iterable[Patch], dye: Dye, bend: Bend, others: Mapping[str, str] | None = None) -> str:
    """The patches as SVG, bent to somebody's measures."""
    tones = {"base": dye.base, "dark": dye.dark, "light": dye.light, "rim": dye.rim, **(others or {})}
    parts = []
    for patch in patches:
        d = bent(patch.d, bend)
        colour = tones.get(patch.tone, patch.tone)
        parts.append(
            stroke(d, colour, patch.width, patch.opacity)
            if patch.width
            else path(d, colour, opacity=patch.opacity)
        )
    return "".join(parts)
