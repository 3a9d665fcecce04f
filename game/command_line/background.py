"""Reviews made in a process of their own while a conversation goes on; the desk's port filled."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import game
from game.analysis.review import Review
from game.analysis.review_record import review_from_json
from game.engine.conversation import Conversation

MODULE = "game.command_line.background_process"

LONGEST = 8_000_000
"""Bytes that one review may have."""


class BackgroundReviewer:
    """Looks at one conversation in another process; see `game.desk.ports.Reviewer`.

    Nothing here waits for the process: a thread starts it, writes to it, reads from it and ends it.
    """

    def __init__(self, opening: Mapping[str, Any]) -> None:
        """Start.

        Args:
            opening: where the scenario is and the transcript so far, as the process reads it.
        """
        self._messages: queue.SimpleQueue[Mapping[str, Any] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._review: Review | None = None
        self._messages.put({"open": dict(opening)})
        threading.Thread(target=self._write, daemon=True).start()

    def said(self, line_id: str) -> None:
        """A line was said."""
        self._messages.put({"say": line_id})

    def over(self) -> None:
        """The conversation has ended."""
        self._messages.put({"over": True})

    def poll(self) -> Review | None:
        """The review as far as it has come."""
        return self._review

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                with contextlib.suppress(OSError):
                    self._process.kill()
        self._messages.put(None)

    def _write(self) -> None:
        """Start the process and tell it everything, until the end."""
        with self._lock:
            if self._closed:
                return
            try:
                self._process = started(MODULE)
            except OSError:
                return
        process = self._process
        threading.Thread(target=self._read, args=(process,), daemon=True).start()
        assert process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            while (message := self._messages.get()) is not None:
                process.stdin.write(json.dumps(message).encode() + b"\n")
                process.stdin.flush()
        with contextlib.suppress(OSError, ValueError):
            process.stdin.close()

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        """Take over every review that it tells, until it ends."""
        assert process.stdout is not None
        with process.stdout as stream:
            while line := stream.readline(LONGEST):
                try:
                    self._review = review_from_json(json.loads(line))
                except (ValueError, TypeError, KeyError, AttributeError):
                    continue
        process.wait()


@dataclass(slots=True)
class BackgroundReviews:
    """Starts reviewers; see `game.desk.ports.Reviews`.

    Attributes:
        home: the folder in which solved values are kept.
        psychology: file of another psychology than the shipped one; empty for that.
        pure: the pure type that is played with; empty for the scenario's own customer.
        sources: files of scenarios that are not in the library, by id.
    """

    home: Path
    psychology: str = ""
    pure: str = ""
    sources: dict[str, str] = field(default_factory=dict)

    def begin(self, conversation: Conversation) -> BackgroundReviewer:
        """A reviewer for a conversation, from what has been said of it so far."""
        scenario = conversation.scenario.id
        return BackgroundReviewer(
            {
                "source": self.sources.get(scenario) or scenario,
                "psychology": self.psychology,
                "pure": self.pure,
                "transcript": conversation.transcript().to_json(),
                "home": str(self.home),
            }
        )


def started(module: str) -> subprocess.Popen[bytes]:
    """A process of ours, which finds this very package; below the window where the system can do so.

    Raises:
        OSError: it cannot be started.
    """
    root = str(Path(game.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(  # noqa: S603 -- this very interpreter and a module of ours
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        creationflags=flags,
        start_new_session=os.name == "posix",
    )
