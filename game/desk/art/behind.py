"""A person seen from behind, still: for the title, where one has not met her yet."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.content.looks import Looks
from game.desk.art import hair
from game.desk.art.build import MIDDLE, body_bend, build, head_bend
from game.desk.art.face import ear
from game.desk.art.figure import HEIGHT, WIDTH, cloth_gradients, worn
from game.desk.art.hair_short import HELMET
from game.desk.art.palette import blend
from game.desk.art.patch import Patch, painted
from game.desk.art.pigment import pigment
from game.desk.art.svg import document, path, url
from game.desk.art.svg import number as n
from game.desk.art.tailoring import FOLDS, SHADE, WHOLE
from game.desk.art.worn import OFFICE, belongings

_BACK = (
    Patch(WHOLE, "halves"),
    *SHADE,
    *FOLDS,
    Patch("M280 430 C283 540 282 650 280 770", "dark", 2.6, 0.6),
    Patch("M150 470 C200 500 240 506 268 500 M410 470 C360 500 320 506 292 500", "dark", 2.4, 0.4),
    Patch(
        "M236 384 C246 400 262 408 280 408 C298 408 314 400 324 384 L336 402 C318 426 298 432 280 432 "
        "C262 432 242 426 224 402Z",
        "light",
    ),
    Patch("M224 402 C242 426 262 432 280 432 C298 432 318 426 336 402", "dark", 2, 0.7),
)
_SKULL = (
    "M190 206 C180 116 222 62 282 62 C344 62 382 116 370 206 C368 262 344 302 322 316 "
    "C300 332 260 332 238 316 C216 302 192 262 190 206Z"
)
_SHORT = (
    "M190 206 C180 116 222 62 282 62 C344 62 382 116 370 206 C368 250 350 282 330 292 "
    "C300 302 260 302 230 292 C210 282 192 250 190 206Z"
)
_STRANDS = (
    Patch("M208 140 C226 96 262 76 300 78 C262 92 236 116 226 160Z", "light", 0, 0.6),
    Patch("M200 190 C202 230 210 262 226 286", "light", 3, 0.4),
    Patch("M282 66 C286 140 284 220 280 296", "dark", 2.4, 0.5),
    Patch("M352 130 C364 170 362 220 346 268", "dark", 5, 0.6),
    Patch("M186 196 C178 118 216 70 262 62", "rim", 3, 0.5),
)
_CROWN = (
    Patch("M184 178 C176 92 222 44 282 44 C344 44 386 92 378 178 C340 190 222 190 184 178Z", "cloth"),
    Patch(
        "M318 52 C362 64 386 104 378 178 C366 182 352 184 338 186 C346 130 340 84 318 52Z",
        "cloth-dark",
        0,
        0.8,
    ),
    Patch("M282 44 L282 186 M206 120 C230 108 334 108 358 120", "cloth-dark", 2.2, 0.6),
)
_HANGING: Mapping[str, tuple[Patch, ...]] = MappingProxyType(
    {
        "bob": (Patch("M200 260 L362 260 L352 342 C330 350 232 350 210 342Z"),),
        "long": (
            Patch("M228 300 L334 300 L340 470 L222 470Z"),
            Patch("M282 330 L281 470 M246 330 L240 470 M322 330 L326 470", "dark", 2.4, 0.5),
        ),
        "curly": (Patch("M200 250 L362 250 L350 320 C330 330 232 330 212 320Z"),),
    }
)
"""What fills the back of a style that lies open at the neck."""
LONG = frozenset({"bob", "long", "curly"})
"""Styles whose back falls lower than the skull."""


def _worn_behind(looks: Looks) -> tuple[Patch, ...]:
    """The back of a lanyard, and of the shirt that shows over a coat's collar."""
    own = belongings(looks)
    shirt = (
        Patch("M242 372 C254 388 306 388 318 372 L326 392 C310 410 250 410 234 392Z", "inner"),
        Patch("M242 372 C254 388 306 388 318 372", "inner-dark", 2, 0.6),
    )
    band = (Patch("M240 388 C256 406 304 406 320 388", "accent", 7),)
    return (*(shirt if looks.clothes in OFFICE else ()), *(band if "lanyard" in own else ()))


def behind_svg(looks: Looks) -> str:
    """The whole box of a portrait, from behind."""
    measures, paint = build(looks), pigment(looks)
    style = hair.hairstyle(looks)
    head = head_bend(measures)
    others = hair.cloth_tones(looks)
    half = measures.neck
    skin = paint.skin
    neck = path(
        f"M{n(MIDDLE - half)} 270 L{n(MIDDLE - half)} 372 C{n(MIDDLE - half)} 396 "
        f"{n(MIDDLE - half - 16)} 410 "
        f"{n(MIDDLE - half - 30)} 420 L{n(MIDDLE + half + 30)} 420 C{n(MIDDLE + half + 16)} 410 "
        f"{n(MIDDLE + half)} 396 "
        f"{n(MIDDLE + half)} 372 L{n(MIDDLE + half)} 270Z",
        blend(skin.base, skin.shade, 0.45),
    )
    ears = "".join(ear(measures, paint, side) for side, seen in zip((-1, 1), style.ears, strict=True) if seen)
    bald = looks.hair == "bald"
    cap = looks.hair == "cap"
    skull = _SKULL if looks.feminine and not (cap or bald) else _SHORT
    tone = skin.base if bald else "base"
    crown = painted((Patch(skull, tone), *(() if bald else _STRANDS)), paint.hair, head, others)
    if bald:
        rim = Patch(
            "M188 210 C196 262 220 290 280 294 C340 290 364 262 372 210 C350 240 210 240 188 210Z", "base"
        )
        crown += painted((rim,), paint.hair, head)
    if cap:
        hard = {"cloth": "#F0B93A", "cloth-dark": "#C98E1F"} if style is HELMET else {}
        crown += painted(_CROWN, paint.hair, head, {**others, **hard})
    hanging = (*(patch for patch in style.back if patch.tone != "dark"), *_HANGING.get(looks.hair, ()))
    fall = painted(hanging, paint.hair, head, others)
    tones = {
        **others,
        "halves": url("cloth-both"),
        "inner": paint.inner.base,
        "inner-dark": paint.inner.dark,
    }
    body = painted((*_BACK, *_worn_behind(looks)), paint.cloth, body_bend(measures), tones)
    layers = (ears, neck, body, fall, crown) if looks.hair in LONG else (fall, ears, neck, crown, body)
    return document("".join(layers), (0, 0, WIDTH, HEIGHT), cloth_gradients(paint, measures, worn(looks)))
