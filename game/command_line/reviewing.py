"""The verb `review`: lives a transcript again and tells what it was worth, and why."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import Annotated

import typer

from game.command_line.house import House

USUALLY_SOLVED, MOST_SOLVED = 40_000, 100_000_000
"""Positions below one that are solved exactly, usually and at most: those of `analysis.solver`."""


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "review",
        short_help=words("Look back at a conversation."),
        help=words("Look back at a conversation: the scorecard, what every line was worth, and why."),
        epilog=words("A transcript is a kept file, or what play --json printed. Ctrl-C shows what is known."),
    )
    def review(
        transcript: Annotated[
            str,
            typer.Argument(
                metavar="TRANSCRIPT", help=words("File of a transcript; - for the standard input.")
            ),
        ],
        json: Annotated[
            bool, typer.Option("--json", help=words("Print one JSON object for programs."))
        ] = False,
        scenario: Annotated[
            str,
            typer.Option("--scenario", metavar="SCENARIO", help=words("A scenario by its id, or a file.")),
        ] = "",
        psychology: Annotated[
            Path | None,
            typer.Option("--psychology", metavar="FILE", help=words("Another psychology file.")),
        ] = None,
        plain: Annotated[bool, typer.Option("--plain", help=words("Without colours and boxes."))] = False,
        html: Annotated[
            Path | None,
            typer.Option("--html", metavar="FILE", help=words("Write a page that any browser opens.")),
        ] = None,
        brief: Annotated[
            bool,
            typer.Option("--brief", help=words("At once, without the values of lines.")),
        ] = False,
        exact: Annotated[
            int,
            typer.Option(
                "--exact",
                metavar="N",
                min=1,
                max=MOST_SOLVED,
                help=words("Solve whatever has up to N positions below it exactly; a million take seconds."),
            ),
        ] = USUALLY_SOLVED,
    ) -> None:
        from game.command_line.looking_back import Manner, Opening, look_back

        manner = Manner(as_json=json, plain=plain, brief=brief, html=html, exact=exact)
        raise typer.Exit(look_back(house, transcript, Opening(scenario, psychology), manner))
