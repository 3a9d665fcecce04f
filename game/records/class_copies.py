"""Copies of a class database in one file: made while classes go on, looked into, and put back (T10).

A copy is made by SQLite's own online backup, so that it is one moment of the database and never half of a
write; PostgreSQL has pg_dump for that.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from game.records.class_database import DatabaseFault, steps
from game.records.class_lock import FileLock
from game.records.durable import settle

PART = ".part"
BESIDE = ("-wal", "-shm")
"""Endings of the files that SQLite keeps beside a database."""

COUNTED = ("class_session", "seat", "attempt", "mark")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a class database holds.

    Attributes:
        revision: the step that its tables are at.
        classes, seats, attempts, marks: how many rows.
    """

    revision: str
    classes: int
    seats: int
    attempts: int
    marks: int


def looked_into(file: Path) -> Contents:
    """What is in a file, which is neither changed nor brought up to date.

    Raises:
        DatabaseFault: `missing`, `damaged`, `foreign` (no class database), or `newer` than this Rapport.
    """
    if not file.is_file():
        raise DatabaseFault("missing", str(file))
    try:
        with contextlib.closing(_reader(file)) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            if not {"alembic_version", "installation", *COUNTED} <= tables:
                raise DatabaseFault("foreign", str(file))
            if (found := connection.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
                raise DatabaseFault("damaged", str(found).splitlines()[0])
            present = [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]
            if not set(present) <= steps():
                raise DatabaseFault("newer", ", ".join(present))
            counts = [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED]  # noqa: S608
    except sqlite3.Error as error:
        raise DatabaseFault("damaged", str(error)) from error
    return Contents(", ".join(present), *counts)


def backed_up(database: Path, to: Path) -> Contents:
    """Write a copy; servers may go on writing meanwhile. It is on disk, and sound, when this returns.

    Args:
        database: of the classes.
        to: the file to write, which is replaced in one step.

    Raises:
        DatabaseFault: as `looked_into`, or `unreachable`: it cannot be read or written.
    """
    looked_into(database)
    part = to.with_name(to.name + PART)
    try:
        _copied(database, part)
        found = looked_into(part)
        part.replace(to)
        settle(to.parent)
    except OSError as error:
        raise DatabaseFault("unreachable", error.strerror or str(error)) from error
    finally:
        _removed(part)
    return found


def restored(file: Path, database: Path, beside: Path | None) -> Contents:
    """Put a copy in the place of a database that no server has open.

    Args:
        file: the copy, which stays as it is.
        database: where it goes.
        beside: where a database that is there already is kept; None if there may be none.

    Raises:
        DatabaseFault: as `looked_into`; `present`: there is a database, and nobody said what becomes of it;
            `same`: it is the copy itself; `unreachable`: the place cannot be written.
        DatabaseInUse: a server has it open.
    """
    found = looked_into(file)
    part = database.with_name(database.name + PART)
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        if database.exists():
            if file.samefile(database):
                raise DatabaseFault("same", str(file))
            if beside is None:
                raise DatabaseFault("present", str(database))
        lock = FileLock(database)
        lock.take()
        try:
            _copied(file, part)
            if beside is not None and database.exists():
                _moved(database, beside)
            _removed(database, of_itself=False)
            part.replace(database)
            settle(database.parent)
        finally:
            lock.give_back()
    except OSError as error:
        raise DatabaseFault("unreachable", error.strerror or str(error)) from error
    finally:
        _removed(part)
    return found


def _reader(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True)


def _copied(source: Path, to: Path) -> None:
    """One moment of a database as one file without a log beside it.

    Raises:
        OSError: it cannot be written.
        DatabaseFault: it cannot be read.
    """
    _removed(to)
    try:
        with (
            contextlib.closing(_reader(source)) as here,
            contextlib.closing(sqlite3.connect(to)) as there,
        ):
            here.backup(there)
            there.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise DatabaseFault("unreachable", str(error)) from error
    handle = os.open(to, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _moved(database: Path, beside: Path) -> None:
    """Take a database away with its log: the log first, so that it never stands beside another one."""
    for ending in (*BESIDE, ""):
        part = database.with_name(database.name + ending)
        if part.exists():
            part.replace(beside.with_name(beside.name + ending))
    settle(database.parent)


def _removed(file: Path, of_itself: bool = True) -> None:
    for ending in (*BESIDE, *([""] if of_itself else [])):
        file.with_name(file.name + ending).unlink(missing_ok=True)
