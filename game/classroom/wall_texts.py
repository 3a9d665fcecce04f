"""What a trainer writes for everybody's eyes (titles, teams, goals, notices), so that it cannot hurt a page.

Whoever pastes a title from somewhere does not know what hides in it; so it is cleaned and not refused, other
than a nickname, which people choose for themselves (`nicknames`).
"""

from __future__ import annotations

import unicodedata
from typing import Any

MOST_MARKS = 2
"""Marks on one letter, as for nicknames; more spill over the line."""

_KEPT = frozenset("\u200d\ufe0e\ufe0f")
"""Joiners and the choice between picture and letter, which make up pictures of people."""

_GONE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, turns of direction and other signs that show nothing, halves of characters, private ones."""


def for_the_wall(text: str) -> str:
    """A text as it may stand on the wall: composed, on one line, without anything that cannot be seen."""
    while (again := _once(text)) != text:  # what is taken out may bring together what composes
        text = again
    return text


def _once(text: str) -> str:
    spaced = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    kept, marks = [], 0
    for sign in spaced:
        kind = unicodedata.category(sign)
        if kind in _GONE and sign not in _KEPT:
            continue
        marks = marks + 1 if kind in {"Mn", "Me"} and sign not in _KEPT else 0
        if marks <= MOST_MARKS:
            kept.append(sign)
    if all(sign in _KEPT or sign == " " for sign in kept):
        return ""
    return " ".join("".join(kept).split()).strip("\u200d ")


def cleaned(value: Any) -> Any:
    """The same for a body that is being checked: what is no text is somebody else's to refuse."""
    return for_the_wall(value) if isinstance(value, str) else value
