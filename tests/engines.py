"""Both engines of the database of classes, for tests that hold on either; PostgreSQL is started once."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.records.class_database import steps
from game.records.class_tables import METADATA
from tools.load.postgresql import emptied, there_is_one

ENGINES = (
    "sqlite",
    pytest.param(
        "postgresql",
        marks=pytest.mark.skipif(not there_is_one(), reason="PostgreSQL is not installed"),
    ),
)
"""What a fixture that is asked for both has as its params."""


ON_SQLITE = pytest.mark.parametrize("where", ["sqlite"], indirect=True)
"""For a test that is about a file, or that says nothing of the engine and takes long."""


def database_of(request: pytest.FixtureRequest, folder: Path) -> Path | str:
    """Where the database of a test is: a file in the folder, or an empty PostgreSQL."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return folder / "classes.sqlite"
    return cleared(str(request.getfixturevalue("postgresql_address")))


def cleared(address: str) -> str:
    """A PostgreSQL without any row of ours; tables that are up to date stay, which is ten times as quick."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        (known,) = connection.execute("SELECT to_regclass('alembic_version')").fetchone() or (None,)
        found = connection.execute("SELECT version_num FROM alembic_version") if known else ()
        if {row[0] for row in found} != {max(steps())}:
            return emptied(address)
        connection.execute("SET lock_timeout = '20s'")  # rather an error than a test that waits for ever
        names = ", ".join(f'"{table.name}"' for table in METADATA.sorted_tables)
        connection.execute(f"TRUNCATE {names} RESTART IDENTITY".encode())
    return address
