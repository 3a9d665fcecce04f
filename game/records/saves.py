"""Conversations that are going on, and the transcripts of those that are over.

Every turn is on disk before the next is offered. A running conversation is one JSON file in `saves/`:
its transcript and what is needed to open its scenario again, no times and no machine. When it is over
the same file moves to `transcripts/`. Nothing is ever overwritten by something else, and what cannot be
read is moved aside, never deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from game.records.durable import claim, read_text, write_durably
from game.records.faults import SaveFault, SaveTrouble, not_saved
from game.records.home import home

SAVE_VERSION = 1
"""Version of the file's form; a greater number was written by a newer program."""

_NUMBERED = re.compile(r"^(?P<scenario>.+)\.(?P<number>[0-9]{1,9})\.json$")
_SAFE = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Saved:
    """A conversation as it is kept.

    Attributes:
        scenario: id of the scenario.
        transcript: the transcript in its JSON form (`fingerprint`, `seed`, `start`, `moves`, `engine`).
        source: file the scenario was read from; empty for one of the library.
        customer: the pure type that was asked for (`D`, `I`, `S`, `C`); empty for the scenario's own.
        psychology: file of another psychology than the shipped one; empty for that.
        name: name of the file; empty until it is kept for the first time.
    """

    scenario: str
    transcript: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    customer: str = ""
    psychology: str = ""
    name: str = ""

    @property
    def fingerprint(self) -> str:
        """The rules it was played by."""
        return str(self.transcript.get("fingerprint", ""))

    def to_json(self) -> dict[str, Any]:
        """The form in which it stands in the file."""
        return {
            "save": SAVE_VERSION,
            "scenario": self.scenario,
            "source": self.source,
            "customer": self.customer,
            "psychology": self.psychology,
            "transcript": dict(self.transcript),
        }


