"""What the command line tells people who asked for something it cannot do, and how it ends then."""

from __future__ import annotations

from difflib import get_close_matches
from enum import IntEnum, unique

from game.language.words import Words


@unique
class ExitCode(IntEnum):
    """How a command ends, for whoever started it."""

    FINE = 0
    CONTENT_FAULTS = 1  # what was looked at has errors
    UNUSABLE = 2  # the command or its input cannot be used; a line that is not on offer
    BUG = 70  # Rapport itself is at fault
    INTERRUPTED = 130  # Ctrl-C


class Complaint(Exception):
    """Something about the input that only the person at the keyboard can put right.

    Attributes:
        sentence: what is wrong, in the chosen language.
        kind: one word for programs that read the answer, for example `unknown-scenario`.
        code: how the command ends.
    """

    def __init__(self, sentence: str, kind: str = "input", code: ExitCode = ExitCode.UNUSABLE) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.kind = kind
        self.code = code


def perhaps(words: Words, given: str, known: list[str]) -> str:
    """A question after a complaint about an unknown name: the nearest known one, or nothing."""
    near = get_close_matches(given, known, n=1, cutoff=0.5)
    return " " + words("Did you mean '{name}'?", name=near[0]) if near else ""
