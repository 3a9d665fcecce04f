"""Clothes of other work and of home: cardigan, jacket, vest, knit, workwear."""

from __future__ import annotations

from game.desk.art.garment import Garment
from game.desk.art.patch import Patch
from game.desk.art.tailoring import (
    CLOSED_COLLAR,
    DEEP_NECK,
    FOLDS,
    LEFT,
    OPEN_COLLAR,
    RIGHT,
    SHADE,
    TEE,
    WHOLE,
)

_BAND = (
    Patch(
        "M238 386 L224 432 L272 640 L272 770 L294 770 L294 640 L336 432 L322 386 L310 404 L316 432 L283 600 "
        "L250 432 L250 404Z",
        "light",
    ),
    Patch("M283 640 L283 640.5 M283 690 L283 690.5", "dark", 9),
)
CARDIGAN = Garment(
    soft=(
        *TEE,
        Patch(LEFT, "left"),
        Patch(RIGHT, "right"),
        *FOLDS,
        *SHADE,
        *_BAND,
        Patch(
            "M190 470 C194 520 196 560 196 600 M220 480 C224 540 228 590 230 640 M370 470 C366 520 364 "
            "560 364 600",
            "dark",
            1.6,
            0.45,
        ),
    ),
    sharp=(
        *CLOSED_COLLAR,
        Patch(LEFT, "left"),
        Patch(RIGHT, "right"),
        *FOLDS,
        *SHADE,
        *_BAND,
        Patch("M190 470 C194 520 196 560 196 600 M370 470 C366 520 364 560 364 600", "dark", 1.6, 0.45),
    ),
    cuff="rib",
)
_ZIP = (
    Patch(WHOLE, "halves"),
    *SHADE,
    *FOLDS,
    Patch("M282 420 L282 770", "dark", 6),
    Patch("M282 424 L282 770", "rim", 1.8, 0.7),
    Patch("M277 500 L287 500 L286 522 L278 522Z", "rim", 0, 0.9),
    Patch("M122 453 C170 470 220 478 268 474 M438 453 C390 470 340 478 296 474", "dark", 2.4, 0.6),
    Patch("M330 540 L400 524", "dark", 5, 0.8),
    Patch("M330 545 L400 529", "light", 1.6, 0.8),
    Patch(
        "M243 358 C234 378 228 394 228 410 C242 436 262 446 279 448 L279 424 C262 416 248 398 243 358Z",
        "light",
    ),
    Patch(
        "M317 358 C326 378 332 394 332 410 C318 436 298 446 281 448 L281 424 C298 416 312 398 317 358Z",
        "dark",
    ),
)
JACKET = Garment(soft=_ZIP, sharp=_ZIP, cuff="rib")
_VEST_PANELS = (
    Patch("M150 770 C150 640 154 520 176 434 C200 424 222 410 236 396 L262 470 L276 560 L276 770Z", "left"),
    Patch("M410 770 C410 640 406 520 384 434 C360 424 338 410 324 396 L298 470 L286 560 L286 770Z", "right"),
    Patch("M176 434 C154 520 150 640 150 770 M384 434 C406 520 410 640 410 770", "dark", 4, 0.8),
    Patch("M152 566 L276 576 L276 596 L151 586Z M409 566 L286 576 L286 596 L410 586Z", "#F3F1E6", 0, 0.85),
    Patch("M281 560 L281 770", "dark", 5),
    Patch("M281 562 L281 770", "rim", 1.6, 0.6),
    Patch("M180 500 L246 506 L246 544 L180 538Z", "dark", 2.4, 0.75),
    Patch("M180 500 L246 506 L246 516 L180 510Z", "dark", 0, 0.7),
    Patch("M380 500 L314 506 L314 544 L380 538Z", "dark", 2.4, 0.75),
    Patch("M236 396 L262 470 L276 560", "light", 3, 0.9),
)
_UNDER_VEST = (
    Patch(DEEP_NECK, "inner"),
    Patch(
        "M490 770 C494 620 484 500 438 453 C428 446 414 438 400 432 C440 480 452 600 446 770Z",
        "inner-dark",
        0,
        0.7,
    ),
    Patch("M158 770 C146 660 148 590 160 530 M402 770 C414 660 412 590 400 530", "inner-dark", 4.5, 0.8),
)
VEST = Garment(
    soft=(*_UNDER_VEST, *OPEN_COLLAR, *_VEST_PANELS),
    sharp=(*_UNDER_VEST, *CLOSED_COLLAR, *_VEST_PANELS),
    sleeve="inner",
    cuff="rolled",
)
_KNIT = (
    Patch(WHOLE, "halves"),
    *SHADE,
    *FOLDS,
    Patch(
        "M200 470 C206 540 208 620 206 700 M240 480 C244 560 246 640 246 720 M320 480 C316 560 314 640 314 "
        "720 M360 470 C354 540 352 620 354 700",
        "dark",
        2,
        0.4,
    ),
    Patch(
        "M220 480 C226 560 228 640 228 720 M280 484 L280 740 M340 480 C334 560 332 640 332 720",
        "light",
        2,
        0.35,
    ),
)
KNIT = Garment(
    soft=(
        *_KNIT,
        Patch(
            "M242 346 C238 370 236 392 232 404 C250 430 310 430 328 404 C324 392 322 370 318 346 "
            "C300 358 260 "
            "358 242 346Z",
            "light",
        ),
        Patch(
            "M318 346 C322 370 324 392 328 404 C318 418 300 424 286 425 C300 400 306 376 304 354Z",
            "dark",
            0,
            0.6,
        ),
        Patch(
            "M254 356 C252 380 250 400 250 416 M268 360 C267 384 266 404 266 422 M282 360 L282 424 M298 358 "
            "C299 384 300 404 300 420",
            "dark",
            1.6,
            0.5,
        ),
        Patch("M242 346 C260 358 300 358 318 346", "rim", 2, 0.5),
    ),
    sharp=(
        *_KNIT,
        Patch(
            "M238 388 C250 410 264 422 280 423 C296 422 310 410 322 388 L334 398 C320 428 300 440 280 441 "
            "C260 440 240 428 226 398Z",
            "light",
        ),
        Patch(
            "M322 388 L334 398 C320 428 300 440 284 441 L284 423 C298 420 312 410 322 388Z", "dark", 0, 0.7
        ),
    ),
    cuff="rib",
    neckwear=True,
)
_WORK = (
    Patch("M220 410 L246 384 L280 436 L314 384 L340 410 L320 520 L240 520Z", "inner"),
    Patch("M280 436 L314 384 L340 410 L320 520 L284 520Z", "inner-dark", 0, 0.5),
    Patch("M70 770 C66 620 76 500 122 453 C148 428 200 414 238 390 L282 506 L282 770Z", "left"),
    Patch("M490 770 C494 620 484 500 438 453 C412 428 360 414 322 390 L278 506 L278 770Z", "right"),
    *SHADE,
    *FOLDS,
    Patch("M282 506 L282 770", "dark", 2.6, 0.9),
    Patch("M268 506 L268 770", "light", 1.6, 0.7),
    Patch("M282 540 L282 540.5 M282 600 L282 600.5 M282 660 L282 660.5", "rim", 9, 0.9),
    Patch("M186 524 L250 528 L250 600 L186 596Z", "dark", 2.4, 0.7),
    Patch("M184 522 L252 526 L252 544 L218 554 L184 540Z", "dark", 0, 0.65),
    Patch("M374 524 L312 528 L312 600 L374 596Z", "dark", 2.4, 0.7),
    Patch("M376 522 L310 526 L310 544 L344 554 L376 540Z", "dark", 0, 0.65),
    Patch("M240 380 C228 394 216 408 208 428 L246 466 L282 508 L250 408Z", "light"),
    Patch("M320 380 C332 394 344 408 352 428 L314 466 L280 508 L310 408Z", "dark"),
    Patch("M208 428 L246 466 L282 508", "dark", 2, 0.7),
)
WORKWEAR = Garment(soft=_WORK, sharp=_WORK)
