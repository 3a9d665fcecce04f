"""The three streams of the process: what is read, what is said, what is complained about."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TextIO

FULL = frozenset({errno.ENOSPC, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What a system says when nothing more can be written."""


def prepare() -> None:
    """Let no character that a terminal cannot show end a conversation."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def tell(text: str) -> None:
    """Write a text and a line end to the standard output."""
    _write(sys.stdout, text)


def complain(text: str) -> None:
    """Write a text and a line end to the standard error."""
    _write(sys.stderr, text)


def _write(stream: TextIO | None, text: str) -> None:
    """A program without a console has no streams; then nobody is told."""
    if stream is not None:
        stream.write(f"{text}\n")
        stream.flush()


def abandon(stream: TextIO) -> None:
    """Nobody reads any more: have what is left in a stream go nowhere, without a complaint at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