@dataclass(frozen=True, slots=True)
class Saves:
    """The saves and transcripts of one person.

    Attributes:
        folder: what holds the two folders; made when something is written.
    """

    folder: Path = field(default_factory=home)

    @property
    def running(self) -> Path:
        """Folder of the conversations that are going on."""
        return self.folder / "saves"

    @property
    def finished(self) -> Path:
        """Folder of the transcripts of those that are over, or were set aside."""
        return self.folder / "transcripts"

    def keep(self, saved: Saved) -> Saved | SaveFault:
        """Write a running conversation; it is on disk when this returns.

        Returns:
            the same with the name of its file, or why it could not be written.
        """
        named = saved
        try:
            named = saved if saved.name else replace(saved, name=self._new_name(saved.scenario))
            write_durably(self.running / named.name, _text(named))
        except OSError as error:
            if not saved.name:
                self.forget(named)
            return not_saved(self.running, error)
        return named

    def resume(self, scenario: str, source: str | None = None) -> Saved | SaveFault | None:
        """The latest running conversation of a scenario; None where there is none.

        A damaged file is moved aside and told; asking again then gives the next one.

        Args:
            scenario: id of the scenario.
            source: only one of a scenario that was read from here; None for any.
        """
        for name in self._names(scenario):
            found = self._read(self.running / name)
            if isinstance(found, SaveFault):
                return found
            if found.scenario == scenario and source in {None, found.source}:
                return found
        return None

    def latest(self) -> Saved | SaveFault | None:
        """The running conversation that was kept last, of whatever scenario; None where there is none."""
        names = [name for _, _, name in _numbered(self.running) if _size(self.running / name) > 0]
        newest = max(names, key=lambda name: _changed(self.running / name), default=None)
        return None if newest is None else self._read(self.running / newest)

    def list(self) -> tuple[Saved | SaveFault, ...]:
        """Every running conversation, by scenario, the latest of each first; damaged ones as their faults."""
        scenarios = sorted({scenario for scenario, _, _ in _numbered(self.running)})
        return tuple(self._read(self.running / name) for each in scenarios for name in self._names(each))

    def archive(self, saved: Saved) -> Path | SaveFault:
        """Keep a transcript for good and end the running conversation; safe to be done twice.

        Where two programs went on with one conversation, each gets a transcript of its own.

        Returns:
            the transcript's file, or why it could not be written.
        """
        text = _text(saved)
        try:
            name = saved.name or self._new_name(saved.scenario)
            path = self.finished / name
            if path.exists() and path.read_bytes() != text.encode():
                path = self.finished / self._new_name(saved.scenario)
            write_durably(path, text)
            for taken in {name, path.name}:
                (self.running / taken).unlink(missing_ok=True)
        except OSError as error:
            return not_saved(self.finished, error)
        return path

    def forget(self, saved: Saved) -> SaveFault | None:
        """Drop a running conversation; nothing happens where it was never kept."""
        if not saved.name:
            return None
        try:
            (self.running / saved.name).unlink(missing_ok=True)
        except OSError as error:
            return not_saved(self.running, error)
        return None

    def set_aside(self, saved: Saved, reason: str = "") -> SaveFault:
        """Move a save that turned out to be damaged out of the way."""
        return self._aside(self.running / saved.name, reason)

    def _read(self, path: Path) -> Saved | SaveFault:
        """One save; damaged ones are moved aside, those of a newer program are left alone."""
        try:
            data = read_json(path)
        except OSError as error:
            return SaveFault(SaveTrouble.UNREADABLE, path, reason=error.strerror or str(error))
        except ValueError as error:
            return self._aside(path, str(error))
        version = data.get("save")
        if isinstance(version, int) and version > SAVE_VERSION:
            return SaveFault(SaveTrouble.NEWER, path)
        saved = saved_from(data, path.name)
        return self._aside(path, "a part is missing") if saved is None else saved

    def _aside(self, path: Path, reason: str) -> SaveFault:
        """Rename to the first free `.damaged-N`."""
        number = 1
        while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
            number += 1
        try:
            path.rename(aside)
        except OSError as error:
            return SaveFault(SaveTrouble.UNREADABLE, path, reason=error.strerror or str(error))
        return SaveFault(SaveTrouble.DAMAGED, path, aside=aside, reason=reason)

    def _names(self, scenario: str) -> tuple[str, ...]:
        """Names of a scenario's saves, the latest first; without those only claimed, which are empty."""
        owner = _safe(scenario)
        found = [(number, name) for each, number, name in _numbered(self.running) if each == owner]
        names = [name for _, name in sorted(found, reverse=True)]
        return tuple(name for name in names if _size(self.running / name) != 0)

    def _new_name(self, scenario: str) -> str:
        """A name that no save and no transcript has, already taken for this one."""
        owner = _safe(scenario)
        taken = [n for folder in (self.running, self.finished) for s, n, _ in _numbered(folder) if s == owner]
        number = max(taken, default=0) + 1
        while not claim(self.running / f"{owner}.{number}.json"):
            number += 1
        return f"{owner}.{number}.json"


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object of a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no JSON object.
    """
    try:
        data = json.loads(read_text(path))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(data, dict):
        raise ValueError("no JSON object")
    return data


def saved_from(data: Mapping[str, Any], name: str = "") -> Saved | None:
    """A saved conversation from its JSON form; None where a part is missing or of another kind."""
    texts = {key: data.get(key, "") for key in ("scenario", "source", "customer", "psychology")}
    transcript = data.get("transcript")
    if not all(isinstance(text, str) for text in texts.values()) or not texts["scenario"]:
        return None
    if not isinstance(transcript, dict) or not isinstance(transcript.get("moves"), list):
        return None
    return Saved(transcript=transcript, name=name, **texts)


def _text(saved: Saved) -> str:
    """The text of a file, with one key per line for people who look inside."""
    return json.dumps(saved.to_json(), ensure_ascii=False, indent=1) + "\n"


def _safe(scenario: str) -> str:
    """A scenario id as a part of a file name."""
    return _SAFE.sub("-", scenario)[:80] or "scenario"


def _size(path: Path) -> int:
    """The size of a file, -1 where it is gone by now."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _changed(path: Path) -> int:
    """When a file was written, in nanoseconds; the order is all that counts."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return -1


def _numbered(folder: Path) -> Iterator[tuple[str, int, str]]:
    """Scenario, number and name of every conversation in a folder; nothing where it cannot be read."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return
    for name in names:
        match = _NUMBERED.match(name)
        if match and not name.startswith("."):
            yield match["scenario"], int(match["number"]), name
