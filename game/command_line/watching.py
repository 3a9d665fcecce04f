"""Reads a scenario again whenever its file is saved; the desk's port filled."""

from __future__ import annotations

from pathlib import Path

from game.authoring.watch import Glance, Relived, relived
from game.command_line.opened import as_pure_type
from game.command_line.shelf import Shelf, book_of
from game.content.diagnostics import Diagnostic, Findings
from game.content.field_guide import FieldGuide
from game.content.loading import Loaded, load_scenario
from game.content.places import Kind
from game.content.source import read_source
from game.desk.ports import Book
from game.desk.workshop_ports import Edition
from game.engine.conversation import Conversation


class WatchedFile:
    """The editions of one file; see `game.desk.workshop_ports.Watched`.

    It is read in the frame in which it is asked for: beside a window that is being drawn reading takes twice
    as long, and who has just saved waits for nothing else.

    Args:
        shelf: reads with its psychology.
        path: the file.
        pure: `D`, `I`, `S` or `C` for a pure type instead of the scenario's customer.
        sources: takes down the file by the ids that its scenario has had.
    """

    def __init__(
        self, shelf: Shelf, path: Path, pure: str = "", sources: dict[str, str] | None = None
    ) -> None:
        self.name = path.name
        self.sources: dict[str, str] = {} if sources is None else sources
        self._shelf, self._path, self._pure = shelf, path, pure
        self._glance = Glance(path)
        self._number = 0

    def poll(self) -> Edition | None:
        """The next edition; None where the file is as it was, or is just being written."""
        if not self._glance.changed():
            return None
        self._number += 1
        loaded = load_scenario(
            self._path, self._shelf.psychology, self._shelf.library, FieldGuide.load().ids()
        )
        book = book_of(loaded)
        faults = loaded.diagnostics
        if book is not None and (silent := speechless(loaded)) is not None:
            book, faults = None, (*faults, silent)
        if book is not None and self._pure:
            book = Book(as_pure_type(book.scenario, self._pure), book.wording, book.bank, book.tactics)
        if book is not None:
            self.sources[book.scenario.id] = str(self._path.resolve())
        return Edition(self._number, book, faults)

    def relived(self, conversation: Conversation, book: Book) -> Relived:
        """The same lines in the book of another edition."""
        return relived(conversation, book.scenario)

    def close(self) -> None:
        """There is nothing to end."""


def speechless(loaded: Loaded) -> Diagnostic | None:
    """The fault of a scenario in which there is nothing to say when it begins; None where there is."""
    from game.authoring.prove import begins

    if loaded.scenario is None or begins(loaded.scenario):
        return None
    place = loaded.places.of(Kind.FIELD, "beats")
    source = read_source(Path(place.file))[0] if place else None
    findings = Findings(place.file if place else "", source)
    return findings.add("SC625", *((place.line, place.column) if place else ()))
