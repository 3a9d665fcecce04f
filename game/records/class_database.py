"""The database of classes: SQLite in one file, or PostgreSQL by its address.

SQLite runs with a write-ahead log and a full sync, so that what was acknowledged survives a power cut (T10),
and every writing transaction takes the write lock at its beginning, because one that reads first and writes
later is refused as busy whatever the timeout (T21).
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool

from game.records.class_lock import FileLock

NAME = "classes.sqlite"
LEAST_ROOM = 50_000_000
"""Bytes that have to be free on the disk before a class begins."""

PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "busy_timeout": "5000",
    "foreign_keys": "ON",
    "secure_delete": "ON",  # an erased name leaves no traces in free pages (T24)
}
WRITERS = 731_204_577
"""The advisory lock that the writers of several processes take in turn on PostgreSQL."""

__all__ = ["ClassDatabase", "Connection", "DBAPIError", "DatabaseFault"]


class DatabaseFault(RuntimeError):
    """The database cannot be used; `kind` is `unreachable`, `newer`, `damaged`, `no-room` or `address`, and
    of files that were named `missing`, `foreign`, `present` or `same`."""

    def __init__(self, kind: str, detail: str) -> None:
        """Say which kind of trouble, and what the system said."""
        super().__init__(f"{kind}: {detail}")
        self.kind, self.detail = kind, detail


class ClassDatabase:
    """An open database of this version."""

    def __init__(self, where: Path | str, alone: bool = True) -> None:
        """Open it, bring it up to date, and lock it.

        Args:
            where: a file for SQLite, or an address such as `postgresql://host/name`.
            alone: take the lock against a second server (SQLite only); a reader such as an export needs none.

        Raises:
            DatabaseFault: it cannot be used.
            DatabaseInUse: another server has it.
            OSError: the folder cannot be written.
        """
        self.path: Path | None = None if "://" in str(where) else Path(where)
        self._lock: FileLock | None = None
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self.path.parent).free < LEAST_ROOM:
                raise DatabaseFault("no-room", str(self.path.parent))
            if alone:
                self._lock = FileLock(self.path)
                self._lock.take()
        try:
            self.engine = _engine(where)
            # PostgreSQL would otherwise show every question another moment: marks of attempts not yet read.
            options = {"isolation_level": "REPEATABLE READ"} if self.shared else {}
            self._one_moment = self.engine.execution_options(**options)
            self._brought_up_to_date()
        except BaseException:
            if self._lock is not None:
                self._lock.give_back()
            raise

    @property
    def shared(self) -> bool:
        """Whether several processes may write: PostgreSQL."""
        return self.path is None

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment and changes nothing."""
        with self._one_moment.connect() as connection:
            yield connection
            connection.rollback()

    @contextlib.contextmanager
    def writing(self, in_turn: bool = True) -> Iterator[Connection]:
        """One transaction; it is on disk when the block ends, or nothing of it is.

        Args:
            in_turn: after all others that write in turn, so that what was read stays true, and `mark.seq`
                grows in the order in which marks become visible. Without, several may write at once on
                PostgreSQL: for rows that no more than the rules of the tables keep right.
        """
        with self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            if self.shared and in_turn:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
            yield connection

    def scrubbed(self, smaller: bool = False) -> None:
        """Take what was erased out of the log beside the database as well (T24).

        Args:
            smaller: write the file anew as well, without the room that is not needed any more.
        """
        if self.path is not None:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("ROLLBACK")
                if smaller:
                    connection.exec_driver_sql("VACUUM")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")

    def close(self) -> None:
        """Close every connection and give the lock back."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.give_back()

    def _brought_up_to_date(self) -> None:
        """Run the steps that are missing.

        Raises:
            DatabaseFault: a newer Rapport made it, it is no database, or it cannot be reached.
        """
        config = _config()
        try:
            with self.writing() as connection:
                present = MigrationContext.configure(connection).get_current_heads()
                if not set(present) <= steps():
                    raise DatabaseFault("newer", ", ".join(present))
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except OperationalError as error:
            raise DatabaseFault("unreachable", str(error.orig).strip()) from error
        except DBAPIError as error:
            raise DatabaseFault("damaged", str(error.orig).strip()) from error


def steps() -> set[str]:
    """The steps of the tables that this Rapport knows."""
    return {step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()}


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config


def _engine(where: Path | str) -> Engine:
    """An engine with our way of beginning transactions."""
    if isinstance(where, Path) or "://" not in where:
        engine = create_engine(f"sqlite:///{where}", poolclass=QueuePool, pool_size=8, max_overflow=24)
        event.listen(engine, "connect", _prepared)
        event.listen(engine, "begin", _begun)
        return engine
    try:
        address = make_url(where)
        if address.get_backend_name() != "postgresql":
            raise DatabaseFault("address", address.get_backend_name())
        return create_engine(address.set(drivername="postgresql+psycopg"), pool_size=8, pool_pre_ping=True)
    except (ValueError, ImportError) as error:
        raise DatabaseFault("address", str(error)) from error


def _prepared(connection: Any, _: Any) -> None:
    """A new connection of SQLite: transactions are ours to begin, and every pragma is set."""
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begun(connection: Connection) -> None:
    """Begin a transaction on SQLite, with the write lock where something will be written."""
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
