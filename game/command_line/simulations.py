"""Has scenarios played by the thousand as it was asked for, and tells people or programs what came of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from game.analysis.roster import NAMES, SCRIPTED, Casting
from game.analysis.simulation import Plan
from game.authoring.simulate import Job, Simulation, simulate
from game.authoring.simulation_json import simulation_to_json
from game.command_line.complaints import Complaint, ExitCode, perhaps
from game.command_line.handiwork import set_aside
from game.command_line.house import House
from game.command_line.interruptions import ending_is_interrupting
from game.command_line.opened import CustomerChoice, Opened
from game.command_line.shelf import Shelf
from game.command_line.streams import tell
from game.content.library import EXAMPLES, SUFFIX, read_card
from game.engine.luck import MOST_SEED
from game.language.words import Words

EVERYBODY = "all"
UNFIT_TO_HELP = frozenset({SCRIPTED, "class"})
"""Those who cannot speak where a script has nothing to say: itself, and nine people at once."""
MOST_PLAYS = 1_000_000_000
PERCENT = 10
"""Per mille in a percent."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as it was typed; see the help of `rapport simulate`."""

    scenarios: tuple[str, ...]
    sellers: tuple[str, ...]
    plays: int
    seed: int
    customer: str = ""
    noise: float | None = None
    script: str = ""
    fallback: str = "random"
    processes: int = 0
    psychology: Path | None = None


def simulated(house: House, asked: Asked, *, as_json: bool, html: Path | None, plain: bool) -> int:
    """Play, and print or write what came of it.

    Args:
        house: the words.
        asked: who plays what how often.
        as_json: print one JSON object.
        html: write a report with pictures to this file as well.
        plain: without colours and boxes.

    Returns:
        the exit code: 130 where it was interrupted, after what was complete has been told.

    Raises:
        Complaint: something that was asked for cannot be had (with `as_json` told as an object instead).
    """
    try:
        opened = _opened(house, asked)
        jobs = _jobs(house.words, asked, opened)
        if html is not None:
            _writable(house.words, html)
    except Complaint as complaint:
        if not as_json:
            raise
        tell(json.dumps({"error": complaint.kind, "message": complaint.sentence}, indent=1))
        return complaint.code
    with progress(house.words, sum(job.plan.plays for job in jobs)) as played, ending_is_interrupting():
        simulation = simulate(jobs, asked.processes, played)
    targets = {each.scenario.id: each.book.wording.target for each in opened}
    if as_json:
        tell(json.dumps(simulation_to_json(simulation, asked.seed, targets), indent=1))
    else:
        from game.command_line.simulation_text import tell_simulation

        tell_simulation(house.words, simulation, opened, plain=plain)
    if html is not None:
        _write(house.words, html, simulation, opened)
    return ExitCode.INTERRUPTED if simulation.partial else ExitCode.FINE


def _opened(house: House, asked: Asked) -> list[Opened]:
    """The scenarios, each once; a folder stands for all that it holds."""
    shelf = Shelf(house.words, asked.psychology)
    pure = _customer(house.words, asked).pure
    names: list[str] = []
    for name in asked.scenarios:
        if not Path(name).is_dir():
            names.append(name)
            continue
        found = [path for path in sorted(Path(name).rglob(f"*{SUFFIX}")) if _wanted(path, Path(name))]
        if not found:
            raise Complaint(house.words("there is no scenario in {path}.", path=name), "scenario")
        names += map(str, found)
    return [shelf.open(name, pure) for name in dict.fromkeys(names)]


def _wanted(path: Path, folder: Path) -> bool:
    """Whether a file of a folder is a scenario; examples are played where somebody asks for them."""
    return EXAMPLES not in path.relative_to(folder).parts and read_card(path) is not None


def _customer(words: Words, asked: Asked) -> CustomerChoice:
    if not asked.customer:
        return CustomerChoice()
    choice = CustomerChoice.parsed(asked.customer)
    if choice is None:
        raise Complaint(
            words("--customer is D, I, S, C or a number, not '{text}'", text=asked.customer), "customer"
        )
    return choice


