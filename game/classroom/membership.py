"""What a seat keeps on its own disk: how to come back to it, and what has not yet arrived (T11).

An attempt is written and synced before anything is sent, and stays until the server has answered with its id.
So whatever happens in between (a closed lid, a dead battery, a minute without network) it arrives once: the
same key is sent again, and the server knows it.
"""

from __future__ import annotations

import contextlib
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.classroom.client import Seated
from game.records.durable import read_text, settle, write_durably

CLASSES, OUTBOX = "classes", "outbox"
FORMAT = 1
FIT = re.compile(r"[A-Za-z0-9_-]{1,80}")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An attempt that the server has not acknowledged.

    Attributes:
        key: under which it is sent, always the same.
        trouble: why the server will never take it; empty while there is hope.
    """

    key: str
    session: str
    seat: str
    round: str
    number: int
    transcript: Mapping[str, Any]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """The folder of one person's seats and outbox."""

    folder: Path

    def remember(self, seated: Seated) -> None:
        """Keep how to come back; only the owner of the file may read it.

        Raises:
            OSError: the place cannot be written.
        """
        path = self._seat(seated.session)
        write_durably(path, json.dumps({"format": FORMAT, **asdict(seated)}, ensure_ascii=False))
        with contextlib.suppress(OSError):
            path.chmod(0o600)

    def remembered(self) -> list[Seated]:
        """Every seat that can be come back to, the newest first; what cannot be read is left out."""
        found: list[tuple[float, Seated]] = []
        for path in self._paths(CLASSES):
            plain = _plain(path)
            with contextlib.suppress(TypeError, OSError, KeyError):
                values = {name: plain[name] for name in Seated.__dataclass_fields__ if name != "pin"}
                values["pin"] = plain.get("pin", "")
                if all(isinstance(value, str) for value in values.values()):
                    found.append((path.stat().st_mtime, Seated(**values)))
        return [seated for _, seated in sorted(found, key=lambda each: -each[0])]

    def forget(self, session: str) -> None:
        """The class is over, or the seat was taken away."""
        self._seat(session).unlink(missing_ok=True)

    def put(self, seated: Seated, round_id: str, number: int, transcript: Mapping[str, Any]) -> Waiting:
        """Write an attempt down; it is on disk when this returns.

        Raises:
            OSError: the place cannot be written.
        """
        waiting = Waiting(str(uuid.uuid4()), seated.session, seated.seat, round_id, number, transcript)
        self._write(waiting)
        return waiting

    def waiting(self, session: str) -> list[Waiting]:
        """Attempts of a class that were not acknowledged and may still be, the oldest first."""
        return [one for one in self._kept(session) if not one.trouble]

    def hopeless(self, session: str) -> list[Waiting]:
        """Attempts that the server will never take; they are kept for the trainer to look at."""
        return [one for one in self._kept(session) if one.trouble]

    def acknowledged(self, waiting: Waiting) -> None:
        """The server has it on its own disk."""
        path = self._attempt(waiting)
        path.unlink(missing_ok=True)
        settle(path.parent)

    def given_up(self, waiting: Waiting, trouble: str) -> None:
        """The server will never take it: keep it, and say why."""
        plain = asdict(waiting) | {"trouble": trouble or "refused"}
        self._write(Waiting(**plain))

    def _write(self, waiting: Waiting) -> None:
        text = json.dumps({"format": FORMAT, **asdict(waiting)}, ensure_ascii=False)
        write_durably(self._attempt(waiting), text)

    def _kept(self, session: str) -> list[Waiting]:
        found: list[tuple[int, Waiting]] = []
        for path in self._paths(OUTBOX):
            plain = _plain(path)
            with contextlib.suppress(KeyError, TypeError, OSError):
                if plain["session"] == session:
                    one = Waiting(**{name: plain[name] for name in Waiting.__dataclass_fields__})
                    found.append((path.stat().st_mtime_ns, one))
        return [one for _, one in sorted(found, key=lambda each: (each[0], each[1].number, each[1].key))]

    def _paths(self, name: str) -> Iterator[Path]:
        folder = self.folder / name
        if folder.is_dir():
            yield from (path for path in sorted(folder.iterdir()) if path.suffix == ".json")

    def _seat(self, session: str) -> Path:
        return self.folder / CLASSES / f"{_fit(session)}.json"

    def _attempt(self, waiting: Waiting) -> Path:
        return self.folder / OUTBOX / f"{_fit(waiting.key)}.json"


def _plain(path: Path) -> Mapping[str, Any]:
    """A kept file as data; nothing of one that cannot be read or is not ours."""
    try:
        plain = json.loads(read_text(path))
    except (OSError, ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) and plain.get("format") == FORMAT else {}


def _fit(name: str) -> str:
    """A name from the network that may be that of a file: letters, digits, hyphen, underscore.

    Raises:
        OSError: it may not.
    """
    if not FIT.fullmatch(name):
        raise OSError(f"not a name of ours: {name!r}")
    return name
