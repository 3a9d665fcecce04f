"""The best plays found so far, by every position on their way: no ceiling is below one that was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.state import State

Lines = tuple[int, ...]
"""Indices of lines in the order in which they were said."""


@dataclass(frozen=True, slots=True)
class Found:
    """A whole play and what it scores."""

    score: int
    lines: Lines


def beginnings(state: State) -> list[bytes]:
    """What the positions began with: the customer and the profiles, which no line changes."""
    profiles = state.profiles.reshape(-1, state.plays).T.astype("<i4")
    return [
        int(customer).to_bytes(2, "little") + profile.tobytes()
        for customer, profile in zip(state.customer, profiles, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class BestPlays:
    """For each beginning and each first few lines the best whole play known that begins so."""

    _by_way: dict[tuple[bytes, Lines], Found] = field(default_factory=dict)

    def note(self, beginning: bytes, lines: Lines, score: int) -> None:
        """Keep a play of these lines (said to the end, from the start) where it is the best of its kind."""
        found = Found(score, lines)
        for said in range(len(lines), -1, -1):
            way = beginning, lines[:said]
            known = self._by_way.get(way)
            if known is not None and known.score >= score:
                break  # and so on every way that leads here
            self._by_way[way] = found

    def after(self, beginning: bytes, lines: Lines) -> Found | None:
        """The best play known that begins with these lines."""
        return self._by_way.get((beginning, lines))
