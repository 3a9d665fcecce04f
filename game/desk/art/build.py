"""The measures of a person: what age, build and sex do to face and body, and what makes her herself.

All measures are in the 560 x 700 box of a portrait, whose middle line is x = 280. Hair, clothes and arms are
drawn once, for the measures of `REFERENCE`, and bent to fit everybody else.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

from game.content.looks import Looks
from game.desk.art.svg import Bend

MIDDLE = 280.0
"""The middle line of a portrait."""


@dataclass(frozen=True, slots=True)
class Build:
    """Half widths and heights in box units, strengths 0..1."""

    temple: float = 86.0  # half width of the head at the temples
    jaw: float = 57.0  # half width of the jaw
    chin: float = 4.0  # half width of the flat of the chin
    chin_y: float = 338.0
    eye: float = 1.0  # size of the eyes
    gap: float = 39.0  # from the middle to each eye
    slant: float = 0.0  # outer corners up
    brow: float = 8.4  # thickness
    brow_y: float = -33.0  # above the eye
    brow_arch: float = 9.0
    nose: float = 1.0  # width
    nose_length: float = 1.0
    mouth: float = 25.0  # half width
    lips: float = 1.0  # fullness
    neck: float = 34.0  # half width
    shoulder: float = 204.0  # half width of the arms' outer line
    hand: float = 1.0
    lashes: bool = True
    lines: float = 0.0  # of age
    soft: float = 0.0  # roundness of the cheeks


REFERENCE = Build()
"""Whom the templates were drawn for."""
_MASCULINE = Build(
    temple=86.0,
    jaw=65.0,
    chin=20.0,
    chin_y=346.0,
    eye=0.93,
    gap=39.5,
    brow=11.4,
    brow_y=-31.0,
    brow_arch=6.0,
    nose=1.18,
    nose_length=1.08,
    mouth=27.0,
    lips=0.72,
    neck=45.0,
    shoulder=220.0,
    hand=1.14,
    lashes=False,
)


def variation(looks: Looks, trait: str) -> float:
    """A number -1..1 that belongs to these looks, so that two people of one kind differ in a feature."""
    kind = (looks.age, looks.build, looks.skin, looks.hair, looks.hair_colour, looks.clothes)
    text = "|".join((trait, *kind, looks.clothes_colour, looks.glasses, looks.thing, str(looks.feminine)))
    return (zlib.crc32(text.encode()) % 2001 - 1000) / 1000


def build(looks: Looks) -> Build:
    """The measures of a person."""
    own = REFERENCE if looks.feminine else _MASCULINE
    wide = {"slight": -1.0, "broad": 1.0}.get(looks.build, 0.0)
    young = looks.age == "young"
    senior = looks.age == "senior"

    def vary(name: str) -> float:
        return variation(looks, name)

    return replace(
        own,
        temple=own.temple + 3.5 * wide + 1.2 * vary("temple"),
        jaw=own.jaw + 6.0 * wide + 2.5 * vary("jaw") + (2 if senior else 0),
        chin=own.chin + 3.0 * wide + 2.0 * vary("chin"),
        chin_y=own.chin_y + 3.0 * vary("length") - (4 if young else 0) + (2 if senior else 0),
        eye=own.eye * (1.06 if young else 0.95 if senior else 1.0) * (1 + 0.035 * vary("eye")),
        gap=own.gap + 1.2 * vary("gap"),
        slant=1.6 * vary("slant"),
        brow=own.brow + 1.0 * vary("brow"),
        brow_arch=own.brow_arch + 2.0 * vary("arch"),
        nose=own.nose * (1 + 0.08 * vary("nose") + 0.05 * wide),
        nose_length=own.nose_length * (1 + 0.05 * vary("nose-length") - (0.05 if young else 0)),
        mouth=own.mouth + 1.8 * vary("mouth"),
        lips=own.lips * (1 + 0.12 * vary("lips")) * (0.86 if senior else 1),
        neck=own.neck + 4.5 * wide,
        shoulder=own.shoulder + (16 if wide > 0 else 13) * wide,
        lines=_years(looks),
        soft=(0.6 if young else 0.0) + (0.5 if wide > 0 else 0.0),
    )


def _years(looks: Looks) -> float:
    """How deep the lines of age are, 0..1."""
    if looks.age == "young":
        return 0.0
    grey = looks.hair_colour in {"grey", "white"}
    years = (1.0 if grey else 0.85) if looks.age == "senior" else (0.5 if grey else 0.16)
    return years * (0.85 if looks.feminine else 1.0)


def head_bend(measures: Build, turn: float = 0.0) -> Bend:
    """How templates around the head follow its width and its turn (-1..1)."""
    scale = measures.temple / REFERENCE.temple
    slide = 5.0 * turn

    def bend(x: float, y: float) -> tuple[float, float]:
        offset = (x - MIDDLE) * scale
        depth = max(0.0, 1 - (offset / 118) ** 2) if y < 360 else 0.0
        return MIDDLE + offset + slide * depth, y

    return bend


def body_bend(measures: Build) -> Bend:
    """How templates of the body follow neck and shoulders: linear between the two half widths."""
    inner, outer = REFERENCE.neck, REFERENCE.shoulder
    stretch = (measures.shoulder - measures.neck) / (outer - inner)
    narrow = measures.neck / inner

    def bend(x: float, y: float) -> tuple[float, float]:
        offset = abs(x - MIDDLE)
        wide = offset * narrow if offset <= inner else measures.neck + (offset - inner) * stretch
        return MIDDLE + (wide if x >= MIDDLE else -wide), y

    return bend
