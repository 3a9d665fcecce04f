"""A scenario as a workbook and back: nothing is lost, and every fault has the address of its cell."""

from __future__ import annotations

import copy
import datetime
import difflib
import io
import itertools
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import workbook_cells
from game.authoring.kept_layout import as_it_was_written
from game.authoring.respelling import in_language
from game.authoring.workbook_cells import as_text, letters
from game.authoring.workbook_origin import ORIGIN
from game.authoring.workbook_reading import WorkbookReading, read_workbook
from game.authoring.workbook_rows import rows_of
from game.authoring.workbook_writing import WorkbookFault, workbook
from game.content.scenario_reader import Reading, read_source_text
from game.content.source import Source
from game.language.locale import Locale
from tests.command_line.conftest import Shell
from tests.content.readings import GUIDE, HERE, ROOT, model, read
from tests.content.test_aliases import CHINESE
from tests.content.test_scenario_guide import joined
from tests.content.test_scenario_reader import FULL

SHIPPED = [path for path in sorted((ROOT / "scenarios").glob("*.yaml")) if ".paths" not in path.name]
SMALLEST = (ROOT / "scenarios" / "examples" / "smallest.yaml").read_text(encoding="utf-8")
SAMPLE = (HERE / "ten-minutes.yaml").read_text(encoding="utf-8")
GUIDED = json.dumps(joined(), ensure_ascii=False, indent=1)
SAMPLES = {"full": FULL, "ten-minutes": SAMPLE, "smallest": SMALLEST, "guide": GUIDED, "chinese": CHINESE}

Sheets = openpyxl.Workbook


def back(data: bytes) -> WorkbookReading:
    """What a workbook is read as."""
    return read_workbook(data, "x.xlsx", model(), GUIDE)


@lru_cache(maxsize=8)
def written(text: str, locale: Locale) -> bytes:
    """The workbook of a sample."""
    return workbook(Source("a.yaml", text), locale)


def told_of(text: str) -> Reading:
    """The reading of a shipped scenario, whose goals stand in the whole field guide."""
    return read_source_text(Source("a.yaml", text), model())


def same(one: Reading | None, other: Reading | None) -> None:
    """Both are the same scenario in the same words."""
    assert one is not None and one.scenario is not None
    assert other is not None and other.scenario is not None
    assert other.scenario.fingerprint == one.scenario.fingerprint
    assert replace(other.scenario, psychology=model()) == replace(one.scenario, psychology=model())
    assert other.wording == one.wording


def holds(text: str, locale: Locale) -> None:
    """The law: from a file to a workbook and back it is the same scenario, and so is the file made of it."""
    before = read(text)
    reading = back(workbook(Source("a.yaml", text), locale))
    assert [found.rendered() for found in reading.diagnostics if found.severity.value == "error"] == []
    same(before, reading.reading)
    assert reading.text is not None
    same(before, read(reading.text))
    assert len(reading.diagnostics) == len(before.diagnostics) == len(read(reading.text).diagnostics)


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("name", SAMPLES)
def test_there_and_back_is_the_same_scenario(name: str, locale: Locale) -> None:
    holds(SAMPLES[name], locale)


@pytest.mark.parametrize(
    ("number", "path"), list(enumerate(SHIPPED)), ids=lambda one: getattr(one, "stem", "")
)
def test_every_shipped_scenario_comes_back(number: int, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    source = Source(path.name, text)
    before = told_of(text)
    locale = list(Locale)[number % 2]
    reading = read_workbook(workbook(source, locale), "x.xlsx", model())
    same(before, reading.reading)
    assert reading.text is not None
    assert reading.text.startswith("# yaml-language-server:")
    english = in_language(Source("b.yaml", reading.text), Locale.EN).text
    again = rows_of(Source("b.yaml", english), Locale.EN)
    assert again == rows_of(source, Locale.EN)


PROSE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=30
)
SIGNS = st.sampled_from(
    ["=1+1", "'=x", "@a", "-1", "+2", "12:30", "1-2", "true", "90%", "#N/A", "[]", "{}", "a\nb", "，、；"]
)


