"""Finds the scenario of a transcript, lives it again, and tells it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.analysis.review import Review
from game.command_line.complaints import Complaint, ExitCode
from game.command_line.driving import show
from game.command_line.house import House
from game.command_line.interruptions import ending_is_interrupting
from game.command_line.machine import account
from game.command_line.opened import PURE, Opened, as_pure_type
from game.command_line.shelf import Shelf
from game.command_line.streams import complain, tell
from game.command_line.terminal.briefing import Briefing
from game.command_line.terminal.debrief import Debrief
from game.command_line.terminal.paper import paper
from game.command_line.transcripts import as_id, as_path, printable, read, refusal, transcript_of
from game.desk.playing import Playing
from game.engine.conversation import Conversation
from game.engine.transcript import Fault, ReplayFault, Transcript
from game.language.words import Words
from game.records.faults import SaveFault, SaveTrouble


@dataclass(frozen=True, slots=True)
class Opening:
    """Where scenario and psychology are, if not where the transcript says."""

    scenario: str = ""
    psychology: Path | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How a transcript is told.

    Attributes:
        as_json: print the object that `play --json` prints, with the review, instead of text.
        plain: without colours and boxes.
        brief: without the values of lines, which take their time.
        html: write a page instead.
        exact: positions of a tree that is still solved exactly; 0 for as many as usual.
    """

    as_json: bool = False
    plain: bool = False
    brief: bool = False
    html: Path | None = None
    exact: int = 0


def look_back(house: House, file: str, opening: Opening, manner: Manner) -> int:
    """Tell a transcript.

    Args:
        house: the words.
        file: path of the transcript, `-` for the standard input.
        opening: where the scenario is.
        manner: how it is told.

    Returns:
        the exit code; after Ctrl-C what was found out until then has been told, labelled as a part.

    Raises:
        Complaint: it cannot be read, is no transcript, or fits no scenario.
    """
    try:
        data = read(house.words, file)
        opened, transcript = _opened(house.words, file, data, opening)
    except Complaint as complaint:
        if manner.as_json:
            show({"error": complaint.kind, "message": complaint.sentence})
            return complaint.code
        raise
    conversation = transcript.replay(opened.scenario)
    if isinstance(conversation, ReplayFault):
        why = _no_replay(house.words, file, conversation, transcript, opened)
        return _refused(house.words, why, conversation.valid, as_json=manner.as_json)
    house.witness.saw(opened.scenario.id, transcript.to_json())
    review, interrupted = (None, False) if manner.brief else _reviewed(house, conversation, manner.exact)
    _told(house, opened, conversation, review, manner)
    return ExitCode.INTERRUPTED if interrupted else ExitCode.FINE


def lived(words: Words, file: str) -> tuple[Opened, Conversation]:
    """The scenario of a transcript, and the conversation lived again.

    Raises:
        Complaint: it cannot be read, is no transcript, or fits no scenario.
    """
    opened, transcript = _opened(words, file, read(words, file), Opening())
    conversation = transcript.replay(opened.scenario)
    if isinstance(conversation, ReplayFault):
        raise _no_replay(words, file, conversation, transcript, opened)
    return opened, conversation


def _reviewed(house: House, conversation: Conversation, exact: int) -> tuple[Review, bool]:
    """The review, and whether it was interrupted before it was finished."""
    from game.analysis.solver import AT_ONCE
    from game.command_line.assessing import Assessor

    review = None
    show_progress = sys.stderr is not None and sys.stderr.isatty()
    try:
        with ending_is_interrupting():
            assessor = Assessor(conversation, house.saves.folder, exact or AT_ONCE)
            if assessor.damaged:
                complain(
                    house.words("What was kept of earlier reviews is damaged; everything is worked out anew.")
                )
            for review in assessor.reviews():
                if show_progress:
                    done = review.length + 1 - review.first
                    told = house.words("Reviewing: {n} of {m} turns", n=done, m=review.length)
                    sys.stderr.write(f"\r{told}  ")
                    sys.stderr.flush()
    except KeyboardInterrupt:
        if review is None:
            raise
    finally:
        if show_progress:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
    assert review is not None
    return review, not review.finished


def _told(
    house: House, opened: Opened, conversation: Conversation, review: Review | None, manner: Manner
) -> None:
    """Print or write it."""
    playing = Playing(opened.book, conversation)
    if manner.html is not None and review is not None:
        from game.command_line.review_page import written

        written(house.words, playing, review, manner.html)
    if manner.as_json:
        told = account(conversation)
        if review is not None:
            from game.command_line.evaluation import evaluated

            told = evaluated(told, review)
        show(told)
    elif manner.html is None:
        page = paper(house.words, plain=manner.plain)
        Briefing(page, house.words).title(playing)
        Debrief(page, house.words).tell(playing, review)
    else:
        tell(house.words("The review is in {file}.", file=manner.html))


def _refused(words: Words, complaint: Complaint, valid: Conversation | None, *, as_json: bool) -> int:
    """Say why a transcript cannot be lived again, and what of it could.

    Raises:
        Complaint: it is told to people.
    """
    said = [reaction.line for reaction in valid.reactions] if valid is not None else []
    if as_json:
        offers = [line.id for line in valid.offers()] if valid is not None else []
        told = {"error": complaint.kind, "message": complaint.sentence, "turn": len(said) + 1}
        show(told | {"said": said, "offers": offers})
        return complaint.code
    if said:
        lines = words("Valid so far ({n}): {ids}", n=len(said), ids=", ".join(said))
        raise Complaint(f"{complaint.sentence}\n{lines}", complaint.kind)
    raise complaint


def _opened(words: Words, file: str, data: dict[str, Any], opening: Opening) -> tuple[Opened, Transcript]:
    """The scenario that was played, and the transcript; an envelope (a save, an account) may be around it."""
    inner = data.get("transcript")
    envelope = data if isinstance(inner, dict) else {}
    transcript = transcript_of(words, file, inner if isinstance(inner, dict) else data)
    psychology, source = (as_path(envelope.get(key)) for key in ("psychology", "source"))
    shelf = Shelf(words, opening.psychology or (Path(psychology) if psychology else None))
    opened = shelf.open(opening.scenario or source or as_id(transcript.scenario))
    for letter in ("", *PURE):
        if as_pure_type(opened.scenario, letter).fingerprint == transcript.fingerprint:
            return shelf.pure(opened, letter), transcript
    return opened, transcript


def _no_replay(
    words: Words, file: str, fault: ReplayFault, transcript: Transcript, opened: Opened
) -> Complaint:
    """Why a transcript cannot be lived again, as a complaint."""
    if fault.fault is Fault.OTHER_SCENARIO and transcript.scenario != opened.scenario.id:
        played, asked = printable(transcript.scenario), opened.scenario.id
        reason = words(
            "it was played in the scenario '{played}', not in '{asked}'", played=played, asked=asked
        )
    else:
        reason = _reason(words, fault)
    return refusal(words, SaveFault(SaveTrouble.NO_REPLAY, Path(file), reason=reason))


def _reason(words: Words, fault: ReplayFault) -> str:
    """Why a transcript cannot be lived again."""
    name, move = printable(fault.name), fault.move + 1
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
