"""The verb `host`: runs a class for everybody on the same network."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.host_sentences import fault_told, told
from game.command_line.house import House

if TYPE_CHECKING:
    from game.classroom.serving import Host, Plan, Ready


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "host",
        short_help=words("Run a class for everybody on the same network."),
        help=words(
            "Run a class for everybody on the same network: trainees join with a code from their desktop or "
            "phone, everybody plays, and the board on the projector moves. Ctrl-C stops it; nothing is lost."
        ),
    )
    def host(
        name: Annotated[
            str,
            typer.Option(
                "--name",
                metavar="TITLE",
                help=words("The class to go on with, or to begin; the newest one if left out."),
            ),
        ] = "",
        new: Annotated[bool, typer.Option("--new", help=words("Begin a new class in any case."))] = False,
        port: Annotated[
            Optional[int],  # noqa: UP045 - typer reads the annotation
            typer.Option(
                "--port", metavar="N", min=0, max=65535, help=words("Port to listen on; 0 for any.")
            ),
        ] = None,
        bind: Annotated[
            str,
            typer.Option(
                "--bind", metavar="ADDRESS", help=words("Listen on this address of the machine only.")
            ),
        ] = "0.0.0.0",  # noqa: S104
        host_name: Annotated[
            Optional[list[str]],  # noqa: UP045
            typer.Option(
                "--host-name",
                metavar="NAME",
                help=words(
                    "A further name under which trainees reach this machine; several times for several."
                ),
            ),
        ] = None,
        database: Annotated[
            str,
            typer.Option(
                "--database",
                metavar="FILE|URL",
                help=words("Where everything is kept: a file, or the address of a PostgreSQL database."),
            ),
        ] = "",
        processes: Annotated[
            int,
            typer.Option(
                "--processes",
                metavar="N",
                min=0,
                max=64,
                help=words("Processes that mark; 0 for as many as fit."),
            ),
        ] = 0,
        lrs: Annotated[
            str,
            typer.Option(
                "--lrs",
                metavar="URL",
                help=words(
                    "Send results to this learning record store (xAPI), for example "
                    "https://lrs.example/xAPI; the secret is read from RAPPORT_LRS_SECRET."
                ),
            ),
        ] = "",
        lrs_user: Annotated[
            str, typer.Option("--lrs-user", metavar="NAME", help=words("Who we are at that store."))
        ] = "",
        lrs_roster: Annotated[
            bool,
            typer.Option(
                "--lrs-roster", help=words("Tell the store the keys of your class list instead of seats.")
            ),
        ] = False,
        lrs_choices: Annotated[
            bool, typer.Option("--lrs-choices", help=words("Tell the store every line as well."))
        ] = False,
        tls: Annotated[
            bool,
            typer.Option(
                "--tls",
                help=words(
                    "Speak TLS with a certificate of its own: its fingerprint is in the QR code; "
                    "browsers warn."
                ),
            ),
        ] = False,
        certificate: Annotated[
            Optional[Path],  # noqa: UP045
            typer.Option("--certificate", metavar="FILE", help=words("Speak TLS with this certificate.")),
        ] = None,
        certificate_key: Annotated[
            Optional[Path],  # noqa: UP045
            typer.Option("--certificate-key", metavar="FILE", help=words("The key of the certificate.")),
        ] = None,
        hand_out: Annotated[
            Optional[Path],  # noqa: UP045
            typer.Option(
                "--hand-out",
                metavar="FOLDER",
                help=words("Let the class fetch the files of this folder under /files/, for example wheels."),
            ),
        ] = None,
        mdns: Annotated[
            bool, typer.Option("--mdns", help=words("Let desktops find the class by themselves (mDNS)."))
        ] = False,
        browser: Annotated[
            bool,
            typer.Option("--open/--no-browser", help=words("Open the trainer’s page in the browser.")),
        ] = True,
        json: Annotated[
            bool, typer.Option("--json", help=words("Print one JSON object for programs."))
        ] = False,
    ) -> None:
        import os

        from game.classroom.serving import Plan
        from game.classroom.statement_sender import Store
        from game.classroom.wall_texts import for_the_wall
        from game.records.class_database import NAME
        from game.records.home import home

        where: Path | str = database if "://" in database else Path(database or home() / NAME).expanduser()
        folder = where.parent if isinstance(where, Path) else home()
        if tls and certificate is None:
            certificate, certificate_key = certified(house, folder, tuple(host_name or ()))
        plan = Plan(
            where=where,
            folder=folder,
            certificate=certificate,
            certificate_key=certificate_key,
            announced=mdns,
            handed_out=hand_out,
            bind=bind,
            port=port,
            names=tuple(host_name or ()),
            title=for_the_wall(name)[:120].strip(),
            locale=words.locale,
            fresh=new,
            processes=processes,
            store=Store(lrs, lrs_user, os.environ.get("RAPPORT_LRS_SECRET", "")) if lrs else None,
            roster_names=lrs_roster,
            choices=lrs_choices,
        )
        raise typer.Exit(hosted(house, plan, browser=browser and not json, as_json=json))


def hosted(house: House, plan: "Plan", *, browser: bool, as_json: bool) -> int:
    """Run a class until Ctrl-C.

    Raises:
        Complaint: the database or the port cannot be used.
    """
    from game.command_line.streams import tell

    def ready(found: "Ready") -> None:
        tell(_as_json(found) if as_json else told(house, found))
        if browser:
            import webbrowser

            webbrowser.open(found.teach)

    opened(house, plan).run(ready)
    if not as_json:
        tell(house.words("The class server has stopped. Everything that was received is kept."))
    return ExitCode.FINE


def opened(house: House, plan: "Plan") -> "Host":
    """Open the database and the port.

    Raises:
        Complaint: one of them cannot be used; what to do is said.
    """
    from game.classroom.certificates import NoCertificate
    from game.classroom.host_key import BadKey
    from game.classroom.serving import Host, PortTaken
    from game.records.class_database import DatabaseFault
    from game.records.class_lock import DatabaseInUse

    words = house.words
    try:
        return Host.opened(plan)
    except DatabaseInUse as error:
        sentence = words(
            "another server has {file} open ({who}); stop that one, or name another file with --database",
            file=error.path.name.removesuffix(".lock"),
            who=error.who,
        )
        raise Complaint(sentence, "in-use") from error
    except DatabaseFault as error:
        raise Complaint(fault_told(house, error.kind, error.detail), "database") from error
    except NoCertificate as error:
        sentence = words("{file} holds no certificate: {reason}", file=plan.certificate, reason=error)
        raise Complaint(sentence, "certificate") from error
    except PortTaken as error:
        sentence = words(
            "{address} is taken by another program; choose another one with --port", address=error.strerror
        )
        raise Complaint(sentence, "port") from error
    except BadKey as error:
        raise Complaint(words("the key in RAPPORT_HOST_KEY or host.key is too short"), "key") from error
    except OSError as error:
        sentence = words(
            "{file} cannot be used: {reason}", file=plan.where, reason=error.strerror or type(error).__name__
        )
        raise Complaint(sentence, "database") from error


def certified(house: House, folder: Path, names: tuple[str, ...]) -> tuple[Path, Path]:
    """A certificate for this machine and its key.

    Raises:
        Complaint: none can be made here.
    """
    from game.classroom.addresses import host_names
    from game.classroom.certificates import NoCertificate, own_certificate

    try:
        return own_certificate(folder, sorted(host_names(names)))
    except (NoCertificate, OSError) as error:
        sentence = house.words(
            "no certificate could be made ({reason}); install openssl, or name one with --certificate",
            reason=error,
        )
        raise Complaint(sentence, "certificate") from error


def _as_json(found: "Ready") -> str:
    """The same for programs."""
    import dataclasses
    from json import dumps

    return dumps(dataclasses.asdict(found))
