"""Values that have been worked out, kept by the fingerprint of the rules, so that nothing is solved twice.

One file for each fingerprint: JSON, and a digest of it, so that a number that a disk or a hand has changed is
never believed. Nothing is lost with it: everything in it can be worked out again. A file that is damaged,
cannot be read, or was made by another solver holds nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.records.durable import read_text, write_durably

FOLDER = "solved"
MOST_FILES = 40
"""Fingerprints that are kept; the ones that were written longest ago go first."""

_SAFE = re.compile(r"[^0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Solved:
    """What has been solved by one person's programs; `folder` is made when something is written.

    `room` is the name of the folder inside of it, so that what is proved has one of its own.
    """

    folder: Path
    room: str = FOLDER

    def read(self, fingerprint: str, solver: str) -> Mapping[str, Any]:
        """What is kept of one fingerprint; empty where there is nothing of that solver.

        Args:
            fingerprint: of the rules.
            solver: a name that changes when the same position could be given another value.
        """
        kept = self._kept(fingerprint)
        return {} if kept is None or kept.get("solver") != solver else kept

    def damaged(self, fingerprint: str) -> bool:
        """Whether something lies there that Rapport has not written so."""
        return self._path(fingerprint).exists() and self._kept(fingerprint) is None

    def write(self, fingerprint: str, solver: str, kept: Mapping[str, Any]) -> None:
        """Keep what is known of one fingerprint; where nothing can be written nothing is."""
        text = json.dumps({"solver": solver, **kept}, separators=(",", ":"))
        with contextlib.suppress(OSError):
            write_durably(self._path(fingerprint), f"{text}\n{_digest(text)}\n")
            self._tidy()

    def _kept(self, fingerprint: str) -> dict[str, Any] | None:
        """What was written, by whatever solver; None where it is not as it was written."""
        try:
            text, _, digest = read_text(self._path(fingerprint)).rstrip("\n").rpartition("\n")
            kept = json.loads(text) if digest == _digest(text) else None
        except (OSError, ValueError, RecursionError):
            return None
        return kept if isinstance(kept, dict) else None

    def _path(self, fingerprint: str) -> Path:
        return self.folder / self.room / f"{_SAFE.sub('', fingerprint)[:80] or 'none'}.json"

    def _tidy(self) -> None:
        """Drop the oldest files beyond `MOST_FILES`."""
        files = sorted((self.folder / self.room).glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        for path in files[:-MOST_FILES]:
            path.unlink(missing_ok=True)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
