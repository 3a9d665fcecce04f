"""A workbook back to a scenario: the same words, and the same faults with the addresses of cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from game.authoring.respelling import in_language
from game.authoring.workbook_cells import LARGEST, Cell, Page, read_cells
from game.authoring.workbook_headings import Headings, SheetRow
from game.authoring.workbook_layout import (
    BEAT,
    BEATS,
    EPILOGUE,
    HIDDEN,
    ID,
    KIND,
    KINDS,
    LINE,
    LINES,
    OVERRIDES,
    PEOPLE,
    PERSON,
    REMARK,
    REPLIES,
    SCENARIO,
    TRAIT,
    VALUE,
    Column,
    Kind,
    Path,
    Sheet,
    path_of,
    scenario_fields,
    sheets,
)
from game.authoring.workbook_origin import origin_in
from game.authoring.workbook_tree import EMPTY, Branch, Leaf, leaf, silenced, source_of
from game.content.aliases import translated
from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic, Findings, shown, suggestion
from game.content.names import CUSTOMER
from game.content.scenario_reader import Reading, read_source_text
from game.content.source import NO_FILE, folder_of, why_unread
from game.engine.psychology import Psychology
from game.language.locale import Locale

_LANGUAGES = frozenset(locale.value for locale in Locale)


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """What came of a workbook.

    `text` is its scenario file as the sheets say it, None where there are errors; `origin` the file that it
    was made of, if it knows; `locale` the language of its sheets.
    """

    text: str | None
    reading: Reading | None
    diagnostics: tuple[Diagnostic, ...]
    origin: str | None = None
    locale: Locale = Locale.EN


def workbook_at(path: FilePath, psychology: Psychology | None, guide: Iterable[str] = ()) -> WorkbookReading:
    """Reads the workbook in a file (SC001, SC002, SC016 where that cannot be done)."""
    findings = Findings(path.as_posix())
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would never end
            findings.add("SC002", reason=NO_FILE)
            return WorkbookReading(None, None, findings.told())
        if path.stat().st_size > LARGEST:
            findings.add("SC016", limit=f"{LARGEST // 1_000_000} MB")
            return WorkbookReading(None, None, findings.told())
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        findings.add("SC001", name=path.name, folder=folder_of(path))
        return WorkbookReading(None, None, findings.told())
    except (OSError, ValueError) as reason:
        findings.add("SC002", reason=why_unread(reason))
        return WorkbookReading(None, None, findings.told())
    return read_workbook(data, path.as_posix(), psychology, guide)


def read_workbook(
    data: bytes, file: str, psychology: Psychology | None, guide: Iterable[str] = ()
) -> WorkbookReading:
    """Reads the bytes of a workbook; it never raises, whatever they are."""
    findings = Findings(file)
    pages = read_cells(data, findings)
    order = [page.title for page in pages]
    reader = _Reader(findings)
    if pages:
        reader.read(pages)
    if not reader.root.below:
        return WorkbookReading(None, None, _sorted(findings.told(), order))
    source = source_of(reader.root, file)
    first = read_source_text(source, psychology, guide)
    source = silenced(source, [(found.code, found.place) for found in first.diagnostics])
    reading = read_source_text(source, psychology, guide, findings.told())
    told = _sorted(reading.diagnostics, order)
    if any(found.severity is Severity.ERROR for found in told):
        return WorkbookReading(None, None, told)
    text = in_language(source, reader.locale).text
    return WorkbookReading(text, reading, told, origin_in(pages), reader.locale)


def _sorted(told: Iterable[Diagnostic], order: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Faults sheet by sheet."""

    def at(found: Diagnostic) -> tuple[int, int, int, str]:
        sheet = found.place.cell.rpartition("!")[0]
        number = order.index(sheet) if sheet in order else -1
        return number, found.place.line, found.place.column, found.code

    return tuple(sorted(told, key=at))


