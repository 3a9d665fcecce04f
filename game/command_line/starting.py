"""The verb `new`: a scenario from a few plain questions, or a shipped one in other clothes."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.formatting import Keys
from game.command_line.handiwork import put, sound, unwritable
from game.command_line.house import House

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "new",
        help=words("Begin a scenario of your own: answer a few questions, and it plays at once."),
        epilog=words(
            "With --from the structure and numbers of another scenario stay; its words come out as a list."
        ),
    )
    def new(
        name: Annotated[
            str,
            typer.Argument(metavar="NAME", help=words("Its id: small words with hyphens, such as my-case.")),
        ],
        folder: Annotated[
            Path, typer.Option("--out", metavar="FOLDER", help=words("Where to write it."))
        ] = Path(),
        pattern: Annotated[
            str, typer.Option("--from", metavar="SCENARIO", help=words("Re-dress this scenario instead."))
        ] = "",
        at_once: Annotated[
            bool, typer.Option("--yes", help=words("Ask nothing; write the usual answers."))
        ] = False,
        keys: Annotated[
            Optional[Keys],  # noqa: UP045 - typer reads the annotation
            typer.Option("--keys", help=words("English or Chinese fields and words.")),
        ] = None,
    ) -> None:
        if not _NAME.match(name):
            sentence = words("'{name}' is no id; take small words with hyphens, such as my-case.", name=name)
            raise Complaint(sentence, "name")
        file = folder / f"{name}.yaml"
        if file.exists():
            raise Complaint(words("{file} is there already; choose another name.", file=file), "exists")
        if pattern:
            _redress(house, pattern, name, file, keys)
        else:
            _draft(house, name, file, at_once, keys)
        raise typer.Exit(ExitCode.FINE)


def _draft(house: House, name: str, file: Path, at_once: bool, keys: Keys | None) -> None:
    from game.authoring.questions import drafted
    from game.command_line.streams import tell

    words = house.words
    _write(house, file, _spelt(file, drafted(name, {} if at_once else _asked(house), words), keys))
    tell(words("Play it: rapport play {file}", file=file))


def _asked(house: House) -> dict[str, str]:
    """Ask in plain words, one question a line; Enter takes what stands in brackets."""
    from game.authoring.questions import questions

    told: dict[str, str] = {}
    for question in questions(house.words):
        if question.choices:
            told[question.key] = _pick(house, question.label, question.choices, question.usual)
        else:
            told[question.key] = _ask(question.label, question.usual)
    return told


def _ask(question: str, usual: str) -> str:
    """One answer; the usual one where the input has ended."""
    from game.command_line.streams import tell

    tell(f"{question} [{usual}]")
    line = sys.stdin.readline()
    return line.strip() or usual


def _pick(house: House, question: str, choices: Mapping[str, str], usual: str) -> str:
    """One of several, by its number or its word."""
    from game.command_line.streams import tell

    keys = list(choices)
    shown = "  ".join(f"{number} {choices[key]}" for number, key in enumerate(keys, start=1))
    while True:
        said = _ask(f"{question}  {shown}", str(keys.index(usual) + 1)).lower()
        if said.isdecimal() and 1 <= int(said) <= len(keys):
            return keys[int(said) - 1]
        found = [key for key in keys if said in (key.lower(), choices[key].lower())]
        if found:
            return found[0]
        tell(house.words("A number from 1 to {n}, please.", n=len(keys)))


def _redress(house: House, pattern: str, name: str, file: Path, keys: Keys | None) -> None:
    """Another scenario under a new id, and its words as a table to fill in."""
    from game.authoring.redress import redressed
    from game.authoring.tables import write
    from game.authoring.words import rows
    from game.command_line.streams import tell
    from game.command_line.translating import source_of
    from game.content.source import Source

    words = house.words
    _, source = source_of(house, pattern)
    sound(house, pattern)
    remark = words("Re-dressed from {scenario}; its structure and numbers are kept.", scenario=pattern)
    text = _spelt(file, redressed(source, name, remark), keys)
    _write(house, file, text)
    table = file.with_suffix(".words.xlsx")
    put(house, table, write(table, rows(Source(file.as_posix(), text))))
    tell(words("Its words to be changed: {file}", file=table))
    tell(words("Put them back: rapport words {file} --back {table}", file=file, table=table))


def _spelt(file: Path, text: str, keys: Keys | None) -> str:
    """A new file with its fields and words in the language that was asked for."""
    from game.authoring.drafts import remarks_with_chinese_fields
    from game.authoring.respelling import in_language
    from game.content.source import Source
    from game.language.locale import Locale

    if keys is None:
        return text
    spelt = in_language(Source(file.as_posix(), text), Locale(keys.value)).text
    return remarks_with_chinese_fields(spelt) if keys.value == Locale.ZH.value else spelt


def _write(house: House, file: Path, text: str) -> None:
    """Write the scenario and the schema beside it, and say so."""
    from game.command_line.schema_file import author
    from game.command_line.streams import tell

    try:
        schema = author(file, text)
    except OSError as error:
        raise unwritable(house, file, error) from error
    tell(house.words("written: {file}", file=file))
    if schema is not None:
        tell(house.words("For editors that complete what you type: {file}", file=schema))