@st.composite
def scenarios(draw: st.DrawFn) -> str:
    """A sample with other words, some fields left out, and beats in another order."""
    data = copy.deepcopy(yaml.load(draw(st.sampled_from([FULL, SAMPLE, GUIDED])), yaml.BaseLoader))
    for _ in range(draw(st.integers(1, 8))):
        node: Any = data
        while isinstance(node, dict | list) and node:
            key = draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
            below = node[key]
            if key in {"en", "zh"}:
                node[key] = draw(PROSE | SIGNS)
                break
            if not isinstance(below, dict | list) or draw(st.integers(0, 9)) == 0:
                if isinstance(node, dict):
                    del node[key]
                break
            node = below
    beats = draw(st.permutations(list(data.get("beats", {}).items())))
    data["beats"] = dict(beats) if draw(st.booleans()) else data.get("beats", {})
    return json.dumps(data, ensure_ascii=False, indent=1)


@settings(max_examples=50, deadline=None)
@given(scenarios(), st.sampled_from(Locale))
def test_whatever_a_scenario_holds_comes_back(text: str, locale: Locale) -> None:
    if read(text).scenario is not None:
        holds(text, locale)


def test_remarks_stay_with_their_row_and_silences_with_their_fault() -> None:
    text = SAMPLE.replace("promises:\n", "# what may be promised\npromises:\n  # a hollow one\n", 1)
    text = text.replace(
        "objections:",
        "  tonight: {by: 4, en: Tonight., zh: 今晚。}  # allow SC413, SC414: nobody can\nobjections:",
        1,
    )
    assert read(text).diagnostics == ()
    reading = back(workbook(Source("a.yaml", text), Locale.EN))
    assert reading.diagnostics == ()
    assert reading.text is not None
    assert "  # what may be promised\n  # a hollow one\n" in reading.text
    assert "tonight:  # allow SC413, SC414: nobody can\n" in reading.text
    assert read(reading.text).diagnostics == ()


def changed(
    change: Callable[[Sheets], None], text: str = SAMPLE, locale: Locale = Locale.EN
) -> WorkbookReading:
    """What a workbook is read as after somebody has worked in it."""
    book = openpyxl.load_workbook(io.BytesIO(written(text, locale)))
    change(book)
    page = io.BytesIO()
    book.save(page)
    return back(page.getvalue())


def put(sheet: str, cell: str, value: object) -> Callable[[Sheets], None]:
    """Writes into one cell."""

    def change(book: Sheets) -> None:
        book[sheet][cell].value = value

    return change


def told(reading: WorkbookReading) -> list[tuple[str, str]]:
    """Codes with cells."""
    return [(found.code, found.place.cell) for found in reading.diagnostics]


def column(sheet: str, heading: str, locale: Locale = Locale.EN, text: str = SAMPLE) -> str:
    """The letter of a column."""
    book = openpyxl.load_workbook(io.BytesIO(written(text, locale)), read_only=True)
    return next(
        letters(number)
        for number, cell in enumerate(next(book[sheet].iter_rows()), start=1)
        if cell.value == heading
    )


@pytest.mark.parametrize(
    ("sheet", "heading", "row", "value", "code"),
    [
        ("Lines", "does", 2, "introdoce, ask-permission", "SC409"),
        ("Lines", "claims", 3, "benchmork", "SC404"),
        ("Lines", "id", 3, "Give Figures", "SC214"),
        ("Lines", "id", 3, "ask-leave", "SC110"),
        ("Lines", "beat", 3, "recepton", "SC021"),
        ("Replies", "when", 3, "said give-figures, trust >= 135", "SC505"),
        ("Replies", "then", 2, "nowhere", "SC401"),
        ("Replies", "kind", 2, "answers", "SC205"),
        ("Facts", "truth", 2, "tru", "SC205"),
        ("Facts", "truth", 2, None, "SC202"),
        ("Promises", "by", 2, 1.5, "SC206"),
        ("Endings", "stage", 2, "desier", "SC205"),
        ("Hidden", "span", 2, "20-30", "SC210"),
        ("Hidden", "person", 2, "nobody", "SC021"),
        ("Hidden", "trait", 2, "trusst", "SC420"),
        ("Facts", "zh", 2, None, "SC301"),
        ("Scenario", "field", 3, "nmae", "SC203"),
        ("Scenario", "field", 4, "rapport", "SC110"),
        ("Scenario", "value", 2, 2, "SC215"),
        ("Beats", "id", 2, None, "SC022"),
        ("Facts", "en", 2, "=A1", "SC017"),
        ("Promises", "by", 2, datetime.datetime(2026, 5, 3), "SC018"),
        ("Lines", "craft", 1, "kraft", "SC019"),
        ("Lines", "claims", 1, "craft", "SC023"),
    ],
)
def test_a_fault_is_told_with_its_cell(sheet: str, heading: str, row: int, value: object, code: str) -> None:
    letter = column(sheet, heading)
    reading = changed(put(sheet, f"{letter}{row}", value))
    assert reading.text is None
    address = f"{sheet}!{letter}{row}"
    where = {"SC202": f"{sheet}!A{row}", "SC301": f"{sheet}!A{row}", "SC022": f"{sheet}!C{row}"}.get(
        code, address
    )
    assert (code, where) in told(reading), told(reading)
    found = next(one for one in reading.diagnostics if one.code == code)
    for locale in Locale:
        assert found.rendered(locale).startswith(f"x.xlsx {where}: ")
    assert found.record()["cell"] == where
    assert found.record()["line"] == int("".join(filter(str.isdigit, where.rpartition("!")[2])))


