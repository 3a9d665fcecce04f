"""Rounds: made from a row of the run sheet, opened, paused, extended, closed, by the trainer or by the
clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from game.classroom import tokens
from game.classroom.house import ClassHouse
from game.classroom.luck_stock import LuckStock
from game.classroom.refusals import Refused
from game.classroom.requests import Goal, Planned
from game.classroom.room import Room
from game.classroom.scenario_shelf import NoScenario
from game.records.class_changes import NONE, of_rounds
from game.records.class_database import Connection
from game.records.class_rounds import Round, add_round, change_round, keep_package, next_number
from game.records.class_sessions import ClassSession, change_session


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which hidden customer a round before or after meets (0..K-1), and how hard both are."""

    customer: int
    comparison: Mapping[str, Any]


GENTLE = 0.5
"""Seconds between two looks at the clock."""


async def made(
    house: ClassHouse, room: Room, plan: Planned, who: str = "trainer", chosen: Chosen | None = None
) -> Round:
    """A new round that waits.

    Args:
        house: what requests share.
        room: the class.
        plan: what is played, and how.
        who: made it.
        chosen: the customer of a round before or after, with what was found out about the two.

    Raises:
        Refused: there is no such scenario, or the class is over.
    """
    if room.session.state == "over":
        raise Refused("session-over")
    try:
        package = await asyncio.to_thread(house.shelf.package, plan.scenario)
        facts = await asyncio.to_thread(house.facts, package)
    except NoScenario as error:
        raise Refused("unknown-scenario", detail=str(error)[:120]) from None
    left_out = {"scenario", "mode", "goals", "open", "customers", "anyway"}
    settings = {
        name: value
        for name, value in plan.model_dump(mode="json").items()
        if name not in left_out and value is not None and value != ""
    }
    goals: list[Any] = [g.model_dump() if isinstance(g, Goal) else g for g in plan.goals]
    if plan.mode == "exam":
        settings.setdefault("attempts", 1)
        settings.setdefault("hints", False)
        settings.setdefault("grace", 30)
    if chosen is not None:
        settings["comparison"] = dict(chosen.comparison)
    seed = tokens.new_seed() if chosen is None else LuckStock().seed(chosen.customer, facts.customers)
    session = room.session.id

    def work(connection: Connection) -> Round:
        keep_package(connection, package)
        one = Round(
            id=tokens.new_id(),
            session_id=session,
            number=next_number(connection, session),
            package_sha=package.sha,
            mode=plan.mode,
            seed=seed,
            state="waiting",
            settings=settings,
            goals=goals,
        )
        add_round(connection, one)
        house.note(connection, session, who, "round-made", round=one.id, scenario=package.scenario)
        return one

    one = await house.write(work)
    room.packages[package.sha] = facts
    room.put_round(one, house.clock.now(), house.clock.ticks())
    house.announce(session, of_rounds(one.id))
    return one


async def opened(house: ClassHouse, room: Room, one: Round, who: str = "trainer") -> Round:
    """Open a round, or go on with one that was paused. The class itself is open from then on."""
    now = house.clock.now()
    if one.state == "paused" and one.paused_at is not None:
        closes = None if one.closes_at is None else now + one.closes_at - one.paused_at
        return await _changed(
            house, room, one, who, "round-resumed", state="open", closes_at=closes, paused_at=None
        )
    if one.state == "open":
        return one
    minutes = one.settings.get("minutes")
    closes = None if not minutes else now + int(minutes) * 60_000
    if room.session.state == "lobby":
        await session_changed(house, room, who, "class-opened", state="open")
    room.deadlines.pop(one.id, None)
    return await _changed(
        house, room, one, who, "round-opened", state="open", opened_at=now, closes_at=closes, paused_at=None
    )


async def paused(house: ClassHouse, room: Room, one: Round, who: str = "trainer") -> Round:
    """Stop the clock of a round; what is being played may go on and be handed in."""
    if one.state != "open":
        return one
    now = house.clock.now()
    left = room.remaining(one, house.clock.ticks())
    closes = None if left is None else now + left
    return await _changed(
        house, room, one, who, "round-paused", state="paused", paused_at=now, closes_at=closes
    )


async def extended(house: ClassHouse, room: Room, one: Round, minutes: int, who: str = "trainer") -> Round:
    """Give a round more minutes or take some away; one that had no end gets one, one that is closed opens
    again."""
    now = house.clock.now()
    left = room.remaining(one, house.clock.ticks()) or 0
    closes = now + max(left + minutes * 60_000, 0)
    state = "open" if one.state == "closed" else one.state
    if state == "waiting":
        settings = {**one.settings, "minutes": max(1, int(one.settings.get("minutes") or 0) + minutes)}
        return await _changed(house, room, one, who, "round-extended", settings=settings)
    values: dict[str, Any] = {"closes_at": closes, "state": state}
    if one.state == "paused":
        values["paused_at"] = now
    return await _changed(house, room, one, who, "round-extended", **values)


async def closed(house: ClassHouse, room: Room, one: Round, who: str = "trainer") -> Round:
    """Close a round; what was played in it may still arrive for some time."""
    if one.state == "closed":
        return one
    values = {"state": "closed", "closes_at": house.clock.now(), "paused_at": None}
    return await _changed(house, room, one, who, "round-closed", **values)


async def _changed(house: ClassHouse, room: Room, one: Round, who: str, what: str, **values: Any) -> Round:
    def work(connection: Connection) -> Round:
        changed = change_round(connection, one.id, **values)
        house.note(connection, room.session.id, who, what, round=one.id)
        return changed

    changed = await house.write(work)
    room.put_round(changed, house.clock.now(), house.clock.ticks())
    house.announce(room.session.id, of_rounds(one.id))
    for follow in house.followers:
        await follow(room, changed)
    return changed


async def session_changed(
    house: ClassHouse,
    room: Room,
    who: str,
    what: str,
    also: Callable[[Connection], None] | None = None,
    **values: Any,
) -> ClassSession:
    """Change a class and tell everybody.

    Args:
        house: what requests share.
        room: the class.
        who: did it.
        what: was done, for the list of what was done.
        also: something else to be written with it.
        **values: columns; `settings` are merged with what is there.
    """
    merged = values.pop("settings", None)
    if merged is not None:
        values["settings"] = {**room.session.settings, **merged}

    def work(connection: Connection) -> ClassSession:
        if also is not None:
            also(connection)
        changed = change_session(connection, room.session.id, **values)
        house.note(
            connection, room.session.id, who, what, **{n: v for n, v in (merged or {}).items() if n in _TOLD}
        )
        return changed

    changed = await house.write(work)
    house.put_session(room, changed)
    house.announce(room.session.id, NONE)
    return changed


_TOLD = frozenset({"view", "dimmed", "locked", "notice", "capacity"})
"""Settings that the list of what was done names with their values."""


async def watch(house: ClassHouse) -> None:
    """Close rounds whose time is over, until cancelled."""
    while True:
        await asyncio.sleep(GENTLE)
        ticks = house.clock.ticks()
        for room in list(house.rooms.values()):
            for one in list(room.rounds.values()):
                if one.state == "open" and room.deadlines.get(one.id, ticks + 1) <= ticks:
                    try:
                        await closed(house, room, one, "clock")
                    except Refused:
                        continue  # the disk is full or the server stops; it is tried again
