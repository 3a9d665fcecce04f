"""The verb `guide`: the field guide in the terminal, item by item, and the customer model behind it."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from typing import Annotated

import typer

from game.command_line.house import House


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "guide",
        short_help=words("Look something up in the field guide."),
        help=words("Look something up in the field guide: items, lessons, myths, and the customer model."),
        epilog=words(
            "'guide model' lists every coefficient, 'guide tactics' every tactic, 'guide where' every place."
        ),
    )
    def guide(
        name: Annotated[
            str, typer.Argument(metavar="ID", help=words("Id of an item or a tactic; all items without it."))
        ] = "",
        item: Annotated[
            str, typer.Argument(metavar="ITEM", help=words("After 'where': the item whose place is wanted."))
        ] = "",
        json: Annotated[
            bool, typer.Option("--json", help=words("Print one JSON object for programs."))
        ] = False,
        plain: Annotated[bool, typer.Option("--plain", help=words("Without colours and boxes."))] = False,
    ) -> None:
        from game.command_line.looking_up import look_up

        raise typer.Exit(look_up(house, name, item, as_json=json, plain=plain))