def _jobs(words: Words, asked: Asked, opened: list[Opened]) -> list[Job]:
    """Every seller in every scenario."""
    if not 1 <= asked.plays <= MOST_PLAYS:
        raise Complaint(words("--plays is a number from 1 to {most}", most=MOST_PLAYS), "plays")
    if not 0 <= asked.seed <= MOST_SEED:
        raise Complaint(words("--seed is a number from 0 to {most}", most=MOST_SEED), "seed")
    if asked.processes < 0:
        raise Complaint(words("--processes is a number from 0 on"), "processes")
    castings = _castings(words, asked)
    customer = _customer(words, asked)
    jobs = []
    for each in opened:
        scenario = each.scenario
        if customer.variant is not None and not 1 <= customer.variant <= scenario.customers:
            raise Complaint(
                words(
                    "{scenario} has {n} hidden customers; there is no number {number}",
                    scenario=scenario.id,
                    n=scenario.customers,
                    number=customer.variant,
                ),
                "customer",
            )
        lines = [line.id for beat in scenario.beats for line in beat.lines]
        for casting in castings:
            for line in casting.script:
                if line not in lines:
                    sentence = words("{scenario} has no line '{line}'.", scenario=scenario.id, line=line)
                    raise Complaint(sentence + perhaps(words, line, lines), "line")
            met = None if customer.variant is None else customer.variant - 1
            jobs.append(Job(scenario, Plan(casting, asked.plays, asked.seed, met), customer.pure))
    return jobs


def _castings(words: Words, asked: Asked) -> list[Casting]:
    """The sellers, each once."""
    if asked.noise is not None and not 0 <= asked.noise <= 100:
        raise Complaint(words("--noise is a percentage, 0 to 100"), "noise")
    noise = None if asked.noise is None else round(asked.noise * PERCENT)
    script = tuple(line.strip() for line in asked.script.split(",") if line.strip())
    names = [name.strip().lower() for given in asked.sellers for name in given.split(",") if name.strip()]
    if EVERYBODY in names:
        names = [name for name in NAMES if script or name != SCRIPTED]
    for name in (*names, asked.fallback):
        if name not in NAMES:
            sentence = words(
                "there is no seller '{name}'; there are {names}.", name=name, names=", ".join(NAMES)
            )
            raise Complaint(sentence + perhaps(words, name, list(NAMES)), "seller")
    if asked.fallback in UNFIT_TO_HELP:
        raise Complaint(
            words(
                "a script cannot fall back on '{name}'; it can on {names}.",
                name=asked.fallback,
                names=", ".join(name for name in NAMES if name not in UNFIT_TO_HELP),
            ),
            "seller",
        )
    if SCRIPTED in names and not script:
        raise Complaint(words("what does the scripted seller say? --script ID,ID,..."), "script")
    if script and SCRIPTED not in names:
        names.append(SCRIPTED)
    return [
        Casting(name, noise, script if name == SCRIPTED else (), asked.fallback)
        for name in dict.fromkeys(names)
    ]


class Played(Protocol):
    """Is told of conversations that are over."""

    def __call__(self, plays: int) -> None:
        """So many more."""


@contextmanager
def progress(words: Words, plays: int) -> Iterator[Played]:
    """A bar on the terminal while it takes its time; nothing where nobody would see it move."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(words("Playing"), total=plays)
        yield lambda more: bar.update(task, advance=more)


def _writable(words: Words, file: Path) -> None:
    """Find out before the work, not after it, that the report can be written nowhere."""
    if file.is_dir() or not file.absolute().parent.is_dir():
        raise Complaint(words("{path} cannot be written: there is no such folder.", path=file), "html")


def _write(words: Words, file: Path, simulation: Simulation, opened: list[Opened]) -> None:
    from game.authoring.simulation_page import page

    try:
        told = page(words, simulation, {each.scenario.id: each.book.wording for each in opened})
        set_aside(file, told.encode())
        file.write_text(told, "utf-8")
    except OSError as error:
        raise Complaint(
            words("{path} cannot be written: {reason}", path=file, reason=error.strerror or error), "html"
        ) from error
