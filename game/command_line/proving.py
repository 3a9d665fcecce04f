"""The verb `prove`: what the conversations of a scenario can come to, before class."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import Annotated, Optional

import typer

from game.command_line.house import House

PLAYS = 1_000
FEWEST_PLAYS, MOST_PLAYS = 50, 1_000_000


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "prove",
        short_help=words("Find out before class what a scenario's conversations can come to."),
        help=words(
            "Find out before class what a scenario's conversations can come to: whether every line, reply "
            "and ending can be reached, whether there is something to decide, who passes. Small scenarios "
            "are played as a whole, others sampled and searched. Ends with 1 where an error is proved."
        ),
    )
    def prove(
        scenarios: Annotated[
            list[str],
            typer.Argument(
                metavar="SCENARIO...", help=words("Scenarios by id or file, or folders of scenarios.")
            ),
        ],
        full: Annotated[
            bool, typer.Option("--full", help=words("Look longer, and play larger scenarios as a whole."))
        ] = False,
        plays: Annotated[
            int,
            typer.Option(
                "--plays",
                metavar="N",
                min=FEWEST_PLAYS,
                max=MOST_PLAYS,
                help=words("Conversations of each kind of seller."),
            ),
        ] = PLAYS,
        again: Annotated[
            bool, typer.Option("--again", help=words("Do it again even where it is known from before."))
        ] = False,
        as_json: Annotated[
            bool, typer.Option("--json", help=words("Print the faults with their evidence, for programs."))
        ] = False,
        report: Annotated[
            Optional[Path],  # noqa: UP045 - typer reads the annotation
            typer.Option(
                "--report",
                metavar="FILE",
                help=words("Write everything that was found out to a file, as JSON."),
            ),
        ] = None,
    ) -> None:
        from game.command_line.proving_run import Wanted, proved

        raise typer.Exit(proved(house, Wanted(tuple(scenarios), full, plays, again, as_json, report)))
