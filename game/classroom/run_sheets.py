"""Run sheets: what a class plays, in which order and for how long; three of them come with Rapport."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from game.classroom.bodies import checked
from game.classroom.refusals import Refused
from game.classroom.requests import Planned

SHIPPED = Path(__file__).with_name("run_sheets.json")


@cache
def sheets() -> list[dict[str, Any]]:
    """The shipped run sheets: id, titles, rows."""
    found = json.loads(SHIPPED.read_text("utf-8"))
    assert isinstance(found, list)
    return found


def plan_of(asked: str | list[Planned] | None) -> list[Planned]:
    """The rows of a run sheet, of our own or by the id of a shipped one.

    Raises:
        Refused: none has this id.
    """
    if asked is None:
        return []
    if isinstance(asked, list):
        return asked
    for sheet in sheets():
        if sheet["id"] == asked:
            return [checked(row, Planned) for row in sheet["rows"]]
    raise Refused("invalid", detail="run_sheet")
