"""The report of a class: every round, well-formed, in both languages, and no name where none belongs."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.classroom.exports import Export
from game.classroom.report import page
from game.language.locale import Locale
from game.language.words import Words
from game.records.class_database import ClassDatabase
from tests.classroom.filled import SECOND, SESSION, class_with, played

VOID = {"meta", "br", "img"}


class Nesting(HTMLParser):
    """Looks whether every element is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One begins."""
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One that is closed at once."""
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """One ends."""
        assert self.open.pop() == tag


def report(folder: Path, names: list[str], export: Export) -> str:
    """The report of a class in which everybody played twice."""
    with closing(ClassDatabase(folder / "classes.sqlite")) as database, database.writing() as connection:
        for at, seat in enumerate(class_with(connection, names)):
            played(connection, seat, 1, 400 + 37 * at, nps=10 if at % 2 else 4)
            played(connection, seat, 1, 500, one=SECOND)
        return page(export, connection).decode()


@pytest.mark.parametrize("locale", [*Locale])
def test_it_is_well_formed_and_tells_every_round(tmp_path: Path, locale: Locale) -> None:
    told = report(tmp_path, ["A", "B", "C", "D", "E"], Export(SESSION, Words(locale)))
    nesting = Nesting()
    nesting.feed(told)

    assert nesting.open == []
    assert nesting.seen.count("svg") == 4
    assert "script" not in nesting.seen
    assert "Tuesday" in told
    assert ("七秒" if locale is Locale.ZH else "Seven seconds") in told
    assert "437" in told


def test_a_hostile_name_is_a_name(tmp_path: Path) -> None:
    told = report(tmp_path, ["<img src=x onerror=alert(1)>", "B"], Export(SESSION, Words()))

    assert "<img" not in told
    assert "&lt;img src=x" in told


def test_the_public_report_names_nobody(tmp_path: Path) -> None:
    told = report(tmp_path, ["Quiet Heron"], Export(replace(SESSION, freeze_seq=1), Words(), public=True))

    assert "Quiet Heron" not in told


def test_a_class_that_has_not_played_has_a_report_too(tmp_path: Path) -> None:
    with closing(ClassDatabase(tmp_path / "classes.sqlite")) as database, database.writing() as connection:
        class_with(connection, [])
        assert "Nothing was played yet" in page(Export(SESSION, Words()), connection).decode()
