"""A real server in a process of its own, and seats that have begun, each with a conversation to hand in."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from game.engine.conversation import Conversation, Step
from game.engine.customers import customer_of
from game.engine.rules import Rules
from game.engine.transcript import Transcript
from tools.load.rows import Rows, rows_of
from tools.load.wire import Lost, Wire
from tools.shipped import scenario

ROOT = Path(__file__).resolve().parent.parent.parent
SCENARIO = "seven-seconds"
STOCK = 40
"""Conversations played beforehand; seats with the same customer say the lines of one of them."""

AT_ONCE = 60
"""Seats that join and begin at the same time while the stage is set."""


@dataclass(slots=True)
class Server:
    """A server process on one database."""

    folder: Path
    database: str = ""
    port: int = 0
    cores: str = ""
    process: subprocess.Popen[str] | None = None
    ready: dict[str, Any] = field(default_factory=dict)
    more: tuple[str, ...] = ()

    def start(self) -> float:
        """Start it; seconds until it answered."""
        words = [sys.executable, "-m", "game", "host", "--json", "--no-browser", "--bind", "127.0.0.1"]
        words += ["--port", str(self.port), "--database", self.where]
        words += self.more
        pinned = ["taskset", "-c", self.cores] if self.cores else []
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [*pinned, *words],
            cwd=ROOT,
            env=os.environ | {"RAPPORT_HOME": str(self.folder), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the server did not start")
        self.ready = json.loads(line)
        self.port = int(self.ready["port"])
        return time.perf_counter() - began

    @property
    def key(self) -> str:
        """The trainer's."""
        return str(self.ready["teach"]).partition("#key=")[2]

    @property
    def session(self) -> str:
        """The class."""
        return str(self.ready["session"])

    @property
    def board(self) -> str:
        """Path of the board."""
        return "/board/" + str(self.ready["board"]).rpartition("/")[2]

    def kill(self) -> None:
        """As a power cut would: no goodbye."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self._gone()

    def stop(self) -> float:
        """As Ctrl-C would; seconds until it was gone."""
        assert self.process is not None
        began = time.perf_counter()
        self.process.send_signal(signal.SIGINT)
        self._gone()
        return time.perf_counter() - began

    def _gone(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        self.process.wait(30)
        self.process.stdout.close()

    def resident(self) -> float:
        """Megabytes of the server and the processes that mark for it."""
        assert self.process is not None
        pids = [self.process.pid]
        with contextlib.suppress(OSError):
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii")
            pids += [int(pid) for pid in children.split()]
        return sum(_resident(pid) for pid in pids)

    def processor(self) -> float:
        """Seconds of a processor that the server itself has taken so far."""
        assert self.process is not None
        with contextlib.suppress(OSError):
            told = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
            return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
        return 0.0

    def resident_alone(self) -> float:
        """Megabytes of the server itself."""
        assert self.process is not None
        return _resident(self.process.pid)

    @property
    def where(self) -> str:
        """The database: a file or an address."""
        return self.database or str(self.folder / "load.sqlite")

    @contextlib.contextmanager
    def rows(self) -> Iterator[Rows]:
        """The database as it lies, to be read."""
        with rows_of(self.where) as rows:
            yield rows

    def count(self, table: str, where: str = "1 = 1") -> int:
        """How many rows there are."""
        with self.rows() as rows:
            return rows.number(f"SELECT count(*) FROM {table} WHERE {where}")


def _resident(pid: int) -> float:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


@dataclass(slots=True)
class Trainee:
    """A seat with a conversation that waits to be handed in."""

    wire: Wire
    seat: str
    round: str
    number: int
    transcript: dict[str, Any]
    key: str = field(default_factory=lambda: str(uuid.uuid4()))
    attempt: str = ""

    async def hand_in(self) -> int:
        """Hand it in; the status.

        Raises:
            Lost: no answer came.
        """
        body = {"round": self.round, "number": self.number, "transcript": self.transcript}
        status, told = await self.wire.asked("POST", "/api/v1/attempts", body, {"Idempotency-Key": self.key})
        if status in (200, 201):
            self.attempt = told["attempt"]
        return status


async def trained(server: Server, path: str, body: Any = None) -> Any:
    """What the trainer does."""
    wire = Wire("127.0.0.1", server.port, server.key)
    status, told = await wire.asked("POST", f"/api/v1/trainer/sessions/{server.session}{path}", body or {})
    wire.close()
    if status >= 400:
        raise RuntimeError(f"{path}: {status} {told}")
    return told


async def class_of(server: Server, count: int, joins: list[float] | None = None) -> list[Trainee]:
    """Seats that have joined and begun in a new round.

    Args:
        server: is running.
        count: of the seats.
        joins: takes the seconds that every join took.
    """
    await trained(server, "", {"capacity": 5_000})
    made = await trained(
        server, "/rounds", {"scenario": SCENARIO, "mode": "race", "open": True, "attempts": 0}
    )
    one = made["round"]["id"] if isinstance(made.get("round"), dict) else made["id"]
    return await joined(server, count, one, joins)


async def joined(server: Server, count: int, one: str, joins: list[float] | None = None) -> list[Trainee]:
    """Seats that join and begin in a round that is open."""
    stock, gate = played(), asyncio.Semaphore(AT_ONCE)

    async def seated() -> Trainee:
        async with gate:
            wire = Wire("127.0.0.1", server.port)
            began = time.perf_counter()
            told = await patiently(wire, "/api/v1/join", {"code": server.ready["code"]})
            if joins is not None:
                joins.append(time.perf_counter() - began)
            wire.token = told["token"]
            begun = await patiently(wire, "/api/v1/begin", {"round": one})
            transcript = stock.transcript(begun["seed"], begun["fingerprint"])
            return Trainee(wire, told["seat"], one, begun["number"], transcript)

    return list(await asyncio.gather(*(seated() for _ in range(count))))


async def again(trainees: list[Trainee]) -> list[Trainee]:
    """The same seats, each with another conversation of the same round."""
    stock, gate = played(), asyncio.Semaphore(AT_ONCE)

    async def begun(one: Trainee) -> Trainee:
        async with gate:
            told = await patiently(one.wire, "/api/v1/begin", {"round": one.round})
            transcript = stock.transcript(told["seed"], told["fingerprint"])
            return Trainee(one.wire, one.seat, one.round, told["number"], transcript)

    return list(await asyncio.gather(*(begun(one) for one in trainees)))


async def hung_up(trainees: list[Trainee]) -> None:
    """Give every connection back."""
    for one in trainees:
        one.wire.close()
    await asyncio.sleep(0.05)


async def patiently(wire: Wire, path: str, body: Any) -> Any:
    """Ask until it is answered: whoever is told to wait waits."""
    for _ in range(200):
        try:
            status, told = await wire.asked("POST", path, body)
        except Lost:
            await asyncio.sleep(0.2)
            continue
        if status in (200, 201):
            return told
        if status not in (429, 503):
            raise RuntimeError(f"{path}: {status} {told}")
        await asyncio.sleep(0.3)
    raise RuntimeError(f"{path}: no answer")


@cache
def played() -> Stock:
    """The stock of this process; playing it once is enough."""
    return Stock()


class Stock:
    """Conversations that were played beforehand, by the hidden customer whom they met."""

    def __init__(self) -> None:
        """Play some."""
        self._scenario = scenario(SCENARIO)
        rules, luck = Rules(self._scenario), np.random.default_rng(7)
        self._said: dict[int, list[tuple[Any, ...]]] = {}
        for seed in range(STOCK):
            conversation = Conversation.begin(self._scenario, seed, rules=rules)
            while conversation.outcome is None:
                offers = conversation.offers()
                step = conversation.say(offers[int(luck.integers(len(offers)))].id)
                assert isinstance(step, Step)
                conversation = step.conversation
            self._said.setdefault(conversation.customer, []).append(conversation.moves)
        self._next = 0

    def transcript(self, seed: int, fingerprint: str) -> dict[str, Any]:
        """A conversation with this luck; which lines are on offer depends on the customer alone."""
        self._next += 1
        known = self._said[customer_of(self._scenario, seed)]
        return Transcript(SCENARIO, fingerprint, seed, known[self._next % len(known)]).to_json()


__all__ = ["Lost", "Server", "Stock", "Trainee", "again", "class_of", "patiently", "played", "trained"]
