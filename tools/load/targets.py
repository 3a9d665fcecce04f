"""The targets of a class that are no bursts: each sets its stage, measures, and says what is kept.

A short run changes sizes and times, never a limit on what may be lost.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tools.benches.report import Figure, Unmeasurable
from tools.load.bursts import percentile
from tools.load.class_of_thirty import day
from tools.load.coming import joins, returned
from tools.load.crashes import crashed
from tools.load.guards import endured, guessed
from tools.load.history import weighed
from tools.load.postgresql import emptied, postgresql, there_is_one
from tools.load.soak import soaked
from tools.load.stage import Server, again, class_of, hung_up
from tools.load.steady import sustained, watched


@dataclass(frozen=True, slots=True)
class Wish:
    """How something is measured.

    Attributes:
        short: in little.
        count: of desks or kills; 0 for the usual number.
        postgresql: two servers on one PostgreSQL.
        everywhere: servers and what marks for them may use every processor, also what the load leaves of
        its own.
    """

    short: bool = False
    count: int = 0
    postgresql: bool = False
    everywhere: bool = False

    @property
    def cores(self) -> str:
        """The processors of servers."""
        return EVERYWHERE if self.everywhere else SERVERS


EVERYWHERE = ",".join(str(core) for core in range(os.cpu_count() or 1)) if shutil.which("taskset") else ""
"""All processors; whatever is started from here would otherwise stay where the load is."""

LONGER = 1.25
"""How much longer answers may take beside silent connections and still count as unchanged (T17)."""

SERVERS = "1" if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1 else ""
"""The processor of servers; the load has the first one."""

Measured = tuple[list[Figure], list[str]]


@contextlib.contextmanager
def staged(start: bool = True, database: str = "", cores: str = SERVERS) -> Iterator[Server]:
    """A server in a folder of its own, on a processor of its own where there are several."""
    with tempfile.TemporaryDirectory(prefix="rapport-load-") as folder:
        server = Server(Path(folder), database=database, cores=cores)
        if start:
            server.start()
        try:
            yield server
        finally:
            if server.process is not None and server.process.poll() is None:
                server.stop()


def _faults(faults: list[str]) -> Figure:
    return Figure("ledger_faults", len(faults), "", at_most=0)


async def thirty(wish: Wish) -> Measured:
    """A whole class of real desks."""
    count = wish.count or (3 if wish.short else 30)
    with staged(cores="") as server:
        found = await day(server, server.folder, count)
    figures = [Figure("desks", found.desks, ""), Figure("desks_killed", found.killed, "")]
    figures += [Figure(f"seconds_{name}", seconds, "s") for name, seconds in found.seconds.items()]
    return [*figures, _faults(found.faults)], found.faults


async def crashes(wish: Wish) -> Measured:
    """T9: killed at random moments of bursts."""
    with staged() as server:
        found = await crashed(server, 12 if wish.short else 60, wish.count or (3 if wish.short else 20))
    return [
        Figure("kills", found.times, ""),
        Figure("sent", found.sent, ""),
        Figure("acknowledged_before_the_kill", found.acknowledged, ""),
        Figure("back_worst", max(found.back), "s", at_most=20),
        _faults(found.faults),
    ], found.faults


async def steady(wish: Wish) -> Measured:
    """L5: as much as the server takes, each conversation begun, handed in and marked."""
    if not wish.postgresql:
        with staged(cores=wish.cores) as server:
            return await _steady(wish, [server], 1_500)
    if not there_is_one():
        raise Unmeasurable("PostgreSQL is not installed: apt-get install postgresql")
    with (
        postgresql(careful=True, cores=EVERYWHERE if wish.everywhere else "") as address,
        staged(database=emptied(address), cores=wish.cores) as server,
    ):
        other = replace(server, port=0, process=None)
        other.start()
        try:
            return await _steady(wish, [server, other], 1_000)
        finally:
            other.stop()


async def _steady(wish: Wish, servers: list[Server], least: int) -> Measured:
    trainees = await class_of(servers[0], 16 if wish.short else 64)
    for at, one in enumerate(trainees):
        if servers[at % len(servers)] is not servers[0]:
            one.wire.close()
            one.wire.port = servers[at % len(servers)].port
    found = await sustained(servers, trainees, 4 if wish.short else 60)
    await hung_up(trainees)
    acks, each = found.burst, found.each
    return [
        Figure("submissions", found.rate, "1/s", at_least=None if wish.short else least),
        Figure("handed_in", len(acks.acks), ""),
        Figure("begun", len(found.begins), ""),
        Figure("durable_writes", 2 * found.rate, "1/s"),
        Figure("ack_p50", acks.ack(50), "ms"),
        Figure("ack_p95", acks.ack(95), "ms", at_most=None if wish.short else 50),
        Figure("begin_p95", percentile(found.begins, 95) * 1e3, "ms"),
        Figure("marked_after_the_last", found.backlog, "s", at_most=None if wish.short else 2),
        Figure("errors", acks.errors, "", at_most=0),
        Figure("server_each", each.servers * 1e6, "µs"),
        Figure("marking_each", each.marking * 1e6, "µs"),
        Figure("load_each", each.load * 1e6, "µs"),
        Figure("load_share", found.spent.load / found.spent.at * 100, "%", at_most=80),
        Figure("resident", acks.resident[0], "MB"),
        _faults(acks.faults),
    ], acks.faults


async def coming(wish: Wish) -> Measured:
    """L6: a class comes in at once."""
    with staged() as server:
        found = await joins(server, *((50, 1.0) if wish.short else (500, 5.0)))
        seats = server.count("seat")
    faults = [] if seats == len(found.took) - found.refused else [f"{seats} seats of {len(found.took)}"]
    return [
        Figure("joins", len(found.took), ""),
        Figure("join_p50", found.percentile(50), "ms"),
        Figure("join_p95", found.percentile(95), "ms", at_most=None if wish.short else 150),
        Figure("refused", found.refused, "", at_most=0),
        _faults(faults),
    ], faults


async def viewers(wish: Wish) -> Measured:
    """L7: hundreds of walls at four pictures a second, and fifty that have stopped reading."""
    walls, stalled, seconds = (12, 3, 1.5) if wish.short else (500, 50, 30.0)
    with staged() as server:
        trainees = await class_of(server, int(seconds * 4) + 4)
        found = await watched(server, walls, stalled, trainees, seconds)
        await hung_up(trainees)
    return [
        Figure("walls", walls, ""),
        Figure("stalled", stalled, ""),
        Figure("pictures", len(found.lags), ""),
        Figure("lag_p95", found.lag(95), "ms", at_most=None if wish.short else 250),
        Figure("growth", found.resident[1] - found.resident[0], "MB", at_most=30),
    ], found.faults


async def soak(wish: Wish) -> Measured:
    """L8: two hours."""
    with staged() as server:
        trainees = await class_of(server, 10 if wish.short else 100)
        if wish.short:
            found = await soaked(server, trainees, 12, every=2, thought=(0.2, 1.0))
        else:
            found = await soaked(server, trainees, 7_200)
        await hung_up(trainees)
    return [
        Figure("sent", found.sent, ""),
        Figure("connections_cut", found.cut, ""),
        Figure("resident_warm", found.before, "MB"),
        Figure("resident_at_the_end", found.after, "MB"),
        Figure("growth", found.growth, "%", at_most=None if wish.short else 10),
        _faults(found.faults),
    ], found.faults


async def restart(wish: Wish) -> Measured:
    """L9: the server dies under 500 seats and comes back."""
    with staged() as server:
        trainees = await class_of(server, 20 if wish.short else 500)
        for one in trainees:
            await one.hand_in()
        while server.count("attempt", "state = 'received'"):
            await asyncio.sleep(0.1)
        trainees = await again(trainees)
        found = await returned(server, trainees)
        await hung_up(trainees)
    return [
        Figure("seats", len(trainees), ""),
        Figure("answers_again", found.up, "s"),
        Figure("board_right", found.board - found.up, "s", at_most=2),
        Figure("everybody_back", found.back, "s", at_most=20),
        Figure("late_faults_of_the_server", found.late, "", at_most=0),
        _faults(found.faults),
    ], found.faults


async def history(wish: Wish) -> Measured:
    """L10: a hundred thousand attempts, in a class that is over and in one that still goes on."""
    count = wish.count or (2_000 if wish.short else 100_000)
    figures, faults = [Figure("attempts", count, "")], []
    for name, state in (("over", "over"), ("open", "open")):
        with staged(start=False) as server:
            found = await weighed(server, count, state)
        figures += [
            Figure(f"{name}_start", found.start, "s", at_most=3),
            Figure(f"{name}_start_processor", found.processor, "s"),
            Figure(f"{name}_export_xlsx", found.export, "s", at_most=20),
            Figure(f"{name}_resident_after_start", found.resident[0], "MB"),
            Figure(f"{name}_resident_most", found.resident[1], "MB", at_most=300),
        ]
        faults += [f"{name}: {fault}" for fault in found.faults]
        if state == "open":
            figures.append(Figure("open_trainers_page", found.page, "s", at_most=3))
    return [*figures, _faults(faults)], faults


async def guards(wish: Wish) -> Measured:
    """T1 and T17: what attackers cost those who have come to play."""
    guesses, silent, seats, requests = (500, 40, 4, 40) if wish.short else (10_000, 500, 20, 400)
    with staged() as server:
        guessing = await guessed(server, guesses)
    with staged() as server:
        silence = await endured(server, silent, seats, requests)
    without, beside = (percentile(each, 95) * 1e3 for each in (silence.without, silence.beside))
    slow = None if wish.short else 300
    return [
        Figure("guesses", guessing.answers.total(), ""),
        Figure("guesses_a_second", guessing.answers.total() / guessing.seconds, "1/s"),
        Figure("guesses_right", guessing.answers[201], "", at_most=0),
        Figure("guesses_unanswered", guessing.answers[0], "", at_most=0),
        Figure("guesses_looked_at_in_a_minute", guessing.minute, "", at_most=60),
        Figure("joins_meanwhile", len(guessing.joins), "", at_least=1),
        Figure("joins_shut_out", guessing.shut_out, "", at_most=0),
        Figure("join_p95", percentile(guessing.joins, 95) * 1e3, "ms", at_most=slow),
        Figure("join_worst", max(guessing.joins, default=0.0) * 1e3, "ms", at_most=slow),
        Figure("silent_connections", silent, ""),
        Figure("silent_closed_meanwhile", silence.closed, ""),
        Figure("answer_p95_without", without, "ms"),
        Figure("answer_p95_beside_them", beside, "ms"),
        Figure("times_as_long", beside / without, "", at_most=None if wish.short else LONGER),
        Figure("errors", silence.errors, "", at_most=0),
    ], []


TARGETS: dict[str, Callable[[Wish], Coroutine[Any, Any, Measured]]] = {
    "thirty": thirty,
    "crashes": crashes,
    "sustained": steady,
    "joins": coming,
    "viewers": viewers,
    "soak": soak,
    "restart": restart,
    "history": history,
    "guards": guards,
}
