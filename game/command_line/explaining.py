"""What a code of a diagnostic means, with a file that shows it."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from game.authoring.checks import diagnostics_of
from game.authoring.made_examples import RECIPES, made
from game.command_line.complaints import Complaint, ExitCode, perhaps
from game.command_line.house import House
from game.command_line.streams import tell
from game.command_line.trying import trials_of
from game.content.catalogue import CATALOGUE
from game.content.catalogue.entries import Entry
from game.content.diagnostics import Diagnostic
from game.content.examples import Example, example
from game.language.words import marked
from game.records.faults import SaveTrouble

AROUND = 4
"""Lines of the example that are shown before and after the fault."""

EVERYTHING = "all"

PROVED = "SC610"
"""The first of the codes that only playing finds; those of golden paths come before it."""

_SAVES = {
    SaveTrouble.DAMAGED: marked(
        "Half of it was written, or another program wrote into it. Nothing is deleted."
    ),
    SaveTrouble.OTHER_RULES: marked(
        "The scenario or the customer model has changed since; the same lines would now mean something else."
    ),
    SaveTrouble.NOT_WRITABLE: marked(
        "The play goes on all the same; choose another folder with RAPPORT_HOME."
    ),
    SaveTrouble.DISK_FULL: marked(
        "The play goes on all the same; make room, and the next line is kept again."
    ),
    SaveTrouble.NOT_SAVED: marked("The play goes on all the same; the reason is what the system says."),
    SaveTrouble.NEWER: marked("Bring Rapport up to date to go on with it."),
    SaveTrouble.UNREADABLE: marked("A path must lead to a transcript: a file that 'rapport play' has kept."),
    SaveTrouble.NO_TRANSCRIPT: marked(
        "A transcript is a JSON file with a fingerprint, a seed and the lines said."
    ),
    SaveTrouble.NO_REPLAY: marked(
        "A line in it was not on offer; it was changed, or is of another version of the scenario."
    ),
}
"""Why there is such a trouble, and what to do; its sentence stands with the saves."""


def explained(house: House, code: str) -> int:
    """Explain a code, or list all of them.

    Raises:
        Complaint: there is no such code.
    """
    words = house.words
    if code == EVERYTHING:
        for entry in CATALOGUE.values():
            tell(f"{entry.code}  {entry.severity.words.said(words.locale)}  {_meaning(house, entry)}")
        for trouble in SaveTrouble:
            tell(f"{trouble.code}  {_open(words(trouble.sentence))}")
        return ExitCode.FINE
    for trouble, why in _SAVES.items():
        if trouble.code == code.upper():
            tell("\n".join((trouble.code, _open(words(trouble.sentence)), "", words(why))))
            return ExitCode.FINE
    found = CATALOGUE.get(code.upper())
    if found is None:
        sentence = words("there is no code '{code}'; rapport lint --explain all lists them.", code=code)
        raise Complaint(sentence + perhaps(words, code.upper(), list(CATALOGUE)), "unknown-code")
    tell(f"{found.code} · {found.severity.words.said(words.locale)}")
    tell(_meaning(house, found))
    tell("")
    tell(found.why.said(words.locale))
    shown = example(found.code)
    tell("")
    tell(words("For example:"))
    for line in excerpt(shown, _told(house, shown, found)) if shown is not None else _made(house, found):
        tell(line)
    return ExitCode.FINE


def _made(house: House, entry: Entry) -> list[str]:
    """How a file came about that no text can show, and what is said of it."""
    locale = house.words.locale
    with tempfile.TemporaryDirectory() as folder:
        found = next(each for each in made(entry.code, Path(folder)) if each.code == entry.code)
    told = found.rendered(locale).splitlines()
    return [f"  {line}" for line in (RECIPES[entry.code].words.said(locale), *told)]


def excerpt(shown: Example, messages: Sequence[tuple[int, int, str]]) -> list[str]:
    """The lines of an example around its first fault, with a caret and the message under each fault."""
    first = messages[0][0]
    result = []
    width = len(str(len(shown.lines)))
    for number in range(max(1, first - AROUND), min(len(shown.lines), first + AROUND) + 1):
        text = shown.lines[number - 1]
        result.append(f"  {number:>{width}} | {text}".rstrip())
        for line, column, message in messages:
            if line == number:
                before = text[: column - 1]
                room = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in before)
                result.append(f"  {'':>{width}} | {' ' * room}^ {message}".rstrip())
    return result


def _told(house: House, shown: Example, entry: Entry) -> list[tuple[int, int, str]]:
    """What the reader really says of the example, line by line."""
    found: Sequence[Diagnostic]
    if entry.code >= PROVED and entry.code.startswith("SC6"):
        from game.command_line.proving_run import tried

        found = [claim.diagnostic for claim in tried(str(shown.path))]
    else:
        found = trials_of(shown.path)[0] if entry.code.startswith("SC6") else diagnostics_of(shown.path)
    told = [
        (each.place.line, each.place.column, each.message.said(house.words.locale))
        for each in found
        if each.code == entry.code and (each.place.line, each.place.column) in shown.marks
    ]
    return told or [(line, column, "") for line, column in shown.marks]


def _meaning(house: House, entry: Entry) -> str:
    """The message with its blanks open."""
    return _open(entry.message.said(house.words.locale))


def _open(text: str) -> str:
    return text.replace("{hint}", "").replace("{quoted}", "").replace("{", "‹").replace("}", "›")
