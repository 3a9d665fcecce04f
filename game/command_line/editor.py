"""Opens a file in whatever the system writes texts with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

JUMPING = (("code", "--goto"), ("codium", "--goto"))
"""Editors that are asked first, because they go to a line: `--goto FILE:LINE`."""


def edit(path: Path, line: int = 1) -> bool:
    """Open a file, at a line where the editor can go to one; nothing waits for the editor.

    Returns:
        False where no program could be started.
    """
    file = str(path.resolve())
    for program, flag in JUMPING:
        found = shutil.which(program)
        if found is not None and _started([found, flag, f"{file}:{max(1, line)}"]):
            return True
    if sys.platform == "win32":
        try:
            os.startfile(file)  # noqa: S606 -- a file that the trainer named
        except OSError:  # no program is set for such files
            return _started(["notepad.exe", file])
        return True
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    found = shutil.which(opener)
    if found is None:
        return False
    return _started([found, "-t", file] if sys.platform == "darwin" else [found, file])


def _started(command: list[str]) -> bool:
    """Whether a program began; it goes on by itself."""
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen(  # noqa: S603 -- a program of the system and a file that the trainer named
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=os.name == "posix"
        )
    except OSError:
        return False
    return True
