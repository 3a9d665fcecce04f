"""The verb `join`: takes a seat in a class and shows it."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from typing import TYPE_CHECKING, Annotated

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House

if TYPE_CHECKING:
    from game.command_line.class_door import Joining


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "join",
        short_help=words("Take a seat in a class."),
        help=words(
            "Take a seat in a class: the address and the code stand on the board. The seat stays yours, "
            "whatever the network does; what you play is kept on this computer until it has arrived."
        ),
    )
    def join(
        address: Annotated[
            str,
            typer.Argument(
                metavar="ADDRESS", help=words("For example 192.168.1.20:8765, or the whole link.")
            ),
        ],
        code: Annotated[str, typer.Argument(metavar="CODE", help=words("The six signs on the board."))] = "",
        name: Annotated[
            str, typer.Option("--name", metavar="NAME", help=words("Your name on the board."))
        ] = "",
        pictures: Annotated[
            str,
            typer.Option(
                "--pictures",
                metavar="NAMES",
                help=words("The three pictures beside the code, where the board shows some."),
            ),
        ] = "",
        json: Annotated[
            bool,
            typer.Option("--json", help=words("Only take the seat and print it, without a window.")),
        ] = False,
    ) -> None:
        raise typer.Exit(joined(house, address, code, name, pictures, as_json=json))


def joined(house: House, address: str, code: str, name: str, pictures: str = "", *, as_json: bool) -> int:
    """Take a seat and show the class until the window is closed.

    Raises:
        Complaint: this is no address, nobody answers there, or there is no window to show it in.
    """
    from game.classroom.client import NotReached
    from game.classroom.links import address_of
    from game.command_line.class_door import Joining
    from game.command_line.class_sentences import sentence_of

    words = house.words
    try:
        there = address_of(address)
    except NotReached as trouble:
        raise Complaint(sentence_of(trouble, words), "no-address") from trouble
    joining = Joining(str(there), (code or there.code).strip().upper(), name.strip())
    if as_json:
        return _seated(house, joining, pictures)
    from game.command_line.desktop import joined as at_the_desk
    from game.command_line.shelf import Shelf

    if not at_the_desk(house, Shelf(words), joining, asked=house.asked):
        raise Complaint(
            words(
                "A class needs a window, and none can be opened here. With a phone: {origin}/",
                origin=there.origin,
            ),
            "no-window",
        )
    return ExitCode.FINE


def _seated(house: House, joining: "Joining", pictures: str) -> int:
    """Take a seat and print it; its token stays on the disk."""
    import json
    from contextlib import closing

    from game.classroom import emblems
    from game.classroom.client import ClassClient, ClassTrouble
    from game.classroom.links import address_of
    from game.classroom.membership import Membership
    from game.command_line.class_door import folder_of_classes
    from game.command_line.class_sentences import sentence_of
    from game.command_line.streams import tell

    try:
        there = address_of(joining.address)
        with closing(ClassClient(there.origin, locale=house.words.locale, pin=there.pin)) as client:
            shown = {"emblems": emblems.read(pictures)} if pictures.strip() else {}
            seated = client.join(joining.code, joining.nickname, there.invite, **shown)
            Membership(folder_of_classes()).remember(seated)
    except ClassTrouble as trouble:
        raise Complaint(sentence_of(trouble, house.words), trouble.code) from trouble
    told = {"seat": seated.seat, "nickname": seated.nickname, "class": seated.title, "origin": seated.origin}
    tell(json.dumps(told, ensure_ascii=False))
    return ExitCode.FINE
