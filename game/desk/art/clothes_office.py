"""Clothes of offices: suit, blazer, shirt, coat."""

from __future__ import annotations

from game.desk.art.garment import Garment
from game.desk.art.patch import Patch
from game.desk.art.tailoring import (
    CLOSED_COLLAR,
    COAT_HALVES,
    DEEP_NECK,
    FOLDS,
    LAPELS,
    OPEN_COLLAR,
    POCKET,
    SHADE,
    TEE,
    TIE,
    WHOLE,
)

SUIT = Garment(
    soft=(*OPEN_COLLAR, *COAT_HALVES, *LAPELS),
    sharp=(*CLOSED_COLLAR, *TIE, *COAT_HALVES, *LAPELS, *POCKET),
    cuff="shirt",
)
BLAZER = Garment(
    soft=(
        *TEE,
        *COAT_HALVES,
        Patch("M238 388 L206 410 L222 470 L278 690 L286 660 L230 446Z", "light"),
        Patch("M322 388 L354 410 L338 470 L288 690 L280 660 L330 446Z", "dark"),
        Patch("M206 410 L222 470 L278 690", "dark", 2, 0.55),
        *POCKET,
    ),
    sharp=(*OPEN_COLLAR, *COAT_HALVES, *LAPELS, *POCKET),
    cuff="shirt",
)
_SHIRT_TORSO = (
    Patch(WHOLE, "halves"),
    *SHADE,
    *FOLDS,
    Patch("M122 453 C148 428 200 414 238 390 L232 404 C200 430 160 446 132 470Z", "light", 0, 0.6),
    Patch("M270 440 L270 770 M294 440 L294 770", "dark", 1.8, 0.6),
    Patch("M282 484 L282 484.5 M282 534 L282 534.5 M282 584 L282 584.5 M282 634 L282 634.5", "rim", 7, 0.95),
    Patch("M334 510 L392 508 L392 562 L363 574 L334 562Z", "dark", 2, 0.6),
)
SHIRT = Garment(
    soft=(
        Patch(DEEP_NECK, "halves"),
        *_SHIRT_TORSO[1:],
        Patch("M244 372 C232 388 222 404 216 424 L256 462 L280 480 L248 400Z", "light"),
        Patch("M316 372 C328 388 338 404 344 424 L304 462 L280 480 L312 400Z", "dark"),
        Patch("M216 424 L256 462 L280 480", "dark", 2, 0.6),
    ),
    sharp=(
        *_SHIRT_TORSO,
        Patch("M246 366 C238 380 230 396 226 412 L256 454 L281 424 C266 412 254 394 246 366Z", "light"),
        Patch("M314 366 C322 380 330 396 334 412 L304 454 L279 424 C294 412 306 394 314 366Z", "dark"),
        Patch("M226 412 L256 454 L281 424", "dark", 2, 0.6),
    ),
    cuff="rolled",
)
COAT = Garment(
    soft=(
        Patch("M218 412 L234 384 C250 420 310 420 326 384 L342 412 L336 770 L220 770Z", "inner"),
        Patch(
            "M242 350 C238 372 236 392 232 404 C250 428 310 428 328 404 C324 392 322 372 318 350 "
            "C300 362 260 "
            "362 242 350Z",
            "inner-light",
        ),
        Patch(
            "M282 424 C300 424 318 416 328 404 C324 392 322 372 318 350 C312 354 304 357 296 358 "
            "C298 384 296 "
            "404 282 424Z",
            "inner-dark",
            0,
            0.7,
        ),
        *COAT_HALVES,
        Patch("M238 384 L180 424 L208 478 L186 496 L276 720 L288 690 L226 448Z", "light"),
        Patch("M322 384 L380 424 L352 478 L374 496 L290 720 L278 690 L334 448Z", "dark"),
        Patch("M180 424 L208 478 L186 496 L276 720", "dark", 2.4, 0.6),
    ),
    sharp=(
        *CLOSED_COLLAR,
        *TIE,
        *COAT_HALVES,
        Patch("M238 384 L180 424 L208 478 L186 496 L276 720 L288 690 L226 448Z", "light"),
        Patch("M322 384 L380 424 L352 478 L374 496 L290 720 L278 690 L334 448Z", "dark"),
        Patch("M180 424 L208 478 L186 496 L276 720", "dark", 2.4, 0.6),
    ),
)
