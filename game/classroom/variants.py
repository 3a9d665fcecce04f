"""Two variants of a scenario for before and after: customers that a simulated class finds equally hard.

What was found out about a scenario is kept in the database by its fingerprint, so that a class waits for it
once and several servers say the same.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterable, Sequence
from concurrent.futures import BrokenExecutor
from functools import partial
from pathlib import Path
from typing import Any

from game.analysis.hardness import EQUAL, PLAYS, Hardness, measured
from game.classroom.house import ClassHouse
from game.classroom.refusals import Refused
from game.classroom.requests import Planned
from game.classroom.room import Room
from game.classroom.rounds import Chosen
from game.classroom.scenario_shelf import NoScenario
from game.classroom.workers import Workers
from game.content.loading import load_scenario
from game.engine.rules import Rules
from game.records.class_database import Connection
from game.records.class_rounds import Package
from game.records.class_sessions import keep_value, kept_value

METHOD = 1
"""Raised whenever the same customers could be found otherwise hard."""

Found = dict[str, Any]
"""Two customers: `customers` from 1, `means`, `passed` and `apart` (value, low, high), `equal`, `limit`,
`plays`."""


def weighed(path: str, customers: Sequence[int] | None) -> Found | None:
    """How hard two customers of a package are; None where it has no two. Runs in a process of its own.

    Args:
        path: of the package.
        customers: the two, from 1; those that come out closest when None.
    """
    scenario = load_scenario(Path(path)).scenario
    if scenario is None or scenario.customers < 2:
        return None
    if customers is not None and (len(set(customers)) < 2 or max(customers) > scenario.customers):
        return None
    wanted = None if customers is None else [number - 1 for number in customers]
    pair = measured(Rules(scenario), wanted)
    both: tuple[Hardness, ...] = (pair.before, pair.after)
    means = [each.score.estimate() for each in both]
    return {
        "customers": [each.customer + 1 for each in both],
        "means": [[mean.value, mean.low, mean.high] for mean in means],
        "passed": [[each.passed.value, each.passed.low, each.passed.high] for each in both],
        "apart": [pair.apart.value, pair.apart.low, pair.apart.high],
        "equal": pair.equal,
        "limit": EQUAL,
        "plays": PLAYS,
    }


class Variants:
    """Chooses customers for rounds before and after."""

    def __init__(self, house: ClassHouse, threaded: bool = False) -> None:
        """Choose for the classes of a house."""
        self._house = house
        self._workers = Workers(-1 if threaded else 1)
        self._early: set[asyncio.Task[None]] = set()
        self._running: dict[str, asyncio.Task[Found | None]] = {}

    async def chosen(self, room: Room, plan: Planned) -> Chosen | None:
        """The customer of a round that is planned; None for one that is neither before nor after.

        Raises:
            Refused: there are no two equally hard ones, there was no round before, or it is a vote.
        """
        if plan.part is None:
            return None
        if plan.mode == "vote":
            raise Refused("invalid", detail="part: a vote is one conversation of the whole room")
        try:
            package = await asyncio.to_thread(self._house.shelf.package, plan.scenario)
        except NoScenario as error:
            raise Refused("unknown-scenario", detail=str(error)[:120]) from None
        if plan.part == "after":
            return _second(room, package)
        found = await self._found(package, plan.customers)
        if found is None:
            raise Refused("one-customer")
        if not found["equal"] and not plan.anyway:
            raise _unequal(found)
        return Chosen(found["customers"][0] - 1, found)

    def foreseen(self, plans: Iterable[Planned]) -> None:
        """Begin to weigh the customers of planned rounds before, so that nobody waits for it then."""
        for plan in plans:
            if plan.part == "before":
                task = asyncio.create_task(self._quietly(plan))
                self._early.add(task)
                task.add_done_callback(self._early.discard)

    async def _quietly(self, plan: Planned) -> None:
        with contextlib.suppress(NoScenario, Refused):
            package = await asyncio.to_thread(self._house.shelf.package, plan.scenario)
            await self._found(package, plan.customers)

    def close(self) -> None:
        """Stop working."""
        for task in (*self._early, *self._running.values()):
            task.cancel()
        self._workers.close()

    async def _found(self, package: Package, customers: Sequence[int] | None) -> Found | None:
        """What is known of two customers, worked out where it is not."""
        which = "closest" if customers is None else "-".join(map(str, customers))
        key = f"hard/{METHOD}/{package.fingerprint[:16]}/{which}"[:40]

        def read() -> str | None:
            with self._house.database.reading() as connection:
                return kept_value(connection, key)

        known = await asyncio.to_thread(read)
        if known is not None:
            found = json.loads(known)
            assert isinstance(found, dict)
            return found
        if key not in self._running:
            task = asyncio.create_task(self._weighed(package, customers, key))
            self._running[key] = task
            task.add_done_callback(lambda _: self._running.pop(key, None))
        return await asyncio.shield(self._running[key])

    async def _weighed(self, package: Package, customers: Sequence[int] | None, key: str) -> Found | None:
        path = str(await asyncio.to_thread(self._house.shelf.unpacked, package))
        try:
            new = await self._workers.call(weighed, path, customers)
        except BrokenExecutor:
            raise Refused("broken") from None
        if new is not None:
            await self._house.write(partial(_keep, key=key, found=new))
        return new


def _keep(connection: Connection, key: str, found: Found) -> None:
    keep_value(connection, key, json.dumps(found))


def _second(room: Room, package: Package) -> Chosen:
    """The other customer of the newest round before of the same scenario.

    Raises:
        Refused: there is none.
    """
    before = [
        one
        for one in room.rounds.values()
        if one.settings.get("part") == "before"
        and room.packages[one.package_sha].fingerprint == package.fingerprint
    ]
    if not before:
        raise Refused("no-before")
    one = max(before, key=lambda each: each.number)
    comparison = one.settings["comparison"]
    return Chosen(comparison["customers"][1] - 1, {**comparison, "of": one.id})


def _unequal(found: Found) -> Refused:
    first, second = (round(mean[0]) for mean in found["means"])
    apart, low, high = (f"{round(value):+d}" for value in found["apart"])
    one, other = found["customers"]
    return Refused(
        "not-equal",
        more={"comparison": found},
        one=one, other=other, first=first, second=second, apart=apart, low=low, high=high,
    )  # fmt: skip
