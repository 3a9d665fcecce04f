"""A whole class from join to export: a real server, thirty real desks, and a trainer who leads over HTTP.

Every desk is a process with its own window (unseen), its own disk and its own outbox. A tenth of them are
killed in the middle of their first conversation and started again. There are a race and an exam; the exam is
played while the board is frozen. At the end what the desks wrote down for themselves is held against what
they were shown, the board, and every export.
"""

from __future__ import annotations

import asyncio
import csv
import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tools.load.desk import noted
from tools.load.stage import ROOT, SCENARIO, Server, trained
from tools.load.wire import Wire

EXAM = "too-complicated"
PATIENCE = 900.0
BOARD_ROWS = 8
EXPORTS = ("csv", "jsonl", "xlsx", "moodle.csv", "html")


@dataclass(slots=True)
class Desk:
    """A desk as a process."""

    folder: Path
    address: str
    code: str
    seed: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Sit down, or sit down again."""
        words = [sys.executable, "-m", "tools.load.desk", self.address, self.code, str(self.folder)]
        words += ["--seed", str(self.seed), "--language", "zh" if self.seed % 2 else "en"]
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "errors.txt").open("ab") as errors:
            self.process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=errors)

    def kill(self) -> None:
        """As a flat battery would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    @property
    def lines(self) -> list[dict[str, Any]]:
        """What it wrote down."""
        return noted(self.folder)

    @property
    def name(self) -> str:
        """Its name on the board; empty before it has one."""
        return next((str(line["nickname"]) for line in self.lines if "nickname" in line), "")

    def scores(self) -> dict[str, int]:
        """By round what it makes of its own conversations."""
        return {str(line["round"]): int(line["score"]) for line in self.lines if "round" in line}

    def shown(self) -> list[tuple[int, str, int | None]]:
        """What it showed at the end: number of the round, state, score."""
        last: dict[str, Any] = next((line for line in self.lines if "over" in line), {"shown": []})
        return [(number, state, points) for number, _, state, points in last["shown"]]


@dataclass(slots=True)
class Day:
    """What a class came to.

    Attributes:
        desks: how many sat there.
        seconds: by what was done.
        killed: desks that were killed and came back.
        faults: what does not agree; empty where all is well.
    """

    desks: int
    seconds: dict[str, float] = field(default_factory=dict)
    killed: int = 0
    faults: list[str] = field(default_factory=list)


