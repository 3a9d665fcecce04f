"""The verb `format`: the fields and closed words of scenarios in one language."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

import stat
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.handiwork import unwritable
from game.command_line.house import House

ENDINGS = frozenset({".yaml", ".yml"})
_MARK = "\ufeff"


class Keys(StrEnum):
    """In which language fields and closed words are written."""

    EN = "en"
    ZH = "zh"


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "format",
        help=words("Write the fields and closed words of scenarios in one language; all else stays."),
        epilog=words("Without --keys each file gets the language that most of its fields are in."),
    )
    def put_in_order(
        paths: Annotated[
            list[Path], typer.Argument(metavar="PATH...", help=words("Files, or folders of scenarios."))
        ],
        keys: Annotated[
            Optional[Keys],  # noqa: UP045 - typer reads the annotation
            typer.Option("--keys", help=words("English or Chinese fields and words.")),
        ] = None,
        check: Annotated[
            bool, typer.Option("--check", help=words("Write nothing; end with 1 where a file would change."))
        ] = False,
    ) -> None:
        raise typer.Exit(formatted(house, paths, keys, check))


def formatted(house: House, paths: Sequence[Path], keys: Keys | None, check: bool) -> int:
    """Format files and folders, each in one step or not at all.

    Returns:
        the exit code: 1 where a file cannot be read, or with `check` would change.

    Raises:
        Complaint: there is nothing to format, or a file cannot be written.
    """
    from game.authoring.respelling import in_language, is_ours, usual
    from game.command_line.streams import tell
    from game.content.package import is_package
    from game.content.source import read_source
    from game.language.locale import Locale

    words = house.words
    faults = changed = seen = 0
    for path in _files(house, paths):
        source, diagnostics = read_source(path)
        if source is None or path.suffix not in ENDINGS or is_package(path.read_bytes()):
            sentence = words("{file} is not a YAML file.", file=path)
            tell(diagnostics[0].rendered(words.locale) if diagnostics else sentence)
            faults += 1
            continue
        locale = Locale(keys.value) if keys is not None else usual(source)
        result = in_language(source, locale)
        if not result.diagnostics and not is_ours(source):
            continue
        seen += 1
        for each in result.diagnostics:
            tell(each.rendered(words.locale))
        faults += bool(result.diagnostics)
        if result.text == source.text:
            continue
        changed += 1
        if check:
            tell(words("would change: {file}", file=path))
        else:
            _replace(house, path, result.text)
            tell(words("formatted: {file}", file=path))
    looked = words.count("{n} file looked at", "{n} files looked at", seen)
    to_do = words("{n} to be changed", n=changed) if check else words("{n} changed", n=changed)
    tell(f"{looked}; {to_do}")
    return ExitCode.CONTENT_FAULTS if faults or (check and changed) else ExitCode.FINE


def _replace(house: House, path: Path, text: str) -> None:
    """Write a file anew with its byte order mark, if it has one, and its permissions."""
    from game.command_line.schema_file import lay_beside, others_have_one
    from game.records.durable import write_durably

    try:
        with path.open("rb") as file:
            mark = _MARK if file.read(3) == _MARK.encode() else ""
        mode = stat.S_IMODE(path.stat().st_mode)
        target = path.resolve()
        write_durably(target, mark + text)
        target.chmod(mode)
        if others_have_one(target):
            lay_beside(target, text)
    except OSError as error:
        raise unwritable(house, path, error) from error


def _files(house: House, paths: Iterable[Path]) -> Iterable[Path]:
    """Every file named; a folder gives its YAML files, hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(file for file in path.rglob("*") if file.suffix in ENDINGS and file.is_file())
        shown = [file for file in inside if not any(part[0] == "." for part in file.relative_to(path).parts)]
        if not shown:
            raise Complaint(house.words("there is no YAML file in {folder}", folder=path), "nothing-to-check")
        yield from shown
