"""Reads transcripts that come from anywhere, and says in words why something is none.

A file may have been cut, edited, mailed, saved by another program or made to do harm: it is read only up to
the size of the largest that Rapport writes, and nothing of it reaches a terminal or names a file unchecked.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from game.command_line.complaints import Complaint
from game.command_line.troubles import system_reason
from game.engine.transcript import Transcript, TranscriptError
from game.language.words import Words, marked
from game.records.durable import LARGEST
from game.records.faults import SaveFault, SaveTrouble

STANDARD_INPUT = "-"
LONGEST_NAME = 60
"""Characters of a name out of a transcript that are shown."""

_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (
            r"transcript version None is not \d+",
            marked("it does not say which version of a transcript it is"),
        ),
        (
            r"transcript version (?P<found>.*) is not (?P<ours>\d+)",
            marked("it is version {found} of a transcript; Rapport reads version {ours}"),
        ),
        (
            r"(?P<key>seed) is not a whole number from 0 to (?P<most>\d+)",
            marked("'{key}' is not a whole number from 0 to {most}"),
        ),
        (r"(?P<key>engine) is not a whole number", marked("'{key}' is not a whole number")),
        (r"(?P<key>start) is not a name", marked("'{key}' is not a short text")),
        (
            r"(?P<key>moves) is not a list of at most (?P<most>\d+)",
            marked("'{key}' is not a list of {most} at most"),
        ),
        (r"(?P<key>\w+) is not a short text", marked("'{key}' is not a short text")),
        (r"move (?P<n>\d+) is neither a say nor a note", marked("move {n} is neither a line nor a note")),
        (
            r"move (?P<n>\d+): took is not tenths of a second",
            marked("move {n}: 'took' is not tenths of a second"),
        ),
        (
            r"move (?P<n>\d+): a note has a type, a need and a worry",
            marked("move {n}: a note has nothing but a type, a need and a worry"),
        ),
        (
            r"move (?P<n>\d+): a part of the note is not a word",
            marked("move {n}: a part of the note is not a word"),
        ),
    )
)
"""What the engine says of a wrong shape, and what is told to people."""


class _TwiceError(ValueError):
    """A key stands twice in one object: readers would disagree about which of the two counts."""


class _NoNumberError(ValueError):
    """`NaN` or `Infinity`, which JSON does not have."""


def read(words: Words, file: str) -> dict[str, Any]:
    """The JSON object of a file, or of the standard input (`-`).

    Text may be in UTF-8, UTF-16 or UTF-32, with a byte order mark or without: the shells of some systems
    write what a program prints in one of these.

    Raises:
        Complaint: it cannot be read, or is no JSON object.
    """
    try:
        raw = _piped() if file == STANDARD_INPUT else _stored(Path(file))
    except (OSError, ValueError) as error:
        reason = (
            system_reason(words, error)
            if isinstance(error, OSError)
            else words("there is no such file or folder")
        )
        raise refusal(words, SaveFault(SaveTrouble.UNREADABLE, Path(file), reason=reason)) from None
    try:
        data = json.loads(
            raw.decode(json.detect_encoding(raw)), object_pairs_hook=_once, parse_constant=_no_number
        )
        reason = "" if isinstance(data, dict) else words("it is no JSON object")
    except (ValueError, RecursionError) as error:
        data, reason = {}, _unread(words, raw, error)
    if len(raw) > LARGEST:
        reason = words("it has more than {n} bytes", n=LARGEST)
    if reason:
        raise refusal(words, SaveFault(SaveTrouble.NO_TRANSCRIPT, Path(file), reason=reason))
    found: dict[str, Any] = data
    return found


def transcript_of(words: Words, file: str, data: object) -> Transcript:
    """The transcript in plain data.

    Raises:
        Complaint: it is none.
    """
    try:
        return Transcript.from_json(data)
    except TranscriptError as error:
        fault = SaveFault(SaveTrouble.NO_TRANSCRIPT, Path(file), reason=shape_reason(words, str(error)))
        raise refusal(words, fault) from None


def shape_reason(words: Words, said: str) -> str:
    """What the engine says of a wrong shape, in the language of whoever reads it."""
    for pattern, sentence in _SHAPES:
        if found := pattern.fullmatch(said):
            return words(sentence, **{name: printable(value) for name, value in found.groupdict().items()})
    return printable(said)


def printable(name: str) -> str:
    """A name out of a transcript as it may be shown: no signs that a terminal obeys, and not too long."""
    plain = "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name[: LONGEST_NAME + 1]
    )
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 1] + "…"


def as_id(name: str) -> str:
    """The id of a scenario out of a transcript; whatever could be the path of a file is no longer one."""
    return re.sub(r"[^\w-]", "?", name)[:LONGEST_NAME]


def as_path(value: object) -> str:
    """A file that a save names; empty where it is none, or one that another machine would be asked for."""
    if not isinstance(value, str) or not value.isprintable() or value.startswith(("\\\\", "//")):
        return ""
    return value


def refusal(words: Words, fault: SaveFault) -> Complaint:
    """A trouble with a transcript as a complaint."""
    return Complaint(fault.told(words), fault.trouble.code)


def _stored(path: Path) -> bytes:
    """A file, as far as it is wanted; devices and pipes have no size that one could ask for."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _piped() -> bytes:
    """What is typed or piped, as far as it is wanted."""
    if sys.stdin is None:
        return b""
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is not None:
        piped: bytes = buffer.read(LARGEST + 1)
        return piped
    return sys.stdin.read(LARGEST + 1).encode("utf-8", "replace")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no key stands twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


def _no_number(name: str) -> object:
    raise _NoNumberError(name)


def _unread(words: Words, raw: bytes, error: ValueError | RecursionError) -> str:
    """Why something is no JSON."""
    if not raw.strip():
        return words("it is empty")
    match error:
        case RecursionError():
            return words("it is nested too deeply")
        case UnicodeDecodeError():
            return words("it is no text, or not in UTF-8")
        case _TwiceError():
            return words("'{key}' stands twice in one place", key=printable(str(error)))
        case _NoNumberError():
            return words("'{name}' is no number", name=printable(str(error)))
        case json.JSONDecodeError():
            return words("no JSON at line {line}, column {column}", line=error.lineno, column=error.colno)
    return words("a number in it is too long")
