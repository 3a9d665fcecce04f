"""Many rows with one statement: a transaction that carries a burst waits for the disk and for nothing else.

A statement for each row would also hand the interpreter over with each of them, to a thread that answers
requests and gives it back when it likes. Statements are put together here because one of so many rows would
be compiled anew for every number of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from game.records.class_database import Connection
from game.records.written_json import WrittenJson

MOST_VALUES = 30_000
"""Values in a statement; SQLite takes 32,766, PostgreSQL 65,535."""


def put(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Any]) -> int:
    """Write rows, except those that break a rule of uniqueness.

    Args:
        connection: to write with.
        table: its name.
        columns: their names; at least two.
        rows: objects with an attribute for each column.

    Returns:
        how many were written.
    """
    written, most = 0, MOST_VALUES // len(columns)
    for first in range(0, len(rows), most):
        some = rows[first : first + most]
        statement = f"{inserting(connection, table, columns, len(some))} ON CONFLICT DO NOTHING"
        written += connection.exec_driver_sql(statement, values_of(some, columns)).rowcount
    return written


def inserting(connection: Connection, table: str, columns: Sequence[str], count: int) -> str:
    """A statement that inserts so many rows."""
    names = ", ".join(f'"{name}"' for name in columns)
    places = ", ".join([f"({_places(connection, len(columns))})"] * count)
    return f'INSERT INTO "{table}" ({names}) VALUES {places}'  # noqa: S608 - names of ours


def values_of(rows: Sequence[Any], columns: Sequence[str]) -> tuple[Any, ...]:
    """The values of rows, one after the other, as a statement takes them: lists and mappings as JSON."""
    read = attrgetter(*columns)
    return tuple(
        value if value is None or isinstance(value, (str, int)) else _json(value)
        for row in rows
        for value in read(row)
    )


def _json(value: Any) -> str:
    if isinstance(value, WrittenJson):
        return value.text
    return json.dumps(dict(value) if isinstance(value, Mapping) else list(value))


def change(connection: Connection, table: str, ids: Sequence[str], **values: Any) -> None:
    """Give many rows the same values.

    Args:
        connection: to write with.
        table: its name; its key is called `id`.
        ids: of the rows.
        **values: by column, as the database takes them.
    """
    marker = _marker(connection)
    new = ", ".join(f'"{name}" = {marker}' for name in values)
    for first in range(0, len(ids), MOST_VALUES):
        some = ids[first : first + MOST_VALUES]
        statement = f'UPDATE "{table}" SET {new} WHERE id IN ({_places(connection, len(some))})'  # noqa: S608
        connection.exec_driver_sql(statement, (*values.values(), *some))


def _places(connection: Connection, count: int) -> str:
    return ", ".join([_marker(connection)] * count)


def _marker(connection: Connection) -> str:
    return "?" if connection.dialect.name == "sqlite" else "%s"
