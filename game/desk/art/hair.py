"""Which hairstyle somebody wears, and its painting before and behind the head."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from game.content.looks import Looks
from game.desk.art import hair_long, hair_short
from game.desk.art.build import Build, body_bend, build, head_bend
from game.desk.art.hairstyle import Hairstyle
from game.desk.art.patch import painted
from game.desk.art.pigment import pigment
from game.desk.art.svg import bent, path

SOFT: Mapping[str, Hairstyle] = MappingProxyType(
    {
        "bob": hair_long.BOB,
        "long": hair_long.LONG,
        "bun": hair_long.BUN,
        "ponytail": hair_long.PONYTAIL,
        "short": hair_short.SHORT_SOFT,
        "crop": hair_short.CROP,
        "side-part": hair_short.PARTED_SOFT,
        "curly": hair_long.CURLS,
        "bald": hair_short.BALD,
        "cap": hair_short.CAP,
    }
)
"""The feminine cut of every word of `looks.HAIRS`."""
SHARP: Mapping[str, Hairstyle] = MappingProxyType(
    {
        **SOFT,
        "short": hair_short.SHORT_SHARP,
        "side-part": hair_short.PARTED_SHARP,
        "curly": hair_short.CURLS_SHARP,
    }
)
"""The masculine cut."""


def hairstyle(looks: Looks) -> Hairstyle:
    """The style these looks ask for; an unknown word is short hair. In working clothes a cap is a helmet."""
    if looks.hair == "cap" and looks.clothes == "workwear":
        return hair_short.HELMET
    styles = SOFT if looks.feminine else SHARP
    return styles.get(looks.hair, styles["short"])


def cloth_tones(looks: Looks) -> dict[str, str]:
    """Colours of what is worn with the hair: accent and cloth."""
    paint = pigment(looks)
    return {
        "accent": paint.accent,
        "cloth": paint.cloth.base,
        "cloth-dark": paint.cloth.dark,
        "cloth-light": paint.cloth.light,
    }


@lru_cache(maxsize=256)
def back(looks: Looks) -> str:
    """Hair behind face and neck."""
    return painted(hairstyle(looks).back, pigment(looks).hair, head_bend(build(looks)), cloth_tones(looks))


@lru_cache(maxsize=512)
def front(looks: Looks, turn: float) -> str:
    """Hair over the face, with the shadow it casts; `turn` in twelfths, -1..1."""
    style, paint = hairstyle(looks), pigment(looks)
    bend = head_bend(build(looks), turn)
    cast = "".join(path(bent(d, bend), paint.skin.deep, opacity=0.3) for d in style.shadow)
    return cast + painted(style.front, paint.hair, bend, cloth_tones(looks))


def over(looks: Looks, measures: Build) -> str:
    """Locks that fall over the shoulders."""
    return painted(hairstyle(looks).over, pigment(looks).hair, body_bend(measures), cloth_tones(looks))
