"""The verb `simulate`: has scenarios played by the thousand and tells what came of it."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import Annotated

import typer

from game.command_line.house import House


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "simulate",
        short_help=words("Have scenarios played by the thousand."),
        help=words(
            "Have scenarios played by the thousand, by sellers of different kinds: how often they succeed, "
            "how they score, which lines and replies come up, and which line helped with which customer."
        ),
        epilog=words(
            "Sellers: random, novice, pusher, pleaser, listener, order-taker, class, greedy, best, scripted."
        ),
    )
    def simulate(
        scenarios: Annotated[
            list[str],
            typer.Argument(
                metavar="SCENARIO...", help=words("Scenarios by id or file, or folders of scenarios.")
            ),
        ],
        seller: Annotated[
            list[str] | None,
            typer.Option(
                "--seller", metavar="NAME", help=words("Who plays; several times for several; all for all.")
            ),
        ] = None,
        plays: Annotated[
            int,
            typer.Option("--plays", metavar="N", help=words("Conversations for each seller and scenario.")),
        ] = 10_000,
        seed: Annotated[
            int, typer.Option("--seed", metavar="N", help=words("Seed of the luck of the sellers."))
        ] = 1,
        customer: Annotated[
            str,
            typer.Option(
                "--customer",
                metavar="D|I|S|C|N",
                help=words("A pure type, or the number of a hidden customer."),
            ),
        ] = "",
        noise: Annotated[
            float | None,
            typer.Option(
                "--noise", metavar="P", help=words("Percent of the lines that are said at random instead.")
            ),
        ] = None,
        script: Annotated[
            str,
            typer.Option(
                "--script",
                metavar="ID,ID,...",
                help=words("What the scripted seller says, if it is on offer."),
            ),
        ] = "",
        fallback: Annotated[
            str,
            typer.Option(
                "--fallback", metavar="NAME", help=words("Who speaks where the script has nothing to say.")
            ),
        ] = "random",
        processes: Annotated[
            int,
            typer.Option(
                "--processes",
                metavar="N",
                help=words("Processes that share the work; 0 for as many as it is worth."),
            ),
        ] = 0,
        psychology: Annotated[
            Path | None,
            typer.Option("--psychology", metavar="FILE", help=words("Another psychology file.")),
        ] = None,
        json: Annotated[
            bool, typer.Option("--json", help=words("Print one JSON object for programs."))
        ] = False,
        html: Annotated[
            Path | None,
            typer.Option("--html", metavar="FILE", help=words("Write a report with pictures to a file.")),
        ] = None,
        plain: Annotated[bool, typer.Option("--plain", help=words("Without colours and boxes."))] = False,
    ) -> None:
        from game.command_line.simulations import Asked, simulated

        asked = Asked(
            scenarios=tuple(scenarios),
            sellers=tuple(seller or ("random",)),
            plays=plays,
            seed=seed,
            customer=customer,
            noise=noise,
            script=script,
            fallback=fallback,
            processes=processes,
            psychology=psychology,
        )
        raise typer.Exit(simulated(house, asked, as_json=json, html=html, plain=plain))
