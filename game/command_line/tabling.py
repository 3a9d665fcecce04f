"""The verb `table`: a whole scenario as a workbook for a spreadsheet, and back."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.handiwork import replace
from game.command_line.house import House

WORKBOOK = ".xlsx"
OTHERS = (".xls", ".xlsm", ".xlsb", ".ods", ".et", ".numbers", ".csv", ".tsv")
"""What other spreadsheets and older ones save."""

YAML = frozenset({".yaml", ".yml"})


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "table",
        help=words("Write a whole scenario as a workbook (.xlsx), or make a scenario of a workbook again."),
        epilog=words("A workbook without --out is only checked; faults are told with their cells."),
    )
    def table(
        source: Annotated[
            str, typer.Argument(metavar="SCENARIO|FILE.xlsx", help=words("A scenario, or a workbook."))
        ],
        out: Annotated[
            Optional[Path],  # noqa: UP045 - typer reads the annotation
            typer.Option("--out", metavar="FILE", help=words("Where to write it: .xlsx, or .yaml.")),
        ] = None,
    ) -> None:
        if source.lower().endswith(OTHERS):
            raise Complaint(words("{file}: save it as .xlsx first.", file=source), "unreadable-table")
        if source.lower().endswith(WORKBOOK):
            raise typer.Exit(_back(house, Path(source), out))
        raise typer.Exit(_out(house, source, out))


def _out(house: House, name: str, out: Path | None) -> int:
    """A scenario to a workbook.

    Raises:
        Complaint: it has errors, or the workbook cannot be written.
    """
    from game.authoring.workbook_writing import WorkbookFault, workbook
    from game.command_line.streams import complain, tell
    from game.command_line.translating import source_of
    from game.content.catalogue import Severity
    from game.content.loading import psychology
    from game.content.scenario_reader import read_source_text

    words = house.words
    if out is None or out.suffix.lower() != WORKBOOK:
        raise Complaint(words("say where to write the workbook: --out FILE.xlsx"), "usage")
    _, source = source_of(house, name)
    found = read_source_text(source, psychology().psychology).diagnostics
    errors = [each for each in found if each.severity is Severity.ERROR]
    for each in errors:
        complain(each.rendered(words.locale))
    if errors:
        raise Complaint(words("this scenario has errors; mend them first."), "broken")
    try:
        data = workbook(source, words.locale)
    except WorkbookFault as fault:
        sentence = words(
            "a text is longer than a cell can be: {row}, column {column}", row=fault.row, column=fault.column
        )
        raise Complaint(sentence, "too-long") from fault
    kept = replace(house, out, data)
    tell(words("written: {file}", file=out))
    if kept is not None:
        tell(words("The file as it was: {file}", file=kept))
    return ExitCode.FINE


def _back(house: House, file: Path, out: Path | None) -> int:
    """A workbook to a scenario, or only its faults; nothing is written where there are errors.

    Raises:
        Complaint: the scenario cannot be written.
    """
    from game.authoring.kept_layout import as_it_was_written
    from game.authoring.workbook_reading import workbook_at
    from game.command_line.linting import summary
    from game.command_line.streams import tell
    from game.content.field_guide import FieldGuide
    from game.content.loading import psychology

    words = house.words
    if out is not None and out.suffix.lower() not in YAML:
        raise Complaint(words("say where to write the scenario: --out FILE.yaml"), "usage")
    model, guide = psychology().psychology, FieldGuide.load().ids()
    reading = workbook_at(file, model, guide)
    for each in reading.diagnostics:
        tell(each.rendered(words.locale))
    tell(summary(words, 1, reading.diagnostics))
    if reading.text is None:
        if out is not None:
            tell(words("Nothing was written."))
        return ExitCode.CONTENT_FAULTS
    if out is not None:
        text = as_it_was_written(reading, model, guide)
        assert text is not None, "there are no errors"
        moved_on = reading.origin is not None and _differs(out, reading.origin, text)
        kept = replace(house, out, text)
        tell(words("written: {file}", file=out))
        if kept is not None:
            tell(words("The file as it was: {file}", file=kept))
        if moved_on:
            tell(words("That file had been changed since the workbook was made; compare the two."))
    return ExitCode.FINE


def _differs(file: Path, *texts: str) -> bool:
    """Whether a file is there and says something else than each of some texts."""
    try:
        return file.read_bytes() not in [text.encode("utf-8") for text in texts]
    except OSError:
        return False
