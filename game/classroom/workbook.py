"""The results of a class as a workbook of several sheets, written while the rows are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from game.classroom.cells import Cell, cleaned, moment
from game.classroom.comparisons import Comparison, comparisons
from game.classroom.exports import Counting, Export
from game.classroom.tallies import RoundTally
from game.language.words import marked
from game.records.class_database import Connection
from game.records.class_results import Result

WIDTHS = {
    "received": 24,
    "scenario": 26,
    "name": 20,
    "members": 24,
    "reason": 16,
    "flags": 18,
    "fingerprint": 20,
}
USUAL = 12

ATTEMPTS, TRAINEES = marked("Attempts"), marked("Trainees")
ROUNDS, CRITERIA, ABOUT = marked("Rounds"), marked("Criteria"), marked("About")


def write_workbook(export: Export, connection: Connection, path: Path) -> None:
    """Write the workbook.

    Args:
        export: the class and the language.
        connection: to read with.
        path: of the file, which is replaced.
    """
    book = xlsxwriter.Workbook(
        str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    tallies: dict[int, RoundTally] = {}
    counting = Counting()
    sheet = _Sheet(book, export.words(ATTEMPTS))
    sheet.widths([WIDTHS.get(one.name, USUAL) for one in export.columns])
    sheet.head(export.head)
    for result in export.found(connection):
        sheet.row(export.row(result))
        tally = tallies.setdefault(
            result.round.number,
            RoundTally(export.title(result), result.round.mode, result.round.package_sha),
        )
        tally.add(result)
        counting.add(result)
    _trainees(export, book, counting, sorted(tallies))
    _rounds(export, book, tallies)
    _criteria(export, connection, book, tallies)
    for comparison in comparisons(export, counting):
        _comparison(export, book, comparison)
    _about(export, book)
    book.close()


class _Sheet:
    """A sheet that is written row by row."""

    def __init__(self, book: Any, name: str) -> None:
        self._sheet = book.add_worksheet(name[:31])
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._next = 0

    def widths(self, widths: Sequence[int]) -> None:
        """How wide the columns are, in letters."""
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def head(self, cells: Sequence[str]) -> None:
        """The first row, which stays in sight."""
        self._sheet.freeze_panes(1, 0)
        for column, cell in enumerate(cells):
            self._sheet.write_string(0, column, cell, self._bold)
        self._next = 1

    def row(self, cells: Sequence[Cell]) -> None:
        """One more row: texts as texts, numbers as numbers, nothing as nothing."""
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                if cell:
                    self._sheet.write_string(self._next, column, cleaned(cell))
            elif cell is not None:
                self._sheet.write_number(self._next, column, cell)
        self._next += 1


def _trainees(export: Export, book: Any, counting: Counting, numbers: Sequence[int]) -> None:
    """One row for each seat with what counts of every round."""
    words = export.words
    sheet = _Sheet(book, words(TRAINEES))
    heads = [marked("Name"), marked("Team"), marked("Attempts"), marked("Rounds"), marked("Sum of points")]
    private = [] if export.public else [words(marked("Roster key"))]
    sheet.widths([20, 14, 10, 10, 14, *([16] if private else []), *(12 for _ in numbers)])
    sheet.head(
        [*(words(each) for each in heads), *private, *(words(marked("Round {n}"), n=n) for n in numbers)]
    )
    rows: dict[str, dict[int, Result]] = defaultdict(dict)
    for (number, seat), result in counting.found.items():
        rows[seat][number] = result
    for seat, found in sorted(rows.items(), key=lambda each: next(iter(each[1].values())).seat.nickname):
        points = {n: result.mark.score for n, result in found.items() if result.mark is not None}
        who = next(iter(found.values())).seat
        sheet.row(
            [
                who.nickname,
                who.team or "",
                counting.sent[seat],
                len(points),
                sum(points.values()),
                *([who.roster_key or ""] if private else []),
                *(points.get(number) for number in numbers),
            ]
        )


def _rounds(export: Export, book: Any, tallies: dict[int, RoundTally]) -> None:
    """One row for each round."""
    words = export.words
    sheet = _Sheet(book, words(ROUNDS))
    heads = (
        marked("Round"),
        marked("Scenario"),
        marked("Mode"),
        marked("Attempts"),
        marked("Marked"),
        marked("Mean"),
        marked("Median"),
        marked("Passed (%)"),
        marked("Class NPS"),
    )
    sheet.widths([8, 30, 10, 10, 10, 10, 10, 12, 12])
    sheet.head([words(each) for each in heads])
    for number, tally in sorted(tallies.items()):
        sheet.row(
            (
                number,
                tally.title,
                tally.mode,
                tally.sent,
                tally.count,
                tally.mean,
                tally.median,
                tally.passed,
                tally.nps,
            )
        )


def _criteria(export: Export, connection: Connection, book: Any, tallies: dict[int, RoundTally]) -> None:
    """One row for each criterion of each round: how much of it the class earned."""
    words = export.words
    sheet = _Sheet(book, words(CRITERIA))
    heads = (marked("Round"), marked("Criterion"), marked("Earned by all (%)"), marked("Points each"))
    sheet.widths([8, 34, 18, 12])
    sheet.head([words(each) for each in heads])
    for number, tally in sorted(tallies.items()):
        names = export.scenarios.names(connection, tally.package, words.locale)
        for name, share, possible in tally.criteria():
            sheet.row((number, names.criterion(name), share, possible))


def _comparison(export: Export, book: Any, one: Comparison) -> None:
    """Before and after: what the class gained, how equal both were, and in full everybody's two scores."""
    words, gain, found = export.words, one.gain, one.found
    sheet = _Sheet(book, f"{words(marked('Before and after'))} {one.numbers[0]}-{one.numbers[1]}")
    sheet.widths([34, 14, 14, 14])
    heads = (marked("Before and after"), marked("Value"), marked("from (95 %)"), marked("to (95 %)"))
    sheet.head([words(each) for each in heads])
    sheet.row((words(marked("Scenario")), one.title))
    sheet.row((words(marked("played both")), gain.pairs))
    sheet.row((words(marked("played only one of them")), one.left_out))
    sheet.row((words(marked("before, on average")), gain.before if gain.pairs else None))
    sheet.row((words(marked("after, on average")), gain.after if gain.pairs else None))
    if gain.gain is not None:
        estimate = (gain.gain.value, gain.gain.low, gain.gain.high)
        sheet.row((words(marked("gain (Student’s paired t)")), *estimate))
        sheet.row((words(marked("had more afterwards")), gain.better))
    for customer, mean in zip(found["customers"], found["means"], strict=True):
        name = words(marked("simulated class with customer {n}"), n=customer)
        sheet.row((name, *mean))
    sheet.row((words(marked("difference of the two customers")), *found["apart"]))
    equal = words(marked("yes")) if found["equal"] else words(marked("no"))
    sheet.row((words(marked("shown to be equally hard")), equal))
    if export.public:
        return
    sheet.row(())
    columns = (marked("Name"), marked("before"), marked("after"), marked("gain"), marked("Roster key"))
    sheet.row([words(each) for each in columns])
    for each in one.everybody:
        before, after = each.scores
        seat = each.after.seat
        sheet.row((seat.nickname, before, after, after - before, seat.roster_key or ""))


def _about(export: Export, book: Any) -> None:
    """What the columns mean, so that the file can be read without us."""
    words, session = export.words, export.session
    sheet = _Sheet(book, words(ABOUT))
    sheet.widths([28, 100])
    sheet.head([words(marked("Class")), session.title])
    for name, text in _meanings(export):
        sheet.row((name, text))
    sheet.row((words(marked("Begun (UTC)")), moment(session.created_at)))


def _meanings(export: Export) -> Iterator[tuple[str, str]]:
    words = export.words
    yield (
        words(marked("Score")),
        words(marked("0 to 1000 points, replayed and marked by the server from the lines that were said.")),
    )
    yield (
        words(marked("Class NPS")),
        words(
            marked("Percent of customers who would recommend (9 or 10) less percent who would not (0 to 6).")
        ),
    )
    yield (
        words(marked("Insight (%)")),
        words(marked("How many of the three guesses in the notebook were right at the end.")),
    )
    yield (
        words(marked("Seconds of thinking")),
        words(marked("What the desktops measured; it never changes a score.")),
    )
