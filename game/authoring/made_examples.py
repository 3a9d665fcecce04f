"""Examples of faults that no text can hold: a short recipe makes the file, for help and for the tests.

Every recipe begins with a scenario that is shipped, and does to it what an editor, a spreadsheet or
the way through a network does.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.authoring.checks import diagnostics_of
from game.authoring.redress import redressed
from game.authoring.workbook_writing import workbook
from game.content.diagnostics import Diagnostic
from game.content.library import Library
from game.content.package import LARGEST, LIST, SCENARIO, packed
from game.content.source import SIZE_LIMIT, Source
from game.language.locale import Locale
from game.language.text import LocalisedText

PATTERN, LONG_PATTERN = "smallest", "seven-seconds"
_MOST_ROWS = 20_001


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a faulty file comes about: what somebody did, in words, and how to do it in an empty folder."""

    words: LocalisedText
    make: Callable[[Path], Path]


def made(code: str, folder: Path) -> tuple[Diagnostic, ...]:
    """What is said of the file of a recipe, made in an empty folder; it is called by its name alone.

    Raises:
        KeyError: there is no recipe for this code.
    """
    path = RECIPES[code].make(folder)
    if code == "SC427":
        found = Library((path.parent,)).find(path.name)
        assert isinstance(found, Diagnostic), "it was misspelt"
        return (found,)
    return tuple(replace(each, place=replace(each.place, file=path.name)) for each in diagnostics_of(path))


def _smallest(name: str = PATTERN) -> Source:
    """A shipped scenario."""
    path = Library().find(name)
    assert isinstance(path, Path), "it comes with the game"
    return Source(path.name, path.read_text(encoding="utf-8"))


def _nothing(folder: Path) -> Path:
    return folder / "vist.yaml"


def _folder(folder: Path) -> Path:
    path = folder / "visit.yaml"
    path.mkdir()
    return path


def _film(folder: Path) -> Path:
    path = folder / "visit.yaml"
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    return path