def test_a_chinese_workbook_is_told_in_its_own_words() -> None:
    letter = column("结局", "阶段", Locale.ZH)
    reading = changed(put("结局", f"{letter}2", "兴去"), locale=Locale.ZH)
    (found,) = reading.diagnostics
    assert (found.code, found.place.cell) == ("SC205", f"结局!{letter}2")
    assert "兴趣" in found.message.said(Locale.ZH)


def test_what_a_spreadsheet_does_to_data() -> None:
    assert as_text(24.0) == "24"
    assert as_text(1.1500000000000001) == "1.15"
    assert as_text(0.6, "0%") == "60%"
    assert as_text(0.6, "General") == "0.6"
    assert as_text(datetime.time(12, 30)) == "12:30"
    assert as_text(datetime.timedelta(hours=9, minutes=5)) == "9:05"
    assert as_text(True) == "true"
    assert as_text("a\r\nb") == "a\nb"
    assert as_text(datetime.date(2026, 5, 3)) is None

    def work(book: Sheets) -> None:
        scenario, lines = book["Scenario"], book["Lines"]
        for row in scenario.iter_rows(min_row=2):
            if row[0].value == "turns":
                row[1].value = 12.0
            row[0].value = f"  {row[0].value} "
        lines.insert_rows(3, 2)  # empty rows
        lines.move_range(f"A1:{lines.cell(1, lines.max_column).coordinate[:-1]}{lines.max_row}", cols=3)
        mine = book.create_sheet("My notes", 0)
        mine["A1"] = "=1+1"
        mine["A1"] = "remember the milk"
        book.remove(book["lists"])
        for row in lines.iter_rows(min_row=2):
            for cell in row:
                if cell.value == "brisk, direct":
                    cell.value = "brisk，direct"

    reading = changed(work)
    assert told(reading) == [("SC020", "My notes!A1")]
    same(read(SAMPLE), reading.reading)


def test_a_time_and_a_share_that_a_spreadsheet_took_for_its_own() -> None:
    def work(book: Sheets) -> None:
        for row in book["Scenario"].iter_rows(min_row=2):
            if row[0].value == "clock start":
                row[1].value, row[1].number_format = datetime.time(6, 5), "h:mm"
            if row[0].value == "target pass-rate":
                row[1].value, row[1].number_format = 0.6, "0%"

    same(read(GUIDED), changed(work, GUIDED).reading)


def test_columns_may_be_moved_and_a_reply_finds_its_beat_by_its_line() -> None:
    def work(book: Sheets) -> None:
        replies = book["Replies"]
        rows = [[cell.value for cell in row] for row in replies.iter_rows()]
        replies.delete_rows(1, len(rows))
        for row in rows:
            replies.append([*row[1:], None if row[1] and row[0] != "beat" else row[0]])

    same(read(FULL), changed(work, FULL).reading)


