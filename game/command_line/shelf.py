"""The scenarios that can be opened, by id or by file, and what is told when one cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.opened import Opened, as_pure_type
from game.content.diagnostics import Diagnostic
from game.content.library import Card, Library
from game.content.loading import Loaded, load_scenario
from game.content.phrase_bank import PhraseBank
from game.content.wording import Spoken
from game.desk.ports import Book
from game.language.text import LocalisedText
from game.language.words import Words
from game.records.saves import Saved

MOST_FAULTS = 12
"""Faults told when a scenario cannot be played; `lint` tells all."""

NOWHERE = frozenset({"SC001", "SC427"})
"""Codes that say that there is no such scenario at all."""

BANK = "bank"
"""First part of the ids that the engine gives to replies of the phrase bank."""


@dataclass(frozen=True, slots=True)
class BankVoice:
    """The phrase bank by the engine's ids, `bank/<face>/<type>/<luck>`; see `game.desk.ports.Phrases`."""

    bank: PhraseBank

    def spoken(self, reply_id: str) -> Spoken | None:
        """The words of a reply; None when the id is not one of the bank's."""
        parts = reply_id.split("/")
        if len(parts) != 4 or parts[0] != BANK or not (parts[3].isascii() and parts[3].isdigit()):
            return self.bank.phrases.get(reply_id)
        ids = self.bank.by_mood.get((parts[1], parts[2]), ())
        return self.bank.phrases[ids[int(parts[3]) % len(ids)]] if ids else None

    def sign(self, name: str, strength: int) -> LocalisedText | None:
        """What a visible sign looks like, strength 1..3."""
        return self.bank.signs.get((name, strength))

    def face(self, name: str) -> LocalisedText | None:
        """What a face looks like."""
        return self.bank.faces.get(name)

    def micro(self, name: str) -> LocalisedText | None:
        """What crossed a face for an instant."""
        return self.bank.micros.get(name)


def book_of(loaded: Loaded) -> Book | None:
    """A scenario ready to be played; None where it has errors."""
    if loaded.scenario is None or loaded.wording is None:
        return None
    tactics = {tactic: note.words for tactic, note in loaded.notes.tactics.items()}
    return Book(loaded.scenario, loaded.wording, BankVoice(loaded.bank), tactics)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Opens scenarios.

    Attributes:
        words: the language of complaints.
        psychology: another psychology file than the shipped one.
        library: the scenarios known by their ids.
    """

    words: Words
    psychology: Path | None = None
    library: Library = field(default_factory=Library)

    def listing(self) -> Sequence[Card]:
        """The scenarios of the library in the order in which one would take them."""
        return self.library.listing()

    def open(self, name: str, pure: str = "") -> Opened:
        """A scenario by its id or its file, ready to be played.

        Args:
            name: an id of the library, or the path of a file.
            pure: `D`, `I`, `S` or `C` for a pure type instead of the scenario's customer.

        Raises:
            Complaint: there is no such scenario, or it has errors.
        """
        loaded = load_scenario(name, self.psychology, self.library)
        book = book_of(loaded)
        if book is None:
            raise self._complaint(loaded)
        by_id = isinstance(self.library.find(book.scenario.id), Path) and name == book.scenario.id
        opened = Opened(
            book,
            source="" if by_id else str(Path(name).resolve()),
            psychology=str(self.psychology.resolve()) if self.psychology else "",
        )
        return self.pure(opened, pure)

    def pure(self, opened: Opened, letter: str) -> Opened:
        """The same scenario with a customer of one pure type; empty for its own."""
        if not letter:
            return opened
        scenario = as_pure_type(opened.scenario, letter)
        return replace(opened, book=replace(opened.book, scenario=scenario), pure=letter)

    def open_again(self, saved: Saved) -> Opened:
        """What a save names.

        Raises:
            Complaint: it is no longer there, or has errors.
        """
        psychology = Path(saved.psychology) if saved.psychology else None
        shelf = replace(self, psychology=psychology)
        return shelf.open(saved.source or saved.scenario, saved.customer)

    def _complaint(self, loaded: Loaded) -> Complaint:
        """Every error, or the first dozen and how to see the rest."""
        errors: Sequence[Diagnostic] = loaded.errors
        told = [error.rendered(self.words.locale) for error in errors[:MOST_FAULTS]]
        if len(errors) > MOST_FAULTS:
            more = len(errors) - MOST_FAULTS
            told.append(self.words("and {n} more; to see all: rapport lint FILE", n=more))
        nowhere = any(error.code in NOWHERE for error in errors)
        kind = "unknown-scenario" if nowhere else "faults"
        code = ExitCode.UNUSABLE if nowhere else ExitCode.CONTENT_FAULTS
        return Complaint("\n".join(told), kind, code)
