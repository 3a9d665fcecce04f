"""Figures with their limits, and the two ways to print them."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = ("numpy", "PyYAML", "pydantic", "pygame-ce")
"""Whose versions belong to a figure."""


class Unmeasurable(Exception):
    """What is needed for a measurement is not there; the message says what, for people."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit; at most one of the limits is set (None: it is only reported)."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the value keeps its limit."""
        below = self.at_most is None or self.value <= self.at_most
        above = self.at_least is None or self.value >= self.at_least
        return below and above

    @property
    def limit(self) -> str:
        """The limit in words, empty without one."""
        if self.at_most is not None:
            return f"at most {self.at_most:g} {self.unit}"
        return f"at least {self.at_least:g} {self.unit}" if self.at_least is not None else ""


def as_json(figures: Sequence[Figure], command: str) -> dict[str, Any]:
    """The object that `--json` prints; values carry four significant digits, units stand in `units`."""
    return {
        "figures": {figure.name: significant(figure.value) for figure in figures},
        "units": {figure.name: figure.unit for figure in figures},
        "limits": {
            figure.name: {"at_most": figure.at_most, "at_least": figure.at_least, "kept": figure.kept}
            for figure in figures
            if figure.limit
        },
        "machine": machine(),
        "commit": commit(),
        "command": command,
    }


def as_table(figures: Sequence[Figure], command: str) -> str:
    """A table for people, with the machine and the commit below it."""
    rows = [("figure", "value", "unit", "limit", "")] + [
        (figure.name, f"{significant(figure.value):g}", figure.unit, figure.limit, verdict(figure))
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = [
        "  ".join(
            cell.rjust(width) if column == 1 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join(
        [lines[0], "-" * max(map(len, lines)), *lines[1:], "", machine(), f"{commit()} · {command}"]
    )


def verdict(figure: Figure) -> str:
    """`kept`, `NOT KEPT`, or nothing where there is no limit."""
    return "" if not figure.limit else "kept" if figure.kept else "NOT KEPT"


def significant(value: float, digits: int = 4) -> float:
    """The value rounded to so many significant digits: more would only be noise."""
    return float(f"{value:.{digits}g}")


def machine() -> str:
    """What the figures were measured on: processor, system, Python, libraries."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES)
    return (
        f"{os.cpu_count()} x {processor()}, {platform.system()} {platform.release()}, "
        f"{platform.python_implementation()} {platform.python_version()}, {versions}"
    )


def processor() -> str:
    """The processor's name where the system tells it, else its kind."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def commit() -> str:
    """The commit that was measured, with `+` when files have been changed since; `none` outside git."""
    hash_ = git("rev-parse", "--short=12", "HEAD")
    return (
        f"{hash_}{'+' if git('status', '--porcelain', '--untracked-files=no') else ''}" if hash_ else "none"
    )


def git(*words: str) -> str:
    """What git answers, or nothing where it does not."""
    try:
        answer = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""
