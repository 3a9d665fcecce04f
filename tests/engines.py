"""Both engines of the database of classes, for tests that hold on either; PostgreSQL is started once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.load.postgresql import emptied, there_is_one

ENGINES = (
    "sqlite",
    pytest.param(
        "postgresql",
        marks=pytest.mark.skipif(not there_is_one(), reason="PostgreSQL is not installed"),
    ),
)
"""What a fixture that is asked for both has as its params."""


def database_of(request: pytest.FixtureRequest, folder: Path) -> Path | str:
    """Where the database of a test is: a file in the folder, or an empty PostgreSQL."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return folder / "classes.sqlite"
    return emptied(str(request.getfixturevalue("postgresql_address")))
