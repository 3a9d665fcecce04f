"""Exports: everything is there, a spreadsheet calculates nothing, and the public one tells no secrets."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from game.classroom.cells import RISKY, safe
from game.classroom.exports import Export
from game.classroom.workbook import write_workbook
from game.language.locale import Locale
from game.language.words import Words
from game.records.class_database import ClassDatabase, Connection
from game.records.class_results import results
from tests.classroom.filled import SECOND, SESSION, class_with, played

HOSTILE = ("=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "=cmd|'/c calc'!A0", "Quiet Heron")


@pytest.fixture
def connection(where: Path | str) -> Iterator[Connection]:
    """Of a class that played two rounds, with hostile names."""
    with closing(ClassDatabase(where)) as database, database.writing() as made:
        seats = class_with(made, HOSTILE)
        for at, seat in enumerate(seats):
            played(made, seat, 1, 400 + 40 * at, nps=10 if at > 5 else 3)
            played(made, seat, 2, 300)
            played(made, seat, 1, 500, one=SECOND)
        played(made, seats[0], 2, 450, one=SECOND)
        played(made, seats[1], 2, 0, one=SECOND, marked=False)
        yield made


def read(lines: Iterator[bytes]) -> list[list[str]]:
    """A CSV file as rows."""
    data = b"".join(lines)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_T16_no_cell_of_a_csv_is_a_formula(connection: Connection) -> None:
    rows = read(Export(SESSION, Words()).csv(connection))
    name, score = rows[0].index("Name"), rows[0].index("Score")

    assert len(rows) == 1 + 22 + 10
    assert not [row[name] for row in rows[1:] if row[name].startswith(RISKY)]
    assert all(row[name][0] == "'" for row in rows[1:] if row[name] != "Quiet Heron")
    assert [int(row[score]) for row in rows[1:] if row[score]]


@pytest.mark.parametrize("text", [*HOSTILE[:-1], "  =1", "\n=1", "|x", "%PATH%"])
def test_T16_a_risky_text_is_told_apart(text: str) -> None:
    assert str(safe(text)).startswith("'")
    assert safe(-2) == -2


def test_T16_a_workbook_has_no_formula_and_numbers_are_numbers(
    connection: Connection, tmp_path: Path
) -> None:
    file = tmp_path / "class.xlsx"
    write_workbook(Export(SESSION, Words()), connection, file)

    with zipfile.ZipFile(file) as folder:
        sheets = [name for name in folder.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 5
        for sheet in sheets:
            tags = {
                element.tag.rpartition("}")[2]
                for element in ElementTree.fromstring(folder.read(sheet)).iter()
            }
            assert "f" not in tags
    book = load_workbook(file, read_only=True)
    attempts = list(book["Attempts"].iter_rows(values_only=True))
    score = attempts[0].index("Score")
    assert [row[score] for row in attempts[1:3]] == [400, 440]
    trainees = {row[0]: row for row in book["Trainees"].iter_rows(min_row=2, values_only=True)}
    assert trainees["=1+1"][2:5] == (4, 2, 400 + 450)
    rounds = list(book["Rounds"].iter_rows(min_row=2, values_only=True))
    assert rounds[0][3:5] == (20, 20)
    assert rounds[1][3:5] == (12, 11)


def test_a_workbook_in_chinese_has_chinese_heads(connection: Connection, tmp_path: Path) -> None:
    file = tmp_path / "class.xlsx"
    write_workbook(Export(SESSION, Words(Locale.ZH)), connection, file)

    book = load_workbook(file, read_only=True)
    heads = [cell for sheet in book for row in sheet.iter_rows(max_row=1, values_only=True) for cell in row]
    assert not [head for head in heads if isinstance(head, str) and head.isascii() and head != "Tuesday"]


def test_the_transcript_goes_along_for_programs(connection: Connection) -> None:
    lines = b"".join(Export(SESSION, Words()).jsonl(connection)).decode().splitlines()
    plain = [json.loads(line) for line in lines]

    assert len(plain) == 32
    assert plain[0]["transcript"]["moves"] == [{"say": "ask"}]
    assert plain[0]["marking"]["stages"] == {"cognition": [100, 200]}


def test_a_gradebook_has_what_counts(connection: Connection) -> None:
    rows = read(Export(SESSION, Words()).gradebook(connection))

    assert len(rows) == 1 + 20
    first = next(row for row in rows if row[0] == "roster-0")
    assert first[3:] == ["400", "1000", "40.0", "best"]
    last = [row for row in rows if row[0] == "roster-0"][1]
    assert last[3:] == ["450", "1000", "45.0", "last"]


def test_T23_a_frozen_board_is_frozen_in_its_export_too(tmp_path: Path) -> None:
    with closing(ClassDatabase(tmp_path / "classes.sqlite")) as database, database.writing() as made:
        seats = class_with(made, ["A", "B"])
        freeze = played(made, seats[0], 1, 700)
        export = Export(replace(SESSION, freeze_seq=freeze), Words(), public=True)
        before = b"".join(export.csv(made)), b"".join(export.jsonl(made))

        played(made, seats[1], 1, 900)
        played(made, seats[0], 2, 950)
        played(made, seats[1], 2, 0, marked=False)

        assert (b"".join(export.csv(made)), b"".join(export.jsonl(made))) == before
        assert b"roster-0" not in before[0] + before[1]
        assert len(list(results(made, "s1"))) == 4


def test_an_empty_class_is_a_file_with_a_head(tmp_path: Path) -> None:
    with closing(ClassDatabase(tmp_path / "classes.sqlite")) as database, database.writing() as made:
        class_with(made, [])
        export = Export(SESSION, Words())

        assert len(read(export.csv(made))) == 1
        assert len(read(export.gradebook(made))) == 1
        write_workbook(export, made, tmp_path / "empty.xlsx")
        assert load_workbook(tmp_path / "empty.xlsx").sheetnames[0] == "Attempts"
