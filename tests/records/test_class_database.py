"""The database of classes: up to date, durable, locked, and written by one thread."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, insert, select

from game.records.class_copies import backed_up
from game.records.class_database import PRAGMAS, ClassDatabase, Connection, DatabaseFault
from game.records.class_lock import DatabaseInUse
from game.records.class_tables import METADATA, installation
from game.records.class_writer import Writer, WriterClosed


@pytest.fixture
def database(tmp_path: Path) -> Iterator[ClassDatabase]:
    """A new one in a file."""
    with contextlib.closing(ClassDatabase(tmp_path / "classes.sqlite")) as opened:
        yield opened


def put(key: str, value: str = "") -> Callable[[Connection], str]:
    """A work that writes one row."""

    def work(connection: Connection) -> str:
        connection.execute(insert(installation).values(key=key, value=value))
        return key

    return work


def keys(database: ClassDatabase) -> list[str]:
    """What has been written, in order of the keys."""
    with database.reading() as connection:
        return list(connection.scalars(select(installation.c.key).order_by(installation.c.key)))


def test_the_steps_lead_to_the_tables_that_the_code_knows(database: ClassDatabase) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, METADATA) == []


def test_T10_every_connection_is_durable(database: ClassDatabase) -> None:
    wanted = {**PRAGMAS, "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
    with contextlib.ExitStack() as stack:
        for _ in range(12):
            connection = stack.enter_context(database.reading())
            seen = {name: str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in PRAGMAS}
            assert seen == wanted


def test_T10_a_copy_of_the_files_as_they_lie_opens_with_all_that_was_acknowledged(
    database: ClassDatabase, tmp_path: Path
) -> None:
    writer = Writer(database)
    for number in range(50):
        writer.submit(put(f"row {number:02}")).result()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for file in tmp_path.glob("classes.sqlite*"):
        if not file.name.endswith(".lock"):
            shutil.copy(file, crashed / file.name)

    with contextlib.closing(ClassDatabase(crashed / "classes.sqlite")) as again:
        assert len(keys(again)) == 50
        with again.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    writer.close()


def test_T27_a_second_server_is_told_who_was_first(database: ClassDatabase) -> None:
    assert database.path is not None
    with pytest.raises(DatabaseInUse, match=r"pid \d+"):
        ClassDatabase(database.path)

    with contextlib.closing(ClassDatabase(database.path, alone=False)) as reader:
        assert keys(reader) == []


def test_T27_the_lock_of_a_killed_server_is_free(tmp_path: Path) -> None:
    file = tmp_path / "classes.sqlite"
    holding = (
        "import sys; from pathlib import Path; from game.records.class_database import ClassDatabase; "
        "held = ClassDatabase(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "held"
        with pytest.raises(DatabaseInUse):
            ClassDatabase(file)
        process.kill()

    ClassDatabase(file).close()


def test_a_database_of_a_newer_rapport_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "classes.sqlite"
    ClassDatabase(file).close()
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'from the future'")
        connection.commit()

    with pytest.raises(DatabaseFault) as told:
        ClassDatabase(file)
    assert told.value.kind == "newer"


@pytest.mark.parametrize(
    ("where", "kind"),
    [("mysql://host/name", "address"), ("postgresql://127.0.0.1:9/none?connect_timeout=2", "unreachable")],
)
def test_an_address_that_cannot_be_used_is_named(where: str, kind: str) -> None:
    with pytest.raises(DatabaseFault) as told:
        ClassDatabase(where)
    assert told.value.kind == kind


def test_a_file_that_is_no_database_is_named_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "classes.sqlite"
    file.write_bytes(b"These are the minutes of Monday's meeting. " * 100)

    with pytest.raises(DatabaseFault) as told:
        ClassDatabase(file)

    assert told.value.kind == "damaged"
    assert file.read_bytes().startswith(b"These are")


def test_a_work_that_fails_takes_back_its_own_changes_only(database: ClassDatabase) -> None:
    def half(connection: Connection) -> None:
        connection.execute(insert(installation).values(key="half", value=""))
        raise LookupError("no such seat")

    writer = Writer(database)
    before, failing, after = writer.submit(put("a")), writer.submit(half), writer.submit(put("b"))

    assert (before.result(), after.result()) == ("a", "b")
    with pytest.raises(LookupError):
        failing.result()
    assert keys(database) == ["a", "b"]
    writer.close()


def test_what_waits_is_written_before_the_writer_stops(database: ClassDatabase) -> None:
    writer = Writer(database)
    futures = [writer.submit(put(f"row {number:04}")) for number in range(1_500)]
    writer.close()

    assert all(future.done() for future in futures)
    assert len(keys(database)) == 1_500
    with pytest.raises(WriterClosed):
        writer.submit(put("late"))


def test_a_copy_is_made_while_others_write(database: ClassDatabase, tmp_path: Path) -> None:
    writer = Writer(database)
    for number in range(300):
        writer.submit(put(f"row {number:04}"))
    assert database.path is not None
    backed_up(database.path, tmp_path / "copy.sqlite")
    writer.close()

    with contextlib.closing(ClassDatabase(tmp_path / "copy.sqlite")) as copy, copy.reading() as connection:
        assert 0 <= (connection.scalar(select(func.count()).select_from(installation)) or 0) <= 300
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
