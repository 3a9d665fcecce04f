"""Finds what somebody wants to know of the field guide, and tells it to people or to programs."""

from __future__ import annotations

import json
from typing import Any

from game.command_line.complaints import Complaint, ExitCode, perhaps
from game.command_line.guide_model import Model
from game.command_line.guide_pages import Pages
from game.command_line.guide_places import PlacePages
from game.command_line.house import House
from game.command_line.streams import tell
from game.command_line.terminal.paper import paper
from game.content.field_guide import FieldGuide
from game.content.library import Library
from game.content.loading import psychology
from game.content.model_map import model_map

MODEL, TACTICS, WHERE = "model", "tactics", "where"
MOST_FOUND = 6
"""Items named when an unknown id is at least a word that they mention."""


def look_up(house: House, name: str, item: str = "", *, as_json: bool, plain: bool) -> int:
    """Tell one item, one tactic, or a list.

    Args:
        house: the words.
        name: id of an item or a tactic; `model` for every coefficient, `tactics` for every tactic, empty
            for the items by group; `where` for the place of items in the customer model.
        item: with `where`, the item whose place is wanted; empty for all. Nothing else takes it.
        as_json: print one JSON object instead of text.
        plain: without colours and boxes.

    Returns:
        the exit code.

    Raises:
        Complaint: nothing has this name (with `as_json` told as an object instead).
    """
    guide, wanted = FieldGuide.load(), name.strip().lower()
    if wanted == WHERE:
        return _tell_places(house, guide, item.strip().lower(), as_json=as_json, plain=plain)
    if item:
        sentence = house.words("only 'guide where' takes a second word, here '{item}'.", item=item)
        return _complained(Complaint(sentence, "unknown-item"), as_json)
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
        return _complained(_complaint(house, guide, model, name), as_json)
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


def _tell_places(house: House, guide: FieldGuide, item: str, *, as_json: bool, plain: bool) -> int:
    """The place of one item in the customer model, or of all."""
    pages = PlacePages(guide, model_map(), house.words)
    try:
        places = pages.chosen(item)
    except Complaint as complaint:
        return _complained(complaint, as_json)
    if as_json:
        tell(json.dumps(pages.to_json(places), indent=1))
    else:
        pages.tell(paper(house.words, plain=plain), places)
    return ExitCode.FINE


def _complained(complaint: Complaint, as_json: bool) -> int:
    """The complaint as an object for programs; people get it raised."""
    if not as_json:
        raise complaint
    tell(json.dumps({"error": complaint.kind, "message": complaint.sentence}, indent=1))
    return complaint.code


def _complaint(house: House, guide: FieldGuide, model: Model, name: str) -> Complaint:
    """What was probably meant, and the items that at least mention it."""
    words = house.words
    known = [*guide.ids(), *model.notes.tactics, MODEL, TACTICS, WHERE]
    sentence = words("the field guide has nothing called '{name}'.", name=name)
    sentence += perhaps(words, name.strip().lower(), known)
    found = guide.search(name, words.locale)[:MOST_FOUND]
    if found:
        ids = ", ".join(item.id for item in found)
        sentence += "\n" + words("These mention it: {ids}", ids=ids)
    return Complaint(sentence, "unknown-item")