def test_a_workbook_without_its_first_sheet_or_its_headings() -> None:
    assert told(changed(lambda book: book.remove(book["Scenario"]))) == [("SC024", "People!A1")]
    reading = changed(lambda book: book["Lines"].delete_rows(1))
    assert ("SC022", "Lines!A1") in told(reading)
    missing = changed(lambda book: book.remove(book["Endings"]))
    assert ("SC202", "Scenario!A2") in told(missing)


def test_what_stands_beside_the_columns_is_told() -> None:
    assert told(changed(put("Facts", "Z3", "see page 3"))) == [("SC025", "Facts!Z3")]


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["trust", "[]", "{}", "aims 1", "aims 99999999999", "customer", "=A1", "\u3000", "beats", "1 2"]
    ),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), max_size=12),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 16), st.integers(1, 8), st.integers(1, 8), CELLS), max_size=8))
def test_whatever_somebody_types_is_read_or_told(edits: list[tuple[int, int, int, Any]]) -> None:
    def work(book: Sheets) -> None:
        for number, row, at, value in edits:
            book.worksheets[number].cell(row, at).value = value

    reading = changed(work, FULL)
    errors = [found for found in reading.diagnostics if found.severity.value == "error"]
    assert (reading.text is None) == bool(errors)
    assert all(found.place.cell for found in reading.diagnostics)
    if reading.text is not None:
        assert read(reading.text).scenario is not None


def test_it_is_made_for_people() -> None:
    for locale, title in ((Locale.EN, "Lines"), (Locale.ZH, "台词")):
        book = openpyxl.load_workbook(io.BytesIO(workbook(Source("a.yaml", SAMPLE), locale)))
        assert len(book.sheetnames) == 19
        lines = book[title]
        assert lines.freeze_panes == "C2"
        assert len(lines.data_validations.dataValidation) >= 10
        assert {book[name].sheet_state for name in ("lists", ORIGIN)} == {"hidden"}
        craft = next(cell for cell in lines[1] if cell.value in {"craft", "火候"})
        assert craft.comment is not None
        assert craft.comment.text
        wrapped = [cell for cell in lines[2] if cell.value and cell.alignment.wrap_text]
        assert wrapped
        for sheet in book.worksheets:
            assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    chinese = openpyxl.load_workbook(io.BytesIO(workbook(Source("a.yaml", SAMPLE), Locale.ZH)))
    assert [cell.value for cell in chinese["承诺"][1]][:5] == ["标识", "英文", "中文", "期限", "限时"]
    stage = column("结局", "阶段", Locale.ZH)
    assert chinese["结局"][f"{stage}2"].value == "兴趣"


def laid(text: str, work: Callable[[Sheets], object] = lambda _: None, locale: Locale = Locale.EN) -> str:
    """What comes back of a scenario whose workbook somebody has changed."""
    book = openpyxl.load_workbook(io.BytesIO(written(text, locale)))
    work(book)
    page = io.BytesIO()
    book.save(page)
    back_again = as_it_was_written(back(page.getvalue()), model(), GUIDE)
    assert back_again is not None, [each.rendered() for each in back(page.getvalue()).diagnostics]
    return back_again


def changes(old: str, new: str) -> tuple[list[str], list[str]]:
    """Lines that went and lines that came."""
    found = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    return [line[2:] for line in found if line[0] == "-"], [line[2:] for line in found if line[0] == "+"]


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("name", [*(name for name in SAMPLES if name != "guide"), "windows", "odd"])
def test_an_unchanged_workbook_gives_back_the_same_bytes(name: str, locale: Locale) -> None:
    odd = SMALLEST.replace("beats:\n", "# mine  \n\nbeats:   # all of them\n\n").rstrip()
    text = {"windows": SAMPLE.replace("\n", "\r\n"), "odd": odd, **SAMPLES}[name]
    assert laid(text, locale=locale) == text


