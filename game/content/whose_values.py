"""Whose value a condition asks about (SC517): without a name it is the customer, whoever is spoken to."""

from __future__ import annotations

from game.content import schema
from game.content.document import Document
from game.content.guards import all_guards
from game.content.names import CUSTOMER
from game.content.smells import spoken_to
from game.content.yaml_tree import TextNode, at
from game.engine.terms import Comparison, InMood

_ENTRY = ("when",)
"""Where the `when` of a beat itself stands below the beat: that one weighs how the whole talk stands."""


def tell_whose(document: Document) -> None:
    """Notes bare values and moods in the lines, replies and thoughts of a beat with somebody else."""
    model = document.model
    if not document.sound("when", "with", "person", "people", "beats", "lines", "objection"):
        return
    for path, when in all_guards(model):
        if path[0] != "beats" or path[2:] == _ENTRY:
            continue
        person = _other(model, model.beats[str(path[1])])
        if person is None:
            continue
        for index, term in enumerate(when):
            node = at(document.root, (*path, index))
            if not isinstance(node, TextNode) or not isinstance(term.test, Comparison | InMood):
                continue
            if term.test.person is None:
                document.tell("SC517", (*path, index), text=node.text, person=person)


def _other(model: schema.Scenario, beat: schema.Beat) -> str | None:
    """Whom a beat is spoken with, when this is not the customer."""
    person = spoken_to(model, beat)
    return None if beat.alone or person == CUSTOMER else person
