"""The workshop's bench: what trainers do with scenarios, for the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.authoring.checks import diagnostics_of
from game.command_line.complaints import Complaint
from game.command_line.editor import edit
from game.command_line.house import House
from game.command_line.looking_back import lived
from game.command_line.opened import PURE
from game.command_line.shelf import Shelf
from game.command_line.watching import WatchedFile
from game.command_line.workshop_files import Files
from game.command_line.workshop_jobs import ProcessJob
from game.content.diagnostics import Diagnostic
from game.content.library import EXAMPLES, SUFFIX, Card, Library, read_card
from game.content.package import SUFFIX as PACKAGE
from game.desk.ports import Book
from game.desk.workshop_ports import Glimpse, LeftOver, Made, Question, Refused, Work, WorkShelf
from game.engine.conversation import Conversation
from game.language.text import LocalisedText
from game.language.words import Words
from game.records.home import scenarios_home

ENDINGS = (SUFFIX, ".yml", PACKAGE)
NOT_SCENARIOS = (".paths.yaml", ".paths.yml")
MOST = 200
"""Files that are looked at in one's own folder."""


@dataclass(slots=True)
class Bench:
    """See `game.desk.workshop_ports.Workbench`.

    Attributes:
        house: words and saves.
        scenarios: the shelf that opens scenarios.
        folder: where the trainer's own scenarios are.
        sources: files of scenarios by their ids, for those who look at a conversation afterwards.
    """

    house: House
    scenarios: Shelf
    folder: Path = field(default_factory=scenarios_home)
    sources: dict[str, str] = field(default_factory=dict)

    def shelf(self) -> WorkShelf:
        """The trainer's own works by title, then the shipped ones by difficulty."""
        own = [self._work_of(path, shipped=False) for path in self._own()]
        shipped = [
            _work(card.path, card, shipped=True)
            for card in Library().listing()
            if not card.path.resolve().is_relative_to(self.folder.resolve())
        ]
        return WorkShelf(str(self.folder), (*sorted(own, key=lambda work: work.id), *shipped))

    def work(self, file: str, words: Words) -> Work | Refused:
        """The work of one file."""
        path = Path(file)
        if path.suffix.lower() not in ENDINGS or not path.is_file():
            return Refused(
                words("{file} is no scenario; scenarios end in .yaml or .rapport.", file=path.name)
            )
        shipped = path.resolve() in {card.path.resolve() for card in Library().listing()}
        return self._work_of(path, shipped=shipped)

    def check(self, file: str) -> tuple[Diagnostic, ...]:
        """Everything there is to say about a file."""
        return diagnostics_of(Path(file))

    def left_over(self, work: Work) -> LeftOver | None:
        """What of a re-dressed work still speaks of the old trade."""
        return self._files.left_over(work)

    def watched(self, file: str) -> WatchedFile:
        """Begin to watch a file."""
        return WatchedFile(self.scenarios, Path(file), sources=self.sources)

    def edit(self, file: str, line: int) -> bool:
        """Open a file in the system's editor."""
        return edit(Path(file), line)

    def talk(self, file: str, words: Words) -> tuple[Book, Conversation] | Refused:
        """A transcript, lived again."""
        try:
            opened, conversation = lived(words, file)
        except Complaint as complaint:
            return Refused(complaint.sentence)
        if opened.source:
            self.sources[opened.scenario.id] = opened.source
        return opened.book, conversation

    def book(self, work: Work, words: Words) -> Book | Refused:
        """A work, opened."""
        try:
            return replace(self.scenarios, words=words).open(work.file).book
        except Complaint as complaint:
            return Refused(complaint.sentence)

    def glimpses(self, book: Book, beat: str) -> Mapping[str, Glimpse]:
        """One beat as customers of the pure types meet it."""
        from game.authoring.preview import glimpses

        return glimpses(book.scenario, beat, PURE)

    def prove(self, work: Work) -> ProcessJob:
        """Begin to prove a work."""
        return self._job("prove", work)

    def balance(self, work: Work) -> ProcessJob:
        """Begin to have a work played by sellers of every kind."""
        return self._job("balance", work)

    def _job(self, do: str, work: Work) -> ProcessJob:
        return ProcessJob({"do": do, "file": work.file, "home": str(self.house.saves.folder)})

    @property
    def _files(self) -> Files:
        return Files(self.house, self.folder)

    def questions(self, words: Words) -> Sequence[Question]:
        """What is asked before a new scenario is written."""
        from game.authoring.questions import questions

        return questions(words)

    def free_name(self, name: str) -> str:
        """An id for a new work."""
        return self._files.free_name(name)

    def new(self, name: str, answers: Mapping[str, str], words: Words) -> Made | Refused:
        """Write a new scenario."""
        return self._files.new(name, answers, words)

    def redress(self, work: Work, name: str, words: Words) -> Made | Refused:
        """Write a scenario in other clothes."""
        return self._files.redress(work, name, words)

    def words_out(self, work: Work, words: Words) -> Made | Refused:
        """Write the words of a work to a table."""
        return self._files.words_out(work, words)

    def table_of(self, work: Work) -> str:
        """The newest table of words beside a work."""
        return self._files.table_of(work)

    def words_back(self, work: Work, table: str, words: Words) -> Made | Refused:
        """Put the words of a table into a work."""
        return self._files.words_back(work, table, words)

    def pack(self, work: Work, words: Words) -> Made | Refused:
        """Put a work into one file."""
        return self._files.pack(work, words)

    def _own(self) -> Iterator[Path]:
        """Scenario files in the trainer's folder; one that cannot be read is shown as well."""
        try:
            files = sorted(path for path in self.folder.rglob("*") if path.suffix.lower() in ENDINGS)
        except OSError:
            return
        seen = 0
        for path in files:
            inside = path.relative_to(self.folder).parts
            hidden = any(part.startswith(".") for part in inside)
            if hidden or EXAMPLES in inside or path.name.endswith(NOT_SCENARIOS) or not path.is_file():
                continue
            seen += 1
            if seen <= MOST:
                yield path

    def _work_of(self, path: Path, *, shipped: bool) -> Work:
        return _work(path, read_card(path), shipped=shipped)


def _work(path: Path, card: Card | None, *, shipped: bool) -> Work:
    """A file as the shelf shows it."""
    package = path.suffix.lower() == PACKAGE
    if card is None:
        return Work(str(path), path.stem, LocalisedText(), shipped, package)
    return Work(str(path), card.id, card.title, shipped, package)
