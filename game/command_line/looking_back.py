"""Finds the scenario of a transcript, lives it again, and tells it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.driving import show
from game.command_line.house import House
from game.command_line.machine import account
from game.command_line.opened import PURE, Opened, as_pure_type
from game.command_line.shelf import Shelf
from game.command_line.terminal.briefing import Briefing
from game.command_line.terminal.debrief import Debrief
from game.command_line.terminal.paper import paper
from game.desk.playing import Playing
from game.engine.transcript import Fault, ReplayFault, Transcript, TranscriptError
from game.language.words import Words
from game.records.faults import SaveFault, SaveTrouble
from game.records.saves import read_json


@dataclass(frozen=True, slots=True)
class Opening:
    """Where scenario and psychology are, if not where the transcript says."""

    scenario: str = ""
    psychology: Path | None = None


def look_back(house: House, file: str, opening: Opening, *, as_json: bool, plain: bool) -> int:
    """Tell a transcript.

    Args:
        house: the words.
        file: path of the transcript, `-` for the standard input.
        opening: where the scenario is.
        as_json: print the object that `play --json` prints instead of text.
        plain: without colours and boxes.

    Raises:
        Complaint: it cannot be read, is no transcript, or fits no scenario.
    """
    data = _read(house.words, file)
    opened, transcript = _opened(house.words, file, data, opening)
    conversation = transcript.replay(opened.scenario)
    if isinstance(conversation, ReplayFault):
        reason = _reason(house.words, conversation)
        raise _complaint(house.words, SaveFault(SaveTrouble.NO_REPLAY, Path(file), reason=reason))
    house.witness.saw(opened.scenario.id, transcript.to_json())
    if as_json:
        show(account(conversation))
        return ExitCode.FINE
    page = paper(house.words, plain=plain)
    playing = Playing(opened.book, conversation)
    Briefing(page, house.words).title(playing)
    Debrief(page, house.words).tell(playing)
    return ExitCode.FINE


def _read(words: Words, file: str) -> dict[str, Any]:
    """The JSON object of a file or of the standard input."""
    try:
        if file != "-":
            return read_json(Path(file))
        data = json.loads(sys.stdin.read())
    except OSError as error:
        reason = error.strerror or str(error)
        raise _complaint(words, SaveFault(SaveTrouble.UNREADABLE, Path(file), reason=reason)) from None
    except (ValueError, RecursionError) as error:
        raise _complaint(words, SaveFault(SaveTrouble.NO_TRANSCRIPT, Path(file), reason=str(error))) from None
    if not isinstance(data, dict):
        fault = SaveFault(SaveTrouble.NO_TRANSCRIPT, Path(file), reason="no JSON object")
        raise _complaint(words, fault)
    return data


def _opened(words: Words, file: str, data: dict[str, Any], opening: Opening) -> tuple[Opened, Transcript]:
    """The scenario that was played, and the transcript; an envelope (a save, an account) may be around it."""
    inner = data.get("transcript")
    envelope = data if isinstance(inner, dict) else {}
    try:
        transcript = Transcript.from_json(inner if isinstance(inner, dict) else data)
    except TranscriptError as error:
        fault = SaveFault(SaveTrouble.NO_TRANSCRIPT, Path(file), reason=str(error))
        raise _complaint(words, fault) from None
    psychology, source = (_text(envelope.get(key)) for key in ("psychology", "source"))
    shelf = Shelf(words, opening.psychology or (Path(psychology) if psychology else None))
    opened = shelf.open(opening.scenario or source or transcript.scenario)
    for letter in ("", *PURE):
        if as_pure_type(opened.scenario, letter).fingerprint == transcript.fingerprint:
            return shelf.pure(opened, letter), transcript
    return opened, transcript


def _text(value: object) -> str:
    """A text, or nothing where it is none."""
    return value if isinstance(value, str) else ""


def _reason(words: Words, fault: ReplayFault) -> str:
    """Why a transcript cannot be lived again."""
    name, move = fault.name, fault.move + 1
    match fault.fault:
        case Fault.OTHER_SCENARIO:
            return words("the scenario or the psychology has changed since")
        case Fault.OTHER_ENGINE:
            return words("it was played with engine {name}", name=name)
        case Fault.UNKNOWN_LINE:
            return words("move {n} says '{name}', which is no line of the scenario", n=move, name=name)
        case Fault.NOT_OFFERED:
            return words("move {n} says '{name}', which was not on offer", n=move, name=name)
        case Fault.AFTER_THE_END:
            return words("move {n} says '{name}' after the end", n=move, name=name)


def _complaint(words: Words, fault: SaveFault) -> Complaint:
    """A trouble with a transcript as a complaint."""
    return Complaint(fault.told(words), fault.trouble.code)
