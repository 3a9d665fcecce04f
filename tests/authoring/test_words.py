"""The words of a scenario, out to a table and back: nothing is lost, nothing is overwritten unseen."""

from __future__ import annotations

import datetime
import io
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.tables import TableFault, read, write
from game.authoring.words import Row, State, merged, rows
from game.content.source import Source, read_source
from game.language.locale import Locale
from tests.command_line.conftest import Shell
from tests.content.readings import ROOT

TEN_MINUTES = ROOT / "tests" / "content" / "ten-minutes.yaml"
SHIPPED = [path for path in sorted((ROOT / "scenarios").glob("*.yaml")) if ".paths" not in path.name]
SCENARIOS = [*SHIPPED[:2], TEN_MINUTES]
FORMS = (Path("words.csv"), Path("words.xlsx"))


def source_of(path: Path) -> Source:
    source, _ = read_source(path)
    assert source is not None
    return source


def plain(found: tuple[Row, ...]) -> list[tuple[str, dict[Locale, str], str]]:
    return [(row.id, dict(row.texts), row.check) for row in found]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.suffix)
@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_there_and_back_is_the_same(path: Path, form: Path) -> None:
    source = source_of(path)
    found = rows(source)
    assert len({row.id for row in found}) == len(found) > 20
    back = read(form, write(form, found))
    assert plain(back) == plain(found)
    merge = merged(source, back)
    assert (merge.text, merge.changed, merge.conflicts, merge.unknown) == (source.text, (), (), ())


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_text_can_be_changed_and_nothing_else_changes(path: Path) -> None:
    source = source_of(path)
    found = rows(source)
    new = [
        replace(row, texts={key: f'{text} "x": #y, {{z}} – 好' for key, text in row.texts.items()})
        for row in found
    ]
    merge = merged(source, new)
    again = rows(replace(source, text=merge.text))
    assert [dict(row.texts) for row in again] == [dict(row.texts) for row in new]
    remarks = [line for line in source.text.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in merge.text.splitlines() if line.lstrip().startswith("#")] == remarks


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1)
    .map(str.strip)
    .filter(bool)
)
def test_whatever_a_translator_types_comes_back(text: str) -> None:
    row = Row("beats/a/lines/b", {Locale.EN: text, Locale.ZH: "好"}, "12345678")
    assert plain(read(FORMS[0], write(FORMS[0], [row]))) == plain((row,))
    source = Source("a.yaml", "beats:\n  a:\n    lines:\n      b: {en: Old, zh: 旧}\n")
    merge = merged(source, [replace(row, check="")])
    assert rows(replace(source, text=merge.text))[0].texts[Locale.EN] == text


def test_a_missing_language_is_put_beside_the_other_one() -> None:
    text = 'title:\n  en: Hello\n  # a remark\nfacts:\n  one: {en: "One, two"}\n'
    text += "said:\n  - en: |\n      Long\n      text\n"
    source = Source("a.yaml", text)
    new = [replace(row, texts={**row.texts, Locale.ZH: "你好：#"}, check="") for row in rows(source)]
    merge = merged(source, new)
    again = rows(replace(source, text=merge.text))
    assert [row.texts.get(Locale.ZH) for row in again] == ["你好：#"] * 3
    assert "# a remark" in merge.text and len(merge.changed) == 3
    both = [
        replace(row, texts={Locale.EN: "Much longer than it was", Locale.ZH: "好"}, check="") for row in new
    ]
    again = rows(replace(source, text=merged(source, both).text))
    assert [dict(row.texts) for row in again] == [dict(row.texts) for row in both]


def test_what_changed_on_both_sides_is_left_alone() -> None:
    source = Source("a.yaml", "title: {en: Hello, zh: 你好}\n")
    (row,) = rows(source)
    newer = replace(source, text="title: {en: Good morning, zh: 你好}\n")
    merge = merged(newer, [replace(row, texts={Locale.EN: "Hello", Locale.ZH: "您好"})])
    assert merge.conflicts == ("title",) and merge.text == newer.text
    assert merged(source, [replace(row, id="nowhere")]).unknown == ("nowhere",)


def test_a_later_table_says_what_is_new_and_what_changed() -> None:
    source = Source("a.yaml", "title: {en: Hello, zh: 你好}\nfacts: {a: {en: A}, b: {en: B}}\n")
    earlier = {row.id: row.check for row in rows(source) if row.id != "facts/b"}
    newer = replace(source, text=source.text.replace("你好", "您好"))
    assert [row.state for row in rows(newer, earlier)] == [State.CHANGED, State.SAME, State.NEW]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"id", "unknown-form"),
        ("a.csv", b"\xff\xfe\x00", "broken"),
        ("a.csv", b"one,two\n1,2\n", "no-head"),
        ("a.csv", b"", "no-head"),
        ("a.xlsx", b"PK junk", "broken"),
        ("a.csv", b"id," * 7_000_001, "too-large"),
    ],
)
def test_what_is_no_table_is_refused(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(TableFault) as fault:
        read(Path(name), data)
    assert fault.value.reason == reason


def test_a_table_as_a_chinese_spreadsheet_saves_it() -> None:
    (row,) = read(Path("a.csv"), "id;en;zh\ntitle;Hello;你好\n".encode("gb18030"))
    assert dict(row.texts) == {Locale.EN: "Hello", Locale.ZH: "你好"}


def test_a_formula_stays_a_text() -> None:
    row = Row("a", {Locale.EN: "=1+1", Locale.ZH: "'=好"}, "")
    data = write(FORMS[0], [row])
    assert b"'=1+1" in data
    assert plain(read(FORMS[0], data)) == plain((row,))


def test_what_a_spreadsheet_took_for_numbers_and_times_stays_what_was_typed() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["id", "en", "zh", "check"])
    sheet.append(["a", 24.0, datetime.time(12, 30), ""])
    page = io.BytesIO()
    book.save(page)
    (row,) = read(Path("a.xlsx"), page.getvalue())
    assert dict(row.texts) == {Locale.EN: "24", Locale.ZH: "12:30"}


def test_the_verb_writes_takes_back_and_keeps_the_file_as_it_was(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    shutil.copy(ROOT / "scenarios" / "examples" / "smallest.yaml", file)
    table = tmp_path / "words.csv"
    assert shell("words", str(file), "--out", str(table)).code == 0
    assert "Nothing to change" in shell("words", str(file), "--back", str(table)).out
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("I am listening.", "Two minutes then."), encoding="utf-8")
    answer = shell("words", str(file), "--back", str(table))
    assert answer.code == 0, answer.err
    assert "Two minutes then." in file.read_text(encoding="utf-8")
    before = tmp_path / "mine.yaml.before-1"
    assert "I am listening." in before.read_text(encoding="utf-8")
    answer = shell("words", str(file), "--out", str(table), "--since", str(table))
    assert answer.code == 0 and "0 new, 1 changed" in answer.out


def test_the_verb_refuses_what_it_cannot_use(shell: Shell, tmp_path: Path) -> None:
    for words in (
        ("smallest",),
        ("smallest", "--out", str(tmp_path / "a.txt")),
        ("smallest", "--out", str(tmp_path / "no" / "a.csv")),
        ("smallest", "--back", str(tmp_path / "a.csv")),
        ("nowhere", "--out", str(tmp_path / "a.csv")),
    ):
        assert shell("words", *words).code == 2, words
