"""Finds what somebody wants to know of the field guide, and tells it to people or to programs."""

from __future__ import annotations

import json
from typing import Any

from game.command_line.complaints import Complaint, ExitCode, perhaps
from game.command_line.guide_model import Model
from game.command_line.guide_pages import Pages
from game.command_line.house import House
from game.command_line.streams import tell
from game.command_line.terminal.paper import paper
from game.content.field_guide import FieldGuide
from game.content.library import Library
from game.content.loading import psychology

MODEL, TACTICS = "model", "tactics"
MOST_FOUND = 6
"""Items named when an unknown id is at least a word that they mention."""


def look_up(house: House, name: str, *, as_json: bool, plain: bool) -> int:
    """Tell one item, one tactic, or a list.

    Args:
        house: the words.
        name: id of an item or a tactic; `model` for every coefficient, `tactics` for every tactic, empty
            for the items by group.
        as_json: print one JSON object instead of text.
        plain: without colours and boxes.

    Returns:
        the exit code.

    Raises:
        Complaint: nothing has this name (with `as_json` told as an object instead).
    """
    guide, wanted = FieldGuide.load(), name.strip().lower()
    model = Model(psychology(), house.words.locale)
    pages = Pages(guide, model.notes, Library().listing(), house.words)
    told: dict[str, Any] | None = None
    if not wanted:
        told = pages.listing_to_json()
    elif wanted == MODEL:
        told = model.to_json()
    elif wanted == TACTICS:
        told = model.tactics_to_json()
    elif guide.item(wanted) is not None:
        told = pages.item_to_json(wanted)
    elif wanted in model.notes.tactics:
        told = model.tactic_to_json(wanted)
    if told is None:
        complaint = _complaint(house, guide, model, name)
        if not as_json:
            raise complaint
        tell(json.dumps({"error": complaint.kind, "message": complaint.sentence}, indent=1))
        return complaint.code
    if as_json:
        tell(json.dumps(told, indent=1))
        return ExitCode.FINE
    page = paper(house.words, plain=plain)
    if not wanted:
        pages.tell_listing(page)
    elif wanted == MODEL:
        model.tell(page, house.words)
    elif wanted == TACTICS:
        model.tell_tactics(page, house.words)
    elif guide.item(wanted) is not None:
        pages.tell_item(page, wanted)
    else:
        model.tell_tactic(page, house.words, wanted)
    return ExitCode.FINE


def _complaint(house: House, guide: FieldGuide, model: Model, name: str) -> Complaint:
    """What was probably meant, and the items that at least mention it."""
    words = house.words
    known = [*guide.ids(), *model.notes.tactics, MODEL, TACTICS]
    sentence = words("the field guide has nothing called '{name}'.", name=name)
    sentence += perhaps(words, name.strip().lower(), known)
    found = guide.search(name, words.locale)[:MOST_FOUND]
    if found:
        ids = ", ".join(item.id for item in found)
        sentence += "\n" + words("These mention it: {ids}", ids=ids)
    return Complaint(sentence, "unknown-item")
