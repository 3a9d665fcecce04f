"""Writes the pages that trainees take home into a folder, without a server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.command_line.class_file_work import file_of, told_of
from game.command_line.complaints import Complaint
from game.command_line.house import House
from game.records.class_database import ClassDatabase, Connection
from game.records.class_rounds import package_by_sha, rounds
from game.records.class_seats import Seat, seats
from game.records.class_sessions import ClassSession, sessions

if TYPE_CHECKING:
    from game.classroom.home_facts import Known
    from game.classroom.home_studies import Job
    from game.classroom.scenario_shelf import ScenarioShelf


def written(
    house: House, folder: Path, which: str, database: str, *, brief: bool
) -> tuple[dict[str, Any], str]:
    """Write one page for each seat that handed something in.

    Args:
        house: the words.
        folder: is made where it is not there.
        which: title, code or id of the class; the newest when empty.
        database: file or address; the usual one when empty.
        brief: leave out where conversations turned.

    Returns:
        what was written, and a sentence about it; `missing` conversations were not looked back at.

    Raises:
        Complaint: there is no such class, or the folder cannot be written.
    """
    from game.classroom.home_studies import jobs
    from game.classroom.scenario_shelf import ScenarioShelf

    words, where = house.words, database if "://" in database else file_of(house, database)
    if isinstance(where, Path) and not where.is_file():
        raise Complaint(words("there are no records in {file}", file=where), "missing")
    with told_of(house, where), closing(ClassDatabase(where, alone=False)) as opened:
        with opened.reading() as connection:
            session = _chosen(house, connection, which)
            shelf = ScenarioShelf()
            for one in rounds(connection, session.id):
                package = package_by_sha(connection, one.package_sha)
                if package is not None:
                    shelf.unpacked(package)
            asked = jobs(connection, shelf, session.id)
        known = {} if brief else _known(house, asked)
        with opened.reading() as connection:
            names = list(_pages(house, connection, session, shelf, known, folder))
    told = {
        "class": session.title,
        "folder": str(folder),
        "pages": names,
        "missing": len(asked) - len(known),
    }
    return told, words.count("{n} page in {folder}.", "{n} pages in {folder}.", len(names), folder=folder)


def _chosen(house: House, connection: Connection, which: str) -> ClassSession:
    """The class that is meant.

    Raises:
        Complaint: there is none.
    """
    for session in sessions(connection):
        if not which or which in {session.title, session.code, session.id}:
            return session
    raise Complaint(house.words("there is no class {name}", name=which or "?"), "unknown-class")


def _known(house: House, asked: list[tuple[str, Job]]) -> dict[str, Known]:
    """What looking back finds, as far as one lets it; several processes share the work."""
    from game.classroom.home_facts import Known
    from game.classroom.home_studies import UNKNOWN
    from game.classroom.marking_work import settle_in

    found: dict[str, Known] = {}
    pool = ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=settle_in)
    try:
        running: dict[Future[dict[str, Any]], str] = {pool.submit(job): name for name, job in asked}
        for done in as_completed(running):
            try:
                found[running[done]] = Known(done.result())
            except (ValueError, KeyError, AssertionError):
                found[running[done]] = Known(UNKNOWN)
            _progress(house, len(found), len(asked))
    except KeyboardInterrupt:
        pass  # what is known is written
    finally:
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            if len(found) < len(asked):
                process.terminate()
        pool.shutdown(wait=False, cancel_futures=True)
        _progress(house, -1, 0)
    return found


def _progress(house: House, done: int, all_: int) -> None:
    """How far it is, where somebody looks."""
    if sys.stderr is not None and sys.stderr.isatty():
        said = house.words("Looking back: {n} of {m} conversations", n=done, m=all_) if done >= 0 else ""
        sys.stderr.write(f"\r\x1b[K{said}")
        sys.stderr.flush()


def _pages(
    house: House,
    connection: Connection,
    session: ClassSession,
    shelf: ScenarioShelf,
    known: dict[str, Known],
    folder: Path,
) -> Iterator[str]:
    """Write every page; their names.

    Raises:
        Complaint: the folder cannot be written.
    """
    from game.classroom.home_facts import Known, gathered
    from game.classroom.home_page import page
    from game.classroom.home_pages import file_name
    from game.classroom.scenario_words import ScenarioWords
    from game.content.field_guide import FieldGuide

    words, scenarios = house.words, ScenarioWords(shelf)
    named: list[Seat] = [seat for seat in seats(connection, session.id) if seat.state != "erased"]
    number = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for seat in sorted(named, key=lambda each: (each.nickname, each.id)):
            facts = gathered(
                connection, session, seat, scenarios, words.locale, lambda name: known.get(name, Known())
            )
            if not facts.rounds:
                continue
            number += 1
            name = file_name(number, seat.nickname)
            (folder / name).write_bytes(page(facts, words, FieldGuide.load()))
            yield name
    except OSError as error:
        sentence = words("{file} cannot be written: {reason}", file=folder, reason=error.strerror or error)
        raise Complaint(sentence, "unwritable") from error