class _Reader:
    """Lets a tree grow from the sheets of a workbook."""

    def __init__(self, findings: Findings) -> None:
        self.heads = Headings(findings)
        self.root = Branch(Cell("", "", 1, 1))
        self.locale = Locale.EN
        self.numbers: dict[Path, int] = {}
        self.fields: dict[Path, Cell] = {}

    def read(self, pages: Sequence[Page]) -> None:
        """Every sheet that is one of ours, in our order."""
        ours = self.heads.ours(pages)
        if SCENARIO not in ours:
            self.heads.tell("SC024", Cell("", pages[0].title, 1, 1), sheet=sheets()[SCENARIO].title)
            return
        if ours[SCENARIO].title.strip() == sheets()[SCENARIO].title.said(Locale.ZH):
            self.locale = Locale.ZH
        self.root.cell = Cell("", ours[SCENARIO].title, 1, 1)
        for key, sheet in sheets().items():
            if key in ours:
                for row in self.heads.rows(sheet, ours[key]):
                    self._field(row) if key == SCENARIO else self._row(sheet, row)

    def _row(self, sheet: Sheet, row: SheetRow) -> None:
        """One row of a sheet whose columns are fields."""
        path = self._path(sheet, row)
        if path is None:
            return
        named = (
            row.cells.get(sheet.ids[-1] if sheet.key != REPLIES else BEAT, row.first)
            if sheet.ids
            else row.first
        )
        branch = self._branch(path, named, row)
        if branch is None:
            return
        branch.remarks += row.cells[REMARK].text.split("\n") if REMARK in row.cells else []
        for name, cell in row.cells.items():
            column = sheet.columns.get(name)
            if column is not None:
                words = self.heads.written[sheet.key][name].split(" ")
                if column.path == ("span",):
                    self._parent(path).below[path[-1]] = Leaf(cell, None, branch.remarks, named)
                    continue
                here = branch
                for part, word in zip(column.path[:-1], words[:-1], strict=True):
                    here = here.branch(part, word, cell)
                self._put(here, column, words[-1], cell)

    def _put(self, branch: Branch, column: Column, name: str, cell: Cell) -> None:
        """What one cell says, under the last part of its heading."""
        key = column.path[-1]
        if key in branch.below and (column.kind is Kind.PART or isinstance(branch.below[key], Branch)):
            return
        branch.names[key] = name
        branch.below[key] = leaf(cell, column)

    def _path(self, sheet: Sheet, row: SheetRow) -> Path | None:
        """The path of a row; what names nothing is told."""
        if sheet.key in (EPILOGUE, OVERRIDES):
            return self._numbered((sheet.key,))
        if sheet.key == REPLIES:
            return self._reply(row)
        for name in sheet.ids:
            if name not in row.cells:
                self.heads.tell("SC022", row.first, column=self.heads.written[sheet.key][name])
                return None
        names = [row.cells[name].text for name in sheet.ids]
        if sheet.key == LINES and not self._known(row.cells[BEAT], ("beats",)):
            return None
        if sheet.key == HIDDEN and names[0] != CUSTOMER and not self._known(row.cells[PERSON], (PEOPLE,)):
            return None
        if sheet.key not in (LINES, BEATS):
            names = [translated(name) for name in names]
        return path_of(sheet.key, tuple(names))

    def _reply(self, row: SheetRow) -> Path | None:
        """Where a reply, a greeting or a thought belongs."""
        kind = row.cells.get(KIND)
        word = translated(kind.text) if kind is not None else "replies"
        if kind is not None and word not in KINDS:
            self.heads.tell(
                "SC205", kind, word=kind.text, words=", ".join(KINDS), hint=suggestion(kind.text, KINDS)
            )
            return None
        line, beat = row.cells.get(LINE), row.cells.get(BEAT)
        if beat is None and line is not None:
            beats = self.root.below.get("beats")
            owners = beats.below.items() if isinstance(beats, Branch) else ()
            name = next((name for name, one in owners if line.text in _lines_of(one)), None)
            if name is None:
                self.heads.tell("SC021", line, name=line.text, hint=suggestion(line.text, ()))
                return None
            return self._numbered(("beats", name, "lines", line.text, word))
        if beat is None:
            self.heads.tell("SC022", row.first, column=self.heads.written[REPLIES][BEAT])
            return None
        if not self._known(beat, ("beats",)) or (
            line and not self._known(line, ("beats", beat.text, "lines"))
        ):
            return None
        return self._numbered(("beats", beat.text, *(("lines", line.text) if line else ()), word))

    def _known(self, cell: Cell, above: Path) -> bool:
        """Whether a cell names something that there is."""
        found = self._at(above)
        names = [str(name) for name in found.below] if isinstance(found, Branch) else []
        if cell.text in names:
            return True
        self.heads.tell("SC021", cell, name=shown(cell.text), hint=suggestion(cell.text, names))
        return False

    def _numbered(self, stem: Path) -> Path:
        self.numbers[stem] = self.numbers.get(stem, -1) + 1
        return (*stem, self.numbers[stem])

    def _at(self, path: Path) -> Leaf | Branch | None:
        here: Leaf | Branch | None = self.root
        for part in path:
            here = here.below.get(part) if isinstance(here, Branch) else None
        return here

    def _parent(self, path: Path) -> Branch:
        parent = self._at(path[:-1])
        assert isinstance(parent, Branch)
        return parent

    def _branch(self, path: Path, cell: Cell, row: SheetRow) -> Branch | None:
        """The branch of a row; None where a row before has the same name."""
        here = self.root
        for part in path[:-1]:
            here = here.branch(part, str(part), cell)
        last = path[-1]
        before = here.below.get(last)
        if before is not None:
            self.heads.tell("SC110", cell, key=shown(cell.text), line=before.cell.address)
            return None
        named = row.cells.get(ID) or row.cells.get(TRAIT)
        name = named.text if named is not None and last != CUSTOMER else str(last)
        return here.branch(last, name, cell)

    def _field(self, row: SheetRow) -> None:
        """One row of the first sheet."""
        name = row.cells.get("field")
        if name is None:
            self.heads.tell("SC022", row.first, column=self.heads.written[SCENARIO]["field"])
            return
        words = name.text.split()
        parts = [translated(word) for word in words]
        plain = " ".join(part for part in parts if not part.isdecimal())
        column = scenario_fields().get(plain)
        if column is None:
            self.heads.tell("SC203", name, field=shown(name.text), hint=suggestion(plain, scenario_fields()))
            return
        path: Path = tuple(int(part) - 1 if part.isdecimal() else part for part in parts)
        here = self.root
        for part, word in zip(path[:-1], words[:-1], strict=True):
            here = here.branch(part, word, name)
        texts = {key: cell for key, cell in row.cells.items() if key in _LANGUAGES}
        node: Leaf | Branch
        before = self.fields.setdefault(path, name)
        if before is not name:
            self.heads.tell("SC110", name, key=shown(name.text), line=before.address)
            return
        if VALUE in row.cells and not (texts and row.cells[VALUE].text in EMPTY):
            node = here.below[path[-1]] = leaf(row.cells[VALUE], column)
            node.name = name
        else:
            node = here.branch(path[-1], words[-1], name)
            for key, cell in texts.items():
                node.names[key] = self.heads.written[SCENARIO][key]
                node.below[key] = Leaf(cell)
        here.names[path[-1]] = words[-1]
        node.remarks += row.cells[REMARK].text.split("\n") if REMARK in row.cells else []


def _lines_of(beat: Leaf | Branch) -> Mapping[str | int, Leaf | Branch]:
    lines = beat.below.get("lines") if isinstance(beat, Branch) else None
    return lines.below if isinstance(lines, Branch) else {}
