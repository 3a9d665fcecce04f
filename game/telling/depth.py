"""How deep an explanation goes."""

from __future__ import annotations

from enum import Enum, unique


@unique
class Depth(Enum):
    """Three depths of telling why; each says what the one before says, and more."""

    CUE = "cue"  # everyday words, no names of moves, no numbers
    COACH = "coach"  # named moves and causes in a sentence
    LAB = "lab"  # the numbers themselves, with the ids of the parameters
