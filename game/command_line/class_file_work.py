"""Backs up, restores and forgets the records of classes, and says what was done."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.command_line.complaints import Complaint
from game.command_line.handiwork import beside
from game.command_line.house import House
from game.records import class_copies, class_news, class_retention
from game.records.class_database import NAME, ClassDatabase, DatabaseFault
from game.records.class_lock import DatabaseInUse
from game.records.class_retention import Aged
from game.records.home import home

DAY = 86_400_000
Done = tuple[dict[str, Any], list[str]]
"""What was done, for programs and in sentences."""


def backed_up(house: House, file: Path | None, database: str, *, replace: bool) -> Done:
    """Copy a database into a file.

    Raises:
        Complaint: there is none, or the file is there already or cannot be written.
    """
    words, source = house.words, file_of(house, database)
    name = f"classes-{datetime.now(UTC):%Y%m%d-%H%M%S}.sqlite"
    to = Path(name) if file is None else file.expanduser()
    to = to / name if to.is_dir() else to
    if to.exists() and not replace:
        sentence = words("{file} is there already; name another one, or add --replace", file=to)
        raise Complaint(sentence, "present")
    if to.exists() and to.samefile(source):
        raise Complaint(words("{file} is the database itself", file=to), "same")
    with told_of(house, source):
        found = class_copies.backed_up(source, to)
    return (
        {"file": str(to), "database": str(source), **asdict(found)},
        [words("{file}: {contents}.", file=to, contents=_contents(house, found))],
    )


def restored(house: House, file: Path, database: str, *, replace: bool) -> Done:
    """Put a copy in the place of a database.

    Raises:
        Complaint: it is none of ours, or there is a database and nobody said that it may go aside.
    """
    words, to, file = house.words, file_of(house, database), file.expanduser()
    aside = beside(to) if replace and to.exists() else None
    with told_of(house, file, to):
        found = class_copies.restored(file, to, aside)
    sentences = [words("{file}: {contents}.", file=to, contents=_contents(house, found))]
    if aside is not None:
        sentences.append(words("What was there is kept in {file}.", file=aside))
    kept = None if aside is None else str(aside)
    return {"database": str(to), "kept": kept, **asdict(found)}, sentences


def forgotten(house: House, days: int, database: str, *, names_only: bool, done: bool) -> Done:
    """Erase classes, or the names in them, or tell which they would be.

    Raises:
        Complaint: the database cannot be used, or a server has it open.
    """
    from game.classroom.privacy import names_forgotten

    words = house.words
    where: Path | str = database if "://" in database else file_of(house, database)
    if isinstance(where, Path) and not where.is_file():
        raise Complaint(words("there are no records in {file}", file=where), "missing")
    before = int(time.time() * 1000) - days * DAY
    with told_of(house, where), closing(ClassDatabase(where, alone=done)) as opened:
        with opened.reading() as connection:
            # A class that goes on may lose names, and its servers are told; it is not taken from under them.
            found = class_retention.aged(connection, before, opened.shared and not names_only)
        if names_only:
            found = [each for each in found if each.named]
        if done and found:
            with opened.writing() as connection:
                for each in found:
                    if names_only:
                        names_forgotten(connection, each.session.id)
                    else:
                        class_retention.removed(connection, each.session.id)
            if opened.shared:
                class_news.told_all(opened, [each.session.id for each in found])
            opened.scrubbed(smaller=not names_only)
    told = {"days": days, "names_only": names_only, "done": done, "classes": [_plain(each) for each in found]}
    return told, _sentences(house, found, days, names_only=names_only, done=done)


def _sentences(house: House, found: Sequence[Aged], days: int, *, names_only: bool, done: bool) -> list[str]:
    words = house.words
    if not found:
        return [words.count("Nothing is older than {n} day.", "Nothing is older than {n} days.", days)]
    rows = [
        words(
            "{date}  {title}: {seats}, {attempts}",
            date=f"{datetime.fromtimestamp(each.last / 1000, UTC):%Y-%m-%d}",
            title=each.session.title,
            seats=words.count("{n} seat with a name", "{n} seats with names", each.named),
            attempts=words.count("{n} conversation", "{n} conversations", each.attempts),
        )
        for each in found
    ]
    unsent = sum(each.unsent for each in found)
    if unsent:
        warning = words.count(
            "{n} statement has not reached its record store yet.",
            "{n} statements have not reached their record store yet.",
            unsent,
        )
        rows.append(warning)
    if done:
        last = words("Their names are forgotten.") if names_only else words("They are erased.")
    else:
        last = words("Nothing was changed. Add --yes to do it.")
    return [*rows, last]


def _plain(each: Aged) -> dict[str, Any]:
    return {
        "session": each.session.id,
        "title": each.session.title,
        "last": each.last,
        "named": each.named,
        "attempts": each.attempts,
        "unsent": each.unsent,
    }


def _contents(house: House, found: class_copies.Contents) -> str:
    words = house.words
    return words(
        "{classes}, {seats}, {attempts}",
        classes=words.count("{n} class", "{n} classes", found.classes),
        seats=words.count("{n} seat", "{n} seats", found.seats),
        attempts=words.count("{n} conversation", "{n} conversations", found.attempts),
    )


def file_of(house: House, database: str) -> Path:
    """The file of a database.

    Raises:
        Complaint: it is PostgreSQL, whose own tools do this.
    """
    if "://" in database:
        sentence = house.words(
            "for PostgreSQL use its own tools: pg_dump makes a backup, pg_restore puts it back"
        )
        raise Complaint(sentence, "address")
    return Path(database or home() / NAME).expanduser()


@contextmanager
def told_of(house: House, file: Path | str, to: Path | None = None) -> Iterator[None]:
    """Faults of a database as complaints."""
    words = house.words
    try:
        yield
    except DatabaseInUse as error:
        sentence = words("a server has {file} open ({who}); stop it first", file=to or file, who=error.who)
        raise Complaint(sentence, "in-use") from error
    except DatabaseFault as error:
        match error.kind:
            case "missing":
                sentence = words("there are no records in {file}", file=file)
            case "foreign":
                sentence = words("{file} holds no records of classes", file=file)
            case "damaged":
                sentence = words("{file} is damaged: {reason}", file=file, reason=error.detail)
            case "newer":
                sentence = words("{file} was made by a newer Rapport; update this one first", file=file)
            case "present":
                sentence = words(
                    "there are records in {file} already; --replace keeps them beside it and goes on", file=to
                )
            case "same":
                sentence = words("{file} is the database itself", file=file)
            case _:
                sentence = words("{file} cannot be used: {reason}", file=to or file, reason=error.detail)
        raise Complaint(sentence, error.kind) from error
    except OSError as error:
        sentence = words("{file} cannot be used: {reason}", file=file, reason=error.strerror or error)
        raise Complaint(sentence, "database") from error
