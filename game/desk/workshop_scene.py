"""The workshop: a shelf with the trainer's own scenarios and those that came with the game."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

from game.content.diagnostics import Diagnostic
from game.desk.fault_rows import counted, errors_in
from game.desk.menu import MenuRow
from game.desk.row_column import Row
from game.desk.scene import Desk
from game.desk.workshop_page import WorkshopPage
from game.desk.workshop_ports import Work, Workbench, WorkShelf

REST = 200
"""Milliseconds on a work before it is looked at."""


class WorkshopScene(WorkshopPage):
    """Chooses a scenario to work on, or begins a new one.

    Args:
        desk: everything a scene may use.
        bench: what can be done with scenarios.
        file: the work to stand on first; empty for none.
    """

    def __init__(self, desk: Desk, bench: Workbench, file: str = "") -> None:
        super().__init__(desk, bench)
        self._wanted = file
        self.shelf: WorkShelf | None = None
        self._coming: Future[WorkShelf] = desk.reader.run(bench.shelf)
        self._checked: dict[str, tuple[Diagnostic, ...]] = {}
        self._checking: tuple[str, Future[tuple[Diagnostic, ...]]] | None = None
        self._rested = 0

    def subtitle(self) -> str:
        """Where the trainer's scenarios are."""
        return self.shelf.folder if self.shelf is not None else ""

    def rows(self) -> Sequence[MenuRow]:
        """New, the works, and the way back."""
        words = self._desk.words
        rows = [MenuRow(words("New scenario"), self._new, words("A few questions, and it plays at once."))]
        rows += [self._row(work) for work in self._works()]
        return rows

    def _works(self) -> tuple[Work, ...]:
        return self.shelf.works if self.shelf is not None else ()

    def _row(self, work: Work) -> MenuRow:
        words, name = self._desk.words, work.file.replace("\\", "/").rpartition("/")[2]
        kind = words("came with the game") if work.shipped else words("package") if work.package else ""
        detail = f"{name} · {kind}" if kind else name
        return MenuRow(work.title.said(self._desk.locale) or work.id, lambda: self._open(work), detail)

    @property
    def work(self) -> Work | None:
        """The work in focus; None where that is the first row."""
        works = self._works()
        return works[self.list.focus - 1] if 0 < self.list.focus <= len(works) else None

    def written(self) -> Sequence[Row]:
        """What the row in focus is, and what else can be done here."""
        words, work = self._desk.words, self.work
        if work is None:
            rows = [
                Row(words("New scenario"), 24, bold=True),
                Row(words("Who, where, what is said against it: a dozen plain questions."), 18, space=6),
                Row(
                    words("Your answers become a file with remarks that can be played at once."), 18, space=6
                ),
            ]
        else:
            rows = [Row(work.title.said(self._desk.locale) or work.id, 24, bold=True)]
            rows.append(Row(work.file, 15, "ink_soft", space=2))
            told = (
                words("It came with the game and stays as it is. Try it, look into it, or re-dress it.")
                if work.shipped
                else words("Yours. Try it, have it checked, proved and balanced, and pack it to hand it on.")
            )
            rows.append(Row(told, 18, space=10))
            rows += self._state(work)
        rows.append(Row(words("Drop a file on this window to open it"), 16, bold=True, space=30))
        rows.append(
            Row(words("A scenario (.yaml, .rapport) opens here, a transcript (.json) as a review."), 16)
        )
        return rows

    def _state(self, work: Work) -> Sequence[Row]:
        """What is wrong with a work, as soon as it has been looked at."""
        words, faults = self._desk.words, self._checked.get(work.file)
        if faults is None:
            return [Row(words("Checking …"), 18, "ink_soft", space=18)]
        if not faults:
            return [Row(words("Nothing to mend"), 18, "jade", bold=True, space=18)]
        tone = "vermilion" if errors_in(faults) else "amber"
        return [Row(counted(faults, words), 18, tone, bold=True, space=18)]

    def chosen(self) -> None:
        """Describe the row in focus."""
        self._rested = 0
        self.column.scrolled = 0
        self._write()

    def _open(self, work: Work) -> None:
        from game.desk.work_scene import WorkScene

        self._desk.go(WorkScene(self._desk, self._bench, work))

    def _new(self) -> None:
        from game.desk.workshop_new import begin_new

        begin_new(self._desk, self._bench)

    def back(self) -> None:
        """To the title."""
        from game.desk.title_scene import TitleScene

        self._desk.go(TitleScene(self._desk))

    def update(self, ms: int) -> None:
        """Take the shelf over as soon as it has been read; look at the work on which the focus rests."""
        if self.shelf is None and self._coming.done():
            self.shelf = self._coming.result()
            works = [work.file for work in self.shelf.works]
            if self._wanted in works:
                self.list.focus = works.index(self._wanted) + 1
            elif any(not work.shipped for work in self.shelf.works):
                self.list.focus = 1
            focus = self.list.focus
            self.renew()
            self.list.focus = focus
            self.renew()
            self.list.read()
        if self._checking is not None and self._checking[1].done():
            file, future = self._checking
            self._checked[file], self._checking = future.result(), None
            self._write()
        self._rested += ms
        work, bench = self.work, self._bench
        idle = self._checking is None and self._rested >= REST
        if idle and work is not None and work.file not in self._checked:
            self._checking = work.file, self._desk.reader.run(lambda: bench.check(work.file))
