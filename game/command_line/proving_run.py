"""Proves scenarios as it was asked for, and prints what is wrong with them and what is known of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.analysis.proofs import Proof
from game.authoring import prove_cache
from game.authoring.prove import QUICK, Effort, Heard, begins, prove
from game.authoring.prove_claims import Claims, claims
from game.authoring.prove_evidence import Claim
from game.authoring.prove_json import report
from game.command_line.complaints import Complaint, ExitCode
from game.command_line.handiwork import set_aside, unwritable
from game.command_line.house import House
from game.command_line.interruptions import ending_is_interrupting
from game.command_line.proving_text import tell_claim, tell_proof
from game.command_line.simulations import progress
from game.command_line.streams import complain, tell
from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic, Findings
from game.content.library import Library
from game.content.loading import Loaded, load_scenario
from game.content.places import Kind
from game.content.source import Source, read_source
from game.records.solved import Solved

GLANCE = Effort(plays=90, trained=90, most=20_000, places=300, rounds=2)
"""Enough for the little files that show a fault."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; see the help of `rapport prove`."""

    scenarios: tuple[str, ...]
    full: bool = False
    plays: int = QUICK.plays
    again: bool = False
    as_json: bool = False
    report: Path | None = None

    @property
    def effort(self) -> Effort:
        """How much is to be done."""
        usual = replace(QUICK, plays=self.plays, trained=max(self.plays * 9 // 10, 9))
        return usual.fully() if self.full else usual


@dataclass(frozen=True, slots=True)
class Tried:
    """One scenario: its errors where it cannot be proved, otherwise what was found out."""

    name: str
    errors: tuple[Diagnostic, ...] = ()
    loaded: Loaded | None = None
    proof: Proof | None = None
    claims: Claims | None = None

    @property
    def rows(self) -> tuple[Claim, ...]:
        """Everything to be said."""
        told = self.claims.told if self.claims is not None else ()
        return (*(Claim(each, {}) for each in self.errors), *told)


def proved(house: House, wanted: Wanted) -> int:
    """Prove scenarios one after another and print what came of it.

    Returns:
        the exit code: 1 where an error is proved, 130 where it was interrupted.

    Raises:
        Complaint: there is no scenario, or nowhere to write to.
    """
    words = house.words
    names = list(_names(house, wanted.scenarios))
    done: list[Tried] = []
    for name in names:
        one = _tried(house, wanted, name)
        done.append(one)
        if not wanted.as_json:
            _told(house, one)
        if one.proof is not None and one.proof.partial:
            break
    rows = [row for one in done for row in one.rows]
    if wanted.as_json:
        tell(json.dumps([row.record(words.locale) for row in rows], indent=1))
    else:
        errors = sum(row.diagnostic.severity is Severity.ERROR for row in rows)
        tell(
            words("; ").join(
                (
                    words.count("{n} scenario looked at", "{n} scenarios looked at", len(done)),
                    words.count("{n} error", "{n} errors", errors),
                    words.count("{n} thing to look at", "{n} things to look at", len(rows) - errors),
                )
            )
        )
    if wanted.report is not None:
        _write(house, wanted.report, done)
    if any(one.proof is not None and one.proof.partial for one in done):
        if wanted.as_json:
            complain(words("Interrupted: what follows is only what was complete."))
        return ExitCode.INTERRUPTED
    faulty = any(row.diagnostic.severity is Severity.ERROR for row in rows)
    return ExitCode.CONTENT_FAULTS if faulty else ExitCode.FINE


def tried(name: str, effort: Effort = GLANCE) -> tuple[Claim, ...]:
    """What is to be said of one scenario; nothing is kept and nobody is told of the progress."""
    loaded = load_scenario(name)
    if loaded.scenario is None:
        return tuple(Claim(each, {}) for each in loaded.errors)
    source = _source(loaded)
    if not begins(loaded.scenario):
        return (_silent(loaded, source),)
    return claims(loaded, source, prove(loaded.scenario, effort)).told


def _names(house: House, asked: tuple[str, ...]) -> Iterator[str]:
    """The scenarios; a folder stands for all that it holds."""
    for name in dict.fromkeys(asked):
        if not Path(name).is_dir():
            yield name
            continue
        cards = Library((Path(name),)).listing()
        if not cards:
            raise Complaint(house.words("there is no scenario in {path}.", path=name), "scenario")
        yield from (str(card.path) for card in cards)


def _tried(house: House, wanted: Wanted, name: str) -> Tried:
    """Look at a scenario with a bar that moves."""
    with progress(house.words, 100) as more, ending_is_interrupting():
        told = 0

        def heard(done: int, all_: int) -> None:
            nonlocal told
            now = 100 * done // all_
            more(now - told)
            told = now

        return looked_at(house.saves.folder, name, wanted.effort, heard, again=wanted.again)


def looked_at(folder: Path, name: str, effort: Effort, heard: Heard, *, again: bool = False) -> Tried:
    """Look at a scenario; lint first: what has errors cannot be played.

    Args:
        folder: where proofs are kept.
        name: id or file of the scenario.
        effort: how much is to be done.
        heard: is told of the progress.
        again: do it again even where it is known from before.
    """
    loaded = load_scenario(name)
    if loaded.scenario is None:
        return Tried(name, loaded.errors)
    source = _source(loaded)
    if not begins(loaded.scenario):
        return Tried(name, (_silent(loaded, source).diagnostic,))
    kept = Solved(folder, prove_cache.ROOM)
    proof = None if again else prove_cache.read(kept, loaded.scenario, effort)
    if proof is None:
        proof = prove(loaded.scenario, effort, heard)
        prove_cache.write(kept, loaded.scenario, effort, proof)
    return Tried(name, (), loaded, proof, claims(loaded, source, proof))


def _source(loaded: Loaded) -> Source | None:
    """The text of a scenario, to quote from."""
    place = loaded.places.of(Kind.FIELD, "id")
    return read_source(Path(place.file))[0] if place else None


def _silent(loaded: Loaded, source: Source | None) -> Claim:
    """There is nothing to say."""
    place = loaded.places.of(Kind.FIELD, "beats")
    findings = Findings(place.file if place else "", source)
    return Claim(findings.add("SC625", *((place.line, place.column) if place else ())), {})


def _told(house: House, one: Tried) -> None:
    """Faults first, then figures."""
    for row in one.rows:
        tell_claim(house.words, row, one.name)
    if one.proof is not None and one.claims is not None and one.loaded is not None:
        tell_proof(house.words, one.loaded, one.proof, one.claims, one.name)


def _write(house: House, file: Path, done: list[Tried]) -> None:
    words = house.words
    plain: list[dict[str, Any]] = [
        report(one.proof, one.claims, one.loaded.scenario.rubric.passing, words.locale)
        for one in done
        if one.proof and one.claims and one.loaded and one.loaded.scenario
    ]
    text = json.dumps({"scenarios": plain}, ensure_ascii=False, indent=1) + "\n"
    try:
        set_aside(file, text.encode())
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise unwritable(house, file, error) from error
