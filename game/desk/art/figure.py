"""A person as three pictures that lie over each other: head (behind), body, arms.

Each layer is SVG text for its own part of the 560 x 700 box, so that the portrait can raster one at a time.
The head lies behind the body: its neck goes down into the collar, and hair falls behind the shoulders.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from game.content.looks import Looks
from game.desk.art import hair
from game.desk.art.arms import arms
from game.desk.art.build import MIDDLE, Build, body_bend, build, head_bend
from game.desk.art.clothes import GARMENTS
from game.desk.art.expression import Expression
from game.desk.art.face import ear, features, neck, shades
from game.desk.art.garment import Garment
from game.desk.art.glasses import glasses
from game.desk.art.palette import blend
from game.desk.art.patch import painted
from game.desk.art.pigment import Pigment, pigment
from game.desk.art.svg import document, group, linear, url
from game.desk.art.svg import number as n
from game.desk.art.worn import ON_BODY, ON_HEAD, UNDER_HAIR, belongings

WIDTH, HEIGHT = 560.0, 700.0
"""The box of a portrait."""
PIVOT_Y = 372.0
"""The head turns about the middle of the neck's foot."""
Box = tuple[float, float, float, float]
BOXES: Mapping[str, Box] = MappingProxyType(
    {
        "head": (116.0, 0.0, 340.0, 500.0),
        "body": (20.0, 350.0, 520.0, 400.0),
        "arms": (20.0, 300.0, 520.0, 450.0),
    }
)
"""x, y, width, height of each layer within the box of the portrait."""


def head_svg(looks: Looks, face: Expression, box: Box = BOXES["head"]) -> str:
    """The head with its neck, for one expression."""
    measures, paint = build(looks), pigment(looks)
    style = hair.hairstyle(looks)
    spin = f"rotate({n(face.tilt)} {n(MIDDLE)} {n(PIVOT_Y)})"
    ears = "".join(
        ear(measures, paint, side, face.turn) for side, seen in zip((-1, 1), style.ears, strict=True) if seen
    )
    below, above = _on_head(looks, face.turn)
    front = (
        ears
        + features(face, measures, paint)
        + below
        + hair.front(looks, face.turn)
        + glasses(looks.glasses, face, measures)
        + above
    )
    body = group(hair.back(looks), spin) + neck(measures, paint, face.drop) + group(front, spin)
    return document(body, box, shades(face, measures, paint))


@lru_cache(maxsize=256)
def _on_head(looks: Looks, turn: float) -> tuple[str, str]:
    """Things on the head: those that hair falls over, and those over the hair."""
    bend = head_bend(build(looks), turn)
    tones = _tones(looks)
    parts = {True: "", False: ""}
    for thing in belongings(looks):
        parts[thing in UNDER_HAIR] += painted(ON_HEAD.get(thing, ()), pigment(looks).hair, bend, tones)
    return parts[True], parts[False]


def _tones(looks: Looks) -> dict[str, str]:
    paint = pigment(looks)
    return {
        "left": url("cloth-left"),
        "right": url("cloth-right"),
        "halves": url("cloth-both"),
        "pocket": blend(paint.cloth.base, paint.cloth.dark, 0.35),
        "inner": paint.inner.base,
        "inner-dark": paint.inner.dark,
        "inner-light": paint.inner.light,
        "accent": paint.accent,
        "accent-dark": blend(paint.accent, "#000000", 0.3),
        "accent-light": blend(paint.accent, "#FFFFFF", 0.5),
    }


def body_svg(looks: Looks, box: Box = BOXES["body"]) -> str:
    """Clothes and what is worn on them."""
    measures, paint = build(looks), pigment(looks)
    garment = worn(looks)
    bend, tones = body_bend(measures), _tones(looks)
    body = painted(garment.soft if looks.feminine else garment.sharp, paint.cloth, bend, tones)
    for thing in belongings(looks):
        body += painted(ON_BODY.get(thing, ()), paint.cloth, bend, tones)
    return document(body + hair.over(looks, measures), box, cloth_gradients(paint, measures, garment))


def arms_svg(looks: Looks, pose: str, box: Box = BOXES["arms"]) -> str:
    """The arms of a pose."""
    measures, paint = build(looks), pigment(looks)
    garment = worn(looks)
    return document(
        arms(pose, garment, measures, paint, has_watch(looks)), box, cloth_gradients(paint, measures, garment)
    )


def worn(looks: Looks) -> Garment:
    """The garment these looks ask for; an unknown word is a shirt."""
    return GARMENTS.get(looks.clothes, GARMENTS["shirt"])


def has_watch(looks: Looks) -> bool:
    """Whether a watch is worn: by choice, or with office clothes."""
    return "watch" in belongings(looks) or looks.clothes in {"suit", "blazer"}


def cloth_gradients(paint: Pigment, measures: Build, garment: Garment) -> str:
    """The gradients that cloth is filled with, for the width of the wearer."""
    cloth = paint.cloth
    sleeve = cloth if garment.sleeve == "cloth" else paint.inner
    left, right = MIDDLE - measures.shoulder, MIDDLE + measures.shoulder
    return "".join(
        (
            linear("cloth-left", (left, 400), (MIDDLE, 460), (0, cloth.light), (1, cloth.base)),
            linear("cloth-right", (MIDDLE, 400), (right, 460), (0, cloth.base), (1, cloth.dark)),
            linear(
                "cloth-both",
                (left, 400),
                (right, 470),
                (0, cloth.light),
                (0.5, cloth.base),
                (1, blend(cloth.base, cloth.dark, 0.7)),
            ),
            linear(
                "sleeve", (left, 540), (right, 620), (0, sleeve.light), (0.45, sleeve.base), (1, sleeve.dark)
            ),
        )
    )


def thumbnail_svg(looks: Looks, face: Expression, shape: float = 0.87) -> str:
    """The head cropped to the face; `shape` is width through height of the picture."""
    height = 250.0
    width = height * shape
    return head_svg(looks, face, (MIDDLE - width / 2, 92.0, width, height))
