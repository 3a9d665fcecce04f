"""What can be wrong with saves and transcripts (family SC9), as values that can be told to people."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import Enum, unique
from pathlib import Path

from game.language.words import Words, marked


@unique
class SaveTrouble(Enum):
    """A kind of trouble: its code, which never changes meaning, and its sentence."""

    DAMAGED = ("SC901", marked("the save {file} is damaged; it was moved aside as {aside}"))
    OTHER_RULES = (
        "SC902",
        marked("the save {file} was made with other rules of '{scenario}' and cannot go on; it was kept"),
    )
    NOT_WRITABLE = ("SC903", marked("nothing can be saved in {file}: no permission to write there"))
    DISK_FULL = ("SC904", marked("nothing can be saved in {file}: the disk is full"))
    NOT_SAVED = ("SC905", marked("nothing can be saved in {file}: {reason}"))
    NEWER = ("SC906", marked("the save {file} was made by a newer Rapport; it was kept"))
    UNREADABLE = ("SC907", marked("{file} cannot be read: {reason}"))
    NO_TRANSCRIPT = ("SC908", marked("{file} is not a transcript: {reason}"))
    NO_REPLAY = ("SC909", marked("the transcript {file} cannot be replayed: {reason}"))

    @property
    def code(self) -> str:
        """The code, for example `SC901`."""
        return self.value[0]

    @property
    def sentence(self) -> str:
        """The English sentence with its places to fill in."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class SaveFault:
    """One trouble with one file.

    Attributes:
        trouble: what kind it is.
        file: the file or folder concerned.
        aside: where a damaged file lies now.
        scenario: the id of the scenario concerned.
        reason: what the system or the reader says, in its own words.
    """

    trouble: SaveTrouble
    file: Path
    aside: Path | None = None
    scenario: str = ""
    reason: str = ""

    def told(self, words: Words) -> str:
        """The trouble as a sentence that begins with its code."""
        sentence = words(
            self.trouble.sentence,
            file=self.file,
            aside=self.aside.name if self.aside else "",
            scenario=self.scenario,
            reason=self.reason,
        )
        return f"{self.trouble.code}: {sentence}"


def not_saved(folder: Path, error: OSError) -> SaveFault:
    """Why something could not be written, from what the system says."""
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return SaveFault(SaveTrouble.NOT_WRITABLE, folder)
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return SaveFault(SaveTrouble.DISK_FULL, folder)
    return SaveFault(SaveTrouble.NOT_SAVED, folder, reason=error.strerror or str(error))
