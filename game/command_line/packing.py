"""The verb `pack`: a scenario with what belongs to it as one file that can be handed on."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.handiwork import put, sound
from game.command_line.house import House


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "pack",
        help=words(
            "Put a scenario and its golden paths into one file; 'rapport play FILE' plays it anywhere."
        ),
    )
    def pack(
        scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help=words("Id or file of a scenario."))],
        out: Annotated[
            Optional[Path],  # noqa: UP045 - typer reads the annotation
            typer.Option(
                "--out", metavar="FILE", help=words("Where to write it; ID.rapport here if left out.")
            ),
        ] = None,
    ) -> None:
        from game.command_line.streams import tell

        file = packed_up(house, scenario, out)
        tell(words("written: {file}", file=file))
        raise typer.Exit(ExitCode.FINE)


def packed_up(house: House, name: str, out: Path | None) -> Path:
    """Check a scenario, play its golden paths, and write the package.

    Raises:
        Complaint: it has errors, a golden path comes out otherwise, or the file cannot be written.
    """
    from game.command_line.streams import complain
    from game.command_line.trying import trials_of
    from game.content.diagnostics import Diagnostic
    from game.content.golden_paths import ENDING
    from game.content.library import Library
    from game.content.package import PATHS, SCENARIO, SUFFIX, is_package, packed

    words = house.words
    loaded = sound(house, name)
    assert loaded.scenario is not None
    path = Library().find(name)
    assert not isinstance(path, Diagnostic)
    data = path.read_bytes()
    if is_package(data):
        raise Complaint(words("{file} is a package already.", file=path), "packed")
    files = {SCENARIO: data}
    beside = path.with_name(path.stem + ENDING)
    if beside.is_file():
        found, _ = trials_of(beside)
        if found:
            for each in found:
                complain(each.rendered(words.locale))
            raise Complaint(words("a golden path comes out otherwise; nothing was packed."), "broken")
        files[PATHS] = beside.read_bytes()
    file = out or Path(loaded.scenario.id + SUFFIX)
    put(house, file, packed(loaded.scenario.id, loaded.scenario.fingerprint, files))
    return file
