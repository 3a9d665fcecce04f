"""Every golden review still says what is written."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from tools.golden import GOLDEN
from tools.review_texts import again

REVIEWS = sorted(GOLDEN.glob("*.review"))


@pytest.mark.parametrize("path", REVIEWS, ids=[path.stem for path in REVIEWS])
def test_it_says_what_is_written(path: Path) -> None:
    wanted = path.read_text(encoding="utf-8")
    now = again(wanted)
    assert now == wanted, "\n".join(unified_diff(wanted.splitlines(), now.splitlines(), "written", "now"))


def test_there_are_some() -> None:
    assert len(REVIEWS) >= 2
