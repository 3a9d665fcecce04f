"""The files of the checkout, as the tests of the repository see them."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked(*patterns: str) -> list[Path]:
    """The files under version control (those on disk, relative to the root) that match any pattern."""
    answer = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return [Path(name) for name in answer.stdout.split("\0") if name and (ROOT / name).is_file()]


def words_of(path: Path) -> str | None:
    """The text of a tracked file; None when it is not text, or not meant to be (broken on purpose)."""
    content = (ROOT / path).read_bytes()
    broken = path.parts[:2] == ("tests", "broken")
    return None if b"\0" in content else content.decode("utf-8", errors="replace" if broken else "strict")
