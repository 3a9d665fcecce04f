"""The verb `words`: the words of a scenario out to a table, and back into its file."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.handiwork import beside, put, sound
from game.command_line.house import House
from game.command_line.troubles import system_reason

if TYPE_CHECKING:
    from game.authoring.words import Row
    from game.content.source import Source

MOST_NAMED = 8


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command("words", help=words("Write the words of a scenario to a table, or take them back from one."))
    def translate(
        scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help=words("Id or file of a scenario."))],
        out: Annotated[
            Optional[Path],  # noqa: UP045 - typer reads the annotation
            typer.Option("--out", metavar="FILE", help=words("Write a table: .csv or .xlsx.")),
        ] = None,
        since: Annotated[
            Optional[Path],  # noqa: UP045
            typer.Option(
                "--since", metavar="FILE", help=words("With --out: mark what changed since that table.")
            ),
        ] = None,
        back: Annotated[
            Optional[Path],  # noqa: UP045
            typer.Option("--back", metavar="FILE", help=words("Put the words of a table into the scenario.")),
        ] = None,
    ) -> None:
        if (out is None) == (back is None):
            raise Complaint(words("say either --out FILE or --back FILE."), "usage")
        path, source = source_of(house, scenario)
        if out is not None:
            _write(house, source, out, since)
        elif back is not None:
            _take_back(house, path, source, back)
        raise typer.Exit(ExitCode.FINE)


def source_of(house: House, name: str) -> tuple[Path, "Source"]:
    """The file of a scenario and its text.

    Raises:
        Complaint: there is none, or it cannot be read.
    """
    from game.content.diagnostics import Diagnostic
    from game.content.library import Library
    from game.content.source import read_source

    found = Library().find(name)
    if isinstance(found, Diagnostic):
        raise Complaint(found.rendered(house.words.locale), "unknown-scenario")
    source, diagnostics = read_source(found)
    if source is None:
        raise Complaint(diagnostics[0].rendered(house.words.locale), "unreadable")
    return found, source


def _table(house: House, path: Path) -> "tuple[Row, ...]":
    """The rows of a table.

    Raises:
        Complaint: the file is none.
    """
    from game.authoring.tables import LARGEST, TableFault, read

    words = house.words
    try:
        if path.stat().st_size > LARGEST:
            raise TableFault("too-large")
        return read(path, path.read_bytes())
    except TableFault as fault:
        sentence = {
            "unknown-form": words("{file} is neither .csv nor .xlsx", file=path),
            "too-large": words("{file} is too large for a table of words", file=path),
            "no-head": words("{file} has no column 'id' in its first line", file=path),
        }.get(fault.reason, words("{file} cannot be read as a table", file=path))
        raise Complaint(sentence, "unreadable-table") from fault
    except OSError as error:
        sentence = words("{file} cannot be read: {reason}", file=path, reason=system_reason(words, error))
        raise Complaint(sentence, "unreadable-table") from error


def _write(house: House, source: "Source", out: Path, since: Path | None) -> None:
    from collections import Counter

    from game.authoring.tables import TableFault, write
    from game.authoring.words import State, rows
    from game.command_line.streams import tell

    words = house.words
    earlier = None if since is None else {row.id: row.check for row in _table(house, since)}
    found = rows(source, earlier)
    if not found:
        sound(house, source.file)
        raise Complaint(words("{file} has no words", file=source.file), "no-words")
    try:
        data = write(out, found)
    except TableFault as fault:
        raise Complaint(words("{file} is neither .csv nor .xlsx", file=out), "unreadable-table") from fault
    put(house, out, data)
    tell(words.count("{n} row written to {file}", "{n} rows written to {file}", len(found), file=out))
    if earlier is not None:
        states = Counter(row.state for row in found)
        tell(words("{new} new, {changed} changed", new=states[State.NEW], changed=states[State.CHANGED]))


def _take_back(house: House, path: Path, source: "Source", table: Path) -> None:
    """Take the words of a table back, and tell what came of it."""
    from game.command_line.streams import complain, tell

    warnings, told = taken_back(house, path, source, table)
    for sentence in warnings:
        complain(sentence)
    for sentence in told:
        tell(sentence)


def taken_back(
    house: House, path: Path, source: "Source", table: Path
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Merge, check what came of it, and only then write; the file as it was stays beside it.

    Returns:
        sentences of warning, and what was done.

    Raises:
        Complaint: the words would break the scenario.
    """
    from game.authoring.words import merged
    from game.content.catalogue import Severity
    from game.content.loading import psychology
    from game.content.package import SUFFIX
    from game.content.scenario_reader import read_source_text
    from game.content.source import Source
    from game.records.durable import write_durably

    words = house.words
    if path.suffix == SUFFIX:
        raise Complaint(
            words("{file} is a package; take its scenario.yaml out of it first.", file=path), "packed"
        )
    merge = merged(source, _table(house, table))
    named = (
        (
            words("changed in the file meanwhile, left as they are: {ids}", ids=_named(merge.conflicts)),
            merge.conflicts,
        ),
        (words("not in the scenario any more: {ids}", ids=_named(merge.unknown)), merge.unknown),
    )
    warnings = tuple(sentence for sentence, ids in named if ids)
    if not merge.changed:
        return warnings, (words("Nothing to change."),)
    broken = [
        each
        for each in read_source_text(Source(path.as_posix(), merge.text), psychology().psychology).diagnostics
        if each.severity is Severity.ERROR
    ]
    if broken:
        sentence = words("with these words the scenario would have errors; nothing was written.")
        rendered = [each.rendered(words.locale) for each in broken[:MOST_NAMED]]
        raise Complaint("\n".join((*warnings, *rendered, sentence)), "broken")
    kept = beside(path)
    try:
        write_durably(kept, source.text)
        write_durably(path, merge.text)
    except OSError as error:
        sentence = words("{file} cannot be written: {reason}", file=path, reason=error.strerror or error)
        raise Complaint(sentence, "unwritable") from error
    changed = words.count(
        "{n} text changed in {file}", "{n} texts changed in {file}", len(merge.changed), file=path
    )
    return warnings, (changed, words("The file as it was: {file}", file=kept))


def _named(ids: tuple[str, ...]) -> str:
    rest = f" … (+{len(ids) - MOST_NAMED})" if len(ids) > MOST_NAMED else ""
    return ", ".join(ids[:MOST_NAMED]) + rest
