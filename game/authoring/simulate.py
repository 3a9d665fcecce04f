"""Has scenarios played by the thousand, in this process or in several, and adds up what was counted.

The result does not depend on how many processes there are, nor on which of them was quicker: the plays are
dealt out in blocks that are always the same, and tallies are whole numbers that are added.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from time import perf_counter

from game.analysis.simulation import Plan
from game.analysis.tallies import Tally
from game.engine.rules import Rules
from game.engine.scenario import Scenario

WORTH_A_PROCESS = 3
"""Blocks of work that pay for starting one more process."""


@dataclass(frozen=True, slots=True)
class Job:
    """A scenario and what is to be played of it.

    Attributes:
        scenario: the rules.
        plan: who plays, and how often.
        pure: letter of the pure type that the customer was made, empty for the scenario's own.
    """

    scenario: Scenario
    plan: Plan
    pure: str = ""


@dataclass(slots=True)
class Simulated:
    """What came of a job.

    Attributes:
        job: what was to be done.
        rules: of the scenario.
        tally: everything counted so far.
        seconds: wall time from its first block to its last.
    """

    job: Job
    rules: Rules
    tally: Tally
    seconds: float = 0.0

    @property
    def partial(self) -> bool:
        """Whether it was interrupted before all was played."""
        return self.tally.plays < self.job.plan.plays


@dataclass(frozen=True, slots=True)
class Simulation:
    """All jobs with what came of them; `seconds` is the wall time of the whole."""

    runs: tuple[Simulated, ...]
    processes: int
    seconds: float

    @property
    def partial(self) -> bool:
        """Whether it was interrupted."""
        return any(run.partial for run in self.runs)

    @property
    def plays(self) -> int:
        """Conversations that were played."""
        return sum(run.tally.plays for run in self.runs)


def simulate(
    jobs: Sequence[Job], processes: int = 0, played: Callable[[int], None] = lambda _: None
) -> Simulation:
    """Play all jobs; an interruption (Ctrl-C) ends it early and keeps what is complete.

    Args:
        jobs: what is to be played.
        processes: how many share the work; 0 for as many as it is worth.
        played: is told after every block how many conversations it had.
    """
    begun = perf_counter()
    tasks = [(at, block) for at, job in enumerate(jobs) for block in range(job.plan.blocks)]
    count = max(1, min(processes or _worth([jobs[at] for at, _ in tasks]), len(tasks)))
    compiled: dict[int, Rules] = {}
    runs = tuple(_begun(job, compiled) for job in jobs)
    first: dict[int, float] = {}
    try:
        with closing(_here(runs, tasks) if count == 1 else _shared(jobs, tasks, count)) as done:
            for (at, _), tally, started in done:
                run = runs[at]
                run.tally = run.tally + tally
                run.seconds = perf_counter() - first.setdefault(at, started)
                played(tally.plays)
    except KeyboardInterrupt:
        pass  # what is complete is worth telling; the caller sees that it is partial
    return Simulation(runs, count, perf_counter() - begun)


Task = tuple[int, int]
"""Number of a job and of one of its blocks."""

Done = Generator[tuple[Task, Tally, float], None, None]
"""Blocks as they are finished: which, what was counted, and when it was begun."""


def _worth(blocks: Sequence[Job]) -> int:
    """As many processes as there are processors, and as the work pays for; slow sellers pay sooner."""
    work = sum(WORTH_A_PROCESS if job.plan.casting.looks_ahead else 1 for job in blocks)
    return min(multiprocessing.cpu_count(), work // WORTH_A_PROCESS + 1)


def _begun(job: Job, compiled: dict[int, Rules]) -> Simulated:
    """Nothing counted yet; a scenario that several sellers play is compiled once."""
    rules = _compiled(job, compiled)
    return Simulated(job, rules, Tally.empty(rules))


def _compiled(job: Job, compiled: dict[int, Rules]) -> Rules:
    """The rules of a job's scenario, compiled when they are first asked for."""
    known = compiled.get(id(job.scenario))
    if known is None:
        known = compiled[id(job.scenario)] = Rules(job.scenario)
    return known


def _here(runs: Sequence[Simulated], tasks: Sequence[Task]) -> Done:
    """Play block after block in this process."""
    for at, block in tasks:
        started = perf_counter()
        yield (at, block), runs[at].job.plan.block(runs[at].rules, block), started


def _shared(jobs: Sequence[Job], tasks: Sequence[Task], count: int) -> Done:
    """Play blocks in processes of their own; whoever is done gets the next one."""
    context = multiprocessing.get_context("spawn")
    waiting, busy, workers = list(reversed(tasks)), {}, []
    try:
        for _ in range(count):
            ours, theirs = context.Pipe()
            worker = context.Process(target=_work, args=(tuple(jobs), theirs), daemon=True)
            workers.append(worker)
            with _undisturbed():
                worker.start()
            theirs.close()
            busy[ours] = (waiting.pop(), perf_counter())
            ours.send(busy[ours][0])
        while busy:
            for ready in wait(list(busy)):
                assert isinstance(ready, Connection)
                answer = _received(ready)
                task, started = busy.pop(ready)
                if waiting:
                    busy[ready] = (waiting.pop(), perf_counter())
                    ready.send(busy[ready][0])
                yield task, answer, started
    finally:
        begun = [worker for worker in workers if worker.pid is not None]
        for worker in begun:
            worker.terminate()
        for worker in begun:
            worker.join()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """An interruption waits until a process has been begun, and does not reach the one that is begun.

    Half begun, it would complain of it in ways that nobody wants to read.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    caught: list[int] = []
    before = {
        each: signal.signal(each, lambda number, _: caught.append(number))
        for each in (signal.SIGINT, signal.SIGTERM)
    }
    masking = hasattr(signal, "pthread_sigmask")
    try:
        if masking:
            resource_tracker.ensure_running()  # unmasks for itself where it is not running yet
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        yield
    finally:
        if masking:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        for each, handler in before.items():
            signal.signal(each, handler)
    for number in caught[:1]:
        signal.raise_signal(number)


def _received(connection: Connection) -> Tally:
    """What a process counted.

    Raises:
        RuntimeError: it died, or something went wrong in it.
    """
    try:
        answer = connection.recv()
    except (EOFError, OSError) as error:
        raise RuntimeError("a process of the simulation ended before its work was done") from error
    if not isinstance(answer, Tally):
        raise RuntimeError(f"a process of the simulation failed: {answer}")
    return answer


def _work(jobs: Sequence[Job], tasks: Connection) -> None:
    """Play the blocks that are asked for, until nobody asks any more; runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the first process's to answer
    threading.Thread(target=_orphaned, daemon=True).start()
    compiled: dict[int, Rules] = {}
    while True:
        try:
            at, block = tasks.recv()
        except EOFError:
            return
        job = jobs[at]
        try:
            tasks.send(job.plan.block(_compiled(job, compiled), block))
        except Exception as error:
            with suppress(OSError):  # nobody is there any more
                tasks.send(repr(error))


def _orphaned() -> None:
    """End at once, whatever is being played, when the process that asked for it is there no longer."""
    asking = multiprocessing.parent_process()
    if asking is not None:
        asking.join()
        os._exit(1)
