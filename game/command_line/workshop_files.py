"""What the workshop writes: scenarios, tables of words, packages. Nothing is ever overwritten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from game.command_line.complaints import Complaint
from game.command_line.handiwork import put, sound, unwritable
from game.command_line.house import House
from game.command_line.packing import packed_up
from game.command_line.schema_file import author
from game.command_line.translating import source_of, taken_back
from game.content.library import SUFFIX, Library
from game.content.package import SUFFIX as PACKAGE
from game.content.source import Source, read_source
from game.desk.workshop_ports import LeftOver, Made, Refused, Work
from game.language.text import LocalisedText
from game.language.words import Words

TABLES = (".words.xlsx", ".words.csv")
_ODD = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
MOST_LEFT = 60
"""Texts that are shown of those that still say what the pattern says."""

_DIGITS = re.compile(r"^[0-9-]+")


@dataclass(frozen=True, slots=True)
class Files:
    """Writes into the trainer's folder, and beside the trainer's own works.

    Attributes:
        house: its saves keep nothing of this; its words are replaced by those of the moment.
        folder: where new works go.
    """

    house: House
    folder: Path

    def free_name(self, name: str) -> str:
        """An id that no file of the folder and no shipped scenario has."""
        plain = _DIGITS.sub("", _ODD.sub("-", name.lower())).strip("-")[:40].strip("-") or "my-case"
        taken = {card.id for card in Library().listing()}
        number, free = 1, plain
        while free in taken or (self.folder / f"{free}{SUFFIX}").exists():
            number += 1
            free = f"{plain}-{number}"
        return free

    def new(self, name: str, answers: Mapping[str, str], words: Words) -> Made | Refused:
        """Write a new scenario."""
        from game.authoring.questions import drafted

        file = self.folder / f"{self.free_name(name)}{SUFFIX}"
        return self._written(file, drafted(file.stem, answers, words), words)

    def redress(self, work: Work, name: str, words: Words) -> Made | Refused:
        """Write a scenario in other clothes, and its words as a table."""
        from game.authoring.redress import redressed
        from game.authoring.tables import write
        from game.authoring.words import rows

        file = self.folder / f"{self.free_name(name)}{SUFFIX}"
        house = replace(self.house, words=words)
        try:
            _, source = source_of(house, work.file)
            sound(house, work.file)
            remark = words(
                "Re-dressed from {scenario}; its structure and numbers are kept.", scenario=work.id
            )
            text = redressed(source, file.stem, remark)
            made = self._written(file, text, words)
            if isinstance(made, Refused):
                return made
            table = _free(file, TABLES[0])
            put(house, table, write(table, rows(Source(file.as_posix(), text))))
        except Complaint as complaint:
            return Refused(complaint.sentence)
        told = (
            *made.sentences,
            words("Its words to be changed: {file}", file=table),
            words("Change them there, save, and choose “Take the words back”."),
        )
        return Made(told, str(file))

    def left_over(self, work: Work) -> LeftOver | None:
        """What of a re-dressed work still says what its pattern says, which its first line names."""
        from game.authoring.redress import unchanged

        source, _ = read_source(Path(work.file))
        remark = source.line(1) if source is not None and not work.shipped else ""
        if source is None or not remark.startswith("#"):
            return None
        cards = {card.id: card for card in Library().listing()}
        pattern = next((name for name in _WORD.findall(remark) if name in cards), "")
        old = read_source(cards[pattern].path)[0] if pattern else None
        if old is None:
            return None
        rows = unchanged(old, source)
        texts = tuple((row.id, LocalisedText(dict(row.texts))) for row in rows[:MOST_LEFT])
        return LeftOver(pattern, texts, len(rows))

    def words_out(self, work: Work, words: Words) -> Made | Refused:
        """Write the words of a work to a table."""
        from game.authoring.tables import write
        from game.authoring.words import rows

        house = replace(self.house, words=words)
        try:
            path, source = source_of(house, work.file)
            self.folder.mkdir(parents=True, exist_ok=True)
            table = _free(self.folder / path.name if work.shipped else path, TABLES[0])
            found = rows(source)
            put(house, table, write(table, found))
        except OSError as error:
            return Refused(unwritable(house, self.folder, error).sentence)
        except Complaint as complaint:
            return Refused(complaint.sentence)
        told = words.count("{n} row written to {file}", "{n} rows written to {file}", len(found), file=table)
        return Made((told, words("Change them there, save, and choose “Take the words back”.")), str(table))

    def table_of(self, work: Work) -> str:
        """The newest table of words beside a work."""
        path = Path(work.file)
        stem = path.name.removesuffix(path.suffix)
        try:
            tables = [
                each
                for each in path.parent.iterdir()
                if each.name.startswith(f"{stem}.words") and each.suffix.lower() in (".xlsx", ".csv")
            ]
            return str(max(tables, key=lambda each: each.stat().st_mtime_ns)) if tables else ""
        except OSError:
            return ""

    def words_back(self, work: Work, table: str, words: Words) -> Made | Refused:
        """Put the words of a table into a work."""
        house = replace(self.house, words=words)
        try:
            path, source = source_of(house, work.file)
            warnings, told = taken_back(house, path, source, Path(table))
        except Complaint as complaint:
            return Refused(complaint.sentence)
        return Made((*told, *warnings), work.file)

    def pack(self, work: Work, words: Words) -> Made | Refused:
        """Put a work and its golden paths into one file."""
        house = replace(self.house, words=words)
        path = Path(work.file)
        folder = self.folder if work.shipped else path.parent
        target = _free(folder / f"{path.name.removesuffix(path.suffix)}{PACKAGE}", PACKAGE)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = packed_up(house, work.file, target)
        except OSError as error:
            return Refused(unwritable(house, target, error).sentence)
        except Complaint as complaint:
            return Refused(complaint.sentence)
        told = words("Whoever drops it on this window, or opens it with ‘rapport play’, can play it.")
        return Made((words("written: {file}", file=file), told), str(file))

    def _written(self, file: Path, text: str, words: Words) -> Made | Refused:
        house = replace(self.house, words=words)
        try:
            author(file, text)
        except OSError as error:
            return Refused(unwritable(house, file, error).sentence)
        return Made((words("written: {file}", file=file),), str(file))


def _free(file: Path, ending: str) -> Path:
    """A name with this ending that no file has yet: `case.words.xlsx`, `case.words-2.xlsx`."""
    stem = file.name.removesuffix(file.suffix)
    head, dot, tail = ending.rpartition(".")
    number, free = 1, file.with_name(f"{stem}{ending}")
    while free.exists():
        number += 1
        free = file.with_name(f"{stem}{head}-{number}{dot}{tail}")
    return free