def test_what_is_touched_changes_and_nothing_else() -> None:
    cell = f"{column('Replies', 'en', Locale.EN, SMALLEST)}2"
    gone, come = changes(SMALLEST, laid(SMALLEST, put("Replies", cell, "Go on, then.")))
    assert gone == ["      - {when: [trust >= 35], en: It stops twice a day. Go on.}"]
    assert come == ['      - {when: [trust >= 35], en: "Go on, then."}']
    gone, come = changes(SMALLEST, laid(SMALLEST, lambda book: book["Replies"].delete_rows(2)))
    assert (gone, come) == (["      - {when: [trust >= 35], en: It stops twice a day. Go on.}"], [])

    stage = f"{column('结局', '阶段', Locale.ZH, SMALLEST)}2"
    gone, come = changes(SMALLEST, laid(SMALLEST, put("结局", stage, "行动"), Locale.ZH))
    assert gone == ["  dated: {stage: interest, en: A time in her diary.}"]
    assert come == ["  dated: {stage: action, en: A time in her diary.}"], "in the words of the file"

    def swap(book: Sheets) -> None:
        sheet = book["Lines"]
        for at in range(1, sheet.max_column + 1):
            one, other = sheet.cell(2, at), sheet.cell(3, at)
            one.value, other.value = other.value, one.value

    gone, come = changes(SAMPLE, laid(SAMPLE, swap))
    assert sorted(gone) == sorted(come) and len(gone) == 5

    def more(book: Sheets) -> None:
        sheet = book["Lines"]
        sheet.insert_rows(3)
        for heading, value in (
            ("beat", "hello"),
            ("id", "new-one"),
            ("en", "Who else?"),
            ("does", "ask-open"),
        ):
            sheet[f"{column('Lines', heading, Locale.EN, SMALLEST)}3"].value = value

    gone, come = changes(SMALLEST, laid(SMALLEST, more))
    assert gone == []
    assert come == ["      new-one:", '        en: "Who else?"', "        does: [ask-open]"]


def test_without_the_hidden_sheet_the_scenario_comes_back_all_the_same() -> None:
    for work in (
        lambda book: book.remove(book[ORIGIN]),
        put(ORIGIN, "A3", "something else"),
        put(ORIGIN, "A3", "|id: [|"),
        put(ORIGIN, "B9", "beside"),
    ):
        text = laid(SMALLEST, work)
        same(read(SMALLEST), read(text))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(2, 5), st.integers(4, 8), SIGNS | PROSE), min_size=1, max_size=4))
def test_in_its_old_layout_it_says_what_the_cells_say(edits: list[tuple[int, int, str]]) -> None:
    def work(book: Sheets) -> None:
        for row, at, value in edits:
            book["Lines"].cell(row, at).value = value
            book["Lines"].cell(row, at).data_type = "s"

    reading = changed(work, FULL)
    if reading.text is not None:
        text = as_it_was_written(reading, model(), GUIDE)
        assert text is not None
        same(reading.reading, read(text))


def test_what_is_no_workbook_is_refused() -> None:
    for data in (b"", b"PK", b"rapport: 1\n", b"\xd0\xcf\x11\xe0" + bytes(600), FULL.encode("gbk")):
        assert told(back(data)) == [("SC015", "")]
    whole = workbook(Source("a.yaml", SAMPLE), Locale.EN)
    for end in range(0, len(whole), 997):
        assert told(back(whole[:end])) == [("SC015", "")]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_workbook_never_raises(data: st.DataObject) -> None:
    whole = bytearray(workbook(Source("a.yaml", SMALLEST), Locale.EN))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    reading = back(bytes(whole))
    assert (reading.text is None) == any(found.severity.value == "error" for found in reading.diagnostics)


def bomb(name: str, content: bytes) -> bytes:
    """A workbook with one part replaced."""
    page = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(Source("a.yaml", SMALLEST), Locale.EN))) as whole,
        zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for entry in whole.namelist():
            made.writestr(entry, content if entry == name else whole.read(entry))
    return page.getvalue()


def test_bombs_are_refused() -> None:
    data = bomb("xl/sharedStrings.xml", b" " * (workbook_cells.LARGEST + 1))
    assert len(data) < 1_000_000
    assert told(back(data)) == [("SC016", "")]
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in (1, 1_048_576))
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
    assert told(back(bomb("xl/worksheets/sheet1.xml", sheet % rows))) == [("SC016", "")]
    wide = b'<row r="1"><c r="XFD1"><v>1</v></c></row>'
    assert told(back(bomb("xl/worksheets/sheet1.xml", sheet % wide))) == [("SC016", "")]
    names = "abcdefghij"
    laughs = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(names))
    head = f'<!DOCTYPE x [<!ENTITY a "ha">{laughs}]>'.encode()
    row = b'<row r="1"><c r="A1" t="str"><v>&j;</v></c></row>'
    assert told(back(bomb("xl/worksheets/sheet1.xml", head + sheet % row))) == [("SC015", "")]


