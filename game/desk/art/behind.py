"""A person seen from behind, still: for the title, where one has not met her yet."""

from __future__ import annotations

from game.content.looks import Looks
from game.desk.art import hair
from game.desk.art.build import MIDDLE, body_bend, build, head_bend
from game.desk.art.face import ear
from game.desk.art.figure import HEIGHT, WIDTH, cloth_gradients, worn
from game.desk.art.palette import blend
from game.desk.art.patch import Patch, painted
from game.desk.art.pigment import pigment
from game.desk.art.svg import document, path, url
from game.desk.art.svg import number as n
from game.desk.art.tailoring import FOLDS, SHADE, WHOLE

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
    "M190 206 C180 116 222 62 282 62 C344 62 382 116 370 206 C368 262 344 306 326 322 L234 322 "
    "C216 306 192 262 190 206Z"
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
_CURTAIN = (
    Patch("M228 300 L334 300 L336 470 L226 470Z"),
    Patch("M282 330 L281 466 M250 330 L246 466 M318 330 L322 466", "dark", 2.4, 0.5),
)
LONG = frozenset({"bob", "long", "curly"})
"""Styles whose back falls lower than the skull."""


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
        crown += painted(_CROWN, paint.hair, head, others)
    fall = painted((patch for patch in style.back if patch.tone != "dark"), paint.hair, head, others)
    body = painted(_BACK, paint.cloth, body_bend(measures), {"halves": url("cloth-both")})
    layers = (ears, neck, body, fall, crown) if looks.hair in LONG else (fall, ears, neck, crown, body)
    return document("".join(layers), (0, 0, WIDTH, HEIGHT), cloth_gradients(paint, measures, worn(looks)))
