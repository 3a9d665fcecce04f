"""Personal things that are worn: on the head, in the hair, on the chest, round the neck."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.content.looks import Looks
from game.desk.art.patch import Patch

COMPANIONS: Mapping[str, tuple[str, ...]] = MappingProxyType({"hair-clip": ("lanyard", "earring")})
"""What goes with a thing in office clothes."""
OFFICE = frozenset({"suit", "blazer"})

ON_HEAD: Mapping[str, tuple[Patch, ...]] = MappingProxyType(
    {
        "hair-clip": (
            Patch("M365 130 L386 180", "#10161C", 9, 0.25),
            Patch("M364 128 L385 177", "accent", 8),
            Patch("M366 135 L380 166", "accent-light", 2.2, 0.8),
        ),
        "pencil": (
            Patch("M340 204 L432 166", "#10161C", 9, 0.22),
            Patch("M352 198 L420 169.5", "#D9A13A", 8.5),
            Patch("M352 196 L418 168", "#F0C56A", 2.4),
            Patch("M420 169.5 L426 167", "#B9BDBD", 8.5),
            Patch("M426 167 L432 164.5", "#C77B72", 8.5),
            Patch("M353.6 202 L336 204.5 L350.4 194Z", "#EBD3A8"),
            Patch("M341 201.5 L336 204.5 L341.6 203.6Z", "#23272B"),
        ),
        "earring": (
            Patch("M376 206 C384 204 388 208 388 214", "#DDE3E6", 4.2),
            Patch("M370 252 L370 258", "#D9A94C", 2.4),
            Patch("M370 258 L370 258.5", "#E4B65A", 10),
            Patch("M368.6 256.6 L368.6 257", "#FFF1C9", 3),
        ),
    }
)
ON_BODY: Mapping[str, tuple[Patch, ...]] = MappingProxyType(
    {
        "lanyard": (
            Patch("M244 388 L276 548 M316 388 L284 548", "accent", 7),
            Patch("M246 392 L277 546", "accent-light", 1.6, 0.5),
            Patch("M276 540 L284 540 L284 552 L276 552Z", "#9AA3A6"),
            Patch("M256 552 L304 552 L304 614 L256 614Z", "#FFFDF7"),
            Patch("M256 552 L304 552 L304 567 L256 567Z", "#1E6B57"),
            Patch("M264 579 L296 579 M264 589 L288 589", "#B9B0A0", 4),
        ),
        "calculator": (
            Patch("M338 478 L384 474 L387 526 L341 530Z", "#2F6B4F"),
            Patch("M374 475 L384 474 L387 526 L379 527Z", "#1F4A37"),
            Patch("M343 483 L377 480 L378 492 L344 495Z", "#C9DAB8"),
            Patch("M352 489 L372 487.4", "#5A6B4E", 2),
            Patch(
                "M347 502 L347.2 502 M357 501 L357.2 501 M367 500 L367.2 500 M377 499 L377.2 499 M347.6 511 "
                "L347.8 511 M357.6 510 L357.8 510 M367.6 509 L367.8 509",
                "#E6E0CC",
                5.4,
            ),
            Patch("M334 514 L392 509 L392 562 L363 574 L334 562Z", "pocket"),
            Patch("M334 514 L392 509", "dark", 3),
        ),
        "pen": (
            Patch("M352 476 L354 520 M363 473 L364 520 M374 475 L374 520", "#2A3138", 6),
            Patch("M352 476 L353 500", "#A83227", 6),
            Patch("M363 473 L364 500", "#2A5B87", 6),
            Patch("M349 484 L350 506 M360 481 L361 506 M371 483 L371 506", "#D9DEE0", 2),
            Patch("M334 512 L392 508 L392 562 L363 574 L334 562Z", "pocket"),
            Patch("M334 512 L392 508", "dark", 3),
        ),
        "fine-pen": (
            Patch("M350 498 L354 536", "#15191D", 7),
            Patch("M350 498 L352 514", "#2A3138", 7.5),
            Patch("M347 500 L350 526", "#D9B35C", 2.4),
            Patch("M350 496 L350.2 496.6", "#D9B35C", 6),
        ),
        "badge": (
            Patch("M338 486 L398 480 L401 508 L341 514Z", "#10161C", 0, 0.3),
            Patch("M336 483 L396 477 L399 505 L339 511Z", "#FFFDF7"),
            Patch("M336 483 L396 477 L397 485 L337 491Z", "accent"),
            Patch("M345 498 L378 494.6 M346 504.5 L368 502.2", "#8C8371", 2.6),
        ),
        "scarf": (
            Patch(
                "M232 372 C240 396 262 410 284 410 C306 410 322 398 328 374 C344 388 348 408 338 "
                "424 C316 444 "
                "250 446 226 424 C216 406 220 386 232 372Z",
                "accent",
            ),
            Patch(
                "M300 408 C318 402 326 390 328 374 C344 388 348 408 338 424 C326 434 312 438 298 440Z",
                "accent-dark",
                0,
                0.6,
            ),
            Patch(
                "M228 392 C244 418 312 422 336 396 M226 408 C248 430 306 434 334 414", "accent-dark", 3, 0.6
            ),
            Patch("M246 428 C236 470 232 520 240 566 L286 558 C276 512 280 470 288 434Z", "accent"),
            Patch(
                "M270 434 C264 470 264 516 272 560 L286 558 C276 512 280 470 288 434Z", "accent-dark", 0, 0.5
            ),
            Patch(
                "M240 566 L241 580 M250 565 L251 579 M260 563 L262 577 M271 561 L273 575 M281 559 L283 573",
                "accent",
                3.4,
            ),
            Patch("M234 384 C244 406 262 416 280 418", "accent-light", 3, 0.5),
        ),
    }
)
UNDER_HAIR = frozenset({"pencil", "earring"})
"""What hair falls over."""


def belongings(looks: Looks) -> tuple[str, ...]:
    """Everything personal that somebody has, the companions of a thing included."""
    own = [thing for thing in (looks.thing, looks.also) if thing != "none"]
    if looks.clothes in OFFICE:
        own = ["fine-pen" if thing == "pen" else thing for thing in own]
    if looks.feminine and looks.clothes in OFFICE:
        own += [also for thing in tuple(own) for also in COMPANIONS.get(thing, ()) if also not in own]
    return tuple(own)
