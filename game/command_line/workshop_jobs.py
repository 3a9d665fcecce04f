"""Work of the workshop that takes its time, each in a process of its own; the desk's port filled."""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from collections.abc import Mapping
from typing import Any

from game.command_line.background import started
from game.command_line.workshop_results import results_from_json
from game.desk.job_ports import Results

MODULE = "game.command_line.workshop_process"

LONGEST = 8_000_000
"""Bytes that results may have."""


class ProcessJob:
    """See `game.desk.workshop_ports.Job`. A thread starts the process and listens to it."""

    def __init__(self, wanted: Mapping[str, Any]) -> None:
        """Start.

        Args:
            wanted: what is to be done, as the process reads it.
        """
        self._wanted = dict(wanted)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._results: Results | None = None
        self._closed = self._over = False
        self._share = 0.0
        threading.Thread(target=self._run, daemon=True).start()

    @property
    def share(self) -> float:
        """How much of it is done."""
        return self._share

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self._over

    def results(self) -> Results | None:
        """What came of it."""
        return self._results

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                with contextlib.suppress(OSError):
                    self._process.kill()

    def _run(self) -> None:
        try:
            with self._lock:
                if self._closed:
                    return
                self._process = started(MODULE)
            self._listen(self._process)
        except OSError:
            pass
        finally:
            self._over = True

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        """Say what is wanted, and take over every word, until it ends."""
        assert process.stdin is not None and process.stdout is not None
        with contextlib.suppress(OSError, ValueError):
            process.stdin.write(json.dumps(self._wanted).encode() + b"\n")
            process.stdin.flush()
            with process.stdout as stream:
                while line := stream.readline(LONGEST):
                    self._heard(line)
                    if self._results is not None:
                        break
        self.close()
        with contextlib.suppress(OSError):
            process.stdin.close()
        process.wait()

    def _heard(self, line: bytes) -> None:
        """Take over one message; what is none is passed over."""
        with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
            message = json.loads(line)
            if "share" in message:
                self._share = min(1.0, max(0.0, float(message["share"])))
            elif "results" in message:
                self._results = results_from_json(message["results"])