def test_a_text_longer_than_a_cell_is_told() -> None:
    text = SMALLEST.replace("I am listening.", "I am listening. " * 2_100)
    with pytest.raises(WorkbookFault) as fault:
        workbook(Source("a.yaml", text), Locale.EN)
    assert fault.value.column == "en"
    assert fault.value.row.startswith("Replies ")


def test_the_verb_writes_reads_checks_and_keeps_what_was_there(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "我的 表格"
    folder.mkdir()
    sheet, file = folder / "最小 的.xlsx", folder / "最小.yaml"
    assert shell("table", "smallest").code == 2
    assert shell("table", "smallest", "--out", str(folder / "a.ods")).code == 2
    assert shell("table", "mine.xls", "--out", str(folder / "a.yaml")).code == 2
    assert shell("table", "nowhere", "--out", str(sheet)).code == 2
    assert shell("table", "smallest", "--out", str(folder / "no" / "a.xlsx")).code == 2
    answer = shell("table", "smallest", "--out", str(sheet), "--lang", "zh")
    assert answer.code == 0, answer.err
    assert shell("table", str(sheet)).code == 0
    assert shell("lint", str(sheet)).code == 0
    assert shell("table", str(sheet), "--out", str(folder / "a.txt")).code == 2
    answer = shell("table", str(sheet), "--out", str(file))
    assert answer.code == 0, answer.err
    assert file.read_text(encoding="utf-8") == SMALLEST
    assert shell("table", str(sheet), "--out", str(file)).code == 0
    assert not list(folder.glob("*.before-*")), "the same file needs no copy"
    file.write_text("mine", encoding="utf-8")
    again = shell("table", str(sheet), "--out", str(file))
    assert again.code == 0 and "had been changed" in again.out
    assert (folder / "最小.yaml.before-1").read_text(encoding="utf-8") == "mine"
    assert "had been changed" not in answer.out
    book = openpyxl.load_workbook(sheet)
    stage = column("结局", "阶段", Locale.ZH, SMALLEST)
    book["结局"][f"{stage}2"].value = "兴去"
    book.save(sheet)
    before = file.read_bytes()
    for words in (("table", str(sheet), "--out", str(file)), ("table", str(sheet)), ("lint", str(sheet))):
        answer = shell(*words)
        assert answer.code == 1
        assert f"{sheet.as_posix()} 结局!{stage}2: error SC205" in answer.out
    (row,) = json.loads(shell("lint", str(sheet), "--format", "json").out)
    assert (row["cell"], row["line"], row["column"]) == (f"结局!{stage}2", 2, ord(stage) - ord("A") + 1)
    assert file.read_bytes() == before
    assert shell("table", str(folder / "none.xlsx")).code == 1
    assert "SC001" in shell("table", str(folder / "none.xlsx")).out
    assert sorted(path.name for path in folder.iterdir() if "before" not in path.name) == sorted(
        [sheet.name, file.name]
    )


def test_a_folder_is_checked_with_its_workbooks_and_nothing_else(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "smallest.yaml").write_text(SMALLEST, encoding="utf-8")
    assert shell("table", "smallest", "--out", str(tmp_path / "小的.xlsx"), "--lang", "zh").code == 0
    assert shell("words", "smallest", "--out", str(tmp_path / "words.xlsx")).code == 0
    (tmp_path / "~$小的.xlsx").write_bytes(b"locked by somebody")
    others = openpyxl.Workbook()
    others.save(tmp_path / "class list.xlsx")
    answer = shell("lint", str(tmp_path))
    assert (answer.code, answer.out.strip()) == (0, "2 files checked; 0 errors; 0 things to look at")
    whole = (tmp_path / "小的.xlsx").read_bytes()
    (tmp_path / "小的.xlsx").write_bytes(whole[: len(whole) // 2])
    answer = shell("lint", str(tmp_path))
    assert answer.code == 1 and "小的.xlsx" in answer.out and "SC015" in answer.out
