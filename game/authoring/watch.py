"""A scenario while it is being written: when its file has changed, and the play so far in what it became."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from game.engine.conversation import Conversation
from game.engine.scenario import Scenario
from game.engine.transcript import ReplayFault, Say

GONE = 30
"""Looks in a row at which a file may be missing: many editors move the old file away before the new one is
there."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another: nanoseconds of its last change, its bytes, its number."""

    changed: int
    size: int
    number: int


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None where there is none, or it cannot be looked at."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


class Glance:
    """Looks at a file again and again, and says when it is to be read.

    A file that is being written is left alone until it looks the same twice: half of it is never read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read: Stamp | None = None
        self._seen: Stamp | None = None
        self._missing = 0
        self._begun = False

    def changed(self) -> bool:
        """Whether the file is to be read (again); it then counts as read. The first look is always one."""
        now = stamp_of(self._path)
        rested, self._seen = now == self._seen, now
        if not self._begun:
            self._begun, self._read = True, now
            return True
        if now is None:
            self._missing += 1
            if self._missing != GONE:
                return False
        else:
            self._missing = 0
            if not rested or now == self._read:
                return False
        self._read = now
        return True


@dataclass(frozen=True, slots=True)
class Relived:
    """A conversation in another version of its scenario.

    Attributes:
        conversation: as far as it could be lived again.
        lost: the first line that could not be said again; empty where all of them could.
        left_out: how many lines were not said again.
    """

    conversation: Conversation
    lost: str = ""
    left_out: int = 0


def relived(before: Conversation, scenario: Scenario) -> Relived:
    """Live a conversation again in a scenario that has changed: same luck, same lines, as far as it goes.

    Args:
        before: the conversation in the scenario as it was.
        scenario: the scenario as it is now.
    """
    transcript = replace(before.transcript(), scenario=scenario.id, fingerprint=scenario.fingerprint)
    lived = transcript.replay(scenario)
    if isinstance(lived, Conversation):
        return Relived(lived)
    assert isinstance(lived, ReplayFault)
    valid = lived.valid or Conversation.begin(scenario, before.seed, before.start)
    left_out = sum(isinstance(move, Say) for move in before.moves[max(lived.move, 0) :])
    return Relived(valid, lived.name, left_out)
