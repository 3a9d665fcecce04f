"""Hands, drawn about the wrist with the fingers along +x and the thumb upward.

A hand is data: the palm as one shape and each finger as a line with a thickness, painted in order over a
slightly wider line of shade, which is what separates them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.desk.art.pigment import Skin
from game.desk.art.svg import group, path, placed, stroke


@dataclass(frozen=True, slots=True)
class Finger:
    """A finger: the line of its bones and its thickness."""

    d: str
    width: float = 13.5


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand: fingers that grow out from under the palm, the palm, a thumb over it, and a few lines."""

    palm: str
    fingers: tuple[Finger, ...] = ()
    thumb: Finger | None = None
    lines: tuple[str, ...] = ()


HANDS: Mapping[str, Hand] = MappingProxyType(
    {
        # lying flat, fingers together
        "rest": Hand(
            palm="M-18 -17 C0 -19 16 -26 36 -26 C50 -26 56 -16 56 0 C56 16 48 24 36 25 C16 25 0 19 -18 17Z",
            fingers=(
                Finger("M2 -14 Q20 -34 44 -33", 14),
                Finger("M40 17 Q58 20 72 24", 11.5),
                Finger("M44 7 Q68 8 86 14", 13),
                Finger("M46 -5 Q74 -6 93 1", 13.5),
                Finger("M42 -17 Q66 -19 85 -12", 13.5),
            ),
            lines=("M50 -11 q4 3 2 8", "M51 2 q4 3 1 7"),
        ),
        # held open: the palm towards us, fingers a little apart
        "palm": Hand(
            palm="M-18 -16 C-2 -19 14 -26 34 -26 C50 -25 56 -14 56 2 C56 17 48 25 36 26 C16 26 0 19 -18 16Z",
            fingers=(
                Finger("M6 -14 Q22 -38 42 -48", 14.5),
                Finger("M40 18 Q58 26 72 34", 11.5),
                Finger("M46 8 Q70 12 89 18", 13),
                Finger("M48 -3 Q76 -4 97 -2", 13.5),
                Finger("M44 -15 Q68 -21 88 -25", 13.5),
            ),
            lines=("M14 -15 Q32 -2 22 17", "M28 -19 Q42 -8 50 2", "M32 6 Q42 10 50 12"),
        ),
        # laid round an upper arm: four bent fingers, the thumb along the first
        "clasp": Hand(
            palm="M-20 -18 C-2 -21 12 -28 32 -27 C48 -26 54 -14 54 0 C54 16 46 25 32 26 C14 26 -2 20 -20 18Z",
            fingers=(
                Finger("M36 18 Q56 21 66 20", 12.5),
                Finger("M42 7 Q66 9 79 9", 13.5),
                Finger("M44 -5 Q70 -6 84 -4", 14),
                Finger("M40 -17 Q66 -21 80 -17", 14),
            ),
            thumb=Finger("M10 -17 Q28 -31 52 -31", 13.5),
            lines=("M47 -11 q6 2 10 2", "M49 1 q6 2 10 2", "M47 12 q5 2 8 2"),
        ),
        # holding an edge: the palm behind what is held, the thumb before it
        "grip": Hand(
            palm="M-20 -17 C-4 -22 10 -28 26 -26 C38 -22 40 -8 38 6 C36 20 22 25 8 23 C-4 21 -12 18 -20 17Z",
        ),
        "thumb": Hand(
            palm="M-16 -15 C-6 -20 6 -25 16 -24 C26 -20 24 -6 16 4 C4 14 -8 14 -16 12Z",
            thumb=Finger("M8 -14 Q28 -22 54 -17", 15),
            lines=("M42 -23 q6 -1 10 2",),
        ),
        # pointing
        "point": Hand(
            palm="M-20 -17 C0 -20 12 -25 30 -24 C44 -22 48 -12 46 2 C44 18 34 24 20 24 C6 23 -6 19 -20 17Z",
            fingers=(
                Finger("M2 -14 Q18 -30 38 -30", 14),
                Finger("M34 16 Q46 18 44 24 Q38 28 28 26", 12),
                Finger("M36 7 Q54 8 54 16 Q48 21 36 19", 13),
                Finger("M38 -4 Q60 -5 60 5 Q54 12 40 9", 13.5),
                Finger("M36 -15 Q66 -18 92 -12", 13),
            ),
        ),
        # round a cup: four fingers lie across it
        "wrap": Hand(
            palm="M-18 -18 C0 -20 10 -28 24 -28 C34 -26 38 -12 36 4 C34 22 24 28 12 26 C0 24 -8 20 -18 18Z",
            fingers=(
                Finger("M18 20 Q36 22 52 18", 12),
                Finger("M22 8 Q42 9 60 6", 13),
                Finger("M24 -5 Q46 -5 64 -6", 13.5),
                Finger("M22 -18 Q44 -20 60 -18", 13.5),
            ),
            lines=("M28 -11 q8 1 14 0", "M29 2 q8 1 14 0"),
        ),
        # under a chin: bent fingers seen from the side, the first along the jaw
        "chin": Hand(
            palm="M-22 -18 C-4 -20 8 -25 24 -25 C40 -24 46 -12 44 2 C42 18 32 25 18 25 C4 24 -8 20 -22 18Z",
            fingers=(
                Finger("M6 -16 Q26 -34 52 -36", 14),
                Finger("M30 16 Q48 18 46 26 Q38 30 26 27", 12),
                Finger("M33 6 Q56 7 54 17 Q46 22 34 20", 13),
                Finger("M34 -6 Q62 -6 60 5 Q50 12 38 9", 13.5),
                Finger("M32 -16 Q62 -18 90 -26", 13),
            ),
        ),
    }
)


def _finger(finger: Finger, skin: Skin) -> str:
    return stroke(finger.d, skin.deep, finger.width + 2.6, 0.8) + stroke(finger.d, skin.base, finger.width)


def hand(
    kind: str, x: float, y: float, turn: float, skin: Skin, scale: float = 1.0, flip: bool = False
) -> str:
    """A hand with its wrist at (x, y), turned by degrees; `flip` puts the thumb below."""
    shape = HANDS[kind]
    body = "".join(
        (
            *(_finger(finger, skin) for finger in shape.fingers),
            path(shape.palm, skin.base) if shape.palm else "",
            _finger(shape.thumb, skin) if shape.thumb else "",
            *(stroke(line, skin.deep, 1.8, 0.55) for line in shape.lines),
        )
    )
    return placed(group(body, "scale(1 -1)") if flip else body, x, y, turn, scale)
