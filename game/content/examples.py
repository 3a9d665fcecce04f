"""The file that shows a code: documentation, test and message in one.

Each lies under `tests/broken` in a checkout and comes along when the game is installed. What it is made to
show stands in remarks at its end: `#! SC203 11:9`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

_MARK = re.compile(r"^#! (SC\d{3}) (\d+):(\d+)\s*$", re.MULTILINE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Example:
    """A file that shows a code, without its remarks; `marks` are lines and columns where the code is told."""

    path: Path
    lines: tuple[str, ...]
    marks: tuple[tuple[int, int], ...]


def folder() -> Path:
    """Where the examples lie: in the checkout, else inside the installed package."""
    package = Path(str(files("game")))
    beside = package.parent / "tests" / "broken"
    return beside if beside.is_dir() else package / "shipped" / "broken"


def example(code: str) -> Example | None:
    """The first file that shows a code; None where a recipe makes it (`authoring.made_examples`)."""
    for path in sorted(folder().glob(f"{code}-*.yaml")):
        try:
            data = path.read_bytes()
            text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
        except (OSError, UnicodeError):
            continue
        marks = tuple((int(line), int(column)) for name, line, column in _MARK.findall(text) if name == code)
        if marks:
            return Example(path, tuple(_MARK.sub("", text).rstrip().splitlines()), marks)
    return None
