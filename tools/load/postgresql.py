"""A PostgreSQL of one's own in a folder, for as long as somebody needs it; reached through a socket there."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

NAMED = "RAPPORT_TEST_POSTGRESQL"
"""An address in this variable is used instead."""


def there_is_one() -> bool:
    """Whether PostgreSQL is installed here, or one is named."""
    return bool(os.environ.get(NAMED)) or shutil.which("initdb") is not None


@contextlib.contextmanager
def postgresql(careful: bool = False, cores: str = "") -> Iterator[str]:
    """Its address.

    Args:
        careful: sync to the disk, as figures need it and tests do not.
        cores: its processors, as `taskset` names them; empty for those of whoever starts it.
    """
    if named := os.environ.get(NAMED):
        yield named
        return
    # The name of a socket has to be short.
    folder = Path(tempfile.mkdtemp(prefix="rapport-pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data = folder / "data"
        usual = ["-U", "rapport", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"]
        _as_owner(["initdb", "-D", str(data), *usual], check=True)
        options = f"-k {folder} -c listen_addresses='' -c fsync={'on' if careful else 'off'}"
        log = str(folder / "log")
        pinned = ["taskset", "-c", cores] if cores else []
        _as_owner([*pinned, "pg_ctl", "-D", str(data), "-w", "-o", options, "-l", log, "start"], check=True)
        try:
            yield f"postgresql://rapport@/postgres?host={folder}"
        finally:
            _as_owner(["pg_ctl", "-D", str(data), "-m", "immediate", "stop"], check=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def emptied(address: str) -> str:
    """The same server without any table of ours."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return address


def _as_owner(command: list[str], check: bool) -> None:
    """Run a program; PostgreSQL refuses to be run by the administrator."""
    words = ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command
    subprocess.run(words, check=check, capture_output=True)
