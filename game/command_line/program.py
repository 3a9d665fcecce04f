"""The `rapport` command: chooses the language, finds the verb, and is the only place that catches a bug."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer

from game import __version__
from game.command_line import streams
from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House
from game.command_line.interruptions import deaf_from_now_on
from game.language.locale import Locale
from game.language.system import default_locale
from game.language.words import Words
from game.records.saves import Saves

LANGUAGE = "--lang"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process.

    Args:
        arguments: what stands behind `rapport`; that of this process when None.
    """
    code = run(sys.argv[1:] if arguments is None else arguments)
    deaf_from_now_on()
    raise SystemExit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command; a bug is raised only where RAPPORT_DEBUG=1 asks for it.

    Returns:
        the exit code (`ExitCode`).
    """
    try:
        streams.prepare()
        words, rest = _language(arguments)
        house = House(words, Saves(), asked=len(rest) < len(arguments))
        return _guarded(house, rest)
    except Complaint as complaint:
        return _complain(complaint)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


def _guarded(house: House, arguments: Sequence[str]) -> int:
    """Run the verb; what goes wrong becomes a sentence and an exit code."""
    try:
        ended = _command(house).main(args=list(arguments), prog_name="rapport", standalone_mode=False)
        return ended if isinstance(ended, int) else ExitCode.FINE
    except (Complaint, KeyboardInterrupt):
        raise
    except BrokenPipeError:
        streams.abandon(sys.stdout)
        return ExitCode.FINE
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # the parser of the arguments makes a 1 of it
            streams.abandon(sys.stdout)
            return ExitCode.FINE
        return ended.code if isinstance(ended.code, int) else ExitCode.FINE
    except Exception as error:
        if isinstance(error, OSError) and error.errno in streams.FULL:
            streams.abandon(sys.stdout)
            return _complain(Complaint(_unwritten(house.words, error), "not-written"))
        if type(error).__name__ == "Abort":
            return ExitCode.INTERRUPTED
        if hasattr(error, "format_message"):
            from game.command_line.grammar import complaint_of

            return _complain(complaint_of(house.words, error))
        if os.environ.get("RAPPORT_DEBUG") == "1":
            raise
        from game.command_line.bugs import report

        streams.complain(report(house.words, error, house.witness))
        return ExitCode.BUG


def _unwritten(words: Words, error: OSError) -> str:
    """Nothing more of the answer can be written, and that is nobody's fault but the disk's."""
    from game.command_line.troubles import system_reason

    return words("nothing more can be written: {reason}", reason=system_reason(words, error))


def application(house: House) -> typer.Typer:
    """The command with all its verbs, told in the language of the house."""
    from game.command_line import (
        checking,
        class_files,
        drawing,
        fetching,
        formatting,
        guiding,
        hosting,
        itemising,
        joining,
        lettering,
        packing,
        playing,
        proving,
        reviewing,
        simulating,
        starting,
        surveying,
        tabling,
        translating,
        trying,
    )
    from game.command_line.grammar import borrow

    words = house.words
    borrow(words.locale)
    app = typer.Typer(
        name="rapport",
        help=words("A flight simulator for sales conversations."),
        epilog=words("Every command speaks English and Chinese: --lang en, --lang zh."),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback(invoke_without_command=True)
    def root(
        context: typer.Context,
        version: bool = typer.Option(
            False, "--version", is_eager=True, help=words("Print the version and stop.")
        ),
    ) -> None:
        if version:
            streams.tell(f"rapport {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            streams.tell(context.get_help())

    for verbs in (
        playing,
        reviewing,
        checking,
        guiding,
        simulating,
        surveying,
        drawing,
        trying,
        proving,
        translating,
        packing,
        starting,
        fetching,
        lettering,
        hosting,
        class_files,
        itemising,
        joining,
        formatting,
        tabling,
    ):
        verbs.add_to(app, house)
    return app


def _command(house: House) -> Any:
    """The application in the form that can be run without ending the process."""
    from typer.main import get_command

    from game.command_line.grammar import speak_help

    command = get_command(application(house))
    speak_help(command)
    return command


def _language(arguments: Sequence[str]) -> tuple[Words, list[str]]:
    """Take `--lang` out of the arguments, wherever it stands, so that even complaints speak it."""
    locale, rest, waiting = default_locale(), [], list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            rest += [argument, *waiting]
            break
        name, equals, code = argument.partition("=")
        if name != LANGUAGE:
            rest.append(argument)
            continue
        if not equals:
            code = waiting.pop(0) if waiting else ""
        chosen = Locale.from_code(code)
        if chosen is None:
            words = Words(locale)
            raise Complaint(
                words("unknown language '{code}'; Rapport speaks en and zh", code=code), "language"
            )
        locale = chosen
    return Words(locale), rest


def _complain(complaint: Complaint) -> int:
    """Say what is wrong."""
    streams.complain(f"rapport: {complaint.sentence}")
    return complaint.code
