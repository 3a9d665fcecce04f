"""The shipped psychology and scenarios, read once, for the tests and for the programs of `tools/`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from game.content.diagnostics import Diagnostic
from game.content.library import Library
from game.content.psychology_file import read_psychology
from game.content.scenario_reader import Reading, read_scenario
from game.engine.psychology import Psychology
from game.engine.scenario import Scenario
from game.language.locale import Locale

LIBRARY = Library()


@cache
def psychology() -> Psychology:
    """The shipped customer model.

    Raises:
        ValueError: the file has faults.
    """
    reading = read_psychology()
    if reading.psychology is None:
        raise ValueError(told(reading.diagnostics))
    return reading.psychology


def scenario_paths() -> list[Path]:
    """The files of the shipped scenarios; `examples` belong to the documentation."""
    return [card.path for card in LIBRARY.listing() if "examples" not in card.path.parts]


def scenario_ids() -> list[str]:
    """The ids of the shipped scenarios."""
    shipped = scenario_paths()
    return sorted(card.id for card in LIBRARY.listing() if card.path in shipped)


@cache
def reading(name: str) -> Reading:
    """A shipped scenario with its words and places.

    Raises:
        ValueError: there is no such scenario.
    """
    path = LIBRARY.find(name)
    if isinstance(path, Diagnostic):
        raise ValueError(told([path]))
    return read_scenario(path, psychology())


def scenario(name: str) -> Scenario:
    """A shipped scenario.

    Raises:
        ValueError: the file has faults.
    """
    found = reading(name)
    if found.scenario is None:
        raise ValueError(told(found.diagnostics))
    return found.scenario


def told(faults: Iterable[Diagnostic]) -> str:
    """Faults as lines for people."""
    return "\n".join(f"{fault.place} {fault.code} {fault.message.said(Locale.EN)}" for fault in faults)
