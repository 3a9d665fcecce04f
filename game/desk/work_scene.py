"""One scenario on the workshop's table: what can be done with it, and what came of it on the sheet beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future

import pygame

from game.content.diagnostics import Diagnostic
from game.desk.fault_rows import counted, fault_rows, in_order, left_rows, row_of
from game.desk.intents import Intent, Want, intent_of
from game.desk.menu import MenuRow
from game.desk.row_column import Row, RowColumn
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.work_job import WorkJob
from game.desk.workshop_page import WorkshopPage
from game.desk.workshop_ports import LeftOver, Made, Refused, Work, Workbench

VALUE = 168
"""Width of the values in results, pixels of the guide."""

READ = 12
"""Rows of the sheet that are read aloud."""

HEAD = 2
"""Rows on the sheet above the first fault."""


class WorkScene(WorkshopPage):
    """Actions in the list, results on the sheet; a scenario is checked as soon as it lies here."""

    def __init__(self, desk: Desk, bench: Workbench, work: Work, told: Sequence[Row] = ()) -> None:
        super().__init__(desk, bench)
        self.column = RowColumn(desk, VALUE)
        self.work = work
        self.told = tuple(told)  # what the last action says; empty shows the check
        self.faults: tuple[Diagnostic, ...] | None = None
        self.lit: int | None = None  # the fault in focus, while the sheet has the keys
        self.left: LeftOver | None = None
        self._checking: Future[tuple[tuple[Diagnostic, ...], LeftOver | None]] | None = None
        self._doing: Future[Made | Refused] | None = None
        self.job: WorkJob | None = None
        self.check()

    def title(self) -> str:
        """What it is called."""
        return self.work.title.said(self._desk.locale) or self.work.id

    def subtitle(self) -> str:
        """Where it is."""
        return self.work.file

    def rows(self) -> Sequence[MenuRow]:
        """What can be done with it."""
        words = self._desk.words
        return (
            MenuRow(words("Try"), self._try, words("Play it; every save shows at once.")),
            MenuRow(words("Check"), self._check_again, words("What is wrong, where, and what to do.")),
            MenuRow(words("Preview a beat"), self._preview, words("What each line does to D, I, S and C.")),
            MenuRow(words("Prove"), self._prove, words("What its conversations can come to.")),
            MenuRow(words("Balance"), self._balance, words("Who passes, and at which mark.")),
            *self._writing(),
        )

    def _preview(self) -> None:
        from game.desk.preview_scene import PreviewScene

        self.stop()
        self._desk.sounds.play(Sound.PAPER)
        self._desk.go(PreviewScene(self._desk, self._bench, self.work))

    def _writing(self) -> list[MenuRow]:
        """What is written: to the trainer's own works, or from those that came with the game."""
        words, bench, work = self._desk.words, self._bench, self.work
        redress = MenuRow(
            words("Re-dress"),
            self._redress,
            words("Its structure and numbers, your words."),
        )
        if work.shipped or work.package:
            return [redress]
        rows = [
            MenuRow(words("Open the file"), self._edit, words("In the system’s editor.")),
            MenuRow(
                words("Words to a table"),
                lambda: self._do(lambda: bench.words_out(work, self._desk.words)),
                words("To translate, to re-dress, to record."),
            ),
        ]
        table = bench.table_of(work)
        if table:
            rows.append(
                MenuRow(
                    words("Take the words back"),
                    lambda: self.take_back(table),
                    table.replace("\\", "/").rpartition("/")[2],
                )
            )
        pack = MenuRow(
            words("Pack"),
            lambda: self._do(lambda: bench.pack(work, self._desk.words)),
            words("One file to hand on, with its golden paths."),
        )
        return [*rows, pack, redress]

    def _prove(self) -> None:
        words = self._desk.words
        job = self._bench.prove(self.work)
        self._begin(WorkJob(self._desk, job, words("Proving …"), words("No faults found")))

    def _balance(self) -> None:
        self._begin(WorkJob(self._desk, self._bench.balance(self.work), self._desk.words("Playing …")))

    def _begin(self, job: WorkJob) -> None:
        self.stop()
        self.job, self.lit, self.told = job, None, ()
        self.column.scrolled = 0
        self._write()

    def stop(self) -> None:
        """End what is being worked on."""
        if self.job is not None:
            self.job.close()
        self.job = None

    def _redress(self) -> None:
        from game.desk.workshop_new import begin_redress

        self.stop()
        begin_redress(self._desk, self._bench, self.work)

    def take_back(self, table: str) -> None:
        """Put the words of a table into the work; the file as it was stays beside it."""
        self._do(lambda: self._bench.words_back(self.work, table, self._desk.words))

    def _do(self, make: Callable[[], Made | Refused]) -> None:
        """Have something written beside the picture, and say what came of it."""
        self.stop()
        self.told, self.lit = (Row(self._desk.words("One moment …"), 20, "ink_soft"),), None
        self.column.scrolled = 0
        self._doing = self._desk.reader.run(make)
        self._write()

    # ------------------------------------------------------------------ checking

    def _check_again(self) -> None:
        self.stop()
        self.told = ()
        self.check()

    def check(self) -> None:
        """Have the file looked at."""
        work, bench = self.work, self._bench
        self.faults, self.lit = None, None
        self._checking = self._desk.reader.run(lambda: (bench.check(work.file), bench.left_over(work)))
        self.column.scrolled = 0
        if self.sheet.width:
            self._write()

    def written(self) -> Sequence[Row]:
        """What came of the check."""
        words = self._desk.words
        if self.job is not None:
            return self.job.rows()
        if self.told:
            return self.told
        if self.faults is None:
            return [Row(words("Checking …"), 20, "ink_soft")]
        if not self.faults:
            return [
                Row(words("Nothing to mend"), 24, "jade", bold=True),
                Row(
                    words("The file is sound. Try it, or prove what its conversations can come to."),
                    18,
                    space=6,
                ),
                *left_rows(self.left, words),
            ]
        told = words(
            "Each with its line; the mark stands under the place. Tab goes to them, Enter opens the file."
        )
        return [
            Row(counted(self.faults, words), 24, bold=True),
            Row(told, 16, "ink_soft"),
            *fault_rows(self.faults, self._desk.locale, lit=self.lit),
            *left_rows(self.left, words),
        ]

    def _edit(self, line: int = 1) -> None:
        if not self._bench.edit(self.work.file, line):
            self._desk.tell(self._desk.words("No editor was found; the file is {file}.", file=self.work.file))

    # ------------------------------------------------------------------ playing

    def _try(self) -> None:
        from game.desk.watch_overlay import watch

        self.stop()
        desk, bench, work = self._desk, self._bench, self.work

        def again() -> None:
            desk.go(WorkScene(desk, bench, work))

        desk.sounds.play(Sound.DOOR)
        watch(desk, bench.watched(work.file), again)

    # ------------------------------------------------------------------ events and time

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the wheel; Tab gives the keys to the sheet and back to the list."""
        intent = intent_of(event) if event.type == pygame.KEYDOWN else None
        to_sheet = intent is not None and intent.want in (Want.NEXT, Want.RIGHT)
        if to_sheet and self.faults and not self.told and self.job is None and self.lit is None:
            self._light(0)
        elif intent is not None and self.lit is not None and self._on_sheet(intent):
            return
        else:
            super().handle(event)

    def _on_sheet(self, intent: Intent) -> bool:
        """Answer a key while the sheet has them; False leaves it to the list."""
        faults = self.faults or ()
        assert self.lit is not None
        match intent.want:
            case Want.UP | Want.DOWN:
                self._light((self.lit + (1 if intent.want is Want.DOWN else -1)) % len(faults))
            case Want.CONFIRM | Want.SKIP:
                self._edit(in_order(faults)[self.lit].place.line)
            case Want.NEXT | Want.LEFT | Want.BACK:
                self._light(None)
            case _:
                return False
        return True

    def _light(self, fault: int | None) -> None:
        self.lit = fault
        self._desk.sounds.play(Sound.KEY)
        self._write()
        if fault is not None and self.faults:
            self.column.show(HEAD + row_of(self.faults, fault) + 1)
            said = in_order(self.faults)[fault].message.said(self._desk.locale)
            self._desk.voice.instead(said, self._desk.locale)

    def update(self, ms: int) -> None:  # noqa: ARG002
        """Take over what was found."""
        if self.job is not None and self.job.moved():
            self._write()
            if self.job.over:
                self._read_sheet()
        if self._checking is not None and self._checking.done():
            (self.faults, self.left), self._checking = self._checking.result(), None
            self._write()
            self._read_sheet()
        if self._doing is not None and self._doing.done():
            from game.desk.workshop_new import told

            done, self._doing = self._doing.result(), None
            self.told = tuple(told(done, self._desk))
            self._desk.sounds.play(Sound.PAPER if isinstance(done, Made) else Sound.THUD)
            if isinstance(done, Made):
                self.check()
            self.renew()
            self._read_sheet()

    def _read_sheet(self) -> None:
        """Say what stands on the sheet."""
        said = "\n".join(row.text for row in self.column.rows[:READ] if row.text)
        self._desk.voice.instead(said, self._desk.locale)

    def keys(self) -> tuple[str, ...]:
        """The keys of the moment."""
        words = self._desk.words
        if self.lit is not None:
            return words("↑ ↓ choose"), words("Enter open the file"), words("Tab back to the list")
        more = (words("Page ↑ ↓ more"),) if self.column.furthest else ()
        faults = (words("Tab to the faults"),) if self.faults and not self.told and self.job is None else ()
        return (*super().keys()[:-1], *faults, *more, super().keys()[-1])

    def draw_sheet(self, surface: pygame.Surface) -> None:
        """What came of the last action, with a bar while it takes its time."""
        super().draw_sheet(surface)
        if self.job is not None:
            self.job.draw(surface, self.inner())

    def back(self) -> None:
        """End what is being worked on; where nothing is, back to the shelf."""
        if self.job is not None and not self.job.over:
            self.stop()
            self._write()
            return
        self.leave()

    def leave(self) -> None:
        """Back to the shelf."""
        self.stop()
        from game.desk.workshop_scene import WorkshopScene

        self._desk.go(WorkshopScene(self._desk, self._bench, self.work.file))
