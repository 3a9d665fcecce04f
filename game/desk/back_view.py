"""Somebody at the window, seen from behind: the title shows that a person waits, and not yet who."""

from __future__ import annotations

from game.desk.art import svg

BOX = (160.0, 180.0, 300.0, 480.0)
"""x, y, width, height of the figure, in units of the guide."""

_COAT, _COAT_DARK, _RIM = "#26344C", "#192438", "#F6E7C4"
_HAIR, _HAIR_LIGHT = "#211F27", "#4A4652"


def figure() -> str:
    """The figure as SVG elements; the morning comes from the window before her, so her edges are bright."""
    return "".join(
        (
            svg.path(
                "M186 660 C184 540 194 452 268 420 C292 410 334 410 358 420 C430 452 440 540 436 660Z", _COAT
            ),
            svg.path(
                "M313 414 L313 660 L436 660 C440 540 430 452 358 420 C345 415 330 413 313 414Z",
                _COAT_DARK,
                opacity=0.55,
            ),
            svg.stroke("M313 432 L313 656", _COAT_DARK, 2.4),
            svg.stroke("M214 560 C212 600 214 630 216 656 M410 560 C413 600 411 630 409 656", _COAT_DARK, 3),
            svg.path("M286 352 L340 352 L344 416 C330 426 296 426 282 416Z", "#C98F6D"),
            svg.path("M276 412 C296 398 330 398 350 412 L354 430 C332 416 294 416 272 430Z", "#E9E0CE"),
            svg.stroke("M276 412 C296 398 330 398 350 412", "#A83227", 5),
            svg.path(
                "M248 300 C242 228 268 194 313 194 C358 194 384 228 378 300 C382 340 380 362 366 374"
                " C338 386 288 386 260 374 C246 362 244 340 248 300Z",
                _HAIR,
            ),
            svg.stroke("M313 200 C308 250 308 320 311 380", _HAIR_LIGHT, 2.2, 0.5),
            svg.stroke(
                "M280 214 C264 250 262 320 270 370 M346 214 C362 250 364 320 356 370", _HAIR_LIGHT, 3, 0.45
            ),
            svg.stroke("M252 292 C248 236 270 202 308 197", _RIM, 4, 0.75),
            svg.stroke("M374 292 C378 240 360 206 326 198", _RIM, 2.6, 0.5),
            svg.stroke("M190 620 C188 530 202 458 264 426", _RIM, 5, 0.7),
            svg.stroke("M433 620 C436 530 424 460 366 426", _RIM, 3, 0.45),
        )
    )