async def day(server: Server, folder: Path, count: int = 30) -> Day:
    """Lead a class through its day.

    Args:
        server: is running, with a class nobody has joined.
        folder: for the disks of the desks.
        count: of the desks.
    """
    found, began = Day(count), time.perf_counter()
    address = f"127.0.0.1:{server.port}"
    desks = [Desk(folder / f"desk-{at}", address, str(server.ready["code"]), at) for at in range(count)]
    try:
        for desk in desks:
            desk.start()
        await _until(lambda: all(desk.name for desk in desks), desks, "everybody to join")
        began = _lap(found, "joined", began)
        first = await _round(server, SCENARIO, "race")
        for desk in desks[: max(1, count // 10)]:
            await _until(lambda desk=desk: any("begun" in line for line in desk.lines), desks, "a beginning")  # type: ignore[misc]
            desk.kill()
            desk.start()
            found.killed += 1
        await _until(lambda: all(first in desk.scores() for desk in desks), desks, "the race")
        began = _lap(found, "race", began)
        await _marked(server, count)
        found.faults += _board(await _shown(server), desks, first)
        await trained(server, f"/rounds/{first}/close")
        await trained(server, "/freeze")
        frozen = await _shown(server)
        second = await _round(server, EXAM, "exam")
        await _until(lambda: all(second in desk.scores() for desk in desks), desks, "the exam")
        await _marked(server, 2 * count)
        began = _lap(found, "exam", began)
        if (still := (await _shown(server))["rows"]) not in ([], frozen["rows"]):
            found.faults.append(f"the frozen board shows what came later: {still}")
        await trained(server, "/reveal")
        await trained(server, f"/rounds/{second}/close")
        await trained(server, "/close")
        found.faults += await _left(desks)
        _lap(found, "left", began)
        found.faults += _desks_agree(desks, (first, second))
        found.faults += await _exports(server, desks, (first, second))
    finally:
        for desk in desks:
            if desk.process is not None and desk.process.poll() is None:
                desk.kill()
    return found


def _lap(found: Day, name: str, since: float) -> float:
    now = time.perf_counter()
    found.seconds[name] = now - since
    return now


async def _until(so: Callable[[], bool], desks: Iterable[Desk], what: str) -> None:
    """Wait until something is so; a desk that has given up is no use waiting for."""
    end = time.monotonic() + PATIENCE
    while not so():
        for desk in desks:
            if desk.process is not None and desk.process.poll() not in (None, 0):
                errors = (desk.folder / "errors.txt").read_text("utf-8", "replace")[-600:]
                raise RuntimeError(f"{desk.folder.name} gave up: {desk.lines[-1:]} {errors}")
        if time.monotonic() > end:
            raise RuntimeError(f"still waiting for {what}")
        await asyncio.sleep(0.2)


async def _round(server: Server, scenario: str, mode: str) -> str:
    """Open a round in which everybody tries once; its id."""
    wanted = {"scenario": scenario, "mode": mode, "open": True, "attempts": 1}
    return str((await trained(server, "/rounds", wanted))["id"])


async def _marked(server: Server, count: int) -> None:
    """Wait until so many are marked and drawn."""
    while server.count("mark") < count or server.count("attempt", "state = 'received'"):
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.6)


async def _shown(server: Server) -> dict[str, Any]:
    """The board."""
    wire = Wire("127.0.0.1", server.port)
    _, board = await wire.asked("GET", f"{server.board}/board.json")
    wire.close()
    return dict(board)


async def _left(desks: Iterable[Desk]) -> list[str]:
    """Wait until everybody has noticed that the class is over."""
    faults = []
    for desk in desks:
        assert desk.process is not None
        try:
            code = await asyncio.to_thread(desk.process.wait, PATIENCE)
        except subprocess.TimeoutExpired:
            code = -1
        if code:
            faults.append(f"{desk.folder.name} did not end well: {desk.lines[-1:]}")
    return faults


def _board(board: dict[str, Any], desks: Iterable[Desk], one: str) -> list[str]:
    """Whether the wall shows the best of what the desks wrote down, under their names."""
    scores = {desk.name: desk.scores()[one] for desk in desks}
    wanted = sorted(scores.values(), reverse=True)[:BOARD_ROWS]
    rows = board["rows"]
    if [row["score"] for row in rows] != wanted or any(scores[row["name"]] != row["score"] for row in rows):
        return [f"the board shows {[(row['name'], row['score']) for row in rows]} and not {wanted}"]
    return []


def _desks_agree(desks: Iterable[Desk], rounds: tuple[str, ...]) -> list[str]:
    """Whether every desk showed in the end what it had made of its conversations itself."""
    faults = []
    for desk in desks:
        mine = [(number, "scored", desk.scores()[one]) for number, one in enumerate(rounds, start=1)]
        if desk.shown() != mine:
            faults.append(f"{desk.folder.name} showed {desk.shown()} and had played {mine}")
    return faults


async def _exports(server: Server, desks: list[Desk], rounds: tuple[str, ...]) -> list[str]:
    """Whether every file holds what the desks wrote down, no more and no less."""
    wanted = sorted((desk.name, at, desk.scores()[one]) for desk in desks for at, one in enumerate(rounds, 1))
    files = {kind: await asyncio.to_thread(_fetched, server, kind) for kind in EXPORTS}
    rows = list(csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig"), newline="")))
    lines = [json.loads(line) for line in files["jsonl"].decode().splitlines()]
    book = load_workbook(io.BytesIO(files["xlsx"]), read_only=True)
    cells = [list(row) for row in book[book.sheetnames[0]].iter_rows(values_only=True)]
    heads = [str(cell) for cell in cells[0]]
    place = [heads.index(name) for name in ("Name", "Round", "Score")]
    found: dict[str, list[tuple[Any, ...]]] = {
        "csv": [(row["Name"], int(row["Round"]), int(row["Score"])) for row in rows],
        "jsonl": [(one["name"], one["round"], one["score"]) for one in lines],
        "xlsx": [tuple(row[at] for at in place) for row in cells[1:]],
    }
    faults = [f"{kind} holds {sorted(got)[:4]} …" for kind, got in found.items() if sorted(got) != wanted]
    book_of_grades = csv.DictReader(io.StringIO(files["moodle.csv"].decode("utf-8-sig"), newline=""))
    grades = sorted((row["Identifier"], int(row["Points"])) for row in book_of_grades)
    if grades != sorted((name, points) for name, _, points in wanted):
        faults.append(f"the gradebook holds {grades[:4]} …")
    if b"<html" not in files["html"]:
        faults.append("the report is no page")
    return faults


def _fetched(server: Server, kind: str) -> bytes:
    """One export, as the trainer's browser fetches it."""
    import httpx2

    address = f"http://127.0.0.1:{server.port}/api/v1/trainer/sessions/{server.session}/export.{kind}"
    head = {"Authorization": f"Bearer {server.key}", "Accept-Language": "en"}
    answer = httpx2.get(address, headers=head, trust_env=False, timeout=120)
    answer.raise_for_status()
    return answer.content
