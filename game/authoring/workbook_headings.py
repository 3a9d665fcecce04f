"""The sheets of a workbook as rows whose cells go by the English name of their column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.authoring.workbook_cells import Cell, Page, headed
from game.authoring.workbook_layout import HEADINGS, REMARK, SPAN, VALUE, Sheet, sheets
from game.authoring.workbook_origin import ORIGIN
from game.authoring.workbook_writing import LISTS
from game.content.aliases import translated
from game.content.diagnostics import Findings, Value, shown, suggestion


@dataclass(slots=True)
class SheetRow:
    """One row: its first cell, and its cells by the name of their column."""

    first: Cell
    cells: dict[str, Cell] = field(default_factory=dict)


class Headings:
    """Finds sheets and columns by what stands above them, wherever they were moved to."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.written: dict[str, dict[str, str]] = {}

    def tell(self, code: str, cell: Cell, **values: Value) -> None:
        """Notes a fault in a cell."""
        self.findings.add_at(code, cell.place(self.findings.file), cell.text, **values)

    def ours(self, pages: Sequence[Page]) -> dict[str, Page]:
        """The sheets of a scenario by their key; others are told, unless they are empty."""
        names = {
            title.lower(): key for key, sheet in sheets().items() for title in sheet.title.words.values()
        }
        ours: dict[str, Page] = {}
        for page in pages:
            key = names.get(page.title.strip().lower())
            top = Cell(page.title, page.title, 1, 1)
            if key is None:
                if page.rows and page.title not in (LISTS, ORIGIN):
                    self.tell("SC020", top, sheet=shown(page.title), hint=suggestion(page.title, names))
            elif key in ours:
                self.tell("SC023", top, name=shown(page.title), first=ours[key].title)
            else:
                ours[key] = page
        return ours

    def rows(self, sheet: Sheet, page: Page) -> list[SheetRow]:
        """The rows of a sheet below its headings."""
        top, rest = headed(page.rows)
        columns = self._columns(sheet, top, page)
        found: list[SheetRow] = []
        lost: set[int] = set()
        for cells in rest:
            row = SheetRow(cells[0])
            for cell in cells:
                if cell.column in columns:
                    row.cells[columns[cell.column]] = cell
                elif cell.column not in lost and cell.column not in {one.column for one in top}:
                    lost.add(cell.column)
                    self.tell("SC025", cell)
            if row.cells:
                found.append(row)
        return found

    def _columns(self, sheet: Sheet, top: Sequence[Cell], page: Page) -> dict[int, str]:
        """The English name of every column by its number."""
        plain = [name for name in sheet.columns if name in (VALUE, SPAN)]
        own = {HEADINGS[name]: name for name in (*sheet.ids, REMARK, *plain)}
        known = {*own.values(), *sheet.columns}
        found: dict[int, str] = {}
        self.written[sheet.key] = {}
        for cell in top:
            text = " ".join(cell.text.split())
            name = own.get(text) or " ".join(map(translated, text.lower().split()))
            if name not in known:
                self.tell("SC019", cell, name=shown(cell.text), hint=suggestion(text, known))
            elif name in found.values():
                self.tell("SC023", cell, name=shown(cell.text), first=name)
            else:
                found[cell.column] = name
                self.written[sheet.key][name] = text
        for name in sheet.ids:
            if name not in found.values():
                if page.rows:
                    self.tell(
                        "SC022",
                        Cell("", page.title, 1, 1),
                        column=name,
                    )
                return {}
        return found
