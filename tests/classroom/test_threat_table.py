"""The table of threats in both guides: every row has its tests, and every such test its row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = ("README.md", "README.zh.md")


def where() -> dict[int, set[str]]:
    """By the number of a threat the modules that attack."""
    found: dict[int, set[str]] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for number in re.findall(r"^ *(?:async )?def test_T0?(\d+)_", path.read_text("utf-8"), re.M):
            module = path.relative_to(ROOT / "tests").with_suffix("").as_posix()
            found.setdefault(int(number), set()).add(module)
    return found


@pytest.mark.parametrize("guide", GUIDES)
def test_every_threat_has_a_row_with_its_tests(guide: str) -> None:
    text = (ROOT / "game" / "classroom" / guide).read_text("utf-8")
    rows = re.findall(r"^\| T(\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", text, re.M)
    assert [int(number) for number, *_ in rows] == list(range(1, 28))
    said = {int(number): set(re.findall(r"`([^`]+)`", tests)) for number, *_, tests in rows}
    attacked = where()
    assert set(attacked) == set(said)
    for number, modules in said.items():
        assert modules, number
        assert modules <= attacked[number], number
