"""The verbs `lint` and `schema`: whether a scenario is in order, and what one may contain."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.formatting import Keys
from game.command_line.house import House


class Format(StrEnum):
    """How faults are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verbs to the command."""
    words = house.words

    @app.command("lint", help=words("Check scenarios; ends with 1 where one has errors."))
    def lint(
        paths: Annotated[
            Optional[list[Path]],  # noqa: UP045 - typer reads the annotation
            typer.Argument(metavar="PATH...", help=words("Files, or folders of scenarios.")),
        ] = None,
        form: Annotated[
            Format, typer.Option("--format", help=words("For people, for programs, for annotations."))
        ] = Format.TEXT,
        explain: Annotated[
            str,
            typer.Option(
                "--explain",
                metavar="CODE",
                help=words("Say what a code means, with an example; 'all' lists them."),
            ),
        ] = "",
        afresh: Annotated[
            bool,
            typer.Option("--no-cache", help=words("Read everything again, whatever was found before.")),
        ] = False,
    ) -> None:
        if explain:
            from game.command_line.explaining import explained

            raise typer.Exit(explained(house, explain))
        if not paths:
            raise Complaint(words("name at least one file or folder: rapport lint PATH"), "nothing-to-check")
        from game.command_line.linting import linted

        raise typer.Exit(linted(house, paths, form.value, afresh))

    @app.command("schema", help=words("Print the JSON Schema of scenarios, for editors."))
    def schema(
        keys: Annotated[
            Keys, typer.Option("--keys", help=words("English or Chinese fields and words."))
        ] = Keys.EN,
    ) -> None:
        from game.command_line import schema_file
        from game.command_line.streams import tell

        tell(schema_file.schema(schema_file.ENGLISH if keys is Keys.EN else schema_file.CHINESE).rstrip())
        raise typer.Exit(ExitCode.FINE)
