"""The verb `letter`: a cover letter for the trainer, or a plan for a day with several scenarios."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.handiwork import put, sound
from game.command_line.house import House

if TYPE_CHECKING:
    from game.authoring.letters import Letter


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "letter",
        help=words(
            "Write the trainer's cover letter of a scenario; of several or a folder, the plan of a day."
        ),
    )
    def letter(
        scenarios: Annotated[
            list[str],
            typer.Argument(metavar="SCENARIO...", help=words("Ids or files of scenarios, or one folder.")),
        ],
        html: Annotated[
            Optional[Path],  # noqa: UP045 - typer reads the annotation
            typer.Option("--html", metavar="FILE", help=words("Write a page that can be printed.")),
        ] = None,
    ) -> None:
        from game.authoring.letters import markdown, page
        from game.command_line.streams import tell

        told = written(house, scenarios)
        if html is None:
            tell(markdown(told).rstrip())
            raise typer.Exit(ExitCode.FINE)
        put(house, html, page(told, words))
        tell(words("written: {file}", file=html))
        raise typer.Exit(ExitCode.FINE)


def written(house: House, names: list[str]) -> "Letter":
    """The letter of one scenario, the plan of several.

    Raises:
        Complaint: a scenario has errors, or a folder holds none.
    """
    from game.authoring.letters import letter, plan
    from game.content.field_guide import FieldGuide
    from game.content.library import Library

    guide = FieldGuide.load()
    if len(names) == 1 and not Path(names[0]).is_dir():
        return letter(sound(house, names[0]), guide, house.words)
    found: list[str] = []
    for name in names:
        folder = Path(name)
        cards = Library((folder,)).listing() if folder.is_dir() else ()
        found += [str(card.path) for card in cards] if folder.is_dir() else [name]
    if not found:
        raise Complaint(house.words("there is no scenario that can be read here"), "unknown-scenario")
    return plan([sound(house, name) for name in found], guide, house.words)
