"""The rows of a database as they lie, whichever engine it is, read beside the server that writes them."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Rows:
    """An open database; questions have `?` where a value belongs."""

    connection: Any
    marker: str

    def asked(self, question: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All that is found."""
        return list(self.connection.execute(question.replace("?", self.marker), tuple(values)))

    def number(self, question: str, values: Sequence[Any] = ()) -> int:
        """The one number that is found."""
        return int(self.asked(question, values)[0][0])


@contextlib.contextmanager
def rows_of(where: str) -> Iterator[Rows]:
    """Open a database to be read.

    Args:
        where: a file, or the address of a PostgreSQL.
    """
    if "://" in where:
        import psycopg

        with psycopg.connect(where) as opened:
            yield Rows(opened, "%s")
        return
    with contextlib.closing(sqlite3.connect(f"file:{Path(where)}?mode=ro", uri=True)) as file:
        yield Rows(file, "?")
