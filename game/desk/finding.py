"""The search for better lines: for every fault, what was tried and whether it was good. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, unique

from game.analysis.review import Alternative, TurnReview


@unique
class Standing(Enum):
    """How far the search for one fault has come."""

    OPEN = "open"
    FOUND = "found"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Search:
    """One fault: the line that was said is known, a line that is best or good is looked for.

    Attributes:
        turn: the review of the turn.
        choices: the other lines, in the order in which they were on offer.
        tried: ids of the lines tried, in their order.
        skipped: whether the player gave it up.
    """

    turn: TurnReview
    choices: tuple[str, ...]
    tried: tuple[str, ...] = ()
    skipped: bool = False

    def worth(self, line: str) -> Alternative | None:
        """What the review knows of a line; None where it knows nothing."""
        return next((each for each in self.turn.alternatives if each.line == line), None)

    def good(self, line: str) -> bool:
        """Whether a line is what is looked for."""
        known = self.worth(line)
        return known is not None and not known.judgement.fault

    @property
    def found(self) -> str | None:
        """The line that ended the search."""
        return next((line for line in self.tried if self.good(line)), None)

    @property
    def standing(self) -> Standing:
        """How far it has come."""
        if self.found is not None:
            return Standing.FOUND
        return Standing.SKIPPED if self.skipped else Standing.OPEN

    @property
    def at_once(self) -> bool:
        """Whether the first line tried was good."""
        return bool(self.tried) and self.good(self.tried[0])

    def trying(self, line: str) -> Search:
        """One more line tried; nothing changes once the search is over, or for a line already tried."""
        if self.standing is not Standing.OPEN or line in self.tried or line not in self.choices:
            return self
        return replace(self, tried=(*self.tried, line))

    def giving_up(self) -> Search:
        """Not found; what is good is shown."""
        return replace(self, skipped=True) if self.standing is Standing.OPEN else self


@dataclass(frozen=True, slots=True)
class Tally:
    """The sum of all searches."""

    all: int
    found: int
    at_once: int
    skipped: int

    @property
    def over(self) -> bool:
        """Whether nothing is open any more."""
        return self.found + self.skipped == self.all


def tally(searches: Mapping[int, Search]) -> Tally:
    """Count the searches."""
    each = tuple(searches.values())
    return Tally(
        len(each),
        sum(search.standing is Standing.FOUND for search in each),
        sum(search.at_once for search in each),
        sum(search.standing is Standing.SKIPPED for search in each),
    )
