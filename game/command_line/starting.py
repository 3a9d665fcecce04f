"""The verb `new`: a scenario from a few plain questions, or a shipped one in other clothes."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.handiwork import put, unwritable
from game.command_line.house import House
from game.language.words import marked

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
    ) -> None:
        if not _NAME.match(name):
            sentence = words("'{name}' is no id; take small words with hyphens, such as my-case.", name=name)
            raise Complaint(sentence, "name")
        file = folder / f"{name}.yaml"
        if file.exists():
            raise Complaint(words("{file} is there already; choose another name.", file=file), "exists")
        if pattern:
            _redress(house, pattern, name, file)
        else:
            _draft(house, name, file, at_once)
        raise typer.Exit(ExitCode.FINE)


def _draft(house: House, name: str, file: Path, at_once: bool) -> None:
    from game.authoring.drafts import Answers, draft
    from game.command_line.streams import tell

    words = house.words
    answers = _usual(house) if at_once else _asked(house, _usual(house))
    _write(house, file, draft(Answers(id=name, **answers), words.locale))
    tell(words("written: {file}", file=file))
    tell(words("Play it: rapport play {file}", file=file))


def _usual(house: House) -> dict[str, str]:
    """The answers of somebody who presses Enter all the time."""
    words = house.words
    return {
        "title": words("A First Visit"),
        "player": words("Chen Mo"),
        "firm": words("Qingfan"),
        "thing": words("the new system"),
        "customer": words("Ms Wei"),
        "post": words("office manager"),
        "pronoun": "she",
        "letter": "S",
        "place": "office",
        "objection": "change",
        "objection_words": words("We have no time for a change this year."),
        "worry": words("The last change cost us two days. I had to tell everybody myself."),
        "ask": words("Shall we try it for two weeks, in one room?"),
    }


def _asked(house: House, usual: Mapping[str, str]) -> dict[str, str]:
    """Ask in plain words, one question a line; Enter takes what stands in brackets."""
    from game.authoring.drafts import OBJECTIONS, PLACES

    words = house.words
    types = {
        "D": words("wants results, quickly"),
        "I": words("likes people and stories"),
        "S": words("wants peace and no surprises"),
        "C": words("wants proof and details"),
    }
    places = {key: words(label) for key, label in zip(PLACES, PLACE_LABELS, strict=True)}
    objections = dict(zip(OBJECTIONS, (words(label) for label in OBJECTION_LABELS), strict=True))
    pronouns = {key: words(label) for key, label in PRONOUN_LABELS.items()}
    told = dict(usual)
    told["title"] = _ask(words("What is it called?"), usual["title"])
    told["player"] = _ask(words("Who is the trainee in it?"), usual["player"])
    told["firm"] = _ask(words("Of which firm? (an invented one)"), usual["firm"])
    told["thing"] = _ask(words("What is to be sold, in three words?"), usual["thing"])
    told["customer"] = _ask(words("Whom does one meet? (an invented name)"), usual["customer"])
    told["post"] = _ask(words("What is this person’s work?"), usual["post"])
    told["pronoun"] = _pick(house, words("She, he, or they?"), pronouns, usual["pronoun"])
    told["letter"] = _pick(house, words("What kind of person?"), types, usual["letter"])
    told["place"] = _pick(house, words("Where does one meet?"), places, usual["place"])
    told["objection"] = _pick(house, words("What is said against it?"), objections, usual["objection"])
    told["objection_words"] = _ask(words("In this person’s own words?"), usual["objection_words"])
    told["worry"] = _ask(words("And what is it really? (told only to who asks well)"), usual["worry"])
    told["ask"] = _ask(words("What small step do you want agreed? As a question."), usual["ask"])
    return told


PLACE_LABELS = (
    marked("at the reception"),
    marked("in an office"),
    marked("in a meeting room"),
    marked("in a shop"),
    marked("at home"),
    marked("on the factory floor"),
    marked("on the telephone"),
)
OBJECTION_LABELS = (
    marked("too dear"),
    marked("I don’t trust it"),
    marked("no need"),
    marked("not now"),
    marked("no change, please"),
)
PRONOUN_LABELS = {"she": marked("she"), "he": marked("he"), "they": marked("they")}


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


def _redress(house: House, pattern: str, name: str, file: Path) -> None:
    """Another scenario under a new id, and its words as a table to fill in."""
    from game.authoring.redress import redressed
    from game.authoring.tables import write
    from game.authoring.words import rows
    from game.command_line.streams import tell
    from game.command_line.translating import source_of
    from game.content.source import Source

    words = house.words
    _, source = source_of(house, pattern)
    remark = words("Re-dressed from {scenario}; its structure and numbers are kept.", scenario=pattern)
    text = redressed(source, name, remark)
    _write(house, file, text)
    table = file.with_suffix(".words.xlsx")
    put(house, table, write(table, rows(Source(file.as_posix(), text))))
    tell(words("written: {file}", file=file))
    tell(words("Its words to be changed: {file}", file=table))
    tell(words("Put them back: rapport words {file} --back {table}", file=file, table=table))


def _write(house: House, file: Path, text: str) -> None:
    from game.records.durable import write_durably

    try:
        write_durably(file, text)
    except OSError as error:
        raise unwritable(house, file, error) from error
