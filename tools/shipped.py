"""The shipped psychology and scenarios, read once, for the tests and for the programs of `tools/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.content.psychology_file import read_psychology
from game.content.scenario_reader import Reading, read_scenario
from game.engine.psychology import Psychology
from game.engine.scenario import Scenario

SCENARIOS = Path(__file__).resolve().parent.parent / "scenarios"


@cache
def psychology() -> Psychology:
    """The shipped customer model.

    Raises:
        ValueError: the file has faults.
    """
    reading = read_psychology()
    if reading.psychology is None:
        raise ValueError("\n".join(str(fault) for fault in reading.diagnostics))
    return reading.psychology


def scenario_ids() -> list[str]:
    """The ids of the shipped scenarios, which are the names of their files."""
    return sorted(path.stem for path in SCENARIOS.glob("*.yaml"))


@cache
def reading(name: str) -> Reading:
    """A shipped scenario with its words and places."""
    return read_scenario(SCENARIOS / f"{name}.yaml", psychology())


def scenario(name: str) -> Scenario:
    """A shipped scenario.

    Raises:
        ValueError: the file has faults.
    """
    found = reading(name)
    if found.scenario is None:
        raise ValueError("\n".join(str(fault) for fault in found.diagnostics))
    return found.scenario
