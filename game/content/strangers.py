"""Objections of people whom nobody has met yet (SC432): whoever overhears an offer may object to it."""

from __future__ import annotations

from game.content import schema
from game.content.document import Document
from game.content.names import CUSTOMER
from game.content.provoking import provoking
from game.content.smells import spoken_to
from game.engine.psychology import Psychology


def tell_strangers(document: Document, psychology: Psychology | None) -> None:
    """Notes objections that somebody in the room may voice before a word was said to that person."""
    model = document.model
    if psychology is None or not document.sound(
        "objections", "person", "with", "scenes", "cast", "beats", "does"
    ):
        return
    for word, objection in model.objections.items():
        person = objection.person or CUSTOMER
        beat = None if person == CUSTOMER else _before_meeting(model, person, psychology)
        if beat is not None:
            document.tell_key("SC432", ("objections", word.word), person=person, beat=beat)


def _before_meeting(model: schema.Scenario, person: str, psychology: Psychology) -> str | None:
    """The first beat in which a person overhears an offer before being spoken to; None where none is."""
    scene: str | None = None
    for name, beat in model.beats.items():
        scene = beat.scene or scene
        if beat.alone or beat.objection is not None:
            continue
        if spoken_to(model, beat) == person:
            return None
        there = model.scenes[scene].cast if scene in model.scenes else []
        if person in there and _offers(beat, psychology):
            return name
    return None


def _offers(beat: schema.Beat, psychology: Psychology) -> bool:
    """Whether a line of a beat makes somebody voice an objection."""
    known = set(psychology.tactics.ids)
    return any(
        use.tactic in known and provoking(psychology, use.tactic) is not None
        for line in beat.lines.values()
        for use in line.does
    )
