"""What `lint` said before, kept by everything that it depends on, so that nothing is read twice.

One small JSON file for each file that was checked. Its name is a hash of the program that checked (its
sources, the customer model and the field guide among them), of the name and of the bytes of the file. Nothing
is lost with it: what is missing, damaged or of another program is worked out again, and where nothing can be
written nothing is.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic
from game.content.places import Place
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.records.durable import read_text, write_durably

FORM = 2
"""Version of the files."""

MOST_FILES = 4_000
"""Files that are kept; half of them go, the oldest first, when there are more."""

LARGEST = 8_000_000
"""Bytes of a file that is looked at; a larger one is refused by the reader, unread."""

_PACKAGE = Path(__file__).parents[1]
_DECISIVE = ("content", "engine", "language", "authoring")
"""The parts of the program that decide what is said of a file."""

_LIBRARIES = ("PyYAML", "pydantic")


@dataclass(frozen=True, slots=True)
class Beside:
    """Another file that was read, and the hash of its bytes just before; None where there is none."""

    path: Path
    digest: str | None


Check = Callable[[Path], tuple[tuple[Diagnostic, ...], Beside | None]]
"""Reads a file: what is to be said, and the other file that was read for it."""


@dataclass(frozen=True, slots=True)
class CheckCache:
    """What is kept in one folder; it is made when something is written."""

    folder: Path

    def diagnostics_of(self, path: Path, check: Check) -> tuple[Diagnostic, ...]:
        """What is to be said about a file: kept from before, or found by `check` and kept from now on."""
        content = digest_of(path)
        if content is None:
            return check(path)[0]
        entry = self._entry(path, content)
        kept = _read(entry)
        if kept is not None:
            return kept
        found, beside = check(path)
        # Somebody may have saved meanwhile.
        same = digest_of(path) == content
        if beside is None:
            other = []
        else:
            # What is looked up by its id may lie elsewhere tomorrow: that is not kept.
            same = same and beside.digest is not None and digest_of(beside.path) == beside.digest
            other = [beside.path.as_posix(), beside.digest]
        if same:
            self._write(entry, found, other)
        return found

    def _entry(self, path: Path, content: str) -> Path:
        name = hashlib.sha256(f"{FORM}\0{program()}\0{path.as_posix()}\0{content}".encode(errors="replace"))
        return self.folder / f"{name.hexdigest()[:40]}.json"

    def _write(self, entry: Path, found: Sequence[Diagnostic], beside: Sequence[str | None]) -> None:
        body = {"beside": list(beside), "found": [_plain(each) for each in found]}
        text = json.dumps({"sum": _sum(body), **body}, ensure_ascii=False, separators=(",", ":")) + "\n"
        with contextlib.suppress(OSError, UnicodeEncodeError):
            write_durably(entry, text, settled=False)
            self._tidy()

    def _tidy(self) -> None:
        """Drop the older half where there are too many; what another program has dropped already is fine."""
        with os.scandir(self.folder) as entries:
            names = [each.name for each in entries]
        if len(names) <= MOST_FILES:
            return
        ages = []
        for name in names:
            with contextlib.suppress(OSError):
                ages.append(((self.folder / name).stat().st_mtime_ns, name))
        for _, name in sorted(ages)[: MOST_FILES // 2]:
            (self.folder / name).unlink(missing_ok=True)


@lru_cache(maxsize=1)
def program() -> str:
    """What stands for this program: every source and table that decides what is said, and its libraries."""
    told = hashlib.sha256(platform.python_version().encode())
    for library in _LIBRARIES:
        told.update(metadata.version(library).encode())
    for part in _DECISIVE:
        for folder, folders, names in os.walk(_PACKAGE / part):
            folders[:] = sorted(each for each in folders if each != "__pycache__")
            for name in sorted(names):
                file = Path(folder, name)
                told.update(f"\0{file.relative_to(_PACKAGE).as_posix()}\0".encode())
                told.update(file.read_bytes())
    return told.hexdigest()


def digest_of(path: Path) -> str | None:
    """The hash of the bytes of a file; None where it cannot be read, is no file or is far too large."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None


def _read(entry: Path) -> tuple[Diagnostic, ...] | None:
    """What is kept under a name; None where there is nothing, or nothing that holds."""
    try:
        kept = json.loads(read_text(entry))
        body = {"beside": kept["beside"], "found": kept["found"]}
        if kept["sum"] != _sum(body):
            return None
        if body["beside"] and digest_of(Path(body["beside"][0])) != body["beside"][1]:
            return None
        return tuple(_diagnostic(each) for each in body["found"])
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def _sum(body: object) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _plain(found: Diagnostic) -> list[Any]:
    """A diagnostic as plain data, in every language at once."""
    message = {locale.value: text for locale, text in found.message.words.items()}
    return [found.code, found.severity.value, asdict(found.place), message, found.excerpt]


def _diagnostic(plain: Sequence[Any]) -> Diagnostic:
    code, severity, place, message, excerpt = plain
    words = LocalisedText({Locale(name): text for name, text in message.items()})
    return Diagnostic(code, Severity(severity), Place(**place), words, excerpt)