def _saved_as(encoding: str, title: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "visit.yaml"
        path.write_bytes(_smallest().text.replace("A Card on the Desk", title).encode(encoding))
        return path

    return make


def _package(change: Mapping[str, bytes], without: str = "") -> Callable[[Path], Path]:
    """A package with some of its files changed afterwards, or one taken out."""

    def make(folder: Path) -> Path:
        good = packed(PATTERN, "0" * 64, {SCENARIO: _smallest().text.encode("utf-8")})
        path = folder / "visit.rapport"
        with (
            zipfile.ZipFile(io.BytesIO(good)) as old,
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            kept = {name: old.read(name) for name in old.namelist() if name != without}
            for name, content in {**kept, **change}.items():
                new.writestr(name, content)
        return path

    return make


def _half(path: Path) -> Path:
    """The first half of a file, as a copy that was cut short."""
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def _workbook(work: Callable[[Any], object]) -> Callable[[Path], Path]:
    """A workbook in which somebody has changed something with a spreadsheet."""

    def make(folder: Path) -> Path:
        import openpyxl

        path = folder / "visit.xlsx"
        book = openpyxl.load_workbook(io.BytesIO(workbook(_smallest(), Locale.EN)))
        work(book)
        book.save(path)
        return path

    return make


def _cell(sheet: str, heading: str, row: int, value: object) -> Callable[[Path], Path]:
    """Another value in the column under a heading; row 1 is the heading itself."""

    def work(book: Any) -> None:
        column = next(cell.column for cell in book[sheet][1] if cell.value == heading)
        book[sheet].cell(row, column).value = value

    return _workbook(work)


def _redressed(name: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "our-trade.yaml"
        text = redressed(_smallest(name), "our-trade", f"Re-dressed from {name}.")
        path.write_text(text, encoding="utf-8")
        return path

    return make


def _recipe(english: str, chinese: str, make: Callable[[Path], Path]) -> Recipe:
    return Recipe(LocalisedText({Locale.EN: english, Locale.ZH: chinese}), make)


RECIPES: Mapping[str, Recipe] = {
    "SC001": _recipe(
        "The file is called visit.yaml; asked for was vist.yaml.",
        "文件叫 visit.yaml，写成了 vist.yaml。",
        _nothing,
    ),
    "SC002": _recipe(
        "visit.yaml is a folder, as some unpackers make one of a file.",
        "visit.yaml 是个文件夹：有的解压软件会这样。",
        _folder,
    ),
    "SC003": _recipe("A film was saved as visit.yaml.", "把一段视频存成了 visit.yaml。", _film),
    "SC007": _recipe(
        "The title was written in Chinese, and an older editor saved the file as GBK.",
        "标题写了中文，老编辑器把文件存成了 GBK。",
        _saved_as("gbk", "桌上的名片"),
    ),
    "SC008": _recipe(
        "The title was “A Café”, and an editor saved the file as Latin-1.",
        "标题写成“A Café”，编辑器存成了 Latin-1。",
        _saved_as("latin-1", "A Café"),
    ),
    "SC010": _recipe(
        "Half of the package came through the network.",
        "剧本包只传过来一半。",
        lambda folder: _half(_package({})(folder)),
    ),
    "SC011": _recipe(
        "The package was unpacked and zipped again without its list.",
        "剧本包解开后又压了一次，漏了清单。",
        _package({}, LIST),
    ),
    "SC012": _recipe(
        "Somebody put a file into it that unpacking would write elsewhere.",
        "有人放进一个文件，解压时会写到别处去。",
        _package({"../../escape.yaml": b"x"}),
    ),
    "SC013": _recipe(
        "A few kilobytes that unpack to more than any scenario: a zip bomb.",
        "几 KB 的压缩包，解开比什么剧本都大：压缩炸弹。",
        _package({SCENARIO: b" " * (LARGEST + 1)}),
    ),
    "SC014": _recipe(
        "The scenario in the package was edited after it had been packed.",
        "打包之后又改了包里的剧本。",
        _package({SCENARIO: b"rapport: 1\n"}),
    ),
    "SC015": _recipe(
        "The computer went off while the spreadsheet was saving.",
        "表格正在保存，电脑断了电。",
        lambda folder: _half(_workbook(lambda _: None)(folder)),
    ),
    "SC016": _recipe(
        f"Something stands in row {_MOST_ROWS} of the sheet Lines.",
        f"“Lines”表的第 {_MOST_ROWS} 行写了内容。",
        _cell("Lines", "en", _MOST_ROWS, "x"),
    ),
    "SC017": _recipe(
        "A sentence was taken from another cell with a formula.",
        "用公式从别的单元格取了一句话。",
        _cell("Lines", "en", 2, "=A1"),
    ),
    "SC018": _recipe(
        "Somebody typed 3-5, and the spreadsheet took it for the third of May.",
        "写的是 3-5，表格软件当成了三月五日。",
        _cell("Lines", "en", 2, datetime.datetime(2026, 5, 3)),
    ),
    "SC019": _recipe("A heading was misspelt.", "标题写错了字。", _cell("Lines", "craft", 1, "kraft")),
    "SC020": _recipe(
        "The sheet Facts was renamed.",
        "把“Facts”表改了名。",
        _workbook(lambda book: setattr(book["Facts"], "title", "Fact")),
    ),
    "SC021": _recipe(
        "A line names a beat that is in no row of the sheet Beats.",
        "台词所属的节拍在“Beats”表里没有。",
        _cell("Lines", "beat", 2, "helo"),
    ),
    "SC022": _recipe(
        "The id of an ending was deleted.", "结局的标识被删掉了。", _cell("Endings", "id", 2, None)
    ),
    "SC023": _recipe(
        "Two columns have the same heading.", "两列用了同一个标题。", _cell("Lines", "claims", 1, "craft")
    ),
    "SC024": _recipe(
        "The first sheet was deleted.",
        "第一张表被删掉了。",
        _workbook(lambda book: book.remove(book["Scenario"])),
    ),
    "SC025": _recipe(
        "A remark was written beside the columns.",
        "在各列旁边写了备注。",
        _workbook(lambda book: setattr(book["Facts"]["Z3"], "value", "see page 3")),
    ),
    "SC427": _recipe(
        f"The scenario is called {PATTERN}; asked for was smalest.",
        f"剧本叫 {PATTERN}，写成了 smalest。",
        lambda folder: _saved_as("utf-8", "A Card")(folder).with_name("smalest"),
    ),
    "SC838": _recipe(
        f"`rapport new our-trade --from {PATTERN}`, and nothing has been changed yet.",
        f"刚用 rapport new our-trade --from {PATTERN} 换装，还什么都没改。",
        _redressed(PATTERN),
    ),
    "SC839": _recipe(
        f"`rapport new our-trade --from {LONG_PATTERN}`, and nothing has been changed yet.",
        f"刚用 rapport new our-trade --from {LONG_PATTERN} 换装，还什么都没改。",
        _redressed(LONG_PATTERN),
    ),
}
"""By code: every code of the reader that has no text of its own to show it."""
