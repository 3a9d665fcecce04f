"""The files of the checkout, as the tests of the repository see them."""

from __future__ import annotations

import os
import subprocess
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

MADE = {"__pycache__", "dist", "build", "screenshots", "reports"}
"""Folders that programs make; with those that begin with a dot they are no part of the source."""


def tracked(*patterns: str) -> list[Path]:
    """The files of the source, relative to the root, that match any pattern; all without one.

    In a pattern `*` stands for any part of a path, as in git; a folder's name means all that is in it.
    """
    return [
        path
        for path in source()
        if not patterns
        or any(fnmatch(path.as_posix(), each) or path.as_posix().startswith(f"{each}/") for each in patterns)
    ]


@cache
def source() -> tuple[Path, ...]:
    """Every file under version control that is on disk; every file at all where there is no git."""
    try:
        answer = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
        )
    except (OSError, subprocess.CalledProcessError):
        return tuple(sorted(walked()))
    return tuple(Path(name) for name in answer.stdout.split("\0") if name and (ROOT / name).is_file())


def walked() -> list[Path]:
    """Every file below the root but for what programs made."""
    found = []
    for folder, names, files in os.walk(ROOT):
        names[:] = [name for name in names if name == ".ci" or (name not in MADE and name[0] != ".")]
        found += [(Path(folder) / file).relative_to(ROOT) for file in files]
    return found


def words_of(path: Path) -> str | None:
    """The text of a file of the source; None when it is not text. What is broken on purpose is mended."""
    content = (ROOT / path).read_bytes()
    broken = path.parts[:2] == ("tests", "broken")
    return None if b"\0" in content else content.decode("utf-8", errors="replace" if broken else "strict")
