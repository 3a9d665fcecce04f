"""Only one server writes to a database file; a second one is told who was first (threat T27)."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import IO

ENDING = ".lock"


class DatabaseInUse(RuntimeError):
    """Another process has the database open; `who` is what it wrote about itself."""

    def __init__(self, path: Path, who: str) -> None:
        """Name the file and the other process."""
        super().__init__(f"{path} is in use ({who})")
        self.path, self.who = path, who


class FileLock:
    """A lock that the system gives back by itself when its holder dies, however it dies."""

    def __init__(self, path: Path) -> None:
        """Prepare to lock the database at `path`; the lock is a file beside it."""
        self.path = path.with_name(path.name + ENDING)
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Take the lock.

        Raises:
            DatabaseInUse: another process holds it.
            OSError: the folder cannot be written.
        """
        file = self.path.open("a+", encoding="utf-8")
        try:
            _lock(file)
        except OSError:
            file.seek(0)
            who = file.read(200).strip() or "another process"
            file.close()
            raise DatabaseInUse(self.path, who) from None
        file.seek(0)
        file.truncate()
        file.write(f"pid {os.getpid()}, boot {_boot()}\n")
        file.flush()
        self._file = file

    def give_back(self) -> None:
        """Release the lock; the file stays, empty, because deleting it could delete that of a successor."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):
            self._file.seek(0)
            self._file.truncate()
        self._file.close()
        self._file = None


def _boot() -> str:
    """What the system calls its present run, where it says so."""
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    return "unknown"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        # Far behind the text, so that the other process may still read who holds it.
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
