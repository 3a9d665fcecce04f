"""What was done in a class, in a sentence for the trainer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.classroom.room import Room
from game.language.words import Words, marked
from game.records.class_audits import Audit

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "class-made": marked("The class was made."),
        "class-opened": marked("The class was opened."),
        "class-paused": marked("The class was paused."),
        "class-resumed": marked("The class went on."),
        "class-closed": marked("The class was closed."),
        "class-changed": marked("Settings of the class were changed."),
        "door-locked": marked("The door was locked."),
        "door-opened": marked("The door was unlocked."),
        "dimmed": marked("All screens were dimmed."),
        "undimmed": marked("The screens came back."),
        "frozen": marked("The board was frozen."),
        "revealed": marked("The board was revealed."),
        "notice": marked("A notice was put on every screen, or taken away."),
        "view": marked("The board was ordered or dressed otherwise."),
        "roster": marked("A class list was taken in."),
        "run-sheet": marked("Another run sheet was chosen."),
        "next": marked("The next row of the run sheet was begun."),
        "discussion": marked("A moment was put on the board, or taken away."),
        "undone": marked("The last step was taken back."),
        "taken-over": marked("{name} came back on another device."),
        "round-made": marked("Round {round} was made: {title}."),
        "round-opened": marked("Round {round} was opened: {title}."),
        "round-paused": marked("Round {round} was paused: {title}."),
        "round-resumed": marked("Round {round} went on: {title}."),
        "round-extended": marked("The time of round {round} was changed: {title}."),
        "round-closed": marked("Round {round} was closed: {title}."),
        "seat-kick": marked("{name} was sent out."),
        "seat-ban": marked("{name} was banned."),
        "seat-restore": marked("{name} was let back in."),
        "seat-approve": marked("{name} was let in."),
        "seat-rename": marked("{name} was given this name."),
        "seat-team": marked("{name} was put into another team, or out of one."),
        "seat-remove-unapproved": marked("{name} was turned away at the door."),
        "attempt-withdrawn": marked("An attempt of {name} was taken out of what counts."),
        "attempt-scored": marked("An attempt of {name} counts again."),
    }
)
"""By the code that stands in the list; the rounds and seats concerned fill the places."""

BY_THE_CLOCK = marked("Round {round} was closed by the clock: {title}.")
TAKEN_BACK = marked("Taken back: {sentence}")
SOMEBODY = marked("somebody")


def told(words: Words, room: Room, row: Audit) -> str:
    """One line of the list as a sentence; a code that nobody knows stands for itself.

    Args:
        words: of the language.
        room: the class, for the names of seats and rounds.
        row: what was done.
    """
    sentence = SENTENCES.get(row.what)
    if sentence is None:
        return row.what
    if row.what == "round-closed" and row.who == "clock":
        sentence = BY_THE_CLOCK
    number, title = _round(words, room, row)
    said = words(sentence, name=_name(words, room, row), round=number, title=title)
    return words(TAKEN_BACK, sentence=said) if row.who == "undo" else said


def _name(words: Words, room: Room, row: Audit) -> str:
    """Whom it concerns: the seat itself, or that of the attempt."""
    handed = room.ledger.attempt(str(row.detail.get("attempt")))
    place = handed.seat_id if handed is not None else str(row.detail.get("seat", row.who))
    seat = room.seats.get(place)
    return seat.nickname if seat is not None else words(SOMEBODY)


def _round(words: Words, room: Room, row: Audit) -> tuple[str, str]:
    """The number of a round and what is played in it."""
    one = room.rounds.get(str(row.detail.get("round")))
    if one is None:
        return "?", "?"
    package = room.packages[one.package_sha]
    return str(one.number), package.titles.get(words.locale.value) or package.scenario
