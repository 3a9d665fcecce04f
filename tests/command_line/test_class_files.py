"""`rapport class`: a backup is one moment, nothing is overwritten by accident, forgetting is tried first."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from game.records.class_copies import backed_up, looked_into
from game.records.class_database import ClassDatabase, DatabaseFault
from game.records.class_retention import aged, removed
from game.records.class_sessions import sessions
from game.records.class_tables import METADATA, package
from tests.classroom.filled import SESSION, class_with, played
from tests.command_line.conftest import Shell
from tests.engines import ENGINES, database_of

LATER = SESSION.created_at + 10**12


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A database with a class of two that has played."""
    path = tmp_path / "here" / "classes.sqlite"
    with closing(ClassDatabase(path)) as database, database.writing() as connection:
        for seat in class_with(connection, ["Quiet Heron", "Anna"]):
            played(connection, seat, 1, 500)
    return path


def rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = [table.name for table in METADATA.sorted_tables]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def test_a_backup_is_restored_where_nothing_was(shell: Shell, records: Path, tmp_path: Path) -> None:
    copy, there = tmp_path / "my backup.sqlite", tmp_path / "there" / "classes.sqlite"

    made = shell("class", "backup", str(copy), "--database", str(records), "--json")
    assert made.code == 0, made.err
    told = json.loads(made.out)
    assert (told["classes"], told["seats"], told["attempts"], told["marks"]) == (1, 2, 2, 2)
    assert not list(tmp_path.glob("*.part*")) and not list(tmp_path.glob("my backup.sqlite-*"))

    back = shell("class", "restore", str(copy), "--database", str(there))
    assert back.code == 0, back.err
    assert "1 class, 2 seats, 2 conversations" in back.out
    assert rows(there) == rows(records)
    with closing(ClassDatabase(there)) as database, database.reading() as connection:
        assert [session.title for session in sessions(connection)] == ["Tuesday"]


