"""One coefficient of the customer model by the name a scenario gives it: `tactic praise warmth`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.content.diagnostics import shown
from game.content.grammar import GrammarFault, words_of
from game.engine.psychology import Channel, Psychology
from game.engine.rounding import MILLE

CHANNELS = {channel.name.lower(): channel for channel in Channel}
"""What a tactic acts on, by its word."""

EFFECT = 3_000
"""The largest effect of a tactic in either direction, basis points."""

GATE = "gate"
"""The part of a tactic that is a threshold, not an effect."""

_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*\Z")
_TIMES = re.compile(r"(-?)([0-9]{1,4})(?:\.([0-9]{1,3}))?\Z")
_POINTS = re.compile(r"[+-]?[0-9]{1,4}\Z")
_THRESHOLDS = ("stage.", "rung.", "resistance.voice")
_TACTIC, _NUMBER = "tactic", "number"
_LENGTHS = {_TACTIC: 3, _NUMBER: 2}


@dataclass(frozen=True, slots=True)
class Cell:
    """One coefficient.

    Attributes:
        tactic: The id of a tactic; empty for a number.
        part: A channel or `gate` of the tactic, or the id of a number.
    """

    tactic: str
    part: str

    def __str__(self) -> str:
        return f"{_TACTIC} {self.tactic} {self.part}" if self.tactic else f"{_NUMBER} {self.part}"

    @property
    def gate(self) -> bool:
        """Whether it is the trust that a tactic needs; it moves by points, not by a multiplier."""
        return bool(self.tactic) and self.part == GATE

    @property
    def threshold(self) -> bool:
        """Whether it is a number at which something begins, so that it may move a little only."""
        return not self.tactic and self.part.startswith(_THRESHOLDS)

    def value(self, psychology: Psychology) -> int | None:
        """What stands there, basis points, per mille or rungs; None when there is no such cell."""
        table = psychology.tactics
        if not self.tactic:
            return psychology.number.get(self.part)
        if self.tactic not in table.ids:
            return None
        column = table.index(self.tactic)
        if self.gate:
            return int(table.gate[column])
        return int(table.effects[CHANNELS[self.part], column]) if self.part in CHANNELS else None


NO_CELL = Cell("", "")
"""Stands in for a faulty one."""


def cell(text: str) -> Cell:
    """`tactic praise warmth`, `tactic praise gate` or `number patience.turn` (SC721)."""
    words = words_of(text)
    kind = words[0][0] if words else ""
    if len(words) != _LENGTHS.get(kind) or not all(_NAME.match(word) for word, _ in words):
        raise GrammarFault("SC721", text=shown(text))
    return Cell(words[1][0], words[2][0]) if kind == _TACTIC else Cell("", words[1][0])


def times(text: str) -> int:
    """A multiplier such as `1.5` per mille (SC724)."""
    found = _TIMES.match(text)
    if found is None:
        raise GrammarFault("SC724", text=shown(text), example="1.5")
    per_mille = int(found[2]) * MILLE + int((found[3] or "").ljust(3, "0"))
    return -per_mille if found[1] else per_mille


def points(text: str) -> int:
    """Percent points such as `+10` or `-5`, in basis points (SC724)."""
    if not _POINTS.match(text):
        raise GrammarFault("SC724", text=shown(text), example="+10")
    return int(text) * 100


def decimal(per_mille: int) -> str:
    """A multiplier per mille as people write it: 1.5."""
    sign = "-" if per_mille < 0 else ""
    return f"{sign}{abs(per_mille) // MILLE}.{abs(per_mille) % MILLE:03d}".rstrip("0").rstrip(".")
