"""The verbs `class backup`, `class restore`, `class forget` and `class pages`: what a trainer does with the
records of classes."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

import json as plain
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from game.command_line.complaints import ExitCode
from game.command_line.house import House


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verbs to the command."""
    words = house.words
    group = typer.Typer(
        name="class",
        short_help=words("What is kept of classes: back up, restore, forget, write pages."),
        help=words("What is kept of classes: back up, restore, forget, write pages."),
        epilog=words("Classes are run with: rapport host"),
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.add_typer(group)

    @group.callback(invoke_without_command=True)
    def root(context: typer.Context) -> None:
        from game.command_line.streams import tell

        if context.invoked_subcommand is None:
            tell(context.get_help())

    database_help = words("Database of the classes; usual: classes.sqlite in the folder of Rapport’s data.")
    json_help = words("Print one JSON object for programs.")

    @group.command(
        "backup",
        short_help=words("Copy the records of all classes into one file."),
        help=words("Copy the records of all classes into one file; classes may go on meanwhile."),
        epilog=words("Keep host.key of the same folder with it: addresses of boards are made with it."),
    )
    def backup(
        file: Annotated[
            Path | None,
            typer.Argument(
                metavar="FILE", help=words("File or folder to write; usual: one of today’s date.")
            ),
        ] = None,
        database: Annotated[str, typer.Option("--database", metavar="FILE", help=database_help)] = "",
        replace: Annotated[
            bool, typer.Option("--replace", help=words("Overwrite a file that is there."))
        ] = False,
        json: Annotated[bool, typer.Option("--json", help=json_help)] = False,
    ) -> None:
        from game.command_line.class_file_work import backed_up

        said(*backed_up(house, file, database, replace=replace), json)

    @group.command(
        "restore",
        short_help=words("Put a backup in the place of the records."),
        help=words(
            "Put a backup in the place of the records. What is there already is kept beside it, and only "
            "with --replace does a backup take its place."
        ),
        epilog=words("The server has to be stopped; the backup stays as it is."),
    )
    def restore(
        file: Annotated[Path, typer.Argument(metavar="FILE", help=words("The backup."))],
        database: Annotated[str, typer.Option("--database", metavar="FILE", help=database_help)] = "",
        replace: Annotated[
            bool, typer.Option("--replace", help=words("Take the place of records that are there."))
        ] = False,
        json: Annotated[bool, typer.Option("--json", help=json_help)] = False,
    ) -> None:
        from game.command_line.class_file_work import restored

        said(*restored(house, file, database, replace=replace), json)

    @group.command(
        "forget",
        short_help=words("Erase classes that are older than so many days."),
        help=words(
            "Erase classes of which nothing was heard for so many days, with everything in them. Without "
            "--yes it only tells what would go."
        ),
        epilog=words("What a record store or a backup holds is not touched."),
    )
    def forget(
        days: Annotated[
            int,
            typer.Option(
                "--older-than", metavar="DAYS", min=0, max=36_500, help=words("Days since the last sign.")
            ),
        ],
        names: Annotated[
            bool,
            typer.Option("--names", help=words("Forget only who it was; results stay without a name.")),
        ] = False,
        yes: Annotated[bool, typer.Option("--yes", help=words("Do it; it cannot be undone."))] = False,
        database: Annotated[
            str,
            typer.Option(
                "--database", metavar="FILE|URL", help=words("SQLite file or postgresql:// address.")
            ),
        ] = "",
        json: Annotated[bool, typer.Option("--json", help=json_help)] = False,
    ) -> None:
        from game.command_line.class_file_work import forgotten

        said(*forgotten(house, days, database, names_only=names, done=yes), json)

    @group.command(
        "pages",
        short_help=words("Write the page of every trainee into a folder."),
        help=words(
            "Write the page that every trainee takes home into a folder: score by stage, where it turned, "
            "the better line and why, what to train next."
        ),
        epilog=words("It takes some seconds for each conversation; Ctrl-C writes what is known by then."),
    )
    def pages(
        folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=words("Folder for the pages."))],
        which: Annotated[
            str,
            typer.Option(
                "--class", metavar="CLASS", help=words("Title or code of a class; usual: the newest.")
            ),
        ] = "",
        brief: Annotated[
            bool, typer.Option("--brief", help=words("At once, without turning points."))
        ] = False,
        database: Annotated[
            str,
            typer.Option(
                "--database", metavar="FILE|URL", help=words("SQLite file or postgresql:// address.")
            ),
        ] = "",
        json: Annotated[bool, typer.Option("--json", help=json_help)] = False,
    ) -> None:
        from game.command_line.class_pages import written

        found, sentence = written(house, folder, which, database, brief=brief)
        said(found, [sentence], json)
        raise typer.Exit(ExitCode.INTERRUPTED if found["missing"] and not brief else ExitCode.FINE)


def said(found: Mapping[str, Any], sentences: Sequence[str], json: bool) -> None:
    """Say what was done: in sentences, or as one JSON object."""
    from game.command_line.streams import tell

    tell(plain.dumps(found, ensure_ascii=False) if json else "\n".join(sentences))