def test_nothing_is_overwritten_unless_it_is_said(shell: Shell, records: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    assert shell("class", "backup", str(copy), "--database", str(records)).code == 0
    again = shell("class", "backup", str(copy), "--database", str(records))
    assert again.code == 2 and "is there already" in again.err

    with closing(ClassDatabase(records)) as database, database.writing() as connection:
        removed(connection, "s1")
    refused = shell("class", "restore", str(copy), "--database", str(records))
    assert refused.code == 2 and "--replace" in refused.err
    assert rows(records)["seat"] == 0

    done = shell("class", "restore", str(copy), "--database", str(records), "--replace", "--json")
    assert done.code == 0, done.err
    assert rows(records)["seat"] == 2
    kept = Path(json.loads(done.out)["kept"])
    assert rows(kept)["seat"] == 0, "what was there is kept beside it"


def test_a_log_beside_an_old_database_is_not_that_of_the_new_one(
    shell: Shell, records: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    backed_up(records, copy)
    for ending in ("-wal", "-shm"):
        records.with_name(records.name + ending).write_bytes(b"of another database")

    assert shell("class", "restore", str(copy), "--database", str(records), "--replace").code == 0
    assert rows(records)["attempt"] == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "no records of classes"), (b"hello, world\n" * 400, "damaged"), (None, "no records in")],
)
def test_what_is_no_backup_is_refused(
    shell: Shell, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file, there = tmp_path / "file.sqlite", tmp_path / "classes.sqlite"
    if content is not None:
        file.write_bytes(content)

    answer = shell("class", "restore", str(file), "--database", str(there))
    assert answer.code == 2 and sentence in answer.err
    assert not there.exists()


def test_another_database_a_torn_one_and_a_newer_one_are_refused(
    shell: Shell, records: Path, tmp_path: Path
) -> None:
    other, torn, newer = (tmp_path / name for name in ("other.sqlite", "torn.sqlite", "newer.sqlite"))
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE seat (id)")
    backed_up(records, newer)
    data = bytearray(newer.read_bytes())
    torn.write_bytes(bytes(data[: len(data) // 2]))
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()

    before = records.read_bytes()
    for file, sentence in ((other, "no records of classes"), (torn, "damaged"), (newer, "newer Rapport")):
        answer = shell("class", "restore", str(file), "--database", str(records), "--replace")
        assert answer.code == 2 and sentence in answer.err, file
    assert records.read_bytes() == before
    same = shell("class", "restore", str(records), "--database", str(records), "--replace")
    assert same.code == 2 and "the database itself" in same.err


def test_a_server_that_runs_is_backed_up_and_not_overwritten(
    shell: Shell, records: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    with closing(ClassDatabase(records)):
        assert shell("class", "backup", str(copy), "--database", str(records)).code == 0
        for verb in (
            ("restore", str(copy), "--replace"),
            ("forget", "--older-than", "0", "--yes"),
        ):
            answer = shell("class", *verb, "--database", str(records))
            assert answer.code == 2 and "stop it first" in answer.err
        assert shell("class", "forget", "--older-than", "0", "--database", str(records)).code == 0


def test_a_backup_under_writes_holds_whole_transactions(records: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    with closing(ClassDatabase(records)) as database:

        def write() -> None:
            number = 0
            while not stop.is_set():
                with database.writing() as connection:
                    for part in ("a", "b"):
                        connection.exec_driver_sql(
                            "INSERT INTO installation VALUES (?, ?)", (f"{part}{number}", "x" * 2_000)
                        )
                number += 1

        writer = threading.Thread(target=write)
        writer.start()
        try:
            found = [looked_into(tmp_path / name) for name in "12345" if backed_up(records, tmp_path / name)]
        finally:
            stop.set()
            writer.join()

    assert {each.attempts for each in found} == {2}
    for name in "12345":
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            keys = {row[0] for row in connection.execute("SELECT key FROM installation")}
        assert {key[1:] for key in keys if key[0] == "a"} == {key[1:] for key in keys if key[0] == "b"}


def test_forgetting_is_tried_first_and_leaves_nothing(shell: Shell, records: Path) -> None:
    asked = ("class", "forget", "--older-than", "1", "--database", str(records))
    tried = shell(*asked)
    assert tried.code == 0
    assert "Tuesday: 2 seats with names, 2 conversations" in tried.out
    assert "Nothing was changed" in tried.out
    assert rows(records)["seat"] == 2

    done = json.loads(shell(*asked, "--yes", "--json").out)
    assert done["done"] and [each["title"] for each in done["classes"]] == ["Tuesday"]
    kept = {name: count for name, count in rows(records).items() if count and name != "installation"}
    assert kept == {}
    assert b"Quiet Heron" not in b"".join(path.read_bytes() for path in records.parent.iterdir())
    assert "Nothing is older than 1 day." in shell(*asked).out


def test_names_alone_may_be_forgotten(shell: Shell, records: Path) -> None:
    asked = ("class", "forget", "--older-than", "30", "--names", "--database", str(records))
    assert shell(*asked, "--yes").code == 0

    assert rows(records)["attempt"] == 2
    assert b"Quiet Heron" not in b"".join(path.read_bytes() for path in records.parent.iterdir())
    assert "Nothing is older" in shell(*asked).out


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ClassDatabase]:
    """An empty database of either engine."""
    with closing(ClassDatabase(database_of(request, tmp_path))) as opened:
        yield opened


def test_only_what_is_old_goes_and_packages_in_use_stay(database: ClassDatabase) -> None:
    with database.writing() as connection:
        (seat, *_) = class_with(connection, ["A"])
        played(connection, seat, 3, 500)
        last = SESSION.created_at + 3_000

        assert aged(connection, last) == []
        (found,) = aged(connection, last + 1)
        assert (found.last, found.named, found.attempts) == (last, 1, 1)
        removed(connection, "another class")
        assert connection.execute(package.select()).first() is not None
        removed(connection, "s1")
        assert connection.execute(package.select()).first() is None
        assert aged(connection, LATER) == []


def test_postgresql_is_left_to_its_own_tools(shell: Shell) -> None:
    for verb in ("backup", "restore"):
        answer = shell("class", verb, "x.sqlite", "--database", "postgresql://db/classes")
        assert answer.code == 2 and "pg_dump" in answer.err


def test_a_backup_that_cannot_be_written_leaves_nothing(records: Path, tmp_path: Path) -> None:
    with pytest.raises(DatabaseFault):
        backed_up(records, tmp_path / "no such folder" / "copy.sqlite")


def test_the_verbs_explain_themselves_in_both_languages(shell: Shell) -> None:
    for language in ("en", "zh"):
        for verb in ((), ("backup",), ("restore",), ("forget",)):
            answer = shell("--lang", language, "class", *verb, "--help")
            assert answer.code == 0
            assert ("用法" in answer.out) == (language == "zh")
    assert shell("class").code == 0
