"""A scenario that has been opened to be played, and which customer it is played with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.desk.ports import Book
from game.engine.customers import seed_for
from game.engine.scenario import Scenario
from game.records.saves import Saved

PURE = {
    "D": (1000, 0, 0, 0),
    "I": (0, 1000, 0, 0),
    "S": (0, 0, 1000, 0),
    "C": (0, 0, 0, 1000),
}
"""Mixtures of the pure types, per mille."""


@dataclass(frozen=True, slots=True)
class CustomerChoice:
    """Which customer was asked for.

    Attributes:
        pure: `D`, `I`, `S` or `C` for a pure type instead of the scenario's mixture; empty for none.
        variant: which of the K hidden customers, from 1; None for the one the seed picks.
    """

    pure: str = ""
    variant: int | None = None

    @classmethod
    def parsed(cls, text: str) -> CustomerChoice | None:
        """A choice from `D`, `I`, `S`, `C` or a number; None when it is neither."""
        letter = text.strip().upper()
        if letter in PURE:
            return cls(pure=letter)
        return cls(variant=int(letter)) if letter.isascii() and letter.isdigit() and len(letter) < 4 else None


@dataclass(frozen=True, slots=True)
class Opened:
    """A scenario with everything that playing and telling it needs.

    Attributes:
        book: rules, words, the phrase bank and the names of the moves.
        source: file it was read from; empty for one of the library.
        psychology: file of another psychology than the shipped one; empty for that.
        pure: the pure type it is played with; empty for the scenario's own customer.
    """

    book: Book
    source: str = ""
    psychology: str = ""
    pure: str = ""

    @property
    def scenario(self) -> Scenario:
        """The rules."""
        return self.book.scenario

    def reference(self) -> Saved:
        """A save that names it, still without a transcript."""
        return Saved(
            scenario=self.scenario.id, source=self.source, customer=self.pure, psychology=self.psychology
        )


def as_pure_type(scenario: Scenario, letter: str) -> Scenario:
    """The scenario with a customer of one pure type; other rules, therefore another fingerprint.

    Args:
        scenario: as its author wrote it.
        letter: `D`, `I`, `S` or `C`; empty for the scenario itself.
    """
    if not letter:
        return scenario
    from game.content.fingerprint import fingerprint

    customer = replace(scenario.people[0], disc=PURE[letter])
    pure = replace(scenario, people=(customer, *scenario.people[1:]))
    return replace(pure, fingerprint=fingerprint(pure))


def seed_of(scenario: Scenario, choice: CustomerChoice, seed: int) -> int | None:
    """The seed to play with: the given one, or the first from there on that meets the variant asked for.

    Returns:
        None when the scenario has no such variant.
    """
    if choice.variant is None:
        return seed
    if not 1 <= choice.variant <= scenario.customers:
        return None
    return seed_for(scenario, choice.variant - 1, seed)
