"""The best result of every scenario, kept small, so that the street of doors need not live through old talks.

One JSON file beside the transcripts. Nothing is lost with it: every transcript can be marked again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.records.durable import read_text, write_durably

NAME = "results.json"
LEAST, MOST = 0, 1000


@dataclass(frozen=True, slots=True)
class Result:
    """The best result of one scenario.

    Attributes:
        stamp: of the files it was reached with; another stamp means other rules, and the result is void.
        total: points, 0..1000.
        seals: what was earned with it: relationship, honesty, craft.
    """

    stamp: str
    total: int
    seals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Results:
    """The best results of one person; `folder` is made when something is written."""

    folder: Path

    def best(self) -> Mapping[str, Result]:
        """Every result by its scenario; a file that cannot be read holds none."""
        return {
            scenario: Result(kept["stamp"], kept["total"], frozenset(kept["seals"]))
            for scenario, kept in self._read().items()
            if _sound(kept)
        }

    def note(self, scenario: str, result: Result) -> bool:
        """Keep a result if it is better than the one before by the same rules; seals once earned stay.

        Returns:
            whether anything had to be written.

        Raises:
            OSError: the place cannot be written.
        """
        before = self.best().get(scenario)
        if before is not None and before.stamp == result.stamp:
            total = max(before.total, result.total)
            result = Result(result.stamp, total, before.seals | result.seals)
        if result == before:
            return False
        entry = {"stamp": result.stamp, "total": result.total, "seals": sorted(result.seals)}
        kept = {**self._read(), scenario: entry}
        write_durably(
            self.folder / NAME, json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        )
        return True

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(read_text(self.folder / NAME))
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _sound(kept: object) -> bool:
    """Whether an entry is one of ours."""
    if not isinstance(kept, dict):
        return False
    total, seals = kept.get("total"), kept.get("seals")
    return (
        isinstance(kept.get("stamp"), str)
        and type(total) is int
        and LEAST <= total <= MOST
        and isinstance(seals, list)
        and all(isinstance(seal, str) for seal in seals)
    )
