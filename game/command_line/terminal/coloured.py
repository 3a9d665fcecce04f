"""Paper with colours and lines, for a terminal that somebody looks at."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from game.language.line_breaks import break_lines

WIDEST = 96
"""Columns; longer lines are hard to read."""


class ColouredPaper:
    """The paper for eyes; see `game.command_line.terminal.paper.Paper` for what each verb means."""

    def __init__(self, console: Console | None = None) -> None:
        """Write to a console, that of the standard output when None."""
        self._console = console or Console(highlight=False, markup=False, emoji=False)
        self._console.width = min(self._console.width, WIDEST)
        self._empty = True

    def _print(self, *things: object, end: str = "\n") -> None:
        self._console.print(*things, end=end)
        self._empty = False

    def _broken(self, text: str, margin: int = 0, style: str = "") -> Text:
        """Text in lines that end where Chinese may end; those of a line that is set in stay set in."""
        found: list[str] = []
        for line in text.split("\n"):
            words = line.lstrip()
            set_in = line[: len(line) - len(words)]
            width = max(1, self._console.width - margin - len(set_in))
            found += [set_in + part for part in break_lines(words, width, cell_len)] or [""]
        return Text("\n".join(found), style=style)

    def heading(self, text: str) -> None:
        """A title between two lines."""
        self.gap()
        self._print(Rule(Text(text, style="bold"), style="dim"))
        self.gap()

    def header(self, parts: Sequence[str]) -> None:
        """Clock, stage and tea at the left of a thin line."""
        self.gap()
        self._print(Rule(Text(" · ".join(p for p in parts if p)), align="left", style="dim"))

    def text(self, text: str) -> None:
        """A paragraph."""
        self._print(self._broken(text))

    def aside(self, text: str) -> None:
        """A stage direction, slanted and a little darker."""
        self._print(Padding(self._broken(text, 4, "italic dim"), (0, 2)))

    def speech(self, name: str, text: str) -> None:
        """A bubble with the speaker's name on its edge."""
        panel = Panel(
            self._broken(text, 4),
            title=Text(name, style="bold"),
            title_align="left",
            expand=False,
            padding=(0, 1),
        )
        self._print(panel)

    def choice(self, key: str, text: str, mark: str = "") -> None:
        """A number in red, the line beside it, wrapped under itself."""
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=4, justify="right", style="bold red")
        grid.add_column(ratio=1)
        grid.add_row(key, Text(text) + Text(f"  ({mark})" if mark else "", style="dim"))
        self._print(grid)

    def row(self, name: str, value: str, reason: str = "") -> None:
        """A name, a value, and in the next line what it rests on."""
        grid = Table.grid(padding=(0, 1), expand=True)
        grid.add_column(ratio=3)
        grid.add_column(ratio=1, justify="right", style="bold")
        grid.add_row(name, value)
        self._print(grid)
        if reason:
            self._print(Padding(self._broken(reason, 2, "dim"), (0, 0, 0, 2)))

    def gap(self) -> None:
        """An empty line, and never two."""
        if not self._empty:
            self._console.print()
        self._empty = True

    def prompt(self, text: str) -> None:
        """A question; the cursor waits behind it."""
        self._print(Text(f"{text} ", style="bold"), end="")

    def echo(self, text: str) -> None:
        """The answer that came through a pipe."""
        self._print(Text(text))
