"""Clothes as data, drawn for the reference body and bent to every other.

The neck of each garment is open to the neck of the head layer, which lies behind. Tones: `base`, `dark`,
`light`, `rim` are the cloth's; `left` and `right` its two halves in the light of the window; `inner…` the
shirt beneath; `skin…` and `accent` speak for themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.desk.art.patch import Patch

LEFT = "M70 770 C66 620 76 500 122 453 C148 428 200 414 238 390 L234 430 L284 660 L284 770Z"
RIGHT = "M490 770 C494 620 484 500 438 453 C412 428 360 414 322 390 L326 430 L276 660 L276 770Z"
WHOLE = (
    "M70 770 C66 620 76 500 122 453 C148 428 200 414 238 390 C250 408 264 420 280 421 C296 420 310 408 322 390 "
    "C360 414 412 428 438 453 C484 500 494 620 490 770Z"
)
DEEP_NECK = (
    "M70 770 C66 620 76 500 122 453 C148 428 200 414 238 390 L280 478 L322 390 "
    "C360 414 412 428 438 453 C484 500 494 620 490 770Z"
)
FOLDS = (
    Patch("M158 770 C146 660 148 590 160 530", "dark", 4.5, 0.6),
    Patch("M402 770 C414 660 412 590 400 530", "dark", 4.5, 0.6),
    Patch("M118 456 C90 492 80 566 80 650", "rim", 4.5, 0.5),
)
SHADE = (
    Patch(
        "M490 770 C494 620 484 500 438 453 C428 446 414 438 400 432 C440 480 452 600 446 770Z",
        "dark",
        0,
        0.55,
    ),
)
OPEN_COLLAR = (
    Patch("M212 404 L242 386 L280 470 L318 386 L348 404 L336 770 L224 770Z", "inner"),
    Patch("M280 470 L318 386 L348 404 L336 770 L282 770Z", "inner-dark", 0, 0.35),
    Patch("M281 470 L281 770", "inner-dark", 2.6),
    Patch("M244 372 C236 384 226 398 220 416 L262 458 L280 464 L250 392Z", "inner-light"),
    Patch("M316 372 C324 384 334 398 340 416 L298 458 L280 464 L310 392Z", "inner-dark"),
    Patch("M220 416 L262 458 L280 464", "inner-dark", 2, 0.8),
)
CLOSED_COLLAR = (
    Patch("M212 404 L246 380 L280 424 L314 380 L348 404 L336 770 L224 770Z", "inner"),
    Patch("M280 424 L314 380 L348 404 L336 770 L282 770Z", "inner-dark", 0, 0.35),
    Patch("M281 440 L281 770", "inner-dark", 2.6),
    Patch("M246 368 C240 380 232 394 228 408 L258 448 L281 420 C266 410 254 394 246 368Z", "inner-light"),
    Patch(
        "M314 368 C320 380 328 394 332 408 L302 448 L279 420 C294 410 306 394 314 368Z", "inner-dark", 0, 0.9
    ),
    Patch("M228 408 L258 448 L281 420", "inner-dark", 2, 0.8),
)
TIE = (
    Patch("M281 418 L268 430 L274 446 L288 446 L294 430Z", "accent-dark"),
    Patch("M274 446 L288 446 L304 600 L282 630 L260 600Z", "accent"),
    Patch("M288 446 L304 600 L282 630 L282 446Z", "accent-dark", 0, 0.45),
    Patch("M270 500 L290 486 M267 536 L295 516 M264 572 L299 548", "accent-light", 4, 0.45),
)
LAPELS = (
    Patch("M238 388 L192 420 L214 456 L194 474 L278 690 L286 660 L226 432Z", "light"),
    Patch("M322 388 L368 420 L346 456 L366 474 L288 690 L280 660 L334 432Z", "dark"),
    Patch("M192 420 L214 456 L194 474 L278 690", "dark", 2, 0.55),
    Patch("M238 388 L226 432 L284 655", "rim", 1.6, 0.35),
)


@dataclass(frozen=True, slots=True)
class Garment:
    """What somebody wears.

    Args:
        soft: its patches on a feminine body.
        sharp: on a masculine one.
        sleeve: `cloth` or `inner`, the dye of the arms.
        cuff: shirt, rib, rolled or plain.
        neckwear: whether the neck is covered, so that nothing hangs on it.
    """

    soft: tuple[Patch, ...]
    sharp: tuple[Patch, ...]
    sleeve: str = "cloth"
    cuff: str = "plain"
    neckwear: bool = False


_COAT_HALVES = (Patch(LEFT, "left"), Patch(RIGHT, "right"), *FOLDS, *SHADE)
_POCKET = (Patch("M330 530 L384 524 L386 534 L332 540Z", "dark", 0, 0.8),)
_TEE = (
    Patch(
        "M208 404 L238 388 C250 430 264 444 280 445 C296 444 310 430 322 388 L352 404 L340 770 L220 770Z",
        "inner",
    ),
    Patch("M280 445 C296 444 310 430 322 388 L352 404 L340 770 L282 770Z", "inner-dark", 0, 0.45),
    Patch("M238 390 C250 430 264 444 280 445 C296 444 310 430 322 390", "inner-light", 4, 0.9),
)
SUIT = Garment(
    soft=(*OPEN_COLLAR, *_COAT_HALVES, *LAPELS),
    sharp=(*CLOSED_COLLAR, *TIE, *_COAT_HALVES, *LAPELS, *_POCKET),
    cuff="shirt",
)
BLAZER = Garment(
    soft=(
        *_TEE,
        *_COAT_HALVES,
        Patch("M238 388 L206 410 L222 470 L278 690 L286 660 L230 446Z", "light"),
        Patch("M322 388 L354 410 L338 470 L288 690 L280 660 L330 446Z", "dark"),
        Patch("M206 410 L222 470 L278 690", "dark", 2, 0.55),
        *_POCKET,
    ),
    sharp=(*OPEN_COLLAR, *_COAT_HALVES, *LAPELS, *_POCKET),
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
_BAND = (
    Patch(
        "M238 386 L224 432 L272 640 L272 770 L294 770 L294 640 L336 432 L322 386 L310 404 L316 432 L283 600 L250 432 L250 404Z",
        "light",
    ),
    Patch("M283 640 L283 640.5 M283 690 L283 690.5", "dark", 9),
)
CARDIGAN = Garment(
    soft=(
        *_TEE,
        Patch(LEFT, "left"),
        Patch(RIGHT, "right"),
        *FOLDS,
        *SHADE,
        *_BAND,
        Patch(
            "M190 470 C194 520 196 560 196 600 M220 480 C224 540 228 590 230 640 M370 470 C366 520 364 560 364 600",
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
        "M200 470 C206 540 208 620 206 700 M240 480 C244 560 246 640 246 720 M320 480 C316 560 314 640 314 720 M360 470 C354 540 352 620 354 700",
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
            "M242 346 C238 370 236 392 232 404 C250 430 310 430 328 404 C324 392 322 370 318 346 C300 358 260 358 242 346Z",
            "light",
        ),
        Patch(
            "M318 346 C322 370 324 392 328 404 C318 418 300 424 286 425 C300 400 306 376 304 354Z",
            "dark",
            0,
            0.6,
        ),
        Patch(
            "M254 356 C252 380 250 400 250 416 M268 360 C267 384 266 404 266 422 M282 360 L282 424 M298 358 C299 384 300 404 300 420",
            "dark",
            1.6,
            0.5,
        ),
        Patch("M242 346 C260 358 300 358 318 346", "rim", 2, 0.5),
    ),
    sharp=(
        *_KNIT,
        Patch(
            "M238 388 C250 410 264 422 280 423 C296 422 310 410 322 388 L334 398 C320 428 300 440 280 441 C260 440 240 428 226 398Z",
            "light",
        ),
        Patch(
            "M322 388 L334 398 C320 428 300 440 284 441 L284 423 C298 420 312 410 322 388Z", "dark", 0, 0.7
        ),
    ),
    cuff="rib",
    neckwear=True,
)
COAT = Garment(
    soft=(
        Patch("M206 408 L234 384 C250 420 310 420 326 384 L354 408 L340 770 L220 770Z", "inner"),
        Patch(
            "M242 350 C238 372 236 392 232 404 C250 428 310 428 328 404 C324 392 322 372 318 350 C300 362 260 362 242 350Z",
            "inner-light",
        ),
        Patch(
            "M282 424 C300 424 318 416 328 404 C324 392 322 372 318 350 C312 354 304 357 296 358 C298 384 296 404 282 424Z",
            "inner-dark",
            0,
            0.7,
        ),
        *_COAT_HALVES,
        Patch("M238 384 L180 424 L208 478 L186 496 L276 720 L288 690 L226 448Z", "light"),
        Patch("M322 384 L380 424 L352 478 L374 496 L290 720 L278 690 L334 448Z", "dark"),
        Patch("M180 424 L208 478 L186 496 L276 720", "dark", 2.4, 0.6),
    ),
    sharp=(
        *CLOSED_COLLAR,
        *TIE,
        *_COAT_HALVES,
        Patch("M238 384 L180 424 L208 478 L186 496 L276 720 L288 690 L226 448Z", "light"),
        Patch("M322 384 L380 424 L352 478 L374 496 L290 720 L278 690 L334 448Z", "dark"),
        Patch("M180 424 L208 478 L186 496 L276 720", "dark", 2.4, 0.6),
    ),
)
_WORK = (
    Patch("M216 404 L246 384 L280 436 L314 384 L344 404 L320 520 L240 520Z", "inner"),
    Patch("M280 436 L314 384 L344 404 L320 520 L284 520Z", "inner-dark", 0, 0.5),
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
GARMENTS: Mapping[str, Garment] = MappingProxyType(
    {
        "suit": SUIT,
        "blazer": BLAZER,
        "shirt": SHIRT,
        "cardigan": CARDIGAN,
        "jacket": JACKET,
        "vest": VEST,
        "knit": KNIT,
        "coat": COAT,
        "workwear": WORKWEAR,
    }
)
"""By the words of `looks.CLOTHES`."""
