"""Pieces that several garments share: halves of a coat, folds, collars, a tie, lapels.

The neck of each garment is open to the neck of the head layer, which lies behind. Tones: `base`, `dark`,
`light`, `rim` are the cloth's; `left` and `right` its two halves in the light of the window, `halves` both;
`inner…` the shirt beneath; `accent…` speaks for itself.
"""

from __future__ import annotations

from game.desk.art.patch import Patch

LEFT = "M70 770 C66 620 76 500 122 453 C148 428 200 414 238 390 L234 430 L284 660 L284 770Z"
RIGHT = "M490 770 C494 620 484 500 438 453 C412 428 360 414 322 390 L326 430 L276 660 L276 770Z"
WHOLE = (
    "M70 770 C66 620 76 500 122 453 C148 428 200 414 238 390 C250 408 264 420 280 421 C296 420 310 "
    "408 322 390 "
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
    Patch("M218 410 L242 386 L280 470 L318 386 L342 410 L336 770 L224 770Z", "inner"),
    Patch("M280 470 L318 386 L342 410 L336 770 L282 770Z", "inner-dark", 0, 0.35),
    Patch("M281 470 L281 770", "inner-dark", 2.6),
    Patch("M244 372 C236 384 226 398 220 416 L262 458 L280 464 L250 392Z", "inner-light"),
    Patch("M316 372 C324 384 334 398 340 416 L298 458 L280 464 L310 392Z", "inner-dark"),
    Patch("M220 416 L262 458 L280 464", "inner-dark", 2, 0.8),
)
CLOSED_COLLAR = (
    Patch("M218 410 L246 380 L280 424 L314 380 L342 410 L336 770 L224 770Z", "inner"),
    Patch("M280 424 L314 380 L342 410 L336 770 L282 770Z", "inner-dark", 0, 0.35),
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
COAT_HALVES = (Patch(LEFT, "left"), Patch(RIGHT, "right"), *FOLDS, *SHADE)
POCKET = (Patch("M330 530 L384 524 L386 534 L332 540Z", "dark", 0, 0.8),)
TEE = (
    Patch(
        "M218 410 L238 388 C250 430 264 444 280 445 C296 444 310 430 322 388 L342 410 L336 770 L220 770Z",
        "inner",
    ),
    Patch("M280 445 C296 444 310 430 322 388 L342 410 L336 770 L282 770Z", "inner-dark", 0, 0.45),
    Patch("M238 390 C250 430 264 444 280 445 C296 444 310 430 322 390", "inner-light", 4, 0.9),
)
