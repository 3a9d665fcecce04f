"""Files that are either the old or the new text, never half of one, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

LARGEST = 4_000_000
"""Bytes that a kept file may have; a larger one was not written by Rapport."""


def write_durably(path: Path, text: str, *, settled: bool = True, shared: bool = False) -> None:
    """Write a text so that it is on disk when this returns, replacing what was there in one step.

    Args:
        path: the file.
        text: what it shall hold.
        settled: wait for the disk; without it the step is the same, but may be lost when the power is.
        shared: for others too, as far as the system lets new files be; without it only its owner may read it.

    Raises:
        OSError: the place cannot be written; what was there before is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if shared:
        part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    else:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            if settled:
                os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    if settled:
        settle(path.parent)


def claim(path: Path) -> bool:
    """Make an empty file of this name; False where another program was quicker.

    Raises:
        OSError: the place cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def settle(folder: Path) -> None:
    """Have the names in a folder written to disk, on systems that can be asked for it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network folders cannot; the file itself is safe
    finally:
        os.close(handle)


def read_text(path: Path) -> str:
    """The text of a kept file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no text, or far too long to be one of ours.
    """
    if path.stat().st_size > LARGEST:
        raise ValueError(f"more than {LARGEST} bytes")
    return path.read_text("utf-8")
