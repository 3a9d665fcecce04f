"""What arms can do, as data: sleeves, hands and the thing that is held, in the order of painting.

Drawn for the reference body; sleeves are bent to the wearer, hands keep their size and follow the wrist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sleeve:
    """A forearm in its sleeve.

    Args:
        d: the whole forearm, elbow to wrist.
        upper: the part that is cloth when sleeves are rolled up.
        bare: the part that is skin then.
        cuff: a line across the wrist.
        roll: a line across the forearm where a rolled sleeve ends.
        folds: lines of creases.
        shade: lines of shadow it throws on what lies beneath (painted first).
        dark: whether it lies in the shadow of the other arm.
        rim: a line of light along its upper edge.
    """

    d: str
    upper: str
    bare: str
    cuff: str
    roll: str
    folds: str = ""
    shade: str = ""
    dark: bool = False
    rim: str = ""


@dataclass(frozen=True, slots=True)
class HandAt:
    """A hand of `hand.HANDS` with its wrist at (x, y), turned by degrees; `flip` puts the thumb below."""

    kind: str
    x: float
    y: float
    turn: float
    flip: bool = False
    watch: bool = False  # whether a watch would be seen on this wrist


@dataclass(frozen=True, slots=True)
class Held:
    """Something held, by its name in `prop`."""

    name: str
    x: float
    y: float
    turn: float = 0.0


Step = Sleeve | HandAt | Held

_LEFT_ACROSS = Sleeve(
    d="M84 552 C66 596 72 650 116 660 C180 664 320 656 440 646 L440 590 C330 598 210 596 160 588 "
    "C128 580 104 566 84 552Z",
    upper="M84 552 C66 596 72 650 116 660 C156 661 200 660 240 658 L236 594 C206 593 180 591 160 588 "
    "C128 580 104 566 84 552Z",
    bare="M226 596 C290 601 360 602 440 598 L440 640 C350 650 290 654 226 656Z",
    cuff="",
    roll="M236 594 L240 658",
    folds="M104 566 C116 590 136 600 164 602 M96 590 C112 612 140 620 172 620",
    rim="M160 590 C220 598 310 600 400 595",
)
_RIGHT_REST = Sleeve(
    d="M476 552 C496 600 488 640 446 646 C410 644 372 634 340 620 L352 566 C386 572 412 570 428 562 C450 552 "
    "464 550 476 552Z",
    upper="M476 552 C496 600 488 640 446 646 C424 645 404 641 386 636 L394 571 C408 569 420 566 428 562 C450 "
    "552 464 550 476 552Z",
    bare="M404 572 C386 574 368 574 348 573 L340 612 C356 620 376 630 396 634Z",
    cuff="M352 566 L340 620",
    roll="M394 571 L386 636",
    folds="M462 562 C452 584 434 592 412 594 M468 586 C456 606 436 614 410 612",
)
_LEFT_REST = Sleeve(
    d="M84 552 C64 600 72 640 114 646 C150 644 188 634 220 620 L208 566 C174 572 148 570 132 562 C110 552 96 "
    "550 84 552Z",
    upper="M84 552 C64 600 72 640 114 646 C136 645 156 641 174 636 L166 571 C152 569 142 566 132 "
    "562 C110 552 "
    "96 550 84 552Z",
    bare="M156 572 C174 574 192 574 212 573 L220 612 C204 620 184 630 164 634Z",
    cuff="M208 566 L220 620",
    roll="M166 571 L174 636",
    folds="M98 562 C108 584 126 592 148 594 M92 586 C104 606 124 614 150 612",
    rim="M136 564 C160 572 182 571 204 567",
)

POSES: Mapping[str, tuple[Step, ...]] = MappingProxyType(
    {
        "open": (
            _LEFT_REST,
            HandAt("rest", 222, 592, 6),
            _RIGHT_REST,
            HandAt("rest", 338, 592, 172, flip=True, watch=True),
        ),
        "palms": (
            Sleeve(
                d="M84 552 C62 600 70 646 110 650 C136 648 160 638 180 626 L168 568 C146 574 128 568 84 552Z",
                upper="M84 552 C62 600 70 646 110 650 C126 649 140 645 152 640 L138 570 C120 568 106 "
                "562 84 552Z",
                bare="M130 570 C144 572 160 572 178 569 L190 606 C176 622 158 634 142 640Z",
                cuff="M164 566 L176 628",
                roll="M138 570 L152 640",
                folds="M96 564 C104 584 116 590 132 592 M90 588 C100 606 114 614 132 614",
                rim="M120 568 C138 573 152 573 166 570",
            ),
            HandAt("palm", 170, 596, -30, flip=True),
            Sleeve(
                d="M476 552 C498 600 490 646 450 650 C424 648 400 638 380 626 L392 568 C414 574 432 "
                "568 476 552Z",
                upper="M476 552 C498 600 490 646 450 650 C434 649 420 645 408 640 L422 570 C440 568 454 "
                "562 476 552Z",
                bare="M430 570 C416 572 400 572 382 569 L370 606 C384 622 402 634 418 640Z",
                cuff="M396 566 L384 628",
                roll="M422 570 L408 640",
                folds="M464 564 C456 584 444 590 428 592 M470 588 C460 606 446 614 428 614",
            ),
            HandAt("palm", 390, 596, 210, watch=True),
        ),
        "crossed": (
            Sleeve(
                d="M462 540 C492 590 486 650 446 664 L180 654 C150 640 150 596 178 584 L400 560Z",
                upper="M462 540 C492 590 486 650 446 664 L226 656 L220 580 L400 560Z",
                bare="M200 604 L240 604 L240 644 L200 644Z",
                cuff="",
                roll="",
                folds="M452 556 C440 582 424 592 396 596 M460 590 C448 606 432 614 404 614",
                dark=True,
            ),
            Sleeve(
                d="M92 548 C70 596 74 656 118 668 C200 666 300 638 372 606 L356 545 C290 562 210 582 160 586 "
                "C128 582 106 566 92 548Z",
                upper="M92 548 C70 596 74 656 118 668 C164 667 210 660 252 648 L240 575 C210 582 184 587 160 "
                "586 C128 582 106 566 92 548Z",
                bare="M230 580 C284 572 330 562 372 551 L384 592 C336 614 290 634 242 648Z",
                cuff="M356 545 L372 606",
                roll="M240 575 L252 648",
                folds="M108 566 C120 590 142 598 170 598 M100 590 C116 614 144 622 176 618",
                shade="M150 672 C230 664 300 642 372 612",
                rim="M168 588 C230 580 300 562 350 549",
            ),
            HandAt("clasp", 384, 571, -13, watch=True),
        ),
        "paper": (
            _LEFT_REST,
            HandAt("grip", 214, 582, -24),
            Held("page", 284, 536, -5),
            HandAt("thumb", 214, 582, -24),
            _RIGHT_REST,
            HandAt("point", 348, 590, 196, flip=True, watch=True),
        ),
        "phone": (
            _LEFT_ACROSS,
            Sleeve(
                d="M478 541 C499 606 486 662 436 662 C404 640 378 604 362 576 L402 534 C428 552 452 "
                "556 478 541Z",
                upper="M478 541 C499 606 486 662 436 662 C420 651 406 637 394 620 L438 556 C452 556 467 "
                "551 478 541Z",
                bare="M402 632 C388 616 376 598 364 574 L392 544 C410 558 428 564 446 562Z",
                cuff="M362 576 L402 534",
                roll="M394 620 L438 556",
                folds="M474 566 C462 582 446 588 424 584 M480 592 C466 610 446 616 420 610",
                rim="M398 626 C384 608 372 592 364 579",
            ),
            Held("phone", 332, 498, -12),
            HandAt("wrap", 376, 550, 226, flip=True, watch=True),
        ),
        "cup": (
            _LEFT_REST,
            _RIGHT_REST,
            Held("cup", 280, 552),
            HandAt("wrap", 216, 588, -14),
            HandAt("wrap", 344, 588, 194, flip=True, watch=True),
        ),
        "chin": (
            _LEFT_ACROSS,
            Sleeve(
                d="M479 553 C498 616 482 668 440 668 C400 660 380 600 364 540 C352 500 336 460 322 430 L366 "
                "408 C392 446 430 500 452 530 C462 542 471 549 479 553Z",
                upper="M479 553 C498 616 482 668 440 668 C404 661 378 600 360 528 L420 486 C432 504 443 518 "
                "452 530 C462 542 471 549 479 553Z",
                bare="M364 545 C356 500 344 462 330 428 L364 410 C382 438 406 470 428 500Z",
                cuff="M322 430 L366 408",
                roll="M360 528 L420 486",
                folds="M476 576 C462 592 444 596 424 588 M482 604 C464 620 440 622 416 612",
                rim="M376 586 C366 556 352 500 326 436",
            ),
            HandAt("chin", 343, 417, 232, flip=True, watch=True),
        ),
    }
)
"""By the words of `expression.ARMS`."""
