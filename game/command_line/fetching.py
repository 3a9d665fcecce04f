"""The verbs `script` and `import`: a scenario to be read aloud, and skeletons of what others have written."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

import re
from pathlib import Path
from typing import Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.handiwork import put, sound
from game.command_line.house import House
from game.command_line.troubles import system_reason

LARGEST = 4_000_000
_SCENARIO = re.compile(r"^(rapport|知心)(-[a-z-]+)?[ \t]*:", re.MULTILINE)
_OURS = re.compile(r"^<{7}( |$)", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}( |$)", re.MULTILINE)


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verbs to the command."""
    words = house.words

    @app.command("script", help=words("Print the dialogue of a scenario as a script to read aloud."))
    def script(
        scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help=words("Id or file of a scenario."))],
        html: Annotated[
            Optional[Path],  # noqa: UP045 - typer reads the annotation
            typer.Option("--html", metavar="FILE", help=words("Write a page that can be printed.")),
        ] = None,
    ) -> None:
        from game.authoring import scripts
        from game.authoring.letters import markdown, page
        from game.command_line.streams import tell

        loaded = sound(house, scenario)
        assert loaded.scenario is not None and loaded.wording is not None
        told = scripts.script(loaded.scenario, loaded.wording, words)
        if html is None:
            tell(markdown(told).rstrip())
        else:
            put(house, html, page(told, words))
            tell(words("written: {file}", file=html))
        raise typer.Exit(ExitCode.FINE)

    @app.command(
        "import",
        help=words(
            "Make the skeleton of a scenario from a story (Twee 3, compiled ink) or dialogue (A: … B: …)."
        ),
    )
    def bring_in(
        file: Annotated[
            Path,
            typer.Argument(metavar="FILE", help=words("A .twee or .tw file, a .json of ink, or a text.")),
        ],
        out: Annotated[
            Optional[Path],  # noqa: UP045
            typer.Option(
                "--out", metavar="FILE", help=words("Where to write it; NAME.yaml here if left out.")
            ),
        ] = None,
    ) -> None:
        from game.command_line.streams import tell

        written = fetched(house, file, out)
        tell(words("written: {file}", file=written))
        tell(words("Search it for '# ...': there something is missing."))
        raise typer.Exit(ExitCode.FINE)


def fetched(house: House, file: Path, out: Path | None) -> Path:
    """Read a story and write its skeleton.

    Raises:
        Complaint: it cannot be read, holds nothing, or the file to be written is there already.
    """
    from game.authoring.ink_stories import from_ink
    from game.authoring.ink_tree import InkFault
    from game.authoring.skeletons import SkeletonFault, from_dialogue, from_twee, skeleton

    words = house.words
    try:
        if file.stat().st_size > LARGEST:
            raise Complaint(words("{file} is too large for a story", file=file), "unreadable")
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Complaint(
            words("{file} is not UTF-8; save it as UTF-8 first.", file=file), "unreadable"
        ) from error
    except OSError as error:
        sentence = words("{file} cannot be read: {reason}", file=file, reason=system_reason(words, error))
        raise Complaint(sentence, "unreadable") from error
    if _OURS.search(text) and _THEIRS.search(text):
        raise Complaint(
            words("{file} holds the marks of a merge conflict; settle it first.", file=file), "unreadable"
        )
    if _SCENARIO.search(text):
        raise Complaint(
            words("{file} is a file of Rapport already; rapport lint checks it.", file=file), "usage"
        )
    twee = file.suffix.lower() in {".twee", ".tw"} or text.lstrip().startswith("::")
    try:
        if file.suffix.lower() == ".ink":
            raise InkFault(file.name)  # what an author writes, before inklecate has been over it
        if file.suffix.lower() == ".json" or text.lstrip().startswith("{"):
            title, passages = from_ink(text)
        else:
            title, passages = from_twee(text) if twee else from_dialogue(text)
    except InkFault as fault:
        sentence = words("{file} is no story compiled from ink; inklecate and inkjs write one.", file=file)
        raise Complaint(sentence, "nothing-to-import") from fault
    except SkeletonFault as fault:
        sentence = words("{file} holds neither passages (:: Name) nor speakers (A: …).", file=file)
        raise Complaint(sentence, "nothing-to-import") from fault
    stem = file.stem.removesuffix(".ink")
    title = title or stem
    name = "-".join(re.findall(r"[a-z0-9]+", stem.lower())) or "imported"
    name = name if name[0].isalpha() else f"story-{name}"
    written = out or Path(f"{name}.yaml")
    if written.exists():
        raise Complaint(words("{file} is there already; choose another name.", file=written), "exists")
    put(house, written, skeleton(name, title, passages, words.locale))
    return written
