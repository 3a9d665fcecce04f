"""The verb `play`: at the desk, in a terminal, or from a list of choices for programs."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House
from game.command_line.screen import has_screen
from game.command_line.streams import complain

if TYPE_CHECKING:
    from game.command_line.shelf import Shelf
    from game.command_line.terminal.session import Wish

USUAL_SEED = 1
"""The seed of a play from a list of choices that names none, so that it is the same every time."""


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "play",
        short_help=words("Play a scenario."),
        help=words("Play a scenario: at the desk, or in the terminal where there is no screen."),
        epilog=words("Example: rapport play seven-seconds --text --lang zh"),
    )
    def play(
        scenario: Annotated[
            str,
            typer.Argument(metavar="SCENARIO", help=words("A scenario by its id, or a file.")),
        ] = "",
        text: Annotated[bool, typer.Option("--text", help=words("Play in the terminal."))] = False,
        plain: Annotated[
            bool,
            typer.Option("--plain", help=words("In the terminal, without colours and boxes.")),
        ] = False,
        choices: Annotated[
            str | None,
            typer.Option("--choices", metavar="ID,ID", help=words("Say these lines, in this order.")),
        ] = None,
        leave_out: Annotated[
            bool,
            typer.Option(
                "--leave-out",
                help=words("With --choices: pass over lines that are not on offer, and say where that was."),
            ),
        ] = False,
        seed: Annotated[
            int | None,
            typer.Option("--seed", metavar="N", help=words("Which luck: a whole number.")),
        ] = None,
        json: Annotated[
            bool, typer.Option("--json", help=words("Print one JSON object for programs."))
        ] = False,
        customer: Annotated[
            str,
            typer.Option("--customer", metavar="D|I|S|C|N", help=words("A pure type, or customer number N.")),
        ] = "",
        resume: Annotated[
            bool | None,
            typer.Option("--resume/--new", help=words("Go on with the kept conversation, or begin anew.")),
        ] = None,
        watch: Annotated[
            bool,
            typer.Option(
                "--watch", help=words("For authors: read the scenario again whenever its file is saved.")
            ),
        ] = False,
        psychology: Annotated[
            Path | None,
            typer.Option("--psychology", metavar="FILE", help=words("Another psychology file.")),
        ] = None,
    ) -> None:
        wish = _wish(house, scenario, seed, customer, resume)
        if watch:
            _watch(house, _shelf(house, psychology), wish, alone=not (text or plain or json or choices))
            return
        if json or choices is not None:
            from game.command_line.driving import drive

            shelf = _shelf(house, psychology)
            raise typer.Exit(drive(house, shelf, wish, choices or "", json, USUAL_SEED, leave_out))
        if not text and not plain and _at_the_desk(house, _shelf(house, psychology), wish):
            return
        raise typer.Exit(_in_the_terminal(house, _shelf(house, psychology), wish, plain))


def _wish(house: House, scenario: str, seed: int | None, customer: str, resume: bool | None) -> "Wish":
    """What was asked for."""
    from game.command_line.opened import CustomerChoice
    from game.command_line.terminal.session import Wish

    choice = CustomerChoice.parsed(customer) if customer else CustomerChoice()
    if choice is None:
        sentence = house.words("'{given}' is no customer; write D, I, S, C or a number", given=customer)
        raise Complaint(sentence, "customer")
    return Wish(scenario, seed, choice, resume)


def _shelf(house: House, psychology: Path | None) -> "Shelf":
    """The scenarios there are, read with this psychology."""
    from game.command_line.shelf import Shelf

    return Shelf(house.words, psychology)


def _at_the_desk(house: House, shelf: "Shelf", wish: "Wish") -> bool:
    """Play on the screen; False where there is none, with one line saying so."""
    if has_screen():
        from game.command_line.desktop import played

        if played(house, shelf, wish, asked=house.asked):
            return True
    complain(house.words("There is no screen here, so we play in the terminal."))
    return False


def _watch(house: House, shelf: "Shelf", wish: "Wish", *, alone: bool) -> None:
    """Play a file that is being written, on the screen only.

    Raises:
        Complaint: there is no screen, no scenario, or something that does not go with it.
    """
    words = house.words
    if not alone:
        sentence = words(
            "--watch needs the window; in the terminal check after every save instead: rapport lint FILE"
        )
        raise Complaint(sentence, "usage")
    if not wish.scenario:
        raise Complaint(words("name the file to watch: rapport play FILE --watch"), "usage")
    if has_screen():
        from game.command_line.desktop import watched

        if watched(house, shelf, wish, asked=house.asked):
            return
    raise Complaint(
        words("--watch needs a screen; without one check after every save: rapport lint FILE"), "no-screen"
    )


def _in_the_terminal(house: House, shelf: "Shelf", wish: "Wish", plain: bool) -> int:
    """Play in the terminal."""
    from game.command_line.terminal.keyboard import Keyboard
    from game.command_line.terminal.paper import paper
    from game.command_line.terminal.session import Session

    page = paper(house.words, plain=plain)
    return Session(house, shelf, page, Keyboard(page)).run(wish) or ExitCode.FINE
