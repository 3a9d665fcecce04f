"""Answers, typed or piped."""

from __future__ import annotations

import io
import sys
import time
from typing import TextIO

from game.command_line.terminal.paper import Paper


class Keyboard:
    """Asks and waits. An answer of None means that nobody will answer any more (end of input)."""

    def __init__(self, paper: Paper, stream: TextIO | None = None) -> None:
        """Write questions on a paper, read answers from a stream (the standard input when None)."""
        self._paper = paper
        self._stream = stream or sys.stdin or io.StringIO()
        self._asked = 0.0

    @property
    def tenths(self) -> int:
        """Tenths of a second that the last answer took; evidence for a class, no rule knows it."""
        return self._took

    _took = 0

    def ask(self, question: str) -> str | None:
        """One answer without the blanks around it; None at the end of input.

        Raises:
            KeyboardInterrupt: Ctrl-C.
        """
        self._paper.prompt(question)
        begun = time.monotonic()
        line = self._stream.readline()
        self._took = max(0, int((time.monotonic() - begun) * 10))
        if not line:
            self._paper.gap()
            return None
        answer = line.strip()
        if not self._stream.isatty():
            self._paper.echo(answer)
        return answer
